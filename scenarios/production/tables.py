"""Tables of the stories that an import writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def table(heads: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """A table of a story, without the columns that say nothing."""
    known = list(rows)
    kept = [place for place, _ in enumerate(heads) if any(row[place] for row in known)]
    lines = [[row[place] for place in kept] for row in [heads, *known]]
    widths = [max(len(row[place]) for row in lines) for place in range(len(kept))]
    for row in lines:
        yield "      | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
