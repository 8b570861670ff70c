"""The one place that calls git: on the PATH, without a shell, whatever the user's configuration.

One pass over the log for the whole folder; versions of files that are not in the work tree any more
are read in one more call.
"""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from zoneinfo import ZoneInfo

from kehoach.verdicts.evidence.history import Change, Commit
from kehoach.words import Text

_OPTIONS = (
    "--no-pager", "--no-replace-objects", "-c", "core.quotePath=false", "-c", "color.ui=false",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "diff.ignoreSubmodules=all", "-c", "core.fsmonitor=false", "-c", "log.mailmap=false",
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
_NO_GIT = Text(
    "đây là kho git nhưng máy không có lệnh git; cài git, hoặc dùng --no-git",
    "this is a git repository, but there is no git command; install git, or use --no-git",
)
_FAILED = Text("git báo lỗi: {reason}; hoặc dùng --no-git", "git failed: {reason}; or use --no-git")


class GitTrouble(Exception):  # noqa: N818 - the repository is at fault, or what git makes of it
    """The repository cannot tell when things came; ``text`` says why and what mends it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Repository:
    """A work tree of git that holds the data folder, at ``prefix`` (empty, or ending in ``/``)."""

    top: Path
    prefix: str
    head: str | None
    shallow: bool
    branch: str | None

    @cached_property
    def main(self) -> frozenset[str]:
        """What the main branch may be called here, beside the usual names."""
        upstream = ask(self.top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        return frozenset(
            name for name in (self.branch, upstream and upstream.removeprefix("origin/")) if name
        )

    def commits(self, timezone: str, meanwhile: Callable[[], None]) -> list[Commit]:
        """Return all ancestors of the checked-out commit, children before parents.

        ``meanwhile`` is done while git is at work.

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
        raw = _run_beside(meanwhile, self.top, *_LOG, self.head, "--")
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
                raise _failed(f"{name} {rest}")
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
        asked = _call(
            folder, "rev-parse", "--is-bare-repository", "--is-inside-work-tree",
            "--is-shallow-repository", "--show-cdup", "--show-prefix",
        )  # fmt: skip
    except FileNotFoundError:
        if any((above / ".git").exists() for above in _upward(folder)):
            raise GitTrouble(_NO_GIT) from None
        return None
    if asked.returncode:
        _refuse(folder, asked.stderr.decode("utf-8", "replace"))
        return None
    told = asked.stdout.decode("utf-8", "surrogateescape")
    if not told.startswith("false\ntrue\n"):
        raise GitTrouble(_BARE)
    # The prefix comes last: a folder's name may hold a line end.
    shallow, up, prefix = told.removesuffix("\n").split("\n", 4)[2:]
    head = ask(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    branch = ask(folder, "symbolic-ref", "--quiet", "--short", "HEAD")
    return Repository(folder.resolve() / up, prefix, head, shallow == "true", branch)


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
    ceiling = os.environ.get("GIT_CEILING_DIRECTORIES")
    broken = any((above / ".git" / "HEAD").exists() for above in _upward(folder))
    # "…: PATH" is a work tree or submodule whose repository has gone.
    if "not a git repository (" not in message or (broken and not ceiling):
        raise _failed(message)


def _failed(message: str) -> GitTrouble:
    reason = " ".join(message.split())[:300].replace("{", "(").replace("}", ")")
    return GitTrouble(_FAILED.filled(reason=reason))


def _environment(alone: bool = False) -> dict[str, str]:
    """Return the environment without what a hook, or a user, set for git; nothing is fetched.

    ``alone``: without the user's and the machine's configuration either.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    safe = {name: os.environ[name] for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
            if name in os.environ}  # fmt: skip
    if alone:
        safe = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **safe, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0",
            "GIT_GRAFT_FILE": os.devnull}  # fmt: skip


def _call(
    folder: Path, *words: str, given: bytes = b"", alone: bool = False
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - no shell, and every word is ours
        ["git", *_OPTIONS, *words],  # noqa: S607 - the git that the user calls
        cwd=folder,
        input=given,
        capture_output=True,
        env=_environment(alone),
        check=False,
    )


def run(folder: Path, *words: str, given: bytes = b"", alone: bool = False) -> bytes:
    """Return what git prints; ``alone`` whatever anybody has configured.

    Raises:
        GitTrouble: it fails.
    """
    done = _call(folder, *words, given=given, alone=alone)
    if done.returncode:
        raise _failed(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def ask(folder: Path, *words: str) -> str | None:
    """Return the line that git prints, or ``None`` where it says no."""
    done = _call(folder, *words)
    return (
        done.stdout.decode("utf-8", "surrogateescape").strip() or None
        if not done.returncode
        else None
    )


def _run_beside(meanwhile: Callable[[], None], folder: Path, *words: str) -> bytes:
    """Return what git prints; it prints into a file, so that nobody need stand by to read.

    Raises:
        GitTrouble: it fails.
    """
    with (
        TemporaryFile() as told,
        TemporaryFile() as wrong,
        subprocess.Popen(  # noqa: S603 - no shell, and every word is ours
            ["git", *_OPTIONS, *words],  # noqa: S607 - the git that the user calls
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=wrong,
            env=_environment(),
        ) as git,
    ):
        meanwhile()
        failed = git.wait() != 0
        file = wrong if failed else told
        file.seek(0)
        raw = file.read()
    if failed:
        raise _failed(raw.decode("utf-8", "replace"))
    return raw


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
