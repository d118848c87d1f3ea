"""Each tie-out says where in the process its differences show, and what they bear on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.model.bearing import Bearing
from engine.model.close import ProcessStage, Reconciliation


def within(stage: ProcessStage, found: Iterable[Reconciliation], bears: Bearing) -> Iterator[Reconciliation]:
    """The same, of that stage where they name none of their own, bearing on that beside what they say themselves."""
    for one in found:
        yield replace(one, stage=one.stage or stage, bears=one.bears | bears)
