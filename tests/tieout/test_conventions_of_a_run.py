"""The evidence of a real run says of each convention what was answered and by whom: the house, the company, or the story."""

import json
import os
import subprocess
import sys
from pathlib import Path

from engine.model.policies import QUESTIONS, Policies
from scenarios.world import find, load
from tests.tieout.test_requirements import ROOT

STORY = """Feature: Whose convention it is
  Scenario: The story answers two questions otherwise
    Given the company "Contoso Europe"
    And these conventions:
      | question  | answer               |
      | rounding  | down                 |
      | proration | full price at once   |
    And today is 1 January 2026
    When time passes to 2 January 2026
    Then nothing else is invoiced
"""


def test_a_convention_that_a_story_overrides_stands_in_the_evidence_as_the_storys(tmp_path: Path) -> None:
    (tmp_path / "whose.feature").write_text(STORY)
    call = [sys.executable, "-m", "tieout.cli", "run", str(tmp_path), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        call, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    (path,) = (tmp_path / "out" / "latest" / "evidence").glob("*/*.jsonl")
    (told,) = (one for line in path.read_text().splitlines() if (one := json.loads(line))["kind"] == "policies")
    answers = {one["question"]: (one["answer"], one["source"]) for one in told["applied"]}
    assert told["company"] == "Contoso Europe"
    assert answers.keys() == {one.question for one in QUESTIONS}
    assert answers["rounding"] == ("down", "story")
    assert answers["proration"] == ("full price at once", "story")
    own, house = load(find("Contoso Europe")).policies, Policies()
    rest = [one for one in QUESTIONS if one.question not in ("rounding", "proration")]
    differing = {one.question for one in rest if getattr(own, one.field) != getattr(house, one.field)}
    assert differing
    for one in rest:
        said = answers[one.question]
        assert said[0] == getattr(own, one.field)
        assert said[1] == "company" if one.question in differing else said[1] in ("company", "default")
    assert {source for _, source in answers.values()} == {"default", "company", "story"}
