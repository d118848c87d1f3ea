"""What must stand at each month's end, read from the raw evidence and written as assertions.

It shares nothing with the writer of journals, neither code nor the way accounts are spelled: what both get wrong in the
same way would prove nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = {"asset": "Assets", "liability": "Liabilities", "equity": "Equity", "income": "Income", "expense": "Expenses"}
WHOLE_UNITS = {"JPY", "KRW", "CLP", "VND", "ISK", "XPF"}
THOUSANDTHS = {"KWD", "BHD", "OMR", "JOD", "TND"}
Place = tuple[str, str, str, str]
"""Entity, account, customer ("": none), currency."""
Assertion = tuple[date, Place, Decimal]


def stated(evidence: Path, book: str = "") -> tuple[dict[str, str], list[Assertion]]:
    """The type of each account, and the balance of every place at every month's end; 0 where the ledger states nothing.
    `book`: of books beside the company's own, their name."""
    records = [json.loads(line) for line in evidence.read_text(encoding="utf-8").splitlines()]
    books = next(record for record in records if record["kind"] == "ledger" and record.get("book", "") == book)
    months = {date.fromisoformat(month["on"]): _balances(month["balances"]) for month in books["months"]}
    places = sorted({place for found in months.values() for place in found} | set(_posted(records, book)))
    types = {account["name"]: ROOT[account["type"]] for account in books["accounts"]}
    return types, [(day, place, found.get(place, Decimal(0))) for day, found in months.items() for place in places]


def _balances(rows: list[Any]) -> dict[Place, Decimal]:
    """A place can hold documents of several currencies, each worth something in the currency of the books."""
    found: dict[Place, Decimal] = {}
    for entity, account, customer, amount in rows:
        place = (entity, account, customer, amount["currency"])
        found[place] = found.get(place, Decimal(0)) + _units(amount)
    return found


def _posted(records: list[Any], book: str) -> Iterator[Place]:
    entry = "parallel journal entry" if book else "journal entry"
    for record in records:
        if record["kind"] == "document" and record["type"] == entry and record["data"].get("book", "") == book:
            for line in record["data"]["lines"]:
                for amount in filter(None, (line["debit"], line["credit"])):
                    yield record["data"]["entity"], line["account"], line["customer"] or "", amount["currency"]


def _units(amount: dict[str, Any]) -> Decimal:
    places = 0 if amount["currency"] in WHOLE_UNITS else 3 if amount["currency"] in THOUSANDTHS else 2
    return Decimal(amount["minor"]) / 10**places


def for_hledger(evidence: Path, under: str, book: str = "") -> str:
    """One transaction for each month's end, with every balance at the end of that day."""
    types, found = stated(evidence, book)
    name = _namer(types, found, under, lambda text: " ".join(re.split(r'[;:|()"\s]+', text)).strip())
    lines, before = [], None
    for day, place, amount in found:
        if day != before:
            lines += ["", f"{day} the ledger at the end of the month"]
            before = day
        lines.append(f"    {name(place)}  0 {place[3]} = {amount} {place[3]}")
    return "\n".join(lines) + "\n"


def for_beancount(evidence: Path, under: str, book: str = "") -> str:
    """One directive for each balance; it holds at the start of the day after."""
    types, found = stated(evidence, book)
    name = _namer(types, found, under, _dashed)
    lines = [f"{day + timedelta(days=1)} balance {name(place)}  {amount} {place[3]}" for day, place, amount in found]
    return "\n".join(lines) + "\n"


def _dashed(text: str) -> str:
    dashed = re.sub(r"[\W_]+", "-", text).strip("-")
    return dashed[0].upper() + dashed[1:]


def _namer(
    types: dict[str, str], found: list[Assertion], under: str, spell: Callable[[str], str]
) -> Callable[[Place], str]:
    several = len({place[0] for _, place, _ in found}) > 1

    def name(place: Place) -> str:
        entity, account, customer, _ = place
        parts = [under, *([entity] if several else []), account, customer or "No customer"]
        return ":".join([types[account], *(spell(part) for part in parts)])

    return name
