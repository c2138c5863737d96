"""Which addresses belong to cloud services (``auditor/data/cloud.toml``)."""

from __future__ import annotations

from functools import cache

from auditor.data import table
from auditor.web.hosts import host_of


@cache
def _hosts() -> dict[str, str]:
    return {host: kind for kind, hosts in table("cloud")["hosts"].items() for host in hosts}


def service_of(url: str) -> str:
    """What kind of service an address belongs to: drive, form, office, video, design, box, book, board; "" for none."""
    host = host_of(url)
    while host:
        if host in _hosts():
            kind = _hosts()[host]
            return "form" if kind == "drive" and "/forms/" in url else kind
        host = host.partition(".")[2]
    return ""


def is_cloud(url: str) -> bool:
    """Whether an address is a file, form, film or book kept with a cloud service."""
    return bool(service_of(url))
