"""Ended at any moment while it writes: the earlier files or the new ones, whole, and the next run works.

What a kill leaves is looked at for every moment, each time; the next run is tried after a few of them, and
full disks and interrupts are tried at each of a few outputs; where ``KEHOACH_EVERY_MOMENT`` is set, of all.
"""

import os
import shutil
from datetime import datetime, timezone
from itertools import count
from pathlib import Path

import pytest

from faults.ended_runs import done, ended, load, watched
from faults.written_outputs import FAMILIES, Family
from kehoach.cli.commands import arrivals_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="runs are forks of the tests")
EVERY = bool(os.environ.get("KEHOACH_EVERY_MOMENT"))
DAILY = ("a file", "a file over another", "book")
# Of git's own files only the branches say what is there, and which commits they name says all of it.
_BRANCHES = ("refs/heads", "refs/tags", "HEAD")
_GITS = (".git", "hub.git")
Contents = dict[str, bytes]


def seen(room: Path) -> Contents:
    """Return what is in a room, but for what stands under a name that hides it."""
    return {
        name: path.read_bytes()
        for path in room.rglob("*")
        if path.is_file() and _counts(name := path.relative_to(room).as_posix())
    }


def _counts(name: str) -> bool:
    parts = name.split("/")
    git = next((each for each in _GITS if each in parts), None)
    inside = name.partition(f"{git}/")[2] if git else "HEAD"
    return inside.startswith(_BRANCHES) and not any(each.endswith(".part") for each in parts)


def left(room: Path) -> list[str]:
    """Return what was left of what was not finished, but for second names of what is whole."""
    return [path.name for path in room.rglob("*.part") if not _twin(path)]


def _twin(part: Path) -> bool:
    whole = part.with_name(part.name[1:-14])
    return whole.is_file() and part.is_file() and whole.read_bytes() == part.read_bytes()


def all_whole(family: Family, there: Contents, before: Contents, whole: Contents) -> bool:
    """Say whether what is there is the earlier or the new; file by file where they are written so."""
    if not family.parts:
        return there in (before, whole)
    return all(
        there.get(name) in (before.get(name), whole.get(name)) for name in {*there, *before, *whole}
    )


@pytest.fixture(name="rooms")
def _rooms(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place in which lies what is there ``before``, and the ``whole`` of what is to be."""
    family = FAMILIES[request.getfixturevalue("family")]
    monkeypatch.setattr(arrivals_command, "now", lambda: datetime(2023, 6, 15, tzinfo=timezone.utc))
    monkeypatch.setenv("KEHOACH_LANG", "en")
    (tmp_path / "before").mkdir()
    family.prepare(tmp_path / "before")
    for name in ("loaded", "whole"):
        shutil.copytree(tmp_path / "before", tmp_path / name)
    assert load(tmp_path / "loaded", family.words) in (0, 1)
    assert done(tmp_path / "whole", family.words).code in (0, 1)
    assert seen(tmp_path / "loaded") == seen(tmp_path / "whole") != seen(tmp_path / "before")
    return tmp_path


def room_of(rooms: Path) -> Path:
    """Return a new room as it is before."""
    shutil.rmtree(rooms / "room", ignore_errors=True)
    return Path(shutil.copytree(rooms / "before", rooms / "room"))


def goes_on(how: Family, room: Path, whole: Contents) -> None:
    """Prove that the next run makes all of it, and leaves nothing else."""
    if seen(room) == whole and how.once:
        return
    assert done(room, (*how.words, *how.again)).code in (0, 1)
    assert (seen(room), left(room)) == (whole, [])


@pytest.mark.parametrize("family", FAMILIES)
def test_whatever_a_kill_leaves_is_the_earlier_or_the_new(rooms: Path, family: str) -> None:
    how = FAMILIES[family]
    before, whole = seen(rooms / "before"), seen(rooms / "whole")
    assert watched(room_of(rooms), how.words, rooms / "killed").code in (0, 1)
    killed = sorted((rooms / "killed").iterdir())
    for moment, room in enumerate(killed):
        assert all_whole(how, seen(room), before, whole), moment
    for room in killed if EVERY else (killed[1], killed[len(killed) // 2]):
        goes_on(how, room, whole)


@pytest.mark.parametrize("family", ["a file", "letters over others", "site over another"])
def test_a_kill_leaves_what_was_seen_at_its_moment(rooms: Path, family: str) -> None:
    """So that the test above tells what happens; and the locks of a run that was killed are free."""
    how = FAMILIES[family]
    watched(room_of(rooms), how.words, rooms / "killed")
    *_, last = sorted((rooms / "killed").iterdir())
    room = room_of(rooms)
    assert ended(room, how.words, "kill", int(last.name))[:2] == (137, True)
    assert seen(room) == seen(last)
    goes_on(how, room, seen(rooms / "whole"))


@pytest.mark.parametrize(
    "family",
    [
        pytest.param(each, marks=pytest.mark.skipif(not EVERY and each not in DAILY, reason="long"))
        for each in FAMILIES
    ],
)
@pytest.mark.parametrize(("way", "code"), [("full", 2), ("interrupt", 130)])
def test_a_run_that_is_told_to_end_tidies_up(rooms: Path, family: str, way: str, code: int) -> None:
    how = FAMILIES[family]
    before, whole = seen(rooms / "before"), seen(rooms / "whole")
    known = []
    for moment in count():
        room = room_of(rooms)
        run = ended(room, how.words, way, moment)
        if not run.came:
            assert run.code in (0, 1)
            assert moment > 1 or way == "full", "git alone writes"
            return
        assert run.code in (code, 0, 1)
        assert left(room) == []
        there = seen(room)
        assert all_whole(how, there, before, whole)
        if there not in known:
            goes_on(how, room, whole)
            known.append(there)
