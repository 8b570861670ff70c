"""Where the program begins, and where every ending becomes an exit code.

0 fine; 1 something that ``--fail-on`` names; 2 wrong use, the plan or registry cannot be read, or the
system gives no more; 3 unexpected; 128 and the signal's number where the program was stopped.
"""

import gc
import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from kehoach import __version__
from kehoach.cli.frame.language import said, spoken
from kehoach.reading.repositories.git_time import TIMEOUT
from kehoach.stopping import Stopped, answer_stops, at_work, heed_unraisable, stop_asked
from kehoach.words import Text

if TYPE_CHECKING:
    from kehoach.cli.frame.trace import Trace
    from kehoach.words import Lang

_GIT = "kehoach.reading.repositories.git"
_BY_SIGNAL = 128
_STOPPED = Text("kehoach: đã dừng giữa chừng\n", "kehoach: stopped before it was done\n")
_SPENT = Text(
    "kehoach: hệ thống không cho chạy tiếp: {why}\n",
    "kehoach: the system lets it go no further: {why}\n",
)
_RESERVE = bytearray(1 << 20)
"""Given back where memory is spent: it takes some to say so."""
_NO_MORE = (OSError, MemoryError, ImportError, SystemError)
"""What the system gives no more ends in: what would tell of it cannot be loaded either."""
_SCREEN = ("COLUMNS", "LINES")
_DIGITS = 5
_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}
_VERSION = "--version"
_ABOUT_ITSELF = {"--help", "-h", _VERSION}  # nothing to look up, and quick by itself


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    answer_stops()
    heed_unraisable(_stopped)
    try:
        with at_work():
            code = _ran()
    except Stopped as stop:
        _stopped(stop.number)
    except _NO_MORE as error:
        _RESERVE.clear()
        _say(_SPENT.filled(why=" ".join(f"{type(error).__name__} {error}".split())))
        code = 2
    _leave(code)


def _ran() -> int:
    """Run the command line, and return its exit code once everything is printed."""
    # One short run: collecting garbage while files are loaded costs a quarter of the time.
    gc.disable()
    _no_plugins()
    _open_streams()
    _measure_screen()
    if seconds := said(sys.argv[1:], "--git-timeout"):
        os.environ[TIMEOUT] = seconds
    asked = os.environ.get("_KEHOACH_COMPLETE")
    code = _run(sys.argv[1:]) if asked is None else _complete(asked)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError as error:
        code = _told(error, sys.argv[1:])
    with suppress(OSError):  # nobody is left to be told
        sys.stderr.flush()
    return code


def _open_streams() -> None:
    """Have all three streams: in the place of one that was closed no file may ever be opened."""
    while (spare := os.open(os.devnull, os.O_RDWR)) < len(_STREAMS):
        pass
    os.close(spare)
    for number, (name, mode) in enumerate(_STREAMS.items()):
        if (stream := getattr(sys, name)) is None:  # whoever called has closed it
            stream = os.fdopen(number, mode)
            setattr(sys, name, stream)
        # A console of ASCII or cp1252 must not crash on Vietnamese.
        stream.reconfigure(encoding="utf-8", errors="replace")


def _measure_screen() -> None:
    """Forget what the environment says of the screen where it says no number: libraries believe it."""
    for name in _SCREEN:
        told = os.environ.get(name, "")
        if not (told.isascii() and told.isdigit() and len(told) <= _DIGITS):
            os.environ.pop(name, None)


def _stopped(number: int) -> NoReturn:
    """Say that the program was stopped, and leave; what was printed so far is not waited for."""
    _say(_STOPPED)
    _leave(_BY_SIGNAL + number)


def _say(words: Text) -> None:
    """Say a line past all that may be spent or busy; on a terminal it does not go on with another."""
    line = words.to(spoken(sys.argv[1:], os.environ)).encode()
    with suppress(OSError):  # the terminal may be what has gone
        os.write(2, b"\n" * os.isatty(2) + line)


def _leave(code: int) -> NoReturn:
    """End the program, and whatever git is still at work."""
    if _GIT in sys.modules:
        from kehoach.reading.repositories.git import stop_all  # noqa: PLC0415 - where it was called

        stop_all()
    # Everything is written: the system frees the memory faster than the interpreter would.
    os._exit(code)


def _no_plugins() -> None:
    """Keep pydantic from looking for plugins in every installed package.

    No other package may change what a file says; and the mere means of looking for them take a
    twentieth of a run to load, so that they are put out of its way (where it no longer looks for
    them so, nothing changes).
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _run(args: list[str]) -> int:
    try:
        if args == [_VERSION]:  # what installers and build servers ask needs no command line read
            sys.stdout.write(f"kehoach {__version__}\n")
            return 0
        if not _ABOUT_ITSELF.isdisjoint(args):
            return _app(args)
        from kehoach.cli.frame.kept_answers import answered  # noqa: PLC0415 - as in _app

        return answered(args, _app)
    except BrokenPipeError:
        # The reader (| head) has gone: that is no mistake, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and never passed over
        if number := stop_asked():  # libraries make errors of a stop
            raise Stopped(number) from None
        return _told(error, args)


def _app(args: list[str], *trace: "Trace") -> int:
    from kehoach.cli.app import run  # noqa: PLC0415 - an answer that is kept needs none of it

    return run(args, *trace)


def _complete(asked: str) -> int:
    """Answer a shell at whose prompt TAB was pressed; whatever goes wrong, nothing is printed."""
    with suppress(Exception):
        from kehoach.cli.completing.shells import answer  # noqa: PLC0415 - a shell alone asks

        sys.stdout.write(answer(asked, sys.argv[1:], os.environ))
    return 0


def _told(error: Exception, args: list[str]) -> int:
    """Say what went wrong, and return the exit code."""
    from kehoach.cli.frame.lines_told import tell_line  # noqa: PLC0415 - rarely needed
    from kehoach.cli.frame.refusals import refusal  # noqa: PLC0415 - the same
    from kehoach.words.safety import one_line  # noqa: PLC0415 - the same

    lang = spoken(args, os.environ)
    why = refusal(error)
    with suppress(OSError):  # nobody is left to be told
        if why and "--debug" not in args:
            tell_line(f"kehoach: {one_line(why.to(lang))}")
        else:
            _tell(error, lang, in_full="--debug" in args)
    return 2 if why else 3


def _tell(error: Exception, lang: "Lang", *, in_full: bool) -> None:
    """Say what went wrong in two lines, or with everything that leads to it."""
    if in_full:
        import traceback  # noqa: PLC0415 - rarely needed

        traceback.print_exception(error)
        return
    from kehoach.words.safety import one_line  # noqa: PLC0415 - the same

    told = one_line(f"{type(error).__name__}: {error}")
    words = Text(
        "kehoach: lỗi ngoài dự kiến: {told}\n  chạy lại với --debug để xem chi tiết\n",
        "kehoach: unexpected error: {told}\n  run again with --debug for the details\n",
    )
    sys.stderr.write(words.to(lang, told=told))
