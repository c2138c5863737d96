"""Dates as Indonesian sites write them: the labelled set, and what must never become a date."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.observations import DateSource, Precision

TODAY = date(2026, 11, 22)
LABELLED = list(
    csv.DictReader((Path(__file__).parent / "data" / "dates.csv").read_text(encoding="utf-8").splitlines(keepends=True))
)


def read(row: dict[str, str]) -> tuple[str, str, str]:
    found = parse_date(row["teks"], date.fromisoformat(row["hari_audit"]), future=row["boleh_masa_depan"] == "ya")
    return (
        (found.value.isoformat(), found.precision.value, "ya" if found.year_inferred else "") if found else ("", "", "")
    )


def test_the_labelled_set_is_large_enough_to_mean_something() -> None:
    assert len(LABELLED) >= 300
    assert sum(not row["tanggal"] for row in LABELLED) >= 50


def test_nearly_all_labelled_dates_are_read_right() -> None:
    wrong = [
        row["teks"] for row in LABELLED if read(row) != (row["tanggal"], row["ketelitian"], row["tahun_disimpulkan"])
    ]
    assert 1 - len(wrong) / len(LABELLED) >= 0.97, wrong


def test_no_text_without_a_date_gives_one() -> None:
    assert [row["teks"] for row in LABELLED if not row["tanggal"] and read(row)[0]] == []


def test_every_day_of_a_year_is_read_back_in_the_common_forms() -> None:
    names = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ]
    day = date(2024, 1, 1)
    while day.year == 2024:
        for text in (
            f"{day.day} {names[day.month - 1]} {day.year}",
            f"{day.day:02d}/{day.month:02d}/{day.year}",
            day.isoformat(),
        ):
            found = parse_date(text, TODAY)
            assert found is not None and found.value == day, text
        day += timedelta(days=1)


def test_a_weekday_that_contradicts_its_date_lowers_the_confidence() -> None:
    right, wrong = parse_date("Rabu, 18 November 2026", TODAY), parse_date("Senin, 18 November 2026", TODAY)
    assert right is not None and wrong is not None
    assert wrong.value == right.value and wrong.confidence < right.confidence


def test_a_year_made_up_is_flagged_and_doubted() -> None:
    found = parse_date("Rabu (18/11)", TODAY)
    assert found is not None and found.year_inferred and found.confidence < 0.8
    bare = parse_date("(18/11)", TODAY)
    assert bare is not None and bare.year_inferred and bare.confidence < 0.5


def test_a_missing_year_is_taken_from_the_other_dates_of_the_page() -> None:
    text = "Diumumkan 5 November 2023. Ujian diikuti peserta pada 8 November di aula."
    assert [d.value for d in find_dates(text, TODAY)] == [date(2023, 11, 5), date(2023, 11, 8)]
    found = parse_date("8 November", TODAY, near=date(2022, 12, 1))
    assert found is not None and found.value == date(2022, 11, 8)


def test_the_year_turns_with_the_day_of_the_audit() -> None:
    january = date(2026, 1, 3)
    found = parse_date("Rabu (31/12)", january)
    assert found is not None and found.value == date(2025, 12, 31)


def test_every_date_of_a_text_is_found_in_order() -> None:
    text = "Senin (16/11/2026) pembukaan; 18 Nopember 2026 lomba; penutupan Jum'at, 20 Nov 2026 pukul 15.30 WIB."
    assert [d.value.day for d in find_dates(text, TODAY)] == [16, 18, 20]
    assert [d.text for d in find_dates(text, TODAY)] == [
        "Senin (16/11/2026)",
        "18 Nopember 2026",
        "Jum'at, 20 Nov 2026",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hari ini: Minggu, 22 November 2026 10:15:22 WIB",
        "Jadwal Sholat Minggu, 22 November 2026",
        "Terakhir diperbarui: 20 November 2026",
        "Last updated 3 mins ago",
        "© 2026 Kementerian Agama",
        "Arsip 2026 2025 2024",
    ],
)
def test_clocks_change_stamps_and_footers_are_no_dates(text: str) -> None:
    assert all(found.precision is not Precision.DAY for found in find_dates(text, TODAY))


def test_a_report_that_says_hari_ini_keeps_its_date() -> None:
    found = find_dates("Kepala kantor hari ini, Rabu (18/11/2026), melantik pejabat", TODAY)
    assert [d.value for d in found] == [date(2026, 11, 18)]


def test_a_day_to_come_is_refused_for_news_and_read_for_an_agenda() -> None:
    assert parse_date("7 Desember 2026", TODAY) is None
    found = parse_date("7 Desember 2026", TODAY, future=True)
    assert found is not None and found.value == date(2026, 12, 7)


def test_an_agenda_without_a_year_is_the_nearest_day_on_either_side() -> None:
    ahead, behind = parse_date("5 Januari", TODAY, future=True), parse_date("20 November", TODAY, future=True)
    assert ahead is not None and ahead.value == date(2027, 1, 5)
    assert behind is not None and behind.value == date(2026, 11, 20)


def test_stamps_of_machines_are_read_in_western_indonesian_time() -> None:
    def day(text: str) -> date | None:
        found = from_stamp(text, TODAY, DateSource.API)
        return found.value if found else None

    assert day("2026-11-19T17:30:00Z") == date(2026, 11, 20)
    assert day("2026-11-19T17:30:00+07:00") == date(2026, 11, 19)
    assert day("1763600000") == date(2025, 11, 20)
    assert day("1763600000000") == date(2025, 11, 20)
    assert day("9999999999") is None


@given(st.text(max_size=300))
def test_no_text_makes_the_readers_fail_or_leave_the_bounds(text: str) -> None:
    for found in find_dates(text, TODAY):
        assert date(2000, 1, 1) <= found.value <= TODAY
        assert 0 <= found.confidence <= 1
    parse_date(text, TODAY)
    from_stamp(text, TODAY, DateSource.API)


@given(
    st.dates(date(2000, 1, 1), TODAY),
    st.sampled_from(["{d.day}/{d.month}/{d.year}", "{d:%Y-%m-%d}", "Diposting {d:%d-%m-%Y} oleh admin"]),
)
def test_a_written_day_comes_back_as_itself(day: date, form: str) -> None:
    found = parse_date(form.format(d=day), TODAY)
    assert found is not None and found.value == day and found.precision is Precision.DAY


@given(st.text(alphabet="0123456789/-.: ()abcdefgjlmnoprstuvy", max_size=200))
def test_numbers_in_disorder_never_give_an_impossible_date(text: str) -> None:
    assert all(found.value <= TODAY for found in find_dates(text, TODAY))


def test_a_very_long_text_is_read_in_bounded_time() -> None:
    import time

    text = "Rabu (18/11) Juni 12 dan 13 Juli 2025 nomor 1/2 " * 5000
    begin = time.process_time()
    find_dates(text, TODAY)
    assert time.process_time() - begin < 20  # what grows with its square takes minutes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20-11-26", date(2026, 11, 20)),
        ("Purbalingga, 05-02-26", date(2026, 2, 5)),
        ("Diposting 20-11-26", date(2026, 11, 20)),
        ("20/XI/2026", date(2026, 11, 20)),
        ("Purbalingga, 4-II-2026", date(2026, 2, 4)),
        ("tanggal 31/XII/2025", date(2025, 12, 31)),
    ],
)
def test_short_years_and_roman_months_are_read_where_a_date_is_meant(text: str, day: date) -> None:
    assert [one.value for one in find_dates(text, TODAY)] == [day]


@pytest.mark.parametrize(
    "text",
    ["Nomor 12/XI/2026", "B-12/Kw.11/XI/2026", "telp 0281-11-26", "versi 10-11-12", "No. 3/II/2026", "HM.01/11/2026"],
)
def test_numbers_of_letters_in_the_form_of_a_date_are_none(text: str) -> None:
    assert find_dates(text, TODAY) == ()
