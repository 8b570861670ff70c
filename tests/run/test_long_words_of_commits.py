"""Anybody may write any number of letters into a commit: of each so many are kept as tell it apart."""

import os
from pathlib import Path

import pytest

from kehoach.reading.repositories import git_output
from kehoach.reading.repositories.commit_log import records_in
from kehoach.reading.repositories.git_output import Running


def test_of_long_addresses_and_subjects_the_beginning_is_kept() -> None:
    """A cut address ends in a sign that no address has, so that it is nobody's."""
    long = "a" * 100_000
    (record,) = records_in(iter(("\x01c", "p q", "1", f"{long}@x.vn", "b@x.vn", long)))
    assert record.parents == ("p", "q")
    assert record.author == record.subject == "a" * 1_000 + "…"
    assert record.committer == "b@x.vn"


def test_what_git_printed_is_looked_at_part_by_part(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No part is longer than a page of memory here, and together they are all that git printed."""
    monkeypatch.setattr(git_output, "_PART", part := 1 << 16)
    running = Running(tmp_path, "version")
    running.wait()
    printed = os.urandom(3 * part + 1)
    running.told().write(printed)
    running.told().flush()
    parts = list(running.printed())
    running.close()
    assert [len(each) for each in parts] == [part, part, part, 1]
    assert b"".join(parts) == printed
