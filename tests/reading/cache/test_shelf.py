"""A shelf gives back what was put there, whole and unaltered, or nothing: whoever was at it."""

import errno
import os
import stat
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Self

import pytest

from kehoach.reading.cache import shelf as shelves
from kehoach.reading.cache.cache_place import cache_folder, is_in_repository, is_private
from kehoach.reading.cache.shelf import Shelf, clear, kept_in

STAMP, OTHER = "0123456789abcdef", "fedcba9876543210"
CONTENT = b"what was printed\n" * 20
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there a user's folders are closed")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty shelf."""
    return Shelf(tmp_path / "cache" / "kehoach", STAMP)


def only_file(shelf: Shelf) -> Path:
    (kept,) = kept_in(shelf.folder)
    return Path(kept.path)


def test_what_was_put_is_taken(shelf: Shelf) -> None:
    assert shelf.take("answer", "a") is None
    shelf.put("answer", "a", CONTENT)
    assert shelf.take("answer", "a") == CONTENT
    assert shelf.take("answer", "b") is None
    assert shelf.take("other", "a") is None


def test_what_was_put_last_is_taken(shelf: Shelf) -> None:
    shelf.put("answer", "a", b"1")
    shelf.put("answer", "a", b"2")
    assert shelf.take("answer", "a") == b"2"


