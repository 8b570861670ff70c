"""The arrival log as a value: its lines, what they cover, which of them cannot be true."""

from datetime import date, datetime, timezone

import pytest

from kehoach.verdicts.evidence.arrival_log import Arrival, ArrivalLog, begun, parsed
from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.log_coverage import coverage, line_faults
from kehoach.verdicts.evidence.unrecorded import unrecorded

ZONE = "Asia/Ho_Chi_Minh"
A, B, C, D, E = (letter * 40 for letter in "abcde")


def arrival(commit: str, day: int) -> Arrival:
    """Return a line of December, ten in the morning in Vietnam."""
    return Arrival(commit, datetime(2022, 12, day, 3, tzinfo=timezone.utc), "an")


def commit(id_: str, *parents: str) -> Commit:
    return Commit(id_, parents, date(2022, 12, 1), "", "", "")


def log(*lines: Arrival, since: Arrival | None = None) -> ArrivalLog:
    return ArrivalLog("refs/heads/kehoach-arrivals", since or arrival(A, 1), lines)


LINE = commit(E, D), commit(D, C), commit(C, B), commit(B, A), commit(A)


# Lines


def test_a_line_is_read_as_it_is_written() -> None:
    head, line = arrival(A, 1), arrival(B, 2)
    assert parsed([begun(head)[:-1], line.written()[:-1]]) == (head, [line], [])
    assert line.written() == f"{B} 2022-12-02 2022-12-02T03:00:00Z an\n"


def test_the_day_is_that_of_vietnam_and_counts_in_the_plans_own_zone() -> None:
    late = Arrival(B, datetime(2022, 12, 1, 17, 0, tzinfo=timezone.utc), "an")
    assert late.written() == f"{B} 2022-12-02 2022-12-01T17:00:00Z an\n"
    assert late.day(ZONE) == date(2022, 12, 2)
    assert late.day("UTC") == date(2022, 12, 1)


@pytest.mark.parametrize("pusher", ["", "a\nb", "\x1b[2J", "  "])
def test_who_pushed_stays_one_line(pusher: str) -> None:
    """Whatever a forge calls him: the line is read again, and nothing follows from his name."""
    written = arrival(B, 2)._replace(pusher=pusher).written()
    assert written.count("\n") == 1
    _, (read,), malformed = parsed(written.splitlines())
    assert (read.commit, malformed) == (B, [])


@pytest.mark.parametrize(
    "line",
    [
        "", "x", f"{B} 2022-12-02 2022-12-02T03:00:00Z", f"{B[:10]} 2022-12-02 2022-12-02T03:00:00Z an",
        f"{B} 2022-12-01 2022-12-02T03:00:00Z an",  # another day than that of the moment
        f"{B} 2022-02-30 2022-02-30T03:00:00Z an", f"{B} 2022-12-02 2022-12-02T03:00:00+07:00 an",
        f"{B} 2022-12-02 2022-12-02T03:00:00Z an ", f"{B.upper()} 2022-12-02 2022-12-02T03:00:00Z an",
        f" {B} 2022-12-02 2022-12-02T03:00:00Z an",
    ],
)  # fmt: skip
def test_what_is_no_line_says_nothing(line: str) -> None:
    assert parsed([line]) == (None, [], [line])


def test_a_second_head_says_nothing() -> None:
    one, two = begun(arrival(A, 1))[:-1], begun(arrival(B, 2))[:-1]
    assert parsed([one, two])[2] == [two]


def test_what_is_said_again_counts_for_nothing() -> None:
    assert log(arrival(B, 5), arrival(B, 2)).days(ZONE) == {B: date(2022, 12, 5)}


# What it covers


def covered(*listed: str, since: Arrival | None = None) -> tuple[list[str], list[str]]:
    found = coverage(LINE, log(*(arrival(each, 2) for each in listed), since=since))
    return [each.id for each in found.skipped], [each.id for each in found.pending]


