"""What a payment is for: what the payer says, else the company's convention (billing conventions, payment application)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from engine.billing.installments import debts
from engine.billing.open_items import collectible, disputed, open_balance
from engine.book import Book
from engine.entities import as_owed
from engine.model.cash import Deduction
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment
from engine.receivables.crossing import Across
from engine.receivables.deducting import (
    Paid,
    by_convention,
    deduction,
    discount_in_full,
    tolerated_above,
)


class Claim(NamedTuple):
    """What a payer kept back and the company does not bear: it stays open, in dispute for that reason."""

    invoice: str
    amount: Money
    reason: str
    installment: int = 0


class Disposal(NamedTuple):
    """What the cash settles, what is borne beside it, what stays open in dispute, and what pays in another currency."""

    settlements: tuple[Settlement, ...]
    deductions: tuple[Deduction, ...] = ()
    claims: tuple[Claim, ...] = ()
    across: tuple[Across, ...] = ()

    def cash(self, currency: str) -> Money:
        """How much of the payment all this takes."""
        parts = (part.amount for part in self.settlements)
        return total(parts, currency) + total((part.given for part in self.across), currency)


def unclaimed(
    book: Book, payment: Payment, invoice: Invoice, cash: Money, today: date, of: Paid
) -> Iterator[Deduction]:
    """What is borne without a claim. What we collected ourselves is what we asked for; what is in dispute is looked at by
    people."""
    if payment.method == "bank transfer" and cash and not disputed(book, invoice):
        yield from by_convention(book, payment, invoice, cash, today, of)


def with_surplus(book: Book, payment: Payment, disposal: Disposal, today: date) -> Disposal:
    """What a transfer brings above all that it pays, if it is little enough, goes with the last invoice that it pays off: a
    small difference in the company's favor."""
    rest = payment.amount - disposal.cash(payment.amount.currency)
    if not rest or not disposal.settlements or payment.method != "bank transfer" or not tolerated_above(book, rest):
        return disposal
    *before, last = disposal.settlements
    invoice = book.get(Invoice, last.invoice)
    if last.amount != open_balance(book, invoice):
        return disposal
    gained = deduction(book, invoice, "small difference", -rest, today, payment=payment.number)
    settlements = (*before, replace(last, amount=last.amount + rest))
    return disposal._replace(settlements=settlements, deductions=(*disposal.deductions, gained))


def joined(parts: Iterable[Disposal]) -> Disposal:
    """All of them as one."""
    fields = zip(*parts, strict=True) if (parts := tuple(parts)) else ((), (), (), ())
    return Disposal(*(sum(field, ()) for field in fields))


def theirs(book: Book, payment: Payment, number: str | None) -> Invoice | None:
    """The invoice of that number, if it is one of the payer's in that currency and of the legal entity that was paid."""
    invoice = book.find(Invoice, number or "")
    return invoice if invoice and invoice.customer == payment.customer and _may_pay(book, payment, invoice) else None


def _may_pay(book: Book, payment: Payment, invoice: Invoice) -> bool:
    return (as_owed(book, invoice).entity, invoice.currency) == (payment.entity, payment.amount.currency)


def conventional(book: Book, payment: Payment, today: date, only: Iterable[Invoice] | None = None) -> Disposal:
    """What the company's convention chooses among `only` those invoices (None: all of the payer's), disputed parts left
    aside; the invoice that the payer names is the only one, with its disputed part."""
    chosen = _chosen(book, payment) if only is None else [(i, open_balance(book, i)) for i in only]
    left, taken = payment.amount, dict[str, Money]()
    for invoice, most in chosen:
        if cash := min(left, most):
            taken[invoice.number] = taken.get(invoice.number, cash - cash) + cash
            left -= cash
    return joined(_paid(book, payment, number, cash, today) for number, cash in taken.items())


def _paid(book: Book, payment: Payment, number: str, cash: Money, today: date) -> Disposal:
    settlements, invoice = (Settlement(invoice=number, amount=cash),), book.get(Invoice, number)
    of = Paid(open_balance(book, invoice), 0)
    return Disposal(settlements, tuple(unclaimed(book, payment, invoice, cash, today, of)))


def _chosen(book: Book, payment: Payment) -> list[tuple[Invoice, Money]]:
    """The invoices in the order they are paid, each with the most that it takes; one that is due in parts comes part by part."""
    oldest = _oldest(book, payment)
    match book.company.policies.application:
        case "by hand":
            return []
        case "pro rata":
            return _pro_rata(payment.amount, oldest)
        case "exact match, else oldest due":
            whole = [(invoice, collectible(book, invoice)) for invoice in open_to(book, payment)]
            return [pair for pair in [*whole, *oldest] if _fits(book, payment, *pair)][:1] or oldest
        case _:
            return oldest


def _oldest(book: Book, payment: Payment) -> list[tuple[Invoice, Money]]:
    """What may be paid of each of the payer's invoices or installments, the oldest due first."""
    found = [debt for invoice in open_to(book, payment) for debt in debts(book, invoice) if debt.collectible]
    found.sort(key=lambda debt: (debt.due_date, debt.invoice.number))
    return [(debt.invoice, debt.collectible) for debt in found]


def open_to(book: Book, payment: Payment) -> list[Invoice]:
    """The payer's invoices of which something may be paid without instruction, the oldest due first."""
    mine = book.about(Invoice, "customer", payment.customer)
    fitting = [i for i in mine if _may_pay(book, payment, i) and collectible(book, i)]
    return sorted(fitting, key=lambda invoice: (invoice.due_date, invoice.number))


def _pro_rata(amount: Money, oldest: list[tuple[Invoice, Money]]) -> list[tuple[Invoice, Money]]:
    """Each invoice in the proportion of what may be paid of it, to the cent."""
    if not oldest:
        return []
    whole = total((most for _, most in oldest), amount.currency)
    shares = min(amount, whole).allocate([most.minor for _, most in oldest])
    return [(invoice, share) for (invoice, _), share in zip(oldest, shares, strict=True)]


def _fits(book: Book, payment: Payment, invoice: Invoice, open_: Money) -> bool:
    """Whether the payment is exactly what is open, or that less the discount it earns today."""
    return payment.amount in (open_, open_ - discount_in_full(book, invoice, open_, payment.event_date))
