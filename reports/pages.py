"""What pages are made from: the templates of this room, in which a name that nobody gave a value is a mistake."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """A place to get templates from, everything they show escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def template(name: str) -> Template:
    """The template of that name, read once."""
    return environment().get_template(name)


def style(name: str) -> Markup:
    """A style sheet of ours, as it stands in a page."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))
