"""The journal as plain text that programs which know nothing of Tieout can judge: hledger, ledger, beancount, CSV, JSON.

Closing assertions come from the ledger's own balances, not from the entries, so that a lost, doubled or misplaced line
is found by whoever reads the file. Settings are strict: not even a fraction of a cent passes. Amounts are in the currency of
the books; what a document said in another stands beside as a tag, because a cost in it would keep the account in that currency.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from engine.model.calendar import ONE_DAY
from engine.model.journal import AccountBalance, JournalEntry, JournalLine, LedgerAccount
from engine.model.money import Money, exponent
from reports.systems.naming import entry_name

ROOTS = {
    "asset": ("Assets", "A"),
    "liability": ("Liabilities", "L"),
    "equity": ("Equity", "E"),
    "income": ("Income", "R"),
    "expense": ("Expenses", "X"),
}
UNKNOWN = "Unknown"
NOBODY = "No customer"
Owner = tuple[str, str, str]
"""Whose books, which account, which customer."""
_SEPARATORS = re.compile(r'[;:|()"\s]+')
COLUMNS = (
    "book entry date event_date effective_date recorded source_kind source name entity account customer contract product invoice "
    "tax_code region channel amount currency document_amount document_currency rate"
)
# What a line is about beside account and customer: the name of the tag, and where the line has it.
TAGS = (
    *(("inv", "invoice"), ("contract", "contract"), ("product", "product"), ("tax", "tax_code")),
    *(("region", "region"), ("channel", "channel")),
)


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What a text journal is made of: entries, the chart, and what must stand on each account at the end of a day.

    `under`: what the accounts stand under, so that several journals may be read as one (S1, S2 ...).
    """

    entries: Sequence[JournalEntry]
    accounts: Sequence[LedgerAccount]
    balances: Sequence[AccountBalance]
    as_of: date
    under: str = ""

    def by_date(self) -> list[JournalEntry]:
        """The entries to the end of the day by posting date, in posting order within a day."""
        return sorted((e for e in self.entries if e.posting_date <= self.as_of), key=lambda entry: entry.posting_date)

    def closing(self) -> dict[tuple[Owner, str], Money]:
        """By owner and currency what must stand: as the ledger states it, nothing where it states nothing."""
        places = {
            ((e.entity, line.account, line.customer), line.booked.currency) for e in self.by_date() for line in e.lines
        }
        closing = {(owner, code): Money.zero(code) for owner, code in sorted(places)}
        for balance in self.balances:
            owner = (balance.entity, balance.account, balance.customer or "")
            closing[owner, balance.currency] = balance.amount
        return closing

    def owners(self) -> list[Owner]:
        """Every account and customer that a line or a balance names, in order."""
        return sorted({owner for owner, _ in self.closing()})

    def currencies(self) -> list[str]:
        """The currencies in use."""
        used = {line.booked.currency for entry in self.entries for line in entry.lines} | {
            balance.currency for balance in self.balances
        }
        return sorted(used)


def hledger(journal: Exported) -> str:
    """A journal for `hledger check -s ordereddates`, with a closing assertion for each account and customer."""
    return "\n".join([*hledger_entries(journal), *_asserted(journal)]) + "\n"


def hledger_entries(journal: Exported) -> Iterator[str]:
    """The same without assertions, line by line."""
    names = _names(journal, _hledger_word)
    yield "decimal-mark ."
    yield from (_commodity(code) for code in journal.currencies())
    yield from (f"account {root}  ; type: {letter}" for root, letter in ROOTS.values())
    yield from _entries(journal, names)


def ledger(journal: Exported) -> str:
    """A journal for `ledger --strict --pedantic`, with a closing assertion for each account and customer."""
    lines = []
    for code in journal.currencies():
        lines += [f"commodity {code}", f"    format {_commodity(code).removeprefix('commodity ')}"]
    return "\n".join([*lines, *_entries(journal, _names(journal, _hledger_word)), *_asserted(journal)]) + "\n"


def _entries(journal: Exported, names: Mapping[Owner, str]) -> Iterator[str]:
    yield from (f"account {name}" for name in _declared(names))
    for entry in journal.by_date():
        yield ""
        yield from _hledger_entry(entry, names)


def _asserted(journal: Exported) -> Iterator[str]:
    names = _names(journal, _hledger_word)
    yield from ("", f"{journal.as_of} closing balances as the ledger states them")
    for (owner, code), amount in journal.closing().items():
        yield f"    {names[owner]}  {_plain(Money.zero(code))} {code} = {_plain(amount)} {code}"


def _commodity(code: str) -> str:
    # Two decimals more than the currency has: half a cent must not round away.
    return f"commodity 1000.{'0' * (exponent(code) + 2)} {code}"


def _hledger_entry(entry: JournalEntry, names: Mapping[Owner, str]) -> Iterator[str]:
    told = ", ".join(f"{name}: {day}" for name, day in _dates(entry))
    yield f"{entry.posting_date} ({_word(entry.number)}) {_text(entry)}  ; {told}"
    for line in entry.lines:
        about = [*_tags(line), *([("document", _stated(line.amount))] if line.base and line.amount else [])]
        tags = ", ".join(f"{tag}: {told}" for tag, told in about)
        comment = f"  ; {tags}" if tags else ""
        yield f"    {names[entry.entity, line.account, line.customer]}  {_stated(line.booked)}{comment}"


