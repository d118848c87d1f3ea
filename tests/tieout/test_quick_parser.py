"""The quick parser reads what Gherkin's own reads; only where in a row a cell stands, it does not say."""

from pathlib import Path
from typing import Any

import pytest
from gherkin.errors import ParserError
from gherkin.parser import Parser
from hypothesis import given, settings
from hypothesis import strategies as st

from tieout.quick_parser import QuickParser

FEATURES = sorted((Path(__file__).resolve().parents[2] / "features").rglob("*.feature"))
ODD = r"""# language: en
# a remark
@area @slow # and why
Feature: Odd things
  Some words | with a bar
  # about them

  Background:
    Given rows
      | a\|b | c\\d | e\nf |   |
      |  é   |      |  g   | # |

  @one
  @two
  Rule: Quoted
    Example: Text
      * a text
        | before |
        \"\"\"json
        | not a row |
        # not a remark
        \"\"\"
    Scenario Outline: <a>
      Then <a>

      @three
      Examples: some
        | a |
        | 1 |
        # between
        | 2 |

      Examples: none
""".replace('\\"', '"')


def without_cell_places(node: Any) -> Any:
    if isinstance(node, list):
        return [without_cell_places(part) for part in node]
    if not isinstance(node, dict):
        return node
    cell = node.keys() == {"location", "value"}
    return {key: without_cell_places(part) for key, part in node.items() if not (cell and key == "location")}


def same(text: str) -> bool:
    return without_cell_places(QuickParser().parse_text(text)) == without_cell_places(Parser().parse(text))


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_every_feature_reads_the_same(path: Path) -> None:
    assert same(path.read_text(encoding="utf-8"))


def test_odd_things_read_the_same() -> None:
    assert same(ODD)
    assert [row["cells"][0]["value"] for row in rows_of(ODD)] == ["a|b", "é"]


def rows_of(text: str) -> list[dict[str, Any]]:
    feature = QuickParser().parse_text(text)["feature"]
    rows: list[dict[str, Any]] = feature["children"][0]["background"]["steps"][0]["dataTable"]["rows"]
    return rows


@pytest.mark.parametrize("text", ["Feature: F\n  Scenario: S\n    Given x\n      | a | b |\n      | c |\n", "Nothing"])
def test_a_mistake_is_a_mistake(text: str) -> None:
    with pytest.raises(ParserError):
        QuickParser().parse_text(text)


@given(st.lists(st.text(alphabet="ab|\\ #\u00a0n\t", max_size=9), min_size=1, max_size=3))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_row_is_read_the_same_or_refused_by_both(rows: list[str]) -> None:
    text = "Feature: F\n  Scenario: S\n    Given x\n" + "".join(f"      | {row} |\n" for row in rows)
    try:
        expected = Parser().parse(text)
    except ParserError:
        with pytest.raises(ParserError):
            QuickParser().parse_text(text)
    else:
        assert without_cell_places(QuickParser().parse_text(text)) == without_cell_places(expected)
