"""From what sales asks for to a priced quote, and the orders that change a contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.billing.maturing import check_shares
from engine.book import Book
from engine.contracts.escalating import clause_of
from engine.entities import selling_entity
from engine.model.cadence import in_words
from engine.model.calendar import ONE_DAY, add_term, long_date
from engine.model.catalog import Charge, PriceBookEntry, Product
from engine.model.document import dated
from engine.model.orders import (
    AddProduct,
    Billing,
    Cancel,
    Change,
    ChangeDue,
    ChangePrice,
    Order,
    OrderLine,
    PaymentTerms,
    RequestedLine,
    TakesEffect,
    Terms,
)
from engine.model.quotes import Quote
from engine.refusals import Refused
from engine.revenue.splitting import alone_in, check_residual, provisional
from engine.sales.approving import approvals, deviations
from engine.terms.mapping import check_mapped
from engine.terms.rebating import check_rebates, usual_rebates
from engine.terms.reducing import check_discounts
from engine.terms.zoning import local_day

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_TERM = 600
"""Months; so every day a contract leads to can be counted, however a year was mistyped."""
LONGEST_NET_DAYS = 3650


def quote(
    book: Book,
    customer: str,
    terms: Terms,
    lines: Sequence[RequestedLine],
    today: date,
    supersedes: Quote | None = None,
) -> Quote:
    """An offer, priced from the price book where sales names no price, with the approvals the matrix asks for.

    `supersedes`: the version before, which can be signed no more. Refused for an unknown customer, product, legal entity or
    template, a missing price, or terms that cannot be billed.
    """
    if customer not in book.customers:
        raise Refused("unknown-customer", f"the CRM knows no customer {customer!r}")
    terms = replace(terms, start=local_day(book, customer, terms.moment)) if terms.moment else terms
    _check_terms(book, terms)
    selling_entity(book, customer, terms.entity)
    if not lines:
        raise Refused("nothing-sold", "a quote needs at least one product")
    for line in lines:
        _check_days(line, terms)
    priced = tuple(price_lines(book, lines, terms.currency, terms.start, terms.tax_code))
    terms = replace(terms, rebates=terms.rebates or usual_rebates(book, customer, terms.currency, priced))
    _check_priced(book, customer, terms, priced)
    nonstandard = tuple(deviations(book, terms))
    number, version = next_version(book, supersedes)
    return Quote(
        number=number,
        **dated(today, effective=terms.start),
        customer=customer,
        terms=terms,
        lines=priced,
        approvals=tuple(approvals(book.company.approvals, terms, [line.discount for line in lines], nonstandard)),
        version=version,
        supersedes=supersedes.number if supersedes else "",
        nonstandard=nonstandard,
    )


def next_version(book: Book, supersedes: Quote | None) -> tuple[str, int]:
    """The number and version of the next quote, or of the next version of one."""
    if supersedes is None:
        return f"Q-{book.count(Quote) + 1}", 1
    version = supersedes.version + 1
    return f"{supersedes.number.partition('-V')[0]}-V{version}", version


def _check_priced(book: Book, customer: str, terms: Terms, priced: tuple[OrderLine, ...]) -> None:
    """What can only be checked once the prices are known."""
    _check_counted(priced)
    _check_times(terms, priced)
    check_rebates(terms, priced)
    check_discounts(terms.discounts, terms.currency, priced)
    check_residual(book, provisional(book, terms, customer, priced))


def _check_terms(book: Book, terms: Terms) -> None:
    clause_of(book, terms)
    _check_days_to_pay(terms.net_days, terms.due)
    if min(terms.months, terms.days) < 0 or not terms.months + terms.days:
        raise Refused("no-term", f"a term of {terms.length.in_words} is none; a contract runs for at least one day")
    too_long = terms.months > LONGEST_TERM or terms.days > LONGEST_TERM * 30
    if too_long or not FIRST_YEAR <= terms.start.year <= LAST_YEAR:
        raise Refused(
            "no-such-term",
            f"a contract begins between {FIRST_YEAR} and {LAST_YEAR} and runs for at most {LONGEST_TERM} months,"
            f" not for {terms.length.in_words} from {long_date(terms.start)}",
        )


def _check_days_to_pay(days: int, due: PaymentTerms) -> None:
    check_shares(due)
    if not 0 <= days <= LONGEST_NET_DAYS:
        raise Refused("no-such-payment-terms", f"an invoice is due within 0 to {LONGEST_NET_DAYS} days, not {days}")


def _check_days(line: RequestedLine, terms: Terms) -> None:
    """A line of a ramp lies within the term."""
    first, last = terms.start, add_term(terms.start, terms.months, terms.days) - ONE_DAY
    start, end = line.start or first, line.end or last
    if not first <= start <= end <= last:
        raise Refused(
            "outside-term",
            f"{line.product!r} cannot be sold from {long_date(start)} to {long_date(end)}: the term is "
            f"{long_date(first)} to {long_date(last)}",
        )


def price_lines(
    book: Book, lines: Iterable[RequestedLine], currency: str, on: date, tax_code: str
) -> Iterator[OrderLine]:
    """Each charge of each product's rate plan, with its price; ids count from 1."""
    number = 0
    for line in lines:
        product = _product(book, line)
        plan = product.plan(line.plan)
        if plan is None:
            raise Refused("unknown-plan", f"{product.name} has no rate plan {line.plan!r}")
        for charge in plan.charges:
            number += 1
            yield _priced(book, line, plan.name, charge, str(number), currency, on, tax_code)


def _check_counted(lines: Sequence[OrderLine]) -> None:
    """A quantity means something where one of the product's charges counts it."""
    counted = {line.product for line in lines if line.charge.model != "flat"}
    for line in lines:
        if line.quantity != 1 and line.product not in counted:
            raise Refused(
                "not-counted",
                f"{line.quantity} of {line.product!r} cannot be sold: it has a flat price, which is the same for any quantity; "
                "leave the quantity out, or sell it per unit",
            )


