"""The ERP: it derives its journal from what reaches it, recognizes revenue, and closes periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from engine.ledger import checking_off, closing, consolidating, intercompany, journaling, posting, restating
from engine.ledger.bearing import bear
from engine.ledger.impairing import expected_losses
from engine.ledger.journaling import journalize
from engine.ledger.providing import provide
from engine.ledger.revaluing import revalue, take_back
from engine.model.areas import Area, AreaClose, CloseKind
from engine.model.bank import BankItem, BankLine, BankMatch, StatedLine
from engine.model.calendar import AccountingPeriod
from engine.model.checklist import TaskDone
from engine.model.company import AccountingBook, AllowanceBucket, Company, Onboarding, TaxRate
from engine.model.currency import ExchangeRate
from engine.model.cutover import Handover
from engine.model.document import Document
from engine.model.findings import AccountsAuthorization, Finding, FindingDraft
from engine.model.intercompany import ConsolidatedRow, IntercompanyCharge, IntercompanySettlement
from engine.model.journal import (
    JournalEntry,
    PeriodClose,
    PeriodReopening,
)
from engine.model.manual import JournalApproval, ManualDraft, ManualJournal
from engine.model.masters import CustomerMerge
from engine.model.money import Money
from engine.model.revenue import Fact, RevenueFact
from engine.model.transfers import ContractTransfer
from engine.portioning import own
from engine.receivables import banking
from engine.receiving import receive
from engine.refusals import Refused
from engine.revenue import recording
from engine.revenue.accompanying import accompany
from engine.revenue.handing_over import hand_over
from engine.revenue.holding_off import hold_off
from engine.revenue.recognizing import recognize
from engine.revenue.scheduling import follow_rates, reschedule
from engine.sales import merging
from fakes.systems import rehearsals
from fakes.systems.ledger_views import LedgerViews
from fakes.systems.system import D


class Erp(LedgerViews):
    """Owns chart, entries, revenue schedules and periods."""

    name = "erp"
    master_objects = ("customer", "product", "tax", "contract")
    stages = (take_back, follow_rates, bear, journalize, hand_over, accompany, recognize, hold_off, provide, revalue)

    def __init__(self, company: Company, today: date) -> None:
        super().__init__(company, today)
        self.others = {book.name: Erp(_kept_as(company, book), today) for book in company.books}

    @property
    def books(self) -> tuple[Erp, ...]:
        """Its own books first, then those kept beside them."""
        return self, *self.others.values()

    def in_book(self, name: str) -> Erp:
        """The books of that name, kept of the same events under other conventions. Refused if there are none."""
        if name not in self.others:
            raise Refused("unknown-book", f"no books are kept under {name!r}")
        return self.others[name]

    def _in_all(self, act: Callable[[Erp], D]) -> D:
        """The same act in all books; what it made in the company's own."""
        first, *_ = [act(one) for one in self.books]
        return first

    def share_tax_rates(self, rates: list[TaxRate]) -> None:
        """Read the tax rates from the masters that billing keeps."""
        for one in self.books:
            one.book.tax_rates = rates

    def live(self, today: date) -> None:
        """Do the day's work in all books; only the company's own tell the others."""
        super().live(today)
        for other in self.others.values():
            other.live(today)
            other.outbox.clear()

    def next_due(self, after: date) -> date | None:
        """The next day on which any of the books has something to do."""
        days = [super().next_due(after), *(other.next_due(after) for other in self.others.values())]
        return min((day for day in days if day is not None), default=None)

    def take(self, event: str, document: Document) -> JournalEntry | None:
        """Take in what a business event brings (`event`: its number): the entry it makes, or None.

        A document that came before answers with its first entry. Refused, and kept as a rejection, if it cannot be posted.
        """
        with self.taking(event, document):
            if isinstance(document, Onboarding):
                self.onboard(document)
            entry = self._received(document)
        for other in self.others.values():
            other.today = self.today
            other.take(event, document)
        return entry

    def _received(self, document: Document) -> JournalEntry | None:
        return (
            self._merge(document) if isinstance(document, CustomerMerge) else receive(self.book, document, self.today)
        )

    def _merge(self, merge: CustomerMerge) -> JournalEntry | None:
        if not self.book.has(CustomerMerge, merge.number):
            for entry in list(merging.transfer(self.book, merge)):
                self.keep([posting.moved(self.book, entry)])
            self.follow(merge)
        return next(iter(self.book.about(JournalEntry, "event", f"customers merged:{merge.number}")), None)

    def wrote(self, document: Document) -> None:
        """Revenue and closes are told to whom they concern; the allowance is the ledger's own affair."""
        if isinstance(document, PeriodClose):
            self.tell("period closed", document)
        elif isinstance(document, JournalEntry) and document.event.startswith("revenue posted:"):
            self.tell("revenue posted", document, document.label)

    def would_take_over(self, handover: Handover) -> tuple[str, ...]:
        """Whether all of it would be posted today, in all books; nothing is."""
        self.check_order("contract taken over", handover.openings)
        first, *_ = [rehearsals.in_ledger(one.book, handover, self.today) for one in self.books]
        return first

    def prepare_journal(self, draft: ManualDraft) -> ManualJournal:
        """Keep a manual journal for approval, in all books."""
        return self._in_all(lambda one: journaling.prepare(one.book, draft, self.today))

    def approve_journal(self, name: str, approver: str) -> JournalApproval:
        """Let somebody other than the preparer release a manual journal, by its name, for posting in the books that hold it."""
        holding = [one for one in self.books if any(draft.name == name for draft in one.manual_journals())]
        first, *_ = [journaling.approve(one.book, name, approver, self.today) for one in holding or self.books]
        return first

    def manual_journals(self) -> Sequence[ManualJournal]:
        """Every manual journal, approved or not."""
        return self.book.all(ManualJournal)

    def journal_approvals(self) -> Sequence[JournalApproval]:
        """Every approval of a manual journal."""
        return self.book.all(JournalApproval)

    def report(self, draft: FindingDraft) -> Finding:
        """What is found out about a period after its end, in all books."""
        return self._in_all(lambda one: one.book.add(restating.report(one.book, draft, self.today)))

    def authorize(self, period: AccountingPeriod, by: str, entity: str = "") -> AccountsAuthorization:
        """The accounts of a closed period may be issued."""
        return self._in_all(lambda one: one.book.add(restating.authorize(one.book, period, by, self.today, entity)))

    def record(self, contract: str, fact: Fact, effective: date) -> RevenueFact:
        """Finance records a fact about a contract; the schedules of all books follow. Refused by one, it reaches none."""
        recorded = [recording.record(one.book, contract, fact, effective, self.today) for one in self.books]
        for one, made in zip(self.books, recorded, strict=True):
            one.keep([made])
            one.keep(reschedule(one.book, made, self.today))
        if recording.brings_an_invoice(self.book, recorded[0]):
            self.tell("delivery recorded", recorded[0])
        return recorded[0]

    def facts(self) -> Sequence[RevenueFact]:
        """Every fact recorded, in order."""
        return self.book.all(RevenueFact)

    def bring_in(self, entity: str, line: StatedLine) -> BankLine:
        """A line of a bank statement."""

        def brought(one: Erp) -> BankLine:
            made = banking.bring_in(one.book, entity, line, self.today)
            return one.book.find(BankLine, made.number) or one.book.add(made)

        return self._in_all(brought)

    def match_line(self, line: str, documents: Sequence[str]) -> BankMatch:
        """Somebody says which documents a bank line is."""
        return self._in_all(lambda one: one.written(banking.match(one.book, line, tuple(documents), self.today)))

    def bank_items(self, as_of: date) -> Sequence[BankItem]:
        """Bank lines and entries on bank accounts, matched or not, at the end of that day."""
        return banking.bank_items(self.book, as_of)

    def charge(
        self, entity: str, to: str, amount: Money, reason: str, gives: str = "", takes: str = ""
    ) -> IntercompanyCharge:
        """One legal entity charges another for what it has done for it."""
        deal = entity, to, amount, reason, self.today, gives, takes
        made = [intercompany.charge(one.book, *deal) for one in self.books]
        for one, charged in zip(self.books, made, strict=True):
            one.keep([*intercompany.entered(one.book, charged), charged])
        return made[0]

    def settle(self, entity: str, to: str, amount: Money) -> IntercompanySettlement:
        """A legal entity pays what it owes another."""
        made = [intercompany.settle(one.book, entity, to, amount, self.today) for one in self.books]
        for one, settled in zip(self.books, made, strict=True):
            one.keep([*intercompany.entered(one.book, settled), settled])
        return made[0]

    def charges(self) -> Sequence[IntercompanyCharge]:
        """What legal entities charged each other."""
        return self.book.all(IntercompanyCharge)

    def settlements(self) -> Sequence[IntercompanySettlement]:
        """What legal entities paid each other."""
        return self.book.all(IntercompanySettlement)

    def transfers(self) -> Sequence[ContractTransfer]:
        """What was handed over with contracts that passed to another customer or legal entity."""
        return self.book.all(ContractTransfer)

    def consolidation(self, period: AccountingPeriod, currency: str) -> Sequence[ConsolidatedRow]:
        """The group's trial balance at the end of a period, in a currency."""
        return consolidating.consolidate(self.book, own(self.book, period), currency)

    def close(self, period: AccountingPeriod, entity: str = "") -> PeriodClose:
        """Close a period and all before it in all books, of one legal entity or ("") of all: nothing is posted there any more."""
        self.keep(closing.close(self.book, own(self.book, period), self.today, entity))
        for other in self.others.values():
            with suppress(Refused):  # where it is closed already, by itself
                other.close(period, entity)
        return self.book.all(PeriodClose)[-1]

    def close_area(
        self, area: Area, period: AccountingPeriod, kind: CloseKind, admits: Sequence[str] = (), entity: str = ""
    ) -> AreaClose:
        """Close an area of a period's ledger softly, for all but the roles and kinds of documents it admits, or hard."""
        for one in self.books:
            one.keep(closing.close_area(one.book, area, own(one.book, period), kind, admits, self.today, entity))
        return self.book.all(AreaClose)[-1]

    def check_off(
        self, period: AccountingPeriod, task: str, by: str, started: date | None = None, entity: str = ""
    ) -> TaskDone:
        """A task of a period's close is done today, by a role that began it on a day (None: today); in the books of one legal
        entity or ("") of all."""
        for one in self.books:
            one.keep(checking_off.check_off(one.book, own(one.book, period), task, by, started, self.today, entity))
        return self.book.all(TaskDone)[-1]

    def reopen(
        self, period: AccountingPeriod, requester: str, approver: str, reason: str, area: Area | None = None
    ) -> PeriodReopening:
        """Open a closed period, or one area of it, and every later one, again, with a second person's approval."""
        self.keep(closing.reopen(self.book, own(self.book, period), requester, approver, reason, self.today, area))
        for other in self.others.values():
            with suppress(Refused):  # where it is not closed
                other.reopen(period, requester, approver, reason, area)
        return self.book.all(PeriodReopening)[-1]

    def rates(self) -> Sequence[ExchangeRate]:
        """The exchange rates that the ledger goes by."""
        return self.book.company.exchange_rates

    def loss_rates(self) -> Sequence[AllowanceBucket]:
        """The expected losses that the ledger goes by."""
        return expected_losses(self.book.company)


def _kept_as(company: Company, book: AccountingBook) -> Company:
    """The company as those books see it."""
    return replace(company, policies=book.policies, allowance=book.allowance or company.allowance, books=())
