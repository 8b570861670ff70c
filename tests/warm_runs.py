"""Every command line of the tests asked more than once: anew, and of what was kept.

``KEHOACH_WARM=1 pytest`` puts this in the place of the command line. Where an answer is kept it is given
again; then it is dropped, and made anew from the contents of files that are kept beside it. Each time it
must be the same to the byte. What writes files, or fails, is done once, as always.
"""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from kehoach.cli import app
from kehoach.cli.frame.kept_answers import answered
from kehoach.cli.frame.trace import Trace

Run = Callable[..., int]


class Told(NamedTuple):
    """What became of a command line: the exit code, or what was raised, and what was printed."""

    code: int
    out: bytes
    err: bytes


def asked_again(run: Run) -> Run:
    """Return the command line ``run``, whose answers are kept and asked for a second time."""

    def twice(args: list[str], *trace: Trace) -> int:
        if trace:
            return run(args, *trace)
        with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
            cache = Path(home, "cache")
            patch.setenv("KEHOACH_CACHE", str(cache))
            told = _told(args, run)
            if answers := list(cache.glob("*.answer")):
                assert _told(args, _never) == told
                for answer in answers:
                    answer.unlink()
                assert _told(args, run) == told
        _print(told)
        return told.code

    return twice


def _never(args: list[str], *_: Trace) -> int:
    raise AssertionError(f"asked anew: {args}")


def _told(args: list[str], run: Run) -> Told:
    out, err = io.BytesIO(), io.BytesIO()
    try:
        with _printing(out, err):
            code = answered(list(args), run)
    except BaseException:
        _print(Told(0, out.getvalue(), err.getvalue()))
        raise
    return Told(code, out.getvalue(), err.getvalue())


@contextmanager
def _printing(out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    before = sys.stdout, sys.stderr
    sys.stdout = io.TextIOWrapper(out, "utf-8", "replace", newline="")
    sys.stderr = io.TextIOWrapper(err, "utf-8", "replace", newline="")
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        for stream in (sys.stdout, sys.stderr):
            stream.detach()
        sys.stdout, sys.stderr = before


def _print(told: Told) -> None:
    for stream, words in ((sys.stdout, told.out), (sys.stderr, told.err)):
        stream.write(words.decode("utf-8", "replace"))


def install() -> None:
    """Put this in the place of the command line."""
    app.run = asked_again(app.run)
