"""After a write-off: tax that is claimed later, and the receivable that stands again when money comes (handbook 4.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.billing.open_items import open_balance, recovered, written_off
from engine.book import Book
from engine.checking import known_invoice
from engine.entities import as_owed
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.money import Money, total
from engine.model.payments import Payment, WriteOff
from engine.receivables.writing_off import begun, relief_in, tax_owed_again
from engine.refusals import Refused


def claim_relief(book: Book, invoice: str, today: date) -> TaxReliefClaim:
    """Reclaim the tax of what was written off of an invoice and has not come (policy P4, claimed later).

    Refused where that is not the company's convention, and where nothing is left to claim.
    """
    owed = known_invoice(book, invoice)
    answer = book.company.policies.tax_relief
    if answer != "claimed later":
        raise Refused(
            "no-later-claim", f"tax of invoice {invoice} cannot be claimed: tax relief on write-off is {answer!r}"
        )
    claims = book.about(TaxReliefClaim, "invoice", invoice)
    untaxed = claims[0].untaxed if claims else recovered(book, owed)
    lost = written_off(book, owed) - untaxed
    amount = relief_in(book, owed, lost) - total((claim.amount for claim in claims), owed.currency)
    amount -= total((made.tax_relief for made in book.about(WriteOff, "invoice", invoice)), owed.currency)
    if amount.minor <= 0:
        raise Refused("nothing-to-claim", f"no tax of invoice {invoice} is left to claim: {lost} of it is written off")
    return TaxReliefClaim(
        number=f"TC-{invoice}" + (f"-{len(claims) + 1}" if claims else ""),
        **dated(today),
        entity=as_owed(book, owed).entity,
        customer=owed.customer,
        invoice=invoice,
        amount=amount,
        untaxed=untaxed,
    )


def reinstate(book: Book, payment: Payment, today: date) -> Reinstatement | None:
    """Let what was written off of the invoice that a payment names stand again, as far as the payment goes beyond what is
    open of it; None where nothing is, or where a recovery goes straight to expense."""
    invoice = book.find(Invoice, payment.invoice or "")
    if book.company.policies.recovery != "receivable reinstated first" or invoice is None:
        return None
    if (invoice.customer, invoice.currency) != (payment.customer, payment.amount.currency):
        return None
    came = recovered(book, invoice)
    rest = payment.amount - min(payment.amount, open_balance(book, invoice))
    part = min(rest, written_off(book, invoice) - came)
    return _reinstatement(book, invoice, payment, part, came, today) if part else None


def _reinstatement(
    book: Book, invoice: Invoice, payment: Payment, part: Money, came: Money, today: date
) -> Reinstatement:
    write_off = begun(book, invoice, came)
    return Reinstatement(
        number=f"RI-{payment.number}",
        **dated(today, effective=payment.event_date),
        entity=as_owed(book, invoice).entity,
        customer=invoice.customer,
        write_off=write_off.number,
        invoice=invoice.number,
        payment=payment.number,
        amount=part,
        tax=tax_owed_again(book, invoice, part),
        method=write_off.method,
        settlements=(replace(write_off.settlements[0], amount=part),),
    )
