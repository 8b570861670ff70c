"""Results as plain values that JSON can hold, and back: what one process tells another, or a later run.

A number, word or truth stands for itself; anything else is a list that begins with the name of what it
is. Only the kinds of value named here can be read back: nothing that a file says is ever run.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from kehoach.checks.crossing import Acting, Crossing, Gone, PaperDate, TakenOver
from kehoach.diagnostics import Finding, Place, Rule, Subject
from kehoach.reading.strays import Unread
from kehoach.reading.yaml_files.text_marks import Mark
from kehoach.run.account import ReceiptCounts
from kehoach.run.by_parts.part_result import DemandPlace, DemandTally, Listed, PartResult, Verdict
from kehoach.run.rulebook import all_rules
from kehoach.verdicts.assessment import Reason
from kehoach.verdicts.assessment.assessment import Excuse
from kehoach.verdicts.evidence import Source
from kehoach.verdicts.obligations.obligation import Key
from kehoach.verdicts.tables import Counts, Responsibility
from kehoach.verdicts.tables.changes_since import RecentChange
from kehoach.words import Text
from kehoach.words.statuses import Remark, Status

_PLAIN = frozenset({str, int, bool, type(None)})
_RECORDS: tuple[type, ...] = (
    Acting, Counts, Crossing, DemandPlace, DemandTally, Excuse, Finding, Gone, Key, Listed, Mark, PaperDate,
    PartResult, Place, ReceiptCounts, Responsibility, Subject, TakenOver, Text, Unread, Verdict,
)  # fmt: skip
_NAMES: tuple[type[Enum], ...] = (RecentChange, Reason, Remark, Source, Status)


class NoPlainValue(ValueError):  # noqa: N818 - it is what was read that is none
    """What was to be read back is no value of a kind that is known here."""


def plain(value: object) -> Any:
    """Return a value as JSON can hold it."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if writer := _WRITERS.get(kind):
        return writer(value)
    if isinstance(value, Mapping):
        return ["map", *(plain(each) for pair in value.items() for each in pair)]
    raise TypeError(kind)


def restored(data: Any) -> Any:
    """Return the value that plain data stand for.

    Raises:
        NoPlainValue: it is of no kind that is known here.
    """
    if type(data) in _PLAIN:
        return data
    try:
        name, *parts = data
        return _readers()[name](parts)
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise NoPlainValue(str(error)) from None


def _record(kind: type) -> Callable[[Any], list[Any]]:
    """Return what writes a record: its name, then its fields in order."""
    if issubclass(kind, tuple):
        return lambda value: [kind.__name__, *map(plain, value)]
    return lambda value: [kind.__name__, *map(plain, vars(value).values())]


def _reader(kind: type) -> Callable[[list[Any]], Any]:
    return lambda parts: kind(*map(restored, parts))


_WRITERS: dict[type, Callable[[Any], list[Any]]] = {
    **{kind: _record(kind) for kind in _RECORDS},
    **{kind: lambda value: [type(value).__name__, value.value] for kind in _NAMES},
    Rule: lambda value: ["rule", value.code],
    date: lambda value: ["day", value.isoformat()],
    tuple: lambda value: ["tuple", *map(plain, value)],
    list: lambda value: ["tuple", *map(plain, value)],
    frozenset: lambda value: ["set", *map(plain, value)],
}


@cache
def _readers() -> Mapping[str, Callable[[list[Any]], Any]]:
    """Return what reads each kind of value, by its name."""
    rules = {rule.code: rule for rule in all_rules()}
    return {
        **{kind.__name__: _reader(kind) for kind in (*_RECORDS, *_NAMES)},
        "rule": lambda parts: rules[parts[0]],
        "day": lambda parts: date.fromisoformat(parts[0]),
        "tuple": lambda parts: tuple(map(restored, parts)),
        "set": lambda parts: frozenset(map(restored, parts)),
        "map": lambda parts: dict(
            zip(map(restored, parts[::2]), map(restored, parts[1::2]), strict=True)
        ),
    }
