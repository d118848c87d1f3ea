"""Sign-offs of a run: who in which role says what of exactly this evidence (21 CFR 11.50: name, date and time, meaning).

A sign-off is a file of its own in `signatures/`. It signs the manifest, and with it the evidence, features and companies, the
pages beside it, and the sign-off before it, so none can be changed, taken out or put in unseen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reports.evidence.chain import Finding, manifest_of, verify
from reports.evidence.encoding import SIGNED, canonical, digest, signed_text, write_whole
from reports.evidence.outcomes import outcomes
from reports.evidence.sources import source_findings
from reports.signing.keys import Key, is_signed
from reports.signing.names import disguised, plain_name

FOLDER = "signatures"
PREPARED, APPROVED, CONDITIONAL = "prepared", "approved", "approved with conditions"
MEANINGS = (PREPARED, "reviewed", APPROVED, CONDITIONAL, "rejected")
_FORMAT = 1
# The manifest is signed by itself; the list of a pack and the PDF are made after the signatures, which they show.
_UNSIGNED = ("manifest.json", "pack.json", "signoff.pdf")


class SignOffRefused(Exception):
    """A sign-off that may not be given. The message names the rule and what to do."""


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """What somebody says of a run. `signed_at` is the time on the wall, in UTC; `previous` the hash of the one before.

    `until`: the last day on which its conditions may still be open, as 2026-05-08 ("": nobody said).
    """

    role: str
    name: str
    meaning: str
    conditions: tuple[str, ...]
    signed_at: str
    manifest: str
    pages: dict[str, str]
    previous: str
    until: str = ""

    @property
    def statement(self) -> dict[str, Any]:
        """What is signed; a day that nobody said is no part of it."""
        told = {"format": _FORMAT, **vars(self), "conditions": list(self.conditions)}
        return told if self.until else {key: value for key, value in told.items() if key != "until"}

    def lapsed(self, on: date) -> bool:
        """Whether the conditions had to be met before that day."""
        return bool(self.until) and on.isoformat() > self.until

    def approves(self, on: date) -> bool:
        """Whether it is a go on that day: approved, or under conditions whose day is not over."""
        return self.meaning in (APPROVED, CONDITIONAL) and not self.lapsed(on)


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A sign-off as it lies in the run folder, whether it holds or not."""

    path: str
    text: str
    sign_off: SignOff | None
    public_key: str
    signature: str


def sign_offs(folder: Path) -> list[Signed]:
    """The sign-offs of a run, in order."""
    return [read_sign_off(path) for path in sorted((folder / FOLDER).glob("*.json"))]


