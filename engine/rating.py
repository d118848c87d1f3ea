"""What a contract and its amendments add up to, and what each charge is due for some days of a billing period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.contracts import Amendment, ChargeSegment, ChargeTerms, Contract, Subscription
from engine.model.money import exponent
from engine.model.orders import (
    AddProduct,
    Billing,
    Cancel,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    OrderLine,
    RemoveProduct,
)
from engine.model.policies.billing import Proration
from engine.periods import BillingPeriod, billing_periods
from engine.pricing import amount
from engine.proration import share

FEE = Charge(name="Cancellation fee", kind="one-time", model="flat", per_months=0, recognition="point in time")

# From a day on, these terms; None: the charge has ended.
Timeline = dict[date, ChargeTerms | None]
_ChangeOfTerms = ChangeQuantity | ChangePrice | GrantDiscount | RemoveProduct


def amendments(book: Book, contract: Contract) -> list[Amendment]:
    """The contract's amendments by the day they take effect, in the order signed where that is one day."""
    return in_order(book.about(Amendment, "contract", contract.number))


def in_order(signed: Iterable[Amendment]) -> list[Amendment]:
    """By the day they take effect, whatever order they arrived in."""
    return sorted(signed, key=_in_order)


def _in_order(amendment: Amendment) -> tuple[date, date, int, str]:
    """The number's length first, so that A-2 stands before A-10."""
    return amendment.effective_date, amendment.event_date, len(amendment.number), amendment.number


def subscription(book: Book, contract: Contract) -> Subscription:
    """What contract and amendments add up to."""
    return as_signed(contract, amendments(book, contract))


def as_signed(contract: Contract, signed: Sequence[Amendment]) -> Subscription:
    """What a contract and some of its amendments add up to, in the order in which they take effect."""
    return _Reading(contract, signed).subscription()


def longest_end(contract: Contract, signed: Iterable[Amendment]) -> date:
    """The last day of service ever agreed; later than the contract's end now where an extension was cancelled."""
    ends = (change.end for amendment in signed for change in amendment.changes if isinstance(change, ExtendTerm))
    return max([contract.end, *ends])


def units_missing(contract: Contract, signed: Sequence[Amendment]) -> Quantity:
    """How many units downgrades would take that are not there, were these the contract's amendments."""
    return _Reading(contract, signed).units_missing


