"""Made-up scenarios, each ending as one would: passed, failed with a difference, set aside, with a lost event."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.samples.blocks import (
    CUSTOMER,
    INVOICED,
    JOURNAL,
    Tale,
    billed_months,
    closed,
    invoice,
    opening,
    paid,
    reconciled,
    row,
    upsold,
    usd,
)


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
        money_at_risk=[usd(1032)], severity="S2", axes=["revenue"],
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
        cause="tie-out", money_at_risk=[usd(11355), {"minor": 980, "currency": "JPY"}], severity="S1", axes=["cash"],
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


STORIES: tuple[tuple[str, str, str, str, Callable[[Tale], None]], ...] = (
    (
        "amendments/midterm_upsell",
        "Midterm upsell",
        "Twenty seats added in the middle of March",
        "@amendments @midterm-upsell @req:Q2C-014",
        happy,
    ),
    (
        "amendments/midterm_upsell",
        "Midterm upsell",
        "Twenty seats with tax on the added service",
        "@amendments @midterm-upsell @owner:Priya-Nair",
        wrong_tax,
    ),
    (
        "amendments/midterm_upsell",
        "Midterm upsell",
        "The upsell invoice never reaches the ledger",
        "@amendments @faults",
        lost_event,
    ),
    (
        "amendments/retroactive_discount",
        "Retroactive discount",
        "Ten percent back to January",
        "@retroactive-discount @req:Q2C-021",
        credited,
    ),
    (
        "collections/disputed_invoice",
        "Disputed invoice",
        "A dispute is accepted in part",
        "@disputed-invoice",
        credited,
    ),
    (
        "collections/failed_payment",
        "Failed payment",
        "The card is declined twice and then pays",
        "@failed-payment",
        happy,
    ),
    (
        "collections/failed_payment",
        "Failed payment",
        "A payment notice arrives twice",
        "@failed-payment @faults",
        repeated,
    ),
    ("collections/write_off", "Write-off", "What is never paid leaves through the allowance", "@write-off", happy),
    ("orders/annual_subscription", "Annual subscription", "Twelve months billed monthly", "@annual @smoke", happy),
    (
        "orders/annual_subscription",
        "Annual subscription",
        "The ledger misses an invoice nobody announced",
        "@annual",
        unannounced,
    ),
    ("revenue/tax_change", "Tax rate change", "The rate changes in the middle of the term", "@tax", set_aside),
    ("revenue/year_end", "Year end", "The ledger crosses the year on a live sandbox", "@year-end", not_exercised),
)
