"""Whether a run is what it was: evidence, manifest, sources and sign-offs, each checked against the next."""

from __future__ import annotations

from pathlib import Path

from reports.evidence import chain as evidence
from reports.evidence.chain import Finding, manifest_of
from reports.evidence.sources import source_findings
from reports.signing.sign_offs import broken


def verify(folder: Path) -> list[Finding]:
    """Everything about a run that is not as it was sealed and signed; the first is the first broken link."""
    return [*evidence.verify(folder), *source_findings(folder, manifest_of(folder)), *broken(folder)]
