"""Every check says itself what it bears on: tie-outs, sentences, and the cells of a table that differ. No word of a title decides."""

from __future__ import annotations

from typing import get_args

import pytest

import steps.vocabulary  # noqa: F401 - declares every sentence
from engine.model.bearing import AXES, AXIS_OF, Bearing, Nature, of
from reports.evidence.severity import NATURES
from reports.tie_outs.tie_out import tie_out
from steps.language.bearings import shown_by
from steps.language.compared import Cell, ComparedRow, Comparison
from steps.language.failures import together
from steps.language.phrases import registry
from steps.language.tables import Column
from tests.reports.agreeing import agreeing
from tests.reports.documents import MARCH

# What these find says itself what it bears on, or the sentence before them does.
OF_WHAT_THEY_FIND = {"it is refused because {string}", "finance closes {period} without a difference"}
BY_CELLS = {"duplicate", "wrong customer or entity"}


def test_every_sentence_that_checks_says_what_it_bears_on() -> None:
    silent = {one.pattern for one in registry.sentences if one.keyword == "then" and one.bears == Bearing()}
    assert silent == OF_WHAT_THEY_FIND


def test_every_nature_is_what_some_check_says_of_itself() -> None:
    found = tie_out(agreeing().stack(), MARCH.end)
    assert all(one.bears.axes or one.bears.natures for one in found)
    tied = {nature for one in found for nature in one.bears.natures}
    said = {nature for one in registry.sentences for nature in one.bears.natures}
    assert tied | said | BY_CELLS == set(get_args(Nature))
    assert {*get_args(Nature), "systematic"} == NATURES.keys()
    assert {"unbalanced entry", "tax misstated on a return", "cut-off"} <= tied


def test_what_is_off_in_the_liability_stays_there_and_nowhere_else() -> None:
    stays = {one.title.partition(" of ")[0] for one in tie_out(agreeing().stack(), MARCH.end) if one.bears.stays}
    assert stays
    assert all(
        "liability" in title.lower() or "receivable" in title.lower() or "contract" in title.lower() for title in stays
    )


def row(sign: str, *found: str, expected: tuple[str, ...] = ()) -> ComparedRow:
    cells = zip(expected or found, found, strict=True)
    return ComparedRow(sign, tuple(Cell(e, f, e == f, e, f) for e, f in cells))  # type: ignore[arg-type]  # a sign is one of four


def compared(*rows: ComparedRow) -> Comparison:
    columns = tuple(Column(name, "text") for name in ("customer", "net", "tax"))
    return Comparison("a title that says nothing", columns, rows, (), None, "USD")


@pytest.mark.parametrize(
    ("rows", "bears"),
    [
        ([row("!", "Globex", "2", "1", expected=("Acme", "2", "1"))], of("wrong customer or entity")),
        ([row("!", "Globex", "2", "1", expected=("Globex", "2", "9"))], Bearing(axes=("tax and compliance",))),
        ([row("!", "Globex", "2", "1", expected=("Globex", "3", "1"))], Bearing()),
        ([row("=", "Globex", "2", "1"), row("+", "Globex", "2", "1")], of("duplicate")),
        ([row("+", "Globex", "2", "1"), row("+", "Globex", "2", "1")], of("duplicate")),
        ([row("=", "Globex", "2", "1"), row("+", "Acme", "2", "1")], Bearing()),
    ],
)
def test_the_cells_that_differ_say_whose_it_is_and_that_it_is_there_twice(
    rows: list[ComparedRow], bears: Bearing
) -> None:
    assert together(shown_by(compared(*rows))) == bears


def test_what_bears_on_nothing_is_the_customers_and_natures_bring_their_side_along() -> None:
    assert Bearing().touches == ("customer",)
    for nature, axis in AXIS_OF.items():
        assert of(nature).touches == (axis,)
    everything = together(of(nature) for nature in AXIS_OF)
    assert everything.touches == AXES
    assert (of("cut-off") | Bearing(axes=("cash",), published=True)) == Bearing(
        axes=("cash",), natures=("cut-off",), published=True
    )
