"""What a story says before anything happens: its company, its conventions, its masters, its first day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from engine.model.company import Company
from steps.language.failures import StoryError
from steps.language.story import Stage


class Opening:
    """A company as the story wants it. It stands still once the systems have started with it, on the first day."""

    def __init__(self, stage: Stage, load: Callable[[str], Company]) -> None:
        self._stage, self._load = stage, load
        self._company: Company | None = None
        self._answers: list[dict[str, str]] = []
        self._first_day: date | None = None
        self._started = False
        self._when_started: list[Callable[[], object]] = []

    @property
    def company(self) -> Company:
        """The company of the story. StoryError if it names none."""
        if self._company is None:
            self.take_company(None)
        assert self._company is not None
        return self._company

    def take_company(self, name: str | None) -> None:
        """Load a company by name; None means the one that the run was told to use."""
        if self._started:
            raise StoryError("the company must be said before the first thing happens; move this line up")
        if name is None and self._stage.world is None:
            raise StoryError('the story names no company; begin with: Given the company "Northwind SaaS"')
        self._company = self._load(name or str(self._stage.world))

    def change_company(self, **changes: object) -> None:
        """Change a master or a policy for this story; only before anything has happened."""
        if self._started:
            raise StoryError("conventions and masters must be said before the first thing happens; move this line up")
        self._company = replace(self.company, **changes)  # type: ignore[arg-type]  # fields of Company, by the callers

    def answer(self, question: str, answer: str) -> None:
        """Choose a convention for this story."""
        self.change_company(policies=self.company.policies.with_answer(question, answer))
        self._answers.append({"question": question, "answer": answer})

    @property
    def currency(self) -> str:
        """The company's currency, for amounts written without one."""
        return self.company.entity.currency

    def when_started(self, act: Callable[[], object]) -> None:
        """Do it now or, before the first act, as soon as the systems have started."""
        if self._started:
            act()
        else:
            self._when_started.append(act)
