"""Control totals: what legacy says it sent, what arrived, what is loaded and what is not. In = accepted + rejected + set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.forms import BY_NAME, FORMS, Form
from scenarios.migration.masters import unique_keys
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain

_UNCOUNTED = ("trial balance", "parallel", "control totals")
_DAY_OF = {
    "subscriptions": "start",
    "invoices": "date",
    "payments": "date",
    "unapplied cash": "date",
    "waterfall": "month",
    "usage": "date",
    "amendments": "effective date",
    "orders": "start",
}
"""The day by which the records of a table are counted, where a control total is of a day or a month."""


@dataclass(frozen=True, slots=True)
class ControlTotal:
    """Records of a table, and what a column of them adds up to in one currency ("": it has none): in, accepted, rejected and set
    aside. `remediated`: how many of those accepted were put right."""

    table: str
    column: str
    currency: str
    records: tuple[int, int, int, int]
    amounts: tuple[Decimal, Decimal, Decimal, Decimal]
    remediated: int = 0


def totals(case: Case) -> Iterator[ControlTotal]:
    """Of each table: in, accepted, rejected and set aside, by currency."""
    for form in FORMS:
        if form.name in case.sheets and form.name not in _UNCOUNTED:
            records = case.all(form.name)
            for currency in sorted({record["currency"] or "" for record in records}) or [""]:
                yield _total(form, currency, [r for r in records if (r["currency"] or "") == currency])


def _total(form: Form, currency: str, records: list[Record]) -> ControlTotal:
    parts = (
        records,
        [record for record in records if record.good],
        [record for record in records if record.rejected],
        [record for record in records if record.exception and not record.rejected],
    )
    sums = [sum((amount(record[form.total]) for record in part), Decimal(0)) for part in parts]
    counts = [len(part) for part in parts]
    return ControlTotal(
        form.name,
        form.total,
        currency,
        (counts[0], counts[1], counts[2], counts[3]),
        (sums[0], sums[1], sums[2], sums[3]),
        sum(record.remediated for record in parts[1]),
    )


def check_totals(case: Case) -> None:
    """Every table that was sent has a control total, and what arrived is what it says."""
    controlled = dict[str, set[str | None]]()
    unique_keys(case, "control totals")
    for record in case.all("control totals"):
        form = _form(case, record)
        if form is not None and form.name in case.sheets:
            if not _when(record):
                controlled.setdefault(form.name, set()).add(record["currency"])
            _compare(case, record, form)
        elif form is not None:
            said = f"wrong control total: {form.name} are announced with {record['records']} records, but there is no such file"
            case.reject(record, "control total", said, "file")
    for form in FORMS:
        if form.name in case.sheets and form.name not in _UNCOUNTED:
            for of in _uncontrolled(case, form, controlled.get(form.name, set())):
                said = f"{form.name}{of} have no control total in {case.sheets['control totals'].path}"
                case.refuse(form.name, "control total", said)


def _uncontrolled(case: Case, form: Form, controlled: set[str | None]) -> Iterator[str]:
    """What of a table no control total counts: all of it, or its records in a currency."""
    if not controlled:
        yield ""
    elif None not in controlled:
        there = {record["currency"] for record in case.all(form.name) if record["currency"]}
        yield from (f" in {currency}" for currency in sorted(there - controlled))


def _form(case: Case, record: Record) -> Form | None:
    named = plain((record["file"] or "").rpartition("/")[2].partition(".")[0])
    found = next((form for form in FORMS if named in (form.name, *form.also)), None)
    if found is None and record["file"]:
        known = [form.name for form in FORMS if form.name in case.sheets]
        case.reject(record, "control total", f"there is no file {record['file']!r}{did_you_mean(named, known)}", "file")
    return found


def _compare(case: Case, record: Record, form: Form) -> None:
    currency, when = record["currency"], _when(record)
    rows = [row for row in case.all(form.name) if currency in (None, row["currency"])]
    if when and form.name not in _DAY_OF:
        case.reject(record, "control total", f"{form.name} have no day that is counted by day or month", "file")
        return
    if when:
        rows = [row for row in rows if _is_of(record, row[_DAY_OF[form.name]])]
    if record["records"] is not None and record["records"] != len(rows):
        said = f"wrong control total: {record['records']} {form.name}{when} were sent, {len(rows)} arrived"
        case.reject(record, "control total", said, "records")
    column = plain(record["column"] or form.total)
    if record["amount"] is None or not column:
        return
    if column not in {one.name for one in BY_NAME[form.name].columns}:
        names = [one.name for one in form.columns]
        case.reject(
            record, "control total", f"{form.name} have no column {column!r}{did_you_mean(column, names)}", "column"
        )
        return
    found = sum((amount(row[column]) for row in rows), Decimal(0))
    unread = sum(row[column] is None for row in rows)
    if found != record["amount"]:
        said = f"wrong control total: {column} of {form.name}{when} should add up to {record['amount']}, what arrived adds up to {found}"
        said += f", {found - record['amount']:+}" + (f"; {unread} cannot be read" if unread else "")
        case.reject(record, "control total", said, "amount")


def _when(record: Record) -> str:
    """The day or month that a control total counts, as it is said; "" if it counts a whole table."""
    day, month = record["day"], record["month"]
    return f" of {day or format(month, '%Y-%m')}" if day or month else ""


def _is_of(record: Record, day: date | None) -> bool:
    """Whether a record's day is in the day or month that a control total counts."""
    if record["day"] or day is None:
        return bool(day == record["day"])
    month: date = record["month"]
    return (day.year, day.month) == (month.year, month.month)
