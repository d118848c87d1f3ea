"""Revenue of a month by region and channel: what IFRS 15.114 and ASC 606-10-50-5 ask to be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.model.close import ReportLine
from reports.tie_outs.month import Month

WORDS = (("region", "in", "no region"), ("channel", "through", "no channel"))


def by_dimension(month: Month) -> Iterator[ReportLine]:
    """A line for each region and each channel, where any line of revenue says one; each set adds up to the month's revenue."""
    for dimension, word, nobody in WORDS:
        sums = Counter[str]()
        for entry, line in month.lines("revenue"):
            if month.within(entry.posting_date):
                sums[getattr(line, dimension)] -= line.amount.minor
        if any(sums):
            yield from (month.line(f"Revenue {word} {name or nobody}", sums[name]) for name in sorted(sums))
