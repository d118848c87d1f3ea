"""How much the HTTP room costs: `python -m benchmarks.dispatch`. Everything in one run, so the ratios hold anywhere.

A call posts a small document or reads it back, among 60 operations, the same handlers every time.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx
from pydantic import TypeAdapter

from fakes.http.dispatcher import Dispatcher
from fakes.http.exchange import Answer, Exchange
from fakes.http.in_process import InProcess
from fakes.http.operations import Call, Operation
from fakes.http.serve import serving
from fakes.http.shapes import closed

ROUNDS = 3
CALLS = 2000
CONNECTIONS = 8
BODY = b'{"customer":"Acme","on":"2025-04-15","minor":1716164,"currency":"USD"}'
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    customer: str
    on: date
    minor: int
    currency: str


def world() -> Dispatcher:
    """Thirty collections of two operations each; each world keeps its own documents."""
    kept: list[Posting] = []
    posting = closed(Posting)

    def post(call: Call) -> dict[str, Any]:
        kept.append(call.body)
        return {"number": str(len(kept))}

    def get(call: Call) -> object:
        return kept[call.path["number"] - 1]

    operations: list[Operation] = []
    for place in range(30):
        at = f"/billing/things{place}"
        number = TypeAdapter(dict[str, str])
        operations.append(
            Operation(name=f"billing.post{place}", method="POST", path=at, handler=post, takes=posting, gives=number)
        )
        operations.append(
            Operation(name=f"billing.get{place}", method="GET", path=f"{at}/<int:number>", handler=get, gives=posting)
        )
    return Dispatcher(operations, lambda: date(2025, 4, 15))


def dispatched(dispatcher: Dispatcher, calls: int) -> None:
    headers = {"content-type": "application/json"}
    post = Exchange(method="POST", host="x", path="/billing/things17", headers=headers, body=BODY)
    get = Exchange(method="GET", host="x", path="/billing/things17/1")
    for _ in range(calls // 2):
        for exchange in (post, get):
            answer = dispatcher.dispatch(exchange)
            assert isinstance(answer, Answer)
            assert answer.status == 200


def called(client: httpx.Client, calls: int) -> None:
    for _ in range(calls // 2):
        assert client.post("/billing/things17", content=BODY, headers=JSON).status_code == 200
        assert client.get("/billing/things17/1").status_code == 200


def bare(calls: int) -> None:
    """httpx with nothing behind it: the floor under every client."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    with httpx.Client(base_url="http://x", transport=transport) as client:
        called(client, calls)


def in_process(calls: int) -> None:
    fakes = InProcess(world())
    with fakes.client() as client:
        called(client, calls)
    fakes.clear()


def served(calls: int) -> None:
    with serving(world()) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        called(client, calls)


def served_by_many(calls: int) -> None:
    def one(url: str) -> None:
        with httpx.Client(base_url=url, trust_env=False) as client:
            called(client, calls // CONNECTIONS)

    with serving(world()) as server, ThreadPoolExecutor(CONNECTIONS) as pool:
        list(pool.map(one, [server.url] * CONNECTIONS))


def milliseconds(work: Callable[[int], object], calls: int) -> float:
    """Milliseconds per call, best of the rounds: the others only show what else the machine did."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(calls)
        taken.append((time.perf_counter() - start) / calls * 1000)
    return min(taken)


def main() -> None:
    rows = [
        ("dispatch itself", milliseconds(lambda calls: dispatched(world(), calls), CALLS * 5)),
        ("httpx with nothing behind it", milliseconds(bare, CALLS)),
        ("in process, through respx", milliseconds(in_process, CALLS)),
        ("served, one connection", milliseconds(served, CALLS)),
        (f"served, {CONNECTIONS} connections", milliseconds(served_by_many, CALLS)),
    ]
    floor = rows[1][1]
    print(f"{'':<30} {'ms/call':>8} {'calls/s':>8} {'x httpx':>8}")
    for name, each in rows:
        print(f"{name:<30} {each:>8.3f} {1000 / each:>8,.0f} {each / floor:>8.2f}")


if __name__ == "__main__":
    main()