class _Reading:
    """Reads a contract and its amendments in order into one timeline of terms a charge."""

    def __init__(self, contract: Contract, signed: Sequence[Amendment]) -> None:
        self.contract = contract
        self.end = self.billed_end = contract.end
        self.cancelled_on: date | None = None
        self.units_missing: Quantity = 0
        self.lines: dict[str, OrderLine] = {}
        self.timelines: dict[str, Timeline] = {}
        self.fees: list[tuple[OrderLine, date]] = []
        for line in contract.lines:
            self._start(line, contract.start)
        for amendment in signed:
            self._read(amendment)

    def _start(self, line: OrderLine, day: date) -> None:
        start = line.start or day
        self.lines[line.id] = replace(line, start=start)
        self.timelines[line.id] = {start: ordered_terms(line)}
        if line.end:
            self.timelines[line.id][line.end + ONE_DAY] = None

    def _read(self, amendment: Amendment) -> None:
        for change in amendment.changes:
            match change:
                case AddProduct():
                    self._add(change.line.product, amendment)
                case ExtendTerm():
                    self._extend(change.end)
                case Cancel():
                    self._cancel(change, amendment)
                case ChangeQuantity():
                    self._change_quantity(change, amendment.effective_date)
                case _:
                    self._change_terms(change, amendment.effective_date)

    def _add(self, product: str, amendment: Amendment) -> None:
        for line in amendment.lines:
            if line.product == product and line.id not in self.lines:
                self._start(line, amendment.effective_date)

    def _extend(self, end: date) -> None:
        """The longest of several extensions holds; a contract that is cancelled before it would begin ends all the same."""
        if not self.cancelled_on:
            self.end = self.billed_end = max(self.end, end)

    def _change_terms(self, change: ChangePrice | GrantDiscount | RemoveProduct, day: date) -> None:
        product = getattr(change, "product", None)
        for id_, line in self.lines.items():
            if product in (None, line.product) and line.charge.kind != "one-time":
                _amend(self.timelines[id_], change, day)

    def _change_quantity(self, change: ChangeQuantity, day: date) -> None:
        """More units join the product's newest line; fewer leave the newest lines first."""
        counted = [id_ for id_, line in self.lines.items() if _counts_units(line, change.product)]
        terms = {id_: _terms_on(self.timelines[id_], day) for id_ in reversed(counted)}
        held = {id_: there.quantity for id_, there in terms.items() if there}
        if change.delta > 0:
            held = {id_: quantity for id_, quantity in held.items() if not is_delivered(self.lines[id_])}
            newest = [id_ for id_ in held if held[id_]] or list(held)
            for id_ in newest[:1]:
                _amend(self.timelines[id_], change, day)
            return
        rest: Quantity = -change.delta
        for id_, quantity in held.items():
            since = min(self.timelines[id_]) if is_delivered(self.lines[id_]) else day
            _amend(self.timelines[id_], replace(change, delta=-min(rest, quantity)), since)
            rest -= min(rest, quantity)
        self.units_missing += rest if held else 0

    def _cancel(self, cancel: Cancel, amendment: Amendment) -> None:
        term_end, self.cancelled_on = self.end, amendment.effective_date
        self.end = self.billed_end = amendment.effective_date - ONE_DAY
        if cancel.unused == "non-refundable":
            self.billed_end = self._paid_through(amendment, term_end)
        if cancel.fee:
            fee = OrderLine(
                id=f"fee-{amendment.number}",
                product=FEE.name,
                plan=FEE.name,
                charge=FEE,
                quantity=1,
                price=Decimal(cancel.fee.minor).scaleb(-exponent(cancel.fee.currency)),
                per_months=0,
                start=amendment.effective_date,
            )
            self.fees.append((fee, amendment.effective_date))

    def _paid_through(self, amendment: Amendment, term_end: date) -> date:
        """The end of the last billing period whose bill date had come when the cancellation was signed."""
        periods = billing_periods(self.contract, term_end)
        ends = [period.service.end for period in periods if period.bill_date <= amendment.event_date]
        return max([self.end, *ends])

    def subscription(self) -> Subscription:
        segments = [segment for id_ in self.lines for segment in self._segments(id_)]
        for fee, day in self.fees:
            terms = ChargeTerms(quantity=1, price=fee.price, per_months=0)
            segments.append(ChargeSegment(line=fee.id, service=ServicePeriod(day, day), terms=terms))
        return Subscription(
            contract=self.contract.number,
            customer=self.contract.customer,
            start=self.contract.start,
            end=self.end,
            billed_end=self.billed_end,
            cancelled_on=self.cancelled_on,
            lines=(*self.lines.values(), *(fee for fee, _ in self.fees)),
            segments=tuple(segments),
        )

    def _segments(self, id_: str) -> Iterator[ChargeSegment]:
        timeline = sorted(self.timelines[id_].items())
        ends = [day - ONE_DAY for day, _ in timeline[1:]] + [date.max]
        one_time = self.lines[id_].charge.kind == "one-time"
        for (start, terms), end in zip(timeline, ends, strict=True):
            last = start if one_time else min(end, self.billed_end)
            if terms and terms.quantity and start <= min(last, self.billed_end):
                yield ChargeSegment(line=id_, service=ServicePeriod(start, last), terms=terms)


def ordered_terms(line: OrderLine) -> ChargeTerms:
    """The terms on which a line is sold."""
    return ChargeTerms(
        quantity=line.quantity,
        price=line.price,
        per_months=line.per_months,
        discount=line.discount,
        rate=line.rate,
    )


def is_delivered(line: OrderLine) -> bool:
    """Whether a line is sold once and given piece by piece, so that what is not delivered yet can still be changed."""
    return line.charge.kind == "one-time" and line.charge.recognition == "as delivered"


def _counts_units(line: OrderLine, product: str) -> bool:
    counted = line.charge.kind == "recurring" or is_delivered(line)
    return line.product == product and counted and line.charge.model != "flat"


def _terms_on(timeline: Timeline, day: date) -> ChargeTerms | None:
    begun = [start for start in timeline if start <= day]
    return timeline[max(begun)] if begun else None


def _amend(timeline: Timeline, change: _ChangeOfTerms, day: date) -> None:
    """Change the terms from that day on, in every later segment too."""
    before = [start for start in timeline if start <= day]
    if before:
        timeline.setdefault(day, timeline[max(before)])
    for start, terms in timeline.items():
        if start >= day and terms is not None:
            timeline[start] = _changed(terms, change)


def _changed(terms: ChargeTerms, change: _ChangeOfTerms) -> ChargeTerms | None:
    match change:
        case ChangeQuantity():
            return replace(terms, quantity=terms.quantity + change.delta)
        case ChangePrice():
            return replace(terms, price=change.price, per_months=change.per_months or terms.per_months)
        case GrantDiscount():
            return replace(terms, discount=change.percent)
        case RemoveProduct():
            return None


def exact_amount(
    charge: Charge,
    terms: ChargeTerms,
    part: ServicePeriod,
    period: BillingPeriod,
    billing: Billing,
    proration: Proration,
) -> Fraction:
    """What the terms cost for `part` of a billing period, exactly, in units of the currency."""
    price = amount(terms, flat=charge.model == "flat")
    if charge.kind != "recurring":
        return price
    if not terms.per_months:  # a price for each billing period
        return price * share(part, period, billing, proration)
    return price * Fraction(billing.every_months, terms.per_months) * share(part, period, billing, proration)
