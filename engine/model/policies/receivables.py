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
Application = Literal["exact match, else oldest due", "oldest due", "pro rata", "by hand"]
CreditedInstallment = Literal["last due first", "first due first"]
Surplus = Literal["unapplied cash", "customer credit"]
CustomerCredit = Literal["kept", "applied to the next invoice"]
EarlyPaymentDiscount = Literal[
    "of the total, tax stays",
    "of the total, tax with it",
    "of the net amount, tax stays",
    "of the net amount, tax always reduced",
]
InstallmentDiscount = Literal["of each part", "of the whole invoice", "none"]
PartPaymentDiscount = Literal["on what it settles", "only on payment in full"]
InterestYear = Literal["365 days", "360 days"]
InterestRate = Literal["of each night", "of the first day overdue"]
InterestNight = Literal["exact", "rounded to the smallest unit"]
FigureMonth = Literal["days of the calendar", "30 days"]
FeeUnderWay = Literal["waits", "charged on its day"]
FeeAfterDispute = Literal["none", "charged when it ends"]
Suspension = Literal["stop", "keep recognizing", "stop and reverse unpaid"]
SuspensionBilling = Literal["billed", "not billed"]
Reinstated = Literal["what it was suspended for is paid", "nothing is overdue"]
OverdueInvoice = Literal["no effect", "full loss at the due date"]
InterestWhenPaid = Literal["none", "charged when it is paid"]
PaidAcross = Literal["at the rate of the day", "kept unapplied"]
OverPayment = Literal["small difference", "kept"]
ShortPayment = Literal["small difference", "credit loss", "concession", "left open"]


@dataclass(frozen=True, kw_only=True)
class ReceivablesPolicies:
    """What happens to an invoice after it is sent: application, disputes, chargebacks, write-offs."""

    write_off: WriteOffMethod = "allowance"
    overdue: OverdueInvoice = "no effect"
    tax_relief: TaxRelief = "none"
    recovery: RecoveryPosting = "straight to expense"
    dispute: DisputeReserve = "no journal"
    chargeback: OpenChargeback = "disputed funds"
    application: Application = "exact match, else oldest due"
    credited_installment: CreditedInstallment = "last due first"
    surplus: Surplus = "unapplied cash"
    paid_across: PaidAcross = "at the rate of the day"
    customer_credit: CustomerCredit = "kept"
    early_payment_discount: EarlyPaymentDiscount = "of the total, tax stays"
    part_payment_discount: PartPaymentDiscount = "on what it settles"
    installment_discount: InstallmentDiscount = "of each part"
    short_payment: ShortPayment = "small difference"
    interest_year: InterestYear = "365 days"
    over_payment: OverPayment = "small difference"
    interest_rate: InterestRate = "of each night"
    interest_night: InterestNight = "exact"
    interest_when_paid: InterestWhenPaid = "none"
    fee_after_dispute: FeeAfterDispute = "none"
    fee_under_way: FeeUnderWay = "waits"
    suspension: Suspension = "stop"
    suspension_billing: SuspensionBilling = "billed"
    reinstated: Reinstated = "what it was suspended for is paid"
    figure_month: FigureMonth = "days of the calendar"


