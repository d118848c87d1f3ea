"""Checks of deferred revenue and the legacy waterfall: what is left of each contract is its price less what was earned.

Handbook 4.18: transaction price, recognized and billed to date by contract; the schedule from the cutover on is the contract
liability over the remaining service, and equals the legacy waterfall month by month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.calendar import ONE_DAY
from engine.model.money import exponent, rounded
from scenarios.migration import service
from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.masters import together, unique_keys
from scenarios.migration.metered import unbilled_value
from scenarios.migration.receivables import currency_of
from scenarios.migration.references import charge_of, entity_of, lines_of
from scenarios.migration.service import Worth

_SPREADS = (
    "by day",
    "by month",
    "by half month",
    "by full month",
    "by mid-month",
    "by equal period",
    "by 30-day month",
    "by day in begun months",
)


def check_revenue(case: Case) -> None:
    """Every contract has its revenue to date, every waterfall month its contract, and both agree."""
    unique_keys(case, "deferred revenue")
    unique_keys(case, "waterfall")
    for row in case.all("waterfall"):
        _check_month(case, row)
    for record in case.all("deferred revenue"):
        _check_contract(case, record)
    for line in case.good("subscriptions"):
        if not case.by("deferred revenue", "contract", line["contract"]):
            said = f"contract {line['contract']} has no record of its deferred revenue"
            case.reject(line, "completeness", said, "contract")
    contracts = dict.fromkeys(record["contract"] for table in _UNIT for record in case.all(table) if record["contract"])
    for contract in contracts:
        together(case, [record for table in _UNIT for record in case.by(table, "contract", contract)])


_UNIT = ("subscriptions", "deferred revenue", "waterfall")


def _check_month(case: Case, row: Record) -> None:
    lines = lines_of(case, row)
    entitled = [line for line in lines if line["end"] and line.sound]
    if row["month"] and row["month"] < case.date.replace(day=1):
        case.reject(row, "validity", f"{row['month']:%Y-%m} is before the cutover on {case.date}", "month")
    last = max((line["end"] for line in entitled), default=None)
    if row["month"] and last and row["month"] > last:
        said = f"{row['month']:%Y-%m} is after the contract's end on {last}"
        case.reject(row, "consistency", said, "month")
    for column, sentence in currency_of(row, None, lines):
        case.reject(row, "consistency", sentence, column)
    if lines and not case.by("deferred revenue", "contract", row["contract"]):
        said = f"contract {row['contract']} has no record of its deferred revenue"
        case.reject(row, "completeness", said, "contract", follows=True)


def _check_contract(case: Case, record: Record) -> None:
    lines = lines_of(case, record)
    entity_of(case, record)
    whose = next((line["customer"] for line in lines if line.sound), None)
    for column, of in (("customer", whose), ("entity", next((line["entity"] for line in lines if line.sound), None))):
        if record[column] and of and record[column] != of:
            said = f"contract {record['contract']} is of {column} {of}, not {record[column]}"
            case.reject(record, "consistency", said, column)
    for column, sentence in (*currency_of(record, None, lines), *_adds_up(record)):
        case.reject(record, "consistency", sentence, column)
    if lines and record.values.keys() >= {"transaction price", "recognized to date", "billed to date", "deferred"}:
        worths = worths_of(case, lines)
        used = unbilled_value(case, record["contract"])
        if worths and used is not None:
            for column, sentence in _fits_service(case, record, worths, used):
                case.reject(record, "consistency", sentence, column)
        _check_waterfall(case, record, worths, used or Fraction(0))
        _check_open(case, record)


def _check_open(case: Case, record: Record) -> None:
    """What is invoiced and open of a contract is part of what was billed of it."""
    invoices = [one for one in case.by("invoices", "contract", record["contract"]) if one.sound]
    net = sum((amount(one["net"]) for one in invoices), Decimal(0))
    if net > record["billed to date"]:
        named = ", ".join(one.name for one in invoices)
        said = f"billed {record['billed to date']}, but the open invoices {named} alone are {net} without tax"
        case.reject(record, "consistency", said, "billed to date")


def _adds_up(record: Record) -> Iterator[tuple[str, str]]:
    price, billed = record["transaction price"], record["billed to date"]
    earned, deferred, remaining = record["recognized to date"], record["deferred"], record["remaining"]
    for column in ("transaction price", "billed to date", "recognized to date"):
        if record[column] is not None and record[column] < 0:
            yield column, f"{column} {record[column]} is negative"
    if None not in (price, earned) and remaining is not None and earned + remaining != price:
        said = f"recognized {earned} + remaining {remaining} = {earned + remaining}, not the transaction price {price}"
        yield "remaining", said
    if None not in (price, earned) and earned > price:
        yield "recognized to date", f"recognized {earned} is more than the transaction price {price}"
    if None not in (price, billed) and billed > price:
        yield "billed to date", f"billed {billed} is more than the transaction price {price}"
    if None not in (billed, earned, deferred) and billed - earned != deferred:
        said = f"billed {billed} less recognized {earned} is {billed - earned}, not the deferred {deferred}"
        yield "deferred", said


def worths_of(case: Case, lines: list[Record]) -> list[Worth]:
    """What each line of a contract is worth; nothing where one of them cannot be said."""
    found = []
    needed = {"start", "end", "quantity", "price", "billing", "next bill date"}
    for line in lines:
        product = next((p for p in case.company.products if line["product"] in (p.name, p.code)), None)
        charge = charge_of(case, line, product) if product else None
        if charge and charge.kind == "usage":
            continue
        whole = line.values.keys() >= needed and line["end"] >= line["start"]
        one = service.worth(line, charge, case.company.policies.proration) if charge and whole and line.sound else None
        if one is None:
            return []
        found.append(one)
    return found


def _fits_service(case: Case, record: Record, worths: list[Worth], used: Fraction) -> Iterator[tuple[str, str]]:
    """Price, billed, recognized and deferred, against what the lines say; each line may round by one of the smallest unit.

    `used`: usage that is earned and not billed yet, part of the price and of what is recognized.
    """
    eve = case.date - ONE_DAY
    currency = record["currency"] or case.company.entity.currency
    price, billed = sum(w.value for w in worths), sum(w.billed for w in worths)
    price, earned = price + used, used + sum(w.served(eve, case.spread) for w in worths)
    end, through = max(w.service.end for w in worths), max(w.billed_through for w in worths)
    where = ", ".join(case.line_of(line) for line in case.by("subscriptions", "contract", record["contract"]))
    said = {
        "transaction price": (price, f"the subscription is worth {{}} to {end} ({where})"),
        "billed to date": (billed, f"what is billed through {through} is {{}}"),
        "recognized to date": (earned, f"the service to {eve} is {{}}, {case.spread}"),
        "deferred": (billed - earned, f"{_left(case, through)} is {{}}, {case.spread}"),
    }
    for column, (expected, sentence) in said.items():
        exact = _money(Fraction(expected), currency)
        if abs(exact - record[column]) > len(worths) * _unit(currency):
            yield (
                column,
                f"{column} {record[column]}, but {sentence.format(exact)}{_other_spread(case, record, worths, column)}",
            )
            if column == "transaction price":
                return


def _left(case: Case, through: date) -> str:
    """What is deferred, in words; where nothing is billed ahead, no service is left of it."""
    if through >= case.date:
        return f"the remaining service, {case.date} to {through},"
    return f"what is billed through {through} less the service to {case.date - ONE_DAY}"


def _other_spread(case: Case, record: Record, worths: list[Worth], column: str) -> str:
    """The convention under which the figure would be right, if there is one."""
    if column not in ("recognized to date", "deferred"):
        return ""
    eve, currency = case.date - ONE_DAY, record["currency"]
    for spread in _SPREADS:
        earned = sum((w.served(eve, spread) for w in worths), Fraction(0))
        right = earned if column == "recognized to date" else sum((w.billed for w in worths), Fraction(0)) - earned
        if currency and abs(_money(right, currency) - record[column]) <= len(worths) * _unit(currency):
            return f"; it would be right {spread}"
    return ""


def _check_waterfall(case: Case, record: Record, worths: list[Worth], used: Fraction) -> None:
    """The months add up to the deferred revenue (or to all that remains of the price) and carry what the service says."""
    rows = case.by("waterfall", "contract", record["contract"])
    found = {row["month"]: row for row in rows if row["month"] and row["amount"] is not None and not _twice(case, row)}
    added = sum((row["amount"] for row in found.values()), Decimal(0))
    deferred = record["deferred"] + _money(used, record["currency"] or case.company.entity.currency)
    left = record["transaction price"] - record["recognized to date"]
    # Below zero nothing is deferred: what was earned ahead of its invoice has no months left to be released in.
    if added not in (deferred, left) and not (deferred < 0 and not added):
        also = f", nor the {left} that remain of the price" if left != deferred else ""
        said = f"the waterfall of contract {record['contract']} adds up to {added}, not the deferred {deferred}{also}"
        case.reject(record, "consistency", said, "deferred")
    if worths:
        if deferred < 0 and not added:
            return
        billed_only = added != left or added == deferred
        whole = added if added in (deferred, left) else _served_later(case, record, worths)
        _compare_months(case, record, found, planned(case, record, worths, whole, billed_only))


def _served_later(case: Case, record: Record, worths: list[Worth]) -> Decimal:
    """What of the billed service is still to be given, whatever the record says is deferred."""
    eve = case.date - ONE_DAY
    exact = sum((w.billed - w.served(eve, case.spread) for w in worths), Fraction(0))
    return _money(exact, record["currency"] or case.company.entity.currency)


def _compare_months(case: Case, record: Record, found: Mapping[date, Record], expected: Mapping[date, Decimal]) -> None:
    unit = _unit(record["currency"] or "USD")
    for month in sorted({*expected, *found}):
        legacy = found[month]["amount"] if month in found else Decimal(0)
        new = amount(expected.get(month))
        if new != legacy and not (month in found and found[month].rejected):
            small = abs(new - legacy) <= unit
            said = f"{month:%Y-%m}: legacy {legacy}, new schedule {new}" + (", a rounding" if small else "")
            tell = case.note if small else case.reject
            tell(found.get(month, record), "consistency", said, "amount")


def _twice(case: Case, row: Record) -> bool:
    """Whether it repeats the month of an earlier row."""
    first = next(r for r in case.by("waterfall", "contract", row["contract"]) if r["month"] == row["month"])
    return first is not row


def planned(case: Case, record: Record, worths: list[Worth], whole: Decimal, billed_only: bool) -> dict[date, Decimal]:
    """An amount over the months of the remaining service, rounded to date less the months before (handbook P8)."""
    carried = list(service.by_month(worths, case.date, case.spread, billed_only))
    total, so_far, before = sum((part for _, part in carried), Fraction(0)), Fraction(0), Decimal(0)
    currency = record["currency"] or case.company.entity.currency
    months: dict[date, Decimal] = {}
    for month, part in carried if total else ():
        so_far += part
        until = _money(Fraction(whole) * so_far / total, currency)
        months[month], before = until - before, until
    return months


def _money(exact: Fraction, currency: str) -> Decimal:
    places = exponent(currency)
    return Decimal(rounded(exact * 10**places)).scaleb(-places)


def _unit(currency: str) -> Decimal:
    return Decimal(1).scaleb(-exponent(currency))
