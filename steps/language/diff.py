"""A comparison as plain text: the table as the author wrote it, signs in front, what was found beneath what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.language.compared import ComparedRow, Comparison
from steps.language.tables import Column

_MOST_ROWS = 200


def as_text(comparison: Comparison) -> str:
    """Lines without color or trailing spaces: `=` equal, `!` differs, `-` missing, `+` not expected."""
    grid = [("", [column.name for column in comparison.columns])]
    for row in comparison.rows[:_MOST_ROWS]:
        grid += _lines(row, comparison.columns)
    widths = [max(len(cells[at]) for _, cells in grid) for at in range(len(comparison.columns))]
    lines = [f"  {sign:1} | {' | '.join(_padded(cells, widths))} |" for sign, cells in grid]
    if len(comparison.rows) > _MOST_ROWS:
        lines.append(f"  ... and {len(comparison.rows) - _MOST_ROWS} more rows, all in the report")
    return "\n".join([*lines, *_summary(comparison)])


def _lines(row: ComparedRow, columns: Sequence[Column]) -> Iterator[tuple[str, list[str]]]:
    if row.sign == "+":
        yield "+", [cell.found_text or "" for cell in row.cells]
        return
    yield row.sign, [cell.expected_text or "" for cell in row.cells]
    if row.sign == "!":
        yield "", ["" if cell.equal else f"found: {cell.found_text or 'nothing'}" for cell in row.cells]


def _padded(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    return (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))


def _summary(comparison: Comparison) -> Iterator[str]:
    signs = [row.sign for row in comparison.rows]
    counts = [f"{signs.count(sign)} {word}" for sign, word in _WORDS if sign in signs]
    yield f"  {', '.join(counts)}" if counts else "  nothing was expected and nothing was found"
    for money in comparison.money_difference:
        yield f"  difference: {money} (found less expected)"
    if comparison.likely_cause:
        yield f"  likely cause: {comparison.likely_cause}"


_WORDS = (("=", "as expected"), ("!", "different"), ("-", "missing"), ("+", "not expected"))
