"""Which indicator a label names: labels as offices write them, the false friends among them, and none for two rules."""

from __future__ import annotations

import pytest

from auditor.checks.naming import MIN_STRENGTH, matcher_of, strength_of
from auditor.rules.loader import load
from auditor.rules.schema import spelled_out

PACK = load()


def names(rule: str, label: str, *above: str) -> bool:
    strength, _ = strength_of(matcher_of(PACK.rule(rule).match), label, above)
    return strength >= MIN_STRENGTH


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        ("SOP Penanganan Sengketa Informasi", "ppid.sop-layanan"),
        ("SOP Pengelolaan Keberatan Informasi Publik", "ppid.sop-layanan"),
        ("Standar Operasional Prosedur Penetapan dan Pemutakhiran DIP", "ppid.sop-layanan"),
        ("SOP Pendokumentasian Informasi Publik yang Dikecualikan", "ppid.sop-layanan"),
        ("Mekanisme Penanganan Keberatan", "ppid.keberatan"),
        ("Bagan Alur Pengelolaan Keberatan", "ppid.keberatan"),
        ("Tata Cara Pengajuan Permohonan Sengketa", "ppid.sengketa"),
        ("Prosedur Permohonan Layanan Informasi Publik", "ppid.permohonan-tatacara"),
        ("Alur Memperoleh Informasi", "ppid.permohonan-tatacara"),
        ("Kanal Layanan Informasi", "ppid.permohonan-tatacara"),
        ("Informasi Publik yang Wajib Disediakan dan Diumumkan Secara Berkala", "berkala.halaman"),
        ("Informasi Publik yang Wajib Diumumkan Secara Serta Merta", "sertamerta.halaman"),
        ("Informasi Publik yang Wajib Tersedia Setiap Saat", "setiapsaat.halaman"),
        ("Informasi Tiap Saat", "setiapsaat.halaman"),
        ("Kewenangan PPID", "ppid.struktur-tugas"),
        ("Visi, Misi, dan Motto PPID", "ppid.struktur-tugas"),
        ("Jam Pelayanan PPID", "ppid.waktu-biaya"),
        ("Register Permintaan Informasi", "berkala.laporan-akses"),
        ("SK Klasifikasi Dikecualikan", "dikecualikan.uji-konsekuensi"),
        ("SK PPID Balai Contoh Wilayah Timur", "ppid.sk"),
        ("LHKPN Kasubbag TU", "berkala.lhkpn"),
        ("3. LHKPN Kepala Balai Periodik 2022-2024", "berkala.lhkpn"),
        ("DPA Dinas Contoh Tahun 2026", "berkala.dipa"),
        ("Renja Perubahan 2026", "berkala.rencana-kerja"),
        ("Laporan Kinerja TW I", "berkala.capaian-kinerja"),
        ("Informasi PBJ", "berkala.pengadaan"),
        ("Index Kepuasan Masyarakat", "saluran.skm"),
        ("Survey Layanan", "saluran.skm"),
        ("Agenda Mendatang", "berkala.agenda"),
        ("Kabar Terkini", "berita.terbaru"),
        ("Maklumat dan Standar Pelayanan", "ppid.maklumat"),
        ("Standar Maklumat Pelayanan", "ppid.maklumat"),
        ("Vision & Mission", "profil.visi-misi"),
        ("Pengaduan - PPID Kabupaten Purbalingga", "saluran.pengaduan"),
        ("Kebijakan Privasi | PTSP Kemenag Purbalingga", "info.pemberitahuan-privasi"),
    ],
)
def test_the_names_that_offices_use_are_recognised(label: str, rule: str) -> None:
    assert names(rule, label)


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        ("Bidang Pengelolaan Barang Milik Daerah", "berkala.aset-bmn"),
        ("Sub Bagian Penyusunan Laporan Kinerja", "berkala.lkjip"),
        ("Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "saluran.ptsp"),
        ("Total Permohonan Informasi 14", "ppid.permohonan-formulir"),
        ("Jumlah Permohonan Informasi 0", "ppid.permohonan-tatacara"),
    ],
)
def test_a_unit_or_a_counter_is_not_what_its_name_goes_on_to_say(label: str, rule: str) -> None:
    assert not names(rule, label)


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        ("Bidang Umum: Laporan Kinerja 2025", "berkala.lkjip"),
        ("Kepala Seksi", "profil.pimpinan"),
        ("Jumlah, jenis, dan gambaran umum pelanggaran yang dilaporkan", "setiapsaat.pelanggaran"),
    ],
)
def test_a_unit_that_offers_something_and_an_item_of_the_law_keep_their_names(label: str, rule: str) -> None:
    assert names(rule, label)


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        ("Permohonan Informasi Ditolak", "ppid.permohonan-formulir"),
        ("Tidak Ditanggapinya Permintaan Informasi", "ppid.permohonan-tatacara"),
        ("Informasi Berkala Tidak Disediakan", "berkala.halaman"),
        ("Nomor Permohonan", "ppid.permohonan-formulir"),
        ("Tanggal Pengaduan", "saluran.pengaduan"),
        ("Status Keberatan", "ppid.keberatan"),
        ("Kontrak", "kontak.telp-email"),
        ("Pencapaian", "teknis.pencarian"),
        ("Tentang Pengadilan", "saluran.pengaduan"),
        ("Pengaturan Layanan", "saluran.pengaduan"),
        ("Perkip No 1 Tahun 2010 tentang Standar Layanan Informasi Publik", "ppid.sop-layanan"),
        ("Perkip No 1 Tahun 2010 tentang Standar Layanan Informasi Publik", "berkala.perjanjian-kinerja"),
        ("Peraturan Gubernur Nomor 175 Tahun 2016 tentang Layanan Informasi Publik", "ppid.halaman"),
        ("Kebijakan Privasi | PTSP Kemenag Purbalingga", "saluran.ptsp"),
        ("Berita | PPID Kemenag Purbalingga", "ppid.halaman"),
        ("Jabatan / Alamat", "profil.kedudukan-alamat"),
        ("Deviasi Fisik / Keuangan", "berkala.neraca-calk"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "saluran.ptsp"),
        ("24/7 Layanan Online", "saluran.ptsp"),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "profil.kepegawaian"),
        ("Bagian Pengadaan Barang/Jasa", "berkala.pengadaan"),
        ("SOP Permohonan Izin Pendirian", "ppid.sop-layanan"),
        ("Reviu Laporan Kinerja", "berkala.lkjip"),
        ("Reviu Laporan Keuangan", "berkala.neraca-calk"),
        ("Surat Keputusan PPID tentang Penolakan Permohonan", "ppid.sk"),
        ("Dasar Hukum Pengecualian", "berkala.regulasi"),
        ("Laporan Hasil Pengawasan Pemilu", "setiapsaat.pelanggaran"),
        ("Perubahan Data Pernikahan", "setiapsaat.statistik"),
    ],
)
def test_false_friends_are_not(label: str, rule: str) -> None:
    assert not names(rule, label)


