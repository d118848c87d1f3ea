"""The fakes on a real socket of this machine: the standard library's threading server around the dispatcher."""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread, current_thread
from typing import Any

from fakes.http.dispatcher import Dispatcher
from fakes.http.exchange import LARGEST_BODY, Answer, Drop, Exchange, Garbage, Hang, Outcome, Partial, Reset
from fakes.http.problems import Problem
from fakes.http.reading import no_length, too_large, too_many_headers

LOOPBACK = "127.0.0.1"
IDLE_SECONDS = 60
"""How long a connection may stay silent before it is closed."""
LINGER_SECONDS = 2
LINGER_BYTES = 16 * LARGEST_BODY
"""How long, and how much, a refused request may still send before its connection is closed."""


class Server(ThreadingHTTPServer):
    """Serve a dispatcher on 127.0.0.1, never on any other address; port 0 takes a free one."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, dispatcher: Dispatcher, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.dispatcher = dispatcher
        self.stopping = Event()
        self._open: dict[Thread, socket.socket] = {}
        self._guard = Lock()

    @property
    def url(self) -> str:
        """The base address for clients: "http://127.0.0.1:49152"."""
        return f"http://{LOOPBACK}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind without asking a name server who we are, as the standard library would."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Remember each connection while it lasts, so that close() can end it."""
        thread = current_thread()
        with self._guard:
            self._open[thread] = request
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._guard:
                del self._open[thread]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is nothing to report; anything else is a bug of ours."""
        bug = sys.exception()
        if isinstance(bug, Exception) and not isinstance(bug, OSError):
            self.dispatcher.record("fakes.http.serve", bug)

    def close(self) -> None:
        """Stop listening, end every hang and connection, and wait for the threads."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        with self._guard:
            left = list(self._open.items())
        for thread, connection in left:
            _hang_up(connection)
            thread.join(5)


@contextmanager
def serving(dispatcher: Dispatcher, port: int = 0) -> Iterator[Server]:
    """Serve while the block runs."""
    server = Server(dispatcher, port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(5)


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client was quicker


class _Handler(BaseHTTPRequestHandler):
    """Reads one request after another from a connection and does to it what the outcome says."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = IDLE_SECONDS

    def handle_one_request(self) -> None:
        """Take any method to the dispatcher; which ones exist is the operations' affair."""
        self.close_connection = True
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ""
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            elif self.raw_requestline and self.parse_request():
                self._dispatch()
        except TimeoutError:
            self.close_connection = True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say what the standard library finds wrong with a request in our form of an error."""
        status = HTTPStatus(code)
        text = f"This is not a request that can be read: {message or status.phrase}."
        problem = too_many_headers() if status == 431 else Problem(status, "bad-request", text)
        self._send_last(problem.answer())

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet; the request log tells."""

    def _dispatch(self) -> None:
        lengths = self.headers.get_all("content-length", ["0"])
        if "transfer-encoding" in self.headers:
            self._decline(no_length())
        elif len(set(lengths)) > 1 or not (lengths[0].isascii() and lengths[0].isdecimal()):
            self._decline(Problem(400, "bad-request", "Content-Length is not a number of bytes."))
        elif len(lengths[0]) > 9 or int(lengths[0]) > LARGEST_BODY:
            self._decline(too_large())
        else:
            body = self.rfile.read(int(lengths[0]))
            if len(body) == int(lengths[0]):
                self._send(self.server.dispatcher.dispatch(self._exchange(body)))

    def _exchange(self, body: bytes) -> Exchange:
        host = self.headers.get("host", "")
        return Exchange.arriving(self.command, host, self.path, self.headers.items(), body)

    def _send(self, outcome: Outcome) -> None:
        match outcome:
            case Answer():
                self._write(outcome.status, outcome.header_lines(), outcome.body)
                return
            case Partial(body, length):
                headers = [("Content-Type", "application/json"), ("Content-Length", str(length))]
                self._write(200, headers, body)
            case Garbage(wire):
                self.wfile.write(wire)
            case Hang(seconds):
                self.server.stopping.wait(seconds)
            case Reset():
                self._reset()
            case Drop():
                pass
        self.close_connection = True

    def _write(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Send all in one piece: a second small packet would wait for the first one's receipt."""
        lines = [f"HTTP/1.1 {status} {_phrase(status)}", *(f"{name}: {value}" for name, value in headers)]
        if self.close_connection:
            lines.append("Connection: close")
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def _reset(self) -> None:
        """Close with linger 0, which sends RST; detached, so that nobody says goodbye first."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())

    def _decline(self, problem: Problem) -> None:
        """Refuse a request for its headers, without reading its body."""
        outcome = self.server.dispatcher.refuse(self._exchange(b""), problem)
        assert isinstance(outcome, Answer)
        self._send_last(outcome)

    def _send_last(self, answer: Answer) -> None:
        """Answer, then swallow what still comes: closing on unread bytes would reset and lose the answer."""
        self.close_connection = True
        self._write(answer.status, answer.header_lines(), answer.body)
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(LINGER_SECONDS)
        swallowed = 0
        while swallowed < LINGER_BYTES and (piece := self.rfile.read1(65536)):
            swallowed += len(piece)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
