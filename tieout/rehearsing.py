"""One rehearsal of a cutover beside the one before: what is found, what the control totals say, what would stand on the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.migration.checking import Checked

_EQUALS = " = "


def compared(checked: Checked, kept: Path) -> list[str]:
    """What is new, fixed and changed since the last rehearsal; the file then keeps this one."""
    found, figures = _findings(checked), dict(_figures(checked))
    try:
        before = kept.read_text(encoding="utf-8").splitlines() if kept.is_file() else None
        lines = [*found, *(f"{what}{_EQUALS}{figure}" for what, figure in figures.items())]
        kept.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        return [f"{kept} cannot keep this rehearsal: {wrong}"]
    if before is None:
        return [f"first rehearsal kept in {kept}"]
    known = dict(line.split(_EQUALS, 1) for line in before if _is_figure(line))
    return [*_since(found, [line for line in before if not _is_figure(line)]), *_moved(figures, known)]


def _findings(checked: Checked) -> list[str]:
    return [f"{f.verdict}: {f.record or f.table}: {f.sentence}" for f in checked.findings if not f.follows]


def _figures(checked: Checked) -> Iterator[tuple[str, str]]:
    """Control totals and opening balances, each by what it is of."""
    for total in checked.totals:
        what = f"{total.table} {total.currency}".strip()
        for name, place in (("in", 0), ("accepted", 1)):
            yield f"control total: {what}, records {name}", str(total.records[place])
            if total.column:
                yield f"control total: {what}, {total.column} {name}", str(total.amounts[place])
    for tie in checked.ties:
        where = f"{tie.entity} {tie.currency} {tie.role}"
        yield f"balance: {where}, loaded", str(tie.loaded)
        if tie.ledger is not None:
            yield f"balance: {where}, difference", str(tie.difference)


def _is_figure(line: str) -> bool:
    return line.startswith(("control total: ", "balance: ")) and _EQUALS in line


def _since(now: list[str], before: list[str]) -> list[str]:
    new, gone = [one for one in now if one not in before], [one for one in before if one not in now]
    told = [f"  new {one}" for one in new] + [f"  fixed {one}" for one in gone]
    return [f"Since the last rehearsal: {len(new)} new, {len(gone)} fixed, {len(now) - len(new)} as before", *told]


def _moved(now: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """The figures that are other ones, with what they were; a rehearsal that kept none says nothing."""
    if not before:
        return []
    changed = [f"  {what}: {before[what]}, now {now[what]}" for what in now if before.get(what, now[what]) != now[what]]
    new = [f"  {what}: nothing, now {now[what]}" for what in now if what not in before]
    gone = [f"  {what}: {before[what]}, now nothing" for what in before if what not in now]
    same = len(now) - len(changed) - len(new)
    return [
        f"Control totals and balances: {len(changed) + len(new) + len(gone)} changed, {same} as before",
        *changed,
        *new,
        *gone,
    ]
