"""Why a request was not answered as asked: one sentence for people, one code for programs, the field at fault."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from fakes.http.exchange import Answer

MOST_SENTENCES = 5
_NOISE = re.compile("^(Value error, |Assertion failed, |Input |String |Value )")


class Problem(Exception):
    """A request that gets a 4xx (or, for a bug of ours, 500) with {"error": {"code", "message", "field"}}."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        field: str | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.field, self.headers = status, code, message, field, headers

    def answer(self) -> Answer:
        """Say it over HTTP."""
        error = {"code": self.code, "message": self.message, "field": self.field}
        return Answer.of(self.status, {"error": error}, self.headers)


def invalid(error: ValidationError, adapter: TypeAdapter[Any]) -> Problem:
    """Turn pydantic's findings into sentences; `field` is the first one at fault, "lines.0.amount"."""
    findings = error.errors(include_url=False)
    sentences = [_sentence(dict(finding), adapter) for finding in findings]
    shown = sentences[:MOST_SENTENCES]
    if len(sentences) > len(shown):
        shown.append(f"and {len(sentences) - len(shown)} more")
    message = "; ".join(shown)
    return Problem(
        422, "invalid", message if message.endswith("?") else message + ".", _place(findings[0]["loc"]) or None
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """Give "; did you mean x?" or nothing."""
    found = difflib.get_close_matches(name[:200], sorted(known), n=1)
    return f"; did you mean {found[0]}?" if found else ""


def _sentence(finding: dict[str, Any], adapter: TypeAdapter[Any]) -> str:
    place, kind = _place(finding["loc"]), finding["type"]
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return f"{place} is missing"
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"{place} is not known here{nearest(str(finding['loc'][-1]), _names(adapter.json_schema()))}"
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        context = finding["ctx"]
        known = context.get("expected_tags")
        return f"{place} needs {context['discriminator']}{f', one of {known}' if known else ''}"
    message = _NOISE.sub("", str(finding["msg"])).rstrip(".")
    given = finding.get("input")
    shown = f" (given: {given!r:.60})" if isinstance(given, str | int | float | bool | None) else ""
    return f"{place}{' ' if place else ''}{message}{shown}"


def _place(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in loc)


def _names(schema: Any) -> set[str]:
    """Every field name of a JSON schema, at any depth: what a misspelt field can have meant."""
    if isinstance(schema, list):
        return set().union(*map(_names, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    return set(own if isinstance(own, dict) else ()).union(*map(_names, schema.values()))
