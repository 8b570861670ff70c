"""The kinds of value a file may hold, each read from its text.

Every scalar arrives as the text that stands in the file: YAML never decides that ``06`` is six or
``NO`` is false. A value that does not fit raises an error whose type names what was expected; the
words for it stand with the reading rules (``sources/values.py``).
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kehoach.periods import ONCE, Every, Span, parse_every, parse_span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LENGTH = re.compile(r"([1-9]\d{0,3}) (working day|day|week|month|year)s?")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
T = TypeVar("T")
_MOST_DIGITS = 9
_MOST_YEARS = 200  # in a length of time
_REACH = Span(date(1900, 1, 1), date(2200, 1, 1))  # days near which reckoning never overflows
_SPANS = ["string", "integer"]  # an editor's YAML 1.2 reads 2021 as a number


class Record(BaseModel):
    """A mapping in a file: its keys are fixed, its values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Length(NamedTuple):
    """A term's length: ``5 working days``, ``6 months``."""

    number: int
    unit: str


def reader(expected: str, read: Callable[[str], T]) -> PlainValidator:
    """Return a validator that reads text, or says what was expected."""

    def validate(value: Any) -> T:
        if isinstance(value, str):
            try:
                return read(value)
            except (ValueError, OverflowError):
                pass
        raise PydanticCustomError("value", "expected {expected}", {"expected": expected})

    return PlainValidator(validate)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    day = date.fromisoformat(text)
    if day not in _REACH:
        raise ValueError(text)
    return day


def _span(text: str) -> Span:
    span = parse_span(text)
    if span.first not in _REACH or span.last not in _REACH:
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


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _length(text: str) -> Length:
    match = _LENGTH.fullmatch(text)
    if match is None or (match[2] == "year" and int(match[1]) > _MOST_YEARS):
        raise ValueError(text)
    return Length(int(match[1]), match[2])


def _period_name(text: str) -> str:
    if text != ONCE:
        _span(text)
    return text


def schema(*types: str, pattern: str | None = None) -> WithJsonSchema:
    """Return the JSON Schema of a scalar, for editors."""
    kind: dict[str, Any] = {"type": types[0] if len(types) == 1 else list(types)}
    return WithJsonSchema(kind | ({"pattern": pattern} if pattern else {}))


def _list_of_one(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Words = Annotated[str, schema("string", "number", "boolean")]
Id = Annotated[str, reader("id", _matching(_ID)), schema("string", pattern=f"^{_ID.pattern}$")]
ItemId = Annotated[str, reader("item", _matching(re.compile(r"[^\s/]+"))), schema("string")]
Name = Annotated[str, schema(*_SPANS, "number")]
Day = Annotated[date, reader("day", _day), schema("string", pattern=f"^{_DAY.pattern}$")]
SpanOfDays = Annotated[Span, reader("span", _span), schema(*_SPANS)]
PeriodName = Annotated[str, reader("period", _period_name), schema(*_SPANS)]
Rhythm = Annotated[Every, reader("rhythm", parse_every), schema("string")]
LengthOfTime = Annotated[Length, reader("length", _length), schema("string")]
Clock = Annotated[str, reader("time", _matching(_TIME)), schema("string")]
Count = Annotated[int, reader("count", _count), schema("integer")]
Flag = Annotated[bool, reader("flag", _flag), schema("boolean")]
OneOrMore = BeforeValidator(_list_of_one)
Ids = Annotated[tuple[Id, ...], OneOrMore]
Roll = Literal["next", "none", "previous"]
