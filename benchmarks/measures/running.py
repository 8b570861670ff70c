"""Commands run in turn, A B A B …, so that whatever else the machine does falls on all of them."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from measures.memory import MIB, PeakOfFamily

ACCEPTED = (0, 1)  # 1: the program found what it was asked to look for


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Subject:
    """A command that is measured; ``before`` is done before each run and not counted."""

    name: str
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] = _nothing
    most: int = 99  # rounds; fewer for what takes long


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured of a subject: seconds of each run, and the peak memory in MiB.

    ``memory`` is that of all its processes together (a page that several share counts once),
    ``largest`` that of the largest one; 0 where the system does not tell.
    """

    seconds: tuple[float, ...]
    memory: float = 0.0
    largest: float = 0.0

    @property
    def median(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.seconds)


def in_turn(subjects: Iterable[Subject], rounds: int) -> dict[str, Sample]:
    """Return a sample of each subject; one further run of each is for the memory.

    With no rounds at all that one run counts for the time too. What fails is named and left out:
    its time means nothing.
    """
    wanted = list(subjects)
    took: dict[str, list[float]] = {each.name: [] for each in wanted}
    failed: set[str] = set()
    for number in range(rounds):
        for each in wanted:
            if number < each.most and each.name not in failed:
                _put(took[each.name], each, failed)
        print(f"  round {number + 1} of {rounds}", file=sys.stderr)
    return dict(_samples([each for each in wanted if each.name not in failed], took))


def _put(took: list[float], subject: Subject, failed: set[str]) -> None:
    try:
        took.append(_seconds(subject))
    except subprocess.CalledProcessError as error:
        print(f"  {subject.name} failed: {error}", file=sys.stderr)
        failed.add(subject.name)


def _samples(
    subjects: Iterable[Subject], took: Mapping[str, list[float]]
) -> Iterator[tuple[str, Sample]]:
    for each in subjects:
        begun = perf_counter()
        try:
            memory = _memory(each)
        except subprocess.CalledProcessError as error:
            print(f"  {each.name} failed: {error}", file=sys.stderr)
            continue
        alone = perf_counter() - begun
        yield each.name, Sample(tuple(took[each.name]) or (alone,), *memory)
        print(f"  memory of {each.name}", file=sys.stderr)


def once(subject: Subject) -> None:
    """Run a command as it will be measured, so that what it keeps is there."""
    _ended(subject, _started(subject))


def _seconds(subject: Subject) -> float:
    subject.before()
    begun = perf_counter()
    process = _started(subject)
    _ended(subject, process)
    return perf_counter() - begun


def _memory(subject: Subject) -> tuple[float, float]:
    """Return the peak of all processes together and of the largest one, in MiB."""
    subject.before()
    process = _started(subject)
    with PeakOfFamily(process.pid) as together:
        largest = _ended(subject, process)
    return max(together.mebibytes, largest), largest


def _started(subject: Subject) -> subprocess.Popen[bytes]:
    command, where = list(subject.command), {**_environment(), **subject.environment}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=subject.folder, env=where, stdin=quiet, stdout=quiet, stderr=quiet
    )


def _ended(subject: Subject, process: subprocess.Popen[bytes]) -> float:
    """Wait, and return the peak memory in MiB of the largest process among it and its children."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ACCEPTED:
        raise subprocess.CalledProcessError(process.returncode, list(subject.command))
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, KiB here
    return usage.ru_maxrss * unit / MIB


def _environment() -> dict[str, str]:
    """Return this environment without what would change how the program works.

    Compiled modules are kept in a folder of their own, whatever ``PYTHONDONTWRITEBYTECODE`` says.
    """
    left = ("PYTHONDONTWRITEBYTECODE", "CI", "FORCE_COLOR", "COLUMNS")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in left and not name.startswith("KEHOACH_")
    }
    compiled = Path(tempfile.gettempdir()) / "kehoach-measured-modules"
    return {**kept, "PYTHONPYCACHEPREFIX": str(compiled), "LC_ALL": "C.UTF-8"}
