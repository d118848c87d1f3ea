"""Revenue schedules: a version for each time the amounts or days of an obligation change, never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from engine.billing.bill_run import planned
from engine.billing.metered import is_metered, is_prepaid, metered_lines
from engine.billing.releasing import usage_pieces
from engine.book import Book
from engine.ledger.closing import first_open
from engine.ledger.drafting import obligation_of
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, PlannedLine, Subscription
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.rebates import RebateSettlement
from engine.model.revenue import RevenueFact, RevenueSchedule, SchedulePiece
from engine.model.usage import Usage
from engine.portioning import cut as cut_at_period_ends
from engine.portioning import period_end
from engine.revenue.accompanying import COST_TASK
from engine.revenue.allocating import cut, delivered, ended_on, for_line
from engine.revenue.awaiting import awaited, replaces_an_estimate
from engine.revenue.estimating import REFUNDS, doubtful_since, for_days, refunds, with_estimates
from engine.revenue.grossing import is_gross, with_taxes
from engine.revenue.leaving import without_losses
from engine.revenue.modifying import term_pieces
from engine.revenue.paying_away import PASSED_ON, passed_on
from engine.revenue.promising import served
from engine.revenue.retaxing import NewRate, news, retaxed
from engine.revenue.stretching import stretched
from engine.revenue.versioning import figures, merged, version_of
from engine.terms.belonging import as_held
from engine.terms.combining import group_of, meet
from engine.terms.progressing import Pieces, Progress
from engine.terms.rating import subscription
from engine.terms.redating import redated

REVENUE_TASK = "recognize"


def reschedule(book: Book, cause: Document, today: date) -> Iterator[RevenueSchedule]:
    """The versions that a contract, amendment, invoice or credit memo brings; nothing before the contract is known.

    The month ends on which something is to be recognized go onto the agenda.
    """
    if isinstance(cause, RevenueFact):
        meet(book, cause)
    parts = cause.by_contract() if isinstance(cause, Invoice | CreditMemo) else (cause,)
    for part in parts:
        if contract := _contract(book, part):
            yield from _rescheduled(book, as_held(book, contract), part, today)
            for other in book.about(Contract, "counts_with", contract.customer):
                if other.number != contract.number:
                    yield from _renewed(book, as_held(book, other), part, today)
            for number in _accounted_with(book, contract, part):
                if number != contract.number:
                    yield from _renewed(book, as_held(book, book.get(Contract, number)), part, today)


def _accounted_with(book: Book, contract: Contract, cause: Document) -> tuple[str, ...]:
    """The contracts whose schedules count what this one promises; of one that is separated, those that it leaves."""
    left = cause.separated_from if isinstance(cause, RevenueFact) else None
    return group_of(book, left or contract.number)


def _rescheduled(book: Book, contract: Contract, cause: Document, today: date) -> Iterator[RevenueSchedule]:
    open_day = first_open(book, today, contract.entity, "revenue")
    book.agenda.plan(period_end(book, open_day), REVENUE_TASK, contract.number)
    if is_gross(book) and isinstance(cause, Invoice | CreditMemo):
        book.agenda.plan(today, COST_TASK, contract.number)
    elif isinstance(cause, Invoice) and _brings_nothing_new(book, contract, cause):
        return
    yield from _renewed(book, contract, cause, today)


def _renewed(book: Book, contract: Contract, cause: Document, today: date) -> Iterator[RevenueSchedule]:
    """The versions that a document brings for a contract: its own, or one that counts what the customer's others buy."""
    open_day = first_open(book, today, contract.entity, "revenue")
    for schedule in _changed(book, contract, cause):
        for piece in schedule.pieces:
            days = ServicePeriod(max(piece.service.start, open_day), max(piece.service.end, open_day))
            for month in cut_at_period_ends(book, days):
                book.agenda.plan(period_end(book, month.end), REVENUE_TASK, contract.number)
        yield schedule


def follow_rates(book: Book, today: date) -> Iterator[RevenueSchedule]:
    """The versions that the tax rates told since the last time bring, where prices hold the tax (handbook 4.12)."""
    told = book.tax_rates[book.tallied("rates followed") :]
    book.tally(len(told), "rates followed")
    inclusive = book.company.policies.tax_price == "inclusive"
    for contract in book.all(Contract) if told and inclusive else ():
        codes = {line.tax_code for line in subscription(book, contract).lines}
        for rate in told:
            if rate.code in codes:
                yield from reschedule(book, news(contract, rate, today), today)


