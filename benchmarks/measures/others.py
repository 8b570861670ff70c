"""What people would use instead, each where it is installed; the rest is named as missing."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from made.ledgers import BEANS, LEDGER
from made.shape import Shape
from measures.program import KEHOACH, Bench
from measures.running import Subject

SLOW = 2_000  # up to so many files, checkers that take seconds for each thousand are run too
NAIVE = Path(__file__).with_name("naive.py")
RELAXED = "{extends: relaxed, rules: {line-length: disable}}"


@dataclass(frozen=True, slots=True)
class Tool:
    """Another program, its arguments before the files, and how it says its version."""

    name: str
    arguments: tuple[str, ...]
    version: tuple[str, ...] = ("--version",)
    slow: bool = True


TOOLS = (
    Tool("check-jsonschema", ("--schemafile", "schema.json")),
    Tool("yamllint", ("-d", RELAXED)),
    Tool("ryl", ("-d", RELAXED), slow=False),
    Tool("yq", (".plan",)),
    Tool("gojq", ("--yaml-input", ".plan"), slow=False),
)
LEDGERS = (Tool("hledger", ("check", "-f", LEDGER)), Tool("bean-check", ("--no-cache", BEANS)))


def others(bench: Bench, shape: Shape, *, slow: bool, ledger_only: bool) -> Iterator[Subject]:
    """Yield the other programs that are installed, at one size."""
    size, folder = shape.submissions, bench.provinces.get(shape)
    for tool in LEDGERS[:1] if ledger_only else LEDGERS:
        if found := where(bench, tool.name):
            command = (found, *tool.arguments)
            yield Subject(f"{tool.name}@{size}", command, bench.provinces.ledgers(shape))
    if ledger_only:
        return
    yield Subject(f"script-c@{size}", (sys.executable, str(NAIVE), "data", "c"), folder)
    yield Subject(f"git-log@{size}", ("git", "log", "--name-status"), folder)
    if slow:
        script = (sys.executable, str(NAIVE), "data", "safe")
        yield Subject(f"script-safe@{size}", script, folder, most=3)
    for tool in TOOLS:
        found = where(bench, tool.name)
        if found and (slow or not tool.slow):
            files = [str(path) for path in sorted((folder / "data/submissions").glob("*/*.yaml"))]
            command = (found, *_with_schema(bench, tool), *files)
            if len(files) <= BATCH:
                yield Subject(f"{tool.name}@{size}", command, folder, most=3)


BATCH = 12_000  # files that one command line holds


def where(bench: Bench, name: str) -> str | None:
    """Return where a program lies, first in the folders that were named."""
    named = (shutil.which(name, path=str(each)) for each in bench.tools)
    return next((each for each in named if each), None) or shutil.which(name)


def versions(bench: Bench) -> dict[str, str]:
    """Return what each program says of its version; empty for what is not installed."""
    said = {}
    for tool in (*TOOLS, *LEDGERS):
        found = where(bench, tool.name)
        said[tool.name] = _version(found, tool.version) if found else ""
    return said


def _version(program: str, arguments: tuple[str, ...]) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0].strip() if lines else "?"


def _with_schema(bench: Bench, tool: Tool) -> tuple[str, ...]:
    """Return the arguments; the schema of submissions is written where one is wanted."""
    if "schema.json" not in tool.arguments:
        return tool.arguments
    place = bench.provinces.root / "schema.json"
    command = [*KEHOACH, "schema", "submission"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    place.write_text(json.dumps(json.loads(told)), encoding="utf-8")
    return tuple(str(place) if each == "schema.json" else each for each in tool.arguments)
