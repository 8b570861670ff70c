"""What the grammar's phrases mean, before they are joined into rules."""

from collections.abc import Mapping
from typing import NamedTuple

from kehoach.words import Text

Form = Mapping[str, object]
"""A rule or a part of one as a plan file writes it: keys, and values that are all text."""


LEAP_YEAR = 2024
"""A year for days without one: 29 February may be written."""


class Doubtful(Exception):  # noqa: N818 - it is the wording that is in doubt
    """The wording cannot be read without guessing; ``first`` to ``end`` are the tokens at fault."""

    def __init__(self, first: int, end: int, why: Text) -> None:
        super().__init__(why.en)
        self.first = first
        self.end = end
        self.why = why


class Day(NamedTuple):
    """A day of the calendar; without ``year``, of any year. ``weekday``: 0 is Monday."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None


class Stretch(NamedTuple):
    """Calendar units from ``first`` to ``last`` (both inclusive), counted within their year."""

    unit: str
    first: int
    last: int
    year: int | None = None
    last_unit: str | None = None
    last_year: int | None = None


class Inner(NamedTuple):
    """A day inside each period of ``unit`` ("term": of whatever the wording reports on).

    ``repeats``: the words alone say that it recurs ("ngày 17 của tháng cuối quý").
    """

    unit: str
    point: Form
    repeats: bool = False
    roll: str | None = None


Moment = Day | Stretch | Inner


class Rhythm(NamedTuple):
    """How often; ``label`` where it only names the report ("báo cáo 6 tháng")."""

    every: str
    label: bool = False


class Limit(NamedTuple):
    """Moments and on which side of them the deadline lies: before, by, within, from, or none."""

    side: str | None
    moments: tuple[Moment, ...]
    time: int | None = None
    inclusive: bool | None = None


class Counted(NamedTuple):
    """A length from (``sign`` 1) or back from (-1) an event, a day, or the end of a period."""

    length: str
    sign: int
    event: str | None = None
    day: Day | None = None
    period: str | None = None


class Conditional(NamedTuple):
    """Events that must happen first, in the wording's words."""

    events: tuple[str, ...]


class Session(NamedTuple):
    """A session in a month, or one that no month places: ``words`` are its own."""

    month: int | None
    year: int | None
    words: str


class Quantity(NamedTuple):
    """The least number, and of what."""

    number: int
    unit: str


class Blank(NamedTuple):
    """Words that stand where a time should."""

    words: str


class Sign(NamedTuple):
    """A word alone that is a phrase: and, or, a comma, soft, continuous, on request."""

    name: str


Phrase = Rhythm | Limit | Counted | Conditional | Session | Quantity | Blank | Sign
