"""The holidays that the law names for every year (Labour Code 45/2019, Art. 112)."""

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.calendar.vietnam import vietnam
from kehoach.calendar.working import WorkCalendar
from kehoach.words import Text

_BY_THE_SUN = (
    (1, 1, Text("Tết Dương lịch 1/1", "New Year's Day 1/1")),
    (4, 30, Text("Ngày Chiến thắng 30/4", "Victory Day 30/4")),
    (5, 1, Text("Ngày Quốc tế lao động 1/5", "Labour Day 1/5")),
    (9, 2, Text("Quốc khánh 2/9", "National Day 2/9")),
)
_BESIDE = Text("một ngày liền kề Quốc khánh 2/9", "a day beside National Day 2/9")
_TET = Text("Tết Âm lịch (5 ngày, mùng một là {day}/{month})",
            "Lunar New Year (5 days, its first is {day}/{month})")  # fmt: skip
_KINGS = Text("Giỗ Tổ Hùng Vương {day}/{month}", "Hung Kings' Day {day}/{month}")
_TET_NAME, _KINGS_NAME = "Tết Nguyên Đán", "Ngày Giỗ Tổ Hùng Vương"
_TET_DAYS = 5
_DAY = timedelta(days=1)


def missing_holidays(calendar: WorkCalendar, year: int) -> Iterator[Text]:
    """Yield the days of Art. 112 on which a calendar works; a day on a weekend is off anyway."""

    def works(day: date) -> bool:
        return calendar.why_off(day) is None

    lunar = {name: day for day, name in vietnam().year(year).off.items()}
    kings, tet = lunar.get(_KINGS_NAME), lunar.get(_TET_NAME)
    for month, day, name in _BY_THE_SUN:
        if works(date(year, month, day)):
            yield name
    if works(date(year, 9, 1)) and works(date(year, 9, 3)):
        yield _BESIDE
    if kings and works(kings):
        yield _KINGS.filled(day=kings.day, month=kings.month)
    if tet and _is_short(calendar, tet):
        yield _TET.filled(day=tet.day, month=tet.month)


def _is_short(calendar: WorkCalendar, day: date) -> bool:
    """Say whether Tết is worked itself, or has too few days off in a row around it."""
    if calendar.why_off(day) is None:
        return True
    before, after = day, day
    while calendar.why_off(before - _DAY):
        before -= _DAY
    while calendar.why_off(after + _DAY):
        after += _DAY
    return (after - before).days + 1 < _TET_DAYS
