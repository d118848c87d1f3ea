"""What the phrase book shows of a sentence is what features say with it."""

from __future__ import annotations

from pathlib import Path

from steps.language.phrases import Sentence, registry
from tieout.feature_files import read
from tieout.phrase_book import as_markdown, load_vocabulary
from tieout.usages import Usages, usages

STORY = """Feature: Money
  Scenario: Two ways
    Then "Globex" was refunded:
      | date         | amount |
      | 1 March 2026 | 5.00   |
    And the ledger shows on 1 March 2026:
      | account     | balance |
      | Receivables | 5.00    |
      | *           | 6.00    |
    Given Globex is to pay on receipt
    And Globex is to pay 10 days end of month
    And Globex is to pay 30 days end of month
    And this is no sentence
  Scenario Outline: More columns
    Then "Globex" was refunded:
      | date  | amount | to   |
      | <day> | 7.00   | card |
    And the ledger shows on 1 March 2026:
      | account  | balance |
      | Interest | 5.00    |
    Examples:
      | day          |
      | 2 March 2026 |
"""


def told(tmp_path: Path) -> Usages:
    path = tmp_path / "money.feature"
    path.write_text(STORY)
    return usages([read(path)])


def sentence(pattern: str) -> Sentence:
    load_vocabulary("steps.vocabulary")
    return next(one for one in registry.sentences if one.pattern == pattern)


def test_the_example_is_the_use_that_fills_most_columns_with_the_row_of_its_outline(tmp_path: Path) -> None:
    page = "\n".join(as_markdown([sentence("{customer} was refunded:")], told(tmp_path)))
    example = page.split("```gherkin\n")[1].split("```")[0].splitlines()
    assert example == [
        'Then "Globex" was refunded:',
        "  | date         | amount | to   |",
        "  | 2 March 2026 | 7.00   | card |",
    ]


def test_words_of_a_column_are_listed_once_and_nothing_that_says_nothing(tmp_path: Path) -> None:
    shows = sentence("the ledger shows on {date}:")
    assert told(tmp_path).in_column(shows, "Account") == ["Receivables", "Interest"]
    assert "- account: text, required, says which row is meant, like `Receivables`, `Interest`" in as_markdown(
        [shows], told(tmp_path)
    )


def test_a_kind_of_value_shows_each_shape_once_or_all_its_words(tmp_path: Path) -> None:
    load_vocabulary("steps.vocabulary")
    said = told(tmp_path)
    assert said.shapes("to pay") == ["on receipt", "10 days end of month"]
    page = "\n".join(as_markdown([sentence("{customer} is to pay {to pay}")], said))
    [row] = [line for line in page.splitlines() if line.startswith("| to pay |")]
    assert row.endswith("| `on receipt`, `10 days end of month` |")
    refused = "\n".join(as_markdown([sentence("the {system} refuses the event {event}")]))
    assert "| system | a system | `ERP` | `CRM`, `billing system`, `payment gateway` |" in refused
    assert '`"customer created"`' in refused


def test_a_default_is_shown_as_an_author_would_write_it() -> None:
    page = "\n".join(as_markdown([sentence("these products are sold:")]))
    assert "- distinct: yes or no, empty means yes" in page
    assert "- charged: charged, empty means per unit" in page
