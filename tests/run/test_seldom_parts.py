"""Parts of a run that are seldom as they are here: what cannot be read, few files, no way to fork."""

import os
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from builders import a_registry
from kehoach.reading.cache.shelf import Shelf
from kehoach.reading.folder import DataFolder
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.run import answer
from kehoach.run.by_parts.parts import divided
from kehoach.run.by_parts.plain_values import plain
from kehoach.run.by_parts.shares import machine_cores, processes
from run.histories import Office
from run.test_kept_parts import prove, reckoned
from run.test_random_histories import Writer
from run.test_reckoning import CHECK, checks


def test_what_cannot_be_read_is_judged_alike_with_everything_kept(
    office: Office, tmp_path: Path
) -> None:
    """A folder that is a link, a file that is too large: as they are, mended, and so again."""
    Writer(office, Random(3)).history()  # noqa: S311 - reproducible, not secret
    shelf = Shelf(tmp_path / "cache", "0123456789abcdef")
    submissions = office.data / "submissions"
    large = next(submissions.iterdir()) / "lon.yaml"
    (submissions / "noi-khac").symlink_to(tmp_path)
    for size in (MAX_BYTES + 1, MAX_BYTES + 1, 0):
        with large.open("wb") as file:
            file.truncate(size)
        prove(office, shelf)


def test_of_some_rules_the_account_by_parts_tells_the_same(office: Office, tmp_path: Path) -> None:
    Writer(office, Random(3)).history()  # noqa: S311 - reproducible, not secret
    account = reckoned(office, Shelf(tmp_path / "cache", "0123456789abcdef"), CHECK)
    whole = answer(DataFolder(office.data), "data/", CHECK)
    assert account.revision is whole.revision is None
    for codes in (("KH4",), ("KH5", "KH6"), ("KH101",)):
        assert checks(account.only_rules(codes)) == checks(whole.only_rules(codes))


def test_the_last_agencies_are_a_part_however_few_their_files() -> None:
    """Of parts of about two files: one with the only file of the only agency, and all others."""
    parts = divided(a_registry("a"), ["a", None], 2)
    assert {(frozenset(part.names), part.others): files for part, files in parts.items()} == {
        (frozenset("a"), False): 1,
        (frozenset("a"), True): 1,
    }


def test_a_value_of_another_kind_is_no_result() -> None:
    with pytest.raises(TypeError):
        plain(object())


def test_where_a_process_cannot_be_forked_safely_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "fork", lambda: 0, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert (processes(3), processes()) == (3, machine_cores())
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert processes(3) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert processes(3) == 1
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "fork")
    assert processes(3) == 1