def current_schedules(book: Book, contract: str, as_of: date = date.max) -> tuple[RevenueSchedule, ...]:
    """The latest version of the schedule of each of a contract's obligations; `as_of`: as they stood at the end of a day."""
    versions = book.about(RevenueSchedule, "contract", contract)
    return tuple({one.obligation: one for one in versions if one.posting_date <= as_of}.values())


def _contract(book: Book, cause: Document) -> Contract | None:
    if isinstance(cause, Contract):
        return cause
    if isinstance(
        cause, Amendment | Invoice | CreditMemo | RebateSettlement | RevenueFact | Usage | NewRate | Takeover
    ):
        return book.find(Contract, cause.contract or "")
    return None


def _changed(book: Book, contract: Contract, cause: Document) -> Iterator[RevenueSchedule]:
    state = subscription(book, contract)
    products = {line.id: line.product for line in (*state.lines, *metered_lines(state).values())}
    current = {schedule.obligation: schedule for schedule in current_schedules(book, contract.number)}
    progress = Progress(book, contract.number, state.lines)
    by_line, losses = without_losses(_pieces(book, contract, state, products, progress))
    by_line |= passed_on(book, contract.number, by_line, products) | refunds(book, contract.number, by_line, products)
    doubtful = doubtful_since(book, contract.number)
    for line in dict.fromkeys([*by_line, *(_line_of(obligation) for obligation in current)]):
        obligation = obligation_of(contract.number, line)
        before = current.get(obligation)
        dated, left = delivered(book, by_line.get(line, ()), progress)
        if doubtful:
            dated, waiting = cut(book, dated, doubtful - ONE_DAY, progress)
            left += waiting
        # What is not recognized yet is not earned, and so not lost.
        gone = losses.get(line, 0)
        waits = max(min(left, gone), 0)
        pieces, undelivered = merged(dated), Money(left - waits, contract.currency)
        lost = Money(gone - waits, contract.currency) if gone != waits else None
        known = (
            (figures(before.pieces), before.undelivered, before.lost)
            if before
            else ([], Money.zero(contract.currency), None)
        )
        # Where nothing is left of what a credit arrived for first, an empty first version takes it back at month end.
        unexplained = not before and book.tallied("recognized", contract.currency, obligation)
        if unexplained or known != (figures(pieces), undelivered, lost):
            sold = line.removesuffix(REFUNDS).removesuffix(PASSED_ON)
            product = products.get(sold) or (before.product if before else line)
            version = version_of(book, contract, obligation, product, before, pieces, undelivered, cause)
            yield replace(version, lost=lost)


def _brings_nothing_new(book: Book, contract: Contract, invoice: Invoice) -> bool:
    """Whether schedules stay as they are: an invoice as planned, of nothing that was estimated and without rebates."""
    as_planned = _billed_as_planned(book, invoice)
    return as_planned and not contract.rebates and not replaces_an_estimate(book, invoice)


def _billed_as_planned(book: Book, invoice: Invoice) -> bool:
    """Whether an invoice only bills what its contract's schedules already hold as planned. So most invoices cost little:
    nothing is read of the rest of the term."""
    billed: dict[tuple[str, ...], int] = {}
    for line in invoice.lines:
        key = _planned_key(line.line, line.service)
        billed[key] = billed.get(key, 0) + line.net.minor
    name = f"planned {invoice.contract}"
    if any(book.tallied(name, *key) != minor for key, minor in billed.items()):
        return False
    for key, minor in billed.items():
        book.tally(-minor, name, *key)
    return True


def _remember(book: Book, contract: Contract, lines: Iterable[PlannedLine]) -> None:
    """Keep what is planned, so that its invoices are recognized as such."""
    name = f"planned {contract.number}"
    for key, minor in book.tallies(name).items():
        book.tally(-minor, name, *key)
    for line in lines:
        book.tally(line.net.minor, name, *_planned_key(line.line, line.service))


def _planned_key(line: str, service: ServicePeriod) -> tuple[str, ...]:
    return line, service.start.isoformat(), service.end.isoformat()


def _line_of(obligation: str) -> str:
    return obligation.partition("/")[2]


