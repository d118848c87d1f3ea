"""cutover.yaml: whose cutover it is, on which day, and how good its data must be."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from scenarios.complaints import complaints
from scenarios.lines import Value, read
from scenarios.mistakes import Mistake, WorldError
from scenarios.tables.encodings import decoded
from scenarios.words import Closed, Day, Percent, Text

HEADER = "cutover.yaml"


class Thresholds(Closed):
    """The least percentage of each dimension of data quality, for every table."""

    completeness: Percent = Decimal(95)
    uniqueness: Percent = Decimal(95)
    validity: Percent = Decimal(95)
    consistency: Percent = Decimal(95)


class Header(Closed):
    """`cutover`: its name. `company`: by its name, or by its file beside this one. `date`: the first day in the new systems.

    `revenue spread`: how the legacy waterfall spreads; the company's policy, if left out. `day format`: what 03/04/2026 means;
    `number format`: what 1.200 means. `may stay behind`: the share of a table's records that may be rejected when the set goes live.
    """

    cutover: Text
    company: Text
    date: Day
    revenue_spread: (
        Literal[
            "by day",
            "by month",
            "by half month",
            "by full month",
            "by mid-month",
            "by equal period",
            "by 30-day month",
            "by day in begun months",
        ]
        | None
    ) = None
    day_format: Literal["dd/mm/yyyy", "mm/dd/yyyy"] | None = None
    number_format: Literal["1,234.56", "1.234,56"] | None = None
    may_stay_behind: Percent = Decimal(0)
    thresholds: Thresholds = Thresholds()


def load_header(folder: Path, told: str) -> tuple[Header, Value]:
    """The header of a set, with its lines. WorldError with every mistake in it."""
    path = f"{told}/{HEADER}"
    try:
        data = (folder / HEADER).read_bytes()
    except OSError:
        said = f"a cutover set has a file {HEADER}: cutover, company and date"
        raise WorldError([Mistake(path, 1, said)]) from None
    root, mistakes = read(path, decoded(path, data)[0])
    if mistakes:
        raise WorldError(mistakes)
    try:
        return Header.model_validate(root.plain()), root
    except ValidationError as wrong:
        raise WorldError(complaints(path, Header, root, wrong)) from None
