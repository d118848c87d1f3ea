"""A key figure as a close report shows it: with what it is made of, and how it is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class KeyFigure(NamedTuple):
    """A figure as it is shown, what it is divided of, and the documents that move it."""

    name: str
    value: str
    part: str
    whole: str
    documents: Sequence[str] = ()


def percent(part: int, whole: int) -> str:
    """A share with one decimal, half up: 98.5%; of nothing there is no share."""
    if not whole:
        return "none"
    tenths = (Fraction(part * 1000, whole) + Fraction(1, 2)).__floor__()
    return f"{'-' if tenths < 0 else ''}{abs(tenths) // 10}.{abs(tenths) % 10}%"


def business(days: int) -> str:
    """So many business days, in words."""
    return f"{days} business {'day' if days == 1 else 'days'}"


FORMULAS = {
    "Invoice accuracy": "invoices not corrected for our error within 90 days / invoices issued",
    "Invoice accuracy by amount": "(billed less credits for our errors) / billed, without tax",
    "Billing exception rate": "items failed or held / items attempted",
    "Revenue schedule accuracy": "1 - absolute differences of posted and scheduled / scheduled; never netted",
    "Revenue lines exact": "contracts and products posted as scheduled / all",
    "Manual entries": "entries written by hand / all entries",
    "Manual amount": "debits written by hand / all debits",
    "Entries of closed months": "entries moved out of a closed month / all entries",
    "Close duration": "business days from the month's last day to its close",
    "Reopenings": "how often the month was opened again",
    "Revenue leakage": "contracted and delivered less billed / contracted and delivered to the month's end, without tax and bad debt; "
    "each cause by itself",
    "Unreconciled": "absolute differences of all reconciliations; how many, and the oldest document behind them",
    "Dunning recovery": "collected in the month on invoices that were dunned before / that and what of them is still open",
    "RPO coverage": "obligations of the next twelve months / revenue of the last twelve",
    "Cash applied on its day": "money applied on the day it came / money applied",
    "Cash applied untouched": "money applied as it came, named by its payer / money applied",
    "DSO": "closing receivables / billings of the month x days of the month",
    "DSO on average receivables": "half of opening and closing receivables / billings of the month x days of the month",
    "Receivables turnover": "billings of the month / half of opening and closing receivables",
    "Best possible DSO": "receivables not past due / billings x days",
    "Average days delinquent": "DSO less best possible DSO",
    "DSO count-back": "days of whole months of billings that receivables cover, and of a part of one",
    "CEI": "(opening + billings - closing) / (opening + billings - closing not past due)",
    "Cash application cycle": "amount x days from receipt to application / amount; what waits counts to the month's end",
    "Dispute rate": "disputed / billings",
    "Credit memos to billings": "credited / billings",
    "Write-offs to billings": "written off / billings",
    "Unapplied cash to receivables": "unapplied and unidentified cash / closing receivables",
    "Close tasks done": "tasks done / all tasks of the checklist",
    "Critical path, planned": "days of the tasks, each waiting for the one before, that are planned to take longest",
    "Critical path, actual": "business days from the month's last day to the last task, and days of work of those it waited for",
    "MRR": "what recurring charges cost for a month at the terms of the month's last day, without tax",
    "ARR": "MRR x 12",
    "New MRR": "of customers who never had any before",
    "Reactivation MRR": "of customers who once had some, and none at the beginning",
    "Expansion MRR": "what customers bring more than at the beginning",
    "Contraction MRR": "what customers bring less than at the beginning",
    "Churn MRR": "of customers who bring nothing any more",
    "NRR": "what the customers of the beginning bring at the end / what they brought",
    "GRR": "the same without any rise",
}
"""How each figure is worked out (handbook, section 7)."""


def formula(name: str) -> str:
    """How a figure is worked out, in words; of a part of the leakage, as the whole."""
    return FORMULAS.get(name) or FORMULAS.get(name.partition(",")[0], "")
