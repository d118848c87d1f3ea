"""How one price is split among promises: by what each costs alone, with the exceptions that a price list justifies.

ASC 606-10-32-31 to 41, IFRS 15.76 to 86. A discount belongs to some products only if these are regularly sold as a bundle at that
discount, and it is the whole discount of the contract (32-37). A product whose price varies too widely takes what the
others leave, after the discount test (32-34(c), 32-38), within the range in which it was seen to sell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, add_term
from engine.model.catalog import AloneRange, Bundle
from engine.model.contracts import Contract
from engine.model.document import dated
from engine.model.money import Money, exponent, rounded
from engine.model.orders import OrderLine, Terms
from engine.model.policies.revenue import OutsideRange
from engine.refusals import Refused
from engine.revenue.promising import Promise, promises
from engine.terms.progressing import START, Progress
from engine.terms.rating import as_signed


def split(minor: int, weights: Sequence[Fraction], currency: str) -> list[int]:
    """An amount in proportion to stand-alone selling prices, by largest remainder; alike where there are none."""
    shares = weights if any(weights) else [Fraction(1)] * len(weights)
    return [part.minor for part in Money(minor, currency).allocate(shares)] if shares else []


def alone_in(seen: AloneRange, price: Decimal, outside: OutsideRange) -> Decimal:
    """The stand-alone selling price of what is sold at a price, where it sells alone in a range."""
    high = max(seen.low, price) if seen.high is None else seen.high
    if seen.low <= price <= high or outside == "stated price":
        return price
    if outside == "midpoint":
        return (seen.low + high) / 2
    return seen.low if price < seen.low else high


def allotted(book: Book, found: Sequence[Promise], minor: int, currency: str, progress: Progress) -> list[int]:
    """The part of the price of each promise, in the smallest unit."""
    observed = [promise for promise in found if promise.line.residual is None]
    worth = {promise.line.id: promise.alone(START, progress) for promise in observed}
    rest = [promise for promise in found if promise.line.residual]
    unit = 10 ** exponent(currency)
    whole = None if rest else Fraction(minor, unit)
    for bundle in book.company.bundles:
        worth.update(_bundled(bundle, observed, worth, whole))
    if not rest:
        return _within_bundles(found, worth, minor, currency)
    parts = {id_: rounded(value * unit, book.company.policies.rounding) for id_, value in worth.items()}
    left = minor - sum(parts.values())
    shares = split(left, [promise.alone(START, progress) for promise in rest], currency)
    parts |= {promise.line.id: share for promise, share in zip(rest, shares, strict=True)}
    return [parts[promise.line.id] for promise in found]


def _within_bundles(found: Sequence[Promise], worth: dict[str, Fraction], minor: int, currency: str) -> list[int]:
    return split(minor, [worth[promise.line.id] for promise in found], currency)


def _bundled(
    bundle: Bundle, found: Sequence[Promise], worth: dict[str, Fraction], whole: Fraction | None
) -> dict[str, Fraction]:
    """What the products of a bundle are worth in it; nothing where the contract does not hold all of them once, or where the
    contract's discount is another than the bundle's. `whole`: the price of everything, None where one takes the rest."""
    own = [promise for promise in found if promise.line.product in bundle.products]
    if sorted(promise.line.product for promise in own) != sorted(bundle.products):
        return {}
    prices = [Fraction(promise.line.stand_alone_price or promise.line.price) for promise in own]
    share = Fraction(bundle.price) / sum(prices, Fraction(0)) if any(prices) else Fraction(1)
    discount = sum((worth[promise.line.id] for promise in own), Fraction(0)) * (1 - share)
    if whole is not None and sum(worth.values(), Fraction(0)) - whole != discount:
        return {}
    return {promise.line.id: worth[promise.line.id] * share for promise in own}


def check_residual(book: Book, contract: Contract) -> None:
    """Refused where what the others leave lies outside the range in which a product was seen to sell (606-10-32-34(c))."""
    if not any(line.residual for line in contract.lines):
        return
    state = as_signed(contract, [])
    found = list(promises(book, contract, state).values())
    progress = Progress(book, contract.number, state.lines)
    parts = allotted(book, found, sum(p.price.minor for p in found), contract.currency, progress)
    for promise, part in zip(found, parts, strict=True):
        if promise.line.residual:
            _check_range(promise, Money(part, contract.currency), promise.units(progress))


def _check_range(promise: Promise, left: Money, units: Fraction) -> None:
    seen = promise.line.residual
    assert seen is not None
    each = left.exact / units if units else Fraction(0)
    if each < Fraction(seen.low) or (seen.high is not None and each > Fraction(seen.high)):
        raise Refused(
            "residual-outside-range",
            f"{left} would be left for {promise.line.product!r}, which was seen to sell alone for {seen.low} "
            f"{'or more' if seen.high is None else f'to {seen.high}'}; its price cannot be what the others leave",
        )


def provisional(book: Book, terms: Terms, customer: str, lines: Iterable[OrderLine]) -> Contract:
    """The contract that an offer would become."""
    return Contract(
        number="offer",
        **dated(terms.start),
        customer=customer,
        entity=book.company.entity.code,
        currency=terms.currency,
        order="offer",
        start=terms.start,
        end=add_term(terms.start, terms.months, terms.days) - ONE_DAY,
        billing=terms.billing,
        net_days=terms.net_days,
        tax_code=terms.tax_code,
        lines=tuple(lines),
    )
