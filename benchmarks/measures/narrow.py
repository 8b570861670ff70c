"""Questions about one agency, one item, one file: nothing else should be read."""

from collections.abc import Iterator

from kehoach.words.text import Text
from made.reports import path_of
from made.shape import Shape, month_name
from measures.program import Bench, cold
from measures.running import Subject
from measures.targets import Target

LIMIT = 0.5  # seconds
LIMITED = ("agency", "explain", "receipt", "new")
AT = 10_000
PLACE, MONTH = 3, 30  # of the agency and the file that are asked about


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield each question, cold, at each size."""
    for size in bench.sizes:
        shape = Shape(size)
        folder, agency = bench.provinces.get(shape), shape.agency(PLACE, 0)
        slot = next(each for each in shape.slots() if (each.place, each.month) == (PLACE, MONTH))
        month = month_name(MONTH)
        yield cold(f"agency@{size}", folder, "agency", agency)
        yield cold(
            f"explain@{size}", folder, "explain", "II.3", "--agency", agency, "--period", month
        )
        yield cold(f"receipt@{size}", folder, "receipt", f"data/{path_of(shape, slot)}")
        asked = ("--agency", agency, "--period", month[:4], "-o", "-")
        yield cold(f"new@{size}", folder, "new", *asked)
        yield cold(f"item@{size}", folder, "item", "II.3")
        yield cold(f"upcoming@{size}", folder, "upcoming")


def targets(sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield the limits, in seconds."""
    for size in sizes:
        for word in LIMITED if size == AT else ():
            words = Text(
                f"{word}, {size} tệp, chưa lưu gì (giây)", f"{word} at {size} files, cold (s)"
            )
            yield Target(words, f"{word}@{size}", "", LIMIT)
