"""A repository of git, opened with care; old versions of files are read from it in one call."""

import re
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from kehoach.reading.repositories.chosen_repository import check_chosen
from kehoach.reading.repositories.git import (
    ODD,
    GitTrouble,
    NoGit,
    call,
    cut_short,
    failed,
    fault,
)
from kehoach.reading.repositories.git_output import printing
from kehoach.reading.repositories.git_places import nearest_git
from kehoach.reading.repositories.heads import head_of
from kehoach.verdicts.evidence.arrival_log import BRANCH
from kehoach.words import Text

_PLACE = ("--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository")
# In brackets, or git would take it for a folder of branches. What it finds says only that there is one.
_LOGS = (f"--glob=refs/heads/{BRANCH[:-1]}[{BRANCH[-1]}]", f"--glob=refs/remotes/*/{BRANCH}")
_WHERE = ("--show-cdup", "--show-prefix")
_YES_OR_NO = re.compile(r"(?:(?:true|false)\n){2}")
_BLOB = re.compile(rb"([0-9a-f]+) blob ([0-9]{1,10})\n")
_ID = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})\n")
_UNSAFE = Text(
    "git từ chối kho này vì thuộc người dùng khác; chạy “git config --global --add safe.directory "
    "{folder}”, hoặc dùng --no-git",
    "git refuses this repository because another user owns it; run “git config --global --add "
    "safe.directory {folder}”, or use --no-git",
)
_BARE = Text(
    "thư mục dữ liệu nằm trong một kho git trần (bare) hoặc trong thư mục .git của kho; hãy làm việc trong "
    "bản sao thường",
    "the data folder lies in a bare git repository, or in the .git of one; work in an ordinary clone",
)
_ELSEWHERE = Text(
    "kho “{folder}” đặt bản làm việc ở nơi khác (core.worktree trong tệp config của kho); hãy làm việc "
    "trong bản sao thường, hoặc dùng --no-git",
    "the repository “{folder}” has its work tree elsewhere (core.worktree in its config); work in an "
    "ordinary clone, or use --no-git",
)
_LOOKALIKE = Text(
    "“{folder}” chứa các tệp (HEAD, config, objects, refs) khiến git coi đó là một kho riêng; xoá các "
    "tệp ấy, hoặc dùng --no-git",
    "“{folder}” holds files (HEAD, config, objects, refs) for which git takes it for a repository of "
    "its own; delete them, or use --no-git",
)
_BROKEN = Text(
    "có “{folder}” nhưng git không đọc được kho này; khôi phục hoặc sao lại kho, hoặc dùng --no-git",
    "there is “{folder}”, but git cannot read that repository; restore it or clone it again, or use "
    "--no-git",
)


class Repository(NamedTuple):
    """A work tree of git that holds the data folder, at ``prefix`` (empty, or ending in ``/``).

    ``has_log`` says whether any branch bears the name of the arrival log's.
    """

    top: Path
    prefix: str
    head: str | None
    shallow: bool
    has_log: bool = True

    def blobs(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield blobs with their contents, one after another, from one call.

        Raises:
            GitTrouble: git fails, or lacks one.
        """
        if not ids:
            return
        asked = "".join(f"{each}\n" for each in ids).encode()
        with printing(self.top, "cat-file", "--batch", given=asked) as told:
            told_of = yield from blobs_in(told)
        if told_of < len(ids):
            raise cut_short()


def blobs_in(told: IO[bytes]) -> Generator[tuple[str, bytes], None, int]:
    """Yield the blobs that git prints, up to one that is not whole, and return how many there were.

    Raises:
        GitTrouble: git tells of something else than a blob.
    """
    found = 0
    while head := told.readline():
        if not (blob := _BLOB.fullmatch(head)):
            raise failed(head.decode("utf-8", "replace"))
        content = told.read(int(blob[2]) + 1)
        if content[int(blob[2]) :] != b"\n":
            break
        found += 1
        yield blob[1].decode(), content[:-1]
    return found


def open_repository(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in, or ``None`` where there is none.

    Raises:
        GitTrouble: there is one, but it cannot be used.
    """
    try:
        # Where no commit is checked out git prints nothing at all.
        words = ("--revs-only", "HEAD^{commit}", *_PLACE, *_LOGS, *_WHERE)
        asked = call(folder, "rev-parse", *words)
        head, _, said = asked.stdout.partition(b"\n")
        if not head:
            asked = call(folder, "rev-parse", *_PLACE, *_LOGS, *_WHERE)
            said = asked.stdout
    except NoGit:
        if nearest_git(folder):
            raise
        return None
    if asked.returncode:
        _refuse(folder, asked.stderr.decode("utf-8", "replace"), asked.returncode)
        check_chosen(folder, None)
        return None
    told = said.decode("utf-8", "surrogateescape")
    if not told.startswith("false\ntrue\n"):
        raise _outside(folder, told) if _YES_OR_NO.match(told) else failed(ODD)
    shallow, _, rest = told.removeprefix("false\ntrue\n").partition("\n")
    logs = 0
    while found := _ID.match(rest, logs):
        logs = found.end()
    # The prefix comes last: a folder's name may hold a line end.
    up, _, prefix = rest[logs:].removesuffix("\n").partition("\n")
    if not (top := folder.resolve() / up).joinpath(".git").exists():
        raise _elsewhere(folder, top)
    check_chosen(folder, top)
    commit = head.decode() or head_of(folder)
    return Repository(top, prefix, commit, shallow == "true", has_log=logs > 0)


def _outside(folder: Path, told: str) -> GitTrouble:
    """Return why a folder lies in no work tree of the repository that git found."""
    found = nearest_git(folder)
    if (
        found is None
        or told.startswith("true\n")
        or folder.resolve().is_relative_to(found.resolve())
    ):
        return GitTrouble(_BARE)
    return GitTrouble(_ELSEWHERE.filled(folder=found))


def _elsewhere(folder: Path, top: Path) -> GitTrouble:
    """Return why a work tree without a ``.git`` is not believed to be one."""
    # Git looks upward from where a folder truly lies, and not from a link to it.
    return GitTrouble(_ELSEWHERE.filled(folder=nearest_git(folder.resolve()) or top))


def _refuse(folder: Path, message: str, code: int = 128) -> None:
    """Pass where git says that there is no repository.

    Raises:
        GitTrouble: there is one, which git will not open.
    """
    if "dubious ownership" in message or "safe.directory" in message:
        top = message.partition("--add safe.directory ")[2].partition("\n")[0]  # as git names it
        raise GitTrouble(_UNSAFE.filled(folder=top or folder))
    found = nearest_git(folder)
    if "safe.bareRepository" in message:
        inside = message.partition("'")[2].partition("'")[0]
        own = found is None or Path(inside).name == ".git"
        raise GitTrouble(_BARE if own else _LOOKALIKE.filled(folder=inside))
    # "…: PATH" is a work tree or submodule whose repository has gone.
    if "not a git repository (" not in message:
        raise fault(code, message.encode())
    if found is not None:
        raise GitTrouble(_BROKEN.filled(folder=found))
