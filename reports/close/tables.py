"""The sections of a close report as the tables a controller reads: balances side by side, roll-forwards line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.model.close import ReportLine, ReportSection

SIDES = ("opening", "debits", "credits", "closing", "combined", "eliminated", "consolidated")


def tables(section: ReportSection) -> list[dict[str, Any]]:
    """The section's lines and its list, each with number, title, columns and rows; a section of nothing has no rows."""
    found = [table(section)] if section.lines or not section.table else []
    if section.table:
        listed = {"columns": list(section.table.columns), "rows": [list(row) for row in section.table.rows]}
        found.append({"title": section.title, **listed})
    found[0]["note"] = section.note
    return [{"number": section.number, **one} for one in found]


def table(section: ReportSection) -> dict[str, Any]:
    """Title, columns and rows. Where every line is one side of an account, the sides stand beside each other."""
    known = (*SIDES, *section.sides)
    parts = [(*_parts(line.line, known), line.amount) for line in section.lines]
    if not parts or not all(side for _, side, _ in parts):
        prior = any(line.prior is not None for line in section.lines)
        shown = [line for line in section.lines if not _moves_nothing(line)]
        rows: list[list[Any]] = [[_read(line), line.amount, *([line.prior] if prior else ())] for line in shown]
        return {
            "title": section.title,
            "columns": ["line", "amount", *(["month before"] if prior else ())],
            "rows": rows,
        }
    sides = [side for side in known if any(found == side for _, found, _ in parts)]
    amounts = {(name, side): amount for name, side, amount in parts}
    names = list(dict.fromkeys(name for name, _, _ in parts))
    rows = [[name, *(amounts.get((name, side)) for side in sides)] for name in names]
    return {"title": section.title, "columns": ["account", *sides], "rows": rows}


def _moves_nothing(line: ReportLine) -> bool:
    """Whether a roll-forward foots as well without it, in both columns."""
    return bool(line.moves) and not line.amount and not line.prior


def _read(line: ReportLine) -> str:
    """Whoever adds up a column has to know what is taken off."""
    return f"Less: {line.line[0].lower()}{line.line[1:]}" if line.moves < 0 else line.line


def _parts(line: str, sides: Sequence[str]) -> tuple[str, str]:
    """What the line is about, and which side of it: "Cash, opening" is the opening of Cash; "Debits" is of the total."""
    if line.lower() in sides:
        return "Total", line.lower()
    name, _, side = line.rpartition(", ")
    return (name, side) if side in sides else (line, "")
