"""Days and numbers as official letters write them (Decree 30/2020/NĐ-CP, Annex I)."""

from datetime import date

from kehoach.words.text import Lang

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_TWO_DIGITS = 10
_LAST_PADDED_MONTH = 2


def administrative_day(day: date, lang: Lang) -> str:
    """Return ``ngày 05 tháng 02 năm 2026``; in English ``5 February 2026``.

    Days below 10 and months 1 and 2 get a zero before them, so that no digit can be added.
    """
    if lang == "en":
        return f"{day.day} {administrative_month(day, lang)}"
    return f"ngày {day.day:02d} {administrative_month(day, lang)}"


def administrative_month(day: date, lang: Lang) -> str:
    """Return ``tháng 02 năm 2026``; in English ``February 2026``."""
    if lang == "en":
        return f"{_MONTHS[day.month - 1]} {day.year:04d}"
    month = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"tháng {month} năm {day.year:04d}"


def administrative_number(number: int, lang: Lang) -> str:
    """Return ``03``: in a Vietnamese letter numbers from 1 to 9 get a zero before them."""
    if lang == "vi" and 0 < number < _TWO_DIGITS:
        return f"{number:02d}"
    return grouped(number, lang)


def grouped(number: int, lang: Lang) -> str:
    """Return ``21.914``; in English ``21,914``."""
    return f"{number:,}".replace(",", ".") if lang == "vi" else f"{number:,}"
