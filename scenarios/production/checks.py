"""What is wrong in a production export by itself, whatever the reference bills: amounts, days, currencies, customers."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain


def check_lines(case: Case) -> None:
    """Lines of invoices add up, lie in order, and are in their contract's currency; lines of a contract agree on whose it is."""
    for record in case.all("contracts"):
        for column, sentence in (*_contract_amounts(record), *_with_first(case, record)):
            case.reject(record, "consistency", sentence, column)
    for record in case.all("invoices"):
        for column, sentence in (*_amounts(record), *_days(case, record)):
            case.reject(record, "validity", sentence, column)
        _check_currency(case, record)
        _check_code(case, record)


def _contract_amounts(record: Record) -> Iterator[tuple[str, str]]:
    if record["price"] is not None and record["price"] < 0:
        yield "price", f"the price {record['price']} is negative"
    if record["net days"] is not None and (record["net days"] < 0 or record["net days"] != int(record["net days"])):
        yield "net days", f"{record['net days']} are no days to pay in"


def _with_first(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    """A contract has one customer and one currency."""
    first = case.by("contracts", "contract", record["contract"])[:1]
    for other in first if first and first[0] is not record else ():
        for column in ("customer", "currency"):
            if record[column] and other[column] and plain(record[column]) != plain(other[column]):
                yield (
                    column,
                    f"one contract, two of {column}: {record[column]} here, {other[column]} in {case.line_of(other)}",
                )


def _amounts(record: Record) -> Iterator[tuple[str, str]]:
    net, tax, total = record["net"], record["tax"], record["total"]
    if None not in (net, tax, total) and net + tax != total:
        yield "total", f"wrong total: net {net} and tax {tax} are {net + tax}, not {total}"
    if net is not None and tax and net and (net < 0) != (tax < 0):
        yield "tax", f"the tax {tax} has another sign than the net {net}"


def _days(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    start, end = record["from"], record["to"]
    if start and end and end < start:
        yield "to", f"its service ends on {end}, before it begins on {start}"
    if record["date"] and record["due date"] and record["due date"] < record["date"]:
        yield "due date", f"it is due on {record['due date']}, before it was issued on {record['date']}"
    lines = case.by("contracts", "contract", record["contract"])
    last = max((line["end"] for line in lines if line["end"]), default=None)
    if start and last and start > last:
        yield "from", f"its service begins on {start}, after the contract ends on {last}"


def _check_currency(case: Case, record: Record) -> None:
    of = next(
        (line["currency"] for line in case.by("contracts", "contract", record["contract"]) if line["currency"]), None
    )
    if of and record["currency"] and of != record["currency"]:
        said = f"currency mismatch: in {record['currency']}, but contract {record['contract']} is in {of}"
        case.reject(record, "consistency", said, "currency")


def _check_code(case: Case, record: Record) -> None:
    codes = {rate.code for rate in case.company.tax_rates}
    if record["tax code"] and record["tax code"] not in codes:
        said = f"there is no tax code {record['tax code']!r}{did_you_mean(record['tax code'], codes)}"
        case.reject(record, "consistency", said, "tax code")
