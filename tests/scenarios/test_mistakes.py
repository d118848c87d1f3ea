"""Every mistake an author can make in a world gets one sentence, at its line."""

from pathlib import Path

import pytest

from scenarios.ledgers import AMOUNTS
from scenarios.world import WorldError, check_all, find, load

WORLD = """\
company: Acme Cloud
legal entity:
  code: AC
  name: Acme Cloud Inc
  currency: USD
  invoice prefix: AC
ledger: standard ledger
customers:
  - Globex
  - {name: Initech, email: ap@initech.example}
products:
  - name: Seat
    code: SEAT
    charges: [{price per: month, tax code: standard}]
  - name: Package
    code: PKG
    charges:
      - {name: Fee, kind: one-time, model: flat, recognition: point in time}
      - {name: Seats, price per: month}
price book:
  name: List
  prices:
    - {product: Seat, price: 10.00}
    - {product: Package, charge: Fee, price: "1,000.00", from: 2026-01-01}
tax rates:
  - {code: none, percent: 0%}
  - {code: standard, percent: 10%}
policies:
  proration: 30/360
posting rules:
  invoice posted:
    tax: {debit: Receivables, credit: Sales tax payable}
accounts:
  - {code: 9000, name: Suspense, type: asset}
approval matrix:
  - {role: Sales manager, discount above: 10%}
retry days: [1, 3, 5]
dunning:
  - {days overdue: 7, letter: Reminder}
signs:
  - {role: Controller, meaning: It is right.}
"""
# What only a group posts; a company of one legal entity needs no rule for it.
AMONG_ENTITIES = {"intercompany charged", "intercompany settled"}
LEDGER = """\
ledger: own ledger
accounts:
  - {code: 1, name: Receivables, type: asset, role: receivables}
posting rules: {}
"""

