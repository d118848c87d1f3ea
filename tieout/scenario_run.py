"""One scenario while it runs: each step carried out by its sentence, everything written down as it happens."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest
from pytest_bdd.parser import Step

from engine.model.bearing import Bearing
from engine.model.close import ProcessStage
from engine.model.money import Money
from ports.refusal import Unreachable
from reports.evidence.placing import ROLE_OF
from scenarios.mistakes import WorldError
from steps.language.failures import NotExercised, NotMet, StoryError
from steps.language.phrases import Sentence, UnknownSentence, registry
from steps.language.story import Stage, StoryWorld
from steps.language.tables import TableError
from tieout.feature_files import FeatureFile, WrittenScenario, fill, fill_table


class Evidence(Protocol):
    """The evidence file of one scenario."""

    path: Path

    def write(self, kind: str, /, **fields: Any) -> None:
        """Append one record."""
        ...

    def close(self) -> None:
        """End the file."""
        ...


@dataclass(frozen=True)
class Failure:
    """What went wrong, for people. `cause` is one of expectation, refused, tie-out, story, bug."""

    title: str
    message: str
    cause: str
    money_at_risk: Sequence[Money] = ()
    stage: ProcessStage = ""
    bears: Bearing | None = None

    @property
    def text(self) -> str:
        """Title and message as printed."""
        return f"{self.title}\n{self.message}" if self.message else self.title


_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)


def failure_of(error: BaseException) -> Failure:
    """What an exception means to the people who read the report."""
    if isinstance(error, NotMet):
        return Failure(error.title, error.message, error.kind, error.money_at_risk, error.stage, error.bears)
    if isinstance(error, StoryError | UnknownSentence | TableError | WorldError):
        return Failure(str(error), "", "story")
    if isinstance(error, Unreachable):
        return Failure(f"the systems under test gave no answer: {error}", "", "bug")
    if hasattr(error, "code") and hasattr(error, "sentence"):
        system = f"{error.system} refused: " if hasattr(error, "system") else "refused: "
        return Failure(f"{system}{error.sentence}", f"code: {error.code}", "refused")
    if isinstance(error, OSError) and error.errno in _DISK:
        said = f"the evidence cannot be written: {error.strerror}; free some, or choose another --out"
        return Failure(said, "", "story")
    if isinstance(error, AssertionError):
        return Failure(str(error).partition("\n")[0] or "an assertion does not hold", str(error), "expectation")
    return Failure(
        f"a bug in Tieout or in your steps: {type(error).__name__}: {error}; run with --traceback", "", "bug"
    )


def people_text(error: BaseException, run: ScenarioRun | None) -> str:
    """The failure as printed under the scenario's name, with the step that failed."""
    return "\n".join([*([run.failed_where] if run else []), failure_of(error).text])


