"""Features run as tests, end to end: what is printed, and what the exit status says."""

import re

import pytest

from tests.tieout.folders import BAD, CONFTEST, GOOD, PYTEST, VOCABULARY, Folder


def test_scenarios_run_and_the_control_total_is_said(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    done = folder.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "scenarios: 3 passed" in done.stdout
    assert "written 3 = collected 3 = run 3 = reported 3" in done.stdout
    assert "report: out/latest/report.html" in done.stdout
    assert sorted(p.name for p in (folder.path / "out/latest/").iterdir()) == [
        *("evidence", "junit.xml", "manifest.json", "report.html", "sources", "timings.json")
    ]


def test_failures_are_told_in_business_words_and_never_as_a_traceback(folder: Folder) -> None:
    folder.write("wrong.feature", BAD)
    done = folder.run()
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "wrong.feature:3: Then the invoice shows:" in done.stdout
    assert "! | Revenue     | 100.00        |" in done.stdout
    assert "found: 119.00" in done.stdout
    assert "difference: 19.00 USD" in done.stdout
    assert "a bug in Tieout or in your steps: KeyError: 'qty'; run with --traceback" in done.stdout
    assert "scenarios: 2 failed, 1 not exercised" in done.stdout


def test_a_traceback_comes_when_it_is_asked_for(folder: Folder) -> None:
    folder.write("wrong.feature", BAD)
    assert 'raise KeyError("qty")' in folder.run(".", "--traceback").stdout


@pytest.mark.parametrize(
    ("selection", "ran"),
    [
        (["-k", "upsell"], 3),  # the file's name fits
        (["-k", "Midterm"], 1),
        (["--tags", "@slow"], 2),
        (["--tags", "@amendments and not @slow"], 1),
        (["--tags", "not amendments"], 0),
    ],
)
def test_a_selection_is_part_of_the_control_total(folder: Folder, selection: list[str], ran: int) -> None:
    folder.write("billing/upsell.feature", GOOD)
    done = folder.run(".", *selection)
    assert done.returncode == (0 if ran else 5), done.stdout + done.stderr
    if ran:
        assert folder.total()["run"] == folder.total()["reported"] == ran
        assert f"run {ran} = reported {ran}" in done.stdout
        assert ("selected" in done.stdout) == (ran < 3)
    else:
        assert "nothing to run" in done.stdout


def test_nothing_acts_while_anything_is_wrong(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("typo.feature", "Feature: T\n  Scenario: T\n    Then the invoice totals is 1.00 USD\n")
    for command in (["tieout.cli", "run", *VOCABULARY, "."], [*PYTEST, "."], [*PYTEST, "-n", "2", "."]):
        done = folder.call(*command)
        said = done.stdout + done.stderr
        assert done.returncode == 4
        assert "typo.feature:3: no sentence reads" in said
        assert "did you mean: the invoice total is 1.00 USD" in said
        assert "Traceback" not in said
        assert not (folder.path / "out").exists()
    checked = folder.call("tieout.cli", "check", *VOCABULARY, ".")
    assert (checked.returncode, checked.stdout.count("typo.feature:3:")) == (1, 1)


def test_an_interruption_is_never_taken_for_a_tie_out_that_differs(folder: Folder) -> None:
    story = "  Scenario: {0}\n    When the systems go away\n    And the run is interrupted\n"
    folder.write("cut.feature", "Feature: C\n" + story.format(1) + story.format(2))
    done = folder.run()
    assert done.returncode == 2
    assert "interrupted: what was seen so far is in out/" in done.stdout
    assert "nobody answers" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_no_tag_switches_a_scenario_off(folder: Folder) -> None:
    folder.write("skip.feature", "@skip @xfail\nFeature: S\n  Scenario: S\n    Then something breaks\n")
    done = folder.run()
    assert done.returncode == 1
    assert "scenarios: 1 failed" in done.stdout


def test_two_sentences_for_one_text_name_both_places(folder: Folder) -> None:
    folder.write("a.feature", "Feature: A\n  Scenario: A\n    When the tax is 10%\n")
    with (folder.path / "conftest.py").open("a") as file:
        file.write(
            '\nfrom steps.language.phrases import when\n@when("the {word} is {percent}")\ndef other(world, word, rate):\n    "Another."\n'
        )
    said = folder.run().stderr
    assert "can be read in 2 ways" in said
    assert re.search(r"conftest\.py:\d+", said)
    assert re.search(r"vocabulary\.py:\d+", said)


def test_a_sentence_written_badly_is_one_sentence_about_its_place(folder: Folder) -> None:
    folder.write("a.feature", "Feature: A\n  Scenario: A\n    When the tax is 10%\n")
    with (folder.path / "conftest.py").open("a") as file:
        file.write(
            '\nfrom steps.language.phrases import when\n@when("a {thing} happens")\ndef other(world, thing):\n    "Another."\n'
        )
    done = folder.run()
    assert done.returncode != 0
    assert "conftest.py" in done.stderr
    assert "{thing} is no declared kind of value" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_hooks_of_pytest_bdd_are_called_in_its_order(folder: Folder) -> None:
    hooks = ["before_scenario", "before_step", "before_step_call", "step_error", "after_step", "after_scenario"]
    told = "".join(f"\ndef pytest_bdd_{hook}(request):\n    CALLED.append({hook!r})\n" for hook in hooks)
    at_end = "\ndef pytest_sessionfinish():\n    open('called', 'w').write(' '.join(CALLED))\n"
    folder.write("conftest.py", f"{CONFTEST}\nCALLED = []\n{told}{at_end}")
    folder.write(
        "one.feature",
        "Feature: F\n  Scenario: S\n    Given the tax is 1%\n    And something breaks\n    And the tax is 2%\n",
    )
    assert folder.run().returncode == 1
    step = ["before_step", "before_step_call"]
    expected = ["before_scenario", *step, "after_step", *step, "step_error", "after_scenario"]
    assert (folder.path / "called").read_text().split() == expected
