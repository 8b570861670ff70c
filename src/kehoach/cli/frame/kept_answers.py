"""An answer that was given before, once it is known to rest on the same grounds; else it is made, and kept.

Nothing is loaded here that reads files or draws pages: all the time of an answer that is kept goes into
proving that it still holds.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from kehoach.cli.frame.recording import STREAMS, PrintedPiece, Transcript, printed_again
from kehoach.cli.frame.trace import Grounds, Trace
from kehoach.reading.cache.cache_place import cache_folder, is_in_repository
from kehoach.reading.cache.program_stamp import program_stamp
from kehoach.reading.cache.shelf import Shelf

KIND = "answer"
_NOT_KEPT = {"--no-cache", "--debug", "--watch"}
_LENGTH = 32
_ENDINGS = (0, 1)  # it was answered: all is well, or something is wrong in the data
# What a shell or a terminal tells of itself, and nobody here asks.
_IDLE = {
    "_", "OLDPWD", "SHLVL", "WINDOWID", "TERM_SESSION_ID", "ITERM_SESSION_ID", "TMUX", "TMUX_PANE", "STY",
    "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "SSH_AUTH_SOCK", "SSH_AGENT_PID", "GPG_TTY",
    "XDG_SESSION_ID", "DBUS_SESSION_BUS_ADDRESS",
}  # fmt: skip


class _Answer(NamedTuple):
    """An answer: on what it rests, the exit code, and what was printed."""

    grounds: Grounds
    code: int
    pieces: tuple[PrintedPiece, ...]


def answered(args: list[str], run: Callable[..., int]) -> int:
    """Return the exit code of a command line, answered by what is kept or by ``run``.

    That takes the line, and a trace where the answer may be kept.
    """
    shelf = _shelf(args, os.environ)
    if shelf is None:
        return run(args)
    key, trace = _key(args, os.environ), Trace(shelf)
    kept = _decoded(shelf.take(KIND, key))
    if kept is not None and trace.still_holds(kept.grounds):
        return _said_again(kept)
    transcript = Transcript()
    code = run(args, trace)
    pieces = transcript.ended()
    if code in _ENDINGS and pieces is not None and (grounds := trace.grounds()):
        shelf.put(KIND, key, _encoded(_Answer(grounds, code, tuple(pieces))))
    shelf.clean()
    return code


def _shelf(args: Sequence[str], environment: Mapping[str, str]) -> Shelf | None:
    """Return where answers are kept; ``None`` where none is to be."""
    if not args or not _NOT_KEPT.isdisjoint(args):
        return None
    folder = cache_folder(environment)
    return Shelf(folder, program_stamp()) if folder and not is_in_repository(folder) else None


def _key(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the digest of all that is known before anything is read: line, place, screen, variables."""
    variables = sorted(each for each in environment.items() if each[0] not in _IDLE)
    screen = [_width(number) for number in range(3)]
    asked = repr((list(args), os.getcwd(), variables, screen))  # noqa: PTH109 - no path is wanted
    return hashlib.sha256(asked.encode()).hexdigest()[:_LENGTH]


def _width(number: int) -> tuple[int, int] | None:
    """Return the columns and lines of a terminal; ``None`` of what is none."""
    with suppress(OSError):
        return os.get_terminal_size(number)
    return None


def _said_again(kept: _Answer) -> int:
    """Print an answer as it was printed then."""
    try:
        printed_again(kept.pieces)
    except BrokenPipeError:  # its reader has gone: as when it was printed for the first time
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return kept.code


def _encoded(answer: _Answer) -> bytes:
    """Return an answer as bytes: a line that tells what it rests on, then what was printed."""
    sizes = [(piece.stream, len(piece.content)) for piece in answer.pieces]
    head = json.dumps([answer.grounds, answer.code, sizes])
    return b"\n".join([head.encode(), b"".join(piece.content for piece in answer.pieces)])


def _decoded(raw: bytes | None) -> _Answer | None:
    """Return an answer from bytes; ``None`` where they hold none."""
    if raw is None:
        return None
    head, _, printed = raw.partition(b"\n")
    try:
        grounds, code, sizes = json.loads(head)
        answer = _Answer(Grounds(*grounds), code, tuple(_pieces(sizes, printed)))
    except (ValueError, TypeError, RecursionError):
        return None
    return answer if code in _ENDINGS and _are_grounds(answer.grounds) else None


def _pieces(sizes: Sequence[tuple[str, int]], printed: bytes) -> Iterator[PrintedPiece]:
    """Yield what was printed, piece by piece.

    Raises:
        ValueError, TypeError: the sizes are not those of what was printed.
    """
    start = 0
    for stream, size in sizes:
        if stream not in STREAMS or size < 0:
            raise ValueError(stream)
        yield PrintedPiece(stream, printed[start : start + size])
        start += size
    if start != len(printed):
        raise ValueError(start)


def _are_grounds(grounds: Grounds) -> bool:
    """Say whether these have the shape of grounds, whatever they say."""
    looked_up = (grounds.days, grounds.commits)
    if not all(isinstance(each, dict) for each in looked_up):
        return False
    words = [grounds.given or "", grounds.state, *(v for each in looked_up for v in each.values())]
    return all(isinstance(each, str) for each in words)
