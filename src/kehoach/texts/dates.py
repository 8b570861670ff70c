"""Days as people write them."""

from datetime import date

from kehoach.texts.text import Lang


def shown_day(day: date, lang: Lang) -> str:
    """Return ``30/11/2021`` in Vietnamese, ``2021-11-30`` in English."""
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()
