"""The JSON of ``kehoach cache``: additions are allowed; a change needs a new number."""

from typing import Literal

from typing_extensions import TypedDict

from kehoach.contract.outputs import Tool


class KeptKind(TypedDict):
    """How many things of a kind are kept, and their size."""

    kind: str
    count: int
    bytes: int


class CacheOutput(TypedDict):
    """``kehoach cache show|clear --format json``.

    ``folder`` is null where nothing is to be kept; ``unused`` says why what it holds is not used.
    """

    schema: str
    tool: Tool
    folder: str | None
    unused: Literal["off", "in_repository", "not_private"] | None
    most_bytes: int
    bytes: int
    kinds: list[KeptKind]
