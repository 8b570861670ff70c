"""What days of receipt cost: with git less without it, beside one bare ``git log`` of the same history."""

from collections.abc import Iterator
from dataclasses import replace

from kehoach.words.text import Text
from made.shape import Shape
from measures.program import Bench, cold
from measures.running import Subject
from measures.targets import Target

LIMIT = 2.0
ALONE = {"KEHOACH_JOBS": "1"}  # one process, so that git's log is not hidden behind the others


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield ``status`` with and without git, and the bare log, at each size."""
    for size in bench.sizes:
        folder = bench.provinces.get(Shape(size))
        for name, words in (("git", ()), ("nogit", ("--no-git",))):
            subject = cold(f"status.{name}@{size}", folder, "status", *words)
            yield replace(subject, environment={**subject.environment, **ALONE})
        yield Subject(f"git-log@{size}", ("git", "log", "--name-status"), folder)


def targets(sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield what days of receipt may cost, in bare logs."""
    for size in sizes:
        words = Text(
            f"ngày nhận theo git, {size} tệp ÷ git log",
            f"days of receipt by git, {size} files ÷ git log",
        )
        of, less = f"status.git@{size}", f"status.nogit@{size}"
        yield Target(words, of, f"git-log@{size}", LIMIT, less=less)
