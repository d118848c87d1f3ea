"""How good the masters are: by the company's rules completeness, uniqueness, validity, consistency, timeliness, and a score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from engine.model.company import Company
from engine.model.event_contracts import BrokenContract
from engine.model.events import Delivery, EventType
from engine.model.governance import Dimension, MasterObject, QualityRule, owner_of
from reports.systems.snapshot import Snapshot
from reports.tie_outs.masters import values_of

TITLE = "data quality"
"""Under which the evidence of a scenario keeps what was measured: of, dimension, field, checked, good, share."""
_TENTH = Decimal("0.1")
_TELLS: Mapping[MasterObject, tuple[EventType, ...]] = {
    "customer": ("customer created", "customer changed", "customers merged"),
    "product": ("master data changed",),
    "price": ("master data changed",),
    "tax": ("master data changed",),
    "contract": ("order closed-won", "contract activated", "contract amended", "contract taken over"),
}
"""The events that tell of an object; what is written about several kinds of object bears the kind as its label."""


@dataclass(frozen=True, kw_only=True)
class Quality:
    """A rule of data quality with what was checked and what of it is good."""

    rule: QualityRule
    checked: int
    good: int

    @property
    def named(self) -> str:
        """The rule in a few words."""
        return " ".join(filter(None, (self.rule.of, self.rule.dimension, self.rule.field)))

    @property
    def share(self) -> Fraction:
        """The good ones in percent; all of nothing is good."""
        return Fraction(100 * self.good, self.checked) if self.checked else Fraction(100)

    @property
    def holds(self) -> bool:
        """Whether the threshold is reached."""
        return self.share >= self.rule.at_least


def percent(share: Fraction) -> Decimal:
    """A share with one decimal, never rounded up to something that it is not."""
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_TENTH, ROUND_DOWN)


def quality(snapshot: Snapshot, company: Company, broken: Collection[BrokenContract]) -> tuple[Quality, ...]:
    """Each rule of the company, measured. `broken`: the event contracts that are broken, for timeliness."""
    return tuple(_measured(rule, snapshot, company, broken) for rule in company.governance.quality)


def score(measured: Sequence[Quality], of: str) -> Fraction:
    """All that is good of an object's checks, in percent."""
    own = [one for one in measured if one.rule.of == of]
    checked = sum(one.checked for one in own)
    return Fraction(100 * sum(one.good for one in own), checked) if checked else Fraction(100)


def _measured(rule: QualityRule, snapshot: Snapshot, company: Company, broken: Collection[BrokenContract]) -> Quality:
    if rule.dimension == "timeliness":
        told = {(d.event, d.to) for d in snapshot.deliveries if _tells(d, rule.of) and d.on <= snapshot.as_of}
        untimely = {(one.event, one.contract.system) for one in broken}
        return Quality(rule=rule, checked=len(told), good=len(told - untimely))
    results = list(_CHECKS[rule.dimension](rule, snapshot, company))
    return Quality(rule=rule, checked=len(results), good=sum(results))


def _tells(delivery: Delivery, of: MasterObject) -> bool:
    labeled = delivery.type == "master data changed"
    return delivery.type in _TELLS[of] and (not labeled or delivery.label == of)


def _owned(rule: QualityRule, snapshot: Snapshot, company: Company) -> list[str]:
    """The values of the field as its owner holds them."""
    owner = owner_of(company.governance.ownership, rule.of, rule.field)
    return [
        dict(record.fields).get(rule.field, "") for record in snapshot.holdings.get(owner, ()) if record.of == rule.of
    ]


def _complete(rule: QualityRule, snapshot: Snapshot, company: Company) -> Iterator[bool]:
    yield from (bool(value) for value in _owned(rule, snapshot, company))


def _unique(rule: QualityRule, snapshot: Snapshot, company: Company) -> Iterator[bool]:
    values = [value for value in _owned(rule, snapshot, company) if value]
    often = Counter(values)
    yield from (often[value] == 1 for value in values)


def _valid(rule: QualityRule, snapshot: Snapshot, company: Company) -> Iterator[bool]:
    values = [value for value in _owned(rule, snapshot, company) if value]
    yield from (re.fullmatch(rule.pattern, value) is not None for value in values)


def _consistent(rule: QualityRule, snapshot: Snapshot, company: Company) -> Iterator[bool]:
    for (of, _, field), held in values_of(snapshot).items():
        owner = owner_of(company.governance.ownership, rule.of, field)
        if of == rule.of and rule.field in ("", field) and owner in held:
            yield from (value == held[owner] for system, value in held.items() if system != owner)


_CHECKS: dict[Dimension, Callable[[QualityRule, Snapshot, Company], Iterator[bool]]] = {
    "completeness": _complete,
    "uniqueness": _unique,
    "validity": _valid,
    "consistency": _consistent,
}
