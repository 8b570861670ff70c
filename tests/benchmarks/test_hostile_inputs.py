"""The table of hostile inputs: each can be made, of the size asked for, and is met with a meaning."""

from pathlib import Path

import pytest

from hostile.inputs import Hostile, hostile_inputs
from kehoach.cli.app import run

INPUTS = tuple(hostile_inputs())


def test_there_are_many_and_none_twice() -> None:
    assert len(INPUTS) >= 150
    assert len({each.name for each in INPUTS}) == len(INPUTS)


@pytest.mark.parametrize("hostile", INPUTS, ids=lambda each: each.name.replace(" ", "-"))
def test_an_input_has_its_size_and_every_command_an_exit_that_is_meant(
    hostile: Hostile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two kilobytes of what is measured by the megabyte, in this process: an exception fails the test."""
    size = hostile.lay(tmp_path, 0.002)
    assert 0.0009 < size < 0.01
    asked = ["check", "--data", str(tmp_path), "--no-git", "--no-cache", "--as-of", "2026-06-01"]
    assert run(asked) in (0, 1, 2)
    told = capsys.readouterr()
    assert told.out or told.err
