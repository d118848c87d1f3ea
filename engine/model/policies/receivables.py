"""What happens to an invoice after it is sent: application, disputes, chargebacks, write-offs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

WriteOffMethod = Literal["allowance", "direct"]
TaxRelief = Literal["none", "at write-off", "claimed later"]
RecoveryPosting = Literal["straight to expense", "receivable reinstated first"]
DisputeReserve = Literal["no journal", "reserve"]
OpenChargeback = Literal["disputed funds", "receivable reopened", "taken out of revenue"]
Application = Literal["exact match, else oldest due", "oldest due"]
CustomerCredit = Literal["kept", "applied to the next invoice"]


@dataclass(frozen=True, kw_only=True)
class ReceivablesPolicies:
    """What happens to an invoice after it is sent: application, disputes, chargebacks, write-offs."""

    write_off: WriteOffMethod = "allowance"
    tax_relief: TaxRelief = "none"
    recovery: RecoveryPosting = "straight to expense"
    dispute: DisputeReserve = "no journal"
    chargeback: OpenChargeback = "disputed funds"
    application: Application = "exact match, else oldest due"
    customer_credit: CustomerCredit = "kept"


QUESTIONS: tuple[Question, ...] = (
    question(
        "write_off",
        "write-off",
        "handbook P3, IFRS 9.5.5.15, ASC 326-20",
        ("allowance", "written off against the loss allowance"),
        ("direct", "written off as expense at once"),
    ),
    question(
        "tax_relief",
        "tax relief on write-off",
        "handbook P4",
        ("none", "the tax stays owed"),
        ("at write-off", "the tax share of what is written off is reclaimed at once"),
        ("claimed later", "the whole amount is lost at first; its tax share is reclaimed on the day it is claimed"),
    ),
    question(
        "recovery",
        "recovery",
        "handbook 4.4",
        ("straight to expense", "money for what was written off reduces credit losses at once"),
        (
            "receivable reinstated first",
            "the receivable stands again, and the money then pays it; the balances are the same",
        ),
    ),
    question(
        "dispute",
        "disputed invoice",
        "handbook P5 and 4.3",
        ("no journal", "a dispute is a flag: nothing is posted until it is settled"),
        (
            "reserve",
            "what is in dispute of service already given, without tax, is a refund liability and no revenue until settled",
        ),
    ),
    question(
        "chargeback",
        "chargeback while open",
        "handbook P6 and 4.7",
        ("disputed funds", "the amount stands in an account of its own until the card network decides"),
        ("receivable reopened", "what the payment paid is owed again at once; what is won back pays it again"),
        ("taken out of revenue", "the amount reduces revenue at once; what is won back returns to it"),
    ),
    question(
        "application",
        "payment application",
        "billing conventions, payment application",
        ("exact match, else oldest due", "an open invoice of exactly that amount, else the oldest due first"),
        ("oldest due", "the oldest due invoice first"),
    ),
    question(
        "customer_credit",
        "customer credit",
        "handbook 4.8",
        ("kept", "a credit above what is open stays on the customer's account until it is used or refunded"),
        ("applied to the next invoice", "a credit on the customer's account pays the next invoice as far as it goes"),
    ),
)
