"""A close report as a page of its own and as a PDF, one for each legal entity, currency and month, from the evidence alone.

The same evidence gives the same bytes: neither page nor PDF holds a time of making.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import typst

from reports.evidence.chain import Record, contents_of, manifest_of
from reports.evidence.encoding import write_whole
from reports.evidence.figures import figure, money
from reports.evidence.records import Amount
from reports.pages import TEMPLATES, style, template

FOLDER = "close"
# What closes a column: it stands out, and a reader adds up to it.
TOTALS = re.compile(r"(.*, closing|Debits|Credits|Revenue|Open invoices|Remaining performance obligations|Total)")
# By what the first column of such a table is called: in a list, and among controls, a row of that name closes nothing.
ADDED = {"line": TOTALS, "account": TOTALS, "control": re.compile(r".*, all customers")}
# Text that runs on gets the room that figures leave.
WIDE = frozenset(
    {
        "line",
        "account",
        "explanation",
        "what must agree",
        "meaning",
        "reason",
        "documents",
        "how it is worked out",
        "part",
        "whole",
        "control",
        "name",
        "signature",
    }
)
# Lists that a reader adds up; each has a sum under it. Others hold their own, or rows that are part of others.
FOOTED = frozenset(
    {"Revenue by obligation", "Unbilled older than one billing period", "Manual journals", "Exchange differences"}
)
ALL = "all contracts"
# So many documents stand in print beside a figure; the page unfolds to all of them.
FEW = 3
# Beside which others are narrow: what such a column says is a sentence.
WIDER = {"how it is worked out": 2}


def write_close_reports(run_folder: Path, wanted: str = "") -> Iterator[Path]:
    """Write page and PDF of every close report of a run, or of the stories whose name holds `wanted`; give their paths."""
    for name, records, _ in contents_of(run_folder, manifest_of(run_folder)):
        story = next((str(record["name"]) for record in records if record["kind"] == "scenario"), "")
        if wanted.lower() in story.lower():
            for report in _last_of_each(records):
                yield from _written(run_folder / FOLDER / _stem(name, report), report)


def _last_of_each(records: list[Record]) -> list[Record]:
    """A month that was reported several times is filed as it was reported last."""
    found = {
        (one["entity"], one["currency"], one["period"], _book(one)): one
        for one in records
        if one["kind"] == "close_report"
    }
    return list(found.values())


def _book(report: Record) -> str:
    return str(dict(report.get("header", ())).get("Book", ""))


def _stem(name: str, report: Record) -> str:
    book = "" if _book(report) in ("", "primary") else _book(report)
    words = f"{Path(name).stem} {report['entity']} {report['currency']} {book} {report['period']} run {report['run']}"
    return re.sub(r"[^\w.-]+", "-", words)


def _written(stem: Path, report: Record) -> Iterator[Path]:
    stem.parent.mkdir(parents=True, exist_ok=True)
    yield write_whole(stem.with_name(stem.name + ".html"), page(report))
    path = stem.with_name(stem.name + ".pdf")
    path.write_bytes(pdf(report))
    yield path


def page(report: Record) -> str:
    """The report as one self-contained page."""
    told = {"report": report, "heading": _heading(report), "sections": _sections(report)}
    return template("close.html").render(**told, style=style("close.css"))


def pdf(report: Record) -> bytes:
    """The report as a PDF for filing."""
    data = {
        "heading": _heading(report),
        "status": report["status"],
        "header": report["header"],
        "sections": _sections(report),
        "foot": f"{report['entity']}, {report['currency']}, {report['period']}, run {report['run']}",
    }
    made = typst.compile(str(TEMPLATES / "close.typ"), sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made


def _heading(report: Record) -> str:
    header = dict(report["header"])
    period = str(header["Period"]).partition(",")[0]
    return f"{header.get('Legal entity', report['entity'])}, {period}, {report['currency']}"


def _sections(report: Record) -> list[dict[str, Any]]:
    found, before = [], None
    for section in report["sections"]:
        numbers = [_is_number(section["rows"], at) for at in range(len(section["columns"]))]
        columns = [
            {"name": name, "number": number, "wide": 0 if number else WIDER.get(name, int(name in WIDE))}
            for name, number in zip(section["columns"], numbers, strict=True)
        ]
        if not any(column["wide"] for column in columns):
            # Every table is as wide as the page, so that figures stand under figures.
            columns[0]["wide"] = 1
        rows = [_row(row, report["currency"], section["columns"]) for row in section["rows"]]
        if section["title"] in FOOTED and len(rows) > 1:
            rows.append(_foot(section, report["currency"]))
        found.append(
            {
                "title": section["title"],
                "number": section.get("number", ""),
                # A list that belongs to the section above stands under its heading.
                "heading": section["title"] != before,
                "note": section.get("note", "") if section["rows"] and section["title"] != before else "",
                "goes_on": False,
                "sign": "signature" in section["columns"],
                "columns": columns,
                "rows": rows,
            }
        )
        before = section["title"]
    for one, after in pairwise(found):
        # Whatever begins a section stands on one page with what goes on with it.
        one["goes_on"] = not after["heading"]
    return found


def _is_number(rows: list[list[Any]], at: int) -> bool:
    cells = [row[at] for row in rows if row[at] not in (None, "")]
    return bool(cells) and all(isinstance(cell, dict | int) for cell in cells)


def _row(row: list[Any], currency: str, columns: list[str]) -> dict[str, Any]:
    cells = [_cell(cell, currency, name) for cell, name in zip(row, columns, strict=True)]
    return {"cells": cells, "total": _is_total(row, columns)}


def _is_total(row: list[Any], columns: list[str]) -> bool:
    closes = ADDED.get(columns[0])
    return bool(closes and closes.fullmatch(str(row[0]))) or ALL in map(str, row[:2])


def _cell(cell: Any, currency: str, column: str) -> dict[str, Any]:
    """`text`: as it is printed; `all`: what a reader of the page can unfold, where that is more."""
    text = _text(cell, currency)
    listed = text.split(", ") if column == "documents" else []
    short = f"{', '.join(listed[:FEW])} and {len(listed) - FEW} more" if len(listed) > FEW + 1 else text
    return {"text": short, "all": text if short != text else "", "number": isinstance(cell, dict | int)}


def _foot(section: Record, currency: str) -> dict[str, Any]:
    """What the amounts of a list come to, column by column; nothing of a column that holds other currencies too."""
    sums = [_summed([row[at] for row in section["rows"]], currency) for at in range(len(section["columns"]))]
    cells = [_cell(sums[at] if at else "Total", currency, "") for at in range(len(sums))]
    return {"cells": cells, "total": True}


def _summed(cells: list[Any], currency: str) -> Amount | None:
    amounts = [cell for cell in cells if isinstance(cell, dict)]
    if not amounts or len(amounts) != len(cells) or any(amount["currency"] != currency for amount in amounts):
        return None
    return {"minor": sum(amount["minor"] for amount in amounts), "currency": currency}


def _text(cell: Any, currency: str) -> str:
    """An amount in the report's currency without its code, which stands in the heading; a count with commas at the thousands."""
    if isinstance(cell, dict):
        amount: Amount = {"minor": cell["minor"], "currency": cell["currency"]}
        return figure(amount) if cell["currency"] == currency else money(amount)
    if isinstance(cell, int):
        return f"{cell:,}"
    return "" if cell is None else str(cell)