def _dates(entry: JournalEntry) -> Iterator[tuple[str, date]]:
    """The days of an entry beside that on which it is posted: when it happened, takes effect and was recorded."""
    yield from (("event", entry.event_date), ("effective", entry.effective_date))
    if entry.recorded:
        yield "recorded", entry.recorded


def _tags(line: JournalLine) -> Iterator[tuple[str, str]]:
    """What the line says it is about; a comma would begin another tag."""
    for tag, field in TAGS:
        if told := getattr(line, field):
            yield tag, _word(told).replace(",", " ")


def beancount(journal: Exported) -> str:
    """A journal for `bean-check`, with a closing assertion for each account and customer; assertions hold at the start of
    the day after."""
    names = _names(journal, _beancount_word)
    lines = ['option "tolerance_multiplier" "0"', "", *beancount_entries(journal), ""]
    for (owner, code), amount in journal.closing().items():
        lines.append(f"{journal.as_of + ONE_DAY} balance {names[owner]}  {_plain(amount)} {code}")
    return "\n".join(lines) + "\n"


def beancount_entries(journal: Exported) -> Iterator[str]:
    """The accounts and entries alone, line by line."""
    names = _names(journal, _beancount_word)
    first = min((entry.posting_date for entry in journal.by_date()), default=journal.as_of)
    yield from (f"{first} open {name}" for name in _declared(names))
    for entry in journal.by_date():
        yield from ("", f'{entry.posting_date} * "{_text(entry)}"', f'    entry: "{_word(entry.number)}"')
        yield from (f"    {name}: {day}" for name, day in _dates(entry))
        for line in entry.lines:
            yield f"    {names[entry.entity, line.account, line.customer]}  {_plain(line.booked)} {line.booked.currency}"
            yield from ([f'      document: "{_stated(line.amount)}"'] if line.base and line.amount else [])
            yield from (f'      {tag}: "{told}"' for tag, told in _tags(line))


def as_json(entries: Iterable[JournalEntry], book: str = "") -> str:
    """The same rows as `as_csv`, as a list of objects."""
    return json.dumps(list(csv.DictReader(StringIO(as_csv(entries, book)))), indent=1, ensure_ascii=False) + "\n"


def as_csv(entries: Iterable[JournalEntry], book: str = "") -> str:
    """One row for each line of each entry, amounts debit positive, in posting order: in the currency of the books, and beside it what
    the document said in another, with the rate between them. `book`: of books beside the company's own, their name."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS.split())
    for entry in entries:
        dates = (entry.posting_date, entry.event_date, entry.effective_date, entry.recorded)
        head = (entry.number, *dates, entry.source_kind, entry.source, entry_name(entry))
        for line in entry.lines:
            about = (line.account, line.customer, line.contract, line.product, line.invoice, line.tax_code)
            told = (line.region, line.channel, _plain(line.booked), line.booked.currency, *_document(line))
            writer.writerow((book or "primary", *head, entry.entity, *about, *told))
    return text.getvalue()


def _document(line: JournalLine) -> tuple[str, str, str]:
    """What the document said, in its own currency, and the rate at which that is booked; nothing where the books are in it."""
    if line.base is None or not line.amount:
        return "", "", ""
    worth, said = (Decimal(one.minor).scaleb(-exponent(one.currency)) for one in (line.base, line.amount))
    return _plain(line.amount), line.amount.currency, f"{worth / said:.6f}"


def _stated(amount: Money) -> str:
    return f"{_plain(amount)} {amount.currency}"


def _names(journal: Exported, spell: Callable[[str], str]) -> dict[Owner, str]:
    """How each account (of each customer) is called in the file: Assets:Receivables:Globex. Two never share a name.

    Where several entities keep books, each has accounts of its own: Assets:NE:Receivables:Globex. An account that the
    chart lacks stays undeclared, so that the file is refused.
    """
    roots = {account.name: ROOTS[account.type][0] for account in journal.accounts}
    several = len({entity for entity, _, _ in journal.owners()}) > 1
    names: dict[Owner, str] = {}
    taken: set[str] = set()
    for entity, account, customer in journal.owners():
        # What concerns no customer has a name of its own too: the sum of an account's customers is not its balance.
        parts = (journal.under, entity if several else "", account, customer or NOBODY)
        whole = ":".join([roots.get(account, UNKNOWN), *(spell(part) for part in parts if part)])
        name, again = whole, 1
        while name in taken:
            again += 1
            name = f"{whole}-{again}"
        taken.add(name)
        names[entity, account, customer] = name
    return names


def _declared(names: Mapping[Owner, str]) -> list[str]:
    return [name for name in names.values() if not name.startswith(f"{UNKNOWN}:")]


def _hledger_word(text: str) -> str:
    """Two spaces end an account's name, a colon begins a part of it, a semicolon a comment."""
    return " ".join(_SEPARATORS.sub(" ", text).split())


def _beancount_word(text: str) -> str:
    """Letters, digits and dashes, beginning with a capital or a digit."""
    word = "-".join("".join(sign if sign.isalnum() else " " for sign in text).split())
    return word[:1].upper() + word[1:] if word else "X"


def _plain(amount: Money) -> str:
    """The amount with exactly the decimals of its currency: 1100.00."""
    places = exponent(amount.currency)
    return f"{Decimal(amount.minor).scaleb(-places):.{places}f}"


def _text(entry: JournalEntry) -> str:
    whose = f" of {entry.customer}" if entry.customer else ""
    return _word(f"{entry_name(entry)}{whose}")


def _word(text: str) -> str:
    return _SEPARATORS.sub(" ", text)
