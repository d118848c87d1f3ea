"""The one idea that bills everything: what is due for a charge and billing period, less what was billed.

New business, upsell, downgrade, back-dated change, cancellation and price correction are all this difference. How it is
shown (line by line, or the net of a changed price) is policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from engine.billing.billed import (
    Atom,
    BilledLine,
    billed_lines,
    counted,
    is_empty,
    joined,
    key,
    measure,
    paired,
    stretches,
    taken_back,
    terms_of,
    uncut,
    units,
)
from engine.billing.levying import agreed_net, credited_net
from engine.book import Book
from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Quantity
from engine.model.contracts import ChargeTerms, Contract, PlannedLine, Subscription
from engine.model.money import Money, total
from engine.model.orders import OrderLine
from engine.terms.periods import BillingPeriod, billing_of
from engine.terms.rating import exact_amount, manner_of


@dataclass(frozen=True, slots=True)
class _Difference:
    """Some days on which `terms` must be charged, or taken back `of` a billed line; `other` holds before or afterwards."""

    service: ServicePeriod
    terms: ChargeTerms
    other: ChargeTerms | None
    of: BilledLine | None


@dataclass(frozen=True, slots=True)
class ChargePeriod:
    """A charge of a contract in one of its billing periods: the place where due and billed are compared."""

    book: Book
    contract: Contract
    line: OrderLine
    period: BillingPeriod
    due: tuple[Atom, ...]

    @property
    def billing(self) -> Billing:
        """How the charge is billed."""
        return self.period.billing or billing_of(self.contract, self.line.charge)

    def value(self, terms: ChargeTerms | None, service: ServicePeriod) -> Fraction:
        """What terms cost over some days of the period, exactly."""
        if terms is None:
            return Fraction(0)
        manner = manner_of(self.book, self.contract)
        return exact_amount(self.line.charge, terms, service, self.period, self.billing, manner)

    def lacking(self) -> tuple[PlannedLine, ...]:
        """What is due and not yet billed, and (negative) what was billed and is not due."""
        billed = billed_lines(self.book, self.contract.number, self.line.id, self.period.whole)
        atoms = [*self.due, *(atom for line in billed for atom in line.atoms)]
        found = [difference for stretch in stretches(atoms) for difference in self._differences(stretch, billed)]
        merged = list(_merged(found))
        charges = [self._charged(d) for d in merged if d.of is None]
        credits = list(self._credits([d for d in merged if d.of is not None]))
        return (*self._cumulative(charges, credits, billed), *credits)

    def _charged(self, difference: _Difference) -> PlannedLine:
        agreed, other = self._agreed(difference), difference.other
        more = max(difference.terms.quantity - (other.quantity if other else 0), 0)
        return self._planned(difference, self._money(self._net(agreed, difference.service, more)), agreed)

    def _cumulative(
        self, charges: list[PlannedLine], credits: list[PlannedLine], billed: tuple[BilledLine, ...]
    ) -> list[PlannedLine]:
        """By convention the last charge is what the rounded total to date is above what is billed already."""
        if not charges or self.book.company.policies.rounding_stage == "per line":
            return charges
        so_far = [line.left + line.conceded for line in billed] + [line.net - line.forgone for line in credits]
        rest = self.money_due() - total([*so_far, *(line.net for line in charges[:-1])], self.contract.currency)
        return [*charges[:-1], replace(charges[-1], net=max(rest, Money.zero(rest.currency)))]

    def exact_due(self, through: date = date.max) -> Fraction:
        """What is due for the whole period, exactly, without tax.

        Where prices hold the tax, a new rate leaves another net of the same gross. What is billed by that day keeps the rate
        of its line, as an issued invoice keeps its tax (handbook P12); the rest is due at the rate of its tax point.
        """
        if self.book.company.policies.tax_price == "exclusive":
            return self._exact(self.due)
        billed = billed_lines(self.book, self.contract.number, self.line.id, self.period.whole, through)
        at_its_own = (credited_net(self.book, self._agreed_for(line, billed), line.line) for line in billed)
        lacking = joined(self._unbilled(billed)) if billed else self.due
        return sum(at_its_own, sum((self._lacking_net(atom, billed) for atom in lacking), Fraction(0)))

    def exact_agreed(self) -> Fraction:
        """What was agreed for the whole period, exactly, with the tax it may hold."""
        return sum((self._worth(atom) for atom in self.due), Fraction(0))

    def _unbilled(self, billed: Sequence[BilledLine]) -> Iterator[Atom]:
        """What is due and not billed, stretch by stretch (negative: billed and not due)."""
        atoms = [atom for line in billed for atom in line.atoms]
        for stretch in stretches([*self.due, *atoms]):
            due, was = measure(self.due, stretch.start), measure(atoms, stretch.start)
            lacking = {terms: due.get(terms, 0) - was.get(terms, 0) for terms in due | was}
            yield from (Atom(stretch, terms, quantity) for terms, quantity in lacking.items() if quantity)

    def _lacking_net(self, atom: Atom, billed: Sequence[BilledLine]) -> Fraction:
        """What is not billed yet, without tax; what is billed and not due goes back at the rate of the newest line that bills it."""
        day, worth = atom.service.start, self._worth(atom)
        given_back = reversed(billed) if atom.quantity < 0 else ()
        for line in given_back:
            if line.measure(day).get(atom.key, 0) > 0:
                return credited_net(self.book, worth, line.line)
        return self._net(worth, atom.service, counted(atom))

    def _agreed_for(self, line: BilledLine, billed: Sequence[BilledLine]) -> Fraction:
        """What was agreed for a line, less what was taken back of it. A line that was cut by days has its days' share."""
        whole = uncut(line, billed)
        charged = sum((self._worth(replace(atom, service=whole)) for atom in line.charged), Fraction(0))
        given_back = sum((self._worth(atom) for atom in line.credited), Fraction(0))
        return charged * line.line.service.days / whole.days + given_back

    def _worth(self, atom: Atom) -> Fraction:
        """What was agreed for an atom; below nothing, if it is taken back."""
        count = max(atom.quantity, -atom.quantity)
        worth = self.value(terms_of(atom.key, count), atom.service)
        whole: Fraction = worth if atom.key[-1] is None else worth * Fraction(count)
        return whole if atom.quantity > 0 else -whole

    def money_due(self) -> Money:
        """What is due for the whole period, rounded once."""
        return self.worth(self.due)

    def worth(self, atoms: Iterable[Atom]) -> Money:
        """What so much would cost in this period, rounded once."""
        return self._money(self._exact(atoms))

    def _exact(self, atoms: Iterable[Atom]) -> Fraction:
        return sum((self._net(self._worth(atom), atom.service, counted(atom)) for atom in atoms), Fraction(0))

    def _net(self, agreed: Fraction, service: ServicePeriod, counts: Quantity) -> Fraction:
        """An amount agreed for so many units without the tax it may hold."""
        code, customer = self.line.tax_code, self.contract.customer
        return agreed_net(self.book, customer, code, service, self.period.bill_date, agreed, counts)

    def _differences(self, stretch: ServicePeriod, billed: tuple[BilledLine, ...]) -> Iterator[_Difference]:
        due = measure(self.due, stretch.start)
        was = measure((atom for line in billed for atom in line.atoms), stretch.start)
        more = {terms: due[terms] - was.get(terms, 0) for terms in due if due[terms] > was.get(terms, 0)}
        less = {terms: was[terms] - due.get(terms, 0) for terms in was if was[terms] > due.get(terms, 0)}
        if (more or less) and self._rebilled():
            more, less = due, was
        for old in list(less):
            for new in list(more):
                gone, come = paired((old, less[old]), (new, more[new]), stretch, billed)
                if gone and self._nets(terms_of(old, gone), terms_of(new, come)):
                    yield from self._changed(stretch, terms_of(old, gone), terms_of(new, come), billed)
                    less[old] -= gone
                    more[new] -= come
        for old, quantity in less.items():
            if quantity:
                yield from self._taken(stretch, terms_of(old, quantity), None, billed)
        for new, quantity in more.items():
            if quantity:
                yield _Difference(stretch, terms_of(new, quantity), None, None)

    def _nets(self, old: ChargeTerms, new: ChargeTerms) -> bool:
        """Whether a change shows as one difference: another discount always, another price if that is the convention."""
        if self.line.charge.kind == "usage":
            return not self._rebilled()
        only_discount = replace(old, discount=new.discount, reductions=new.reductions) == new
        return only_discount or self.book.company.policies.amendment_billing == "one net difference"

    def _rebilled(self) -> bool:
        """Whether what is known late takes back all that was billed and charges it anew, not only the difference."""
        return self.line.charge.kind == "usage" and self.book.company.policies.late_usage == "credit and rebill"

    def _changed(
        self, days: ServicePeriod, old: ChargeTerms, new: ChargeTerms, billed: tuple[BilledLine, ...]
    ) -> Iterator[_Difference]:
        if self.value(new, days) >= self.value(old, days):
            yield _Difference(days, new, old, None)
        else:
            yield from self._taken(days, old, new, billed)

    def _taken(
        self, days: ServicePeriod, old: ChargeTerms, new: ChargeTerms | None, billed: tuple[BilledLine, ...]
    ) -> Iterator[_Difference]:
        """Take `old` back from the newest lines that bill it, and leave `new` in its place.

        A line that billed only a difference cannot give back more than that: then the terms it had replaced hold again,
        and those are taken from the lines before it.
        """
        need = units(old)
        for number, line in reversed(list(enumerate(billed))):
            found = line.measure(days.start)
            taken = min(found.get(key(old), 0), need)
            if taken <= 0:
                continue
            need -= taken
            # One quantity that is priced together stands for all units of the other kind.
            becomes = new and (terms_of(key(new), taken) if units(new) == units(old) else new)
            before = next((terms_of(terms, taken) for terms, quantity in found.items() if quantity < 0), None)
            beyond = before and (becomes is None or self.value(becomes, days) < self.value(before, days))
            yield _Difference(days, terms_of(key(old), taken), before if beyond else becomes, line)
            if before and beyond:
                yield from self._taken(days, before, becomes, billed[:number])

    def _agreed(self, difference: _Difference) -> Fraction:
        """What was agreed for a difference, with the tax it may hold."""
        return self.value(difference.terms, difference.service) - self.value(difference.other, difference.service)

    def _money(self, exact: Fraction) -> Money:
        return Money.of(exact, self.contract.currency, self.book.company.policies.rounding)

    def _credits(self, differences: list[_Difference]) -> Iterator[PlannedLine]:
        """Rounded credits, none above what is left of its invoice line; the last one takes exactly that."""
        left = {id(d.of): d.of.left for d in differences if d.of}
        for number, difference in enumerate(differences):
            of = difference.of
            assert of is not None
            later = any(other.of is of for other in differences[number + 1 :])
            agreed = self._agreed(difference)
            worth = self._money(credited_net(self.book, agreed, of.line))
            last = not later and is_empty(_atoms_after(of, differences))
            amount = left[id(of)] if last else min(worth, left[id(of)])
            left[id(of)] -= amount
            forgone = min(max(worth - amount, self._money(Fraction(0))), of.conceded)
            yield self._planned(difference, -amount, agreed, forgone)

    def _planned(
        self, difference: _Difference, net: Money, agreed: Fraction, forgone: Money | None = None
    ) -> PlannedLine:
        return PlannedLine(
            line=self.line.id,
            product=self.line.product,
            charge=self.line.charge.name,
            tax_code=self.line.tax_code,
            service=difference.service,
            billing_period=self.period.whole,
            bill_date=self.period.bill_date,
            terms=difference.terms,
            other=difference.other,
            net=net,
            agreed=agreed,
            forgone=forgone or Money.zero(net.currency),
            invoice=difference.of.invoice if difference.of else None,
            invoice_line=difference.of.line.id if difference.of else None,
            metered=self.line.charge.kind == "usage",
        )


def _atoms_after(of: BilledLine, differences: Iterable[_Difference]) -> list[Atom]:
    own = [d for d in differences if d.of is of]
    return [*of.atoms, *(atom for d in own for atom in taken_back(d.service, d.terms, d.other))]


def _merged(differences: Iterable[_Difference]) -> Iterator[_Difference]:
    """Differences that follow each other day by day on the same terms become one."""
    open_: list[_Difference] = []
    for difference in differences:
        for number, before in enumerate(open_):
            same = (before.terms, before.other) == (difference.terms, difference.other) and before.of is difference.of
            if same and before.service.end + ONE_DAY == difference.service.start:
                open_[number] = replace(before, service=ServicePeriod(before.service.start, difference.service.end))
                break
        else:
            open_.append(difference)
    yield from open_


def due_atoms(subscription: Subscription, line: OrderLine, period: ServicePeriod) -> tuple[Atom, ...]:
    """What the charge is due in that period, by its segments."""
    return tuple(
        Atom(days, key(segment.terms), units(segment.terms))
        for segment in subscription.segments
        if segment.line == line.id and (days := segment.service.overlap(period))
    )
