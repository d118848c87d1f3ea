"""exceptions.yaml: the one way to set a scenario aside, with an owner, a reason and an end.

- scenario: Twenty seats added in the middle of March
  feature: amendments/midterm_upsell.feature
  owner: Finance operations
  reason: the new tax rate is not loaded yet
  until: 2026-04-30
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from steps.language.nearest import did_you_mean
from steps.language.story import Mistake
from tieout.clock import today
from tieout.feature_files import FeatureFile

EXCEPTIONS_FILE = "exceptions.yaml"
_FIELDS = ("scenario", "feature", "owner", "reason", "until")


@dataclass(frozen=True)
class SetAside:
    """A scenario that does not run for now, and who answers for that."""

    scenario: str
    feature: str
    owner: str
    reason: str
    until: date


def set_aside(files: Sequence[FeatureFile]) -> dict[tuple[Path, str], SetAside]:
    """What the exceptions files next to these features set aside, by file and scenario name."""
    found = {}
    for root in sorted({file.root for file in files}):
        for entry, _ in _entries(root / EXCEPTIONS_FILE)[0]:
            found[root / entry.feature, entry.scenario] = entry
    return found


def exception_mistakes(files: Sequence[FeatureFile]) -> Iterator[Mistake]:
    """Everything wrong in the exceptions files: unknown scenarios, missing owners, dates gone by."""
    for root in sorted({file.root for file in files}):
        path = root / EXCEPTIONS_FILE
        entries, mistakes = _entries(path)
        yield from mistakes
        for entry, line in entries:
            wrong = _wrong(entry, root, files)
            if wrong:
                yield Mistake(str(path), line, wrong)


def _wrong(entry: SetAside, root: Path, files: Sequence[FeatureFile]) -> str | None:
    if entry.until < today():
        return (
            f'"{entry.scenario}" was set aside until {entry.until}, which is over; run it again or renew the exception'
        )
    if not (root / entry.feature).is_file():
        return f"there is no feature {entry.feature}; write its path from {root.name}/ on"
    scenarios = [s.template for file in files if file.path == root / entry.feature for s in file.scenarios]
    if scenarios and entry.scenario not in scenarios:
        return f'{entry.feature} has no scenario "{entry.scenario}"{did_you_mean(entry.scenario, scenarios)}'
    return None


def _entries(path: Path) -> tuple[list[tuple[SetAside, int]], list[Mistake]]:
    """The entries with their lines, and the mistakes."""
    if not path.is_file():
        return [], []
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        line = getattr(getattr(wrong, "problem_mark", None), "line", 0) + 1
        return [], [
            Mistake(str(path), line, "this is not readable YAML; write a list of entries with " + ", ".join(_FIELDS))
        ]
    if not isinstance(node, yaml.SequenceNode):
        return [], [] if node is None else [
            Mistake(str(path), 1, "write a list of entries, each with " + ", ".join(_FIELDS))
        ]
    entries, mistakes = [], []
    for item in node.value:
        line = item.start_mark.line + 1
        try:
            entries.append((_entry(item), line))
        except ValueError as wrong:
            mistakes.append(Mistake(str(path), line, str(wrong)))
    return entries, mistakes


def _entry(node: Any) -> SetAside:
    told = {}
    if isinstance(node, yaml.MappingNode):
        told = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    unknown = [name for name in told if name not in _FIELDS]
    if unknown:
        raise ValueError(f"an exception has no {unknown[0]}{did_you_mean(unknown[0], _FIELDS)}")
    missing = [name for name in _FIELDS if not told.get(name)]
    if missing:
        raise ValueError(f"an exception needs {', '.join(missing)}: who answers for the scenario, why, and until when")
    try:
        until = date.fromisoformat(told["until"])
    except ValueError:
        raise ValueError(f"not a date: {told['until']}; write it like 2026-04-30") from None
    return SetAside(told["scenario"], told["feature"], told["owner"], told["reason"], until)
