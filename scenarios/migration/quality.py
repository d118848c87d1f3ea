"""Data quality: a percentage for each table and dimension, against the thresholds of the set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from scenarios.migration.case import Case, Counts
from scenarios.migration.findings import DIMENSIONS


@dataclass(frozen=True, slots=True)
class Score:
    """Of `of` cells (completeness) or records (the others), `good` are right; `percent` is rounded down to two decimals."""

    table: str
    dimension: str
    good: int
    of: int
    threshold: Decimal

    @property
    def percent(self) -> Decimal:
        """The share that is right; all of nothing."""
        if not self.of:
            return Decimal(100)
        return (Decimal(100 * self.good) / self.of).quantize(Decimal("0.01"), ROUND_DOWN)

    @property
    def holds(self) -> bool:
        """Whether the threshold is reached."""
        return self.percent >= self.threshold


def scores(case: Case) -> Iterator[Score]:
    """Every table's scores. A record that falls only because another does counts as right."""
    for table in case.sheets:
        if table == "control totals":
            continue
        counts, records = case.counts.get(table, Counts()), case.all(table)
        for dimension in DIMENSIONS:
            threshold = getattr(case.header.thresholds, dimension)
            if dimension == "completeness":
                yield Score(table, dimension, counts.needed - counts.missing, counts.needed, threshold)
                continue
            wrong = {
                finding.record
                for finding in case.findings
                if (finding.table, finding.dimension, finding.verdict) == (table, dimension, "rejected")
                and not finding.follows
            }
            yield Score(table, dimension, max(len(records) - len(wrong), 0), len(records), threshold)


def check_quality(case: Case) -> None:
    """Below a threshold, nothing is loaded."""
    for score in list(scores(case)):
        if not score.holds:
            said = f"{score.dimension} of {score.table} is {score.percent}%, below the threshold of {score.threshold}%"
            case.refuse(score.table, score.dimension, said)  # type: ignore[arg-type]  # one of DIMENSIONS
