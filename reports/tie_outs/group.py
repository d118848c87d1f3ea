"""Between the legal entities and currencies of a company: what must be alike in two books, and in two currencies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.journal import AccountBalance
from engine.model.money import Money
from reports.systems.naming import entry_name
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation

DUE = frozenset({"due from group", "due to group"})


def group_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """What entities owe each other, seen from both sides; and the worth of what is in a foreign currency."""
    yield from between_entities(ledger)
    yield from worth_of_debits_and_credits(ledger)
    yield from at_closing_rate(ledger)


def positions(ledger: Ledger) -> Counter[tuple[str, str, str]]:
    """What each entity has to get from each other (less what it owes), by currency of the documents. What only revalues it moves
    nothing of that, and names no sister."""
    found: Counter[tuple[str, str, str]] = Counter()
    for entry, line in ledger.lines(DUE):
        if ledger.now(entry) and line.amount:
            found[entry.entity, entry.counterparty, entry.currency] += line.amount.minor
    return found


def between_entities(ledger: Ledger) -> Iterator[Reconciliation]:
    """What one entity has to get = what the other owes it (handbook, tie-out T11)."""
    found = positions(ledger)
    for entity, other, currency in sorted({(min(one, two), max(one, two), of) for one, two, of in found}):
        amounts = found[entity, other, currency], -found[other, entity, currency]
        title = f"Intercompany of {entity} and {other}" if entity else f"Intercompany of {other} with nobody"
        items = () if entity else tuple(_with_nobody(ledger, other, currency))
        sides = (entity or "nobody", other)
        yield reconciliation(ledger.snapshot, title, sides, Place(entity or other, currency), amounts, items)


def _with_nobody(ledger: Ledger, entity: str, currency: str) -> Iterator[ReconcilingItem]:
    """What an entity has to get or owes by entries that name no sister, who therefore cannot know of it."""
    for entry, line in ledger.lines(DUE):
        if ledger.now(entry) and (entry.entity, entry.counterparty, entry.currency) == (entity, "", currency):
            sentence = f"{entry_name(entry)} names no other legal entity"
            yield ReconcilingItem(document=entry.number, amount=line.amount, explanation=sentence)


def worth_of_debits_and_credits(ledger: Ledger) -> Iterator[Reconciliation]:
    """Debits = credits in the currency of the books too, over the entries that are translated into it."""
    debits, credits = defaultdict[Place, int](int), defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for entry in ledger.snapshot.erp.journal:
        if ledger.now(entry) and entry.book_currency != entry.currency:
            place, amounts = Place(entry.entity, entry.book_currency), [line.booked.minor for line in entry.lines]
            debits[place] += sum(amount for amount in amounts if amount > 0)
            credits[place] -= sum(amount for amount in amounts if amount < 0)
            if sum(amounts):
                amount = Money(sum(amounts), place.currency)
                sentence = f"{entry_name(entry)} does not balance in the books"
                found[place].append(ReconcilingItem(document=entry.number, amount=amount, explanation=sentence))
    for place in sorted(debits):
        sums = debits[place], credits[place]
        yield reconciliation(
            ledger.snapshot, "Worth of debits and credits", ("debits", "credits"), place, sums, found[place]
        )


def at_closing_rate(ledger: Ledger) -> Iterator[Reconciliation]:
    """Receivables in a foreign currency at the closing rate = what they are worth in the books (handbook, tie-out T16).

    On a month's last day: what comes later waits for the next revaluation. Each customer's balance is
    rounded by itself, so the two may lie a smallest unit apart for each. Prudent books keep what a balance was booked at where
    that is less.
    """
    seen = ledger.snapshot
    if seen.as_of != seen.period.end:
        return
    held: dict[tuple[str, str, str], list[tuple[Fraction, int]]] = defaultdict(list)
    for balance in seen.erp.balances:
        if balance.base is not None and ledger.roles.get(balance.account) == "receivables":
            into = balance.base.currency
            if rate := closing_rate(seen, balance.currency, into):
                worth = balance.amount.exact * rate
                if seen.prudent:
                    worth = min(worth, _booked(ledger, balance).exact)
                held[balance.entity, balance.currency, into].append((worth, balance.base.minor))
    for (entity, currency, into), found in sorted(held.items()):
        exact, right = sum((worth for worth, _ in found), Fraction(0)), sum(booked for _, booked in found)
        left = Money.of(exact, into).minor
        agreed = right if abs(left - right) <= len(found) else left
        title = f"Receivables at the closing rate of {currency}"
        yield reconciliation(seen, title, ("billing", "ledger"), Place(entity, into), (agreed, right), ())


def _booked(ledger: Ledger, balance: AccountBalance) -> Money:
    """What a customer's balance in a foreign currency is worth in the books without any revaluation."""
    place, found = (balance.entity, balance.account, balance.currency, balance.customer), 0
    for entry, line in ledger.lines(["receivables"]):
        here = entry.entity, line.account, entry.currency, line.customer
        if here == place and ledger.now(entry) and entry.source_kind != "revaluation":
            found += line.booked.minor
    return Money(found, balance.booked.currency)


def closing_rate(seen: Snapshot, currency: str, into: str) -> Fraction | None:
    """The closing rate of the snapshot's month as stated, else the latest spot rate; None where there is none."""
    pair = [rate for rate in seen.erp.rates if {rate.currency, rate.into} == {currency, into} and rate.on <= seen.as_of]
    closing = [rate for rate in pair if rate.kind == "closing" and rate.on >= seen.period.start]
    fitting = closing or [rate for rate in pair if rate.kind == "spot"]
    if not fitting:
        return None
    stated = max(fitting, key=lambda rate: rate.on)
    return Fraction(stated.rate) if stated.currency == currency else 1 / Fraction(stated.rate)