QUESTIONS: tuple[Question, ...] = (
    question(
        "write_off",
        "write-off",
        "handbook P3, IFRS 9.5.5.15, ASC 326-20",
        ("allowance", "written off against the loss allowance"),
        ("direct", "written off as expense at once"),
        changes="from a day",
    ),
    question(
        "overdue",
        "overdue invoice",
        "billing conventions, overdue invoice; IFRS 9.B5.5.37 (rebuttable presumption of default)",
        ("no effect", "nothing is posted for it alone: the allowance follows the matrix of expected losses"),
        (
            "full loss at the due date",
            "all that is open counts as lost from the day after the due date; what is paid or credited comes back at once",
        ),
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
        ("pro rata", "all open invoices at once, each in the proportion of what is open of it"),
        ("by hand", "nothing without the payer's instruction: it stands unapplied until finance applies it"),
        changes="from a day",
    ),
    question(
        "credited_installment",
        "credit of an invoice due in parts",
        "practice of systems with installment terms (Odoo, SAP)",
        ("last due first", "a credit memo takes from the part that is due last, then from the one before"),
        ("first due first", "a credit memo takes from the part that is due first, like a payment"),
    ),
    question(
        "surplus",
        "money that pays nothing",
        "handbook 4.14",
        ("unapplied cash", "it stands unapplied until it is applied or refunded"),
        ("customer credit", "it is credit on the customer's account, a deposit without a contract"),
        changes="from a day",
    ),
    question(
        "paid_across",
        "payment in another currency",
        "IAS 21.21 and 21.28",
        ("at the rate of the day", "it pays what the payer names, at the rate between the two or the payer's own"),
        ("kept unapplied", "it stands unapplied until finance applies it, at the rate of that day or as agreed"),
    ),
    question(
        "customer_credit",
        "customer credit",
        "handbook 4.8",
        ("kept", "a credit above what is open stays on the customer's account until it is used or refunded"),
        ("applied to the next invoice", "a credit on the customer's account pays the next invoice as far as it goes"),
    ),
    question(
        "early_payment_discount",
        "early-payment discount",
        "handbook 4.16; tax law says whether the tax falls with the price",
        ("of the total, tax stays", "a percentage of what is settled, tax included; all of it is the company's cost"),
        (
            "of the total, tax with it",
            "a percentage of what is settled, tax included; its tax share reduces the tax owed",
        ),
        ("of the net amount, tax stays", "a percentage of what is settled without its tax; the tax is paid in full"),
        (
            "of the net amount, tax always reduced",
            "the same, and the invoice is taxed as if it were deducted, whether the customer pays early or not",
        ),
    ),
    question(
        "part_payment_discount",
        "early-payment discount on a part payment",
        "handbook 4.16",
        ("on what it settles", "a part paid in time settles more than itself: 49.00 at 2% settles 50.00"),
        (
            "only on payment in full",
            "a part paid in time settles itself; only what pays the invoice off earns a discount",
        ),
    ),
    question(
        "installment_discount",
        "early-payment discount of an invoice due in parts",
        "practice of systems with installment terms (ERPNext: a discount of each term; Odoo: none)",
        ("of each part", "a part that is paid off in time earns the discount of that part"),
        ("of the whole invoice", "who pays one part pays a part of the invoice: all that is open of it counts"),
        ("none", "nothing may be deducted from an invoice that is due in parts"),
    ),
    question(
        "short_payment",
        "short payment within tolerance",
        "handbook P17 and 4.16",
        ("small difference", "what is missing is an expense of its own, small differences"),
        ("credit loss", "what is missing is a credit loss"),
        ("concession", "what is missing is a concession and reduces revenue"),
        ("left open", "what is missing stays open"),
        changes="from a day",
    ),
    question(
        "interest_year",
        "year of late interest",
        "handbook 4.6; the day count of the contract or of the law",
        ("365 days", "a night bears 1/365 of a year's interest, in leap years too"),
        ("360 days", "a night bears 1/360 of a year's interest"),
    ),
    question(
        "over_payment",
        "overpayment within tolerance",
        "handbook P17, the other way round",
        ("small difference", "what is above what the payment pays is an income of its own, small differences"),
        ("kept", "what is above is the customer's: unapplied cash or credit"),
        changes="from a day",
    ),
    question(
        "interest_rate",
        "rate of late interest that changes",
        "Directive 2011/7/EU art. 3(3); Late Payment of Commercial Debts (Interest) Act 1998, s. 6; BGB 247 and 288",
        ("of each night", "each night bears interest at the rate of the day it brings"),
        ("of the first day overdue", "all nights bear interest at the rate of the first day overdue"),
    ),
    question(
        "interest_night",
        "late interest of a night",
        "handbook 4.6; tables and calculators of statutory interest show a daily rate in pence",
        ("exact", "the nights of a fee are added exactly and rounded once"),
        ("rounded to the smallest unit", "each night's interest is rounded, as it is shown to the customer"),
    ),
    question(
        "interest_when_paid",
        "late interest of what is paid before its day",
        "Directive 2011/7/EU art. 3(1); Late Payment of Commercial Debts (Interest) Act 1998, s. 1",
        ("none", "interest is charged on the days of the late fees alone, on what is still open then"),
        (
            "charged when it is paid",
            "an overdue invoice that is paid off bears the interest of its nights so far on the day it is paid",
        ),
    ),
    question(
        "fee_after_dispute",
        "late fee on what was in dispute",
        "handbook 4.3: late fees stop on the contested part only",
        ("none", "what was in dispute when a fee fell due bears none, however the dispute ends"),
        ("charged when it ends", "what stays owed of it bears the fee and the interest of its nights that day"),
    ),
    question(
        "fee_under_way",
        "late fee while a payment is under way",
        "handbook 4.6; payment providers dun nothing that is being processed",
        ("waits", "it waits for the gateway's answer: none where the money came, charged that day where it did not"),
        ("charged on its day", "it is charged on its day, whatever becomes of the attempt to collect"),
    ),
    question(
        "suspension",
        "suspension for non-payment",
        "handbook P13 and 4.6; IFRS 15.13",
        (
            "stop",
            "while service is withheld nothing more of it is revenue; it is caught up, or moved, when service resumes",
        ),
        ("keep recognizing", "the company stands ready: revenue goes on as if nothing had happened"),
        (
            "stop and reverse unpaid",
            "and what was recognized since the first day of service not paid for is no revenue until service resumes",
        ),
    ),
    question(
        "suspension_billing",
        "billing while suspended for non-payment",
        "handbook 4.6; billing conventions, suspension and reinstatement",
        ("billed", "the customer owes the days without service as well"),
        ("not billed", "what was billed for days without service is credited, and no more is billed"),
    ),
    question(
        "reinstated",
        "reinstatement",
        "billing conventions, suspension and reinstatement",
        ("what it was suspended for is paid", "service resumes once the invoices whose letters stopped it are paid"),
        ("nothing is overdue", "service resumes once no invoice of the contract is overdue any more"),
    ),
    question(
        "figure_month",
        "days of a month in key figures",
        "handbook, section 7 (DSO count-back)",
        ("days of the calendar", "a month counts its own days: 28, 29, 30 or 31"),
        ("30 days", "every month counts 30 days"),
    ),
)
