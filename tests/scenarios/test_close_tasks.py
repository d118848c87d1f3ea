"""The close checklist in a company's file."""

from scenarios.close_tasks import USUAL, CloseTaskShape, chained, tasks_of


def test_the_usual_checklist_stands_in_where_a_company_has_none() -> None:
    assert tasks_of(()) == USUAL
    (own,) = tasks_of((CloseTaskShape.model_validate({"task": "count", "owner": "Ann", "days": "3"}),))
    assert (own.name, own.owner, own.after, own.days) == ("count", "Ann", (), 3)


def test_no_task_waits_for_one_below_it() -> None:
    assert list(chained(USUAL)) == []
    assert list(chained(tuple(reversed(USUAL))))
