"""What is wrong with invoices, credit memos and payments of an export as documents that belong to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.production.lookups import amounts, check_currency, contract_of
from scenarios.tables.sheet import plain

_NUMBERED = re.compile(r"(.*?)(\d{1,18})")
_FEW_GAPS = 3
_OF_ONE = ("contract", "customer", "date", "due date", "currency", "effective date")


def check_numbers(case: Case) -> None:
    """The records of one number are of one document: a number used again is named, with what differs."""
    for table in ("invoices", "credit memos", "amendments"):
        first: dict[str, Record] = {}
        for record in case.all(table):
            if not record["number"]:
                continue
            other = first.setdefault(plain(record["number"]), record)
            for column in _OF_ONE if other is not record else ():
                if other[column] and record[column] and other[column] != record[column]:
                    said = (
                        f"the number {record['number']} is used again: {column} {record[column]} here,"
                        f" {other[column]} in {case.line_of(other)}"
                    )
                    case.reject(record, "uniqueness", said, "number")
                    break


def check_series(case: Case) -> None:
    """Invoices are numbered without a gap, where they nearly are: what is missing was never used, or is not in the export."""
    series: dict[tuple[str, int], dict[int, Record]] = {}
    for record in case.all("invoices"):
        if parts := _NUMBERED.fullmatch(record["number"] or ""):
            series.setdefault((parts[1], len(parts[2])), {}).setdefault(int(parts[2]), record)
    for (prefix, width), records in series.items():
        numbers = sorted(records)
        gaps = [(before, after) for before, after in pairwise(numbers) if after > before + 1]
        for before, after in gaps if len(gaps) <= max(_FEW_GAPS, len(numbers) // 20) else ():
            first, last = (f"{prefix}{number:0{width}d}" for number in (before + 1, after - 1))
            missing = f"{first} is" if first == last else f"{first} to {last} are"
            said = f"a gap in the numbers: after {records[before]['number']}, {missing} missing; never used, or not in the export"
            case.note(records[after], "completeness", said, "number")


def check_memos(case: Case) -> None:
    """Credit memos name what they credit, come after it, and never give back more than it billed."""
    given: dict[tuple[str, str], Decimal] = {}
    for record in case.all("credit memos"):
        _turn(case, record)
        for column, sentence in amounts(record):
            case.reject(record, "validity", sentence, column)
        billed = _credited(case, record)
        if not record["contract"] and not billed and not record["invoice"]:
            case.reject(
                record, "completeness", "it names neither the invoice nor the contract that it credits", "invoice"
            )
        contract_of(case, record)
        check_currency(case, record)
        for column, sentence in _against(record, billed, given):
            case.reject(record, "consistency", sentence, column)


def _turn(case: Case, record: Record) -> None:
    """What is given back may be written above or below zero."""
    if record["net"] is not None and record["net"] < 0 and amount(record["tax"]) <= 0:
        said = f"{record['net']} is read as {-record['net']} given back"
        for column in ("net", "tax", "total"):
            if record[column] is not None:
                record.values[column] = abs(record[column])
        case.remediate(record, "net", said)


def _credited(case: Case, record: Record) -> list[Record]:
    """The lines of the invoice that a memo names; the memo is then of its contract."""
    named = record["invoice"]
    lines = [one for one in case.by("invoices", "number", named) if one["contract"]]
    if named and not lines:
        case.reject(
            record, "consistency", f"there is no invoice {named!r}{case.near('invoices', 'number', named)}", "invoice"
        )
    if lines and record["contract"] and plain(record["contract"]) != plain(lines[0]["contract"]):
        said = f"invoice {named} is of contract {lines[0]['contract']}, not {record['contract']}"
        case.reject(record, "consistency", said, "contract")
    elif lines and not record["contract"]:
        record.values["contract"] = lines[0]["contract"]
        case.forget("credit memos")
    return lines


def _against(record: Record, billed: list[Record], given: dict[tuple[str, str], Decimal]) -> Iterator[tuple[str, str]]:
    if not billed:
        return
    issued = next((one["date"] for one in billed if one["date"]), None)
    if record["date"] and issued and record["date"] < issued:
        yield "date", f"it is of {record['date']}, before invoice {record['invoice']} was issued on {issued}"
    own = [one for one in billed if one["product"] == record["product"]]
    if not own:
        yield "product", f"invoice {record['invoice']} bills no {record['product']}"
        return
    key = str(record["invoice"]), str(record["product"])
    given[key] = given.get(key, Decimal(0)) + amount(record["net"])
    asked = sum((amount(one["net"]) for one in own), Decimal(0))
    if given[key] > asked:
        yield (
            "net",
            f"{given[key]} is given back of invoice {record['invoice']} in all, which billed {asked} of {record['product']}",
        )


def check_payments(case: Case) -> None:
    """Payments are of invoices of the export, above zero, in their currency and of their customer."""
    for record in case.all("payments"):
        lines = case.by("invoices", "number", record["invoice"])
        if record["invoice"] and not lines:
            said = f"there is no invoice {record['invoice']!r}{case.near('invoices', 'number', record['invoice'])}"
            case.reject(record, "consistency", said, "invoice")
        if record["amount"] is not None and record["amount"] <= 0:
            case.reject(record, "validity", f"the amount {record['amount']} is not above zero", "amount")
        for line in lines[:1]:
            record.values["contract"] = line["contract"]
            _check_payment(case, record, line)
    case.forget("payments")


def _check_payment(case: Case, record: Record, line: Record) -> None:
    if record["currency"] and line["currency"] and record["currency"] != line["currency"]:
        said = f"currency mismatch: in {record['currency']}, but invoice {record['invoice']} is in {line['currency']}"
        case.reject(record, "consistency", said, "currency")
    if record["date"] and line["date"] and record["date"] < line["date"]:
        said = f"it came on {record['date']}, before invoice {record['invoice']} was issued on {line['date']}"
        case.note(record, "consistency", said, "date")
    of = next((one["customer"] for one in case.by("contracts", "contract", line["contract"])), None)
    if record["customer"] and of and plain(record["customer"]) != plain(of):
        said = f"invoice {record['invoice']} is of customer {of}, not {record['customer']}"
        case.reject(record, "consistency", said, "customer")
