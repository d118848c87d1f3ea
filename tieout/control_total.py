"""The control total: scenarios written = collected, selected = run = reported. A scenario that vanishes is a failure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ControlTotal:
    """How many scenarios (rows of outlines count) each stage of the run saw."""

    written: int
    collected: int
    selected: int
    run: int
    reported: int

    def record(self) -> dict[str, int]:
        """The fields of the manifest. Without a selection, all that is written is selected."""
        total = {"written": self.written, "collected": self.collected, "run": self.run, "reported": self.reported}
        return total if self.selected == self.collected else {**total, "selected": self.selected}

    def differences(self) -> list[str]:
        """One sentence for each stage that lost or added scenarios."""
        steps = (
            (self.written, self.collected, "written", "collected"),
            (self.selected, self.run, "selected", "run"),
            (self.run, self.reported, "run", "reported"),
        )
        return [
            f"control total: {before} scenarios are {was}, but {after} were {became}"
            for before, after, was, became in steps
            if before != after
        ]

    def __str__(self) -> str:
        selected = "" if self.selected == self.collected else f", selected {self.selected}"
        return (
            f"written {self.written} = collected {self.collected}{selected} = run {self.run} = reported {self.reported}"
        )
