"""The companies of a run, read from its evidence: their names, and the roles that must sign."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reports.evidence.chain import scenario_files


def facts(folder: Path) -> dict[str, Any]:
    """What the manifest says of the companies: `world`, their names, and `sign_offs`, each role once."""
    told = [record for path in scenario_files(folder) if (record := _policies(path))]
    signs = {sign["role"]: sign for record in told for sign in record.get("signs", [])}
    return {"world": sorted({record["company"] for record in told}), "sign_offs": list(signs.values())}


def _policies(path: Path) -> dict[str, Any] | None:
    with path.open(encoding="utf-8") as lines:
        line = next((line for line in lines if '"kind":"policies"' in line), None)
    record: dict[str, Any] | None = json.loads(line) if line else None
    return record
