"""The systems under test by name: the built-in fakes in process, the same on real sockets, or an address."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import fakes.stack
from engine.model.company import Company
from ports.stack import Stack
from scenarios.world import find, load
from steps.failures import StoryError
from steps.story import Stage
from steps.world import World

_BUILT_IN: dict[str, Callable[[], Stack]] = {"built-in": fakes.stack.in_process, "served": fakes.stack.served}


@cache
def stack(name: str) -> Stack:
    """The stack of that name, one for all stories of this process; or the fakes that somebody serves at a URL."""
    if name in _BUILT_IN:
        return _BUILT_IN[name]()
    if name.startswith("http://"):
        return fakes.stack.connected(name)
    raise StoryError(f"there is no stack {name!r}; take built-in, served, or the address of served fakes (http://...)")


def world(stage: Stage) -> World:
    """The world of one story on the run's stack."""
    return World(stage, stack(stage.stack), company)


def company(name: str) -> Company:
    """A company by its name, or by its file. StoryError if there is none."""
    if name.endswith((".yaml", ".yml")):
        return load(Path(name))
    try:
        return load(find(name))
    except LookupError as unknown:
        raise StoryError(str(unknown)) from None
