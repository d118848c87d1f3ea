"""As the payer's remittance advice says: how much for which invoice, in its currency or another, and what was kept back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.billing.agreed import part_count
from engine.billing.installments import debts
from engine.billing.open_items import open_balance
from engine.book import Book
from engine.entities import as_owed
from engine.model.cash import Deduction, DeductionKind, KeptBack, RemittanceLine
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment
from engine.receivables.crossing import Across, at_rate, cross_rate, fitting
from engine.receivables.deducting import Paid, accepted, deduction, of_part, short_paid
from engine.receivables.disposing import Claim, Disposal, joined, theirs, unclaimed
from engine.refusals import Refused

_UNFOUNDED = {"discount": "discount not earned", "withholding tax": "no certificate", "short": "short payment"}


def instructed(book: Book, payment: Payment, today: date) -> Disposal:
    """As the payer's remittance advice says, as far as money and open amounts go, disputed or not. Lines about invoices
    that are not theirs, or about other currencies than the payment's and the invoice's, are left aside; so are those about a part
    that an invoice does not have, or about a part of one in another currency."""
    left, parts = payment.amount, list[Disposal]()
    for line in _merged(payment.remittance):
        if part := _here(book, payment, line, left, parts, today) or _abroad(book, payment, line, left, today):
            left -= part.cash(left.currency)
            parts.append(part)
    return joined(parts)


def named_across(book: Book, payment: Payment, today: date) -> Disposal:
    """The invoice in another currency that the payer names, if it is one of theirs: all that fits, at the rate of the day."""
    named = RemittanceLine(invoice=payment.invoice or "")
    return _abroad(book, payment, named, payment.amount, today) or Disposal(())


def check_advice(payment: Payment) -> None:
    """Refused where the advice says a rate that has nothing to do with the currency that came, or settles in it."""
    currency = payment.amount.currency
    for line in payment.remittance:
        if line.rate and (currency not in (line.rate.currency, line.rate.into) or line.rate.rate <= 0):
            said = f"{line.rate.rate} {line.rate.into} per {line.rate.currency}"
            raise Refused("other-rate", f"{said} is no rate for a transfer in {currency}")
        if line.settles and line.settles.currency == currency:
            raise Refused(
                "same-currency",
                f"{line.settles} of invoice {line.invoice} is in the currency of the transfer; there is nothing to agree on",
            )


def _merged(lines: Iterable[RemittanceLine]) -> Iterable[RemittanceLine]:
    """One line an invoice or a named part of it, and of it one amount for each kind of what was kept back; of amounts in two
    currencies for one invoice the first one counts."""
    found: dict[tuple[str, int], RemittanceLine] = {}
    for line in lines:
        place = line.invoice, line.installment
        found[place] = _with(found[place], line) if place in found else line
    return [replace(line, kept=tuple(_summed(line.kept))) for line in found.values()]


def _with(before: RemittanceLine, line: RemittanceLine) -> RemittanceLine:
    return replace(
        line,
        amount=_sum(before.amount, line.amount),
        kept=(*before.kept, *line.kept),
        settles=_sum(before.settles, line.settles),
        rate=line.rate or before.rate,
    )


def _sum(before: Money | None, more: Money | None) -> Money | None:
    if before and more:
        return before + more if before.currency == more.currency else before
    return more


def _summed(kept: Iterable[KeptBack]) -> Iterable[KeptBack]:
    found: dict[tuple[str, str], KeptBack] = {}
    for one in kept:
        key = one.kind, one.amount.currency
        found[key] = replace(one, amount=one.amount + found[key].amount) if key in found else one
    return found.values()


def _here(
    book: Book, payment: Payment, line: RemittanceLine, left: Money, before: Iterable[Disposal], today: date
) -> Disposal | None:
    """A line about an invoice in the payment's currency, or about a part of it; `before`: what the lines before it say."""
    invoice = theirs(book, payment, line.invoice)
    if invoice is None or not _speaks_of(line, {invoice.currency}):
        return None
    open_ = _still_open(book, invoice, line.installment, before)
    if not open_:
        return None
    wanted = _left_to_pay(line, open_) if line.amount is None else line.amount
    return _line(book, payment, invoice, line, min(left, open_, wanted), Paid(open_, line.installment), today)


