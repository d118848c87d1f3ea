"""A vocabulary and a folder of features of its own for each test of the runner."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from steps.language.phrases import registry
from steps.language.story import story_checks
from tests.tieout.folders import Folder


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    """No sentence is known and no check of stories; what a test adds is forgotten after it."""
    kept, checks = list(registry.sentences), list(story_checks)
    registry.replace([])
    story_checks.clear()
    yield
    registry.replace(kept)
    story_checks[:] = checks


@pytest.fixture
def vocabulary(fresh_registry: None) -> None:
    """The sentences of tests/tieout/vocabulary.py."""
    sys.modules.pop("tests.tieout.vocabulary", None)
    importlib.import_module("tests.tieout.vocabulary")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder outside of the repository."""
    return Folder(tmp_path)
