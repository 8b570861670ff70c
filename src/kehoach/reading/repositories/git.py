"""The one place that calls git: on the PATH, without a shell, whatever the user has configured."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kehoach.reading.repositories.git_program import git_program
from kehoach.words import Text

_OPTIONS = (
    "--no-pager", "--no-replace-objects", "-c", "core.quotePath=false", "-c", "color.ui=false",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "diff.ignoreSubmodules=all", "-c", "core.fsmonitor=false", "-c", "log.mailmap=false",
    # Files that anybody may commit (HEAD, config, objects, refs) make no folder a repository.
    "-c", "safe.bareRepository=explicit",
    # Nor is any program of a clone's run beside git: what came by e-mail may have hooks of its own.
    "-c", f"core.hooksPath={os.devnull}",
    # That grafts are shut out below is no news to anybody.
    "-c", "advice.graftFileDeprecated=false",
)  # fmt: skip
_PART = 1 << 20  # bytes that are looked at together
_FAILED = Text("git báo lỗi: {reason}; hoặc dùng --no-git", "git failed: {reason}; or use --no-git")

Begun = Callable[[], "subprocess.CompletedProcess[bytes]"]


class GitTrouble(Exception):  # noqa: N818 - the repository is at fault, or what git makes of it
    """The repository cannot tell when things came; ``text`` says why and what mends it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def failed(message: str) -> GitTrouble:
    """Return the trouble that git tells of, in its own words and all of them."""
    reason = " ".join(message.split()).replace("{", "(").replace("}", ")")
    return GitTrouble(_FAILED.filled(reason=reason))


def _environment(alone: bool = False) -> dict[str, str]:
    """Return the environment without what a hook, or a user, set for git; nothing is fetched.

    Where a repository is looked for does not depend on it either: neither ceilings nor the borders of
    file systems hide the one that a folder lies in.
    ``alone``: without the user's and the machine's configuration either.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    safe = {name: os.environ[name] for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM")
            if name in os.environ}  # fmt: skip
    if alone:
        safe = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **safe, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0",
            # An older git knows no GIT_NO_LAZY_FETCH, and fetches in whatever way the clone says.
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_GRAFT_FILE": os.devnull, "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1"}  # fmt: skip


def call(
    folder: Path,
    *words: str,
    given: bytes = b"",
    alone: bool = False,
    settings: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Return what became of a call; ``alone`` whatever anybody has configured.

    ``settings`` are added to git's environment: who commits and when, how a remote is reached.
    """
    return subprocess.run(  # noqa: S603 - no shell, and every word is ours
        [git_program(), *_OPTIONS, *words],
        cwd=folder,
        input=given,
        capture_output=True,
        env={**_environment(alone), **(settings or {})},
        check=False,
    )


def run(folder: Path, *words: str, given: bytes = b"", alone: bool = False) -> bytes:
    """Return what git prints; ``alone`` whatever anybody has configured.

    Raises:
        GitTrouble: it fails.
    """
    done = call(folder, *words, given=given, alone=alone)
    if done.returncode:
        raise failed(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def ask(folder: Path, *words: str) -> str | None:
    """Return the line that git prints, or ``None`` where it says no."""
    done = call(folder, *words)
    return (
        done.stdout.decode("utf-8", "surrogateescape").strip() or None
        if not done.returncode
        else None
    )


def begin(folder: Path, *words: str) -> Begun:
    """Start a call; return a function that waits for its end and returns what became of it."""
    git = subprocess.Popen(  # noqa: S603 - no shell, and every word is ours
        [git_program(), *_OPTIONS, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )

    def ended() -> subprocess.CompletedProcess[bytes]:
        told, said = git.communicate()
        return subprocess.CompletedProcess(words, git.returncode, told, said)

    return ended


def _file() -> IO[bytes]:
    """Return a new file of nobody's, which is gone once it is closed."""
    from tempfile import TemporaryFile  # noqa: PLC0415 - it costs more than what it is not used for

    return TemporaryFile()


@contextmanager
def printing(folder: Path, *words: str, given: bytes) -> Iterator[IO[bytes]]:
    """Hand out what git prints while it prints it.

    Raises:
        GitTrouble: it fails, as is known in the end.
    """
    with _file() as asked, _file() as wrong:
        asked.write(given)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - no shell, and every word is ours
            [git_program(), *_OPTIONS, *words],
            cwd=folder,
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=wrong,
            env=_environment(),
        ) as git:
            assert git.stdout is not None  # noqa: S101 - for the type checker
            yield git.stdout
            broke = git.wait() != 0
        if broke:
            wrong.seek(0)
            raise failed(wrong.read().decode("utf-8", "replace"))


class Running:
    """A git that is at work while other things are done.

    It prints into a file, so that nobody need stand by to read, and so that a process that was forked
    meanwhile can read it too: each by a view of its own, since they share the place in the file.
    """

    def __init__(self, folder: Path, *words: str) -> None:
        self._told, self._wrong = _file(), _file()
        self._starter = os.getpid()
        self._git = subprocess.Popen(  # noqa: S603 - no shell, and every word is ours
            [git_program(), *_OPTIONS, *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=self._told,
            stderr=self._wrong,
            env=_environment(),
        )

    def wait(self) -> None:
        """Wait until git has printed all; only the process that started it can.

        Raises:
            GitTrouble: it fails.
        """
        if not self._ended():
            self._wrong.seek(0)
            raise failed(self._wrong.read().decode("utf-8", "replace"))

    def says(self) -> bool:
        """Say whether git ends well, and has printed anything."""
        return self._ended() and os.fstat(self._told.fileno()).st_size > 0

    def _ended(self) -> bool:
        """Say whether git ended well; a process that did not start it is told so by the one that did."""
        return os.getpid() != self._starter or self._git.wait() == 0

    def printed(self) -> Iterator[bytes]:
        """Yield, in parts, what git has printed.

        Raises:
            GitTrouble: it failed.
        """
        from mmap import ACCESS_READ, mmap  # noqa: PLC0415 - as above

        self.wait()
        if not (size := os.fstat(self._told.fileno()).st_size):
            return
        with mmap(self._told.fileno(), size, access=ACCESS_READ) as view:
            for start in range(0, size, _PART):
                yield view[start : start + _PART]

    def close(self) -> None:
        """Stop git where nobody has waited for it, and forget what it printed."""
        if os.getpid() == self._starter and self._git.poll() is None:
            self._git.kill()
            self._git.wait()
        self._told.close()
        self._wrong.close()


def tokens(parts: Iterator[bytes]) -> Iterator[str]:
    """Yield what ends in NULs, one after another; never is the whole of it held as text.

    Raises:
        GitTrouble: the last of them has no end.
    """
    rest = b""
    for part in parts:
        whole, end, rest = (rest + part).rpartition(b"\0")
        if end:
            yield from whole.decode("utf-8", "surrogateescape").split("\0")
    if rest:
        raise cut_short()


def cut_short() -> GitTrouble:
    """Return the trouble that git ended well, and yet has not told all that was asked."""
    return failed("its output is cut short")
