"""Rules written as an administration words them; ``read`` gives the same rule again."""

from collections.abc import Callable, Mapping
from typing import Any

from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.deadlines.one_off import AfterDay, AtOneSession, BeforeDay, ByDay, Within
from kehoach.model.deadlines.open_ended import Continuous, NotSet, OnRequest
from kehoach.model.deadlines.points import LAST, Point
from kehoach.model.deadlines.recurring import AtSession, Recurrence, Recurring
from kehoach.model.deadlines.term import Rule
from kehoach.model.fields import Length
from kehoach.periods import DAY, Every, Span, period_named
from kehoach.wordings.lexicon import WEEKDAYS

_ROMAN = ("I", "II", "III", "IV")
_LENGTHS = {
    "day": "ngày", "working day": "ngày làm việc", "week": "tuần", "month": "tháng", "year": "năm",
}  # fmt: skip
_RHYTHMS = {
    "day": "hằng ngày", "week": "hằng tuần", "month": "hằng tháng", "quarter": "hằng quý",
    "half-year": "định kỳ 6 tháng", "first-half": "báo cáo 6 tháng đầu năm",
    "nine-months": "báo cáo 9 tháng", "year": "hằng năm",
}  # fmt: skip
_ENDS = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng",
    "nine-months": "9 tháng", "year": "năm",
}  # fmt: skip
_PLACES = {"quarter": "quý", "half-year": "kỳ 6 tháng", "year": "năm"}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WHICH = {
    1: "đầu",
    2: "thứ hai",
    3: "thứ ba",
    4: "thứ tư",
    5: "thứ năm",
    6: "thứ sáu",
    LAST: "cuối",
}
_TAKEN_FOR_OTHERS = (6, 9, 12)  # "6 tháng một lần" is half-yearly


class Unwordable(ValueError):  # noqa: N818 - the rule is at fault, not the program
    """No wording says this rule: administrations do not write such deadlines."""


def write(rule: Rule, events: Mapping[str, str]) -> str:
    """Return a rule's wording; ``events`` gives the words of each event by its id.

    Raises:
        Unwordable: no wording says it.
    """
    if rule.roll is not None and not getattr(rule, "minus", None):
        raise Unwordable("roll")
    said = _WRITERS[type(rule)](rule, events)
    return f"phấn đấu {said}" if rule.aspirational else said


def _by_day(rule: ByDay, _events: Mapping[str, str]) -> str:
    lead = _clock(rule)
    words = _span(rule.by)
    if lead and rule.by.first != rule.by.last:
        raise Unwordable("a time of a span")
    return f"{lead}{words}" if lead else f"chậm nhất {words}"


def _before_day(rule: BeforeDay, _events: Mapping[str, str]) -> str:
    if rule.time or rule.inclusive is False or _is_range(rule.before):
        raise Unwordable("before")
    return f"trước {_span(rule.before)}" + " (kể cả ngày đó)" * bool(rule.inclusive)


def _within(rule: Within, _events: Mapping[str, str]) -> str:
    if rule.time or rule.within.first == rule.within.last:
        raise Unwordable("within a day")
    return f"trong {_span(rule.within)}" if not _is_range(rule.within) else _span(rule.within)


def _after_day(rule: AfterDay, _events: Mapping[str, str]) -> str:
    if rule.time:
        raise Unwordable("time")
    return f"{_length(rule.plus)} kể từ ngày {rule.after:%d/%m/%Y}"


def _one_session(rule: AtOneSession, _events: Mapping[str, str]) -> str:
    if rule.time or not _is_month(rule.session):
        raise Unwordable("session")
    return f"tại kỳ họp {_span(rule.session)}"


