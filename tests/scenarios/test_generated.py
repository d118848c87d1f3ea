"""Written files are current, and every figure on the page of conventions is right."""

import json
import re
from ast import Add, BinOp, Constant, Div, Expression, Mult, Sub, expr, parse
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge
from engine.model.contracts import ChargeTerms
from engine.model.money import Money, Rounding
from engine.model.orders import Billing
from engine.model.policies import QUESTIONS
from engine.terms.periods import BillingPeriod
from engine.terms.rating import Manner, exact_amount
from scenarios.examples import EXAMPLES
from scenarios.generated import files
from scenarios.world import SHIPPED

ARITHMETIC = re.compile(r"([\d(][-+*/(). \d]*) = ([\d.]+)(?:, so ([\d,]+\.\d+))?")
BILLED = re.compile(r"[|,] ([\d(][-+*/(). \d]*) = [\d.]+ \| -?([\d,]+\.\d+) \|")
OPERATIONS = {Add: Fraction.__add__, Sub: Fraction.__sub__, Mult: Fraction.__mul__, Div: Fraction.__truediv__}


@pytest.mark.parametrize("path", files(), ids=[path.name for path in files()])
def test_a_written_file_says_what_the_code_says(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == files()[path], "run: python -m scenarios.generated"


def test_schemas_take_no_keys_but_their_own() -> None:
    for path in files():
        if path.suffix == ".json":
            shapes = [json.loads(path.read_text()), *json.loads(path.read_text())["$defs"].values()]
            objects = [inner for shape in shapes for inner in (shape, *shape.get("anyOf", ())) if "properties" in inner]
            assert len(objects) > 10
            assert all(inner["additionalProperties"] is False for inner in objects)


def test_every_world_names_its_schema_for_editors() -> None:
    worlds = [*SHIPPED.glob("*.yaml"), *(SHIPPED.parent / "ledgers").glob("*.yaml")]
    assert len(worlds) >= 4
    for path in worlds:
        first = path.read_text().splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("=")[2]).resolve() in files()


def test_every_question_has_a_worked_example_of_every_answer() -> None:
    assert sorted(EXAMPLES) == sorted(question.field for question in QUESTIONS)
    for question in QUESTIONS:
        for answer in question.answers:
            assert f"| {answer.text} |" in EXAMPLES[question.field], (question.question, answer.text)


def exactly(node: expr) -> Fraction:
    if isinstance(node, BinOp):
        return OPERATIONS[type(node.op)](exactly(node.left), exactly(node.right))
    assert isinstance(node, Constant)
    return Fraction(str(node.value))


def value(text: str) -> Fraction:
    tree = parse(text.strip(), mode="eval")
    assert isinstance(tree, Expression)
    return exactly(tree.body)


def rounded(text: str, rounding: Rounding = "half up") -> str:
    return str(Money.of(value(text), "USD", rounding)).removesuffix(" USD")


@pytest.mark.parametrize("field", EXAMPLES)
def test_the_arithmetic_of_an_example_is_right(field: str) -> None:
    found = ARITHMETIC.findall(EXAMPLES[field])
    assert len(found) == EXAMPLES[field].count(" = "), "arithmetic that is not read is not checked"
    for text, exact, amount in found:
        assert int(value(text) * 10_000) == int(Decimal(exact) * 10_000), text
        assert not amount or rounded(text) == amount


@pytest.mark.parametrize("field", ["proration", "change_day", "last_day", "downgrade", "amendment_billing"])
def test_the_amount_beside_its_arithmetic_is_the_rounded_one(field: str) -> None:
    found = BILLED.findall(EXAMPLES[field])
    assert len(found) == EXAMPLES[field].count(" = ")
    for text, amount in found:
        assert rounded(text) == amount


def test_half_a_cent_rounds_as_the_page_says() -> None:
    names = "half up", "half even", "half down", "up", "down"
    found = dict(zip(names, BILLED.findall(EXAMPLES["rounding"]), strict=True))
    assert {name: rounded(text, name) for name, (text, _) in found.items()} == {
        n: told for n, (_, told) in found.items()
    }


def prorated(answer: str, start: date, end: date, whole: ServicePeriod, months: int, price: int) -> Money:
    terms = ChargeTerms(quantity=20, price=Decimal(price), per_months=months)
    part = ServicePeriod(start, end)
    period, billing = BillingPeriod(whole, whole, whole, start), Billing(every_months=months)
    return Money.of(exact_amount(Charge(name="Seat"), terms, part, period, billing, Manner(answer)), "USD")  # type: ignore[arg-type]


def test_the_engine_prorates_as_the_page_says() -> None:
    march, year = (
        ServicePeriod(date(2026, 3, 1), date(2026, 3, 31)),
        ServicePeriod(date(2028, 1, 1), date(2028, 12, 31)),
    )
    answers = [
        "actual days of the period",
        "days of the plan period",
        "30/360",
        "30/360 US",
        "actual/365",
        "actual/actual",
        "fixed 30 days",
        "months",
        "full price at once",
        "full price from the next period",
    ]
    expected = re.findall(r"= [\d.]+ \| ([\d,.]+) \|", EXAMPLES["proration"])
    months = [prorated(answer, date(2026, 3, 16), march.end, march, 1, 10) for answer in answers]
    years = [prorated(answer, date(2028, 5, 15), year.end, year, 12, 1200) for answer in answers]
    assert [str(amount) for amount in months + years] == [f"{amount} USD" for amount in expected]
