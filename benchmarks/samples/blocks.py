"""The pieces of made-up evidence: a contract signed, a month billed, a payment, a close, as the runner would write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reports.evidence.chain import ScenarioEvidence

CUSTOMER = "Globex"
MONTHS = ("January", "February", "March", "April")


def usd(minor: int) -> dict[str, Any]:
    return {"minor": minor, "currency": "USD"}


@dataclass
class Tale:
    """One scenario in the making: what its file will hold, in order."""

    evidence: ScenarioEvidence
    steps: int = 0
    entries: int = 0
    money: int = 0
    documents: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def step(self, keyword: str, text: str, pattern: str | None = None, verdict: str = "passed", **more: Any) -> int:
        record = {"table": None, "docstring": None, "background": False, "business_date": "2026-03-16", **more}
        index = self.steps
        self.evidence.write(
            "step", index=index, keyword=keyword, text=text, line=12 + index, pattern=pattern, verdict=verdict, **record
        )
        self.steps += 1
        return index

    def call(self, system: str, verb: str, arguments: Any, answer: Any = None, **more: Any) -> None:
        record = {"step": self.steps, "on": "2026-03-16", "arguments": arguments, "answer": answer, **more}
        self.evidence.write("call", system=system, verb=verb, **record)

    def check(self, title: str, columns: list[str], rows: list[dict[str, Any]], **more: Any) -> None:
        verdict = "passed" if all(row["sign"] == "=" for row in rows) else "failed"
        record = {"money_difference": [], "likely_cause": None, **more}
        self.evidence.write(
            "check", step=self.steps, title=title, verdict=verdict, columns=columns, rows=rows, **record
        )

    def document(self, system: str, kind: str, number: str, date: str, title: str, **data: Any) -> None:
        record = {"system": system, "type": kind, "number": number, "date": date, "customer": CUSTOMER, "title": title}
        self.documents.append({**record, "data": data})

    def entry(self, date: str, source: str, *lines: tuple[str, int]) -> None:
        self.entries += 1
        self.money += sum(amount for _, amount in lines if amount > 0)
        parts = [
            {"account": name, "debit": usd(x) if x > 0 else None, "credit": usd(-x) if x < 0 else None}
            for name, x in lines
        ]
        self.document(
            "erp", "journal entry", f"JE-{self.entries}", date, source, source=source, entity="NW Inc", lines=parts
        )

    def event(self, kind: str, source: str, on: str, subject: str, *to: tuple[str, str]) -> None:
        arrivals = [
            {
                "to": name,
                "on": on,
                "outcome": outcome,
                "answer": "January 2026 is closed for NW Inc." if outcome == "refused" else None,
            }
            for name, outcome in to
        ]
        number = f"E-{len(self.events) + 1}"
        record = {"number": number, "type": kind, "source": source, "on": on, "subject": subject, "customer": CUSTOMER}
        self.events.append({**record, "payload": {"document": subject}, "deliveries": arrivals})

    def end(self, verdict: str = "passed", out_of_balance: int = 0) -> None:
        for event in self.events:
            self.evidence.write("event", **event)
        for document in self.documents:
            self.evidence.write("document", **document)
        self.evidence.write(
            "result",
            verdict=verdict,
            amount_in_test=[usd(self.money)] if self.money else [],
            out_of_balance=[usd(out_of_balance)] if out_of_balance else [],
        )


def cells(*pairs: tuple[str | None, str | None] | str) -> list[dict[str, Any]]:
    both = [(pair, pair) if isinstance(pair, str) else pair for pair in pairs]
    return [{"expected": expected, "found": found, "equal": expected == found} for expected, found in both]


def row(sign: str, *pairs: tuple[str | None, str | None] | str) -> dict[str, Any]:
    return {"sign": sign, "cells": cells(*pairs)}


def opening(tale: Tale) -> None:
    applied = [
        {"question": "proration", "answer": "by day, actual days of period", "source": "story"},
        {"question": "day of the change", "answer": "new plan pays", "source": "story"},
        {"question": "write-off", "answer": "allowance", "source": "default"},
        {"question": "rounding residue", "answer": "cumulative", "source": "company"},
    ]
    tale.evidence.write("policies", applied=applied, company="Northwind SaaS")
    tale.step(
        "Given", 'the company "Northwind SaaS"', "the company {string}", background=True, business_date="2026-01-01"
    )
    tale.call("crm", "close_won", {"customer": CUSTOMER, "product": "Platform seat", "quantity": 100}, {"order": "O-1"})
    table = [["product", "quantity", "price per month"], ["Platform seat", "100", "10.00 USD"]]
    text = f'"{CUSTOMER}" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:'
    pattern = "{customer} signed on {date} for {count} months, billed monthly in advance, net {count}, tax {percent}:"
    tale.step("And", text, pattern, background=True, table=table, business_date="2026-01-01")
    tale.event("opportunity closed-won", "crm", "2026-01-01", "O-1", ("billing", "delivered"))
    term = {"from": "2026-01-01", "to": "2026-12-31"}
    line = {"product": "Platform seat", "quantity": 100, "price": usd(1000), "per": "month"}
    tale.document("crm", "quote", "Q-1", "2026-01-01", "Quote for 100 seats", status="approved", lines=[line])
    tale.document(
        "billing", "contract", "C-1", "2026-01-01", "Twelve months, monthly in advance", term=term, lines=[line]
    )


def invoice(
    tale: Tale, number: str, date: str, until: str, quantity: int, net: int, outcome: str = "delivered"
) -> None:
    tax = round(net / 10)
    line = {
        "description": "Platform seat",
        "from": date,
        "to": until,
        "quantity": quantity,
        "unit_price": usd(1000),
        "net": usd(net),
        "tax": usd(tax),
        "total": usd(net + tax),
    }
    totals = {"net": usd(net), "tax": usd(tax), "total": usd(net + tax)}
    facts = {"due_date": "2026-04-15", "terms": "net 30", "tax_rate": "10%", "status": "posted"}
    tale.document("billing", "invoice", number, date, f"Invoice of {date}", lines=[line], **totals, **facts)
    tale.event("invoice posted", "billing", date, number, ("erp", outcome), ("payments", "delivered"))
    if outcome != "lost":
        lines = (("Receivables", net + tax), ("Contract liability", -net), ("Sales tax payable", -tax))
        tale.entry(date, number, *lines)


def paid(tale: Tale, number: str, date: str, bill: str, amount: int, outcome: str = "delivered") -> None:
    applied = [{"invoice": bill, "amount": usd(amount)}]
    tale.document(
        "payments", "payment", number, date, "Card payment", method="card", amount=usd(amount), applied=applied
    )
    tale.event("payment received", "payments", date, number, ("billing", "delivered"), ("erp", outcome))
    tale.entry(date, number, ("Gateway clearing", amount), ("Receivables", -amount))


def billed_months(tale: Tale, months: int = 3) -> None:
    ends = ("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")
    for index in range(months):
        invoice(tale, f"INV-{index + 1}", f"2026-0{index + 1}-01", ends[index], 100, 100000)
        paid(tale, f"PAY-{index + 1}", f"2026-0{index + 1}-28", f"INV-{index + 1}", 110000)
        tale.entry(ends[index], f"revenue of {MONTHS[index]}", ("Contract liability", 100000), ("Revenue", -100000))
    lines = [
        {"period": f"2026-{month:02d}", "amount": usd(100000), "recognized": month <= months} for month in range(1, 13)
    ]
    tale.document(
        "erp", "revenue schedule", "RS-1", "2026-01-01", "Platform seat, 100", obligation="Platform seat",
        total=usd(1200000), lines=lines,
    )  # fmt: skip


def reconciled(tale: Tale, difference: int = 0, announced: bool = False) -> None:
    why = {"document": "INV-U1", "amount": usd(difference), "explanation": "invoice posted never reached the ledger"}
    for title, left, right in (
        ("Orders and contracts", "CRM", "billing"),
        ("Open invoices and receivables", "billing", "ledger"),
        ("Payments and clearing", "payments", "ledger"),
        ("Unrecognized schedule and contract liability", "schedule", "ledger"),
    ):
        off = difference if title.startswith("Open") else 0
        tale.evidence.write(
            "reconciliation", step=None, title=title, left=left, right=right, left_amount=usd(220000 + off),
            right_amount=usd(220000), difference=usd(off), currency="USD", entity="NW Inc", period=None,
            as_of="2026-04-01", items=[why] if off else [], announced=announced,
        )  # fmt: skip


def closed(tale: Tale, difference: int = 0) -> None:
    receivables = [
        ["Receivables, opening", usd(110000)],
        ["Invoiced", usd(121355)],
        ["Cash applied", usd(-220000)],
        ["Receivables, closing", usd(11355)],
    ]
    trial = [
        ["Receivables", usd(110000), usd(-98645), usd(11355)],
        ["Contract liability", usd(0), usd(0), usd(0)],
        ["Sales tax payable", usd(-20000), usd(-11032), usd(-31032)],
        ["Gateway clearing", usd(110000), usd(220000), usd(330000)],
        ["Revenue", usd(-200000), usd(-110323), usd(-310323)],
    ]
    recon = {
        "title": "Open invoices and receivables", "left": "billing", "right": "ledger", "left_amount": usd(11355),
        "right_amount": usd(11355 - difference), "difference": usd(difference), "as_of": "2026-03-31",
        "items": [{"document": "INV-U1", "amount": usd(difference), "explanation": "upsell invoice not posted"}]
        if difference else [],
    }  # fmt: skip
    tale.evidence.write(
        "close_report", step=tale.steps, entity="NW Inc", period="2026-03", currency="USD",
        status="open, with differences" if difference else "closed", run=1,
        sections=[
            {"title": "Trial balance", "columns": ["account", "opening", "movement", "closing"], "rows": trial},
            {"title": "Receivables roll-forward", "columns": ["line", "amount"], "rows": receivables},
        ],
        reconciliations=[recon], kpis=[{"name": "Days sales outstanding", "value": "3.4 days"}],
    )  # fmt: skip


INVOICED = ["date", "for", "from", "to", "quantity", "net", "tax", "total"]
JOURNAL = ["date", "source", "account", "debit", "credit"]


def upsold(tale: Tale, outcome: str = "delivered") -> None:
    tale.step(
        "When",
        f'{CUSTOMER} adds 20 "Platform seat" from 16 March 2026',
        "{customer} adds {count} {product} from {date}",
    )
    amended = {"from": "2026-03-16", "quantity": 20, "product": "Platform seat", "price": usd(1000)}
    tale.document("billing", "amendment", "A-1", "2026-03-16", "Twenty seats more", **amended)
    tale.call("crm", "close_won", {"contract": "C-1", "add": 20, "from": "2026-03-16"}, {"order": "O-2"})
    tale.event("order activated", "crm", "2026-03-16", "O-2", ("billing", "delivered"))
    invoice(tale, "INV-U1", "2026-03-16", "2026-03-31", 20, 10323, outcome)
    tale.call("clock", "advance_to", {"day": "2026-04-01"})
    tale.step("And", "time passes to 1 April 2026", "time passes to {date}", business_date="2026-04-01")
