"""The append-only book of one system: documents indexed by kind, number and what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from engine.agenda import Agenda
from engine.model.company import Company
from engine.model.document import Document
from engine.model.journal import JournalEntry
from engine.model.uplifts import IndexValue

D = TypeVar("D", bound=Document)
Stage = Callable[["Book", date], Iterable[Document]]

# What a document may be about; each is an index, so no question ever reads all documents.
SUBJECTS = tuple(
    "entity customer invoice quote dispute write_off payment chargeback refund request obligation source event "
    "plan month metered supersedes adds_to series id counts_with joins combined_with".split()
)


class Book:
    """What one system knows: the company's masters and every document it has written or received, in order. `today`: the business
    day on which it writes (None: nobody says), so that journal entries tell when they were recorded."""

    def __init__(self, company: Company, today: date | None = None) -> None:
        self.company = company
        self.today = today
        self.customers = {customer.name: customer for customer in company.customers}
        self.survivors: dict[str, str] = {}
        self.tax_rates = list(company.tax_rates)
        self.index_values: list[IndexValue] = []
        self.corrected: dict[tuple[str, str, str], str] = {}
        self.agenda = Agenda()
        # Any: under each kind stand documents of just that kind, which no type of a dict can say.
        self._by_kind: dict[type[Document], dict[str, Any]] = defaultdict(dict)
        self._about: dict[tuple[type[Document], str, str], list[Any]] = defaultdict(list)
        self._totals: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)

    def add(self, document: D) -> D:
        """Write a document. A number of one kind is used once; a second use is a bug."""
        assert not self.has(type(document), document.number), f"{document.number} is written twice"
        if isinstance(document, JournalEntry) and document.recorded is None:
            document = replace(document, recorded=self.today)
        self._by_kind[type(document)][document.number] = document
        for subject, number in dict.fromkeys(_subjects(document)):
            self._about[type(document), subject, number].append(document)
        for part in _by_contract(document):
            for subject, number in dict.fromkeys(_of_contract(part)):
                self._about[type(document), subject, number].append(part)
                if subject == "contract":
                    self.agenda.wake(number)
        return document

    def has(self, kind: type[Document], number: str) -> bool:
        """Whether there is such a document."""
        return number in self._by_kind[kind]

    def get(self, kind: type[D], number: str) -> D:
        """The document of that kind and number; KeyError if there is none."""
        found: D = self._by_kind[kind][number]
        return found

    def find(self, kind: type[D], number: str) -> D | None:
        """The document of that kind and number, or None."""
        return self._by_kind[kind].get(number)

    def all(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of that kind, in the order they were written."""
        return tuple(self._by_kind[kind].values())

    def count(self, kind: type[Document]) -> int:
        """How many documents of that kind there are."""
        return len(self._by_kind[kind])

    def about(self, kind: type[D], subject: str, number: str) -> tuple[D, ...]:
        """The documents of that kind about that customer, contract, invoice ... in the order they were written.

        An invoice's payments, credits and write-offs are about it through their settlements: subject "settles"; an amendment
        is about the customer whom the contract "passes_to". Of an invoice or memo about several contracts, each contract
        sees its own lines.
        """
        return tuple(self._about.get((kind, subject, number), ()))

    def count_about(self, kind: type[Document], subject: str, number: str) -> int:
        """How many documents of that kind are about it."""
        return len(self._about.get((kind, subject, number), ()))

    def hand_over(self, merged: str, survivor: str, frozen: Iterable[type[Document]] = ()) -> None:
        """Read every document about one customer as another's from now on, those of the `frozen` kinds excepted."""
        self.survivors |= {name: survivor for name, kept in self.survivors.items() if kept == merged}
        self.survivors[merged] = survivor
        self.agenda.wake_all()
        for kind, subject, number in [key for key in self._about if key[1:] == ("customer", merged)]:
            if kind in frozen:
                continue
            for document in self._about.pop((kind, subject, number)):
                self._replace(document, replace(document, customer=survivor))
                self._about[kind, "customer", survivor].append(self._by_kind[kind][document.number])

    def _replace(self, before: Document, after: Document) -> None:
        kind = type(before)
        self._by_kind[kind][before.number] = after
        self._replace_about((key for key in _subjects(before) if key[0] != "customer"), before, after)
        for part, now in zip(_by_contract(before), _by_contract(after), strict=True):
            self._replace_about(_of_contract(part), part, now)

    def _replace_about(self, subjects: Iterable[tuple[str, str]], before: Document, after: Document) -> None:
        for subject, number in dict.fromkeys(subjects):
            found = self._about[type(before), subject, number]
            found[found.index(before)] = after

    def tally(self, minor: int, name: str, *key: str) -> None:
        """Add to a running total of that name, for sums that would otherwise read many documents."""
        totals = self._totals[name]
        totals[key] = totals.get(key, 0) + minor
        if not totals[key]:
            del totals[key]

    def tallied(self, name: str, *key: str) -> int:
        """The running total of that key, in the smallest unit."""
        return self._totals[name].get(key, 0)

    def tallies(self, name: str) -> dict[tuple[str, ...], int]:
        """All running totals of that name that are not zero, by key."""
        return dict(self._totals[name])


def billed_key(contract: str, line: str, period_start: date) -> str:
    """The subject under which invoices and credit memos of a charge's billing period are found: "billed"."""
    return f"{contract}/{line}/{period_start}"


@cache
def _subjects_of(kind: type[Any]) -> tuple[str, ...]:
    own = {field.name for field in fields(kind)}
    return tuple(subject for subject in SUBJECTS if subject in own or hasattr(kind, subject))


def _subjects(document: Document) -> Iterator[tuple[str, str]]:
    for subject in _subjects_of(type(document)):  # type: ignore[arg-type]  # a class is hashable, whatever its objects are
        number = getattr(document, subject)
        if isinstance(number, str):
            yield subject, number
    for settlement in getattr(document, "settlements", ()):
        yield "settles", settlement.invoice
    for line in getattr(document, "lines", ()):
        if hasattr(line, "invoice_line"):
            yield "credits", line.invoice
    for change in getattr(document, "changes", ()):
        if customer := getattr(change, "customer", None):
            yield "passes_to", customer


def _by_contract(document: Document) -> tuple[Document, ...]:
    """What each contract sees of a document: a part of it, where it is about several."""
    parts: Callable[[], tuple[Document, ...]] | None = getattr(document, "by_contract", None)
    return parts() if parts else (document,)


def _of_contract(document: Document) -> Iterator[tuple[str, str]]:
    contract = getattr(document, "contract", None)
    if isinstance(contract, str):
        yield "contract", contract
        for line in getattr(document, "lines", ()):
            if hasattr(line, "billing_period"):
                yield "billed", billed_key(contract, line.line, line.billing_period.start)


def run(stages: Iterable[Stage], book: Book, today: date) -> Iterator[Document]:
    """Live a day: each stage in order writes what the book still lacks; a stage sees what the one before it wrote."""
    for stage in stages:
        for document in stage(book, today):
            yield book.add(document)