ONE_MISTAKE = [
    # keys
    ("retry days", "retry dayz", 37, "unknown key 'retry dayz'; did you mean 'retry days'?"),
    ("retry days", "000.00: x\nretry days", 37, "unknown key '000.00'; in braces an amount with a comma stands in quotes, like \"1,000.00\""),
    ("retry days", "retry_days", 37, "unknown key 'retry_days'; did you mean 'retry days'?"),
    ("invoice prefix: AC", "invoices prefix: AC\n  invoice prefix: AC", 6, "legal entity: unknown key 'invoices prefix'; did you mean 'invoice prefix'?"),
    ("discount above", "zzz: 1, discount above", 36, "approval matrix: unknown key 'zzz'; known are: role, discount above, months above, net days above, months below, billing other than, other payment terms, nonstandard clauses"),
    ("  currency: USD\n", "", 2, "legal entity: 'currency' is missing"),
    ("company: Acme Cloud\n", "", 1, "'company' is missing"),
    ("{role: Controller, meaning", "{meaning", 41, "signs: 'role' is missing"),
    ("signs:", "company: Other\nsigns:", 40, "'company' is written twice; the first is on line 1"),
    ("  proration: 30/360", "  proration: 30/360\n  proration: months", 30, "'proration' is written twice; the first is on line 29"),
    # values
    ("[1, 3, 5]", "[1, three, 5]", 37, "retry days: 'three' is not a number"),
    ("[1, 3, 5]", "[1, 3.5, 5]", 37, "retry days: '3.5' is not a whole number from 0 up"),
    ("[1, 3, 5]", "[1, -3, 5]", 37, "retry days: '-3' is not a whole number from 0 up"),
    ("[1, 3, 5]", "[1, 5, 3]", 37, "retry days: the days must rise from row to row, not 1, 5, 3"),
    ("[1, 3, 5]", "[1, 1, 5]", 37, "retry days: the days must rise from row to row, not 1, 1, 5"),
    ("[1, 3, 5]", "[1, 3, 5]\nallowance: [{days overdue: 30, percent: 1, of: unbilled}]", 38, "allowance: what is not billed yet is never overdue; write 'days overdue: 0'"),
    ("[1, 3, 5]", "[1, 3, 5]\nallowance: [{days overdue: 0, percent: 1}, {days overdue: 30, percent: 1}, {days overdue: 5, percent: 1, customer: Globex}, {days overdue: 5, percent: 1, customer: Globex}]", 38, "allowance: the days must rise from row to row, not 0, 30, 5, 5"),
    ("[1, 3, 5]", "1", 37, "retry days: needs a list: lines that begin with '-', or [a, b]"),
    ("[1, 3, 5]", "[1, [3], 5]", 37, "retry days: takes one value, not a list"),
    ("letter: Reminder", "letter: {a: b}", 39, "letter: takes one value, not a group of keys"),
    ("letter: Reminder", "letter: ''", 39, "letter: nothing is written here; write a value or leave the key out"),
    ("price: 10.00", "price: ten", 23, "price: 'ten' is not a number"),
    ("price: 10.00", "price: -10.00", 23, "price: '-10.00' is below zero; a price is not"),
    ("price: 10.00", "price: 1.200", 23, "price: '1.200' can be read in two ways; write 1200.00 for thousands or 1.2000 for a fraction"),
    ("percent: 10%", "percent: 110%", 27, "percent: '110%' is not between 0% and 100%"),
    ("percent: 10%", "percent: ten", 27, "percent: 'ten' is not a number"),
    ("2026-01-01", "1/1/2026", 24, "from: '1/1/2026' is not a day; write it like 2026-07-01"),
    ("2026-01-01", "2026-02-30", 24, "from: '2026-02-30' is not a day; write it like 2026-07-01"),
    ("currency: USD", "currency: usd", 5, "currency: 'usd' is not a currency of ISO 4217; did you mean 'USD'?"),
    ("currency: USD", "currency: Dollars", 5, "currency: 'Dollars' is not a currency of ISO 4217; write a code such as USD, EUR or JPY"),
    ("invoice prefix: AC", "invoice prefix: a c", 6, "invoice prefix: 'a c' cannot begin a number; write capital letters and digits, like NW"),
    ("legal entity:\n  code: AC\n  name: Acme Cloud Inc\n  currency: USD\n  invoice prefix: AC", "legal entity: Acme", 2, "legal entity: needs lines of 'key: value', further in"),
    ("legal entity:\n  code: AC\n  name: Acme Cloud Inc\n  currency: USD\n  invoice prefix: AC\n", "", 1, "needs either 'legal entity' or 'legal entities'"),
    ("ledger: standard", "legal entities: [{code: AB, name: Acme Two, currency: USD, invoice prefix: AB}]\nledger: standard", 1, "needs either 'legal entity' or 'legal entities'"),
    ("email: ap@initech.example", "billed to: Globx", 10, "billed to: there is no customer 'Globx'; did you mean 'Globex'?"),
    ("email: ap@initech.example", "billed to: Initech", 10, "billed to: 'Initech' would be billed to itself in the end"),
    ("ledger: standard", "unmapped products: [Seats]\nledger: standard", 7, "unmapped products: there is no 'Seats'; did you mean 'Seat'?"),
    ("ledger: standard", "exception owners: [{reason: missing prize, role: Boss}]\nledger: standard", 7, "reason: unknown answer 'missing-prize'; did you mean 'missing-price'?"),
    ("email: ap@initech.example", "legal entity: AD", 10, "legal entity: there is no 'AD'; known are: AC, Acme Cloud Inc"),
    # answers
    ("proration: 30/360", "proration: 30/365", 29, "proration: unknown answer '30/365'; did you mean '30/360'?"),
    ("proration: 30/360", "proration: [30/360]", 29, "proration: takes one value"),
    ("proration: 30/360", "pro-ration: 30/360", 29, "policies: unknown question 'pro-ration'; did you mean 'proration'?"),
    ("{price per: month, tax", "{model: per seat, price per: month, tax", 14, "model: unknown answer 'per seat'; did you mean 'per unit'?"),
    ("{price per: month, tax", "{price per: monthly, tax", 14, "price per: unknown answer 'monthly'; did you mean 'month'?"),
    ("type: asset", "type: assets", 34, "type: unknown answer 'assets'; did you mean 'asset'?"),
    ("type: asset", "type: asset, role: receivable", 34, "role: unknown answer 'receivable'; did you mean 'receivables'?"),
    # what a row must say
    ("kind: one-time, ", "kind: one-time, price per: month, ", 18, "charges: a one-time charge has no 'price per'; leave it out"),
    ("{name: Seats, price per: month}", "{name: Seats}", 19, "charges: a recurring charge needs 'price per': month, quarter, half-year, year or billing period"),
    ("    charges: [{price per: month, tax code: standard}]\n", "", 12, "products: 'Seat' needs either 'charges' or 'plans'"),
    (", discount above: 10%", "", 36, "approval matrix: 'Sales manager' has no limit; add 'discount above', 'months above' or 'net days above'"),
    ("{debit: Receivables, credit: Sales tax payable}", "{debit: Cash, credit: Cash}", 32, "tax: debits and credits the same account 'Cash'"),
    ("  invoice posted:", "  goods transferred:\n    sold: {debit: Cash, credit: Cash}\n  invoice posted:", 32, "sold: debits and credits the same account 'Cash'"),
    # names
    ("product: Seat,", "product: Seet,", 23, "prices: there is no product 'Seet'; did you mean 'Seat'?"),
    ("charge: Fee", "charge: Fees", 24, "prices: 'Package' has no charge 'Fees'; did you mean 'Fee'?"),
    ("charge: Fee, ", "", 24, "prices: say which 'charge' of 'Package': Fee or Seats"),
    ("product: Seat,", "product: Seat, plan: Gold,", 23, "prices: 'Seat' has no plan 'Gold'; known are: Standard"),
    ("tax code: standard", "tax code: standart", 14, "tax code: there is no 'standart'; did you mean 'standard'?"),
    ("debit: Receivables", "debit: Recievables", 32, "debit: there is no account 'Recievables'; did you mean 'Receivables'?"),
    ("credit: Sales tax payable", "credit: Sale tax payable", 32, "credit: there is no account 'Sale tax payable'; did you mean 'Sales tax payable'?"),
    ("  invoice posted:", "  invoice send:", 31, "posting rules: unknown event 'invoice send'; did you mean 'invoice posted'?"),
    ("    tax: {", "    taxes: {", 32, "invoice posted: unknown amount 'taxes'; did you mean 'tax'?"),
    ("ledger: standard ledger", "ledger: standart ledger", 7, "ledger: there is no ledger 'standart ledger'; did you mean 'standard ledger'?"),
    ("  - {code: none, percent: 0%}\n", "", 25, "tax rates: the code 'none' is missing; add {code: none, percent: 0%}"),
    # twice the same
    ("{name: Initech,", "{name: Globex,", 10, "two customers are called 'Globex'; the first is on line 9"),
    ("  - name: Package", "  - {name: Seat, code: S2, charges: [{price per: year}]}\n  - name: Package", 15, "two products are called 'Seat'; the first is on line 12"),
    ("code: PKG", "code: SEAT", 15, "two products have the code 'SEAT'; the first is on line 12"),
    ("name: Seats,", "name: Fee,", 19, "two charges of 'Package' are called 'Fee'; the first is on line 18"),
    ("{product: Seat, price: 10.00}", "{product: Seat, price: 10.00}\n    - {product: Seat, price: 11.00}", 24, "two prices are given for 'Seat'; the first is on line 23"),
    ("percent: 10%}", "percent: 10%}\n  - {code: standard, percent: 11%}", 28, "two percentages are given for 'standard'; the first is on line 27"),
    ("name: Suspense", "name: Cash", 34, "accounts: 'Cash' is in the shared ledger already"),
    ("code: 9000", "code: 1000", 34, "two accounts have the code '1000'; the other is 'Cash'"),
    ("signs:", "signs:\n  - {role: Controller, meaning: So it is.}", 42, "the role 'Controller' signs twice; the first is on line 41"),
    # YAML
    ('10.00}\n    - {product: Package, charge: Fee, price: "1,000.00"', "&p 10.00}\n    - {product: Package, charge: Fee, price: *p", 24, "the alias *p stands for what is written elsewhere; write it out"),
    ("- Globex", "- !user Globex", 9, "the tag !user says nothing here; write the value alone"),
    ("  name: List", "\tname: List", 21, "a tab stands before the text; YAML is indented with spaces"),
]  # fmt: skip


