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
    workbook: str


class TroubleJson(TypedDict):
    """Something about a cell (``""``: about the whole sheet), and how to mend it."""

    sheet: str
    cell: str
    message: str
    hint: str
    workbook: str


class ReturnedOutput(TypedDict):
    """``kehoach import submissions FILE… --format json``; a sheet with an error is not written.

    ``file`` names all workbooks; ``book_entries`` is how many entries the registry book got.
    """

    schema: str
    tool: Tool
    file: str
    written: bool
    files: list[ReturnedFile]
    errors: list[TroubleJson]
    doubts: list[TroubleJson]
    book_entries: int
