"""``--watch``: an answer given again whenever the data folder or its repository has changed."""

import signal
import sys
from collections.abc import Callable
from time import sleep

import typer

from kehoach.cli.frame.settings import Settings
from kehoach.reading.cache.folder_state import FolderState, data_folder, folder_state
from kehoach.stopping import Stopped
from kehoach.words import Text

_SECONDS = 1.0
_CLEARED = "\x1b[2J\x1b[H"
_WATCHED = Text(
    "đang theo dõi {folder}: có thay đổi thì tính lại; Ctrl-C để dừng",
    "watching {folder}: judged again when it changes; Ctrl-C ends it",
)
_ENDED = Text("thôi theo dõi", "no longer watching")


def watched(settings: Settings, answer: Callable[[], int], seconds: float = _SECONDS) -> int:
    """Answer now and after every change, until an interrupt; return the last exit code.

    The folder is looked at every so many ``seconds``.
    """
    root = data_folder(str(settings.data) if settings.data else None)
    code = _answered(answer)
    if root is None:  # it has been said that there is none
        return code
    try:
        seen = folder_state(root)
        settings.say(_WATCHED.filled(folder=root))
        while True:
            sleep(seconds)
            if (now := folder_state(root)) == seen:
                continue
            seen, code = _again(now, answer)
            settings.say(_WATCHED.filled(folder=root))
    except Stopped as stop:
        if stop.number != signal.SIGINT:
            raise
        sys.stderr.write("\n")
        settings.say(_ENDED)
    return code


def _again(now: FolderState | None, answer: Callable[[], int]) -> tuple[FolderState | None, int]:
    """Answer on an empty screen; off a terminal below what stands there."""
    if sys.stdout.isatty():
        sys.stdout.write(_CLEARED)
    return now, _answered(answer)


def _answered(answer: Callable[[], int]) -> int:
    """Return the exit code of an answer, also where it ended in a refusal."""
    try:
        return answer()
    except typer.Exit as ended:
        return ended.exit_code
    finally:
        sys.stdout.flush()
