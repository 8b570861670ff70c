"""The time of which a place speaks in its own words, where no line below it says when."""

import re
from typing import NamedTuple

from kehoach.annex.prose.clauses import limits, units
from kehoach.annex.prose.orders import OrderReader
from kehoach.wordings import read
from kehoach.wordings.spotting import TimeWords, times_in

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
    told = [unit for unit in units(words) if not _EFFECT.search(unit)]
    limited = next(filter(limits, told), None)
    if limited is not None:
        return _limited(limited, reader)
    times = [(unit, time) for unit in told for time in times_in(unit)]
    found = _rhythm(times) or (_unset(times) if report else TextTime())
    return found._replace(passed=_bare(times))


def _bare(times: list[tuple[str, TimeWords]]) -> tuple[str, ...]:
    return tuple(time.words for _, time in times if time.bare)


def _unset(times: list[tuple[str, TimeWords]]) -> TextTime:
    """Return *theo quy định* and the like."""
    words = next((time.words for _, time in times if time.unset), "")
    return TextTime(words, words)


def _rhythm(loose: list[tuple[str, TimeWords]]) -> TextTime | None:
    """Return *thường xuyên*, or a rhythm with which a sentence begins; in doubt one with which it ends."""
    loose = [(unit, time) for unit, time in loose if not (time.unset or time.bare)]
    for unit, time in loose:
        if _CONTINUOUS in time.words.lower() or not unit[: time.start].strip():
            return TextTime(time.words, time.words)
    ending = (time.words for unit, time in loose if not unit[time.end :].strip(_AROUND))
    last = next(ending, "")
    return TextTime(last, last, doubtful=True) if last else None


def _limited(unit: str, reader: OrderReader) -> TextTime:
    """Return a limit in as few words as say the same as all of its sentence does."""
    said = [time for time in times_in(unit) if not time.unset]
    words = unit[said[0].start : said[-1].end].strip(" ,;.")
    words += ")" * (words.count("(") > words.count(")"))
    whole = unit.strip(_AROUND)
    within = whole if read(whole).understood else reader.without(unit).strip(_AROUND)
    same = read(words).forms == read(within).forms
    return TextTime(words if same else within, within)


def all_times(words: str) -> list[TimeWords]:
    """Return every time of which a text speaks."""
    return [time for unit in units(words) for time in times_in(unit)]
