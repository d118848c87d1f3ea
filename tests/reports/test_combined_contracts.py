"""Contracts that share one price are compared as one, or each would show what the other has too much."""

from reports.tie_outs.contracted import Comparison, as_one


def compared(leeway: dict[str, int | None]) -> Comparison:
    lefts = {("C-1", "USD"): 10_000, ("C-2", "USD"): 2_000, ("C-3", "USD"): 500}
    rights = {("C-1", "USD"): 6_857, ("C-2", "USD"): 5_143, ("C-3", "USD"): 500}
    return Comparison(title="Value", left="billing", right="schedules", lefts=lefts, rights=rights, leeway=leeway)


def test_what_two_contracts_share_is_compared_as_one() -> None:
    found = as_one(compared({"C-1": 1, "C-2": 2, "C-3": 4}), {"C-2": "C-1"})
    assert found.lefts == found.rights == {("C-1", "USD"): 12_000, ("C-3", "USD"): 500}
    assert found.leeway == {"C-1": 3, "C-3": 4}


def test_where_one_of_them_may_differ_as_far_as_it_likes_all_may() -> None:
    for leeway in ({"C-1": 1, "C-2": None}, {"C-2": None, "C-1": 1}):
        assert as_one(compared(leeway), {"C-2": "C-1"}).leeway == {"C-1": None}
