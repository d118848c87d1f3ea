"""Why a document is not where it should be, in words: not posted, posted twice, posted to somebody else ..."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.calendar import long_date
from engine.model.company import Onboarding
from engine.model.document import Document
from engine.model.events import Delivery, System
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.model.payments import Payment, PaymentApplication
from reports.systems.naming import MANUAL, document_name, entry_kind, entry_name
from reports.systems.snapshot import Snapshot

EVERY_SYSTEM: tuple[System, ...] = ("crm", "billing", "payments", "erp")
_TIMES = {2: "twice"}


@dataclass(frozen=True, slots=True)
class Posting:
    """What one entry puts on the accounts in question, for one customer (or for all: "")."""

    entry: JournalEntry
    customer: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Mismatch:
    """A document whose effect the two sides see differently. `postings`: all of its entries there, of any day and customer.

    `elsewhere`: what to say of an entry that exists but is not there.
    """

    document: str
    customer: str
    expected: Money
    found: Money
    postings: Sequence[Posting]
    elsewhere: str = "posted to other accounts"


class Reasons:
    """What the systems and the integration tell about single documents."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.as_of = snapshot.as_of
        self._period_of = snapshot.period_of
        self.documents: dict[System, dict[str, Document]] = {"crm": {}, "billing": {}, "payments": {}}
        for system, document in snapshot.documents():
            if system != "erp" and not isinstance(document, Onboarding):
                self.documents[system][document.number] = document
        self.entries: dict[str, list[JournalEntry]] = defaultdict(list)
        for entry in snapshot.erp.journal:
            self.entries[entry.source].append(entry)
        self._words = _words(snapshot)

    def why_missing(self, document: str, system: System) -> str:
        """What is known of a document's way to that system, to stand behind a sentence: ": refused, ..." or nothing."""
        return self._word(document, system) or ""

    def astray(self, document: str, system: System) -> bool:
        """Whether the document is known to have been lost, delayed or refused on its way to that system."""
        return self._word(document, system) is not None

    def _word(self, document: str, system: System) -> str | None:
        return self._words.get((document, system), self._words.get((document, "")))

    def called(self, document: Document) -> str:
        """The document's name, with its number unless the name alone is how people ask for it."""
        if isinstance(document, Invoice | CreditMemo):
            return document_name(document)
        number = document.payment if isinstance(document, PaymentApplication) else document.number
        return f"{document_name(document)} {number}"

    def explain(self, mismatch: Mismatch, system: System, sources: Sequence[str]) -> str:
        """One sentence on a mismatch between `system` and the ledger; `sources`: the documents that the entries name."""
        document = self.documents[system].get(mismatch.document)
        if document is None and mismatch.expected:
            document = self._kept_elsewhere(mismatch.document)
        if document is None:
            return _unfounded(mismatch.postings[0].entry, system)
        name = self.called(document)
        if isinstance(document, Payment) and len(sources) == 1:
            return f"{name} not applied in billing{self.why_missing(document.number, 'billing')}"
        if ending := self._ending(mismatch, sources):
            return f"{self.called(ending)} not posted{self.why_missing(ending.number, 'erp')}"
        if not mismatch.postings:
            return f"{name} {self._absent(sources, mismatch.elsewhere)}"
        return f"{name} {self._misplaced(mismatch, document)}"

    def _kept_elsewhere(self, number: str) -> Document | None:
        """A document that an amount of one system follows from though another keeps it: a chargeback, say."""
        return next((found[number] for found in self.documents.values() if number in found), None)

    def _ending(self, mismatch: Mismatch, sources: Sequence[str]) -> Document | None:
        """The later document about this one that has no entry: one that went astray, or any if nothing should be left."""
        unposted = [source for source in sources[1:] if not self.entries[source]]
        lost = [source for source in unposted if self.astray(source, "erp") or self.astray(source, "billing")]
        found = lost or (unposted if not mismatch.expected else [])
        return self._kept_elsewhere(found[0]) if found else None

    def _absent(self, sources: Sequence[str], elsewhere: str) -> str:
        if any(self.entries[source] for source in sources):
            return elsewhere
        return "not posted" + next(filter(None, (self.why_missing(source, "erp") for source in sources)), "")

    def _misplaced(self, mismatch: Mismatch, document: Document) -> str:
        now = [posting for posting in mismatch.postings if posting.entry.posting_date <= self.as_of]
        if not now:
            return f"posted {self._when(mismatch.postings[0].entry, document)}"
        if document.posting_date > self.as_of:
            return f"posted {self._when(now[0].entry, document)}"
        return _elsewhere(mismatch, document, now) or _distorted(mismatch, len({id(found.entry) for found in now}))

    def _when(self, entry: JournalEntry, document: Document) -> str:
        """The day, or the period as the company counts them if it is another than the document's."""
        period = self._period_of(entry.posting_date)
        if period == self._period_of(document.posting_date):
            return f"on {long_date(entry.posting_date)}"
        return f"in {period}"


def _unfounded(entry: JournalEntry, system: System) -> str:
    if entry_kind(entry) == "revenue":
        return f"revenue {entry.number} posted to other accounts or customers"
    if entry_kind(entry) == MANUAL:
        return f"{entry_name(entry)} {entry.source} posted by hand"
    return f"{entry_name(entry)} {entry.source} posted without a document in {system}"


def _elsewhere(mismatch: Mismatch, document: Document, now: Sequence[Posting]) -> str | None:
    owner = getattr(document, "customer", "")
    others = sorted({posting.customer for posting in now} - {mismatch.customer})
    if not mismatch.customer or (not others and owner == mismatch.customer):
        return None
    if not mismatch.found and others:
        return f"posted to {', '.join(others)}"
    return f"of {owner} posted to {mismatch.customer}" if not mismatch.expected else None


def _distorted(mismatch: Mismatch, entries: int) -> str:
    if entries > 1 and mismatch.found.minor == mismatch.expected.minor * entries:
        return f"posted {_TIMES.get(entries, f'{entries} times')}"
    if mismatch.found == -mismatch.expected:
        return "posted with the sign turned"
    return f"posted with {mismatch.found} instead of {mismatch.expected}"


def _words(snapshot: Snapshot) -> dict[tuple[str, str], str | None]:
    """By document and system what stands behind "not posted"; None once it was delivered after all.

    What never set out to any system in particular (lost or delayed on the way) is kept under no system. What became of it
    after the day is not known yet.
    """
    words: dict[tuple[str, str], str | None] = {}
    for rejection in (*snapshot.billing.exceptions, *snapshot.erp.exceptions):
        words[_document(rejection.event), rejection.system] = f": refused, {rejection.sentence}"
    for delivery in (told for told in snapshot.deliveries if told.on <= snapshot.as_of):
        to = delivery.to if delivery.to in EVERY_SYSTEM else ""
        words[_document(delivery.event), to] = _outcome(delivery)
    return words


def _outcome(delivery: Delivery) -> str | None:
    # A lost event needs no more words: the document simply is not there.
    return {
        "lost": "",
        "refused": f": refused, {delivery.answer}",
        "delayed": f": delayed on {long_date(delivery.on)}",
        "no answer": ": no answer",
    }.get(delivery.outcome)


def _document(event: str) -> str:
    return event.partition(":")[2]
