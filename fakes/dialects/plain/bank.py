"""The ERP's operations on bank statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.bank import BankItem, BankLine, BankMatch, StatedLine
from fakes.dialects.plain.books import books_of
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import AsOf
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class BankLineRequest:
    """A line of the statement of a legal entity ("": the first)."""

    entity: str
    line: StatedLine


@dataclass(frozen=True, kw_only=True, slots=True)
class BankMatchRequest:
    """The documents that a bank line is."""

    documents: tuple[str, ...]


def operations(world: World) -> Iterator[Operation]:
    """Bring in, match by hand, and what is matched."""
    forms = Forms(world, "erp", ErpPort)

    def bring_in(call: Call) -> BankLine:
        return books_of(world, call).bring_in(call.body.entity, call.body.line)

    def match_line(call: Call) -> BankMatch:
        return books_of(world, call).match_line(call.path["line"], call.body.documents)

    def items(call: Call) -> object:
        return books_of(world, call).bank_items(call.query.as_of)

    yield forms.act("bring_in", "/erp/bank-lines", BankLineRequest, BankLine, bring_in)
    yield forms.act("match_line", "/erp/bank-lines/<line>/matches", BankMatchRequest, BankMatch, match_line)
    yield forms.view("bank_items", "/erp/bank-items", tuple[BankItem, ...], items, AsOf)
