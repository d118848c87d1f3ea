"""What follows from a dunning letter: service is withheld, the contract ends, the rest is given up; and service resumes
when the money came (handbook 4.4, 4.6 and P13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from engine.billing.agreed import due_days
from engine.billing.holding import open_hold
from engine.billing.installments import due_by, overdue
from engine.billing.open_items import recovered, written_off
from engine.book import Book
from engine.model.contracts import Amendment, Contract, Pause, Subscription
from engine.model.document import Document, dated
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import Cancel, Change, Resume, Suspend
from engine.model.payments import DunningAct, Letter, Recovery
from engine.model.plans import PaymentPlan, PlanEnd
from engine.receivables.writing_off import write_off
from engine.terms.rating import subscription

ENFORCE = "enforce"
Sent = list[tuple[Invoice, Letter]]


def plan_enforcement(book: Book, document: Document, today: date) -> None:
    """Note on the agenda the contracts that a letter, or what settles an invoice or no longer does, may stop or start."""
    if not any(level.then != "nothing more" for level in book.company.dunning):
        return
    settled = [part.invoice for part in getattr(document, "settlements", ())]
    for number in [document.invoice] if isinstance(document, Letter | Recovery | PaymentPlan | PlanEnd) else settled:
        for part in book.get(Invoice, number).by_contract():
            book.agenda.plan(today, ENFORCE, part.contract)


def enforce(book: Book, today: date) -> Iterator[Document]:
    """For each contract to look at: its end, its suspension, its reinstatement or the loss of the rest, one a round.

    A letter sent later says all that the letters before it said. What is in dispute brings none of it about.
    """
    for number in book.agenda.on(today, ENFORCE):
        if contract := book.find(Contract, number):
            yield from _next(book, contract, _sent(book, contract), today)


def _sent(book: Book, contract: Contract) -> Sent:
    """The contract's invoices about which letters went out, each with that of the highest level."""
    invoices = [book.get(Invoice, part.number) for part in book.about(Invoice, "contract", contract.number)]
    letters = ((invoice, book.about(Letter, "invoice", invoice.number)) for invoice in invoices)
    return [(invoice, max(sent, key=lambda letter: letter.level)) for invoice, sent in letters if sent]


def _said(book: Book, sent: Sent, act: DunningAct) -> Sent:
    """Those whose last letter, or one before it, says so."""
    levels = sorted(book.company.dunning, key=lambda level: level.days)
    return [(invoice, letter) for invoice, letter in sent if act in (level.then for level in levels[: letter.level])]


def _next(book: Book, contract: Contract, sent: Sent, today: date) -> Iterator[Document]:
    now = subscription(book, contract)
    pause = _withheld(book, contract, now)
    ends, stops = (_owed(book, _said(book, sent, act), today) for act in ("contract terminated", "service suspended"))
    if ends and not now.cancelled_on and today <= now.end:
        yield _amendment(
            book,
            contract,
            Cancel(reason="non-payment"),
            "cancellation",
            _last_served(pause, today),
            ends[0][1].number,
            today,
        )
    elif stops and today <= now.end and not (now.pauses and now.pauses[-1].end is None):
        yield _suspension(book, contract, stops, today)
    elif (
        pause and not now.cancelled_on and not _kept_from(book, contract, _said(book, sent, "service suspended"), today)
    ):
        resume = Resume(longer=_longer(book, pause))
        yield _amendment(book, contract, resume, "resumption", today, stops_by(book, contract), today)
    else:
        yield from _lost(book, contract, _said(book, sent, "rest written off"), today)


def _owed(book: Book, sent: Sent, today: date) -> Sent:
    whole = ((book.get(Invoice, invoice.number), letter) for invoice, letter in sent)
    return [(invoice, letter) for invoice, letter in whole if due_by(book, invoice, today)]


def _withheld(book: Book, contract: Contract, now: Subscription) -> Pause | None:
    """The pause that a letter brought and that lasts."""
    lasting = bool(now.pauses) and now.pauses[-1].end is None and stops_by(book, contract)
    return now.pauses[-1] if lasting else None


def stops_by(book: Book, contract: Contract) -> str | None:
    """The letter by which the contract's service stopped last; None if the customer asked for it, or it never stopped."""
    pauses = [a for a in book.about(Amendment, "contract", contract.number) if a.cause == "suspension"]
    return pauses[-1].letter if pauses else None


def _last_served(pause: Pause | None, today: date) -> date:
    """The first day not served: what was billed from then on is given back."""
    return pause.start if pause and (pause.earning == "stops" or not pause.charged) else today


def _suspension(book: Book, contract: Contract, stops: Sent, today: date) -> Amendment:
    policies = book.company.policies
    charged = policies.suspension_billing == "billed"
    unpaid = min(line.service.start for invoice, _ in stops for line in invoice.lines)
    reversed_ = policies.suspension == "stop and reverse unpaid" and charged
    suspend = Suspend(
        charged=charged,
        earning="goes on" if policies.suspension == "keep recognizing" else "stops",
        since=min(unpaid, today) if reversed_ else None,
    )
    return _amendment(book, contract, suspend, "suspension", today, stops[0][1].number, today)


def _longer(book: Book, pause: Pause) -> bool:
    """Whether the term becomes longer by what was withheld. What was earned meanwhile is not given again."""
    return pause.earning != "goes on" and book.company.policies.pause_term == "longer by the pause"


def _kept_from(book: Book, contract: Contract, stopped: Sent, today: date) -> bool:
    """Whether service stays withheld. What was given up has not been paid: it keeps the customer from service as before."""
    invoices: Iterable[Invoice] = [invoice for invoice, _ in stopped]
    if book.company.policies.reinstated == "nothing is overdue":
        invoices = [i for i in book.about(Invoice, "contract", contract.number) if min(due_days(book, i)) < today]
    return any(_unpaid(book, invoice, today).minor for invoice in invoices)


def _unpaid(book: Book, invoice: Invoice, today: date) -> Money:
    invoice = book.get(Invoice, invoice.number)  # all of it, also of what this contract sees only a part of
    return overdue(book, invoice, today) + written_off(book, invoice) - recovered(book, invoice)


def _lost(book: Book, contract: Contract, sent: Sent, today: date) -> Iterator[Document]:
    """What is open of the invoices whose last letter gives it up; not before the contract's last credit, nor where somebody
    has to approve it."""
    limited = any(limit.act == "write-off" for limit in book.company.limits)
    for invoice, _ in [] if limited or open_hold(book, contract.number) else sent:
        if rest := due_by(book, invoice, today):
            yield write_off(book, invoice.number, rest, today)


def _amendment(
    book: Book, contract: Contract, change: Change, cause: str, effective: date, letter: str | None, today: date
) -> Amendment:
    made = [a for a in book.about(Amendment, "contract", contract.number) if a.letter]
    return Amendment(
        number=f"A-{contract.number}-dunning-{len(made) + 1}",
        **dated(today, effective=effective),
        contract=contract.number,
        customer=contract.customer,
        order="",
        changes=(change,),
        cause=cause,
        letter=letter,
    )
