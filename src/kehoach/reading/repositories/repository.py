"""A repository of git: opened with care, and its history read in one pass.

One pass over the log for the whole folder; versions of files that are not in the work tree any more
are read in one more call.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kehoach.reading.repositories.chosen_repository import check_chosen
from kehoach.reading.repositories.git import GitTrouble, ask, call, failed, run, run_beside
from kehoach.reading.repositories.heads import head_of
from kehoach.verdicts.evidence.commit import Change, Commit
from kehoach.words import Text

_PLACE = (
    "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository", "--show-cdup",
    "--show-prefix",
)  # fmt: skip
_LOG = (
    "log", "-z", "--encoding=UTF-8", "--raw", "--no-renames", "--no-abbrev", "--topo-order", "--no-color",
    "--no-ext-diff", "--no-textconv", "--no-notes", "--no-decorate", "--no-relative",
    "--ignore-submodules=all", "--diff-merges=first-parent", f"-O{os.devnull}",
    "--format=%x01%H%x02%P%x02%ct%x02%ae%x02%ce%x02%s",
)  # fmt: skip
_LACKING = r"^(remote\..*\.(promisor|partialclonefilter)|extensions\.partialclone)$"
_FILE_MODES = (b"100644", b"100755")
_SHALLOW = Text(
    "kho git là bản sao nông (shallow), không đủ lịch sử để biết ngày nhận; chạy "
    "“git fetch --unshallow” (trong CI: fetch-depth: 0), hoặc dùng --no-git để tính theo ngày ghi "
    "trên văn bản",
    "the git clone is shallow and does not hold the history that dates receipts; run "
    "“git fetch --unshallow” (in CI: fetch-depth: 0), or use --no-git to go by declared dates",
)
_PARTIAL = Text(
    "kho git là bản sao một phần (partial clone), thiếu lịch sử; sao lại đầy đủ bằng “git clone” "
    "không có --filter, hoặc dùng --no-git",
    "the git clone is partial and lacks history; clone again without --filter, or use --no-git",
)
_UNSAFE = Text(
    "git từ chối kho này vì thuộc người dùng khác; chạy “git config --global --add safe.directory "
    "{folder}”, hoặc dùng --no-git",
    "git refuses this repository because another user owns it; run “git config --global --add "
    "safe.directory {folder}”, or use --no-git",
)
_BARE = Text(
    "thư mục dữ liệu nằm trong một kho git trần (bare); hãy làm việc trong bản sao thường",
    "the data folder lies in a bare git repository; work in an ordinary clone",
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
_NO_GIT = Text(
    "đây là kho git nhưng máy không có lệnh git; cài git, hoặc dùng --no-git",
    "this is a git repository, but there is no git command; install git, or use --no-git",
)


@dataclass(frozen=True)
class Repository:
    """A work tree of git that holds the data folder, at ``prefix`` (empty, or ending in ``/``)."""

    top: Path
    prefix: str
    head: str | None
    shallow: bool

    def commits(self, timezone: str, meanwhile: Callable[[], None], *beside: str) -> list[Commit]:
        """Return all ancestors of the checked-out commit, children before parents.

        Those of the commits ``beside`` come with them, from the same pass. ``meanwhile`` is done while
        git is at work.

        Raises:
            GitTrouble: history is missing, or git fails.
        """
        if self.shallow:
            raise GitTrouble(_SHALLOW)
        if self.head is None:
            meanwhile()
            return []
        if ask(self.top, "config", "--get-regexp", _LACKING):
            raise GitTrouble(_PARTIAL)
        raw = run_beside(meanwhile, self.top, *_LOG, self.head, *beside, "--")
        return list(_commits(iter(raw.split(b"\0")), ZoneInfo(timezone)))

    def blobs(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the content of blobs, in one call.

        Raises:
            GitTrouble: git fails.
        """
        if not ids:
            return {}
        raw = run(self.top, "cat-file", "--batch", given="".join(f"{i}\n" for i in ids).encode())
        found: dict[str, bytes] = {}
        start = 0
        while start < len(raw):
            end = raw.index(b"\n", start)
            name, _, rest = raw[start:end].decode().partition(" ")
            start = end + 1
            if not rest.startswith("blob "):
                raise failed(f"{name} {rest}")
            size = int(rest.removeprefix("blob "))
            found[name] = raw[start : start + size]
            start += size + 1
        return found


