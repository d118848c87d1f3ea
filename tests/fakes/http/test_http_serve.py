"""What only the served mode does: raw sockets, kept connections, a clean end."""

import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from toy import Toy

from fakes.http.faults import Kind, Rule
from fakes.http.serve import Server, serving

NOTE = b'{"customer":"Acme","on":"2025-04-15","lines":[]}'


@pytest.fixture
def server(toy: Toy) -> Iterator[Server]:
    with serving(toy.dispatcher) as server:
        yield server


def say(server: Server, *pieces: bytes) -> bytes:
    """Send bytes as they are and read until the server closes."""
    with socket.create_connection(server.server_address[:2], timeout=10) as wire:  # type: ignore[arg-type]
        for piece in pieces:
            wire.sendall(piece)
        heard = b""
        while piece := wire.recv(65536):
            heard += piece
        return heard


def post(body: bytes = NOTE, *headers: str) -> bytes:
    lines = ["POST /billing/notes HTTP/1.1", "Host: x", "Content-Type: application/json", *headers]
    if not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    assert server.server_address[0] == "127.0.0.1"


def test_one_connection_carries_many_requests(server: Server) -> None:
    heard = say(server, post() + post() + post(NOTE, "Connection: close"))
    assert heard.count(b"HTTP/1.1 201 Created\r\n") == 3
    assert heard.count(b"Connection: close") == 1


def test_a_request_in_pieces_is_one_request(server: Server, toy: Toy) -> None:
    whole = post(NOTE, "Connection: close")
    assert b" 201 " in say(server, *(whole[place : place + 20] for place in range(0, len(whole), 20)))
    assert len(toy.notes) == 1


def test_an_old_client_is_answered_and_let_go(server: Server) -> None:
    assert say(server, b"GET /billing/notes HTTP/1.0\r\n\r\n").endswith(b'{"found":[]}')


@pytest.mark.parametrize(
    ("wire", "status"),
    [
        (post(b" " * (8 << 20)), b"413"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(101)) + b"\r\n", b"431"),
        (post(NOTE, "Content-Length: many"), b"400"),
        (post(NOTE, "Content-Length: -1"), b"400"),
        (post(NOTE, "Content-Length: 9" + "9" * 5000), b"413"),
        (post(NOTE, "Content-Length: " + "0" * 5000 + "48"), b"413"),
        (post(NOTE, "Content-Length: 1", "Content-Length: 48"), b"400"),
        (post(b"0\r\n\r\n", "Transfer-Encoding: chunked"), b"411"),
        (post(NOTE, "Content-Length: 48", "Transfer-Encoding: chunked"), b"411"),
    ],
)
def test_what_is_no_request_gets_a_plain_no(server: Server, toy: Toy, wire: bytes, status: bytes) -> None:
    heard = say(server, wire)
    assert heard.startswith(b"HTTP/1.1 " + status)
    assert b'{"error":{"code":"' in heard
    assert b"Connection: close" in heard
    assert (toy.notes, toy.dispatcher.bugs) == ([], [])


def test_a_body_that_stops_short_does_nothing(server: Server, toy: Toy) -> None:
    with socket.create_connection(server.server_address[:2], timeout=10) as wire:  # type: ignore[arg-type]
        wire.sendall(post(NOTE[:-5], f"Content-Length: {len(NOTE)}"))
        wire.shutdown(socket.SHUT_WR)
        assert wire.recv(100) == b""
    assert (toy.notes, toy.dispatcher.bugs) == ([], [])


def test_a_declined_body_is_logged_like_any_request(server: Server, toy: Toy) -> None:
    say(server, post(b"", "Content-Length: 99999999"))
    assert [(entry["path"], entry["outcome"]) for entry in toy.dispatcher.log.entries()] == [("/billing/notes", "413")]


def test_small_answers_do_not_wait_for_receipts(server: Server) -> None:
    with socket.create_connection(server.server_address[:2], timeout=10) as wire:  # type: ignore[arg-type]
        wire.sendall(b"GET /_fakes/health HTTP/1.1\r\n\r\n")
        assert wire.recv(65536).endswith(b'{"notes":0}'), "head and body come in one piece"


def test_closing_ends_a_hang_and_an_idle_connection_at_once(toy: Toy) -> None:
    toy.dispatcher.faults.add(Rule(operation="billing.notes", kind=Kind.HANG, seconds=600))
    threads = threading.active_count()
    failures: list[Exception] = []

    def hang(url: str) -> None:
        try:
            httpx.get(f"{url}/billing/notes", timeout=60, trust_env=False)
        except httpx.TransportError as failure:
            failures.append(failure)

    start = time.perf_counter()
    with serving(toy.dispatcher) as server:
        idle = httpx.Client(base_url=server.url, trust_env=False)
        assert idle.get("/_fakes/health").status_code == 200
        waiting = threading.Thread(target=hang, args=[server.url])
        waiting.start()
        while not toy.dispatcher.faults.standing()[0].hits:
            idle.get("/_fakes/health")
    waiting.join(10)
    assert [type(failure) for failure in failures] == [httpx.RemoteProtocolError]
    assert time.perf_counter() - start < 30
    assert threading.active_count() == threads
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url, trust_env=False)
    idle.close()


def test_a_bug_in_the_server_itself_is_not_swallowed(server: Server, toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toy.dispatcher, "dispatch", lambda exchange: 1 / 0)
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(f"{server.url}/billing/notes", trust_env=False)
    monkeypatch.undo()
    httpx.get(f"{server.url}/_fakes/health", trust_env=False)
    assert [bug.operation for bug in toy.dispatcher.bugs] == ["fakes.http.serve"]
