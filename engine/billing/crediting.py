"""Credit memos: each line takes back part of one invoice line, never more than is left of it, with that line's own tax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.billing.open_items import open_balance
from engine.billing.taxing import Before, credit_taxes, credited_base, mode_of_tax, sum_of
from engine.billing.totaling import roundings
from engine.book import Book
from engine.entities import holder_beside, next_number
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, ChargeTerms, Contract, PlannedLine, Subscription
from engine.model.document import dated
from engine.model.invoices import CreditMemo, CreditMemoLine, CreditReason, Invoice, InvoiceLine, LineTax, Settlement
from engine.model.money import Money, total
from engine.refusals import Refused
from engine.terms.rating import subscription


@dataclass(frozen=True, slots=True)
class Part:
    """What is to be given back of an invoice line. `taxes`: these alone, whatever its net bears (None: those of the net)."""

    invoice: Invoice
    line: InvoiceLine
    net: Money
    service: ServicePeriod
    revenue_service: ServicePeriod
    terms: ChargeTerms
    becomes: ChargeTerms | None = None
    concession: bool = False
    forgone: Money | None = None
    gross: Money | None = None
    taxes: tuple[LineTax, ...] | None = None


def memo_of_planned(
    book: Book,
    contract: Contract,
    now: Subscription,
    amendment: Amendment | None,
    planned: Iterable[PlannedLine],
    today: date,
) -> CreditMemo:
    """The credit memo for what an amendment (or, without one, a later reading of usage) makes too much of what was billed."""
    reason: CreditReason = _reason(amendment) if amendment else "usage"
    parts = []
    for line in planned:
        invoice = book.get(Invoice, line.invoice or "")
        original = next(billed for billed in invoice.lines if billed.id == line.invoice_line)
        revenue_service = _revenue_service(book, now, reason, line.service, today)
        days = line.service, revenue_service
        gross = _gross(book, line)
        part = Part(invoice, original, -line.net, *days, line.terms, line.other, forgone=line.forgone, gross=gross)
        parts.append(part)
    return memo_over(book, contract.number, reason, amendment.cause if amendment else reason, parts, today)


def _gross(book: Book, line: PlannedLine) -> Money | None:
    """What a credit gives back in all where prices hold the tax; None where the tax comes on top."""
    policies = book.company.policies
    inclusive = policies.tax_price == "inclusive"
    return Money.of(line.agreed, line.net.currency, policies.rounding) if inclusive else None


def _reason(amendment: Amendment) -> CreditReason:
    if amendment.cause == "cancellation":
        return "cancellation"
    return "retroactive discount" if amendment.cause == "retroactive discount" else "amendment"


def _revenue_service(
    book: Book, now: Subscription, reason: CreditReason, service: ServicePeriod, today: date
) -> ServicePeriod:
    """The days whose revenue a credit reduces: its own service, or under a prospective re-price those still to come."""
    prospective = reason == "retroactive discount" and _is_prospective(book)
    return ServicePeriod(today + ONE_DAY, now.end) if prospective and today < now.end else service


def _is_prospective(book: Book) -> bool:
    return book.company.policies.retroactive_discount == "prospective re-price"


def _still_served(book: Book, reason: CreditReason, service: ServicePeriod, today: date) -> ServicePeriod:
    """The same of goodwill on a line: of its service the days after today, as far as there are any."""
    begins = max(service.start, today + ONE_DAY)
    prospective = reason == "goodwill" and _is_prospective(book) and begins <= service.end
    return ServicePeriod(begins, service.end) if prospective else service


def credit_lines(
    book: Book, invoice: Invoice, line_id: int | None, net: Money, reason: CreditReason, today: date
) -> CreditMemo:
    """Give back `net` of an invoice, or of one of its lines, though the contract stays as it is.

    Over several lines it spreads in proportion to what is left of each, over the days that the service was or is to be
    given (goodwill under a prospective re-price: over those still to come). Refused above what is left, or for nothing.
    """
    lines = [line for line in invoice.lines if line_id in (None, line.id)]
    if not lines:
        raise Refused("unknown-line", f"invoice {invoice.number} has no line {line_id}")
    left = [left_of_line(book, invoice, line) for line in lines]
    whole = total(left, invoice.currency)
    if net.currency != invoice.currency:
        raise Refused("other-currency", f"invoice {invoice.number} is in {invoice.currency}, not {net.currency}")
    if not Money.zero(net.currency) < net <= whole:
        raise Refused("above-what-is-left", f"{net} cannot be credited: {whole} without tax is left of what was billed")
    parts = [
        Part(invoice, line, amount, days, _still_served(book, reason, days, today), line.terms, concession=True)
        for line, amount in zip(lines, net.allocate([part.minor for part in left]), strict=True)
        if amount
        for days in [kept_service(book, invoice, line)]
    ]
    return memo_over(book, parts[0].line.contract or invoice.contract, reason, reason, parts, today)


def left_of(book: Book, invoice: Invoice) -> Money:
    """What is left of an invoice, without tax, after credits."""
    return total((left_of_line(book, invoice, line) for line in invoice.lines), invoice.currency)


def left_of_line(book: Book, invoice: Invoice, line: InvoiceLine) -> Money:
    """What is left of a line, without tax, after credits."""
    return line.net - before_of(book, invoice, line).net


def given_back(
    book: Book,
    contract: str,
    reason: CreditReason,
    cause: str,
    lines: Iterable[tuple[Invoice, InvoiceLine, Money]],
    today: date,
) -> CreditMemo:
    """A memo over parts of several invoices' lines, without tax, though service and terms stay; each takes its line's tax."""
    parts = [
        Part(invoice, line, net, line.service, line.service, line.terms, concession=True)
        for invoice, line, net in lines
    ]
    return memo_over(book, contract, reason, cause, parts, today)


def void_lines(book: Book, invoice: Invoice, rebill: bool, today: date) -> CreditMemo:
    """All of an invoice goes back; `rebill`: its terms too, so that they are due again."""
    parts = [
        Part(invoice, line, line.net, line.service, line.service, line.terms, line.replaces, concession=not rebill)
        for line in invoice.lines
    ]
    return memo_over(book, invoice.contract, "void", "void and rebill" if rebill else "void", parts, today)


def kept_service(book: Book, invoice: Invoice, line: InvoiceLine) -> ServicePeriod:
    """The days of a billed line without those on which a cancellation or amendment has taken its service away."""
    contract = book.find(Contract, line.contract or invoice.contract)
    if contract is None:
        return line.service
    now = subscription(book, contract)
    ends = [segment.service.end for segment in now.segments if segment.line == line.line]
    end = min(line.service.end, now.end, max(ends, default=line.service.end))
    return ServicePeriod(min(line.service.start, end), end)


def before_of(book: Book, invoice: Invoice, line: InvoiceLine) -> Before:
    """What was credited of a line before."""
    credits = [
        credit
        for memo in book.about(CreditMemo, "credits", invoice.number)
        for credit in memo.lines
        if (credit.invoice, credit.invoice_line) == (invoice.number, line.id)
    ]
    net = total((credit.net for credit in credits), invoice.currency)
    alone = any(credit.tax and not credit.net for credit in credits)
    return Before(net, _added_up(tax for credit in credits for tax in credit.by_tax), alone)


def _added_up(taxes: Iterable[LineTax]) -> tuple[LineTax, ...]:
    found: dict[str, LineTax] = {}
    for tax in taxes:
        found[tax.tax] = replace(tax, amount=found[tax.tax].amount + tax.amount) if tax.tax in found else tax
    return tuple(found.values())


def memo_over(
    book: Book, contract: str, reason: CreditReason, cause: str, parts: Sequence[Part], today: date
) -> CreditMemo:
    """The memo that gives these parts back, settling the invoices as far as they are open."""
    lines = tuple(_lines(book, parts))
    first = parts[0].invoice
    added = tuple(roundings(book, lines))
    settlements = tuple(_settlements(book, lines, added))
    credited = total((*(line.total for line in lines), *(part.amount for part in added)), first.currency)
    return CreditMemo(
        number=next_number(book, CreditMemo, first.entity, "CM-"),
        **dated(today, effective=min(line.service.start for line in lines)),
        entity=first.entity,
        customer=first.customer,
        contract=contract,
        currency=first.currency,
        reason=reason,
        cause=cause,
        lines=lines,
        settlements=settlements,
        held=credited - total((settlement.amount for settlement in settlements), first.currency),
        roundings=added,
        holder=holder_beside(book, first, first.entity),
    )


def _lines(book: Book, parts: Iterable[Part]) -> Iterable[CreditMemoLine]:
    """The memo's lines; a line of an invoice that is credited in several parts gives its tax back part by part."""
    known: dict[tuple[str, int], Before] = {}
    policies = book.company.policies
    for part in parts:
        place = part.invoice.number, part.line.id
        before = known.get(place) or before_of(book, part.invoice, part.line)
        back = part.taxes
        if back is None:
            back = credit_taxes(part.line, before, part.net, part.gross, mode_of_tax(policies))
        known[place] = Before(before.net + part.net, _added_up((*before.taxes, *back)), before.alone)
        yield _line(part, back, credited_base(part.line, before.net, part.net, policies.rounding))


