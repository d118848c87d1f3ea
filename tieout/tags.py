"""Tags: which are known, and which scenarios an expression such as "@amendments and not @slow" selects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from cucumber_tag_expressions import parse
from cucumber_tag_expressions.parser import TagExpressionError

from steps.language.story import Mistake
from tieout.collect import ScenarioItem
from tieout.feature_files import TAGS_FILE


def selected_by_tags(expression: str, items: Sequence[pytest.Item]) -> set[pytest.Item]:
    """The scenarios whose tags fit; a tag may be written with or without its @. UsageError if the expression cannot be read."""
    try:
        fits = parse(expression)
    except TagExpressionError as wrong:
        reason = str(wrong).partition("\n")[0].rstrip(":")
        raise pytest.UsageError(
            f'the tags "{expression}" cannot be read ({reason}); write them like "@amendments and not @slow"'
        ) from None
    return {
        i
        for i in items
        if isinstance(i, ScenarioItem) and fits.evaluate([*i.written.tags, *(f"@{tag}" for tag in i.written.tags)])
    }


def known_tags(root: Path) -> tuple[frozenset[str] | None, list[Mistake]]:
    """The names of tags.yaml, `prefix:` patterns included, or None where there is no such file; and its mistakes."""
    path = root / TAGS_FILE
    if not path.is_file():
        return None, []
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        line = getattr(getattr(wrong, "problem_mark", None), "line", 0) + 1
        return frozenset(), [Mistake(str(path), line, "this is not readable YAML; write one `tag: meaning` per line")]
    if not isinstance(told, dict) or not all(isinstance(meaning, str) and meaning for meaning in told.values()):
        return frozenset(), [Mistake(str(path), 1, "each tag needs a meaning; write one `tag: meaning` per line")]
    return frozenset(name.lstrip("@") for name in told), []


def is_known(tag: str, known: frozenset[str]) -> bool:
    """Whether tags.yaml names the tag, or a beginning of it that ends in a colon or hyphen ("req:", "wave-")."""
    beginnings = [name for name in known if name.endswith((":", "-"))]
    return (tag in known and tag not in beginnings) or any(tag.startswith(b) and tag != b for b in beginnings)
