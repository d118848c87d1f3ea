"""An imported contract as it is signed and changed: its terms, its products, and its amendments in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.model.calendar import ONE_DAY, add_months
from engine.model.orders import Change, ExtendTerm, RequestedLine, Terms
from engine.model.usage import Reading
from scenarios.migration.bill_periods import billing_of
from scenarios.migration.change_words import changes_of
from scenarios.migration.findings import Record
from scenarios.migration.forms import MONTHS
from scenarios.production.change_checks import in_order
from scenarios.production.readings import kinds

if TYPE_CHECKING:
    from scenarios.production.export import Export


@dataclass(frozen=True, slots=True)
class Amended:
    """An amendment: signed on a day, in effect from another. `name`: what the export calls it; `told`: the change in its words."""

    name: str
    signed: date
    effective: date
    changes: tuple[Change, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class Metered:
    """A reading of what the contract's customer used, and the day on which it was received."""

    reading: Reading
    received: date


@dataclass(frozen=True, slots=True)
class Deal:
    """A contract as production's records say, with what its meters counted. `customer`: by the name or number that the export has."""

    number: str
    customer: str
    terms: Terms
    lines: tuple[RequestedLine, ...]
    amendments: tuple[Amended, ...] = ()
    readings: tuple[Metered, ...] = ()


def deals(export: Export) -> tuple[dict[str, Deal], dict[str, str]]:
    """Every contract that can be signed again, and why others cannot."""
    found: dict[str, Deal] = {}
    cannot: dict[str, str] = {}
    for number, lines in export.contracts.items():
        if any(line.rejected for line in lines):
            cannot[number] = "its record is rejected"
        elif any(one.rejected for one in export.of("amendments", number)):
            cannot[number] = "an amendment of it is rejected"
        elif any(one.rejected for one in export.of("usage", number)):
            cannot[number] = "a reading of it is rejected"
        elif "usage" not in export.case.sheets and (used := _used(export, lines)):
            cannot[number] = (
                f"{used} is charged by its use, and the export has no readings; name their file under 'usage'"
            )
        elif (term := term_of(lines)) is None:
            cannot[number] = "its term is shorter than a month"
        else:
            found[number] = _deal(export, number, lines, *term)
    return found, cannot


def term_of(lines: list[Record]) -> tuple[int, date | None] | None:
    """The whole months of a term, and its last day where some days are over; None if it is shorter than a month."""
    start, end = min(line["start"] for line in lines), max(line["end"] for line in lines)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    while months and add_months(start, months, start.day) - ONE_DAY > end:
        months -= 1
    if not months:
        return None
    return months, None if add_months(start, months, start.day) - ONE_DAY == end else end


def _deal(export: Export, number: str, lines: list[Record], months: int, over: date | None) -> Deal:
    first = min(lines, key=lambda line: line["start"])
    terms = Terms(
        start=first["start"],
        months=months,
        currency=first["currency"],
        billing=billing_of(first["billing"], months),
        net_days=int(first["net days"] if first["net days"] is not None else 30),
        tax_code=tax_code(export, number),
        entity=first["entity"] or "",
    )
    end = over or add_months(terms.start, months, terms.start.day) - ONE_DAY
    longer = [Amended("", terms.start, terms.start, (ExtendTerm(end=over),))] if over else []
    return Deal(
        number=number,
        customer=first["customer"],
        terms=terms,
        lines=tuple(_requested(line, terms, end) for line in lines),
        amendments=(*longer, *_amended(export, number, lines)),
        readings=tuple(_metered(export, number, first["customer"])),
    )


def _used(export: Export, lines: list[Record]) -> str:
    """A product of these lines that is charged by its use; "" if none is."""
    return next((line["product"] for line in lines if "usage" in kinds(export.case, line)), "")


def _metered(export: Export, number: str, customer: str) -> Iterator[Metered]:
    for one in export.of("usage", number):
        quantity = one["quantity"]
        reading = Reading(
            customer=customer,
            product=one["product"],
            quantity=int(quantity) if quantity == int(quantity) else quantity,
            day=one["date"],
            id=one["id"],
            charge=one["charge"],
            replaces=one["replaces"],
        )
        yield Metered(reading, max(one["received"] or one["date"], one["date"]))


def _requested(line: Record, terms: Terms, end: date) -> RequestedLine:
    quantity = Decimal(1) if line["quantity"] in (None, 0) else line["quantity"]
    per = line["price per"]
    return RequestedLine(
        product=line["product"],
        plan=line["plan"],
        quantity=int(quantity) if quantity == int(quantity) else quantity,
        price=line["price"],
        per_months=MONTHS[per] if per and per != "term" else None,
        discount=line["discount"] or Decimal(0),
        tax_code=line["tax code"],
        start=line["start"] if line["start"] != terms.start else None,
        end=line["end"] if line["end"] != end else None,
    )


def _amended(export: Export, number: str, lines: list[Record]) -> Iterator[Amended]:
    for record in in_order(export.of("amendments", number)):
        effective = record["effective date"]
        # Signed on the day it takes effect means before that day's bills.
        signed = record["signed"] or effective
        signed = effective - ONE_DAY if signed == effective else signed
        product = f" {record['product']}" if record["product"] else ""
        told = f"{record['number']}, {record['change']}{product} from {effective}"
        yield Amended(
            name=record["number"],
            signed=max(signed, min(line["start"] for line in lines)),
            effective=effective,
            changes=changes_of(record, [line["product"] for line in lines]),
            told=told,
        )


def tax_code(export: Export, contract: str) -> str:
    """The contract's tax code: as exported, or the one whose percentage production charged most often."""
    named = next((line["tax code"] for line in export.contracts[contract] if line["tax code"]), None)
    if named:
        return str(named)
    billed = [r for r in export.of("invoices", contract) if r["tax"] is not None and r["net"]]
    charged = Counter(round(r["tax"] * 100 / r["net"], 1) for r in billed)
    percent = charged.most_common(1)[0][0] if charged else Decimal(0)
    fitting = [rate.code for rate in export.company.tax_rates if abs(rate.percent - percent) < 1 and not rate.tax]
    return fitting[0] if fitting else "none"
