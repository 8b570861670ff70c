"""Ctrl-C, a closed terminal and the end of a service: one line at any moment, and nothing left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from conftest import MakeFolder
from faults.stopping_runs import ENDED, SRC, TOLD, stopped_at
from kehoach import stopping
from kehoach.cli import entry
from kehoach.stopping import Stopped, answer_stops, at_work, stop_asked, unstopped

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Answer stops as the program does, and let the test's own handlers be as they were."""
    # Whoever runs the tests may want them ignored: in the background of a shell SIGINT is.
    before = {each: signal.signal(each, signal.SIG_DFL) for each in stopping.SIGNALS}
    monkeypatch.setattr(stopping, "_STOPS", type(stopping._STOPS)())  # noqa: SLF001 - its only state
    answer_stops()
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


# The first thing that happens once stops are answered, loading, and some way on.
@pytest.mark.parametrize("moment", [1, 2, 40, 250, 500])
def test_at_whatever_moment_one_line_is_said(folder: MakeFolder, moment: int) -> None:
    """Of 60 early interrupts 11 were answered with a traceback."""
    here = folder(shipped=True).root.parent
    ended = stopped_at(moment, ["status", "--as-of", "2021-12-15"], here)
    assert ended == (130, "", TOLD)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_end_of_a_service_is_told_in_vietnamese_too(
    folder: MakeFolder, number: signal.Signals
) -> None:
    here = folder(shipped=True).root.parent
    ended = stopped_at(120, ["status", "--lang", "vi"], here, number)
    assert ended == (ENDED[number], "", "kehoach: đã dừng giữa chừng\n")


@pytest.mark.usefixtures("answering")
def test_a_stop_waits_until_the_program_can_tell_of_it() -> None:
    signal.raise_signal(signal.SIGTERM)
    assert stop_asked() == signal.SIGTERM
    with pytest.raises(Stopped) as stop, at_work():
        pytest.fail("it was to end before it began")
    assert stop.value.number == signal.SIGTERM


@pytest.mark.usefixtures("answering")
def test_a_stop_waits_until_what_must_not_be_half_done_is_done() -> None:
    done = []

    def held() -> None:
        with unstopped():
            signal.raise_signal(signal.SIGINT)
            with unstopped():
                done.append("inner")
            done.append("outer")
        done.append("behind it")

    with pytest.raises(Stopped), at_work():
        held()
    assert done == ["inner", "outer"]


@pytest.mark.usefixtures("answering")
def test_impatience_breaks_no_tidying_up() -> None:
    """The second Ctrl-C within two seconds is not raised: the program is on its way out."""
    tidied = []

    def tidying() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGINT)
            tidied.append("all")

    with pytest.raises(Stopped), at_work():
        tidying()
    assert tidied == ["all"]


def test_what_whoever_called_wants_ignored_stays_ignored() -> None:
    """``nohup kehoach …`` outlives its terminal."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    others = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        answer_stops()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
        for each, handler in others.items():
            signal.signal(each, handler)


def test_a_stop_that_fell_into_a_destructor_ends_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python tells of such an exception, and goes on as if there had been none."""
    left: list[int] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    stopping.heed_unraisable(left.append)

    class Falling:
        def __del__(self) -> None:
            raise Stopped(signal.SIGINT)

    Falling()
    assert left == [signal.SIGINT]


@pytest.mark.usefixtures("answering")
def test_an_error_that_a_library_makes_of_a_stop_is_a_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def swallowed(_args: list[str]) -> int:
        try:
            signal.raise_signal(signal.SIGINT)
        except Stopped:
            raise ImportError from None
        return 0

    monkeypatch.setattr("kehoach.cli.app.run", swallowed)
    with pytest.raises(Stopped), at_work():
        entry._run(["status"])  # noqa: SLF001 - main() leaves the process


def test_what_is_loaded_before_stops_are_answered_does_not_take_long() -> None:
    """Until then Python answers them, with a traceback."""
    loading = f"import sys; sys.path.insert(0, {str(SRC)!r}); import kehoach.stopping"
    told = f"{loading}; print(sorted({{'typing', 'enum', 're', 'pathlib'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-S", "-c", told], capture_output=True, check=True)  # noqa: S603 - ours
    assert done.stdout.strip() == b"[]"


def test_any_other_trouble_in_a_destructor_is_told_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda trouble: told.append(trouble.exc_type))
    stopping.heed_unraisable(lambda _: pytest.fail("it was no stop"))

    class Falling:
        def __del__(self) -> None:
            raise ValueError

    Falling()
    assert told == [ValueError]


def test_the_program_may_be_imported_without_being_run() -> None:
    """As tools do that look through a package; nothing is done but that stops are answered."""
    done = subprocess.run(
        [sys.executable, "-c", "import kehoach.__main__"], capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")
