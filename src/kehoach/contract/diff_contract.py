"""The JSON of ``kehoach diff``: what is different in the second state."""

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day
from kehoach.contract.outputs import HeadJson, ObligationJson


class ItemId(TypedDict):
    """An item of a plan."""

    plan: str
    item: str


class AlteredItemJson(ItemId):
    """An item of which these fields are others now."""

    fields: list[str]


class MovedDeadlineJson(ItemId):
    """A due day that is another now; ``agency`` null: for all."""

    period: str
    agency: str | None
    before: Day | None
    after: Day | None


class TurnedJson(TypedDict):
    """A verdict on what is delivered in both states, and judged otherwise in the second."""

    before: ObligationJson
    after: ObligationJson


class RewrittenJson(ItemId):
    """A finished task of which the files name another day of completion now."""

    agency: str
    period: str
    before: Day | None
    after: Day | None


class TurnsJson(TypedDict):
    """What is delivered in both states and judged, or declared, otherwise in the second."""

    verdicts_turned: list[TurnedJson]
    days_rewritten: list[RewrittenJson]


# "from" is a word of Python's, so that this type cannot be written as a class.
_From = TypedDict("_From", {"from": HeadJson})


class DiffOutput(HeadJson, _From, TurnsJson):
    """``kehoach diff REV [REV] --format json``: what is different in the second state."""

    newly_overdue: list[ObligationJson]
    newly_delivered: list[ObligationJson]
    no_longer_delivered: list[ObligationJson]
    newly_paused: list[ObligationJson]
    no_longer_paused: list[ObligationJson]
    moved_deadlines: list[MovedDeadlineJson]
    items_added: list[ItemId]
    items_altered: list[AlteredItemJson]
    items_removed: list[ItemId]
