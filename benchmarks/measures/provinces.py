"""Made-up provinces on the disk, made once and kept between measures, and copies to change."""

import shutil
import subprocess
from dataclasses import astuple
from pathlib import Path

from made.history import make
from made.ledgers import write_ledgers
from made.shape import Shape


class Provinces:
    """A folder with made-up provinces, each named by its measures."""

    def __init__(self, root: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root.resolve()

    def get(self, shape: Shape) -> Path:
        """Return the repository of a shape; it is made where it is not there yet."""
        name = "-".join(map(str, astuple(shape)))
        place = self.root / name
        if not place.exists():
            unfinished = self.root / f"{name}.unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished, shape)
            unfinished.rename(place)
        return place

    def ledgers(self, shape: Shape) -> Path:
        """Return the folder with the journals of a shape, a transaction a file."""
        place = self.root / ("ledgers-" + "-".join(map(str, astuple(shape))))
        if not place.exists():
            write_ledgers(place, shape)
        return place

    def copy(self, shape: Shape, name: str) -> Path:
        """Return a clone of a shape's repository, of which files may be changed."""
        whole = self.get(shape)
        place = whole.with_name(f"{whole.name}-{name}")
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run(["git", "clone", "-q", str(whole), str(place)], check=True)
        return place

    def cache(self, name: str) -> Path:
        """Return an empty folder for the program to keep answers in."""
        place = self.root / f"cache-{name}"
        emptied(place)
        return place


def emptied(place: Path) -> None:
    """Make a folder empty, or make it."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
