"""What a means of payment does by itself: each once, on its day, however often the day is lived."""

from datetime import timedelta

import pytest

from engine.model.payments import AnswerDelay, PaymentBehavior
from engine.refusals import Refused
from tests.fakes.systems.test_payments import DAY, gateway, request, told

__all__ = ["gateway"]


def behave(gateway, *outcomes, after=0, **more):
    return gateway.set_behavior(
        PaymentBehavior(customer="Globex", outcomes=outcomes, taken_back_after=after, reason="fraud", **more)
    )


def late(gateway, days):
    return gateway.set_answer_delay(AnswerDelay(customer="Globex", days=days))


def live(gateway, days):
    gateway.live(DAY + timedelta(days=days))
    gateway.live(DAY + timedelta(days=days))


@pytest.mark.parametrize("days", [0, 1, 20])
@pytest.mark.parametrize("method", ["card", "direct debit"])
def test_a_payment_is_taken_back_on_its_day_and_once(gateway, method, days):
    behave(gateway, "taken back", "succeeds", after=days, method=method)
    gateway.request(request())
    assert (gateway.chargebacks(), gateway.returns()) == ((), ())
    for passed in range(days, days + 3):
        live(gateway, passed)
        back = (*gateway.chargebacks(), *gateway.returns())
        assert [(made.payment, made.event_date, made.reason) for made in back] == [
            ("PAY-NW-000001-1", DAY + timedelta(days=days), "fraud")
        ]
    assert len(gateway.chargebacks()) == (method == "card")
    gateway.request(request(2))
    live(gateway, 60)
    assert len((*gateway.chargebacks(), *gateway.returns())) == 1


def test_an_answer_that_comes_late_is_the_attempt_and_until_then_it_is_under_way(gateway):
    behave(gateway, "declined", "succeeds")
    assert late(gateway, 3).days == 3
    assert gateway.request(request()) is None
    assert gateway.request(request()) is None
    live(gateway, 2)
    assert ([made.number for made in gateway.pending_attempts()], gateway.attempts()) == (["PA-NW-000001-1"], ())
    assert [event for event, *_ in told(gateway)] == ["payment pending:PA-NW-000001-1"]
    live(gateway, 3)
    assert gateway.next_due(DAY + timedelta(days=3)) is None
    assert [(made.event_date, made.outcome) for made in gateway.attempts()] == [(DAY + timedelta(days=3), "declined")]
    assert [event for event, *_ in told(gateway)][-1] == "payment failed:PA-NW-000001-1"
    late(gateway, 0)
    assert gateway.request(request(2)).outcome == "succeeds"


def test_what_waits_for_an_answer_counts_in_the_script(gateway):
    behave(gateway, "succeeds", "declined")
    late(gateway, 1)
    gateway.request(request(1))
    gateway.request(request(2))
    live(gateway, 1)
    assert [made.outcome for made in gateway.attempts()] == ["succeeds", "declined"]


def test_a_new_means_of_payment_on_the_same_day_does_not_try_again_what_waits(gateway):
    behave(gateway, "succeeds")
    late(gateway, None)
    gateway.request(request())
    behave(gateway, "succeeds")
    assert (len(gateway.pending_attempts()), gateway.payments()) == (1, ())


def test_what_never_has_an_answer_is_found_out_once(gateway):
    behave(gateway, "taken back", after=5)
    late(gateway, None)
    gateway.request(request())
    live(gateway, 400)
    assert gateway.attempts() == ()
    assert gateway.find_out("PA-NW-000001-1", "succeeds").outcome == "succeeds"
    assert len(gateway.payments()) == 1
    with pytest.raises(Refused, match="it is known what became of attempt PA-NW-000001-1: succeeds"):
        gateway.find_out("PA-NW-000001-1", "declined")
    with pytest.raises(Refused, match="no attempt 'PA-9' waits for an answer"):
        gateway.find_out("PA-9", "declined")
    live(gateway, 420)
    assert (len(gateway.payments()), gateway.chargebacks()) == (1, ())


def test_what_was_found_out_is_not_answered_once_more_on_its_day(gateway):
    behave(gateway, "succeeds")
    late(gateway, 3)
    gateway.request(request())
    live(gateway, 1)
    gateway.find_out("PA-NW-000001-1", "declined for good")
    live(gateway, 3)
    assert ([made.outcome for made in gateway.attempts()], gateway.payments()) == (["declined for good"], ())


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda g: g.set_answer_delay(AnswerDelay(customer="Initech", days=1)), "no customer 'Initech'"),
        (lambda g: g.set_answer_delay(AnswerDelay(customer="Globex", days=-1)), "cannot answer about Globex before"),
        (lambda g: behave(g, "taken back", after=-1), "cannot be taken back before it is made"),
    ],
)
def test_what_cannot_be_is_refused(gateway, act, sentence):
    with pytest.raises(Refused, match=sentence):
        act(gateway)
    assert gateway.request(request()) is None
    assert gateway.pending_attempts() == ()
