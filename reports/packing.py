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
        if isinstance(value, str):
            return 4 * _number(self._texts, value) + 1
        if value is None or isinstance(value, bool):
            return _CONSTANTS[value]
        if isinstance(value, int):
            return 4 * (2 * value if value >= 0 else -2 * value - 1) + 2
        return 4 * _number(self._nodes, self._node(value)) + 0

    def _node(self, value: dict[str, Any] | list[Any]) -> tuple[int, ...]:
        if isinstance(value, dict):
            # An empty record and an empty list look alike to the page, and mean the same: nothing.
            shape = _number(self._shapes, tuple(value))
            return (shape, *map(self.put, value.values()))
        return (0, *map(self.put, value))

    def tables(self) -> dict[str, Any]:
        """Answer the three tables, in the order of first use."""
        return {"texts": list(self._texts), "shapes": list(self._shapes), "nodes": list(self._nodes)}


def _number(known: dict[Any, int], value: Any) -> int:
    return known.setdefault(value, len(known))
