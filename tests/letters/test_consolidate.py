"""The command that consolidates: one line for wrong use, and nothing is overwritten."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.letters.consolidation.gathered_reports import consolidate
from kehoach.reading.folder import DataFolder
from letters.consolidated import (
    AGENCIES,
    DAY,
    PLAN,
    Judge,
    consolidation_markdown,
    files,
)

Capture = pytest.CaptureFixture[str]
SHIPPED = Path(__file__).resolve().parents[2] / "data"


# ── The command ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def data(folder: Callable[..., DataFolder]) -> str:
    """Return the small folder's name."""
    return str(folder(files()).root)


def command(capsys: Capture, data: str, *args: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error."""
    code = app.run(["consolidate", "--no-git", "--as-of", DAY, "--data", data, *args])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ("--item 1 --period 2021", "không phải là báo cáo"),
        ("--item 9 --period 2021", "không có mục"),
        ("--item 3 --period 1999", "không có kỳ"),
        ("--item 4 --period 2021", "không có kỳ 2021: once"),
        ("--item 3", "cần --period: 2021, 2022"),
        ("--item 3 --period 2022", "chưa bắt đầu"),
        ("--item 3 --period 2021 --plan 99", "không có kế hoạch “99”"),
        ("--item 3 --period 2021 --format pdf", "markdown | docx"),
        ("--period 2021", "--item"),
    ],
)
def test_wrong_use_is_told_in_one_line(capsys: Capture, data: str, args: str, words: str) -> None:
    """Exit code 2, nothing on standard output."""
    code, out, err = command(capsys, data, *args.split())
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_period_that_is_the_only_one_needs_no_name(capsys: Capture, data: str) -> None:
    """Item 4 is asked for once."""
    code, out, _ = command(capsys, data, "--item", "4")
    assert code == 0
    assert "Sở Nội vụ: quá hạn 168 ngày" in out  # 30 June → 15 December


def test_a_file_is_not_overwritten(capsys: Capture, data: str, tmp_path: Path) -> None:
    """Unless ``--force`` says so; the suffix alone asks for Word."""
    path = tmp_path / "bao-cao.docx"
    args = ("--item", "3", "--period", "2021", "-o", str(path))
    assert command(capsys, data, *args) == (0, "", "")
    first = path.read_bytes()
    assert first.startswith(b"PK")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "--force" in err
    assert command(capsys, data, *args, "--force", "--format", "markdown")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("# Tổng hợp")


def test_a_file_that_cannot_be_written(capsys: Capture, data: str, tmp_path: Path) -> None:
    """A folder that is not there: one line, not an accident."""
    path = tmp_path / "no" / "bc.md"
    code, _, err = command(capsys, data, "--item", "3", "--period", "2021", "-o", str(path))
    assert (code, err.count("\n")) == (2, 1)


def test_word_is_no_text_for_a_terminal(
    capsys: Capture, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Binary on a screen is refused before anything is read."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    args = ("--item", "3", "--period", "2021", "--format", "docx")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "-o" in err


def test_a_missing_package_is_named(
    capsys: Capture, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra that brings it, ready to paste."""
    monkeypatch.setitem(sys.modules, "docx", None)
    args = ("--item", "3", "--period", "2021", "--format", "docx")
    code, out, err = command(capsys, data, *args)
    assert (code, out) == (2, "")
    assert "pip install python-docx" in err
    assert command(capsys, data, *args[:-2])[0] == 0


@pytest.mark.parametrize(
    "args", [["status"], ["consolidate", "--item", "III.1.c", "--period", "2021"]]
)
def test_the_library_is_loaded_only_when_used(args: list[str]) -> None:
    """``status`` may not become slower for it, nor Markdown."""
    script = (
        "import sys; from kehoach.cli.app import run; "
        "code = run(sys.argv[1:]); sys.exit(code or 10 * ('docx' in sys.modules))"
    )
    told = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, *args, "--as-of", DAY, "--no-git", "--data", str(SHIPPED)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        check=False,
    )
    assert told.returncode == 0, told.stderr


def test_the_shipped_data() -> None:
    """Plan 06, 2021: 19 agencies, the Board of industrial zones and 10 districts owe III.1.c."""
    from kehoach.run import Question, answer  # noqa: PLC0415 - only here

    run = answer(DataFolder(SHIPPED), "data/", Question(date(2021, 12, 31), git=False))
    (report,) = run.reports
    (demand,) = [
        each for each in report.docket.demands if (each.item.id, each.period) == ("III.1.c", "2021")
    ]
    of = consolidate(report, demand, run.workspace.filings)
    assert of.asked == 30
    late = [run.agency_name(each.agency) for each in of.late]
    assert late == ["UBND huyện Yên Thế"]  # its letter was entered on 08/12, due 01/12
    assert of.sample


def test_the_last_day_of_each_group_is_named(judge: Judge) -> None:
    """Of Sở Nội vụ by 20 November, of all others before 2 December: no one day is everybody's."""
    own = "{every: year, by: 11-20, agencies: [so-noi-vu]}"
    plan = PLAN.replace("{every: year, before: 12-02}", f"[{own}, {{every: year, before: 12-02}}]")
    run = judge({"plan_07.yaml": plan, "agencies.yaml": AGENCIES}, DAY, git=False)
    demands = [each for each in run.reports[0].docket.demands if each.item.id == "3"]
    of = consolidate(run.reports[0], demands[0], run.workspace.filings)
    told = consolidation_markdown(run, of, "vi")
    assert "ngày cuối cùng còn đúng hạn: 20/11/2021 (Sở Nội vụ); 01/12/2021." in told