def test_a_file_cut_short_anywhere_is_not_taken(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    path = only_file(shelf)
    whole = path.read_bytes()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert shelf.take("answer", "a") is None
    path.write_bytes(whole + b"\0")
    assert shelf.take("answer", "a") is None


def test_a_byte_altered_anywhere_is_not_taken(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    path = only_file(shelf)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert shelf.take("answer", "a") is None


def test_the_answer_to_another_question_is_not_taken(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    path = only_file(shelf)
    path.rename(path.with_name(path.name.replace("-a.", "-b.")))
    assert shelf.take("answer", "b") is None


def test_what_another_version_kept_is_not_taken_and_goes_after_a_day(shelf: Shelf) -> None:
    old = Shelf(shelf.folder, OTHER)
    old.put("answer", "a", CONTENT)
    assert shelf.take("answer", "a") is None
    shelf.put("answer", "b", CONTENT)
    shelf.clean()
    assert old.take("answer", "a") == CONTENT  # both may be in use, side by side
    os.utime(next(shelf.folder.glob(f"{OTHER}-*")), (1_600_000_000, 1_600_000_000))
    shelf.clean()
    assert [Path(each.path).name for each in kept_in(shelf.folder)] == [f"{STAMP}-b.answer"]


def test_it_is_bounded_and_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    small = Shelf(tmp_path / "cache", STAMP, most=10_000)
    for number in range(20):
        small.put("answer", f"{number:02}", b"x" * 1_000)
        for age, each in enumerate(sorted(small.folder.iterdir(), reverse=True)):
            os.utime(each, (1_700_000_000 - age, 1_700_000_000 - age))
        small.clean()
    kept = sorted(Path(each.path).stem[-2:] for each in kept_in(small.folder))
    assert sum(each.size for each in kept_in(small.folder)) <= small.most
    assert len(kept) >= 7
    assert kept == [f"{number:02}" for number in range(20 - len(kept), 20)]


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    small = Shelf(tmp_path / "cache", STAMP, most=1_000)
    small.put("answer", "a", b"x" * 126)
    assert small.take("answer", "a") is None


@pytest.mark.parametrize("broken", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "write", "replace"])
def test_trouble_while_it_is_written_keeps_what_was_there(
    call: str, broken: int, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put("answer", "a", CONTENT)

    def refused(*_: Any, **__: Any) -> Any:
        raise OSError(broken, os.strerror(broken))

    class Full:
        """A file on a disk that takes half of what is written."""

        def __init__(self, path: str, mode: str) -> None:
            self._file = Path(path).open(mode)  # noqa: SIM115 - closed below

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, content: bytes) -> None:
            self._file.write(content[: len(content) // 2])
            refused()

    with monkeypatch.context() as patch:
        if call == "replace":
            patch.setattr(os, "replace", refused)
        else:
            patch.setattr(shelves, "open", Full if call == "write" else refused, raising=False)
        shelf.put("answer", "a", b"new")
    assert shelf.take("answer", "a") == CONTENT
    assert [each.kind for each in kept_in(shelf.folder)] == ["answer"]


def test_a_run_that_died_while_writing_leaves_nothing_for_long(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    half = shelf.folder / f"{STAMP}-a.answer.1.part"
    half.write_bytes(b"half")
    shelf.clean()
    assert half.exists()  # perhaps it is at work just now
    os.utime(half, (1_600_000_000, 1_600_000_000))
    shelf.clean()
    assert not half.exists()
    assert shelf.take("answer", "a") == CONTENT


def test_a_clock_that_was_set_back_loses_nothing_that_is_in_use(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    os.utime(only_file(shelf), (4_000_000_000, 4_000_000_000))
    shelf.put("answer", "b", CONTENT)
    shelf.clean()
    assert shelf.take("answer", "a") == shelf.take("answer", "b") == CONTENT


def _busy(folder: Path, who: int) -> int:
    """Put and take under the same keys as others do; return how often something else was taken."""
    shelf, wrong = Shelf(folder, STAMP, most=50_000), 0
    for turn in range(150):
        shelf.put("answer", f"{turn % 5}", bytes([who]) * 2_000)
        shelf.clean()
        taken = shelf.take("answer", f"{turn % 5}")
        wrong += taken is not None and (len(taken) != 2_000 or len(set(taken)) != 1)
    return wrong


def test_several_runs_at_once_take_only_what_was_put_whole(tmp_path: Path) -> None:
    with ProcessPoolExecutor(3) as pool:
        assert [*pool.map(_busy, [tmp_path / "cache"] * 3, range(3))] == [0, 0, 0]


@POSIX
@pytest.mark.parametrize("mode", [0o755, 0o777, 0o750, 0o701])
def test_a_folder_that_others_can_enter_is_not_used(mode: int, shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    shelf.folder.chmod(mode)
    assert shelf.take("answer", "a") is None
    shelf.put("answer", "b", CONTENT)
    assert not list(shelf.folder.glob("*-b.*"))


@POSIX
def test_a_folder_of_another_user_is_not_used(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put("answer", "a", CONTENT)
    monkeypatch.setattr(os, "geteuid", lambda: 4242)
    assert shelf.take("answer", "a") is None


@POSIX
def test_its_folder_is_made_for_the_user_alone(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


def test_a_home_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    shelf = Shelf(tmp_path / "home" / ".cache" / "kehoach", STAMP)
    shelf.put("answer", "a", CONTENT)
    assert shelf.take("answer", "a") is None


def test_clearing_leaves_what_is_not_its_own(shelf: Shelf) -> None:
    shelf.put("answer", "a", CONTENT)
    mine = shelf.folder / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    assert clear(shelf.folder) == ()
    assert [*shelf.folder.iterdir()] == [mine]


_HOME = {"HOME": "/home/u"}


@POSIX
@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", _HOME, "/home/u/.cache/kehoach"),
        ("linux", {**_HOME, "XDG_CACHE_HOME": "/c"}, "/c/kehoach"),
        ("linux", {**_HOME, "XDG_CACHE_HOME": "c"}, "/home/u/.cache/kehoach"),
        ("linux", {**_HOME, "KEHOACH_CACHE": "/x"}, "/x"),
        ("linux", {**_HOME, "KEHOACH_CACHE": "off"}, None),
        ("linux", {**_HOME, "CI": "true"}, None),
        ("linux", {**_HOME, "CI": "false"}, "/home/u/.cache/kehoach"),
        ("linux", {**_HOME, "CI": "1", "KEHOACH_CACHE": "/x"}, "/x"),
        ("linux", {"HOME": "home"}, None),
        ("linux", {}, None),
        ("darwin", {**_HOME, "XDG_CACHE_HOME": "/c"}, "/home/u/Library/Caches/kehoach"),
        ("darwin", {"XDG_CACHE_HOME": "/c"}, None),
        ("win32", {**_HOME, "LOCALAPPDATA": "/local"}, "/local/kehoach"),
        ("win32", _HOME, None),
    ],
)
def test_where_it_stands(
    platform: str, variables: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder(variables) == (Path(folder) if folder else None)


@POSIX
def test_whose_a_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else may so much as read it; on Windows the user's own folders are closed to others."""
    tmp_path.chmod(0o750)
    (tmp_path / "file").touch(0o600)
    told = {}
    for platform in ("linux", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        told[platform] = [is_private(tmp_path / name) for name in (".", "file", "none")]
    assert told == {"linux": [False, False, False], "win32": [True, False, False]}


def test_a_folder_within_a_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / "work" / ".git").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "work")
    assert is_in_repository(tmp_path / "work" / "a" / "b")
    assert is_in_repository(tmp_path / "link" / "a")
    assert not is_in_repository(tmp_path / "beside")
