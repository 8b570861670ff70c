"""The steps that count: a length from a day, hours from a moment, and what a month lacks."""

from datetime import date
from typing import NamedTuple

from kehoach.model.fields import Length
from kehoach.words import Text, day_words

UNIT_NAMES = {
    "day": "ngày", "working day": "ngày làm việc", "week": "tuần", "month": "tháng", "year": "năm",
    "hour": "giờ",
}  # fmt: skip
"""The units of a length, by the name that files give them."""


def lacking_words(last: date, lacking: int, yearly: bool) -> Text:
    """Return that a month has no such day, so that its ``last`` stands for it, and by which rule."""
    day, paragraph = day_words(last), 4 if yearly else 3
    return Text(
        f"tháng {last:%m/%Y} không có ngày {lacking} → ngày cuối tháng {day.vi} (khoản {paragraph} "
        "Điều 148 Bộ luật Dân sự 2015)",
        f"{last:%m/%Y} has no day {lacking} → its last day, {day.en} (Civil Code 2015, Art. "
        f"148.{paragraph})",
    )


class CountedFrom(NamedTuple):
    """A length counted from a day on, the first day not counted; or ``back`` from it.

    ``month``: the day that its years and months alone come to.
    """

    start: date
    length: Length
    last: date
    back: bool
    month: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        start, last = day_words(self.start), day_words(self.last)
        if self.length == Length():
            return Text(f"ngay trong ngày {start.vi}", f"on the very day, {start.en}")
        parts = self.length.parts
        vi = " ".join(f"{number} {UNIT_NAMES[unit]}" for number, unit in parts)
        en = " ".join(f"{number} {unit}{'s' * (number > 1)}" for number, unit in parts)
        if self.back:
            return self._clamped(
                f"{vi} trước {start.vi} → {last.vi}", f"{en} before {start.en} → {last.en}"
            )
        law = "147" if self.length.working_days else "147, 148"
        return self._clamped(
            f"{vi} kể từ {start.vi}, không tính ngày đầu → {last.vi} "
            f"(Điều {law} Bộ luật Dân sự 2015)",
            f"{en} from {start.en}, the first day not counted → {last.en} "
            f"(Civil Code 2015, Art. {law.replace(', ', '–')})",
        )

    def _clamped(self, vi: str, en: str) -> Text:
        """Return what was counted, and that the month it came to lacks the day it began on."""
        length = self.length
        if not (length.years or length.months) or self.month.day >= self.start.day:
            return Text(vi, en)
        clamped = lacking_words(self.month, self.start.day, yearly=not length.months)
        return Text(f"{vi}; {clamped.vi}", f"{en}; {clamped.en}")


class HoursFrom(NamedTuple):
    """Hours counted from a moment, or ``back`` from it, the clock running through days off.

    ``at`` is the clock time on the day ``start``, ``24:00`` where none is recorded. ``time`` is that on
    the ``last`` day; ``None``: the end of that day.
    """

    start: date
    at: str
    length: Length
    last: date
    time: str | None
    back: bool

    def said(self) -> Text:
        """Return the step as a sentence."""
        start, last, hours = day_words(self.start), day_words(self.last), self.length.hours
        end = self.time or "24:00"
        return Text(
            f"{hours} giờ {'trước' if self.back else 'kể từ'} {self.at} ngày {start.vi} → "
            f"{end} ngày {last.vi}",
            f"{hours} hour{'s' * (hours > 1)} {'before' if self.back else 'from'} {self.at} on "
            f"{start.en} → {end} on {last.en}",
        )
