"""The two forms an operation of the plain dialect takes: an act changes a system, a view only reads."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fakes.http.operations import Call, Operation
from fakes.http.shapes import closed

if TYPE_CHECKING:
    from fakes.world import World


class Forms:
    """Makes one system's operations; each bears the name, and the words, of the door's verb it stands behind."""

    def __init__(self, world: World, system: str, door: type) -> None:
        self._world, self._system, self._door = world, system, door

    def act(self, verb: str, path: str, takes: Any, gives: Any, do: Callable[[Call], object]) -> Operation:
        """POST. Afterwards the day is lived on: the others hear of it before the answer goes out."""

        def done(call: Call) -> object:
            result = do(call)
            self._world.settle()
            return result

        return Operation(
            name=f"{self._system}.{verb}",
            method="POST",
            path=path,
            handler=done,
            summary=self._says(verb),
            takes=None if takes is None else closed(takes),
            gives=closed(gives),
            status=201,
        )

    def view(self, verb: str, path: str, gives: Any, see: Callable[[Call], object], asks: Any = None) -> Operation:
        """GET."""
        return Operation(
            name=f"{self._system}.{verb}",
            method="GET",
            path=path,
            handler=see,
            summary=self._says(verb),
            asks=None if asks is None else closed(asks),
            gives=closed(gives),
        )

    def _says(self, verb: str) -> str:
        return inspect.getdoc(getattr(self._door, verb)) or ""
