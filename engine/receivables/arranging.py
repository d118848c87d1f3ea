"""Customer and company agree, after an invoice was sent, that what is open of it is paid in parts; and how that ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from engine.billing.agreed import agreed
from engine.billing.installments import debts
from engine.billing.open_items import disputed, open_balance, settled, written_off
from engine.book import Book
from engine.checking import in_currency_of, known_invoice
from engine.entities import as_owed
from engine.model.calendar import long_date
from engine.model.document import dated
from engine.model.installments import Installment
from engine.model.invoices import Invoice
from engine.model.money import Money, total
from engine.model.plans import AgreedPart, PaymentPlan, PlanEnd, PlanOutcome
from engine.receivables.collecting import DEFAULT, plan_days
from engine.refusals import Refused


def agree(book: Book, number: str, parts: Sequence[AgreedPart], default_after: int | None, today: date) -> PaymentPlan:
    """What is open of an invoice is to be paid in those parts. `default_after`: how many days overdue, a part makes the rest due
    at once; None: each part stays.

    Refused where nothing is open, something is in dispute, the invoice is due in parts already or a plan of it is running, a day
    is past, or the parts do not add up to what is open.
    """
    invoice = known_invoice(book, number)
    open_ = open_balance(book, invoice)
    _check_invoice(book, invoice, open_)
    _check_days(invoice, parts, default_after, today)
    amounts = _amounts(book, invoice, parts, open_)
    due = (Installment(due_date=part.due_date, amount=amount) for part, amount in zip(parts, amounts, strict=True))
    owed = as_owed(book, invoice)
    return PaymentPlan(
        number=f"PP-{book.count(PaymentPlan) + 1}",
        **dated(today),
        entity=owed.entity,
        customer=owed.customer,
        invoice=number,
        parts=tuple(sorted(due, key=lambda part: part.due_date)),
        settled=settled(book, invoice),
        default_after=default_after,
    )


def _check_invoice(book: Book, invoice: Invoice, open_: Money) -> None:
    name = f"invoice {invoice.number} cannot be paid by a plan"
    if not open_:
        why = "it was written off" if written_off(book, invoice) else "nothing of it is open"
        raise Refused("nothing-open", f"{name}: {why}")
    if contested := disputed(book, invoice):
        raise Refused("in-dispute", f"{name}: {contested} of it are in dispute")
    if invoice.installments:
        raise Refused("in-parts", f"{name}: it was sent due in {len(invoice.installments)} parts")
    found = agreed(book, invoice)
    if found and found.end is None:
        raise Refused(
            "plan-running", f"{name}: plan {found.plan.number} of {long_date(found.plan.event_date)} is running"
        )


def _check_days(invoice: Invoice, parts: Sequence[AgreedPart], default_after: int | None, today: date) -> None:
    for part in parts:
        if part.due_date < today:
            said = f"a part of invoice {invoice.number} cannot fall due: {long_date(part.due_date)} is past on {long_date(today)}"
            raise Refused("past-day", said)
    if default_after is not None and default_after < 1:
        raise Refused("no-such-default", f"a part of invoice {invoice.number} is overdue by 1 day at the earliest")


def _amounts(book: Book, invoice: Invoice, parts: Sequence[AgreedPart], open_: Money) -> tuple[Money, ...]:
    """What each part comes to: percentages of the whole lose nothing (policy "remainder of a split"); else each is rounded by
    itself, and a part without amount and percentage is what the others leave."""
    policies, shares = book.company.policies, [Fraction(part.percent or 0) for part in parts]
    if all(share > 0 for share in shares) and sum(shares) == 100 and not any(part.amount for part in parts):
        return open_.allocate(shares, policies.remainder)
    said = [_said(book, invoice, part, open_) for part in parts]
    left = open_ - total((amount for amount in said if amount is not None), invoice.currency)
    amounts = tuple(left if amount is None else amount for amount in said)
    if total(amounts, invoice.currency) != open_ or any(amount.minor <= 0 for amount in amounts):
        listed = " + ".join(map(str, amounts)) or "nothing"
        raise Refused(
            "parts-do-not-add-up",
            f"the parts of invoice {invoice.number}, {listed}, are not amounts above zero that add up to {open_}, which is open",
        )
    return amounts


def _said(book: Book, invoice: Invoice, part: AgreedPart, open_: Money) -> Money | None:
    if part.amount is not None and part.percent is not None:
        said = f"a part of invoice {invoice.number} is {part.amount} or {part.percent}% of what is open, not both"
        raise Refused("amount-and-share", said)
    if part.amount is not None:
        in_currency_of(invoice, part.amount.currency, f"{part.amount}")
        return part.amount
    if part.percent is None:
        return None
    return Money.of(open_.exact * Fraction(part.percent) / 100, open_.currency, book.company.policies.rounding)


def cancel(book: Book, number: str, today: date) -> PlanEnd:
    """The plan of an invoice holds no longer: it is due on its own day again. Refused where none is running."""
    invoice = known_invoice(book, number)
    found = agreed(book, invoice)
    if found is None or found.end:
        raise Refused("no-plan", f"no payment plan of invoice {number} is running")
    return _end(found.plan, "canceled", today)


def default(book: Book, today: date) -> Iterator[PlanEnd]:
    """The end of each plan of which a part is overdue for so long that the rest falls due, not counting what is in dispute."""
    for number in book.agenda.on(today, DEFAULT):
        invoice = book.get(Invoice, number)
        found = agreed(book, invoice)
        if found and found.end is None and found.plan.default_after is not None:
            last = today - timedelta(days=found.plan.default_after)
            if any(debt.plan and debt.collectible and debt.due_date <= last for debt in debts(book, invoice)):
                yield _end(found.plan, "defaulted", today)


def _end(plan: PaymentPlan, outcome: PlanOutcome, today: date) -> PlanEnd:
    return PlanEnd(
        number=f"PE-{plan.number.removeprefix('PP-')}",
        **dated(today),
        entity=plan.entity,
        customer=plan.customer,
        plan=plan.number,
        invoice=plan.invoice,
        outcome=outcome,
    )


def plan_parts(book: Book, document: PaymentPlan | PlanEnd, today: date) -> None:
    """Note on the agenda the days on which the parts, or the invoice again, may be collected, dunned or charged a fee for, and on
    which a part that is overdue ends the plan."""
    invoice = book.get(Invoice, document.invoice)
    found = agreed(book, invoice)
    days = [part.due_date for part in found.parts] if found else [invoice.due_date]
    plan_days(book, invoice, days, today)
    if isinstance(document, PaymentPlan) and document.default_after is not None:
        for day in days:
            book.agenda.plan(day + timedelta(days=document.default_after), DEFAULT, invoice.number)
