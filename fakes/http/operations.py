"""An operation a fake offers over HTTP, and finding the one a request means."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule

from fakes.http.exchange import Exchange
from fakes.http.problems import Problem


@dataclass(frozen=True, slots=True)
class Call:
    """A request in good order, as its operation sees it."""

    path: Mapping[str, Any]
    query: Any
    body: Any
    exchange: Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked of a system.

    `name` is what faults and the request log call it ("billing.post_invoice"); `path` is a werkzeug rule.
    `takes` reads the JSON body, `asks` the query; without them none is accepted. `gives` writes the answer;
    without it the answer is 204. `control` marks the control plane, which stands outside the world: it takes no
    faults, keeps no idempotency keys and is not logged.
    """

    name: str
    method: str
    path: str
    handler: Callable[[Call], object]
    summary: str = ""
    takes: TypeAdapter[Any] | None = None
    asks: TypeAdapter[Any] | None = None
    gives: TypeAdapter[Any] | None = None
    status: int = 200
    control: bool = False

    @property
    def system(self) -> str:
        """The system it belongs to, from its name: "billing"."""
        return self.name.partition(".")[0]


class Routes:
    """All operations of a world, found by method and path."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.operations = tuple(operations)
        names = [operation.name for operation in self.operations]
        assert len(names) == len(set(names)), "two operations of one name: faults could not tell them apart"
        self._table = _map(tuple((each.path, each.method) for each in self.operations)).bind("fakes")

    def find(self, exchange: Exchange) -> tuple[Operation, Mapping[str, Any]]:
        """Give the operation and the values in its path, or raise a 404 or 405 that names what is near."""
        try:
            place, values = self._table.match(exchange.path, exchange.method)
        except MethodNotAllowed as refusal:
            allowed = ", ".join(sorted(refusal.valid_methods or ()))
            message = f"{exchange.path} does not answer {exchange.method:.20}; it answers {allowed}."
            raise Problem(405, "wrong-method", message, headers=(("Allow", allowed),)) from None
        except NotFound:
            raise Problem(404, "unknown-path", self._near_miss(exchange)) from None
        return self.operations[place], values

    def _near_miss(self, exchange: Exchange) -> str:
        asked = exchange.path[:200]
        known = [each for each in self.operations if not each.control or asked.startswith("/_fakes")]
        message = f"Nothing answers at {exchange.method:.20} {asked}"
        if not known:
            return message + "."
        near = max(known, key=lambda each: (_likeness(asked, each.path), each.method == exchange.method))
        return f"{message}; the nearest is {near.method} {near.path} ({near.name})."


@lru_cache(maxsize=16)
def _map(rules: tuple[tuple[str, str], ...]) -> Map:
    """What leads to the place of each operation. Worlds offer the same operations, and a map takes longer than a story."""
    found = [Rule(path, methods=[method], endpoint=place) for place, (path, method) in enumerate(rules)]
    return Map(found, strict_slashes=False, merge_slashes=False, redirect_defaults=False)


def _likeness(asked: str, rule: str) -> Any:
    """Compare segment by segment; a placeholder is as good as whatever stands in its place."""
    parts = asked.split("/")
    filled = [
        parts[place] if part.startswith("<") and place < len(parts) else part
        for place, part in enumerate(rule.split("/"))
    ]
    return difflib.SequenceMatcher(None, asked, "/".join(filled)).ratio()