@pytest.mark.parametrize(
    ("label", "rule", "other"),
    [
        ("Tugas Pokok dan Fungsi PPID", "ppid.struktur-tugas", "profil.tugas-fungsi"),
        ("Struktur Organisasi dan Tugas PPID", "ppid.struktur-tugas", "profil.struktur-organisasi"),
        ("Visi Misi dan Motto PPID", "ppid.struktur-tugas", "profil.visi-misi"),
        ("Rencana Kerja dan Anggaran (RKA)", "berkala.rka-kl", "berkala.rencana-kerja"),
        ("SOP Penetapan dan Pemutakhiran DIP", "ppid.sop-layanan", "setiapsaat.dip"),
        ("Daftar Informasi Publik Secara Berkala", "berkala.halaman", "setiapsaat.dip"),
        ("Standar Layanan PPID", "ppid.sop-layanan", "ppid.halaman"),
    ],
)
def test_one_label_names_one_thing(label: str, rule: str, other: str) -> None:
    assert names(rule, label)
    assert not names(other, label)


def test_a_label_that_joins_two_subjects_names_both_although_one_excludes_the_other() -> None:
    label = "Daftar Informasi Publik dan Informasi yang Dikecualikan"
    assert names("setiapsaat.dip", label)
    assert names("dikecualikan.daftar", label)


def test_a_general_name_still_needs_its_menu() -> None:
    assert names("ppid.permohonan-tatacara", "Jalur dan Waktu", "PPID")
    assert not names("ppid.permohonan-tatacara", "Jalur dan Waktu", "Mudik")


def test_a_name_with_choices_stands_for_all_it_spells_out() -> None:
    assert spelled_out("(Alur|Prosedur) (Pengajuan|) Keberatan") == [
        "Alur Pengajuan Keberatan",
        "Alur Keberatan",
        "Prosedur Pengajuan Keberatan",
        "Prosedur Keberatan",
    ]
    assert spelled_out("Daftar Informasi Publik (DIP)") == ["Daftar Informasi Publik (DIP)"]
    with pytest.raises(ValueError, match="lebih dari"):
        spelled_out("(a|b|c|d|e|f|g|h|i|j|k)" * 3)
