"""The JSON of ``kehoach check --statistics``: additions are allowed; a change needs a new number."""

from typing import Literal

from typing_extensions import TypedDict

from kehoach.contract.outputs import HeadJson


class RuleCountJson(TypedDict):
    """A rule, how often it was found, and how often it was passed over."""

    code: str
    severity: Literal["error", "warning", "notice"]
    title: str
    count: int
    suppressed: int


class StatisticsOutput(HeadJson):
    """``kehoach check --statistics --format json``."""

    rules: list[RuleCountJson]
