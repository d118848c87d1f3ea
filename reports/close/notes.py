"""How each section of a close report is read: which way its amounts count, and where they come from."""

from __future__ import annotations

from dataclasses import replace

from engine.model.close import ReportSection

_LEDGER = "Source: ledger"
NOTES = {
    "Trial balance": f"Debit positive, credit negative. {_LEDGER}.",
    "Trial balance by month": f"What stood at each month's end, debit positive. {_LEDGER}.",
    "Books side by side": f"What stands at the end, debit positive, credit negative. {_LEDGER}, each set of books.",
    "Receivables": f"What customers owe, tax included. {_LEDGER}; held against billing in section 11.",
    "Ageing": "By days past due at the cut-off, as it stood then, tax included; what is in dispute is part of it, what customers "
    "have to their credit is not. With what is open in other currencies it is the balance of receivables. Source: billing; "
    "worths: ledger.",
    "Contract liability": f"What is billed or paid and not yet earned, without tax; a liability counts up. {_LEDGER}.",
    "Unbilled receivable and contract asset": f"What is earned and not yet billed, without tax. {_LEDGER}.",
    "Contract costs and goods": f"What was spent and is not yet expense. {_LEDGER}; held against what finance recorded.",
    "Unapplied cash, credits, refunds and allowance": f"Liabilities and the allowance count up. {_LEDGER}.",
    "Sales tax": f"What is owed to authorities; a liability counts up. {_LEDGER}; by tax where there are several.",
    "Sales tax return": "What documents of the period charge and credit, by tax and rate, and what the ledger posted of it. "
    "Source: billing; ledger.",
    "Exchange rates": "Every rate that held in the period between its currencies and that of the books. Source: as stated.",
    "Exchange differences": f"By what was revalued or settled; gains count up. {_LEDGER}.",
    "Revenue": f"Revenue counts up, without tax. {_LEDGER}.",
    "Revenue by obligation": "What was scheduled for the period, what amendments of it changed, and what catches up on periods "
    "before. Source: revenue schedules.",
    "Remaining performance obligations": "Price of service still to come, without tax, on the schedules as they stood at the cut-off; no "
    "contract is left out by an expedient. Source: revenue schedules.",
    "Cash": f"Assets count up. {_LEDGER}.",
    "Subledgers to general ledger": "Documents less ledger; under each difference the documents behind it. Source: all four systems.",
    "Tie-outs": "Both sides of each, added up over what it compares; the worst difference decides. Source: all four systems.",
    "Billing completeness": "For service to the end of the period, without tax. Source: billing.",
    "Usage control": "Quantities used up to the end of the period: received, rated by the rule of the charge, billed less credited, "
    "waiting for an invoice, free; what is left is the difference. Source: billing, rated anew.",
    "Readings": "How often meters reported in the period, and what became of it. Source: billing.",
    "Foreign currency": f"Gains count up; worths in the currency of the report. {_LEDGER} and its exchange rates.",
    "Intercompany": f"What is owed between legal entities of the group. {_LEDGER}, of each of them.",
    "Group trial balance": "Debit positive, credit negative. Source: ledgers of all legal entities, translated.",
    "Manual journals": "Sum of the debits of each. Source: ledger.",
    "Overrides": "Exceptions to the rules of masters and quotes that were allowed in the period. Source: CRM.",
    "Policy changes": "Conventions that were answered otherwise from a day of the period on. Source: billing.",
    "Corrections and events after the period": "What each comes to, without sign (IAS 8, IAS 10). Source: ledger.",
    "Comparatives restated": "Debit positive, credit negative, at the end of the year that was wrong. Source: ledger.",
    "Late events": "Debits of what belonged to a closed period, tax included. Source: ledger and billing.",
    "Cut-off": "What was posted in the period and belongs before it, closed or not, tax included. Source: ledger and billing.",
    "Exceptions": "What a system would not take, or waits for somebody. Source: all four systems.",
    "Key figures": "Formulas of the accounting handbook; part and whole as they were counted, with the documents behind them.",
}
# The sections that say themselves how they are read, or need no word.
_UNNOTED = (
    "Bank",
    "Unbilled older than one billing period",
    "Reopened months",
    "Data quality",
    "Close checklist",
    "Sign-offs",
)
TITLES = (*NOTES, *_UNNOTED)


def noted(section: ReportSection) -> ReportSection:
    """The section with how it is read, where that is not said already."""
    return section if section.note else replace(section, note=NOTES.get(section.title, ""))
