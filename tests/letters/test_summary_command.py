"""``kehoach summary``: to a file, one file each, and what it refuses to write."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from letters.summed_up import DAY, FILES, Capture, Judge, render


@pytest.fixture
def run(judge: Judge) -> Run:
    """Return the verdicts on the small example, by declared dates."""
    return judge(FILES, DAY, git=False)


@pytest.fixture
def here(folder: Callable[..., DataFolder], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside the example's ``data/``."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG"):
        monkeypatch.delenv(name, raising=False)
    root = folder(FILES).root.parent
    monkeypatch.chdir(root)
    return root


SUMMARY = ["summary", "--as-of", DAY, "--no-git"]


def test_the_command_compares_with_the_year_before(here: Path, capsys: Capture) -> None:
    """It judges the same files twice."""
    assert app.run([*SUMMARY, "--data", str(here / "data")]) == 0
    assert "| Quá hạn | 6 | 6 | 0 |" in capsys.readouterr().out


def test_to_a_file(here: Path, capsys: Capture) -> None:
    """An existing file is kept unless ``--force`` is given."""
    where = here / "thu" / "stc.md"
    args = [*SUMMARY, "--agency", "Sở Tài chính", "-o", str(where)]
    assert app.run(args) == 0
    assert "Kính gửi: Sở Tài chính" in where.read_text(encoding="utf-8")
    where.write_text("của tôi", encoding="utf-8")
    assert app.run(args) == 2
    assert "--force" in capsys.readouterr().err
    assert where.read_text(encoding="utf-8") == "của tôi"
    assert app.run([*args, "--force"]) == 0
    assert "Kính gửi" in where.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "ending"), [("markdown", "md"), ("html", "html"), ("eml", "eml"), ("docx", "docx")]
)
def test_one_file_each(here: Path, capsys: Capture, name: str, ending: str) -> None:
    """Whoever owes something overdue or due soon; nobody that is no more."""
    args = [*SUMMARY, "--each", "--format", name, "-o", "thu"]
    assert app.run(args) == 0
    told = capsys.readouterr()
    assert "đã ghi 2 tệp" in told.err
    assert "Sở Cũ" in told.err
    assert "của chính cơ quan theo dõi, không phải văn bản gửi đi: Sở Tư pháp" in told.err
    names = sorted(path.name for path in (here / "thu").iterdir())
    assert names == [f"so-tai-chinh.{ending}", f"so-tu-phap.{ending}"]
    assert yaml.safe_load(told.out) == [{
        "plan": "07", "agency": "so-tai-chinh", "document": {"date": date(2022, 12, 10)},
        "about": [{"item": "1"}, {"item": "3", "period": "2021"}, {"item": "4", "period": "2021"}],
    }]  # fmt: skip


@pytest.mark.usefixtures("here")
def test_nothing_to_write_is_said(capsys: Capture) -> None:
    """Before anything is due there is no letter; it is told what comes next (item 1 opens in March)."""
    assert (
        app.run(["summary", "--as-of", "2021-02-01", "--no-git", "--agency", "so-tai-chinh"]) == 0
    )
    told = capsys.readouterr()
    assert told.out == ""
    assert "Sở Tài chính không có nội dung nào quá hạn" in told.err
    assert "thời hạn tiếp theo là 01/12/2021" in told.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("agency", "words"), [("so-cu", "không có cơ quan kế thừa: Sở Cũ"),
                          ("so-ke-hoach", "viết cho cơ quan kế thừa: Sở Tài chính")]
)  # fmt: skip
def test_nobody_writes_to_a_body_that_has_ended(capsys: Capture, agency: str, words: str) -> None:
    """One line says why, and to whom instead."""
    assert app.run([*SUMMARY, "--agency", agency]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err


@pytest.mark.parametrize("files", ["git", "xlsx", "paper", None])
def test_how_to_send_follows_what_the_agency_files(judge: Judge, files: str | None) -> None:
    """Only who files by git reads of files and commands; there the name is that which new makes."""
    kind = f", files: {files}" if files else ""
    registry = FILES["agencies.yaml"].replace("name: Sở Tài chính", f"name: Sở Tài chính{kind}")
    run = judge({**FILES, "agencies.yaml": registry}, DAY, git=False)
    text = render(run, "markdown", agency="so-tai-chinh")
    assert ("kehoach new --agency so-tai-chinh --period KỲ" in text) == (files == "git")
    assert ("submissions/so-tai-chinh/bao-cao-2021.yaml, dưới reports:" in text) == (files == "git")
    assert ("biểu mẫu (bảng tính) gửi kèm" in text) == (files == "xlsx")
    assert ("gửi bằng văn bản về Sở Tư pháp" in text) == (files in {"paper", None})


def test_one_existing_file_stops_all(here: Path) -> None:
    """Nothing is half written; a link is replaced, never written through."""
    where = here / "thu"
    where.mkdir()
    (here / "khac.md").write_text("x", encoding="utf-8")
    (where / "so-tai-chinh.md").symlink_to(here / "khac.md")
    args = [*SUMMARY, "--each", "-o", "thu"]
    assert app.run(args) == 2
    assert [path.name for path in where.iterdir()] == ["so-tai-chinh.md"]
    assert app.run([*args, "--force"]) == 0
    assert (here / "khac.md").read_text(encoding="utf-8") == "x"
    assert not (where / "so-tai-chinh.md").is_symlink()


@pytest.mark.parametrize(
    "args",
    [
        ["--each"],
        ["--agency", "so-khong-co"],
        ["--number", "125"],
        ["--record"],
        ["--agency", "so-tai-chinh", "--number", "mười"],
        ["--agency", "so-tai-chinh", "--dated", "2022-12-09"],
        ["--agency", "so-tai-chinh", "--reply-by", "2022-12-10"],
        ["--agency", "so-tai-chinh", "--record", "--number", "125"],
        ["--agency", "so-tai-chinh", "--record", "--rev", "HEAD"],
        ["--agency", "so-tai-chinh", "--agency", "so-tu-phap"],
        ["--each", "-o", "data/agencies.yaml"],
        ["-o", "data"],
        ["-o", "data", "--force"],
    ],
)
def test_wrong_use(here: Path, capsys: Capture, args: list[str]) -> None:
    """One line on standard error, exit code 2, nothing written."""
    assert app.run([*SUMMARY, *args]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert {path.name for path in here.iterdir()} == {"data"}


def test_status_pays_nothing_for_it(here: Path) -> None:
    """``kehoach status`` imports nothing of it."""
    code = (
        "import sys; from kehoach.cli.app import run; run(['status', '--no-git', '--as-of', "
        f"'{DAY}']); loaded = [name for name in sys.modules if name.startswith('kehoach.letters') "
        "or name == 'kehoach.verdicts.tables.trend']; sys.exit(len(loaded))"
    )
    src = Path(app.__file__).parents[2]
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", code],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(src), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
