"""The JSON of ``kehoach import submissions``: kehoach/returned@1; a change is a new number."""

from typing import Any

from typing_extensions import TypedDict

from kehoach.contract.outputs import Tool


class ReturnedFile(TypedDict):
    """A submission read from a sheet; ``submission`` is what stands in its file."""

    path: str
    sheet: str
    period: str
    submission: dict[str, Any]


class TroubleJson(TypedDict):
    """Something about a cell (``""``: about the whole sheet), and how to mend it."""

    sheet: str
    cell: str
    message: str
    hint: str


class ReturnedOutput(TypedDict):
    """``kehoach import submissions FILE --format json``; with an error nothing is written."""

    schema: str
    tool: Tool
    file: str
    written: bool
    files: list[ReturnedFile]
    errors: list[TroubleJson]
    doubts: list[TroubleJson]
