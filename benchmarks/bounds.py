"""What hostile inputs cost: ``python benchmarks/bounds.py [WORDS OF A NAME …] [--megabytes 1]``.

Of each input ``check`` and ``status`` are run: seconds of CPU and peak memory, less those of an
input that says next to nothing. What is over the bounds is marked; the exit code says that too.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hostile.inputs import NOTHING, Hostile, hostile_inputs
from measures.results import about
from measures.tables import write_block

COMMANDS = ("check", "status")
SECONDS_A_MEGABYTE = 2.0
TIMES_THE_FILE, MORE = 10, 50  # megabytes
_FIXED = 0.3  # seconds, for what two runs of one command differ by
_GIVEN_UP = 30  # seconds of CPU
_ANSWERED, _REFUSED = (0, 1), 2
_BLOCK = "<!-- bounds: written by benchmarks/bounds.py --pages -->"
_HEADS = {
    "en": "| file | command | inputs | seconds a MB, at most | memory of one, MB | over a bound |",
    "vi": "| tệp | lệnh | số dữ liệu | giây mỗi MB, cao nhất | bộ nhớ, MB, cao nhất | vượt giới hạn |",
}
_NAME, _COMMAND, _SIZE, _SECONDS, _MEMORY, _, _OVER = range(7)


class Cost(NamedTuple):
    """Seconds of CPU, megabytes of memory at most, how it ended, and whether it told anything."""

    seconds: float
    memory: float
    code: int
    told: bool

    @property
    def meant(self) -> bool:
        """Whether it ended as is meant: a Python without the program ends with 1 too, and tells nothing."""
        return self.code == _REFUSED or (self.code in _ANSWERED and self.told)


def main() -> int:
    """Measure the inputs asked for; 1 where one of them is over a bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "words", nargs="*", help="measure only inputs with one of these in their names"
    )
    parser.add_argument("--megabytes", type=float, default=1.0, help="of each input (default 1)")
    parser.add_argument(
        "--pages", type=Path, help="measure nothing; write a table printed before into the pages"
    )
    given = parser.parse_args()
    if given.pages:
        _write_pages(given.pages)
        return 0
    over = False
    print("| input | command | MB | seconds | memory, MB | exit | over |")
    print("|---|---|---|---|---|---|---|")
    for row, beyond in _measured(given.words, given.megabytes):
        over |= bool(beyond)
        print(f"| {row} | {beyond} |", flush=True)
    return int(over)


def _measured(words: list[str], megabytes: float) -> Iterator[tuple[str, str]]:
    """Yield a row for each input and command, and over which bounds it is."""
    nothing = {command: _cost(NOTHING, command, 0.0)[1] for command in COMMANDS}
    for each in hostile_inputs():
        if not words or any(word in each.name for word in words):
            for command in COMMANDS:
                size, cost = _cost(each, command, megabytes)
                seconds = max(0.0, cost.seconds - nothing[command].seconds)
                memory = max(0.0, cost.memory - nothing[command].memory)
                beyond = {
                    "time": seconds > SECONDS_A_MEGABYTE * size + _FIXED,
                    "memory": memory > TIMES_THE_FILE * size + MORE,
                    "exit": not cost.meant,
                }
                shown = (
                    each.name,
                    command,
                    f"{size:.2f}",
                    f"{seconds:.2f}",
                    f"{memory:.0f}",
                    cost.code,
                )
                yield (
                    " | ".join(map(str, shown)),
                    ", ".join(name for name, is_ in beyond.items() if is_),
                )


def _write_pages(printed: Path) -> None:
    """Write of each file and command how many inputs were tried, and what the worst of them cost."""
    files = {each.name: each.file for each in hostile_inputs()}
    groups: dict[str, list[list[str]]] = {}
    for line in printed.read_text(encoding="utf-8").splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if row[_NAME] in files:
            kind = f"`{files[row[_NAME]]}` | `{row[_COMMAND]}`"
            groups.setdefault(kind, []).append(row)
    machine = about({})
    told = f"{machine['day']}; {machine['machine']}; CPython {machine['python']}"
    for lang, head in _HEADS.items():
        rows = [f"| {kind} | {_worst(tried, lang)} |" for kind, tried in sorted(groups.items())]
        page = Path(__file__).parents[1] / "docs" / lang / "performance.md"
        write_block(page, _BLOCK, (told, "", head, "|---|---|---:|---:|---:|---:|", *rows))


def _worst(tried: list[list[str]], lang: str) -> str:
    """Return the cells of a table: how many inputs, what the worst cost, and how many are over."""
    seconds = max(float(row[_SECONDS]) / float(row[_SIZE]) for row in tried)
    memory = max(int(row[_MEMORY]) for row in tried)
    shown = f"{seconds:.1f}".replace(".", "," if lang == "vi" else ".")
    return f"{len(tried)} | {shown} | {memory} | {sum(bool(row[_OVER]) for row in tried)}"


def _cost(hostile: Hostile, command: str, megabytes: float) -> tuple[float, Cost]:
    """Return the megabytes of an input, and what a command makes of it."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as answer:
        size = hostile.lay(Path(name), megabytes)
        asked = (command, "--data", name, "--no-git", "--no-cache", "--as-of", "2026-06-01")
        process = subprocess.Popen(
            (sys.executable, "-m", "kehoach", *asked),
            cwd=name,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.DEVNULL,
        )
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_GIVEN_UP, _GIVEN_UP))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        used = usage.ru_utime + usage.ru_stime
        told = os.fstat(answer.fileno()).st_size > 0
        return size, Cost(used, usage.ru_maxrss * 1024 / 1e6, process.returncode, told)


if __name__ == "__main__":
    sys.exit(main())
