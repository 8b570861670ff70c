"""``kehoach status`` on the shipped data against the bare imports that it cannot do without.

Both run in turn, A B A B …, in one go, so that whatever else the machine does falls on both; each
pair gives a ratio. Run it with the interpreter of an environment in which kehoach is installed:
``.venv/bin/python benchmarks/startup.py``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 2.0
PROGRAM = [
    sys.executable, "-m", "kehoach", "status", "--data", str(ROOT / "data"),
    "--as-of", "2021-12-15",
]  # fmt: skip
IMPORTS = [sys.executable, "-c", "import typer, rich.table, pydantic, yaml, dateutil"]


def seconds(command: list[str], compiled: str) -> float:
    """Return the wall time of one run; compiled modules are kept in the folder ``compiled``.

    Raises:
        CalledProcessError: the command failed, so that its time means nothing.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": compiled}
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return perf_counter() - begun


def main() -> None:
    """Measure pairs and print medians, the ratio and the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pairs", type=int, default=21, help="how many pairs (default 21)")
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as compiled:
        for command in (PROGRAM, IMPORTS):  # .pyc files of both, and the file cache
            seconds(command, compiled)
        measured = [(seconds(PROGRAM, compiled), seconds(IMPORTS, compiled)) for _ in range(pairs)]
    ratios = sorted(program / imports for program, imports in measured)
    print(f"kehoach status   {1000 * median(each[0] for each in measured):7.1f} ms")
    print(f"imports alone    {1000 * median(each[1] for each in measured):7.1f} ms")
    middle = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    print(
        f"ratio            {median(ratios):7.2f}   (middle half {middle[0]:.2f} to {middle[1]:.2f},"
        f" {pairs} pairs; limit {LIMIT})"
    )


if __name__ == "__main__":
    main()
