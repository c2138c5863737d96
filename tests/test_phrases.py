"""How text is compared: normalised words, whole-word phrases, one pass for all, and what a label speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.labels import core, is_headline, read_label, telling_words
from auditor.language.names import ALL_NAMES, LabelMatcher, matcher
from auditor.language.phrases import Hit, Phrases, Stems, contains, forms, normalise
from auditor.rules.loader import load


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VISI & MISI", "visi dan misi"),
        ("Visi,\u00a0Misi,  dan Moto!", "visi misi dan moto"),
        ("Jum\u2019at (3/2)", "jumat 3 2"),
        ("Informasi Serta $ Merta", "informasi serta merta"),
        ("RKA-K/L", "rka k l"),
        ("📄 Maklumat – Pelayanan…", "maklumat pelayanan"),
        ("pelaya\u00adnan\u200b publik", "pelayanan publik"),
        ("Café ﬁnal №2", "cafe final no2"),
        ("\t\r\n  ", ""),
        ("\ud800 rusak", "rusak"),
    ],
)
def test_text_is_reduced_to_plain_words(text: str, words: str) -> None:
    assert normalise(text) == words


def test_long_texts_are_reduced_exactly_as_short_ones() -> None:
    piece = "Daftar  Informasi, (Publik) – 2026 & DIPA.\n"
    assert normalise(piece * 2000) == " ".join([normalise(piece)] * 2000)


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "  " not in once
    assert once == once.strip()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("Informasi Berkala", "RKA"), ("laporan tahunan", "LAPOR"), ("permohonan diproses", "DIP"), ("DIPA 2026", "DIP")],
)
def test_a_phrase_inside_another_word_is_not_found(text: str, phrase: str) -> None:
    assert not contains(text, phrase)
    assert not Phrases([phrase]).hits(text)


@pytest.mark.parametrize("text", ["Pihak Ketiga", "pihak ke-3", "PIHAK III", "pihak ke III", "pihak 3"])
@pytest.mark.parametrize("phrase", ["pihak ketiga", "pihak III", "pihak 3", "pihak ke-3"])
def test_numerals_are_equal_in_every_spelling(text: str, phrase: str) -> None:
    assert contains(f"Perjanjian dengan {text} tahun 2026", phrase)


def test_different_numerals_stay_different() -> None:
    assert contains("Triwulan IV 2026", "triwulan 4")
    assert not contains("Triwulan IV 2026", "triwulan 3")
    assert not contains("Triwulan XIII", "triwulan 3")


def test_every_occurrence_of_every_phrase_is_found_in_order() -> None:
    phrases = Phrases(["informasi publik", "Daftar Informasi Publik", "DIP"])
    assert phrases.hits("DIP: Daftar Informasi Publik (DIP)") == [
        Hit("DIP", 0, 3),
        Hit("Daftar Informasi Publik", 4, 27),
        Hit("informasi publik", 11, 27),
        Hit("DIP", 28, 31),
    ]


def test_the_first_phrase_in_the_given_order_is_named() -> None:
    phrases = Phrases(["belum ada data", "data belum tersedia", "---"])
    assert len(phrases) == 2
    assert phrases.any("Data belum tersedia. Belum ada data.") == "belum ada data"
    assert phrases.any("") == ""
    assert Phrases([]).any("apa saja") == ""


WORDS = st.sampled_from(["dip", "dipa", "sk", "informasi", "publik", "daftar", "ii", "2", "ke", "kedua", "a"])
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), TEXTS)
def test_one_pass_finds_what_a_search_for_the_single_phrase_finds(name: str, text: str) -> None:
    assert bool(Phrases([name]).hits(text)) == contains(text, name)


def test_a_phrase_with_many_numerals_does_not_explode() -> None:
    assert len(forms("UU 1 pasal 2 ayat 3 huruf 4")) <= 36


DIP = LabelMatcher(
    labels=[
        "Daftar Informasi Publik",
        "SK DIP",
        "Perjanjian dengan Pihak Ketiga",
        "Visi Misi",
        "Pengadaan",
        "Struktur Organisasi",
    ],
    weak=["DIP", "Dokumen Perencanaan"],
    exclude=["dikecualikan", "SOP"],
    under=["PPID"],
)


@pytest.mark.parametrize(
    "label",
    [
        "Daftar Informasi Publik",
        "DAFTAR INFORMASI PUBLIK TAHUN 2026",
        "a. Daftar Informasi Publik",
        "II. Daftar Informasi Publik",
        "Unduh Daftar Informasi Publik 2026 (PDF) 3.4 MB",
        "📄 Daftar Informasi Publik Kankemenag Kab. Purbalingga",
        "Daftar Informasi Publik Kantor Kementerian Agama Kota Banda Aceh",
        "SK 2026 DIP.pdf",
        "Visi & Misi",
        "Perjanjian Pihak III",
    ],
)
def test_a_label_that_says_only_the_name_is_recognised_with_full_strength(label: str) -> None:
    found = DIP.match(label)
    assert found is not None
    assert found.strength == 1.0


def test_the_more_other_words_a_label_has_the_weaker_it_is() -> None:
    labels = [
        "Daftar Informasi Publik",
        "Daftar Informasi Publik Pembantu",
        "Daftar Informasi Publik Rumah Sakit Umum Daerah",
    ]
    found = [DIP.match(label) for label in labels]
    strengths = [match.strength for match in found if match is not None]
    assert len(strengths) == 3
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == 3


@pytest.mark.parametrize(
    "label",
    [
        "Kemenag Gelar Rapat Penyusunan Daftar Informasi Publik",
        "Sosialisasi Daftar Informasi Publik",
        "Kakankemenag Buka Acara Penyusunan Daftar Informasi Publik",
        "Penandatanganan Perjanjian dengan Pihak Ketiga",
        "Petugas Serahkan Daftar Informasi Publik kepada Camat",
    ],
)
def test_a_headline_names_no_document(label: str) -> None:
    assert is_headline(label)
    assert DIP.match(label) is None


@pytest.mark.parametrize(
    "label",
    [
        "Buka Daftar Informasi Publik",
        "Laporan Sosialisasi",
        "SOP Rapat",
        "Surat Undangan Rapat",
        "Ikuti Kami di Instagram",
    ],
)
def test_buttons_and_names_of_documents_are_no_headlines(label: str) -> None:
    if label != "Ikuti Kami di Instagram":
        assert not is_headline(label)
    assert LabelMatcher(["Daftar Informasi Publik"]).match("Buka Daftar Informasi Publik") is not None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Daftar Informsi Publik", "Daftar Informasi Publik"),
        ("Visimisi", "Visi Misi"),
        ("Strukur Organisasi", "Struktur Organisasi"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(label: str, name: str) -> None:
    found = DIP.match(label)
    assert found is not None
    assert found.phrase == name
    assert found.typo
    assert found.strength < 1.0


def test_a_correct_word_is_never_taken_for_a_misspelling() -> None:
    assert DIP.match("Pengaduan") is None
    assert DIP.match("Pengadan") is not None


def test_long_labels_are_not_mended() -> None:
    assert DIP.match("Panduan Singkat Membaca Daftar Informsi Publik Secara Mandiri") is None


def test_a_weak_name_counts_only_as_the_whole_label_and_under_its_menu() -> None:
    assert DIP.match("DIP", ["PPID"]) is not None
    assert DIP.match("DIP 2026", ["Menu PPID"]) is not None
    assert DIP.match("DIP", ["Perencanaan"]) is None
    assert DIP.match("DIP Madrasah", ["PPID"]) is None


def test_a_weak_name_of_words_that_say_nothing_keeps_its_words() -> None:
    assert DIP.match("Dokumen Perencanaan", ["PPID"]) is not None
    assert LabelMatcher([], ["Dokumen"]).match("2026") is None


def test_an_excluded_word_ends_the_match() -> None:
    assert DIP.match("Daftar Informasi Publik yang Dikecualikan") is None
    assert DIP.match("SOP Daftar Informasi Publik") is None


def test_a_sentence_is_no_label_but_the_long_title_of_a_document_is() -> None:
    sentence = (
        "Masyarakat luas yang ingin melihat isi rak arsip lama beserta Daftar Informasi Publik milik instansi silakan "
        "bertanya kepada meja depan setiap pagi hari"
    )
    title = (
        "Keputusan Kepala Kantor Kementerian Agama Kabupaten Purbalingga Nomor 21 Tahun 2026 tentang Penetapan Daftar "
        "Informasi Publik Tahun 2026 di Lingkungan Kantor Kementerian Agama Kabupaten Purbalingga"
    )
    assert DIP.match(sentence) is None
    assert DIP.match(title) is not None


def test_a_label_is_judged_once_and_its_core_is_what_it_says() -> None:
    names = matcher(("Maklumat",))
    assert matcher(("Maklumat",)) is names
    assert names.match("Maklumat") is names.match("Maklumat")
    assert core("Unduh PDF Tahun 2026") == ""
    assert core("Laporan Tahun 2026") == "laporan"


def test_joining_words_do_not_turn_a_name_into_a_general_word() -> None:
    names = LabelMatcher(["Tentang PPID", "Layanan Kami"])
    assert names.match("PPID") is None
    assert names.match("Layanan Publik") is None
    assert names.match("Tentang PPID") is not None


def test_a_period_says_nothing_of_what_a_document_is() -> None:
    names = LabelMatcher(["Hasil SKM"], weak=["Laporan Triwulan"])
    found = names.match("Hasil SKM Triwulan III Tahun 2026")
    assert found is not None
    assert found.strength == 1.0
    assert names.match("Laporan Triwulan II 2026") is not None
    assert names.match("Laporan") is None


@pytest.mark.parametrize(
    ("label", "headline"),
    [
        ("Laporan Kinerja Kemenag Raih Nilai A", True),
        ("Perjanjian Kinerja 2026 Ditandatangani", True),
        ("Optimalkan PPID, Kemenag Bentuk Tim Kerja Baru", True),
        ("Laporan Kegiatan Sosialisasi KIP", False),
        ("Tata Cara Menyampaikan Pengaduan Masyarakat kepada Kantor", False),
        ("Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala", False),
        ("Laporkan Gratifikasi", False),
    ],
)
def test_active_verbs_make_a_headline_even_of_a_documents_name(label: str, headline: bool) -> None:
    assert is_headline(label) is headline


def test_a_stem_is_found_wherever_it_stands_in_the_bytes() -> None:
    stems = Stems(["slot", "hack by"])
    for before in (0, 1, 65_533, 65_535, 65_536, 131_070):
        assert stems.occur(b"\xff" * before + b"xslotx") and stems.occur(b"." * before + b"hack by")
    assert not stems.occur(b"slo" * 100_000) and not stems.occur(b"") and not Stems([]).occur(b"slot")


@st.composite
def labels_near_names(draw: st.DrawFn) -> str:
    """Words of the pack's own names, some misspelt, joined or with others between them."""
    words = draw(st.lists(st.sampled_from(NAME_WORDS), min_size=1, max_size=6))
    at = draw(st.integers(0, len(words) - 1))
    word = words[at]
    if draw(st.booleans()) and len(word) > 3:
        cut = draw(st.integers(1, len(word) - 1))
        words[at] = word[:cut] + word[cut + 1 :]
    return draw(st.sampled_from([" ", " dan ", "", " / ", " 2026 "])).join(words)


