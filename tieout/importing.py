"""`tieout import`: contracts and invoices of a production system become stories under other names, and are billed again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from scenarios.production.export import Export
    from tieout.billing_again import Compared


def import_(
    folder: Annotated[Path, typer.Argument(help="the folder with the exported files")],
    mapping: Annotated[Path, typer.Option(help="which column is what; docs/import.md explains it")],
    out: Annotated[Path, typer.Option(help="a new folder for the company and its features")],
    rest: Annotated[
        bool,
        typer.Option(
            "--rest", help="write the contracts that nothing is wrong with, though other records are rejected"
        ),
    ] = False,
) -> None:
    """Anonymize an export, write it as a company and features, and compare what the reference engine bills with it."""
    from scenarios.mistakes import WorldError
    from scenarios.production.export import load_export
    from tieout.billing_again import compare

    try:
        export = load_export(folder, mapping)
    except WorldError as wrong:
        typer.echo(str(wrong), err=True)
        typer.echo(f"{folder}: refused, nothing is written; {len(wrong.mistakes)} to put right", err=True)
        raise typer.Exit(1) from None
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        typer.echo(f"{out} is there already; name a new folder", err=True)
        raise typer.Exit(1)
    compared = compare(export)
    for line in lines(export, compared):
        typer.echo(line)
    if export.rejected and not rest:
        said = f"{len(export.rejected)} to put right; --rest writes the {_clean(export)} contracts that nothing is wrong with"
        typer.echo(f"{folder}: refused, nothing is written; {said}", err=True)
        raise typer.Exit(1)
    for path in written(out, export, compared):
        typer.echo(f"written: {path}")
    if export.rejected:
        raise typer.Exit(1)


def lines(export: Export, compared: Compared) -> Iterator[str]:
    """What was found, line by line: what is not loaded, what is rejected and why, what was put right, what differs and why."""
    from scenarios.production.export import mistake_of
    from tieout.cutting_over import alike

    yield from export.case.ignored
    for finding in sorted(map(mistake_of, export.rejected)):
        yield str(finding)
    yield from alike([finding for finding in export.remediated if finding.verdict == "remediated"])
    yield from (str(finding) for finding in export.remediated if finding.verdict == "noted")
    found = compared.differences
    yield f"{len(export.contracts)} contracts, {compared.lines} invoice lines compared, {len(found)} differences"
    for one in found:
        yield f"  {export.case.line_of(one.record or export.contracts[one.contract][0])}: {one.contract}: {one}"
    for number, why in compared.refused.items():
        yield f"  {export.case.line_of(export.contracts[number][0])}: not billed again: {number}: {why}"
    yield f"  {compared.agree} of {compared.contracts} contracts that were billed again agree in every line"


def _clean(export: Export) -> int:
    from scenarios.production.stories import told

    return len(told(export))


def written(out: Path, export: Export, compared: Compared) -> list[Path]:
    """Writes company, stories and the export itself under other names; the files."""
    from scenarios.production.anonymized import write_export
    from scenarios.production.secrets import secrets
    from scenarios.production.stories import write

    known = secrets(os.environ.get("TIEOUT_SEED", export.seed), export)
    by_contract: dict[str, list[str]] = {}
    for one in compared.differences:
        by_contract.setdefault(one.contract, []).append(
            str(one).partition(", ")[2] if one.production is not None else str(one)
        )
    files = write(out, export, known, by_contract)
    return [*files, *write_export(out / "export", export, known, "../companies/imported_company.yaml")]
