"""Being stopped from outside: Ctrl-C, a terminal that is closed, a service that ends its jobs.

From its first moment on the program answers these signals itself: while it is still loading, and while
something must not be left half done, a stop waits; else it is raised where the program just is, so that
everything opened is closed on the way out.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Until stops are answered Python tells of them, at length: neither typing nor signal's enum is waited for.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from sys import UnraisableHookArgs
else:
    import _signal as signal

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_AGAIN = 2.0  # seconds after which whoever is not heard may ask once more


class Stopped(BaseException):
    """The program is to end; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Stops:
    """What was asked, and whether it has to wait (it does until the program is ``at_work``)."""

    def __init__(self) -> None:
        self.asked: int | None = None
        self.holds = 1
        self._raised = float("-inf")

    def heard(self, number: int, _frame: object) -> None:
        """Take a signal; of several that come together the first counts."""
        if self.asked is None or time.monotonic() - self._raised > _AGAIN:
            self.asked = number
            self.due()

    def due(self) -> None:
        """Raise what was asked, unless it has to wait.

        Raises:
            Stopped: the program is to end now.
        """
        if self.asked is not None and not self.holds:
            self._raised = time.monotonic()
            raise Stopped(self.asked)


_STOPS = _Stops()


def answer_stops() -> None:
    """Answer the signals from now on; what whoever called wants ignored (``nohup``) stays so."""
    for each in SIGNALS:
        if signal.getsignal(each) != signal.SIG_IGN:
            signal.signal(each, _STOPS.heard)


def stop_asked() -> int | None:
    """Return the signal by which the program was asked to end."""
    return _STOPS.asked


@contextmanager
def at_work() -> Iterator[None]:
    """Let a stop be raised within.

    Raises:
        Stopped: the program is to end, or was to before it began.
    """
    _STOPS.holds -= 1
    try:
        _STOPS.due()
        yield
    finally:
        _STOPS.holds += 1


@contextmanager
def unstopped() -> Iterator[None]:
    """Let a stop wait until what is within is done: short, and worse left half done than begun.

    Raises:
        Stopped: the program was asked to end meanwhile.
    """
    _STOPS.holds += 1
    try:
        yield
    finally:
        _STOPS.holds -= 1
    _STOPS.due()


def heed_unraisable(leave: Callable[[int], object]) -> None:
    """Call ``leave`` with a stop that could be raised to nobody: it fell into a destructor, say."""
    before = sys.unraisablehook

    def told(trouble: "UnraisableHookArgs") -> None:
        if isinstance(trouble.exc_value, Stopped):
            leave(trouble.exc_value.number)
        before(trouble)

    sys.unraisablehook = told
