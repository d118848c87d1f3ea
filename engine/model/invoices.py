"""The demand and its corrections. Immutable once posted, gaplessly numbered by legal entity, never negative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Quantity, Rate
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Reduction
from engine.model.document import Document
from engine.model.installments import Installment
from engine.model.money import Money, total

InvoiceKind = Literal["invoice", "debit memo"]
TaxTreatment = Literal["taxed", "zero-rated", "exempt", "reverse charge"]


@dataclass(frozen=True, kw_only=True, slots=True)
class LineTax:
    """One tax on one line: which (state, county ...), its percentage of the net, and the amount. `each`: so much for each unit,
    what it bears of the line's other taxes worked in."""

    tax: str
    percent: Decimal
    amount: Money
    each: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentLine:
    """What a line charges or takes back of one charge over a service period. `net` and `tax` are rounded; `price` is exact, for a
    unit and `per_months`.

    `line`: the contract's line; `billing_period`: the contract's billing period that it belongs to.
    `tax_rate`: the percentage of all taxes together, `taxes`: each, where there are several; `treatment`: why none is charged.
    `taxable`: what of the net bears them, where that is not all of it. `contract`: which one's, where the document is about
    several ("": the document's).
    """

    line: str
    product: str
    charge: str
    service: ServicePeriod
    billing_period: ServicePeriod
    quantity: Quantity
    price: Decimal
    per_months: int
    discount: Decimal
    rate: Rate | None = None
    reductions: tuple[Reduction, ...] = ()
    net: Money
    tax_code: str
    tax_rate: Decimal
    tax: Money
    taxes: tuple[LineTax, ...] = ()
    taxable: Money | None = None
    treatment: TaxTreatment = "taxed"
    contract: str = ""

    @property
    def total(self) -> Money:
        """Net and tax."""
        return self.net + self.tax

    @property
    def by_tax(self) -> tuple[LineTax, ...]:
        """The line's taxes one by one; the tax code stands for the only one."""
        return self.taxes or (LineTax(tax=self.tax_code, percent=self.tax_rate, amount=self.tax),)

    @property
    def terms(self) -> ChargeTerms:
        """What the line charges for, or takes back."""
        return ChargeTerms(
            quantity=self.quantity,
            price=self.price,
            per_months=self.per_months,
            discount=self.discount,
            rate=self.rate,
            reductions=self.reductions,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceLine(DocumentLine):
    """One charge for one service period.

    `replaces`: the terms billed before for these days, where the line bills only the difference to them.
    """

    id: int
    replaces: ChargeTerms | None = None


L = TypeVar("L", InvoiceLine, "CreditMemoLine")


def _by_contract(contract: str, lines: Sequence[L]) -> tuple[tuple[str, tuple[L, ...]], ...]:
    """The lines of a document that says whose they are by contract, in the order they come; those that name none are the
    document's own. Nothing, where none names any."""
    found: dict[str, list[L]] = {}
    for line in lines if any(line.contract for line in lines) else ():
        found.setdefault(line.contract or contract, []).append(line)
    return tuple((one, tuple(own)) for one, own in found.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class Invoice(Document):
    """A demand for payment. `cause`: "regular", or the amendment's cause ("upsell", "cancellation fee" ...).

    `contract`: the one it is about; where its lines say that they are of several, the first of them.

    `kind`: a debit memo is the demand for more than an issued invoice asked; `adds_to` says which. `installments`: the parts in
    which it is due, if there are several, the first on `due_date`. `rounding`: what its total has beyond its lines so that it can
    be paid, below nothing if less (EN 16931, BT-114; None: nothing); it is no charge and bears no tax.
    """

    entity: str
    customer: str
    contract: str
    currency: str
    due_date: date
    cause: str
    lines: tuple[InvoiceLine, ...]
    kind: InvoiceKind = "invoice"
    adds_to: str = ""
    installments: tuple[Installment, ...] = ()
    rounding: Money | None = None

    @property
    def due_dates(self) -> tuple[date, ...]:
        """The day on which each part is due; one where all is due at once."""
        return tuple(part.due_date for part in self.installments) or (self.due_date,)

    def by_contract(self) -> tuple[Invoice, ...]:
        """What each contract sees of it: its own lines, and the first the rounding. All of it, where it is about one."""
        if not any(line.contract for line in self.lines):
            return (self,)
        first, *others = _by_contract(self.contract, self.lines)
        shares = ((*first, self.rounding), *((*other, None) for other in others))
        return tuple(replace(self, contract=one, lines=lines, rounding=own) for one, lines, own in shares)

    @property
    def series(self) -> str:
        """The numbers it counts among: those of its entity, or of that entity's debit memos."""
        return self.number.rpartition("-")[0]

    @property
    def net(self) -> Money:
        """The lines without tax."""
        return total((line.net for line in self.lines), self.currency)

    @property
    def tax(self) -> Money:
        """The tax of the lines."""
        return total((line.tax for line in self.lines), self.currency)

    @property
    def total(self) -> Money:
        """What the customer is asked to pay."""
        asked = self.net + self.tax
        return asked + self.rounding if self.rounding else asked


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """A part of a payment, credit or write-off that settles an invoice. `installment`: which one of it, counted from 1; 0 where
    nobody names one. `holder`: the legal entity that the invoice is owed to, if it is not the document's ("")."""

    invoice: str
    amount: Money
    installment: int = 0
    holder: str = ""


CreditReason = Literal[
    "amendment",
    "cancellation",
    "retroactive discount",
    "dispute",
    "goodwill",
    "unserved",
    "usage",
    "rebate",
    "void",
    "tax correction",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditMemoLine(DocumentLine):
    """Takes back (part of) one invoice line, with the tax share of that line. Amounts are positive.

    `quantity`, `price` and `discount` say which terms are taken back over `service`; `becomes` which then hold instead
    (None: nothing remains). `forgone`: what is taken back of the terms but not credited, because a concession gave it back before.
    `concession`: money given back though service and terms stay as they are.
    `revenue_service`: the days whose revenue it reduces.
    """

    invoice: str
    invoice_line: int
    revenue_service: ServicePeriod
    becomes: ChargeTerms | None = None
    concession: bool = False
    forgone: Money | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditMemo(Document):
    """A correction in the customer's favor. It settles the invoices it credits as far as they are open (`settlements`);
    the rest (`held`) is the customer's credit. `roundings`: what rounding adds to what each invoice is credited. Both roles are
    empty where nobody signs. `holder`: the legal entity that the credited invoice is owed to, and so the credit by, if it is
    not the one that issued both ("")."""

    entity: str
    customer: str
    contract: str
    currency: str
    reason: CreditReason
    cause: str
    lines: tuple[CreditMemoLine, ...]
    settlements: tuple[Settlement, ...]
    held: Money
    prepared_by: str = ""
    approved_by: str = ""
    roundings: tuple[Settlement, ...] = ()
    holder: str = ""

    def by_contract(self) -> tuple[CreditMemo, ...]:
        """What each contract sees of it: its own lines, and the first the roundings. All of it, where it is about one."""
        parts = enumerate(_by_contract(self.contract, self.lines))
        shares = ((one, lines, () if place else self.roundings) for place, (one, lines) in parts)
        return tuple(replace(self, contract=one, lines=lines, roundings=own) for one, lines, own in shares) or (self,)

    @property
    def net(self) -> Money:
        """The lines without tax."""
        return total((line.net for line in self.lines), self.currency)

    @property
    def tax(self) -> Money:
        """The tax given back."""
        return total((line.tax for line in self.lines), self.currency)

    @property
    def rounding(self) -> Money:
        """What the memo gives beyond its lines, below nothing if less, so that it can be paid."""
        return total((part.amount for part in self.roundings), self.currency)

    @property
    def total(self) -> Money:
        """What the customer is given."""
        return self.net + self.tax + self.rounding


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditUse(Document):
    """Credit on the customer's account that pays invoices."""

    entity: str
    customer: str
    currency: str
    settlements: tuple[Settlement, ...]

    @property
    def amount(self) -> Money:
        """How much credit is used."""
        return total((settlement.amount for settlement in self.settlements), self.currency)
