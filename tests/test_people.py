"""Officials are counted by name and position, however a page sets them."""

from __future__ import annotations

import pytest

from auditor.checks.people import people


def lines(*texts: str) -> str:
    return "\n".join(texts)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kepala Kantor: H. Ahmad Fauzi, S.Ag., M.M.", 1),
        (lines("H. Ahmad Fauzi, S.Ag.", "Kepala Kantor", "Siti Rahma, S.E.", "Bendahara"), 2),
        (lines("Kepala Kantor", "Budi Santoso", "Analis Kepegawaian", "Rina Wati"), 2),
        (lines("Penghulu", "MUHAMMAD RIDWAN S.H.", "AGUS SALIM S.Ag,.", "Penyuluh Agama", "DEWI LESTARI"), 3),
        (lines("Kepala Seksi Pendidikan", "SEKSI PENDIDIKAN MADRASAH", "STRUKTUR ORGANISASI"), 0),
        (lines("Kepala Seksi", "Layanan dibuka setiap hari kerja untuk seluruh warga di kabupaten ini"), 0),
        (lines("H. Suryanto, S.Ag.", "Kepala Kantor", "Sarjana Tarbiyah, pernah menjadi Kepala MAN"), 1),
    ],
)
def test_a_name_counts_with_its_position_beside_above_or_as_the_heading(text: str, count: int) -> None:
    assert len(people(text)) == count


def test_one_person_named_twice_is_one_official() -> None:
    assert (
        len(people(lines("Kepala Kantor", "H. Ahmad Fauzi, S.Ag.", "Sambutan Kepala Kantor", "H. Ahmad Fauzi, S.Ag.")))
        == 1
    )
