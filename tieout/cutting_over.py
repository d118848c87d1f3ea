"""`tieout cutover`: what is wrong with a cutover set, what would be loaded of it, and whether that ties out."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from scenarios.migration.checking import Checked
    from scenarios.migration.findings import Finding


def cutover(
    folder: Annotated[
        Path, typer.Argument(help="the cutover set, a folder with cutover.yaml; docs/cutover.md says what is in it")
    ],
    quiet: Annotated[bool, typer.Option("--quiet", help="only what stands in the way")] = False,
    page: Annotated[
        Path | None, typer.Option(help="a file for the report as one page of HTML, to read and to print")
    ] = None,
    records: Annotated[
        Path | None,
        typer.Option(help="a CSV file for every record: accepted, remediated, rejected or an exception, and why"),
    ] = None,
    rehearsal: Annotated[
        Path | None, typer.Option(help="a file that keeps what was found; compared with what it kept the last time")
    ] = None,
) -> None:
    """Check a cutover set: every record is accepted, remediated or rejected with the reason; then totals and tie-outs."""
    from scenarios.migration.checking import check
    from scenarios.mistakes import WorldError
    from tieout.rehearsing import compared

    try:
        checked = check(folder)
    except WorldError as wrong:
        typer.echo(str(wrong), err=True)
        typer.echo(f"{folder}: refused, nothing can be loaded; {len(wrong.mistakes)} to put right", err=True)
        raise typer.Exit(1) from None
    for line in (*lines(checked, quiet), *(compared(checked, rehearsal) if rehearsal else ())):
        typer.echo(line)
    if page:
        typer.echo(_written(page, checked))
    if records:
        typer.echo(_listed(records, checked))
    raise typer.Exit(0 if checked.may_go_live else 1)


def _written(page: Path, checked: Checked) -> str:
    from reports.run.cutover_page import cutover_page

    try:
        page.write_text(cutover_page(checked), encoding="utf-8")
    except OSError as wrong:
        return f"{page} cannot be written: {(wrong.strerror or 'unknown reason').lower()}"
    return f"page: {page}"


def _listed(records: Path, checked: Checked) -> str:
    from scenarios.migration.dispositions import dispositions

    rows = [
        (one.table, one.record, one.place, one.disposition, "; ".join(one.why)) for one in dispositions(checked.case)
    ]
    try:
        with records.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([("table", "record", "place", "disposition", "why"), *rows])
    except OSError as wrong:
        return f"{records} cannot be written: {(wrong.strerror or 'unknown reason').lower()}"
    counts = Counter(row[3] for row in rows)
    return f"records: {records}, " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def lines(checked: Checked, quiet: bool = False) -> Iterator[str]:
    """The report of a cutover set, line by line."""
    case = checked.case
    yield f"{case.header.cutover}: {case.company.name}, from {case.date}"
    yield from (f"  {told}" for told in case.ignored)
    for verdict, title in _TITLES.items():
        if not (quiet and verdict in ("remediated", "noted")):
            yield from _findings(title, [f for f in checked.findings if f.verdict == verdict])
    yield from _totals(checked)
    yield from _scores(checked)
    yield from _ties(checked)
    for one in checked.behind:
        held = "may stay behind" if one.holds else "too many"
        yield f"Staying behind: {one.rejected} of {one.of} {one.table}, {one.percent}% of at most {one.limit.normalize():f}%: {held}"
    yield _verdict(checked)


_NAMED = 3
_TITLES = {
    "rejected": "Rejected",
    "refused": "The set as a whole",
    "exception": "Exceptions list: terms that are not supported",
    "remediated": "Remediated",
    "noted": "To look at",
}


def _findings(title: str, found: list[Finding]) -> Iterator[str]:
    causes, follows = [f for f in found if not f.follows], [f for f in found if f.follows]
    if found:
        yield f"{title}: {len(causes)}" + (f", and {len(follows)} that follow from them" if follows else "")
    if title == "Remediated":
        yield from alike(causes)
    else:
        yield from (f"  {finding}" for finding in (*causes, *follows))


def alike(found: list[Finding]) -> Iterator[str]:
    """Cells of one column that were put right: a few in full, the others by their number."""
    columns: dict[tuple[str, str], list[Finding]] = {}
    for one in found:
        columns.setdefault((one.table, one.sentence.partition(":")[0]), []).append(one)
    for (table, column), alike in columns.items():
        yield from (f"  {one}" for one in alike[:_NAMED])
        if len(alike) > _NAMED:
            yield f"  and {len(alike) - _NAMED} more in {column} of {table}"


def _totals(checked: Checked) -> Iterator[str]:
    yield "Control totals: in = accepted + rejected + exceptions"
    for total in checked.totals:
        counts = " ".join(f"{count:>9}" for count in total.records)
        what = f"{total.table} {total.currency}".strip()
        right = f"  {total.remediated} put right" if total.remediated else ""
        yield f"  {what:<24} records  {counts}{right}"
        if total.column:
            yield f"  {'':<24} {total.column:<8.8} " + " ".join(f"{amount:>9}" for amount in total.amounts)


def _scores(checked: Checked) -> Iterator[str]:
    below = [score for score in checked.scores if not score.holds]
    yield f"Data quality: {len(checked.scores) - len(below)} of {len(checked.scores)} thresholds are reached"
    for score in checked.scores:
        if score.percent < 100:
            held = "holds" if score.holds else "fails"
            yield f"  {held} {score.table}, {score.dimension}: {score.percent}% of {score.of}, threshold {score.threshold}%"


def _ties(checked: Checked) -> Iterator[str]:
    yield "Opening balances of what is accepted (debit positive)"
    for tie in checked.ties:
        ledger = (
            "no trial balance" if tie.ledger is None else f"trial balance {tie.ledger:,}, difference {tie.difference:,}"
        )
        out = f" ({', '.join(tie.out)})" if tie.left_out else ""
        yield f"  {tie.entity} {tie.currency} {tie.role}: loaded {tie.loaded:,}, left out {tie.left_out:,}{out}; {ledger}"
        if tie.difference and tie.out and tie.ledger is not None:
            yield f"    {', '.join(tie.out)} should be {tie.ledger - tie.loaded:,}"


def _verdict(checked: Checked) -> str:
    counts = Counter(f.verdict for f in checked.findings if not f.follows)
    rest = "the rest ties out" if checked.rest_ties_out else "the rest does not tie out"
    if checked.ready:
        return f"READY: everything can be loaded; {counts['remediated']} remediated, {counts['exception']} on the exceptions list; {rest}"
    if checked.may_go_live:
        stays = sum(one.rejected for one in checked.behind)
        return f"READY WITHOUT {stays} RECORDS: {counts['rejected']} rejected, no more than may stay behind; {rest}"
    return (
        f"REFUSED: nothing is loaded; {counts['rejected']} rejected, {counts['refused']} of the set as a whole; {rest}"
    )
