"""Writes what was imported as a company in YAML and a feature: each contract a scenario that expects what production billed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from engine.model.calendar import long_date
from scenarios.lines import read
from scenarios.migration.case import amount
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY
from scenarios.production.deals import Deal, deals
from scenarios.production.events import Story, events
from scenarios.production.export import Export
from scenarios.production.goodwill import is_goodwill
from scenarios.production.secrets import Secrets
from scenarios.production.tables import table

COMPANY = "Imported company"


def company_yaml(export: Export, secrets: Secrets) -> str:
    """The company that bills, with pseudonyms for its customers, without what is agreed with its own customers alone."""
    root, _ = read(str(export.company_file), export.company_file.read_text(encoding="utf-8"))
    content = root.plain()
    assert isinstance(content, dict)
    told: dict[str, Any] = {**content, "company": COMPANY, "customers": sorted(set(secrets.customers.values()))}
    told.pop("payment behavior", None)
    told["early payment"] = [offer for offer in told.get("early payment", ()) if "customer" not in offer]
    return str(yaml.safe_dump(told, sort_keys=False, allow_unicode=True))


def feature(export: Export, secrets: Secrets, differs: Mapping[str, list[str]]) -> str:
    """The stories. Where production's figure is not the reference's, a comment says the likely cause."""
    return "\n".join(_lines(export, secrets, differs)) + "\n"


def told(export: Export) -> dict[str, Deal]:
    """The contracts of which stories are told: none of their records is rejected, and production has billed them."""
    known, spoiled = deals(export)[0], export.spoiled
    return {n: deal for n, deal in known.items() if n not in spoiled and export.of("invoices", n)}


def _lines(export: Export, secrets: Secrets, differs: Mapping[str, list[str]]) -> Iterator[str]:
    yield "Feature: Real contracts, billed again"
    yield "  Imported from production under other names. Each scenario expects what production billed."
    yield ""
    yield "  Background:"
    yield f'    Given the company "{COMPANY}"'
    if export.conventions:
        yield "    And these conventions:"
        yield from table(["question", "answer"], [list(one) for one in export.conventions.items()])
    numbers: dict[str, int] = {}
    for number, deal in told(export).items():
        customer = secrets.customers[export.name_of(deal.customer)]
        numbers[customer] = numbers.get(customer, 0) + 1
        found = differs.get(number, [])
        yield ""
        yield from (f"  # {secrets.scrub(said)}" for said in found)
        yield f"  Scenario: Contract {numbers[customer]} of {customer}"
        yield from _story(Story(export, secrets, deal, customer), clean=not found)


def _story(story: Story, clean: bool) -> Iterator[str]:
    deal, customer = story.deal, story.customer
    start, code = long_date(deal.terms.start), deal.terms.tax_code
    records = story.export.contracts[deal.number]
    first = min(records, key=lambda line: line["start"])
    terms = f"for {deal.terms.months} months, billed {_billing(first['billing'], deal)}, net {deal.terms.net_days}"
    yield f'    Given "{customer}" signed on {start} {terms}, tax code "{code}":'
    prices = list(dict.fromkeys(_price_head(line) for line in records))
    heads = ["product", "plan", "quantity", *prices, "from", "to", "discount"]
    yield from table(heads, [_sold(story, line, place, prices) for place, line in enumerate(records)])
    yield from events(story, clean)
    yield f"    When time passes to {long_date(story.export.through)}"
    yield from _billed_lines(story, clean)
    if clean and (owed := _owed(story)) is not None:
        yield f"    And {customer} owes {story.money(owed)}"


def _billing(words: str, deal: Deal) -> str:
    """The words of a sentence; what is billed once, with the first bill."""
    return words if words.partition(" in ")[0] in EVERY else f"every {deal.terms.months} months in advance"


def _billed_lines(story: Story, clean: bool) -> Iterator[str]:
    billed = [one for one in story.export.of("invoices", story.deal.number) if one["net"] >= 0]
    below = [one for one in story.export.of("invoices", story.deal.number) if one["net"] < 0]
    memos = [one for one in story.memos if not is_goodwill(one) or (clean and one["invoice"] in story.named)]
    heads = ["date", "for", "net", *(["tax"] if all(r["tax"] is not None for r in billed) else [])]
    yield f"    Then {story.customer} is invoiced:"
    yield from table(heads, [_billed(story, record)[: len(heads)] for record in billed])
    yield "    And nothing else is invoiced"
    if memos or below:
        yield f"    And {story.customer} is credited:"
        rows = [_billed(story, record, -1) for record in below] + [_billed(story, record) for record in memos]
        yield from table(["date", "for", "net"], [row[:3] for row in rows])
    yield "    And nothing else is credited"


def _price_head(line: Record) -> str:
    return f"price per {line['price per']}" if line["price per"] not in (None, "term") else "price"


def _sold(story: Story, line: Record, place: int, prices: list[str]) -> list[str]:
    price = f"{line['price'] * story.export.scale} {line['currency']}" if line["price"] is not None else ""
    own = [price if head == _price_head(line) else "" for head in prices]
    asked = story.deal.lines[place]
    days = [long_date(day) if day else "" for day in (asked.start, asked.end)]
    return [line["product"], line["plan"] or "", f"{line['quantity'] or 1}", *own, *days, f"{line['discount'] or 0}%"]


def _billed(story: Story, record: Record, sign: int = 1) -> list[str]:
    net, tax = sign * record["net"], sign * (record["tax"] or Decimal(0))
    return [long_date(record["date"]), record["product"], story.figure(net), story.figure(tax)]


def _owed(story: Story) -> Decimal | None:
    """What is open of the contract after everything; None where the export does not hold all that it takes to say."""
    if not story.whole:
        return None
    documents = story.export.of("invoices", story.deal.number)
    billed = sum((one["net"] + one["tax"] for one in documents), Decimal(0))
    back = sum(
        (one["net"] + amount(one["tax"]) for one in story.export.of("credit memos", story.deal.number)), Decimal(0)
    )
    return billed - back - sum((one["amount"] for one in story.payments), Decimal(0))


def write(out: Path, export: Export, secrets: Secrets, differs: Mapping[str, list[str]]) -> list[Path]:
    """Write company and feature; a folder `companies` beside the feature is where stories find theirs."""
    files = {
        out / "companies" / "imported_company.yaml": company_yaml(export, secrets),
        out / "imported_contracts.feature": feature(export, secrets, differs),
    }
    (out / "companies").mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return list(files)
