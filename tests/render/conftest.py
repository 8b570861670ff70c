"""The shared example, and golden files: ``KEHOACH_UPDATE_GOLDEN=1`` writes them anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach import __version__
from kehoach.run import Run
from render.shared_example import files, run_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def example(folder: Callable[..., object]) -> Run:
    """Return the verdicts on the shared example."""
    return run_of(folder(files()))  # type: ignore[arg-type]


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return a function that compares an output with a golden file, byte by byte.

    The version of the program is no part of it.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        steady = text.replace(f'"{__version__}"', '"VERSION"')
        if os.environ.get("KEHOACH_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(steady.encode())
        assert path.read_bytes().decode() == steady

    return compare
