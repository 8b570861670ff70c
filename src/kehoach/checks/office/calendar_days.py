"""Days of the calendar that contradict each other, or that change nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach.calendar import WorkCalendar
from kehoach.calendar.statutory import missing_holidays
from kehoach.checks.review import OfficeReview
from kehoach.diagnostics import Example, Finding, Place, Route, Rule, Severity, Value
from kehoach.model import file_names
from kehoach.words import Text

if TYPE_CHECKING:  # few folders have a calendar
    from kehoach.model.holidays import Holidays, HolidayYear, LocalCalendar, NamedDay

_HEAD = "schema: kehoach/calendar@1\n"
_OFF = _HEAD + "also_off:\n  - {date: 2021-08-27, name: Nghỉ tránh bão}\n"
_WORKED = _HEAD + "also_worked:\n  - {date: 2021-08-%s, name: Làm bù}\n"
_YEAR = """\
years:
  - year: 2021
    source: Thông báo nghỉ lễ năm 2021
    off:
      - {date: 2021-01-01, name: Tết Dương lịch}
      - {date: 2021-02-10, name: Tết Nguyên đán}
      - {date: 2021-02-11, name: Tết Nguyên đán}
      - {date: 2021-02-12, name: Tết Nguyên đán}
      - {date: 2021-04-21, name: Giỗ Tổ Hùng Vương}
      - {date: 2021-04-30, name: Ngày Chiến thắng}
      - {date: %s-05-03, name: Nghỉ bù 1/5}
      - {date: 2021-09-02, name: Quốc khánh}
"""
_WHOLE = _HEAD + _YEAR % "2021" + "      - {date: 2021-09-03, name: Quốc khánh}\n"

_MEND = Text("sửa ngày, hoặc xoá dòng này", "mend the day, or delete the line")
CONTRADICTED = Rule(
    "KH310", Severity.ERROR,
    Text("Lịch tự mâu thuẫn", "The calendar contradicts itself"),
    Text("{what} {reason}", "{what} {reason}"),
    Text("giữ lại một, xoá các dòng kia", "keep one of them and delete the others"),
    Text("Mọi hạn của năm dựa vào tệp này. Ngày vừa nghỉ vừa làm không được tính theo tệp; của một năm "
         "ghi hai lần thì lần đầu được dùng.",
         "All due days of the year rest on this file. A day both off and worked is neither by it; of a "
         "year given twice the first counts."),
    Example(_OFF + "also_worked:\n  - {date: 2021-08-27, name: Làm bù}\n", _OFF, "calendar.yaml"),
)  # fmt: skip
OTHER_YEAR = Rule(
    "KH311", Severity.ERROR,
    Text("Ngày của năm khác", "A day of another year"),
    Text("{day} ghi trong năm {year} nên không được tính",
         "{day} stands under the year {year} and does not count"),
    Text("sửa năm của ngày này, hoặc chuyển vào also_off / also_worked",
         "mend the day's year, or move it to also_off or also_worked"),
    Text("Gõ nhầm năm là lỗi hay gặp nhất; ngày lễ bị mất mà không ai hay.",
         "The wrong year is the commonest slip; the holiday would be lost without a word."),
    Example(_HEAD + _YEAR % "2020" + "      - {date: 2021-09-03, name: Quốc khánh}\n", _WHOLE,
            "calendar.yaml"),
)  # fmt: skip
WORKED_ANYWAY = Rule(
    "KH312", Severity.ERROR,
    Text("Ngày làm bù vốn là ngày làm việc", "A day worked that is worked anyway"),
    Text("{day} vốn là ngày làm việc", "{day} is a working day anyway"),
    _MEND,
    Text("Chỉ ngày nghỉ mới cần ghi là phải làm việc: có lẽ ngày ghi nhầm.",
         "Only a day off needs to be called worked: the day is probably mistyped."),
    Example(_WORKED % "27", _WORKED % "28", "calendar.yaml"),
)  # fmt: skip
OFF_ANYWAY = Rule(
    "KH313", Severity.WARNING,
    Text("Ngày nghỉ thêm vốn là ngày nghỉ", "A day also off that is off anyway"),
    Text("{day} vốn là ngày nghỉ", "{day} is a day off anyway"),
    _MEND,
    Text("Dòng này không đổi hạn nào: có lẽ ngày ghi nhầm.",
         "The line moves no due day: the day is probably mistyped."),
    Example(_OFF.replace("27", "28"), _OFF, "calendar.yaml"),
)  # fmt: skip
NOT_WHOLE = Rule(
    "KH314", Severity.WARNING,
    Text("Năm thiếu ngày lễ theo luật", "A year without the days of the law"),
    Text("năm {year} thiếu ngày nghỉ của Điều 112 Bộ luật Lao động: {days}",
         "the year {year} lacks days off of Labour Code Art. 112: {days}"),
    Text("ghi đủ cả năm, hoặc chỉ ghi ngày thêm vào also_off và bỏ năm này để dùng lịch có sẵn",
         "write the year out in full, or only the further day under also_off, without the year: the "
         "built-in days count then"),
    Text("Năm ghi trong years thay cả bảng có sẵn: ngày không ghi lại là ngày làm việc, hạn rơi vào Tết "
         "cũng bị tính.",
         "A year under years replaces the whole built-in table: what is left out is a working day, and "
         "something may fall due at Lunar New Year."),
    Example(_WHOLE.replace("      - {date: 2021-04-30, name: Ngày Chiến thắng}\n", ""), _WHOLE,
            "calendar.yaml"),
)  # fmt: skip
FAR_OFF = Rule(
    "KH315", Severity.WARNING,
    Text("Ngoài thời gian của các kế hoạch", "Beyond the time of the plans"),
    Text("{day} nằm ngoài các năm mà kế hoạch có hạn ({first}–{last})",
         "{day} lies beyond the years in which the plans have due days ({first}–{last})"),
    Text("sửa năm, hoặc xoá", "mend the year, or delete it"),
    Text("Ngày ở năm không có hạn nào thì không có tác dụng: có lẽ năm ghi nhầm.",
         "A day in a year without due days has no effect: its year is probably mistyped."),
    Example(_OFF.replace("2021", "2012"), _OFF, "calendar.yaml"),
)  # fmt: skip
RULES = (CONTRADICTED, OTHER_YEAR, WORKED_ANYWAY, OFF_ANYWAY, NOT_WHOLE, FAR_OFF)

_BOTH = Text("vừa ghi là nghỉ vừa ghi là làm việc", "is called both off and worked")
_TWICE = Text("đã ghi ở trên", "is given before")
_A_YEAR = Text("năm {year}", "the year {year}")
_SATURDAY = 5


class _Addition(NamedTuple):
    """What one part of the file adds to a calendar: the route of the part, its days, the rest."""

    route: Route
    off: tuple["NamedDay", ...]
    worked: tuple["NamedDay", ...]
    contradicted: frozenset[date]
    without: WorkCalendar


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong with the days of the calendar file."""
    holidays = review.files.holidays
    if holidays is None:
        return
    years = _years_of_plans(review)
    yield from _whole_years(holidays, review.files.calendar, years)
    yield from _far_off(holidays, years)
    here, common = holidays.contradicted, review.files.calendar
    yield from _added(
        _Addition((), holidays.also_off, holidays.also_worked, here, holidays.whole_years())
    )
    for id_, each in holidays.calendars.items():
        route = ("calendars", id_)
        yield from _added(
            _Addition(route, each.also_off, each.also_worked, each.contradicted, common)
        )


