"""The JSON Schemas by name: of the files, for editors, and of the outputs, for programs.

A schema of one side loads no types of the other: those of the files are most of the program.
"""

import json

FILES = (
    "plan", "agencies", "submission", "decisions", "receipts", "reminders", "calendar", "checks",
)  # fmt: skip
"""The kinds of file that a data folder holds."""
LISTS = ("portfolio",)
"""The kinds of file that name data folders."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file or output.

    Raises:
        KeyError: there is no such kind.
    """
    if kind in (*FILES, *LISTS):
        from kehoach.contract.editor_schema import editor_schema  # noqa: PLC0415 - when asked for

        schema = editor_schema(kind)
    else:
        from kehoach.contract.program_schema import program_schema  # noqa: PLC0415 - the same

        schema = program_schema(kind)
    whole = {"$schema": _DIALECT, "$id": f"kehoach/{kind}@1", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
