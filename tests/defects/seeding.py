"""Puts a defect into the code of a child process and runs features there: red, or nobody noticed.

The child is a fork, so everything is loaded once. A function keeps its identity and gets other code, so whoever imported it
by name runs the defect too.
"""

from __future__ import annotations

import json
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CRASHED = 99
_LONGEST = 60


@dataclass(frozen=True)
class Defect:
    """One wrong line: in `file` the text `right` becomes `wrong`. `seen_by`: the features that must notice."""

    what: str
    file: str
    right: str
    wrong: str
    seen_by: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """What the features said: their exit status, and the causes of what failed (expectation, tie-out, refused, bug)."""

    status: int
    causes: tuple[str, ...]

    @property
    def noticed(self) -> bool:
        """Whether a scenario failed, and in business words: a broken runner is no proof, and neither is a bug report."""
        return self.status == 1 and bool(set(self.causes) - {"bug"})


def run_with(
    put: Callable[[], None], features: Sequence[str], out: Path, *, first: bool = True, longest: int = _LONGEST
) -> Seen:
    """Run features in a fork after `put` has done its damage; stop at the first scenario that fails, if `first`, and
    after `longest` seconds: a defect may never come to an end."""
    child = os.fork()
    if not child:
        signal.alarm(longest)
        os._exit(_in_child(put, features, out, ["-x"] if first else []))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Seen(status, tuple(sorted(set(_causes(out)))))


def _in_child(put: Callable[[], None], features: Sequence[str], out: Path, options: list[str]) -> int:
    from tieout.running import run_features

    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    try:
        put()
        return run_features(
            [str(ROOT / name) for name in features], ["--out", str(out), *options], workers="", allure=""
        )
    except BaseException:  # noqa: BLE001 - the child must end here, whatever the defect did
        traceback.print_exc()
        return CRASHED


def _causes(out: Path) -> Iterator[str]:
    for path in out.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = {}
            with suppress(ValueError):
                record = json.loads(line)
            if record.get("kind") == "failed":
                yield record["cause"]


def warm_up() -> None:
    """Load what every child needs."""
    import pydantic.main  # noqa: F401 - the fakes' shapes are built on it

    import tieout.running  # noqa: F401 - what runs the features
    from reports.systems.snapshot import collect
    from scenarios.world import find, load
    from tieout.phrase_book import load_vocabulary
    from tieout.stacks import stack

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    load_vocabulary("steps.vocabulary")
    built_in, day = stack("built-in"), date(2026, 1, 31)
    built_in.clock.reset(load(find("Northwind SaaS")), day)
    collect(built_in, day)  # so the shapes of all answers are built, which takes longer than the stories do


def put(defect: Defect) -> None:
    """Change the code, or the file that is read, in this process. AssertionError if the right line is not there once."""
    path = ROOT / defect.file
    text = path.read_text(encoding="utf-8")
    assert text.count(defect.right) == 1, f"{defect.file} has {text.count(defect.right)} times: {defect.right}"
    changed = text.replace(defect.right, defect.wrong)
    if path.suffix == ".py":
        put_code(defect.file, compile(changed, str(path), "exec"))
    else:
        _put_text(path, changed)


def put_code(file: str, code: CodeType) -> None:
    """Give the functions of a loaded module the code of another version of its file."""
    module = import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    fresh = dict(_codes(code))
    for function in _functions(module):
        other = fresh.get(function.__code__.co_qualname)
        if other is not None and _meaning(other) != _meaning(function.__code__):
            function.__code__ = other


def _meaning(code: CodeType) -> tuple[bytes, str, tuple[str, ...]]:
    """What a function does, wherever it stands: `min` and `max` differ in nothing but a name."""
    return code.co_code, repr(code.co_consts), code.co_names


def _codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part.co_qualname, part
            yield from _codes(part)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    seen: list[Any] = [*vars(module).values()]
    while seen:
        thing = seen.pop()
        thing = getattr(thing, "fget", None) or getattr(thing, "__wrapped__", None) or getattr(thing, "__func__", thing)
        if isinstance(thing, FunctionType) and thing.__module__ == module.__name__:
            yield thing
        elif isinstance(thing, type) and thing.__module__ == module.__name__:
            seen += vars(thing).values()
        elif isinstance(thing, dict):
            seen += thing.values()
        elif isinstance(thing, tuple):
            seen += thing


def _put_text(path: Path, changed: str) -> None:
    original = Path.read_text

    def read_text(self: Path, *args: Any, **kwargs: Any) -> str:
        return changed if self.resolve() == path else original(self, *args, **kwargs)

    Path.read_text = read_text  # type: ignore[method-assign,assignment]  # only in the child
