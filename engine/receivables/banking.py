"""Bank statements beside the ledger: which entry on a bank account each line is, and what neither side knows of the other.

Nothing is stored but the lines and what people decided; which line is which entry is read from them anew, so it is the same
whenever it is asked. Each line and each entry is used once (handbook, section 5.10 and tie-out T10).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.entities import entity_called
from engine.model.bank import BankItem, BankLine, BankMatch, BankState, StatedLine
from engine.model.calendar import long_date
from engine.model.document import dated
from engine.model.journal import JournalEntry
from engine.model.money import Money, total
from engine.refusals import Refused

APPLIES, HOLDS = "Cash application", "Treasury"
KEPT, CHARGE = "what the bank kept", "bank charge"


@dataclass(slots=True)
class Booked:
    """What an entry puts on the bank's accounts. `place`: which of them it is, in the order booked."""

    entry: JournalEntry
    amount: Money
    named: frozenset[str]
    place: int


class _Free:
    """The entries that no line has taken yet, found by their account, by what they may be called, and by their amount."""

    def __init__(self, booked: Iterable[Booked]) -> None:
        self._left = {one.entry.number: one for one in booked}
        self._by_word: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._by_amount: dict[tuple[str, Money], list[str]] = defaultdict(list)
        for number, one in self._left.items():
            for word in one.named:
                self._by_word[one.entry.entity, one.amount.currency, word].append(number)
            self._by_amount[one.entry.entity, one.amount].append(number)

    def take(self, numbers: Iterable[str]) -> list[Booked]:
        """Those entries are a line's from now on."""
        return [self._left.pop(number) for number in numbers]

    def named(self, line: BankLine) -> list[Booked]:
        """The free entries of the line's account that its words name, in the order booked."""
        words = {word.strip(",.;:/") for word in line.reference.split()}
        account = line.entity, line.amount.currency
        return self._free(number for word in words for number in self._by_word.get((*account, word), ()))

    def alike(self, line: BankLine) -> list[Booked]:
        """The free entries of the line's account that are of exactly its amount, in the order booked."""
        return self._free(self._by_amount.get((line.entity, line.amount), ()))

    def _free(self, numbers: Iterable[str]) -> list[Booked]:
        found = {number: self._left[number] for number in numbers if number in self._left}
        return sorted(found.values(), key=lambda one: one.place)


@dataclass(slots=True)
class Pair:
    """A line with the entries that it is; without a line, an entry that the bank does not state."""

    line: BankLine | None
    booked: list[Booked] = field(default_factory=list)
    by_hand: bool = False

    @property
    def amount(self) -> Money:
        """What is booked of it; of none of it, nothing."""
        currency = self.booked[0].amount.currency if self.booked else self.line.amount.currency if self.line else ""
        return _sum(self.booked, currency)


def bring_in(book: Book, entity: str, line: StatedLine, today: date) -> BankLine:
    """A line of a statement of that legal entity ("" means the first); one that came before, by the bank's own number, as it
    came then. Refused for a line over nothing, and for one from a day to come."""
    owner = entity_called(book, entity).code if entity else book.company.entity.code
    if not line.amount:
        raise Refused("says-nothing", f"a bank line over {line.amount} says nothing")
    if line.value_date > today:
        raise Refused("not-yet", f"a bank line of {long_date(line.value_date)} cannot be known yet")
    before = book.about(BankLine, "id", line.id) if line.id else ()
    for known in (known for known in before if known.entity == owner):
        return known
    number = f"BL-{book.count(BankLine) + 1}"
    book.agenda.plan(today, KEPT, number)
    return BankLine(
        number=number,
        **dated(today, effective=line.value_date),
        entity=owner,
        amount=line.amount,
        reference=line.reference,
        payer=line.payer,
        id=line.id,
    )


