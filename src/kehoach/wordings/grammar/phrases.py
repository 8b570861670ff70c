"""What the phrases of a wording mean, before they are joined into rules."""

from typing import NamedTuple

from kehoach.wordings.file_forms import Form

LEAP_YEAR = 2024
"""A year for days without one: 29 February may be written."""

MONTHS_IN = {
    "month": 1, "quarter": 3, "half-year": 6, "first-half": 6, "nine-months": 9, "year": 12,
}  # fmt: skip


class Day(NamedTuple):
    """A day of the calendar; without ``year``, of any year. ``weekday``: 0 is Monday.

    ``roll``: where it goes from a day off, if its words say so ("ngày làm việc cuối cùng của tháng 6").
    """

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    roll: str | None = None

    @property
    def iso(self) -> str:
        """The dated day as files write it."""
        return f"{self.year}-{self.month:02}-{self.day:02}"


class Stretch(NamedTuple):
    """Calendar units from ``first`` to ``last`` (both inclusive), counted within their year."""

    unit: str
    first: int
    last: int
    year: int | None = None
    last_unit: str | None = None
    last_year: int | None = None

    @property
    def begin(self) -> int:
        """The months from the year 0 to where it begins."""
        return (self.year or 0) * 12 + (self.first - 1) * MONTHS_IN[self.unit]

    @property
    def end(self) -> int:
        """The months from the year 0 to where it ends."""
        year = self.last_year or self.year or 0
        return year * 12 + self.last * MONTHS_IN[self.last_unit or self.unit]

    @property
    def is_range(self) -> bool:
        """Whether it goes from one unit to another."""
        return self.first != self.last or self.last_unit is not None

    @property
    def name(self) -> str:
        """The dated stretch as files write it: ``2026-Q3..2027``."""
        first = _named(self.unit, self.first, self.year)
        last = _named(self.last_unit or self.unit, self.last, self.last_year or self.year)
        return first if first == last else f"{first}..{last}"

    def reaching(self, last: "Stretch") -> "Stretch":
        """Return the stretch from this one up to the end of another."""
        year, last_year = self.year or last.year, last.last_year or last.year
        return Stretch(
            self.unit, self.first, last.last, year, last.last_unit or last.unit, last_year
        )


def _named(unit: str, place: int, of: int | None) -> str:
    return {
        "month": f"{of}-{place:02}", "quarter": f"{of}-Q{place}", "half-year": f"{of}-H{place}",
        "nine-months": f"{of}-9M", "year": f"{of}",
    }[unit]  # fmt: skip


class Days(NamedTuple):
    """Days of the calendar from ``first`` to ``last`` (both inclusive)."""

    first: Day
    last: Day


class PeriodDay(NamedTuple):
    """A day inside each period of ``unit`` ("day": of a month; "term": of what is reported on).

    ``repeats``: the words alone say that it recurs ("ngày 17 của tháng cuối quý").
    """

    unit: str
    point: Form
    repeats: bool = False
    roll: str | None = None


When = Day | Stretch | Days | PeriodDay


def rolls(when: When) -> bool:
    """Say whether the words themselves say where a day goes from a day off."""
    return isinstance(when, Day | PeriodDay) and when.roll is not None


class Rhythm(NamedTuple):
    """How often; ``label`` where it only names the report ("báo cáo 6 tháng").

    ``starting``: the month and day on which its years begin, where they are not the calendar's.
    """

    every: str
    label: bool = False
    starting: str | None = None


class Opening(NamedTuple):
    """From when a matter is open that ends at an hour, or before a day; ``clock`` in minutes."""

    when: Day | Stretch
    clock: int | None


class Limit(NamedTuple):
    """Days or spans, and on which side of them the deadline lies: before, by, within, from, or none.

    ``clock`` is a time of day in minutes; ``opening`` a beginning that stands before the end; ``lost``
    the tokens of a beginning that no rule can say ("từ ngày 20 đến ngày 25 hằng tháng").
    """

    side: str | None
    when: tuple[When, ...]
    clock: int | None = None
    inclusive: bool | None = None
    opening: Opening | None = None
    lost: tuple[int, int] | None = None

    @property
    def repeats(self) -> bool:
        """Say whether its words alone say that it recurs."""
        return any(isinstance(each, PeriodDay) and each.repeats for each in self.when)

    @property
    def has_year(self) -> bool:
        """Say whether one of its days or spans names its year."""
        return any(isinstance(each, Day | Stretch) and each.year for each in self.when)


class Counting(NamedTuple):
    """A length from an event, a day, or the end of a period, or ``back`` from it."""

    length: str = ""
    event: str = ""
    day: Day | None = None
    period: str | None = None
    back: bool = False


class Condition(NamedTuple):
    """Events that must happen first, in the wording's words."""

    events: tuple[str, ...]


class Meeting(NamedTuple):
    """A session in a month, or one that no month places: ``words`` are its own."""

    words: str = ""
    month: int | None = None
    year: int | None = None


class LeastNumber(NamedTuple):
    """The least number, and of what."""

    number: int
    unit: str


class Unset(NamedTuple):
    """Words that stand where a time should."""

    words: str


class Sign(NamedTuple):
    """A word alone that is a phrase: and, or, a comma, soft, continuous, on request."""

    name: str


Phrase = Rhythm | Limit | Counting | Condition | Meeting | LeastNumber | Unset | Sign


class Piece(NamedTuple):
    """A phrase and the tokens it took, from ``first`` up to ``end``; ``part``: "cuối …" opens it."""

    phrase: Phrase
    first: int
    end: int
    part: bool = False
