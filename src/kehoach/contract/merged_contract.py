"""``kehoach portfolio --format json``: the small results of many repositories, and their sum."""

from typing_extensions import TypedDict

from kehoach.contract.counts_contract import AgencyCounts, CountsJson
from kehoach.contract.due_contract import Day
from kehoach.contract.outputs import Tool
from kehoach.contract.summary_contract import FindingCounts, YearCounts


class MemberJson(TypedDict):
    """A repository. One that is not ``counted`` says why in ``reason``, and has no numbers.

    ``outdated``: it is counted as of an earlier day; ``tries``: how often it was judged; ``head``: the
    commit of its files.
    """

    id: str
    name: str
    source: str
    revision: str | None
    counted: bool
    reason: str | None
    tries: int
    as_of: Day | None
    outdated: bool
    head: str | None
    sample: bool
    left_out: list[str]
    not_counted: int
    findings: FindingCounts | None
    summary: CountsJson | None


class MemberAgencyJson(AgencyCounts):
    """The counts of one agency; its id is one of its repository's."""

    repository: str


class MergedOutput(TypedDict):
    """``summary`` and ``years`` are the sums over the repositories that are counted."""

    schema: str
    tool: Tool
    name: str | None
    as_of: Day
    sample: bool
    listed: int
    counted: int
    summary: CountsJson
    years: list[YearCounts]
    repositories: list[MemberJson]
    agencies: list[MemberAgencyJson]
