"""The page of the standard's cases names stories that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOLD = re.compile(r"\| \[\w+\]\(\.\./(features/\S+?\.feature)\): (.+) \|$", re.MULTILINE)


def test_every_case_of_the_standard_is_told_by_the_story_named() -> None:
    rows = TOLD.findall((ROOT / "docs" / "standard-cases.md").read_text(encoding="utf-8"))
    assert len(rows) > 40
    missing = [
        f"{feature}: {name}"
        for feature, name in rows
        if not re.search(
            rf"Scenario(?: Outline)?: {re.escape(name)}$", (ROOT / feature).read_text("utf-8"), re.MULTILINE
        )
    ]
    assert not missing, "no such story:\n" + "\n".join(missing)
