"""Days found by walking from one to the next: the oracle of the deadlines.

Written from the design (*Deadlines*) and from Civil Code 2015, Art. 146 to 148, and from nothing of
kehoach: it takes plain text and days. Where the program reckons with numbers of months and offsets, this
asks each day what it is called.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import count, groupby, islice
from pathlib import Path

DAY = timedelta(days=1)
Off = Callable[[date], bool]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TABLE = Path(__file__).parents[2] / "sources" / "vn-days-2021-2027.tsv"


@cache
def _of_the_table() -> dict[str, str]:
    lines = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines())
    return {fields[0]: fields[1] for fields in lines if len(fields) > 1}


def weekend(day: date) -> bool:
    """Say whether a day is a Saturday or Sunday."""
    return day.weekday() > 4


def off_in_vietnam(day: date) -> bool:
    """Say whether nobody works on a day of 2021 to 2027, by the table of sources."""
    said = _of_the_table().get(str(day))
    return said == "off" or (weekend(day) and said != "work")


_NAMES: dict[str, Callable[[date], str | None]] = {
    "day": str,
    "week": lambda day: day.strftime("%G-W%V"),
    "month": lambda day: f"{day:%Y-%m}",
    "quarter": lambda day: f"{day.year}-Q{'111222333444'[day.month - 1]}",
    "half-year": lambda day: f"{day.year}-H{'111111222222'[day.month - 1]}",
    "first-half": lambda day: f"{day.year}-H1" if day.month < 7 else None,
    "nine-months": lambda day: f"{day.year}-9M" if day.month < 10 else None,
    "year": lambda day: f"{day.year}",
}
UNITS = tuple(_NAMES)


def called(day: date, unit: str) -> str | None:
    """Return what the day, week, month … is called in which a day lies; ``None`` where it lies in none."""
    return _NAMES[unit](day)


@cache
def days_of(name: str) -> tuple[date, ...]:
    """Return the days of what is called so, in order."""
    if len(name) == len("2021-01-01"):
        return (date.fromisoformat(name),)
    signs = {"": "year", "Q": "quarter", "H": "half-year", "W": "week"}
    unit = "nine-months" if name.endswith("-9M") else signs.get(name[5:6], "month")
    year = int(name[:4])
    around = walk(date(year - 1, 12, 25), date(year + 1, 1, 7))
    return tuple(day for day in around if called(day, unit) == name)


def ends(text: str) -> tuple[date, date]:
    """Return the first and the last day of a span as files write it."""
    first, _, last = text.partition("..")
    return days_of(first)[0], days_of(last or first)[-1]


def walk(first: date, last: date) -> Iterator[date]:
    """Yield the days from one to another, both inclusive."""
    return islice((first + n * DAY for n in count()), max(0, (last - first).days + 1))


def stepped(day: date, number: int, back: bool, counts: Callable[[date], bool]) -> date:
    """Return the day that is the so-and-so-manieth of those that count, the first not counted."""
    while number:
        day += -DAY if back else DAY
        number -= counts(day)
    return day


def months_on(day: date, number: int, back: bool) -> date:
    """Return the day of the same number that many months on, or its month's last (Art. 148.3)."""
    month = day.replace(day=1)
    month = stepped(month, number, back, lambda each: each.day == 1)
    return [each for each in days_of(str(month)[:7]) if each.day <= day.day][-1]


def counted(day: date, length: str, off: Off, back: bool = False) -> date:
    """Return the last day of a term: months before weeks and days, the first day not counted."""
    words = length.replace("working day", "working-day").split()
    parts = [(int(n), unit.rstrip("s")) for n, unit in zip(words[::2], words[1::2], strict=True)]
    months = sum(n * {"year": 12, "month": 1}.get(unit, 0) for n, unit in parts)
    end = months_on(day, months, back) if months else day
    for number, unit in parts:
        if unit == "working-day":
            end = stepped(end, number, back, lambda each: not off(each))
        elif unit in ("day", "week"):
            end = stepped(end, number * (7 if unit == "week" else 1), back, lambda _: True)
    return end


def rolled(day: date, way: str, off: Off) -> date:
    """Return the nearest working day that way, the day itself where it is one (Art. 148.5)."""
    while way != "none" and off(day):
        day += DAY if way == "next" else -DAY
    return day


def tiles(unit: str, first: date, last: date) -> list[str]:
    """Return what the periods are called that have a day between two days, in order."""
    named = (called(day, unit) for day in walk(first, last))
    return [name for name, _ in groupby(named) if name]


def after(name: str, unit: str) -> list[date]:
    """Return the days of the period after, which is as long: that of the first half begins in July."""
    days = days_of(name)
    first = days[-1] + DAY
    if unit in ("day", "week"):
        return [day + len(days) * DAY for day in days]
    months = len({day.month for day in days})
    return list(walk(first, months_on(first, months, back=False) - DAY))


def named_day(point: Mapping[str, str], name: str, unit: str) -> date:
    """Return the day that a point means in a period: a month and day, a day of a month, a weekday."""
    days = after(name, unit) if point.get("of") == "next" else list(days_of(name))
    if "date" in point:
        month, number = map(int, point["date"].split("-"))
        far = walk(days[0], days[0] + 800 * DAY)
        ours = [day for day in far if day.month == month and day.day <= number]
        return next(day for day in ours if day.day == number or (day + DAY).day == 1)
    months = [list(group) for _, group in groupby(days, key=lambda day: day.month)]
    where = point.get("month", "first")
    within = months[{"first": 0, "last": -1}[where] if where.isalpha() else int(where) - 1]
    if "weekday" in point:
        pool = within if "nth" in point else days
        these = [day for day in pool if WEEKDAYS[day.weekday()] == point["weekday"]]
        nth = point.get("nth", "first")
        return these[{"first": 0, "last": -1}[nth] if nth.isalpha() else int(nth) - 1]
    last = point.get("day", "last")
    return within[-1] if last == "last" else [day for day in within if day.day <= int(last)][-1]
