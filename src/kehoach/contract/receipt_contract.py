"""The JSON of ``kehoach receipt``: kehoach/receipt@1. Additions are allowed, a change is a new number."""

from typing import Literal

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day
from kehoach.contract.finding_contract import FindingJson
from kehoach.contract.outputs import (
    HeadJson,
    ObligationJson,
    ReceiptSource,
    StatusName,
)


class DocumentJson(TypedDict):
    """A document as the file cites it."""

    number: str | None
    date: Day | None
    title: str | None
    signer: str | None


class EntryJson(TypedDict):
    """One entry as it was understood.

    ``days``: from the last day on time to delivery, positive is late. ``counts``: the verdict rests
    on this very entry; ``status`` is null where the agency does not owe the item in that period.
    """

    line: int
    item: str
    kind: Literal["task", "report"]
    title: str
    period: str
    due: Day | None
    received: Day | None
    receipt_source: ReceiptSource | None
    receipt_verified: bool | None
    days: int | None
    status: StatusName | None
    counts: bool
    progress: Literal["not_started", "in_progress", "done"]
    nil: bool
    started: Day | None
    completed: Day | None
    percent: int | None
    quantity: int | None
    evidence: list[DocumentJson]
    note: str | None
    sample: bool


class ReceiptOutput(HeadJson):
    """``kehoach receipt FILE --format json``; what could not be read is told by ``findings``."""

    file: str
    readable: bool
    draft: bool
    agency: str | None
    agency_name: str | None
    plan: str | None
    document: DocumentJson | None
    entries: list[EntryJson]
    uncounted: int
    findings: list[FindingJson]
    still_owed: list[ObligationJson]
