"""A result is written whole or not at all, also where it is written as it is made."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from kehoach.cli.frame.delivery import deliver, show
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


KILLED = """\
import os, sys
from pathlib import Path
from kehoach.cli.frame.delivery import deliver
from kehoach.cli.frame.settings import Settings
left = int(sys.argv[1])
def hook(name, _):
    global left
    if name in {"open", "os.rename", "os.link", "os.remove", "os.chmod", "os.truncate"} and ready:
        left -= 1
        if left < 0:
            os._exit(9)
ready = False
sys.addaudithook(hook)
settings = Settings(None, "en", "never")
ready = True
deliver(settings, "ours", Path("out.json"), force=sys.argv[2] == "force")
"""


@pytest.mark.parametrize("force", ["force", "new"])
def test_killed_at_any_moment_there_is_the_old_or_the_new(tmp_path: Path, force: str) -> None:
    """Before every step that touches the disk the program is ended without a word."""
    old = {"before"} if force == "force" else set()
    for moment in range(20):
        room = tmp_path / str(moment)
        room.mkdir()
        if old:
            (room / "out.json").write_text("before", encoding="utf-8")
        path = os.pathsep.join(sys.path)
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", KILLED, str(moment), force],
            cwd=room, env={**os.environ, "PYTHONPATH": path}, check=False,
        )  # fmt: skip
        there = {each.read_text(encoding="utf-8") for each in room.glob("out.json")}
        if done.returncode == 0:
            assert there == {"ours"}
            assert [each.name for each in room.iterdir()] == ["out.json"]
            break
        assert there in (old, {"ours"})
    assert 1 < moment < 19


def test_parts_are_printed_one_after_the_other(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show(iter(("một ", "hai\n")))
    show(iter((b"ba ", b"b\xe1\xbb\x91n")))
    assert capfdbinary.readouterr().out == "một hai\nba bốn".encode()
