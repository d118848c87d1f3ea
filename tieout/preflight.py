"""Every mistake in every feature at once, before anything acts: file, line, one sentence, what to write instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from steps.language.nearest import did_you_mean
from steps.language.phrases import Match, PhraseError, UnknownSentence, registry
from steps.language.story import Mistake, Story, StoryStep, story_checks
from steps.language.tables import Blank, Rows, Table, TableError
from tieout.exceptions import exception_mistakes
from tieout.feature_files import (
    FeatureFile,
    WrittenScenario,
    WrittenStep,
    fill,
    fill_table,
    placeholders,
    read,
)
from tieout.grammar import first_step_mistakes, outline_mistakes, parser_mistakes, stray_keywords
from tieout.naming import name_mistakes, named, same_evidence
from tieout.phrase_book import load_vocabulary
from tieout.requirements import requirement_mistakes
from tieout.runs import is_output
from tieout.tags import is_known, known_tags


def discover(config: pytest.Config) -> tuple[FeatureFile, ...]:
    """The feature files below the paths of this run. UsageError for a feature file that does not exist."""
    here = config.invocation_params.dir
    found: dict[Path, None] = {}
    for argument in config.args:
        path = Path(os.path.abspath(here / str(argument).partition("::")[0]))
        if path.suffix == ".feature" and not path.exists():
            if path.is_symlink():
                raise pytest.UsageError(f"{path.name} is a link to a file that is not there")
            near = [other.name for other in path.parent.glob("*.feature")]
            raise pytest.UsageError(f"there is no feature file {path.name}{did_you_mean(path.name, near)}")
        if path.is_file() and path.suffix == ".feature" and "::" in str(argument):
            _must_have(read(path), str(argument).partition("::")[2])
        paths = [path] if path.is_file() else _below(path, config.getini("norecursedirs"), output_folder(config))
        found |= dict.fromkeys(p for p in paths if p.suffix == ".feature")
    return tuple(read(path) for path in sorted(found))


def _must_have(file: FeatureFile, title: str) -> None:
    titles = [written.title for written in file.scenarios]
    if titles and title not in [known.replace("::", ": :") for known in titles]:
        raise pytest.UsageError(f"{file.path.name} has no scenario {title!r}{did_you_mean(title, titles)}")


def output_folder(config: pytest.Config) -> Path:
    """Where this run's folder is made."""
    return Path(config.invocation_params.dir / config.getoption("--out"))


