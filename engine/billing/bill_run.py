"""The bill run: on each day it visits the contracts that have something due, and writes the documents they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from engine.billing.crediting import memo_of_planned
from engine.billing.delivering import waits_for_deliveries
from engine.billing.drawing import balance
from engine.billing.holding import check, hold, open_hold, release, released_today
from engine.billing.invoicing import Charges, document_of, joint_invoice
from engine.billing.leveling import leveled, rounded_together
from engine.billing.owing import Agreement
from engine.billing.taxing import net_of
from engine.book import Book, billed_key
from engine.entities import as_owed
from engine.model.contracts import Amendment, Contract, PlannedLine
from engine.model.document import Document
from engine.model.holds import HoldRelease
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.revenue import RevenueFact
from engine.model.usage import PrepaidBalance, Usage
from engine.refusals import Refused
from engine.terms.belonging import as_of
from engine.terms.fees import FEE
from engine.terms.periods import issued_on
from engine.terms.rhythms import changes_billing
from engine.trying import Trial

TASK = "bill"
LATE = "late usage"


def plan_contract(book: Book, contract: Contract, today: date) -> None:
    """Note on the agenda every day on which the contract, as it stands now, has something to bill."""
    for day in sorted(Agreement(book, contract).bill_dates()):
        book.agenda.plan(max(day, today), TASK, contract.number)


def plan_usage(book: Book, usage: Usage, today: date) -> None:
    """Note on the agenda the day on which a reading that came late is billed or credited; today, where the usage of a billing
    period is billed before it is over."""
    agreement = Agreement(book, book.get(Contract, usage.contract))
    if day := agreement.late.get(usage.number):
        book.agenda.plan(max(day, today), TASK, usage.contract)
        return
    for number in agreement.billed_with(usage.line):
        book.agenda.plan(today, TASK, number)


def take_delivery(book: Book, delivery: RevenueFact, today: date) -> None:
    """Note on the agenda that what was delivered is to be billed."""
    contract = book.get(Contract, delivery.contract)
    book.agenda.plan(issued_on(contract, max(delivery.effective_date, today)), TASK, contract.number)


def planned(book: Book, contract: Contract) -> tuple[PlannedLine, ...]:
    """What is due and not yet billed over the whole term; negative where more was billed than is due."""
    lines = (line for place in Agreement(book, contract).through(date.max) for line in place.lacking())
    return leveled(book, contract, (line for line in lines if not line.invoice or _gives_back(line)))


def prepaid(book: Book, contract: Contract, as_of: date) -> tuple[PrepaidBalance, ...]:
    """What stands of the contract's prepaid amounts at the end of that day."""
    agreement = Agreement(book, contract)
    drawn = agreement.draws(date.max)
    return tuple(balance(agreement.top_ups(), drawn, contract.customer, contract.number, contract.currency, as_of))


def due(book: Book, contract: Contract, through: date) -> Money:
    """What the contract makes payable, without tax, by the end of that day: each charge and billing period whose bill date
    has come rounded once (or by convention all that is billed on one day), straight from the terms, whatever was billed.
    An amendment counts once it is settled."""
    policies = book.company.policies
    together, inclusive = rounded_together(policies), policies.tax_price == "inclusive"
    found: dict[tuple[object, ...], tuple[Fraction, Fraction]] = {}
    for number, place in enumerate(Agreement(book, contract).through(through)):
        key = (place.period.bill_date, together(place.line)) if together else (number,)
        net, agreed = found.get(key, (Fraction(0), Fraction(0)))
        found[key] = net + place.exact_due(through), agreed + (place.exact_agreed() if inclusive else 0)
    return total((net_of(policies, *exact, contract.currency) for exact in found.values()), contract.currency)


def bill(book: Book, today: date) -> Iterator[Document]:
    """Credit memos and invoices for everything due today and not yet billed; where that is the convention, one invoice for
    all of a customer's contracts that have addressee, legal entity, currency, cause and due day in common."""
    waiting: dict[tuple[object, ...], list[Charges]] = {}
    for number in book.agenda.on(today, TASK):
        idle = True
        for found in _billed_or_held(book, as_of(book, book.get(Contract, number), today), today):
            idle = False
            if isinstance(found, Charges):
                waiting.setdefault(document_of(book, found, today), []).append(found)
            else:
                yield found
        if idle:
            book.agenda.rest(today, TASK, number)
    for charges in waiting.values():
        yield joint_invoice(book, charges, today)


def _billed_or_held(book: Book, contract: Contract, today: date) -> Iterator[Document | Charges]:
    """What the contract lacks; or, where that is refused, a hold, until somebody lets it go. The others are billed all the same."""
    if open_hold(book, contract.number):
        return
    try:
        for found in _bill_contract(book, contract, today):
            alone = joint_invoice(book, [found], today) if isinstance(found, Charges) else found
            yield found if book.company.policies.invoices_of_a_day == "one per customer" else alone
    except Refused as refused:
        yield hold(book, contract, refused, today)


