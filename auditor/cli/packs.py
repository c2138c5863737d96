"""Commands on the rule pack: list, explain, test, schema, book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as o
from auditor.cli.screen import say
from auditor.cli.usage import Command, Group
from auditor.examples import run_examples
from auditor.report.book import write_book
from auditor.rules.explain import explain as explanation
from auditor.rules.explain import overview
from auditor.rules.jsonschema import json_schema
from auditor.rules.loader import load

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Paket indikator: daftar, penjelasan, uji contoh, buku. Contoh: auditor rules list",
)


@app.command("list", cls=Command, help="Daftar indikator. Contoh: auditor rules list")
def list_rules(profile: o.Profile = "default", rules: o.Rules = None) -> None:
    say(overview(load(rules, profile)))


@app.command("explain", cls=Command, help="Jelaskan satu indikator. Contoh: auditor rules explain setiapsaat.dip")
def explain(
    rule_id: Annotated[str, typer.Argument(metavar="INDIKATOR", help="id indikator.")], rules: o.Rules = None
) -> None:
    pack = load(rules)
    say(explanation(o.indicator(pack, rule_id), pack))


@app.command("test", cls=Command, help="Jalankan contoh-contoh indikator. Contoh: auditor rules test setiapsaat.dip")
def test(
    rule_id: Annotated[str, typer.Argument(metavar="INDIKATOR", help="id indikator; kosong = semua.")] = "",
    rules: o.Rules = None,
) -> None:
    pack = load(rules)
    chosen = [o.indicator(pack, rule_id)] if rule_id else pack.rules
    results = [result for rule in chosen for result in run_examples(rule, pack)]
    failed = [result for result in results if not result.passed]
    for result in failed:
        say(result.describe())
    say(f"{len(results) - len(failed)} contoh sesuai, {len(failed)} tidak sesuai.")
    if failed or not results:
        raise typer.Exit(2)


@app.command(
    "schema", cls=Command, help="Cetak JSON Schema untuk penyunting teks. Contoh: auditor rules schema > indikator.json"
)
def schema() -> None:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command("book", cls=Command, help="Tulis Buku Indikator (HTML dan PDF). Contoh: auditor rules book --out hasil")
def book(out: o.Out = Path("hasil"), profile: o.Profile = "default", rules: o.Rules = None) -> None:
    for path in write_book(out, load(rules, profile)):
        say(f"Tertulis: {path.resolve()}")
