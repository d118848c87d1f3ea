"""What the differing cells of a table bear on: whose it is, that it is there twice, that its tax is another."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.bearing import Bearing
from steps.language.compared import ComparedRow, Comparison

_BY_COLUMN = {
    "customer": Bearing(natures=("wrong customer or entity",)),
    "entity": Bearing(natures=("wrong customer or entity",)),
    "tax": Bearing(axes=("tax and compliance",)),
    "tax rate": Bearing(axes=("tax and compliance",)),
}


def shown_by(comparison: Comparison) -> Iterator[Bearing]:
    """What the columns that differ say, and the rows that are found twice."""
    for row in comparison.rows:
        if row.sign == "!":
            differing = (
                column.name for column, cell in zip(comparison.columns, row.cells, strict=True) if not cell.equal
            )
            yield from (_BY_COLUMN[name] for name in differing if name in _BY_COLUMN)
        elif row.sign == "+" and _is_repeated(row, comparison):
            yield Bearing(natures=("duplicate",))


def _is_repeated(row: ComparedRow, comparison: Comparison) -> bool:
    """Whether what nobody expects is what stands in another row already."""
    found = [cell.found_text for cell in row.cells]
    others = (other for other in comparison.rows if other is not row and other.sign != "-")
    return any([cell.found_text for cell in other.cells] == found for other in others)