def read_sign_off(path: Path) -> Signed:
    """A sign-off as it lies in a file, whether it holds or not."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    try:
        told = json.loads(text)
        said = {key: value for key, value in told["statement"].items() if key != "format"}
        sign_off = SignOff(**{**said, "conditions": tuple(said["conditions"])})
        keys = {"public_key": str(told["public_key"]), "signature": str(told["signature"])}
    except (ValueError, KeyError, TypeError, AttributeError):
        sign_off, keys = None, {"public_key": "", "signature": ""}
    if sign_off and (told.keys() != SIGNED or told["statement"] != sign_off.statement or signed_text(told) != text):
        sign_off = None
    return Signed(path=f"{FOLDER}/{path.name}", text=text, sign_off=sign_off, **keys)


def sign(
    folder: Path,
    key: Key,
    *,
    role: str,
    name: str,
    meaning: str,
    conditions: tuple[str, ...],
    signed_at: str,
    until: str = "",
) -> Path:
    """Sign a run off. SignOffRefused where a rule forbids it; nothing is written then."""
    given = sign_offs(folder)
    _check_run(folder, meaning)
    _check_words(folder, role, name, meaning, conditions)
    _check_until(meaning, until, signed_at)
    _check_segregation(given, name, key.public, meaning)
    sign_off = SignOff(
        role=role,
        name=name,
        meaning=meaning,
        conditions=conditions,
        signed_at=signed_at,
        manifest=digest((folder / "manifest.json").read_bytes()),
        pages=pages(folder),
        previous=digest(given[-1].text) if given else "",
        until=until,
    )
    signature = key.sign(canonical(sign_off.statement))
    told = {"statement": sign_off.statement, "public_key": key.public, "signature": signature}
    slug = re.sub(r"[^a-z0-9]+", "-", role.lower()).strip("-") or "role"
    return write_whole(folder / FOLDER / f"{len(given) + 1:03}-{slug}.json", signed_text(told))


def pages(folder: Path) -> dict[str, str]:
    """The hash of each page beside the evidence: report, PDF, JUnit, timings."""
    found = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in _UNSIGNED)
    return {path.name: digest(path.read_bytes()) for path in found if not path.name.startswith(".")}


def _check_run(folder: Path, meaning: str) -> None:
    findings = [*verify(folder), *source_findings(folder, manifest_of(folder)), *broken(folder)]
    if findings:
        raise SignOffRefused(f"this run is not what was sealed, so nobody can sign it: {findings[0]}")
    failed = [one for one in outcomes(folder) if one.verdict == "failed"]
    if failed and meaning == APPROVED:
        raise SignOffRefused(
            f"{len(failed)} of its scenarios failed, the first is \u201c{failed[0].scenario['name']}\u201d; sign it as "
            f'"{CONDITIONAL}" and name the conditions, or as "rejected"'
        )


def _check_words(folder: Path, role: str, name: str, meaning: str, conditions: tuple[str, ...]) -> None:
    if not name.strip():
        raise SignOffRefused("a sign-off needs the printed name of the person who signs")
    if said := disguised(name):
        raise SignOffRefused(f"the name {name!r} {said}, so it may pass for another's; write it plainly")
    if meaning not in MEANINGS:
        raise SignOffRefused(f'"{meaning}" is no meaning of a signature; it is one of {", ".join(MEANINGS)}')
    if (meaning == CONDITIONAL) != bool(conditions):
        wanted = "needs its conditions" if meaning == CONDITIONAL else f'has no conditions; sign as "{CONDITIONAL}"'
        raise SignOffRefused(f'"{meaning}" {wanted}')
    roles = [told["role"] for told in manifest_of(folder).get("sign_offs", [])]
    if meaning != PREPARED and role not in roles:
        raise SignOffRefused(
            f'"{role}" does not sign this run; the companies in it name {", ".join(roles) or "nobody"}'
        )


def _check_until(meaning: str, until: str, signed_at: str) -> None:
    if until and meaning != CONDITIONAL:
        raise SignOffRefused(f'"{meaning}" has no conditions that could run out; sign as "{CONDITIONAL}"')
    if until and not _is_day(until):
        raise SignOffRefused(f"{until!r} is not a day; write it like 2026-05-08")
    if until and until < signed_at[:10]:
        raise SignOffRefused(f"conditions cannot run out on {until}, before they are signed")


def _is_day(text: str) -> bool:
    """Whether a text is a day, written in the one way in which days can be compared as texts."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_segregation(given: list[Signed], name: str, public: str, meaning: str) -> None:
    """Who prepared may not approve, whatever role they take, and somebody must have prepared."""
    if meaning not in (APPROVED, CONDITIONAL):
        return
    prepared = [one for one in given if one.sign_off and one.sign_off.meaning == PREPARED]
    if not prepared:
        raise SignOffRefused(f'nobody has signed this run as "{PREPARED}" yet; who prepared it signs first')
    for one in prepared:
        assert one.sign_off
        if same_name(one.sign_off.name, name) or one.public_key == public:
            raise SignOffRefused(f"{one.sign_off.name} prepared this run, and who prepared may not approve")


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are one, however they are spaced and capitalized."""
    return plain_name(one) == plain_name(other)


def broken(folder: Path) -> list[Finding]:
    """What is wrong with the sign-offs themselves: changed, out of their chain, or of another manifest or page."""
    found: list[Finding] = []
    previous = ""
    for number, signed in enumerate(sign_offs(folder), 1):
        found += [
            Finding(path=signed.path, line=None, sentence=said) for said in _wrong(folder, signed, number, previous)
        ]
        previous = digest(signed.text)
    return found


def _wrong(folder: Path, signed: Signed, number: int, previous: str) -> Iterator[str]:
    one = signed.sign_off
    if one is None:
        yield "this is no readable sign-off."
        return
    if not is_signed(canonical(one.statement), signed.signature, signed.public_key):
        yield f"this sign-off was changed after {one.name} signed it."
    if said := disguised(one.name):
        yield f"the name {one.name!r} {said}, so it may pass for another's."
    if one.previous != previous or not signed.path.startswith(f"{FOLDER}/{number:03}-"):
        yield "this sign-off does not follow the one before it: one was changed, removed or put in."
    if one.manifest != digest(_bytes(folder / "manifest.json")):
        yield f"{one.name} signed another manifest than the one that lies here."
    for page, sha256 in sorted(one.pages.items()):
        if digest(_bytes(folder / page)) != sha256:
            yield f"{page} is not the one that {one.name} signed."


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
