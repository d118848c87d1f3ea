"""A run of two features, the people who sign it, and the pack that is made of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tieout.signed import FEATURES, sign, tieout

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ada", "bob", "eve"):
        assert tieout("new", "key", folder / name).status == 0
    return {name: folder / name for name in ("ada", "bob", "eve")}


@pytest.fixture(scope="session")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A features folder of its own, as it was when the run was signed."""
    folder = tmp_path_factory.mktemp("stories") / "features"
    for name in FEATURES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "features" / name, folder / name)
    shutil.copy(ROOT / "features" / "tags.yaml", folder / "tags.yaml")
    (folder / "companies").mkdir()
    text = (ROOT / "scenarios" / "companies" / "northwind_saas.yaml").read_text()
    (folder / "companies" / "north.yaml").write_text(text.replace("company: Northwind SaaS", "company: North"))
    tax = folder / FEATURES[0]
    tax.write_text(tax.read_text().replace('"Northwind SaaS"', '"North"'))
    return folder


@pytest.fixture(scope="session")
def fresh(features: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run that nobody has signed."""
    out = tmp_path_factory.mktemp("out")
    call = [sys.executable, "-m", "tieout.cli", "run", str(features), "--out", str(out)]
    done = subprocess.run(
        call, cwd=features.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return (out / "latest").resolve()


@pytest.fixture
def run(fresh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(fresh, tmp_path / "run"))


@pytest.fixture(scope="session")
def closed(fresh: Path, keys: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = Path(shutil.copytree(fresh, tmp_path_factory.mktemp("signed") / "run"))
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    assert sign(run, keys["bob"], "Controller", "Bob", "approved").status == 0
    assert (
        sign(
            run, keys["bob"], "Operations lead", "Bob", "approved with conditions", "--condition", "watch April"
        ).status
        == 0
    )
    pack = run.parent / "pack"
    assert tieout("pack", run, pack, "--key", keys["ada"], "--name", "Ada").status == 0
    return pack


@pytest.fixture
def pack(closed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(closed, tmp_path / "pack"))
