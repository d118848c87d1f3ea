"""A cutover set of one's own lies in a folder `cutovers` beside the features, and its company in one called `companies`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.migration.checking import SHIPPED, check, named
from scenarios.world import find
from tieout.feature_files import FeatureFile


def own(place: Path) -> Path:
    """A folder of features with a set and a company under names of their own."""
    folder = Path(shutil.copytree(SHIPPED / "northwind_pilot", place / "cutovers" / "pilot"))
    (place / "companies").mkdir()
    text = find("Northwind SaaS").read_text(encoding="utf-8").replace("company: Northwind SaaS", "company: Our firm")
    (place / "companies" / "our_firm.yaml").write_text(text, encoding="utf-8")
    header = (folder / "cutover.yaml").read_text(encoding="utf-8")
    header = header.replace("cutover: Northwind pilot", "cutover: Our wave").replace("Northwind SaaS", "Our firm")
    (folder / "cutover.yaml").write_text(header, encoding="utf-8")
    return folder


def test_a_story_finds_the_set_beside_it(tmp_path: Path) -> None:
    folder = own(tmp_path)
    (tmp_path / "tags.yaml").write_text("{}\n")
    (tmp_path / "deep").mkdir()
    feature = tmp_path / "deep" / "one.feature"
    feature.write_text("Feature: One\n")
    assert named("Our wave", FeatureFile(feature, "", None, ()).cutovers) == folder


def test_its_company_may_lie_beside_the_features_too(tmp_path: Path) -> None:
    checked = check(own(tmp_path))
    assert checked.ready
    assert checked.case.company.name == "Our firm"


def test_a_folder_without_sets_leaves_those_that_are_shipped(tmp_path: Path) -> None:
    feature = tmp_path / "one.feature"
    feature.write_text("Feature: One\n")
    assert FeatureFile(feature, "", None, ()).cutovers == ()
    with pytest.raises(LookupError, match="there is no cutover 'Our wave'"):
        named("Our wave")
