"""The fakes without a socket: real httpx requests, intercepted by respx and handed to the dispatcher."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import respx

from fakes.http.dispatcher import Dispatcher
from fakes.http.exchange import Answer, Drop, Exchange, Garbage, Hang, Outcome, Partial, Reset

HOST = "fakes.invalid"
"""The host name the fakes answer to in process. RFC 2606 keeps it from ever being anybody's."""
BASE_URL = f"http://{HOST}"


class InProcess:
    """One respx router with one route, for sync and async clients.

    `client()` and `async_client()` touch nothing but themselves. Code that makes its own httpx clients (an
    integration of a company's own) is reached with `intercepting()`; other hosts pass through untouched.
    respx keeps every call: `clear()` after each scenario.
    """

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher
        self.router = respx.MockRouter(assert_all_called=False, using="httpx")
        self.router.route(host=HOST).mock(side_effect=self._serve)
        self.router.route().pass_through()

    def client(self, timeout: int = 10) -> httpx.Client:
        """Make a client whose requests go to the fakes. `timeout` is in seconds; nobody really waits."""
        transport = httpx.MockTransport(self.router.handler)
        return httpx.Client(base_url=BASE_URL, transport=transport, timeout=timeout)

    def async_client(self, timeout: int = 10) -> httpx.AsyncClient:
        """Make the same for asynchronous code."""
        transport = httpx.MockTransport(self.router.async_handler)
        return httpx.AsyncClient(base_url=BASE_URL, transport=transport, timeout=timeout)

    @contextmanager
    def intercepting(self) -> Iterator[None]:
        """Answer every httpx client of this process that calls `BASE_URL`."""
        with self.router:
            yield

    def clear(self) -> None:
        """Forget the calls respx has kept."""
        self.router.reset()

    def _serve(self, request: httpx.Request) -> httpx.Response:
        exchange = Exchange.arriving(
            request.method,
            request.url.host,
            request.url.raw_path.decode("ascii"),
            request.headers.multi_items(),
            request.content,
        )
        return _response(self._dispatcher.dispatch(exchange), request)


def _response(outcome: Outcome, request: httpx.Request) -> httpx.Response:
    """Give the response, or raise at once what httpx raises when a real server behaves like this."""
    match outcome:
        case Answer():
            stream = httpx.ByteStream(outcome.body)
            return httpx.Response(outcome.status, headers=outcome.header_lines(), stream=stream)
        case Drop():
            raise _silence(request)
        case Reset():
            raise httpx.ReadError("[Errno 104] Connection reset by peer", request=request)
        case Hang(seconds):
            patience = request.extensions.get("timeout", {}).get("read")
            if patience is None or patience > seconds:
                raise _silence(request)
            raise httpx.ReadTimeout("timed out", request=request)
        case Partial(body, length):
            message = (
                "peer closed connection without sending complete message body "
                f"(received {len(body)} bytes, expected {length})"
            )
            raise httpx.RemoteProtocolError(message, request=request)
        case Garbage():
            raise httpx.RemoteProtocolError("illegal status line", request=request)


def _silence(request: httpx.Request) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)
