"""Tables of a story: how cells are read, and what a comparison says about each of them."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.calendar import AccountingPeriod
from engine.model.money import COUNT, Money
from steps.language.arithmetic import exact
from steps.language.compare import compare, require
from steps.language.compared import Comparison
from steps.language.diff import as_text
from steps.language.failures import NotMet
from steps.language.tables import Blank, Column, Table, TableError

JOURNAL = Table(
    "journal lines",
    Column("date", "date", key=True),
    Column("account", key=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
)
INVOICE = Table(
    "invoice", Column("for", key=True), Column("net", "amount"), Column("tax", "amount"), Column("total", "amount")
)


def usd(text: str | None) -> Money | None:
    return Money.parse(text, "USD") if text else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20 * 10.00 * 16/31", Fraction(3200, 31)),
        ("1,200.00 / 12", 100),
        ("-(1 + 2) * 3", -9),
        ("2 - 3 - 4", -5),
        ("12 / 3 / 2", 2),
        ("1,000,000.50", Fraction(2000001, 2)),
    ],
)
def test_arithmetic_is_exact(text: str, value: Fraction) -> None:
    assert exact(text) == value


@pytest.mark.parametrize(
    "text", ["", "1 +", "(1", "1)", "2 ** 3", "1 2", "1,00.0", "1.2.3", "a", "__import__('os')", "1 / 0", "1//2", "* 2"]
)
def test_what_is_not_arithmetic_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not an amount: "):
        exact(text)


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 9999)), min_size=1, max_size=6))
def test_arithmetic_agrees_with_python(parts: Sequence[tuple[str, int]]) -> None:
    text = "1 " + " ".join(f"{sign} {number}" for sign, number in parts)
    assert exact(text) == eval(text)


def test_an_amount_is_rounded_half_up_once_to_the_smallest_unit() -> None:
    rows = INVOICE.read(
        [["for", "net"], ["a", "20 * 10.00 * 16/31"], ["b", "0.005"], ["c", "-0.005"], ["d", "1.0005 KWD"]]
    )
    amounts = [record["net"] for record in rows.records("USD")]
    assert amounts == [Money(10323, "USD"), Money(1, "USD"), Money(-1, "USD"), Money(1001, "KWD")]


def test_empty_is_the_default_dash_is_absent_star_is_anything() -> None:
    table = Table("t", Column("a"), Column("b", "count", default=7))
    rows = table.read([["a", "b"], ["", ""], ["-", "*"]])
    assert rows.records() == [{"a": None, "b": 7}, {"a": Blank.ABSENT, "b": Blank.ANY}]


def test_columns_left_out_are_their_defaults() -> None:
    table = Table("t", Column("a", required=True), Column("b", "count", default=7))
    assert table.read([["A"], ["x"]]).records() == [{"a": "x", "b": 7}]


def test_a_vertical_table_is_one_record() -> None:
    table = Table("t", Column("name"), Column("seats", "count"), vertical=True)
    assert table.read([["name", "Globex"], ["Seats", "1,000"]]).records() == [{"name": "Globex", "seats": 1000}]


def test_every_mistake_of_a_table_comes_at_once_with_its_line() -> None:
    with pytest.raises(TableError) as wrong:
        JOURNAL.read([["dat", "account", "debit"], ["x", "Cash", "1 x"], ["x", "Cash", "10.00 XXQ"]], lines=[4, 5, 6])
    assert wrong.value.mistakes == (
        (4, "the table of journal lines has no column 'dat'; did you mean date?"),
        (5, "column debit: not an amount: 1 x; write it like 1,000.00 or 20 * 10.00 * 16/31"),
        (6, "column debit: not a currency: XXQ; write a code such as USD, EUR or JPY"),
    )


def test_a_table_of_any_columns_keeps_those_nobody_declared_as_text() -> None:
    table = Table("lists", Column("amount", "amount"), others=True)
    (row,) = table.read([["Approved by", "amount"], ["Bob", "10.00"]]).records("USD")
    assert row == {"Approved by": "Bob", "amount": Money(1000, "USD")}


def test_a_column_that_the_table_has_already_is_not_what_was_meant() -> None:
    table = Table("balances", Column("account"), Column("debit"), Column("credit"))
    with pytest.raises(TableError, match="no column 'amount'; known are: debit, credit"):
        table.read([["account", "amount"], ["Cash", "1"]])


def test_a_required_column_and_a_column_written_twice_are_named() -> None:
    table = Table("t", Column("a", required=True), Column("b"))
    with pytest.raises(TableError, match="needs the column a"):
        table.read([["b"], ["x"]])
    with pytest.raises(TableError, match="the column b stands twice"):
        table.read([["a", "b", "B"], ["x", "x", "x"]])
    with pytest.raises(TableError, match="column a: this cell must be filled"):
        table.read([["a"], [""]])


def entry(day: date, account: str, debit: str | None = None, credit: str | None = None) -> dict[str, object]:
    return {"date": day, "account": account, "debit": usd(debit), "credit": usd(credit)}


FIRST = date(2026, 3, 1)


def journal(found: Sequence[dict[str, object]], *, exactly: bool = True) -> Comparison:
    rows = JOURNAL.read(
        [
            ["date", "account", "debit", "credit"],
            ["1 March 2026", "Receivables", "1,100.00", ""],
            ["1 March 2026", "Contract liability", "", "1,000.00"],
            ["1 March 2026", "Sales tax payable", "", "100.00"],
        ]
    )
    return compare(rows, found, "The journal", currency="USD", exactly=exactly)


RIGHT = [
    entry(FIRST, "Sales tax payable", credit="100.00"),
    entry(FIRST, "Receivables", debit="1,100.00"),
    entry(FIRST, "Contract liability", credit="1,000.00"),
]


def signs(comparison: Comparison) -> str:
    return "".join(row.sign for row in comparison.rows)


def test_rows_match_in_any_order() -> None:
    comparison = journal(RIGHT)
    require(comparison)
    assert (signs(comparison), comparison.money_difference, comparison.likely_cause) == ("===", (), None)


def test_missing_and_surplus_rows_fail_unless_others_may_be_among_them() -> None:
    other = entry(FIRST, "Cash", debit="5.00")
    assert signs(journal([*RIGHT[1:], other])) == "==-+"
    assert signs(journal([*RIGHT, other])) == "===+"
    assert journal([*RIGHT, other], exactly=False).holds
    assert not journal([*RIGHT[1:], other], exactly=False).holds


def test_nothing_expected_and_nothing_found_holds_and_something_found_does_not() -> None:
    rows = JOURNAL.read([["date", "account"]])
    assert compare(rows, [], "Nothing").holds
    assert signs(compare(rows, RIGHT[:1], "Nothing")) == "+"


def test_two_equal_rows_expected_need_two_found() -> None:
    rows = JOURNAL.read([["date", "account", "debit"], *[["1 March 2026", "Cash", "5.00"]] * 2])
    assert signs(compare(rows, [entry(FIRST, "Cash", "5.00")], "Twice", currency="USD")) == "=-"


def test_every_mismatch_is_collected_cell_by_cell() -> None:
    comparison = journal(
        [
            entry(FIRST, "Receivables", debit="1,100.01"),
            entry(date(2026, 3, 2), "Contract liability", credit="1,000.00"),
            RIGHT[0],
        ]
    )
    assert signs(comparison) == "!!="
    unequal = [
        [column.name for column, cell in zip(comparison.columns, row.cells, strict=True) if not cell.equal]
        for row in comparison.rows
    ]
    assert unequal == [["debit"], ["date"], []]
    assert comparison.money_difference == (Money(1, "USD"),)


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        ([*RIGHT[:2], entry(FIRST, "Revenue", credit="1,000.00")], "the same amount, other account: Revenue instead of Contract liability"),
        ([*RIGHT[:2], entry(date(2026, 4, 1), "Contract liability", credit="1,000.00")], "the same amount in another period: April 2026 instead of March 2026"),
        ([*RIGHT[:2], entry(date(2026, 3, 2), "Contract liability", credit="1,000.00")], "one day off: date is 2 March 2026 instead of 1 March 2026"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", credit="-1,000.00")], "the sign is turned"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", debit="1,000.00")], "debit and credit are exchanged"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", credit="2,000.00")], "the amount is counted twice"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", credit="1,000.01")], "rounding: the difference is one smallest unit"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", credit="1,000.00 EUR")], "another currency: EUR instead of USD"),
        ([*RIGHT, RIGHT[1]], "recorded twice: a surplus row repeats one that is right"),
        ([*RIGHT[:2], entry(FIRST, "Contract liability", credit="712.00")], None),
    ],
)  # fmt: skip
def test_the_likely_cause_is_named(found: Sequence[dict[str, object]], cause: str | None) -> None:
    assert journal(found).likely_cause == cause


def test_tax_left_out_is_recognized_in_either_column() -> None:
    rows = INVOICE.read([["for", "net", "tax", "total"], ["Seat", "1,200.00", "120.00", "1,320.00"]])
    found = {"for": "Seat", "net": usd("1,200.00"), "tax": None, "total": usd("1,200.00")}
    comparison = compare(rows, [found], "Invoice", currency="USD")
    assert comparison.likely_cause == "tax is left out"
    assert comparison.money_difference == (Money(-12000, "USD"),)  # net, tax and total are one difference, not two
    only_total = INVOICE.read([["for", "tax", "total"], ["Seat", "120.00", "1,320.00"]])
    assert (
        compare(only_total, [{**found, "tax": usd("120.00")}], "Invoice", currency="USD").likely_cause
        == "tax is left out"
    )


def test_a_star_is_not_compared_and_a_dash_must_be_empty() -> None:
    rows = INVOICE.read([["for", "net", "tax"], ["Seat", "*", "-"]])
    assert compare(rows, [{"for": "Seat", "net": usd("5.00"), "tax": None}], "I", currency="USD").holds
    assert not compare(rows, [{"for": "Seat", "net": None, "tax": usd("1.00")}], "I", currency="USD").holds


def test_months_are_compared_as_months() -> None:
    table = Table("t", Column("month", "period"), Column("amount", "amount"))
    rows = table.read([["month", "amount"], ["March 2026", "5.00"]])
    found = [{"month": AccountingPeriod(2026, 4), "amount": usd("5.00")}]
    assert "another period" in str(compare(rows, found, "T", currency="USD").likely_cause)


def test_the_difference_reads_like_the_table_that_was_written() -> None:
    rows = INVOICE.read([["for", "net"], ["Seat", "20 * 10.00 * 16/31"], ["Setup", "5.00"]])
    comparison = compare(rows, [{"for": "Seat", "net": usd("103.22")}], "Globex is invoiced", currency="USD")
    assert as_text(comparison) == "\n".join(
        [
            "    | for   | net                         |",
            "  ! | Seat  | 20 * 10.00 * 16/31 = 103.23 |",
            "    |       | found: 103.22               |",
            "  - | Setup | 5.00                        |",
            "  1 different, 1 missing",
            "  difference: -5.01 USD (found less expected)",
            "  likely cause: rounding: the difference is one smallest unit",
        ]
    )
    with pytest.raises(NotMet) as unmet:
        require(comparison)
    assert unmet.value.money_at_risk == (Money(501, "USD"),)


def test_a_check_record_says_expected_beside_found() -> None:
    record = journal(RIGHT[:2]).record()
    assert record["verdict"] == "failed"
    assert record["rows"][1] == {  # type: ignore[index]
        "sign": "-",
        "cells": [
            {"expected": "1 March 2026", "found": None, "equal": False},
            {"expected": "Contract liability", "found": None, "equal": False},
            {"expected": "", "found": None, "equal": False},
            {"expected": "1,000.00", "found": None, "equal": False},
        ],
    }


def test_a_number_without_a_currency_is_a_count_where_documents_are_counted() -> None:
    table = Table("differences", Column("what", key=True), Column("difference", "amount", key=True))
    rows = table.read([["what", "difference"], ["Orders", "1"], ["Receivables", "1"]])
    found = [{"what": "Orders", "difference": Money(1, COUNT)}, {"what": "Receivables", "difference": usd("1.00")}]
    assert compare(rows, found, "Differences", currency="USD").holds
    found[0]["difference"] = Money(2, COUNT)
    assert signs(compare(rows, found, "Differences", currency="USD")) == "!="
