"""Counts in JSON: of everything, of an agency, of a year."""

from typing import NotRequired

from typing_extensions import TypedDict


class Completion(TypedDict):
    """Done out of due (done + overdue)."""

    done: int
    due: int


class OnTime(TypedDict):
    """Done on time out of due (done + overdue)."""

    on_time: int
    due: int


class Explained(TypedDict):
    """Of what is overdue, that of which a reason or an expected day was told."""

    explained: int
    overdue: int


class CountsJson(TypedDict):
    """assigned = done_on_time + done_late + in_term + overdue; the rest is counted apart.

    Results of earlier versions have neither ``paused`` nor ``explained``.
    """

    assigned: int
    done_on_time: int
    done_late: int
    in_term: int
    due_soon: int
    overdue: int
    missing_reports: int
    waiting: int
    ongoing: int
    uncovered: int
    paused: NotRequired[int]
    waived: int
    requested: int
    completion: Completion
    on_time: OnTime
    explained: NotRequired[Explained]


class AgencyCounts(CountsJson):
    """The counts of one agency; led + implemented are the obligations it owes."""

    agency: str
    name: str
    led: int
    implemented: int
    coordinated: int


class Summary(CountsJson):
    """The counts over all listed obligations, and by agency, the worst first."""

    agencies: list[AgencyCounts]