def _recurring(rule: Recurring, _events: Mapping[str, str]) -> str:
    if rule.plus:
        if rule.time or rule.since or rule.until or rule.every.number > 1:
            raise Unwordable("plus")
        if rule.every.unit not in _ENDS:
            raise Unwordable("plus")
        return f"{_length(rule.plus)} kể từ ngày kết thúc {_ENDS[rule.every.unit]}"
    if rule.inclusive is not None and (not rule.inclusive or not rule.before):
        raise Unwordable("inclusive")
    points = rule.before or rule.by
    lead = _clock(rule) or ("trước " if rule.before else "chậm nhất ")
    if rule.before and rule.time:
        raise Unwordable("a time before a day")
    limit = ""
    if points:
        limit = lead + _points(points, rule.every) + " (kể cả ngày đó)" * bool(rule.inclusive)
    elif rule.time:
        limit = lead.strip()
    rhythm = _rhythm(rule.every)
    # A label stands before its day, all else behind it: "báo cáo 9 tháng trước ngày 15/9".
    said = f"{rhythm}, {limit}" if limit and not rhythm.startswith("hằng") else f"{limit} {rhythm}"
    return said.strip() + _bounds(rule)


def _session(rule: AtSession, _events: Mapping[str, str]) -> str:
    if rule.time:
        raise Unwordable("time")
    if rule.every == Every("month") and rule.session == 1:
        return "tại phiên họp hằng tháng" + _bounds(rule)
    if rule.every != Every("year") or rule.session == LAST:
        raise Unwordable("session")
    return f"tại phiên họp tháng {rule.session} hằng năm" + _bounds(rule)


def _counted(rule: Counted, events: Mapping[str, str]) -> str:
    words = events[rule.event]
    if rule.time or rule.by or rule.before:
        raise Unwordable("counted")
    if rule.minus and rule.roll == "previous":
        return f"chậm nhất {_length(rule.minus)} trước ngày {words}"
    if not rule.plus:
        raise Unwordable("counted")
    return f"trong thời hạn {_length(rule.plus)} kể từ ngày {words}"


def _conditional(rule: AfterEvents, events: Mapping[str, str]) -> str:
    if rule.time or rule.plus or rule.minus:
        raise Unwordable("conditional")
    said = "sau khi " + " và ".join(events[event] for event in rule.when)
    if rule.by:
        said = f"chậm nhất {_span(rule.by)} ({said})"
    if rule.before:
        said = f"trước {_span(rule.before)} ({said})"
    return said


def _continuous(rule: Continuous, _events: Mapping[str, str]) -> str:
    if rule.time:
        raise Unwordable("time")
    return "thường xuyên" + _bounds(rule)


def _on_request(rule: OnRequest, _events: Mapping[str, str]) -> str:
    if rule.time:
        raise Unwordable("time")
    return "khi có yêu cầu"


def _not_set(rule: NotSet, _events: Mapping[str, str]) -> str:
    return rule.not_set


_WRITERS: dict[type[Rule], Callable[[Any, Mapping[str, str]], str]] = {
    ByDay: _by_day, BeforeDay: _before_day, Within: _within, AfterDay: _after_day,
    AtOneSession: _one_session, Recurring: _recurring, AtSession: _session, Counted: _counted,
    AfterEvents: _conditional, Continuous: _continuous, OnRequest: _on_request, NotSet: _not_set,
}  # fmt: skip


def _clock(rule: Rule) -> str:
    if rule.time is None:
        return ""
    hour, _, minute = rule.time.partition(":")
    if rule.time == "00:00":
        raise Unwordable("midnight")
    return f"trước {hour} giờ {minute} "


def _length(length: Length) -> str:
    return f"{length.number:02} {_LENGTHS[length.unit]}"


def _rhythm(every: Every) -> str:
    if every.number == 1:
        return _RHYTHMS[every.unit]
    if every.unit == "month" and every.number in _TAKEN_FOR_OTHERS:
        raise Unwordable(str(every))
    return f"{every.number:02} {_LENGTHS[every.unit]} một lần"


