"""What of a signed run still stands: each scenario whose evidence, feature or company is what it was when it was signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.evidence.chain import Finding, Record, manifest_of
from reports.evidence.encoding import digest
from reports.evidence.sources import touched
from scenarios.mistakes import WorldError
from scenarios.world import files_of, find
from tieout.feature_files import FeatureFile, WrittenScenario, read


@dataclass(frozen=True)
class Void:
    """A scenario of the run that no signature covers any more, and why."""

    feature: str
    scenario: str
    reason: str

    def __str__(self) -> str:
        return f"void: {self.feature}: {self.scenario}: {self.reason}"


def voided(folder: Path, findings: Sequence[Finding]) -> list[Void]:
    """The scenarios that changed files of the pack itself touch."""
    found: dict[tuple[str, str, str], Void] = {}
    manifest = manifest_of(folder)
    for finding in findings:
        for file in touched(manifest, {finding.path}):
            key = file["feature"], file["scenario"], file["path"]
            found.setdefault(key, Void(file["feature"], file["scenario"], f"{finding.path}: {finding.sentence}"))
    return list(found.values())


def voided_by_changes(folder: Path, features: Path) -> list[Void]:
    """The scenarios that read otherwise in the features of today, or whose company is another one today."""
    manifest = manifest_of(folder)
    companies = {name for name, then in _companies(manifest).items() if _now(name, features) != then}
    return [*_changed_stories(folder, manifest, features), *_changed_companies(manifest, companies)]


def _changed_stories(folder: Path, manifest: Record, features: Path) -> Iterator[Void]:
    for source in manifest.get("sources", []):
        if "feature" not in source:
            continue
        then, now = read((folder / source["path"]).resolve()), _same_file(features, source["feature"])
        if now is None or then.text != now.text:
            yield from _differing(source["feature"], then, now, _run_of(manifest, source["feature"]))


def _same_file(features: Path, shown: str) -> FeatureFile | None:
    path = (features / shown.partition("/")[2]).resolve()
    return read(path) if path.is_file() else None


def _run_of(manifest: Record, feature: str) -> set[str]:
    return {file["scenario"] for file in manifest.get("files", []) if file["feature"] == feature}


def _differing(shown: str, then: FeatureFile, now: FeatureFile | None, ran: set[str]) -> Iterator[Void]:
    today = {(one.name, one.row): _told(one) for one in now.scenarios} if now else {}
    for scenario in then.scenarios:
        if scenario.name in ran and today.get((scenario.name, scenario.row)) != _told(scenario):
            there = (scenario.name, scenario.row) in today
            yield Void(
                shown, scenario.title, "it reads otherwise today" if there else "it is not in the features today"
            )


def _told(scenario: WrittenScenario) -> tuple[object, ...]:
    """What a scenario says, wherever in its file it stands."""
    steps = tuple((step.keyword, step.text, step.table, step.docstring) for step in scenario.steps)
    example = tuple(sorted(scenario.example.items())) if scenario.example else ()
    return steps, example, tuple(sorted(scenario.tags)), scenario.rule


def _companies(manifest: Record) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source in manifest.get("sources", []):
        if "company" in source:
            found.setdefault(source["company"], set()).add(source["sha256"])
    return found


def _now(name: str, features: Path) -> set[str]:
    beside = (features / "companies",) if (features / "companies").is_dir() else ()
    try:
        paths = files_of(find(name, beside))
    except (LookupError, WorldError):
        return set()
    return {digest(path.read_text(encoding="utf-8-sig")) for path in paths}


def _changed_companies(manifest: Record, companies: set[str]) -> Iterator[Void]:
    for file in manifest.get("files", []):
        if file.get("company") in companies:
            yield Void(file["feature"], file["scenario"], f"the company {file['company']} is another one today")
