"""A result is written whole or not at all, also where it is written as it is made."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from kehoach.cli.frame.delivery import deliver, show
from kehoach.cli.frame.folder_delivery import deliver_folder
from kehoach.cli.frame.settings import Settings

SETTINGS = Settings(None, "en", "never")


def _full(after: str) -> Iterator[str]:
    """Yield a part, then run out of room."""
    yield after
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("force", [False, True])
def test_what_cannot_be_finished_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], force: bool
) -> None:
    """A file that is replaced stays as it was; one that is new is not there; nothing beside it."""
    file = tmp_path / "out.json"
    if force:
        file.write_text("before", encoding="utf-8")
    with pytest.raises(typer.Exit) as left:
        deliver(SETTINGS, _full("begun"), file, force=force)
    assert left.value.exit_code == 2
    assert str(file) in capsys.readouterr().err
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["before"] * force


def test_what_appears_while_it_is_made_is_not_overwritten(tmp_path: Path) -> None:
    """Somebody else took the name meanwhile."""
    file = tmp_path / "out.csv"

    def rows() -> Iterator[bytes]:
        yield b"a"
        file.write_bytes(b"theirs")

    with pytest.raises(typer.Exit):
        deliver(SETTINGS, rows(), file)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("out.csv", b"theirs")
    ]


def test_parts_are_one_file_that_others_may_read_as_any_other(tmp_path: Path) -> None:
    file, plain = tmp_path / "out.csv", tmp_path / "plain"
    plain.touch()
    deliver(SETTINGS, iter((b"a", b"b")), file)
    assert file.read_bytes() == b"ab"
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What the link led to is somebody else's."""
    target, link = tmp_path / "target", tmp_path / "out.json"
    target.write_text("theirs", encoding="utf-8")
    link.symlink_to(target)
    deliver(SETTINGS, "ours", link, force=True)
    assert (target.read_text(encoding="utf-8"), link.is_symlink()) == ("theirs", False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
def test_what_is_no_file_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A device, a pipe or a folder stays what it is, whatever is forced."""
    pipe = tmp_path / "out.json"
    os.mkfifo(pipe)
    with pytest.raises(typer.Exit):
        deliver(SETTINGS, "ours", pipe, force=True)
    assert "not a regular file" in capsys.readouterr().err
    assert [each.is_fifo() for each in tmp_path.iterdir()] == [True]


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_beside_what_is_of_others_each_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """A disk may know no links; what is gone goes either way, and what others put there stays."""
    for name in ("a", "b", "theirs"):
        (tmp_path / name).write_text("before", encoding="utf-8")
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    assert deliver_folder(tmp_path, [("a", "ours"), ("c", "ours")], ("a", "b")) == ["a", "c"]
    there = {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()}
    assert there == {"a": "ours", "c": "ours", "theirs": "before"}


def _no_links(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def test_parts_are_printed_one_after_the_other(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show(iter(("một ", "hai\n")))
    show(iter((b"ba ", b"b\xe1\xbb\x91n")))
    assert capfdbinary.readouterr().out == "một hai\nba bốn".encode()
