"""What a measurement counts as an answer: not that a Python could not find the program."""

import sys
from pathlib import Path

import pytest

import bounds
from hostile.inputs import NOTHING


def test_a_program_that_never_started_is_over_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python ends with 1 too where there is no such module: an answer of findings says which."""
    without = tmp_path / "python"
    without.write_text("#!/bin/sh\necho No module named kehoach >&2\nexit 1\n", encoding="ascii")
    without.chmod(0o700)
    _, answered = bounds._cost(NOTHING, "check", 0.0)  # noqa: SLF001 - what a row rests on
    monkeypatch.setattr(sys, "executable", str(without))
    _, failed = bounds._cost(NOTHING, "check", 0.0)  # noqa: SLF001 - as above
    assert answered.meant
    assert failed.code == 1
    assert not failed.meant
