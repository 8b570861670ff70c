"""The arrival log: which commit reached the main line when, as the service that records it saw it.

One file, to which lines are only ever added: a head that says since which commit it covers the main
line, then a line for each commit: its id, the day in Vietnam, the moment in UTC, who pushed.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kehoach.words.safety import one_line

FILE, BRANCH = "arrivals.txt", "kehoach-arrivals"
_SCHEMA = "kehoach/arrivals@1 since "
_VIETNAM = timezone(timedelta(hours=7))  # its day stands beside the moment, for people
_LINE = re.compile(
    r"(?P<commit>[0-9a-f]{40}|[0-9a-f]{64}) (?P<day>\d{4}-\d\d-\d\d) "
    r"(?P<moment>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (?P<pusher>\S.*)",
    re.ASCII,
)


class Arrival(NamedTuple):
    """A line: a commit, the moment (UTC) at which the main line held it, and who had pushed."""

    commit: str
    moment: datetime
    pusher: str

    def day(self, zone: str) -> date:
        """Return the calendar day in a timezone."""
        return self.moment.astimezone(ZoneInfo(zone)).date()

    def written(self) -> str:
        """Return the line, with its end."""
        day = self.moment.astimezone(_VIETNAM).date()
        pusher = one_line(self.pusher).strip() or "-"
        return f"{self.commit} {day} {self.moment:%Y-%m-%dT%H:%M:%SZ} {pusher}\n"


class LogCommit(NamedTuple):
    """A commit of the log's own branch: its writers' addresses, the lines it added, in order.

    ``appended``: it did nothing else than to add them at the end.
    """

    id: str
    writers: tuple[str, str]
    added: tuple[str, ...]
    appended: bool


@dataclass(frozen=True)
class ArrivalLog:
    """What the log says, and how it was kept.

    ``since`` is its head, ``arrivals`` its lines in order, ``malformed`` the lines that say nothing.
    ``strangers`` are commits of its branch by others than listed services: what they added does not
    count. ``rewritten`` are those that did more than add to it; known where the log was verified.
    ``rivals`` are other branches of this clone that hold another log.
    """

    ref: str
    since: Arrival | None
    arrivals: tuple[Arrival, ...]
    malformed: tuple[str, ...] = ()
    strangers: tuple[LogCommit, ...] = ()
    rewritten: tuple[LogCommit, ...] = ()
    rivals: tuple[str, ...] = ()

    @cached_property
    def first(self) -> Mapping[str, Arrival]:
        """The first line on each commit: what is said again counts for nothing."""
        return {each.commit: each for each in reversed(self.arrivals)}

    def days(self, zone: str) -> dict[str, date]:
        """Return the day in a timezone on which each commit was first seen."""
        return {id_: each.day(zone) for id_, each in self.first.items()}


class Logged(NamedTuple):
    """What a history knows from the log: the day on which each commit was first seen.

    ``required``: there must be a log; where it lacks, nothing that git says is verified.
    """

    log: ArrivalLog | None = None
    days: Mapping[str, date] = MappingProxyType({})
    required: bool = False


NOT_LOGGED = Logged()


def parsed(lines: Iterable[str]) -> tuple[Arrival | None, list[Arrival], list[str]]:
    """Return the head, the arrivals, and the lines that are neither."""
    since, arrivals, malformed = None, [], []
    for line in lines:
        is_head = line.startswith(_SCHEMA) and since is None
        found = _arrival(line.removeprefix(_SCHEMA) if is_head else line)
        if found is None:
            malformed.append(line)
        elif is_head:
            since = found
        else:
            arrivals.append(found)
    return since, arrivals, malformed


def _arrival(line: str) -> Arrival | None:
    """Return what a line says; one whose day is not that of its moment says nothing."""
    if not (found := _LINE.fullmatch(line)):
        return None
    try:
        moment = datetime.strptime(found["moment"], "%Y-%m-%dT%H:%M:%SZ").replace(
            tzinfo=timezone.utc
        )
    except ValueError:
        return None
    arrival = Arrival(found["commit"], moment, found["pusher"])
    return arrival if arrival.written() == f"{line}\n" else None


def counted(commits: Sequence[LogCommit], strangers: Collection[str]) -> list[str]:
    """Return the lines that count where others than the service wrote: those the service added."""
    return [line for commit in commits if commit.id not in strangers for line in commit.added]


def begun(arrival: Arrival) -> str:
    """Return the head of a log that covers what comes after a commit."""
    return f"{_SCHEMA}{arrival.written()}"
