"""The likely cause of a difference: what a controller would try first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from engine.model.money import Money
from steps.language.compared import Cell, ComparedRow, period_of
from steps.language.tables import Column

_MOST_CAUSES = 3
Different = list[tuple[Column, Cell]]


def likely_cause(columns: Sequence[Column], rows: Sequence[ComparedRow]) -> str | None:
    """The causes of all mismatches, each once, or None if nothing explains them."""
    causes = list(dict.fromkeys([*_row_causes(columns, rows), *_repeated(rows)]))
    return "; ".join(causes[:_MOST_CAUSES]) or None


def _row_causes(columns: Sequence[Column], rows: Sequence[ComparedRow]) -> Iterator[str]:
    for row in rows:
        if row.sign != "!":
            continue
        different = [(c, cell) for c, cell in zip(columns, row.cells, strict=True) if not cell.equal]
        cause = next((said for test in _TESTS if (said := test(row, different))), None)
        if cause:
            yield cause


def _repeated(rows: Sequence[ComparedRow]) -> Iterator[str]:
    whole = [tuple(cell.found for cell in row.cells) for row in rows if row.sign == "="]
    if any(row.sign == "+" and tuple(cell.found for cell in row.cells) in whole for row in rows):
        yield "recorded twice: a surplus row repeats one that is right"


def _one_day_off(_: ComparedRow, different: Different) -> str | None:
    for column, cell in different:
        if not (isinstance(cell.expected, date) and isinstance(cell.found, date)):
            continue
        if abs(cell.found - cell.expected) == timedelta(days=1):
            return f"one day off: {column.name} is {cell.found_text} instead of {cell.expected_text}"
    return None


def _other_period(row: ComparedRow, different: Different) -> str | None:
    for _, cell in different:
        expected, found = period_of(cell.expected), period_of(cell.found)
        if expected and found and expected != found and _same_amounts(row):
            return f"the same amount in another period: {found} instead of {expected}"
    return None


def _other_account(row: ComparedRow, different: Different) -> str | None:
    names = [(column, cell) for column, cell in different if isinstance(cell.expected, str)]
    if len(different) != 1 or not names or not _same_amounts(row):
        return None
    [(column, cell)] = names
    return f"the same amount, other {column.name}: {cell.found_text} instead of {cell.expected_text}"


def _sign_turned(_: ComparedRow, different: Different) -> str | None:
    amounts = [(cell.expected, cell.found) for _, cell in different]
    if any(isinstance(e, Money) and isinstance(f, Money) and e and e == -f for e, f in _like(amounts)):
        return "the sign is turned"
    sides = {cell.expected for _, cell in different}, {cell.found for _, cell in different}
    if len(different) == 2 and sides[0] == sides[1] and any(isinstance(side, Money) for side in sides[0]):
        return "debit and credit are exchanged" if {c.name for c, _ in different} == {"debit", "credit"} else None
    return None


def _tax_left_out(row: ComparedRow, different: Different) -> str | None:
    written = [cell.expected for cell in row.cells if isinstance(cell.expected, Money)]
    for column, cell in different:
        if not isinstance(cell.expected, Money):
            continue
        if "tax" in column.name.lower() and not cell.found:
            return "tax is left out"
        if isinstance(cell.found, Money) and _is_net_of(cell.expected, cell.found, written):
            return "tax is left out"
    return None


def _is_net_of(expected: Money, found: Money, written: Sequence[Money]) -> bool:
    """Found is the gross expected less another amount of the same row (its tax)."""
    if expected.currency != found.currency or abs(found) >= abs(expected):
        return False
    return any(
        tax and tax != expected and tax.currency == expected.currency and expected - tax == found for tax in written
    )


def _other_currency(_: ComparedRow, different: Different) -> str | None:
    for _column, cell in different:
        if not (isinstance(cell.expected, Money) and isinstance(cell.found, Money)):
            continue
        if cell.expected.currency != cell.found.currency:
            return f"another currency: {cell.found.currency} instead of {cell.expected.currency}"
    return None


def _rounding(_: ComparedRow, different: Different) -> str | None:
    amounts = [(cell.expected, cell.found) for _, cell in different]
    pairs = list(_like(amounts))
    if len(pairs) == len(amounts) and pairs and all(abs(e.minor - f.minor) == 1 for e, f in pairs):
        return "rounding: the difference is one smallest unit"
    return None


def _doubled(_: ComparedRow, different: Different) -> str | None:
    amounts = [(cell.expected, cell.found) for _, cell in different]
    return "the amount is counted twice" if any(e and f == e + e for e, f in _like(amounts)) else None


def _like(pairs: Sequence[tuple[object, object]]) -> Iterator[tuple[Money, Money]]:
    for expected, found in pairs:
        if isinstance(expected, Money) and isinstance(found, Money) and expected.currency == found.currency:
            yield expected, found


def _same_amounts(row: ComparedRow) -> bool:
    amounts = [cell for cell in row.cells if isinstance(cell.expected, Money)]
    return bool(amounts) and all(cell.equal for cell in amounts)


_TESTS: tuple[Callable[[ComparedRow, Different], str | None], ...] = (
    _other_currency,
    _one_day_off,
    _other_period,
    _other_account,
    _sign_turned,
    _tax_left_out,
    _doubled,
    _rounding,
)
