"""The payment gateway: attempts by the customer's script, transfers, refunds and payouts, each told once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from engine.model.catalog import PriceBook
from engine.model.company import Company, Customer, LegalEntity, Onboarding
from engine.model.money import Money
from engine.model.payments import Payment, PaymentBehavior, PaymentRequest, PayoutTerms, Refund
from engine.model.policies import Policies
from engine.refusals import Refused
from fakes.systems.payments import Payments

DAY = date(2026, 3, 31)
GLOBEX = Customer(name="Globex", number="1", email="", address="", tax_number="")


def usd(text):
    return Money.parse(text, "USD")


@pytest.fixture
def gateway():
    company = Company(
        name="Northwind",
        entity=LegalEntity(code="NW", name="Northwind", currency="USD", prefix="NW"),
        customers=(GLOBEX,),
        products=(),
        price_book=PriceBook(name="list"),
        tax_rates=(),
        policies=Policies(),
        accounts=(),
        postings=(),
        payouts=PayoutTerms(percent_fee=Decimal(1)),
    )
    return Payments(company, DAY)


def request(attempt=1, customer="Globex", invoice="NW-000001"):
    return PaymentRequest(
        number=f"PR-{invoice}-{attempt}",
        event_date=DAY,
        effective_date=DAY,
        posting_date=DAY,
        entity="NW",
        customer=customer,
        invoice=invoice,
        amount=usd("110.00"),
        attempt=attempt,
    )


def refund(customer="Globex"):
    return Refund(
        number="RF-1",
        event_date=DAY,
        effective_date=DAY,
        posting_date=DAY,
        entity="NW",
        customer=customer,
        amount=usd("20.00"),
        source="customer credit",
        reason="",
    )


def told(gateway):
    return [(event.number, event.customer, event.label, event.on) for event in gateway.take_outbox()]


def books(gateway):
    return gateway.attempts(), gateway.payments(), gateway.refunds(), gateway.payouts(), tuple(gateway.outbox)


def test_a_customer_without_a_means_of_payment_is_neither_charged_nor_failed_not_even_by_a_repeat_later(gateway):
    assert gateway.request(request()) is None
    gateway.today += timedelta(days=1)
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    assert gateway.request(request()) is None
    assert books(gateway) == ((), (), (), (), ())


def test_what_was_asked_for_today_is_attempted_once_there_is_a_means_of_payment_and_only_once(gateway):
    assert gateway.request(request()) is None
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    assert [made.number for made in gateway.attempts()] == ["PA-NW-000001-1"]
    assert [payment.amount for payment in gateway.payments()] == [usd("110.00")]


def test_a_successful_attempt_brings_a_payment_for_the_invoice(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    made = gateway.request(request())
    assert (made.number, made.outcome, made.request) == ("PA-NW-000001-1", "succeeds", "PR-NW-000001-1")
    [payment] = gateway.payments()
    assert (payment.number, payment.invoice, payment.amount, payment.method, payment.reference) == (
        "PAY-NW-000001-1",
        "NW-000001",
        usd("110.00"),
        "card",
        "PA-NW-000001-1",
    )
    assert told(gateway) == [("payment received:PAY-NW-000001-1", "Globex", "card", DAY)]


def test_attempts_follow_the_script_and_its_last_outcome_holds_for_all_that_follow(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex", outcomes=("declined", "succeeds", "declined for good")))
    assert [gateway.request(request(n)).outcome for n in (1, 2, 3, 4)] == [
        "declined",
        "succeeds",
        "declined for good",
        "declined for good",
    ]
    assert [number for number, *_ in told(gateway)] == [
        "payment failed:PA-NW-000001-1",
        "payment received:PAY-NW-000001-2",
        "payment failed:PA-NW-000001-3",
        "payment failed:PA-NW-000001-4",
    ]


def test_a_new_behavior_begins_with_its_first_outcome(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex", outcomes=("declined",)))
    gateway.request(request(1))
    gateway.set_behavior(PaymentBehavior(customer="Globex", outcomes=("succeeds", "declined")))
    assert [gateway.request(request(n)).outcome for n in (2, 3)] == ["succeeds", "declined"]


def test_the_same_request_again_is_answered_as_before_and_charges_nobody(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    first, before = gateway.request(request()), books(gateway)
    assert gateway.request(request()) == first
    assert books(gateway) == before


def test_transfers_are_numbered_as_they_arrive_and_carry_what_the_payer_says(gateway):
    first = gateway.receive("Globex", usd("5.00"), None, "")
    gateway.today = date(2026, 4, 2)
    second = gateway.receive("Globex", usd("6.00"), "NW-000001", "for March")
    assert [p.number for p in gateway.payments()] == [first.number, second.number] == ["BT-1", "BT-2"]
    assert (second.invoice, second.reference, second.method, second.event_date) == (
        "NW-000001",
        "for March",
        "bank transfer",
        date(2026, 4, 2),
    )
    assert told(gateway)[1] == ("payment received:BT-2", "Globex", "bank transfer", date(2026, 4, 2))


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda g: g.receive("Initech", usd("5.00"), None, ""), "no customer 'Initech'"),
        (lambda g: g.receive("Globex", usd("0.00"), None, ""), "0.00 USD cannot arrive as a payment"),
        (lambda g: g.receive("Globex", usd("-5.00"), None, ""), "-5.00 USD cannot arrive as a payment"),
        (lambda g: g.set_behavior(PaymentBehavior(customer="Initech")), "no customer 'Initech'"),
        (lambda g: g.set_behavior(PaymentBehavior(customer="Globex", outcomes=())), "needs at least one outcome"),
        (lambda g: g.pay_out(None), "holds no card payment"),
        (lambda g: g.refund(refund("Initech")), "no customer 'Initech'"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(gateway, act, sentence):
    with pytest.raises(Refused, match=sentence):
        act(gateway)
    assert books(gateway) == ((), (), (), (), ())
    assert gateway.receive("Globex", usd("1.00"), None, "").number == "BT-1"


def test_a_customer_who_was_onboarded_can_pay(gateway):
    onboarding = Onboarding(
        number="ON-Initech",
        event_date=DAY,
        effective_date=DAY,
        posting_date=DAY,
        customer="Initech",
        record=Customer(name="Initech", number="2", email="", address="", tax_number=""),
    )
    gateway.onboard(onboarding)
    gateway.onboard(onboarding)
    assert gateway.receive("Initech", usd("5.00"), None, "").customer == "Initech"


def test_a_refund_is_paid_once(gateway):
    first = gateway.refund(refund())
    assert (first.number, first.refund, first.amount) == ("RP-RF-1", "RF-1", usd("20.00"))
    assert gateway.refund(refund()) == first
    assert gateway.refunds() == (first,)
    assert told(gateway) == [("refund paid:RP-RF-1", "Globex", "customer credit", DAY)]


def test_a_payout_bears_the_companys_fees_unless_others_are_given_and_is_told(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    gateway.request(request(1))
    first = gateway.pay_out(None)
    gateway.request(request(2))
    second = gateway.pay_out(PayoutTerms(fixed_fee=Decimal("0.50")))
    assert [str(payout.fee) for payout in (first, second)] == ["1.10 USD", "0.50 USD"]
    assert gateway.payouts() == (first, second)
    assert ("payout sent:PO-2", "", "payout", DAY) in told(gateway)


def test_the_gateway_does_nothing_unasked(gateway):
    gateway.live(date(2026, 4, 1))
    assert (gateway.today, gateway.next_due(DAY), books(gateway)) == (date(2026, 4, 1), None, ((), (), (), (), ()))
    assert gateway.book.count(Payment) == 0


def test_what_the_integration_brings_is_taken_in_by_its_kind_and_once(gateway):
    gateway.set_behavior(PaymentBehavior(customer="Globex"))
    onboarding = Onboarding(
        number="ON-Initech",
        event_date=DAY,
        effective_date=DAY,
        posting_date=DAY,
        customer="Initech",
        record=Customer(name="Initech", number="2", email="", address="", tax_number=""),
    )
    brought = (("customer created", onboarding), ("payment requested", request()), ("refund approved", refund()))
    answers = [[gateway.take(f"{type_}:{made.number}", made) for type_, made in brought] for _ in range(2)]
    assert answers[0] == answers[1] == [None, gateway.attempts()[0], gateway.refunds()[0]]
    assert gateway.requests() == (request(),)
    assert "Initech" in gateway.book.customers
    assert len(gateway.outbox) == 2


def test_what_is_refused_on_the_way_in_is_kept_with_its_reason(gateway):
    with pytest.raises(Refused):
        gateway.take("refund approved:RF-1", refund("Initech"))
    [kept] = gateway.exceptions()
    assert (kept.event, kept.system, kept.sentence) == (
        "refund approved:RF-1",
        "payments",
        "there is no customer 'Initech' here",
    )
