"""The figures that a phase's indicators ask for, over the scenarios of its scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from reports.evidence.figures import added
from reports.evidence.run_figures import run_figures
from reports.evidence.seen import Seen
from reports.signing.coverage import Covered, Pair
from reports.signing.gate_rows import Failing, Line, Plan
from reports.signing.measured import share, text, worst

KEY_FIGURES = (
    *("invoice accuracy", "billing exception rate", "revenue schedule accuracy", "manual entries", "manual amount"),
    *("close duration", "revenue leakage", "dso", "cash application cycle", "entries of closed months"),
)
"""The key figures of the close report that a phase can set a threshold for, in percent or days."""


class Measures:
    """The figures that indicators ask for, over the scenarios of the phase."""

    def __init__(
        self,
        scenarios: list[Seen],
        requirements: Sequence[Covered],
        failing: Sequence[Failing],
        plan: Plan,
        pairs: tuple[int, Sequence[Pair]] = (0, ()),
    ) -> None:
        self._pairs, self._apart = pairs
        self._all = scenarios
        self._requirements = requirements
        self._failing = failing
        self._plan = plan

    def line(
        self, measure: str, at_least: Fraction | None, at_most: Fraction | None, fits: Callable[[Sequence[str]], bool]
    ) -> Line:
        """An indicator with its figure."""
        scenarios = [one for one in self._all if fits(one.outcome.tags)]
        value, found = self._figure(measure, scenarios)
        holds = value is not None and _within(value, at_least, at_most)
        wanted = f"at least {text(at_least)}%" if at_least is not None else f"at most {text(at_most)}"
        missing = tuple(self._missing(measure, scenarios)) if not holds else ()
        return Line(kind="indicator", name=measure, found=found, wanted=wanted, holds=holds, missing=missing)

    def _figure(self, measure: str, scenarios: list[Seen]) -> tuple[Fraction | None, str]:
        if measure == "scenarios passed":
            return share(sum(one.outcome.verdict == "passed" for one in scenarios), len(scenarios))
        if measure == "requirements covered":
            return share(sum(one.state == "covered" for one in self._requirements), len(self._requirements))
        if measure == "pairs tested":
            return share(self._pairs - len(self._apart), self._pairs)
        if measure == "money at risk":
            return worst(added(amount for one in scenarios for amount in one.outcome.at_risk))
        if measure == "ledger out of balance":
            return worst(added(amount for one in scenarios for amount in one.outcome.out_of_balance))
        if measure == "data quality":
            rules = [rule for one in scenarios for rule in one.quality]
            return share(sum(good for _, _, good, _ in rules), sum(checked for _, checked, _, _ in rules))
        if measure in KEY_FIGURES:
            return _key_figure(measure, scenarios)
        count = self._count(measure, scenarios)
        return Fraction(count), f"{count:,}"

    def _count(self, measure: str, scenarios: list[Seen]) -> int:
        verdicts = {
            "scenarios failed": "failed",
            "scenarios set aside": "skipped",
            "scenarios not exercised": "not exercised",
        }
        if measure in verdicts:
            return sum(one.outcome.verdict == verdicts[measure] for one in scenarios)
        if measure == "unexplained differences":
            return sum(one.unexplained for one in scenarios)
        if measure == "data quality thresholds missed":
            return sum(not holds for one in scenarios for *_, holds in one.quality)
        if measure == "open defects":
            return sum(stands for *_, stands in self._plan.defects)
        return sum(one.rating.severity == "S1" and one.disposition != "accept" for one in self._failing)

    def _missing(self, measure: str, scenarios: list[Seen]) -> Iterator[str]:
        if measure == "requirements covered":
            yield from (f"{one.id} {one.title}: {one.state}" for one in self._requirements if one.state != "covered")
        elif measure == "pairs tested":
            yield from (f"never together: {pair}" for pair in self._apart)
        elif measure == "open defects":
            yield from (f"{id_}: {scenario}" for id_, scenario, *_, stands in self._plan.defects if stands)
        elif measure.startswith("data quality"):
            rules = [(one.name, rule) for one in scenarios for rule in one.quality]
            yield from (f"{name}: {rule}, {good} of {checked}" for name, (rule, checked, good, ok) in rules if not ok)
        elif measure in KEY_FIGURES:
            figures = run_figures((one, own.name, own.name) for own in scenarios for one in own.figures)
            off = [close for figure in figures if figure.name.casefold() == measure for close in figure.off]
            yield from (f"{name}, {one.month}: {one.said}" for one, name, _ in off)
        else:
            yield from (f"{one.name}: {one.outcome.verdict}" for one in scenarios if one.outcome.verdict != "passed")


def _within(value: Fraction, at_least: Fraction | None, at_most: Fraction | None) -> bool:
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)


def _key_figure(measure: str, scenarios: list[Seen]) -> tuple[Fraction | None, str]:
    """A key figure of all closes of the run, added up; there is none where nothing was closed."""
    found = run_figures((one, "", "") for own in scenarios for one in own.figures)
    named = next((one for one in found if one.name.casefold() == measure.casefold()), None)
    return (named.value, f"{named.said} ({named.part})") if named else (None, "no close has it")
