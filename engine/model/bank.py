"""What the bank says, beside what the ledger says of the bank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.document import Document
from engine.model.money import Money

BankState = Literal["matched", "in transit", "overdue", "amounts differ", "not in the ledger"]


@dataclass(frozen=True, kw_only=True, slots=True)
class StatedLine:
    """A line of a bank statement as it is brought in; positive where money came.

    `value_date`: the day it counts from. `id`: the bank's own number of it, by which a line brought in twice is known.
    """

    amount: Money
    value_date: date
    reference: str = ""
    payer: str = ""
    id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BankLine(Document):
    """A line of a bank statement. `effective_date`: its value date; `event_date`: the day the statement was brought in."""

    entity: str
    amount: Money
    reference: str
    payer: str
    id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BankMatch(Document):
    """Somebody says which entries a bank line is."""

    entity: str
    line: str
    entries: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BankItem:
    """A bank line, the entries that it is, or both, as they stand on a day. `day`: the line's value date, else the entries'.

    `stated`: the bank's amount, nothing where it says nothing; `booked`: the ledger's. `owner` and `age` (days) of what is
    not matched, and `because` of what. `documents`: what the entries are posted from.
    """

    entity: str
    line: str | None
    documents: tuple[str, ...]
    day: date
    reference: str
    payer: str
    stated: Money
    booked: Money
    state: BankState
    by_hand: bool
    owner: str
    age: int
    because: str