@pytest.mark.parametrize(
    ("listed", "skipped", "pending"),
    [
        ((B, C, D, E), [], []),
        ((B, C), [], [E, D]),
        ((B, D, E), [C], []),
        ((D,), [C, B], [E]),
        ((), [], [E, D, C, B]),
    ],
)
def test_what_it_lacks(listed: tuple[str, ...], skipped: list[str], pending: list[str]) -> None:
    assert covered(*listed) == (skipped, pending)


def test_what_came_before_its_head_is_not_asked_for() -> None:
    assert covered(D, E, since=arrival(C, 2)) == ([], [])


def test_where_its_head_has_gone_it_covers_from_the_first_commit_it_lists() -> None:
    """The main line was rewritten from before the log began."""
    gone = arrival("f" * 40, 1)
    assert covered(C, E, since=gone) == ([D], [])
    assert covered(since=gone) == ([], [])


# Lines that cannot be true


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ([(B, 2), (C, 2), (D, 3)], []),
        ([(B, 2), (C, 3), (B, 4)], ["again"]),
        ([(B, 5), (C, 4)], ["before_parent"]),
        ([(D, 5), (B, 4)], ["disorder"]),
        ([(B, 30), (C, 3)], ["future", "before_parent"]),
        ([(B, 2), ("f" * 40, 3), (C, 3)], ["gone"]),
        ([(B, 2), (C, 3), ("f" * 40, 4)], []),  # not checked out yet
        ([("f" * 40, 4)], []),
    ],
)
def test_lines_that_cannot_be_true(lines: list[tuple[str, int]], faults: list[str]) -> None:
    kept = log(*(arrival(each, day) for each, day in lines))
    found = line_faults(LINE, kept, ZONE, date(2022, 12, 20))
    assert [fault.value for _, fault in found] == faults


def test_nothing_arrives_before_the_log_begins() -> None:
    kept = log(arrival(B, 2), since=arrival(A, 5))
    ((_, fault),) = line_faults(LINE, kept, ZONE, date(2022, 12, 20))
    assert fault.value == "disorder"


# What is still to be recorded

FORKED = {"m": ("x", "t"), "x": ("w",), "w": ("s",), "t": ("r",), "r": ("s",)}  # s: the beginning


@pytest.mark.parametrize(
    ("listed", "last", "new"),
    [
        # He pulled main (… r, t) into his own (w, x) and pushed: both are on the main line.
        ({"s", "r"}, "r", ["t", "w", "x", "m"]),
        ({"s", "r", "t"}, "t", ["w", "x", "m"]),
        # A branch (… r, t) merged into main (… w, x): what it brings came with the merge.
        ({"s", "w"}, "w", ["x", "m"]),
        ({"s", "w", "x"}, "x", ["m"]),
        ({"s", "w", "x", "m"}, "m", []),
        # Nothing recorded yet: the first parents are all that there is to go by.
        ({"s"}, "s", ["w", "x", "m"]),
    ],
)
def test_what_is_still_to_be_recorded(listed: set[str], last: str, new: list[str]) -> None:
    assert sorted(unrecorded(FORKED, "m", listed, last)) == sorted(new)


def test_it_is_recorded_parents_before_children() -> None:
    found = unrecorded(FORKED, "m", {"s", "r"}, "r")
    for child, parents in FORKED.items():
        assert all(
            found.index(each) < found.index(child)
            for each in parents
            if each in found and child in found
        )


def test_a_merge_may_be_recorded_before_what_it_merged() -> None:
    """Only its first parent must have been there: the branch was listed when somebody pushed it later."""
    merged = commit(D, B, C), commit(C, A), commit(B, A), commit(A)
    kept = log(arrival(B, 2), arrival(D, 3), arrival(C, 4))
    assert not list(line_faults(merged, kept, ZONE, date(2022, 12, 20)))
