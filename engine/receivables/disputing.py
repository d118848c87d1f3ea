"""The customer contests an invoice, and how that ends (handbook 4.3)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from engine.billing.crediting import credit_lines, kept_service
from engine.billing.installments import the_part
from engine.billing.open_items import credited as credited_lines
from engine.billing.open_items import disputed, open_balance, open_disputes
from engine.billing.totaling import left_of_total
from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.entities import as_owed
from engine.model.document import dated
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.payments import DisputeResolution, Doubt, InvoiceDispute
from engine.receivables.collecting import resume
from engine.refusals import Refused
from engine.terms.spreading import elapsed

Outcome = Literal["accepted", "partly accepted", "rejected", "withdrawn"]


def dispute(
    book: Book,
    invoice: str,
    line: int | None,
    amount: Money | None,
    reason: str,
    today: date,
    expected: Money | None = None,
    part: int = 0,
) -> InvoiceDispute:
    """The customer contests that much (None: all that is open and not in dispute), tax included, of an invoice, of one of its
    lines or of one of its parts.

    Under the policy "reserve" its net share of the service given so far leaves revenue until the dispute is settled
    (policy P5, handbook 4.3; IFRS 15.55): what was not given is in no revenue. What finance says is `expected` to be
    conceded (net) or, where the reason is that the customer cannot pay, lost, is reserved whatever the policy says.
    Refused above what is open of the invoice, or left of the line, and not already in dispute.
    """
    owed = known_invoice(book, invoice)
    of = _Of(book, owed, part)
    amount = of.open - of.contested if amount is None else amount
    _check(of, line, amount)
    doubt = _doubt(book, reason)
    return InvoiceDispute(
        number=f"D-{book.count(InvoiceDispute) + 1}",
        **dated(today),
        entity=as_owed(book, owed).entity,
        customer=owed.customer,
        invoice=invoice,
        invoice_line=line,
        amount=amount,
        reserve=_reserved(book, owed, line, amount, doubt, expected, today),
        reason=reason,
        doubt=doubt,
        installment=part,
    )


def _check(of: _Of, line: int | None, amount: Money) -> None:
    in_currency_of(of.invoice, amount.currency, f"{amount}")
    _check_open(of)
    above_zero(amount, f"be disputed of {of.name}")
    _check_line(of.invoice, line)
    _check_amount(of, line, amount)


class _Of:
    """What of an invoice, or of one of its parts, is open, and how much of that is in dispute."""

    def __init__(self, book: Book, invoice: Invoice, part: int) -> None:
        self.book, self.invoice, self.name = book, invoice, f"invoice {invoice.number}"
        self.open, self.contested = open_balance(book, invoice), disputed(book, invoice)
        if part:
            debt = the_part(book, invoice, part)
            self.open, self.contested, self.name = debt.open, debt.disputed, f"part {part} of {self.name}"


def _doubt(book: Book, reason: str) -> Doubt:
    """What the company's codes say a reason puts in doubt; the price, where they do not know it."""
    codes = {code.reason.lower(): code.doubt for code in book.company.dispute_reasons}
    return codes.get(reason.lower(), "price")


def _reserved(
    book: Book, invoice: Invoice, line: int | None, amount: Money, doubt: Doubt, expected: Money | None, today: date
) -> Money:
    """What is reserved: what finance expects or, by policy, the whole of what is in doubt. A loss includes the tax."""
    by_price = doubt == "price"
    given = _reserve(book, invoice, line, amount, today) if by_price else amount
    if expected is None:
        return given if book.company.policies.dispute == "reserve" else Money.zero(invoice.currency)
    in_currency_of(invoice, expected.currency, f"{expected}")
    if expected.minor < 0 or expected > given:
        said = f"{given} of service given is contested without tax" if by_price else f"{amount} is contested"
        raise Refused("above-contested", f"{expected} cannot be reserved of invoice {invoice.number}: {said}")
    return expected


def _check_line(invoice: Invoice, line: int | None) -> None:
    if line is not None and line not in {made.id for made in invoice.lines}:
        raise Refused("unknown-line", f"invoice {invoice.number} has no line {line}")


def _check_open(of: _Of) -> None:
    if of.open == of.contested:
        left = "all that is open of it is in dispute already" if of.open else "nothing of it is open"
        raise Refused("nothing-open", f"{of.name} cannot be disputed: {left}")


def _check_amount(of: _Of, line: int | None, amount: Money) -> None:
    if amount > of.open - of.contested:
        raise Refused(
            "above-open",
            f"{amount} cannot be disputed: {of.open} is open of {of.name}, {of.contested} of that already in dispute",
        )
    if line is not None:
        _check_line_amount(of.book, of.invoice, line, amount)


def _check_line_amount(book: Book, invoice: Invoice, line: int, amount: Money) -> None:
    left = _left(book, invoice, line)[1]
    ours = (made.amount for made in open_disputes(book, invoice) if made.invoice_line == line)
    contested = total(ours, invoice.currency)
    if amount > left - contested:
        raise Refused(
            "above-line",
            f"{amount} cannot be disputed: {left} is left of line {line} of invoice {invoice.number}, "
            f"{contested} of that already in dispute",
        )


