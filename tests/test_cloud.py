from datetime import UTC, datetime

import pytest

from auditor.model import Fetch, FetchRole, FetchStatus
from auditor.observations import DocumentKind, DocumentProblem
from auditor.read.files.cloud import read_cloud, unread
from auditor.web.services import is_cloud, service_of
from tests.made_files import pdf

NOW = datetime(2026, 11, 22, tzinfo=UTC)
FILE = "https://drive.google.com/file/d/abc/view?usp=sharing"


def answer(
    url: str, body: str | bytes, *, final: str = "", status: FetchStatus = FetchStatus.OK, media: str = "text/html"
) -> Fetch:
    data = body.encode() if isinstance(body, str) else body
    return Fetch(
        url, FetchRole.EXTERNAL, status, NOW, final_url=final or url, body=data, media_type=media, record_id="r"
    )


def page(title: str, text: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("url", "service"),
    [
        (FILE, "drive"),
        ("https://docs.google.com/forms/d/e/x/viewform", "form"),
        ("https://docs.google.com/spreadsheets/d/x", "drive"),
        ("https://forms.gle/x", "form"),
        ("https://kemenag-my.sharepoint.com/:b:/g/x", "office"),
        ("https://youtu.be/x", "video"),
        ("https://www.canva.com/design/x/view", "design"),
        ("https://online.anyflip.com/a/b/", "book"),
        ("https://purbalingga.kemenag.go.id/", ""),
        ("mailto:a@b.id", ""),
    ],
)
def test_the_service_behind_an_address(url: str, service: str) -> None:
    assert service_of(url) == service
    assert is_cloud(url) is bool(service)


def test_an_open_file_has_its_name_for_a_title() -> None:
    document = read_cloud(answer(FILE, page("LKjIP 2025 Purbalingga.pdf - Google Drive")))
    assert (document.kind, document.problem, document.title) == (
        DocumentKind.CLOUD,
        DocumentProblem.NONE,
        "LKjIP 2025 Purbalingga.pdf",
    )
    assert (document.url, document.record_id, document.fetched_at) == (FILE, "r", NOW)


@pytest.mark.parametrize(
    "fetch",
    [
        answer(FILE, page("Sign in"), final="https://accounts.google.com/ServiceLogin?continue=x"),
        answer(FILE, page("Google Drive: Sign-in")),
        answer(FILE, page("Google Drive", "You need access. Ask for access, or switch accounts.")),
        answer(FILE, page("Google Drive", "Anda memerlukan akses. Minta akses")),
        answer(FILE, "", status=FetchStatus.UNAUTHORIZED),
        answer(FILE, "", status=FetchStatus.FORBIDDEN),
    ],
)
def test_a_file_behind_a_login(fetch: Fetch) -> None:
    assert read_cloud(fetch).problem is DocumentProblem.LOGIN


@pytest.mark.parametrize(
    "fetch",
    [
        answer(FILE, "", status=FetchStatus.NOT_FOUND),
        answer(FILE, page("Google Drive - Page Not Found", "Sorry, unable to open the file at this time.")),
        answer(FILE, page("Google Drive", "Sorry, the file you have requested does not exist.")),
        answer("https://youtu.be/x", page("YouTube") + '<script>{"playabilityStatus":{"status":"ERROR"}}</script>'),
        answer("https://forms.gle/x", page("Survei", "Formulir ini tidak lagi menerima respons.")),
    ],
)
def test_a_file_that_is_gone(fetch: Fetch) -> None:
    assert read_cloud(fetch).problem is DocumentProblem.GONE


@pytest.mark.parametrize(
    "fetch",
    [
        answer(FILE, page("Google Drive", "")),
        answer(FILE, "", status=FetchStatus.READ_TIMEOUT),
        answer(FILE, "", status=FetchStatus.RATE_LIMITED),
        answer("https://www.canva.com/design/x/view", page("Just a moment...", "Checking your browser")),
    ],
)
def test_what_cannot_be_told_stays_unknown(fetch: Fetch) -> None:
    assert read_cloud(fetch).problem is DocumentProblem.UNKNOWN


def test_nobody_looked() -> None:
    assert unread(FILE).problem is DocumentProblem.UNKNOWN


def test_a_forms_questions_are_its_text() -> None:
    data = '[null,["",[[1,"Nama Lengkap",null,0],[2,"Alamat",null,0],[3,"Rincian Informasi",null,1]]],"/forms"]'
    body = page("Permohonan Informasi - Google Forms") + f"<script>var FB_PUBLIC_LOAD_DATA_ = {data};</script>"
    document = read_cloud(answer("https://docs.google.com/forms/d/e/x/viewform", body))
    assert document.problem is DocumentProblem.NONE
    assert document.text.splitlines() == ["Permohonan Informasi", "Nama Lengkap", "Alamat", "Rincian Informasi"]


def test_a_form_without_its_data_shows_its_headings() -> None:
    body = "<html><title>Permohonan</title><div role='heading'>Nama *</div><div role='heading'>Email</div></html>"
    assert "Email" in read_cloud(answer("https://forms.gle/x", body)).text


def test_a_direct_download_is_read_as_the_file_it_is() -> None:
    url = "https://drive.google.com/uc?export=download&id=x"
    document = read_cloud(answer(url, pdf("Rencana Kerja Tahun 2026 kantor"), media="application/pdf"))
    assert (document.kind, document.title, document.url) == (DocumentKind.PDF, "Rencana Kerja Tahun 2026 kantor", url)


def test_a_film_is_open_and_has_its_title() -> None:
    document = read_cloud(answer("https://youtu.be/x", page("Profil Kankemenag Purbalingga - YouTube")))
    assert (document.problem, document.title) == (DocumentProblem.NONE, "Profil Kankemenag Purbalingga")
