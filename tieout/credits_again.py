"""What production gave back, beside what the reference credits: memos and lines below zero, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.money import exponent
from scenarios.migration.findings import Record
from scenarios.production.goodwill import is_goodwill
from tieout.bill_causes import ROUNDING
from tieout.difference import Difference
from tieout.replaying import Given, amount_of

GIVEN_OTHERWISE = "credit: production gave back"
_NEAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Back:
    """Something given back: a credit memo's line, or an invoice's line below zero. Amounts are above zero."""

    record: Record
    net: Decimal
    tax: Decimal | None
    reason: str

    @property
    def day(self) -> date:
        """When it was given."""
        return date.fromisoformat(str(self.record["date"]))

    @property
    def goodwill(self) -> bool:
        """Whether the reason says that nothing about the contract changed."""
        return is_goodwill(self.record)


def given_back(memos: Sequence[Record], invoices: Sequence[Record]) -> list[Back]:
    """Everything that production gave back of one contract."""
    found = [Back(one, one["net"], one["tax"], one["reason"] or "") for one in memos if _readable(one)]
    below = [one for one in invoices if _readable(one) and one["net"] < 0]
    return found + [Back(one, -one["net"], None if one["tax"] is None else -one["tax"], "") for one in below]


def _readable(record: Record) -> bool:
    return None not in (record["net"], record["date"], record["product"])


def compare_credits(
    contract: str,
    currency: str,
    production: Sequence[Back],
    reference: Sequence[Given],
    changes: Sequence[tuple[date, str]],
    taxed: Mapping[tuple[str, str], Decimal] | None = None,
) -> Iterator[Difference]:
    """What differs. `changes`: the days from which the contract was changed, and what each amendment is called; `taxed`: the
    percentage that production charged for a product of an invoice."""
    left = list(reference)
    again: set[tuple[object, ...]] = set()
    for one in sorted(production, key=lambda back: (back.day, back.record.line)):
        called = f"credit {one.record['number']}, {one.record['product']}, {one.day}"
        match = _match(one, left)
        key = one.record["product"], one.record["invoice"], one.net, one.record["from"] or one.day
        if match is not None:
            left.remove(match)
            yield from _differs(contract, called, currency, one, match)
        elif key in again:
            yield Difference(
                contract, called, -one.net, None, "duplicate: given back already", currency, record=one.record
            )
        elif not one.goodwill:
            yield Difference(contract, called, -one.net, None, _unasked(one), currency, record=one.record)
        elif (wrong := _other_tax(one, taxed)) is not None:
            yield Difference(contract, called, -one.net, None, wrong, currency, record=one.record)
        again.add(key)
    for memo, line in left:
        called = f"credit of {line.product}, {line.service.start} to {line.service.end}"
        behind = max((change for change in changes if change[0] <= memo.event_date), default=None)
        why = f"for {behind[1]}" if behind else f"of {memo.event_date}"
        cause = f"missing credit: production never gave this back, {why}"
        yield Difference(contract, called, None, -amount_of(line.net), cause, currency)


def taxed_at(invoices: Sequence[Record]) -> dict[tuple[str, str], Decimal]:
    """The percentage of tax of every line of these invoices, by invoice and product."""
    own = [one for one in invoices if _readable(one) and one["net"] > 0 and one["tax"] is not None]
    return {(str(one["number"]), str(one["product"])): one["tax"] * 100 / one["net"] for one in own}


def _other_tax(one: Back, taxed: Mapping[tuple[str, str], Decimal] | None) -> str | None:
    """Goodwill gives back the tax that its invoice charged, to the cent."""
    percent = (taxed or {}).get((str(one.record["invoice"]), str(one.record["product"])))
    if percent is None or one.tax is None or not one.net:
        return None
    unit = Decimal(1).scaleb(-exponent(str(one.record["currency"])))
    if abs(one.tax - one.net * percent / 100) <= unit:
        return None
    own, charged = (round(each, 2) for each in (one.tax * 100 / one.net, percent))
    return f"tax: production gave back {own}%, the credited invoice was taxed at {charged.normalize():f}%"


def _match(one: Back, left: Sequence[Given]) -> Given | None:
    same = [pair for pair in left if pair[1].product == one.record["product"]]

    def away(pair: Given) -> tuple[bool, int, Decimal]:
        days = abs((pair[0].event_date - one.day).days)
        return amount_of(pair[1].net) != one.net, days, abs(amount_of(pair[1].net) - one.net)

    best = min(same, key=away, default=None)
    return best if best and abs((best[0].event_date - one.day).days) < _NEAR_DAYS else None


def _unasked(one: Back) -> str:
    told = f", given as {one.reason!r}" if one.reason else ""
    return f"credit: production gave this back{told}; no amendment of the export asks for it"


def _differs(contract: str, called: str, currency: str, one: Back, match: Given) -> Iterator[Difference]:
    line = match[1]
    net, tax, unit = amount_of(line.net), amount_of(line.tax), Decimal(1).scaleb(-exponent(currency))
    for cause in _causes(one, match, net, tax, unit):
        product = one.record["product"]
        yield Difference(
            contract, called, -one.net, -net, cause, currency, product=product, day=one.day, record=one.record
        )


def _causes(one: Back, match: Given, net: Decimal, tax: Decimal, unit: Decimal) -> Iterator[str]:
    memo, line = match
    if one.net != net:
        yield _net_cause(one, match, net, unit)
    if (
        one.tax is not None
        and one.tax != tax
        and (one.net == net or abs(one.tax - one.net * line.tax_rate / 100) > unit)
    ):
        percent = (one.tax * 100 / one.net).quantize(Decimal("0.01")) if one.net else Decimal(0)
        told = "rounding" if abs(one.tax - tax) <= unit else f"production gave back {percent}%"
        yield f"tax: {told}, the credited invoice was taxed at {line.tax_rate.normalize():f}%"
    if one.day != memo.event_date:
        days = (one.day - memo.event_date).days
        yield f"date: production credited on {one.day}, {abs(days)} days {'late' if days > 0 else 'early'}"


def _net_cause(one: Back, match: Given, net: Decimal, unit: Decimal) -> str:
    line = match[1]
    if abs(one.net - net) <= ROUNDING * unit:
        return "rounding"
    start, end = one.record["from"], one.record["to"]
    if start and end and (end - start).days + 1 != line.service.days:
        return f"proration: production gave back {(end - start).days + 1} days of service, the contract {line.service.days}"
    if one.net == net + amount_of(line.tax) and line.tax:
        return "tax: the net that production gave back holds the tax"
    if one.record["quantity"] is not None and one.record["quantity"] != line.quantity:
        return f"quantity: production gave back {one.record['quantity']}, the contract {line.quantity}"
    return f"{GIVEN_OTHERWISE} {'more' if one.net > net else 'less'} than the change of the contract asks for"
