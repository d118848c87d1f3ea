"""The API's description is made from its operations, and what is kept in docs is the one they make today."""

import json
from pathlib import Path
from typing import Any

import pytest

from fakes.__main__ import main, openapi
from fakes.stack import opened

KEPT = Path(__file__).parents[3] / "docs" / "openapi.json"


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return dict(json.loads(openapi()))


def test_the_kept_description_is_current() -> None:
    assert KEPT.read_text() == openapi(), "run: python -m fakes --openapi docs/openapi.json"


def test_two_runs_describe_alike(tmp_path: Path) -> None:
    assert main(["--openapi", str(tmp_path / "a.json")]) == 0
    assert (tmp_path / "a.json").read_text() == openapi()


def test_every_operation_is_described_once(described: dict[str, Any]) -> None:
    told = [operation["operationId"] for path in described["paths"].values() for operation in path.values()]
    assert sorted(told) == sorted(operation.name for operation in opened().routes.operations)


def test_every_operation_of_a_system_says_what_it_does(described: dict[str, Any]) -> None:
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    silent = [each["operationId"] for each in operations if "fakes" not in each["tags"] and not each.get("summary")]
    assert silent == []


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    known = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    used = set(references(described))
    assert used <= known
    assert used >= {"#/components/schemas/Invoice", "#/components/schemas/JournalEntry", "#/components/schemas/Error"}


def test_every_placeholder_is_a_parameter(described: dict[str, Any]) -> None:
    for path, operations in described["paths"].items():
        assert "<" not in path
        for operation in operations.values():
            named = {each["name"] for each in operation.get("parameters", []) if each["in"] == "path"}
            assert named == {part[1:-1] for part in path.split("/") if part.startswith("{")}


def references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for each in node for found in references(each)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if "$ref" in node else []
    return own + [found for each in node.values() for found in references(each)]
