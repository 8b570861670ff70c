"""The one place that calls git: on the PATH, without a shell, in time, whatever the user has configured."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from kehoach.reading.repositories.git_places import endless
from kehoach.reading.repositories.git_program import git_program
from kehoach.reading.repositories.git_settings import OPTIONS, environment
from kehoach.reading.repositories.git_time import seconds_given
from kehoach.stopping import unstopped
from kehoach.words import Text
from kehoach.words.system_reasons import system_reason

_FAILED = Text("git báo lỗi: {reason}; hoặc dùng --no-git", "git failed: {reason}; or use --no-git")
_KILLED = Text("bị dừng giữa chừng, tín hiệu {number}", "it was killed by signal {number}")
_WORDLESS = Text("mã {number}, không nói gì thêm", "it ended with {number} and without a word")
_CUT_SHORT = Text("kết quả bị cắt ngang", "its output is cut short")
ODD = Text("kết quả không phải là điều đã hỏi", "its output is not what was asked for")

_TOO_LONG = Text(
    "git chưa xong sau {seconds} giây nên đã bị dừng; xem ổ đĩa, mạng hay chương trình nào giữ nó lại, "
    "hoặc cho lâu hơn bằng --git-timeout SỐ_GIÂY",
    "git was not done after {seconds} s and was stopped; see which disk, network or program holds it up, "
    "or give it longer by --git-timeout SECONDS",
)
_ENDLESS = Text(
    "“{file}” là ống dẫn hay thiết bị chứ không phải tệp, git đọc không bao giờ hết; xoá nó hoặc sao lại "
    "kho, hoặc dùng --no-git",
    "“{file}” is a pipe or a device and no file: git would never be done with reading it; delete it or "
    "clone the repository again, or use --no-git",
)
_NOT_RUN = Text(
    "không chạy được lệnh git ({why}); sửa lại, hoặc dùng --no-git",
    "the git command cannot be run ({why}); mend that, or use --no-git",
)
_NO_GIT = Text(
    "đây là kho git nhưng máy không có lệnh git; cài git, hoặc dùng --no-git",
    "this is a git repository, but there is no git command; install git, or use --no-git",
)
_TOO_OLD = Text(
    "git của máy này quá cũ: cần git 2.31 trở lên; cài bản mới hơn, hoặc dùng --no-git",
    "this git is too old: 2.31 or newer is needed; install a newer one, or use --no-git",
)
_SOON = 0.25  # seconds: git has read 150 MB of a device by then
Ended = subprocess.CompletedProcess[bytes]
Begun = Callable[[], Ended]


class GitTrouble(Exception):  # noqa: N818 - the repository is at fault, or what git makes of it
    """The repository cannot tell when things came; ``text`` says why and what mends it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class NoGit(GitTrouble):
    """There is no git command, or none that can be run."""


def failed(message: str | Text) -> GitTrouble:
    """Return the trouble that git tells of, in its own words and all of them but its hints."""
    if isinstance(message, Text):
        return GitTrouble(_FAILED.filled(reason=message))
    if "--diff-merges" in message:
        return GitTrouble(_TOO_OLD)
    told = " ".join(line for line in message.splitlines() if not line.startswith("hint:"))
    return GitTrouble(_FAILED.filled(reason=" ".join(told.split())))


def fault(code: int, message: bytes) -> GitTrouble:
    """Return the trouble of a call that ended with a code, also where it was killed or said nothing."""
    if said := message.decode("utf-8", "replace").strip():
        return failed(said)
    return failed((_KILLED if code < 0 else _WORDLESS).filled(number=abs(code)))


def cut_short() -> GitTrouble:
    """Return the trouble that git ended well, and yet has not told all that was asked."""
    return failed(_CUT_SHORT)


@contextmanager
def as_told() -> Iterator[None]:
    """Read what git is known to print.

    Raises:
        GitTrouble: it printed something else.
    """
    try:
        yield
    except ValueError:
        raise failed(ODD) from None


