"""The last day on time in JSON, and the extensions that it rests on."""

from typing import Annotated

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from kehoach.verdicts.obligations.extending import Refusal

Day = str  # YYYY-MM-DD
RefusalName = Annotated[str, WithJsonSchema({"enum": [*Refusal], "type": "string"})]


class LetterJson(TypedDict):
    """A document by which something was decided."""

    number: str | None
    date: Day | None


class ExtensionJson(TypedDict):
    """An extension, in the order decided; ``refusal`` is why one was not applied.

    ``nominal_due`` is the day that its letter names, ``due`` where that day came to lie.
    """

    due: Day
    nominal_due: Day
    exact: bool
    applied: bool
    refusal: RefusalName | None
    document: LetterJson


PauseJson = TypedDict(
    "PauseJson", {"from": Day, "until": Day | None, "reason": str, "document": LetterJson}
)
"""A pause: its first and last day (inclusive; ``until`` null: going on), why, and by which letter."""


class DueJson(TypedDict):
    """The last day on time, and what it rests on.

    ``paused_days`` of ``pauses`` moved it.

    ``due_time`` is a clock time on it; ``aim`` a day to strive for beside it, never due.
    """

    nominal_due: Day | None
    due: Day | None
    original_due: Day | None
    extensions: list[ExtensionJson]
    pauses: list[PauseJson]
    paused_days: int
    due_assumed: bool
    due_time: str | None
    aim: Day | None
    calendar: str | None
    due_estimated: bool
    due_soon: bool
