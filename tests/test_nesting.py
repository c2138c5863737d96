import time

from auditor.read.nesting import DEEPEST, shallow


def test_a_page_that_nests_too_deeply_is_cut() -> None:
    markup, cut = shallow("<div>" * 100_000 + "isi")
    assert cut and markup.count("<div>") == DEEPEST


def test_a_long_list_without_end_tags_is_not_deep() -> None:
    page = "<ul>" + "<li>butir" * 100_000 + "</ul>"
    assert shallow(page) == (page, False)


def test_a_long_page_of_closed_elements_is_not_deep() -> None:
    page = "<div><p>isi<br><img src=x></div>" * 10_000
    assert shallow(page) == (page, False)


def test_measuring_ten_megabytes_takes_no_time() -> None:
    started = time.process_time()
    shallow("<div>" * 2_000_000)
    shallow("<" * 5_000_000)
    shallow("<!--" * 1_000_000)
    assert time.process_time() - started < 1.5
