"""`tieout import`: contracts and invoices of a production system become stories under other names, and are billed again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def import_(
    folder: Annotated[Path, typer.Argument(help="the folder with the exported files")],
    mapping: Annotated[Path, typer.Option(help="which column is what; docs/import.md explains it")],
    out: Annotated[Path, typer.Option(help="a new folder for the company and its features")],
) -> None:
    """Anonymize an export, write it as a company and features, and compare what the reference engine bills with it."""
    from scenarios.mistakes import WorldError
    from scenarios.production.export import load_export
    from scenarios.production.pseudonyms import pseudonyms
    from scenarios.production.stories import write
    from tieout.billing_again import differences

    try:
        export = load_export(folder, mapping)
    except WorldError as wrong:
        typer.echo(str(wrong), err=True)
        typer.echo(f"{folder}: refused, nothing is written; {len(wrong.mistakes)} to put right", err=True)
        raise typer.Exit(1) from None
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        typer.echo(f"{out} is there already; name a new folder", err=True)
        raise typer.Exit(1)
    seed = os.environ.get("TIEOUT_SEED", export.seed)
    names = pseudonyms(seed, (lines[0]["customer"] for lines in export.contracts.values()))
    found, refused, compared = differences(export)
    by_contract: dict[str, list[str]] = {}
    for one in found:
        by_contract.setdefault(one.contract, []).append(
            str(one).partition(", ")[2] if one.production is not None else str(one)
        )
    files = write(out, export, names, by_contract)
    for remediated in export.remediated:
        typer.echo(str(remediated))
    typer.echo(f"{len(export.contracts)} contracts, {compared} invoice lines compared, {len(found)} differences")
    for one in found:
        typer.echo(f"  {one.contract}: {one}")
    for said in refused:
        typer.echo(f"  not billed again: {said}")
    for path in files:
        typer.echo(f"written: {path}")
