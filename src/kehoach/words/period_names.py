"""What periods are called by people: a one-off needs no name, a beginning is called one."""

from datetime import date

from kehoach.words.captions import OF_PERIOD
from kehoach.words.dates import day_words, typed_day
from kehoach.words.text import Lang, Text
from kehoach.words.vietnamese import fold

ONCE, START = "once", "start"
ONE_OFF = Text("một lần", "once")
BEGINNING = Text("bắt đầu", "start")


def period_text(period: str) -> Text:
    """Return the name of a period for a table or a sentence; empty for a one-off.

    A beginning is one of several where its name holds its day.
    """
    name, _, day = period.partition("-")
    if name != START:
        return Text("", "") if period == ONCE else Text(period, period)
    return BEGINNING if not day else _OF_DAY.filled(day=day_words(date.fromisoformat(day)))


_OF_DAY = Text(f"{BEGINNING.vi} {{day}}", f"{BEGINNING.en} {{day}}")


def period_words(period: str, lang: Lang) -> str:
    """Return the name of a period as people read it, that of a one-off too."""
    return (ONE_OFF if period == ONCE else period_text(period)).to(lang)


def of_period(period: str) -> Text:
    """Return which period of its item something is, within a sentence; empty for a one-off."""
    name = period_text(period)
    return name if period == ONCE or period.startswith(START) else OF_PERIOD.filled(period=name)


def period_meant(words: str) -> str:
    """Return the id of the period that is called so; of other words themselves."""
    flat = fold(words)
    if flat in map(fold, ONE_OFF):
        return ONCE
    for name in map(fold, BEGINNING):
        rest = flat.removeprefix(name).strip()
        if flat.startswith(name) and (not rest or typed_day(rest)):
            return f"{START}-{typed_day(rest)}" if rest else START
    return words
