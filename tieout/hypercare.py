"""`tieout hypercare`: the runs after go-live side by side, and what is new, fixed or regressed since the one before."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def hypercare(
    runs: Annotated[list[Path], typer.Argument(help="run folders in the order of their days, the newest last")],
    out: Annotated[Path, typer.Option(help="the page to write")] = Path("hypercare.html"),
) -> None:
    """Compare a series of runs: exceptions, cash, reconciliation differences and closes day by day, in one page."""
    from reports.run.hypercare import changes, day, page

    wrong = [run for run in runs if not (run / "manifest.json").is_file()]
    for run in wrong:
        typer.echo(f"{run} is no finished run: it has no manifest.json", err=True)
    if wrong:
        raise typer.Exit(1)
    days = [day(run) for run in runs]
    try:
        out.write_text(page(days), encoding="utf-8")
    except OSError as no:
        typer.echo(f"{out} cannot be written: {(no.strerror or 'unknown reason').lower()}", err=True)
        raise typer.Exit(1) from None
    for one in changes(days[-2], days[-1]) if len(days) > 1 else ():
        why = f": {one.why}" if one.why else ""
        typer.echo(f"  {one.what}: {one.scenario} ({one.before}, now {one.now}){why}")
    last = days[-1]
    typer.echo(
        f"{last.name}: {len(last.exceptions)} exceptions of {len(last.outcomes)} scenarios, {last.at_risk} at risk"
    )
    if not last.sound:
        typer.echo("the evidence of the last run is not what was sealed; run: tieout verify", err=True)
    typer.echo(f"written: {out}")
    raise typer.Exit(1 if last.exceptions or not last.sound else 0)
