"""What billing took over from an old system, apart from what it made itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from engine.model.document import Document

D = TypeVar("D", bound=Document)


def own(documents: Sequence[D], taken_over: Iterable[Document]) -> Sequence[D]:
    """Those that the system made itself: what it took over was posted elsewhere, and counts by its takeover."""
    others = {document.number for document in taken_over}
    return [document for document in documents if document.number not in others] if others else documents
