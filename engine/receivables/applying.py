"""What money pays: a payment as it arrives, and cash that stood unapplied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.billing.open_items import open_balance, payer, unapplied
from engine.book import Book
from engine.checking import above_zero, in_books_of, in_currency_of, known_customer, known_invoice, part_to_pay
from engine.entities import as_owed, with_holders
from engine.model.cash import CashExchange, Deduction, Identification
from engine.model.contracts import Contract
from engine.model.document import Document, dated
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import KeptAs, Payment, PaymentApplication, Recovery
from engine.receivables.crossing import Across, sides
from engine.receivables.disposing import (
    Claim,
    Disposal,
    conventional,
    open_to,
    theirs,
    with_surplus,
)
from engine.receivables.passing_on import as_kept
from engine.receivables.remitting import instructed, named_across
from engine.receivables.writing_off import recover
from engine.refusals import Refused


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a payment was taken for: what it pays, what it recovers of an invoice written off, what is borne of what was
    kept back, what of that stays open in dispute, and what pays invoices in another currency after it was exchanged. An
    application or a recovery is there."""

    application: PaymentApplication | None
    recovery: Recovery | None = None
    deductions: tuple[Deduction, ...] = ()
    claims: tuple[Claim, ...] = ()
    across: tuple[CashExchange | PaymentApplication, ...] = ()

    def documents(self) -> Iterator[Document]:
        """Everything to be written, in order."""
        yield from (document for document in (self.application, self.recovery) if document)
        yield from self.across
        yield from self.deductions

    def applications(self) -> Iterator[PaymentApplication]:
        """All that pays something or is kept."""
        yield from (document for document in self.documents() if isinstance(document, PaymentApplication))


def receive(book: Book, payment: Payment, today: date) -> Receipt:
    """Dispose of a payment in full (billing conventions, payment application).

    The payer's remittance advice comes first, or the invoice they name: what is open of it, disputed or not, then what was
    written off of it (a recovery), or the contract they name. If that takes nothing, or none of the payer's is named, the
    company's convention decides among what is open and not in dispute. What is left is kept: as a prepayment of the
    contract, as credit or unapplied by convention, and as unidentified while nobody knows who paid.
    Refused from an unknown customer, or without an amount.
    """
    above_zero(payment.amount, "be applied")
    if not payment.customer:
        return Receipt(_application(payment, payment.amount, (), today, "unidentified cash"))
    known_customer(book, payment.customer)
    disposal = with_surplus(book, payment, _disposed(book, payment, today), today)
    rest = payment.amount - disposal.cash(payment.amount.currency)
    named = theirs(book, payment, payment.invoice)
    recovery = recover(book, named, payment, rest, today) if named and rest else None
    if not (disposal.settlements or disposal.across or recovery or payment.remittance or _of_contract(book, payment)):
        disposal = with_surplus(book, payment, conventional(book, payment, today), today)
    amount = payment.amount - recovery.amount if recovery else payment.amount
    kept = _kept(book, payment, amount, disposal, today)
    across = (*kept[1:], *_across(book, payment, payment.customer, disposal.across, today, len(kept)))
    return Receipt(kept[0] if kept else None, recovery, disposal.deductions, disposal.claims, across)


def _kept(book: Book, payment: Payment, amount: Money, disposal: Disposal, today: date) -> list[PaymentApplication]:
    """What settles invoices and what is kept beside it; cash that is exchanged stands unapplied, whatever the rest is kept as."""
    kept_as, given = _kept_as(book, payment), total((part.given for part in disposal.across), amount.currency)
    whole = _application(payment, amount, disposal.settlements, today, kept_as)
    if not given or kept_as == "unapplied cash":
        return [whole] if amount else []
    own = _application(payment, amount - given, disposal.settlements, today, kept_as)
    waits = _application(payment, given, (), today, "unapplied cash")
    return [own, replace(waits, number=f"{waits.number}-2")] if own.amount else [waits]


def _across(
    book: Book, payment: Payment, customer: str, across: tuple[Across, ...], today: date, before: int
) -> Iterator[CashExchange | PaymentApplication]:
    """Unapplied cash is exchanged and pays invoices in another currency. `before`: how many applications of the payment are
    made with this and are not in the book yet."""
    earlier = len(book.about(CashExchange, "payment", payment.number)) // 2
    for nth, part in enumerate(across):
        owed = book.get(Invoice, part.invoice)
        yield from sides(book, payment, owed, part.given, part.taken, today, earlier=earlier + nth)
        settlements = (Settlement(invoice=part.invoice, amount=part.taken),)
        yield from_unapplied(book, payment, customer, settlements, today, before=before + nth)


def _disposed(book: Book, payment: Payment, today: date) -> Disposal:
    """What the payer says it is for; nothing if they say nothing."""
    if payment.remittance:
        return instructed(book, payment, today)
    if contract := _of_contract(book, payment):
        due = [
            invoice
            for invoice in open_to(book, payment)
            if contract in {part.contract for part in invoice.by_contract()}
        ]
        return conventional(book, payment, today, due)
    named = theirs(book, payment, payment.invoice)
    return conventional(book, payment, today, [named]) if named else named_across(book, payment, today)