def _below(folder: Path, skipped: Sequence[str], out: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        kept = [name for name in folders if not any(fnmatch(name, pattern) for pattern in skipped)]
        folders[:] = [name for name in kept if not is_output(Path(where, name), out)]
        yield from (Path(where, name) for name in names)


def look_for_mistakes(config: pytest.Config, files: Sequence[FeatureFile]) -> list[Mistake]:
    """All mistakes, with the sentences of every conftest.py beside the features known."""
    learn_sentences(config, files)
    told = told_world(config.getoption("--world"), config.invocation_params.dir)
    return sorted({*preflight(files), *_world_mistakes(files, told)})


def told_world(option: str | None, here: Path) -> str | None:
    """What --world says: a name as it is, a file from where the command was given."""
    return str(here / option) if option and option.endswith((".yaml", ".yml")) else option


def _world_mistakes(files: Sequence[FeatureFile], told: str | None) -> Iterator[Mistake]:
    folders = dict.fromkeys(folder for file in files for folder in file.companies)
    if folders or told or "scenarios.world" in sys.modules:  # a vocabulary without companies need not read them
        from tieout.worlds import world_mistakes

        yield from world_mistakes(folders, told)


def learn_sentences(config: pytest.Config, files: Sequence[FeatureFile]) -> None:
    """Load the vocabulary, and every conftest.py beside a feature, which pytest itself would only load while collecting."""
    try:
        load_vocabulary(config.getoption("--vocabulary"))
        _load_conftests(config, files)
    except PhraseError as wrong:
        raise pytest.UsageError(str(wrong)) from None


def _load_conftests(config: pytest.Config, files: Sequence[FeatureFile]) -> None:
    manager = config.pluginmanager
    for folder in dict.fromkeys(folder for file in files for folder in reversed([*_up_to_root(file)])):
        if (folder / "conftest.py").is_file():
            manager._loadconftestmodules(
                folder,
                importmode=config.getoption("importmode"),
                rootpath=config.rootpath,
                consider_namespace_packages=config.getini("consider_namespace_packages"),
            )


def _up_to_root(file: FeatureFile) -> Iterator[Path]:
    for folder in file.path.parents:
        yield folder
        if folder == file.root:
            return


def preflight(files: Sequence[FeatureFile]) -> list[Mistake]:
    """All mistakes, in the order of files and lines."""
    mistakes = [mistake for file in files for mistake in _file_mistakes(file)]
    for root in {file.root for file in files}:
        mistakes += known_tags(root)[1]
    beside = (*requirement_mistakes(files), *same_evidence(files))
    mistakes += (Mistake(_shown(Path(one.path)), one.line, one.sentence) for one in beside)
    return sorted({*mistakes, *exception_mistakes(files)})


def _file_mistakes(file: FeatureFile) -> Iterator[Mistake]:
    for line, sentence in _complaints(file):
        yield Mistake(_shown(file.path), line, sentence)


@cache
def _shown(path: Path) -> str:
    """The path as the person who started the run would type it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _complaints(file: FeatureFile) -> Iterator[tuple[int, str]]:
    yield from parser_mistakes(file)
    if file.feature is None:
        return
    stray = list(stray_keywords(file))
    yield from stray
    if not stray and not next(named(file), None):
        yield 1, "this feature promises nothing: it has no scenario"
    yield from first_step_mistakes(file)
    yield from outline_mistakes(file)
    yield from name_mistakes(file)
    yield from _tag_mistakes(file)
    for written in file.scenarios:
        yield from _scenario_mistakes(file, written)


def _tag_mistakes(file: FeatureFile) -> Iterator[tuple[int, str]]:
    known, _ = known_tags(file.root)
    if known is None:
        return
    for line, text in enumerate(file.text.splitlines(), 1):
        if not text.lstrip().startswith("@"):
            continue
        for tag in text.partition(" #")[0].split():
            name = tag.lstrip("@")
            if tag.startswith("@") and not is_known(name, known):
                yield line, f"the tag @{name} is not in {file.root.name}/tags.yaml{did_you_mean(name, sorted(known))}"


def _scenario_mistakes(file: FeatureFile, written: WrittenScenario) -> Iterator[tuple[int, str]]:
    if not written.steps:
        yield written.line, f'the scenario "{written.name}" has no steps, so it would pass without doing anything'
    steps = []
    for step in written.steps:
        if _unfilled(step, written):
            continue  # said already, and nothing that follows from it is another mistake
        try:
            steps.append(_recognized(step, written))
        except _Mistaken as mistaken:
            yield from mistaken.complaints
    story = Story(
        _shown(file.path), written.name, written.line, written.tags, tuple(steps), file.companies, file.cutovers
    )
    yield from _unknown_names(story)
    yield from ((m.line, m.sentence) for check in story_checks for m in check(story))


def _unfilled(step: WrittenStep, written: WrittenScenario) -> bool:
    """Whether a placeholder of the step has no column in the Examples."""
    texts = [step.text, step.docstring or "", *(cell for row in step.table for cell in row)]
    return any(placeholders(text) - (written.example or {}).keys() for text in texts)


class _Mistaken(Exception):
    def __init__(self, complaints: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.complaints = complaints


def _recognized(step: WrittenStep, written: WrittenScenario) -> StoryStep:
    text = fill(step.text, written.example)
    row = f" (row {written.row} of its Examples, line {written.line})" if written.row and text != step.text else ""
    try:
        match = registry.match(text)
    except UnknownSentence as unknown:
        raise _Mistaken([(step.line, f"{unknown}{row}")]) from None
    wrong = _extras(step, match)
    if wrong:
        raise _Mistaken([(step.line, wrong)])
    return StoryStep(text, step.line, match, _rows(step, match, written))


def _extras(step: WrittenStep, match: Match) -> str | None:
    """A table or text where none belongs, or none where one does."""
    table, pattern = match.sentence.table, match.sentence.pattern
    if step.table and table is None:
        return f'"{pattern}" takes no table; remove it, or search the phrase book for a sentence that takes one'
    if not step.table and table is not None and not table.optional:
        return f'"{pattern}" needs a table below it, with the columns {_columns(table)}'
    if step.docstring is not None and not match.sentence.takes_text:
        return f'"{pattern}" takes no text; remove the lines between the quotes'
    if step.docstring is None and match.sentence.takes_text:
        return f'"{pattern}" needs a text below it, between two lines of """'
    return None


def _columns(table: Table) -> str:
    return " | ".join(column.name + ("" if column.required else " (may be left out)") for column in table.columns)


def _rows(step: WrittenStep, match: Match, written: WrittenScenario) -> Rows | None:
    if match.sentence.table is None or not step.table:
        return None
    try:
        rows = match.sentence.table.read(fill_table(step.table, written.example), step.table_lines)
    except TableError as wrong:
        raise _Mistaken(wrong.mistakes) from None
    says_nothing = list(_says_nothing(rows, step.line)) if match.sentence.keyword != "then" else []
    if says_nothing:
        raise _Mistaken(says_nothing)
    return rows


def _says_nothing(rows: Rows, line: int) -> Iterator[tuple[int, str]]:
    """No row at all, or cells that say what to compare with, in a table that is compared with nothing."""
    if not rows.values:
        yield line, f"the table of {rows.table.name} has no rows, so it says nothing; add one"
    for values, line in zip(rows.values, rows.lines, strict=True):
        for column, value in zip(rows.columns, values, strict=True):
            if isinstance(value, Blank):
                said = f'"{value.value}" is for tables that check; write a value, or leave the cell empty'
                yield line, f"column {column.name}: {said}"


def _unknown_names(story: Story) -> Iterator[tuple[int, str]]:
    """Names that nothing in the story's world bears."""
    for step in story.steps:
        for parameter, value in zip(step.match.sentence.expression.parameters, step.match.values, strict=True):
            known = parameter.known(story) if parameter.known else None
            if known is not None and value not in known:
                yield step.line, f'there is no {parameter.name} "{value}" here{did_you_mean(str(value), sorted(known))}'
