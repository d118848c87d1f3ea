"""What pydantic found wrong with a shape, said in people's words at the line where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from scenarios.lines import Value
from scenarios.mistakes import Mistake, did_you_mean
from scenarios.words import SAID, Closed

Place = tuple[str | int, ...]
_GROUP = "needs lines of 'key: value', further in"
_ANY_SHAPE = {
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "tuple_type": "needs a list: lines that begin with '-', or [a, b]",
    "dict_type": _GROUP,
    "string_type": "takes one value",
}


def complaints(path: str, shape: type[Closed], root: Value, found: ValidationError) -> Iterator[Mistake]:
    """One mistake for each error, at its line."""
    for error in found.errors(include_url=False):
        place: Place = error["loc"]
        key = _key(place[:-1] if error["type"] in ("missing", "extra_forbidden") else place)
        said = _said(shape, place, error)
        yield Mistake(path, root.line_of(*place), f"{key}: {said}" if key else said)


def _key(place: Place) -> str | None:
    return next((part for part in reversed(place) if isinstance(part, str)), None)


def _said(shape: type[Closed], place: Place, error: Any) -> str:
    match error["type"]:
        case "missing":
            return f"{str(place[-1])!r} is missing"
        case "extra_forbidden":
            return _unknown(_shape_at(shape, place[:-1]), str(place[-1]))
        case "literal_error" if isinstance(error["input"], str):
            answers = re.findall(r"'([^']*)'", error["ctx"]["expected"])
            return f"unknown answer {error['input']!r}{did_you_mean(error['input'], answers)}"
        case "literal_error":
            return "takes one value"
        case other if other == SAID:
            return str(error["msg"])
        case other:
            return _ANY_SHAPE[other]


def _unknown(model: type[Closed], key: str) -> str:
    """A key that nobody knows; the rest of an amount with a comma is one in braces, where a comma ends a value."""
    if re.fullmatch(r"\d{3}(\.\d+)?", key):
        return f'unknown {model.keys_are} {key!r}; in braces an amount with a comma stands in quotes, like "1,{key}"'
    keys = [str(field.alias) for field in model.model_fields.values()]
    return f"unknown {model.keys_are} {key!r}{did_you_mean(key, keys)}"


def _shape_at(shape: type[Closed], place: Place) -> type[Closed]:
    """The model that describes what stands at a place; a key of the author's own (a table's name) leads no further in."""
    for key in place:
        if isinstance(key, str):
            field = next((field for field in shape.model_fields.values() if field.alias == key), None)
            shape = next(_models(field.annotation)) if field else shape
    return shape


def _models(annotation: Any) -> Iterator[type[Closed]]:
    """The closed shapes inside an annotation such as tuple[Shape, ...] or Shape | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        assert issubclass(annotation, Closed)
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