def _of_contract(book: Book, payment: Payment) -> str | None:
    """The contract that is paid ahead, if it is the payer's."""
    contract = book.find(Contract, payment.contract or "")
    return contract.number if contract and contract.customer == payment.customer else None


def _kept_as(book: Book, payment: Payment) -> KeptAs:
    if _of_contract(book, payment):
        return "prepayment"
    is_credit = payment.method == "bank transfer" and book.company.policies.surplus == "customer credit"
    return "customer credit" if is_credit else "unapplied cash"


def _sum(settlements: tuple[Settlement, ...], currency: str) -> Money:
    return total((settlement.amount for settlement in settlements), currency)


def _application(
    payment: Payment, amount: Money, settlements: tuple[Settlement, ...], today: date, kept_as: KeptAs
) -> PaymentApplication:
    return PaymentApplication(
        number=f"AP-{payment.number}",
        **dated(today, effective=payment.event_date),
        entity=payment.entity,
        customer=payment.customer,
        currency=payment.amount.currency,
        payment=payment.number,
        amount=amount,
        settlements=settlements,
        unapplied=amount - _sum(settlements, amount.currency),
        method=payment.method,
        kept_as=kept_as,
        contract=payment.contract if kept_as == "prepayment" else None,
    )


def known_payment(book: Book, number: str) -> Payment:
    """The payment of that number; Refused if there is none."""
    payment = book.find(Payment, number)
    if payment is None:
        raise Refused("unknown-payment", f"there is no payment {number!r}")
    return payment


def apply_unapplied(book: Book, payment: str, invoice: str, amount: Money | None, today: date) -> PaymentApplication:
    """Apply cash that stands unapplied to an invoice of the same customer: that amount, or all that fits.

    Refused above what is unapplied of the payment or open of the invoice, disputed or not.
    """
    owed = known_invoice(book, invoice)
    paid = as_kept(book, known_payment(book, payment), owed)
    from_its_payer(book, paid, owed)
    in_currency_of(owed, paid.amount.currency, f"payment {payment}")
    if amount:
        in_currency_of(owed, amount.currency, f"{amount}")
    left, open_ = unapplied(book, paid), open_balance(book, owed)
    part = part_to_pay(amount, left, f"unapplied of payment {payment}", owed, open_)
    return from_unapplied(book, paid, owed.customer, (Settlement(invoice=invoice, amount=part),), today)


def from_its_payer(book: Book, paid: Payment, owed: Invoice) -> None:
    """Refused where a payment is not of the invoice's customer, or came to another legal entity."""
    whose = payer(book, paid)
    if whose != owed.customer:
        said = f"came from {whose}" if whose else "came from an unknown payer"
        raise Refused("other-customer", f"payment {paid.number} {said}, invoice {owed.number} is for {owed.customer}")
    in_books_of(as_owed(book, owed), paid.entity, f"payment {paid.number}")


def from_unapplied(
    book: Book,
    paid: Payment,
    customer: str,
    settlements: tuple[Settlement, ...],
    today: date,
    contract: str | None = None,
    *,
    before: int = 0,
) -> PaymentApplication:
    """Cash that was kept of a payment pays those invoices; a prepayment of a `contract` only its own. `before`: how many
    applications of the payment are not in the book yet."""
    currency = settlements[0].amount.currency
    return PaymentApplication(
        number=f"AP-{paid.number}-{len(book.about(PaymentApplication, 'payment', paid.number)) + before + 1}",
        **dated(today),
        entity=paid.entity,
        customer=customer,
        currency=currency,
        payment=paid.number,
        amount=_sum(settlements, currency),
        settlements=with_holders(book, paid.entity, settlements),
        unapplied=Money.zero(currency),
        method=paid.method,
        from_unapplied=True,
        kept_as="prepayment" if contract else "unapplied cash",
        contract=contract,
    )


def identify(
    book: Book, payment: str, customer: str, invoice: str | None, today: date
) -> tuple[Identification, Receipt]:
    """Finance finds out who sent money that came from nobody known: it is theirs, and pays the invoice they mean or what
    the company's convention chooses. Refused for a payment of somebody known, and a second time."""
    paid = known_payment(book, payment)
    known_customer(book, customer)
    if whose := payer(book, paid):
        raise Refused("already-identified", f"payment {payment} is known to come from {whose}")
    made = Identification(
        number=f"ID-{payment}",
        **dated(today, effective=paid.event_date),
        entity=paid.entity,
        customer=customer,
        payment=payment,
        amount=paid.amount,
    )
    meant = replace(paid, customer=customer, invoice=invoice or paid.invoice)
    disposal = _disposed(book, meant, today)
    if not disposal.settlements and not disposal.across:
        disposal = conventional(book, meant, today)
    disposal = with_surplus(book, meant, disposal, today)
    settlements = disposal.settlements
    application = from_unapplied(book, paid, customer, settlements, today) if settlements else None
    across = tuple(_across(book, paid, customer, disposal.across, today, 1 if application else 0))
    return made, Receipt(application, None, disposal.deductions, disposal.claims, across)
