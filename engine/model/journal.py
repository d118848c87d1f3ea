"""The general ledger's nouns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, TypeVar

from engine.model.calendar import AccountingPeriod
from engine.model.document import Document
from engine.model.money import Money
from engine.model.usage import Reading

LineDimension = Literal["region", "channel", "customer", "contract", "product"]
"""By what journal lines are told apart beside their accounts."""


def month_of(day: date) -> str:
    """The day's month as indexes and numbers write it: 2026-03."""
    return f"{day.year:04}-{day.month:02}"


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerAccount:
    """A line of the chart of accounts. `role`: what it stands for in the reconciliations ("receivables", "tax" ...)."""

    code: str
    name: str
    type: Literal["asset", "liability", "equity", "income", "expense"]
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PostingRule:
    """Account determination: for an amount of a business event, the account to debit and the account to credit."""

    event: str
    amount: str
    debit: str
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalLine:
    """A debit (positive `amount`) or a credit (negative) to an account, with what it is about.

    `base`: what it is worth in the entity's functional currency; None where the document is in that currency already. An
    exchange difference has a worth, and an amount of nothing. `region` and `channel`: whose sale it was ("": nobody said).
    """

    account: str
    amount: Money
    customer: str
    contract: str | None = None
    product: str | None = None
    obligation: str | None = None
    invoice: str | None = None
    tax_code: str | None = None
    base: Money | None = None
    region: str = ""
    channel: str = ""

    @property
    def booked(self) -> Money:
        """The amount in the currency of the books."""
        return self.amount if self.base is None else self.base


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalEntry(Document):
    """A balanced posting. `source_kind` and `source`: the document it comes from; `event`: the business event's number.

    `counterparty`: the sister entity that it is about, between legal entities.
    `origin_period`: the closed period it would have belonged to, if it came too late for it. `recorded`: the day on which the
    ledger wrote it, whatever day it is about (None: nobody keeps one).
    """

    entity: str
    currency: str
    source_kind: str
    source: str
    label: str
    customer: str
    event: str
    lines: tuple[JournalLine, ...]
    origin_period: AccountingPeriod | None = None
    counterparty: str = ""
    recorded: date | None = None

    def __post_init__(self) -> None:
        assert not sum(line.amount.minor for line in self.lines), f"{self.number} does not balance"
        assert all(line.amount.currency == self.currency for line in self.lines), f"{self.number} mixes currencies"
        assert not sum(line.booked.minor for line in self.lines), f"{self.number} does not balance in the books"
        assert len({line.booked.currency for line in self.lines}) <= 1, f"{self.number} is kept in two currencies"

    @property
    def book_currency(self) -> str:
        """The currency in which it stands in the books: the functional one, if the document's is translated."""
        return next((line.booked.currency for line in self.lines), self.currency)

    @property
    def month(self) -> str:
        """The accounting period it is posted in, as the book finds it: 2026-03."""
        return month_of(self.posting_date)


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountBalance:
    """What stands on an account at the end of a day, debit positive; by customer where asked. `base`: what it is worth in
    the entity's functional currency, if it is in another."""

    entity: str
    account: str
    currency: str
    customer: str | None
    amount: Money
    base: Money | None = None

    @property
    def booked(self) -> Money:
        """The balance in the currency of the books."""
        return self.amount if self.base is None else self.base


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodClose(Document):
    """The ledger's word that a period is closed. `entries`: how many were posted in it; `hash`: of all of them, in order."""

    entity: str
    period: AccountingPeriod
    run: int
    entries: int
    hash: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodReopening(Document):
    """A closed period, and every later one, is opened again: who asked, who approved, why. `undone`: the closes it undoes.

    `area`: the only area of the ledger that is opened ("": all)."""

    entity: str
    period: AccountingPeriod
    requester: str
    approver: str
    reason: str
    undone: tuple[str, ...]
    area: str = ""


C = TypeVar("C", bound=Document)


def standing(closes: Iterable[C], reopenings: Iterable[PeriodReopening]) -> tuple[C, ...]:
    """The closes, of periods or of areas, that no reopening has undone, in order."""
    undone = {number for reopening in reopenings for number in reopening.undone}
    return tuple(close for close in closes if close.number not in undone)


def digest(entries: Iterable[JournalEntry]) -> str:
    """SHA-256 over all that the entries say, in order: changes if anything in them, or their order, changes."""
    return sha256("\n".join(map(repr, entries)).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialBalanceRow:
    """An account's balance before a period, its movements in it, and after it, in one legal entity's books; debit positive.

    `currency`: that of the books. What is in a foreign currency is in it with its worth. `of`: the region, channel ... where
    the balance is told apart by one ("": nobody said, or it is not).
    """

    entity: str
    account: str
    currency: str
    opening: Money
    debits: Money
    credits: Money
    closing: Money
    of: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejection:
    """A business event that a system would not take: which, on what day, and the sentence it answered.

    `code`: the reason in short ("late-usage"); `reading`: what a meter reported, where it was no event but that.
    """

    event: str
    type: str
    subject: str
    customer: str
    system: str
    on: date
    sentence: str
    code: str = ""
    reading: Reading | None = None
