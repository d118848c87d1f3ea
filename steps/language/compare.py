"""Expected beside found: which row is which, cell by cell, every mismatch, and what the difference is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from engine.model.money import COUNT, Money
from steps.language.bearings import shown_by
from steps.language.causes import likely_cause
from steps.language.compared import Cell, ComparedRow, Comparison, shown
from steps.language.diff import as_text
from steps.language.failures import NotMet, together
from steps.language.tables import Blank, Column, Exact, Record, Rows, in_currency

# A cell of a key column says more about which row is meant than an amount, and that more than the rest.
_KEY, _AMOUNT, _OTHER = 3, 2, 1


def compare(
    expected: Rows, found: Iterable[Record], title: str, *, currency: str | None = None, exactly: bool = True
) -> Comparison:
    """Compare a table of a story with what was found, in any order of rows.

    `found` are records by column name. `currency` is the company's, for amounts written without one. `exactly`: a row
    that is found and not expected fails; otherwise ("among others") it is not even listed.
    """
    records = list(found)
    wanted = [_Expected(expected.columns, values, text, currency) for values, text in _with_text(expected)]
    pairs, surplus = _pair(wanted, records, expected.columns)
    rows = [_compared(want, record) for want, record in pairs]
    if exactly:
        rows += [_surplus(expected.columns, record, currency) for record in surplus]
    columns = expected.columns
    cause = likely_cause(columns, rows) if any(row.sign != "=" for row in rows) else None
    return Comparison(title, columns, tuple(rows), _money_difference(columns, rows), cause, currency)


def require(comparison: Comparison) -> None:
    """NotMet with the difference as text, unless everything is as expected."""
    if not comparison.holds:
        at_risk = [abs(money) for money in comparison.money_difference]
        bears = together(shown_by(comparison))
        raise NotMet(comparison.title, as_text(comparison), money_at_risk=at_risk, bears=bears)


def _with_text(expected: Rows) -> Iterable[tuple[Sequence[object], Sequence[str]]]:
    return zip(expected.values, expected.written, strict=True)


class _Expected:
    """One row of the author, its amounts as money, with the text of each cell."""

    def __init__(
        self, columns: Sequence[Column], values: Sequence[object], texts: Sequence[str], currency: str | None
    ) -> None:
        self.columns = columns
        self.written = values
        self.values = tuple(in_currency(value, currency) for value in values)
        self.texts = tuple(_as_written(*cell, currency) for cell in zip(texts, values, self.values, strict=True))
        self.currency = currency

    def cells(self, record: Record | None) -> tuple[Cell, ...]:
        found = [None if record is None else record.get(column.name) for column in self.columns]
        return tuple(
            Cell(value, other, record is not None and same(value, other), text, shown(other, self.currency))
            for value, text, other in zip(self._meant(found), self.texts, found, strict=True)
        )

    def _meant(self, found: Sequence[object]) -> Iterable[object]:
        """The author's values; a number without a currency is a count where what is found is counted."""
        for value, written, other in zip(self.values, self.written, found, strict=True):
            counted = isinstance(other, Money) and other.currency == COUNT
            yield in_currency(written, COUNT) if counted else value

    def likeness(self, record: Record) -> int:
        cells = zip(self.columns, self.cells(record), strict=True)
        return sum(_weight(column, cell.expected) for column, cell in cells if cell.equal)


def _weight(column: Column, expected: object) -> int:
    return _KEY if column.key else _AMOUNT if isinstance(expected, Money) else _OTHER


def same(expected: object, found: object) -> bool:
    """Whether a cell holds what the author wrote; nothing and zero money are the same, `*` is anything."""
    if expected is Blank.ANY:
        return True
    if expected is None or expected is Blank.ABSENT:
        return found is None or found == "" or (isinstance(found, Money) and not found)
    if isinstance(expected, Money) and found is None:
        return not expected
    return expected == found


def _pair(
    wanted: Sequence[_Expected], records: Sequence[Record], columns: Sequence[Column]
) -> tuple[list[tuple[_Expected, Record | None]], list[Record]]:
    """Each expected row with its found row or None, in the author's order; and the found rows nobody expected."""
    full = sum(_KEY if column.key else _OTHER for column in columns)
    taken: dict[int, int] = {}
    free = set(range(len(records)))
    for w, want in enumerate(wanted):
        whole = next((r for r in sorted(free) if all(cell.equal for cell in want.cells(records[r]))), None)
        if whole is not None:
            taken[w] = whole
            free.remove(whole)
    near = ((wanted[w].likeness(records[r]), w, r) for w in range(len(wanted)) if w not in taken for r in sorted(free))
    for likeness, w, r in sorted(near, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if w not in taken and r in free and 2 * likeness >= full:
            taken[w] = r
            free.remove(r)
    pairs = [(want, records[taken[w]] if w in taken else None) for w, want in enumerate(wanted)]
    return pairs, [records[r] for r in sorted(free)]


def _compared(want: _Expected, record: Record | None) -> ComparedRow:
    cells = want.cells(record)
    if record is None:
        return ComparedRow("-", cells)
    return ComparedRow("=" if all(cell.equal for cell in cells) else "!", cells)


def _surplus(columns: Sequence[Column], record: Record, currency: str | None) -> ComparedRow:
    found = [record.get(column.name) for column in columns]
    return ComparedRow("+", tuple(Cell(None, value, False, None, shown(value, currency)) for value in found))


def _money_difference(columns: Sequence[Column], rows: Sequence[ComparedRow]) -> tuple[Money, ...]:
    """By currency, the largest difference of any amount column: net, tax and total are one difference, not three."""
    largest: dict[str, Money] = {}
    for at in range(len(columns)):
        difference: Counter[str] = Counter()
        for row in rows:
            cell = row.cells[at]
            if isinstance(cell.found, Money) and not cell.equal:
                difference[cell.found.currency] += cell.found.minor
            if isinstance(cell.expected, Money) and not cell.equal:
                difference[cell.expected.currency] -= cell.expected.minor
        for currency, minor in difference.items():
            if abs(minor) > abs(largest.get(currency, Money.zero(currency)).minor):
                largest[currency] = Money(minor, currency)
    return tuple(largest[currency] for currency in sorted(largest))


def _as_written(text: str, value: object, money: object, currency: str | None) -> str:
    """The author's text; arithmetic with its result, so that the reader need not compute."""
    if isinstance(value, Exact) and any(sign in text for sign in "*/()"):
        return f"{text} = {shown(money, currency)}"
    return text
