"""What goes stands for what comes once: a quantity that is priced together is paired with units one time, and not again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sellers import Seller, sold

from engine.billing.billed import BilledLine, TermsKey, billed_lines, key, paired
from engine.model.calendar import ServicePeriod
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Reduction
from engine.model.money import Money

DAYS = ServicePeriod(date(2026, 1, 16), date(2026, 1, 31))
EACH = key(ChargeTerms(quantity=10, price=Decimal(10), per_months=1))


def together(count: int) -> TermsKey:
    """So many seats with an amount off all of them."""
    off = (Reduction(amount=Money(500, "USD")),)
    return key(ChargeTerms(quantity=count, price=Decimal(10), per_months=1, reductions=off))


def billed(*more: int) -> tuple[BilledLine, ...]:
    """Ten seats for January, and so many more from the 16th, each on an invoice line of its own."""
    seller = Seller()
    seller.signs(sold(), months=1)
    line = billed_lines(seller.book, "C-1", "1", ServicePeriod(date(2026, 1, 1), date(2026, 1, 31)))[0]
    later = (replace(line, charged=(replace(line.charged[0], service=DAYS, quantity=count),)) for count in more)
    return line, *later


@pytest.mark.parametrize(("left", "expected"), [(1, (10, 1)), (0, (0, 0))])
def test_units_become_one_quantity_priced_together_once(left, expected):
    """Ten seats get 5.00 off all of them: once they are paired with it, nothing of it is left for units that go besides."""
    assert paired((EACH, 12), (together(10), left), DAYS, billed()) == expected


@pytest.mark.parametrize(("less", "more", "expected"), [(1, 12, (1, 10)), (0, 12, (0, 0)), (1, 9, (0, 0))])
def test_one_quantity_priced_together_becomes_units_once(less, more, expected):
    assert paired((together(10), less), (EACH, more), DAYS, billed()) == expected


def test_units_of_two_invoice_lines_are_not_one_quantity():
    assert paired((EACH, 12), (together(12), 1), DAYS, billed(2)) == (0, 0)


def test_kinds_that_are_alike_are_paired_one_for_one():
    assert paired((EACH, 3), (EACH, 5), DAYS, billed()) == (3, 3)
    assert paired((together(10), 1), (together(12), 1), DAYS, billed()) == (1, 1)
