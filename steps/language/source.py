"""The source of a journal line: a story may call it by any of its names."""

from __future__ import annotations

from dataclasses import dataclass

from steps.language.phrases import parameter_type


@dataclass(frozen=True, eq=False)
class Source:
    """The document behind an entry, equal to each of the names people have for it."""

    names: frozenset[str]
    shown: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and bool(self.names & other.names)

    def __hash__(self) -> int:
        return 0  # names overlap, so nothing finer agrees with equality

    def __str__(self) -> str:
        return self.shown


parameter_type(
    "source",
    r"\S.*",
    lambda text: Source(frozenset({text.strip().lower()}), text.strip()),
    noun="the source of an entry",
    hint="March invoice",
)
