"""The time of which a place speaks in its own words, where no line below it says when."""

from typing import NamedTuple

from kehoach.annex.prose.clauses import units
from kehoach.wordings.finding import TimeWords, times_in

_CONTINUOUS = "thường xuyên"


class TextTime(NamedTuple):
    """The words of a time; ``doubtful``: they may say how often something else is done."""

    words: str = ""
    doubtful: bool = False


def text_time(words: str, *, report: bool) -> TextTime:
    """Return the time of a text: a firm one, else *thường xuyên* or a rhythm that holds for all of it.

    *Theo quy định* is the time of a ``report`` only.
    """
    told = [(unit, times_in(unit)) for unit in units(words)]
    for unit, times in told:
        said = [time for time in times if not time.unset]
        if any(time.firm for time in said):
            return TextTime(unit[said[0].start : said[-1].end].strip(" ,;.()"))
    loose = [(unit, time) for unit, times in told for time in times if not time.unset]
    for unit, time in loose:
        if _CONTINUOUS in time.words.lower() or not unit[: time.start].strip():
            return TextTime(time.words)
    for unit, time in loose:
        if not unit[time.end :].strip(" .;/…"):
            return TextTime(time.words, doubtful=True)
    unset = [time for _, times in told for time in times if time.unset]
    return TextTime(unset[0].words) if report and unset else TextTime()


def all_times(words: str) -> list[TimeWords]:
    """Return every time of which a text speaks."""
    return [time for unit in units(words) for time in times_in(unit)]
