"""What bills look like: invoices over nothing, payment days at a month's end, what cannot be billed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.money import Rounding
from engine.model.policies.question import Question, question

ZeroInvoice = Literal["issued", "suppressed"]
EndOfMonth = Literal["days, then end of month", "end of month, then days"]
InvoicesOfADay = Literal["one per contract", "one per customer"]
DueOnDayOff = Literal["as it is", "next business day", "business day before"]
DebitMemoNumbers = Literal["of their own", "of the invoices"]
CreditTotal = Literal["each memo by itself", "what is left is rounded"]
DebitMemoTax = Literal["of the invoice it adds to", "of its own tax point"]
Finalization = Literal["at once", "after days of grace as a draft"]
LetterUnderWay = Literal["held", "sent on its day"]
DunningLetters = Literal["one an invoice", "one a customer and level"]
Unbillable = Literal["refused at once", "held in the exceptions queue"]


@dataclass(frozen=True, kw_only=True)
class DocumentPolicies:
    """What bills look like: invoices over nothing, payment days at a month's end, what cannot be billed."""

    letter_under_way: LetterUnderWay = "held"
    dunning_letters: DunningLetters = "one an invoice"
    zero_invoice: ZeroInvoice = "issued"
    end_of_month: EndOfMonth = "days, then end of month"
    due_on_day_off: DueOnDayOff = "as it is"
    unbillable: Unbillable = "refused at once"
    finalization: Finalization = "at once"
    invoices_of_a_day: InvoicesOfADay = "one per contract"
    debit_memo_numbers: DebitMemoNumbers = "of their own"
    debit_memo_tax: DebitMemoTax = "of the invoice it adds to"
    total_rounding: Rounding = "half up"
    credit_total: CreditTotal = "each memo by itself"


QUESTIONS: tuple[Question, ...] = (
    question(
        "letter_under_way",
        "dunning letter while a payment is under way",
        "handbook 4.6; payment providers dun nothing that is being processed",
        ("held", "it waits for the gateway's answer: none where the money came, sent that day where it did not"),
        ("sent on its day", "it is sent on its day, whatever becomes of the attempt to collect"),
    ),
    question(
        "dunning_letters",
        "dunning letters of a day",
        "practice of dunning programs: by invoice (ERPNext), or by customer and level (Odoo, SAP)",
        ("one an invoice", "each invoice, or part of one, that reaches a level is dunned by a sheet of its own"),
        (
            "one a customer and level",
            "what reaches a level on the same day stands on one sheet, of one legal entity and in one currency",
        ),
    ),
    question(
        "zero_invoice",
        "zero invoice",
        "billing conventions, documents",
        ("issued", "an invoice over nothing is written like any other"),
        ("suppressed", "no invoice is written where nothing is to be paid, and no number is used"),
    ),
    question(
        "end_of_month",
        "days end of month",
        "Code de commerce art. L441-10: 45 days end of month, both ways of counting are in use",
        ("days, then end of month", "the days are counted first, then the month runs to its end"),
        ("end of month, then days", "the invoice's month runs to its end first, then the days are counted"),
    ),
    question(
        "due_on_day_off",
        "due on a day off",
        "billing conventions, payment terms; BGB section 193",
        ("as it is", "an invoice may be due on a Saturday, Sunday or holiday"),
        ("next business day", "it is due on the next day that is none of them"),
        ("business day before", "it is due on the last day before that is none of them"),
    ),
    question(
        "unbillable",
        "what cannot be billed",
        "billing conventions, exceptions queue",
        ("refused at once", "an order without a price or tax rate, or usage above a limit, is refused when it comes"),
        (
            "held in the exceptions queue",
            "it is taken, and the bill run holds that contract with a reason and an owner until it is released",
        ),
    ),
    question(
        "finalization",
        "invoices are issued",
        "billing conventions, documents: drafts with grace period",
        ("at once", "what falls due is invoiced that day and can only be corrected by another document"),
        (
            "after days of grace as a draft",
            "what falls due is a draft for so many days: changes and usage that come meanwhile move it, then it gets its number",
        ),
    ),
    question(
        "invoices_of_a_day",
        "invoices of a day",
        "billing conventions, documents: consolidated invoices",
        ("one per contract", "each contract's charges stand on an invoice of their own"),
        (
            "one per customer",
            "contracts with legal entity, currency, cause and due day in common share one invoice, its tax rounded over all of it",
        ),
    ),
    question(
        "debit_memo_numbers",
        "numbers of debit memos",
        "billing conventions, documents: gapless numbers per legal entity",
        ("of their own", "debit memos are numbered by themselves, without a gap: NW-DM-000001"),
        ("of the invoices", "a debit memo takes the next number of the invoices"),
    ),
    question(
        "debit_memo_tax",
        "tax on a debit memo",
        "handbook P12, for additional charges; Directive 2006/112/EC art. 93 and 219",
        ("of the invoice it adds to", "a correction of the price bears the rates of the invoice it corrects"),
        ("of its own tax point", "an additional supply bears the rates of its own service, or of its own date"),
    ),
    question(
        "total_rounding",
        "rounding of invoice totals",
        "EN 16931, BT-114; only where a currency has a step to which totals are rounded",
        ("half up", "half a step rounds away from zero: to 0.05, 10.025 is 10.05"),
        ("half even", "half a step rounds to the even multiple of the step"),
        ("half down", "half a step rounds towards zero: to 0.05, 10.025 is 10.00"),
        ("up", "every part of a step rounds away from zero"),
        ("down", "parts of a step are left out"),
    ),
    question(
        "credit_total",
        "rounding of credit totals",
        "EN 16931, BT-114, for credit notes; only where a currency has a step to which totals are rounded",
        (
            "each memo by itself",
            "what a memo gives back of an invoice is rounded; the last one takes what is left of it",
        ),
        ("what is left is rounded", "what stays of the invoice is rounded, and the memo gives the difference"),
    ),
)
