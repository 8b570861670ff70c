"""Start-up: what a command costs before it does anything, and the small shipped data."""

import sys
from collections.abc import Iterator
from pathlib import Path

from kehoach.words.text import Text
from measures.program import KEHOACH, NO_CACHE, UNIT, Bench, cold, unit, warm
from measures.running import Subject
from measures.targets import Target

SHIPPED = Path(__file__).resolve().parents[2]
IMPORTS = "import typer, rich.table, pydantic, yaml, dateutil"


def subjects(bench: Bench) -> Iterator[Subject]:
    """Yield the interpreter alone, the bare imports, and the program."""
    yield unit(bench)
    yield Subject("imports", (sys.executable, "-c", IMPORTS), SHIPPED)
    for word in ("version", "help"):
        yield Subject(word, (*KEHOACH, f"--{word}"), SHIPPED, NO_CACHE)
    yield cold("status.cold@shipped", SHIPPED, "status")
    yield warm("status.warm@shipped", SHIPPED, bench.provinces.cache("shipped"), "status")


def targets(_sizes: tuple[int, ...]) -> Iterator[Target]:
    """Yield what must be reached, in units of an interpreter that does nothing."""
    yield Target(Text("--version", "--version"), "version", UNIT, 5)
    yield Target(Text("--help", "--help"), "help", UNIT, 6.5)
    shipped = Text("status, dữ liệu kèm theo, chưa lưu gì", "status on the shipped data, cold")
    yield Target(shipped, "status.cold@shipped", UNIT, 18)
    shipped = Text("status, dữ liệu kèm theo, đã lưu", "status on the shipped data, warm")
    yield Target(shipped, "status.warm@shipped", UNIT, 6)
    bare = Text(
        "status, dữ liệu kèm theo ÷ chỉ nạp thư viện",
        "status on the shipped data ÷ its imports alone",
    )
    yield Target(bare, "status.cold@shipped", "imports", 2)
