"""What is no file at all is refused at once: nothing waits for a pipe, or reads a device without end."""

import os
from pathlib import Path

import pytest

from fuzz.held_folder import FILES
from kehoach.cli.app import run


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes that lie in a folder")
@pytest.mark.parametrize("kind", ["plan", "agencies", "submissions"])
@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx", "a.txt"])
def test_a_pipe_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for each in ("plan_07.yaml", "agencies.yaml"):
        (data / each).write_text(FILES[each], encoding="utf-8")
    pipe = tmp_path / name
    os.mkfifo(pipe)
    reader = os.open(
        pipe, os.O_RDWR
    )  # so that whoever opens it does not wait for somebody to write
    os.write(reader, b"x")
    try:
        assert run(["--data", str(data), "import", kind, str(pipe)]) == 2
    finally:
        os.close(reader)
    assert name in capsys.readouterr().err
