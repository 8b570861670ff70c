"""A new repository with a history of its own: the same commits, by id, on every machine.

All commits go to ``git fast-import`` in one stream, with their dates, authors and files; nothing
that a user, a machine or a hook has configured is asked.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kehoach.reading.repositories.git import GitTrouble, run, stop_all
from kehoach.reading.repositories.git_program import git_program
from kehoach.words import Text

MAIN = "main"
_NO_GIT = Text(
    "cần lệnh git để lập kho này; cài git rồi chạy lại", "git is needed; install it first"
)
# Git for Windows is built with another answer; what else was configured is not read.
_AS_WRITTEN = ("-c", "core.autocrlf=false", "-c", f"core.attributesFile={os.devnull}")


@dataclass(frozen=True)
class Person:
    """An author, who is the committer too."""

    name: str
    address: str


@dataclass(frozen=True)
class NewCommit:
    """What is to be committed, on which branch; a file of ``None`` is deleted.

    ``when`` knows its own zone, which the commit keeps. A branch begins at what the main one was;
    ``merges`` is a branch whose last commit becomes the second parent. ``tag`` names the commit.
    """

    when: datetime
    who: Person
    message: str
    files: Mapping[str, str | None] = field(default_factory=dict)
    branch: str = MAIN
    merges: str | None = None
    tag: str | None = None


def create(folder: Path, commits: Iterable[NewCommit]) -> None:
    """Make a repository in a new or empty folder, and check its main branch out.

    Raises:
        GitTrouble: there is no git, or it fails.
        OSError: the folder cannot be made.
    """
    try:
        git_program()
    except FileNotFoundError:
        raise GitTrouble(_NO_GIT) from None
    stream = b"".join(_stream(commits))
    folder.mkdir(parents=True, exist_ok=True)
    new = ("init", "-q", "--template=", "--object-format=sha1", f"--initial-branch={MAIN}")
    try:
        run(folder, *new, alone=True)
        run(folder, "fast-import", "--quiet", "--date-format=raw", given=stream, alone=True)
        run(folder, *_AS_WRITTEN, "reset", "-q", "--hard", MAIN, alone=True)
    finally:
        stop_all()  # whoever takes the folder away takes it from nobody who still writes


def _stream(commits: Iterable[NewCommit]) -> Iterator[bytes]:
    """Yield the commands of fast-import, commit by commit."""
    last: dict[str, int] = {}
    for mark, commit in enumerate(commits, 1):
        yield from _commit(mark, commit, last)
        last[commit.branch] = mark
        if commit.tag:
            yield f"reset refs/tags/{commit.tag}\nfrom :{mark}\n\n".encode()
    for branch in last:
        if branch != MAIN:
            yield f"reset {_ref(branch)}\nfrom {'0' * 40}\n\n".encode()
    yield b"done\n"


def _commit(mark: int, commit: NewCommit, last: Mapping[str, int]) -> Iterator[bytes]:
    who = f"{commit.who.name} <{commit.who.address}> {commit.when.timestamp():.0f} {commit.when:%z}"
    yield f"commit {_ref(commit.branch)}\nmark :{mark}\n".encode()
    yield f"author {who}\ncommitter {who}\n".encode()
    yield _data(commit.message)
    before = last.get(commit.branch, last.get(MAIN))
    if before is not None:
        yield f"from :{before}\n".encode()
    if commit.merges is not None:
        yield f"merge :{last[commit.merges]}\n".encode()
    for path, text in commit.files.items():
        if text is None:
            yield f"D {path}\n".encode()
        else:
            yield f"M 100644 inline {path}\n".encode()
            yield _data(text)
    yield b"\n"


def _data(text: str) -> bytes:
    raw = text.encode()
    return f"data {len(raw)}\n".encode() + raw + b"\n"


def _ref(branch: str) -> str:
    return f"refs/heads/{branch}"
