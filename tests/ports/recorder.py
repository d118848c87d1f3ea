"""A world that does nothing but write down what it is told and answer what it was told to answer."""

from collections.abc import Callable
from datetime import date
from typing import Any


class Told:
    """Whatever verb is called on it, is written down."""

    def __init__(self, recorder: "Recorder", system: str) -> None:
        self._recorder, self._system = recorder, system

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self._recorder.calls.append((self._system, verb, arguments))
            if isinstance(self._recorder.answer, Exception):
                raise self._recorder.answer
            return self._recorder.answer

        return call


class Recorder:
    """Stands where fakes.world.World stands."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, tuple[Any, ...]]] = []
        self.answer: Any = None
        self.settled = 0
        self.crm, self.billing, self.payments, self.erp = (
            Told(self, name) for name in ("crm", "billing", "payments", "erp")
        )
        self._clock = Told(self, "clock")

    @property
    def today(self) -> date:
        return self.answer if isinstance(self.answer, date) else date(2025, 4, 15)

    def settle(self) -> None:
        self.settled += 1

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        return getattr(self._clock, verb)  # type: ignore[no-any-return]
