"""The documents say what is: links lead somewhere, examples run, generated pages are current, every noun is explained."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.close.notes import TITLES
from steps.language.phrases import registry
from tieout.phrase_book import as_page, found, load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OWN_STACK = ROOT / "docs" / "your-own-stack.md"
BIGGEST_PICTURE = 250_000


def blocks(page: Path, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def anchors(page: Path) -> set[str]:
    """The names under which headings are linked."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page: Path) -> Iterator[str]:
    for target in LINK.findall(BLOCK.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = target.partition("#")
        if ":" in path:
            continue
        goal = (page.parent / path) if path else page
        if not goal.exists():
            yield f"{page.name}: {target} leads nowhere"
        elif anchor and anchor not in anchors(goal):
            yield f"{page.name}: {target} has no such heading"


def test_every_link_leads_somewhere() -> None:
    assert not [said for page in PAGES for said in broken(page)]
    assert sum(len(LINK.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 20


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            targets = [t.partition("#")[0] for t in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in t]
            ahead += [(page.parent / target).resolve() for target in targets if target]
    assert {page.name for page in PAGES} == {page.name for page in reached}


def test_pictures_are_small_and_used() -> None:
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    assert pictures
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert all(picture.stat().st_size < BIGGEST_PICTURE and picture.name in shown for picture in pictures)


def test_the_phrase_book_is_current() -> None:
    load_vocabulary("steps.vocabulary")
    ours = [sentence for sentence in found() if not sentence.function.__module__.startswith("tests.")]
    kept = (ROOT / "docs" / "phrase-book.md").read_text(encoding="utf-8")
    assert kept == "\n".join(as_page(ours, ROOT / "features")) + "\n", (
        "run: tieout steps --markdown > docs/phrase-book.md"
    )


def test_every_noun_of_the_engine_stands_in_the_glossary() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    nouns = [
        node.name
        for path in sorted((ROOT / "engine" / "model").rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert len(nouns) > 50
    assert not [noun for noun in nouns if f"`{noun}`" not in glossary]
    explained = set(re.findall(r"`([A-Z]\w+)`", glossary))
    assert not explained - set(nouns), "the glossary explains nouns that are gone"


def test_the_glossary_explains_each_word_once() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    words = [row.split("|")[1].strip() for row in glossary.splitlines() if row.startswith("| ") and row.count("|") > 3]
    single = [word for cell in words for word in re.split(r", ", cell) if word != "ours"]
    assert not {word for word in single if single.count(word) > 1}


def test_every_line_of_an_example_is_a_sentence() -> None:
    load_vocabulary("steps.vocabulary")
    told = 0
    for page in PAGES:
        for block in blocks(page, "gherkin"):
            for line in re.findall(r"^\s*(?:Given|When|Then|And|But) (.+)$", block, re.MULTILINE):
                registry.match(line)
                told += 1
    assert told > 100


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tieout.cli", "run", str(folder), "--out", str(folder / "out"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def stories() -> dict[str, str]:
    """The whole features and scenarios of the documents, as feature files."""
    told = {}
    for page in PAGES:
        for number, block in enumerate(blocks(page, "gherkin")):
            if page == OWN_STACK or not re.search(r"^\s*(?:Feature|Scenario):", block, re.MULTILINE):
                continue
            untagged = re.sub(r"^@.*\n", "", block)
            whole = untagged if "Feature:" in block else f"Feature: {page.stem} {number}\n{untagged}"
            told[f"{page.stem}_{number}.feature"] = whole
    return told


def test_the_stories_of_the_documents_pass(tmp_path: Path) -> None:
    told = stories()
    assert len(told) >= 2
    for name, text in told.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run(tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_an_integration_of_ones_own_is_found_out_as_the_document_says(tmp_path: Path) -> None:
    conftest, *_ = blocks(OWN_STACK, "python")
    [feature] = blocks(OWN_STACK, "gherkin")
    [said] = [block for block in blocks(OWN_STACK, "") if block.startswith("Receivables")]
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")
    (tmp_path / "seats.feature").write_text(
        feature
        + "\n  Scenario: Reminders\n"
        + re.sub(r"(?s).*?(    Given.*?)    When.*", r"\1", feature)
        + "    When time passes to 14 February 2026\n    Then Globex was reminded 2 times\n",
        encoding="utf-8",
    )
    ran = run(tmp_path)
    assert said.strip() in ran.stdout, ran.stdout + ran.stderr
    assert "scenarios: 1 passed, 1 failed" in ran.stdout


EXPLAINED = (
    "receivables/write_off",
    "receivables/traps",
    "receivables/bank_statements",
    "entities/group",
    "close/tie_outs",
)


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What a few features of receivables, entities and the close wrote down."""
    out = tmp_path_factory.mktemp("run")
    told = [f"features/{name}.feature" for name in EXPLAINED]
    command = [sys.executable, "-m", "tieout.cli", "run", *told, "--out", str(out)]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    files = sorted((out / "latest" / "evidence").rglob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_report_is_explained(evidence: list[dict[str, object]]) -> None:
    page = (ROOT / "docs" / "reading-the-report.md").read_text(encoding="utf-8")
    titles = {re.sub(r" (of|at) .*", "", str(r["title"])) for r in evidence if r["kind"] == "reconciliation"}
    assert len(titles) > 15
    assert not {title for title in titles | {"Chart of accounts"} if title not in page}
    sections = {section["title"] for r in evidence if r["kind"] == "close_report" for section in r["sections"]}  # type: ignore[attr-defined]
    assert sections
    assert not {title for title in sections if title not in page}
    assert sections <= set(TITLES)
