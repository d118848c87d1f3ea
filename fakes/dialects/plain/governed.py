"""The CRM's operations on what governs a quote: versions, what it lacks, and exceptions from the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from engine.model.masters import GrantedException, RuleFinding
from engine.model.orders import Change, RequestedLine, TakesEffect, Terms
from engine.model.quotes import Quote
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionRequest:
    """What the next version of a quote offers."""

    terms: Terms
    lines: tuple[RequestedLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeQuoteRequest:
    """Changes of a running contract to be offered; `supersedes`: the quote whose next version it is."""

    contract: str
    changes: tuple[Annotated[Change, Field(discriminator="kind")], ...]
    effective: date
    takes_effect: TakesEffect = "on its day"
    supersedes: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ExceptionRequest:
    """Who need not meet the rules of which field, until when, and who says so."""

    subject: str
    field: str
    role: str
    until: date
    reason: str


def governed(world: World, forms: Forms) -> Iterator[Operation]:
    """Versions of quotes, their readiness, and the exception catalogue."""

    def revise(call: Call) -> Quote:
        return world.crm.revise(call.path["number"], call.body.terms, call.body.lines)

    def quote_changes(call: Call) -> Quote:
        body = call.body
        return world.crm.quote_changes(body.contract, body.changes, body.effective, body.takes_effect, body.supersedes)

    def grant(call: Call) -> GrantedException:
        body = call.body
        return world.crm.grant_exception(body.subject, body.field, body.role, body.until, body.reason)

    def readiness(call: Call) -> object:
        return world.crm.readiness(call.path["number"])

    findings, grants = tuple[RuleFinding, ...], tuple[GrantedException, ...]
    yield forms.act("quote_changes", "/crm/change-quotes", ChangeQuoteRequest, Quote, quote_changes)
    yield forms.act("revise", "/crm/quotes/<number>/versions", VersionRequest, Quote, revise)
    yield forms.view("readiness", "/crm/quotes/<number>/readiness", findings, readiness)
    yield forms.act("grant_exception", "/crm/exceptions", ExceptionRequest, GrantedException, grant)
    yield forms.view("granted_exceptions", "/crm/exceptions", grants, lambda call: world.crm.granted_exceptions())
