"""From a closed-won order to a contract or an amendment of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.billing.levying import levy_on
from engine.book import Book
from engine.contracts.dating import first_day_of_new_terms, is_downgrade
from engine.contracts.escalating import clause_of
from engine.contracts.resolving import resolved
from engine.contracts.vetting import check, check_what_follows
from engine.entities import selling_entity
from engine.model.calendar import ONE_DAY, add_term
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.document import dated
from engine.model.orders import (
    AddDiscount,
    AgreeRenewal,
    Billing,
    Change,
    ChangeQuantity,
    GrantDiscount,
    Order,
    OrderLine,
    Terms,
)
from engine.model.policies.changes import NewPeriod
from engine.model.uplifts import UpliftClause
from engine.refusals import Refused
from engine.terms.belonging import as_of
from engine.terms.clocking import placed
from engine.terms.periods import last_day_of_term
from engine.terms.rating import amendments, billed_now, subscription
from engine.terms.zoning import local_moment


def sign(book: Book, order: Order, today: date) -> Contract:
    """A new contract from an order. Refused for terms that cannot be billed: a tax code without a rate, say."""
    terms = order.terms
    if terms is None or not order.lines:
        raise Refused("no-terms", f"order {order.number} has no terms or no lines to make a contract of")
    _check_tax(book, order, max(today, terms.start))
    return _drawn_up(book, order, terms, today)


def signed_end(book: Book, order: Order, terms: Terms) -> date:
    """The last day of the term that an order asks for."""
    if book.company.policies.short_month == "clipped, no drift":
        return add_term(terms.start, terms.months, terms.days) - ONE_DAY
    return _drawn_up(book, order, terms, order.event_date).end


def _drawn_up(book: Book, order: Order, terms: Terms, today: date) -> Contract:
    contract = Contract(
        number=f"C-{order.number.removeprefix('O-')}",
        **dated(today, effective=terms.start),
        customer=order.customer,
        entity=selling_entity(book, order.customer, terms.entity).code,
        currency=terms.currency,
        order=order.number,
        start=terms.start,
        end=add_term(terms.start, terms.months, terms.days) - ONE_DAY,
        billing=_billing(book, terms),
        net_days=terms.net_days,
        tax_code=terms.tax_code,
        lines=order.lines,
        discounts=terms.discounts,
        due=terms.due,
        renewal=terms.renewal or renewal_by_convention(book, terms),
        at=_at(book, order.customer, terms.moment) or 0,
        rebates=terms.rebates,
        uplift=_uplift(book, terms),
        **_sold(book, order.customer, terms),
    )
    return replace(contract, end=last_day_of_term(contract, terms.start, terms.length, terms.start.day))


def _uplift(book: Book, terms: Terms) -> UpliftClause | None:
    """As agreed; when it applies is the company's convention, where nobody said."""
    clause = clause_of(book, terms)
    return clause and replace(clause, applies=clause.applies or book.company.policies.uplift_applies)


def _sold(book: Book, customer: str, terms: Terms) -> dict[str, str]:
    """Where and through whom it is sold, as it is agreed or as the customer's record says today."""
    known = book.customers.get(customer)
    return {
        "region": terms.region or (known.region if known else ""),
        "channel": terms.channel or (known.channel if known else ""),
    }


def _at(book: Book, customer: str, moment: str | None) -> int | None:
    """How many seconds of its day are over at that moment; None where no moment is said, or whole days count."""
    if moment is None or book.company.policies.proration_unit == "day":
        return None
    return local_moment(book, customer, moment)[1]


def _billing(book: Book, terms: Terms) -> Billing:
    """As agreed; how long its drafts wait, and what short months make of its days, are the company's conventions."""
    agreed = replace(terms.billing, short_month=book.company.policies.short_month)
    waits = book.company.policies.finalization == "after days of grace as a draft"
    return replace(agreed, grace_days=book.company.grace_days) if waits else agreed


