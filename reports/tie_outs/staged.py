"""Each tie-out says where in the process its differences show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.model.close import ProcessStage, Reconciliation


def within(stage: ProcessStage, found: Iterable[Reconciliation]) -> Iterator[Reconciliation]:
    """The same, of that stage where they name none of their own."""
    for one in found:
        yield one if one.stage else replace(one, stage=stage)
