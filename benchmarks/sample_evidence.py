"""A made-up run as the runner would leave it: twelve stories for tests and the eye, a thousand for the scales.

The stories are evidence only; nothing is computed by the code under test, so the page can be judged without the engine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reports.evidence import ScenarioEvidence, seal

CUSTOMER = "Globex"
MONTHS = ("January", "February", "March", "April")
SIGN_OFFS = [
    {"role": "Controller", "meaning": "I reviewed the exceptions and accept the journals and closes shown."},
    {"role": "Head of revenue operations", "meaning": "The stories are how we sell, amend and renew."},
    {"role": "Release manager", "meaning": "The stack named here is the one that goes live."},
]


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
        arrivals = [{"to": name, "on": on, "outcome": outcome, "answer": None} for name, outcome in to]
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


def happy(tale: Tale) -> None:
    opening(tale)
    tale.step("Given", f"{CUSTOMER} pays every invoice when it is due", "{customer} pays every invoice when it is due")
    upsold(tale)
    billed_months(tale)
    rows = [
        row("=", "16 March 2026", "Platform seat", "16 March 2026", "31 March 2026", "20", "103.23", "10.32", "113.55"),
        row(
            "=",
            "1 April 2026",
            "Platform seat",
            "1 April 2026",
            "30 April 2026",
            "120",
            "1,200.00",
            "120.00",
            "1,320.00",
        ),
    ]
    tale.check(f"{CUSTOMER} is invoiced", INVOICED, rows)
    tale.step("Then", f"{CUSTOMER} is invoiced:", "{customer} is invoiced:", table=[INVOICED])
    closed(tale)
    tale.step("And", "finance closes March 2026 without a difference", "finance closes {period} without a difference")
    reconciled(tale)
    tale.end()


def wrong_tax(tale: Tale) -> None:
    opening(tale)
    upsold(tale)
    billed_months(tale)
    rows = [
        row("=", "16 March 2026", "INV-U1", "Receivables", "113.55", ""),
        row("!", "16 March 2026", "INV-U1", "Contract liability", "", ("103.23", "113.55")),
        row("-", ("16 March 2026", None), ("INV-U1", None), ("Sales tax payable", None), ("", None), ("10.32", None)),
        row("+", (None, "31 March 2026"), (None, "PAY-3"), (None, "Bank fees"), (None, "2.90"), (None, "")),
    ]
    tale.check(
        "the journal of March 2026",
        JOURNAL,
        rows,
        money_difference=[usd(1032)],
        likely_cause="Tax was left out: the whole amount was deferred.",
    )
    index = tale.step("Then", "the journal of March 2026 is:", "the journal of {period} is:", "failed", table=[JOURNAL])
    tale.step("And", "finance closes March 2026 without a difference", None, "not reached", business_date=None)
    message = (
        "The journal of March 2026 differs in 3 of 4 rows.\n"
        "  !  16 March 2026  INV-U1  Contract liability  credit 113.55, expected 103.23\n"
        "  -  16 March 2026  INV-U1  Sales tax payable   credit 10.32 is missing\n"
        "  +  31 March 2026  PAY-3   Bank fees           debit 2.90 was not expected\n"
        "Likely cause: tax was left out, the whole amount was deferred."
    )
    tale.evidence.write(
        "failed", step=index, title="The journal of March 2026 differs", message=message, cause="expectation",
        money_at_risk=[usd(1032)], severity="S2",
    )  # fmt: skip
    reconciled(tale)
    tale.end("failed")


def lost_event(tale: Tale) -> None:
    opening(tale)
    tale.step(
        "And",
        'the integration loses the event "invoice posted" of the upsell',
        "the integration loses the event {string} of {document}",
    )
    upsold(tale, "lost")
    billed_months(tale)
    closed(tale, 11355)
    tale.step("Then", "finance cannot close March 2026, among other reasons because:", None)
    reconciled(tale, 11355, announced=True)
    tale.end()


def unannounced(tale: Tale) -> None:
    opening(tale)
    upsold(tale, "lost")
    billed_months(tale)
    reconciled(tale, 11355)
    tale.evidence.write(
        "failed", step=None, title="The four systems do not tie out",
        message="Open invoices (billing) 2,313.55 USD, receivables (ledger) 2,200.00 USD: difference 113.55 USD.\n"
        "INV-U1 113.55 USD: invoice posted never reached the ledger.",
        cause="tie-out", money_at_risk=[usd(11355), {"minor": 98000, "currency": "JPY"}], severity="S1",
    )  # fmt: skip
    tale.end("failed", out_of_balance=11355)


def repeated(tale: Tale) -> None:
    opening(tale)
    tale.step("When", 'the event "payment received" arrives twice', "the event {string} arrives twice")
    invoice(tale, "INV-1", "2026-01-01", "2026-01-31", 100, 100000, "delayed")
    paid(tale, "PAY-1", "2026-01-28", "INV-1", 110000, "repeated")
    tale.event("contract amended", "billing", "2026-01-29", "A-9", ("erp", "refused"))
    refused = {"code": "period_closed", "sentence": "January 2026 is closed for NW Inc."}
    tale.evidence.write(
        "call",
        step=tale.steps,
        system="erp",
        verb="post",
        on="2026-01-29",
        arguments={"entry": "JE-9"},
        refused=refused,
    )
    tale.step("Then", f"{CUSTOMER} owes nothing", "{customer} owes nothing")
    reconciled(tale)
    tale.end()


def credited(tale: Tale) -> None:
    opening(tale)
    billed_months(tale, 4)
    tale.step(
        "When", "10 percent back to January is agreed on 30 April", "{percent} back to {period} is agreed on {date}"
    )
    line = {"description": "Concession, January to April", "net": usd(-40000), "tax": usd(-4000), "total": usd(-44000)}
    tale.document(
        "billing", "credit memo", "CM-1", "2026-04-30", "Concession", credits="INV-1 to INV-4", lines=[line],
        net=usd(-40000), tax=usd(-4000), total=usd(-44000),
    )  # fmt: skip
    tale.document("billing", "refund", "RF-1", "2026-05-02", "Refund to card", amount=usd(44000), of="CM-1")
    tale.document(
        "billing",
        "dispute",
        "D-1",
        "2026-03-12",
        "Invoice contested",
        invoice="INV-3",
        amount=usd(30000),
        state="accepted",
    )
    tale.document(
        "billing",
        "letter",
        "L-1",
        "2026-03-20",
        "First reminder",
        text="Please pay INV-3 by 27 March.\nWe are glad to help.",
    )
    tale.entry("2026-04-30", "CM-1", ("Revenue", 40000), ("Sales tax payable", 4000), ("Customer balances", -44000))
    tale.step("Then", "the credit memo is:", None, docstring="Dear Globex,\nwe credit what we promised.")
    reconciled(tale)
    tale.end()


def set_aside(tale: Tale) -> None:
    tale.evidence.write("skipped", owner="Ana Ruiz", reason="The new tax table is due with wave 4", until="2026-09-30")
    tale.end("skipped")


def not_exercised(tale: Tale) -> None:
    reason = "not exercised: the stack cannot travel in time"
    tale.evidence.write("skipped", reason=reason, capability="time travel")
    tale.end("not exercised")


STORIES: tuple[tuple[str, str, str, list[str], Callable[[Tale], None]], ...] = (
    ("amendments/midterm_upsell", "Midterm upsell", "Twenty seats added in the middle of March", ["@amendments", "@midterm-upsell", "@req:Q2C-014"], happy),
    ("amendments/midterm_upsell", "Midterm upsell", "Twenty seats with tax on the added service", ["@amendments", "@midterm-upsell", "@owner:Priya Nair"], wrong_tax),
    ("amendments/midterm_upsell", "Midterm upsell", "The upsell invoice never reaches the ledger", ["@amendments", "@faults"], lost_event),
    ("amendments/retroactive_discount", "Retroactive discount", "Ten percent back to January", ["@retroactive-discount", "@req:Q2C-021"], credited),
    ("collections/disputed_invoice", "Disputed invoice", "A dispute is accepted in part", ["@disputed-invoice"], credited),
    ("collections/failed_payment", "Failed payment", "The card is declined twice and then pays", ["@failed-payment"], happy),
    ("collections/failed_payment", "Failed payment", "A payment notice arrives twice", ["@failed-payment", "@faults"], repeated),
    ("collections/write_off", "Write-off", "What is never paid leaves through the allowance", ["@write-off"], happy),
    ("orders/annual_subscription", "Annual subscription", "Twelve months billed monthly", ["@annual", "@smoke"], happy),
    ("orders/annual_subscription", "Annual subscription", "The ledger misses an invoice nobody announced", ["@annual"], unannounced),
    ("revenue/tax_change", "Tax rate change", "The rate changes in the middle of the term", ["@tax"], set_aside),
    ("revenue/year_end", "Year end", "The ledger crosses the year on a live sandbox", ["@year-end"], not_exercised),
)  # fmt: skip


def begin(folder: Path, path: str, title: str, name: str, tags: list[str], line: int, **more: Any) -> Tale:
    slug = "-".join("".join(x if x.isalnum() else " " for x in name.lower()).split())
    tale = Tale(ScenarioEvidence(folder / "evidence" / path.replace("/", ".") / f"{slug}.jsonl"))
    tale.evidence.write(
        "scenario",
        feature_path=f"{path}.feature",
        feature_name=title,
        area=path.split("/")[0],
        name=name,
        tags=tags,
        line=line,
        description="Sales adds seats to a running subscription.\nThe customer pays only for the days that remain.",
        **{"rule": None, "example": None, **more},
    )
    return tale


def finish(folder: Path, count: int) -> Path:
    facts = {"stack": "built-in", "world": ["Northwind SaaS"], "commit": "4f2c9e1", "versions": {"tieout": "0.1.0"}}
    total = {"written": count, "collected": count, "run": count}
    seal(folder, policies={"write-off": "allowance"}, control_total=total, sign_offs=SIGN_OFFS, **facts)
    return folder


def twelve(folder: Path, stories: Iterable[Any] = STORIES) -> Path:
    """Write the run that shows everything: ten that ran, two of them failed, one set aside, one not exercised."""
    count = 0
    for count, (path, title, name, tags, tell) in enumerate(stories, start=1):
        example = {"seats": "20", "day": "16 March 2026"} if tell is wrong_tax else None
        rule = "Added service is billed for the days that remain" if tell in (happy, wrong_tax) else None
        tale = begin(folder, path, title, name, tags, 10 * count, example=example, rule=rule)
        tell(tale)
        tale.evidence.close()
    return finish(folder, count)


def many(folder: Path, count: int = 1000) -> Path:
    """Write the run of the scale: scenarios of eight steps, each with a 3 x 3 table that no other scenario has."""
    for number in range(count):
        path = f"area{number // 100}/feature{number // 20}"
        tale = begin(
            folder, path, f"Feature {number // 20}", f"Scenario {number} holds", [f"@tag{number % 12}"], number
        )
        for step in range(8):
            cells_of = [[f"item {number}", f"{step}", f"{number * step}.00"] for _ in range(2)]
            tale.step(
                "Given",
                f"the items {number} of step {step}:",
                "the items {count} of step {count}:",
                table=[["a", "b", "c"], *cells_of],
            )
        tale.end()
        tale.evidence.close()
    return finish(folder, count)


def rich(folder: Path, count: int = 1000) -> Path:
    """Write the heavy run: every scenario with invoices, journal, events and closes as a real one has."""
    tells = [story for story in STORIES if story[4] in (happy, credited, repeated, wrong_tax)]
    return twelve(
        folder, [(p, t, f"{n}, case {i}", g, f) for i in range(count) for p, t, n, g, f in [tells[i % len(tells)]]]
    )


if __name__ == "__main__":
    twelve(Path(sys.argv[1]))
