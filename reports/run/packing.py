"""A thousand stories in a small page: every distinct text, shape and value is written once and referred to by number.

A reference is ``4 * index + tag``: 0 a list or record in ``nodes``, 1 a text in ``texts``, 2 a whole number (zigzag), 3 one of
``null, true, false``. A node is ``[0, *references]`` for a list or ``[shape, *references]`` for a record, whose keys are
``shapes[shape]``. The page unpacks only the story that is opened.
"""

from __future__ import annotations

from typing import Any

_CONSTANTS = {None: 3, True: 7, False: 11}


class Pack:
    """Collects values; equal values share one place."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._shapes: dict[tuple[str, ...], int] = {(): 0}
        self._nodes: dict[tuple[int, ...], int] = {}

    def put(self, value: Any) -> int:
        """Store a value of plain JSON and answer its reference."""
        kind = type(value)
        if kind is str:
            return 4 * self._texts.setdefault(value, len(self._texts)) + 1
        if value is None or kind is bool:
            return _CONSTANTS[value]
        if kind is int:
            return _whole(value)
        # The parts are stored first: a node is numbered after everything it refers to.
        node = self._node(value)
        return 4 * self._nodes.setdefault(node, len(self._nodes))

    def _node(self, value: dict[str, Any] | list[Any]) -> tuple[int, ...]:
        if type(value) is dict:
            # An empty record and an empty list look alike to the page, and mean the same: nothing.
            keys = tuple(value)
            return (self._shapes.setdefault(keys, len(self._shapes)), *map(self.put, value.values()))
        return (0, *map(self.put, value))

    def tables(self) -> dict[str, Any]:
        """Answer the three tables, in the order of first use."""
        return {"texts": list(self._texts), "shapes": list(self._shapes), "nodes": list(self._nodes)}


def _whole(number: int) -> int:
    return 4 * (2 * number if number >= 0 else -2 * number - 1) + 2
