"""One door for every request of a world: in comes an Exchange, out comes an Outcome."""

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import RLock
from typing import Any

from engine.refusals import Refused
from fakes.http.exchange import Answer, Drop, Exchange, Outcome, Partial
from fakes.http.faults import Faults, Place
from fakes.http.idempotency import Idempotency
from fakes.http.operations import Call, Operation, Routes
from fakes.http.problems import Problem
from fakes.http.reading import check_limits, read
from fakes.http.request_log import RequestLog

_CHANGES = ("POST", "PUT", "PATCH", "DELETE")


class _Struck(Exception):
    """A fault stood where the work should have been done."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Bug:
    """An exception no operation may raise. The caller got a 500; the scenario fails with this."""

    operation: str
    exception: Exception
    told: str


class Dispatcher:
    """The operations of all systems of one world, behind one lock; no thread, no wait, no global.

    The lock admits its own thread again, because an integration in process calls a second system while the
    first one's event is being delivered.
    """

    def __init__(self, operations: Iterable[Operation], clock: Callable[[], date]) -> None:
        self.routes = Routes(operations)
        self.faults = Faults(each.name for each in self.routes.operations if not each.control)
        self.keys = Idempotency(clock)
        self.log = RequestLog()
        self.bugs: list[Bug] = []
        self.lock = RLock()
        self._clock = clock

    def dispatch(self, exchange: Exchange) -> Outcome:
        """Carry out one request. Never raises: what cannot be answered is a 4xx, a bug is a recorded 500."""
        try:
            check_limits(exchange)
            operation, values = self.routes.find(exchange)
        except Problem as problem:
            return self.refuse(exchange, problem)
        with self.lock:
            if operation.control:
                return _to_method(exchange, self._answer(operation, values, exchange))
            entry = self.log.open(self._clock(), exchange)
            entry.operation = operation
            entry.outcome = self._between_faults(operation, values, exchange)
        return _to_method(exchange, entry.outcome)

    def refuse(self, exchange: Exchange, problem: Problem) -> Outcome:
        """Log and answer a request that no operation gets to see."""
        with self.lock:
            entry = self.log.open(self._clock(), exchange)
            entry.near_miss = problem.message if problem.status in (404, 405) else None
            entry.outcome = problem.answer()
        return _to_method(exchange, entry.outcome)

    def record(self, where: str, bug: Exception) -> None:
        """Keep an exception nobody raised on purpose, for the scenario to fail with."""
        self.bugs.append(Bug(where, bug, "".join(traceback.format_exception(bug))))

    def reset(self) -> None:
        """Forget rules, keys, requests and bugs."""
        with self.lock:
            self.faults.clear()
            self.keys.clear()
            self.log.clear()
            self.bugs.clear()

    def raise_bugs(self) -> None:
        """Fail with the first bug met since the last reset, if there was one."""
        if self.bugs:
            raise AssertionError(f"{self.bugs[0].operation} met a bug in the fake") from self.bugs[0].exception

    def _between_faults(self, operation: Operation, values: Mapping[str, Any], exchange: Exchange) -> Outcome:
        outcome = self.faults.strike(operation.name, Place.BEFORE)
        if outcome is None:
            outcome = self._answer(operation, values, exchange)
            if isinstance(outcome, Answer):
                outcome = self.faults.strike(operation.name, Place.AFTER, outcome) or outcome
        return outcome

    def _answer(self, operation: Operation, values: Mapping[str, Any], exchange: Exchange) -> Outcome:
        try:
            call, fingerprint = read(operation, values, exchange)
            key = exchange.headers.get("idempotency-key")
            if key is None or operation.control or operation.method not in _CHANGES:
                return self._work(operation, call)
            return self.keys.once(operation.system, key, fingerprint, lambda: self._work(operation, call))
        except _Struck as struck:
            return struck.outcome
        except Problem as problem:
            return problem.answer()
        except Refused as refused:
            return Problem(409, refused.code, refused.sentence).answer()
        except Exception as bug:  # noqa: BLE001 - the caller must see a 500, and the scenario must see the bug
            return self._bug(operation, bug)

    def _work(self, operation: Operation, call: Call) -> Answer:
        if not operation.control:
            struck = self.faults.strike(operation.name, Place.INSTEAD)
            if struck is not None:
                raise _Struck(struck)
        known = len(self.bugs)
        result = operation.handler(call)
        if len(self.bugs) > known:
            raise _bug_problem(self.bugs[known].operation)
        if operation.gives is None:
            assert result is None, f"{operation.name} answers what it does not declare"
            return Answer(204)
        return Answer(operation.status, operation.gives.dump_json(result, warnings="error"))

    def _bug(self, operation: Operation, bug: Exception) -> Answer:
        self.record(operation.name, bug)
        return _bug_problem(operation.name).answer()


def _bug_problem(operation: str) -> Problem:
    """The 500 of the call that met a bug, and of every call it was made for: a bug must not end as a lost event."""
    return Problem(500, "bug", f"{operation} met a bug in the fake; it is recorded and fails the scenario.")


def _to_method(exchange: Exchange, outcome: Outcome) -> Outcome:
    """HEAD is GET without the body; of nothing no part can be sent, so what would be cut short is dropped."""
    if exchange.method != "HEAD":
        return outcome
    if isinstance(outcome, Answer):
        return replace(outcome, body=b"")
    return Drop() if isinstance(outcome, Partial) else outcome
