"""What the reference engine would have billed for imported contracts, beside what production billed, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from engine.model.orders import Cancel
from scenarios.migration.findings import Record
from scenarios.production.deals import Deal, deals
from scenarios.production.export import Export
from tieout.bill_causes import NET_CAUSES, Around, around, causes
from tieout.bill_hypotheses import explained
from tieout.bill_matching import Matched, day_of, matched
from tieout.credits_again import compare_credits, given_back, taxed_at
from tieout.difference import Difference
from tieout.likely_causes import together
from tieout.payments_again import compare_payments
from tieout.rate_causes import converted
from tieout.replaying import Billed, Line, amount_of, bill_again

_FEW = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs; the contracts that could not be billed again, each with the reason; how many lines were compared."""

    differences: list[Difference]
    refused: dict[str, str]
    lines: int
    contracts: int

    @property
    def agree(self) -> int:
        """How many contracts were billed again and agree in every line."""
        return self.contracts - len({one.contract for one in self.differences})


def compare(export: Export) -> Compared:
    """Every contract billed again to the last day of the export, and compared."""
    known, cannot = deals(export)
    through = export.through
    billed = bill_again(known, export.company, through)
    found: list[Difference] = []
    agree: dict[str, list[date]] = {}
    lines = 0
    for contract, deal in known.items():
        if contract in billed.lines:
            production = [one for one in export.of("invoices", contract) if _readable(one)]
            lines += len(production) + len(export.of("credit memos", contract))
            found += _contract(export, deal, production, billed, agree.setdefault(contract, []))
    last: dict[tuple[str, str], date] = {}
    for record in (one for one in export.invoices if _readable(one)):
        key = record["contract"], record["product"]
        last[key] = max(last.get(key, day_of(record)), day_of(record))
    counts = Counter(str(record["number"]) for record in export.invoices)
    told = converted(together(explained(found, known, export.company, through, agree), last), export.company, counts)
    return Compared(told, cannot | billed.refused, lines, len(billed.lines))


def differences(export: Export) -> tuple[list[Difference], list[str], int]:
    """What differs, the contracts that could not be billed again and why, and how many lines were compared."""
    compared = compare(export)
    return compared.differences, [f"{number}: {why}" for number, why in compared.refused.items()], compared.lines


def _readable(record: Record) -> bool:
    """Whether a line can be compared at all; one that is rejected for its total or its tax can."""
    return None not in (record["net"], record["date"], record["product"])


def _contract(
    export: Export, deal: Deal, production: list[Record], billed: Billed, agree: list[date]
) -> Iterator[Difference]:
    number, currency = deal.number, deal.terms.currency
    found = matched([one for one in production if one["net"] >= 0], billed.lines[number])
    beside = around(export.company, billed.lines[number], deal.readings)
    for record, pair in sorted(found.pairs, key=lambda pair: (day_of(pair[0]), pair[0].line)):
        told = list(_pair(number, record, pair, beside))
        yield from told
        if not told:
            agree.append(day_of(record))
    yield from _parts(deal, found)
    yield from _unasked(deal, found)
    yield from _never(deal, found)
    back = given_back(export.of("credit memos", number), production)
    changes = [(one.effective, one.told) for one in deal.amendments if one.name]
    yield from compare_credits(number, currency, back, billed.credits[number], changes, taxed_at(production))
    yield from compare_payments(export, number, currency)


def _called(record: Record) -> str:
    return f"{record['number']}, {record['product']}, {day_of(record)}"


def _pair(contract: str, record: Record, pair: Line, beside: Around) -> Iterator[Difference]:
    invoice, line = pair
    for cause in causes(record, pair, beside):
        told = _net_told(record, line) if cause.startswith(NET_CAUSES) else {}
        yield Difference(
            contract,
            _called(record),
            record["net"],
            amount_of(line.net),
            cause,
            invoice.currency,
            record=record,
            **told,
        )


def _net_told(record: Record, line: Any) -> dict[str, Any]:
    """What a row of differences is read from: the day, production's share of the reference, and units if they explain it."""
    net, day = amount_of(line.net), day_of(record)
    share = record["net"] / net if net else None
    units = Fraction(share) * Fraction(line.quantity) if share is not None else None
    by_units = units is not None and units.denominator == 1 and (record["quantity"] or line.quantity) != line.quantity
    told: dict[str, Any] = {"product": record["product"], "day": day, "share": share}
    return told | ({"units": record["quantity"], "contracted": Decimal(line.quantity)} if by_units else {})


def _parts(deal: Deal, found: Matched) -> Iterator[Difference]:
    """Other billing periods than the contract's: the amounts are the same together."""
    for records, lines in found.parts:
        first, net = records[0], sum((one["net"] for one in records), Decimal(0))
        if len(records) > 1:
            numbers = ", ".join(str(one["number"]) for one in records)
            cause = f"billing period: production bills it in {len(records)} parts, {numbers}"
        else:
            cause = f"billing period: production bills {len(lines)} periods of the contract at once"
        asked = sum((amount_of(line.net) for _, line in lines), Decimal(0))
        yield Difference(deal.number, _called(first), net, asked, cause, deal.terms.currency, record=first)


def _unasked(deal: Deal, found: Matched) -> Iterator[Difference]:
    """What only production bills."""
    billed = [record for record, _ in found.pairs] + [one for own, _ in found.parts for one in own]
    for record in found.unasked:
        cause = _why_unasked(deal, record, billed)
        product, day, currency = record["product"], day_of(record), deal.terms.currency
        yield Difference(
            deal.number, _called(record), record["net"], None, cause, currency, product=product, day=day, record=record
        )
        billed.append(record)


def _why_unasked(deal: Deal, record: Record, billed: Sequence[Record]) -> str:
    same = [one for one in billed if one["product"] == record["product"]]
    for one in same:
        if (day_of(one), one["net"]) == (day_of(record), record["net"]):
            return f"duplicate: billed twice, on {one['number']} already"
    ended = next((one for one in deal.amendments if any(isinstance(c, Cancel) for c in one.changes)), None)
    if ended and day_of(record) >= ended.effective:
        return f"after the end: the contract is cancelled by {ended.told}"
    for one in same:
        if record["from"] and one["to"] and one["from"] and one["from"] <= record["from"] <= one["to"]:
            return f"overlap: {one['number']} bills {one['from']} to {one['to']} already"
    if record["product"] not in {line.product for line in deal.lines}:
        return f"product: the contract does not ask for it; it holds no {record['product']}"
    return "quantity: the contract does not ask for it"


def _never(deal: Deal, found: Matched) -> Iterator[Difference]:
    """What only the reference bills. From a day on nothing more: like a cancellation that the export does not hold."""
    billed = [record for record, _ in found.pairs] + [one for own, _ in found.parts for one in own] + found.unasked
    last = max((day_of(record) for record in billed), default=date.min)
    trailing = [pair for pair in found.never if pair[1].service.start > last]
    stopped = min((line.service.start for _, line in trailing), default=None)
    ended = billed and len({line.service.start for _, line in trailing}) >= _FEW
    for pair in found.never:
        invoice, line = pair
        called = f"{line.product}, {line.service.start} to {line.service.end}"
        cause = f"missing invoice: never billed by production, due on {invoice.event_date}"
        if ended and pair in trailing:
            cause += f"; nothing is from {stopped} on, like a cancellation that the export does not hold"
        net, currency, day = amount_of(line.net), deal.terms.currency, line.service.start
        yield Difference(deal.number, called, None, net, cause, currency, product=line.product, day=day)
