"""What became of every record of a cutover set, with the reason; and whether so many may stay behind (handbook 4.18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from typing import Literal

from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.forms import FORMS

Disposition = Literal["accepted", "remediated", "rejected", "exception"]
DISPOSITIONS: tuple[Disposition, ...] = ("accepted", "remediated", "rejected", "exception")
_JUDGED = {form.name for form in FORMS} - {"trial balance", "parallel", "control totals"}


@dataclass(frozen=True, slots=True)
class Disposed:
    """A record, where it stands, and what became of it. `why`: every reason; nothing of what was accepted as it is."""

    table: str
    record: str
    place: str
    disposition: Disposition
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StayingBehind:
    """Of `of` records of a table, `rejected` are; `limit` is the percentage that may be when the set goes live."""

    table: str
    rejected: int
    of: int
    limit: Decimal

    @property
    def percent(self) -> Decimal:
        """The share that stays behind, rounded up to two decimals."""
        return (Decimal(100 * self.rejected) / self.of).quantize(Decimal("0.01"), ROUND_UP)

    @property
    def holds(self) -> bool:
        """Whether so many may."""
        return self.percent <= self.limit


def of_record(record: Record) -> Disposition:
    """What became of a record. A rejected one is rejected, whatever else was said of it."""
    if record.rejected:
        return "rejected"
    if record.exception:
        return "exception"
    return "remediated" if record.remediated else "accepted"


def dispositions(case: Case) -> Iterator[Disposed]:
    """Every record of every table, in the order of the files."""
    for table in (table for table in case.sheets if table in _JUDGED):
        for record in case.all(table):
            why = tuple(dict.fromkeys(record.why))
            yield Disposed(table, record.name, case.line_of(record), of_record(record), why)


def staying_behind(case: Case) -> Iterator[StayingBehind]:
    """Every table of which something is rejected, against what may be."""
    for table in (table for table in case.sheets if table in _JUDGED):
        records = case.all(table)
        if rejected := sum(record.rejected for record in records):
            yield StayingBehind(table, rejected, len(records), case.header.may_stay_behind)
