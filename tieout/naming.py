"""Names of features and scenarios: each scenario has one of its own, by which its evidence is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from steps.language.story import Mistake
from tieout.feature_files import FeatureFile


def name_mistakes(file: FeatureFile) -> Iterator[tuple[int, str]]:
    """Scenarios without a name, of a name that another has, or of one that differs from it in signs alone."""
    first: dict[str, tuple[str, int]] = {}
    for name, line in named(file):
        if not name:
            yield line, "this scenario has no name; say after the colon what it promises"
            continue
        before, there = first.setdefault(re.sub(r"[\W_]+", "-", name.casefold()).strip("-"), (name, line))
        if before != name:
            said = f'the scenario "{name}" differs from "{before}" on line {there} in signs or case alone'
            yield line, f"{said}; give this one another name"
        elif there != line:
            yield line, f'the scenario "{name}" already stands on line {there}; give this one another name'


def named(file: FeatureFile) -> Iterator[tuple[str, int]]:
    """Every scenario and outline by name and line."""
    assert file.feature is not None
    for child in file.feature["children"]:
        for scenario in [child, *child.get("rule", {}).get("children", ())]:
            if "scenario" in scenario:
                yield scenario["scenario"]["name"], scenario["scenario"]["location"]["line"]


def same_evidence(files: Iterable[FeatureFile]) -> Iterator[Mistake]:
    """Features whose evidence would lie in one folder."""
    first: dict[tuple[Path, str], FeatureFile] = {}
    for file in files:
        other = first.setdefault((file.root, file.slug.casefold()), file)
        if other is not file:
            said = f"its evidence would lie with that of {other.shown}; give one of the two another name"
            yield Mistake(str(file.path), 1, said)
