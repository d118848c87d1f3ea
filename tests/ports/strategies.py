"""Any noun the doors carry, made by hypothesis from its own annotations."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.catalog import PriceBook, PriceBookEntry
from engine.model.journal import JournalEntry
from engine.model.money import Money, known_currencies

# Names as people and systems write them; a number is part of a path, so the signs that could break one are in.
TEXT = st.text(alphabet="aZ09 -_?&#%+=äß漢\"'<>", min_size=1, max_size=12).filter(lambda text: text.strip() == text)
MONEY = st.builds(Money, st.integers(-(10**15), 10**15), st.sampled_from(sorted(known_currencies())))
SERVICE = st.builds(lambda days: ServicePeriod(*sorted(days)), st.tuples(st.dates(), st.dates()))
MONTH = st.builds(AccountingPeriod, st.integers(1900, 2199), st.integers(1, 12))

st.register_type_strategy(str, TEXT)
st.register_type_strategy(Money, MONEY)
st.register_type_strategy(ServicePeriod, SERVICE)
st.register_type_strategy(AccountingPeriod, MONTH)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))  # fmt: skip
st.register_type_strategy(date, st.dates())
st.register_type_strategy(
    PriceBook, st.builds(PriceBook, entries=st.lists(st.from_type(PriceBookEntry), max_size=3).map(tuple))
)
# An entry checks that it balances; what is tried here is the way, not the arithmetic.
st.register_type_strategy(JournalEntry, st.builds(JournalEntry, lines=st.just(())))


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Give values of an annotation of a door; every sequence is a tuple, as nouns have it."""
    if get_origin(kind) is Sequence:
        return st.lists(any_of(get_args(kind)[0]), max_size=3).map(tuple)
    return st.from_type(kind)
