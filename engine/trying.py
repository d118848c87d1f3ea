"""A book to try something in: it reads what another holds, and keeps what is written in it to itself.

So a preview costs what it looks at and what it writes, however many documents the book behind it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from engine.book import Book, D
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document


class Trial(Book):
    """What the `known` book holds, and on top of it what is only tried. Its agenda has the days of some contracts alone."""

    def __init__(self, known: Book, contracts: Iterable[str] | None) -> None:
        self.known, self.today = known, known.today
        self.company, self.customers, self.survivors = known.company, known.customers, known.survivors
        self.tax_rates, self.index_values, self.corrected = known.tax_rates, known.index_values, known.corrected
        self.agenda = known.agenda.about(contracts)
        self._by_kind = defaultdict(dict)
        self._about = defaultdict(list)
        self._totals = defaultdict(dict)

    def has(self, kind: type[Document], number: str) -> bool:
        """Whether there is such a document, tried or known."""
        return super().has(kind, number) or self.known.has(kind, number)

    def get(self, kind: type[D], number: str) -> D:
        """The document of that kind and number; KeyError if there is none."""
        return super().get(kind, number) if super().has(kind, number) else self.known.get(kind, number)

    def find(self, kind: type[D], number: str) -> D | None:
        """The document of that kind and number, or None."""
        return super().find(kind, number) or self.known.find(kind, number)

    def all(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of that kind: those that are known, then those that were tried."""
        return (*self.known.all(kind), *self.tried(kind))

    def tried(self, kind: type[D]) -> tuple[D, ...]:
        """The documents of that kind that were written here alone."""
        return super().all(kind)

    def count(self, kind: type[Document]) -> int:
        """How many documents of that kind there are."""
        return super().count(kind) + self.known.count(kind)

    def about(self, kind: type[D], subject: str, number: str) -> tuple[D, ...]:
        """The documents of that kind about it: those that are known, then those that were tried."""
        return (*self.known.about(kind, subject, number), *super().about(kind, subject, number))

    def tried_about(self, kind: type[D], subject: str, number: str) -> tuple[D, ...]:
        """The documents of that kind about it that were written here alone."""
        return super().about(kind, subject, number)

    def count_about(self, kind: type[Document], subject: str, number: str) -> int:
        """How many documents of that kind are about it."""
        return super().count_about(kind, subject, number) + self.known.count_about(kind, subject, number)

    def tallied(self, name: str, *key: str) -> int:
        """The running total of that key, in the smallest unit."""
        return super().tallied(name, *key) + self.known.tallied(name, *key)


def contracts_of(book: Book, customer: str) -> list[str]:
    """The contracts that a customer signed or took over."""
    names = [customer, *(merged for merged, kept in book.survivors.items() if kept == customer)]
    signed = [contract.number for contract in book.about(Contract, "customer", customer)]
    taken = [made.contract for name in names for made in book.about(Amendment, "passes_to", name)]
    return list(dict.fromkeys([*signed, *taken]))
