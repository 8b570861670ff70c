"""Entries made as an officer makes them, on 5 December 2021, by a letter of 20 November."""

from pathlib import Path

from kehoach.cli.app import run

ON = ("--as-of", "2021-12-05")
LETTER = ("--number", "12/QĐ-UBND", "--dated", "2021-11-20")


def entered(*args: str) -> int:
    """Run a command as of the fifth of December."""
    return run([*args, *ON])


def text(root: Path, name: str) -> str:
    """Return what a file holds."""
    return (root / name).read_bytes().decode()
