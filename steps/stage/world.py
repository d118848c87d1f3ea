"""The one object every sentence gets: the company, the systems behind their doors, the names, and what was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.close import CloseReport, ProcessStage, Reconciliation
from engine.model.company import Company, TaxRate
from engine.model.discounts import Discount
from engine.model.event_contracts import BrokenContract
from engine.model.money import Money
from engine.model.orders import PaymentTerms
from engine.model.policies import QUESTIONS
from engine.model.rebates import Rebate
from ports.billing import BillingPort
from ports.clock import ClockPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.recorded import Call, recorded
from ports.refusal import Refused
from ports.stack import Capability, Stack
from reports.close.report import close_reports
from reports.systems.snapshot import Snapshot, with_masters
from reports.tie_outs.tie_out import reconciliations
from steps.language.compare import compare, require
from steps.language.failures import NotExercised, NotMet, StoryError, at_risk, said
from steps.language.story import Stage, StoryWorld
from steps.language.tables import Record, Rows
from steps.stage import follow_ups, witness
from steps.stage.issues import issue_of
from steps.stage.kinds import Tax
from steps.stage.opening import Opening
from steps.stage.periods import understood

T = TypeVar("T")
REFUSAL = "it is refused"


class World(Opening, StoryWorld):
    """Sentences reach the systems through `crm`, `billing`, `payments`, `erp` and `clock`; the first act starts them."""

    def __init__(self, stage: Stage, stack: Stack, load: Callable[[str], Company]) -> None:
        super().__init__(stage, load)
        self.cutovers = stage.cutovers
        self._stack = self.whole = recorded(stack, self._called)
        self.book = ""
        self.meant: dict[str, str] = {}
        self._seen: Snapshot | None = None
        self.refusal: Refused | None = None
        self.announced: list[Reconciliation] = []
        self.broken: list[BrokenContract] = []
        self.checked_lines: set[tuple[str, int]] = set()
        self.to_pay: dict[str, tuple[PaymentTerms, int]] = {}
        self.unrated: set[str] = set()
        self.drafted: dict[str, dict[str, object]] = {}
        self.promised: dict[str, tuple[Discount, ...]] = {}
        self.sold: dict[str, tuple[str, str]] = {}
        self.rebates: dict[str, tuple[Rebate, ...]] = {}
        self.checked_credits: set[tuple[str, int]] = set()
        self.reported: dict[tuple[str, AccountingPeriod], Sequence[CloseReport]] = {}

    def turn_to(self, book: str) -> None:
        """Look at the books of that name from now on; "" is the company's own."""
        self.book = book
        self._stack = replace(self.whole, erp=self.whole.in_book(book)) if book else self.whole

    def answers_for(self, stage: ProcessStage) -> str:
        """The role that the company's file makes answer for a stage."""
        signs = self._company.signs if self._company else ()
        return next((one.role for one in signs if stage in one.answers_for), "")

    # time

    @property
    def today(self) -> date | None:
        """The business day, None before the story has one."""
        return self._stack.clock.today() if self._started else self._first_day

    def begin(self, day: date) -> None:
        """The day on which the story begins; masters and conventions may still be said. Later on time passes to it."""
        if self._started or self._first_day:
            self.on(day)
        else:
            self._first_day = day
            self._stage.stand_on(day)

    def on(self, day: date) -> None:
        """Stand on that day before acting: time passes to it; a day gone by leaves time where it is."""
        if not self._started:
            self._start(self._first_day or day)
        if day > self.clock.today():
            self.clock.advance_to(day)
        self._stage.stand_on(self.clock.today())

    def _start(self, day: date) -> None:
        for capability in (Capability.TRAVEL_IN_TIME,):
            self.need(capability)
        self.whole.clock.reset(self.company, day)
        self._started = True
        witness.policies(self._stage.evidence, self.company, self._answers, QUESTIONS)
        for act in self._when_started:
            act()

    def lived(self, day: date) -> None:
        """StoryError if the day has not come yet, so that nothing can be seen of it."""
        today = self.clock.today()
        if day > today:
            raise StoryError(
                f"{long_date(day)} has not come yet, it is {long_date(today)}; say before: "
                f"When time passes to {long_date(day)}"
            )

    def need(self, capability: Capability) -> None:
        """NotExercised if the systems under test cannot do that."""
        if capability not in self.whole.capabilities:
            raise NotExercised(capability.value)

    # the doors

    @property
    def stack(self) -> Stack:
        """All systems together, the ERP in the books that the story looks at; the first look starts them."""
        if self._first_day and not self._started:
            self._start(self._first_day)
        return self._stack

    def _open(self) -> Stack:
        stack = self.stack
        if not self._started:
            raise StoryError("nothing has happened yet; say first which day it is: Given today is 1 January 2026")
        return stack

    @property
    def crm(self) -> CrmPort:
        """The CRM."""
        return self._open().crm

    @property
    def billing(self) -> BillingPort:
        """Billing."""
        return self._open().billing

    @property
    def payments(self) -> PaymentsPort:
        """The payment gateway."""
        return self._open().payments

    @property
    def erp(self) -> ErpPort:
        """The ERP."""
        return self._open().erp

    @property
    def clock(self) -> ClockPort:
        """Time and planned accidents."""
        return self._open().clock

    # acts and checks

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Act; a refusal is kept for the next sentence if that one announces it, and fails the story otherwise."""
        try:
            return act()
        except Refused as refused:
            if not self._stage.next_text.startswith(REFUSAL):
                raise
            self.refusal = refused
            return None

    def check(
        self, expected: Rows, found: Iterable[Record], title: str, *, exactly: bool = True, currency: str | None = None
    ) -> None:
        """Compare a table with what was found, write it down, and fail if it does not hold.

        `currency`: of amounts written without one, if it is not the company's.
        """
        if not exactly and not len(expected):
            raise StoryError("this table has no rows, so nothing would be checked; add one")
        comparison = compare(expected, found, title, currency=currency or self.currency, exactly=exactly)
        self._stage.evidence.write("check", step=self._stage.step, **comparison.record())
        require(comparison)

    def check_value(self, title: str, expected: object, found: object) -> None:
        """Compare one value, write it down, and fail if it is another."""
        witness.value(self._stage, title, expected, found)
        if expected != found:
            risk = at_risk(expected, found)
            message = f"expected {said(expected)}, found {said(found)}"
            raise NotMet(title, message, money_at_risk=risk)

    def note(self, title: str, held: bool, listed: str) -> None:
        """Write down a check that is no table: whether it held, and what was found beside."""
        witness.note(self._stage, title, held, listed)

    def tax_code(self, tax: Tax) -> str:
        """The company's tax code for a tax as the story says it; a percentage becomes a code of its own."""
        codes = {rate.code for rate in self.company.tax_rates}
        if tax.code in codes | self.unrated:
            return tax.code
        if tax.percent is None:
            raise StoryError(f"{self.company.name} has no tax code {tax.code!r}; it has: {', '.join(sorted(codes))}")
        self.set_tax_rate(TaxRate(code=tax.code, percent=tax.percent))
        return tax.code

    def set_tax_rate(self, rate: TaxRate) -> None:
        """Make a tax rate known, in the company's masters or, once things have begun, in billing."""
        assert self._company is not None or self.company
        self._company = replace(self.company, tax_rates=(*self.company.tax_rates, rate))
        if self._started:
            self.billing.set_tax_rate(rate)

    def understand(self, value: object) -> object:
        """A value of a sentence or table, with its accounting periods in the company's calendar."""
        return understood(lambda: (self.company.name, self.company.fiscal_calendar), value)

    # the end

    @property
    def amount_in_test(self) -> Sequence[Money]:
        """What the story invoiced, by currency."""
        return witness.invoiced(self._seen) if self._seen else ()

    @property
    def out_of_balance(self) -> Sequence[Money]:
        """Debits less credits of the ledger, by currency; empty when it balances."""
        return witness.out_of_balance(self._seen) if self._seen else ()

    def tie_out(self, as_of: date, *, announced: bool = False) -> Snapshot:
        """Compare all systems as they stood at the end of a day, and write it down; `announced`: differences are told."""
        self._open()
        seen = witness.collected(self.stack, as_of, self.company, self.book)
        found = reconciliations(seen)
        if announced:
            self.announced.extend(one for one in found if one.difference)
        witness.reconciliations(self._stage, found, self.announced)
        return seen

    def report_close(self, seen: Snapshot) -> Sequence[CloseReport]:
        """The close reports of a month as the systems stood at its end, written down."""
        seen = witness.as_counted(seen, self.company, self.book)
        issue = issue_of(self.company, self.book, self.whole, seen)
        reports = close_reports(seen, follow_ups.rated(issue, seen, self.stack, self.company))
        witness.close_reports(self._stage, reports)
        if all(one.status == "closed" for one in reports):
            self.reported.setdefault((self.book, seen.period), reports)
        return reports

    def finish(self) -> None:
        """Tie out all systems whether asked or not; a difference, a bug, or a planned accident that never came, fails."""
        if not self._started:
            return
        self.turn_to("")
        try:
            seen = witness.collected(self.stack, self.stack.clock.today(), self.company)
            self._seen = with_masters(seen, self.stack, self.company.governance.ownership)
            witness.ledger(self._stage, self.stack.erp, self._seen)
            witness.finish(self._stage, self._seen, self.announced)
            follow_ups.finish(self._stage, self._seen, self.company, self.broken)
            for book in self.company.books:
                erp = self.whole.in_book(book.name)
                witness.book(self._stage, replace(self.whole, erp=erp), book, self.announced)
        finally:  # whatever does not tie out then may be the bug's doing
            if bugs := self.stack.clock.bugs():
                raise NotMet("a bug in the systems under test", "; ".join(bugs), kind="bug")
        if unfired := self.stack.clock.unfired():
            raise NotMet("planned accidents never happened", "; ".join(unfired), kind="tie-out")

    def shut_down(self) -> None:
        """The systems are the run's; the next story resets them."""

    def _called(self, call: Call) -> None:
        witness.call(self._stage, call, self._stack, self._started)
