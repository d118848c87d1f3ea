"""What the Gherkin parser refuses, in the author's words; and what it accepts although it was not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gherkin.dialect import DIALECTS, Dialect

from steps.language.nearest import did_you_mean
from tieout.feature_files import FeatureFile, Node, placeholders

_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*([\w-]+)")
_WORD_WITH_COLON = re.compile(r"\s*([^\W\d_][\w ]{2,30}?)\s*:(?!\S)")
# Words that begin a sentence of prose and are one letter away from a keyword.
_PROSE = frozenset("the they them than hen an any add ad by bug bit put buy end band hand".split())
Complaint = tuple[int, str]


class Keywords:
    """The keywords of the file's language."""

    def __init__(self, language: str) -> None:
        dialect = Dialect.for_name(language) or Dialect.for_name("en")
        assert dialect is not None  # English is always there
        self.blocks: tuple[str, ...] = tuple(
            dict.fromkeys(
                [
                    *dialect.feature_keywords,
                    *dialect.background_keywords,
                    *dialect.rule_keywords,
                    *dialect.scenario_keywords,
                    *dialect.scenario_outline_keywords,
                    *dialect.examples_keywords,
                ]
            )
        )
        steps = (dialect.given_keywords, dialect.when_keywords, dialect.then_keywords, dialect.and_keywords)
        self.steps = tuple(dict.fromkeys(k.strip() for group in (*steps, dialect.but_keywords) for k in group))


def parser_mistakes(file: FeatureFile) -> Iterator[Complaint]:
    """The parser's complaints. Only the first of a block is about the mistake; the rest follow from it."""
    if not file.errors:
        if file.feature is None:
            yield 1, "this file has no feature; begin it with: Feature: what it promises"
        return
    lines = file.text.splitlines()
    keywords = Keywords(_language(file.text))
    last = -2
    for line, message in sorted(file.errors):
        if line != last + 1:
            written = lines[line - 1].strip() if 0 < line <= len(lines) else ""
            yield line, _in_plain_words(message, written, keywords, file)
        last = line


def _language(text: str) -> str:
    found = _LANGUAGE.match(text)
    return found[1] if found else "en"


def _language_of(word: str) -> str | None:
    """The language whose word for a feature this is; the first of several by their codes."""
    if not word:
        return None
    return next((code for code in sorted(DIALECTS) if word in DIALECTS[code]["feature"]), None)


def _other_language(told: str, written: str) -> str:
    """The file says one language, or none and so English, and is written in another."""
    if written == "en":
        return f"the file says # language: {told}, but is written in English; remove that line"
    of = "in English" if told == "en" else f"of the language {told}"
    return f"this is no keyword {of}; begin the file with a line: # language: {written}"


def _in_plain_words(message: str, written: str, keywords: Keywords, file: FeatureFile) -> str:
    if message.startswith("the file cannot be read"):
        return message
    if "inconsistent cell count" in message:
        return "this row of the table has another number of cells than its header; every row needs the same columns"
    if "Language not supported" in message:
        return f"{message}; write a code such as en, de or fr"
    if "unexpected end of file" in message:
        if file.text.rstrip().splitlines()[-1].lstrip().startswith("@"):
            return "the tags at the end of the file mark nothing; put them above a scenario, or remove them"
        return 'the file ends inside a text or before a step; close every text with a line of """'
    if written.startswith("@"):
        return "tags are words that begin with @, on the line above what they mark; write each in one word"
    if written.startswith("|"):
        return "a table may stand only below a step or below Examples:"
    return _unexpected(written, keywords, file)


def _unexpected(written: str, keywords: Keywords, file: FeatureFile) -> str:
    first = written.split(" ", 1)[0]
    block = written.partition(":")[0].strip()
    if not re.search(rf"^\s*({'|'.join(map(re.escape, keywords.blocks))})\s*:", file.text, re.MULTILINE):
        if language := _language_of(block):
            return _other_language(_language(file.text), language)
        return "this file has no feature; begin it with: Feature: what it promises"
    near = _near(block, keywords.blocks) if ":" in written else None
    if near and near != block:
        return f'"{block}:" is no keyword; did you mean {near}:?'
    if near:
        return f'"{near}:" cannot stand here; a file has one Feature, with one Background before its scenarios'
    if first in keywords.steps:
        return f'the step "{written}" stands outside of a scenario; put it below a line with Scenario:'
    step = _near_step(written, keywords)
    if step:
        return step
    missing = next(
        (word for word in sorted(keywords.blocks, key=len, reverse=True) if written.startswith(word + " ")), None
    )
    if missing:
        return f"a colon is missing; did you mean: {missing}: {written[len(missing) :].strip()}"
    return f'"{written}" cannot stand here; a step begins with {", ".join(keywords.steps[1:5])}'


def stray_keywords(file: FeatureFile) -> Iterator[Complaint]:
    """Lines of a description that were meant as a keyword: whatever stands below them would silently not run."""
    keywords = Keywords(_language(file.text))
    lines = file.text.splitlines()
    for node in _described(file.feature or {}):
        for line in _description_lines(lines, node["location"]["line"], node["description"]):
            said = _stray(lines, line, keywords, steps_follow="steps" in node)
            if said:
                yield line, said


