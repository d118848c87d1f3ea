"""What a cutover set's checks find: one sentence each, with the rule, the place and what became of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Dimension = Literal["completeness", "uniqueness", "validity", "consistency", "control total", "tie-out", "terms"]
Verdict = Literal["rejected", "remediated", "exception", "noted", "refused"]
DIMENSIONS: tuple[Dimension, ...] = ("completeness", "uniqueness", "validity", "consistency")


@dataclass(frozen=True, slots=True)
class Finding:
    """`verdict`: the record is rejected, was remediated, goes to the exceptions list, is noted; or the whole set is refused.

    `record`: its table and key; `follows`: it is only rejected because another record is.
    """

    verdict: Verdict
    dimension: Dimension
    table: str
    record: str
    place: str
    sentence: str
    follows: bool = False

    def __str__(self) -> str:
        told = f"{self.record}: " if self.record else ""
        return f"{self.place}: {self.verdict}: {told}{self.sentence} ({self.dimension})"


class Record:
    """A record of a table as read: its values by column, the place it stands in, and what was found of it."""

    def __init__(self, table: str, name: str, line: int, values: dict[str, Any]) -> None:
        self.table, self.name, self.line, self.values = table, name, line, values
        self.rejected = False
        self.wrong = False
        self.remediated = False
        self.why = list[str]()
        self.exception = False

    def __getitem__(self, column: str) -> Any:
        return self.values.get(column)

    @property
    def good(self) -> bool:
        """Whether it can be loaded."""
        return not self.rejected and not self.exception

    @property
    def sound(self) -> bool:
        """Whether others can be held against it: it may stay behind with another, but nothing is wrong with it."""
        return not self.wrong
