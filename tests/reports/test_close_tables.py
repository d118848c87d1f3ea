from engine.model.close import ReportLine, ReportSection
from engine.model.money import Money
from reports.close.tables import table


def section(*lines: tuple[str, int]) -> ReportSection:
    return ReportSection(title="T", lines=tuple(ReportLine(line=n, amount=Money(m, "USD")) for n, m in lines))


def test_the_sides_of_accounts_stand_beside_each_other() -> None:
    found = table(
        section(("1000 Cash, opening", 1), ("1000 Cash, closing", 2), ("2000 Tax, closing", 3), ("Closing", 5))
    )
    assert found["columns"] == ["account", "opening", "closing"]
    assert found["rows"] == [
        ["1000 Cash", Money(1, "USD"), Money(2, "USD")],
        ["2000 Tax", None, Money(3, "USD")],
        ["Total", None, Money(5, "USD")],
    ]


def test_a_roll_forward_stays_a_list() -> None:
    found = table(section(("Receivables, opening", 1), ("Invoiced", 2), ("Receivables, closing", 3)))
    assert found["columns"] == ["line", "amount"]
    assert [row[0] for row in found["rows"]] == ["Receivables, opening", "Invoiced", "Receivables, closing"]


def test_an_empty_section_has_no_rows() -> None:
    assert table(section())["rows"] == []


def test_what_is_taken_off_is_marked_and_what_moves_nothing_in_both_months_is_left_out() -> None:
    def moved(name: str, now: int, before: int, moves: int) -> ReportLine:
        return ReportLine(line=name, amount=Money(now, "USD"), prior=Money(before, "USD"), moves=moves)

    lines = (
        moved("Opening of it", 0, 0, 0),
        moved("Invoiced", 0, 5, 1),
        moved("Credited", 3, 0, -1),
        moved("Paid", 0, 0, -1),
    )
    found = table(ReportSection(title="T", lines=lines))
    assert [row[0] for row in found["rows"]] == ["Opening of it", "Invoiced", "Less: credited"]
