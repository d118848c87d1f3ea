"""The systems under test by name: the built-in fakes in process, the same on real sockets, or an address."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import httpx

import fakes.stack
from ports.stack import Stack
from steps.language.failures import StoryError
from steps.language.story import Stage
from steps.stage.world import World
from tieout.worlds import company

_BUILT_IN: dict[str, Callable[[], Stack]] = {"built-in": fakes.stack.in_process, "served": fakes.stack.served}


@cache
def stack(name: str) -> Stack:
    """The stack of that name, one for all stories of this process; or the fakes that somebody serves at a URL."""
    if name in _BUILT_IN:
        return _BUILT_IN[name]()
    if name.startswith("http://"):
        try:
            return fakes.stack.connected(name)
        except httpx.InvalidURL as wrong:
            raise StoryError(f"{name} is no address ({wrong}); write it like http://127.0.0.1:8025") from None
    raise StoryError(f"there is no stack {name!r}; take built-in, served, or the address of served fakes (http://...)")


def world(stage: Stage) -> World:
    """The world of one story on the run's stack."""
    return World(stage, stack(stage.stack), partial(company, folders=stage.companies))
