"""What a request gets: an answer, or one sentence that says what is wrong with it. In both modes."""

import json
from typing import Any

import httpx
import pytest
from toy import Toy

from fakes.http.exchange import Exchange

NOTE = {"customer": "Acme", "on": "2025-04-15", "lines": [{"minor": 1716164, "currency": "USD"}]}


def error(answer: httpx.Response) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "field"}
    return dict(body["error"])


def test_a_note_is_posted_and_read_back(client: httpx.Client, toy: Toy) -> None:
    made = client.post("/billing/notes", json=NOTE)
    assert made.status_code == 201
    assert made.json() == {"number": "N-1", "customer": "Acme", "lines": 1}
    assert client.get("/billing/notes/N-1").json() == {"number": "N-1"}
    assert [note.lines[0].minor for note in toy.notes] == [1716164]


def test_an_answer_without_content_is_204(client: httpx.Client, toy: Toy) -> None:
    client.post("/billing/notes", json=NOTE)
    gone = client.delete("/billing/notes/N-1")
    assert (gone.status_code, gone.content, "content-length" in gone.headers) == (204, b"", False)
    assert toy.notes == []


def test_query_fields_are_read_by_type(client: httpx.Client) -> None:
    for customer in ("Acme", "Globex", "Acme"):
        client.post("/billing/notes", json={**NOTE, "customer": customer})
    found = client.get("/billing/notes", params={"customer": "Acme", "limit": 1})
    assert found.json() == {"found": ["Acme"]}


def test_head_has_no_body(client: httpx.Client) -> None:
    assert client.head("/billing/notes").content == b""
    assert client.get("/billing/notes").json() == {"found": []}, "the connection is still in step"


@pytest.mark.parametrize(
    ("method", "path", "near"),
    [
        ("POST", "/billing/note", "POST /billing/notes (billing.post_note)"),
        ("GET", "/biling/notes/N-7", "GET /billing/notes/<number> (billing.note)"),
        ("POST", "/erp/note", "POST /erp/notes (erp.post_note)"),
        ("GET", "/_fakes/helth", "GET /_fakes/health (fakes.health)"),
        ("BREW", "/coffee", "("),
        ("GET", "/" + "x" * 8000, "("),
    ],
)
def test_an_unknown_path_names_the_nearest_operation(client: httpx.Client, method: str, path: str, near: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, error(answer)["code"]) == (404, "unknown-path")
    assert near in error(answer)["message"]


def test_a_wrong_method_names_the_right_ones(client: httpx.Client) -> None:
    answer = client.put("/billing/notes/N-1")
    assert (answer.status_code, answer.headers["allow"]) == (405, "DELETE, GET, HEAD")
    assert error(answer)["message"] == "/billing/notes/N-1 does not answer PUT; it answers DELETE, GET, HEAD."


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"customer": None}, "customer", "customer should be a valid string (given: None)."),
        ({"lines": [{"minor": "12"}]}, "lines.0.minor", "lines.0.minor should be a valid integer (given: '12')."),
        ({"lines": [{"minor": 1.5}]}, "lines.0.minor", "lines.0.minor should be a valid integer"),
        ({"lines": [{"minr": 12}]}, "lines.0.minor", "lines.0.minor is missing; lines.0.minr is not known here; did you mean minor?"),
        ({"custmer": "Acme"}, "custmer", "custmer is not known here; did you mean customer?"),
        ({"on": "2025-02-30"}, "on", "on should be a valid date"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(client: httpx.Client, toy: Toy, change: Any, field: str, message: str) -> None:
    answer = client.post("/billing/notes", json={**NOTE, **change})
    assert (answer.status_code, error(answer)["code"], error(answer)["field"]) == (422, "invalid", field)
    assert error(answer)["message"].startswith(message)
    assert toy.notes == []


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"customer": "Acme", "customer": "Globex"}',
        b'{"minor": NaN}',
        b"[" * 100_000,
        b'{"customer": "\\ud800", "on": "2025-04-15", "lines": []}',
        b"1" * 10_000,
        b"",
    ],
    ids=["cut", "not UTF-8", "a name twice", "NaN", "deep", "half a character", "long number", "empty"],
)
def test_a_body_that_is_no_json_is_a_400(client: httpx.Client, toy: Toy, body: bytes) -> None:
    answer = client.post("/billing/notes", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, error(answer)["code"][:5]) in [(400, "malfo"), (400, "missi")]
    assert toy.dispatcher.bugs == []


@pytest.mark.parametrize("media", ["text/plain", "application/json; charset=latin-1", ""])
def test_another_media_type_is_a_415(client: httpx.Client, media: str) -> None:
    answer = client.post("/billing/notes", content=json.dumps(NOTE), headers={"Content-Type": media})
    assert (answer.status_code, error(answer)["code"]) == (415, "unsupported-media-type")


