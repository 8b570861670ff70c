"""Spans, lengths, rhythms and days inside periods, as an administration words them."""

from kehoach.model.deadlines.counted_steps import UNIT_NAMES
from kehoach.model.deadlines.points import LAST, Point
from kehoach.model.fields import Length
from kehoach.periods import DAY, Every, Span, period_named
from kehoach.wordings.language.lexicon import WEEKDAYS

_ROMAN = ("I", "II", "III", "IV")
_RHYTHMS = {
    "day": "hằng ngày", "working day": "hằng ngày làm việc", "week": "hằng tuần",
    "month": "hằng tháng", "quarter": "hằng quý", "half-year": "định kỳ 6 tháng",
    "first-half": "báo cáo 6 tháng đầu năm", "nine-months": "báo cáo 9 tháng", "year": "hằng năm",
}  # fmt: skip
_PERIODS = {"quarter": "quý", "half-year": "kỳ 6 tháng", "year": "năm"}
_DATED_PERIODS = ("year", "first-half", "nine-months", "half-year", "quarter")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WHICH = {
    1: "đầu", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", 5: "thứ năm", 6: "thứ sáu", LAST: "cuối",
}  # fmt: skip
_NTH = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", LAST: "cuối cùng"}
SCHOOL_YEAR = (9, 1)  # the month and day on which a school year begins
_TAKEN_FOR_OTHERS = (6, 9, 12)  # "6 tháng một lần" is half-yearly


class Unwordable(ValueError):  # noqa: N818 - the rule is at fault, not the program
    """No wording says this rule: administrations do not write such deadlines."""


def refuse(unwordable: object, why: str) -> None:
    """Refuse what no wording says.

    Raises:
        Unwordable: it is so.
    """
    if unwordable:
        raise Unwordable(why)


def length_words(length: Length) -> str:
    """Return a length: "05 ngày làm việc", "01 năm 06 tháng", "48 giờ".

    Raises:
        Unwordable: it is none, the very day.
    """
    refuse(length == Length(), "no length")
    return " ".join(f"{number:02} {UNIT_NAMES[unit]}" for number, unit in length.parts)


def rhythm_words(every: Every, starting: tuple[int, int] | None = None) -> str:
    """Return how often: "hằng quý", "05 năm một lần", "hằng năm học".

    Raises:
        Unwordable: the words would be taken for another rhythm, or its years have no name.
    """
    if starting:
        refuse(starting != SCHOOL_YEAR or every != Every("year"), "years of their own")
        return "hằng năm học"
    if every.number == 1:
        return _RHYTHMS[every.unit]
    refuse(every.unit == "month" and every.number in _TAKEN_FOR_OTHERS, "a rhythm of another name")
    return f"{every.number:02} {UNIT_NAMES[every.unit]} một lần"


def points_words(points: tuple[Point, ...], every: Every) -> str:
    """Return the days of each period: one, or one for each period of the year.

    Raises:
        Unwordable: nobody would say so which day is of which period.
    """
    if len(points) == 1:
        refuse(points[0].date and every.unit in ("half-year", "quarter"), "one date of several")
        return _point(points[0], every)
    turns = [(point.date[0] - 1) * len(points) // 12 for point in points if point.date]
    plain = all(point.of == "this" for point in points)
    refuse(turns != list(range(len(points))) or not plain, "days of other periods")
    return " và ".join(_point(point, every) for point in points)


def _point(point: Point, every: Every) -> str:
    if point.weekday and point.nth:
        return f"{_WEEKDAYS[WEEKDAYS.index(point.weekday)]} {_NTH[point.nth]} của {_month(point, every)}"
    if point.weekday:
        refuse(point.of != "this" or every != Every("week"), "a weekday of another period")
        return _WEEKDAYS[WEEKDAYS.index(point.weekday)]
    if point.date:
        return _date(point, point.date, every)
    return _day_of_month(point) if every == Every("month") else _day_of_period(point, every)


def _month(point: Point, every: Every) -> str:
    """Return a month inside each period: "tháng sau", "tháng cuối quý"."""
    after = " sau" * (point.of == "next")
    if every == Every("month"):
        refuse(point.month != 1, "a month of a month")
        return "tháng" + after
    refuse(every.number > 1 or every.unit not in _PERIODS, "a month of another period")
    refuse(point.month not in _WHICH or every.months < point.month < LAST, "no such month")
    return f"tháng {_WHICH[point.month]} {_PERIODS[every.unit]}{after}"


def _date(point: Point, date: tuple[int, int], every: Every) -> str:
    refuse((point.month, point.day) != (1, LAST), "a date and a place")
    refuse(every.unit not in _DATED_PERIODS, "a date of another period")
    refuse(point.of == "next" and every.unit != "year", "a date of the next period")
    return f"ngày {date[1]:02}/{date[0]:02}" + " năm sau" * (point.of == "next")


def _day_of_month(point: Point) -> str:
    refuse(point.month != 1, "a month of a month")
    after = point.of == "next"
    if point.day == LAST:
        return "ngày cuối cùng của tháng" + " sau" * after
    return f"ngày {point.day:02}" + " của tháng sau" * after


def _day_of_period(point: Point, every: Every) -> str:
    refuse(point.day == LAST != point.month, "the last day of a month inside a period")
    month = _month(point, every)
    if point.day == LAST:
        return f"ngày cuối cùng của {_PERIODS[every.unit]}" + " sau" * (point.of == "next")
    return f"ngày {point.day:02} của {month}"


def is_day(span: Span) -> bool:
    """Say whether a span is one day."""
    return span.first == span.last


def is_month(span: Span) -> bool:
    """Say whether a span is one month."""
    return span == period_named(f"{span.first:%Y-%m}").span


def is_range(span: Span) -> bool:
    """Say whether a span is no single unit of the calendar."""
    return _unit(span) is None


def _unit(span: Span) -> str | None:
    """Return a span that is one calendar unit in words."""
    year, month = span.first.year, span.first.month
    quarter = (month - 1) // 3
    half = ("1", "đầu") if month == 1 else ("2", "cuối")
    units = {
        f"{span.first}": f"ngày {span.first:%d/%m/%Y}",
        f"{span.first:%Y-%m}": f"tháng {month}/{year}",
        f"{year}-Q{quarter + 1}": f"quý {_ROMAN[quarter]}/{year}",
        f"{year}-H{half[0]}": f"6 tháng {half[1]} năm {year}",
        f"{year}-9M": f"9 tháng đầu năm {year}",
        f"{year}": f"năm {year}",
    }
    return next((words for name, words in units.items() if period_named(name).span == span), None)


def span_words(span: Span) -> str:
    """Return a span: a unit, or from one to another."""
    if unit := _unit(span):
        return unit
    first, last = span.first, span.last
    if first.day == 1 and (last + DAY).day == 1:
        return f"từ tháng {first.month}/{first.year} đến tháng {last.month}/{last.year}"
    return f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
