"""A contract and its amendments, read in the order in which they take effect: the term, and what holds of each charge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.catalog import Quantity
from engine.model.contracts import Amendment, ChargeSegment, ChargeTerms, Contract, Pause, Subscription
from engine.model.orders import (
    AddDiscount,
    AddProduct,
    AgreeRenewal,
    Cancel,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    OrderLine,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
    Withdraw,
)
from engine.model.transfers import Assign, ContractParty
from engine.model.uplifts import RaisePrices
from engine.terms.fees import fee_of
from engine.terms.periods import billing_periods, counted_from, last_day_of_term, on_the_grid
from engine.terms.reducing import Granted, reduce
from engine.terms.rhythms import as_billed, not_withdrawn
from engine.terms.timelines import Timeline, amended, is_delivered, later_steps, ordered_terms, step_change, terms_on


def parties(contract: Contract, signed: Sequence[Amendment]) -> tuple[ContractParty, ...]:
    """Who buys and who sells, from the contract's first day on and from each transfer on."""
    found = [ContractParty(since=contract.start, customer=contract.customer, entity=contract.entity)]
    for amendment in not_withdrawn(signed):
        for change in amendment.changes:
            if isinstance(change, Assign):
                customer, entity = change.customer or found[-1].customer, change.entity or found[-1].entity
                found.append(ContractParty(since=amendment.effective_date, customer=customer, entity=entity))
    return tuple(found)