def match(book: Book, line: str, documents: tuple[str, ...], today: date) -> BankMatch:
    """Somebody matches a line with what documents put on the bank's accounts, all of it together.

    Refused for an unknown line or document, for one that is matched by hand already, and where the amounts are not alike.
    """
    found = book.find(BankLine, line)
    if found is None:
        raise Refused("unknown-bank-line", f"there is no bank line {line!r}")
    taken = {number for made in book.all(BankMatch) for number in (made.line, *made.entries)}
    if line in taken:
        raise Refused("already-matched", f"bank line {line} is matched already")
    entries = [booked for booked in _on_the_bank(book) if booked.entry.source in documents and _alike(found, booked)]
    if missing := [number for number in documents if number not in {booked.entry.source for booked in entries}]:
        raise Refused("unknown-document", f"{missing[0]} put nothing on the bank account of bank line {line}")
    for booked in entries:
        if booked.entry.number in taken:
            raise Refused("already-matched", f"{booked.entry.source} is matched already")
    amount = _sum(entries, found.amount.currency)
    if amount != found.amount and not borne(book, found, amount):
        raise Refused("amounts-differ", f"bank line {line} is {found.amount}, {', '.join(documents)} {amount}")
    book.agenda.plan(today, KEPT, line)
    return BankMatch(
        number=f"BM-{line}",
        **dated(today),
        entity=found.entity,
        line=line,
        entries=tuple(booked.entry.number for booked in entries),
    )


def borne(book: Book, line: BankLine, booked: Money) -> Money | None:
    """What the bank kept, if the company bears it: money that came, less than what is booked, and not by too much."""
    most, kept = book.company.bank_keeps, booked - line.amount
    small = most is not None and 0 < kept.exact <= Fraction(most) and line.amount.minor > 0
    return kept if small and book.company.policies.bank_difference == "bank charge" else None


def pairs_of(book: Book, numbers: Iterable[str]) -> list[Pair]:
    """Those lines with their entries, each as all lines together leave them."""
    wanted = set(numbers)
    lines = sorted(book.all(BankLine), key=lambda line: line.effective_date)
    return [pair for pair in _paired(book, lines) if pair.line and pair.line.number in wanted]


def bank_items(book: Book, as_of: date) -> tuple[BankItem, ...]:
    """Every bank line to the end of that day, and every entry on a bank account that no line by then tells of.

    Nothing where no statement was ever brought in. Lines and entries from later on are known, but not there yet.
    """
    lines = sorted(book.all(BankLine), key=lambda line: line.effective_date)
    if not lines:
        return ()
    seen = {(line.entity, line.amount.currency) for line in lines}
    pairs = _paired(book, lines)
    paired = {id(booked.entry) for pair in pairs for booked in pair.booked}
    rest = [booked for booked in _on_the_bank(book) if id(booked.entry) not in paired]
    pairs += [Pair(None, [booked]) for booked in rest if (booked.entry.entity, booked.amount.currency) in seen]
    items = (item for pair in pairs for item in _items(book, pair, as_of))
    return tuple(sorted(items, key=lambda item: (item.day, item.line or "~", item.documents)))


def _on_the_bank(book: Book) -> list[Booked]:
    accounts = {account.name for account in book.company.accounts if account.role == "cash"}
    found: list[Booked] = []
    for entry in book.all(JournalEntry):
        amount = total((line.amount for line in entry.lines if line.account in accounts), entry.currency)
        if amount:
            found.append(Booked(entry, amount, _named(entry), len(found)))
    return found


def _named(entry: JournalEntry) -> frozenset[str]:
    """What a bank line may call an entry by: its document, the payment or refund behind it, the invoices it is about."""
    own = {entry.source, entry.source.partition("-")[2]} if entry.source_kind != "payout" else {entry.source}
    return frozenset({*own, *(line.invoice for line in entry.lines if line.invoice)})


def _alike(line: BankLine, booked: Booked) -> bool:
    """Whether a line and an entry are about the same account: one legal entity, one currency."""
    return (line.entity, line.amount.currency) == (booked.entry.entity, booked.amount.currency)


def _sum(booked: Iterable[Booked], currency: str) -> Money:
    return total((one.amount for one in booked), currency)


