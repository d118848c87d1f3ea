"""The dialect described in OpenAPI 3.1, made from the operations themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

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
    shapes = [
        (operation.name, mode, adapter)
        for operation in described
        for mode, adapter in (("validation", operation.takes), ("serialization", operation.gives))
        if adapter is not None
    ]
    schemas, definitions = TypeAdapter.json_schemas(shapes, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    paths: dict[str, dict[str, Any]] = {}
    for operation in described:
        path = _PLACEHOLDER.sub(r"{\1}", operation.path)
        paths.setdefault(path, {})[operation.method.lower()] = _described(operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tieout: CRM, billing, payments and ERP", "version": VERSION},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": {**definitions.get("$defs", {}), "Error": _ERROR}},
    }


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
        told["requestBody"] = {"required": True, "content": _json(schemas[operation.name, "validation"])}
    told["responses"] = {**_answer(operation, schemas), **_REFUSALS}
    return told


def _answer(operation: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    if operation.gives is None:
        return {"204": {"description": "Done."}}
    content = _json(schemas[operation.name, "serialization"])
    return {str(operation.status): {"description": "Done.", "content": content}}


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _in_path(operation: Operation) -> list[dict[str, Any]]:
    names = _PLACEHOLDER.findall(operation.path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _in_query(operation: Operation) -> list[dict[str, Any]]:
    if operation.asks is None:
        return []
    schema = operation.asks.json_schema()
    required = schema.get("required", [])
    fields = schema["properties"].items()
    return [{"name": name, "in": "query", "required": name in required, "schema": field} for name, field in fields]