class Reading:
    """Reads a contract and its amendments in order into one timeline of terms a charge."""

    def __init__(self, contract: Contract, signed: Sequence[Amendment]) -> None:
        self.contract = as_billed(contract, signed)
        self.signed = signed
        self.end = self.billed_end = self.longest_end = contract.end
        self.cancelled_on: date | None = None
        self.units_missing: Quantity = 0
        self.lines: dict[str, OrderLine] = {}
        self.timelines: dict[str, Timeline] = {}
        self.fees: list[tuple[OrderLine, date]] = []
        self.restarts: list[date] = []
        self.pauses: list[Pause] = []
        self.unserved: list[ServicePeriod] = []
        self.renewal = contract.renewal
        for line in contract.lines:
            self._start(line, contract.start)
        self.granted = [Granted(discount, contract.start) for discount in contract.discounts]
        for amendment in not_withdrawn(signed):
            self._read(amendment)
        found = self.lines, self.timelines
        self.granted = [reduce(self.contract, *found, one, self.restarts, self.longest_end) for one in self.granted]

    def _start(self, line: OrderLine, day: date) -> None:
        start = line.start or day
        self.lines[line.id] = replace(line, start=start)
        self.timelines[line.id] = {start: ordered_terms(line)}
        if line.end:
            self.timelines[line.id][line.end + ONE_DAY] = None

    def _read(self, amendment: Amendment) -> None:
        if amendment.restarts and amendment.effective_date <= self.end:
            self._restart(amendment.effective_date)
        for change in amendment.changes:
            paid_to = getattr(change, "paid_to", None)
            day = paid_to + ONE_DAY if paid_to else amendment.effective_date
            match change:
                case AddProduct():
                    self._add(change.line.product, amendment)
                case Cancel():
                    self._cancel(change, amendment)
                case ChangeQuantity():
                    self._change_quantity(change.product, change.delta, day)
                    self._change_steps(change, day)
                case SetQuantity():
                    self._change_quantity(change.product, change.quantity - self._units(change.product, day), day)
                    self._change_steps(change, day)
                case AddDiscount():
                    self.granted.append(Granted(change.discount, day))
                case ChangeBilling():
                    self._count_anew(change.since or day)
                case ChangePrice() | GrantDiscount() | RemoveProduct() | RaisePrices():
                    self._change_terms(change, day)
                case _:
                    self._change_term(change, day)

    def _change_term(
        self, change: ExtendTerm | Renew | AgreeRenewal | Suspend | Resume | Withdraw | Assign | ChangeDue, day: date
    ) -> None:
        match change:
            case ExtendTerm():
                self._extend(change.end)
            case Renew():
                self._renew(change, day)
            case AgreeRenewal():
                self.renewal = change
            case Suspend():
                self.pauses.append(_pause(change, day))
            case Resume():
                self._resume(change, day)
            case Withdraw():
                pass  # what it takes back was left out before
            case Assign() | ChangeDue():
                pass  # who buys and sells, and when it is paid, changes nothing of what is charged

    def _add(self, product: str, amendment: Amendment) -> None:
        for line in amendment.lines:
            if line.product == product and line.id not in self.lines:
                self._start(line, amendment.effective_date)

    def _extend(self, end: date) -> None:
        """The longest of several extensions holds; a contract that is cancelled before it would begin ends all the same."""
        if not self.cancelled_on:
            self.end = self.billed_end = max(self.end, end)
            self.longest_end = max(self.longest_end, self.end)

    def _renew(self, renew: Renew, day: date) -> None:
        """A new term from that day; days between the two terms are without service (handbook 4.9)."""
        if self.cancelled_on:
            return
        if day > self.end + ONE_DAY:
            self.unserved.append(ServicePeriod(self.end + ONE_DAY, day - ONE_DAY))
        anchor = self._anchor(day)
        for id_, line in self.lines.items():
            if renew.uplift and line.charge.kind != "one-time":
                amended(self.timelines[id_], renew, day)
        self._restart(day)
        self._extend(last_day_of_term(self.contract, day, renew.length, anchor, self.restarts))

    def _anchor(self, day: date) -> int:
        """The day of the month on which terms begin, before it is clipped to a shorter month: 31 where that day is 28 February
        of a contract from the 31st."""
        first = max((since for since in self.restarts if since <= day), default=self.contract.start)
        return first.day if add_months(day, 0, first.day) == day else day.day

    def _restart(self, day: date) -> None:
        """Billing periods begin anew, and the first of them is within the term. The calendar's begin when they begin."""
        counted = counted_from(self.contract.billing, sorted({*self.restarts, day}))
        if day in counted and not on_the_grid(self.contract, day, self.restarts):
            self._count_anew(day)
            self._extend(next(billing_periods(self.contract, day, day, restarts=self.restarts)).whole.end)

    def _count_anew(self, day: date) -> None:
        self.restarts = sorted({*self.restarts, day})

    def _resume(self, resume: Resume, day: date) -> None:
        pause = self.pauses.pop() if self.pauses and self.pauses[-1].end is None else None
        if pause is None or day <= pause.start:
            return
        days = ServicePeriod(pause.start, day - ONE_DAY)
        self.pauses.append(replace(pause, end=days.end, longer=bool(resume.longer)))
        if resume.longer:
            before = self.end
            self._extend(before + (days.end - days.start) + ONE_DAY)
            if pause.charged and self.end > before:
                self.unserved.append(ServicePeriod(before + ONE_DAY, self.end))

    def _change_terms(self, change: ChangePrice | GrantDiscount | RemoveProduct | RaisePrices, day: date) -> None:
        charge = getattr(change, "charge", None)
        for id_, line in self.lines.items():
            fits = getattr(change, "product", None) in (None, line.product) and charge in (None, line.charge.name)
            if fits and line.charge.kind != "one-time":
                amended(self.timelines[id_], change, day)

    def _held(self, product: str, day: date) -> dict[str, Quantity]:
        """The units of each of a product's lines, newest first."""
        counted = [id_ for id_, line in self.lines.items() if _counts_units(line, product)]
        terms = {id_: terms_on(self.timelines[id_], day) for id_ in reversed(counted)}
        return {id_: there.quantity for id_, there in terms.items() if there}

    def _units(self, product: str, day: date) -> Quantity:
        """The units that recur."""
        held = self._held(product, day)
        return sum(quantity for id_, quantity in held.items() if not is_delivered(self.lines[id_]))

    def _change_quantity(self, product: str, delta: Quantity, day: date) -> None:
        """More units join the product's newest line; fewer leave the newest lines first."""
        held = self._held(product, day)
        if delta > 0:
            held = {id_: quantity for id_, quantity in held.items() if not is_delivered(self.lines[id_])}
            newest = [id_ for id_ in held if held[id_]] or list(held)
            for id_ in newest[:1]:
                amended(self.timelines[id_], ChangeQuantity(product=product, delta=delta), day)
            return
        rest: Quantity = -delta
        for id_, quantity in held.items():
            less = min(rest, quantity)
            since = min(self.timelines[id_]) if is_delivered(self.lines[id_]) else day
            amended(self.timelines[id_], ChangeQuantity(product=product, delta=-less), since)
            rest -= less
        self.units_missing += rest if held else 0

    def _change_steps(self, change: ChangeQuantity | SetQuantity, day: date) -> None:
        """The steps of a ramp that begin later change as well, where that is said."""
        for line in later_steps(self.lines, change.product, day) if change.later else ():
            timeline, start = self.timelines[line.id], line.start or day
            amended(timeline, step_change(change, terms_on(timeline, start)), start)

    def _cancel(self, cancel: Cancel, amendment: Amendment) -> None:
        """A contract that renews itself may be cancelled within a later term: until then it is renewed."""
        term_end, self.cancelled_on = self.end, amendment.effective_date
        self.end = self.billed_end = min(self.end, amendment.effective_date - ONE_DAY)
        if cancel.unused == "non-refundable":
            self.billed_end = self._paid_through(amendment, term_end)
        if cancel.fee:
            self.fees.append((fee_of(cancel, amendment), amendment.effective_date))

    def _paid_through(self, amendment: Amendment, term_end: date) -> date:
        """The end of the last billing period whose bill date had come when the cancellation was signed."""
        periods = billing_periods(self.contract, term_end, restarts=self.restarts)
        ends = [period.service.end for period in periods if period.bill_date <= amendment.event_date]
        return max([self.end, *ends])

    def subscription(self) -> Subscription:
        """All of it as of the last amendment read."""
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
            restarts=tuple(self.restarts),
            pauses=tuple(self.pauses),
            renewal=self.renewal,
            parties=parties(self.contract, self.signed),
        )

    def _segments(self, id_: str) -> Iterator[ChargeSegment]:
        timeline = sorted(self.timelines[id_].items())
        ends = [day - ONE_DAY for day, _ in timeline[1:]] + [date.max]
        one_time = self.lines[id_].charge.kind == "one-time"
        for (start, terms), end in zip(timeline, ends, strict=True):
            last = start if one_time else min(end, self.billed_end)
            if terms and terms.quantity and start <= min(last, self.billed_end):
                days = ServicePeriod(start, last)
                for part in [days] if one_time else self._served(days):
                    yield ChargeSegment(line=id_, service=part, terms=terms)

    def _served(self, days: ServicePeriod) -> Iterator[ServicePeriod]:
        """The days without those that are not charged: pauses, the gap before a late renewal."""
        free = [ServicePeriod(p.start, p.end or date.max) for p in self.pauses if not p.charged]
        start = days.start
        for gap in sorted([*free, *self.unserved]):
            if start < gap.start <= days.end:
                yield ServicePeriod(start, gap.start - ONE_DAY)
            if gap.end >= start and gap.start <= days.end:
                start = gap.end + ONE_DAY if gap.end < date.max else date.max
        if start <= days.end:
            yield ServicePeriod(start, days.end)


def _pause(suspend: Suspend, day: date) -> Pause:
    charged, earning = bool(suspend.charged), suspend.earning
    return Pause(start=day, end=None, charged=charged, earning=earning, since=suspend.since)


def _counts_units(line: OrderLine, product: str) -> bool:
    counted = line.charge.kind == "recurring" or is_delivered(line)
    return line.product == product and counted and line.charge.model != "flat"
