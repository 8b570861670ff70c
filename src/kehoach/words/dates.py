"""Days as people write them."""

from datetime import date

from kehoach.words.text import Lang, Text


def shown_day(day: date, lang: Lang) -> str:
    """Return ``30/11/2021`` in Vietnamese, ``2021-11-30`` in English."""
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()


def day_words(day: date) -> Text:
    """Return a day as it is written in each language."""
    return Text(shown_day(day, "vi"), shown_day(day, "en"))