def told(path: Path) -> list[str]:
    with pytest.raises(WorldError) as refused:
        load(path)
    return [str(mistake) for mistake in refused.value.mistakes]


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "acme.yaml"


def test_the_world_without_a_mistake_loads(acme: Path) -> None:
    acme.write_text(WORLD)
    assert load(acme).name == "Acme Cloud"


@pytest.mark.parametrize(("right", "wrong", "line", "sentence"), ONE_MISTAKE, ids=[case[3] for case in ONE_MISTAKE])
def test_a_mistake_is_told_in_one_sentence_at_its_line(
    acme: Path, right: str, wrong: str, line: int, sentence: str
) -> None:
    assert WORLD.count(right) >= 1
    acme.write_text(WORLD.replace(right, wrong, 1))
    assert told(acme) == [f"acme.yaml:{line}: {sentence}"]


def test_all_mistakes_come_at_once_in_the_order_of_the_file(acme: Path) -> None:
    wrong = WORLD.replace("retry days", "retry dayz").replace("product: Seat,", "product: Seet,").replace("USD", "XXX")
    acme.write_text(wrong)
    assert [mistake.split(": ")[0] for mistake in told(acme)] == ["acme.yaml:5", "acme.yaml:23", "acme.yaml:37"]


def test_a_broken_quote_is_told_at_a_line_and_nothing_else_is_guessed(acme: Path) -> None:
    acme.write_text(WORLD.replace("name: List", 'name: "List'))
    (only,) = told(acme)
    assert only.startswith("acme.yaml:24: this cannot be read as YAML: ")
    assert "\n" not in only


def test_an_empty_file_is_told(acme: Path) -> None:
    acme.write_text("# nothing yet\n")
    assert told(acme) == ["acme.yaml:1: the file is empty"]