def _whole_years(holidays: "Holidays", calendar: WorkCalendar, years: range) -> Iterator[Finding]:
    """Yield what is wrong with years that are written out."""
    seen: set[int] = set()
    for index, each in enumerate(holidays.years):
        route: Route = ("years", index)
        if each.year in seen:
            what = _A_YEAR.filled(year=each.year)
            yield _found(CONTRADICTED, (*route, "year"), what=what, reason=_TWICE)
            continue
        seen.add(each.year)
        yield from _days_of(each, route, holidays.contradicted)
        missing = tuple(missing_holidays(calendar, each.year)) if each.year in years else ()
        if missing:
            days = Text(*("; ".join(names) for names in zip(*missing, strict=True)))
            yield _found(NOT_WHOLE, (*route, "year"), year=each.year, days=days)


def _days_of(year: "HolidayYear", route: Route, contradicted: frozenset[date]) -> Iterator[Finding]:
    """Yield what is wrong with the days of a year that is written out."""
    for key, days in (("off", year.off), ("worked", year.worked)):
        yield from _twice((*route, key), days)
        for index, day in enumerate(days):
            place = (*route, key, index, "date")
            if day.date.year != year.year:
                yield _found(OTHER_YEAR, place, day=day.date, year=year.year)
            elif day.date in contradicted:
                yield _found(CONTRADICTED, place, what=day.date, reason=_BOTH)
            elif key == "worked" and day.date.weekday() < _SATURDAY:
                yield _found(WORKED_ANYWAY, place, day=day.date)


def _added(scope: _Addition) -> Iterator[Finding]:
    """Yield what is wrong with days that are added to a calendar."""
    for key, days, idle in (
        ("also_off", scope.off, OFF_ANYWAY), ("also_worked", scope.worked, WORKED_ANYWAY),
    ):  # fmt: skip
        yield from _twice((*scope.route, key), days)
        for index, day in enumerate(days):
            place = (*scope.route, key, index, "date")
            off = scope.without.why_off(day.date) is not None
            if day.date in scope.contradicted:
                yield _found(CONTRADICTED, place, what=day.date, reason=_BOTH)
            elif off is (idle is OFF_ANYWAY):
                yield _found(idle, place, day=day.date)


def _twice(route: Route, days: Iterable["NamedDay"]) -> Iterator[Finding]:
    """Yield the second and later uses of a day in one list."""
    seen: set[date] = set()
    for index, day in enumerate(days):
        if day.date in seen:
            place = (*route, index, "date")
            yield _found(CONTRADICTED, place, what=day.date, reason=_TWICE)
        seen.add(day.date)


def _far_off(holidays: "Holidays", years: range) -> Iterator[Finding]:
    """Yield the added days in whose year nothing falls due."""
    ends = {"first": years[0], "last": years[-1]}
    parts: tuple[tuple[Route, Holidays | LocalCalendar], ...] = (
        ((), holidays), *((("calendars", id_), each) for id_, each in holidays.calendars.items()),
    )  # fmt: skip
    for route, part in parts:
        for key, days in (("also_off", part.also_off), ("also_worked", part.also_worked)):
            for index, day in enumerate(days):
                if day.date.year not in years:
                    place = (*route, key, index, "date")
                    yield _found(FAR_OFF, place, day=day.date, **ends)


def _years_of_plans(review: OfficeReview) -> range:
    """Return the years in which something falls due, and one on either side."""
    spans = [each.plan.period for each in review.files.plans]
    dues = [due for docket in review.dockets for each in docket.demands if (due := each.due)]
    first = min(*(span.first for span in spans), *dues, date.max)
    last = max(*(span.last for span in spans), *dues, date.min)
    return range(first.year - 1, last.year + 2)


def _found(rule: Rule, route: Route, **values: Value) -> Finding:
    return Finding(rule, Place(file_names.CALENDAR, route), values)
