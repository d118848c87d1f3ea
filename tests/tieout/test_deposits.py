"""A deposit that names a contract is that contract's liability, or is refused with the reason."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from scenarios.migration.checking import check

WAVE_FOUR = Path(__file__).parents[2] / "features" / "cutovers" / "northwind_wave_four"
DEPOSIT = "P-601,L-008,2026-07-15,USD,400.00,ahead of K-4001,deposit,K-4001"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WAVE_FOUR, tmp_path / "set"))


def with_deposit(folder: Path, row: str) -> None:
    path = folder / "unapplied_cash.csv"
    path.write_text(path.read_text().replace(DEPOSIT, row))


def test_it_stands_with_what_is_deferred(folder: Path) -> None:
    checked = check(folder)
    assert checked.ready, [str(one) for one in checked.findings]
    assert {tie.role: tie.loaded for tie in checked.ties} == {
        "contract liability": Decimal(-500),
        "receivables": Decimal(0),
    }


WRONG = [
    ("deposit,K-4001", "deposit,K-4010", "there is no contract 'K-4010'; did you mean 'K-4001'?"),
    ("deposit,K-4001", "unapplied,K-4001", "'unapplied' cash is of no contract; only a deposit is: say so, or leave the contract out"),
    ("USD,400.00", "EUR,400.00", "it is of currency EUR, but contract K-4001 of USD"),
    ("deposit,K-4001", "deposit,", "contract liability of NW in USD: the records add up to -100.00, the trial balance says -500.00"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_what_is_wrong_with_it_is_told(folder: Path, old: str, new: str, said: str) -> None:
    with_deposit(folder, DEPOSIT.replace(old, new))
    checked = check(folder)
    assert not checked.ready
    assert any(said in one.sentence for one in checked.findings), [str(one) for one in checked.findings]


def test_it_stays_behind_with_its_contract(folder: Path) -> None:
    path = folder / "subscriptions.csv"
    path.write_text(path.read_text().replace("Platform seat", "Platform seet"))
    found = [one for one in check(folder).findings if one.table == "unapplied cash"]
    assert [(one.verdict, one.follows) for one in found] == [("exception", True)]


def test_the_contract_may_be_spelled_otherwise(folder: Path) -> None:
    with_deposit(folder, DEPOSIT.replace("deposit,K-4001", "Prepayment,k-4001"))
    assert check(folder).ready
