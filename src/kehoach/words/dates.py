"""Days as people write them, and as they are read from what people write."""

import re
from datetime import date

from kehoach.words.text import Lang, Text
from kehoach.words.vietnamese import fold

TYPED = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    r"(?:ngày )?(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<year>\d{4})",
    r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})",
)
"""How people write a day, in small letters: patterns, compiled when one is looked for."""


def shown_day(day: date, lang: Lang) -> str:
    """Return ``30/11/2021`` in Vietnamese, ``2021-11-30`` in English."""
    if lang == "vi":  # not by ``strftime``, which takes ten times as long: days are all over
        return f"{day.day:02}/{day.month:02}/{day.year}"
    return day.isoformat()


def day_words(day: date) -> Text:
    """Return a day as it is written in each language."""
    return Text(shown_day(day, "vi"), shown_day(day, "en"))


def typed_day(words: str) -> date | None:
    """Return the day that words name in full: day, month, year, or as ISO 8601 has it.

    ``None`` where they name none, or one that no calendar has.
    """
    flat = fold(words)
    for pattern in TYPED:
        if found := re.fullmatch(pattern, flat):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None
