"""Sheets that go out to each agency and come back together: ``export --template --each``, ``import``."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run

ON = ("--as-of", "2022-11-25")
REPORT = 'id: "9", kind: report, lead: [so-nganh], deadline: {every: year, before: 12-02}'
TASK = 'id: "1", lead: [so-nganh], deadline: {by: 2022-06-30}'
STATUS, COMPLETED, NUMBER, DAY, REASON, EXPECTED = "GHJKNO"
BOOK = "schema: kehoach/receipts@1\n# sổ\nreceipts: []\n"


@pytest.fixture
def sent(
    folder: MakeFolder, plan_text: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return where ``data/`` lies, and beside it ``out/`` with a workbook for each agency."""
    plan = plan_text(REPORT, TASK, head='policy: {reporting: "9"}')
    root = folder({"plan_07.yaml": plan, "receipts.yaml": BOOK}).root.parent
    monkeypatch.chdir(root)
    assert run(["export", "--template", "--each", "-o", "out", *ON]) == 0
    return root


def fill(file: Path, number: str, **cells: str) -> None:
    """Fill in the letter, the report as sent, and cells of the task by their columns."""
    book = openpyxl.load_workbook(file)
    (sheet,) = (each for each in book.worksheets[1:] if each.sheet_state == "visible")
    rows = {sheet[f"A{row}"].value: row for row in range(1, sheet.max_row + 1)}
    sheet[f"{STATUS}{rows['head number']}"] = number
    sheet[f"{STATUS}{rows['head date']}"] = date(2022, 11, 22)
    sheet[f"{STATUS}{rows['report 9 2022']}"] = "đã gửi"
    for column, value in cells.items():
        sheet[f"{column}{rows['task 1 once']}"] = value
    book.save(file)


def test_each_agency_gets_a_workbook_called_by_its_id(sent: Path, capsys: Capture) -> None:
    assert sorted(each.name for each in (sent / "out").iterdir()) == [
        "so-noi-vu.xlsx", "so-tai-chinh.xlsx", "so-tu-phap.xlsx",
    ]  # fmt: skip
    assert run(["export", "--template", "--each", "-o", "new", *ON]) == 0
    assert "3 bảng" in capsys.readouterr().err
    assert run(["export", "--template", "--each", "-o", "out", *ON]) == 2
    assert run(["export", "--each", "-o", "out", *ON]) == 2
    assert run(["export", "--template", "--each", *ON]) == 2


def come_back(sent: Path) -> None:
    """Of three workbooks one is in order, one has a cell that says nothing known, one came empty."""
    reasons = {REASON: "chờ ý kiến Sở Tài chính", EXPECTED: "20/12/2022"}
    fill(sent / "out/so-noi-vu.xlsx", "5/BC-SNV", **{STATUS: "đang thực hiện"}, **reasons)
    fill(sent / "out/so-tai-chinh.xlsx", "6/BC-STC", **{STATUS: "gần xong"})


def test_a_folder_comes_back_at_once_and_one_bad_cell_blocks_its_agency(
    sent: Path, capsys: Capture
) -> None:
    """What can be read is written and entered in the book, and nothing of it twice."""
    come_back(sent)
    given = ["import", "submissions", "out", "--received", "23/11/2022", *ON]
    assert run(given) == 1
    told = capsys.readouterr().out
    assert "tờ “STC”, ô G" in told
    assert "lỗi: không rõ trạng thái “gần xong”" in told
    assert "chưa ghi: “STC”" in told
    assert (sent / "data/submissions/so-noi-vu/bao-cao-2022.yaml").read_text(encoding="utf-8") == (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-noi-vu\n'
        'document: {number: "5/BC-SNV", date: 2022-11-22}\n'
        'reports:\n  - item: "9"\n    period: 2022\n'
        'tasks:\n  - item: "1"\n    period: once\n    status: in_progress\n'
        "    reason: chờ ý kiến Sở Tài chính\n    expected: 2022-12-20\n"
    )
    entered = (
        "schema: kehoach/receipts@1\n# sổ\nreceipts:\n"
        "  - agency: so-noi-vu\n    received: 2022-11-23\n"
        '    document: {number: "5/BC-SNV", date: 2022-11-22}\n'
    )
    book = sent / "data/receipts.yaml"
    assert book.read_text(encoding="utf-8") == entered
    assert not (sent / "data/submissions/so-tai-chinh").exists()
    fill(sent / "out/so-tai-chinh.xlsx", "6/BC-STC", **{STATUS: "đang thực hiện"})
    assert run(given) == 0
    assert book.read_text(encoding="utf-8") == entered + (
        "  - agency: so-tai-chinh\n    received: 2022-11-23\n"
        '    document: {number: "6/BC-STC", date: 2022-11-22}\n'
    )
    capsys.readouterr()
    # The report was due on 1 December 2022: it came on 23 November, and the book says so.
    assert run(["status", "--item", "9", "--period", "2022", "--format", "json", *ON]) == 0
    owed = json.loads(capsys.readouterr().out)["obligations"]
    assert {each["agency"]: (each["status"], each["received"]) for each in owed} == {
        "so-noi-vu": ("done_on_time", "2022-11-23"),
        "so-tai-chinh": ("done_on_time", "2022-11-23"),
        "so-tu-phap": ("in_term", None),
    }
    assert run(["check", "--no-git", "--as-of", "2022-11-25"]) == 0


