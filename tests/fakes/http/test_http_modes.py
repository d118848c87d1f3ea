"""In process and served are one: the same calls get the same answers and leave the same state and the same log."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from toy import Toy

from fakes.http.faults import Kind, Place, Rule
from fakes.http.in_process import InProcess
from fakes.http.serve import serving

PATHS = st.sampled_from(
    ["/billing/notes", "/billing/notes/N-1", "/billing/notes/N%2F1", "//billing/notes", "/billing/notes/", "/erp/notes",
     "/billing/break", "/_fakes/health", "/billing/notes?limit=1", "/billing/notes?limit=x&customer=%C3%A9", "/nowhere%FF"]
)  # fmt: skip
BODIES = st.sampled_from(
    [
        b"",
        b"{}",
        b"[",
        b'{"customer":"A","on":"2025-04-15","lines":[]}',
        b'{"customer":"B","on":"2025-04-16","lines":[]}',
    ]
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Content-Type": st.sampled_from(["application/json", "text/plain"]),
        "Idempotency-Key": st.sampled_from(["K-1", "K-2", ""]),
        "Accept": st.sampled_from(["application/json", "text/html"]),
        "Authorization": st.just("Bearer s3cret"),
    },
)
METHODS = st.sampled_from(["GET", "POST", "POST", "POST", "DELETE", "PUT", "HEAD"])
# A hang is left out: served, it would take the time it says. test_http_faults has it in both modes.
KINDS = st.sampled_from([kind for kind in Kind if kind != Kind.HANG])
RULES = st.builds(
    Rule,
    operation=st.sampled_from(["billing.post_note", "billing.notes"]),
    kind=KINDS,
    place=st.sampled_from(Place),
    nth=st.integers(1, 2),
    count=st.one_of(st.none(), st.integers(1, 2)),
)
REQUESTS = st.lists(st.tuples(METHODS, PATHS, HEADERS, BODIES), min_size=1, max_size=8)


@dataclass
class Modes:
    in_process: httpx.Client
    served: httpx.Client


def told(client: httpx.Client, method: str, path: str, headers: dict[str, str], body: bytes) -> Any:
    try:
        answer = client.request(method, path, headers=headers, content=body)
    except httpx.TransportError as failure:
        return type(failure)
    return answer.status_code, answer.content, sorted(answer.headers.multi_items())


def state(toy: Toy) -> Any:
    faults = toy.dispatcher.faults.standing()
    bugs = [(bug.operation, repr(bug.exception)) for bug in toy.dispatcher.bugs]
    return toy.notes, toy.dispatcher.log.entries(), [(each.seen, each.hits) for each in faults], bugs


@contextmanager
def served(toy: Toy) -> Iterator[httpx.Client]:
    with serving(toy.dispatcher) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(rules=[Rule(operation="billing.notes", kind=Kind.PARTIAL)], requests=[("HEAD", "/billing/notes", {}, b"")])
@given(rules=st.lists(RULES, max_size=3), requests=REQUESTS)
def test_both_modes_tell_the_same(rules: list[Rule], requests: list[Any]) -> None:
    here, there = Toy(), Toy()
    for rule in rules:
        here.dispatcher.faults.add(rule)
        there.dispatcher.faults.add(rule)
    with InProcess(here.dispatcher).client() as near, served(there) as far:
        for request in requests:
            assert told(near, *request) == told(far, *request)
    assert state(here) == state(there)


def test_both_modes_can_serve_one_world_at_once() -> None:
    toy = Toy()
    note = {"customer": "Acme", "on": "2025-04-15", "lines": []}
    with InProcess(toy.dispatcher).client() as near, served(toy) as far:
        number = far.post("/billing/notes", json=note, headers={"Idempotency-Key": "K-1"}).json()["number"]
        assert near.get(f"/billing/notes/{number}").json() == {"number": "N-1"}
        again = near.post("/billing/notes", json=note, headers={"Idempotency-Key": "K-1"})
        assert again.headers["idempotent-replayed"] == "true"
    assert len(toy.notes) == 1
