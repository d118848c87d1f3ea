"""Evidence files: what was seen, chained line by line, sealed as a set, verifiable with nothing but Python.

    evidence = ScenarioEvidence(out / "evidence" / "amendments.midterm_upsell" / "twenty-seats.jsonl")
    evidence.write("scenario", feature_path=..., name=..., ...)
    evidence.write("result", verdict="passed", amount_in_test=[], out_of_balance=[])
    evidence.close()
    seal(out, stack="built-in", control_total={"written": 1, "collected": 1, "run": 1})

Each line is canonical JSON and carries the hash of the line before, so a changed, dropped or inserted line is named by
file and line. Lines reach the disk one by one: a run that is killed leaves a readable beginning, recognizable by its
missing ``result``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TextIO

from reports.evidence.encoding import canonical, digest, plain, write_whole
from reports.evidence.records import KINDS

FORMAT = 1
_NO_HASH = "\0hash to come\0"
_HASH_TO_COME = f'"hash":{canonical(_NO_HASH)},'
Record = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something about a sealed run that a reader must know: the file, the line where it has one, and one sentence."""

    path: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}" if self.line else f"{self.path}: {self.sentence}"


class BrokenEvidenceError(Exception):
    """A line of evidence is not what was written; the message names file and line."""

    def __init__(self, path: Path, line: int, sentence: str) -> None:
        self.finding = Finding(path=_named(path), line=line, sentence=sentence)
        super().__init__(str(self.finding))


class ScenarioEvidence:
    """The evidence of one scenario, written while it runs. An older file of the same scenario is replaced."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _opened(path)
        self._count = 0
        self._last = ""

    def write(self, kind: str, /, **record: Any) -> None:
        """Append one record: nouns of the model become plain JSON, secrets are masked, the chain is continued."""
        _assert_shape(kind, record)
        self._count += 1
        line, self._last = _chained({"kind": kind, **plain(record)}, self._count, self._last)
        self._file.write(line + "\n")

    def close(self) -> None:
        """End the file; a second call changes nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *leaving: object) -> None:
        self.close()


def _opened(path: Path) -> TextIO:
    """Line by line, so that a killed run has lost nothing. The folder is only asked about where it is missing."""
    try:
        return path.open("w", encoding="utf-8", newline="\n", buffering=1)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8", newline="\n", buffering=1)


def _assert_shape(kind: str, record: Record) -> None:
    shape = KINDS.get(kind)
    assert shape, f"no record is called {kind!r}; the kinds are {', '.join(KINDS)}"
    missing = sorted(shape.__required_keys__ - record.keys())
    unknown = sorted(record.keys() - shape.__required_keys__ - shape.__optional_keys__)
    assert not missing, f"a {kind} record lacks {', '.join(missing)}"
    assert not unknown, f"a {kind} record has no {', '.join(unknown)}"


def _chained(record: Record, number: int, previous: str) -> tuple[str, str]:
    # Encoded once, with a hash that nothing else can be; without it, the line is what the hash is of.
    text = canonical({**record, "n": number, "prev": previous, "hash": _NO_HASH})
    before, after = text.split(_HASH_TO_COME, 1)
    own = digest(before + after)
    return f'{before}"hash":"{own}",{after}', own


def read(path: Path) -> list[Record]:
    """Read the records of one scenario and verify the chain.

    A last line that a killed run left unfinished is dropped: nothing after the last line end was ever evidence.

    Raises:
        BrokenEvidenceError: a line is not JSON, was changed, or does not follow the line before; names file and line.
    """
    return _believed(path, path.read_bytes())


def _believed(path: Path, content: bytes) -> list[Record]:
    records: list[Record] = []
    previous = ""
    for number, line in enumerate(_whole_lines(content), start=1):
        record = _parsed(path, number, line)
        if (record.get("n"), record.get("prev")) != (number, previous):
            raise BrokenEvidenceError(
                path, number, "this line does not follow the one before: lines were removed or moved."
            )
        previous = str(record.get("hash"))
        if digest(line.replace(f'"hash":"{previous}",', "", 1)) != previous:
            raise BrokenEvidenceError(path, number, "this line was changed after it was written.")
        records.append(record)
    return records


def whole_lines(path: Path) -> list[str]:
    """Read the finished lines of a file."""
    return _whole_lines(path.read_bytes())


def _whole_lines(content: bytes) -> list[str]:
    """The finished lines; what follows the last line end was never finished."""
    return content.decode("utf-8", errors="replace").split("\n")[:-1]


