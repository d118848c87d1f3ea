"""The exceptions queue: a contract that cannot be billed is held with a reason and an owner until it is released.

Some reasons are a judgement that whoever releases it takes over (usage above a limit, an unusual frequency); others must be
gone first (a price, a tax rate).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from engine.billing.comparing import ChargePeriod
from engine.billing.metered import standing, usage_of
from engine.book import Book
from engine.model.calendar import long_date
from engine.model.contracts import Contract, PlannedLine
from engine.model.document import dated
from engine.model.holds import BillingHold, HoldRelease
from engine.model.rhythms import rhythm_on
from engine.refusals import Refused
from engine.terms.mapping import unmapped_planned
from engine.terms.rating import billed_now

OWNERS = {
    "missing-price": "pricing manager",
    "unknown-tax-code": "tax manager",
    "no-tax-rate": "tax manager",
    "tax-not-held": "tax manager",
    "negative-quantity": "billing analyst",
    "over-limit": "account manager",
    "unmapped-product": "revenue accountant",
    "nonstandard-frequency": "deal desk",
}
JUDGED = ("negative-quantity", "over-limit", "unmapped-product", "nonstandard-frequency")


def holds_of(book: Book, contract: str) -> tuple[BillingHold, ...]:
    """Every hold of a contract, released or not."""
    return book.about(BillingHold, "contract", contract)


def open_hold(book: Book, contract: str) -> BillingHold | None:
    """What holds a contract now, or None."""
    released = {release.hold for release in book.about(HoldRelease, "contract", contract)}
    return next((hold for hold in holds_of(book, contract) if hold.number not in released), None)


def released_today(book: Book, contract: str, today: date) -> bool:
    """Whether a contract was let go today, so that all that fell due meanwhile is billed."""
    return any(release.event_date == today for release in book.about(HoldRelease, "contract", contract))


def hold(book: Book, contract: Contract, refused: Refused, today: date) -> BillingHold:
    """The contract is left out of the bill run for that reason."""
    return BillingHold(
        number=f"EX-{contract.number}-{len(holds_of(book, contract.number)) + 1}",
        **dated(today),
        entity=contract.entity,
        contract=contract.number,
        customer=contract.customer,
        code=refused.code,
        reason=refused.sentence,
        owner=_owner(book, refused.code),
    )


def _owner(book: Book, code: str) -> str:
    """The role that sees to a reason: the company's, else the house's."""
    own = {owner.code: owner.role for owner in book.company.hold_owners}
    return own.get(code) or OWNERS.get(code, "billing analyst")  # type: ignore[call-overload]  # any code


def release(book: Book, contract: Contract, role: str, today: date) -> HoldRelease:
    """A role lets the contract go. Refused if nothing holds it."""
    held = open_hold(book, contract.number)
    if held is None:
        raise Refused("nothing-held", f"contract {contract.number} is not in the exceptions queue")
    return HoldRelease(
        number=f"REL-{held.number}",
        **dated(today),
        entity=contract.entity,
        contract=contract.number,
        customer=contract.customer,
        hold=held.number,
        role=role,
    )


def check(book: Book, contract: Contract, places: Iterable[ChargePeriod], lines: Iterable[PlannedLine]) -> None:
    """Refused for what nobody should be billed without somebody having looked at it; what was released for that very reason
    has been."""
    released = {release.hold for release in book.about(HoldRelease, "contract", contract.number)}
    accepted = {held.reason for held in holds_of(book, contract.number) if held.number in released}
    for code, found in (*_of_usage(book, contract, places), *_of_lines(book, contract, lines)):
        reason = f"contract {contract.number}: {found}"
        if code not in JUDGED or reason not in accepted:
            raise Refused(code, reason)


def _of_lines(book: Book, contract: Contract, lines: Iterable[PlannedLine]) -> Iterator[tuple[str, str]]:
    sold = {line.id: line for line in contract.lines}
    company, billing = book.company, billed_now(book, contract).billing
    for line in lines:
        if line.product in company.unmapped:
            yield "unmapped-product", f"{line.product!r} is not mapped to the ledger"
        yield from (("unmapped-product", said) for said in unmapped_planned(company, line))
        if line.line in sold and sold[line.line].unpriced and not line.terms.price:
            yield "missing-price", f"there is no price for {line.product!r}"
        months = rhythm_on(billing, line.billing_period.start).every_months
        if company.standard_months and months not in company.standard_months:
            yield "nonstandard-frequency", f"a bill every {months} months is not standard"


def _of_usage(book: Book, contract: Contract, places: Iterable[ChargePeriod]) -> Iterator[tuple[str, str]]:
    """What a meter says of a billing period, where the company does not refuse it when it is read."""
    if book.company.policies.unbillable == "refused at once":
        return
    for place in places:
        known = standing(usage_of(book, contract.number, place.line.id)) if place.line.charge.kind == "usage" else []
        days, limit = place.period.whole, place.line.charge.limit
        used = sum((Decimal(one.quantity) for one in known if one.effective_date in days), Decimal(0))
        said = f"{used.normalize():f} {place.line.product!r} used from {long_date(days.start)} to {long_date(days.end)}"
        if used < 0:
            yield "negative-quantity", f"{said} is less than nothing"
        if limit is not None and used > limit:
            yield "over-limit", f"{said} is above the limit of {limit}"
