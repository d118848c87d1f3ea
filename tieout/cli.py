"""The command `tieout`: run features, look for mistakes, search the phrase book, serve the fakes, begin a feature."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from tieout import beginning, cutting_over, exporting, gating, hypercare, importing, signing

_WHAT = """Runs stories about quote-to-cash, and ties CRM, billing, payments and ERP out after each of them.

Begin with: tieout run. To write a story: tieout new feature, then tieout steps, then tieout check."""
app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=_WHAT)
new = typer.Typer(no_args_is_help=True, help="Begin a feature or a company's file, or make a key to sign with.")

app.add_typer(new, name="new")
Paths = Annotated[list[str] | None, typer.Argument(help="feature files or folders; all of features/ if left out")]
Vocabulary = Annotated[str, typer.Option(metavar="MODULE", help="where sentences come from, beside conftest.py")]
VOCABULARY = "steps.vocabulary"
_STACKS = "the systems under test: built-in, served (the same over sockets), or the address of served ones"


@app.command()
def run(
    paths: Paths = None,
    keyword: Annotated[str, typer.Option("-k", help='scenarios whose name fits, like "midterm and not tax"')] = "",
    tags: Annotated[str, typer.Option(help='scenarios whose tags fit, like "@amendments and not @slow"')] = "",
    workers: Annotated[str, typer.Option("-n", help="processes: a number, or auto")] = "",
    stack: Annotated[str, typer.Option(help=_STACKS)] = "built-in",
    world: Annotated[str, typer.Option(help="the company of stories that name none: its name, or its file")] = "",
    vocabulary: Vocabulary = VOCABULARY,
    out: Annotated[Path, typer.Option(help="where run folders are made")] = Path("out"),
    allure: Annotated[str, typer.Option(metavar="DIR", help="also write Allure results there")] = "",
    traceback: Annotated[bool, typer.Option("--traceback", help="Python's own account of failures")] = False,
) -> None:
    """Run features, and leave the report, the evidence and junit.xml in a new run folder."""
    from tieout.running import run_features

    _check_paths(paths or [str(beginning.FEATURES)])
    _check_answers(workers, allure)
    options = ["--stack", stack, "--out", str(out), "--vocabulary", vocabulary]
    options += [f"--tags={tags}"] if tags else []
    options += ["-k", keyword] if keyword else []
    options += ["--world", world] if world else []
    options += ["--traceback"] if traceback else []
    raise typer.Exit(run_features(paths or [str(beginning.FEATURES)], options, workers=workers, allure=allure))


@app.command()
def check(paths: Paths = None, vocabulary: Vocabulary = VOCABULARY) -> None:
    """Find every mistake in features and their companies; run nothing."""
    from tieout.running import check_features

    _check_paths(paths or [str(beginning.FEATURES)])
    raise typer.Exit(check_features(paths or [str(beginning.FEATURES)], ["--vocabulary", vocabulary]))


@app.command()
def report(
    run_folder: Annotated[Path, typer.Argument(help="a run folder, like out/latest")] = Path("out/latest"),
    pdf: Annotated[bool, typer.Option("--pdf", help="also write signoff.pdf")] = False,
    plan: Annotated[Path | None, typer.Option(help="a rollout plan: report and PDF show the gate of --phase")] = None,
    phase: Annotated[str, typer.Option(help="the phase of the plan")] = "",
    since: Annotated[
        Path | None, typer.Option(help="a run before: what is new, regressed, fixed, still failing")
    ] = None,
) -> None:
    """Make the report of a run again from its evidence, after checking that nobody changed it."""
    from reports.signing.verifying import verify
    from tieout.gating import decided
    from tieout.reporting import signers, write_reports

    for folder in (run_folder, *([since] if since else [])):
        if not (folder / "manifest.json").is_file():
            _stop(f"{folder} is no finished run: it has no manifest.json")
    if (signed := signers(run_folder)) and not pdf:
        _stop(
            f"{' and '.join(signed)} signed this run with its report, so it stays as it is; --pdf makes the PDF, with who signed"
        )
    findings = verify(run_folder)
    for finding in findings:
        typer.echo(finding)
    gate = decided(run_folder, plan, phase) if plan else None
    for path in write_reports(run_folder, pdf=pdf, decision=gate, before=since):
        typer.echo(f"written: {path}")
    raise typer.Exit(1 if findings else 0)


@app.command()
def close(
    run_folder: Annotated[Path, typer.Argument(help="a run folder, like out/latest")] = Path("out/latest"),
    story: Annotated[str, typer.Option(help="only of stories whose name holds these words")] = "",
) -> None:
    """File the close reports of a run: a page and a PDF for each legal entity, currency and month."""
    from reports.close.page import write_close_reports

    if not (run_folder / "manifest.json").is_file():
        _stop(f"{run_folder} is no finished run: it has no manifest.json")
    paths = list(write_close_reports(run_folder, story))
    for path in paths:
        typer.echo(f"written: {path}")
    if not paths:
        _stop(f"no story of {run_folder} {f'called {story!r} ' if story else ''}has reported a close")


@app.command()
def steps(
    search: Annotated[list[str] | None, typer.Argument(help="words to look for")] = None,
    vocabulary: Vocabulary = VOCABULARY,
    markdown: Annotated[bool, typer.Option("--markdown", help="as a page of documentation")] = False,
    examples: Annotated[Path, typer.Option(help="features from which the page takes its examples")] = Path("features"),
) -> None:
    """Search the phrase book: every sentence, what it means, and its table."""
    from tieout import phrase_book

    try:
        phrase_book.load_vocabulary(vocabulary)
    except phrase_book.PhraseError as wrong:
        _stop(str(wrong))
    sentences = phrase_book.found(" ".join(search or []))
    if not sentences:
        _stop(f'no sentence has the words "{" ".join(search or [])}"; try fewer of them')
    for line in phrase_book.as_page(sentences, examples) if markdown else phrase_book.as_text(sentences):
        typer.echo(line)


@app.command()
def serve(port: Annotated[int, typer.Option(help="the port; 0 takes a free one")] = 8025) -> None:
    """Run the four simulated systems on a port of this machine, until interrupted."""
    from fakes.__main__ import main as serve_fakes

    raise typer.Exit(serve_fakes(["--port", str(port)]))


app.command()(gating.gate)
app.command()(exporting.export)
app.command()(signing.sign)
app.command()(signing.pack)
app.command()(signing.verify)
app.command()(cutting_over.cutover)
app.command()(hypercare.hypercare)
app.command("import")(importing.import_)
new.command()(beginning.feature)
new.command()(beginning.company)
new.command()(signing.key)


def _check_paths(paths: list[str]) -> None:
    """Features and folders that are there; of a missing feature the first look at the files says what was meant."""
    for path in paths:
        file = path.partition("::")[0]
        if Path(file).is_file() and not file.endswith(".feature"):
            _stop(f"{file} is no feature file; a feature's name ends in .feature")
        if not Path(file).exists() and not file.endswith(".feature"):
            _stop(f"there is no file or folder {file}; give a feature, or a folder of features")


def _check_answers(workers: str, allure: str) -> None:
    """What pytest would only say in its own words."""
    if workers and not re.fullmatch(r"\d+|auto|logical", workers):
        _stop(f"-n {workers} is no number of processes; write one, like -n 2, or -n auto")
    if allure:
        try:
            Path(allure).mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            _stop(f"the folder {allure} cannot be written: {wrong.strerror}; choose another with --allure")


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)


def main() -> None:
    """Where `tieout` begins; an interrupted or unwritable run ends in one sentence."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a build that is cancelled is told what Ctrl-C is told
    os.environ.setdefault("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # plugins are loaded by name: half the start-up time
    try:
        app()
    except KeyboardInterrupt:
        sys.exit("interrupted; nothing was reported")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; there is nobody to tell
        sys.exit(1)
    except Exception as bug:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"a bug in Tieout: {type(bug).__name__}: {bug}; run with --traceback")


if __name__ == "__main__":
    main()
