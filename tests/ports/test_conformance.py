"""What a story says at a door arrives at the system unchanged, and so does the answer. Any door, any stack.

Behind the doors stands a recorder, so that the way is tried with every noun there can be, not only with those
a company happens to make.
"""

import inspect
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from typing import Any, get_type_hints

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recorder import Recorder
from strategies import any_of

from engine.refusals import Refused as EngineRefused
from fakes.dialects.plain.operations import door
from fakes.http.faults import Kind, Place, Rule
from fakes.http.in_process import InProcess
from fakes.http.serve import serving
from ports.adapters import plain
from ports.billing import BillingPort
from ports.clock import ClockPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.refusal import Refused, Unreachable
from ports.stack import Stack

DOORS = {"crm": CrmPort, "billing": BillingPort, "payments": PaymentsPort, "erp": ErpPort, "clock": ClockPort}
VERBS = [
    (system, verb)
    for system, port in DOORS.items()
    for verb, _ in inspect.getmembers(port, inspect.isfunction)
    if not verb.startswith("_") and verb != "bugs"  # not the world's to answer; it has a test below
]
ACTS = [
    (system, verb)
    for system, verb in VERBS
    if system != "clock" and get_type_hints(getattr(DOORS[system], verb))["return"].__module__.startswith("engine.model")
    and verb != "due"
]  # fmt: skip


class Conversation:
    """A stack and the recorder behind it."""

    def __init__(self, mode: str) -> None:
        self.world = Recorder()
        self.door = door(self.world)  # type: ignore[arg-type]  # it has the shape of a world
        self._open = ExitStack()
        if mode == "in process":
            client = self._open.enter_context(InProcess(self.door).client())
        else:
            server = self._open.enter_context(serving(self.door))
            client = self._open.enter_context(httpx.Client(base_url=server.url, trust_env=False))
        self.stack: Stack = plain.stack(mode, client, self._open.close)


@pytest.fixture(params=["in process", "served"], scope="module")
def talk(request: pytest.FixtureRequest) -> Iterator[Conversation]:
    conversation = Conversation(request.param)
    yield conversation
    conversation.stack.shut_down()


@pytest.fixture(autouse=True)
def silence(talk: Conversation) -> None:
    talk.door.reset()
    talk.world.calls.clear()
    talk.world.answer = None


def drawn(data: st.DataObject, system: str, verb: str) -> tuple[tuple[Any, ...], Any]:
    hints = get_type_hints(getattr(DOORS[system], verb))
    gives = hints.pop("return")
    return tuple(data.draw(any_of(kind), label=name) for name, kind in hints.items()), data.draw(
        any_of(gives), label="answer"
    )


@pytest.mark.parametrize(("system", "verb"), VERBS, ids=[f"{system} {verb}" for system, verb in VERBS])
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_words_and_answers_arrive_unchanged(talk: Conversation, system: str, verb: str, data: st.DataObject) -> None:
    arguments, answer = drawn(data, system, verb)
    talk.world.calls.clear()
    talk.world.answer = answer
    heard = getattr(getattr(talk.stack, system), verb)(*arguments)
    assert heard == answer
    assert type(heard) is type(answer)
    if (system, verb) != ("clock", "today"):
        assert talk.world.calls == [(system, verb, arguments)]
    assert talk.door.bugs == []


