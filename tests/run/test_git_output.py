"""What git prints is read whole or not at all: cut short anywhere, or never git's, it is trouble."""

from io import BytesIO

import pytest

from fuzz.history_targets import arrival_logs, batches, logs
from kehoach.reading.repositories.arrival_branch import patches_in
from kehoach.reading.repositories.commit_log import LoggedCommit, change_of, records_in
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.git_output import tokens
from kehoach.reading.repositories.repository import blobs_in
from run.repositories import STC, Depot, filed

_AN, _BINH = "an@x.vn", "binh@x.vn"


def _records(raw: bytes) -> list[LoggedCommit]:
    return list(records_in(tokens(iter([raw]))))


@pytest.mark.parametrize("raw", list(logs()))
def test_a_log_cut_short_anywhere_is_trouble_or_whole_commits(raw: bytes) -> None:
    whole = _records(raw)
    for end in range(len(raw)):
        try:
            some = _records(raw[:end])
        except GitTrouble:
            continue
        assert [each._replace(touched=()) for each in some] == [
            each._replace(touched=()) for each in whole[: len(some)]
        ]


@pytest.mark.parametrize(
    "raw",
    [
        b"fatal: no\0",
        b":000000 100644 0 0 A\0a.yaml\0",
        b"\x01a\0\0001\0a\0",
        b"a\0\0001\0a\0b\0c\0",
    ],
)
def test_what_is_no_log_is_trouble(raw: bytes) -> None:
    with pytest.raises(GitTrouble):
        _records(raw)


def test_an_empty_line_between_commits_is_none() -> None:
    assert [*records_in(iter(["\n", ""]))] == []


def test_a_header_without_its_writers_is_trouble() -> None:
    with pytest.raises(GitTrouble):
        patches_in(b"\x01" + b"0" * 40 + b"\n")


def test_a_line_that_is_no_change_is_trouble() -> None:
    with pytest.raises(GitTrouble):
        change_of(":100644 100644 A", "a.yaml")


def test_patches_cut_short_within_a_hunk_or_header_are_trouble() -> None:
    raw = list(arrival_logs())[1]
    whole = patches_in(raw)
    assert [len(each.added) for each in whole] == [2, 2]
    for end in range(len(raw)):
        try:
            some = patches_in(raw[:end])
        except GitTrouble:
            continue
        assert [each.id for each in some] == [each.id for each in whole[: len(some)]]
        assert {each.added for each in some} <= {(), *(each.added for each in whole)}


@pytest.mark.parametrize("raw", list(batches()))
def test_blobs_cut_short_anywhere_are_trouble_or_whole(raw: bytes) -> None:
    for end in range(len(raw) + 1):
        try:
            found = list(blobs_in(BytesIO(raw[:end])))
        except GitTrouble:
            continue
        assert found == [("a" * 40, b"abc"), ("b" * 40, b"")][: len(found)]


def test_signs_in_an_address_make_nobody_else_of_its_owner(depot: Depot) -> None:
    """The committer is who git says, whatever the author's address holds."""
    depot.commit_as("2022-11-30", filed(STC, 2022), f"{_AN}\x02{_BINH}\x02x\x01y", _BINH)
    commit = depot.history().timeline.commits[0]
    assert (commit.author, commit.committer) == (f"{_AN}\x02{_BINH}\x02x\x01y", _BINH)
