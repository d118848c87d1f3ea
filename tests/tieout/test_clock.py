"""Code under test sees the business day; whoever measures the run sees real time."""

import datetime
import errno
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.clock import BusinessClock, WallClock
from tieout.runs import OutputError, new_run, point_latest
from tieout.scenario_run import failure_of


@pytest.fixture
def clock() -> Iterator[BusinessClock]:
    clock = BusinessClock()
    yield clock
    clock.release()


def test_the_process_stands_on_the_business_day_and_is_moved_not_frozen_again(clock: BusinessClock) -> None:
    clock.stand_on(datetime.date(2031, 3, 16))
    frozen = clock._frozen
    assert datetime.date.today() == datetime.date(2031, 3, 16)
    assert time.gmtime().tm_year == 2031  # a step asks directly, with the runner only a few frames above
    clock.stand_on(datetime.date(2029, 12, 31))
    assert (datetime.date.today(), clock._frozen) == (datetime.date(2029, 12, 31), frozen)


def test_the_wall_clock_is_real_while_the_business_day_stands_still(clock: BusinessClock) -> None:
    before = WallClock.seconds()
    clock.stand_on(datetime.date(2031, 3, 16))
    assert 0 <= WallClock.seconds() - before < 60
    assert not WallClock.stamp(WallClock.seconds()).startswith("2031")


def test_real_time_is_back_when_the_clock_is_released(clock: BusinessClock) -> None:
    clock.stand_on(datetime.date(2031, 3, 16))
    clock.release()
    assert datetime.date.today() != datetime.date(2031, 3, 16)


def test_two_runs_of_one_second_get_two_folders(tmp_path: Path) -> None:
    folders = {new_run(tmp_path / "out") for _ in range(5)}
    assert len(folders) == 5


def test_latest_is_replaced_in_one_step_and_also_where_it_was_a_copy(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name)
    point_latest(tmp_path / "one")
    point_latest(tmp_path / "two")
    assert (tmp_path / "latest" / "which").read_text() == "two"
    (tmp_path / "latest").unlink()
    (tmp_path / "latest").mkdir()
    point_latest(tmp_path / "one")
    assert (tmp_path / "latest" / "which").read_text() == "one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["latest", "one", "two"]


def test_an_output_folder_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match=r"cannot be written: .*; choose another with --out$"):
        new_run(tmp_path / "out")


def test_a_full_disk_is_no_bug() -> None:
    failure = failure_of(OSError(errno.ENOSPC, "No space left on device"))
    assert (
        failure.title == "the evidence cannot be written: No space left on device; free some, or choose another --out"
    )
