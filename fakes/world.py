"""One company's four systems, the integration between them, and the one clock that moves them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from engine.model.calendar import LAST_DAY, long_date
from engine.model.company import Company
from engine.model.events import CourierFault, Delivery, SystemFault
from engine.refusals import Refused
from fakes.courier import Courier
from fakes.http.exchange import Drop, Exchange, Outcome
from fakes.integration import HandsOver, Integration, Send
from fakes.outages import Outages
from fakes.systems.billing import Billing
from fakes.systems.crm import Crm
from fakes.systems.erp import Erp
from fakes.systems.payments import Payments
from fakes.systems.system import SystemOfRecord

ROUNDS = 50
"""A day's events cause others; a chain this long is a bug, not business."""


class World:
    """The systems stand side by side and meet only through the courier.

    `send` carries the integration's calls; it is set to the dispatcher that stands before these very systems.
    `integration` makes what hands events over, from what carries its calls; a new one for each story.
    """

    def __init__(self, company: Company, today: date, integration: Callable[[Send], HandsOver] = Integration) -> None:
        self.send: Send = _nobody
        self._integration = integration
        self.reset(company, today)

    def reset(self, company: Company, today: date) -> None:
        """A fresh start: empty books for that company, standing on that day, no accidents planned."""
        self.today = today
        self.crm, self.billing = Crm(company, today), Billing(company, today)
        self.payments, self.erp = Payments(company, today), Erp(company, today)
        # The ledger plans revenue without tax: it reads the rates from the masters that billing keeps.
        self.erp.share_tax_rates(self.billing.book.tax_rates)
        self.systems: tuple[SystemOfRecord, ...] = (self.crm, self.billing, self.payments, self.erp)
        integration = self._integration(self._send)
        self.courier = Courier(integration.handle, integration.recipients)
        self._outages = Outages()
        self._answers_to_lose: list[SystemFault] = []
        self._lost: set[tuple[str, str]] = set()
        self._reached: set[str] = set()
        self._settling = False

    def settle(self) -> None:
        """Live today in every system and deliver events until quiet; harmless when nothing is left to do.

        An act that reaches a system while this is going on (the integration's own calls) is settled by it.
        """
        if self._settling:
            return
        self._settling = True
        try:
            self._until_quiet()
        finally:
            self._settling = False

    def _until_quiet(self) -> None:
        """After the first round only those live the day again that told something or were told something: for the others
        it would be a day lived twice, which adds nothing."""
        self._reached = {system.name for system in self.systems}
        for _ in range(ROUNDS):
            for up in self._outages.over(self.today):
                self.courier.replay(self.today, up)
            moved = self.courier.deliver_delayed(self.today)
            for system in self.systems:
                if system.name in self._reached:
                    system.live(self.today)
            events = [event for system in self.systems for event in system.take_outbox()]
            self._reached = {event.source for event in events}
            for event in events:
                self.courier.carry(event, self.today)
            if not events and not moved:
                return
        raise AssertionError(f"{self.today}: after {ROUNDS} rounds of events the systems are still not quiet")

    def advance_to(self, day: date) -> date:
        """Time passes to that day, through every day on which something falls due. Never back (Refused)."""
        if day < self.today:
            raise Refused(
                "time-runs-forward", f"it is {long_date(self.today)}; time cannot go back to {long_date(day)}"
            )
        if day > LAST_DAY:
            raise Refused("too-far", f"time stops on {long_date(LAST_DAY)}")
        self.settle()
        while (due := self._next_due()) is not None and due <= day:
            self._stand_on(due)
        self._stand_on(day)
        return day

    def _next_due(self) -> date | None:
        days = [system.next_due(self.today) for system in self.systems]
        planned = (self.courier.next_due(), self._outages.next_due())
        return min((day for day in (*days, *planned) if day is not None), default=None)

    def _stand_on(self, day: date) -> None:
        self.today = day
        for system in self.systems:
            system.today = day
        self.settle()

    def plan_courier_fault(self, fault: CourierFault) -> None:
        """The integration will lose, repeat or delay an event."""
        self.courier.plan(fault)

    def plan_system_fault(self, fault: SystemFault) -> None:
        """A system will refuse events, do its work and lose the answer, be too busy, or be down."""
        if fault.kind == "refuses":
            self._system(fault.system).refuse(fault)
        elif fault.kind in ("is busy", "is down"):
            self._outages.plan(fault)
        else:
            self._answers_to_lose.append(fault)

    def repair(self) -> int:
        """End all refusals and deliver again what was lost or refused; how many arrived now."""
        for system in self.systems:
            system.repair()
        arrived = self.courier.replay(self.today)
        self.settle()
        return arrived

    def deliveries(self) -> Sequence[Delivery]:
        """What became of every business event, in order."""
        return tuple(self.courier.deliveries)

    def unfired(self) -> Sequence[str]:
        """The planned accidents that never happened, in words."""
        lost = {(system, type_) for system, type_ in self._lost}
        waiting = [
            f'the {fault.system} loses its answer to "{fault.type}"'
            for fault in self._answers_to_lose
            if (fault.system, fault.type) not in lost
        ]
        refusals = [words for system in self.systems for words in system.unfired()]
        return (*self.courier.unfired(), *refusals, *self._outages.unfired(), *waiting)

    def _system(self, name: str) -> SystemOfRecord:
        return next(system for system in self.systems if system.name == name)

    def _send(self, exchange: Exchange) -> Outcome:
        """Carry a call of the integration, unless the system is out; where so planned, its first answer is lost after the
        work was done."""
        type_ = exchange.headers.get("business-event", "").partition(":")[0]
        system = exchange.path.split("/")[1]
        if out := self._outages.answer(system, type_, self.today):
            return out
        outcome = self.send(exchange)
        self._reached.add(system)
        planned = any((fault.system, fault.type) == (system, type_) for fault in self._answers_to_lose)
        if planned and (system, type_) not in self._lost:
            self._lost.add((system, type_))
            return Drop()
        return outcome


def _nobody(exchange: Exchange) -> Outcome:
    raise AssertionError(f"no dispatcher stands before these systems; {exchange.path} goes nowhere")
