"""What payers say their money is for, what they keep back of it, and what the company bears of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.bearing import of
from engine.model.cash import DeductionKind, EarlyPayment, Kept, KeptBack, RemittanceLine
from engine.model.currency import ExchangeRate
from engine.model.money import Money
from reports.systems.naming import document_name
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import contract_of, contracts_of, invoice_named
from steps.stage.world import World

BEARS = of("cash not applied")

REMITTANCE = Table(
    "remittance advice",
    Column("invoice", required=True, key=True),
    Column("part", "count", key=True, default=0),
    Column("amount", "amount"),
    Column("discount", "amount"),
    Column("withheld", "amount"),
    Column("certificate"),
    Column("bank charge", "amount"),
    Column("short", "amount"),
    Column("reason"),
    Column("settles", "amount"),
    Column("rate", "exchange rate"),
)
DEDUCTIONS = Table(
    "deductions",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("kind", key=True),
    Column("amount", "amount", required=True),
    Column("tax", "amount"),
    Column("note"),
)
_KINDS: dict[str, DeductionKind] = {
    "an early-payment discount": "discount",
    "withholding tax": "withholding tax",
    "a bank charge": "bank charge",
    "a small difference": "small difference",
    "a credit loss": "credit loss",
    "a concession": "concession",
}
# Column, kind, and the column that says more about it.
_KEPT: tuple[tuple[str, Kept, str], ...] = (
    ("discount", "discount", ""),
    ("withheld", "withholding tax", "certificate"),
    ("bank charge", "bank charge", ""),
    ("short", "short", "reason"),
)
parameter_type("deduction", "|".join(_KINDS), _KINDS.__getitem__, noun="a deduction", hint="a bank charge")


@given("{percent} may be deducted from invoices paid within {days}")
def may_be_deducted(world: World, percent: Decimal, days: int) -> None:
    """An early-payment discount for every customer: so much for payment within so many days of the invoice date."""
    term = EarlyPayment(percent=percent * 100, days=days)
    world.change_company(early_payment=(*world.company.early_payment, term))


@given("{customer} may deduct {percent} from invoices paid within {days}")
def may_deduct(world: World, customer: str, percent: Decimal, days: int) -> None:
    """An early-payment discount of one customer, instead of the one for everybody."""
    term = EarlyPayment(percent=percent * 100, days=days, customer=customer)
    world.change_company(early_payment=(*world.company.early_payment, term))


@given("{money} may be deducted from invoices paid within {days}")
def amount_may_be_deducted(world: World, amount: Money, days: int) -> None:
    """An amount, with the tax in it, off every invoice in its currency that any customer pays within so many days of its date."""
    term = EarlyPayment(amount=amount, days=days)
    world.change_company(early_payment=(*world.company.early_payment, term))


@given("{customer} may deduct {money} from invoices paid within {days}")
def may_deduct_amount(world: World, customer: str, amount: Money, days: int) -> None:
    """The same for one customer, instead of the terms for everybody."""
    term = EarlyPayment(amount=amount, days=days, customer=customer)
    world.change_company(early_payment=(*world.company.early_payment, term))


@given("payments may be up to {money} short")
def may_be_short(world: World, amount: Money) -> None:
    """The tolerance for short payments: what is missing of an invoice up to that amount is borne without a question."""
    exact = Decimal(amount.exact.numerator) / Decimal(amount.exact.denominator)
    world.change_company(tolerance=replace(world.company.tolerance, amount=exact))


@given("payments may be up to {percent} of the invoice short")
def may_be_short_by(world: World, percent: Decimal) -> None:
    """The tolerance for short payments in percent of the invoice; beside an amount, the smaller of both counts."""
    world.change_company(tolerance=replace(world.company.tolerance, percent=percent * 100))


@given("payments may be up to {money} over")
def may_be_over(world: World, amount: Money) -> None:
    """The tolerance for overpayments: what a transfer brings above all that it pays, up to that amount, is a small difference in
    the company's favor."""
    exact = Decimal(amount.exact.numerator) / Decimal(amount.exact.denominator)
    world.change_company(tolerance=replace(world.company.tolerance, over=exact))


