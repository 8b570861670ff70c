"""Make a province to measure with: ``python benchmarks/make.py FOLDER --submissions 10000``.

The same numbers give the same files and the same commits, to the byte, on every machine.
"""

import argparse
from dataclasses import fields
from pathlib import Path

from made.history import make
from made.shape import Shape


def main() -> None:
    """Read the measures and make the repository."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    for field in fields(Shape):
        parser.add_argument(f"--{field.name}", type=int, default=field.default)
    given = vars(parser.parse_args())
    make(given.pop("folder"), Shape(**given))


if __name__ == "__main__":
    main()
