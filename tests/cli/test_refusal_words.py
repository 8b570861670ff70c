"""What the system refuses is no mistake of the program's, and is told in words."""

import errno
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from kehoach.cli.frame.refusals import refusal


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "there is not enough memory for this"),
        (SystemError("error return without exception set"), "there is not enough memory for this"),
        (PermissionError(errno.EACCES, "Permission denied", "a.yaml"), "a.yaml: Permission denied"),
        (
            ImportError("failed to map segment", name="mmap", path=f"mmap{EXTENSION_SUFFIXES[0]}"),
            "the system loads no further part of the program: failed to map segment",
        ),
        (ImportError("cannot import name", name="kehoach.x", path="x.py"), None),
        (KeyError("x"), None),
    ],
)
def test_who_refuses_is_named(error: Exception, told: str | None) -> None:
    words = refusal(error)
    assert (words.en if words else None) == told


def test_in_a_folder_that_is_gone_that_is_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone := tmp_path / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    words = refusal(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    assert words is not None
    assert "the folder that you are in is gone" in words.en
