"""Who signs before go-live, and who answers for what."""

from __future__ import annotations

from typing import Literal

from scenarios.words import Closed, Text


class SignShape(Closed):
    """Who signs the report before go-live, and what the signature means. `answers for`: the stages of the process in which
    this role must act if something fails; of a stage that none names, the house's usual role."""

    role: Text
    meaning: Text
    answers_for: tuple[Literal["lead", "quote", "order", "bill", "collect", "recognize", "close"], ...] = ()
