"""Writes what was imported as a company in YAML and a feature: each contract a scenario that expects what production billed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from engine.model.calendar import ONE_DAY, add_months, long_date
from engine.model.money import Money
from scenarios.lines import read
from scenarios.migration.findings import Record
from scenarios.production.export import Export

COMPANY = "Imported company"


def company_yaml(export: Export, names: Mapping[str, str]) -> str:
    """The company that bills, with pseudonyms for its customers, without what is agreed with its own customers alone."""
    root, _ = read(str(export.company_file), export.company_file.read_text(encoding="utf-8"))
    content = root.plain()
    assert isinstance(content, dict)
    told: dict[str, Any] = {**content, "company": COMPANY, "customers": sorted(set(names.values()))}
    told.pop("payment behavior", None)
    told["early payment"] = [offer for offer in told.get("early payment", ()) if "customer" not in offer]
    return str(yaml.safe_dump(told, sort_keys=False, allow_unicode=True))


def months_of_term(lines: list[Record]) -> int | None:
    """The whole months from the first day to the last; None if they are not whole."""
    start, end = min(line["start"] for line in lines), max(line["end"] for line in lines)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return next((m for m in (months, months - 1) if m and add_months(start, m) - ONE_DAY == end), None)


def feature(export: Export, names: Mapping[str, str], differs: Mapping[str, list[str]]) -> str:
    """The stories. Where production's figure is not the reference's, a comment says the likely cause."""
    return "\n".join(_lines(export, names, differs)) + "\n"


def _lines(export: Export, names: Mapping[str, str], differs: Mapping[str, list[str]]) -> Iterator[str]:
    yield "Feature: Real contracts, billed again"
    yield "  Imported from production under other names. Each scenario expects what production billed."
    yield ""
    yield "  Background:"
    yield f'    Given the company "{COMPANY}"'
    numbers: dict[str, int] = {}
    for contract, lines in export.contracts.items():
        billed = [record for record in export.invoices if record["contract"] == contract]
        months = months_of_term(lines)
        if months is None or not billed:
            continue
        customer = names[lines[0]["customer"]]
        numbers[customer] = numbers.get(customer, 0) + 1
        yield ""
        yield from (f"  # {said}" for said in differs.get(contract, ()))
        yield f"  Scenario: Contract {numbers[customer]} of {customer}"
        yield from _story(export, customer, months, lines, billed)


def _story(export: Export, customer: str, months: int, lines: list[Record], billed: list[Record]) -> Iterator[str]:
    first = min(lines, key=lambda line: line["start"])
    net_days = int(first["net days"] or 30)
    start, code = long_date(first["start"]), tax_code(export, first["contract"])
    terms = f"for {months} months, billed {first['billing']}, net {net_days}"
    yield f'    Given "{customer}" signed on {start} {terms}, tax code "{code}":'
    prices = list(dict.fromkeys(_price_head(line) for line in lines))
    yield from _table(["product", "quantity", *prices, "discount"], [_sold(export, line, prices) for line in lines])
    yield f"    When time passes to {long_date(max(record['date'] for record in billed))}"
    yield f"    Then {customer} is invoiced:"
    heads = ["date", "for", "net", *(["tax"] if all(r["tax"] is not None for r in billed) else [])]
    yield from _table(heads, [_billed(export, record)[: len(heads)] for record in billed])


def _price_head(line: Record) -> str:
    return f"price per {line['price per']}" if line["price per"] not in (None, "term") else "price"


def _sold(export: Export, line: Record, prices: list[str]) -> list[str]:
    price = f"{line['price'] * export.scale} {line['currency']}"
    own = [price if head == _price_head(line) else "" for head in prices]
    return [line["product"], f"{line['quantity']}", *own, f"{line['discount'] or 0}%"]


def tax_code(export: Export, contract: str) -> str:
    """The contract's tax code: as exported, or the one whose percentage production charged most often."""
    named = next((line["tax code"] for line in export.contracts[contract] if line["tax code"]), None)
    if named:
        return str(named)
    billed = [r for r in export.invoices if r["contract"] == contract and r["tax"] is not None and r["net"]]
    charged = Counter(round(r["tax"] * 100 / r["net"], 1) for r in billed)
    percent = charged.most_common(1)[0][0] if charged else Decimal(0)
    fitting = [rate.code for rate in export.company.tax_rates if abs(rate.percent - percent) < 1 and not rate.tax]
    return fitting[0] if fitting else "none"


def _billed(export: Export, record: Record) -> list[str]:
    return [
        long_date(record["date"]),
        record["product"],
        _scaled(export, record["net"], record["currency"]),
        _scaled(export, record["tax"] or Decimal(0), record["currency"]),
    ]


def _scaled(export: Export, amount: Decimal, currency: str) -> str:
    return str(Money.of(amount * export.scale, currency)).rpartition(" ")[0]


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    for row in [heads, *rows]:
        yield "      | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def write(out: Path, export: Export, names: Mapping[str, str], differs: Mapping[str, list[str]]) -> list[Path]:
    """Write company and feature; a folder `companies` beside the feature is where stories find theirs."""
    files = {
        out / "companies" / "imported_company.yaml": company_yaml(export, names),
        out / "imported_contracts.feature": feature(export, names, differs),
    }
    (out / "companies").mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return list(files)
