"""What `make run` installs is what the code imports; a fresh environment must not miss what a full one happens to have."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("engine", "ports", "scenarios", "fakes", "reports", "steps", "tieout")
# Modules that come with a declared package as part of it.
PARTS = {
    "allure": "allure_pytest",
    "pydantic_core": "pydantic",
    "typing_extensions": "pydantic",
    "markupsafe": "jinja2",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def imported(*rooms: str) -> Iterator[str]:
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name.partition(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def packages(*rooms: str) -> set[str]:
    """The packages that provide what the rooms import, as they are installed here."""
    known = packages_distributions()
    ours = {*ROOMS, "tests", "benchmarks", *(path.stem for path in (ROOT / "tests").rglob("*.py"))}
    modules = {PARTS.get(m, m) for m in imported(*rooms)} - sys.stdlib_module_names - ours
    return {known.get(module, [module])[0].lower() for module in modules}


@pytest.mark.parametrize(
    ("rooms", "declared"),
    [
        (ROOMS, PROJECT["dependencies"]),
        (("tests", "benchmarks"), PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
    ids=["what runs", "what is tested"],
)
def test_every_package_that_is_imported_is_declared(rooms: tuple[str, ...], declared: list[str]) -> None:
    assert {name for name in packages(*rooms) if name not in {one.lower() for one in declared}} == set()


def test_every_declared_package_has_its_release_pinned() -> None:
    pinned = {
        line.partition("==")[0].lower()
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    declared = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert [name for name in declared if name.lower() not in pinned] == []


def test_a_run_loads_only_what_every_run_needs() -> None:
    """What single commands need takes a good part of a second and ten megabytes: those pay who ask for it."""
    heavy = ("allure_commons", "cryptography", "faker", "openpyxl", "rapidfuzz", "typst")
    command = f"import sys, tieout.running; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