def _still_open(book: Book, invoice: Invoice, named: int, before: Iterable[Disposal]) -> Money:
    """What is open of the invoice or, where one is named, of its part, less what lines before have taken. A part that it does
    not have is nothing."""
    taken = [one.amount for line in before for one in line.settlements if one.invoice == invoice.number]
    taken += [one.amount for line in before for one in line.deductions if one.invoice == invoice.number]
    taken += [one.amount for line in before for one in line.claims if one.invoice == invoice.number]
    whole = open_balance(book, invoice) - total(taken, invoice.currency)
    part = (debt.open for debt in debts(book, invoice) if debt.place == named - 1 < part_count(book, invoice))
    return min(whole, next(part, whole - whole)) if named else whole


def _abroad(book: Book, payment: Payment, line: RemittanceLine, left: Money, today: date) -> Disposal | None:
    """A line about an invoice in another currency, where the company lets it be paid so and the rates are known."""
    invoice = book.find(Invoice, line.invoice)
    if invoice is None or (as_owed(book, invoice).entity, invoice.customer) != (payment.entity, payment.customer):
        return None
    currencies = {payment.amount.currency, invoice.currency}
    if len(currencies) == 1 or not _speaks_of(line, currencies) or not _may_be_paid(book, payment, invoice):
        return None
    if line.installment:
        return None
    try:
        rate = _rate(book, payment, invoice, line, today)
    except Refused:
        return None
    return _exchanged(book, payment, invoice, line, left, rate, today)


def _speaks_of(line: RemittanceLine, currencies: set[str]) -> bool:
    amounts = [line.amount, line.settles, *(one.amount for one in line.kept)]
    return all(amount.currency in currencies for amount in amounts if amount)


def _may_be_paid(book: Book, payment: Payment, invoice: Invoice) -> bool:
    by_convention = book.company.policies.paid_across != "kept unapplied"
    return by_convention and payment.method == "bank transfer" and bool(open_balance(book, invoice))


def _rate(book: Book, payment: Payment, invoice: Invoice, line: RemittanceLine, today: date) -> Fraction:
    rate = cross_rate(book, payment.entity, payment.amount.currency, invoice.currency, today, line.rate)
    if line.settles and line.amount and line.amount.currency != line.settles.currency:
        return line.settles.exact / line.amount.exact
    return rate


def _exchanged(
    book: Book, payment: Payment, invoice: Invoice, line: RemittanceLine, left: Money, rate: Fraction, today: date
) -> Disposal | None:
    kept = tuple(replace(one, amount=_in(one.amount, invoice.currency, rate)) for one in line.kept)
    told, open_ = replace(line, kept=kept), open_balance(book, invoice)
    most, wanted = left, line.settles or _left_to_pay(told, open_)
    if line.amount and line.amount.currency == invoice.currency:
        wanted = line.amount
    elif line.amount:
        most, wanted = min(left, line.amount), line.settles or open_
    given, taken = fitting(most, min(open_, wanted), rate)
    if not given or not taken:
        return None
    made = _line(book, payment, invoice, told, taken, Paid(open_, 0), today)
    return made._replace(settlements=(), across=(Across(invoice.number, given, taken),))


def _in(amount: Money, currency: str, rate: Fraction) -> Money:
    return amount if amount.currency == currency else at_rate(amount, currency, rate)


def _left_to_pay(line: RemittanceLine, open_: Money) -> Money:
    """All that is open and not kept back."""
    kept = total((one.amount for one in line.kept), open_.currency)
    return max(open_ - kept, Money.zero(open_.currency))


def _line(
    book: Book, payment: Payment, invoice: Invoice, line: RemittanceLine, cash: Money, of: Paid, today: date
) -> Disposal:
    settlements = (Settlement(invoice=invoice.number, amount=cash, installment=of.part),) if cash else ()
    if not line.kept:
        return Disposal(settlements, tuple(unclaimed(book, payment, invoice, cash, today, of)))
    rest, deductions, claims = of.open - cash, list[Deduction](), list[Claim]()
    for kept in line.kept:
        borne = min(rest, accepted(book, payment, invoice, kept, cash, of))
        rest -= borne
        if borne:
            made = deduction(book, invoice, _kind(book, kept), borne, today, payment=payment.number, note=kept.note)
            deductions.append(of_part(made, of.part))
        if contested := min(rest, kept.amount - borne):
            rest -= contested
            why = kept.note or _UNFOUNDED.get(kept.kind, kept.kind)
            claims.append(Claim(invoice.number, contested, why, of.part))
    return Disposal(settlements, tuple(deductions), tuple(claims))


def _kind(book: Book, kept: KeptBack) -> DeductionKind:
    return short_paid(book) if kept.kind == "short" else kept.kind
