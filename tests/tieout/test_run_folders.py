"""Where features are found and where a run goes: files, folders, single scenarios, earlier runs, two runs at once."""

import pytest

from tests.tieout.folders import GOOD, PYTEST, VOCABULARY, Folder


def test_features_from_several_places_are_all_counted(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder.write("billing/upsell.feature", GOOD)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "other.feature"
    elsewhere.write_text(GOOD)
    done = folder.run("billing", str(elsewhere))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "written 6 = collected 6 = run 6 = reported 6" in done.stdout


def test_two_runs_keep_apart_latest_is_whole_and_the_same_evidence_gives_the_same_page(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    assert folder.run().returncode == folder.run().returncode == 0
    runs = [path for path in (folder.path / "out").iterdir() if not path.is_symlink()]
    assert len(runs) == 2
    assert (folder.path / "out/latest").resolve() in runs
    assert len({(run / "report.html").read_bytes() for run in runs}) == 1


def test_what_earlier_runs_left_is_no_story(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("out/earlier/left.feature", GOOD)
    folder.write("notes/out/kept.feature", GOOD)
    assert "written 6 = collected 6 = run 6 = reported 6" in folder.run().stdout


def test_an_output_folder_that_cannot_be_written_is_one_sentence(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("blocked", "a file")
    done = folder.run(".", "--out", "blocked/here")
    assert done.returncode == 4
    assert "cannot be written: Not a directory; choose another with --out" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_feature_that_is_not_there_suggests_the_one_that_is(folder: Folder) -> None:
    folder.write("upsell.feature", GOOD)
    done = folder.run("upsel.feature")
    assert done.returncode == 4
    assert "there is no feature file upsel.feature; did you mean upsell.feature?" in done.stderr


def test_a_feature_is_begun_and_says_what_it_lacks(folder: Folder) -> None:
    assert folder.call("tieout.cli", "new", "feature", "Retroactive discount", "--area", "pricing").returncode == 0
    again = folder.call("tieout.cli", "new", "feature", "Retroactive discount", "--area", "pricing")
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    checked = folder.call("tieout.cli", "check", *VOCABULARY, "features")
    assert checked.returncode == 1
    assert "features/pricing/retroactive_discount.feature:4:" in checked.stdout


def test_one_scenario_or_one_row_runs_by_its_name(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    for name in ("Midterm upsell", "Tax of 20% [row 2: 20%]"):
        done = folder.call(*PYTEST, "-v", f"billing/upsell.feature::{name}")
        assert f"billing/upsell.feature::{name} PASSED" in done.stdout, done.stdout + done.stderr
        assert "selected 1 = run 1 = reported 1" in done.stdout
