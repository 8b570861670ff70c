"""Written whole on every system and disk: where nothing is exchanged, locked or linked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import typer

from cli.other_systems import SYSTEMS, Patch, fcntl, found, refuse
from kehoach.cli.app import run
from kehoach.cli.frame.delivery import deliver, rewrite
from kehoach.cli.frame.folder_delivery import deliver_folder
from kehoach.cli.frame.half_made import half_made
from kehoach.cli.frame.settings import Settings

SETTINGS = Settings(None, "en", "never")
on_every_system = pytest.mark.parametrize("be", SYSTEMS.values(), ids=SYSTEMS)


@on_every_system
def test_a_folder_is_the_new_one_whole(
    tmp_path: Path, monkeypatch: Patch, be: Callable[[Patch], None]
) -> None:
    """Made in an empty folder, then in the place of what is gone, at last beside what is somebody's."""
    be(monkeypatch)
    (folder := tmp_path / "trang").mkdir()
    deliver_folder(folder, [("a", "1"), ("b/c", "1")])
    assert found(tmp_path) == {"trang/a": "1", "trang/b/c": "1"}
    deliver_folder(folder, [("a", "2")], ("a", "b/c"))
    assert found(tmp_path) == {"trang/a": "2"}
    (folder / "theirs").write_text("mine")
    deliver_folder(folder, [("b/c", "3")], ("a",))
    assert found(tmp_path) == {"trang/b/c": "3", "trang/theirs": "mine"}


@on_every_system
def test_a_file_is_the_new_one_whole(
    tmp_path: Path, monkeypatch: Patch, be: Callable[[Patch], None]
) -> None:
    be(monkeypatch)
    deliver(SETTINGS, "1", tmp_path / "a")
    assert found(tmp_path) == {"a": "1"}
    with pytest.raises(typer.Exit):
        deliver(SETTINGS, "2", tmp_path / "a")
    assert found(tmp_path) == {"a": "1"}
    deliver(SETTINGS, "2", tmp_path / "a", force=True)
    assert found(tmp_path) == {"a": "2"}


@pytest.mark.parametrize("system", ["this one", "Windows"])
def test_what_a_killed_run_left_is_taken_away(
    tmp_path: Path, monkeypatch: Patch, system: str
) -> None:
    SYSTEMS[system](monkeypatch)
    (tmp_path / ".a.0123abcd.part").touch()
    deliver(SETTINGS, "1", tmp_path / "a")
    assert found(tmp_path) == {"a": "1"}


def test_a_folder_that_cannot_be_put_there_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """On Windows a program may hold a file of the new folder open, a virus scanner say."""
    SYSTEMS["Windows"](monkeypatch)
    deliver_folder(tmp_path / "trang", [("a", "1")])
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            refuse()
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        deliver_folder(tmp_path / "trang", [("a", "2")], ("a",))
    assert found(tmp_path) == {"trang/a": "1"}


@pytest.mark.parametrize("locked", [False, True])
def test_what_another_run_takes_for_abandoned_is_made_again(
    tmp_path: Path, monkeypatch: Patch, locked: bool
) -> None:
    """Between being made and being held it is in nobody's hands: whoever looks then takes it away."""
    taken: list[Path] = []
    lock = fcntl.flock

    def take(part: Path) -> None:
        if not taken:
            taken.append(part)
            part.unlink()

    def held(part: Path, file: int, how: int) -> None:
        take(part)
        lock(file, how)

    def make(part: Path) -> None:
        part.touch()
        if locked:
            monkeypatch.setattr(fcntl, "flock", partial(held, part))
        else:
            take(part)

    with half_made(tmp_path / "a", make) as part:
        assert [*tmp_path.iterdir()] == [part]
        assert taken != [part]
    assert [*tmp_path.iterdir()] == []


def test_where_nothing_can_be_put_that_is_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below a file, or in a folder that is gone."""
    (tmp_path / "file").touch()
    assert run(["demo", str(tmp_path / "file" / "kho"), "--lang", "en"]) == 2
    with pytest.raises(typer.Exit):
        rewrite(SETTINGS, tmp_path / "gone" / "receipts.yaml", b"1", b"2")
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n"), told.err.count("kehoach: cannot")) == ("", 2, 2)
    assert found(tmp_path) == {"file": ""}
