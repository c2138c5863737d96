"""What is written for people holds: links lead somewhere, commands parse, ids exist, and one thing has one word."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
import typer.main

from auditor.cli import app
from auditor.cli.commands import loaded
from auditor.rules.loader import load

ROOT = Path(__file__).parents[1]
PAPERS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "rules").rglob("*.md")],
)
GLOSSARY = ROOT / "docs" / "istilah.md"
SCRIPTS = sorted((ROOT / "windows").glob("*.bat"))
#: wordings that users read; the other files of auditor/data are word lists and thresholds
WORDINGS = (
    "audit", "evaluasi", "freshness", "laporan", "masukan", "notes", "penjelasan", "perintah", "simpanan", "status",
    "toml_faults", "putaran", "jadwal",
)  # fmt: skip
#: keys of the wordings that hold patterns or examples of code, not sentences
NOT_SENTENCES = {"pola", "pattern", "example", "bantuan"}
#: the indicator that CONTRIBUTING.md adds by way of example
INVENTED = {"profil.penghargaan"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def known_ids() -> frozenset[str]:
    return frozenset(rule.id for rule in load(ROOT / "rules" / "kip").rules)


# --- links


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", read(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def links(path: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", read(path)):
        if not re.match(r"[a-z]+:", target):
            yield target


def test_there_are_papers_with_links_worth_following() -> None:
    assert sum(1 for paper in PAPERS for _ in links(paper)) > 30


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_link_and_picture_leads_somewhere(paper: Path) -> None:
    for target in links(paper):
        file, _, anchor = target.partition("#")
        there = (paper.parent / file).resolve() if file else paper
        assert there.exists(), f"{named(paper)}: {target}"
        assert not anchor or anchor in anchors(there), f"{named(paper)}: {target}"


def test_the_picture_of_the_readme_is_a_small_png() -> None:
    picture = (ROOT / "docs" / "gambar" / "rekap.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < 200_000


# --- commands


def quoted_commands(text: str) -> Iterator[str]:
    """What follows ``auditor`` in code: inline, in a block, in a script; comments and redirections cut off."""
    text = text.replace("\\|", "|")
    inline = re.findall(r"[`'\"]auditor ([a-zA-Z\[-][^`'\n]*?)[`']", text)
    lines = re.findall(r"(?:^|[\\/&] ?|Contoh: )auditor ([a-z][^\n`]*)", text, re.MULTILINE)
    for line in [*inline, *(line[:-1] if line.count('"') % 2 else line for line in lines)]:  # the end of a TOML string
        yield re.split(r"\s(?:#|>)|\s{2,}", line)[0].strip()


def alternatives(words: list[str]) -> Iterator[list[str]]:
    """One command line for each of the words in "list|explain|test"."""
    for at, word in enumerate(words):
        if "|" in word:
            for choice in word.split("|"):
                yield from alternatives([*words[:at], choice, *words[at + 1 :]])
            return
    yield words


@cache
def whole() -> Any:
    """The command line with every command loaded."""
    command: Any = typer.main.get_command(app)
    command.commands = {name: loaded(name) for name in command.commands}
    return command


def parse(words: list[str]) -> None:
    """Parses a command line without running it; whatever the parser raises for a mistake."""
    command: Any = whole()
    while words and hasattr(command, "commands"):
        assert words[0] in command.commands, f"auditor {words[0]}"
        command = command.commands[words.pop(0)]
    needed = [p for p in command.params if p.required and p.param_type_name == "argument"]
    if "--help" in words or (not words and needed):  # a command that is only mentioned
        words = [*[word for word in words if word != "--help"], *["x"] * len(needed)]
    if not hasattr(command, "commands"):
        command.make_context("auditor", words)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and group with its name: "auditor", "auditor run", "auditor rules list"."""
    waiting: list[tuple[str, Any]] = [("auditor", whole())]
    while waiting:
        name, command = waiting.pop()
        waiting += [(f"{name} {sub}", one) for sub, one in getattr(command, "commands", {}).items()]
        yield name, command


