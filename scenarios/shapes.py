"""The shape of a company's file, in the words of those who run the process."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_type_hints

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, create_model, model_validator

from engine.model import policies
from engine.model.cash import EarlyPayment
from engine.model.holds import HoldCode
from engine.model.payments import DunningAct
from scenarios.catalog import BundleShape, PriceBookShape, ProductShape
from scenarios.charging_words import RebateShape, Zone
from scenarios.close_tasks import CloseTaskShape
from scenarios.collections import DisputeReasonShape, LateFeeShape, LimitShape, MeansShape, UpliftShape, UsualTermsShape
from scenarios.entities import Entity, ExchangeRateShape
from scenarios.findings import Materiality
from scenarios.fiscal import FiscalShape
from scenarios.governance import BillingWords, GovernanceShape
from scenarios.ledgers import Account, PostingRules
from scenarios.signs import SignShape
from scenarios.taxes import PayableSteps, TaxNoteShape, TaxRateShape
from scenarios.words import Amount, Closed, Count, Day, Fee, Percent, Price, Text, YesNo, wrong


def _named(customer: dict[str, Any]) -> None:
    """A customer may be written as the bare name."""
    shape = {key: customer.pop(key) for key in list(customer)}
    customer["anyOf"] = [{"type": "string"}, shape]


class CustomerShape(Closed):
    """Who buys: a name and, if it matters, more; what is left open is made up, always alike.

    `legal entity`: who sells to them, if not the company's first. `billed to`: the customer who gets their invoices.
    `region` and `channel`: where and through whom is sold to them.
    `time zone`: whose calendar their days follow, where the convention asks for it.
    """

    model_config = ConfigDict(json_schema_extra=_named)
    name: Text
    number: Text | None = None
    email: Text | None = None
    address: Text | None = None
    tax_number: Text | None = None
    legal_entity: Text | None = None
    billed_to: Text | None = None
    domain: Text | None = None
    region: Text | None = None
    channel: Text | None = None
    time_zone: Zone | None = None
    tax: Literal["taxed", "exempt", "reverse charge"] = "taxed"

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value


class ExceptionOwnerShape(Closed):
    """Who sees to what the bill run holds for a reason, where it is not the house's role."""

    reason: Annotated[HoldCode, BeforeValidator(lambda text: "-".join(text.split()) if isinstance(text, str) else text)]
    role: Text


class ApprovalShape(Closed):
    """A row of the approval matrix: who must approve a quote above any of these limits."""

    role: Text
    discount_above: Percent | None = None
    months_above: Count | None = None
    net_days_above: Count | None = None
    months_below: Count | None = None
    billing_other_than: tuple[BillingWords, ...] = ()
    other_payment_terms: YesNo = False
    nonstandard_clauses: YesNo = False

    @model_validator(mode="after")
    def _asks_something(self) -> ApprovalShape:
        limits = self.model_dump(exclude={"role"}, exclude_defaults=True)
        if not limits:
            raise wrong(f"{self.role!r} has no limit; add 'discount above', 'months above' or 'net days above'")
        return self


class LetterShape(Closed):
    """A dunning letter, so many days after the due date, and what follows from it."""

    days_overdue: Count
    letter: Text
    then: DunningAct = "nothing more"


class AllowanceShape(Closed):
    """Of what is overdue by at least so many days (0: all that is open), the percentage expected to be lost; of one customer,
    or of all. A customer's rows stand together. `of: unbilled`: of what is earned and not billed yet, which has no due date."""

    days_overdue: Count
    percent: Percent
    customer: Text | None = None
    of: Literal["invoices", "unbilled"] = "invoices"

    @model_validator(mode="after")
    def _has_a_due_date(self) -> AllowanceShape:
        if self.of == "unbilled" and self.days_overdue:
            raise wrong("what is not billed yet is never overdue; write 'days overdue: 0'")
        return self


