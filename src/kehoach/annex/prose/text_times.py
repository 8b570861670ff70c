"""The time of which a place speaks in its own words, where no line below it says when."""

import re
from typing import NamedTuple

from kehoach.annex.prose.clauses import limits, units
from kehoach.annex.prose.orders import OrderReader
from kehoach.wordings import read
from kehoach.wordings.finding import TimeWords, times_in

_CONTINUOUS = "thường xuyên"
_EFFECT = re.compile(r"\bnày (?:có hiệu lực|thay thế|bãi bỏ)|hết hiệu lực")
_AROUND = " .;,/…"


class TextTime(NamedTuple):
    """The words of a time, and ``within``: all of the sentence that may bear upon it.

    ``doubtful``: they may say how often something else is done. ``passed``: words that may be no time.
    """

    words: str = ""
    within: str = ""
    doubtful: bool = False
    passed: tuple[str, ...] = ()


def text_time(words: str, reader: OrderReader, *, report: bool = False) -> TextTime:
    """Return the time of a text: a firm one, else *thường xuyên* or a rhythm that holds for all of it.

    *Theo quy định* is the time of a ``report`` only.
    """
    told = [(unit, times_in(unit)) for unit in units(words) if not _EFFECT.search(unit)]
    for unit, times in told:
        if limits(unit):
            said = [time for time in times if not time.unset]
            alone = reader.without(unit)
            within = unit if read(unit.strip(_AROUND)).understood else alone
            return _limited(within, unit[said[0].start : said[-1].end].strip(" ,;."))
    loose = [(unit, time) for unit, times in told for time in times if not time.unset]
    passed = tuple(time.words for _, time in loose if time.bare)
    loose = [(unit, time) for unit, time in loose if not time.bare]
    for unit, time in loose:
        if _CONTINUOUS in time.words.lower() or not unit[: time.start].strip():
            return TextTime(time.words, time.words, passed=passed)
    for unit, time in loose:
        if not unit[time.end :].strip(_AROUND):
            return TextTime(time.words, time.words, doubtful=True, passed=passed)
    unset = [time.words for _, times in told for time in times if time.unset]
    first = unset[0] if report and unset else ""
    return TextTime(first, first, passed=passed)


def _limited(unit: str, words: str) -> TextTime:
    """Return a limit in as few words as say the same as all of its sentence does."""
    within = unit.strip(_AROUND)
    words = f"{words})" if words.count("(") > words.count(")") else words
    same = read(words).forms == read(within).forms
    return TextTime(words if same else within, within)


def all_times(words: str) -> list[TimeWords]:
    """Return every time of which a text speaks."""
    return [time for unit in units(words) for time in times_in(unit)]
