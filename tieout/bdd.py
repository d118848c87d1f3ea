"""What pytest-bdd is told: our parsed features, and tables copied only where an outline fills them in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest_bdd.feature
from pytest_bdd.gherkin_parser import DataTable, GherkinDocument
from pytest_bdd.parser import Feature, FeatureParser, Step
from pytest_bdd.parsers import StepParser

from tieout.feature_files import FeatureFile


class _ParsedBefore(FeatureParser):
    """pytest-bdd's parser over a document that is parsed already, so that no file is parsed twice."""

    def __init__(self, file: FeatureFile) -> None:
        super().__init__(str(file.path.parent), file.path.name)
        self._document = file.document

    def _parse_feature_file(self) -> GherkinDocument:
        assert self._document is not None  # only files without errors are handed over
        return GherkinDocument.from_dict(self._document)


def hand_over(file: FeatureFile) -> Feature:
    """The feature as pytest-bdd knows it, put where `pytest_bdd.scenario` looks for it."""
    feature = _ParsedBefore(file).parse()
    pytest_bdd.feature.features[str(file.path)] = feature
    return feature


class AnySentence(StepParser):
    """Recognizes every text: which sentence it is, our registry knows."""

    def __init__(self) -> None:
        super().__init__("any sentence")

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """The text itself, for the registry."""
        return {"sentence": name}

    def is_matching(self, name: str) -> bool:
        """Always: an unknown sentence was reported before anything ran."""
        return True


def copy_tables_only_for_outlines() -> None:
    """Spare pytest-bdd the deep copy of each table of each scenario that has no row to fill in.

    It is half of its time and half of its memory; the result is the same, because without a row nothing is filled in.
    """
    original = getattr(Step, "render_datatable", None)
    if original is None or getattr(original, "copies_only_for_outlines", False):
        return  # another release of pytest-bdd: slower, and just as right

    def render_datatable(datatable: DataTable, context: Mapping[str, object]) -> DataTable:
        return original(datatable, context) if context else datatable

    render_datatable.copies_only_for_outlines = True  # type: ignore[attr-defined]
    Step.render_datatable = staticmethod(render_datatable)  # type: ignore[method-assign]
