"""The small result of a whole repository: counts that others add up, without single obligations."""

from typing_extensions import TypedDict

from kehoach.contract.counts_contract import CountsJson, Summary
from kehoach.contract.outputs import HeadJson


class YearCounts(CountsJson):
    """The counts of what falls due in a year; ``year`` is null for what has no due day."""

    year: int | None


class FindingCounts(TypedDict):
    """How many mistakes of each severity stand in the files; lateness is none."""

    errors: int
    warnings: int
    notices: int


class SummaryOutput(HeadJson):
    """``kehoach status --format json --summary-only``: the agencies, and the years, add up to the whole."""

    summary: Summary
    years: list[YearCounts]
    findings: FindingCounts
