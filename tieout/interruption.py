"""Ctrl-C, or a build that is cancelled, during a story: the run stops before the next step, not in the middle of a posting."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Self

_WISHES = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """While a story runs, notes that somebody wants to stop; a second wish stops at once.

    An interrupt in the middle of anything could be taken for a failure of the story, or get lost on its way up.
    """

    def __init__(self) -> None:
        self._wished = False
        self._heard: list[signal.Signals] = []

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._heard = [one for one in _WISHES if signal.getsignal(one) is signal.default_int_handler]
        for one in self._heard:
            signal.signal(one, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for one in self._heard:
            signal.signal(one, signal.default_int_handler)
        self._heard = []
        if kind is None:
            self.heed()

    def heed(self) -> None:
        """Stop here, if somebody wants to."""
        if self._wished:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._wished:
            signal.default_int_handler(number, frame)
        self._wished = True
