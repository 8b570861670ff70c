"""What is written for others: letters, pages, workbooks, tables."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from kehoach.words.text import Text
from made.shape import Shape
from measures.program import Bench, cold
from measures.running import Subject
from measures.targets import Target

AT = 10_000
LIMITS = {"summary-each": 6.0, "site": 12.0, "xlsx": 8.0}  # seconds
FORMATS = ("csv", "parquet", "json")


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield each output at each size, into a place that is emptied before."""
    for size in bench.sizes:
        folder, place = bench.provinces.get(Shape(size)), bench.provinces.root / f"written-{size}"
        for name, words in (
            ("summary-each", ("summary", "--each")),
            ("site", ("site",)),
            ("xlsx", ("export", "--format", "xlsx")),
            *((each, ("export", "--format", each)) for each in FORMATS),
        ):
            subject = cold(f"{name}@{size}", folder, *words, "-o", str(place))
            yield replace(subject, before=partial(_away, place), most=3)
        yield replace(cold(f"status-json@{size}", folder, "status", "--format", "json"), most=3)


def _away(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)


def targets(sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield the limits, in seconds."""
    for size in sizes:
        for name, limit in LIMITS.items() if size == AT else ():
            words = Text(f"{name}, {size} tệp (giây)", f"{name} at {size} files (s)")
            yield Target(words, f"{name}@{size}", "", limit)
