"""The JSON of ``kehoach deadline``: additions are allowed; a change needs a new number."""

from typing import Any, Literal

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day
from kehoach.contract.outputs import Tool


class DatedPeriod(TypedDict):
    """One due day: ``estimated`` rests on undecided holidays, ``assumed`` on a session not held."""

    period: str
    nominal_due: Day
    due: Day
    time: str | None
    assumed: bool
    aim: Day | None
    agencies: list[str]
    estimated: bool
    aspirational: bool


class WordingDoubt(TypedDict):
    """What was not understood, and why."""

    words: str
    why: str


class AwaitedEvent(TypedDict):
    """An event that must be recorded before there is a due day."""

    id: str
    text: str


class AtLeast(TypedDict):
    """The least number a period must reach."""

    at_least: int
    unit: str


DeadlineOutput = TypedDict(
    "DeadlineOutput",
    {
        "schema": str,
        "tool": Tool,
        "wording": str,
        "understood": bool,
        "from": Day,
        "to": Day,
        "before": Literal["exclusive", "inclusive"],
        "roll": Literal["next", "none", "previous"],
        "rules": list[dict[str, Any]],
        "dues": list[DatedPeriod],
        "events": list[AwaitedEvent],
        "bodies": list[AwaitedEvent],
        "quantity": AtLeast | None,
        "unread": str,
        "doubts": list[WordingDoubt],
        "certain": list[dict[str, Any]],
    },
)
"""``kehoach deadline --format json``; a rule is its ``kind`` and its keys as a plan writes them.

``certain`` are the rules of which there is no doubt in a wording that is not understood, each with its
``dues``: to be shown, and no deadline.
"""
