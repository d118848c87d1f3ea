"""The same request sent again is answered again, not done again."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import httpx
import pytest
from toy import Toy

from fakes.http.dispatcher import Dispatcher
from fakes.http.exchange import Answer
from fakes.http.idempotency import Idempotency
from fakes.http.operations import Call
from fakes.http.problems import Problem

NOTE = {"customer": "Acme", "on": "2025-04-15", "lines": []}


def post(client: httpx.Client, key: str, path: str = "/billing/notes", **change: object) -> httpx.Response:
    return client.post(path, json={**NOTE, **change}, headers={"Idempotency-Key": key})


def test_a_repeat_gets_the_first_answer(client: httpx.Client, toy: Toy) -> None:
    first, again = post(client, "K-1"), post(client, "K-1")
    assert (again.status_code, again.content) == (201, first.content)
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert len(toy.notes) == 1
    assert post(client, "K-2").json()["number"] == "N-2"


def test_without_a_key_a_repeat_is_done_again(client: httpx.Client, toy: Toy) -> None:
    for _ in range(2):
        client.post("/billing/notes", json=NOTE)
    assert len(toy.notes) == 2


def test_the_same_content_in_another_order_is_the_same_request(client: httpx.Client, toy: Toy) -> None:
    post(client, "K-1")
    body = dict(reversed(list(NOTE.items())))
    again = client.post("/billing/notes", json=body, headers={"Idempotency-Key": "K-1"})
    assert again.headers["idempotent-replayed"] == "true"
    assert len(toy.notes) == 1


def test_a_key_that_stands_for_another_request_is_refused(client: httpx.Client, toy: Toy) -> None:
    post(client, "K-1")
    other = post(client, "K-1", customer="Globex")
    assert (other.status_code, other.json()["error"]["code"]) == (422, "key-reused")
    assert [note.customer for note in toy.notes] == ["Acme"]


def test_a_key_belongs_to_its_path(client: httpx.Client, toy: Toy) -> None:
    for key in ("K-1", "K-2"):
        post(client, key)
    headers = {"Idempotency-Key": "K-3"}
    assert client.delete("/billing/notes/N-2", headers=headers).status_code == 204
    assert client.delete("/billing/notes/N-1", headers=headers).status_code == 422
    assert len(toy.notes) == 1


def test_systems_do_not_share_keys(client: httpx.Client, toy: Toy) -> None:
    assert post(client, "K-1").status_code == 201
    assert post(client, "K-1", "/erp/notes").status_code == 200
    assert len(toy.notes) == 2


def test_a_refused_request_can_be_sent_again_after_the_repair(client: httpx.Client, toy: Toy) -> None:
    toy.closed = True
    assert post(client, "K-1").status_code == 409
    toy.closed = False
    repaired = post(client, "K-1")
    assert (repaired.status_code, "idempotent-replayed" in repaired.headers) == (201, False)


def test_a_malformed_request_leaves_its_key_free(client: httpx.Client) -> None:
    assert post(client, "K-1", on="soon").status_code == 422
    assert post(client, "K-1").status_code == 201


@pytest.mark.parametrize(("later", "notes"), [(date(2025, 4, 16), 1), (date(2025, 4, 17), 2)])
def test_a_key_lives_through_the_next_business_day(client: httpx.Client, toy: Toy, later: date, notes: int) -> None:
    post(client, "K-1")
    toy.today = later
    assert post(client, "K-1").status_code == 201
    assert len(toy.notes) == notes


@pytest.mark.parametrize(("key", "status"), [("", 400), ("k" * 256, 400), ("k" * 255, 201)])
def test_a_key_has_a_length(client: httpx.Client, key: str, status: int) -> None:
    assert post(client, key).status_code == status


def test_a_read_needs_no_key_and_keeps_none(client: httpx.Client) -> None:
    headers = {"Idempotency-Key": "K-1"}
    assert client.get("/billing/notes", headers=headers).json() == {"found": []}
    client.post("/billing/notes", json=NOTE)
    assert client.get("/billing/notes", headers=headers).json() == {"found": ["Acme"]}


@pytest.mark.parametrize("mode", ["in_process", "served"])
def test_twelve_calls_at_once_with_one_key_make_one_object(toy: Toy, mode: str, request: pytest.FixtureRequest) -> None:
    gate = threading.Barrier(12)
    done = toy.post

    def slowly(call: Call) -> object:
        threading.Event().wait(0.02)  # long enough for every other call to come in, if it were let in
        return done(call)

    toy.post = slowly  # type: ignore[method-assign, assignment]
    toy.dispatcher = Dispatcher(toy.operations(), lambda: toy.today)
    client = request.getfixturevalue(f"connect_{mode}")(toy)

    def call(_: int) -> httpx.Response:
        gate.wait(10)
        return post(client, "K-1")

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(call, range(12)))
    assert {answer.content for answer in answers} == {answers[0].content}
    assert sorted("idempotent-replayed" in answer.headers for answer in answers) == [False] + [True] * 11
    assert len(toy.notes) == 1


def test_a_call_that_comes_back_to_itself_is_told_so() -> None:
    keys = Idempotency(lambda: date(2025, 4, 15))

    def work() -> Answer:
        with pytest.raises(Problem, match="still being worked on") as problem:
            keys.once("billing", "K-1", "same", lambda: Answer(200))
        assert problem.value.status == 409
        return Answer(201)

    assert keys.once("billing", "K-1", "same", work).status == 201


def test_old_keys_are_let_go() -> None:
    day = date(2025, 4, 15)
    keys = Idempotency(lambda: day, days=0)
    for number in range(100):
        keys.once("billing", f"K-{number}", "same", lambda: Answer(200))
    day = date(2025, 4, 16)
    keys.once("billing", "K-1", "same", lambda: Answer(200))
    assert len(keys._kept) == 1