@dataclass
class ScenarioRun:
    """The steps of one scenario, its world once a step needs it, and its evidence."""

    file: FeatureFile
    written: WrittenScenario
    evidence: Evidence
    stage: Stage
    make_world: Callable[[Stage], StoryWorld]
    world: StoryWorld | None = None
    verdict: str = "passed"
    failed_at: str | None = None
    finished: bool = False
    _done: int = 0
    _told: str | None = None
    _current: Step | None = None
    _said: dict[int, Sentence] = field(default_factory=dict)

    @property
    def failed_where(self) -> str:
        """The line that failed; what only shows when all is done belongs to the scenario as a whole."""
        return self.failed_at or f"{self.file.shown}:{self.written.line}: at the end of the scenario"

    def begin(self) -> None:
        """Write down which scenario this is."""
        written, feature = self.written, self.file.feature
        assert feature is not None
        self.evidence.write(
            "scenario",
            feature_path=self.file.shown,
            feature_name=feature["name"],
            area=self.file.area,
            rule=written.rule,
            name=written.name,
            example=dict(written.example) if written.example is not None else None,
            tags=sorted(written.tags),
            line=written.line,
            description=written.description,
        )

    def begin_step(self, step: Step) -> None:
        """The next step is about to act."""
        self._current = step
        self.stage.step = self._done + 1
        after = self.written.steps[self._done + 1 : self._done + 2]
        self.stage.next_text = fill(after[0].text, self.written.example) if after else ""

    def act(self, sentence: str) -> None:
        """Carry out the current step."""
        assert self._current is not None
        match = registry.match(sentence)
        self._said[self._done] = match.sentence
        table, written = None, self.written.steps[self._done]
        if match.sentence.table is not None and written.table:
            table = match.sentence.table.read(fill_table(written.table, self.written.example), written.table_lines)
        if self.world is None:
            self.world = self.make_world(self.stage)
        try:
            match.act(self.world, table=table, text=self._current.docstring)
        except NotExercised as cannot:
            self.end_step("not reached")
            self.set_aside("not exercised", reason=str(cannot), capability=cannot.capability)
            pytest.skip(str(cannot))
        except pytest.skip.Exception as skipped:
            raise StoryError(f"a step tried to skip ({skipped}); only exceptions.yaml sets a scenario aside") from None

    def end_step(self, verdict: str) -> None:
        """The current step is over."""
        self._write_step(self._done, verdict)
        self._done += 1
        self._current = None

    def fail(self, error: BaseException) -> None:
        """The current step did not hold."""
        step = self.written.steps[self._done]
        self.failed_at = f"{self.file.shown}:{step.line}: {step.keyword} {fill(step.text, self.written.example)}"
        self._write_failure(error, self.stage.step)
        self.end_step("failed")

    def set_aside(self, verdict: str, **why: str | None) -> None:
        """The scenario does not act, and the evidence says why and who answers for that."""
        self.verdict = verdict
        self.evidence.write("skipped", **why)

    def finish(self) -> BaseException | None:
        """Tie out, write what never ran, give the verdict. Answers the failure of the tie-out, if there is one."""
        self.stage.step = None
        in_test: list[Money] = []
        unbalanced: list[Money] = []
        failure = self._guarded(self._tie_out)
        failure = self._guarded(lambda: in_test.extend(self._figures().amount_in_test)) or failure
        failure = self._guarded(lambda: unbalanced.extend(self._figures().out_of_balance)) or failure
        for index in range(self._done, len(self.written.steps)):
            self._write_step(index, "not reached")
        self.evidence.write("result", verdict=self.verdict, amount_in_test=in_test, out_of_balance=unbalanced)
        self.close()
        return failure

    def close(self) -> None:
        """Let go of the systems and of the file."""
        self.finished = True
        if self.world is not None:
            self.world.shut_down()
        self.evidence.close()

    def _tie_out(self) -> None:
        if self.world is not None and self.verdict in ("passed", "failed"):
            self.world.finish()

    def _figures(self) -> StoryWorld:
        return self.world or StoryWorld()

    def _guarded(self, ask: Callable[[], None]) -> BaseException | None:
        """Ask systems that may be broken: the verdict is written all the same. A failure is told once."""
        try:
            ask()
        except Exception as error:  # noqa: BLE001 - whatever comes must reach the evidence before it reaches people
            if self._told != str(error):
                self._write_failure(error, None)
            return error
        return None

    def _write_failure(self, error: BaseException, step: int | None) -> None:
        self.verdict, self._told = "failed", str(error)
        failure = failure_of(error)
        severity = next(
            (tag.removeprefix("severity:") for tag in self.written.tags if tag.startswith("severity:")), None
        )
        bears = self._bears(failure, step)
        self.evidence.write(
            "failed",
            step=step,
            title=failure.title,
            message=failure.message,
            cause=failure.cause,
            money_at_risk=list(failure.money_at_risk),
            severity=severity,
            stage=(stage := self._stage_of(failure, step)),
            axes=list(bears.touches),
            natures=list(bears.natures),
            published=bears.published,
            stays=bears.stays,
            owner=self._figures().answers_for(stage) or ROLE_OF[stage],
        )

    def _stage_of(self, failure: Failure, step: int | None) -> ProcessStage:
        """What the tie-out says, or the sentence that failed; one that belongs to no stage ("it is refused") is about the one
        before. A story that cannot be carried out is wrong itself, in none."""
        if failure.stage or failure.cause == "story" or step is None:
            return failure.stage
        return next((one.stage for one in self._before(step) if one.stage), "")

    def _bears(self, failure: Failure, step: int | None) -> Bearing:
        """What it hurts: what the check says of what differs, beside what the sentence says that failed, or the one before it
        that says anything. A story that cannot be carried out hurts nothing but itself."""
        found = failure.bears or Bearing()
        if failure.cause in ("story", "tie-out") or step is None:
            return found
        return found | next((one.bears for one in self._before(step) if one.bears != Bearing()), Bearing())

    def _before(self, step: int) -> Iterator[Sentence]:
        """The sentences up to a step, the last one first."""
        return (self._said[index] for index in range(step - 1, -1, -1) if index in self._said)

    def _today(self) -> date | None:
        days: list[date | None] = [None]
        self._guarded(lambda: days.append(self._figures().today))
        return days[-1]

    def _write_step(self, index: int, verdict: str) -> None:
        step, example = self.written.steps[index], self.written.example
        today = self._today() if verdict != "not reached" else None
        self.evidence.write(
            "step",
            index=index + 1,
            keyword=step.keyword,
            text=fill(step.text, example),
            line=step.line,
            pattern=self._said[index].pattern if index in self._said else None,
            background=step.background,
            table=fill_table(step.table, example) or None,
            docstring=None if step.docstring is None else fill(step.docstring, example),
            verdict=verdict,
            business_date=today.isoformat() if today else None,
        )