def _left(book: Book, invoice: Invoice, line: int | None) -> tuple[Money, Money]:
    """What is left, net and with tax (and rounding), of an invoice or of one of its lines after its credits."""
    made = [billed for billed in invoice.lines if line in (None, billed.id)]
    back = [credit for credit in credited_lines(book, invoice) if line in (None, credit.invoice_line)]
    net = total((billed.net for billed in made), invoice.currency)
    left = net - total((credit.net for credit in back), invoice.currency)
    if line is None:
        return left, left_of_total(book, invoice)
    gross = total((billed.total for billed in made), invoice.currency)
    return left, gross - total((credit.total for credit in back), invoice.currency)


def _reserve(book: Book, invoice: Invoice, line: int | None, amount: Money, today: date) -> Money:
    """The net share, by days of service, of what the amount contests of service given up to today."""
    policies, gross = book.company.policies, _left(book, invoice, line)[1]
    given = sum(
        _left(book, invoice, made.id)[0].exact * elapsed(kept_service(book, invoice, made), today, policies.spread)
        for made in invoice.lines
        if line in (None, made.id)
    )
    return Money.of(given * Fraction(amount.minor, gross.minor), amount.currency, policies.rounding)


def _net_share(book: Book, amount: Money, net: Money, gross: Money) -> Money:
    share = net.exact * Fraction(amount.minor, gross.minor)
    return Money.of(share, amount.currency, book.company.policies.rounding)


def resolve(
    book: Book, number: str, credited: Money, today: date, withdrawn: bool = False
) -> tuple[CreditMemo | None, DisputeResolution]:
    """Settle a dispute: `credited`, tax included, is what the customer is given: all that is disputed (accepted), part of
    it, or nothing (rejected, or withdrawn by the customer). What is left is collected and dunned again, the reserve ends.

    Refused for a settled dispute, above what is in dispute, above what is left of what was billed, and for a credit where
    only the customer's ability to pay is in doubt: that is no concession but a loss, to be written off (handbook 4.3).
    """
    made = _open(book, number)
    invoice = book.get(Invoice, made.invoice)
    in_currency_of(invoice, credited.currency, f"{credited}")
    if credited.minor < 0 or credited > made.amount:
        raise Refused(
            "above-dispute",
            f"{credited} cannot be credited: dispute {number} is about {made.amount}; credit that, a part of it or nothing",
        )
    if credited and made.doubt == "credit":
        raise Refused(
            "no-concession",
            f"{credited} cannot be credited: dispute {number} doubts that {made.customer} can pay, not the price; "
            "what is lost is written off",
        )
    memo = _credit(book, invoice, made.invoice_line, credited, today) if credited else None
    resume(book, invoice.number, today)
    return memo, _resolution(book, made, "withdrawn" if withdrawn else _outcome(made, credited), memo, today)


def _open(book: Book, number: str) -> InvoiceDispute:
    made = book.find(InvoiceDispute, number)
    if made is None:
        raise Refused("unknown-dispute", f"there is no dispute {number!r}")
    for end in book.about(DisputeResolution, "dispute", number):
        raise Refused("already-settled", f"dispute {number} is already settled: {end.outcome}")
    return made


def _credit(book: Book, invoice: Invoice, line: int | None, credited: Money, today: date) -> CreditMemo:
    """A credit memo of that total. Where the rounding of tax passes over the very cent, the nearest total below it; where totals
    are rounded to what can be paid, that total before it is."""
    net, gross = _left(book, invoice, line)
    if credited > gross:
        raise Refused(
            "above-what-is-left",
            f"{credited} cannot be credited: {gross} is left of what invoice {invoice.number} billed",
        )
    cent, slack = Money(1, credited.currency), Money(len(invoice.lines), credited.currency)
    share = net if credited == gross else min(_net_share(book, credited, net, gross) + slack, net)
    while share:
        memo = credit_lines(book, invoice, line, share, "dispute", today)
        if memo.net + memo.tax <= credited or (share == net and memo.total <= credited):
            return memo
        share -= cent
    raise Refused(
        "too-little-to-credit",
        f"{credited} cannot be credited: the smallest credit of invoice {invoice.number} comes to more with its tax",
    )


def _resolution(
    book: Book, made: InvoiceDispute, outcome: Outcome, memo: CreditMemo | None, today: date
) -> DisputeResolution:
    """`released` is negative where more is credited than was reserved, so that reserve, credit and release end at nothing."""
    zero = Money.zero(made.amount.currency)
    return DisputeResolution(
        number=f"DR-{made.number.removeprefix('D-')}",
        **dated(today),
        entity=made.entity,
        customer=made.customer,
        dispute=made.number,
        invoice=made.invoice,
        outcome=outcome,
        credited=memo.total if memo else zero,
        credit_memo=memo.number if memo else None,
        released=made.reserve - (memo.net if memo else zero),
        doubt=made.doubt,
    )


def _outcome(made: InvoiceDispute, credited: Money) -> Outcome:
    if not credited:
        return "rejected"
    return "accepted" if credited == made.amount else "partly accepted"
