"""The command `tieout export`: the journals of a run for programs that know nothing of Tieout."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from reports.papers.journal import Exported


class Format(StrEnum):
    """How a journal is written."""

    HLEDGER = "hledger"
    LEDGER = "ledger"
    BEANCOUNT = "beancount"
    CSV = "csv"
    JSON = "json"


def export(
    run_folder: Annotated[Path, typer.Argument(help="a run folder, like out/latest")] = Path("out/latest"),
    form: Annotated[Format, typer.Option("--format", help="how the journals are written")] = Format.HLEDGER,
    out: Annotated[Path, typer.Option(help="the folder they are written to")] = Path("journals"),
) -> None:
    """Write the journal of each scenario of a run from its evidence, one file for each of its books, with what the ledger says
    must stand at its end."""
    # The nouns of the engine take a moment to load, for which no other command should wait.
    from reports.evidence.encoding import write_whole
    from reports.papers.books import journals

    if not (run_folder / "manifest.json").is_file():
        typer.echo(f"{run_folder} is no finished run: it has no manifest.json", err=True)
        raise typer.Exit(1)
    written = 0
    for found in journals(run_folder):
        path = out / Path(found.path).relative_to("evidence").with_suffix(f"{_book(found.book)}.{_ending(form)}")
        write_whole(path, _text(form, found.journal, found.book))
        written += 1
    typer.echo(f"written: {written} {'journal' if written == 1 else 'journals'} in {out}")


def _ending(form: Format) -> str:
    return "journal" if form is Format.HLEDGER else form.value


def _book(name: str) -> str:
    """What tells the file of books beside the company's own from that of the own."""
    return f".{re.sub(r'[^0-9A-Za-z]+', '-', name)}" if name else ""


def _text(form: Format, journal: Exported, book: str) -> str:
    from reports.papers.journal import as_csv, as_json, beancount, hledger, ledger

    match form:
        case Format.HLEDGER:
            return hledger(journal)
        case Format.LEDGER:
            return ledger(journal)
        case Format.BEANCOUNT:
            return beancount(journal)
        case Format.CSV:
            return as_csv(journal.entries, book)
        case Format.JSON:
            return as_json(journal.entries, book)
