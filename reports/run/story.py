"""One scenario as the page tells it: its sentences and their verdicts, its papers, its books, its way through the systems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from shlex import quote

from engine.model.close import STAGES
from reports.evidence.chain import Record
from reports.evidence.outcomes import Outcome
from reports.papers.postings import JOURNAL, SCHEDULE, journal, schedules

_WORDS: dict[str, frozenset[str]] = {
    "lead": frozenset({"lead", "opportunity", "created"}),
    "quote": frozenset({"quote", "approval"}),
    "order": frozenset({"order", "contract", "amendment", "won", "amend", "renew", "cancel", "renewal"}),
    "bill": frozenset({"invoice", "memo", "bill", "billing", "usage", "charge"}),
    "collect": frozenset({"payment", "refund", "dispute", "dunning", "chargeback", "payout", "letter", "pay", "off"}),
    "recognize": frozenset({"revenue", "recognize", "recognition", "schedule"}),
    "close": frozenset({"close", "period"}),
}
_STAGE_OF = {word: stage for stage, words in _WORDS.items() for word in words}
_CHAIN = {"n", "prev", "hash", "kind"}
_PARAMETER = re.compile(r"(?<!\\)\{[^}]*\}")


def stages(records: Iterable[Record]) -> list[str]:
    """Name the stages that a story touched, in process order, by its documents, events, calls and closes."""
    touched = set()
    for record in records:
        if record["kind"] == "close_report":
            touched.add("close")
        elif said := {"document": "type", "event": "type", "call": "verb"}.get(record["kind"]):
            touched |= _stages_of(record[said])
    return [stage for stage in STAGES if stage in touched]


@lru_cache(maxsize=4096)
def _stages_of(words: str) -> frozenset[str]:
    # "Closed won" ends a sale; only "close" by itself ends a month.
    said = re.sub(r"closed?[\W_]+won", "won", words.lower())
    found = (re.sub(r"s$", "", word) for word in re.findall(r"[a-z]+", said))
    return frozenset(_STAGE_OF[word] for word in found if word in _STAGE_OF)


def story(told: Outcome, records: list[Record], sha256: str) -> Record:
    """Lay out a scenario for the page. ``sha256`` is the sealed hash of its file."""
    kinds: dict[str, list[Record]] = {}
    for record in records:
        kinds.setdefault(record["kind"], []).append(bare(record))
    documents = sorted(kinds.get("document", []), key=lambda paper: (paper["date"], paper["type"]))
    return {
        **bare(told.scenario),
        "verdict": told.verdict,
        "tags": told.tags,
        "policies": kinds.get("policies", [None])[0],
        "steps": [_step(step, kinds) for step in kinds.get("step", [])],
        "checks": [check for check in kinds.get("check", []) if check["step"] is None],
        "failed": [bare(failure) for failure in told.failures],
        "skipped": bare(told.skipped) if told.skipped else None,
        "documents": [paper for paper in documents if paper["type"] not in (JOURNAL, SCHEDULE)],
        "statements": kinds.get("statement", []),
        "work": kinds.get("work_list", [None])[0],
        "journal": journal(documents),
        "schedules": schedules(documents),
        "reconciliations": kinds.get("reconciliation", []),
        "closes": _each_once(kinds.get("close_report", [])),
        "events": kinds.get("event", []),
        "calls": kinds.get("call", []),
        "file": told.path,
        "hash": sha256,
        "command": command(told),
    }


def _each_once(reports: list[Record]) -> list[Record]:
    """A close that was looked at twice, and was the same, is one report."""
    return [one for place, one in enumerate(reports) if one not in reports[:place]]


def bare(record: Record) -> Record:
    """Leave out what only the chain needs."""
    return {key: value for key, value in record.items() if key not in _CHAIN}


def command(told: Outcome) -> str:
    """Say how to run this scenario, or the rows of an outline that share its name, and nothing else."""
    # A row's test is called "name [row ...]", and pytest takes the part before the bracket for all rows of that name.
    name = told.scenario["name"].replace("::", ": :") + (" " if told.scenario["example"] else "")
    return f"tieout run {quote(told.scenario['feature_path'] + '::' + name)}"


def _step(step: Record, kinds: dict[str, list[Record]]) -> Record:
    index = step["index"]
    return {
        "index": index,
        "keyword": step["keyword"].strip(),
        "parts": parts(step["text"], step["pattern"]),
        "table": step["table"],
        "docstring": step["docstring"],
        "verdict": step["verdict"],
        "background": step["background"],
        "date": step["business_date"],
        "checks": [check for check in kinds.get("check", []) if check["step"] == index],
    }


def parts(text: str, pattern: str | None) -> list[str]:
    """Split a sentence so that every second part is a parameter: ``{customer} adds {count} seats`` has two."""
    match = _expression(pattern).fullmatch(text) if pattern else None
    if not match:
        return [text]
    cuts = [edge for span in match.regs[1:] for edge in span]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


@lru_cache(maxsize=2048)
def _expression(pattern: str) -> re.Pattern[str]:
    """Read a Cucumber expression loosely: where its parameters stand is all that is asked."""
    literals = [_literal(part) for part in _PARAMETER.split(pattern)]
    return re.compile("(.+?)".join(literals), re.DOTALL)


def _literal(text: str) -> str:
    return "".join(_word(word) for word in re.split(r"(\s+)", text))


def _word(word: str) -> str:
    # A slash or bracket after a backslash is meant as it stands.
    choices = re.split(r"(?<!\\)/", word)
    if len(choices) == 1 or not all(choices):
        return _optional(word)
    return f"(?:{'|'.join(map(_optional, choices))})"


def _optional(text: str) -> str:
    pieces = re.split(r"(?<!\\)\(([^()]*)\)", text)
    plain = [re.escape(re.sub(r"\\(.)", r"\1", piece)) for piece in pieces]
    return "".join(f"(?:{piece})?" if at % 2 else piece for at, piece in enumerate(plain))
