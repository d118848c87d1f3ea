"""One HTTP client of Tieout's own API: what is sent, what comes back, and what a system's silence means."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from functools import cache
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from engine.model.calendar import AccountingPeriod
from ports.refusal import Refused, Unreachable

T = TypeVar("T")
ATTEMPTS = 2
"""A call that got no answer, or was told to come back (429, 503), is made once more, under the same key."""


class Wire:
    """Carries the calls of the five doors of one stack. Views come back as nouns; a no as `Refused`.

    Each act has an idempotency key that says which act of the story it is ("7 crm/quotes"), the same in every run.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._count = [0]
        self._headers: dict[str, str] = {}

    def begin(self) -> None:
        """A new story: its acts are counted from one."""
        self._count[0] = 0

    def within(self, book: str) -> Wire:
        """The same wire; what it carries is about the books of that name."""
        other = Wire(self._client)
        other._count, other._headers = self._count, {"Accounting-Book": quote(book)}
        return other

    def act(self, gives: type[T], path: str, body: object = None) -> T:
        """POST a noun, or fields by name; give what it made."""
        self._count[0] += 1
        headers = {"Idempotency-Key": f"{self._count[0]} {path}"}
        return _read(gives, self._answered("POST", path, None if body is None else to_json(body), headers, ATTEMPTS))

    def ask(self, gives: type[T], path: str, **query: date | AccountingPeriod | None) -> T:
        """GET one noun."""
        return _read(gives, self._answered("GET", _with(path, query), None, {}, ATTEMPTS))

    def every(self, noun: type[T], path: str, **query: date | AccountingPeriod | None) -> tuple[T, ...]:
        """GET all nouns of a kind."""
        many: Any = tuple[noun, ...]  # type: ignore[valid-type]  # made at run time
        nouns: tuple[T, ...] = self.ask(many, path, **query)
        return nouns

    def control(self, gives: type[T], path: str, body: object = None) -> T:
        """POST to the control plane, once: it keeps no keys."""
        return _read(gives, self._answered("POST", path, None if body is None else to_json(body), {}, 1))

    def _answered(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str], attempts: int
    ) -> httpx.Response:
        typed = {**self._headers, **headers, **({} if body is None else {"Content-Type": "application/json"})}
        answer: httpx.Response | None = None
        silence = ""
        for _ in range(attempts):
            try:
                answer = self._client.request(method, path, content=body, headers=typed)
            except httpx.TransportError as failure:
                answer, silence = None, str(failure)
            else:
                if answer.status_code not in (429, 503):
                    break
        if answer is None:
            raise Unreachable(f"{_system(path)} gave no answer to {method} {path}: {silence}")
        return _checked(answer, path)


def segment(number: str) -> str:
    """A document's number as one segment of a path."""
    return quote(number, safe="")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    shape: Any = kind
    return TypeAdapter(shape)


def _read(kind: type[T], answer: httpx.Response) -> T:
    if kind is type(None):
        return None
    try:
        shape: Any = kind
        noun: T = _adapter(shape).validate_json(answer.content, strict=True)
    except ValidationError as error:
        asked = f"{answer.request.method} {answer.request.url.path}"
        raise Unreachable(f"{asked} was answered with what cannot be read: {error.errors()[0]['msg']}") from error
    return noun


def _checked(answer: httpx.Response, path: str) -> httpx.Response:
    if answer.is_success:
        return answer
    error = _error(answer)
    if answer.is_client_error and answer.status_code != 429 and error is not None:
        raise Refused(error["code"] or "", error["message"] or "", _system(path))
    told = "" if error is None else f": {error['message']}"
    raise Unreachable(f"{_system(path)} answered {answer.status_code} to {answer.request.method} {path}{told}")


def _error(answer: httpx.Response) -> dict[str, str | None] | None:
    """What the system says is wrong, if it says it the way this API does."""
    try:
        error: dict[str, str | None] = _adapter(dict[str, dict[str, str | None]]).validate_json(answer.content)["error"]
    except (ValidationError, KeyError):
        return None
    return error


def _system(path: str) -> str:
    name = path.split("/")[1]
    return "clock" if name == "_fakes" else name


def _with(path: str, query: dict[str, date | AccountingPeriod | None]) -> str:
    told = "&".join(f"{name}={_spelt(value)}" for name, value in query.items() if value is not None)
    return f"{path}?{told}" if told else path


def _spelt(value: date | AccountingPeriod) -> str:
    return value.isoformat() if isinstance(value, date) else month(value)


def month(period: AccountingPeriod) -> str:
    """An accounting period as this API writes it: 2026-03."""
    return f"{period.year:04}-{period.month:02}"
