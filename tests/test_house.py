"""The house rules, as tests of the source tree. A failure lists every place, and what to do about it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from steps.language.phrases import Sentence, registry
from tieout.feature_files import FeatureFile, fill, read
from tieout.phrase_book import load_vocabulary
from tieout.preflight import preflight
from tieout.tags import is_known, known_tags

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("engine", "ports", "fakes", "scenarios", "steps", "reports", "tieout", "benchmarks")
PURE_ROOMS = ("engine", "fakes", "steps")

LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# A test file is a list of cases, and a story told in one function is easier to follow than in three.
LONGEST_TEST_FILE, LONGEST_TEST_FUNCTION = 600, 60

# What would make two runs differ, lose a cent, or speak past the report. Attributes by name, so `date.today()` too.
FORBIDDEN_MODULES = {"random", "secrets", "time", "uuid"}
FORBIDDEN_CALLS = {"float", "now", "print", "sleep", "today", "utcnow", "uuid4", "time"}
# The one clock that may be asked: the systems' own business day, through their door.
BUSINESS_CLOCK = re.compile(r"(?:\w+\.)*clock\.today\(\)")

NOT_OURS_TO_SAY = {
    "a path of somebody's machine": re.compile(r"(?:^|[\s\"'`(=])/(?:home|root|work|Users|tmp)/"),
    "work that is not done": re.compile(r"\b(?:TODO|FIXME|HACK)\b"),
    "a number that only a tracker can explain": re.compile(r"\b(?:issue|ticket|card) #?\d"),
}

# Sentences that no feature tells yet. Take a line out when a feature tells it; put none in.
UNTOLD = frozenset(
    {
        "the customer {customer}",
        "the integration loses the {ordinal} event {event}",
        "the revenue schedule of {customer} is:",
        "the tax code {string} is {percent}",
        "the tax code {string} is {percent} from {date}",
        "the tiers of {product} from {date}:",
        "the {period} close report shows no late events",
    }
)


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the repository, or of the folder where it is none."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    return tuple(path for name in names if (path := ROOT / name).is_file())


def python_files(*rooms: str) -> Iterator[tuple[str, str]]:
    """Name and text of the Python files of these rooms."""
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".py" and name.startswith(tuple(f"{room}/" for room in rooms)):
            yield name, path.read_text(encoding="utf-8")


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_rules_have_something_to_look_at() -> None:
    assert {name.partition("/")[0] for name, _ in python_files(*ROOMS)} == set(ROOMS)


def test_no_file_needs_a_map() -> None:
    long = [name for name, text in python_files(*ROOMS) if text.count("\n") > LONGEST_FILE]
    long += [name for name, text in python_files("tests") if text.count("\n") > LONGEST_TEST_FILE]
    assert not long, "split these files: " + ", ".join(long)


def test_every_function_fits_a_screen() -> None:
    limits = [*((found, LONGEST_FUNCTION) for found in python_files(*ROOMS))]
    limits += [(found, LONGEST_TEST_FUNCTION) for found in python_files("tests")]
    long = [
        f"{name}:{node.lineno} {node.name}, {length(node)} lines"
        for (name, text), most in limits
        for node in functions(text)
        if length(node) > most
    ]
    assert not long, "split these functions:\n" + "\n".join(long)


def forbidden(name: str, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        called = node.func if isinstance(node, ast.Call) else None
        word = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        if FORBIDDEN_MODULES & {module.partition(".")[0] for module in modules}:
            yield f"{name}:{getattr(node, 'lineno', 0)} imports {', '.join(modules)}"
        if word in FORBIDDEN_CALLS and not BUSINESS_CLOCK.fullmatch(ast.unparse(node)):
            yield f"{name}:{getattr(node, 'lineno', 0)} {ast.unparse(node)}"


def test_nothing_is_guessed_random_or_late_in_engine_fakes_and_steps() -> None:
    found = [place for name, text in python_files(*PURE_ROOMS) for place in forbidden(name, text)]
    assert not found, "no floats, wall clock, randomness, sleeping or printing here:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "x = float('1')",
        "import uuid",
        "from time import sleep",
        "date.today()",
        "datetime.now()",
        "print(1)",
        "t.sleep(1)",
    ],
)
def test_what_is_forbidden_is_found(line: str) -> None:
    assert list(forbidden("x.py", line))
    assert not list(forbidden("x.py", "world.clock.today()"))


def without_docstring(text: str) -> Iterator[tuple[int, str]]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            inner = node.body if isinstance(node, ast.ClassDef) else []
            methods = [n for n in inner if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
            yield from ((n.lineno, n.name) for n in (node, *methods) if not ast.get_docstring(n))


def test_public_names_say_what_they_mean() -> None:
    rooms = [room for room in ROOMS if room != "benchmarks"]
    bare = [f"{name}:{line} {what}" for name, text in python_files(*rooms) for line, what in without_docstring(text)]
    assert not bare, "these need a docstring:\n" + "\n".join(bare)


def without_reason(text: str) -> Iterator[int]:
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        excused = re.search(r"# (?:noqa: [\w, ]+?|type: ignore\[[\w, -]+\])(?:\s+[#-] \S+ .*|(?P<bare>))$", line)
        said_above = lines[number - 2].lstrip().startswith("# ")
        if ("# noqa" in line or "# type: ignore" in line) and (
            excused is None or (excused["bare"] is not None and not said_above)
        ):
            yield number


def test_an_exception_to_a_rule_gives_its_reason() -> None:
    bare = [f"{name}:{number}" for name, text in python_files(*ROOMS) for number in without_reason(text)]
    assert not bare, "say beside or above each lint exception why it is one:\n" + "\n".join(bare)
    assert list(without_reason("x = 1  # type: ignore[misc]\nfoo()  # noqa: B019 - it lasts as long as the process"))


def test_no_file_tells_what_only_its_author_could_know() -> None:
    found = []
    for path in tracked():
        if path.suffix in (".png", ".json") or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [
                f"{path.relative_to(ROOT)}:{number}: {why}"
                for why, what in NOT_OURS_TO_SAY.items()
                if what.search(line)
            ]
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def features() -> list[FeatureFile]:
    load_vocabulary("steps.vocabulary")
    return [read(path) for path in sorted((ROOT / "features").rglob("*.feature"))]


def test_the_features_have_no_mistake(features: list[FeatureFile]) -> None:
    assert len(features) > 3
    assert preflight(features) == []


def test_every_sentence_is_told_by_some_feature(features: list[FeatureFile]) -> None:
    told: Counter[Sentence] = Counter()
    for file in features:
        for scenario in file.scenarios:
            told.update(registry.match(fill(step.text, scenario.example)).sentence for step in scenario.steps)
    ours = {s.pattern for s in registry.sentences if s.place.startswith("steps/") or "/steps/" in s.place}
    assert ours >= UNTOLD, "these are no sentences any more: " + ", ".join(UNTOLD - ours)
    untold = sorted(ours - {sentence.pattern for sentence in told} - UNTOLD)
    assert not untold, f"{len(untold)} sentences are told by no feature:\n" + "\n".join(untold)


def test_every_tag_is_explained(features: list[FeatureFile]) -> None:
    known, mistakes = known_tags(ROOT / "features")
    assert known
    assert not mistakes
    used = {tag for file in features for scenario in file.scenarios for tag in scenario.tags}
    assert not {tag for tag in used if not is_known(tag, known)}


def test_no_two_features_promise_the_same_by_name(features: list[FeatureFile]) -> None:
    names = Counter(file.feature["name"] for file in features if file.feature)
    assert not [name for name, count in names.items() if count > 1]
