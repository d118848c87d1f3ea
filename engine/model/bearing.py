"""What a check bears on: which sides of the business it hurts if it does not hold, and of which natures the misstatement then is.

Accounting handbook, section 8. A check says it of itself; nothing is read from the words of its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Axis = Literal["cash", "revenue", "tax and compliance", "customer"]
AXES: tuple[Axis, ...] = ("cash", "revenue", "tax and compliance", "customer")
Nature = Literal[
    "unbalanced entry",
    "closed period changed",
    "duplicate",
    "wrong customer or entity",
    "tax misstated on a return",
    "wrong method",
    "cut-off",
    "customer billed wrongly",
    "cash not applied",
    "approval missing",
    "wrong class",
]
"""What decides how grave a misstatement is whatever its amount; that several scenarios show it ("systematic") the run adds."""
AXIS_OF: dict[Nature, Axis] = {
    "unbalanced entry": "revenue",
    "closed period changed": "tax and compliance",
    "duplicate": "customer",
    "wrong customer or entity": "customer",
    "tax misstated on a return": "tax and compliance",
    "wrong method": "revenue",
    "cut-off": "revenue",
    "customer billed wrongly": "customer",
    "cash not applied": "cash",
    "approval missing": "tax and compliance",
}
"""The side that a nature hurts first; "wrong class" is judged on whichever sides its check bears on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bearing:
    """What a check bears on. `published`: it is a figure that is told to the outside (ARR, RPO, key figures of a close).
    `stays`: what differs by a cent has accumulated there, so it is no rounding note."""

    axes: tuple[Axis, ...] = ()
    natures: tuple[Nature, ...] = ()
    published: bool = False
    stays: bool = False

    def __or__(self, other: Bearing) -> Bearing:
        """What either bears on."""
        return Bearing(
            axes=tuple(axis for axis in AXES if axis in (*self.axes, *other.axes)),
            natures=tuple(dict.fromkeys((*self.natures, *other.natures))),
            published=self.published or other.published,
            stays=self.stays or other.stays,
        )

    @property
    def touches(self) -> tuple[Axis, ...]:
        """Every side it hurts: those it names and those of its natures; what names none is the customer's."""
        own = {*self.axes, *(AXIS_OF[nature] for nature in self.natures if nature in AXIS_OF)}
        return tuple(axis for axis in AXES if axis in own) or ("customer",)


CASH, REVENUE, CUSTOMER = Bearing(axes=("cash",)), Bearing(axes=("revenue",)), Bearing(axes=("customer",))
COMPLIANCE = Bearing(axes=("tax and compliance",))
"""What bears on one side, and is judged by its size alone."""


def of(*natures: Nature) -> Bearing:
    """What has these natures, and hurts the sides that they do."""
    return Bearing(natures=natures)
