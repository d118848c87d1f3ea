"""A contract whose service pauses, and goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Earning = Literal["by the term", "stops", "goes on"]
"""What becomes of the revenue of a pause that is billed: as the company's convention about the term has it, nothing is earned
before service resumes, or it is earned as if there were no pause."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suspend:
    """Service pauses. `charged`: the pause is billed all the same (None: as the company's convention has it).

    `earning`: what becomes of its revenue; `since`: the first day whose revenue stops with it, where it is an earlier one.
    """

    charged: bool | None = None
    earning: Earning = "by the term"
    since: date | None = None
    kind: Literal["suspend"] = "suspend"


@dataclass(frozen=True, kw_only=True, slots=True)
class Resume:
    """Service goes on. `longer`: the term becomes longer by the pause (None: as the company's convention has it)."""

    longer: bool | None = None
    kind: Literal["resume"] = "resume"
