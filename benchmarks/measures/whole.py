"""The whole of the data: ``check`` and ``status``, cold, warm, after one file changed, beside others."""

from collections.abc import Iterator

from kehoach.words.text import Text
from made.shape import Shape
from measures.others import SLOW, others
from measures.program import UNIT, Bench, amended, changing, cold, first, unit, warm
from measures.running import Subject
from measures.targets import Kind, Target

BIG = 50_000
WARM = {1_500: 8.0, 10_000: 15.0}  # units
RATIOS = {1_500: (2.5, None), 10_000: (1.7, 0.7), 100_000: (1.7, 0.4)}  # to hledger: time, memory
OTHERS = {
    "check-jsonschema": 1 / 15,
    "yamllint": 1 / 15,
    "script-safe": 1 / 10,
    "script-c": 0.5,
}


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield the program and the others, at each size."""
    yield unit(bench)
    for size in bench.sizes:
        shape = Shape(size)
        yield from _ours(bench, shape)
        yield from others(bench, shape, slow=size <= SLOW, ledger_only=size >= BIG)


def _ours(bench: Bench, shape: Shape) -> Iterator[Subject]:
    size, provinces = shape.submissions, bench.provinces
    folder = provinces.get(shape)
    for word in ("check", "status"):
        yield cold(f"{word}.cold@{size}", folder, word)
        if size < BIG or word == "status":
            kept = provinces.cache(f"{word}-{size}")
            yield warm(f"{word}.warm@{size}", folder, kept, word)
        if size < BIG:
            yield first(f"{word}.first@{size}", folder, provinces.cache(f"first-{word}"), word)
            copy = provinces.copy(shape, word)
            kept = provinces.cache(f"amended-{word}-{size}")
            yield amended(f"{word}.amended@{size}", copy, kept, changing(copy, shape), word)


def targets(sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield what must be reached at the sizes that were measured."""
    for size in sizes:
        yield from _warm(size)
        yield from _beside_others(size)
        yield from _amended(size)


def _warm(size: int) -> Iterator[Target]:
    words = Text(f"status, {size} tệp, đã lưu", f"status at {size} files, warm")
    if size in WARM:
        yield Target(words, f"status.warm@{size}", UNIT, WARM[size])
    elif size >= BIG:
        yield Target(words, f"status.warm@{size}", "", 1.2)


def _beside_others(size: int) -> Iterator[Target]:
    of = f"check.cold@{size}"
    for name, limit in OTHERS.items() if size <= SLOW else ():
        yield Target(
            Text(f"check, {size} tệp ÷ {name}", f"check at {size} files ÷ {name}"),
            of,
            f"{name}@{size}",
            limit,
        )
    time, memory = RATIOS.get(size, (None, None))
    words = Text(f"check, {size} tệp ÷ hledger", f"check at {size} files ÷ hledger")
    if time:
        yield Target(words, of, f"hledger@{size}", time)
    if memory:
        mem = Text(f"{words.vi}, bộ nhớ", f"{words.en}, memory")
        yield Target(mem, of, f"hledger@{size}", memory, Kind.MEMORY)


def _amended(size: int) -> Iterator[Target]:
    for word in ("status", "check") if SLOW < size < BIG else ():
        words = Text(
            f"{word}, {size} tệp, một tệp vừa sửa ÷ hledger",
            f"{word} at {size} files, one amended ÷ hledger",
        )
        yield Target(words, f"{word}.amended@{size}", f"hledger@{size}", 0.4)
