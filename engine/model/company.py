"""A company's masters: who it is, what it sells, how it bills, posts and approves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.cash import EarlyPayment, Tolerance
from engine.model.catalog import Bundle, PriceBook, Product
from engine.model.checklist import CloseTask
from engine.model.close import ProcessStage
from engine.model.currency import ExchangeRate
from engine.model.document import Document
from engine.model.events import System
from engine.model.findings import Materiality
from engine.model.governance import Governance
from engine.model.holds import HoldOwner
from engine.model.invoices import TaxTreatment
from engine.model.journal import LedgerAccount, PostingRule
from engine.model.money import Money
from engine.model.orders import UsualTerms
from engine.model.payments import AnswerDelay, Doubt, DunningAct, PaymentBehavior, PayoutTerms
from engine.model.policies import Policies
from engine.model.rebates import AgreedRebate
from engine.model.uplifts import UpliftClause

LimitedAct = Literal["refund", "write-off", "credit"]
TaxStatus = Literal["taxed", "exempt", "reverse charge"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Customer:
    """Who buys. `tax_status`: "exempt" pays no tax, under "reverse charge" the customer accounts for it.

    `entity`: the code of the legal entity that sells to them, unless a contract says otherwise ("": the first).
    `time_zone`: whose calendar its days follow, if not the legal entity's. `domain`: of its web site ("": nobody said).
    `billed_to`: the customer who gets its invoices and owes them ("": itself). `region` and `channel`: where and through whom
    is sold to it, by which the ledger tells its lines apart.
    """

    name: str
    number: str
    email: str
    address: str
    tax_number: str
    entity: str = ""
    tax_status: TaxStatus = "taxed"
    time_zone: str | None = None
    domain: str = ""
    billed_to: str = ""
    region: str = ""
    channel: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Onboarding(Document):
    """A customer becomes known to a system. `origin`: the system that its record first came from."""

    customer: str
    record: Customer
    origin: System = "crm"


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalEntity:
    """Who sells, keeps books and owes tax. `currency`: its functional one, in which its books are kept (IAS 21.9).

    `prefix` begins its invoice numbers, and no other entity's. `country`: where it has its seat ("": nobody said).
    `time_zone`: whose calendar its days follow. `address` and `tax_number` stand on its invoices.
    """

    code: str
    name: str
    currency: str
    prefix: str
    country: str = ""
    time_zone: str = "UTC"
    address: str = ""
    tax_number: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxNote:
    """The sentence that an invoice bears when a line of it is treated so: why there is no tax, or what the law asks for."""

    treatment: TaxTreatment
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxRate:
    """The percentage of one tax of a tax code from a day on; `each`: so much for each unit besides.

    `tax`: which one, where a code holds several (state, county ...); empty: the code's only one. `compound`: on the net
    and the code's other taxes; `within`: of the price with this tax in it (10% of it is a ninth of the net). `treatment`:
    why nothing is charged, where that is so.
    """

    code: str
    percent: Decimal
    start: date = date.min
    tax: str = ""
    compound: bool = False
    within: bool = False
    each: Decimal = Decimal(0)
    treatment: TaxTreatment = "taxed"

    @property
    def name(self) -> str:
        """What the tax ledger calls it: the tax, or the code it is the only one of."""
        return self.tax or self.code


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalRule:
    """A row of the approval matrix: the role that must approve a quote above these limits (None: no such limit).

    `months_below`: or shorter than that; `billing_other_than`: or billed in another way than these, in words;
    `other_payment_terms`: or due by another rule than days after the invoice; `nonstandard_clauses`: or with any.
    """

    role: str
    discount_above: Decimal | None = None
    months_above: int | None = None
    net_days_above: int | None = None
    months_below: int | None = None
    billing_other_than: tuple[str, ...] = ()
    other_payment_terms: bool = False
    nonstandard_clauses: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class DunningLevel:
    """A letter that goes out so many days after the due date, and what follows from it."""

    days: int
    letter: str
    then: DunningAct = "nothing more"


@dataclass(frozen=True, kw_only=True, slots=True)
class LateFee:
    """What is charged on an invoice so many days after its due date, on what is open and not in dispute of it.

    `percent` of that, and `amount` (in units of the currency); `interest`: percent a year, for each night since it was due or
    last bore interest. `tax_code`: the tax on it. `at_least`: how much has to be open (in units of the currency); of the
    rules of one day the one with the highest that is reached holds. `since`: the day from which the rule holds, in the place
    of the one before for the same day and amount (a reference rate that changes). `minimum`, `maximum`: what the fee without
    its tax is at least and at most (in units of the currency).
    """

    days_overdue: int
    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    interest: Decimal = Decimal(0)
    tax_code: str = "none"
    at_least: Decimal = Decimal(0)
    since: date = date.min
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowanceBucket:
    """Of what is overdue by at least so many days (0: all that is open), the percentage expected to be lost.

    `customer`: of one customer, whose buckets replace those for everybody (None). `unbilled`: what is earned and not billed yet is
    in the bucket of 0 days, too. `of`: whether it is for invoices, or for what is not billed yet alone.
    """

    days: int
    percent: Decimal
    customer: str | None = None
    unbilled: bool = False
    of: Literal["invoices", "unbilled"] = "invoices"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalLimit:
    """Up to which amount (in units of the entity's currency; None: any) a role may approve refunds, write-offs or credits.

    A credit is goodwill, and its amount is without tax.
    """

    act: LimitedAct
    role: str
    up_to: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeReason:
    """What a reason for a dispute puts in doubt: the price, or whether the customer can pay."""

    reason: str
    doubt: Doubt


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningRole:
    """A role that signs the report before go-live, and what its signature means. `answers_for`: the stages of the process in
    which it must act if something fails."""

    role: str
    meaning: str
    answers_for: tuple[ProcessStage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountingBook:
    """Further books of the same events under conventions of their own: US GAAP beside IFRS. `allowance`: the expected losses
    they go by (none: the company's)."""

    name: str
    policies: Policies
    allowance: tuple[AllowanceBucket, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """A world, in the engine's nouns. Customers, products, prices and tax rates grow during a story; the rest stands.

    `entity`: the first legal entity, to which everything belongs that names none; `other_entities`: its sisters.
    `unmapped`: products without a place in the ledger; `standard_months`: the usual billing frequencies (none: all).
    `hold_owners`: who sees to what the bill run holds, where it is not the house's role.
    `holidays`: days that are no business days, beside Saturdays and Sundays.
    `late_usage_days`: the days of grace after a period's bill date, where the convention is to refuse late usage.
    `grace_days`: how long an invoice stays a draft, where the convention is to let it.
    `bank_days`: how long money may be on its way to or from the bank; `bank_keeps`: how much the bank may keep of a transfer, in
    units of the currency, without a question. `behaviors`, `answer_delays`: how customers' payments go.
    `books`: those kept beside the company's own. `rebates`: what new contracts have, where none is agreed.
    `uplift`: how the prices of contracts rise that say nothing of it. `usual`: the terms of those that say none.
    `materiality`: from what amount on errors are material (None: nobody said). `payable_steps`: what invoice totals are
    multiples of, in the currencies that have such a step (0.05 CHF, 1.00 SEK).
    """

    name: str
    entity: LegalEntity
    customers: tuple[Customer, ...]
    products: tuple[Product, ...]
    price_book: PriceBook
    tax_rates: tuple[TaxRate, ...]
    policies: Policies
    accounts: tuple[LedgerAccount, ...]
    postings: tuple[PostingRule, ...]
    approvals: tuple[ApprovalRule, ...] = ()
    retry_days: tuple[int, ...] = (1, 3, 5, 7)
    dunning: tuple[DunningLevel, ...] = ()
    allowance: tuple[AllowanceBucket, ...] = ()
    payouts: PayoutTerms = PayoutTerms()
    late_fees: tuple[LateFee, ...] = ()
    limits: tuple[ApprovalLimit, ...] = ()
    dispute_reasons: tuple[DisputeReason, ...] = ()
    early_payment: tuple[EarlyPayment, ...] = ()
    tolerance: Tolerance = Tolerance()
    signs: tuple[SigningRole, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    late_usage_days: int = 0
    grace_days: int = 0
    bank_days: int = 3
    bank_keeps: Decimal | None = None
    behaviors: tuple[PaymentBehavior, ...] = ()
    answer_delays: tuple[AnswerDelay, ...] = ()
    other_entities: tuple[LegalEntity, ...] = ()
    unmapped: tuple[str, ...] = ()
    standard_months: tuple[int, ...] = ()
    hold_owners: tuple[HoldOwner, ...] = ()
    exchange_rates: tuple[ExchangeRate, ...] = ()
    close_tasks: tuple[CloseTask, ...] = ()
    fiscal_calendar: str = ""
    holidays: tuple[date, ...] = ()
    governance: Governance = Governance()
    tax_notes: tuple[TaxNote, ...] = ()
    books: tuple[AccountingBook, ...] = ()
    uplift: UpliftClause | None = None
    materiality: Materiality | None = None
    rebates: tuple[AgreedRebate, ...] = ()
    usual: UsualTerms | None = None
    payable_steps: tuple[Money, ...] = ()

    def of_customers(self, customers: tuple[Customer, ...]) -> Company:
        """The same company with these customers alone: how others pay, and what is expected to be lost of them, goes with them."""
        known = {customer.name for customer in customers}
        return replace(
            self,
            customers=customers,
            behaviors=tuple(behavior for behavior in self.behaviors if behavior.customer in known),
            answer_delays=tuple(delay for delay in self.answer_delays if delay.customer in known),
            allowance=tuple(bucket for bucket in self.allowance if bucket.customer is None or bucket.customer in known),
        )

    @property
    def entities(self) -> tuple[LegalEntity, ...]:
        """All legal entities, the first one first."""
        return (self.entity, *self.other_entities)

    def entity_called(self, text: str) -> LegalEntity | None:
        """The legal entity of that code or name, or None."""
        return next((entity for entity in self.entities if text in (entity.code, entity.name)), None)