def renewal_by_convention(book: Book, terms: Terms) -> AgreeRenewal | None:
    """What happens at the end of the term by the company's convention."""
    by_itself = book.company.policies.end_of_term == "renewed for the same term"
    return AgreeRenewal(months=terms.months, days=terms.days) if by_itself else None


def _check_tax(book: Book, order: Order, first_billed: date) -> None:
    for line in order.lines if book.company.policies.unbillable == "refused at once" else ():
        levy_on(book, order.customer, line.tax_code, first_billed)


def amend(book: Book, order: Order, today: date) -> Amendment:
    """An amendment from an order. `effective_date` becomes the first day of the new terms under the company's conventions.

    Refused outside the term, on a cancelled contract, for a product the contract does not hold, for more units
    than it holds then or later, or for a tax code without a rate.
    """
    contract = book.find(Contract, order.contract or "")
    if contract is None:
        raise Refused("unknown-contract", f"billing has no contract {order.contract!r}")
    contract = billed_now(book, as_of(book, contract, today))
    now = subscription(book, contract)
    effective = first_day_of_new_terms(book, contract, now, order)
    check(book, contract, now, order, effective)
    _check_tax(book, order, max(today, effective))
    at = _at(book, contract.customer, order.moment) if effective == order.effective_date else None
    effective, at = placed(book, contract, amendments(book, contract), effective, at)
    cause = "downgrade" if _is_less(order, now, effective) else cause_of(order.changes, order.effective_date < today)
    amendment = Amendment(
        number=f"A-{order.number.removeprefix('O-')}",
        **dated(today, effective=effective),
        contract=contract.number,
        customer=contract.customer,
        order=order.number,
        changes=resolved(book, contract, now, order, effective),
        lines=_numbered(order.lines, len(now.lines)),
        cause=cause,
        restarts=cause in _RESTARTING[book.company.policies.new_period],
        at=at,
    )
    check_what_follows(contract, amendments(book, contract), amendment)
    return amendment


def _is_less(order: Order, now: Subscription, effective: date) -> bool:
    """Whether it is a downgrade of what holds on its day; or, of what was to hold only later, when it takes effect."""
    return is_downgrade(order, now, order.effective_date) or is_downgrade(order, now, effective)


_RESTARTING: dict[NewPeriod, tuple[str, ...]] = {
    "keeps the anchor": (),
    "restarts on the change date": ("upsell",),
    "restarts with every upgrade and downgrade": ("upsell", "downgrade"),
}
"""After which amendments billing periods are counted anew, by convention."""


def _numbered(lines: tuple[OrderLine, ...], taken: int) -> tuple[OrderLine, ...]:
    return tuple(replace(line, id=str(taken + number)) for number, line in enumerate(lines, 1))


def cause_of(changes: tuple[Change, ...], in_the_past: bool) -> str:
    """What people call the amendment, by its weightiest change."""
    causes = {_cause(change, in_the_past) for change in changes}
    return next(cause for cause in _CAUSES if cause in causes)


_CAUSES = (
    *(
        "cancellation",
        "renewal",
        "upsell",
        "downgrade",
        "price change",
        "retroactive discount",
        "discount",
        "extension",
        "transfer",
    ),
    *("suspension", "resumption", "withdrawal", "renewal terms", "billing change", "payment terms"),
)
_BY_KIND: dict[str, str] = {
    "cancel": "cancellation",
    "renew": "renewal",
    "add product": "upsell",
    "remove product": "downgrade",
    "change price": "price change",
    "extend term": "extension",
    "suspend": "suspension",
    "resume": "resumption",
    "withdraw": "withdrawal",
    "agree renewal": "renewal terms",
    "set quantity": "upsell",
    "assign": "transfer",
    "change billing": "billing change",
    "change due": "payment terms",
}


def _cause(change: Change, in_the_past: bool) -> str:
    match change:
        case ChangeQuantity():
            return "upsell" if change.delta > 0 else "downgrade"
        case GrantDiscount() | AddDiscount():
            return "retroactive discount" if in_the_past else "discount"
        case _:
            return _BY_KIND[change.kind]
