"""What periods are called in official letters: "quý I/2026", "6 tháng đầu năm 2026"."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from kehoach.words.administrative import administrative_month
from kehoach.words.captions import ONE_DAY
from kehoach.words.dates import day_words, typed_day
from kehoach.words.period_names import ONCE, period_text
from kehoach.words.text import Lang, Text

_ROMAN = ("I", "II", "III", "IV")
_ORDINAL = ("first", "second", "third", "fourth")
_FULL: tuple[tuple[re.Pattern[str], Callable[[str, int], Text]], ...] = (
    (re.compile(r"(\d{4})()"), lambda year, _: Text(f"năm {year}", f"the year {year}")),
    (re.compile(r"(\d{4})-Q(\d)"), lambda year, number: Text(
        f"quý {_ROMAN[number - 1]}/{year}", f"the {_ORDINAL[number - 1]} quarter of {year}")),
    (re.compile(r"(\d{4})-H(\d)"), lambda year, number: Text(
        f"6 tháng {('đầu', 'cuối')[number - 1]} năm {year}",
        f"the {_ORDINAL[number - 1]} half of {year}")),
    (re.compile(r"(\d{4})-9M()"), lambda year, _: Text(
        f"9 tháng đầu năm {year}", f"the first nine months of {year}")),
    (re.compile(r"(\d{4})-(\d\d)"), lambda year, number: Text(
        f"tháng {number}/{year}", administrative_month(date(int(year), number, 1), "en"))),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda year, number: Text(
        f"tuần {number}/{year}", f"week {number} of {year}")),
)  # fmt: skip
_YEARS = Text("giai đoạn {first} - {last}", "the years {first} to {last}")
_FROM_TO = Text("từ {first} đến {last}", "{first} to {last}")
_DONE_ONCE = Text("01 lần", "one time")


@lru_cache(maxsize=1024)
def official_period(period: str, lang: Lang) -> str:
    """Return a period as official letters call it; that of a one-off is "01 lần"."""
    if period == ONCE:
        return _DONE_ONCE.to(lang)
    first, dots, last = period.partition("..")
    if dots and first.isdigit() and last.isdigit():
        return _YEARS.to(lang, first=first, last=last)
    if dots:
        return _FROM_TO.to(
            lang, first=official_period(first, lang), last=official_period(last, lang)
        )
    for pattern, words in _FULL:
        if found := pattern.fullmatch(period):
            return words(found[1], int(found[2] or 0)).to(lang)
    if day := typed_day(period):
        return ONE_DAY.to(lang, day=day_words(day).to(lang))
    return period_text(period).to(lang)


def named_period(period: str, lang: Lang) -> str:
    """Return a period as official letters call it, but nothing for a one-off, which needs no name."""
    return "" if period == ONCE else official_period(period, lang)
