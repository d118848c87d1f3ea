"""Which line of a file names its columns: the first one, or one below titles; in workbooks sometimes two together."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[int, list[str]]
_LOOKED_AT = 12


def headed(filled: Sequence[Line]) -> tuple[int, list[str], Sequence[Line]]:
    """The line that names the columns, the names, and the lines below it. `filled`: all lines that are not empty."""
    place = _below_titles(filled)
    line, names = filled[place]
    if place + 1 < len(filled) and _goes_on(names, filled[place + 1][1]):
        below, more = filled[place + 1]
        return below, _both(names, more), filled[place + 2 :]
    return line, names, filled[place + 1 :]


def _below_titles(filled: Sequence[Line]) -> int:
    """A title is one cell alone above a line of several."""
    widest = max(_count(cells) for _, cells in filled[:_LOOKED_AT])
    return next((n for n, (_, cells) in enumerate(filled) if _count(cells) > 1 or widest == 1), 0)


def _count(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _goes_on(names: list[str], below: list[str]) -> bool:
    """A heading over several columns leaves cells empty beside it, which the line below fills with names, not figures."""
    whole = _both(names, below)
    gaps = sum(not cell.strip() for cell in [*names, *[""] * len(below)][: len(below)])
    named = not any(letter.isdigit() for cell in below for letter in cell)
    return bool(gaps and named and _count(whole) == len(whole) and _count(below) > 1)


def _both(above: list[str], below: list[str]) -> list[str]:
    """Each column by its lower name; by the upper one, where that goes over both lines."""
    width = max(len(_trimmed(above)), len(_trimmed(below)))
    upper, lower = ([*cells, *[""] * width][:width] for cells in (above, below))
    return [down if down.strip() else up for up, down in zip(upper, lower, strict=True)]


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells
