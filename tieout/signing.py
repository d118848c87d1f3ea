"""Commands around a sign-off: a key, a signature, a pack, and whether a pack is what it was."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from tieout.clock import WallClock

RunFolder = Annotated[Path, typer.Argument(help="a run folder, like out/latest")]
KeyFile = Annotated[Path, typer.Option("--key", metavar="FILE", help="your private key; make one with: tieout new key")]
_PASSPHRASE = "TIEOUT_PASSPHRASE"


def sign(
    run: RunFolder,
    key: KeyFile,
    role: Annotated[str, typer.Option("--as", help="the role you sign in")],
    name: Annotated[str, typer.Option(help="your name, as printed beside the signature")],
    meaning: Annotated[
        str, typer.Option(help="prepared, reviewed, approved, approved with conditions, or rejected")
    ] = "approved",
    condition: Annotated[list[str] | None, typer.Option(help="a condition; may be given more than once")] = None,
    until: Annotated[str, typer.Option(help="the last day on which the conditions may be open, like 2026-05-08")] = "",
) -> None:
    """Sign a run off: its evidence, features, companies and pages, and the sign-offs before yours."""
    from reports.signing import sign_offs as signing
    from reports.signing.keys import KeyFileError, fingerprint, load_key

    _must_be_sealed(run)
    try:
        own = load_key(key, os.environ.get(_PASSPHRASE, ""))
        now = WallClock.stamp(WallClock.seconds())
        told = {"role": " ".join(role.split()), "name": " ".join(name.split()), "meaning": " ".join(meaning.split())}
        path = signing.sign(run.resolve(), own, **told, conditions=tuple(condition or ()), signed_at=now, until=until)
    except (KeyFileError, signing.SignOffRefused) as wrong:
        _stop(str(wrong))
    except OSError as wrong:
        _stop(f"the sign-off cannot be written: {wrong.strerror}")
    typer.echo(f"{told['name']}, {told['role']}: {told['meaning']}, with the key {fingerprint(own.public)}")
    typer.echo(f"written: {run / signing.FOLDER / path.name}")
    _keep_copy(key, path)


def _keep_copy(key: Path, signed: Path) -> None:
    """What somebody signed, beside their key: nobody can leave it out of a pack then without being found out."""
    from reports.signing.words import keep

    try:
        typer.echo(f"your copy: {keep(key.with_name(f'{key.name}.words'), signed)}")
    except OSError as wrong:
        typer.echo(
            f"it is signed, but your copy of it cannot be written: {wrong.strerror}; keep {signed} yourself", err=True
        )


def pack(
    run: RunFolder,
    to: Annotated[Path, typer.Argument(help="the pack: a new folder, or a file that ends in .zip")],
    key: KeyFile,
    name: Annotated[str, typer.Option(help="your name: who closes the pack")],
    after: Annotated[Path | None, typer.Option(help="the pack before this one, if there is one")] = None,
    plan: Annotated[Path | None, typer.Option(help="a rollout plan: the PDF shows the gate of --phase")] = None,
    phase: Annotated[str, typer.Option(help="the phase of the plan")] = "",
    without: Annotated[list[str] | None, typer.Option(help="a role that has not signed; the pack says so")] = None,
) -> None:
    """Close a signed run into a pack that anybody can verify with nothing else."""
    from reports.signing.keys import KeyFileError, load_key
    from reports.signing.packs import close_pack
    from reports.signing.sign_offs import SignOffRefused
    from tieout.gating import decided

    _must_be_sealed(run)
    try:
        own = load_key(key, os.environ.get(_PASSPHRASE, ""))
        now = WallClock.stamp(WallClock.seconds())
        gate = decided(run, plan, phase) if plan else None
        who = " ".join(name.split())
        close_pack(
            run.resolve(), to, own, name=who, closed_at=now, previous=after, decision=gate, without=tuple(without or ())
        )
    except (KeyFileError, SignOffRefused) as wrong:
        _stop(str(wrong))
    except OSError as wrong:
        _stop(f"{to} cannot be written: {wrong.strerror}")
    typer.echo(f"written: {to}")


def verify(
    pack: Annotated[Path, typer.Argument(help="a pack: a folder or a zip file")],
    against: Annotated[
        Path | None, typer.Option(help="the features folder of today: what was changed since is void")
    ] = None,
    after: Annotated[Path | None, typer.Option(help="the pack it follows")] = None,
    signers: Annotated[
        Path | None, typer.Option(help="who signs with which key: lines of name and fingerprint")
    ] = None,
    words: Annotated[
        list[Path] | None,
        typer.Option(
            help="where else words on this run lie: its folder, another pack, a signer's copies; none may be missing"
        ),
    ] = None,
    run: Annotated[bool, typer.Option("--run", help="it is a run folder that was not closed into a pack yet")] = False,
) -> None:
    """Say whether a pack is what was signed, who signed what, and which scenarios no signature covers any more."""
    from reports.signing.packs import opened
    from reports.signing.sign_offs import SignOffRefused
    from tieout.verification import report

    if not pack.exists():
        _stop(f"there is no pack {pack}")
    if against is not None and not against.is_dir():
        _stop(f"there is no features folder {against}")
    for there in words or ():
        if not there.exists():
            _stop(f"there is nothing at {there}")
    try:
        with opened(pack) as folder:
            good, lines = report(folder, against, after, signers, closed=not run, said=tuple(words or ()))
    except SignOffRefused as wrong:
        _stop(str(wrong))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if good else 1)


def key(path: Annotated[Path, typer.Argument(help="where the key is kept; do not put it into the repository")]) -> None:
    """Make a key to sign with. A passphrase in TIEOUT_PASSPHRASE locks it."""
    from reports.signing.keys import KeyFileError, fingerprint, make_key

    try:
        made = make_key(path, os.environ.get(_PASSPHRASE, ""))
    except KeyFileError as wrong:
        _stop(str(wrong))
    typer.echo(f"written: {path}, for your eyes only\nits fingerprint, for others: {fingerprint(made.public)}")


def _must_be_sealed(run: Path) -> None:
    if not (run / "manifest.json").is_file():
        _stop(f"{run} is no finished run: it has no manifest.json")


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