def _bounds(rule: Recurrence | Continuous) -> str:
    """Return from when, until when."""
    for span in (rule.since, rule.until):
        if span and _is_range(span):
            raise Unwordable("a range as a bound")
    since, until = rule.since, rule.until
    if since and until and (_is_day(since) or _is_day(until) or since.first >= until.first):
        raise Unwordable("bounds")
    said = (f"từ {_span(since)}" if since else "", f"đến {_span(until)}" if until else "")
    words = " ".join(each for each in said if each)
    return f", {words}" if words else ""


def _points(points: tuple[Point, ...], every: Every) -> str:
    if len(points) == 1:
        if points[0].date and every.unit in ("half-year", "quarter"):
            raise Unwordable("one date of several periods a year")
        return _point(points[0], every)
    turns = [(point.date[0] - 1) * len(points) // 12 for point in points if point.date]
    plain = all(point.of == "this" for point in points)
    if turns != list(range(len(points))) or not plain:
        raise Unwordable("points")
    return " và ".join(_point(point, every) for point in points)


def _point(point: Point, every: Every) -> str:
    if point.weekday:
        if point.of != "this" or every != Every("week"):
            raise Unwordable("weekday")
        return _WEEKDAYS[WEEKDAYS.index(point.weekday)]
    if point.date:
        return _date(point, every)
    if every == Every("month"):
        return _day_of_month(point)
    place = _PLACES.get(every.unit) if every.number == 1 else None
    if place is None or point.month not in _WHICH or every.months < point.month < LAST:
        raise Unwordable("point")
    after = " sau" * (point.of == "next")
    if point.day == LAST:
        if point.month != LAST:
            raise Unwordable("the last day of a month inside a period")
        return f"ngày cuối cùng của {place}{after}"
    return f"ngày {point.day:02} của tháng {_WHICH[point.month]} {place}{after}"


def _date(point: Point, every: Every) -> str:
    if (point.month, point.day) != (1, LAST) or point.date is None:
        raise Unwordable("a date and a place")
    month, day = point.date
    yearly = every.unit == "year"
    if not (yearly or every.unit in ("first-half", "nine-months", "half-year", "quarter")):
        raise Unwordable("a date of another period")
    if point.of == "next" and not yearly:
        raise Unwordable("next")
    return f"ngày {day:02}/{month:02}" + " năm sau" * (point.of == "next")


def _day_of_month(point: Point) -> str:
    if point.month != 1:
        raise Unwordable("month")
    if point.day == LAST:
        return "ngày cuối cùng của tháng" + " sau" * (point.of == "next")
    return f"ngày {point.day:02}" + " của tháng sau" * (point.of == "next")


def _is_day(span: Span) -> bool:
    return span.first == span.last


def _is_month(span: Span) -> bool:
    return span == period_named(f"{span.first:%Y-%m}").span


def _is_range(span: Span) -> bool:
    return _unit(span) is None


def _unit(span: Span) -> str | None:
    """Return a span that is one calendar unit in words."""
    year, month = span.first.year, span.first.month
    units = {
        f"{span.first}": f"ngày {span.first:%d/%m/%Y}",
        f"{span.first:%Y-%m}": f"tháng {month}/{year}",
        f"{year}-Q{(month + 2) // 3}": f"quý {_ROMAN[(month - 1) // 3]}/{year}",
        f"{year}-H{1 if month == 1 else 2}": f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}",
        f"{year}-9M": f"9 tháng đầu năm {year}",
        f"{year}": f"năm {year}",
    }
    return next((words for name, words in units.items() if period_named(name).span == span), None)


def _span(span: Span) -> str:
    """Return a span in words: a unit, or from one to another."""
    if unit := _unit(span):
        return unit
    first, last = span.first, span.last
    if first.day == 1 and (last + DAY).day == 1:
        return f"từ tháng {first.month}/{first.year} đến tháng {last.month}/{last.year}"
    return f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