def one_call(talk: Conversation, system: str, verb: str) -> Any:
    """Make a call with the simplest words there are; give back a function that makes the same call again."""
    arguments: list[Any] = []

    @settings(max_examples=1, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def draw(data: st.DataObject) -> None:
        arguments[:], talk.world.answer = drawn(data, system, verb)

    draw()
    return lambda: getattr(getattr(talk.stack, system), verb)(*arguments)


@pytest.mark.parametrize(("system", "verb"), ACTS, ids=[f"{system} {verb}" for system, verb in ACTS])
def test_a_refusal_arrives_with_its_sentence_and_its_system(talk: Conversation, system: str, verb: str) -> None:
    call = one_call(talk, system, verb)
    talk.world.answer = EngineRefused("invoice-closed", "INV-7 is settled; there is nothing to dispute.")
    with pytest.raises(Refused, match="INV-7 is settled; there is nothing to dispute") as refusal:
        call()
    assert (refusal.value.code, refusal.value.system) == ("invoice-closed", system)


@pytest.mark.parametrize(("system", "verb"), ACTS, ids=[f"{system} {verb}" for system, verb in ACTS])
def test_an_act_whose_answer_is_lost_is_asked_again_and_done_once(talk: Conversation, system: str, verb: str) -> None:
    call = one_call(talk, system, verb)
    talk.door.faults.add(Rule(operation=f"{system}.{verb}", kind=Kind.DROP, place=Place.AFTER))
    settled = talk.world.settled
    assert call() == talk.world.answer
    assert [made[:2] for made in talk.world.calls] == [(system, verb)]
    assert talk.world.settled == settled + 1
    assert call() == talk.world.answer
    assert len(talk.world.calls) == 2, "the same words said again are another act"


@pytest.mark.parametrize("kind", [Kind.TOO_MANY, Kind.UNAVAILABLE, Kind.RESET, Kind.GARBAGE, Kind.PARTIAL])
def test_one_bad_moment_is_outlived(talk: Conversation, kind: Kind) -> None:
    call = one_call(talk, "crm", "close_won")
    talk.door.faults.add(Rule(operation="crm.close_won", kind=kind))
    assert call() == talk.world.answer


@pytest.mark.parametrize("kind", [Kind.TOO_MANY, Kind.BROKEN, Kind.UNAVAILABLE, Kind.DROP])
def test_a_system_that_stays_silent_is_unreachable(talk: Conversation, kind: Kind) -> None:
    call = one_call(talk, "erp", "close")
    talk.door.faults.add(Rule(operation="erp.close", kind=kind, count=None))
    with pytest.raises(Unreachable, match=r"^erp (gave no answer|answered \d+) to POST /erp/closes"):
        call()
    assert talk.world.calls == []


def test_a_bug_in_a_fake_is_told_as_one(talk: Conversation) -> None:
    call = one_call(talk, "crm", "close_won")
    talk.world.answer = KeyError("C-1")
    with pytest.raises(Unreachable, match=r"crm answered 500 .*: crm.close_won met a bug in the fake"):
        call()
    assert [bug.operation for bug in talk.door.bugs] == ["crm.close_won"]
    assert talk.stack.clock.bugs() == ("crm.close_won: KeyError: 'C-1'",)


def test_an_answer_that_cannot_be_read_is_no_answer() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[{"number": 7}]))
    with httpx.Client(base_url="http://somebody", transport=transport) as client:
        stack = plain.stack("somebody's", client)
        with pytest.raises(Unreachable, match=r"GET /crm/orders was answered with what cannot be read"):
            stack.crm.orders()
    stack.shut_down()
    assert client.is_closed


def test_an_amount_written_as_text_is_not_read_as_a_number() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"minor": "500", "currency": "USD"}))
    stack = plain.stack("somebody's", httpx.Client(base_url="http://somebody", transport=transport))
    with pytest.raises(Unreachable, match=r"GET /billing/contracts/C-1/due was answered with what cannot be read"):
        stack.billing.due("C-1", date(2026, 1, 31))
    stack.shut_down()


def test_a_no_from_something_else_is_not_a_refusal() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(404, text="<h1>nginx</h1>"))
    stack = plain.stack("somebody's", httpx.Client(base_url="http://somebody", transport=transport))
    with pytest.raises(Unreachable, match=r"crm answered 404 to GET /crm/orders$"):
        stack.crm.orders()
    stack.shut_down()


def test_a_reset_counts_acts_from_one_again(talk: Conversation) -> None:
    reset, act = one_call(talk, "clock", "reset"), one_call(talk, "crm", "close_won")
    keys = []
    for _ in range(2):
        reset()
        act()
        keys.append(talk.door.log.entries()[-1]["idempotency_key"])
    assert keys[0] == keys[1]
    assert keys[0].startswith("1 /crm/quotes/")
