"""The one place that calls git: on the PATH, without a shell, whatever the user has configured."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from kehoach.words import Text

_OPTIONS = (
    "--no-pager", "--no-replace-objects", "-c", "core.quotePath=false", "-c", "color.ui=false",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "diff.ignoreSubmodules=all", "-c", "core.fsmonitor=false", "-c", "log.mailmap=false",
    # Files that anybody may commit (HEAD, config, objects, refs) make no folder a repository.
    "-c", "safe.bareRepository=explicit",
    # That grafts are shut out below is no news to anybody.
    "-c", "advice.graftFileDeprecated=false",
)  # fmt: skip
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
        ["git", *_OPTIONS, *words],  # noqa: S607 - the git that the user calls
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
        ["git", *_OPTIONS, *words],  # noqa: S607 - the git that the user calls
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


def run_beside(meanwhile: Callable[[], None], folder: Path, *words: str) -> bytes:
    """Return what git prints; it prints into a file, so that nobody need stand by to read.

    Raises:
        GitTrouble: it fails.
    """
    from tempfile import TemporaryFile  # noqa: PLC0415 - it costs more than what it is not used for

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
        broke = git.wait() != 0
        file = wrong if broke else told
        file.seek(0)
        raw = file.read()
    if broke:
        raise failed(raw.decode("utf-8", "replace"))
    return raw
