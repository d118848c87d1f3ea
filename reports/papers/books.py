"""The journals of a run, read from its evidence: what each scenario's ledger posted, its chart, and what it says stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.model.journal import AccountBalance, JournalEntry, JournalLine, LedgerAccount
from engine.model.money import Money
from reports.evidence.chain import Record, contents_of, manifest_of
from reports.papers.journal import Exported
from reports.papers.papers import ABOUT, PARALLEL
from reports.papers.postings import JOURNAL


@dataclass(frozen=True, kw_only=True)
class ScenarioJournal:
    """The journal of one scenario, in one set of its books. `path`: its evidence file within the run; `name`: the scenario as
    people call it; `book`: of books beside the company's own, their name."""

    path: str
    name: str
    journal: Exported
    book: str = ""


def journals(run_folder: Path, prefixed: bool = False) -> Iterator[ScenarioJournal]:
    """The journal of each scenario that posted anything, book by book, in the order of the evidence. `prefixed`: its accounts
    stand under S1, S2 ... (and S1-B1, S1-B2 ... of further books), so that all may be read as one."""
    for number, (name, records, _) in enumerate(contents_of(run_folder, manifest_of(run_folder)), start=1):
        kept = [record for record in records if record["kind"] == "ledger"]
        scenario = next((str(record["name"]) for record in records if record["kind"] == "scenario"), "")
        for at, books in enumerate(kept):
            book = str(books.get("book", ""))
            if entries := [record for record in records if _is_of(record, book)]:
                under = f"S{number}{f'-B{at}' if at else ''}" if prefixed else ""
                yield ScenarioJournal(path=name, name=scenario, journal=_exported(entries, books, under), book=book)


def _is_of(record: Record, book: str) -> bool:
    """Whether a record is a journal entry of those books."""
    if book:
        return record.get("type") == PARALLEL and record["data"]["book"] == book
    return record.get("type") == JOURNAL


def _exported(entries: list[Record], books: Record, under: str) -> Exported:
    last = books["months"][-1]
    return Exported(
        entries=[_entry(entry) for entry in entries],
        under=under,
        accounts=[LedgerAccount(**account) for account in books["accounts"]],
        balances=[_balance(*row) for row in last["balances"]],
        as_of=date.fromisoformat(last["on"]),
    )


def _balance(entity: str, account: str, customer: str, amount: Record) -> AccountBalance:
    return AccountBalance(
        entity=entity,
        account=account,
        currency=amount["currency"],
        customer=customer,
        amount=Money(amount["minor"], amount["currency"]),
    )


def _entry(document: Record) -> JournalEntry:
    day, data = date.fromisoformat(document["date"]), document["data"]
    # A line that is worth nothing in the books' currency is no line there.
    lines = tuple(_line(line) for line in data["lines"] if line["debit"] or line["credit"])
    return JournalEntry(
        number=document["number"],
        event_date=day,
        effective_date=day,
        posting_date=day,
        entity=data["entity"],
        currency=lines[0].amount.currency if lines else "",
        source_kind=document["title"],
        source=data["source"],
        label=document["title"],
        customer=document["customer"] or "",
        event="",
        lines=lines,
    )


def _line(line: Record) -> JournalLine:
    amount = line["debit"] or line["credit"]
    booked = Money((1 if line["debit"] else -1) * amount["minor"], amount["currency"])
    told = line.get("document")
    return JournalLine(
        account=line["account"],
        customer=line["customer"] or "",
        amount=Money(told["minor"], told["currency"]) if told else booked,
        base=booked if told else None,
        **{name: line[name] for name in ABOUT if name in line},
    )
