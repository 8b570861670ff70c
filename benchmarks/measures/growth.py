"""How time grows: four times the files, agencies, items, years, commits or plans; broken files."""

from collections.abc import Iterator
from dataclasses import replace

from kehoach.words.text import Text
from made.shape import Shape
from measures.program import Bench, cold
from measures.running import Subject
from measures.targets import Target

BASE = Shape(submissions=1_500, commits=500)
MORE = 4
FILES = (1_500, 10_000, 66_700)  # each 6.67 times the one before
GROWTH, BROKEN = 6.5, 1.1


def _grown() -> dict[str, Shape]:
    return {
        "files": replace(BASE, submissions=MORE * BASE.submissions, agencies=BASE.places),
        "agencies": replace(BASE, agencies=MORE * BASE.places),
        "items": replace(BASE, items=MORE * BASE.items),
        "years": replace(BASE, years=MORE * BASE.years, agencies=BASE.places),
        "commits": replace(BASE, commits=MORE * BASE.commits),
        "plans": replace(BASE, plans=MORE, agencies=BASE.places),
    }


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield ``status`` and ``check`` on the base and on what is grown, and on broken files."""
    for name, shape in {"base": BASE, **_grown(), "broken": replace(BASE, broken=1)}.items():
        folder = bench.provinces.get(shape)
        yield cold(f"status@{name}", folder, "status")
        yield cold(f"check@{name}", folder, "check")
    for size in FILES if max(bench.sizes) > FILES[-1] else FILES[:2]:
        yield replace(cold(f"status@{size}", bench.provinces.get(Shape(size)), "status"), most=3)


def targets(sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield what may not grow faster than the work does."""
    for before, after in zip(
        FILES, FILES[1:] if max(sizes) > FILES[-1] else FILES[1:2], strict=False
    ):
        words = Text(f"status, {before} → {after} tệp", f"status, {before} → {after} files")
        yield Target(words, f"status@{after}", f"status@{before}", GROWTH)
    words = Text("check, 1 % tệp hỏng ÷ không tệp nào", "check, 1 % of the files broken ÷ none")
    yield Target(words, "check@broken", "check@base", BROKEN)
    for name in _grown():
        words = Text(f"status, gấp {MORE} {_VIETNAMESE[name]}", f"status, {MORE} times the {name}")
        yield Target(words, f"status@{name}", "status@base", MORE * GROWTH / 6.67)


_VIETNAMESE = {
    "files": "số tệp",
    "agencies": "số cơ quan",
    "items": "số mục",
    "years": "số năm",
    "commits": "số lần ghi git",
    "plans": "số kế hoạch",
}
