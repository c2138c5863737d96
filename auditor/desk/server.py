"""The desk as a server on 127.0.0.1: its routes, its door, and the shelf of stored pages beside it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property

import uvicorn
from filelock import FileLock, Timeout
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from auditor.data import table
from auditor.desk import home, lists, meeting, objecting, offices, pages, reviewing, running, sharing
from auditor.desk.changes import change
from auditor.desk.door import ENTRY, Door, Keys
from auditor.desk.errand import Errand
from auditor.desk.fresh import Fresh
from auditor.desk.place import History, Place, list_of
from auditor.desk.shelf import Shelf
from auditor.desk.sitelist import table_of
from auditor.machine import Light, lights
from auditor.problems import InputError, Problem
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.store import StoreError

HOST = "127.0.0.1"
LOCK = "meja.lock"
_CLOSING = 3.0  # seconds a desk that was just closed has to be gone


@dataclass
class Desk:
    """What all screens share: the place, the history in it, the command at work, the secrets."""

    place: Place
    keys: Keys = field(default_factory=Keys)
    reviewer: reviewing.Reviewer = field(default_factory=reviewing.Reviewer)
    shelf: str = ""  # the origin, and the secret folder, where stored pages are shown
    trying: threading.Lock = field(default_factory=threading.Lock)  # one address is tried at a time
    close: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.place = replace(self.place, sites=self.place.sites.resolve(), out=self.place.out.resolve())
        self.history = History(self.place)
        self.errand = Errand(self.place.folder)
        self.listed = Fresh(lambda _: list_of(self.place, self.pack))
        self.tables = Fresh(lambda path: table_of(path, [rule.id for rule in self.pack.rules]))

    @cached_property
    def lights(self) -> tuple[Light, ...]:
        """Whether this machine is ready; asked once, for what is installed while a desk is open counts at the next."""
        return lights(self.place.out)

    @cached_property
    def pack(self) -> Pack:
        """The indicators, read once: every screen asks for them."""
        return load()


def application(desk: Desk) -> Starlette:
    """The desk's screens. What changes anything is a POST, and goes through ``change``."""
    routes = [
        Route("/", home.home),
        Route("/tutup", change(home.close), methods=["POST"]),
        Route("/daftar", lists.show),
        Route("/daftar/unggah", change(lists.upload), methods=["POST"]),
        Route("/daftar/awal", change(lists.begin), methods=["POST"]),
        Route("/daftar/pakai", change(lists.use), methods=["POST"]),
        Route("/daftar/buang", change(lists.drop), methods=["POST"]),
        Route("/daftar/baru", lists.edit),
        Route("/daftar/baru", change(lists.save), methods=["POST"]),
        Route("/daftar/baru/uji", change(lists.attempt), methods=["POST"]),
        Route("/daftar/uji", change(lists.attempt_all), methods=["POST"]),
        Route("/daftar/{baris:int}", lists.edit),
        Route("/daftar/{baris:int}/uji", change(lists.attempt), methods=["POST"]),
        Route("/daftar/{baris:int}", change(lists.save), methods=["POST"]),
        Route("/daftar/{baris:int}/hapus", change(lists.remove), methods=["POST"]),
        Route("/jalankan", running.show),
        Route("/jalankan/keadaan", running.state),
        Route("/jalankan/mulai", change(running.start), methods=["POST"]),
        Route("/jalankan/berhenti", change(running.stop), methods=["POST"]),
        Route("/kantor", offices.show),
        Route("/kantor/{kantor}", offices.office),
        Route("/kantor/{kantor}/{indikator}", offices.finding),
        Route("/kantor/{kantor}/periksa-ulang", change(objecting.again), methods=["POST"]),
        Route("/kantor/{kantor}/{indikator}/sanggah", change(objecting.file), methods=["POST"]),
        Route("/kantor/{kantor}/{indikator}/putus", change(objecting.decide), methods=["POST"]),
        Route("/tinjau", reviewing.show),
        Route("/tinjau/jawab", change(reviewing.answer), methods=["POST"]),
        Route("/tinjau/urungkan", change(reviewing.take_back), methods=["POST"]),
        Route("/rakor", meeting.show),
        Route("/rakor/wilayah", meeting.area),
        Route("/rakor/kantor/{kantor}", meeting.office),
        Route("/rakor/kantor/{kantor}", change(meeting.save), methods=["POST"]),
        Route("/nilai-ulang", change(objecting.score), methods=["POST"]),
        Route("/bagikan", sharing.show),
        Route("/bagikan/susun", change(sharing.compose), methods=["POST"]),
        Route("/berkas/{putaran}/{nama:path}", sharing.file),
        *(Route(path, pages.look) for path in pages.LOOKS),
    ]
    made = Starlette(routes=routes, exception_handlers={404: home.missing, StoreError: home.unread})
    made.state.desk = desk
    return made


def open_desk(place: Place, tell: Callable[[str], None], port: int = 0) -> None:
    """Serves the desk until it is closed; ``tell`` is given the link that lets in.

    InputError where another desk is open in the folder, OSError where a port is taken.
    """
    desk = Desk(place)
    with _alone(place), closing(_listening(port)) as main, closing(_listening(0)) as side, closing(desk.errand):
        number, beside = main.getsockname()[1], side.getsockname()[1]
        desk.shelf = f"http://{HOST}:{beside}/{desk.keys.shelf}"
        door = Door(application(desk), desk.keys, number, f"http://{HOST}:{beside}")
        shelf = Shelf(desk, f"http://{HOST}:{number}", f"{HOST}:{beside}")
        desk.history.chosen(""), desk.pack, desk.lights  # read before anybody waits for a screen
        tell(f"http://{HOST}:{number}{ENTRY}?kunci={desk.keys.entry}")
        asyncio.run(_serve(desk, (door, main), (shelf, side)))


@contextmanager
def _alone(place: Place) -> Iterator[None]:
    """Keeps other desks out of the folder: each holds what it has read, and would write over what the other wrote."""
    lock = FileLock(place.folder / LOCK)
    try:
        lock.acquire(timeout=_CLOSING)
    except Timeout:
        told = table("meja")["pintu"]["meja_lain"]
        raise InputError([Problem("desk", str(told), found=str(place.folder))]) from None
    try:
        yield
    finally:
        lock.release()


async def _serve(desk: Desk, *served: tuple[ASGIApp, socket.socket]) -> None:
    servers = [
        (uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", server_header=False)), listening)
        for app, listening in served
    ]

    def close() -> None:
        for server, _ in servers:
            server.should_exit = True

    desk.close = close
    async with asyncio.TaskGroup() as group:
        for server, listening in servers:
            group.create_task(server.serve(sockets=[listening]))


def _listening(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.bind((HOST, port))
        made.listen(64)
    except BaseException:
        made.close()
        raise
    return made