def _line(part: Part, taxes: tuple[LineTax, ...], taxable: Money | None) -> CreditMemoLine:
    return CreditMemoLine(
        invoice=part.invoice.number,
        invoice_line=part.line.id,
        line=part.line.line,
        product=part.line.product,
        charge=part.line.charge,
        service=part.service,
        billing_period=part.line.billing_period,
        revenue_service=part.revenue_service,
        quantity=part.terms.quantity,
        price=part.terms.price,
        per_months=part.terms.per_months,
        discount=part.terms.discount,
        rate=part.terms.rate,
        reductions=part.terms.reductions,
        becomes=part.becomes,
        concession=part.concession,
        forgone=part.forgone,
        net=part.net,
        tax_code=part.line.tax_code,
        tax_rate=part.line.tax_rate,
        tax=sum_of(taxes, part.net.currency),
        taxes=taxes if part.line.taxes else (),
        taxable=taxable,
        treatment=part.line.treatment,
        contract=part.line.contract,
    )


def _settlements(book: Book, lines: Iterable[CreditMemoLine], added: Iterable[Settlement]) -> Iterable[Settlement]:
    """Each credited invoice is settled as far as it is open."""
    by_invoice: dict[str, Money] = {}
    for number, amount in (*((line.invoice, line.total) for line in lines), *((p.invoice, p.amount) for p in added)):
        by_invoice[number] = by_invoice.get(number, amount - amount) + amount
    for number, amount in by_invoice.items():
        if settled := min(amount, open_balance(book, book.get(Invoice, number))):
            yield Settlement(invoice=number, amount=settled)
