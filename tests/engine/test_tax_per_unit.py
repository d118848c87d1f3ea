"""Taxes that are so much for each unit, in prices that hold them: what is billed is due, and a price holds them or is refused."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold
from test_laws import ANSWERS, BILLED, CHANGES, check_billed_is_due, sign_somehow

from engine.billing.billed import Atom, joined, key
from engine.billing.debiting import debit
from engine.billing.levying import credited_net, levy_on
from engine.model.calendar import ServicePeriod
from engine.model.company import TaxRate
from engine.model.contracts import ChargeTerms
from engine.model.debits import DebitLine
from engine.model.holds import BillingHold
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import ChangeQuantity

POLICIES = st.fixed_dictionaries(
    {field: st.sampled_from(ANSWERS[field]) for field in ("tax_point", "amendment_billing", "proration")}
)
STEPS = st.lists(st.tuples(st.integers(0, 60), st.integers(-60, 40), CHANGES), max_size=3)


def rates(each: str = "0.25", percent: str = "19", compound: bool = False) -> tuple[TaxRate, ...]:
    """A deposit for each unit, and a percentage on the net, or on the deposit too."""
    return (
        TaxRate(code="mixed", tax="eco", percent=Decimal(0), each=Decimal(each)),
        TaxRate(code="mixed", tax="sales", percent=Decimal(percent), compound=compound),
    )


def inclusive(*lines, **policies) -> Seller:
    seller = Seller(rates=rates(), tax_price="inclusive", **policies)
    seller.signs(*(lines or (sold(price="12.15", quantity=4, tax_code="mixed"),)))
    return seller


@settings(deadline=None, derandomize=True, max_examples=25, database=None)
@given(POLICIES, BILLED, STEPS, st.booleans())
def test_what_is_billed_is_due_and_adds_up_to_what_was_agreed(policies, billed, steps, compound):
    seller = Seller(billed["start"], rates=rates(compound=compound), tax_price="inclusive", **policies)
    seller.signs(sold(price="33.33", tax_code="mixed"), **billed)
    for days, shift, change in steps:
        sign_somehow(seller, change, seller.today + timedelta(days=shift))
        if not seller.book.all(BillingHold):  # a price of nothing holds no deposit, and waits
            check_billed_is_due(seller)
        seller.until(str(seller.today + timedelta(days=days)))
    for invoice in seller.book.all(Invoice):
        for line in invoice.lines:
            assert sum(tax.amount.minor for tax in line.by_tax) == line.tax.minor
    for memo in seller.book.all(CreditMemo):
        for line in memo.lines:
            assert sum(tax.amount.minor for tax in line.by_tax) == line.tax.minor


def test_a_levy_takes_out_what_it_adds():
    for compound in (False, True):
        seller = Seller(rates=rates(compound=compound))
        levy = levy_on(seller.book, "Globex", "mixed", date(2026, 1, 1))
        assert levy.net(levy.gross(Fraction(39), 4), 4) == 39
    assert levy.gross(Fraction(39), 4) == Fraction("47.60")


def test_a_price_below_what_it_is_to_hold_is_refused_at_its_bill():
    seller = Seller(rates=rates(each="0.50", percent="0"), tax_price="inclusive")
    seller.signs(sold(price="0.40", quantity=3, tax_code="mixed"))
    assert not seller.book.all(Invoice)
    made = Seller(rates=rates(each="0.50", percent="0"), tax_price="inclusive")
    made.signs(sold(price="0.50", quantity=3, tax_code="mixed"))
    assert [(line.net.minor, line.tax.minor) for line in made.book.all(Invoice)[0].lines] == [(0, 150)]


def test_what_was_billed_goes_back_at_its_own_rate():
    seller = inclusive()
    line = seller.book.all(Invoice)[0].lines[0]
    assert (line.net, line.total) == (seller.money("40.00"), seller.money("48.60"))
    assert credited_net(seller.book, Fraction("24.30"), line) == 20
    exclusive = Seller(rates=rates())
    assert credited_net(exclusive.book, Fraction("24.30"), line) == Fraction("24.30")
    seller.book.tax_rates.append(TaxRate(code="mixed", tax="eco", percent=Decimal(0), each=Decimal(1)))
    seller.until("2026-01-16").changes(ChangeQuantity(product="Seat", delta=-4), on="2026-01-01")
    (memo,) = seller.book.all(CreditMemo)
    assert [str(tax.amount) for tax in memo.lines[0].by_tax] == ["1.00 USD", "7.60 USD"]


@pytest.mark.parametrize(("taxed", "tax"), [("of the invoice it adds to", "1.90"), ("of its own tax point", "2.15")])
def test_more_that_is_charged_on_an_invoice(taxed: str, tax: str):
    seller = inclusive(debit_memo_tax=taxed)
    invoice = seller.book.all(Invoice)[0]
    more = debit(seller.book, invoice, [DebitLine(description="More", net=Money(1_000, "USD"))], seller.today)
    assert (str(more.net), str(more.tax)) == ("10.00 USD", f"{tax} USD")


def test_days_that_follow_each_other_are_one():
    terms = key(ChargeTerms(quantity=2, price=Decimal(1), per_months=1))
    first = Atom(ServicePeriod(date(2026, 1, 1), date(2026, 1, 5)), terms, 2)
    then = Atom(ServicePeriod(date(2026, 1, 6), date(2026, 1, 9)), terms, 2)
    other = Atom(ServicePeriod(date(2026, 1, 10), date(2026, 1, 12)), terms, 3)
    assert joined([first, then, other]) == [Atom(ServicePeriod(first.service.start, then.service.end), terms, 2), other]


def test_codes_of_one_percentage_are_rounded_apart():
    codes = tuple(TaxRate(code=code, percent=Decimal(19)) for code in ("books", "media"))
    seller = Seller(rates=codes, tax_price="inclusive")
    seller.signs(sold("Red", 1, tax_code="books"), sold("Green", 1, tax_code="media"), months=1)
    assert [str(line.net) for line in seller.book.all(Invoice)[0].lines] == ["8.40 USD", "8.40 USD"]
    assert seller.billed() == seller.due()
