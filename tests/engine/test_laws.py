"""What holds for billing whatever is signed, in whatever order, under whatever conventions."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from allowances import allowed
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FEE, FLAT, Seller, sold

from engine.model.contracts import Amendment, Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import (
    AddProduct,
    AgreeRenewal,
    Billing,
    Cancel,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    Renew,
    RequestedLine,
    Resume,
    SetQuantity,
    Suspend,
    Withdraw,
)
from engine.model.policies import QUESTIONS
from engine.model.transfers import Assign
from engine.refusals import Refused
from engine.terms.rating import amendments, longest_end

EXAMPLES = settings(deadline=None, derandomize=True, max_examples=100, database=None)
ASKED = "proration change_day last_day downgrade amendment_billing rounding tax_rounding".split()
ASKED += "proration_unit rounding_stage tax_point discount_order remainder".split()
ASKED += "unit_rounding discount_rounding first_short last_short leaving zero_invoice price_list tax_mode invoices_of_a_day".split()
ASKED += "short_month daily_rate ramp_change transferred_invoices installments new_period overtaken uplifted_price pause_billing pause_term finalization rhythm_change".split()
ANSWERS = {question.field: [answer.text for answer in question.answers] for question in QUESTIONS}


POLICIES = st.fixed_dictionaries({field: st.sampled_from(ANSWERS[field]) for field in ASKED})
PRICES = st.sampled_from(["0", "0.005", "0.99", "9.99", "10", "33.33", "123.4567"])
STARTS = st.sampled_from(["2024-02-29", "2026-01-01", "2026-01-15", "2026-01-31", "2026-08-30"])
BILLED = st.fixed_dictionaries(
    {
        "every": st.sampled_from([1, 3, 6, 12]),
        "timing": st.sampled_from(["in advance", "in arrears"]),
        "anchor": st.sampled_from(["anniversary", "calendar"]),
        "months": st.sampled_from([1, 5, 12]),
        "start": STARTS,
    }
)
CHANGES = st.one_of(
    st.integers(-9, 9).filter(bool).map(lambda delta: ChangeQuantity(product="Seat", delta=delta)),
    PRICES.map(lambda price: ChangePrice(product="Seat", price=Decimal(price))),
    st.integers(0, 100).map(lambda percent: GrantDiscount(percent=Decimal(percent))),
    st.just(RemoveProduct(product="Access")),
    st.just("add"),
    st.integers(1, 70).map(lambda days: ("extend", days)),
    st.sampled_from(["credited", "refunded", "non-refundable"]).map(lambda unused: Cancel(unused=unused)),
    st.just(Cancel(fee=Money(5000, "USD"))),
    st.integers(0, 20).map(lambda quantity: SetQuantity(product="Seat", quantity=quantity)),
    st.builds(Renew, months=st.integers(1, 14), uplift=st.sampled_from([Decimal(0), Decimal("3.5"), Decimal(-10)])),
    st.builds(AgreeRenewal, months=st.sampled_from([0, 3]), notice_days=st.sampled_from([0, 30])),
    st.just(Suspend()),
    st.just(Resume()),
    st.just(Withdraw()),
    st.just(Withdraw(amendment="A-2")),
    st.sampled_from(["Initech", "Globex"]).map(lambda customer: Assign(customer=customer)),
    st.builds(
        Billing,
        every_months=st.sampled_from([1, 3, 6, 12]),
        timing=st.sampled_from(["in advance", "in arrears"]),
        anchor=st.sampled_from(["anniversary", "calendar"]),
        bill_day=st.sampled_from([None, None, 15, 31]),
        days_ahead=st.sampled_from([0, 0, 20]),
    ).map(lambda billing: ChangeBilling(billing=billing)),
    st.just(ChangeDue(net_days=60)),
)
STEPS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(-90, 60), CHANGES), max_size=4, unique_by=lambda step: repr(step[2])
)


def sign_somehow(seller: Seller, change: object, day: date) -> None:
    """Sign what can be signed; what is refused changes nothing."""
    lines = ()
    if change == "add":
        change = AddProduct(line=RequestedLine(product="Extra"))
        lines = (sold("Extra", 3, "7.77"), sold("Extra", 1, "50", charge=FEE))
    elif isinstance(change, tuple):
        change = ExtendTerm(end=max(seller.today, seller.book.get(Contract, "C-1").end) + timedelta(days=change[1]))
    try:
        seller.changes(change, on=str(day), lines=lines)
    except Refused:
        return


def lived(policies, billed, price, steps, check=lambda seller: None, seats=None) -> Seller:
    """A contract of seats, flat access and a set-up fee, with whatever changes are allowed on the way, to its very end."""
    seller = Seller(billed["start"], **policies)
    seller.signs(
        seats or sold(price=price),
        sold("Access", 1, "499.99", 12, charge=FLAT, tax_code="none"),
        sold("Set-up", charge=FEE),
        **billed,
    )
    check(seller)
    for days, shift, change in steps:
        seller.until(str(seller.today + timedelta(days=days)))
        check(seller)
        sign_somehow(seller, change, seller.today + timedelta(days=shift))
        check(seller)
    return to_the_end(seller)


def to_the_end(seller: Seller) -> Seller:
    """Until nothing is left to come; what renews itself, or was agreed to from a later day on, is told to end."""
    agreed = [amendment.effective_date for amendment in seller.book.all(Amendment)]
    with suppress(Refused):
        seller.changes(AgreeRenewal(months=0), on=str(max([seller.today, *agreed])))
    return seller.until("2030-01-01")


STORIES = st.builds(lived, POLICIES, BILLED, PRICES, STEPS)


def waits(seller: Seller) -> bool:
    """Whether what a change made due waits as a draft for its days of grace."""
    grace = timedelta(days=seller.book.get(Contract, "C-1").billing.grace_days)
    return any(max(a.event_date, a.effective_date) + grace > seller.today for a in seller.book.all(Amendment) if grace)


def check_billed_is_due(seller: Seller) -> None:
    if waits(seller):
        return
    billed, due = seller.billed(), seller.due()
    assert billed == due or abs((billed - due).minor) <= allowed(seller), (billed, due)


@EXAMPLES
@given(POLICIES, BILLED, PRICES, STEPS)
def test_on_every_day_billed_is_what_is_due_by_then(policies, billed, price, steps):
    seller = lived(policies, billed, price, steps, check_billed_is_due)
    check_billed_is_due(seller)


@EXAMPLES
@given(STORIES)
def test_in_the_end_nothing_is_left_to_bill_and_a_day_lived_twice_adds_nothing(seller):
    suppressed = {"0.00"} if seller.book.company.policies.zero_invoice == "suppressed" else set()
    assert set(seller.planned()) <= suppressed
    assert seller.live() == 0


@EXAMPLES
@given(STORIES)
def test_numbers_are_gapless_and_service_lies_within_what_was_ever_agreed(seller):
    invoices, memos = seller.book.all(Invoice), seller.book.all(CreditMemo)
    assert [i.number for i in invoices] == [f"NW-{n:06}" for n in range(1, len(invoices) + 1)]
    assert [m.number for m in memos] == [f"NW-CM-{n:06}" for n in range(1, len(memos) + 1)]
    contract = seller.book.get(Contract, "C-1")
    last = longest_end(contract, amendments(seller.book, contract))
    for document in (*invoices, *memos):
        for line in document.lines:
            assert (
                contract.start <= line.service.start <= line.service.end <= last or line.product == "Cancellation fee"
            )
            assert line.service.overlap(line.billing_period) == line.service


CREDITS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 100)), max_size=3)


def concede(seller: Seller, credits) -> None:
    """Goodwill on some invoices: so many percent of what is left of each."""
    for number, percent in credits:
        invoices = seller.book.all(Invoice)
        invoice = invoices[number % len(invoices)] if invoices else None
        left = sum(left for left, _ in lefts(seller, invoice).values()) * percent // 100 if invoice else 0
        if left:
            seller.credits(invoice.number, str(Money(left, "USD")))


def lefts(seller: Seller, invoice: Invoice) -> dict[int, tuple[int, int]]:
    """What is left of each line after its credits: net and tax."""
    found = {line.id: (line.net.minor, line.tax.minor) for line in invoice.lines}
    for memo in seller.book.about(CreditMemo, "credits", invoice.number):
        for credit in memo.lines:
            if credit.invoice == invoice.number:
                net, tax = found[credit.invoice_line]
                found[credit.invoice_line] = net - credit.net.minor, tax - credit.tax.minor
    return found


@EXAMPLES
@given(POLICIES, BILLED, PRICES, STEPS, CREDITS)
def test_a_credit_never_exceeds_what_is_left_of_its_line(policies, billed, price, steps, credits):
    seller = lived(policies, billed, price, steps, lambda seller: concede(seller, credits))
    for memo in seller.book.all(CreditMemo):
        assert all(line.net.minor >= 0 and line.tax.minor >= 0 for line in memo.lines)
        assert memo.held.minor >= 0
    for invoice in seller.book.all(Invoice):
        for net, tax in lefts(seller, invoice).values():
            assert net >= 0
            assert tax >= 0
            assert net or not tax


@EXAMPLES
@given(POLICIES, BILLED, PRICES, STEPS)
def test_what_is_cancelled_from_its_first_day_costs_nothing_at_all(policies, billed, price, steps):
    changes = [step for step in steps if not isinstance(step[2], Cancel)]
    seller = Seller(billed["start"], **{**policies, "last_day": "not billed"})
    seller.signs(sold(price=price), sold("Set-up", charge=FEE), **billed)
    for days, shift, change in changes:
        seller.until(str(seller.today + timedelta(days=days)))
        sign_somehow(seller, change, seller.today + timedelta(days=shift))
    seller.changes(Cancel(), on=billed["start"])
    seller.until("2030-01-01")
    assert seller.billed() == seller.due() == Money(0, "USD")
    assert seller.planned() == []


REPRICED = st.one_of(
    PRICES.map(lambda price: ChangePrice(product="Seat", price=Decimal(price))),
    st.integers(0, 100).map(lambda percent: GrantDiscount(percent=Decimal(percent))),
    st.sampled_from([-4, 3]).map(lambda delta: ChangeQuantity(product="Seat", delta=delta)),
)
REPRICINGS = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from([0, -1, -30]), REPRICED),
    min_size=3,
    max_size=6,
    unique_by=lambda step: repr(step[2]),
)


@EXAMPLES
@given(st.sampled_from([3, 12]), PRICES, REPRICINGS)
def test_prices_and_discounts_on_top_of_each_other_are_billed_as_due(every, price, steps):
    billed = {"start": "2026-01-15", "months": 12, "every": every}
    lived({"amendment_billing": "one net difference"}, billed, price, steps, check_billed_is_due)
