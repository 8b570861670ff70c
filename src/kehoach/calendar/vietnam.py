"""The public holidays of Vietnam, year by year, as decided.

Labour Code 45/2019/QH14, Art. 112 names the holidays; the Prime Minister decides the days of Tết
and of 2/9 and the swapped Saturdays each year (Art. 111.3, 112). The table holds the years for
which that decision is known; any other year comes from the ``holidays`` package and counts as
*estimated* ("dự kiến"), since its answer depends on its version.
"""

from collections.abc import Mapping
from datetime import date

from kehoach.calendar.working import WorkCalendar, Year

_PACKAGE = "PyPI holidays 0.109, compared with the yearly notices"
_SOURCES = {
    2021: _PACKAGE,
    2022: _PACKAGE,
    2023: _PACKAGE,
    2024: _PACKAGE,
    2025: _PACKAGE,
    2026: f"{_PACKAGE}; Công văn 12729/VPCP-KGVX 25/12/2025 (02/01 off, 10/01 worked)",
}

# "-" a day off on top of weekends, "+" a weekend day that is worked, "?" a day off that no adopted
# text was read for: it counts, and what rests on it is "expected".
# 2026-11-24 is listed by the package. It is said to rest on Resolution 28/2026/QH16 of the National
# Assembly, in force from 01/7/2026 (xaydungchinhsach.chinhphu.vn, "Toàn văn Nghị quyết số 28/2026/QH16
# về phát triển văn hóa Việt Nam", 08/5/2026); nobody here has compared its text, and a swap of Monday
# 23/11 for Saturday 28/11 was still under consultation in September 2026. Then "?" becomes "-".
_DAYS = """
- 2021-01-01 Tết Dương lịch
- 2021-02-10 29 Tết
- 2021-02-11 Giao thừa Tết Nguyên Đán
- 2021-02-12 Tết Nguyên Đán
- 2021-02-13 Mùng hai Tết Nguyên Đán
- 2021-02-14 Mùng ba Tết Nguyên Đán
- 2021-02-15 Mùng bốn Tết Nguyên Đán
- 2021-02-16 Mùng năm Tết Nguyên Đán
- 2021-04-21 Ngày Giỗ Tổ Hùng Vương
- 2021-04-30 Ngày Chiến thắng
- 2021-05-01 Ngày Quốc tế Lao động
- 2021-05-03 Ngày Quốc tế Lao động (nghỉ bù)
- 2021-09-02 Quốc khánh
- 2021-09-03 Quốc khánh
- 2022-01-01 Tết Dương lịch
- 2022-01-03 Tết Dương lịch (nghỉ bù)
- 2022-01-31 Giao thừa Tết Nguyên Đán
- 2022-02-01 Tết Nguyên Đán
- 2022-02-02 Mùng hai Tết Nguyên Đán
- 2022-02-03 Mùng ba Tết Nguyên Đán
- 2022-02-04 Mùng bốn Tết Nguyên Đán
- 2022-04-10 Ngày Giỗ Tổ Hùng Vương
- 2022-04-11 Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
- 2022-04-30 Ngày Chiến thắng
- 2022-05-01 Ngày Quốc tế Lao động
- 2022-05-02 Ngày Chiến thắng (nghỉ bù)
- 2022-05-03 Ngày Quốc tế Lao động (nghỉ bù)
- 2022-09-01 Quốc khánh
- 2022-09-02 Quốc khánh
- 2023-01-01 Tết Dương lịch
- 2023-01-02 Tết Dương lịch (nghỉ bù)
- 2023-01-20 29 Tết
- 2023-01-21 Giao thừa Tết Nguyên Đán
- 2023-01-22 Tết Nguyên Đán
- 2023-01-23 Mùng hai Tết Nguyên Đán
- 2023-01-24 Mùng ba Tết Nguyên Đán
- 2023-01-25 Mùng bốn Tết Nguyên Đán
- 2023-01-26 Mùng năm Tết Nguyên Đán
- 2023-04-29 Ngày Giỗ Tổ Hùng Vương
- 2023-04-30 Ngày Chiến thắng
- 2023-05-01 Ngày Quốc tế Lao động
- 2023-05-02 Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
- 2023-05-03 Ngày Chiến thắng (nghỉ bù)
- 2023-09-01 Quốc khánh
- 2023-09-02 Quốc khánh
- 2023-09-04 Quốc khánh (nghỉ bù)
- 2024-01-01 Tết Dương lịch
- 2024-02-08 29 Tết
- 2024-02-09 Giao thừa Tết Nguyên Đán
- 2024-02-10 Tết Nguyên Đán
- 2024-02-11 Mùng hai Tết Nguyên Đán
- 2024-02-12 Mùng ba Tết Nguyên Đán
- 2024-02-13 Mùng bốn Tết Nguyên Đán
- 2024-02-14 Mùng năm Tết Nguyên Đán
- 2024-04-18 Ngày Giỗ Tổ Hùng Vương
- 2024-04-29 Ngày nghỉ (thay cho ngày 04/05/2024)
- 2024-04-30 Ngày Chiến thắng
- 2024-05-01 Ngày Quốc tế Lao động
+ 2024-05-04 Làm bù cho 29/4/2024
- 2024-09-02 Quốc khánh
- 2024-09-03 Quốc khánh
- 2025-01-01 Tết Dương lịch
- 2025-01-27 29 Tết
- 2025-01-28 Giao thừa Tết Nguyên Đán
- 2025-01-29 Tết Nguyên Đán
- 2025-01-30 Mùng hai Tết Nguyên Đán
- 2025-01-31 Mùng ba Tết Nguyên Đán
- 2025-02-01 Mùng bốn Tết Nguyên Đán
- 2025-04-07 Ngày Giỗ Tổ Hùng Vương
+ 2025-04-26 Làm bù cho 02/5/2025
- 2025-04-30 Ngày Chiến thắng
- 2025-05-01 Ngày Quốc tế Lao động
- 2025-05-02 Ngày nghỉ (thay cho ngày 26/04/2025)
- 2025-09-01 Quốc khánh
- 2025-09-02 Quốc khánh
- 2026-01-01 Tết Dương lịch
- 2026-01-02 Nghỉ hoán đổi ngày làm việc (làm bù 10/01/2026)
+ 2026-01-10 Làm bù cho 02/01/2026
- 2026-02-16 Giao thừa Tết Nguyên Đán
- 2026-02-17 Tết Nguyên Đán
- 2026-02-18 Mùng hai Tết Nguyên Đán
- 2026-02-19 Mùng ba Tết Nguyên Đán
- 2026-02-20 Mùng bốn Tết Nguyên Đán
- 2026-04-26 Ngày Giỗ Tổ Hùng Vương
- 2026-04-27 Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
- 2026-04-30 Ngày Chiến thắng
- 2026-05-01 Ngày Quốc tế Lao động
+ 2026-08-22 Làm bù cho 31/8/2026
- 2026-08-31 Ngày nghỉ (thay cho ngày 22/08/2026)
- 2026-09-01 Quốc khánh
- 2026-09-02 Quốc khánh
? 2026-11-24 Ngày Văn hóa Việt Nam
"""


