"""Key figures that follow money to where it was lost or found again: leakage by cause, dunning, obligations to come, cash."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money, total
from engine.model.payments import Letter
from reports.close.key_figure import KeyFigure, percent
from reports.close.leaks import leaks
from reports.close.lists import named
from reports.tie_outs.month import Month

TWELVE = 12


def figures(month: Month) -> Iterator[KeyFigure]:
    """The figures of this file, in the order of the report."""
    yield from _leakage(month)
    yield from _dunning(month)
    yield from _coverage(month)
    yield from _at_once(month)


def _shown(month: Month, minor: int) -> str:
    return str(Money(minor, month.currency))


def _leakage(month: Month) -> Iterator[KeyFigure]:
    """Due and not billed, contracts in the exceptions queue included; and each cause by itself, with its contracts."""
    ties = named(month.ties, "Contracted value billed")
    whole, lost = sum(tie.left_amount.minor for tie in ties), Counter[tuple[str, str]]()
    for tie in ties:
        for item in tie.items:
            lost[_cause(month, item.document), item.document] += item.amount.minor
    for contract, code, minor in _held(month):
        lost[f"held, {code.replace('-', ' ')}", contract] += minor
        whole += minor
    for cause, document, minor in leaks(month):
        lost[cause, document] += minor
        whole += minor
    part = lost.total()
    documents = [document for _, document in lost if document]
    yield KeyFigure("Revenue leakage", percent(part, whole), _shown(month, part), _shown(month, whole), documents)
    for cause in sorted({cause for cause, _ in lost}):
        minor = sum(amount for (of, _), amount in lost.items() if of == cause)
        found = [document for of, document in lost if of == cause and document]
        yield KeyFigure(
            f"Revenue leakage, {cause}", percent(minor, whole), _shown(month, minor), _shown(month, whole), found
        )
    yield from _untaxed(month)


def _cause(month: Month, contract: str) -> str:
    """Why a contract is not billed in full, as far as its documents tell."""
    billing = month.snapshot.billing
    billed = {invoice.contract for invoice in billing.invoices}
    ended = [a for a in billing.amendments if a.contract == contract and a.cause == "cancellation"]
    if any(a.effective_date <= month.period.end for a in ended):
        return "service after cancellation"
    if any(a.contract == contract and a.cause == "renewal" for a in billing.amendments):
        return "renewal or uplift not billed"
    if any(used.contract == contract for used in billing.usage):
        return "usage not billed"
    return "change not billed" if contract in billed else "contract not billed"


def _held(month: Month) -> Iterator[tuple[str, str, int]]:
    """Contract, reason and amount of what waits in the exceptions queue."""
    billing = month.snapshot.billing
    for hold in billing.holds:
        due = billing.due.get(hold.contract, Money.zero(month.currency))
        if (hold.entity, due.currency) == (month.entity, month.currency):
            parts = (i for whole in billing.invoices for i in whole.by_contract() if i.contract == hold.contract)
            yield hold.contract, hold.code, (due - total((part.net for part in parts), month.currency)).minor


def _untaxed(month: Month) -> Iterator[KeyFigure]:
    """Tax that documents say and the ledger does not owe, or the other way round; beside the leakage, not in it."""
    ties = named(month.ties, "Sales tax payable")
    part, whole = sum(abs(t.difference.minor) for t in ties), sum(abs(t.left_amount.minor) for t in ties)
    if part:
        documents = [item.document for tie in ties for item in tie.items if item.document]
        yield KeyFigure(
            "Tax not collected or not owed", percent(part, whole), _shown(month, part), _shown(month, whole), documents
        )


def _dunning(month: Month) -> Iterator[KeyFigure]:
    """What came in on invoices after their first letter, of that and what of them is still open."""
    billing, first = month.snapshot.billing, dict[str, Letter]()
    for letter in sorted(billing.letters, key=lambda one: one.posting_date):
        if (letter.entity, letter.open.currency) == (
            month.entity,
            month.currency,
        ) and letter.posting_date <= month.period.end:
            first.setdefault(letter.invoice, letter)
    collected = Counter[str]()
    for paid in billing.applications:
        for settled in paid.settlements if month.within(paid.posting_date) else ():
            if settled.invoice in first and first[settled.invoice].posting_date <= paid.posting_date:
                collected[settled.invoice] += settled.amount.minor
    still = sum(item.open.minor for item in billing.open_items if item.invoice in first)
    if first:
        part, whole = collected.total(), collected.total() + still
        yield KeyFigure(
            "Dunning recovery", percent(part, whole), _shown(month, part), _shown(month, whole), list(first)
        )


def _coverage(month: Month) -> Iterator[KeyFigure]:
    """What is to be recognized in the next twelve months over what was in the last twelve."""
    last, since = month.period, month.period
    for _ in range(TWELVE):
        last = last.next
    for _ in range(TWELVE - 1):
        since = since.previous
    ahead = defaultdict[str, int](int)
    for row in month.revenue():
        if month.period < row.period <= last and not row.refunds:
            ahead[row.contract] += row.scheduled.minor
    earned = _earned(month, since)
    part = sum(ahead.values())
    if part or earned:
        contracts = [contract for contract, minor in ahead.items() if minor]
        yield KeyFigure("RPO coverage", percent(part, earned), _shown(month, part), _shown(month, earned), contracts)


def _earned(month: Month, since: AccountingPeriod) -> int:
    lines = month.lines("revenue")
    return -sum(line.amount.minor for entry, line in lines if since.start <= entry.posting_date <= month.period.end)


def _at_once(month: Month) -> Iterator[KeyFigure]:
    """Of all money that was applied in the month: what was on the day it came, and what nobody had to touch, because it was applied as
    it came and not from where it stood unapplied or unidentified."""
    billing = month.snapshot.billing
    received = {payment.number: payment.event_date for payment in billing.payments}
    named_later = {one.payment for one in billing.identifications}
    whole, late, touched = Counter[str](), Counter[str](), Counter[str]()
    for made in billing.applications:
        if (made.entity, made.currency) == (month.entity, month.currency) and month.within(made.posting_date):
            applied = sum(part.amount.minor for part in made.settlements)
            whole[made.payment] += applied
            late[made.payment] += applied if received.get(made.payment) != made.posting_date else 0
            touched[made.payment] += applied if made.from_unapplied or made.payment in named_later else 0
    if whole.total():
        yield _applied(month, "Cash applied on its day", whole.total(), late)
        yield _applied(month, "Cash applied untouched", whole.total(), touched)


def _applied(month: Month, name: str, whole: int, otherwise: Counter[str]) -> KeyFigure:
    part = whole - otherwise.total()
    documents = [payment for payment, minor in otherwise.items() if minor]
    return KeyFigure(name, percent(part, whole), _shown(month, part), _shown(month, whole), documents)
