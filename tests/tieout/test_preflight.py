"""Every wrong file of a process owner gets one plain sentence, with its line and what to write instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout import feature_files
from tieout.preflight import preflight

Complain = Callable[..., list[str]]


@pytest.fixture
def complaints(tmp_path: Path, vocabulary: None) -> Complain:
    """The complaints about a feature, as `line: sentence`."""

    def ask(text: str, **others: str) -> list[str]:
        feature_files.read.cache_clear()
        for name, content in others.items():
            (tmp_path / f"{name}.yaml").write_text(content)
        path = tmp_path / "billing.feature"
        path.write_text(text)
        return [f"{mistake.line}: {mistake.sentence}" for mistake in preflight([feature_files.read(path)])]

    return ask


def feature(*steps: str) -> str:
    return "\n".join(["Feature: Billing", "  Scenario: One", *(f"    {step}" for step in steps)])


def test_a_right_file_has_no_mistake(complaints: Complain) -> None:
    assert complaints(feature('Given the company "Nord"', "Then the invoice total is 119.00 USD")) == []


def test_a_typo_in_a_sentence_suggests_the_nearest_with_the_value_kept(complaints: Complain) -> None:
    [said] = complaints(feature('Given the company "Nord"', "Then the invoice totals is 119.00 USD"))
    assert said.startswith('4: no sentence reads "the invoice totals is 119.00 USD"')
    assert said.endswith("did you mean: the invoice total is 119.00 USD")


def test_a_suggestion_keeps_every_value_in_its_place(complaints: Complain) -> None:
    [said] = complaints(feature('When Globex ads 20 "Platform seat" of 16 March 2026'))
    assert said.endswith('did you mean: Globex adds 20 "Platform seat" from 16 March 2026')


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("Then the invoice total is 1,00.0", "not an amount: 1,00.0; write it like 1,000.00 USD"),
        ("Then the invoice total is 1,00.0 USD", "not an amount: '1,00.0'; write it like 1,000.00"),
        ("Then the invoice total is 10.001 USD", "not an amount: '10.001 USD'; USD has 2 decimals"),
        ('When Globex adds 1,00 "Seat" from 16 March 2026', "not a count: 1,00; write it like 20 or 1,000"),
        ('When Globex adds 20 "Seat" from 31 April 2026', "not a date: 31 April 2026; the calendar has no such day"),
        ('When Globex adds 20 "Seat" from 16 Marhc 2026', "not a month: Marhc; write it in full, like March"),
        ('When Globex adds 20 "Seat" from tomorrow', "not a date: tomorrow; write it like 16 March 2026"),
        ("When Globex adds 20 Seats from 16 March 2026", "not a product in quotes: Seats"),
        ("When the tax is ten", "not a percentage: ten; write it like 10%"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(complaints: Complain, step: str, said: str) -> None:
    [complaint] = complaints(feature(step))
    assert complaint.startswith(f"3: {said}")


def test_a_sentence_that_nothing_resembles_points_to_the_phrase_book(complaints: Complain) -> None:
    assert "search the phrase book" in complaints(feature("Given xyzzy"))[0]


def test_a_wrong_column_suggests_the_right_one(complaints: Complain) -> None:
    said = complaints(feature("Then the invoice shows:", "| acount | net |", "| Cash | 1.00 |"))
    assert "4: the table of invoice lines has no column 'acount'; did you mean account?" in said


def test_headers_match_ignoring_case_and_spaces(complaints: Complain) -> None:
    assert complaints(feature("Then the invoice shows:", "| Account | NET |", "| Cash | 1.00 |")) == []


def test_a_wrong_cell_is_named_with_its_own_line(complaints: Complain) -> None:
    [said] = complaints(feature("Then the invoice shows:", "| account | net |", "| A | 20 * 3 |", "| B | 20 x 3 |"))
    assert said == "6: column net: not an amount: 20 x 3; write it like 1,000.00 or 20 * 10.00 * 16/31"


def test_a_forgotten_table_is_named_with_its_columns(complaints: Complain) -> None:
    [said] = complaints(feature("Then the invoice shows:"))
    assert said.startswith('3: "the invoice shows:" needs a table below it, with the columns account | quantity')


def test_a_table_where_none_belongs_is_refused(complaints: Complain) -> None:
    assert "takes no table" in complaints(feature("When the tax is 10%", "| a |", "| b |"))[0]


def test_a_forgotten_text_is_named(complaints: Complain) -> None:
    assert "needs a text below it" in complaints(feature("Then the letter says:"))[0]


def test_a_ragged_table_is_named_with_its_row(complaints: Complain) -> None:
    [said] = complaints(feature("Then the invoice shows:", "| account | net |", "| A |"))
    assert said.startswith("5: this row of the table has another number of cells")


def test_a_keyword_of_another_kind_does_not_matter(complaints: Complain) -> None:
    assert complaints(feature("Given the invoice total is 119.00 USD")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Feature: F\n  Scenrio: A\n    Given x\n", '2: "Scenrio:" is no keyword, so nothing below it would run; did you mean Scenario:?'),
        ("Feature: F\n  Words.\n\n  Scenario Twenty seats\n    Given x\n", "4: a colon is missing, so nothing below would run; did you mean: Scenario: Twenty seats"),
        ("Feature: F\n  Scenario: A\n    When the tax is 10%\n  Scenrio: B\n    When the tax is 10%\n", '4: "Scenrio:" is no keyword; did you mean Scenario:?'),
        ("Feature: F\n  Scenario: A\n    Gievn the tax is 10%\n", '3: "Gievn" is no keyword; did you mean: Given the tax is 10%'),
        ("Feature: F\n  Scenario: A\n    When the tax is 10%\n    the tax is 10%\n", '4: "the tax is 10%" cannot stand here; a step begins with Given'),
        ("Feature: F\n  Given x\n  Scenario: A\n", None),
        ("Featur: F\n  Scenario: A\n", '1: "Featur:" is no keyword; did you mean Feature:?'),
        ("", "1: this file has no feature; begin it with: Feature: what it promises"),
        ("Feature: F\n", "1: this feature promises nothing: it has no scenario"),
        ("Feature: F\n  Scenario: A\n", '2: the scenario "A" has no steps, so it would pass without doing anything'),
        ("Feature: F\n  Scenario:\n    When the tax is 10%\n", "2: this scenario has no name; say after the colon what it promises"),
        ("Feature: F\n  Background:\n    When the tax is 10%\n  Backgruond:\n    When the tax is 10%\n", '4: "Backgruond:" is no keyword; did you mean Background:?'),
        ("Feature: F\n  Scenario: A\n    And the tax is 10%\n", "3: the first step here cannot begin with And; write Given, When or Then as it is meant: Given the tax is 10%"),
        ("Feature: F\n  Background:\n    * the tax is 10%\n  Scenario: A\n    When the tax is 10%\n", "3: the first step here cannot begin with *; write Given, When or Then as it is meant: Given the tax is 10%"),
        ("Feature: F\n  Background:\n    When the tax is 10%\n  Scenario: A\n    But the tax is 10%\n", "5: the first step here cannot begin with But; "),
        ("# language: de\nFunktionalität: F\n  Szenario: A\n    Und the tax is 10%\n", "4: the first step here cannot begin with Und; "),
        ("Funktionalität: F\n  Szenario: A\n", "1: this is no keyword in English; begin the file with a line: # language: de"),
        ("# language: xx\nFeature: F\n", "1: Language not supported: xx; write a code such as en, de or fr"),
        ("@two words\nFeature: F\n  Scenario: A\n    When the tax is 10%\n", "1: tags are words that begin with @"),
    ],
)  # fmt: skip
def test_a_mistyped_keyword_is_found(complaints: Complain, text: str, said: str | None) -> None:
    found = complaints(text)
    assert found
    assert said is None or any(complaint.startswith(said) for complaint in found)


def test_prose_in_a_description_is_no_keyword(complaints: Complain) -> None:
    text = (
        "Feature: F\n  Note: what follows.\n  Rules of the house: none. When seats change, all change.\n  Reason: x\n"
    )
    assert complaints(text + "  Scenario: A\n    When the tax is 10%\n") == []


def outline(text: str, *examples: str) -> str:
    return "\n".join(["Feature: F", "  Scenario Outline: A", f"    When {text}", *(f"    {line}" for line in examples)])


def test_a_misspelt_placeholder_is_named(complaints: Complain) -> None:
    found = complaints(outline('<custmer> adds 1 "Seat" from 1 May 2026', "Examples:", "| customer |", "| Globex |"))
    assert "3: <custmer> has no column in the Examples of line 4; did you mean customer?" in found
    assert any(said.startswith("4: the column customer of the Examples is never used") for said in found)


def test_a_placeholder_in_a_plain_scenario_is_named(complaints: Complain) -> None:
    found = complaints(feature("When the tax is <rate>"))
    assert "3: <rate> is to be filled in, but the scenario has no Examples: with a column rate" in found


def test_examples_without_rows_are_refused(complaints: Complain) -> None:
    [said] = complaints(outline("the tax is <rate>", "Examples:", "| rate |"))
    assert said.startswith("4: these Examples have no rows, so nothing of the outline would run")


def test_a_wrong_value_in_a_row_of_examples_names_the_row(complaints: Complain) -> None:
    [said] = complaints(outline("the tax is <rate>", "Examples:", "| rate |", "| 10% |", "| ten |"))
    assert "not a percentage: ten" in said
    assert "(row 2 of its Examples, line 7)" in said


def test_one_name_for_two_scenarios_is_refused_even_under_two_rules(complaints: Complain) -> None:
    rule = "  Rule: {}\n    Scenario: A\n      When the tax is 10%\n"
    [said] = complaints("Feature: F\n" + rule.format("one") + rule.format("two"))
    assert said == '6: the scenario "A" already stands on line 3; give this one another name'


def test_an_unknown_tag_suggests_the_nearest(complaints: Complain) -> None:
    text = "@amendmnts @req:Q2C-1 @severity:\n" + feature("When the tax is 10%")
    found = complaints(text, tags="amendments: changes of a contract\n'req:': a requirement\n'severity:': how bad\n")
    assert found[0].endswith("did you mean amendments?")
    assert found[0].startswith("1: the tag @amendmnts is not in ")
    assert len(found) == 2  # a prefix without anything behind it says nothing


def test_all_mistakes_of_a_file_come_at_once(complaints: Complain) -> None:
    found = complaints(feature("When the tax is ten", "Then the invoice totals is 1.00 USD", "Then the letter says:"))
    assert [said.partition(":")[0] for said in found] == ["3", "4", "5"]


EXCEPTION = "- scenario: {}\n  feature: billing.feature\n  owner: Finance\n  reason: wait\n  until: {}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (EXCEPTION.format("Onne", "2999-01-01"), '1: billing.feature has no scenario "Onne"; did you mean One?'),
        (EXCEPTION.format("One", "2020-01-01"), '1: "One" was set aside until 2020-01-01, which is over'),
        (EXCEPTION.format("One", "soon"), "1: not a date: soon; write it like 2026-04-30"),
        ("- scenario: One\n", "1: an exception needs feature, owner, reason, until"),
        (EXCEPTION.format("One", "2999-01-01") + "  ownr: x\n", "1: an exception has no ownr; did you mean owner?"),
        ("just words", "1: write a list of entries"),
        ("- [", "1: this is not readable YAML"),
    ],
)
def test_an_exception_needs_a_scenario_an_owner_a_reason_and_an_end(complaints: Complain, text: str, said: str) -> None:
    [found] = complaints(feature("When the tax is 10%"), exceptions=text, tags="a: b\n")
    assert found.startswith(said)
