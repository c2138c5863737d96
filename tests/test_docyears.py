import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.years import quarter_of, years_of


@pytest.mark.parametrize(
    ("title", "names", "filename", "text", "first", "period"),
    [
        ("Laporan Kinerja Tahun 2025", (), "", "", 2025, None),
        ("", ("LKjIP 2025",), "https://a.id/wp-content/uploads/2026/03/lkjip.pdf", "", 2025, None),
        ("", (), "https://a.id/wp-content/uploads/2026/03/LKJ%202024%20final.pdf", "", 2024, None),
        ("", (), "https://a.id/2026/lkj.pdf", "", None, None),
        ("", (), "asset/1767225600_LKJ-2025.pdf", "", 2025, None),
        ("", (), "asset/ab2025cdef.pdf", "", None, None),
        ("", (), "IMG-20260301-WA0001.jpg", "", None, None),
        ("", (), "scan_2026-03-15_lkjip2025.pdf", "", 2025, None),
        ("", (), "download.php?file=LRA_2025.pdf", "", 2025, None),
        ("DIPA 2026 TA 2025", (), "", "", 2025, None),
        ("Rencana Strategis 2025-2029", (), "", "", 2025, (2025, 2029)),
        ("Renstra 2025 s.d. 2029", (), "", "", 2025, (2025, 2029)),
        ("Renstra Tahun 2020 \u2013 2024", (), "", "", 2020, (2020, 2024)),
        ("Renstra 2025 sampai dengan 2029", (), "", "", 2025, (2025, 2029)),
        ("UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", (), "", "", None, None),
        ("Undang-Undang No. 14 Tahun 2008", (), "", "", None, None),
        ("Peraturan Komisi Informasi Nomor 1 Tahun 2021", (), "", "", None, None),
        ("KMA 657 Tahun 2021", (), "", "", None, None),
        ("KMA Nomor 657/2021", (), "", "", None, None),
        ("", (), "UU-14-2008.pdf", "", None, None),
        ("SK DIP Tahun 2026", (), "", "Mengingat: UU Nomor 14 Tahun 2008; PMA Nomor 6 Tahun 2022", 2026, None),
        ("", ("SK PPID",), "sk.pdf",
         "KEPUTUSAN KEPALA KANTOR NOMOR 12 TAHUN 2025 TENTANG PPID\nMengingat: PP Nomor 61 Tahun 2010", 2025, None),
        ("", ("Neraca",), "neraca.pdf", "NERACA\nPer 31 Desember 2025", 2025, None),
        ("", ("Laporan Keuangan",), "lk.pdf", "Laporan untuk tahun yang berakhir tanggal 31 Desember 2024", 2024, None),
        ("", ("LKjIP",), "lkj_2026.pdf", "LAPORAN KINERJA\nKANTOR KEMENTERIAN AGAMA\nTAHUN 2025\n", 2025, None),
        ("", ("DIPA 2026", "DIPA 2025"), "dipa.pdf", "DIPA TAHUN ANGGARAN 2025", 2025, None),
        ("Maklumat Pelayanan", (), "maklumat.pdf", "Purbalingga, 2 Januari 2026", 2026, None),
        ("Anggaran Rp2.025.000.000", (), "", "", None, None),
        ("Penerimaan Siswa 2026/2027", (), "", "", 2027, None),
        ("Laporan 1999", (), "", "", None, None),
    ],
)  # fmt: skip
def test_the_year_of_a_document(
    title: str, names: tuple[str, ...], filename: str, text: str, first: int | None, period: tuple[int, int] | None
) -> None:
    years, found = years_of(title, names, filename, text)
    assert (years[0] if years else None, found) == (first, period)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Capaian Kinerja Triwulan III Tahun 2026", (2026, 3)),
        ("Laporan TW 3 2026", (2026, 3)),
        ("TW.IV/2025", (2025, 4)),
        ("Laporan Triwulan Kedua 2026", (2026, 2)),
        ("LRA Semester I 2026", (2026, 2)),
        ("2026: TW I, TW II, TW III", (2026, 3)),
        ("Triwulan IV 2025 dan Triwulan I 2026", (2026, 1)),
        ("Triwulan III", None),
        ("Laporan Tahun 2025", None),
        ("Paket Q3000 2026", None),
    ],
)
def test_the_quarter_a_text_names(text: str, quarter: tuple[int, int] | None) -> None:
    assert quarter_of(text) == quarter


@given(st.text(max_size=200), st.text(max_size=60))
def test_reading_years_never_raises(text: str, filename: str) -> None:
    years, _ = years_of(text, (text,), filename, text)
    assert all(2005 <= year <= 2035 for year in years)
    assert quarter_of(text) is None or 1 <= (quarter_of(text) or (0, 1))[1] <= 4
