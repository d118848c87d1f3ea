"""The dialect described in OpenAPI 3.1, made from the operations themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from fakes.http.operations import Operation

VERSION = "1"
_PLACEHOLDER = re.compile(r"<(?:[^:>]+:)?(\w+)>")
_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "field"],
            "properties": {
                "code": {"type": "string", "description": "stable, for programs"},
                "message": {"type": "string", "description": "one sentence, for people"},
                "field": {"type": ["string", "null"], "description": 'the field at fault, "lines.0.price"'},
            },
        }
    },
}
_REFUSALS = {
    "4XX": {
        "description": "Refused; nothing was changed. 409: by a business rule. 422: a field is wrong.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
}


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """Describe every operation; two runs give the same text."""
    described = list(operations)
    schemas, components = _schemas(described)
    paths: dict[str, dict[str, Any]] = {}
    for operation in described:
        path = _PLACEHOLDER.sub(r"{\1}", operation.path)
        paths.setdefault(path, {})[operation.method.lower()] = _described(operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tieout: CRM, billing, payments and ERP", "version": VERSION},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": {**components, "Error": _ERROR}},
    }


class _Untitled(GenerateJsonSchema):
    """Titles only repeat the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _schemas(operations: list[Operation]) -> tuple[dict[Any, Any], dict[str, Any]]:
    """The schema of each body and answer, as we write it ourselves: a decimal as text, so that it stays exact."""
    shapes = [
        ((operation.name, side), "serialization", adapter)
        for operation in operations
        for side, adapter in (("takes", operation.takes), ("gives", operation.gives))
        if adapter is not None
    ]
    schemas, definitions = TypeAdapter.json_schemas(
        shapes,  # type: ignore[arg-type]  # "serialization" is one of the modes
        ref_template="#/components/schemas/{model}",
        schema_generator=_Untitled,
    )
    return {key: schema for (key, _), schema in schemas.items()}, definitions.get("$defs", {})


def _described(operation: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"operationId": operation.name, "tags": [operation.system]}
    if operation.summary:
        told["summary"] = operation.summary
    parameters = [*_in_path(operation), *_in_query(operation)]
    if not operation.control and operation.method == "POST":
        parameters.append({"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 255}})
    if parameters:
        told["parameters"] = parameters
    if operation.takes is not None:
        told["requestBody"] = {"required": True, "content": _json(schemas[operation.name, "takes"])}
    told["responses"] = {**_answer(operation, schemas), **_REFUSALS}
    return told


def _answer(operation: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    if operation.gives is None:
        return {"204": {"description": "Done."}}
    content = _json(schemas[operation.name, "gives"])
    return {str(operation.status): {"description": "Done.", "content": content}}


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _in_path(operation: Operation) -> list[dict[str, Any]]:
    names = _PLACEHOLDER.findall(operation.path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _in_query(operation: Operation) -> list[dict[str, Any]]:
    if operation.asks is None:
        return []
    schema = operation.asks.json_schema(schema_generator=_Untitled)
    required = schema.get("required", [])
    fields = schema["properties"].items()
    return [{"name": name, "in": "query", "required": name in required, "schema": field} for name, field in fields]