def _pieces(
    book: Book, contract: Contract, state: Subscription, products: dict[str, str], progress: Progress
) -> Pieces:
    lines = {line.id: line for line in state.lines if not (is_metered(line) or is_prepaid(line))}
    metered = metered_lines(state)
    by_term = book.company.policies.schedule == "contract term"
    everything = planned(book, contract)
    _remember(book, contract, everything)
    plan = [line for line in everything if line.line not in metered]
    apart = retaxed(book, contract, state, plan) if by_term else {}
    of_term = partial(term_pieces, book, contract, plan, progress, apart)
    found = of_term() if by_term else _line_pieces(book, contract, state, lines, plan)
    found |= usage_pieces(book, contract, [line for line in everything if line.line in metered]) if metered else {}
    allocated = {line.product for line in lines.values()} if by_term else set()
    found = with_estimates(book, contract.number, found, products, allocated)
    for line, pieces in (*for_days(book, contract.number, products).items(), *awaited(book, contract.number, products)):
        found.setdefault(line, []).extend(pieces)
    for invoice in book.about(Invoice, "contract", contract.number):
        for billed in invoice.lines:
            if billed.line not in lines and billed.line not in metered:
                products.setdefault(billed.line, billed.product)
                ends = apart if billed.service.start <= state.end else found
                ends.setdefault(billed.line, []).append(_piece(billed.service, billed.net, invoice.number))
    for line, pieces in _conceded(book, contract, lines, by_term, products).items():
        apart.setdefault(line, []).extend(pieces)
    with_taxes(book, contract, state, lines, apart)
    for line, pieces in _cancelled(book, state, apart, progress).items():
        found.setdefault(line, []).extend(pieces)
    found = stretched(book, contract, state, found, progress)
    return {line: redated(book, state, pieces) for line, pieces in found.items()}


def _conceded(
    book: Book, contract: Contract, lines: dict[str, OrderLine], by_term: bool, products: dict[str, str]
) -> Pieces:
    """Concessions, which no plan knows of: on every line under "contract term", else on what is no line (a fee)."""
    found: Pieces = {}
    for memo in book.about(CreditMemo, "contract", contract.number):
        for credit in memo.lines:
            if memo.reason != "rebate" and credit.concession and (by_term or credit.line not in lines):
                products.setdefault(credit.line, credit.product)
                found.setdefault(credit.line, []).append(_credit_piece(memo, credit))
    return found


def _line_pieces(
    book: Book, contract: Contract, state: Subscription, lines: dict[str, OrderLine], plan: Iterable[PlannedLine]
) -> Pieces:
    """The schedule of each line under the policy "service period of each line": billed, credited and still to bill."""
    found: Pieces = {line: [] for line in lines}
    for invoice in book.about(Invoice, "contract", contract.number):
        for billed in invoice.lines:
            if billed.line in lines:
                found[billed.line].append(_own(lines[billed.line], state, billed.service, billed.net, invoice.number))
    for memo in book.about(CreditMemo, "contract", contract.number):
        for credit in memo.lines:
            if credit.line in lines and memo.reason != "rebate":
                found[credit.line].append(_credit_piece(memo, credit))
    for line in plan:
        found[line.line].append(_own(lines[line.line], state, line.service, line.net, contract.number))
    return _cancelled(book, state, found, Progress(book, contract.number, state.lines))


def _own(line: OrderLine, state: Subscription, service: ServicePeriod, amount: Money, source: str) -> SchedulePiece:
    return for_line(line, served(line, service, state.end), amount, source)


def _cancelled(book: Book, state: Subscription, pieces: Pieces, progress: Progress) -> Pieces:
    """The service of a cancelled contract ends; what then remains is revenue on the day of the cancellation."""
    if state.cancelled_on is None:
        return pieces
    on = ended_on(book, state)
    found: Pieces = {}
    for line, own in pieces.items():
        kept, rest = cut(book, own, state.end, progress)
        currency = own[0].amount.currency if own else ""
        end = [_piece(ServicePeriod(on, on), Money(rest, currency), state.contract)] if rest else []
        found[line] = [*kept, *end]
    return found


def _credit_piece(memo: CreditMemo, credit: CreditMemoLine) -> SchedulePiece:
    return _piece(credit.revenue_service, -credit.net, memo.number)


def _piece(service: ServicePeriod, amount: Money, source: str) -> SchedulePiece:
    return SchedulePiece(service=service, amount=amount, source=source)