def test_an_import_says_what_it_did_not_write_again(sent: Path, capsys: Capture) -> None:
    """The same sheets a second time change nothing; with one more, only that is written."""
    fill(sent / "out/so-noi-vu.xlsx", "5/BC-SNV")
    given = ["import", "submissions", "out/so-noi-vu.xlsx", "--received", "23/11/2022", *ON]
    assert run(given) == 0
    first = capsys.readouterr()
    assert first.out.endswith("1 tệp đã ghi\n")
    assert "commit" in first.err
    assert run(given) == 0
    second = capsys.readouterr()
    assert second.out.endswith("1 tệp; không tệp nào đổi nên không ghi lại\n")
    assert "commit" not in second.err
    fill(sent / "out/so-tu-phap.xlsx", "7/BC-STP")
    assert run([*given, "out/so-tu-phap.xlsx"]) == 0
    assert capsys.readouterr().out.endswith("2 tệp (1 đã ghi, còn lại không đổi)\n")


def test_two_workbooks_of_one_agency_are_both_left(sent: Path, capsys: Capture) -> None:
    """Which of the two holds, only the agency knows; the other agencies' are written."""
    come_back(sent)
    shutil.copy(sent / "out/so-noi-vu.xlsx", sent / "out/lan-2.xlsx")
    fill(sent / "out/so-tu-phap.xlsx", "7/BC-STP")
    assert run(["import", "submissions", "out", *ON]) == 1
    assert "so-noi-vu, kỳ 2022" in capsys.readouterr().out
    written = (sent / "data/submissions").iterdir()
    assert [each.name for each in written] == ["so-tu-phap"]


def test_what_came_before_its_letter_is_not_entered(sent: Path, capsys: Capture) -> None:
    fill(sent / "out/so-tu-phap.xlsx", "7/BC-STP")
    assert run(["import", "submissions", "out", "--received", "2022-11-21", *ON]) == 1
    assert "sau ngày nhận 21/11/2022" in capsys.readouterr().out
    assert not (sent / "data/submissions").exists()
    assert run(["import", "submissions", "out", "--received", "2022-11-26", *ON]) == 2
    assert "sau hôm nay (25/11/2022)" in capsys.readouterr().err


def test_a_reason_for_what_is_done_is_told_and_left_out(sent: Path, capsys: Capture) -> None:
    done = {STATUS: "hoàn thành", COMPLETED: "20/6/2022", NUMBER: "1/KH", DAY: "20/6/2022"}
    late = {REASON: "chờ", EXPECTED: "1/12/2022"}
    fill(sent / "out/so-tu-phap.xlsx", "7/BC-STP", **done, **late)
    assert run(["import", "submissions", "out/so-tu-phap.xlsx", *ON]) == 0
    told = capsys.readouterr().out
    assert "lý do ấy không được ghi" in told
    assert "ngày ấy không được ghi" in told
    text = (sent / "data/submissions/so-tu-phap/bao-cao-2022.yaml").read_text(encoding="utf-8")
    assert "reason" not in text
    assert "expected" not in text


def test_other_files_of_the_folder_are_named_and_a_strange_workbook_hinders_none(
    sent: Path, capsys: Capture
) -> None:
    fill(sent / "out/so-tu-phap.xlsx", "7/BC-STP")
    (sent / "out/thu.pdf").write_bytes(b"%PDF")
    (sent / "out/~$so-tu-phap.xlsx").write_bytes(b"")
    openpyxl.Workbook().save(sent / "out/khac.xlsx")
    assert run(["import", "submissions", "out", *ON]) == 1
    told = capsys.readouterr()
    assert "thu.pdf" in told.err
    assert "khac.xlsx" in told.err
    assert "~$" not in told.err
    assert (sent / "data/submissions/so-tu-phap/bao-cao-2022.yaml").exists()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_workbook_that_libreoffice_saved_anew_comes_back(sent: Path, tmp_path: Path) -> None:
    file = sent / "out/so-tu-phap.xlsx"
    fill(file, "7/BC-STP", **{STATUS: "đang thực hiện", REASON: "chờ", EXPECTED: "20/12/2022"})
    for ending, source in (("ods", file), ("xlsx", tmp_path / "so-tu-phap.ods")):
        subprocess.run(  # noqa: S603 - a program of the system's
            ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless",  # noqa: S607
             "--convert-to", ending, "--outdir", str(tmp_path), str(source)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    assert run(["import", "submissions", str(tmp_path / "so-tu-phap.xlsx"), *ON]) == 0
    text = (sent / "data/submissions/so-tu-phap/bao-cao-2022.yaml").read_text(encoding="utf-8")
    assert 'number: "7/BC-STP", date: 2022-11-22' in text
    assert "reason: chờ\n    expected: 2022-12-20\n" in text
