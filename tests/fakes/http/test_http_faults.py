"""Every fault, at every place, as a client meets it in both modes."""

import httpx
import pytest
from toy import Toy

from engine.refusals import Refused
from fakes.http.faults import Kind, Place, Rule

NOTE = {"customer": "Acme", "on": "2025-04-15", "lines": []}
POST = "billing.post_note"

MET = {
    Kind.DROP: (httpx.RemoteProtocolError, "Server disconnected without sending a response"),
    Kind.RESET: (httpx.ReadError, "Connection reset by peer"),
    Kind.HANG: (httpx.ReadTimeout, "timed out"),
    Kind.PARTIAL: (httpx.RemoteProtocolError, "peer closed connection without sending complete message body"),
    Kind.GARBAGE: (httpx.RemoteProtocolError, "illegal status line"),
}


def met(client: httpx.Client, key: str | None = None) -> httpx.Response | type[Exception]:
    try:
        return client.post("/billing/notes", json=NOTE, headers={"Idempotency-Key": key} if key else {})
    except httpx.TransportError as failure:
        return type(failure)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("kind", [Kind.TOO_MANY, Kind.BROKEN, Kind.UNAVAILABLE])
def test_a_status_fault_is_answered(client: httpx.Client, toy: Toy, kind: Kind, place: Place) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=kind, place=place))
    answer = client.post("/billing/notes", json=NOTE)
    assert answer.status_code == int(kind)
    assert set(answer.json()["error"]) == {"code", "message", "field"}
    assert ("retry-after" in answer.headers) == (kind != Kind.BROKEN)
    assert len(toy.notes) == (1 if place == Place.AFTER else 0)
    assert client.post("/billing/notes", json=NOTE).status_code == 201


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("kind", list(MET))
def test_a_broken_connection_is_the_exception_httpx_knows(
    client: httpx.Client, toy: Toy, kind: Kind, place: Place
) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=kind, place=place))
    exception, words = MET[kind]
    with pytest.raises(exception, match=words) as failure:
        client.post("/billing/notes", json=NOTE, timeout=0.3 if kind == Kind.HANG else 10)
    assert type(failure.value) is exception
    assert len(toy.notes) == (1 if place == Place.AFTER else 0)
    assert toy.dispatcher.faults.unfired() == []
    assert client.post("/billing/notes", json=NOTE).status_code == 201, "the next call gets through"


def test_an_answer_cut_short_is_the_real_answer(client: httpx.Client, toy: Toy) -> None:
    whole = len(client.post("/billing/notes", json=NOTE).content)
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.PARTIAL, place=Place.AFTER))
    with pytest.raises(httpx.RemoteProtocolError, match=f"received {whole // 2} bytes, expected {whole}"):
        client.post("/billing/notes", json=NOTE)


def test_a_reset_forgets_rules_and_keys(client: httpx.Client, toy: Toy) -> None:
    assert isinstance(met(client, "K-1"), httpx.Response)
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.DROP))
    toy.dispatcher.reset()
    again = met(client, "K-1")
    assert isinstance(again, httpx.Response)
    assert again.json()["number"] == "N-2"


def test_a_patient_client_outlasts_a_hang_and_gets_nothing(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.HANG, seconds=1))
    with pytest.raises(httpx.RemoteProtocolError, match="Server disconnected"):
        client.post("/billing/notes", json=NOTE, timeout=30)


def test_a_lost_answer_is_replayed_to_who_asks_again_with_the_key(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.DROP, place=Place.AFTER))
    assert met(client, "K-1") is httpx.RemoteProtocolError
    again = met(client, "K-1")
    assert isinstance(again, httpx.Response)
    assert (again.status_code, again.headers["idempotent-replayed"]) == (201, "true")
    assert len(toy.notes) == 1


@pytest.mark.parametrize("place", [Place.BEFORE, Place.INSTEAD])
def test_a_call_that_met_a_fault_leaves_its_key_free(client: httpx.Client, toy: Toy, place: Place) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.UNAVAILABLE, place=place))
    assert [answer.status_code for answer in (met(client, "K-1"), met(client, "K-1"))] == [503, 201]  # type: ignore[union-attr]
    assert len(toy.notes) == 1


def test_only_the_nth_calls_are_hit(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.BROKEN, nth=2, count=2))
    assert [client.post("/billing/notes", json=NOTE).status_code for _ in range(5)] == [201, 500, 500, 201, 201]


def test_only_the_named_operation_is_hit(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation="erp.post_note", kind=Kind.BROKEN, count=None))
    assert client.post("/billing/notes", json=NOTE).status_code == 201
    assert [client.post("/erp/notes", json=NOTE).status_code for _ in range(3)] == [500, 500, 500]


def test_a_malformed_call_meets_a_fault_at_the_door_but_none_in_place_of_the_work(
    client: httpx.Client, toy: Toy
) -> None:
    for place in (Place.INSTEAD, Place.BEFORE):
        toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.UNAVAILABLE, place=place))
    assert client.post("/billing/notes", json={}).status_code == 503
    assert client.post("/billing/notes", json={}).status_code == 422
    assert [rule.place for rule in toy.dispatcher.faults.unfired()] == [Place.INSTEAD]
    assert client.post("/billing/notes", json=NOTE).status_code == 503


def test_of_two_rules_the_first_strikes_and_the_second_waits(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.BROKEN))
    toy.dispatcher.faults.add(Rule(operation=POST, kind=Kind.UNAVAILABLE))
    assert [client.post("/billing/notes", json=NOTE).status_code for _ in range(3)] == [500, 503, 201]


def test_a_rule_that_hit_less_often_than_it_says_is_unfired(toy: Toy, connect_in_process: object) -> None:
    client = connect_in_process(toy)  # type: ignore[operator]
    twice, endless = Rule(operation=POST, kind=Kind.BROKEN, count=2), Rule(
        operation="billing.note", kind=Kind.DROP, count=None
    )  # fmt: skip
    toy.dispatcher.faults.add(twice)
    toy.dispatcher.faults.add(endless)
    assert toy.dispatcher.faults.unfired() == [twice, endless]
    client.post("/billing/notes", json=NOTE)
    assert [standing.hits for standing in toy.dispatcher.faults.standing()] == [1, 0]
    assert toy.dispatcher.faults.unfired() == [twice, endless]
    client.post("/billing/notes", json=NOTE)
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/billing/notes/N-1")
    assert toy.dispatcher.faults.unfired() == []


def test_a_rule_that_could_never_fire_is_refused(toy: Toy) -> None:
    with pytest.raises(Refused, match=r"did you mean billing.post_note") as refusal:
        toy.dispatcher.faults.add(Rule(operation="billing.post_nte", kind=Kind.DROP))
    assert refusal.value.code == "unknown-operation"
    with pytest.raises(Refused, match=r"No operation is called 'fakes.health'"):
        toy.dispatcher.faults.add(Rule(operation="fakes.health", kind=Kind.DROP))


@pytest.mark.parametrize("wrong", [{"nth": 0}, {"count": 0}, {"seconds": 0}, {"seconds": 601}])
def test_a_rule_counts_from_one_and_is_bounded(wrong: dict[str, int]) -> None:
    with pytest.raises(Refused, match="1"):
        Rule(operation=POST, kind=Kind.HANG, **wrong)  # type: ignore[arg-type]
