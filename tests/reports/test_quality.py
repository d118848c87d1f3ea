"""Data quality measured, and read back from evidence by a gate."""

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from engine.model.governance import Governance, QualityRule
from engine.model.masters import MasterRecord
from reports.evidence.seen import _rule
from reports.signing.indicators import Measures
from reports.tie_outs.masters import master_reconciliations
from reports.tie_outs.quality import Quality, percent, quality, score

RULE = QualityRule(of="customer", dimension="completeness", field="email", at_least=Decimal(50))


def seen(**systems: dict[str, str]) -> Any:
    holdings = {
        system: [MasterRecord(of="customer", name=name, fields=(("email", email),)) for name, email in held.items()]
        for system, held in systems.items()
    }
    billing = SimpleNamespace(contracts=())
    return SimpleNamespace(holdings=holdings, changes=(), ownership=(), deliveries=(), as_of=None, billing=billing)


def measured(rule: QualityRule, **systems: dict[str, str]) -> Quality:
    company: Any = SimpleNamespace(governance=Governance(quality=(rule,)))
    return quality(seen(**systems), company, ())[0]


@pytest.mark.parametrize(
    ("dimension", "pattern", "checked", "good"),
    [("completeness", "", 4, 3), ("uniqueness", "", 3, 1), ("validity", "a+", 3, 2), ("consistency", "", 2, 1)],
)
def test_a_dimension_counts_what_is_good_of_what_it_checks(dimension, pattern, checked, good):
    rule = QualityRule(of="customer", dimension=dimension, field="email", pattern=pattern)
    found = measured(rule, crm={"A": "a", "B": "a", "C": "b", "D": ""}, erp={"A": "a", "B": "z", "X": "y"})
    assert (found.checked, found.good) == (checked, good)


def test_all_of_nothing_is_good_and_a_threshold_is_reached_by_the_very_share():
    assert measured(RULE).holds
    assert measured(RULE, crm={"A": "a", "B": ""}).holds
    assert not measured(RULE, crm={"A": "a", "B": "", "C": ""}).holds
    assert score([], "customer") == 100
    assert percent(Fraction(100 * 2, 3)) == Decimal("66.6")


def test_an_object_is_compared_only_where_it_is_known_and_with_its_owner():
    (found,) = master_reconciliations(seen(crm={"A": "a", "B": "b"}, erp={"A": "x", "C": "c"}, billing={"C": "d"}))
    assert (found.left_amount.minor, found.difference.minor) == (1, 1)
    assert found.items[0].explanation == "email of A: the CRM has 'a', the ERP 'x'"


def test_a_gate_asks_for_the_share_and_for_the_thresholds_missed():
    row = {
        "sign": "!",
        "cells": [{"found": text} for text in ("customer", "completeness", "email", "4", "3", "75%")],
    }
    rules = (_rule(row), ("price consistency", 6, 6, True))
    one: Any = SimpleNamespace(name="S", quality=rules, outcome=SimpleNamespace(tags=()))
    measures = Measures([one], (), (), None)  # type: ignore[arg-type]
    share = measures.line("data quality", Fraction(95), None, lambda tags: True)
    missed = measures.line("data quality thresholds missed", None, Fraction(0), lambda tags: True)
    assert (share.found, share.holds) == ("90% (9 of 10)", False)
    assert (missed.found, missed.missing) == ("1", ("S: customer completeness email, 3 of 4",))
