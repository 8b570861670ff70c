"""What a country costs: ``python benchmarks/country.py [FOLDER] [--former] [--reports N] [--git]``.

As one set of data and as a portfolio of its provinces, on this machine. Each is run in a process of
its own: the time, the work of all its processes, and the most memory that one of them held.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from made.country import DAY, LIST, Country, make_country

FORMER = (63, 11_063)
MIB = 1 << 20


def main() -> None:
    """Make the country where it is not there yet, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--former", action="store_true", help="63 provinces, 11,063 agencies")
    parser.add_argument(
        "--reports", type=int, default=0, help="months that each agency has reported on"
    )
    parser.add_argument("--git", action="store_true", help="each in a git repository")
    parser.add_argument(
        "--json", action="store_true", help="also status --format json of the whole"
    )
    given = parser.parse_args()
    numbers = FORMER if given.former else (Country.provinces, Country.agencies)
    with tempfile.TemporaryDirectory() as room:
        place = given.folder or Path(room)
        if not (place / LIST).exists():
            make_country(place, Country(*numbers, given.reports), git=given.git)
        measure(place, every=given.json)


def measure(place: Path, *, every: bool) -> None:
    """Print what the answers cost that are asked of a country."""
    one = ("--data", str(place / "one"), "--as-of", DAY)
    asked = {
        "status, one set of data": ("status", *one),
        "status --summary-only": ("status", *one, "--format", "json", "--summary-only"),
    } | ({"status --format json": ("status", *one, "--format", "json")} if every else {})
    portfolio = ("portfolio", str(place / LIST), "--as-of", DAY, "--jobs")
    asked |= {f"portfolio --jobs {jobs}": (*portfolio, str(jobs)) for jobs in (1, 2)}
    print(f"{'':28}{'s':>8}{'CPU s':>8}{'MiB':>8}")
    for name, words in asked.items():
        seconds, work, memory = spent(words)
        print(f"{name:28}{seconds:8.1f}{work:8.1f}{memory:8.0f}")


def spent(words: Sequence[str]) -> tuple[float, float, float]:
    """Return seconds, seconds of work of all processes, and MiB of the largest of them."""
    env = {**os.environ, "KEHOACH_CACHE": "off"}
    began = time.perf_counter()
    child = os.posix_spawn(
        sys.executable, [sys.executable, "-m", "kehoach", *words], env,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )  # fmt: skip
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"kehoach {' '.join(words)}: {status}")
    unit = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / MIB


if __name__ == "__main__":
    main()
