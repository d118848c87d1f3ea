"""What only the in-process mode does: async clients, other people's clients, no waiting, nothing left behind."""

import asyncio
import time

import httpx
import pytest
from toy import Toy

from fakes.http.faults import Kind, Rule
from fakes.http.in_process import BASE_URL, InProcess
from fakes.http.serve import serving

NOTE = {"customer": "Acme", "on": "2025-04-15", "lines": []}


def test_an_asynchronous_client_is_served_the_same(toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation="billing.notes", kind=Kind.RESET))

    async def story() -> list[int]:
        async with InProcess(toy.dispatcher).async_client() as client:
            with pytest.raises(httpx.ReadError):
                await client.get("/billing/notes")
            posts = await asyncio.gather(*(client.post("/billing/notes", json=NOTE) for _ in range(3)))
            return [answer.status_code for answer in posts]

    assert asyncio.run(story()) == [201, 201, 201]
    assert len(toy.notes) == 3


def test_other_peoples_clients_are_intercepted_and_other_hosts_are_not(toy: Toy) -> None:
    other = Toy()
    with (
        serving(other.dispatcher) as server,
        InProcess(toy.dispatcher).intercepting(),
        httpx.Client(trust_env=False) as client,
    ):
        client.post(f"{BASE_URL}/billing/notes", json=NOTE)
        client.post(f"{server.url}/billing/notes", json={**NOTE, "customer": "Globex"})
    assert [note.customer for note in toy.notes] == ["Acme"]
    assert [note.customer for note in other.notes] == ["Globex"]


def test_its_own_client_touches_nobody_else(toy: Toy) -> None:
    other = Toy()
    with InProcess(toy.dispatcher).client() as client, InProcess(other.dispatcher).client() as stranger:
        client.post("/billing/notes", json=NOTE)
        assert stranger.get("/billing/notes").json() == {"found": []}


def test_a_hang_takes_no_time(toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation="billing.notes", kind=Kind.HANG, seconds=600, count=2))
    start = time.perf_counter()
    with InProcess(toy.dispatcher).client(timeout=300) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.get("/billing/notes")
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/billing/notes", timeout=None)
    assert time.perf_counter() - start < 60


def test_kept_calls_are_let_go(toy: Toy) -> None:
    fakes = InProcess(toy.dispatcher)
    with fakes.client() as client:
        for _ in range(3):
            client.get("/billing/notes")
    assert [len(fakes.router.calls), len(fakes.router.routes[0].calls)] == [3, 3]  # type: ignore[index]
    fakes.clear()
    assert [len(fakes.router.calls), len(fakes.router.routes[0].calls)] == [0, 0]  # type: ignore[index]
