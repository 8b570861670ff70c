"""A file's name promises its content: what a command cannot write it refuses by name."""

from pathlib import Path

import pytest

from kehoach.cli import app

DATA = str(Path(__file__).parents[2] / "data")
COMMANDS = {
    "export": ["export", "--as-of", "2021-12-15", "--no-git"],
    "summary": ["summary", "--as-of", "2021-12-15", "--no-git"],
    "consolidate": ["consolidate", "--item", "III.1.c", "--period", "2021", "--no-git"],
}


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("export", "x.pdf"), ("export", "x.docx"), ("export", "x.XLS"), ("summary", "x.odt"),
        ("summary", "x.pdf"), ("consolidate", "x.pdf"), ("consolidate", "x.html"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    """Text in a file called .docx is broken to Word."""
    path = tmp_path / name
    assert app.run([*COMMANDS[command], "--data", DATA, "-o", str(path)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n"), path.exists()) == ("", 1, False)
    assert path.suffix in told.err


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        ("summary", "x.html", "<!DOCTYPE html>"),
        ("summary", "x.md", "> **"),
        ("export", "x.csv", "Kế hoạch,"),
        ("consolidate", "x.txt", "# Tổng"),
        ("export", "khong-duoi", "Kế hoạch,"),
    ],
)
def test_the_name_chooses_the_format(tmp_path: Path, command: str, name: str, begins: str) -> None:
    path = tmp_path / name
    assert app.run([*COMMANDS[command], "--data", DATA, "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith(begins)
