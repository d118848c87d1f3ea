import re
from decimal import Decimal
from fractions import Fraction

import pytest

from engine.model.money import COUNT, Money, exponent, known_currencies, plain_number, rounded, total


@pytest.mark.parametrize(("currency", "decimals"), [("JPY", 0), ("USD", 2), ("KWD", 3), ("CLF", 4), (COUNT, 0)])
def test_each_currency_has_the_decimals_of_iso_4217(currency, decimals):
    assert exponent(currency) == decimals


@pytest.mark.parametrize("code", ["usd", "XYZ", ""])
def test_an_unknown_currency_is_refused_with_what_to_write(code):
    with pytest.raises(
        ValueError, match=f"'{code}' is not a currency of ISO 4217; write a code such as USD, EUR or JPY"
    ):
        Money(1, code)


def test_currencies_are_known_by_their_codes_and_counting_is_none_of_them():
    assert {"USD", "JPY", "KWD", "CLF"} <= known_currencies()
    assert COUNT not in known_currencies()


@pytest.mark.parametrize(
    ("exact", "up", "even"),
    [("0.5", 1, 0), ("1.5", 2, 2), ("2.5", 3, 2), ("-0.5", -1, 0), ("-1.5", -2, -2), ("-2.5", -3, -2), ("2.49", 2, 2)],
)
def test_a_tie_goes_away_from_zero_or_to_the_even_neighbor(exact, up, even):
    assert rounded(Fraction(exact)) == up
    assert rounded(Fraction(exact), "half even") == even


def test_an_exact_price_crosses_into_money_once():
    assert Money.of(Decimal("10.005"), "USD") == Money(1001, "USD")
    assert Money.of(Decimal("10.005"), "USD", "half even") == Money(1000, "USD")
    assert Money.of(Fraction(3, 2), "JPY") == Money(2, "JPY")
    assert Money.of(Decimal("0.0015"), "KWD") == Money(2, "KWD")
    assert Money(1001, "USD").exact == Fraction(1001, 100)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("1,000.00 USD", None, 100_000),
        ("USD 1000", None, 100_000),
        ("1.000,00 EUR", None, 100_000),
        ("1.000.000 JPY", None, 1_000_000),
        ("-0.5", "USD", -50),
        ("+12,5", "EUR", 1250),
        ("1.234", "KWD", 1234),
        ("10 EUR", "USD", 1000),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, currency, minor):
    assert Money.parse(text, currency).minor == minor


def test_a_code_beside_the_number_wins_over_the_currency_that_is_usual():
    assert Money.parse("10 EUR", "USD").currency == "EUR"


@pytest.mark.parametrize(
    ("text", "currency", "sentence"),
    [
        ("ten", "EUR", "not an amount: 'ten'; write it like 1,000.00 EUR"),
        ("10", None, "not an amount: '10'; write it like 1,000.00 USD"),
        ("1,00.00", "USD", "not an amount: '1,00.00'; write it like 1,000.00"),
        ("10.005", "USD", "not an amount: '10.005'; USD has 2 decimals"),
        ("0.5 JPY", None, "not an amount: '0.5 JPY'; JPY has 0 decimals"),
    ],
)
def test_what_is_no_amount_is_refused_with_how_to_write_one(text, currency, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        Money.parse(text, currency)


def test_a_number_is_read_without_a_currency():
    assert plain_number("1,234.5") == plain_number("1.234,5") == Decimal("1234.5")


def test_amounts_of_one_currency_add_up_and_compare():
    ten, three = Money(1000, "USD"), Money(300, "USD")
    assert ten + three == Money(1300, "USD")
    assert three - ten == -Money(700, "USD")
    assert abs(three - ten) == Money(700, "USD")
    assert three < ten
    assert ten >= three
    assert not Money.zero("USD")
    assert total([ten, three], "USD") == Money(1300, "USD")
    assert total([], "JPY") == Money(0, "JPY")


def test_amounts_of_two_currencies_never_meet():
    for meeting in (Money.__add__, Money.__sub__, Money.__lt__):
        with pytest.raises(ValueError, match=r"10\.00 USD and 10 JPY are of different currencies"):
            meeting(Money(1000, "USD"), Money(10, "JPY"))


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(123456789, "USD"), "1,234,567.89 USD"),
        (Money(-5, "USD"), "-0.05 USD"),
        (Money(1500, "JPY"), "1,500 JPY"),
        (Money(1, "KWD"), "0.001 KWD"),
        (Money(1234, COUNT), "1,234"),
    ],
)
def test_an_amount_is_written_with_its_decimals(money, text):
    assert str(money) == text


def test_the_largest_remainder_gets_the_cent_and_ties_go_to_the_first():
    # 1.00 by thirds: 33 each, and the cent left over goes to the first
    assert [part.minor for part in Money(100, "USD").allocate([1, 1, 1])] == [34, 33, 33]
    # 1.00 by 1:2:4: 14.29, 28.57, 57.14; the cent goes to the largest remainder, the second
    assert [part.minor for part in Money(100, "USD").allocate([1, 2, 4])] == [14, 29, 57]
    assert [part.minor for part in Money(-100, "USD").allocate([1, 1, 1])] == [-34, -33, -33]
    assert [part.minor for part in Money(5, "USD").allocate([0, Fraction(1, 2)])] == [0, 5]


@pytest.mark.parametrize(
    ("exact", "half_down", "up", "down"),
    [
        ("0.5", 0, 1, 0),
        ("-1.5", -1, -2, -1),
        ("2.51", 3, 3, 2),
        ("2.01", 2, 3, 2),
        ("-2.01", -2, -3, -2),
        ("2", 2, 2, 2),
    ],
)
def test_a_fraction_goes_towards_zero_or_away_from_it_by_convention(exact, half_down, up, down):
    found = [rounded(Fraction(exact), how) for how in ("half down", "up", "down")]
    assert found == [half_down, up, down]


def test_the_last_or_the_first_part_takes_what_is_left_and_none_is_below_nothing():
    def split(minor, weights, remainder):
        return [part.minor for part in Money(minor, "USD").allocate(weights, remainder)]

    # 2.00 by thirds: 0.67 each, and the rest
    assert split(200, [1, 1, 1], "last part absorbs") == [67, 67, 66]
    assert split(200, [1, 1, 1], "first part absorbs") == [66, 67, 67]
    assert split(-200, [1, 1, 1, 0], "last part absorbs") == [-67, -67, -66, 0]
    assert split(5, [1] * 10, "last part absorbs") == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
    assert split(2, [1] * 5, "last part absorbs") == [0, 0, 0, 0, 2]
    assert split(0, [1, 1], "first part absorbs") == [0, 0]


@pytest.mark.parametrize("weights", [[], [0, 0]])
def test_nothing_cannot_be_split_by_nothing(weights):
    with pytest.raises(ValueError, match="cannot split an amount by weights that add up to nothing"):
        Money(100, "USD").allocate(weights)
