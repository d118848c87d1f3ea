"""One registry of sentences: what it recognizes, what it refuses, and what it suggests."""

from datetime import date
from decimal import Decimal

import pytest

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money
from steps.language.parameters import DECLARED
from steps.language.phrases import PhraseError, Registry, UnknownSentence
from steps.language.tables import Column, Table


def nothing(world: object, *values: object) -> None:
    """Does nothing."""


def sentence(registry: Registry, pattern: str, parameters: int = 1) -> None:
    names = ", ".join(["world", *(f"v{n}" for n in range(parameters))])
    scope: dict[str, object] = {}
    exec(f"def said({names}):\n    'Means something.'", scope)
    registry.add("given", pattern, scope["said"], None)  # type: ignore[arg-type]


@pytest.fixture
def registry() -> Registry:
    return Registry(parameters=dict(DECLARED))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "10.00 USD", Money(1000, "USD")),
        ("money", "USD 1,000.00", Money(100000, "USD")),
        ("money", "1.000,00 EUR", Money(100000, "EUR")),
        ("money", "1000 EUR", Money(100000, "EUR")),
        ("money", "-5.00 USD", Money(-500, "USD")),
        ("date", "16 March 2026", date(2026, 3, 16)),
        ("date", "2026-03-16", date(2026, 3, 16)),
        ("period", "March 2026", AccountingPeriod(2026, 3)),
        ("period", "2026-03", AccountingPeriod(2026, 3)),
        ("percent", "10%", Decimal("0.1")),
        ("percent", "8.25 %", Decimal("0.0825")),
        ("count", "1,000", 1000),
        ("count", "two", 2),
        ("days", "30 days", 30),
        ("days", "one day", 1),
        ("customer", "Globex", "Globex"),
        ("customer", '"big co"', "big co"),
        ("customer", "Big Blue Co", "Big Blue Co"),
        ("product", '"Platform seat"', "Platform seat"),
        ("word", "blue", "blue"),
        ("string", '"some words"', "some words"),
    ],
)
def test_values_are_read_as_people_write_them(registry: Registry, kind: str, text: str, value: object) -> None:
    sentence(registry, f"it is {{{kind}}} now")
    assert registry.match(f"it is {text} now").values == (value,)


def test_optional_and_alternative_words_are_one_sentence(registry: Registry) -> None:
    sentence(registry, "{count} invoice(s) is/are open")
    assert [registry.match(text).values for text in ("1 invoice is open", "two invoices are open")] == [(1,), (2,)]


def test_two_sentences_for_one_text_are_an_error_that_names_both_places(registry: Registry) -> None:
    sentence(registry, "the {word} is {percent}", 2)
    sentence(registry, "the tax is {percent}")
    with pytest.raises(UnknownSentence, match=r"can be read in 2 ways: .*<string>:1.* and .*<string>:1"):
        registry.match("the tax is 10%")


def test_a_suggestion_keeps_the_values_and_the_nearest_of_many_wins(registry: Registry) -> None:
    sentence(registry, "the invoice total is {money}")
    sentence(registry, "the invoice of {customer} is paid on {date}", 2)
    with pytest.raises(UnknownSentence, match=r"did you mean: the invoice total is 119\.00 USD$"):
        registry.match("the invoice totals is 119.00 USD")
    with pytest.raises(UnknownSentence, match=r"did you mean: the invoice of Initech is paid on 2 May 2026$"):
        registry.match("the invoice of Initech was payed on 2 May 2026")


def test_the_index_finds_what_a_search_of_all_would_find(registry: Registry) -> None:
    patterns = [
        "{customer} pays",
        "{customer} pays {money}",
        "{date}",
        "pays/settles {money} today",
        "finance closes {period}",
    ]
    for pattern in patterns:
        sentence(registry, pattern, pattern.count("{"))
    texts = ["Globex pays", "Globex pays 1.00 USD", "1 May 2026", "settles 1.00 USD today", "finance closes May 2026"]
    assert [registry.match(text).sentence.pattern for text in texts] == patterns


def test_the_work_of_a_match_does_not_grow_with_the_vocabulary(registry: Registry) -> None:
    for number in range(500):
        sentence(registry, f"record {number} keeps {{count}} units")
    assert len(list(registry._candidates("record 17 keeps 20 units"))) == 2  # one for each number in the text


def test_sentences_nobody_used_can_be_told(registry: Registry) -> None:
    sentence(registry, "the tax is {percent}")
    sentence(registry, "the fee is {percent}")
    registry.match("the tax is 10%")
    assert {s.pattern for s in registry.sentences} - {s.pattern for s in registry.used} == {"the fee is {percent}"}


@pytest.mark.parametrize(
    ("pattern", "code", "table", "said"),
    [
        ("a {count}", "def f(world):\n    'x'", None, "has 1 values, but f takes 0"),
        ("a {thing}", "def f(world, thing):\n    'x'", None, "{thing} is no declared kind of value"),
        ("a (b", "def f(world):\n    'x'", None, "problem at column"),
        ("a", "def f(world):\n    pass", None, "needs a docstring"),
        ("a", "def f(world):\n    'x'", Table("t", Column("c")), "needs a parameter `table`"),
        ("a", "def f(world, table):\n    'x'", None, "needs table=... in its decorator"),
    ],
)
def test_a_sentence_written_badly_names_its_place(
    registry: Registry, pattern: str, code: str, table: Table | None, said: str
) -> None:
    scope: dict[str, object] = {}
    exec(code, scope)
    with pytest.raises(PhraseError) as wrong:
        registry.add("given", pattern, scope["f"], table)  # type: ignore[arg-type]
    assert "<string>:1" in str(wrong.value)
    assert said in str(wrong.value)
