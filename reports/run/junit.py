"""junit.xml for the tools that read it: one suite per feature file, failures in the field's words, no traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from reports.evidence.encoding import write_whole
from reports.evidence.figures import money
from reports.evidence.outcomes import Outcome, outcomes

# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(run_folder: Path) -> Path:
    """Write junit.xml beside the evidence of a run. Durations are wall seconds from timings.json, where it has them."""
    told = outcomes(run_folder)
    times = _timings(run_folder)
    root = Element("testsuites", {"name": "tieout", **_counts(told), "time": _seconds(told, times)})
    for path, group in groupby(told, key=lambda one: str(one.scenario["feature_path"])):
        _suite(root, path, list(group), times)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return write_whole(run_folder / "junit.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _timings(run_folder: Path) -> dict[str, str]:
    """Read ``{"scenarios": {evidence path: seconds}}``; seconds may be text or a number."""
    path = run_folder / "timings.json"
    timings = json.loads(path.read_text(encoding="utf-8"), parse_float=str) if path.exists() else {}
    return {name: str(seconds) for name, seconds in timings.get("scenarios", {}).items()}


def _seconds(told: Iterable[Outcome], times: dict[str, str]) -> str:
    return f"{sum(float(times.get(one.path, 0)) for one in told):.3f}"


def _counts(told: list[Outcome]) -> dict[str, str]:
    failed = sum(1 for one in told if one.verdict == "failed")
    skipped = sum(1 for one in told if one.verdict in ("skipped", "not exercised"))
    return {"tests": str(len(told)), "failures": str(failed), "errors": "0", "skipped": str(skipped)}


def _suite(root: Element, path: str, told: list[Outcome], times: dict[str, str]) -> None:
    suite = SubElement(root, "testsuite", {"name": _text(path), **_counts(told), "time": _seconds(told, times)})
    for one in told:
        _case(suite, path, one, times)


def _case(suite: Element, path: str, one: Outcome, times: dict[str, str]) -> None:
    facts = {
        "classname": _text(path),
        "name": _text(_name(one)),
        "file": _text(path),
        "line": str(one.scenario["line"]),
    }
    case = SubElement(suite, "testcase", {**facts, "time": _seconds([one], times)})
    properties = SubElement(case, "properties")
    for name, value in _properties(one):
        SubElement(properties, "property", {"name": name, "value": _text(value)})
    if one.verdict == "failed":
        _failures(case, one)
    elif one.skipped:
        SubElement(case, "skipped", {"message": _text(_why(one))})


def _name(one: Outcome) -> str:
    example = one.scenario["example"]
    return f"{one.scenario['name']} ({', '.join(example.values())})" if example else str(one.scenario["name"])


def _properties(one: Outcome) -> Iterable[tuple[str, str]]:
    yield from (("tag", tag) for tag in one.tags)
    yield "area", one.scenario["area"]
    yield "evidence", one.path
    yield from (("amount in test", money(amount)) for amount in one.amount_in_test)
    yield from (("amount at risk", money(amount)) for amount in one.at_risk)


def _failures(case: Element, one: Outcome) -> None:
    first = one.failures[0] if one.failures else {"title": "failed", "cause": "bug"}
    failure = SubElement(case, "failure", {"message": _text(first["title"]), "type": first["cause"]})
    failure.text = _text("\n\n".join(f"{found['title']}\n{found['message']}" for found in one.failures))


def _why(one: Outcome) -> str:
    skipped = one.skipped or {}
    owner, until = skipped.get("owner"), skipped.get("until")
    return f"{skipped['reason']}" + (f" (owner {owner}" + (f", until {until})" if until else ")") if owner else "")


def _text(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
