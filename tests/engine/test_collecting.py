"""When the gateway is asked to collect, and for how much."""

import pytest
from debtors import Ledger, day, usd

from engine.book import run
from engine.model.payments import Payment, PaymentRequest
from engine.receivables import collecting
from engine.receivables.charging import attempt
from engine.receivables.collecting import collect, is_awaited
from engine.refusals import Refused


def requests(ledger):
    return [(str(r.event_date)[5:], r.number, str(r.amount)) for r in ledger.book.all(PaymentRequest)]


def test_an_invoice_is_collected_on_its_due_date_not_before_and_once():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.script = ["succeeds"]
    assert ledger.live("03-30") == []
    ledger.live("04-30")
    assert requests(ledger) == [("03-31", "PR-NW-000001-1", "1,320.00 USD")]


def test_a_request_without_an_answer_is_never_made_again():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.live("05-31")
    assert requests(ledger) == [("03-31", "PR-NW-000001-1", "1,320.00 USD")]


def test_soft_declines_are_retried_1_3_5_and_7_days_after_the_first_failure_and_then_no_more():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.script = ["declined"]
    ledger.live("06-30")
    assert [(at, number[-1]) for at, number, _ in requests(ledger)] == [
        ("03-31", "1"),
        ("04-01", "2"),
        ("04-03", "3"),
        ("04-05", "4"),
        ("04-07", "5"),
    ]


def test_retries_end_when_one_succeeds():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined", "declined", "succeeds"]
    ledger.live("06-30")
    assert [at for at, _, _ in requests(ledger)] == ["03-31", "04-01", "04-03"]
    assert ledger.open(invoice) == "0.00 USD"


def test_a_hard_decline_is_not_retried():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.script = ["declined", "declined for good"]
    ledger.live("06-30")
    assert [at for at, _, _ in requests(ledger)] == ["03-31", "04-01"]


def test_a_retry_asks_for_what_is_open_on_its_day_and_nothing_once_that_is_paid():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined"]
    ledger.live("03-31")
    ledger.pay("320.00", invoice)
    ledger.live("04-02")
    ledger.pay("1000.00", invoice)
    ledger.live("06-30")
    assert requests(ledger)[1:] == [("04-01", "PR-NW-000001-2", "1,000.00 USD")]


def test_what_is_in_dispute_is_not_collected_until_the_dispute_is_rejected():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["succeeds"]
    made = ledger.dispute(invoice, "330.00")
    ledger.live("04-10")
    ledger.resolve(made, "0.00")
    ledger.live("04-30")
    assert requests(ledger) == [
        ("03-31", "PR-NW-000001-1", "990.00 USD"),
        ("04-10", "PR-NW-000001-2", "330.00 USD"),
    ]


def test_an_invoice_in_dispute_as_a_whole_is_first_collected_when_the_dispute_ends_but_not_before_it_is_due():
    ledger = Ledger()
    early, late = ledger.invoice("100.00"), ledger.invoice("200.00")
    ledger.script = ["succeeds"]
    disputes = ledger.dispute(early, "110.00"), ledger.dispute(late, "220.00")
    ledger.live("03-20")
    ledger.resolve(disputes[0], "0.00")
    ledger.live("04-10")
    ledger.resolve(disputes[1], "0.00")
    ledger.live("04-30")
    assert requests(ledger) == [
        ("03-31", "PR-NW-000001-1", "110.00 USD"),
        ("04-10", "PR-NW-000002-1", "220.00 USD"),
    ]


def test_a_retry_day_that_passed_in_dispute_is_caught_up_once():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined"]
    ledger.live("03-31")
    made = ledger.dispute(invoice, "1320.00")
    ledger.live("04-04")
    ledger.resolve(made, "0.00")
    ledger.live("06-30")
    assert [at for at, _, _ in requests(ledger)] == ["03-31", "04-04", "04-05", "04-07"]


def test_after_a_collected_part_the_retries_of_the_rest_count_from_its_own_first_failure():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.script = ["declined", "succeeds", "declined"]
    made = ledger.dispute(invoice, "330.00")
    ledger.live("04-10")
    ledger.resolve(made, "0.00")
    ledger.live("06-30")
    dates = [at for at, _, _ in requests(ledger)]
    assert dates == ["03-31", "04-01", "04-10", "04-11", "04-13", "04-15", "04-17"]


def test_a_failure_learned_late_is_retried_at_once_and_then_on_the_days_left():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.live("04-02")
    [request] = ledger.book.all(PaymentRequest)
    late = attempt(request, "declined", day("03-31"))
    ledger.book.add(collecting.failed(ledger.book, late, ledger.today))
    ledger.script = ["declined"]
    ledger.live("06-30")
    assert [at for at, _, _ in requests(ledger)] == ["03-31", "04-02", "04-03", "04-05", "04-07"]


def test_a_day_lived_twice_asks_once():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.live("03-31")
    assert list(run((collect,), ledger.book, day("03-31"))) == []


def test_an_attempt_that_was_never_asked_for_or_did_not_fail_is_refused():
    ledger = Ledger()
    ledger.invoice("1200.00")
    ledger.live("03-31")
    [request] = ledger.book.all(PaymentRequest)
    with pytest.raises(Refused, match="attempt PA-NW-000001-1 did not fail"):
        collecting.failed(ledger.book, attempt(request, "succeeds", ledger.today), ledger.today)
    with pytest.raises(Refused, match="answers 'PR-NW-000001-1', never asked for"):
        collecting.failed(Ledger().book, attempt(request, "declined", ledger.today), ledger.today)


def test_a_collected_payment_is_for_the_invoice_it_was_asked_for():
    ledger = Ledger()
    ledger.invoice("100.00", issued=day("02-01"), days=90)
    ledger.invoice("1200.00")
    ledger.script = ["succeeds"]
    ledger.live("03-31")
    [payment] = ledger.book.all(Payment)
    assert (payment.number, payment.reference, payment.invoice) == ("PAY-NW-000002-1", "PA-NW-000002-1", "NW-000002")
    assert (payment.amount, payment.method) == (usd("1320.00"), "card")


def test_a_retry_is_awaited_from_its_request_until_the_gateway_answers_either_way():
    for answer, awaited in (("succeeds", False), ("declined", False), (None, True)):
        ledger = Ledger()
        ledger.invoice("1200.00")
        ledger.script = ["declined"]
        ledger.live("03-31")
        ledger.script = [answer] if answer else []
        ledger.live("04-01")
        assert is_awaited(ledger.book, "NW-000001", day("04-01")) is awaited
        assert not is_awaited(ledger.book, "NW-000001", day("04-02"))
