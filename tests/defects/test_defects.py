"""Each known defect is put in, and a story must go red in business words; without it the same stories are green."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.defects.known import KNOWN
from tests.defects.seeding import ROOT, Defect

# A process of its own: the defects are put into forks of it, and nothing of them reaches this one.
_SEED = """
import json, sys
from pathlib import Path
from tests.defects.known import KNOWN
from tests.defects.seeding import put, run_with, warm_up
warm_up()
for number, defect in enumerate(KNOWN[sys.argv[1]]):
    seen = run_with(lambda: put(defect), defect.seen_by, Path(sys.argv[2], str(number)))
    print(json.dumps([defect.what, seen.status, seen.causes, seen.noticed]), flush=True)
"""


@pytest.mark.parametrize("area", KNOWN)
def test_every_known_defect_turns_a_story_red(area: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SEED, area, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    seen = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(seen) == len(KNOWN[area]), done.stderr[-2000:]
    missed = [
        f"{what}: exit status {status}, {causes or 'nothing failed'}"
        for what, status, causes, noticed in seen
        if not noticed
    ]
    assert not missed, "no story noticed:\n" + "\n".join(missed) + done.stderr[-2000:]


def test_a_defect_says_when_its_line_has_gone() -> None:
    from tests.defects.seeding import put

    with pytest.raises(AssertionError, match=r"engine/billing/taxing\.py has 0 times: no such line"):
        put(Defect("x", "engine/billing/taxing.py", "no such line", "", ()))
