"""What every output says of something wrong."""

from typing import Literal

from typing_extensions import TypedDict


class FindingJson(TypedDict):
    """Something wrong; ``line`` and ``column`` count from 1, ``end_column`` is behind what is wrong.

    ``excerpt`` is the line as it stands; both are null where it is about no place in a text.
    """

    code: str
    severity: Literal["error", "warning", "notice"]
    file: str
    line: int
    column: int
    end_column: int | None
    excerpt: str | None
    message: str
    hint: str
    agency: str | None
    item: str | None
    period: str | None
