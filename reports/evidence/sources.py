"""What a run was made of: its features and company files, kept beside the evidence so that a pack needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reports.evidence.chain import Finding, Record
from reports.evidence.encoding import digest, write_whole

FOLDER = "sources"


def keep(folder: Path, features: Mapping[str, Path], companies: Mapping[str, Sequence[Path]]) -> list[Record]:
    """Copy features (by the path that evidence shows) and the files of companies (by name); what the manifest says of them."""
    kept = [_kept(folder, f"{FOLDER}/{shown}", path, feature=shown) for shown, path in sorted(features.items())]
    for company, paths in sorted(companies.items()):
        kept += [_kept(folder, _name(path), path, company=company) for path in paths]
    return kept


def _name(path: Path) -> str:
    """Files of one name from two folders are kept apart by what is in them."""
    return f"{FOLDER}/companies/{path.stem}.{digest(path.read_bytes())[:8]}{path.suffix}"


def _kept(folder: Path, name: str, path: Path, **of: str) -> Record:
    text = path.read_text(encoding="utf-8-sig")
    write_whole(folder / name, text)
    return {"path": name, "sha256": digest(text), **of}


def source_findings(folder: Path, manifest: Record) -> Iterator[Finding]:
    """Sources that are not the ones that were sealed, and files that nobody sealed."""
    sealed = {source["path"]: source["sha256"] for source in manifest.get("sources", [])}
    present = {path.relative_to(folder).as_posix() for path in (folder / FOLDER).rglob("*") if path.is_file()}
    for name in sorted(sealed.keys() | present):
        if name not in sealed:
            yield Finding(path=name, line=None, sentence="this file was added after the run was sealed.")
        elif name not in present:
            yield Finding(path=name, line=None, sentence="this file was sealed and is gone.")
        elif digest((folder / name).read_bytes()) != sealed[name]:
            yield Finding(path=name, line=None, sentence="this file is not the one that was sealed.")


def touched(manifest: Record, paths: set[str]) -> list[Record]:
    """The scenarios (as the manifest lists them) that stand on any of these files: evidence, feature or company."""
    changed = [source for source in manifest.get("sources", []) if source["path"] in paths]
    features = {source["feature"] for source in changed if "feature" in source}
    companies = {source["company"] for source in changed if "company" in source}
    return [
        file
        for file in manifest.get("files", [])
        if file["path"] in paths or file["feature"] in features or file.get("company") in companies
    ]
