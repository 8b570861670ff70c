"""A folder of files in which others keep something: it is the earlier or the new one, whatever refuses."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from cli.other_systems import SYSTEMS, found, refuse
from kehoach.cli.frame.folder_delivery import deliver_folder, restore
from kehoach.cli.frame.half_made import half_made

OURS = ("a", "b/c", "old", "lost")  # somebody has taken the last away already
NEW = [("a", "2"), ("b/c", "2"), ("d/e", "2"), ("f", "2")]
BEFORE = {"a": "1", "b/c": "1", "old": "1", "theirs": "mine"}
AFTER = {"a": "2", "b/c": "2", "d/e": "2", "f": "2", "theirs": "mine"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder that holds what was delivered before, and a file of somebody else's."""
    for name, text in BEFORE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _refuse_a_step(patch: pytest.MonkeyPatch, refused: int, *, for_good: bool) -> None:
    """Refuse a step of moving, and all that follow if ``for_good``."""
    steps = count()
    for name in ("rename", "replace"):
        move = getattr(Path, name)

        def step(self: Path, target: Path, move: Callable[[Path, Path], Path] = move) -> Path:
            this = next(steps)
            if this == refused or (for_good and this > refused):
                refuse()
            return move(self, target)

        patch.setattr(Path, name, step)


@pytest.mark.parametrize(("links", "moves"), [(True, 4), (False, 7)])
@pytest.mark.parametrize("for_good", [False, True])
def test_whatever_cannot_be_moved_all_goes_back(
    place: Path, monkeypatch: pytest.MonkeyPatch, for_good: bool, links: bool, moves: int
) -> None:
    """At once where it can; where nothing can be moved any more, when the folder is looked at next.

    Four files come in; where a disk has no links the three that stand there are moved aside first.
    """
    if not links:
        SYSTEMS["a disk without links"](monkeypatch)
    for refused in count():
        with monkeypatch.context() as patch:
            _refuse_a_step(patch, refused, for_good=for_good)
            try:
                deliver_folder(place, NEW, OURS)
            except PermissionError:
                pass
            else:
                break
        if for_good:
            restore(place)
        assert found(place) == BEFORE
    assert refused == moves
    assert found(place) == AFTER


def test_a_run_that_is_at_work_is_left_alone(tmp_path: Path) -> None:
    with (
        half_made(tmp_path / "a", Path.touch) as one,
        half_made(tmp_path / "a", Path.touch) as other,
    ):
        assert {*tmp_path.iterdir()} == {one, other}
    assert [*tmp_path.iterdir()] == []


def test_where_something_stands_that_is_no_file_nothing_is_written(place: Path) -> None:
    (place / "d").mkdir()
    os.mkfifo(place / "d" / "e")
    with pytest.raises(FileExistsError):
        deliver_folder(place, NEW, OURS)
    assert found(place) == BEFORE


def test_what_somebody_puts_there_meanwhile_stays(tmp_path: Path) -> None:
    """The folder held nothing else when it was looked at: it was to be replaced as a whole."""
    deliver_folder(place := tmp_path / "trang", [("a", "1")])

    def files() -> Iterator[tuple[str, str]]:
        yield "a", "2"
        (place / "theirs").write_text("mine")

    with pytest.raises(FileExistsError):
        deliver_folder(place, files(), ("a",))
    assert found(tmp_path) == {"trang/a": "1", "trang/theirs": "mine"}