def told_commands() -> list[tuple[str, str]]:
    sources = [*PAPERS, *SCRIPTS, *((ROOT / "auditor" / "data" / f"{name}.toml") for name in WORDINGS)]
    found = [(named(path), line) for path in sources for line in quoted_commands(read(path))]
    found += [(name, line) for name, command in commands() for line in quoted_commands(command.help or "")]
    return sorted({(name, line) for name, line in found if not line.startswith(("COMMAND", "..."))})


@pytest.mark.parametrize(("where", "line"), told_commands())
def test_every_command_that_is_quoted_parses(where: str, line: str) -> None:
    words = shlex.split(re.sub(r"\[([A-Z]+)\]", r"\1", line).rstrip(".,;:)"))
    for one in alternatives(words):
        try:
            parse(list(one))
        except typer.TyperException as error:
            pytest.fail(f"{where}: auditor {line}: {error.format_message()}")


def test_commands_are_quoted_where_people_look_for_them() -> None:
    told = {name for name, _ in told_commands()}
    assert {"README.md", "CONTRIBUTING.md", "docs/panduan.md", "docs/metode.md", "windows/audit.bat"} <= told
    assert len(told_commands()) > 40


def test_an_option_that_does_not_exist_would_be_seen() -> None:
    with pytest.raises(typer.TyperException):
        parse(["run", "sites.csv", "--putaran", "2026-T4"])


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_the_windows_scripts_are_plain_ascii_with_windows_line_ends(script: Path) -> None:
    raw = script.read_bytes()
    assert raw.isascii() and raw.count(b"\n") == raw.count(b"\r\n") > 3
    labels = set(re.findall(rb"^:(\w+)", raw, re.MULTILINE))
    assert set(re.findall(rb"goto (\w+)", raw)) == labels


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE))
    for paper in PAPERS:
        told = re.findall(r"(?:^|`)make ([a-z-]+)", read(paper), re.MULTILINE)
        assert set(told) <= targets, named(paper)


# --- indicators and files


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_indicator_that_is_named_exists(paper: Path) -> None:
    families = "|".join(sorted({rule_id.split(".")[0] for rule_id in known_ids()}))
    told = set(re.findall(rf"(?<![\w./-])(?:{families})\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![\w/]|\.\w)", read(paper)))
    files = {name for name in told if name.endswith((".toml", ".md"))}
    assert told - files - INVENTED <= known_ids()


def test_the_files_that_the_readme_and_contributing_name_exist() -> None:
    for paper in ("README.md", "CONTRIBUTING.md"):
        for name in re.findall(r"`((?:auditor|rules|reports|tests|bench|docs|windows)/[\w./-]*)`", read(ROOT / paper)):
            assert (ROOT / name).exists(), f"{paper}: {name}"


# --- one thing, one word


@cache
def unwanted() -> re.Pattern[str]:
    """The words of the glossary's table "Jangan pakai", each as a whole word."""
    table = read(GLOSSARY).split("## Jangan pakai")[1]
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("| ") and "jangan pakai" not in row]
    words = [word.strip() for cell in cells for word in cell.split(",")]
    assert len(words) > 30
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?:nya)?(?![\w-])", re.IGNORECASE)


def prose(markdown: str) -> str:
    """The sentences of a paper: code, links' targets, names of menus (*so*) and quotations left out."""
    text = re.sub(r"^ *```.*?^ *```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`|\]\([^)]*\)|<[^>\s][^>]*>", " ", text)
    text = re.sub(r"(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)", " ", text)
    return re.sub(r"\"[^\"\n]*\"", " ", text)


