"""A made-up run as the runner would leave it: twelve stories for tests and the eye, a thousand for the scales.

The stories are evidence only; nothing is computed by the code under test, so the page can be judged without the engine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.samples.blocks import CUSTOMER, Tale
from benchmarks.samples.stories import STORIES, credited, happy, lost_event, repeated, wrong_tax
from reports.evidence.chain import ScenarioEvidence, seal

SIGN_OFFS = [
    {"role": "Controller", "meaning": "I reviewed the exceptions and accept the journals and closes shown."},
    {"role": "Head of revenue operations", "meaning": "The stories are how we sell, amend and renew."},
    {"role": "Release manager", "meaning": "The stack named here is the one that goes live."},
]


def scenario(path: str, title: str, name: str, tags: str, line: int, **more: Any) -> dict[str, Any]:
    return {
        "feature_path": f"{path}.feature",
        "feature_name": title,
        "area": path.split("/")[0],
        "name": name,
        "tags": tags.split(),
        "line": line,
        "description": "Sales adds seats to a running subscription.\nThe customer pays only for the days that remain.",
        "rule": None,
        "example": None,
        **more,
    }


def begin(folder: Path, told: dict[str, Any], write: Callable[[Path], ScenarioEvidence] = ScenarioEvidence) -> Tale:
    feature = told["feature_path"].removesuffix(".feature").replace("/", ".")
    slug = "-".join("".join(x if x.isalnum() else " " for x in told["name"].lower()).split())
    tale = Tale(write(folder / "evidence" / feature / f"{slug}.jsonl"))
    tale.evidence.write("scenario", **told)
    return tale


def finish(folder: Path, count: int) -> Path:
    facts = {"stack": "built-in", "world": ["Northwind SaaS"], "commit": "4f2c9e1", "versions": {"tieout": "0.1.0"}}
    total = {"written": count, "collected": count, "run": count}
    seal(folder, policies={"write-off": "allowance"}, control_total=total, sign_offs=SIGN_OFFS, **facts)
    return folder


def twelve(folder: Path, stories: Iterable[Any] = STORIES) -> Path:
    """Write the run that shows everything: ten that ran, two of them failed, one set aside, one not exercised."""
    count = 0
    for count, (path, title, name, tags, tell) in enumerate(stories, start=1):
        example = {"seats": "20", "day": "16 March 2026"} if tell is wrong_tax else None
        rule = "Added service is billed for the days that remain" if tell in (happy, wrong_tax) else None
        tale = begin(folder, scenario(path, title, name, tags, 10 * count, example=example, rule=rule))
        tell(tale)
        tale.evidence.close()
    return finish(folder, count)


def many(folder: Path, count: int = 1000) -> Path:
    """Write the run of the scale: scenarios of eight steps, each with a 3 x 3 table that no other scenario has."""
    for number in range(count):
        path = f"area{number // 100}/feature{number // 20}"
        told = scenario(path, f"Feature {number // 20}", f"Scenario {number} holds", f"@tag{number % 12}", number)
        tale = begin(folder, told)
        for step in range(8):
            cells_of = [[f"item {number}", f"{step}", f"{number * step}.00"] for _ in range(2)]
            tale.step(
                "Given",
                f"the items {number} of step {step}:",
                "the items {count} of step {count}:",
                table=[["a", "b", "c"], *cells_of],
            )
        tale.end()
        tale.evidence.close()
    return finish(folder, count)


class Varied(ScenarioEvidence):
    """Evidence of a customer of its own: other names, numbers and amounts in every scenario, so that nothing repeats."""

    def __init__(self, number: int, path: Path) -> None:
        super().__init__(path)
        self.number = number

    def write(self, kind: str, /, **record: Any) -> None:
        super().write(kind, **{key: self._own(part) for key, part in record.items()})

    def _own(self, value: Any) -> Any:
        if isinstance(value, dict):
            own = {key: self._own(part) for key, part in value.items()}
            return {**own, "minor": value["minor"] * (7 + self.number)} if "minor" in value else own
        if isinstance(value, list):
            return [self._own(part) for part in value]
        if isinstance(value, str):
            return value.replace(CUSTOMER, f"Customer {self.number}").replace("INV-", f"INV-{self.number}-")
        return value


def rich(folder: Path, count: int = 1000) -> Path:
    """Write the heavy run: every scenario with invoices, journal, events and closes as a real one has, no two alike."""
    tells = [story for story in STORIES if story[4] in (happy, credited, repeated, lost_event)]
    for number in range(count):
        path, title, name, tags, tell = tells[number % len(tells)]
        told = scenario(path, title, f"{name}, case {number}", tags, number)
        tale = begin(folder, told, partial(Varied, number))
        tell(tale)
        tale.evidence.close()
    return finish(folder, count)


if __name__ == "__main__":
    twelve(Path(sys.argv[1]))
