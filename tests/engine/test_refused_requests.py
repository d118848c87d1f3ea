"""What no system may be asked: each request is refused by name, and nothing is written."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import company
from debtors import Ledger, day, usd
from sellers import FLAT, Seller, sold
from test_governed_quotes import GLOBEX, LINES, TERMS, crm, quoted

from engine.book import Book
from engine.contracts.contracting import amend, sign
from engine.model.contracts import Amendment
from engine.model.discounts import Discount, Reduction
from engine.model.money import Money
from engine.model.orders import (
    AddDiscount,
    AgreeRenewal,
    Billing,
    Cancel,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    Order,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
)
from engine.model.payments import AnswerDelay, PaymentBehavior
from engine.model.transfers import Assign
from engine.receivables.charging import check_behavior, check_delay, unanswered
from engine.receivables.contesting import charge_back, decide, send_back
from engine.refusals import Refused
from engine.sales import quoting
from engine.sales.approving import known_quote
from engine.terms.belonging import as_of

CHANGES = [
    (RemoveProduct(product="Nothing"), "not-on-contract"),
    (ChangeQuantity(product="Access", delta=1), "not-counted"),
    (ChangeQuantity(product="Seat", delta=0), "nothing-changed"),
    (ChangeQuantity(product="Seat", delta=-11), "too-few-units"),
    (SetQuantity(product="Seat", quantity=-1), "bad-quantity"),
    (SetQuantity(product="Seat", quantity=10), "nothing-changed"),
    (ChangePrice(product="Seat", price=Decimal(-1)), "bad-price"),
    (GrantDiscount(percent=Decimal(101)), "bad-discount"),
    (GrantDiscount(percent=Decimal(10), product="Nothing"), "not-on-contract"),
    (AddDiscount(discount=Discount(reduction=Reduction(percent=Decimal(10)), on=("Nothing",))), "not-on-contract"),
    (ExtendTerm(end=day("12-31")), "not-longer"),
    (ExtendTerm(end=date(9999, 12, 31)), "no-such-term"),
    (Renew(months=0), "no-such-term"),
    (Renew(months=601), "no-such-term"),
    (Renew(months=12, uplift=Decimal(-100)), "bad-price"),
    (AgreeRenewal(months=-1), "no-such-term"),
    (AgreeRenewal(months=12, notice_days=-1), "bad-notice"),
    (ChangeBilling(billing=Billing()), "nothing-changed"),
    (ChangeBilling(billing=Billing(every_months=0)), "no-such-billing"),
    (ChangeBilling(billing=Billing(timing="when delivered")), "no-such-billing"),
    (ChangeBilling(billing=Billing(every_days=7)), "price-of-months"),
    (ChangeDue(net_days=30), "nothing-changed"),
    (Resume(), "not-suspended"),
    (Cancel(fee=Money(-1, "USD")), "bad-fee"),
    (Cancel(notice_days=-1), "bad-notice"),
]


@pytest.mark.parametrize(("change", "code"), CHANGES, ids=lambda value: str(value)[:40])
def test_a_change_that_cannot_be_is_refused_and_the_contract_stays(change, code):
    seller = Seller()
    seller.signs(sold(), sold("Access", charge=FLAT))
    with pytest.raises(Refused) as refused:
        seller.changes(change, on="2026-03-01")
    assert refused.value.code == code
    assert not seller.book.count(Amendment)
    said = str(refused.value)
    assert "contract C-1" in said
    assert re.search(r"\b\d{1,2} (February|March|December) \d{4}\b", said), said


def test_a_contract_passes_to_nobody_unknown_and_is_its_first_owners_before_it_begins():
    seller = Seller()
    seller.book.customers = {**seller.book.customers, "Initech": replace(GLOBEX, name="Initech", number="2")}
    contract = seller.signs()
    with pytest.raises(Refused, match="billing has no customer 'Nobody' to take contract C-1"):
        seller.changes(Assign(customer="Nobody"), on="2026-03-01")
    seller.changes(Assign(customer="Initech"), on="2026-03-01")
    owners = [
        as_of(seller.book, contract, day).customer for day in (date(2025, 12, 31), date(2026, 2, 28), date(2026, 3, 1))
    ]
    assert owners == ["Globex", "Globex", "Initech"]


@pytest.mark.parametrize("on", ["2026-03-01", "2026-05-01"])
def test_a_contract_is_suspended_once_at_a_time(on):
    seller = Seller()
    seller.signs()
    seller.changes(Suspend(), on="2026-03-01")
    with pytest.raises(Refused, match="suspended from 1 March 2026 on already"):
        seller.changes(Suspend(), on=on)


def test_billing_takes_no_order_without_terms_and_no_change_of_what_it_does_not_hold():
    book = Book(company())
    bare = Order(number="O-1", event_date=day("01-01"), effective_date=day("01-01"), posting_date=day("01-01"),
                 kind="new", customer="Globex")  # fmt: skip
    with pytest.raises(Refused, match="order O-1 has no terms or no lines"):
        sign(book, bare, day("01-01"))
    with pytest.raises(Refused, match="billing has no contract 'C-9'"):
        amend(book, replace(bare, kind="amend", contract="C-9"), day("01-01"))


@pytest.mark.parametrize(
    ("terms", "lines", "code"),
    [
        (TERMS, (), "nothing-sold"),
        (replace(TERMS, months=0), LINES, "no-term"),
        (replace(TERMS, months=601), LINES, "no-such-term"),
        (replace(TERMS, start=date(1899, 12, 31)), LINES, "no-such-term"),
        (replace(TERMS, net_days=-1), LINES, "no-such-payment-terms"),
        (TERMS, (replace(LINES[0], quantity=0),), "bad-quantity"),
        (TERMS, (replace(LINES[0], plan="Nothing"),), "unknown-plan"),
        (TERMS, (replace(LINES[0], product="Nothing"),), "unmapped-product"),
        (TERMS, (replace(LINES[0], price=Decimal(-1)),), "bad-price"),
        (replace(TERMS, currency="JPY"), LINES, "missing-price"),
    ],
)
def test_a_quote_that_could_not_be_billed_is_refused(terms, lines, code):
    with pytest.raises(Refused) as refused:
        quoted(crm(), terms, lines=lines)
    assert refused.value.code == code


def test_the_crm_amends_only_what_it_has_sold_and_only_to_change_something():
    book = crm()
    offer = quoted(book)
    assert known_quote(book, "Q-1") is offer
    with pytest.raises(Refused, match="no quote 'Q-2'"):
        known_quote(book, "Q-2")
    with pytest.raises(Refused, match="no order behind contract 'C-1'"):
        quoting.amend(book, "C-1", [Cancel()], day("02-01"), day("01-01"))
    book.add(Order(number="O-1", event_date=day("01-01"), effective_date=day("01-01"), posting_date=day("01-01"),
                   kind="new", customer="Globex", terms=TERMS))  # fmt: skip
    with pytest.raises(Refused, match="at least one change"):
        quoting.amend(book, "C-1", [], day("02-01"), day("01-01"))


def test_a_gateway_is_told_how_payments_go_in_full():
    book = Ledger().book
    with pytest.raises(Refused, match="at least one outcome"):
        check_behavior(book, PaymentBehavior(customer="Globex", outcomes=()))
    with pytest.raises(Refused, match="taken back before it is made"):
        check_behavior(book, PaymentBehavior(customer="Globex", outcomes=("succeeds",), taken_back_after=-1))
    with pytest.raises(Refused, match="before it is asked"):
        check_delay(book, AnswerDelay(customer="Globex", days=-1))
    with pytest.raises(Refused, match="no attempt 'PA-9' waits"):
        unanswered(book, "PA-9")


def test_a_bank_contests_only_a_payment_that_came_its_way_and_what_is_left_of_it():
    ledger = Ledger()
    payment = ledger.transfer("100.00")
    for act in (
        lambda: charge_back(ledger.book, "PAY-9", None, "x", ledger.today),
        lambda: send_back(ledger.book, "PAY-9", "x", ledger.today),
    ):
        with pytest.raises(Refused, match="no payment 'PAY-9'"):
            act()
    with pytest.raises(Refused, match="came by bank transfer; only a card payment"):
        charge_back(ledger.book, payment.number, None, "x", ledger.today)
    ledger.book._by_kind[type(payment)][payment.number] = replace(payment, method="card")
    with pytest.raises(Refused, match="is in USD, not EUR"):
        charge_back(ledger.book, payment.number, Money(1, "EUR"), "x", ledger.today)
    made = ledger.book.add(charge_back(ledger.book, payment.number, None, "x", ledger.today))
    with pytest.raises(Refused, match="nothing is left"):
        charge_back(ledger.book, payment.number, usd("1.00"), "x", ledger.today)
    for number, won, code in (
        ("CB-9", usd("1.00"), "unknown-chargeback"),
        (made.number, Money(1, "EUR"), "other-currency"),
        (made.number, usd("100.01"), "above-chargeback"),
    ):
        with pytest.raises(Refused) as refused:
            decide(ledger.book, number, won, False, ledger.today)
        assert refused.value.code == code