def sentences(value: object) -> Iterator[str]:
    """Every text in a table of wordings that people read."""
    if isinstance(value, str):
        yield re.sub(r"\{[^}]*\}|'[^']*'|\"[^\"]*\"|\*\.\w+|\b\w+\.(?:csv|toml|db|txt|xlsx)\b", " ", value)
    elif isinstance(value, list):
        for one in value:
            yield from sentences(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_SENTENCES:
                yield from sentences(one)


def markup(template: str) -> str:
    """The sentences of a Jinja template: code, styles and tags left out, what is read aloud from attributes kept."""
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", template, flags=re.DOTALL)
    told = re.findall(r"(?:title|aria-label|alt|placeholder)=\"([^\"]*)\"", bare)
    bare = re.sub(r"<(script|style|code)\b.*?</\1>|<[^>]*>", " ", bare, flags=re.DOTALL)
    return "\n".join([bare, *told])


def typeset(template: str) -> str:
    """The texts of a Typst template: what stands in quotes or brackets outside comments."""
    code = re.sub(r"^\s*//.*$", "", template, flags=re.MULTILINE)
    return "\n".join([*re.findall(r"\"([^\"\n]*)\"", code), *re.findall(r"\[([^\[\]]*)\]", code)])


def strings(source: str) -> str:
    """The texts of a module: docstrings, single words and lists of words (re.split(..., "a b c")) left out."""
    tree = ast.parse(source)
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("split")]
    skipped |= {id(argument) for call in calls for argument in call.args}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in skipped)
    return "\n".join(text.value for text in texts if isinstance(text.value, str) and " " in text.value)


def printed() -> Iterator[tuple[str, str]]:
    """(where, text) of what the reports print that is not data."""
    kinds = ((".j2", ROOT / "reports", markup), (".typ", ROOT / "reports", typeset))
    for ending, folder, texts in (*kinds, (".py", ROOT / "auditor" / "report", strings)):
        yield from ((named(path), texts(read(path))) for path in sorted(folder.rglob(f"*{ending}")))


def indonesian() -> Iterator[tuple[str, str]]:
    """(where, text) of everything written for users."""
    yield from printed()
    for paper in PAPERS:
        if paper.parent != ROOT and paper != GLOSSARY:
            yield named(paper), prose(read(paper))
    humas = "\n".join(line for line in read(ROOT / "README.md").splitlines() if line.startswith(">"))
    yield "README.md", prose(humas)
    for name in WORDINGS:
        table = tomllib.loads(read(ROOT / "auditor" / "data" / f"{name}.toml"))
        # the names of commands are no words of a sentence
        yield f"auditor/data/{name}.toml", re.sub(r"\bauditor [a-z]+", "", "\n".join(sentences(table)))
    for path in sorted((ROOT / "rules" / "kip").glob("*.*.toml")):
        rule = tomllib.loads(read(path))
        yield named(path), "\n".join(sentences([rule["title"], rule["why"], rule["how_to_fix"]]))


TEXTS = list(indonesian())


@pytest.mark.parametrize(("where", "text"), TEXTS, ids=[where for where, _ in TEXTS])
def test_what_users_read_has_one_word_for_one_thing(where: str, text: str) -> None:
    assert not sorted({match.group().lower() for match in unwanted().finditer(text)})


def test_the_help_of_every_command_has_one_word_for_one_thing() -> None:
    for name, command in commands():
        told = [command.help or "", *(getattr(parameter, "help", None) or "" for parameter in command.params)]
        assert not unwanted().findall("\n".join(sentences([re.sub(r"Contoh: .*", "", line) for line in told]))), name


def test_an_unwanted_word_would_be_seen_in_a_template_and_in_code() -> None:
    assert unwanted().search(markup('<p class="file">Buka file <b>ini</b></p>'))
    assert not unwanted().search(markup('<link rel="x"><p class="file">{{ file }}</p>'))
    assert unwanted().search(typeset('#text("Silakan download") // x')) and unwanted().search(typeset("[Skor website]"))
    assert not unwanted().search(typeset("// a link\n#link(x)[situs]"))
    assert unwanted().search(strings('told = f"Klik link {x}"'))
    assert not unwanted().search(strings('"""A link."""\ntags = split("link meta")\nkey = "link"'))
    assert len(list(printed())) > 40


def test_an_unwanted_word_would_be_seen() -> None:
    assert unwanted().search(prose("Silakan download **filenya** dari `download/`."))
    assert not unwanted().search(prose("Pilih *Download*, buka [unduhan](download.md), ketik `file`."))
