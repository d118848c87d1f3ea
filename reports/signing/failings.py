"""The failures of a phase, rated and in the order in which they are to be looked at: by severity, then by impact against
performance materiality, then by age (accounting handbook, section 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reports.evidence.placing import responsible
from reports.evidence.rating import Weight, bearing, rate
from reports.evidence.seen import Seen
from reports.evidence.severity import Level
from reports.signing.gate_rows import Failing, Plan

_TIED = "undetectable by tie-outs"
_OVERSTATED = "overstates revenue or cash"


def failures(scenarios: Sequence[Seen], plan: Plan) -> tuple[Failing, ...]:
    """Every failure with its rating, the gravest first, and what the list of defects says of it."""
    known = {one.scenario: one for one in plan.register}
    shown = Counter(title for one in scenarios for title in {told["title"] for told in one.outcome.failures})
    found = []
    for one in scenarios:
        weight = _weight(one, scenarios, plan)
        defect = known.get(one.name)
        for failure in one.outcome.failures:
            own = replace(
                weight, shown_in=shown[failure["title"]], aggravating=weight.aggravating - _seen_by(failure["cause"])
            )
            rating = rate(bearing(failure), failure["cause"], failure["money_at_risk"], plan.scales, own)
            by_tag: Level = failure["severity"] or "S4"
            found.append(
                Failing(
                    scenario=one.name,
                    title=failure["title"],
                    rating=replace(rating, severity=min(rating.severity, by_tag)),
                    at_risk=failure["money_at_risk"],
                    defect=defect.id if defect else "",
                    owner=defect.owner if defect else responsible(one.outcome),
                    disposition=defect.disposition if defect else "",
                    since=defect.since if defect else None,
                    age=(plan.today - defect.since).days if defect and defect.since else None,
                    expires=defect.expires if defect else None,
                )
            )
    return tuple(sorted(found, key=_gravity))


def _weight(one: Seen, scenarios: Sequence[Seen], plan: Plan) -> Weight:
    """Of how many a scenario's failure tested how many: the plan's population of its tags, against the scenarios of the phase
    that have them. Of several populations, the one over which it is projected the furthest."""
    tags = one.outcome.tags
    projected = [
        (affected, sum(fits(other.outcome.tags) for other in scenarios))
        for affected, fits in plan.populations
        if fits(tags)
    ]
    population, tested = max(projected, key=lambda told: Fraction(*told), default=(1, 1))
    because = {why for why, fits in plan.raised if fits(tags)}
    because |= {_TIED} if one.tied and not one.unexplained else set()
    because |= {_OVERSTATED} if one.overstated else set()
    return Weight(tested=tested, population=max(population, tested), aggravating=frozenset(because))


def _seen_by(cause: str) -> set[str]:
    """What a tie-out found is not beyond tie-outs."""
    return {_TIED} if cause == "tie-out" else set()


def _gravity(one: Failing) -> tuple[str, Fraction, int, int, str]:
    return (
        one.rating.severity,
        -one.rating.impact,
        -(one.age or 0),
        -sum(abs(told["minor"]) for told in one.at_risk),
        one.scenario,
    )