def vietnam(override: Mapping[int, Year] | None = None) -> WorkCalendar:
    """Return the Vietnamese calendar; a year in ``override`` replaces the built-in one."""
    given = dict(override or {})

    def year(number: int) -> Year:
        return given.get(number) or (_decided(number) if number in _SOURCES else _expected(number))

    return WorkCalendar(year)


def _decided(number: int) -> Year:
    """Return the table of a year whose holidays are known."""
    days: dict[str, dict[date, str]] = {"-": {}, "+": {}, "?": {}}
    for line in _DAYS.split("\n"):
        if line[2:6] == str(number):
            days[line[0]][date.fromisoformat(line[2:12])] = line[13:]
    off, worked, unread = days.values()
    return Year(off | unread, worked, _SOURCES[number], open=frozenset(unread))


def _expected(number: int) -> Year:
    """Return what the ``holidays`` package expects of a year without a decision."""
    import holidays  # noqa: PLC0415 - 100 ms, and only years outside the table need it
    from holidays.version import __version__  # noqa: PLC0415 - the same

    listed = holidays.country_holidays("VN", years=number, language="vi")
    off = {day: name for day, name in listed.items() if day.year == number}
    worked = {day: "làm bù" for day in listed.weekend_workdays if day.year == number}
    return Year(off, worked, f"PyPI holidays {__version__}", confirmed=False)
