"""Ctrl-C during a story: the run stops before the next step, between two sentences and not in the middle of a posting."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any, Self


class Interruption:
    """While a story runs, notes that somebody wants to stop; a second wish stops at once.

    An interrupt in the middle of anything could be taken for a failure of the story, or get lost on its way up.
    """

    def __init__(self) -> None:
        self._wished = False
        self._before: Any = None

    def __enter__(self) -> Self:
        hears = threading.current_thread() is threading.main_thread()
        if hears and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None
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
