"""The scenarios that are written for a phase: in the features that a run has sealed, and in those of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from reports.evidence.chain import manifest_of
from tieout.feature_files import FeatureFile, read

InScope = Callable[[Sequence[str]], bool]


def written(run: Path, in_scope: InScope, against: Path | None = None) -> dict[str, str]:
    """What each is called, by the path of the evidence that it leaves when it runs."""
    found: dict[str, str] = {}
    for source in manifest_of(run).get("sources", []):
        if "feature" in source:
            slug = PurePosixPath(source["feature"].partition("/")[2]).with_suffix("").as_posix().replace("/", ".")
            found.update(_of(read((run / source["path"]).resolve()), slug, in_scope))
    for path in sorted(against.rglob("*.feature")) if against else ():
        file = read(path.resolve())
        found.update(_of(file, file.slug, in_scope))
    return found


def _of(file: FeatureFile, folder: str, in_scope: InScope) -> Iterator[tuple[str, str]]:
    for scenario, slug in zip(file.scenarios, file.slugs, strict=True):
        if in_scope(sorted(scenario.tags)):
            yield f"evidence/{folder}/{slug}.jsonl", scenario.title
