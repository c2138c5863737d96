"""A desk on a real port and a browser that was let in, for the tests of the desk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest

from auditor.desk import open_desk
from auditor.desk.place import Place
from auditor.model import Scorecard
from auditor.quarters import this_quarter
from auditor.rules.loader import load
from auditor.store import Store
from tests.report_cards import province

LIST = (
    "id,nama,jenis,provinsi,wilayah,kode_wilayah,url\r\n"
    "kab-contoh,Kankemenag Kabupaten Contoh,kabupaten,Jawa Contoh,eks-Karesidenan Kedu,3301,https://contoh.example.id\r\n"
)


@dataclass
class Visitor:
    """A desk that serves a folder, and a browser that was let in."""

    folder: Path
    base: str
    entry: str
    client: httpx.Client
    token: str = ""

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(self.base + path, headers=headers)

    def post(self, path: str, data: dict[str, str] | None = None, **more: object) -> httpx.Response:
        headers = {"Origin": self.base, **(more.pop("headers", None) or {})}  # type: ignore[dict-item]
        fields = {"tanda": self.token, **(data or {})}
        return self.client.post(self.base + path, data=fields, headers=headers, **more)  # type: ignore[arg-type]


def token_of(html: str) -> str:
    return html.split('name="tanda" value="')[1].split('"')[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sites.csv").write_bytes(LIST.encode())
    return tmp_path


def stored(out: Path) -> list[Scorecard]:
    """Some cards of this quarter, in the history."""
    pack = load()
    cards = [replace(card, round=this_quarter()) for card in province(pack)[:6]]
    with Store.open(out, write=True) as store:
        store.enlist(this_quarter(), [card.site for card in cards])
        for n, card in enumerate(cards):
            store.save(card, n, Path(this_quarter()) / "bukti" / f"{card.site.id}.warc.gz", "")
    return cards


@pytest.fixture
def desk(folder: Path) -> Iterator[Visitor]:
    told: list[str] = []
    opened = threading.Event()

    def tell(address: str) -> None:
        told.append(address)
        opened.set()

    serving = threading.Thread(target=open_desk, args=(Place(folder / "sites.csv", folder / "hasil"), tell))
    serving.start()
    assert opened.wait(30)
    base = told[0].split("/masuk")[0]
    with httpx.Client(follow_redirects=True, timeout=60) as client:
        visitor = Visitor(folder, base, told[0], client)
        for _ in range(100):  # the sockets listen, the server may not answer yet
            try:
                first = client.get(told[0])
                break
            except httpx.TransportError:
                time.sleep(0.05)
        visitor.token = token_of(first.text)
        yield visitor
        visitor.post("/tutup")
    serving.join(30)
    assert not serving.is_alive()


def until(done: Callable[[], bool]) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("nothing happened for a minute")
