"""Gherkin's own parser, quicker: what a line cannot be, its first character says; a table row is split at its bars."""

from __future__ import annotations

from typing import Any, cast

from gherkin.ast_builder import AstBuilder
from gherkin.parser import Parser, ParserContext
from gherkin.token import Token
from gherkin.token_matcher import TokenMatcher


class _QuickMatcher(TokenMatcher):
    """Splits a row without escapes at its bars."""

    def match_TableRow(self, token: Token) -> bool:  # noqa: N802 - the name the parser calls
        """A row of cells."""
        text = token.line.get_line_text().rstrip()
        if "\\" in text or not text.endswith("|"):
            return super().match_TableRow(token)
        cells: Any = [{"text": cell.strip()} for cell in text[1:-1].split("|")]
        self._set_token_matched(token, "TableRow", items=cells if len(text) > 1 else [])
        return True


class _QuickBuilder(AstBuilder):
    """Of a cell, what is read: its text, and the place of its row."""

    def get_cells(self, table_row_token: Any) -> Any:
        """The cells of a row."""
        place = self.get_location(table_row_token)
        return [{"location": place, "value": cell["text"]} for cell in table_row_token.matched_items]


class QuickParser(Parser):
    """Stops at the first mistake, so nothing has to stand between a rule and what it does."""

    def __init__(self) -> None:
        super().__init__(_QuickBuilder())
        self.stop_at_first_error = True
        names = [name for name in dir(Parser) if name.startswith("match_token_at_")]
        self._at: dict[int, Any] = {int(name.rpartition("_")[2]): getattr(self, name) for name in names}

    def match_token(self, state: int, token: Token, context: ParserContext) -> int:
        """The state after this line."""
        return cast("int", self._at[state](token, context))

    def handle_ast_error(self, context: ParserContext, argument: Any, action: Any) -> None:
        """Build; a mistake goes straight to the caller."""
        action(argument)

    def parse_text(self, text: str) -> Any:
        """The document; ParserError at its first mistake."""
        return self.parse(text, _QuickMatcher())


def _only_after(first: str, name: str) -> None:
    """Ask the matcher only about lines that begin with one of these characters."""
    slow = getattr(Parser, name)

    def match(self: Parser, context: ParserContext, token: Token) -> bool:
        line = token.line
        return bool(line) and line.get_line_text()[:1] in first and bool(slow(self, context, token))

    setattr(QuickParser, name, match)


_only_after("|", "match_TableRow")
_only_after("@", "match_TagLine")
_only_after("#", "match_Comment")
_only_after("#", "match_Language")