def test_who_accepts_no_json_gets_a_406(client: httpx.Client) -> None:
    assert client.get("/billing/notes", headers={"Accept": "text/html"}).status_code == 406
    assert client.get("/billing/notes", headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200


def test_what_an_operation_does_not_take_is_refused(client: httpx.Client) -> None:
    unexpected = client.request("GET", "/billing/notes/N-1", json={})
    assert (unexpected.status_code, error(unexpected)["code"]) == (400, "unexpected-body")
    query = client.get("/billing/notes/N-1", params={"expand": "lines"})
    assert (query.status_code, error(query)["field"]) == (422, "expand")
    misspelt = client.get("/billing/notes", params={"custmer": "Acme"})
    assert (misspelt.status_code, error(misspelt)["field"]) == (422, "custmer")
    assert "did you mean customer?" in error(misspelt)["message"]
    twice = client.get("/billing/notes?limit=1&limit=2")
    assert (twice.status_code, error(twice)["message"]) == (422, "limit is given twice.")
    assert client.get("/billing/notes", params={"limit": "many"}).status_code == 422
    assert client.get("/billing/notes?" + "&".join(f"f{n}=1" for n in range(101))).status_code == 400


def test_limits_are_kept(client: httpx.Client, toy: Toy) -> None:
    large = client.post(
        "/billing/notes", content=b" " * (1 << 20) + b"{}", headers={"Content-Type": "application/json"}
    )
    assert (large.status_code, error(large)["code"]) == (413, "too-large")
    chunks = client.post("/billing/notes", content=iter([b"{", b"}"]), headers={"Content-Type": "application/json"})
    assert (chunks.status_code, error(chunks)["code"]) == (411, "length-required")
    long = client.get("/billing/notes", params={"customer": "x" * 8192})
    assert (long.status_code, error(long)["code"]) == (414, "target-too-long")
    many = client.get("/billing/notes", headers={f"X-{number}": "y" for number in range(101)})
    assert (many.status_code, error(many)["code"]) == (431, "too-many-headers")
    wide = client.get("/billing/notes", headers={"X-A": "y" * 40_000, "X-B": "y" * 40_000})
    assert (wide.status_code, error(wide)) == (431, error(many))
    assert toy.notes == []
    assert client.get("/billing/notes").status_code == 200


def test_a_refusal_is_a_409_with_its_sentence(client: httpx.Client, toy: Toy) -> None:
    toy.closed = True
    answer = client.post("/billing/notes", json=NOTE)
    assert (answer.status_code, error(answer)["code"]) == (409, "period-closed")
    assert error(answer)["message"] == "April 2025 is closed; nothing is posted into it any more."
    assert toy.dispatcher.bugs == []


def test_a_bug_is_a_500_that_fails_the_scenario(client: httpx.Client, toy: Toy) -> None:
    toy.dispatcher.raise_bugs()
    first, second = client.post("/billing/break"), client.post("/billing/break")
    assert (first.status_code, first.content) == (500, second.content), "the body says nothing that changes"
    assert error(first)["message"] == "billing.break met a bug in the fake; it is recorded and fails the scenario."
    assert [bug.operation for bug in toy.dispatcher.bugs] == ["billing.break", "billing.break"]
    with pytest.raises(AssertionError, match=r"billing\.break") as failure:
        toy.dispatcher.raise_bugs()
    assert isinstance(failure.value.__cause__, KeyError)
    toy.dispatcher.reset()
    toy.dispatcher.raise_bugs()


@pytest.mark.parametrize(
    ("target", "path", "query"),
    [
        ("/billing/notes?a=%20&b", "/billing/notes", "a=%20&b"),
        ("//billing//notes%2F7", "/billing//notes/7", ""),
        ("http://host/billing?on=1", "/billing", "on=1"),
        ("*", "/*", ""),
    ],
)
def test_a_target_is_read_in_all_its_forms(target: str, path: str, query: str) -> None:
    headers = [("Accept", "a"), ("X", "y"), ("accept", "b")]
    exchange = Exchange.arriving("GET", "host", target, headers, b"")
    assert (exchange.path, exchange.query) == (path, query)
    assert exchange.headers == {"accept": "a, b", "x": "y"}


def test_a_bug_in_a_call_reaches_whoever_caused_the_call(client: httpx.Client, toy: Toy) -> None:
    answer = client.post("/crm/relay")
    assert (answer.status_code, error(answer)["code"]) == (500, "bug")
    assert error(answer)["message"].startswith("billing.break met a bug in the fake")
    assert [bug.operation for bug in toy.dispatcher.bugs] == ["billing.break"]
