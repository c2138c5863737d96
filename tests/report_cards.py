"""Synthetic scorecards for the report tests: a province of 38 offices with every outcome, and a small rule pack."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from auditor.model import (
    CategoryScore,
    Confidence,
    Consideration,
    Evidence,
    FetchStatus,
    Finding,
    NewsSummary,
    OfficeKind,
    Outcome,
    PackInfo,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
)
from auditor.rules.pack import Band, Pack
from auditor.rules.schema import Rule

BANDS = (
    Band(90, "Informatif"),
    Band(80, "Menuju Informatif"),
    Band(60, "Cukup Informatif"),
    Band(40, "Kurang Informatif"),
    Band(0, "Tidak Informatif"),
)
#: category -> (indicators, weight of each): 76 rows, 100 points.
CATEGORIES = {
    "Profil": (8, 1.25),
    "Berkala": (18, 1.5),
    "Serta merta": (2, 2.0),
    "Setiap saat": (8, 1.5),
    "Dikecualikan": (2, 2.0),
    "Layanan informasi (PPID)": (12, 1.5),
    "Berita & kemutakhiran": (5, 2.6),
    "Saluran & kontak": (8, 0.75),
    "Teknis & akses": (7, 1.0),
    "Informasi & bendera": (6, 0.0),
}
_STEMS = (
    "profil",
    "berkala",
    "sertamerta",
    "setiapsaat",
    "dikecualikan",
    "ppid",
    "berita",
    "saluran",
    "teknis",
    "info",
)
_TITLES = (
    "Visi dan misi", "Laporan Kinerja (LKjIP)", "Daftar Informasi Publik (DIP)", "Struktur organisasi",
    "Perjanjian Kinerja", "Tata cara permohonan informasi", "Maklumat pelayanan", "Laporan realisasi anggaran",
)  # fmt: skip
STARTED = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
AREAS = (
    "eks-Karesidenan Banyumas",
    "eks-Karesidenan Kedu",
    "eks-Karesidenan Pati",
    "eks-Karesidenan Semarang",
    "eks-Karesidenan Surakarta",
)


def small_pack(version: str = "1.0.0") -> Pack:
    """A pack of 76 made-up indicators under the real categories; weights sum to 100."""
    rules = []
    for stem, (category, (count, weight)) in zip(_STEMS, CATEGORIES.items(), strict=True):
        for n in range(count):
            rules.append(_rule(stem, n, category, weight))
    rules[-1] = _rule(
        "bendera",
        0,
        "Informasi & bendera",
        0.0,
        check="flag",
        kinds=["nik", "kk", "rekening"],
        title="Data pribadi terbuka",
    )
    rules[-2] = _rule(
        "bendera", 1, "Informasi & bendera", 0.0, check="flag", kinds=["judi"], title="Sisipan judi daring"
    )
    info = PackInfo("kip-kankemenag", version, "5f2a" * 16, "default")
    return Pack(info, tuple(rules), tuple(CATEGORIES), BANDS, 0.8, {}, ("UU 14/2008",))


def _rule(
    stem: str,
    n: int,
    category: str,
    weight: float,
    check: str = "page",
    kinds: list[str] | None = None,
    title: str = "",
) -> Rule:
    check = "freshness" if stem == "berita" else check
    quality = {"kinds": kinds} if kinds else {"measure": "usia"} if check == "freshness" else {}
    return Rule.model_validate(
        {
            "id": f"{stem}.butir-{n + 1}",
            "title": title or f"{_TITLES[n % len(_TITLES)]} ({stem} {n + 1})",
            "category": category,
            "required": n % 4 != 3,
            "weight": weight,
            "effort": (15, 30, 60, 120, 480)[n % 5],
            "legal_basis": [
                {
                    "source": "UU 14/2008",
                    "article": f"Pasal 9 ayat (2) huruf {chr(97 + n)}",
                    "verified": ("terbaca", "sekunder", "perlu dicek")[n % 3],
                }
            ],
            "why": "Masyarakat berhak mengetahui isi dokumen ini tanpa harus memintanya.",
            "how_to_fix": "Buat satu halaman khusus, unggah dokumen tahun berjalan, lalu pasang tautannya pada menu.",
            "check": check,
            "match": {"labels": ["Daftar Informasi Publik", "DIP"]},
            "quality": quality,
            "example": [
                {"name": name, "kind": kind, "expect": expect, "html": "<p>x</p>"}
                for name, kind, expect in (
                    ("ada", "met", "lengkap"),
                    ("kosong", "unmet", "tidak_ada"),
                    ("jebakan", "trap", "tidak_ada"),
                )
            ],
        }
    )


def office(n: int, **changes: object) -> Site:
    """The n-th office (0..37), spread over the wilayah; the first is the Kanwil's own site when asked for by kind."""
    names = ("Sukamaju", "Tirtajaya", "Wanasari", "Girimulya", "Banyubiru", "Karangsari", "Margadana", "Sendangwangi")
    name = f"{names[n % 8]} {n // 8 + 1}" if n >= 8 else names[n]
    site = Site(
        id=f"kab-contoh-{n + 1:02d}",
        name=f"Kankemenag Kabupaten {name}",
        kind=OfficeKind.KABUPATEN,
        url=f"https://contoh{n + 1}.example.go.id",
        province="Jawa Contoh",
        area=AREAS[n % len(AREAS)],
        region_code=f"33{n + 1:02d}",
    )
    return replace(site, **changes)  # type: ignore[arg-type]


