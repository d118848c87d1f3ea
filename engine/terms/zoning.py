"""Which business day a moment belongs to: the calendar of a time zone, clock changes included (IANA time zones)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from engine.book import Book
from engine.entities import entity_of_customer
from engine.refusals import Refused

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?) ?(Z|[-+]\d\d:\d\d|[A-Za-z][\w+-]*(?:/[\w+-]+)*)?")


def local_day(book: Book, customer: str, moment: str) -> date:
    """The day a moment falls on, in the time zone that the company's convention says.

    `moment`: "2026-03-29 01:30 Europe/Berlin", "2026-03-28T23:30Z" or, in that very time zone, "2026-03-29 01:30". Of an
    hour that the clocks repeat, the first is meant. Refused if it is written otherwise or its time zone is unknown.
    """
    return local_moment(book, customer, moment)[0]


def local_moment(book: Book, customer: str, moment: str) -> tuple[date, int]:
    """The day a moment falls on, and how many seconds of it are over by then; the hour that clocks skip was none."""
    zone_ = home(book, customer)
    there = _moment(moment, zone_).astimezone(zone_)
    return there.date(), (there.astimezone(UTC) - midnight(zone_, there.date())) // timedelta(seconds=1)


def midnight(there: tzinfo, day: date) -> datetime:
    """When a day begins there."""
    return datetime(day.year, day.month, day.day, tzinfo=there).astimezone(UTC)


def home(book: Book, customer: str) -> tzinfo:
    """The time zone that decides on which day something happens to a customer, by the company's convention."""
    own = book.customers[customer].time_zone if book.company.policies.time_zone == "of the customer" else None
    return zone(own or entity_of_customer(book, customer).time_zone)


def zone(name: str) -> tzinfo:
    """The time zone of that name (Europe/Berlin, UTC). Refused if there is none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        raise Refused("unknown-time-zone", f"there is no time zone {name!r}; write it like Europe/Berlin") from None


def _moment(text: str, home: tzinfo) -> datetime:
    found = _MOMENT.fullmatch(text)
    try:
        written = datetime.fromisoformat(f"{found[1]}T{found[2]}") if found else None
    except ValueError:
        written = None
    if found is None or written is None:
        raise Refused("no-moment", f"{text!r} is no moment; write it like 2026-03-29 01:30 Europe/Berlin")
    return written.replace(tzinfo=_zone_of(found[3], home))


def _zone_of(name: str | None, home: tzinfo) -> tzinfo:
    if name is None:
        return home
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[4:6])
        return timezone((-1 if name[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
    return UTC if name == "Z" else zone(name)
