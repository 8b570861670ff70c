"""Days that an office adds to a year (``also_off``, ``also_worked``), and years that nobody has decided."""

from datetime import date

import pytest
from holidays.version import __version__

from builders import PLAIN_WEEK, D
from kehoach.calendar import WorkCalendar, vietnam
from kehoach.calendar.statutory import missing_holidays
from kehoach.calendar.working import Year

HOLIDAY, SECOND, BRIDGE = D("2025-04-30"), D("2025-05-01"), D("2025-05-02")
MADE_UP, SATURDAY = D("2025-04-26"), D("2025-05-10")


def test_the_office_has_the_last_word_on_a_day() -> None:
    """What is added takes the day from the other side: no day is both off and worked."""
    year = Year(
        {HOLIDAY: "lễ", BRIDGE: "bù"}, {MADE_UP: "làm bù"}, "nguồn", open=frozenset({BRIDGE})
    )
    assert year.beside({MADE_UP: "bão"}, {BRIDGE: "chống bão"}) == Year(
        {HOLIDAY: "lễ", MADE_UP: "bão"}, {BRIDGE: "chống bão"}, "nguồn"
    )


def test_what_is_added_changes_those_days_and_no_other() -> None:
    """Two years, one of them without a day of the office's own; the built-in days all stand."""
    added = vietnam().beside({D("2024-09-09"): "bão Yagi"}, {D("2024-09-14"): "làm bù bão"})
    for day in (
        date.fromordinal(each)
        for each in range(D("2023-12-01").toordinal(), D("2025-02-03").toordinal())
    ):
        own = {D("2024-09-09"): "bão Yagi", D("2024-09-14"): None}
        assert added.why_off(day) == own.get(day, vietnam().why_off(day))


def test_a_day_counts_though_its_year_was_looked_up_before() -> None:
    """A calendar remembers its years; the one with further days must look them up anew."""
    calendar = vietnam()
    assert calendar.why_off(SATURDAY) == "weekend"
    assert calendar.why_off(D("2025-05-12")) is None
    further = calendar.beside({D("2025-05-12"): "bão"}, {SATURDAY: "làm bù"})
    assert (further.why_off(SATURDAY), further.why_off(D("2025-05-12"))) == (None, "bão")
    assert calendar.why_off(SATURDAY) == "weekend", "and the plain one is as it was"


def test_a_calendar_of_ones_own_is_found_by_its_id() -> None:
    """An agency whose ``calendar`` names one goes by it; any other by the province's."""
    island = PLAIN_WEEK.beside({D("2025-06-02"): "ngày giỗ"}, {})
    province = WorkCalendar(PLAIN_WEEK.year, {"dao": island})
    assert province.of("dao") is island
    assert province.of("dat-lien") is province
    assert province.of(None) is province


def test_an_undecided_year_is_in_vietnamese_its_own_and_only_expected() -> None:
    """Whatever the locale: the names are printed in letters. In 2019, 5 January and 4 May were worked."""
    table = vietnam().year(2019)
    assert table.off[D("2019-02-05")] == "Tết Nguyên Đán"
    assert table.off[D("2019-09-02")] == "Quốc khánh"
    assert table.worked == {D("2019-01-05"): "làm bù", D("2019-05-04"): "làm bù"}
    assert {day.year for day in table.off} == {2019}
    assert table.source == f"PyPI holidays {__version__}"
    assert table.confirmed is False


@pytest.mark.parametrize(
    ("off", "worked", "named"),
    [
        # 2025: 2/9 is a Tuesday, and the day beside it may be 1/9 or 3/9, but no other.
        (["2025-09-01"], [], []),
        (["2025-09-03"], [], []),
        (["2025-09-04"], [], ["a day beside National Day 2/9"]),
        (["2025-08-31", "2025-09-04"], [], ["a day beside National Day 2/9"]),
        # Tết is Wednesday 29/1: five days in a row, of which a weekend may be part.
        (["2025-09-01"], ["2025-01-25", "2025-01-26", "2025-02-01", "2025-02-02"], []),
        (["2025-09-01"], ["2025-01-25", "2025-01-26", "2025-01-31"],
         ["Lunar New Year (5 days, its first is 29/1)"]),
        (["2025-09-01"], ["2025-01-29"], ["Lunar New Year (5 days, its first is 29/1)"]),
    ],
)  # fmt: skip
def test_article_112_to_the_day(off: list[str], worked: list[str], named: list[str]) -> None:
    """Labour Code, Art. 112.1: two days at National Day, five at Tết (27 to 31 January in 2025)."""
    whole = vietnam().year(2025).off
    days = {
        day: name for day, name in whole.items() if (day.year, day.month, day.day) != (2025, 9, 1)
    }
    table = Year(
        days | {D(day): "nghỉ" for day in off}, {D(day): "làm bù" for day in worked}, "thử"
    )
    assert [each.en for each in missing_holidays(WorkCalendar(lambda _: table), 2025)] == named
