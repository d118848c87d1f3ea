"""`tieout new`: files to begin with, that say what belongs in them and are never written over another."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from engine.model.money import known_currencies
from scenarios.mistakes import did_you_mean

Features = Annotated[Path, typer.Option(help="the features folder")]
FEATURES = Path("features")
_LONGEST_NAME = 80

_FEATURE = """Feature: {name}
  Who wants what, and what it is worth. One promise per file.

  Scenario: {name}, the usual case
    # Given ... the company, what was signed, what already happened
    # When  ... the one act this is about
    # Then  ... what the customer sees, what is invoiced, what is booked, how the month closes
"""

_COMPANY = """# What each key means, and all the others that there are: docs/files.md of Tieout.
company: {name}

legal entity: {{code: {code}, name: {name}, currency: {currency}, invoice prefix: {code}}}

ledger: standard ledger

policies:
  proration: actual days of the period

customers:
  - Globex

products:
  - name: Platform seat
    code: SEAT
    charges: [{{price per: month}}]

price book:
  name: List prices
  prices:
    - {{product: Platform seat, price: 10}}

tax rates:
  - {{code: none, percent: 0%}}
  - {{code: standard, percent: 10%}}

approval matrix:
  - {{role: Sales manager, discount above: 10%}}

retry days: [1, 3, 5, 7]

dunning:
  - {{days overdue: 7, letter: Payment reminder}}

signs:
  - {{role: Process owner, meaning: The process runs end to end as the business wants it.}}
  - {{role: Controller, meaning: The books are right and every month in this report can be closed.}}
"""


def feature(
    name: Annotated[str, typer.Argument(help='what it promises, like "Retroactive discount"')],
    area: Annotated[str, typer.Option(help="the process area, a folder of features/")] = "",
    features: Features = FEATURES,
) -> None:
    """Begin a feature file."""
    name, slug = _named(name, "say what the feature promises")
    if Path(area).is_absolute() or ".." in Path(area).parts:
        _stop(f'"{area}" is no process area; it is a folder below {features}/, like amendments')
    path = features / area / f"{slug}.feature"
    _write(path, _FEATURE.format(name=name))
    typer.echo(f"written: {path}\nnext: tieout steps, to find sentences; tieout check {path}, to see what is missing")


def company(
    name: Annotated[str, typer.Argument(help='what stories call it by, like "Kite GmbH"')],
    currency: Annotated[str, typer.Option(help="the currency of its books")] = "USD",
    features: Features = FEATURES,
) -> None:
    """Begin a company's file beside the features."""
    name, slug = _named(name, "say what stories call the company by")
    if '"' in name:
        _stop(f"a story says a company's name in quotes, so there can be none in it: {name}")
    if currency not in known_currencies():
        near = did_you_mean(currency, sorted(known_currencies())) if len(currency) == 3 else ""
        _stop(f"{currency!r} is not a currency of ISO 4217{near or '; write a code such as USD, EUR or JPY'}")
    path = features / "companies" / f"{slug}.yaml"
    said = json.dumps(name, ensure_ascii=False)  # what JSON quotes is the same in YAML, whatever signs are in it
    code = re.sub(r"[^A-Z0-9]", "", slug.upper()).lstrip("0123456789")[:4] or "CO"
    _write(path, _COMPANY.format(name=said, code=code, currency=currency))
    typer.echo(
        f"written: {path}\nnext: in a feature beside it, Given the company {said}; tieout check, to see that it holds"
    )


def _named(name: str, otherwise: str) -> tuple[str, str]:
    """The name on one line, and as a file's."""
    name = " ".join(name.split())
    slug = _slug(name)
    if not slug:
        _stop(f'"{name}" has no letter a file could be named after; {otherwise}')
    return name, slug


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        _stop(f"{path} is there already; choose another name")
    except OSError as wrong:
        _stop(f"{path} cannot be written: {wrong.strerror}")


def _slug(name: str) -> str:
    """The name as a file's: letters without their accents, words joined by underscores."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:_LONGEST_NAME].strip("_")


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
