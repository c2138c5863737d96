"""A round's sites cut into parts: each site once, and what one host serves in one hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import OfficeKind, Site
from auditor.shards import shards_of
from auditor.web.hosts import own_hosts

HOSTS = (
    "tirtasari.kemenag.go.id", "kemenagtirtasari.id", "ppid.kemenagtirtasari.id", "wanasari.kemenag.go.id",
    "banyu.example.id", "banyu.example.id:8080", "satker.wanasari.go.id", "wanasari.go.id", "127.0.1.3:8101",
)  # fmt: skip
ADDRESSES = ("10.0.0.1", "10.0.0.2", "2001:db8::7")


def site(n: int, host: str, ppid: str = "", *, name: str = "") -> Site:
    url = f"http://{host}/kantor-{n}" if host else ""
    return Site(f"kantor-{n}", name or f"Badan Publik {n}", OfficeKind.OTHER, url, ppid_url=ppid and f"https://{ppid}")


hosts = st.sampled_from(("", *HOSTS)) | st.integers(0, 400).map("kantor{}.example.go.id".format)
lists = st.lists(st.tuples(hosts, hosts), max_size=60).map(
    lambda rows: [site(n, host, ppid) for n, (host, ppid) in enumerate(rows)]
)
known = st.dictionaries(hosts, st.lists(st.sampled_from(ADDRESSES), max_size=2), max_size=30)


@given(sites=lists, most=st.integers(1, 30), addresses=known)
def test_each_site_is_in_one_part_and_no_host_in_two(
    sites: list[Site], most: int, addresses: dict[str, list[str]]
) -> None:
    shards = shards_of(sites, most, addresses)
    assert sorted(s.id for shard in shards for s in shard) == sorted(s.id for s in sites)
    seen: dict[str, int] = {}
    for number, shard in enumerate(shards):
        for one in shard:
            for host in own_hosts(one):
                assert seen.setdefault(host, number) == number
                port = host.partition(":")[2]
                for address in addresses.get(host, ()):
                    assert seen.setdefault(f"{address} {port}", number) == number


@given(count=st.integers(0, 300), most=st.integers(1, 50))
def test_what_shares_nothing_is_cut_as_small_as_asked(count: int, most: int) -> None:
    shards = shards_of([site(n, f"kantor{n}.example.go.id") for n in range(count)], most)
    assert len(shards) == -(-count // most) and all(len(shard) <= most for shard in shards)


@given(count=st.integers(1, 300), hands=st.integers(1, 8))
def test_the_last_parts_are_the_smallest(count: int, hands: int) -> None:
    shards = shards_of([site(n, f"kantor{n}.example.go.id") for n in range(count)], 24, hands=hands)
    assert [len(shard) for shard in shards[-hands:]] == [1] * min(hands, len(shards))
    assert sum(map(len, shards)) == count and max(map(len, shards)) <= max(1, min(24, count // (2 * hands)))


def parts(*sites: Site, **addresses: list[str]) -> list[list[int]]:
    shards = shards_of(sites, 1, addresses or None)
    return sorted(sorted(int(s.id.rpartition("-")[2]) for s in shard) for shard in shards)


def test_sub_hosts_and_sister_hosts_of_one_owner_stay_together() -> None:
    assert parts(site(1, "kemenagtirtasari.id"), site(2, "ppid.kemenagtirtasari.id"), site(3, "kemenaglain.id")) == [
        [1, 2],
        [3],
    ]


def test_the_sub_hosts_of_the_ministry_and_of_regencies_do_not() -> None:
    assert parts(
        site(1, "a.kemenag.go.id"), site(2, "b.kemenag.go.id"), site(3, "a.go.id"), site(4, "b.go.id")
    ) == [[1], [2], [3], [4]]  # fmt: skip


def test_a_registered_host_keeps_what_lies_below_it() -> None:
    assert parts(site(1, "wanasari.go.id"), site(2, "kemenag.wanasari.go.id")) == [[1, 2]]


def test_one_server_with_many_names_is_in_one_hand_but_two_servers_of_one_machine_are_not() -> None:
    together = {"satu.example.go.id": ["10.0.0.1"], "dua.example.go.id": ["10.0.0.1", "10.0.0.9"]}
    assert parts(site(1, "satu.example.go.id"), site(2, "dua.example.go.id"), **together) == [[1, 2]]
    assert parts(site(1, "127.0.0.1:8001"), site(2, "127.0.0.1:8002")) == [[1], [2]]


def test_offices_of_one_place_stay_together() -> None:
    first = site(1, "banyumas.kemenag.go.id", name="Kankemenag Kabupaten Banyumas")
    second = site(2, "kuabaturraden.id", name="KUA Kecamatan Baturraden Kabupaten Banyumas")
    assert parts(first, second, site(3, "cilacap.kemenag.go.id", name="Kankemenag Kabupaten Cilacap")) == [[1, 2], [3]]


def test_the_largest_part_comes_first() -> None:
    one = [site(n, "bersama.example.go.id") for n in range(5)]
    assert [len(shard) for shard in shards_of([site(9, "lain.example.go.id"), *one], 2)] == [5, 1]
