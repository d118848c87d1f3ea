"""A vocabulary of its own for each test of the runner."""

import importlib
import sys
from collections.abc import Iterator

import pytest

from steps.phrases import registry


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    """No sentence is known; what a test adds is forgotten after it."""
    kept = list(registry.sentences)
    registry.replace([])
    yield
    registry.replace(kept)


@pytest.fixture
def vocabulary(fresh_registry: None) -> None:
    """The sentences of tests/tieout/vocabulary.py."""
    sys.modules.pop("tests.tieout.vocabulary", None)
    importlib.import_module("tests.tieout.vocabulary")