def test_a_file_that_is_one_text_is_told(acme: Path) -> None:
    acme.write_text("Acme\n")
    assert "acme.yaml:1: needs lines of 'key: value', further in" in told(acme)


def test_a_missing_file_is_told(acme: Path) -> None:
    assert told(acme) == ["acme.yaml:1: the file cannot be read: no such file or directory"]


def test_a_file_in_another_encoding_is_told(acme: Path) -> None:
    acme.write_bytes("company: Müller".encode("latin-1"))
    assert told(acme) == ["acme.yaml:1: the file is not text in UTF-8; save it so"]


def test_a_company_without_any_ledger_is_asked_for_one(acme: Path) -> None:
    start, end = WORLD.index("posting rules"), WORLD.index("approval matrix")
    acme.write_text((WORLD[:start] + WORLD[end:]).replace("ledger: standard ledger\n", ""))
    said = "'ledger' is missing; name one, like 'standard ledger', or write 'accounts' and 'posting rules'"
    assert told(acme) == [f"acme.yaml:1: {said}"]


def test_a_ledger_lacks_rules_and_roles(acme: Path) -> None:
    acme.write_text(
        WORLD.replace("standard ledger", "own ledger").replace("credit: Sales tax payable", "credit: Suspense")
    )
    (acme.parent / "ledgers").mkdir()
    (acme.parent / "ledgers" / "own.yaml").write_text(LEDGER)
    found = told(acme)
    assert (
        "acme.yaml:30: posting rules: 'invoice posted' has no rule for 'deferred', 'unbilled' and 'conditional'"
        in found
    )
    assert "acme.yaml:30: posting rules: 'payout sent' has no rule for 'net' and 'fee'" in found
    assert "acme.yaml:33: accounts: no account has the role 'contract liability'" in found
    assert not [mistake for mistake in found if "'receivables'" in mistake]
    lacking = {event for event in AMOUNTS if any(f"'{event}' has no rule" in mistake for mistake in found)}
    assert lacking == set(AMOUNTS) - AMONG_ENTITIES


def test_a_mistake_in_the_shared_ledger_is_told_in_the_ledger(acme: Path) -> None:
    shipped = find("Northwind SaaS").parent.parent / "ledgers" / "standard.yaml"
    (acme.parent / "ledgers").mkdir()
    own = acme.parent / "ledgers" / "own.yaml"
    text = shipped.read_text().replace("ledger: standard ledger", "ledger: own ledger")
    own.write_text(text.replace("deferred: {debit: Receivables", "deferred: {debit: Receivable"))
    acme.write_text(WORLD.replace("standard ledger", "own ledger"))
    line = next(n for n, row in enumerate(own.read_text().splitlines(), 1) if "Receivable," in row)
    said = "debit: there is no account 'Receivable'; did you mean 'Receivables'?"
    assert told(acme) == [f"ledgers/own.yaml:{line}: {said}"]


def test_a_ledger_that_cannot_be_read_is_told_beside_the_world_that_asks_for_it(acme: Path) -> None:
    (acme.parent / "ledgers").mkdir()
    (acme.parent / "ledgers" / "own.yaml").write_text("ledger: [own\n")
    acme.write_text(WORLD.replace("standard ledger", "own ledger"))
    found = told(acme)
    assert len(found) == 2
    assert found[0].startswith("acme.yaml:7: ledger: there is no ledger 'own ledger'")
    assert found[1].startswith("ledgers/own.yaml:")


def test_checking_tells_every_file_and_a_name_that_is_taken(acme: Path) -> None:
    acme.write_text(WORLD.replace("retry days", "retry dayz"))
    (acme.parent / "binary.yaml").write_bytes(b"\xff")
    (acme.parent / "copy.yaml").write_text(WORLD.replace("Acme Cloud\n", "Northwind SaaS\n"))
    found = [str(mistake) for mistake in check_all([acme.parent, acme.parent / "nowhere"])]
    assert found[0] == "acme.yaml:37: unknown key 'retry dayz'; did you mean 'retry days'?"
    assert found[1] == "binary.yaml:1: the file is not text in UTF-8; save it so"
    assert found[2].startswith("copy.yaml:1: the company 'Northwind SaaS' is written in ")
    assert found[3:] == ["nowhere:1: there is no such folder of worlds"]


def test_checking_tells_a_ledger_that_nobody_names(acme: Path) -> None:
    (acme.parent / "ledgers").mkdir()
    (acme.parent / "ledgers" / "own.yaml").write_text(LEDGER.replace("type: asset", "type: asets"))
    acme.write_text(WORLD)
    said = "type: unknown answer 'asets'; did you mean 'asset'?"
    assert [str(mistake) for mistake in check_all([acme.parent])] == [f"ledgers/own.yaml:3: {said}"]
