"""One target tried with one input after another, and which of these are worth keeping."""

import sys
import time
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

_SECONDS_A_MB, _LEAST_SECONDS = 2, 1
"""What may be used of a processor for each megabyte of an input, and for any."""

_MOST_LOOKED_AT = 300
_MOST_KEPT, _BYTES_KEPT = 40, 50_000
"""Inputs that are kept of a target, and all their bytes."""


def fuzz(name: str, asked: Namespace, found: Path, count: "Synchronized[int]") -> None:
    """Fuzz a target; what reaches anything new is written into ``found``. The process ends with it.

    ``count`` is how many inputs were tried, however the process ends.
    """
    import atheris  # noqa: PLC0415 - an extra's

    with atheris.instrument_imports(include=["kehoach"]):
        from fuzz.targets import TARGETS, kept  # noqa: PLC0415 - what they import is instrumented

        target = TARGETS[name]
        for raw in (*target.seeds(), *(each.read_bytes() for each in kept(name).glob("*"))):
            (found / _digest(raw)).write_bytes(raw)

        def changed(raw: bytes, most: int, seed: int) -> bytes:
            made = target.changed(raw, Random(seed), lambda part: bytes(atheris.Mutate(part, most)))  # noqa: S311
            return made if len(made) <= most else bytes(atheris.Mutate(raw, most))

        flags = {
            "runs": asked.inputs or target.inputs, "max_total_time": asked.seconds, "seed": asked.seed,
            "max_len": target.longest, "len_control": 0, "rss_limit_mb": 6_000, "timeout": 600,
        }  # fmt: skip
        atheris.Setup(
            [sys.argv[0], *(f"-{flag}={value}" for flag, value in flags.items()), str(found)],
            Trial(name, target.tried, asked.failures, count),
            custom_mutator=changed,
        )
        atheris.Fuzz()


class Trial:
    """Tries inputs; of each kind of failure the shortest input is put down, and the next one is tried."""

    def __init__(
        self,
        name: str,
        tried: Callable[[bytes], None],
        failures: Path,
        count: "Synchronized[int]",
    ) -> None:
        self.name = name
        self.tried = tried
        self.failures = failures
        self.count = count
        self.shortest: dict[str, int] = {}

    def __call__(self, raw: bytes) -> None:
        """Try an input; what takes long is tried twice: the first of a kind may have loaded modules."""
        most = max(_LEAST_SECONDS, _SECONDS_A_MB * len(raw) / 1e6)
        try:
            if self._seconds(raw) > most and (seconds := self._seconds(raw)) > most:
                self._put_down(raw, "slow", f"{seconds:.1f} s for {len(raw)} bytes\n")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            told = traceback.format_exception(error)
            self._put_down(raw, f"{_place(error)} {type(error).__name__}", "".join(told))
        self.count.value += 1

    def _seconds(self, raw: bytes) -> float:
        begun = time.process_time()
        self.tried(raw)
        return time.process_time() - begun

    def _put_down(self, raw: bytes, kind: str, told: str) -> None:
        if len(raw) >= self.shortest.get(kind, sys.maxsize):
            return
        self.shortest[kind] = len(raw)
        file = self.failures / f"{self.name}-{_digest(kind.encode())}"
        file.write_bytes(raw)
        again = f"python tests/fuzz/run.py {self.name} --replay {file}"
        file.with_suffix(".txt").write_text(f"{kind}\n{told}{again}\n", encoding="utf-8")


def _place(error: BaseException) -> str:
    """Return the innermost line of this project at which an exception was raised."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if _ours(each.filename)]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _ours(file: str) -> bool:
    return "kehoach" in file or Path(file).parent == Path(__file__).parent


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()[:16]


def renew(name: str, found: Path) -> None:
    """Keep few inputs that reach what all of them reach, in the place of those kept before."""
    from fuzz.targets import TARGETS, kept  # noqa: PLC0415 - in a process that is not instrumented

    folder = kept(name)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for raw in _worth(found, TARGETS[name].tried, TARGETS[name].compact):
        (folder / _digest(raw)).write_bytes(raw)


def _worth(
    found: Path, tried: Callable[[bytes], None], compact: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """Yield the inputs, each time the one that reaches most lines which none before it reached."""
    some = sorted(found.iterdir())[:_MOST_LOOKED_AT]  # named by chance
    inputs = {compact(each.read_bytes()) for each in some}
    lines = {raw: _reached(tried, raw) for raw in inputs if len(raw) <= _BYTES_KEPT}
    reached: set[tuple[CodeType, int]] = set()
    room = _BYTES_KEPT
    for _ in range(_MOST_KEPT):
        fitting = [raw for raw in lines if len(raw) <= room]
        best = max(fitting, key=lambda raw: (len(lines[raw] - reached), -len(raw)), default=b"")
        if lines.get(best, set()) <= reached:
            return
        reached |= lines[best]
        room -= len(best)
        yield best


def _reached(tried: Callable[[bytes], None], raw: bytes) -> set[tuple[CodeType, int]]:
    """Return the lines of the program that an input reaches; none of one that breaks."""
    lines: set[tuple[CodeType, int]] = set()

    def trace(frame: FrameType, _event: str, _value: Any) -> Any:
        if "/kehoach/" not in frame.f_code.co_filename:
            return None
        lines.add((frame.f_code, frame.f_lineno))
        return trace

    sys.settrace(trace)
    try:
        tried(raw)
    except Exception:  # noqa: BLE001 - it was told when it was found
        return set()
    finally:
        sys.settrace(None)
    return lines
