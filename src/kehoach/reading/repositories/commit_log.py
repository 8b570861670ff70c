"""Git's log of a whole repository, one pass for all that is asked, read while it is still in text."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kehoach.reading.repositories.git import GitTrouble, cut_short
from kehoach.reading.repositories.git_output import Running, tokens
from kehoach.reading.repositories.repository import Repository
from kehoach.verdicts.evidence.commit import Change, Commit
from kehoach.words import Text

_LOG = (
    "log", "-z", "--raw", "--no-renames", "--no-abbrev", "--topo-order", "--no-color",
    "--no-ext-diff", "--no-textconv", "--no-notes", "--no-decorate", "--no-relative",
    "--ignore-submodules=all", "--diff-merges=first-parent", f"-O{os.devnull}",
    "--format=%x01%H%x00%P%x00%ct%x00%ae%x00%ce%x00%s",
)  # fmt: skip
_MORE = 5  # fields of a header behind the first, parted by what an address or subject cannot hold
_MOST_SIGNS = 1_000
_LACKING = r"^(remote\..*\.(promisor|partialclonefilter)|extensions\.partialclone)$"
_FILE_MODES = ("100644", "100755")
_NEW = ":000000 "
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


class LoggedCommit(NamedTuple):
    """A commit as the log has it; ``touched`` are its changes, each a line of git's and a path.

    They are kept as they came: of most nothing more is ever asked.
    """

    id: str
    parents: tuple[str, ...]
    seconds: str
    author: str
    committer: str
    subject: str
    touched: tuple[tuple[str, str], ...] = ()

    def commit(self, zone: ZoneInfo, first: str = "") -> Commit:
        """Return the commit with its day in a timezone; ``first`` is the first submission it touched."""
        day = _day(self.seconds, zone)
        return Commit(self.id, self.parents, day, self.author, self.committer, self.subject, first)

    def changes(self) -> tuple[Change, ...]:
        """Return all that it touched, in whatever folder."""
        return tuple(change_of(line, path) for line, path in self.touched)


class CommitLog:
    """The log of the checked-out commit and of those ``beside`` it; git is at work from the start."""

    def __init__(self, repository: Repository, *beside: str) -> None:
        self._shallow = repository.shallow
        self._git: Running | None = None
        if repository.head and not repository.shallow:
            self._git = Running(repository.top, *_LOG, repository.head, *beside, "--")
            self._lacking = Running(repository.top, "config", "--get-regexp", _LACKING)

    def wait(self) -> None:
        """Wait until the log is whole.

        Raises:
            GitTrouble: history is missing, or git fails.
        """
        if self._shallow:
            raise GitTrouble(_SHALLOW)
        if self._git is not None:
            if self._lacking.says():
                raise GitTrouble(_PARTIAL)
            self._git.wait()

    def records(self) -> Iterator[LoggedCommit]:
        """Yield the commits, children before parents, once the log is whole.

        Raises:
            GitTrouble: one is missing on which another rests.
        """
        met: set[str] = set()
        named: set[str] = set()
        for record in records_in(tokens(self._git.printed())) if self._git is not None else ():
            met.add(record.id)
            named.update(record.parents)
            yield record
        if not named <= met:
            raise cut_short()

    def close(self) -> None:
        """Stop git where nobody has asked for the log, and forget it."""
        if self._git is not None:
            self._git.close()
            self._lacking.close()


def records_in(parts: Iterator[str]) -> Iterator[LoggedCommit]:
    """Yield the commits from the log's tokens: a header's, then pairs of a raw line and a path.

    Raises:
        GitTrouble: they are no log, or not the whole of one.
    """
    header: tuple[str, ...] = ()
    touched: list[tuple[str, str]] = []
    for token in parts:
        line = token.lstrip("\n")
        if line.startswith(":"):
            if (path := next(parts, None)) is None or not header:
                raise cut_short()
            touched.append((line, path))
        elif line:
            if header:
                yield _record(header, touched)
            header, touched = (line, *islice(parts, _MORE)), []
    if header:
        yield _record(header, touched)


def _record(header: tuple[str, ...], touched: list[tuple[str, str]]) -> LoggedCommit:
    if len(header) <= _MORE or not header[0].startswith("\x01"):
        raise cut_short()
    id_, parents, *rest = header
    seconds, author, committer, subject = map(_cut, rest)
    return LoggedCommit(
        id_[1:], tuple(parents.split()), seconds, author, committer, subject, tuple(touched)
    )


def _cut(words: str) -> str:
    """Return words of which anybody may have written any number; an address that was cut is nobody's."""
    return words if len(words) <= _MOST_SIGNS else f"{words[:_MOST_SIGNS]}…"


def change_of(line: str, path: str, folder: str | None = None) -> Change:
    """Return a change; links and submodules are no files that could say anything.

    Raises:
        GitTrouble: the line is none of git's.
    """
    try:
        before_mode, after_mode, before, after, _ = line[1:].split(" ")
    except ValueError:
        raise cut_short() from None
    return Change(
        path,
        after if after_mode in _FILE_MODES else None,
        before if before_mode in _FILE_MODES else None,
        folder,
    )


def is_new(line: str) -> bool:
    """Say whether there was nothing before a change."""
    return line.startswith(_NEW)


def _day(seconds: str, timezone: ZoneInfo) -> date:
    """Return the day of a commit; one without a readable date lies ahead, and proves nothing."""
    try:
        return datetime.fromtimestamp(int(seconds), timezone).date()
    except (ValueError, OverflowError, OSError):
        return date.max