@when("{customer} transfers {money} on {date} with this remittance advice:", table=REMITTANCE)
def transfers_with(world: World, customer: str, amount: Money, day: date, table: Rows) -> None:
    """A bank transfer for the invoices its advice lists, or for one part of an invoice that is due in parts (1 is due first): how
    much for each, and what was kept back of it and why. Of an invoice in another currency the amount is in either; what it settles
    there, or the rate of the payer's bank, may be said."""
    world.on(day)
    lines = tuple(_line(world, customer, row) for row in table.records(amount.currency))
    world.attempt(lambda: world.payments.receive(customer, amount, None, "", lines))


@when("{customer} transfers {money} on {date} for part {count} of {invoice}")
def transfers_for_part(world: World, customer: str, amount: Money, day: date, part: int, invoice: str) -> None:
    """A bank transfer for one part of an invoice that is due in parts, whichever is due first; 1 is."""
    world.on(day)
    line = RemittanceLine(invoice=invoice_named(world.stack, customer, invoice).number, installment=part)
    world.attempt(lambda: world.payments.receive(customer, amount, None, "", (line,)))


def _line(world: World, customer: str, row: Mapping[str, object]) -> RemittanceLine:
    paid, settles, rate = row["amount"], row["settles"], row["rate"]
    return RemittanceLine(
        invoice=invoice_named(world.stack, customer, str(row["invoice"])).number,
        amount=paid if isinstance(paid, Money) else None,
        kept=tuple(_kept(row)),
        installment=int(str(row["part"] or 0)),
        settles=settles if isinstance(settles, Money) else None,
        rate=rate if isinstance(rate, ExchangeRate) else None,
    )


def _kept(row: Mapping[str, object]) -> Iterator[KeptBack]:
    for column, kind, note in _KEPT:
        if isinstance(amount := row[column], Money) and amount:
            yield KeptBack(kind=kind, amount=amount, note=str(row.get(note) or ""))


@when("{customer} transfers {money} on {date} ahead of the invoices of the contract")
def transfers_ahead(world: World, customer: str, amount: Money, day: date) -> None:
    """A bank transfer for the customer's newest contract: it pays what is open of it, then its invoices as they come."""
    world.on(day)
    contract = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.payments.receive(customer, amount, None, "", (), contract))


@when("{money} arrive(s) from an unknown payer on {date}")
def arrives_unknown(world: World, amount: Money, day: date) -> None:
    """A bank transfer of which nobody knows who sent it."""
    world.on(day)
    world.attempt(lambda: world.payments.receive("", amount, None, ""))


@when("finance finds out on {date} that {customer} sent the {money}")
def finds_out(world: World, day: date, customer: str, amount: Money) -> None:
    """The payer of unidentified money is found: it is applied by the company's convention."""
    world.on(day)
    payment = _unidentified(world, amount)
    world.attempt(lambda: world.billing.identify(payment, customer, None))


@when("finance finds out on {date} that {customer} sent the {money} for {invoice}")
def finds_out_for(world: World, day: date, customer: str, amount: Money, invoice: str) -> None:
    """The payer of unidentified money is found, and the invoice they mean."""
    world.on(day)
    payment, number = _unidentified(world, amount), invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.identify(payment, customer, number))


def _unidentified(world: World, amount: Money) -> str:
    """The newest transfer of that amount from nobody known, one identified since included. StoryError if there is none."""
    found = [p.number for p in world.billing.payments() if not p.customer and p.amount == amount]
    if not found:
        raise StoryError(f"no unknown payer sent {amount}")
    return found[-1]


