"""The requirements that stories prove: each number means one promise, so that no two features use it for different ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

from steps.language.story import Mistake
from tieout.feature_files import FeatureFile

FILE = "requirements.yaml"
_TAG = "@req:"
_SAY = "write `NUMBER: {promise: what is promised, areas: [the folders that prove it]}`"


@dataclass(frozen=True)
class Requirement:
    """What a number promises, and the process areas whose features may prove it."""

    promise: str
    areas: tuple[str, ...]


@cache
def requirements(root: Path) -> tuple[Mapping[str, Requirement] | None, tuple[Mistake, ...]]:
    """The requirements of a features folder by number, or None where it lists none; and the mistakes of the list."""
    path = root / FILE
    if not path.is_file():
        return None, ()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        line = getattr(getattr(wrong, "problem_mark", None), "line", 0) + 1
        return {}, (Mistake(str(path), line, f"this is not readable YAML; {_SAY}"),)
    if not isinstance(node, yaml.MappingNode):
        return {}, (Mistake(str(path), 1, f"this is no list of requirements; {_SAY}"),)
    found: dict[str, Requirement] = {}
    mistakes = []
    for key, value in node.value:
        number, line = str(key.value), key.start_mark.line + 1
        told = yaml.BaseLoader("").construct_document(value)
        if number in found:
            mistakes.append(
                Mistake(str(path), line, f"the requirement {number} stands here twice; give one a number of its own")
            )
        elif not _is_sound(told):
            mistakes.append(Mistake(str(path), line, f"the requirement {number} cannot be read; {_SAY}"))
        elif said := _not_one(told["promise"], found):
            mistakes.append(Mistake(str(path), line, f"the requirement {number} {said}"))
        else:
            found[number] = Requirement(told["promise"], tuple(told["areas"]))
    return found, tuple(mistakes)


def _not_one(promise: str, found: Mapping[str, Requirement]) -> str:
    """Why a number and its promise do not stand for each other alone; "" if they do."""
    if ";" in promise:
        return "promises several things; give each a number of its own"
    same = [number for number, one in found.items() if one.promise.casefold() == promise.casefold()]
    return f"promises what {same[0]} does; give the features one number" if same else ""


def _is_sound(told: object) -> bool:
    if not isinstance(told, dict) or told.keys() != {"promise", "areas"} or not isinstance(told["areas"], list):
        return False
    return bool(told["promise"] and told["areas"]) and all(isinstance(area, str) for area in told["areas"])


def requirement_mistakes(files: Iterable[FeatureFile]) -> Iterator[Mistake]:
    """Numbers that nobody promised, and those that a feature of another area uses for something else; what the list has wrong."""
    listed = dict.fromkeys(file.root for file in files)
    for root in listed:
        yield from requirements(root)[1]
    for file in files:
        known, _ = requirements(file.root)
        if known is not None:
            for line, number in _used(file):
                if said := _wrong(file, number, known):
                    yield Mistake(str(file.path), line, said)


def _used(file: FeatureFile) -> Iterator[tuple[int, str]]:
    for line, text in enumerate(file.text.splitlines(), 1):
        if text.lstrip().startswith("@"):
            tags = text.partition(" #")[0].split()
            yield from ((line, tag.removeprefix(_TAG)) for tag in tags if tag.startswith(_TAG))


def _wrong(file: FeatureFile, number: str, known: Mapping[str, Requirement]) -> str:
    if number not in known:
        near = f" (did you mean {close[0]}?)" if (close := get_close_matches(number, known, n=1, cutoff=0.9)) else ""
        return f"the requirement {number} is not in {file.root.name}/{FILE}{near}; say there what it promises"
    one = known[number]
    if file.area in one.areas:
        return ""
    areas = " and ".join(one.areas)
    return (
        f"the requirement {number} is {one.promise!r} of {areas}, and this is {file.area}: give this feature a number of its own,"
        f" or add {file.area} to its areas in {file.root.name}/{FILE}"
    )
