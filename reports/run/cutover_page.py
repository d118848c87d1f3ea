"""A checked cutover set as one page: what stands in the way, what would stand on the ledger, month by month what is released.

Plain HTML without scripts and without an address outside the file; the same set gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reports.pages import style, template
from scenarios.migration.checking import Checked
from scenarios.migration.findings import Finding, Verdict
from scenarios.migration.loading import waterfall

_TEXT, _NUMBER = "t", "n"
_FEW = 3
_LISTS: tuple[tuple[Verdict, str], ...] = (
    ("rejected", "Rejected"),
    ("refused", "The set as a whole"),
    ("exception", "Exceptions list: stays behind, by name"),
    ("noted", "To look at"),
    ("remediated", "Put right"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the page. `columns`: name and kind, a text or a number."""

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def cutover_page(checked: Checked) -> str:
    """The page of a set after all checks."""
    header = checked.case.header
    return template("cutover.html").render(
        name=header.cutover,
        ready=checked.may_go_live,
        verdict=_verdict(checked),
        facts=list(_facts(checked)),
        sections=[*_findings(checked, before=True), *_figures(checked), *_findings(checked, before=False)],
        style=style("close.css"),  # our own file
    )


def _verdict(checked: Checked) -> str:
    rest = "the rest ties out" if checked.rest_ties_out else "the rest does not tie out"
    if checked.ready:
        return f"Ready: everything can be loaded, and {rest}"
    if checked.may_go_live:
        stays = sum(one.rejected for one in checked.behind)
        return f"Ready without {stays} records, no more than may stay behind; {rest}"
    return f"Refused: nothing is loaded; {rest}"


def _facts(checked: Checked) -> Iterator[tuple[str, str]]:
    case = checked.case
    counts = Counter(f.verdict for f in checked.findings if not f.follows)
    yield "Company", case.company.name
    yield "First day in the new systems", f"{case.date}"
    yield "Revenue spread", case.spread
    for verdict, title in _LISTS:
        yield title.partition(":")[0], str(counts[verdict])
    yield "Thresholds reached", f"{sum(score.holds for score in checked.scores)} of {len(checked.scores)}"


def _findings(checked: Checked, before: bool) -> Iterator[Section]:
    """What stands in the way goes first, what was put right comes last; what only follows is counted beside its cause."""
    columns = (("Where", _TEXT), ("Record", _TEXT), ("What", _TEXT), ("Dimension", _TEXT))
    for verdict, title in _LISTS:
        own = [f for f in checked.findings if f.verdict == verdict]
        if own and (verdict in ("rejected", "refused", "exception")) == before:
            follow = sum(f.follows for f in own)
            more = f", and {follow} that follow from them" if follow else ""
            causes = [f for f in own if not f.follows]
            shown = _some(causes) if verdict == "remediated" else causes
            rows = tuple(_finding(f, f"{checked.case.path}/") for f in shown)
            yield Section(f"{title} ({len(causes)}{more})", columns, rows)


def _some(found: list[Finding]) -> list[Finding]:
    """Of cells of one column that were put right, a few; the heading counts them all."""
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for one in found:
        column = one.table, one.sentence.partition(":")[0]
        seen[column] += 1
        if seen[column] <= _FEW:
            shown.append(one)
    return shown


def _finding(found: Finding, folder: str) -> tuple[str, ...]:
    """Files by their names in the set's folder."""
    return (
        found.place.replace(folder, ""),
        found.record or found.table,
        found.sentence.replace(folder, ""),
        found.dimension,
    )


def _figures(checked: Checked) -> Iterator[Section]:
    yield Section("Opening balances, debit positive", *_balances(checked))
    yield Section("Control totals", *_totals(checked))
    yield Section("Deferred revenue by month", *_waterfall(checked))
    scores = tuple(
        (
            score.table,
            score.dimension,
            f"{score.percent}%",
            str(score.of),
            f"{score.threshold}%",
            "yes" if score.holds else "no",
        )
        for score in checked.scores
        if score.percent < _WHOLE or not score.holds
    )
    heads = (
        ("Table", _TEXT),
        ("Dimension", _TEXT),
        ("Right", _NUMBER),
        ("Of", _NUMBER),
        ("Threshold", _NUMBER),
        ("Reached", _NUMBER),
    )
    yield Section("Data quality below 100%", heads, scores)


_WHOLE = Decimal(100)
_Table = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, ...], ...]]


def _balances(checked: Checked) -> _Table:
    heads = (
        ("Entity", _TEXT),
        ("Account", _TEXT),
        ("Loaded", _NUMBER),
        ("Left out", _NUMBER),
        ("Trial balance", _NUMBER),
    )
    rows = tuple(
        (
            tie.entity,
            f"{tie.role} in {tie.currency}",
            *map(_amount, (tie.loaded, tie.left_out, tie.ledger, tie.difference)),
        )
        for tie in checked.ties
    )
    return (*heads, ("Difference", _NUMBER)), rows


def _totals(checked: Checked) -> _Table:
    kinds = ("in", "accepted", "rejected", "exceptions")
    heads = (("Table", _TEXT), ("What", _TEXT), *((kind.capitalize(), _NUMBER) for kind in kinds))
    rows: list[tuple[str, ...]] = []
    for total in checked.totals:
        name = f"{total.table} {total.currency}".strip()
        rows.append((name, "records", *(str(count) for count in total.records)))
        if total.column:
            rows.append((name, total.column, *map(_amount, total.amounts)))
    return heads, tuple(rows)


def _waterfall(checked: Checked) -> _Table:
    heads = (
        ("Month", _TEXT),
        ("Currency", _TEXT),
        ("Old system", _NUMBER),
        ("New schedule", _NUMBER),
        ("Difference", _NUMBER),
    )
    rows = tuple(
        (f"{month:%Y-%m}", currency, _amount(legacy), _amount(new), _amount(new - legacy))
        for (month, currency), (legacy, new) in waterfall(checked.case).items()
    )
    return heads, rows


def _amount(amount: Decimal | None) -> str:
    return "none" if amount is None else f"{amount:,f}"