def _paired(book: Book, lines: list[BankLine]) -> list[Pair]:
    """Each line with its entries: as people decided, by reference, by amount and payer, by amount alone if only one fits."""
    on_the_bank = _on_the_bank(book)
    charges = {one.entry.source: [one] for one in on_the_bank if one.entry.source_kind == CHARGE}
    free = _Free(one for one in on_the_bank if one.entry.source_kind != CHARGE)
    pairs = {line.number: Pair(line) for line in lines}
    for made in book.all(BankMatch):
        pairs[made.line] = Pair(pairs[made.line].line, free.take(made.entries), by_hand=True)
    policy = book.company.policies.bank_matching
    ways = [] if policy == "by hand" else [_by_reference]
    ways += [_by_payer, _by_amount] if policy == "reference, else amount" else []
    for way in ways:
        for pair in pairs.values():
            assert pair.line is not None  # every pair is made for a line
            if not pair.booked:
                fitting = way(book, pair.line, free)
                pair.booked = free.take(booked.entry.number for booked in fitting)
    for line, pair in pairs.items():
        pair.booked += charges.get(f"BC-{line}", ())
    return list(pairs.values())


def _by_reference(book: Book, line: BankLine, free: _Free) -> list[Booked]:
    """All that the line's words name, whatever their amount: a difference is a finding."""
    return free.named(line)


def _by_payer(book: Book, line: BankLine, free: _Free) -> list[Booked]:
    near = [one for one in _near(book, line, free) if line.payer and one.entry.customer == line.payer]
    return near[:1]


def _by_amount(book: Book, line: BankLine, free: _Free) -> list[Booked]:
    near = [] if line.payer else _near(book, line, free)
    return near if len(near) == 1 else []


def _near(book: Book, line: BankLine, free: _Free) -> list[Booked]:
    """Entries of exactly that amount, posted no more days before or after than the company allows; the nearest first."""
    alike = free.alike(line)
    days = {one.entry.number: abs((one.entry.posting_date - line.effective_date).days) for one in alike}
    near = [one for one in alike if days[one.entry.number] <= book.company.bank_days]
    return sorted(near, key=lambda one: days[one.entry.number])


def _items(book: Book, pair: Pair, as_of: date) -> Iterator[BankItem]:
    """What of a pair is there by the end of that day."""
    line = pair.line if pair.line and pair.line.effective_date <= as_of else None
    booked = [one for one in pair.booked if one.entry.posting_date <= as_of]
    if line:
        yield _item(book, line, booked, as_of, pair.by_hand)
    else:
        for one in booked:
            yield _item(book, None, [one], as_of, False)


def _item(book: Book, line: BankLine | None, booked: list[Booked], as_of: date, by_hand: bool) -> BankItem:
    currency = line.amount.currency if line else booked[0].amount.currency
    day = line.effective_date if line else booked[0].entry.posting_date
    stated, amount = line.amount if line else Money.zero(currency), _sum(booked, currency)
    state = _state(book, line, stated, amount, (as_of - day).days)
    return BankItem(
        entity=line.entity if line else booked[0].entry.entity,
        line=line.number if line else None,
        documents=tuple(one.entry.source for one in booked),
        day=day,
        reference=line.reference if line else "",
        payer=line.payer if line else booked[0].entry.customer,
        stated=stated,
        booked=amount,
        state=state,
        by_hand=by_hand,
        owner=_OWNERS[state],
        age=0 if state == "matched" else (as_of - day).days,
        because=_because(state, booked, stated, amount),
    )


def _state(book: Book, line: BankLine | None, stated: Money, booked: Money, age: int) -> BankState:
    if line is None:
        return "overdue" if age > book.company.bank_days else "in transit"
    if not booked:
        return "not in the ledger"
    return "matched" if stated == booked else "amounts differ"


_OWNERS: dict[BankState, str] = defaultdict(
    str, {"in transit": HOLDS, "overdue": HOLDS, "amounts differ": APPLIES, "not in the ledger": APPLIES}
)


def _because(state: BankState, booked: list[Booked], stated: Money, amount: Money) -> str:
    documents = ", ".join(one.entry.source for one in booked)
    return {
        "matched": "",
        "in transit": f"{documents} is on its way to the bank",
        "overdue": f"the bank knows nothing of {documents}",
        "amounts differ": f"the bank says {stated}, the ledger {amount} for {documents}",
        "not in the ledger": "nobody booked it",
    }[state]