def _check_times(terms: Terms, lines: Iterable[OrderLine]) -> None:
    """What is billed every so many days has a price for those days; what is prepaid is so once."""
    for line in lines:
        if line.charge.kind == "recurring" and line.charge.prepaid:
            what = f"{line.product!r} is prepaid and has a price for a time; what is prepaid is charged once"
            raise Refused("prepaid-once", f"{what}: sell one for each time, each from its own day")
        if line.charge.kind == "recurring" and line.per_months:
            _check_time(line.product, line.charge.billing or terms.billing)


def _check_new_prices(terms: Terms, changes: Iterable[Change]) -> None:
    for change in changes:
        if isinstance(change, ChangePrice) and change.per_months:
            _check_time(change.product, terms.billing)


def _check_time(product: str, billing: Billing) -> None:
    if billing.every_days:
        raise Refused(
            "price-of-months",
            f"{product!r} has a price for months and is billed {in_words(billing)}: a month is no number of days; say its "
            "price per billing period",
        )


def _product(book: Book, line: RequestedLine) -> Product:
    if line.quantity <= 0:
        raise Refused("bad-quantity", f"{line.quantity} of {line.product!r} cannot be sold; a quantity is above 0")
    for product in book.company.products:
        if product.name == line.product:
            return product
    raise Refused("unmapped-product", f"the catalog has no product {line.product!r}")


def _priced(
    book: Book, line: RequestedLine, plan: str, charge: Charge, id_: str, currency: str, on: date, tax_code: str
) -> OrderLine:
    listed = book.company.price_book.price(line.product, plan, charge.name, currency, on)
    price = line.price if line.price is not None else listed.price if listed else None
    rate = listed.rate if listed else None
    unpriced = price is None and charge.model in ("flat", "per unit") and _may_be_held(book)
    price = Decimal(0) if unpriced else price
    if price is None or (charge.model not in ("flat", "per unit") and (rate is None or rate.kind != charge.model)):
        raise Refused("missing-price", f"the price book has no {currency} price for {line.product!r} ({charge.name})")
    if price < 0:
        raise Refused("bad-price", f"a price of {price} for {line.product!r} is below zero; give a discount instead")
    if line.price is not None and charge.model in ("tiered", "volume"):
        raise Refused(
            "priced-by-table", f"{line.product!r} is priced by a table of steps; it cannot be sold at one price"
        )
    per_months = 0 if charge.kind != "recurring" else _time_of_price(line, charge)
    return OrderLine(
        id=id_,
        product=line.product,
        plan=plan,
        charge=charge,
        quantity=line.quantity,
        price=price,
        unpriced=unpriced,
        per_months=per_months,
        rate=rate,
        discount=line.discount,
        stand_alone_price=_alone(book, line, listed, price),
        residual=listed.alone_range if listed and listed.alone_range and listed.alone_range.varies else None,
        tax_code=line.tax_code or charge.tax_code or tax_code,
        start=line.start,
        end=line.end,
    )


def _alone(book: Book, line: RequestedLine, listed: PriceBookEntry | None, price: Decimal) -> Decimal | None:
    """What a unit costs alone: as sales says, as the price book says, or from the range in which it sells alone."""
    if line.stand_alone_price is not None or listed is None:
        return line.stand_alone_price
    if listed.alone_range is None or listed.alone_range.varies:
        return listed.stand_alone_price
    return alone_in(listed.alone_range, price * (1 - line.discount / 100), book.company.policies.outside_range)


def _time_of_price(line: RequestedLine, charge: Charge) -> int:
    return charge.per_months if line.per_months is None else line.per_months


def _may_be_held(book: Book) -> bool:
    """Whether billing would hold what has no price yet."""
    return book.company.policies.unbillable == "held in the exceptions queue"


def amend(
    book: Book,
    contract: str,
    changes: Sequence[Change],
    effective: date,
    today: date,
    takes_effect: TakesEffect = "on its day",
    moment: str | None = None,
) -> Order:
    """The customer signs changes of a running contract; products that join are priced from the price book.

    `moment`: the time of day at which they take effect, whose day is then the effective one.

    The CRM checks what it knows: the contract's order and the catalog. Whether the contract allows it, billing decides.
    """
    signed, terms = order_behind(book, contract)
    if not changes:
        raise Refused("nothing-changed", "an amendment needs at least one change")
    added = [change.line for change in changes if isinstance(change, AddProduct)]
    effective = local_day(book, signed.customer, moment) if moment else effective
    lines = tuple(price_lines(book, added, terms.currency, effective, terms.tax_code))
    _check_counted(lines)
    _check_times(terms, lines)
    _check_new_prices(terms, changes)
    for change in changes:
        if isinstance(change, ChangeDue):
            _check_days_to_pay(change.net_days, change.due)
    check_mapped(book, lines)
    return Order(
        number=f"O-{book.count(Order) + 1}",
        **dated(today, effective=effective),
        kind="cancel" if any(isinstance(change, Cancel) for change in changes) else "amend",
        customer=signed.customer,
        contract=contract,
        lines=lines,
        changes=tuple(changes),
        takes_effect=takes_effect,
        moment=moment,
    )


def order_behind(book: Book, contract: str) -> tuple[Order, Terms]:
    """The order that a running contract came from, and its terms. Refused if the CRM has none."""
    signed = book.find(Order, f"O-{contract.removeprefix('C-')}")
    if signed is None or signed.terms is None:
        raise Refused("unknown-contract", f"the CRM has no order behind contract {contract!r}")
    return signed, signed.terms
