"""The command export: files, separators, missing libraries."""

import csv
import sys
from io import StringIO
from pathlib import Path

import pytest

from kehoach.cli.app import run as command
from sheets.exported import SHIPPED


def _command(*args: str) -> int:
    return command([
        "export", "--data", str(SHIPPED), "--as-of", "2021-12-15", "--no-git", *args
    ])  # fmt: skip


def test_a_file_is_not_overwritten_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The suffix chooses the format; ``--force`` overwrites; a BOM where Excel needs one."""
    path = tmp_path / "xuất.csv"
    assert _command("-o", str(path)) == 0
    before = path.read_bytes()
    assert _command("-o", str(path), "--bom") == 2
    assert path.read_bytes() == before
    assert "--force" in capsys.readouterr().err
    assert _command("-o", str(path), "--bom", "--force") == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + before
    assert _command("-o", str(tmp_path / "a.xlsx")) == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert _command("-o", str(tmp_path / "no" / "such.csv")) == 2


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Off a terminal bytes go there as they are."""
    assert _command("--format", "csv") == 0
    assert capfdbinary.readouterr().out.startswith("Kế hoạch,Mục,Kỳ".encode())
    assert _command("--format", "docx") == 2
    assert _command("--format", "json", "--bom") == 2


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_a_terminal_gets_no_binary(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that names what is refused and the way out, and nothing on standard output."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert _command("--format", name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert f"{name} không phải văn bản để in ra màn hình; ghi ra tệp bằng -o TỆP" in told.err


@pytest.mark.parametrize(
    ("name", "library"),
    [("xlsx", "xlsxwriter"), ("ics", "icalendar"), ("parquet", "pyarrow")],
)
def test_a_missing_library_is_named(
    name: str,
    library: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says what to install, exit 2."""
    monkeypatch.delitem(sys.modules, f"kehoach.sheets.export_{name}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    assert _command("--format", name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith(f"pip install {library}\n")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(("name", "separator"), [(";", ";"), ("tab", "\t"), (",", ",")])
def test_fields_are_divided_as_asked(
    capfdbinary: pytest.CaptureFixture[bytes], name: str, separator: str
) -> None:
    """The same cells, however they are divided; "-" is standard output, and no file."""
    assert _command("-o", "-", "--format", "csv") == 0
    usual = capfdbinary.readouterr().out.decode()
    assert _command("-o", "-", "--format", "csv", "--sep", name) == 0
    divided = capfdbinary.readouterr().out.decode()
    cells = list(csv.reader(StringIO(divided, newline=""), delimiter=separator))
    assert cells == list(csv.reader(StringIO(usual, newline="")))
    assert len(cells) > 1
    assert not Path("-").exists()


def test_a_separator_is_for_csv_only() -> None:
    assert _command("--format", "json", "--sep", ";") == 2