@when("finance accepts {money} of {invoice} of {customer} as {deduction} on {date}")
def accepts(world: World, amount: Money, invoice: str, customer: str, kind: DeductionKind, day: date) -> None:
    """What a payer kept back of an invoice is borne after all; a dispute about exactly that ends."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.deduct(number, kind, amount, ""))


@when("finance accepts {money} of {invoice} of {customer} as {deduction} on {date}, {string}")
def accepts_with_note(
    world: World, amount: Money, invoice: str, customer: str, kind: DeductionKind, day: date, note: str
) -> None:
    """What a payer kept back is borne after all, with what proves it: the certificate of a withheld tax, or the reason."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.deduct(number, kind, amount, note))


@when("the unapplied cash of {customer} is applied to {invoice} of {customer} on {date}")
def is_applied_to_another(world: World, customer: str, invoice: str, other: str, day: date) -> None:
    """Cash of one customer is meant to pay another's invoice: nobody's books allow that."""
    world.on(day)
    number = invoice_named(world.stack, other, invoice).number
    payment = [p.number for p in world.billing.payments() if p.customer == customer][-1]
    world.attempt(lambda: world.billing.apply(payment, number, None))


@then("these deductions of {customer} were taken:", table=DEDUCTIONS)
def were_taken(world: World, customer: str, table: Rows) -> None:
    """All that the customer kept back and the company bears, in the order it was accepted; what is undone is negative."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "date": d.event_date,
            "invoice": names[d.invoice],
            "kind": d.kind,
            "amount": d.amount,
            "tax": d.tax,
            "note": d.note,
        }
        for d in world.billing.deductions()
        if d.customer == customer
    ]
    world.check(table, found, f"deductions of {customer}")


@then("{customer} took no deduction")
def took_none(world: World, customer: str) -> None:
    """Nothing that the customer kept back is borne by the company."""
    found = [f"{d.amount} of {d.invoice}, {d.kind}" for d in world.billing.deductions() if d.customer == customer]
    world.check_value(f"deductions of {customer}", "none", ", ".join(found) or "none")


@then("unidentified cash is {money}")
def unidentified_is(world: World, expected: Money) -> None:
    """Money of which nobody knows who sent it."""
    kept = [a.unapplied for a in world.billing.applications() if a.kept_as == "unidentified cash"]
    found = sum(a.minor for a in kept if a.currency == expected.currency)
    known = sum(i.amount.minor for i in world.billing.identifications() if i.amount.currency == expected.currency)
    world.check_value("unidentified cash", expected, Money(found - known, expected.currency))


@when("finance frees what {customer} has paid ahead on {date}")
def frees(world: World, customer: str, day: date) -> None:
    """All that was paid ahead of the customer's contract and no invoice has used stands unapplied."""
    world.on(day)
    world.attempt(lambda: world.billing.free(contract_of(world.stack, customer, world.meant).number, None))


@when("finance frees {money} of what {customer} has paid ahead on {date}")
def frees_part(world: World, amount: Money, customer: str, day: date) -> None:
    """That much of what was paid ahead of the customer's contract stands unapplied."""
    world.on(day)
    world.attempt(lambda: world.billing.free(contract_of(world.stack, customer, world.meant).number, amount))


@then("{customer} has paid ahead {money}")
def has_paid_ahead(world: World, customer: str, expected: Money) -> None:
    """What was paid ahead of the customer's contracts and no invoice has used yet; it passes on with a contract."""
    theirs = {contract.number for contract in contracts_of(world.stack, customer)}
    ahead = [a for a in world.billing.applications() if a.contract in theirs and a.kept_as == "prepayment"]
    sums = [
        -a.amount.minor if a.from_unapplied else a.unapplied.minor for a in ahead if a.currency == expected.currency
    ]
    freed = (f.amount for f in world.billing.prepayment_releases() if f.contract in theirs)
    sums += [-amount.minor for amount in freed if amount.currency == expected.currency]
    world.check_value(f"{customer} has paid ahead", expected, Money(sum(sums), expected.currency))
