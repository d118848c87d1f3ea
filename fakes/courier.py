"""Carries business events to whom they concern, in the order they were written; can lose, repeat and delay by plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from engine.model.calendar import long_date
from engine.model.events import BusinessEvent, CourierFault, Delivery, DeliveryOutcome, EventType


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one event at one system; `taken` is False if it must be delivered again."""

    to: str
    taken: bool
    outcome: DeliveryOutcome
    answer: str


@dataclass(slots=True)
class _Planned:
    fault: CourierFault
    seen: int = 0
    fired: bool = False

    def strikes(self, event: BusinessEvent) -> bool:
        fault = self.fault
        if event.type != fault.type or fault.customer not in (None, event.customer):
            return False
        if fault.label not in (None, event.label):
            return False
        self.seen += 1
        self.fired = self.fired or self.seen == fault.nth
        return self.seen == fault.nth


@dataclass(slots=True)
class _Waiting:
    event: BusinessEvent
    due: date
    only_to: str | None = None


@dataclass(slots=True)
class _Overtaken:
    event: BusinessEvent
    by: EventType | None


@dataclass(slots=True)
class Courier:
    """`handle` brings an event to the systems it concerns (to one of them if named) and says what each answered;
    `recipients` names those systems."""

    handle: Callable[[BusinessEvent, str | None], Iterator[Receipt]]
    recipients: Callable[[BusinessEvent], tuple[str, ...]]
    deliveries: list[Delivery] = field(default_factory=list)
    _faults: list[_Planned] = field(default_factory=list)
    _delayed: list[_Waiting] = field(default_factory=list)
    _undelivered: list[_Waiting] = field(default_factory=list)
    _overtaken: list[_Overtaken] = field(default_factory=list)

    def plan(self, fault: CourierFault) -> None:
        """An accident that will happen to the event it names."""
        self._faults.append(_Planned(fault))

    def unfired(self) -> list[str]:
        """The planned accidents that never happened, or not to their end, in words."""
        never = [_in_words(planned.fault) for planned in self._faults if not planned.fired]
        return [*never, *(f'no event "{one.by}" has overtaken {one.event.subject}' for one in self._overtaken)]

    def carry(self, event: BusinessEvent, today: date) -> None:
        """Deliver an event, unless an accident was planned for it; then those that it was to overtake."""
        struck = [planned.fault for planned in self._faults if planned.strikes(event)]
        if not struck:
            self._deliver(event, today)
            self._deliver_overtaken(event.type, today)
        elif struck[0].action == "overtake":
            self._miss(event, "delayed", f'on its way until "{struck[0].by}" has overtaken it', today)
            self._overtaken.append(_Overtaken(event, struck[0].by))
        elif struck[0].action == "lose":
            self._miss(event, "lost", "never arrived", today)
            self._undelivered.append(_Waiting(event, today))
        elif struck[0].action == "repeat":
            self._deliver(event, today)
            self._deliver(event, today, again=True)
        else:
            due = today + timedelta(days=struck[0].days)
            self._miss(event, "delayed", f"on its way until {long_date(due)}", today)
            self._delayed.append(_Waiting(event, due))

    def deliver_delayed(self, today: date) -> bool:
        """Deliver what was delayed until today; whether there was anything."""
        due = [waiting for waiting in self._delayed if waiting.due <= today]
        self._delayed = [waiting for waiting in self._delayed if waiting.due > today]
        for waiting in due:
            self._deliver(waiting.event, today)
        return bool(due)

    def next_due(self) -> date | None:
        """The next day on which something delayed arrives."""
        return min((waiting.due for waiting in self._delayed), default=None)

    def replay(self, today: date, system: str | None = None) -> int:
        """Deliver again, in order, what was lost or not taken (or only what one system did not take); how many arrived now."""
        waiting = [missing for missing in self._undelivered if system in (None, missing.only_to)]
        self._undelivered = [missing for missing in self._undelivered if system not in (None, missing.only_to)]
        before = len(self._undelivered)
        for missing in waiting:
            self._deliver(missing.event, today, only_to=missing.only_to)
        return len(waiting) - (len(self._undelivered) - before)

    def _deliver_overtaken(self, by: EventType, today: date) -> None:
        passed = [waiting for waiting in self._overtaken if waiting.by == by]
        self._overtaken = [waiting for waiting in self._overtaken if waiting.by != by]
        for waiting in passed:
            self._deliver(waiting.event, today)

    def _deliver(self, event: BusinessEvent, today: date, only_to: str | None = None, again: bool = False) -> None:
        for receipt in self.handle(event, only_to):
            if again and receipt.taken:
                receipt = Receipt(receipt.to, True, "repeated", receipt.answer)
            self._note(event, receipt, today)
            if not receipt.taken:
                self._undelivered.append(_Waiting(event, today, receipt.to))

    def _miss(self, event: BusinessEvent, outcome: DeliveryOutcome, answer: str, today: date) -> None:
        for system in self.recipients(event):
            self._note(event, Receipt(system, False, outcome, answer), today)

    def _note(self, event: BusinessEvent, receipt: Receipt, today: date) -> None:
        self.deliveries.append(
            Delivery(
                event=event.number,
                type=event.type,
                source=event.source,
                subject=event.subject,
                customer=event.customer,
                label=event.label,
                to=receipt.to,
                on=today,
                outcome=receipt.outcome,
                answer=receipt.answer,
            )
        )


def _in_words(fault: CourierFault) -> str:
    verb = {"lose": "loses", "repeat": "repeats", "delay": "delays", "overtake": "lets another overtake"}[fault.action]
    whose = "".join(f" of {name}" for name in (fault.label and f"the {fault.label}", fault.customer) if name)
    return f'the integration {verb} event {fault.nth} of type "{fault.type}"{whose}'