def _parsed(path: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        raise BrokenEvidenceError(path, number, "this line is not a record of evidence.")
    return record


def _named(path: Path) -> str:
    """Say where a file stands inside its run folder, never where on a machine."""
    parts = path.parts
    return "/".join(parts[parts.index("evidence") :]) if "evidence" in parts else path.name


def scenario_files(folder: Path) -> list[Path]:
    """List the evidence files of a run in their one order."""
    return sorted((folder / "evidence").glob("*/*.jsonl"), key=Path.as_posix)


def seal(folder: Path, **facts: Any) -> Path:
    """Write manifest.json over the evidence of a finished run: one hash per file and one over them all.

    ``facts`` are what the reader must know and the files do not say: stack, world, policies, commit, versions,
    sign_offs ``[{"role", "meaning"}]`` and control_total with ``written``, ``collected`` and ``run``; ``reported`` is
    counted here from the files that end in a verdict.
    """
    files = [_sealed(folder, path) for path in scenario_files(folder)]
    reported = sum(1 for file in files if file["verdict"])
    total = {**facts.pop("control_total", {}), "reported": reported}
    sealed = {"control_total": total, "files": files, "seal": digest(canonical(files))}
    told = {"format": FORMAT, "sources": [], **plain(facts), **sealed}
    text = json.dumps({**told, "manifest_seal": _whole_seal(told)}, sort_keys=True, indent=1, ensure_ascii=False)
    return write_whole(folder / "manifest.json", text + "\n")


def _whole_seal(manifest: Record) -> str:
    """One hash over everything that the manifest says."""
    return digest(canonical({key: part for key, part in manifest.items() if key != "manifest_seal"}))


def _sealed(folder: Path, path: Path) -> Record:
    content = path.read_bytes()
    lines = _whole_lines(content)
    first, last = (_parsed(path, 1, lines[0]), _parsed(path, len(lines), lines[-1])) if lines else ({}, {})
    return {
        "path": path.relative_to(folder).as_posix(),
        "sha256": digest(content),
        "last_hash": last.get("hash", ""),
        "feature": first.get("feature_path", ""),
        "scenario": first.get("name", ""),
        "company": _company(path, lines),
        "verdict": last.get("verdict") if last.get("kind") == "result" else None,
    }


def _company(path: Path, lines: list[str]) -> str | None:
    """The company of a story, if it has one."""
    told = ((number, line) for number, line in enumerate(lines, 1) if '"kind":"policies"' in line)
    company = next((_parsed(path, number, line).get("company") for number, line in told), None)
    return None if company is None else str(company)


def verify(folder: Path) -> list[Finding]:
    """Check a run folder against its own manifest; an empty list means that every byte is as it was sealed."""
    manifest = manifest_of(folder)
    if not manifest:
        sentence = "there is no readable manifest, so nothing vouches for this run."
        return [Finding(path="manifest.json", line=None, sentence=sentence)]
    contents = [finding for _, _, findings in contents_of(folder, manifest) for finding in findings]
    return [*seal_findings(manifest), *contents, *_total_findings(manifest)]


def manifest_of(folder: Path) -> Record:
    """Read the manifest of a run; a run that was never sealed, or whose manifest cannot be read, has an empty one."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def seal_findings(manifest: Record) -> Iterator[Finding]:
    """Check the seal over the list of files."""
    if digest(canonical(manifest.get("files", []))) != manifest.get("seal"):
        yield Finding(path="manifest.json", line=None, sentence="the list of files was changed after it was sealed.")
    elif manifest.get("manifest_seal") != _whole_seal(manifest):
        yield Finding(
            path="manifest.json", line=None, sentence="what it says of the run was changed after it was sealed."
        )


def contents_of(folder: Path, manifest: Record) -> Iterator[tuple[str, list[Record], list[Finding]]]:
    """Read every file, present or sealed: its name, its records as far as they can be believed, what is wrong with it."""
    sealed = {file["path"]: file for file in manifest.get("files", [])}
    present = {path.relative_to(folder).as_posix(): path for path in scenario_files(folder)}
    for name in sorted(sealed.keys() | present.keys()):
        if name in present:
            yield name, *_content(name, present[name], sealed.get(name))
        else:
            yield name, [], [Finding(path=name, line=None, sentence="this file was sealed and is gone.")]


def _content(name: str, path: Path, sealed: Record | None) -> tuple[list[Record], list[Finding]]:
    content = path.read_bytes()
    try:
        records = _believed(path, content)
    except BrokenEvidenceError as broken:
        return [], [broken.finding]
    findings = []
    if not records or records[-1]["kind"] != "result":
        sentence = "the scenario was interrupted: it has no verdict."
        findings.append(Finding(path=name, line=len(records), sentence=sentence))
    if sealed is None:
        findings.append(Finding(path=name, line=None, sentence="this file was added after the run was sealed."))
    elif digest(content) != sealed["sha256"]:
        findings.append(Finding(path=name, line=None, sentence="this file is not the one that was sealed."))
    return records, findings


def _total_findings(manifest: Record) -> Iterator[Finding]:
    steps = control_total(manifest)
    if any(step.sign == "\u2260" for step in steps):
        said = ", ".join(f"{step.name} {'unknown' if step.count is None else step.count}" for step in steps)
        yield Finding(path="manifest.json", line=None, sentence=f"the control total does not agree: {said}.")


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A stage of the control total: how many scenarios it saw, and how that compares with the stage before."""

    name: str
    count: int | None
    sign: str


def control_total(manifest: Record) -> list[Counted]:
    """Read written = collected = run = reported; where scenarios were selected, these must equal run and reported.

    What nobody counted is None, and agrees with nothing. The sign before a stage is = or \u2260, and > before a selection.
    """
    counts = manifest.get("control_total", {})
    names = [
        name for name in ("written", "collected", "selected", "run", "reported") if name != "selected" or name in counts
    ]
    steps = [Counted(name=names[0], count=counts.get(names[0]), sign="")]
    for name in names[1:]:
        before, count = steps[-1].count, counts.get(name)
        agrees = None not in (before, count) and (before == count or (name == "selected" and count < before))
        steps.append(Counted(name=name, count=count, sign=("=" if before == count else ">") if agrees else "\u2260"))
    return steps
