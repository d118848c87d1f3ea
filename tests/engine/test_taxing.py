"""The laws of sales tax: what is printed adds up, and a credit mirrors the invoice it credits."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.levying import levy_on
from engine.model.company import TaxRate
from engine.model.invoices import CreditMemo, Invoice
from engine.model.orders import Cancel, ChangeQuantity
from engine.model.policies import question_named
from engine.refusals import Refused

BOUNDED = settings(deadline=None, derandomize=True, max_examples=60, database=None)
CONVENTIONS = st.fixed_dictionaries(
    {
        field: st.sampled_from([answer.text for answer in question_named(asked).answers])
        for field, asked in {
            "tax_rounding": "tax rounding",
            "tax_point": "tax point",
            "tax_price": "prices and tax",
            "tax_mode": "rounding of tax amounts",
        }.items()
    }
)
PERCENTS = st.sampled_from(["0", "2.25", "6", "9.975", "20"])


def rates(state: str, county: str, later: str) -> tuple[TaxRate, ...]:
    """State and county tax, where the county's changes on 11 February and may be on the state's too."""
    return (
        TaxRate(code="two", tax="state", percent=Decimal(state)),
        TaxRate(code="two", tax="county", percent=Decimal(county)),
        TaxRate(code="two", tax="county", percent=Decimal(later), start=date(2026, 2, 11), compound=True),
    )


def story(policies, state, county, later, price, delta) -> Seller:
    seller = Seller(rates=rates(state, county, later), **policies)
    seller.signs(sold(price=price, tax_code="two"), sold("Other", 3, "0.335", tax_code="two"), sold("Third", 1, "9.99"))
    seller.until("2026-02-07").changes(ChangeQuantity(product="Seat", delta=delta), on="2026-02-07")
    seller.until("2026-03-20").changes(Cancel(), on="2026-01-01")
    return seller


STORIES = st.builds(
    story, CONVENTIONS, PERCENTS, PERCENTS, PERCENTS, st.sampled_from(["10", "33.333"]), st.sampled_from([-7, 5])
)


@BOUNDED
@given(STORIES)
def test_totals_are_the_sum_of_what_is_printed(seller):
    for document in (*seller.book.all(Invoice), *seller.book.all(CreditMemo)):
        assert document.total.minor == sum(line.net.minor + line.tax.minor for line in document.lines)
        for line in document.lines:
            assert line.tax.minor == sum(tax.amount.minor for tax in line.by_tax)
            assert line.tax_rate == sum(tax.percent for tax in line.by_tax)


@BOUNDED
@given(STORIES)
def test_a_contract_cancelled_from_its_first_day_gives_back_every_tax_to_the_cent(seller):
    left: dict[str, int] = {}
    for invoice in seller.book.all(Invoice):
        for line in invoice.lines:
            for tax in line.by_tax:
                left[tax.tax] = left.get(tax.tax, 0) + tax.amount.minor
    for memo in seller.book.all(CreditMemo):
        for line in memo.lines:
            invoiced = seller.book.get(Invoice, line.invoice).lines[line.invoice_line - 1]
            assert [(tax.tax, tax.percent) for tax in line.by_tax] == [
                (tax.tax, tax.percent) for tax in invoiced.by_tax
            ]
            for tax in line.by_tax:
                left[tax.tax] -= tax.amount.minor
    assert not any(left.values()), left


@BOUNDED
@given(PERCENTS, st.integers(1, 99_999))
def test_where_prices_hold_the_tax_the_gross_is_what_was_agreed(percent, cents):
    seller = Seller(rates=(TaxRate(code="city", percent=Decimal(percent)),), tax_price="inclusive")
    seller.signs(sold(quantity=1, price=str(Decimal(cents) / 100), tax_code="city"))
    assert seller.book.all(Invoice)[0].total.minor == cents


def test_a_tax_on_the_others_is_worked_into_its_percentage_of_the_net():
    book = Seller(rates=rates("5", "2", "10")).book
    assert levy_on(book, "Globex", "two", date(2026, 2, 10)).percents == (("state", 5), ("county", 2))
    assert levy_on(book, "Globex", "two", date(2026, 2, 11)).percents == (("state", 5), ("county", Decimal("10.5")))


def test_of_two_rates_from_one_day_the_one_told_later_holds():
    seller = Seller(rates=(TaxRate(code="city", percent=Decimal(5)), TaxRate(code="city", percent=Decimal(7))))
    assert levy_on(seller.book, "Globex", "city", seller.today).percent == 7


def test_a_code_that_is_not_taxed_says_why_even_to_a_customer_who_is_exempt():
    seller = Seller(rates=(TaxRate(code="export", percent=Decimal(0), treatment="zero-rated"),))
    seller.book.customers["Globex"] = replace(seller.book.customers["Globex"], tax_status="exempt")
    assert levy_on(seller.book, "Globex", "export", seller.today).treatment == "zero-rated"
    assert levy_on(seller.book, "Globex", "standard", seller.today).treatment == "exempt"
    assert levy_on(seller.book, "Globex", "standard", seller.today).percent == 0
    assert levy_on(seller.book, "Nobody", "standard", seller.today).percent == 10


def test_a_code_without_a_rate_is_refused_by_name():
    seller = Seller(rates=(TaxRate(code="city", percent=Decimal(5), start=date(2026, 5, 1)),))
    with pytest.raises(Refused, match="no tax code 'moon'"):
        levy_on(seller.book, "Globex", "moon", seller.today)
    with pytest.raises(Refused, match="'city' has no rate on 30 April 2026"):
        levy_on(seller.book, "Globex", "city", date(2026, 4, 30))


def test_a_rate_that_changes_to_itself_splits_nothing():
    same = (TaxRate(code="city", percent=Decimal(5)), TaxRate(code="city", percent=Decimal(5), start=date(2026, 1, 9)))
    seller = Seller(rates=same, tax_point="split by days")
    seller.signs(sold(tax_code="city"))
    assert len(seller.book.all(Invoice)[0].lines) == 1


def test_a_tax_of_so_much_for_each_unit_bears_the_taxes_on_it():
    eco = TaxRate(code="mixed", tax="eco", percent=Decimal(0), each=Decimal(10))
    sales = TaxRate(code="mixed", tax="sales", percent=Decimal(10), compound=True)
    seller = Seller(rates=(eco, sales))
    assert levy_on(seller.book, "Globex", "mixed", seller.today).each == (10, 1)
    seller.signs(sold(price="200", quantity=2, tax_code="mixed"))
    assert [str(tax.amount) for tax in seller.book.all(Invoice)[0].lines[0].taxes] == ["20.00 USD", "42.00 USD"]


def test_a_tax_of_the_price_with_itself_in_it_is_more_of_the_net():
    seller = Seller(rates=(TaxRate(code="gross", percent=Decimal(20), within=True),))
    assert levy_on(seller.book, "Globex", "gross", seller.today).percent == 25


def test_nothing_that_holds_tax_holds_none():
    seller = Seller(tax_price="inclusive")
    seller.signs(sold(price="0"), sold("Other", 1, "0"))
    assert {line.total.minor for line in seller.book.all(Invoice)[0].lines} == {0}


@pytest.mark.parametrize(
    ("stage", "rounding", "nets"),
    [
        ("per line", "per line", [909, 909]),
        ("per line", "per rate per document", [909, 909]),
        ("per document", "per document", [909, 909]),
    ],
)
def test_what_is_due_is_rounded_as_what_is_billed(stage, rounding, nets):
    seller = Seller(tax_price="inclusive", rounding_stage=stage, tax_rounding=rounding, tax_mode="up")
    seller.signs(sold(price="10", quantity=1), sold("Other", 1, "10"))
    assert [line.net.minor for line in seller.book.all(Invoice)[0].lines] == nets
    assert seller.billed() == seller.due()
