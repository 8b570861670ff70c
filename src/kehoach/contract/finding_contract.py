"""What every output says of something wrong."""

from typing import Literal

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day


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


class SuppressedJson(FindingJson):
    """A finding that ``checks.yaml`` passes over.

    By an entry of ``ignore``, for its reason and up to ``suppressed_until`` (inclusive), or by
    ``baseline``, as one that was there before; then both are null.
    """

    suppressed_by: Literal["ignore", "baseline"]
    suppressed_reason: str | None
    suppressed_until: Day | None