class GitProcess:
    """A git at work: it ends in time, or is ended with whatever it has called."""

    grouped: ClassVar[bool] = os.name == "posix"
    at_work: ClassVar[set["GitProcess"]] = set()

    def __init__(
        self, folder: Path, words: tuple[str, ...], env: Mapping[str, str], **files: Any
    ) -> None:
        """Start it; one that may ask a person for a passphrase stays where it can read the terminal.

        Raises:
            NoGit: it cannot be started.
        """
        self._folder = folder
        self._grouped = self.grouped and "GIT_TERMINAL_PROMPT" not in env
        self._seconds = seconds_given(os.environ)
        self._until = time.monotonic() + self._seconds
        group = 0 if self._grouped else None
        try:
            with unstopped():
                self._git = subprocess.Popen(  # noqa: S603 - no shell, and every word is ours
                    [git_program(), *OPTIONS, *words],
                    cwd=folder, env=env, process_group=group, **files,
                )  # fmt: skip
                self.at_work.add(self)
        except OSError as error:
            missing = isinstance(error, FileNotFoundError) and error.filename == "git"
            raise NoGit(_NO_GIT if missing else _NOT_RUN.filled(why=system_reason(error))) from None

    def ended(self, given: bytes | None = None) -> Ended:
        """Wait for its end and return what became of it.

        Raises:
            GitTrouble: that took too long.
        """
        try:
            told, said = self._answer(given)
        except subprocess.TimeoutExpired:
            self.stop()
            raise GitTrouble(_TOO_LONG.filled(seconds=f"{self._seconds:g}")) from None
        except BaseException:
            self.stop()
            raise
        self.at_work.discard(self)
        return Ended(self._git.args, self._git.returncode, told, said)

    def _answer(self, given: bytes | None) -> tuple[bytes, bytes]:
        """Return what it prints; what it could wait for for ever is looked for before it has waited long.

        Raises:
            GitTrouble: a file that it reads has no end.
        """
        if (
            given
        ):  # of what is read from us we know the end, and communicate() cannot be called again
            return self._waited(self._left(), given)
        with suppress(subprocess.TimeoutExpired):
            return self._waited(min(_SOON, self._left()), given)
        if file := endless(self._folder):
            raise GitTrouble(_ENDLESS.filled(file=file))
        return self._waited(self._left())

    def _waited(self, seconds: float, given: bytes | None = None) -> tuple[bytes, bytes]:
        if self._git.stdout is None:
            _await(self._git.pid, seconds)
        return self._git.communicate(given, timeout=seconds)

    def _left(self) -> float:
        return max(0.0, self._until - time.monotonic())

    def stop(self) -> None:
        """End it at once, unless it has ended; what holds its pipes open is not waited for."""
        with suppress(ProcessLookupError):
            if self._grouped:
                os.killpg(self._git.pid, signal.SIGKILL)
            else:
                self._git.kill()
        for pipe in filter(None, (self._git.stdin, self._git.stdout, self._git.stderr)):
            with suppress(OSError):  # what could not be written to it
                pipe.close()
        self._git.wait()
        self.at_work.discard(self)


def _await(process: int, seconds: float) -> None:
    """Wait until a process has ended, but so long at most.

    Where the system does not wake whoever waits for that (not Linux), it is looked for again and again.
    """
    with suppress(AttributeError, OSError):
        end = os.pidfd_open(process)
        try:
            ended = select.poll()
            ended.register(end, select.POLLIN)
            ended.poll(seconds * 1000)
        finally:
            os.close(end)


def stay_in_group() -> None:
    """Have every git be one of this process's own group from now on, to be ended together with it."""
    GitProcess.grouped = False


def stop_all() -> None:
    """Leave no git behind."""
    for each in tuple(GitProcess.at_work):
        each.stop()


def _begun(
    folder: Path, words: tuple[str, ...], env: Mapping[str, str], stdin: int = subprocess.PIPE
) -> GitProcess:
    return GitProcess(
        folder, words, env, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def call(
    folder: Path,
    *words: str,
    given: bytes = b"",
    alone: bool = False,
    settings: Mapping[str, str] | None = None,
) -> Ended:
    """Return what became of a call; ``alone`` whatever anybody has configured.

    ``settings`` are added to git's environment: who commits and when, how a remote is reached.

    Raises:
        GitTrouble: git cannot be run, or takes too long.
    """
    return _begun(folder, words, {**environment(alone), **(settings or {})}).ended(given)


def run(folder: Path, *words: str, given: bytes = b"", alone: bool = False) -> bytes:
    """Return what git prints; ``alone`` whatever anybody has configured.

    Raises:
        GitTrouble: it fails.
    """
    done = call(folder, *words, given=given, alone=alone)
    if done.returncode:
        raise fault(done.returncode, done.stderr)
    return done.stdout


def ask(folder: Path, *words: str) -> str | None:
    """Return the line that git prints, or ``None`` where it says no.

    Raises:
        GitTrouble: it was killed.
    """
    done = call(folder, *words)
    if done.returncode < 0:
        raise fault(done.returncode, done.stderr)
    told = done.stdout.decode("utf-8", "surrogateescape").strip()
    return told or None if not done.returncode else None


def begin(folder: Path, *words: str) -> Begun:
    """Start a call; return a function that waits for its end and returns what became of it."""
    return _begun(folder, words, environment(), subprocess.DEVNULL).ended
