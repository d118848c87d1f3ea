"""Where a failure shows and who answers for it is told by the sentence or the tie-out that fails, never guessed from its title."""

import json
from pathlib import Path

import pytest

import steps.vocabulary
from engine.model.close import STAGES
from reports.evidence.outcomes import outcomes
from reports.evidence.placing import ROLE_OF, responsible, stage_of_scenario
from reports.tie_outs.control_accounts import CONTROLS
from reports.tie_outs.tie_out import tie_out
from steps.language.phrases import registry
from tests.reports.agreeing import agreeing
from tests.reports.documents import MARCH
from tests.tieout.folders import ROOT, Folder

ASKS_OF_NO_STAGE = {"company", "stage"}
STORIES = """Feature: Failures
  Background:
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |

  Scenario: billed
    Then Globex is invoiced nothing

  Scenario: recognized
    When time passes to 31 January 2026
    Then the revenue of January 2026 is 5.00 USD

  Scenario: refused
    When Globex removes 30 "Platform seat" from 1 February 2026

  Scenario: not refused
    Then it is refused because "it is Thursday"

  Scenario: tied out
    Given the integration loses the event "invoice posted"
    When time passes to 2 February 2026

  Scenario: not a story
    When Initech removes 3 "Platform seat" from 1 February 2026
"""


def test_every_sentence_of_the_deal_says_where_its_failure_shows() -> None:
    silent = {one.place for one in registry.sentences if not one.stage}
    parts = {one.function.__module__.split(".")[1] for one in registry.sentences if not one.stage}
    assert steps.vocabulary.MODULES
    assert parts == ASKS_OF_NO_STAGE, silent
    assert {one.stage for one in registry.sentences} == {"", *STAGES}


def test_every_tie_out_says_where_its_difference_shows() -> None:
    assert all(control.stage for control in CONTROLS)
    told = {one.title: one.stage for one in tie_out(agreeing().stack(), MARCH.end)}
    assert len(told) > 10
    assert set(told.values()) <= set(STAGES)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    path = tmp_path_factory.mktemp("told")
    folder = Folder(path)
    (path / "conftest.py").unlink()
    company = (ROOT / "scenarios/companies/northwind_saas.yaml").read_text()
    company = company.replace(
        "{role: Controller, meaning", "{role: Chief accountant, answers for: [recognize, close], meaning"
    )
    company = company.replace("company: Northwind SaaS", "company: Northwind of our own")
    folder.write("companies/northwind.yaml", company)
    folder.write("failures.feature", STORIES.replace("Northwind SaaS", "Northwind of our own"))
    folder.call("tieout.cli", "run", "failures.feature")
    return {
        str(one.scenario["name"]): (stage_of_scenario(one), responsible(one)) for one in outcomes(path / "out/latest")
    }


def test_a_failure_is_placed_by_its_sentence_its_tie_out_and_the_company(run: dict[str, tuple[str, str]]) -> None:
    assert run == {
        "billed": ("bill", "Billing analyst"),
        "recognized": ("recognize", "Chief accountant"),
        "refused": ("order", "Sales operations"),
        "not refused": ("order", "Sales operations"),
        "tied out": ("close", "Chief accountant"),
        "not a story": ("", "Process owner"),
    }


def test_evidence_of_before_stages_were_told_is_nobodys_in_particular(tmp_path: Path) -> None:
    from tests.reports.sample import FAILURE, sealed, told

    told(tmp_path, "Old", "failed", ("failed", FAILURE))
    [old] = outcomes(sealed(tmp_path, 1))
    assert (stage_of_scenario(old), responsible(old)) == ("", ROLE_OF[""])
    assert json.dumps(old.failures[0])
