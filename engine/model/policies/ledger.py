"""How the books are kept: who may write in them, and what happens to what comes too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

ManualOnControl = Literal["refused", "allowed"]
Segregation = Literal["two persons", "one person"]
CloseChecklist = Literal["followed", "must be done"]
Dimensions = Literal["of the contract, else of the customer", "of the customer"]
PriorYearErrors = Literal[
    "restated through retained earnings", "in the current period", "refused until the period is reopened"
]
ErrorView = Literal["both, the greater", "income statement", "balance sheet"]
ErrorSum = Literal["together", "one by one"]
AdjustingEvents = Literal["refused until the period is reopened", "in the first open period"]
BankMatching = Literal["reference, else amount", "reference", "by hand"]
BankDifference = Literal["bank charge", "left open"]
UnbilledLosses = Literal["none", "as what is not yet due"]
LatePosting = Literal["first open period", "refused"]
FiscalYearBegins = Literal[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

MONTHS: tuple[str, ...] = FiscalYearBegins.__args__  # type: ignore[attr-defined]  # a Literal's own values


@dataclass(frozen=True, kw_only=True)
class LedgerPolicies:
    """How the books are kept: who may write in them, and what happens to what comes too late."""

    manual_on_control: ManualOnControl = "refused"
    segregation: Segregation = "two persons"
    late_posting: LatePosting = "first open period"
    close_checklist: CloseChecklist = "followed"
    fiscal_year_begins: FiscalYearBegins = "January"
    bank_matching: BankMatching = "reference, else amount"
    bank_difference: BankDifference = "bank charge"
    dimensions: Dimensions = "of the contract, else of the customer"
    prior_year_errors: PriorYearErrors = "restated through retained earnings"
    error_view: ErrorView = "both, the greater"
    error_sum: ErrorSum = "together"
    adjusting_events: AdjustingEvents = "refused until the period is reopened"
    unbilled_losses: UnbilledLosses = "none"


QUESTIONS: tuple[Question, ...] = (
    question(
        "manual_on_control",
        "manual journals on control accounts",
        "handbook, section 5.11 and 5.15",
        ("refused", "what documents keep (receivables, contract liability, tax, clearing ...) only documents change"),
        ("allowed", "they are posted, and stand in the close as a difference from the documents"),
    ),
    question(
        "segregation",
        "approval of manual journals",
        "handbook, section 6: creator is not approver",
        ("two persons", "whoever prepares a manual journal cannot approve it"),
        ("one person", "the same person may do both, as in a company of one accountant"),
    ),
    question(
        "late_posting",
        "posting into a closed period",
        "handbook P16 and section 6, IAS 8.42, ASC 250-10",
        (
            "first open period",
            "what belongs to a closed period is posted into the first open one, and says where it belongs",
        ),
        ("refused", "the ledger does not take it until the period is reopened"),
    ),
    question(
        "close_checklist",
        "close checklist",
        "handbook, section 5.19 and 7 (close duration)",
        ("followed", "the close report says what is open; a period closes all the same"),
        ("must be done", "a period closes only when every task of its checklist is done"),
    ),
    question(
        "fiscal_year_begins",
        "fiscal year begins",
        "handbook, section 5.1: income and expense begin at nothing each year",
        *((month, f"what is earned up to the last day before {month} is retained earnings") for month in MONTHS),
    ),
    question(
        "bank_matching",
        "matching of bank lines",
        "handbook, section 5.10",
        (
            "reference, else amount",
            "with the documents that its words name; else with the only one of its amount, or its payer's, a few days apart",
        ),
        ("reference", "with the documents that its words name, and no other"),
        ("by hand", "with what somebody says"),
    ),
    question(
        "bank_difference",
        "difference at the bank within tolerance",
        "handbook 4.16 (bank charge) and section 5.10",
        ("bank charge", "what the bank kept of a transfer is an expense of the day its statement comes"),
        ("left open", "the line and its documents differ until somebody settles it"),
    ),
    question(
        "dimensions",
        "region and channel of journal lines",
        "IFRS 15.114 and B87-B89, ASC 606-10-50-5",
        (
            "of the contract, else of the customer",
            "what was true when the contract was signed stays with its lines; lines of no contract follow the customer",
        ),
        ("of the customer", "all lines follow the customer's record as it is when they are posted"),
    ),
    question(
        "prior_year_errors",
        "material errors of earlier years",
        "IAS 8.41-49, ASC 250-10-45-23, handbook section 6",
        (
            "restated through retained earnings",
            "what they did to income and expense is taken to opening retained earnings; the report shows the year restated",
        ),
        ("in the current period", "they go through income and expense of the open period, as smaller ones do"),
        ("refused until the period is reopened", "the ledger takes them only in the period itself"),
    ),
    question(
        "error_view",
        "errors are measured by",
        "SAB 108 (SAB topic 1.N), IAS 8.5",
        ("both, the greater", "what they do to the income of the year or to what stands at its end, whichever is more"),
        ("income statement", "what they do to the income of the year (rollover)"),
        ("balance sheet", "what they do to what stands at its end (iron curtain)"),
    ),
    question(
        "error_sum",
        "errors are held against materiality",
        "IAS 8.5: individually or collectively; SAB 99",
        ("together", "with all other errors of that fiscal year that are not restated"),
        ("one by one", "each by itself"),
    ),
    question(
        "adjusting_events",
        "events that adjust a closed period",
        "IAS 10.8, ASC 855-10-25-1, handbook section 6",
        (
            "refused until the period is reopened",
            "they are posted at the end of the period while it is open or softly closed; else it has to be reopened",
        ),
        (
            "in the first open period",
            "once the period is closed they are posted in the first open one, and say where they belong",
        ),
    ),
    question(
        "unbilled_losses",
        "expected losses of what is not billed yet",
        "handbook 4.4; IFRS 15.107 and 108, IFRS 9.5.5.15; ASC 606-10-45-3, ASC 326-20-30",
        ("none", "the matrix is applied to invoices alone"),
        (
            "as what is not yet due",
            "unbilled receivables and contract assets bear the loss that is expected of what is overdue by 0 days",
        ),
    ),
)
