"""What a folder holds, seen without being read: what may matter to an answer changes its digest."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reading.cache import folder_state, folder_survey
from kehoach.reading.cache.folder_survey import survey
from kehoach.reading.folder_place import MAX_BYTES

_LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="files of Linux's own")
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "submissions" / "a").mkdir(parents=True)
    (folder / "beside").mkdir()
    (folder / "plan_07.yaml").write_text("id: 7\n", encoding="utf-8")
    return folder


def _seen(folder: Path) -> bytes | None:
    found = survey(str(folder))
    return found and found.content


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)


@_POSIX
@pytest.mark.parametrize(
    "change",
    [
        lambda f: (f / "submissions" / "a" / "b.yaml").touch(),
        lambda f: (f / "submissions" / "a" / "b.txt").touch(),
        lambda f: (f / "submissions" / "a" / "b.yaml").symlink_to("nowhere"),
        lambda f: os.mkfifo(f / "submissions" / "a" / "b.yaml"),
        lambda f: _large(f / "submissions" / "a" / "b.yaml"),
        lambda f: (f / "beside" / "b.yaml").touch(),
        lambda f: (f / ".hidden").mkdir(),
        lambda f: (f / "plan_07.yaml").write_text("id: 8\n", encoding="utf-8"),
    ],
)  # fmt: skip
def test_what_comes_or_changes_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    before = _seen(folder)
    assert before == _seen(folder) is not None
    change(folder)
    after = _seen(folder)
    assert after not in (before, None)
    assert after == _seen(folder)


@_LINUX
@pytest.mark.parametrize(
    ("target", "steady"), [("/proc/self/status", False), ("/proc/self/mem", True)]
)
def test_a_file_that_grows_while_it_is_read_makes_nothing_certain(
    folder: Path, target: str, steady: bool
) -> None:
    """The one says more than its size; the other can be opened, and not be read."""
    (folder / "submissions" / "a" / "b.yaml").symlink_to(target)
    assert (_seen(folder) is not None) == steady


@_POSIX
def test_a_folder_that_is_a_link_makes_nothing_certain(folder: Path, tmp_path: Path) -> None:
    (folder / "linked").symlink_to(tmp_path)
    assert _seen(folder) is None
    assert folder_state.folder_state(folder) is None


def test_a_folder_that_cannot_be_listed_is_another_than_an_empty_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, listed = _seen(folder), os.scandir

    def refuse(path: str) -> object:
        if path.endswith("beside"):
            raise PermissionError(13, "no")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _seen(folder) not in (before, None)


def test_of_files_beside_what_is_read_only_so_many_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as are looked through for reports that were put elsewhere."""
    monkeypatch.setattr(folder_survey, "MOST_ASIDE", 1)
    (folder / "beside" / "a.yaml").touch()
    before = _seen(folder)
    (folder / "beside" / "b.yaml").touch()
    assert _seen(folder) == before


def test_where_the_repository_is_chosen_by_a_variable_nothing_is_certain(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_state.folder_state(folder) is not None
    monkeypatch.setenv("GIT_DIR", str(folder))
    assert folder_state.folder_state(folder) is None


def test_of_a_zone_that_no_folder_of_the_machine_has_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_state, "TZPATH", (str(tmp_path),))
    assert folder_state.zone_rules("Asia/Ho_Chi_Minh") == ""
    (tmp_path / "Asia").mkdir()
    (tmp_path / "Asia" / "Ho_Chi_Minh").write_bytes(b"TZif")
    assert len(folder_state.zone_rules("Asia/Ho_Chi_Minh")) == 64