_MIX = (
    Outcome.COMPLETE,
    Outcome.STALE,
    Outcome.PARTIAL,
    Outcome.LINK_ONLY,
    Outcome.MISSING,
    Outcome.NIL,
    Outcome.UNCHECKED,
)


def finding(rule: Rule, site: Site, outcome: Outcome, points: float | None = None, **changes: object) -> Finding:
    """One finding with evidence where the outcome has some, else with what came nearest."""
    at = STARTED + timedelta(minutes=7)
    record = f"<urn:uuid:00000000-0000-4000-8000-{zlib.crc32((site.id + rule.id).encode()):012d}>"
    seen = Evidence(
        f"{site.url}/ppid/{rule.id}", f"Halaman {rule.title} memuat isi tahun 2026.", at, record, rule.title
    )
    near = Evidence(f"{site.url}/berita/rapat", "Rapat penyusunan laporan kinerja", at, record, "Rapat penyusunan")
    notes = {
        Outcome.MISSING: "Tidak ditemukan pada halaman yang dibuka.",
        Outcome.LINK_ONLY: "Ada nama menunya, tetapi tautannya tidak berfungsi.",
        Outcome.STALE: "Dokumen terbaru bertahun 2024, seharusnya 2025.",
        Outcome.PARTIAL: "Baru memuat 2 dari 4 unsur.",
        Outcome.UNCHECKED: "Halaman yang memuatnya tidak dapat dibuka.",
        Outcome.NIL: "Pernyataan nihil bertanggal 5 Oktober 2026.",
    }
    made = Finding(
        site_id=site.id,
        rule_id=rule.id,
        title=rule.title,
        category=rule.category,
        required=rule.required,
        weight=rule.weight,
        effort=rule.effort,
        outcome=outcome,
        points=outcome.points if points is None else points,
        confidence=Confidence.HIGH,
        evidence=(seen,) if outcome.present or outcome is Outcome.LINK_ONLY else (),
        nearest=near if outcome is Outcome.MISSING else None,
        note=notes.get(outcome, ""),
        cause=FetchStatus.NEEDS_JAVASCRIPT if outcome is Outcome.UNCHECKED else FetchStatus.OK,
        considered=(Consideration(near.url, near.label, Outcome.MISSING, "berita tentang dokumen, bukan dokumennya"),)
        if outcome is Outcome.MISSING
        else (),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def card_of(
    site: Site, findings: Sequence[Finding], pack: Pack, round_id: str = "2026-T4", **changes: object
) -> Scorecard:
    """A scorecard whose sums follow from its findings, by DESIGN section 3 written out once more."""
    counted = [f for f in findings if f.counted]
    applicable = sum(f.weight for f in findings if f.applicable)
    weight, earned = sum(f.weight for f in counted), sum(f.earned for f in counted)
    score = 100 * earned / weight if weight else None
    coverage = weight / applicable if applicable else 0.0
    required = [f for f in counted if f.required]
    required_weight = sum(f.weight for f in required)
    categories = []
    for name in pack.categories:
        inside = [f for f in counted if f.category == name]
        inside_weight = sum(f.weight for f in inside)
        inside_earned = sum(f.earned for f in inside)
        everything = sum(f.weight for f in findings if f.applicable and f.category == name)
        categories.append(
            CategoryScore(
                name,
                100 * inside_earned / inside_weight if inside_weight else None,
                inside_earned,
                inside_weight,
                everything,
            )
        )
    band = None
    if score is not None and coverage >= pack.coverage_floor:
        band = next(b.name for b in pack.bands if int(score * 10 + 0.5) / 10 >= b.min)
    made = Scorecard(
        site=site,
        round=round_id,
        pack=pack.info,
        status=SiteStatus(SiteState.ALIVE),
        findings=tuple(findings),
        score=score,
        low=100 * earned / applicable if applicable else 0.0,
        high=100 * (earned + applicable - weight) / applicable if applicable else 100.0,
        coverage=coverage,
        band=band,
        required_score=100 * sum(f.earned for f in required) / required_weight if required_weight else None,
        categories=tuple(categories),
        news=NewsSummary(
            date(2026, 11, 17),
            5,
            9,
            tuple((n * 7) % 6 for n in range(26)),
            (("Bimas Islam", 6), ("Pendidikan Madrasah", 2)),
            ("umpan RSS",),
        ),
        pages_opened=48,
        documents_opened=17,
        not_opened=((FetchStatus.OUT_OF_BUDGET, 12), (FetchStatus.FOREIGN_HOST, 7), (FetchStatus.READ_TIMEOUT, 1)),
        started_at=STARTED,
        finished_at=STARTED + timedelta(minutes=14),
        tool_version="0.1.0",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def ordinary_card(
    n: int, pack: Pack, round_id: str = "2026-T4", luck: float | None = None, **changes: object
) -> Scorecard:
    """A card with every outcome; ``luck`` (0..1) moves the share of good ones."""
    site = office(n)
    dice = random.Random(f"{n} {round_id}")
    luck = dice.uniform(0.0, 0.9) if luck is None else luck
    findings = []
    for rule in pack.rules:
        if rule.check == "flag":
            findings.append(finding(rule, site, Outcome.UNDETECTED))
            continue
        outcome = Outcome.COMPLETE if dice.random() < luck else dice.choice(_MIX)
        if outcome is Outcome.UNCHECKED and dice.random() < 0.6:
            outcome = Outcome.MISSING
        points = round(dice.random(), 2) if rule.check == "freshness" and outcome is Outcome.PARTIAL else None
        sure = Confidence.LOW if dice.random() < 0.05 else Confidence.HIGH
        findings.append(finding(rule, site, outcome, points, confidence=sure))
    return card_of(site, findings, pack, round_id, **changes)


def blocked_card(n: int, pack: Pack, cause: FetchStatus = FetchStatus.WAF, **changes: object) -> Scorecard:
    """An office nobody could look at."""
    site = office(n, **changes)
    findings = [finding(rule, site, Outcome.UNCHECKED) for rule in pack.rules]
    return card_of(
        site, findings, pack, status=SiteStatus(SiteState.UNREACHABLE, cause), pages_opened=0, documents_opened=0,
        news=NewsSummary(), not_opened=((cause, 3),),
    )  # fmt: skip


def unregistered_card(n: int, pack: Pack) -> Scorecard:
    """An office without a known address."""
    return replace(
        blocked_card(n, pack, url=""), status=SiteStatus(SiteState.NOT_REGISTERED), started_at=None, finished_at=None,
        not_opened=(), findings=(), categories=(), coverage=0.0, score=None, required_score=None,
    )  # fmt: skip


HOSTILE = (
    '<script>alert("x")</script> =HYPERLINK("http://jahat.example") \u202eterbalik\u202c ' + "sangat panjang " * 700
)


def hostile_card(n: int, pack: Pack) -> Scorecard:
    """Script, formulas, right-to-left marks and 10,000 characters wherever a site's words can go."""
    site = office(
        n,
        name='Kankemenag <script>alert("nama")</script> #let x = 1; *tebal* _miring_ $rumus$ @acuan',
        area="=1+1 <b>wilayah</b>",
    )
    bad = Evidence("javascript:alert(1)", HOSTILE, STARTED, "<urn:uuid:1>", HOSTILE)
    worse = Evidence('https://x.example/"><script>alert(2)</script>', HOSTILE, STARTED, "../../etc/passwd", HOSTILE)
    findings = [
        finding(rule, site, _MIX[i % 6], evidence=(bad, worse), nearest=bad, note=HOSTILE, title=HOSTILE[:300],
                decided_by="=cmd|calc",
                considered=(Consideration("data:text/html,x", HOSTILE, Outcome.MISSING, HOSTILE),))
        for i, rule in enumerate(pack.rules)
    ]  # fmt: skip
    return card_of(site, findings, pack)


NIK = "3303011508850001"


def flagged_card(n: int, pack: Pack) -> Scorecard:
    """A card with both kinds of red flags; the privacy flag carries a (made-up) identity number."""
    card = ordinary_card(n, pack)
    raised = []
    for f in card.findings:
        rule = pack.rule(f.rule_id)
        if rule.check == "flag":
            private = "judi" not in getattr(rule.quality, "kinds", [])
            quote = f"NIK {NIK} atas nama Contoh" if private else "slot gacor maxwin"
            where = f"{card.site.url}/unggah/daftar-peserta" if private else f"{card.site.url}/?s=x"
            f = replace(
                f,
                outcome=Outcome.DETECTED,
                red_flag=True,
                evidence=(Evidence(where, quote, STARTED, "<urn:uuid:9>"),),
                note=f"Ditemukan: {quote}.",
            )
        raised.append(f)
    return replace(card, findings=tuple(raised))


def news_of(n: int) -> NewsSummary:
    """News of the n-th office: most of them fresh, some old, one dead for years, some seen for a few weeks only."""
    day = (STARTED + timedelta(minutes=14)).date()
    age = (0, 1, 1, 2, 3, 3, 5, 6, 8, 12, 20, 33, 75, 200, 900)[n * 7 % 15]
    first = n % 4 * 6 if age < 30 else 0  # weeks that were not seen
    weekly = tuple(0 if i < first or (25 - i) * 7 < age else (n + i * 7) % 6 for i in range(26))
    since = day - timedelta(days=7 * (25 - first)) if first else None
    latest = day - timedelta(days=age)
    return NewsSummary(latest, age, sum(weekly[-4:]), weekly, (("Bimas Islam", 6),), ("umpan RSS",), since=since)


def province(pack: Pack | None = None, round_id: str = "2026-T4", count: int = 38) -> list[Scorecard]:
    """38 offices: 32 ordinary, one flagged, one thin, two blocked, two unregistered."""
    pack = pack or small_pack()
    systems = ("WordPress", "WordPress", "CodeIgniter", "Laravel", "")
    cards = [ordinary_card(n, pack, round_id, news=news_of(n), system=systems[n % 5]) for n in range(count)]
    if count >= 38:
        cards[5] = flagged_card(5, pack)
        cards[9] = thin_card(9, pack)
        cards[12] = blocked_card(12, pack)
        cards[19] = blocked_card(19, pack, FetchStatus.SUSPENDED)
        cards[23] = unregistered_card(23, pack)
        cards[37] = unregistered_card(37, pack)
    return [replace(c, round=round_id) for c in cards]


def kanwil_card(pack: Pack) -> Scorecard:
    """The Kanwil's own site, with what the first thirty offices sent to it."""
    site = office(38, kind=OfficeKind.KANWIL, name="Kanwil Kementerian Agama Provinsi Jawa Contoh", area="")
    sent = [(office(n).id, f"2026-{m}", (n * m) % 7) for n in range(30) for m in (10, 11, 12)]
    card = ordinary_card(38, pack, news=replace(news_of(0), contributions=(*sent, ("", "2026-11", 9))))
    return replace(card, site=site)


def thin_card(n: int, pack: Pack) -> Scorecard:
    """Half of the site could be read: a score with a wide interval, no band."""
    site = office(n)
    findings = [finding(r, site, Outcome.COMPLETE if i % 2 else Outcome.UNCHECKED) for i, r in enumerate(pack.rules)]
    return card_of(site, findings, pack, not_opened=((FetchStatus.NEEDS_JAVASCRIPT, 31),), pages_opened=9)
