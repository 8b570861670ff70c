"""How the program is called, and the folders that the families measure it on."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from made.reports import path_of
from made.shape import Shape
from measures.provinces import Provinces, emptied
from measures.running import Subject, once

AS_OF = "2026-01-31"
KEHOACH = (sys.executable, "-m", "kehoach")
UNIT = "unit"
NO_CACHE = {"KEHOACH_CACHE": "off"}


@dataclass(frozen=True, slots=True)
class Bench:
    """Where made-up provinces lie, and on which sizes to measure."""

    provinces: Provinces
    sizes: tuple[int, ...]
    tools: tuple[Path, ...] = field(default=())  # folders in which other programs lie


def unit(bench: Bench) -> Subject:
    """Return what all start-up is measured by: an interpreter that does nothing."""
    return Subject(UNIT, (sys.executable, "-c", "pass"), bench.provinces.root)


def cold(name: str, folder: Path, *words: str) -> Subject:
    """Return a run that keeps nothing and finds nothing kept, as on a build server."""
    return Subject(name, _asked(*words), folder, NO_CACHE)


def first(name: str, folder: Path, cache: Path, *words: str) -> Subject:
    """Return a run that finds nothing kept, and keeps what it found out."""
    kept = {"KEHOACH_CACHE": str(cache)}
    return Subject(name, _asked(*words), folder, kept, partial(emptied, cache))


def warm(name: str, folder: Path, cache: Path, *words: str) -> Subject:
    """Return a run of what was asked before: one call now keeps the answer."""
    subject = replace(first(name, folder, cache, *words), before=partial(_filled, cache))
    once(subject)
    return subject


def amended(
    name: str, folder: Path, cache: Path, change: Callable[[], None], *words: str
) -> Subject:
    """Return a run after one file has changed since the last."""
    subject = replace(first(name, folder, cache, *words), before=change)
    once(subject)
    return subject


def changing(folder: Path, shape: Shape) -> Callable[[], None]:
    """Return what changes one submission: another one and another text each time."""
    slots = [each for each in shape.slots() if not shape.is_broken(each)]
    turn = iter(range(len(slots)))

    def change() -> None:
        path = folder / "data" / path_of(shape, slots[-1 - next(turn)])
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("status: done", "status: in_progress", 1), encoding="utf-8")

    return change


def _asked(*words: str) -> tuple[str, ...]:
    return (*KEHOACH, *words, "--as-of", AS_OF)


def _filled(cache: Path) -> None:
    if not any(cache.iterdir()):
        raise SystemExit(f"nothing was kept in {cache}")
