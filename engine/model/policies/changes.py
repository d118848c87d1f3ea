"""What becomes of running contracts: upgrades, renewals, pauses, changes that overtake each other, new price lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

NewPeriod = Literal["keeps the anchor", "restarts on the change date", "restarts with every upgrade and downgrade"]
Overtaken = Literal["re-based", "refused"]
RampChange = Literal["in the step that runs", "in all later steps too"]
EndOfTerm = Literal["ends", "renewed for the same term"]
UpliftedPrice = Literal["exact", "rounded to the smallest unit"]
UpliftApplies = Literal["on each anniversary", "at each renewal"]
IndexUplift = Literal["rounded to 0.01 of a percent", "rounded to 0.1 of a percent", "rounded to a whole percent"]
PauseBilling = Literal["not billed", "billed"]
PauseTerm = Literal["as signed", "longer by the pause"]
OvertakenQuote = Literal["refused", "previewed anew"]
RefundAfterTransfer = Literal["to whose invoices were credited", "to whoever holds the contract"]
RhythmChange = Literal["from the next billing period", "at once"]
Leaving = Literal["credited for the days left", "charged to the end of the period"]
TransferredInvoices = Literal["stay as issued", "voided and billed anew", "novated"]
TransferredBalances = Literal["stay where they are", "novated"]
PriceList = Literal["kept until renewal", "split the period", "from the next bill date"]


@dataclass(frozen=True, kw_only=True)
class ChangePolicies:
    """What becomes of running contracts: upgrades, renewals, pauses, overtaken changes, new price lists."""

    new_period: NewPeriod = "keeps the anchor"
    overtaken: Overtaken = "re-based"
    overtaken_quote: OvertakenQuote = "refused"
    ramp_change: RampChange = "in the step that runs"
    end_of_term: EndOfTerm = "ends"
    uplifted_price: UpliftedPrice = "exact"
    uplift_applies: UpliftApplies = "on each anniversary"
    index_uplift: IndexUplift = "rounded to 0.01 of a percent"
    pause_billing: PauseBilling = "not billed"
    pause_term: PauseTerm = "as signed"
    price_list: PriceList = "kept until renewal"
    rhythm_change: RhythmChange = "from the next billing period"
    leaving: Leaving = "credited for the days left"
    transferred_invoices: TransferredInvoices = "stay as issued"
    transferred_balances: TransferredBalances = "stay where they are"
    refund_after_transfer: RefundAfterTransfer = "to whose invoices were credited"


QUESTIONS: tuple[Question, ...] = (
    question(
        "new_period",
        "new period after an upgrade",
        "billing conventions, new annual period after an upgrade",
        (
            "keeps the anchor",
            "the upgrade is billed to the end of the period that is running, and periods stay as they are",
        ),
        (
            "restarts on the change date",
            "the running period ends the day before, its rest is credited, and a whole new one begins, within the term",
        ),
        ("restarts with every upgrade and downgrade", "the same, also where less is bought or a plan that costs less"),
    ),
    question(
        "overtaken",
        "change overtaken by another",
        "billing conventions, future-dated change that conflicts with a later one",
        ("re-based", "a change signed for a later day then applies to what the contract holds by then"),
        ("refused", "no change is taken before the day of a change of the same product that is signed already"),
    ),
    question(
        "overtaken_quote",
        "quote overtaken by another change",
        "billing conventions, preview equals real run",
        (
            "refused",
            "a quoted change is not won once another order has changed the contract, or once it would be billed otherwise",
        ),
        ("previewed anew", "it is won, applies to what the contract holds by then, and billing previews it once more"),
    ),
    question(
        "ramp_change",
        "change of quantity in a ramp",
        "billing conventions, ramp deals and free months",
        ("in the step that runs", "the later steps of a ramp, or what follows a free month, stay as they were agreed"),
        ("in all later steps too", "as many units join or leave every step that begins later"),
    ),
    question(
        "end_of_term",
        "end of the term",
        "handbook 4.9; billing conventions, auto-renewal",
        ("ends", "the contract ends unless the customer renews it"),
        (
            "renewed for the same term",
            "the contract begins a new term of the same length unless it is cancelled before",
        ),
    ),
    question(
        "uplifted_price",
        "uplifted price",
        "billing conventions, price-list change and uplift",
        ("exact", "a price raised by a percentage keeps its fractions of a cent"),
        (
            "rounded to the smallest unit",
            "a price raised by a percentage is rounded half up to the currency's smallest unit",
        ),
    ),
    question(
        "uplift_applies",
        "standing uplift applies",
        "billing conventions, price-list change and uplift",
        ("on each anniversary", "prices rise every year from the day on which the contract began, and with a renewal"),
        ("at each renewal", "prices stay for the whole term and rise with the next one"),
    ),
    question(
        "index_uplift",
        "index uplift is",
        "billing conventions, price-list change and uplift",
        ("rounded to 0.01 of a percent", "what an index rose in a year counts with two decimals, half up"),
        ("rounded to 0.1 of a percent", "it counts with one decimal, as statistical offices publish it"),
        ("rounded to a whole percent", "it counts in whole percent"),
    ),
    question(
        "pause_billing",
        "billing of a pause",
        "handbook 4.6 and P13; billing conventions, suspension and resumption",
        ("not billed", "the days of the pause are credited or not billed, and earn nothing"),
        ("billed", "the customer pays on"),
    ),
    question(
        "pause_term",
        "term after a pause",
        "handbook 4.6 and P13; billing conventions, term shifted or not",
        ("as signed", "the contract ends when it was to end; of a billed pause the company stood ready and earned it"),
        (
            "longer by the pause",
            "the contract runs longer by the days of the pause; what a billed pause paid for is served and earned after it",
        ),
    ),
    question(
        "price_list",
        "price-list change on running contracts",
        "billing conventions, price-list change on running contracts",
        ("kept until renewal", "what was sold at the list price keeps it until the contract is renewed"),
        ("split the period", "what was sold at the list price costs the new one from its first day"),
        ("from the next bill date", "what was sold at the list price costs the new one from the next billing period"),
    ),
    question(
        "rhythm_change",
        "another rhythm of billing",
        "handbook section 3; Chargebee and Zuora, change of the billing frequency",
        (
            "from the next billing period",
            "a contract is billed otherwise from the first billing period on that begins on the day agreed or later and is not billed yet",
        ),
        (
            "at once",
            "the running period ends the day before, its rest is credited, and is billed anew in the new rhythm",
        ),
    ),
    question(
        "leaving",
        "what leaves within a billing period",
        "billing conventions, billing of an amendment; Paddle, full_immediately",
        (
            "credited for the days left",
            "units and products that leave or are replaced are not charged from that day on, and what was billed is credited",
        ),
        (
            "charged to the end of the period",
            (
                "what leaves is charged, and nothing of it credited, to the end of the billing period, while what takes its place is "
                "charged at once; a cancellation, a new price and a period that begins anew are as ever"
            ),
        ),
    ),
    question(
        "transferred_invoices",
        "open invoices of a transferred contract",
        "handbook P19 and 4.13",
        (
            "stay as issued",
            "they and their tax stay with the customer and the entity of the invoice; the contract liability passes on",
        ),
        (
            "voided and billed anew",
            "of which nothing is settled is credited in full and billed by whoever sells, to whoever buys now",
        ),
        (
            "novated",
            "what is open is owed to the entity that sells now, by the same customer; number and tax stay the issuer's",
        ),
    ),
    question(
        "transferred_balances",
        "unapplied cash and credit of a transferred contract",
        "handbook P19 and 4.13",
        ("stay where they are", "the legal entity that was paid, or that credited, goes on owing them to the customer"),
        (
            "novated",
            "they are owed by the entity that sells now, once the other one has no running contract with the customer any more",
        ),
    ),
    question(
        "refund_after_transfer",
        "refund of a contract that has passed on",
        "handbook 4.10; billing conventions, transfer to another customer",
        (
            "to whose invoices were credited",
            "each customer gets back what was credited of the invoices that were theirs",
        ),
        ("to whoever holds the contract", "the customer who holds the contract on that day gets all of it"),
    ),
)
