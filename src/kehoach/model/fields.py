"""The kinds of value a file may hold, each read from its text.

Every scalar arrives as the text that stands in the file: YAML never decides that ``06`` is six or
``NO`` is false. A value that does not fit raises an error whose type names what was expected; the
words for it stand with the reading rules (``sources/values.py``).
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    chain_schema,
    custom_error_schema,
    no_info_plain_validator_function,
    str_schema,
)

from kehoach.model.ids import AgencyId, BodyId, EventId, ItemId, PlanId
from kehoach.periods import ONCE, RHYTHM, START, Every, PeriodName, Span, parse_every, parse_span

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NEAR = r"(19|2[01])\d\d-\d\d-\d\d"  # within REACH
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ITEM = re.compile(r"[^\s/]+")
_RULE = re.compile(r"KH[1-9]\d\d", re.ASCII)
_PART = r"([1-9]\d{0,3}) (working day|day|week|month|year|hour)s?"
_AT_ONCE = "0 days"
_LENGTH = re.compile(rf"{_AT_ONCE}|{_PART}( {_PART})*", re.ASCII)
_DOTTED = r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*"
EMAIL = re.compile(rf"{_DOTTED}@{_DOTTED}".replace(r"\w", "A-Za-z0-9_"))  # RFC 5322: dot-atoms
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_MOST_DIGITS = 9
_MOST = 10**_MOST_DIGITS - 1
_WHOLE = 100
_MOST_KNOWN = 4_096  # values of each kind that are kept
_MOST_YEARS = 200  # in a length of time
REACH = Span(date(1900, 1, 1), date(2200, 1, 1))
"""Days near which reckoning never overflows."""
_SPANS = ("string", "integer")  # an editor's YAML 1.2 reads 2021 as a number
_NAMED = r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]|H[12]|9M|W\d\d))?"  # about what a span is called
_SPAN = rf"{_NAMED}(\.\.{_NAMED})?"
_PERIOD = rf"{ONCE}|{START}(-{_DAY.pattern})?|{_SPAN}"  # one of several starts is called by its day


EXPECTED = "x-expected"
"""The key of a JSON Schema under which stands the name of what a pattern expects."""


class Record(BaseModel):
    """A mapping in a file: its keys are fixed, its values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Sense(Record):  # noqa: PLW1641 - pydantic makes the hash, of the fields
    """A record of which many are compared: two are equal where their fields are, and at once."""

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)


class Length(NamedTuple):
    """A term's length: ``5 working days``, ``6 months``, ``1 year 6 months``, ``48 hours``.

    ``0 days`` is the very day from which it runs ("ngay trong ngày").
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    working_days: int = 0
    hours: int = 0

    @property
    def parts(self) -> list[tuple[int, str]]:
        """The units that it has, the longest first, each with their number: ``(1, "year")``."""
        named = zip(self, self._fields, strict=True)
        parts = [(number, field[:-1].replace("_", " ")) for number, field in named if number]
        return parts or [(0, "day")]


class Read:
    """How a value is read from its text, and the JSON Schema that editors check it by.

    Files say the same few ids, periods and days over and over: each text is read once, what it says is
    shared by all that say it, and for one that is known no function of Python is called.

    ``expected`` names what does not fit is told to be (``sources/value_rules.py``). It is given to
    pydantic as the whole of the validation, so that nothing is built for the Python type. The
    pattern takes every text that is read, and some that only the program can refuse; ``further``
    are other words of JSON Schema.
    """

    def __init__(
        self,
        expected: str,
        read: Callable[[str], object],
        *types: str,
        pattern: str | None = None,
        **further: str | int,
    ) -> None:
        self.expected = expected
        self._known = lru_cache(_MOST_KNOWN)(read)
        self.schema: dict[str, Any] = {"type": types[0] if len(types) == 1 else list(types)}
        if pattern is not None:
            self.schema |= {"pattern": f"^({pattern})$", EXPECTED: expected}
        self.schema |= further

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the whole of the validation: text and nothing else, then what it is read as."""
        return custom_error_schema(
            # Two steps, not a validator behind ``str``: pydantic would write the values as words too.
            chain_schema([str_schema(strict=True), no_info_plain_validator_function(self._known)]),
            "value",
            custom_error_message="expected {expected}",
            custom_error_context={"expected": self.expected},
        )

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)  # pydantic adds a field's own default to what it is given


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    day = date.fromisoformat(text)
    if day not in REACH:
        raise ValueError(text)
    return day


def _span(text: str) -> Span:
    span = parse_span(text)
    if span.first not in REACH or span.last not in REACH:
        raise ValueError(text)
    return span


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return read


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise ValueError(text)
    return int(text)


def _percent(text: str) -> int:
    number = _count(text)
    if number > _WHOLE:
        raise ValueError(text)
    return number


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _length(text: str) -> Length:
    """Read ``1 year 6 months``: the longer unit first; working days and hours stand alone."""
    if not _LENGTH.fullmatch(text):
        raise ValueError(text)
    if text == _AT_ONCE:
        return Length()
    said = [(int(number), unit) for number, unit in re.findall(_PART, text)]
    length = Length(**{f"{unit.replace(' ', '_')}s": number for number, unit in said})
    mixed = (length.working_days or length.hours) and len(said) > 1
    if length.parts != said or mixed or length.years > _MOST_YEARS:
        raise ValueError(text)
    return length


def _period_name(text: str) -> str:
    if _DAY.fullmatch(day := text.removeprefix(f"{START}-")):
        _day(day)
    elif text not in (ONCE, START):
        _span(text)
    return text


def _list_of_one(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


# Words and names are what stands there: an editor may take them for numbers or truth values.
Words = str
Name = str
_read_id = Read("id", _matching(_ID), "string", "integer", pattern=_ID.pattern)
AgencyRef = Annotated[AgencyId, _read_id]
BodyRef = Annotated[BodyId, _read_id]
EventRef = Annotated[EventId, _read_id]
BasisRef = Annotated[str, _read_id]
CalendarRef = Annotated[str, _read_id]
PlanRef = PlanId
Tag = Annotated[str, _read_id]
ItemRef = Annotated[
    ItemId, Read("item", _matching(_ITEM), "string", "number", "boolean", pattern=_ITEM.pattern)
]
RuleRef = Annotated[str, Read("rule", _matching(_RULE), "string", pattern=_RULE.pattern)]
Day = Annotated[date, Read("day", _day, "string", pattern=_NEAR, format="date")]
SpanOfDays = Annotated[Span, Read("span", _span, *_SPANS, pattern=_SPAN)]
PeriodRef = Annotated[PeriodName, Read("period", _period_name, *_SPANS, pattern=_PERIOD)]
Rhythm = Annotated[Every, Read("rhythm", parse_every, "string", pattern=RHYTHM.pattern)]
LengthOfTime = Annotated[Length, Read("length", _length, "string", pattern=_LENGTH.pattern)]
Clock = Annotated[str, Read("time", _matching(_TIME), "string", pattern=_TIME.pattern)]
Count = Annotated[int, Read("count", _count, "integer", minimum=0, maximum=_MOST)]
Percent = Annotated[int, Read("percent", _percent, "integer", minimum=0, maximum=_WHOLE)]
Email = Annotated[str, Read("email", _matching(EMAIL), "string", pattern=EMAIL.pattern)]
Flag = Annotated[bool, Read("flag", _flag, "boolean")]
OneOrMore = BeforeValidator(_list_of_one)
Events = Annotated[tuple[EventRef, ...], OneOrMore]
Roll = Literal["next", "none", "previous"]