def _description_lines(lines: Sequence[str], keyword_line: int, description: str) -> range:
    """The line numbers of a description: it begins below its keyword, after blank lines and comments."""
    if not description.strip():
        return range(0)
    first = description.strip("\n").splitlines()[0].strip()
    start = next(at for at in range(keyword_line, len(lines)) if lines[at].strip() == first) + 1
    return range(start, min(start + len(description.splitlines()) + 1, len(lines) + 1))


def _near_step(written: str, keywords: Keywords) -> str | None:
    first, _, rest = written.partition(" ")
    meant = _near(first, keywords.steps) if rest and first.lower() not in _PROSE else None
    return f'"{first}" is no keyword; did you mean: {meant} {rest.strip()}' if meant and meant != first else None


def _stray(lines: Sequence[str], line: int, keywords: Keywords, *, steps_follow: bool) -> str | None:
    written = lines[line - 1]
    if steps_follow and (step := _near_step(written.strip(), keywords)):
        return step
    found = _WORD_WITH_COLON.match(written)
    meant = _near(found[1], keywords.blocks) if found else None
    if found and meant and meant != found[1]:
        return f'"{found[1]}:" is no keyword, so nothing below it would run; did you mean {meant}:?'
    missing = next((word for word in keywords.blocks if written.strip().startswith(word + " ")), None)
    below = next((text.split(" ", 1)[0] for text in map(str.strip, lines[line:]) if text), "")
    if missing and below in keywords.steps:
        said = written.strip()[len(missing) :].strip()
        return f"a colon is missing, so nothing below would run; did you mean: {missing}: {said}"
    return None


def _described(feature: Any) -> Iterator[Node]:
    yield feature
    for child in feature["children"]:
        for node in child.values():
            yield node
            yield from node.get("examples", ())
            for part in node.get("children", ()):
                yield from part.values()
                yield from next(iter(part.values())).get("examples", ())


def _near(word: str, keywords: Sequence[str]) -> str | None:
    """The keyword that is meant, if at most two letters differ (one for short words)."""
    plain = word.lower()
    rated = [(_distance(plain, keyword.lower()), keyword) for keyword in keywords]
    distance, best = min(rated, key=lambda pair: pair[0])
    return best if distance <= (2 if len(best) > 5 else 1) else None


def _distance(one: str, other: str) -> int:
    """Letters to insert, drop, replace or exchange with their neighbor."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row, above = row, [i], before
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], above[j - 2] + 1)
    return row[-1]


def first_step_mistakes(file: FeatureFile) -> Iterator[Complaint]:
    """Blocks that begin with And, But or *: there is nothing before them that they could go on from."""
    for node in _described(file.feature or {}):
        first = next(iter(node.get("steps", ())), None)
        if first is not None and first["keywordType"] in ("Conjunction", "Unknown"):
            given, keyword = Keywords(_language(file.text)).steps[1], first["keyword"].strip()
            said = f"the first step here cannot begin with {keyword}; write Given, When or Then as it is meant: {given}"
            yield first["location"]["line"], f"{said} {first['text']}"


def outline_mistakes(file: FeatureFile) -> Iterator[Complaint]:
    """Placeholders without a column, columns without a use, Examples without rows."""
    for scenario, background in _scenario_nodes(file.feature or {}):
        yield from _placeholder_mistakes(scenario, background)


def _scenario_nodes(feature: Any) -> Iterator[tuple[Node, list[Node]]]:
    outer: list[Node] = []
    for child in feature["children"]:
        if "background" in child:
            outer = list(child["background"]["steps"])
        elif "scenario" in child:
            yield child["scenario"], outer
        else:
            inner = outer
            for part in child["rule"]["children"]:
                if "background" in part:
                    inner = outer + list(part["background"]["steps"])
                else:
                    yield part["scenario"], inner


def _placeholder_mistakes(scenario: Node, background: Sequence[Node]) -> Iterator[Complaint]:
    used: dict[str, int] = dict.fromkeys(placeholders(scenario["name"]), scenario["location"]["line"])
    for step in [*background, *scenario["steps"]]:
        for name in sorted(_step_placeholders(step)):
            used.setdefault(name, step["location"]["line"])
    line = scenario["location"]["line"]
    if not scenario["examples"]:
        for name, at in used.items():
            yield at, f"<{name}> is to be filled in, but the scenario has no Examples: with a column {name}"
        if not used and "outline" in scenario["keyword"].lower():
            yield line, "this outline has no Examples:; add a table of them, or write Scenario:"
        return
    for examples in scenario["examples"]:
        yield from _examples_mistakes(examples, used)


def _examples_mistakes(examples: Node, used: dict[str, int]) -> Iterator[Complaint]:
    line = examples["location"]["line"]
    header = [cell["value"] for cell in examples.get("tableHeader", {}).get("cells", ())]
    if not header or not examples.get("tableBody"):
        yield line, "these Examples have no rows, so nothing of the outline would run; add a row or remove them"
    for name, at in used.items():
        if header and name not in header:
            yield at, f"<{name}> has no column in the Examples of line {line}{did_you_mean(name, header)}"
    for name in header:
        if name not in used:
            yield line, f"the column {name} of the Examples is never used; write <{name}> where it belongs or remove it"
        if header.count(name) > 1:
            yield line, f"the column {name} stands twice in the Examples"


def _step_placeholders(step: Node) -> set[str]:
    cells = [cell for row in step["cells"] for cell in row]
    texts = [step["text"], *cells, step.get("docString", {}).get("content", "")]
    return {name for text in texts for name in placeholders(text)}
