"""The request log: what happened, what nearly did, and no credentials."""

import json

import httpx
from toy import Toy

from fakes.http.faults import Kind, Rule
from fakes.http.request_log import MASK, RequestLog, masked

NOTE = {"customer": "Acme", "on": "2025-04-15", "lines": []}


def test_every_request_is_told_with_what_came_of_it(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation="billing.notes", kind=Kind.GARBAGE))
    client.post("/billing/notes", json=NOTE, headers={"Idempotency-Key": "K-1"})
    try:
        client.get("/billing/notes?limit=3")
    except httpx.RemoteProtocolError:
        client.get("/biling")
    client.get("/_fakes/health")
    first, second, third = toy.dispatcher.log.entries()
    assert first == {
        "n": 1, "on": "2025-04-15", "operation": "billing.post_note", "method": "POST", "path": "/billing/notes",
        "query": "", "idempotency_key": "K-1", "authorization": None, "body": NOTE, "outcome": "201",
        "answer": {"number": "N-1", "customer": "Acme", "lines": 0}, "near_miss": None,
    }  # fmt: skip
    assert (second["operation"], second["query"], second["outcome"]) == ("billing.notes", "limit=3", "garbage")
    assert (third["operation"], third["outcome"]) == (None, "404")
    assert toy.dispatcher.log.near_misses() == [third["near_miss"]]
    assert "the nearest is GET /billing/notes" in third["near_miss"]


def test_no_credential_is_shown(client: httpx.Client, toy: Toy) -> None:
    headers = {"Authorization": "Bearer s3cret", "X-Api-Key": "s3cret", "Content-Type": "application/json"}
    body = json.dumps({"customer": "Acme", "password": "s3cret", "card": [{"clientSecret": "s3cret"}]})
    client.post("/billing/notes?api_key=s3cret&customer=Acme", content=body, headers=headers)
    shown = toy.dispatcher.log.entries()
    assert "s3cret" not in json.dumps(shown)
    assert (shown[0]["authorization"], shown[0]["query"]) == (MASK, f"api_key={MASK}&customer=Acme")
    assert shown[0]["body"] == {"customer": "Acme", "password": MASK, "card": [{"clientSecret": MASK}]}


def test_masking_leaves_everything_else_as_it_is() -> None:
    assert masked({"minor": 5, "token": {"deep": 1}, "keys": ["tokens"]}) == {
        "minor": 5,
        "token": MASK,
        "keys": ["tokens"],
    }


def test_what_is_no_json_is_shown_by_its_size(client: httpx.Client, toy: Toy) -> None:
    for body in (b"password=s3cret", b'"' + b"x" * 5000 + b'"'):
        client.post("/billing/notes", content=body, headers={"Content-Type": "application/json"})
    assert [entry["body"] for entry in toy.dispatcher.log.entries()] == ["15 bytes, not JSON", "5002 bytes"]


def test_the_log_is_bounded_and_counts_what_it_forgot(toy: Toy, connect_in_process: object) -> None:
    toy.dispatcher.log = RequestLog(limit=3)
    client = connect_in_process(toy)  # type: ignore[operator]
    for _ in range(5):
        client.get("/billing/notes")
    assert [entry["n"] for entry in toy.dispatcher.log.entries()] == [3, 4, 5]
    assert toy.dispatcher.log.forgotten == 2
    toy.dispatcher.reset()
    assert (toy.dispatcher.log.entries(), toy.dispatcher.log.forgotten) == ([], 0)