PACK = load()
NAME_WORDS = sorted({word for phrase in PACK.phrases for word in normalise(phrase).split()})
MATCHERS = [matcher(tuple(r.match.labels), tuple(r.match.weak), tuple(r.match.exclude)) for r in PACK.rules]


@settings(max_examples=300, deadline=None)
@given(labels_near_names() | st.sampled_from(PACK.phrases))
def test_the_index_leaves_out_no_rule_that_recognises_a_label(label: str) -> None:
    could = ALL_NAMES.could_mean(label)
    for names in MATCHERS:
        assert names.judge(label) is None or could >> names.number & 1


@pytest.mark.parametrize(
    "label",
    [
        "Statistik Kepegawaian berdasarkan golongan, jenis kelamin, pendidikan, jabatan, usia, unit kerja, dan agama "
        "pada setiap seksi serta penyelenggara",
        "Statistik Kepegawaian (menurut golongan, pendidikan, jenis kelamin, jabatan, usia, masa kerja, agama, unit "
        "kerja, dan status perkawinan)",
    ],
)
def test_a_long_label_is_known_by_the_clause_it_begins_with(label: str) -> None:
    assert LabelMatcher(["Statistik Kepegawaian"]).match(label) is not None


@given(st.text(max_size=120) | st.sampled_from(("II. Struktur PPID", "Laporan Tahun 2026", "a. Maklumat Kemenag")))
def test_a_label_that_is_asked_about_once_says_the_same_and_is_not_remembered(label: str) -> None:
    """A crawl meets tens of thousands, each of which would hold a kilobyte to its end."""
    before = read_label.cache_info().currsize
    words = telling_words(normalise(label).split())
    assert read_label.cache_info().currsize == before
    assert words == core(label).split()