def bill_again(book: Book, contract: Contract, today: date) -> None:
    """See to it that everything the contract lacks is billed today: after a hold, or a void."""
    book.agenda.plan(today, TASK, contract.number)


def released(book: Book, contract: Contract, role: str, today: date) -> HoldRelease:
    """A role lets a held contract go, and it is billed today. Refused if it could not be billed even so."""
    made = release(book, contract, role, today)
    dry = Trial(book, [contract.number])
    dry.add(made)
    for found in _bill_contract(dry, as_of(dry, contract, today), today):
        dry.add(joint_invoice(dry, [found], today) if isinstance(found, Charges) else found)
    bill_again(book, contract, today)
    return made


def _caught_up(book: Book, contract: Contract, today: date) -> bool:
    """Whether a hold was released or an invoice voided today, so that all that fell due before is billed now."""
    memos = book.about(CreditMemo, "contract", contract.number)
    voided = any(memo.reason == "void" and memo.event_date == today for memo in memos)
    return voided or released_today(book, contract.number, today)


def settled_today(book: Book, contract: Contract, today: date) -> list[Amendment]:
    """The amendments that are billed or credited today, by the day they take effect."""
    return Agreement(book, contract).settled_on(today)


def _bill_contract(book: Book, contract: Contract, today: date) -> Iterator[CreditMemo | Charges]:
    agreement = Agreement(book, contract)
    settled = agreement.settled_on(today)
    arrived = today in agreement.late.values()
    first = contract.event_date in (today, today - timedelta(days=contract.billing.grace_days))
    everything = (
        settled or arrived or first or waits_for_deliveries(agreement.now.lines) or _caught_up(book, contract, today)
    )
    places = list(agreement.through(today) if everything else agreement.on_bill_day(today))
    lines = [line for place in places for line in place.lacking()]
    check(book, contract, places, lines)
    yield from _credits(book, agreement, settled, [line for line in lines if line.invoice], today)
    late = arrived and not agreement.is_bill_day(today)
    for cause, charges in _by_cause(book, contract, settled, lines, today if late else date.min).items():
        if any(line.net for line in charges) or book.company.policies.zero_invoice == "issued":
            yield Charges(contract, cause, charges)


def _credits(
    book: Book, agreement: Agreement, settled: list[Amendment], lines: list[PlannedLine], today: date
) -> Iterator[CreditMemo]:
    """What an amendment makes too much of what was billed, and what later readings of a meter do."""
    for metered in (False, True):
        for own in _by_issuer(book, [line for line in lines if line.metered == metered]):
            cause = None if metered else _weightiest(settled or agreement.signed)
            if any(map(_gives_back, own)):
                yield memo_of_planned(book, agreement.contract, agreement.now, cause, own, today)


def _gives_back(line: PlannedLine) -> bool:
    """Whether a credit is of more than nothing; one that would be is not written."""
    return bool(line.net or line.forgone)


def _by_issuer(book: Book, lines: list[PlannedLine]) -> Iterable[list[PlannedLine]]:
    """A memo is its invoices': of the entity that issued them, to the customer who got them, and owed to one entity."""
    found: dict[tuple[str, str, str], list[PlannedLine]] = {}
    for line in lines:
        issued = book.get(Invoice, line.invoice or "")
        found.setdefault((issued.entity, issued.customer, as_owed(book, issued).entity), []).append(line)
    return found.values()


def _weightiest(amendments: list[Amendment]) -> Amendment:
    """Of several amendments settled together, the one that their documents are named after."""
    return next((amendment for amendment in amendments if amendment.cause == "cancellation"), amendments[-1])


def _by_cause(
    book: Book, contract: Contract, settled: list[Amendment], lines: Iterable[PlannedLine], late_before: date
) -> dict[str, list[PlannedLine]]:
    """The charges by what people call their invoice: the regular one, the amendment's, or that of late usage."""
    added = {line.id for amendment in settled for line in amendment.lines}
    at_once = book.company.policies.amendment_billing != "on the next regular invoice"
    lines, found = list(lines), dict[str, list[PlannedLine]]()
    anew = any(map(changes_billing, settled)) and any(line.invoice for line in lines)
    for line in lines:
        if not line.invoice:
            first = not book.about(Invoice, "billed", billed_key(contract.number, line.line, line.billing_period.start))
            regular = not settled or not at_once or (first and not anew and line.line not in added)
            cause = "regular" if regular else _weightiest(settled).cause
            cause = LATE if line.metered and line.bill_date < late_before else cause
            found.setdefault(FEE.name.lower() if line.line.startswith("fee-") else cause, []).append(line)
    return found