def _rise(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    days = [getattr(row, "days_overdue", row) for row in rows]
    if rows and hasattr(rows[0], "at_least"):
        days = [(row.days_overdue, row.at_least, row.since) for row in rows]
    of = [(getattr(row, "customer", None), getattr(row, "of", None)) for row in rows]
    if any(
        later <= earlier and first == then for (earlier, first), (later, then) in pairwise(zip(days, of, strict=True))
    ):
        raise wrong(f"the days must rise from row to row, not {', '.join(map(str, days))}")
    return rows


_RISING = AfterValidator(_rise)


class PayoutShape(Closed):
    """What the payment gateway keeps of each payment, a percentage and a fixed amount, and of each chargeback; and what
    the bank takes for a returned direct debit. A figure is in the currency of the payment; "15.00 USD" is changed into it."""

    percent_fee: Percent = Decimal(0)
    fixed_fee: Fee = Decimal(0)
    chargeback_fee: Fee = Decimal(0)
    arbitration_fee: Fee = Decimal(0)
    return_fee: Fee = Decimal(0)


class EarlyPaymentShape(Closed):
    """What may be deducted from an invoice that is paid within so many days of its date, by one customer or by all: a percentage,
    or an amount with the tax in it."""

    percent: Percent | None = None
    days: Count
    customer: Text | None = None
    amount: Amount | None = None

    @model_validator(mode="after")
    def _says_one(self) -> EarlyPaymentShape:
        if (self.percent is None) == (self.amount is None):
            raise wrong("an early-payment discount is 'percent' or 'amount', one of the two")
        return self

    def noun(self) -> EarlyPayment:
        """The discount as the engine has it."""
        percent = Decimal(0) if self.percent is None else self.percent
        return EarlyPayment(percent=percent, days=self.days, customer=self.customer, amount=self.amount)


class ToleranceShape(Closed):
    """How short a payment may be without a question: an amount, a percentage of the invoice, or the smaller of both; and
    how much above what is owed: an amount."""

    amount: Price | None = None
    percent: Percent | None = None
    over: Price | None = None


class Answers(Closed):
    """The company's conventions where they are not the house's."""

    keys_are: ClassVar[str] = "question"


def _answered(question: policies.Question) -> tuple[Any, Any]:
    """The question's field: one of its answers, in any case."""

    def read(text: object) -> object:
        try:
            return question.answer(text).text if isinstance(text, str) else text
        except KeyError:
            return text

    meanings = "\n".join(f"{answer.text}: {answer.meaning}" for answer in question.answers)
    answers = get_type_hints(policies.Policies)[question.field]
    return Annotated[answers | None, BeforeValidator(read)], Field(None, alias=question.question, description=meanings)


_questions: dict[str, Any] = {question.field: _answered(question) for question in policies.QUESTIONS}
if TYPE_CHECKING:
    Conventions = Answers
else:
    Conventions = create_model("Conventions", __base__=Answers, __doc__=Answers.__doc__, **_questions)


class BookShape(Closed):
    """Books kept beside the company's own, of the same events: what their policies do not say is as in those."""

    name: Text
    policies: Conventions = Field(default_factory=Conventions)
    allowance: Annotated[tuple[AllowanceShape, ...], _RISING] = ()

    @model_validator(mode="after")
    def _only_of_the_ledger(self) -> BookShape:
        for asked in policies.QUESTIONS:
            if asked.field not in policies.BY_BOOK and getattr(self.policies, asked.field) is not None:
                raise wrong(f"{asked.question!r} cannot differ between books: billing goes by it too")
        return self


class WorldFile(Closed):
    """A company: who it is, what it sells, how it bills, posts and approves."""

    company: Text = Field(description="The name stories call it by.")
    legal_entity: Entity | None = None
    legal_entities: tuple[Entity, ...] = Field(
        (), description="Several legal entities; what names none belongs to the first."
    )
    customers: tuple[CustomerShape, ...]
    products: tuple[ProductShape, ...]
    price_book: PriceBookShape
    tax_rates: tuple[TaxRateShape, ...] = Field(
        description="Every tax code with its percentage; 'none' is the untaxed one."
    )
    policies: Conventions = Field(default_factory=Conventions)
    ledger: Text | None = Field(None, description="The name of a shared ledger; own accounts and rules come on top.")
    accounts: tuple[Account, ...] = ()
    posting_rules: PostingRules | None = None
    approval_matrix: tuple[ApprovalShape, ...] = ()
    retry_days: Annotated[tuple[Count, ...], _RISING] = Field(
        (1, 3, 5, 7), description="Days after a failed payment on which it is retried."
    )
    grace_days: Count = Field(0, description="How long an invoice stays a draft, where the convention is to let it.")
    late_usage_days: Count = Field(
        0, description="Days of grace after a period's bill date, where the convention is to reject late usage."
    )
    holidays: tuple[Day, ...] = Field((), description="Days that are no business days, beside Saturdays and Sundays.")
    rebates: tuple[RebateShape, ...] = Field(
        (), description="Volume rebates of every new contract, or of one customer's, where none is agreed."
    )
    dunning: Annotated[tuple[LetterShape, ...], _RISING] = ()
    allowance: Annotated[tuple[AllowanceShape, ...], _RISING] = ()
    payouts: PayoutShape = PayoutShape()
    payment_behavior: tuple[MeansShape, ...] = ()
    late_fees: Annotated[tuple[LateFeeShape, ...], _RISING] = ()
    uplift: UpliftShape | None = Field(
        None, description="How prices of contracts rise that say nothing of it themselves."
    )
    usual_terms: UsualTermsShape | None = Field(None, description="The terms of contracts that say none.")
    approval_limits: tuple[LimitShape, ...] = ()
    dispute_reasons: tuple[DisputeReasonShape, ...] = ()
    early_payment: tuple[EarlyPaymentShape, ...] = ()
    tolerance: ToleranceShape = ToleranceShape()
    bank_days: Count = Field(3, description="Days that money may be on its way to or from the bank.")
    bank_keeps: Price | None = Field(None, description="How much the bank may keep of a transfer without a question.")
    signs: tuple[SignShape, ...] = ()
    exchange_rates: tuple[ExchangeRateShape, ...] = ()
    tax_notes: tuple[TaxNoteShape, ...] = ()
    payable_steps: PayableSteps = Field(
        (), description="What invoice totals are rounded to: 0.05 CHF, 1.00 SEK; one step for each currency."
    )
    unmapped_products: tuple[Text, ...] = Field(
        (), description="Products whose contracts are held: no place in the ledger."
    )
    standard_billing_months: tuple[Count, ...] = Field(
        (),
        description="Billed every so many months is usual; contracts billed otherwise are held. None: all are usual.",
    )
    exception_owners: tuple[ExceptionOwnerShape, ...] = ()
    bundles: tuple[BundleShape, ...] = ()
    fiscal_calendar: FiscalShape | None = Field(None, description="Periods of whole weeks; months, if left out.")
    books: tuple[BookShape, ...] = Field((), description="Further books of the same events: US GAAP beside IFRS.")
    close_tasks: tuple[CloseTaskShape, ...] = Field((), description="The close checklist; the usual one, if left out.")
    governance: GovernanceShape = GovernanceShape()
    materiality: Materiality | None = Field(
        None, description="From what on errors are material: 500.00, or 1% of revenue."
    )

    @model_validator(mode="after")
    def _has_entities(self) -> WorldFile:
        if bool(self.legal_entity) == bool(self.legal_entities):
            raise wrong("needs either 'legal entity' or 'legal entities'")
        return self

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The legal entities, however they are written."""
        return (self.legal_entity,) if self.legal_entity else self.legal_entities

    @property
    def currency(self) -> str:
        """The first legal entity's, for amounts written without one."""
        return self.entities[0].currency