def open_repository(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in, or ``None`` where there is none.

    Raises:
        GitTrouble: there is one, but it cannot be used.
    """
    try:
        # Where no commit is checked out git prints nothing at all.
        asked = call(folder, "rev-parse", "--revs-only", "HEAD^{commit}", *_PLACE)
        head, _, said = asked.stdout.partition(b"\n")
        if not head:
            asked = call(folder, "rev-parse", *_PLACE)
            said = asked.stdout
    except FileNotFoundError:
        if any((above / ".git").exists() for above in _upward(folder)):
            raise GitTrouble(_NO_GIT) from None
        return None
    if asked.returncode:
        _refuse(folder, asked.stderr.decode("utf-8", "replace"))
        check_chosen(folder, None)
        return None
    told = said.decode("utf-8", "surrogateescape")
    if not told.startswith("false\ntrue\n"):
        raise GitTrouble(_BARE)
    # The prefix comes last: a folder's name may hold a line end.
    shallow, up, prefix = told.removesuffix("\n").split("\n", 4)[2:]
    if not (top := folder.resolve() / up).joinpath(".git").exists():
        # A git older than 2.38 does not know ``safe.bareRepository``.
        raise GitTrouble(_LOOKALIKE.filled(folder=top))
    check_chosen(folder, top)
    return Repository(top, prefix, head.decode() or head_of(folder), shallow == "true")


def _upward(folder: Path) -> tuple[Path, ...]:
    return folder.absolute(), *folder.absolute().parents


def _refuse(folder: Path, message: str) -> None:
    """Pass where git says that there is no repository.

    Raises:
        GitTrouble: there is one, which git will not open.
    """
    if "dubious ownership" in message or "safe.directory" in message:
        top = message.partition("--add safe.directory ")[2].partition("\n")[0]  # as git names it
        raise GitTrouble(_UNSAFE.filled(folder=top or folder))
    if "must be run in a work tree" in message:
        raise GitTrouble(_BARE)
    found = _nearest_git(folder)
    if "safe.bareRepository" in message:
        inside = message.partition("'")[2].partition("'")[0]
        raise GitTrouble(_LOOKALIKE.filled(folder=inside) if found else _BARE)
    # "…: PATH" is a work tree or submodule whose repository has gone.
    if "not a git repository (" not in message:
        raise failed(message)
    if found is not None:
        raise GitTrouble(_BROKEN.filled(folder=found))


def _nearest_git(folder: Path) -> Path | None:
    """Return the nearest ``.git`` upward, whatever it is, be it a link that leads nowhere."""
    places = (above / ".git" for above in _upward(folder))
    return next((place for place in places if place.exists() or place.is_symlink()), None)


def _commits(tokens: Iterator[bytes], timezone: ZoneInfo) -> Iterator[Commit]:
    """Yield the commits from the log's tokens: a header, then pairs of a raw line and a path."""
    header: list[str] = []
    changes: list[Change] = []
    for token in tokens:
        line = token.lstrip(b"\n")
        if line.startswith(b":"):
            changes.append(_change(line, next(tokens)))
        elif line:
            if header:
                yield _commit(header, changes, timezone)
            header = line[1:].decode("utf-8", "surrogateescape").split("\x02", 5)
            changes = []
    if header:
        yield _commit(header, changes, timezone)


def _change(line: bytes, path: bytes) -> Change:
    """Return a change; links and submodules are no files that could say anything."""
    before_mode, after_mode, before, after, _ = line[1:].split(b" ")
    return Change(
        path.decode("utf-8", "surrogateescape"),
        after.decode() if after_mode in _FILE_MODES else None,
        before.decode() if before_mode in _FILE_MODES else None,
    )


def _commit(header: list[str], changes: list[Change], timezone: ZoneInfo) -> Commit:
    id_, parents, seconds, author, committer, subject = header
    day = _day(seconds, timezone)
    return Commit(id_, tuple(parents.split()), day, author, committer, subject, tuple(changes))


def _day(seconds: str, timezone: ZoneInfo) -> date:
    """Return the day of a commit; one without a readable date lies ahead, and proves nothing."""
    try:
        return datetime.fromtimestamp(int(seconds), timezone).date()
    except (ValueError, OverflowError, OSError):
        return date.max
