"""What `tieout verify` says of a pack: the first broken link, who signed what, and what no signature covers any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from reports.evidence.chain import Finding, manifest_of
from reports.signing.keys import fingerprint
from reports.signing.names import plain_name
from reports.signing.packs import Closed, closed_by, opened, pack_findings, unsigned
from reports.signing.sign_offs import Signed, SignOff, SignOffRefused, sign_offs
from reports.signing.verifying import verify
from reports.signing.words import holds_words, missing
from tieout.clock import today
from tieout.standing import Void, voided, voided_by_changes


def report(
    folder: Path,
    against: Path | None,
    after: Path | None,
    signers: Path | None,
    closed: bool,
    said: Sequence[Path] = (),
) -> tuple[bool, list[str]]:
    """Whether all holds, and the lines to print. `closed`: it has to be a closed pack, not a run folder; `said`: where words on this
    run lie beside it."""
    findings = [*_findings(folder, after, closed), *_left_out(folder, said)]
    signed = sign_offs(folder)
    closer = closed_by(folder) if closed else None
    strangers = [*_two_keys(signed, closer), *(_strangers(signed, closer, signers) if signers else ())]
    void = [*voided(folder, findings), *(voided_by_changes(folder, against) if against else ())]
    lines = [f"broken: {finding}" for finding in findings] + strangers + [str(one) for one in void]
    lines += [_told(one) for one in signed if one.sign_off]
    lines += _missing(folder, signed)
    silent = unsigned(folder) if closed else []
    lines += [f"closed: {closer.name}, {closer.closed_at} (key {fingerprint(closer.public_key)})"] if closer else []
    held = not (findings or strangers or void or silent)
    return held, [*lines, _verdict(folder, findings, void, strangers, silent)]


def _findings(folder: Path, after: Path | None, closed: bool) -> list[Finding]:
    """From the outside in: the pack, what was sealed, what was signed."""
    found = [*(pack_findings(folder, after) if closed else ()), *verify(folder)]
    return list({finding.path + finding.sentence: finding for finding in found}.values())


def _left_out(folder: Path, said: Sequence[Path]) -> list[Finding]:
    """Words on this run that lie in run folders, packs and signers' copies, and not here. SignOffRefused for what holds none."""
    with ExitStack() as open_ones:
        there = [open_ones.enter_context(opened(path)) for path in said]
        if none := next((path for path, one in zip(said, there, strict=True) if not holds_words(one)), None):
            raise SignOffRefused(f"{none} holds no sign-off; give a run folder, a pack, or the copies beside a key")
        return missing(folder, there)


def _told(signed: Signed) -> str:
    one = signed.sign_off
    assert one
    on = "".join(f"; on condition: {condition}" for condition in one.conditions)
    on += f"; by {one.until}" if one.until else ""
    return f"signed: {one.role}, {one.name}, {one.signed_at}, {one.meaning}{on} (key {fingerprint(signed.public_key)})"


def _missing(folder: Path, signed: list[Signed]) -> list[str]:
    """The roles that must approve and have not, with what they said instead; the last word of a role counts."""
    last = {one.sign_off.role: one.sign_off for one in signed if one.sign_off}
    roles = [told["role"] for told in manifest_of(folder).get("sign_offs", [])]
    return [_without(role, last.get(role)) for role in roles if not (role in last and last[role].approves(today()))]


def _without(role: str, given: SignOff | None) -> str:
    """The role, and why what it said is no approval, or none any more; who said nothing has not signed."""
    if given is None:
        return f"not signed: {role}"
    lapsed = (
        f", whose conditions ran out on {given.until}"
        if given.lapsed(today())
        else f": its last word is {given.meaning}"
    )
    return f"not approved: {role}{lapsed}"


def _strangers(signed: list[Signed], closer: Closed | None, signers: Path) -> Iterator[str]:
    known = _signers(signers)
    for name, key, act in _keys(signed, closer):
        if fingerprint(key) not in known.get(plain_name(name), ()):
            yield f"unknown key: {name} {act} with {fingerprint(key)}, which {signers.name} does not give for this name"


def _two_keys(signed: list[Signed], closer: Closed | None) -> Iterator[str]:
    """One name with two keys: somebody else may have used it, who closed the pack anew for one."""
    first: dict[str, tuple[str, str]] = {}
    for name, key, act in _keys(signed, closer):
        before, did = first.setdefault(plain_name(name), (key, act))
        if before != key:
            yield f"two keys: {name} {act} with {fingerprint(key)}, and {did} with {fingerprint(before)}"


def _keys(signed: list[Signed], closer: Closed | None) -> Iterator[tuple[str, str, str]]:
    yield from ((one.sign_off.name, one.public_key, "signed") for one in signed if one.sign_off)
    if closer:
        yield closer.name, closer.public_key, "closed the pack"


def _signers(path: Path) -> dict[str, set[str]]:
    """Names and fingerprints; a line is a name, then the fingerprint."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise SignOffRefused(f"the list of signers {path} cannot be read") from None
    found: dict[str, set[str]] = {}
    for number, line in enumerate(lines, 1):
        name, _, print_ = line.strip().rpartition(" ")
        if line.strip() and not line.startswith("#"):
            if not name or len(print_) != 16:
                raise SignOffRefused(
                    f"{path}:{number}: write a name and a fingerprint, like: Ada Lovelace 0123456789abcdef"
                )
            found.setdefault(plain_name(name), set()).add(print_)
    return found


def _verdict(folder: Path, findings: list[Finding], void: list[Void], strangers: list[str], silent: list[str]) -> str:
    count = len(manifest_of(folder).get("files", []))
    if not findings and not void and strangers:
        return (
            f"not verified: every byte of {count} scenarios is as it was sealed, but whose keys these are is in doubt"
        )
    if not findings and not void and silent:
        return (
            f"not verified: every byte of {count} scenarios is as it was sealed, but not signed by {', '.join(silent)}"
        )
    if not findings and not void:
        return f"verified: {count} scenarios, every byte as it was sealed and signed"
    first = f"the first broken link is {findings[0].path}" if findings else "nothing in the pack was changed"
    return f"{first}; {len(void)} of {count} scenarios are void, {count - len(void)} stand"
