"""What a quoted change is said to come to is what it then comes to; and what keeps it from being won."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold
from test_governed_quotes import DAY, GLOBEX, LINES, TERMS, crm
from test_laws import BILLED, CHANGES, POLICIES, PRICES

from engine.billing.owing import Agreement
from engine.contracts import forecasting
from engine.model.company import ApprovalRule
from engine.model.contracts import Amendment, Contract
from engine.model.discounts import Discount, Reduction
from engine.model.invoices import CreditMemo, Invoice
from engine.model.orders import AddDiscount, Cancel, ChangeQuantity, GrantDiscount, Order, RemoveProduct, Renew
from engine.model.quotes import ChangePreview
from engine.model.transfers import Assign
from engine.refusals import Refused
from engine.sales import approving, offering, quoting, validating

SALES = (ApprovalRule(role="Sales manager", discount_above=Decimal(10)),)
LONG = (ApprovalRule(role="Finance director", months_above=24),)


def of_quote(seller: Seller, change: object, day: date, quote: str = "Q-9") -> Order:
    return Order(
        number=f"O-{seller.book.count(Contract) + seller.book.count(Amendment) + 1}",
        event_date=seller.today,
        effective_date=day,
        posting_date=seller.today,
        kind="cancel" if isinstance(change, Cancel) else "amend",
        customer="Globex",
        contract="C-1",
        quote=quote,
        changes=(change,),
    )


def billed(seller: Seller, known: set[str]) -> Counter[tuple[object, ...]]:
    """What was written beside the known documents, line by line."""
    found = [("charge", i) for i in seller.book.all(Invoice)] + [("credit", m) for m in seller.book.all(CreditMemo)]
    return Counter(
        (what, made.event_date, line.product, line.charge, line.service, line.quantity, line.price, line.net, line.tax)
        for what, made in found
        if made.number not in known
        for line in made.lines
    )


def previewed(preview: ChangePreview) -> Counter[tuple[object, ...]]:
    return Counter(
        (p.what, p.on, p.product, p.charge, p.service, p.quantity, p.price, p.net, p.tax)
        for p in preview.lines
        if p.what != "instead of"
    )


@settings(deadline=None, derandomize=True, max_examples=60, database=None)
@given(
    POLICIES,
    BILLED,
    PRICES,
    st.integers(0, 200),
    st.integers(-60, 60),
    CHANGES.filter(lambda change: not isinstance(change, str | tuple | Assign)),
)
def test_what_is_previewed_is_what_is_billed(policies, terms, price, later, ahead, change):
    seller = Seller(terms["start"], **policies)
    seller.signs(sold(price=price), **terms)
    seller.until(str(seller.today + timedelta(days=later)))
    day = seller.today + timedelta(days=ahead)
    order = of_quote(seller, change, day)
    preview = forecasting.forecast(seller.book, order, seller.today)
    if preview.refused:
        with pytest.raises(Refused, match=r"^") as refused:
            seller.changes(change, on=str(day))
        assert refused.value.sentence == preview.refused
        return
    known = {document.number for kind in (Invoice, CreditMemo) for document in seller.book.all(kind)}
    made = seller.changes(change, on=str(day))
    agreement = Agreement(seller.book, seller.book.get(Contract, "C-1"))
    seller.until(str(agreement.settling[made.number]))
    # Whatever the contract does by itself until the change is settled (it may renew) is in the preview, too.
    assert preview.contract_total == forecasting.due(seller.book, seller.book.get(Contract, "C-1"), date.max)
    assert previewed(preview) <= billed(seller, known)
    if seller.today == order.event_date:
        assert previewed(preview) == billed(seller, known)


def test_a_preview_writes_nothing_and_the_next_one_has_its_own_number():
    seller = Seller()
    seller.signs()
    before = [seller.book.count(kind) for kind in (Amendment, Invoice, CreditMemo, ChangePreview)]
    order = of_quote(seller, ChangeQuantity(product="Seat", delta=1), date(2026, 1, 1))
    first = seller.book.add(forecasting.forecast(seller.book, order, seller.today))
    assert [seller.book.count(kind) for kind in (Amendment, Invoice, CreditMemo)] == before[:3]
    assert [first.number, forecasting.forecast(seller.book, order, seller.today).number] == ["PV-Q-9", "PV-Q-9-2"]


def test_a_contract_that_billing_does_not_have_is_refused_in_the_preview():
    seller = Seller()
    order = of_quote(seller, ChangeQuantity(product="Seat", delta=1), date(2026, 1, 1))
    assert forecasting.forecast(seller.book, order, seller.today).refused == "billing has no contract 'C-1'"


def test_what_was_never_previewed_is_not_compared():
    seller = Seller()
    seller.signs()
    order = of_quote(seller, ChangeQuantity(product="Seat", delta=1), date(2026, 1, 1), quote="")
    assert forecasting.as_told(seller.book, order, seller.today) is None


def test_what_the_contract_no_longer_allows_is_left_to_the_amendment_to_refuse():
    seller = Seller()
    seller.signs()
    order = of_quote(seller, ChangeQuantity(product="Seat", delta=-8), date(2026, 2, 1))
    seller.book.add(forecasting.forecast(seller.book, order, seller.today))
    seller.changes(ChangeQuantity(product="Seat", delta=-5), on="2026-02-01")
    assert forecasting.as_told(seller.book, order, seller.today) is None


def won(*approvals: ApprovalRule, discount: str = "0"):
    """A CRM in which Globex has signed for ten seats."""
    book = crm(tuple(approvals))
    quoting_lines = (replace(LINES[0], discount=Decimal(discount)),)
    made = book.add(quoting.quote(book, "Globex", TERMS, quoting_lines, DAY))
    order = Order(
        number="O-1", event_date=DAY, effective_date=DAY, posting_date=DAY, kind="new", customer="Globex",
        quote=made.number, terms=TERMS, lines=made.lines,
    )  # fmt: skip
    book.add(order)
    return book


def offered(book, *changes, **fields):
    return book.add(offering.offer(book, "C-1", changes, date(2026, 3, 1), DAY, **fields))


def amended(book, *changes, effective=DAY):
    order = quoting.amend(book, "C-1", changes, effective, DAY)
    return book.add(order)


def steps(quote):
    return [step.reason for step in quote.approvals]


HALF_OFF = AddDiscount(discount=Discount(reduction=Reduction(percent=Decimal(50))))


@pytest.mark.parametrize(
    ("signed", "offer", "reasons"),
    [
        ([], [ChangeQuantity(product="Seat", delta=1)], []),
        ([], [HALF_OFF], ["a discount of 50% is above 10%"]),
        ([], [Renew(months=12)], ["a discount of 15% is above 10%"]),
        ([], [Renew(months=12), GrantDiscount(percent=Decimal(5))], []),
        ([], [Renew(months=12), GrantDiscount(percent=Decimal(5), product="Seat")], []),
        ([], [Renew(months=12), RemoveProduct(product="Seat")], []),
        ([GrantDiscount(percent=Decimal(8))], [Renew(months=12)], []),
        ([GrantDiscount(percent=Decimal(20), product="Seat")], [Renew(months=12)], ["a discount of 20% is above 10%"]),
    ],
)
def test_a_renewal_is_asked_about_what_goes_on_and_a_change_about_what_it_takes_off(signed, offer, reasons):
    book = won(*SALES, discount="15")
    for change in signed:
        amended(book, change)
    assert steps(offered(book, *offer)) == reasons


def test_only_a_renewal_is_held_against_the_limits_of_the_term():
    book = won(*LONG)
    assert steps(offered(book, Renew(months=36))) == ["a term of 36 months is above 24"]
    assert steps(offered(book, ChangeQuantity(product="Seat", delta=1))) == []


def test_a_quote_of_a_contract_that_has_passed_on_is_for_who_holds_it():
    book = won()
    book.customers["Initech"] = replace(GLOBEX, name="Initech")
    amended(book, Assign(customer="Initech"))
    amended(book, Assign(entity="Northwind Canada"))
    amended(book, Assign(customer="Hooli"), effective=date(2027, 1, 1))
    assert offered(book, ChangeQuantity(product="Seat", delta=1)).customer == "Initech"


def test_a_version_takes_the_place_of_the_one_before():
    book = won()
    first = offered(book, ChangeQuantity(product="Seat", delta=1))
    second = offered(book, ChangeQuantity(product="Seat", delta=2), supersedes=first)
    assert (second.number, second.supersedes) == ("Q-2-V2", "Q-2")
    assert approving.newest(book, "Q-2") == second


def test_by_convention_an_overtaken_quote_can_still_be_won():
    book = won()
    quote = offered(book, ChangeQuantity(product="Seat", delta=1))
    amended(book, ChangeQuantity(product="Seat", delta=5))
    codes = [finding.code for finding in validating.readiness(book, quote.number, DAY)]
    assert codes == ["not-previewed", "overtaken"]
    policies = replace(book.company.policies, overtaken_quote="previewed anew")
    book.company = replace(book.company, policies=policies)
    assert [finding.code for finding in validating.readiness(book, quote.number, DAY)] == ["not-previewed"]
