"""``kehoach import submissions``: what an agency filled in becomes its file, or is named by cell.

The template is the program's own; it is filled in by openpyxl, as an agency would.
"""

import json
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import openpyxl
import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from kehoach.cli.commands.importing.returned import import_submissions
from kehoach.cli.frame.settings import Settings
from kehoach.contract.schemas import schema_text
from kehoach.diagnostics import Severity
from kehoach.filing.forms import Forms
from kehoach.model.submissions import Submission
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.sheets.template_xlsx import template_xlsx

MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]

AS_OF = date(2022, 11, 25)
REPORT = 'id: "9", kind: report, lead: [so-nganh], deadline: {every: year, before: 12-02}'
TASK = 'id: "1", lead: [so-nganh], deadline: {by: 2022-06-30}'
GOING = 'id: "2", lead: [so-nganh], deadline: {continuous: "true"}'
FIELDS = 'id: "3", lead: [so-nganh], deadline: {every: year}, quota: [{at_least: 2}]'
STATUS, COMPLETED, QUANTITY, NUMBER, DAY, SUBJECT, NOTE = "GHIJKLM"
ROWS = ("report 9 2022", "task 1 once", "task 2 2022", "task 3 2022")


class Told(NamedTuple):
    """What the command said: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


class Desk:
    """A data folder, the template made from it, and the command that reads it back."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str] | None = None) -> None:
        self.root = root
        self.capsys = capsys
        self.file = root.parent / f"{root.name}.xlsx"
        run = answer(DataFolder(root), "", Question(AS_OF, git=False))
        forms = Forms(run.reports[0]).all(("so-tai-chinh", "so-noi-vu"), "2022")
        self.file.write_bytes(template_xlsx(run, forms, "vi"))

    @contextmanager
    def open(self, sheet: str = "STC") -> Iterator["Pen"]:
        """Open the workbook as an agency does, and save it."""
        book = openpyxl.load_workbook(self.file)
        yield Pen(book[sheet])
        book.save(self.file)

    def run(self, *, force: bool = False, format_: str = "text") -> Told:
        """Run the command."""
        given = Settings(self.root, "vi", "never")
        try:
            code = import_submissions(given, [self.file], force=force, format_=format_, as_of=AS_OF)
        except typer.Exit as left:
            code = left.exit_code
        told = self.capsys.readouterr() if self.capsys else ("", "")
        return Told(code, *told)

    def written(self) -> dict[str, Submission]:
        """Return the files that are there, as the program's own reader reads them."""
        run = answer(DataFolder(self.root), "", Question(AS_OF, git=False))
        assert run.workspace.findings == ()
        return {each.file: each.submission for each in run.workspace.filings}


class Pen:
    """Writes into one sheet by the marks of its rows."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.rows = {sheet[f"A{row}"].value: row for row in range(1, sheet.max_row + 1)}

    def put(self, mark: str, letter: str, value: Any) -> str:
        """Fill in a cell, and return its place."""
        place = f"{letter}{self.rows[mark]}"
        self.sheet[place] = value
        return place

    def head(self, number: Any = "210/BC-STC", day: Any = date(2022, 11, 24)) -> None:
        """Fill in what every sheet needs."""
        self.put("head number", STATUS, number)
        self.put("head date", STATUS, day)


@pytest.fixture
def desk(folder: MakeFolder, plan_text: PlanText, capsys: pytest.CaptureFixture[str]) -> Desk:
    plan = plan_text(REPORT, TASK, GOING, FIELDS, head='policy: {reporting: "9"}')
    return Desk(folder({"plan_07.yaml": plan}).root, capsys)


FILE = "submissions/so-tai-chinh/bao-cao-2022.yaml"


def _stroke(pen: "Pen", letters: str) -> None:
    row = pen.rows[ROWS[1]]
    for letter in letters:
        pen.sheet[f"{letter}{row}"].font = Font(strike=True)


@pytest.mark.parametrize("letters", ["ABCDEFGHIJKLM", "G", "H", "CD"])
def test_what_is_struck_out_is_not_taken_as_done(desk: Desk, letters: str) -> None:
    """Case 10: whether a row that was crossed out still holds, only its agency can say."""
    with desk.open() as pen:
        pen.head()
        for letter, value in zip("GHJK", ("hoàn thành", date(2022, 6, 5), "7/KH", date(2022, 6, 5)),
                                 strict=True):  # fmt: skip
            pen.put(ROWS[1], letter, value)
        _stroke(pen, letters)
    told = desk.run()
    assert told.code == 1
    assert "gạch ngang" in told.out + told.err
    assert desk.written() == {}


def test_a_text_box_of_a_returned_workbook_is_told(desk: Desk) -> None:
    """It is shown over the cells, and nothing reads it: a doubt, which hinders nothing."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    with zipfile.ZipFile(desk.file, "a") as package:
        box = f'<d xmlns:a="{space}"><a:t>Xin lùi đến 30/11</a:t></d>'
        package.writestr("xl/drawings/drawing9.xml", box)
    told = desk.run()
    assert told.code == 0
    assert "Xin lùi đến 30/11" in told.out + told.err


def test_some_words_struck_out_of_a_note_are_told(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "đang thực hiện")
        run = TextBlock(InlineFont(strike=True), "đã xong")
        pen.put(ROWS[1], NOTE, CellRichText("Đã họp, ", run))
    told = desk.run()
    assert told.code == 1
    assert "gạch ngang" in told.out + told.err


def test_a_filled_sheet_becomes_a_file_without_a_finding(desk: Desk) -> None:
    """Every way in which a cell may say the same: words, days, numbers, as people type them."""
    with desk.open() as pen:
        pen.head(day="24/11/2022")
        pen.put("head signer", STATUS, "Nguyễn Văn A")
        pen.put("head note", STATUS, "Ghi chú chung")
        pen.put(ROWS[0], STATUS, "đã gửi")
        for letter, value in zip("GHIJKLM", (
            "Hoàn thành 100%", "5/6/2022", None, "77/KH-STC", datetime(2022, 6, 5),  # noqa: DTZ001
            "Kế hoạch: “một”", "một\nhai",
        ), strict=True):  # fmt: skip
            pen.put(ROWS[1], letter, value)
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        pen.put(ROWS[3], STATUS, "hoàn thành")
        pen.put(ROWS[3], COMPLETED, date(2022, 9, 1))
        pen.put(ROWS[3], QUANTITY, "02")
    told = desk.run()
    assert told.code == 0, told
    assert "SNV" in told.out  # nothing was filled in on that sheet: said, and no file made
    assert set(desk.written()) == {FILE}
    found = desk.written()[FILE]
    assert found.model_dump(mode="python", exclude_defaults=True, exclude={"schema_"}) == {
        "plan": "07", "agency": "so-tai-chinh",
        "document": {
            "number": "210/BC-STC", "date": date(2022, 11, 24), "signer": "Nguyễn Văn A",
        },
        "reports": ({"item": "9", "period": "2022"},),
        "tasks": (
            {"item": "1", "period": "once", "status": "done", "completed": date(2022, 6, 5),
             "evidence": ({"number": "77/KH-STC", "date": date(2022, 6, 5),
                           "title": "Kế hoạch: “một”"},), "note": "một\nhai"},
            {"item": "2", "period": "2022", "status": "in_progress"},
            {"item": "3", "period": "2022", "status": "done", "completed": date(2022, 9, 1),
             "quantity": 2},
        ),
        "note": "Ghi chú chung",
    }  # fmt: skip
    run = answer(DataFolder(desk.root), "", Question(AS_OF, git=False))
    assert [each for each in run.wrong if each.rule.severity is not Severity.NOTICE] == []


@pytest.mark.parametrize(
    ("row", "letter", "value", "words"),
    [
        (1, STATUS, "gần xong", "không rõ trạng thái “gần xong”"),
        (1, COMPLETED, "31/06/2022", "không phải một ngày"),
        (1, COMPLETED, "6/2022", "không phải một ngày"),
        (1, COMPLETED, date(2022, 12, 25), "chưa tới"),
        (3, QUANTITY, "hai", "số nguyên"),
        (1, NUMBER, date(2022, 6, 1), "đổi thành ngày 01/06/2022"),
        (1, NOTE, "=1+1", "công thức"),
        (1, DAY, "=TODAY()", "công thức"),
        (1, SUBJECT, "#N/A", "#N/A"),
        (2, NOTE, "có kết quả", "chưa chọn trạng thái"),
        (2, COMPLETED, date(2022, 6, 1), "chưa chọn trạng thái"),
        (0, STATUS, "hoàn thành", "không rõ trạng thái"),
        (0, NUMBER, "12/BC", "không dùng cho báo cáo"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_written(
    desk: Desk, row: int, letter: str, value: Any, words: str
) -> None:
    """With the sheet, the cell, what is wrong and how to mend it; all the others are good."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[0], STATUS, "đã gửi")
        pen.put(ROWS[1], STATUS, "hoàn thành")
        pen.put(ROWS[3], STATUS, "hoàn thành")
        place = pen.put(ROWS[row], letter, value)
    told = desk.run()
    named = [line for line in told.out.splitlines() if f"ô {place}: lỗi" in line]
    if "chưa chọn" in words:  # the state's own cell is what is missing
        named = [line for line in told.out.splitlines() if ": lỗi: " in line]
    assert (told.code, len(named), desk.written()) == (1, 1, {})
    assert words in named[0]
    assert "tờ “STC”" in named[0]
    assert told.out.splitlines()[told.out.splitlines().index(named[0]) + 1].startswith("    → ")


def test_undone_with_a_day_of_completion_is_a_contradiction(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "đang thực hiện")
        place = pen.put(ROWS[1], COMPLETED, "5/6/2022")
    told = desk.run()
    assert (told.code, f"ô {place}: lỗi" in told.out) == (1, True)


@pytest.mark.parametrize(("number", "day"), [(None, "24/11/2022"), ("1/BC", None),
                                             ("1/BC", "26/11/2022"), ("-", "24/11/2022")])  # fmt: skip
def test_the_letter_needs_a_number_and_a_day_not_after_today(
    desk: Desk, number: str | None, day: str | None
) -> None:
    """Otherwise ``check`` would complain: nobody knows when it came (KH408), or KH503."""
    with desk.open() as pen:
        pen.head(number, day)
        pen.put(ROWS[0], STATUS, "đã gửi")
    assert desk.run().code == 1
    assert desk.written() == {}


def test_a_day_that_excel_left_as_a_number_is_read_and_doubted(desk: Desk) -> None:
    """44717 is 5 June 2022 in the counting from 1900."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "hoàn thành")
        place = pen.put(ROWS[1], COMPLETED, 44717)
        pen.sheet[place].number_format = "General"
    told = desk.run()
    assert (told.code, f"ô {place}: cần xem lại: số 44717 được hiểu là ngày 05/06/2022" in told.out) \
        == (0, True)  # fmt: skip
    assert desk.written()[FILE].tasks[0].completed == date(2022, 6, 5)


@pytest.mark.parametrize(
    ("fill", "words"),
    [
        ({STATUS: "hoàn thành"}, "không ghi ngày"),
        ({STATUS: "hoàn thành", COMPLETED: date(2022, 11, 25)}, "sau ngày văn bản gửi kèm"),
        ({STATUS: "hoàn thành", COMPLETED: date(2022, 6, 1), NUMBER: "1/A", DAY: date(2022, 7, 1)},
         "sau ngày hoàn thành"),
        ({STATUS: "hoàn thành", COMPLETED: date(2022, 6, 1), SUBJECT: "Công văn"}, "không có số"),
        ({STATUS: "80%"}, "đang thực hiện, 80%"),
    ],
)  # fmt: skip
def test_a_doubt_is_told_and_does_not_hinder(desk: Desk, fill: dict[str, Any], words: str) -> None:
    with desk.open() as pen:
        pen.head()
        for letter, value in fill.items():
            pen.put(ROWS[1], letter, value)
    told = desk.run()
    doubts = [line for line in told.out.splitlines() if "cần xem lại" in line and words in line]
    assert (told.code, len(doubts)) == (0, 1), told
    assert FILE in desk.written()


def test_words_outside_the_cells_to_fill_in_are_told(desk: Desk) -> None:
    """A column of one's own, a line below the table, a word in the head, a comment: none is lost."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "đang thực hiện")
        places = [pen.put(ROWS[2], "Q", "Vướng mắc: thiếu người")]
        for place, words in (("B40", "Đề nghị cấp kinh phí"), ("D3", "Gửi Sở Tư pháp")):
            pen.sheet[place] = words
            places.append(place)
        pen.sheet["C10"].comment = Comment("Xem lại mục này", "A")
    told = desk.run()
    assert told.code == 0, told
    (line,) = (each for each in told.out.splitlines() if "ngoài các ô để điền" in each)
    said = ("Vướng mắc: thiếu người", "Đề nghị cấp kinh phí", "Gửi Sở Tư pháp", "Xem lại mục này")
    assert all(each in line for each in (*places, "C10", *said))


def test_a_template_filled_in_as_it_should_be_has_no_words_outside(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put("head note", STATUS, "Ghi chú chung")
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    assert "ngoài các ô" not in desk.run().out


def test_rows_sorted_hidden_and_sheets_renamed_say_the_same(desk: Desk) -> None:
    """The marks move with the rows."""
    with desk.open() as pen:
        pen.head()
        for mark in ROWS[1:]:
            pen.put(mark, STATUS, "đang thực hiện")
            pen.put(mark, NOTE, mark)
        rows = [pen.rows[mark] for mark in ROWS]
        cells = [[cell.value for cell in pen.sheet[row]] for row in rows]
        for row, values in zip(rows, reversed(cells), strict=True):
            for cell, value in zip(pen.sheet[row], values, strict=True):
                cell.value = value
        pen.sheet.row_dimensions[rows[1]].hidden = True
        pen.sheet.title = "Bản sao của tôi"
    assert desk.run().code == 0
    assert {f"task {each.item} {each.period}": each.note for each in desk.written()[FILE].tasks} \
        == {mark: mark for mark in ROWS[1:]}  # fmt: skip


def test_columns_may_move(desk: Desk) -> None:
    """A column put in before ours: the hidden keys stand above each column."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        for merged in list(pen.sheet.merged_cells.ranges):
            pen.sheet.unmerge_cells(str(merged))
        pen.sheet.insert_cols(1)
        pen.sheet.insert_cols(5)
    assert desk.run().code == 0
    assert [each.item for each in desk.written()[FILE].tasks] == ["2"]


def test_a_part_of_a_row_that_was_moved_is_noticed(desk: Desk) -> None:
    """Sorted without the hidden column: each state would go to another item."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "hoàn thành")
        place = pen.put(ROWS[1], "B", "2")
    told = desk.run()
    assert (told.code, f"ô {place}: lỗi" in told.out, desk.written()) == (1, True, {})


def test_a_deleted_row_is_noticed(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        pen.sheet.delete_rows(pen.rows[ROWS[3]])
    told = desk.run()
    assert (told.code, "các hàng của mẫu không còn: 3 (2022)" in told.out) == (0, True)


def test_rows_left_empty_are_named(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
    told = desk.run()
    assert "chưa chọn trạng thái, không có trong tệp: 9 (2022), 1 (once), 3 (2022)" in told.out


def test_a_row_added_by_hand_is_known_by_item_and_period_or_refused(desk: Desk) -> None:
    """Nothing that was written is passed over in silence."""
    with desk.open() as pen:
        pen.head()
        row = pen.sheet.max_row + 1
        for letter, value in {"B": "2", "D": "2022", STATUS: "đang thực hiện"}.items():
            pen.sheet[f"{letter}{row}"] = value
    told = desk.run()
    assert (told.code, f"ô B{row}: cần xem lại" in told.out) == (0, True)
    assert [each.item for each in desk.written()[FILE].tasks] == ["2"]
    with desk.open() as pen:
        pen.sheet[f"B{row}"] = "Việc khác"
    told = desk.run(force=True)
    assert (told.code, f"ô B{row}: lỗi" in told.out) == (1, True)


def test_an_item_filled_in_twice_is_refused(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        row = pen.sheet.max_row + 1
        for letter, value in {"A": ROWS[2], "B": "2", STATUS: "hoàn thành"}.items():
            pen.sheet[f"{letter}{row}"] = value
    told = desk.run()
    assert (told.code, f"ô G{row}: lỗi" in told.out) == (1, True)


def test_merged_cells_are_refused(desk: Desk) -> None:
    """One state over two rows: nobody knows of which it is."""
    with desk.open() as pen:
        pen.head()
        place = pen.put(ROWS[1], STATUS, "đang thực hiện")
        pen.sheet.merge_cells(f"{place}:G{pen.rows[ROWS[2]]}")
    told = desk.run()
    assert (told.code, f"ô {place}: lỗi: ô đã gộp {place}:G{int(place[1:]) + 1}" in told.out) \
        == (1, True)  # fmt: skip


def test_an_item_that_is_not_owed_is_refused(desk: Desk) -> None:
    """A mark that was tampered with, or a plan that has changed since."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        pen.put(ROWS[2], "A", "task 2 2031")
    told = desk.run()
    assert (told.code, "kế hoạch không giao mục 2 kỳ 2031" in told.out) == (1, True)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("kehoach/workbook@1 so-la 2022 07", "không có cơ quan “so-la”"),
        ("kehoach/workbook@1 so-tai-chinh 2022 70", "không có kế hoạch “70”"),
        ("kehoach/workbook@1 so-noi-vu 2022 07", "cùng là của so-noi-vu"),
    ],
)
def test_a_sheet_of_nobody_or_of_another_is_refused(desk: Desk, mark: str, words: str) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        pen.sheet["A1"] = mark
    told = desk.run()
    assert (told.code, words in told.out, desk.written()) == (1, True, {})


def test_an_error_on_one_sheet_keeps_that_sheet_alone_from_being_written(desk: Desk) -> None:
    """One bad cell blocks its agency alone: that is named at the end, and the exit code is 1."""
    for name, state in (("STC", "đang thực hiện"), ("SNV", "gần xong")):
        with desk.open(name) as pen:
            pen.head()
            pen.put(ROWS[2], STATUS, state)
    told = desk.run()
    assert (told.code, [*desk.written()]) == (1, [FILE])
    assert "1 tệp đã ghi; chưa ghi: “SNV”; sửa các lỗi trên rồi nhập lại" in told.out


def test_a_file_that_is_there_is_not_overwritten(desk: Desk) -> None:
    """Two workbooks of one agency: the second does not take the place of the first unasked."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
    assert desk.run().code == 0
    before = (desk.root / FILE).read_bytes()
    with desk.open() as pen:
        pen.put(ROWS[2], NOTE, "khác")
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert (desk.root / FILE).read_bytes() == before
    assert desk.run(force=True).code == 0
    assert desk.written()[FILE].tasks[0].note == "khác"


def test_another_letter_on_the_same_period_takes_a_name_of_its_own(desk: Desk) -> None:
    """A report sent again, or the next one-off task of the year, must not undo what was sent before."""
    for number in ("210/BC-STC", "230/BC-STC", "230/BC-STC"):
        with desk.open() as pen:
            pen.head(number)
            pen.put(ROWS[0], STATUS, "đã gửi")
        assert desk.run().code == 0
    second = FILE.replace(".yaml", "-2.yaml")
    assert {file: of.document.number for file, of in desk.written().items()} == {
        FILE: "210/BC-STC",
        second: "230/BC-STC",
    }


def test_a_linked_folder_is_not_written_into(desk: Desk, tmp_path: Path) -> None:
    """It may lead anywhere, and is never read."""
    (tmp_path / "elsewhere").mkdir()
    (desk.root / "submissions").symlink_to(tmp_path / "elsewhere")
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
    told = desk.run()
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_workbook_in_which_nothing_was_filled_in_makes_no_file(desk: Desk) -> None:
    told = desk.run()
    assert (told.code, told.out.count("chưa điền gì"), desk.written()) == (1, 2, {})
    assert "0 lỗi" in told.out
    assert "chưa có tờ nào được điền nên không có gì để ghi" in told.out
    assert "sửa các lỗi trên" not in told.out


def test_a_sheet_of_ones_own_is_told(desk: Desk) -> None:
    """What stands there is not read, and that is said."""
    book = openpyxl.load_workbook(desk.file)
    book.create_sheet("Ghi chép")["A1"] = "quan trọng"
    book.save(desk.file)
    assert "tờ “Ghi chép”: cần xem lại: tờ này không có dấu nhận biết" in desk.run().out


def test_without_the_hidden_sheet_deletions_cannot_be_noticed_and_that_is_said(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        del pen.sheet.parent["_kehoach"]
    told = desk.run()
    assert (told.code, "không biết có hàng nào bị xoá" in told.out) == (0, True)


def _foreign() -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    book.active["A1"] = "kehoach/workbook"  # type: ignore[index]
    book.save(file)
    return file.getvalue()


def _zip(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_foreign(), id="never ours"),
        pytest.param(b"", id="empty"),
        pytest.param(b"schema: kehoach/submission@1\n", id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="a password, or .xls"),
        pytest.param(_foreign()[:900], id="cut off"),
        pytest.param(_zip(a="b"), id="another zip"),
        pytest.param(_zip(**{"[Content_Types].xml": "<x"}), id="broken XML"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_a_line(desk: Desk, raw: bytes) -> None:
    desk.file.write_bytes(raw)
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)


def test_no_file_and_no_such_format(desk: Desk) -> None:
    desk.file.unlink()
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    with pytest.raises(typer.BadParameter):
        desk.run(format_="csv")


def test_the_json_says_what_was_read(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "80%")
    told = desk.run(format_="json")
    output = json.loads(told.out)
    assert output["schema"] == "kehoach/returned@1"
    jsonschema.validate(output, json.loads(schema_text("returned")))
    assert (output["written"], output["errors"]) == (True, [])
    (file,) = output["files"]
    assert file["submission"] == {
        "schema": "kehoach/submission@1", "plan": "07", "agency": "so-tai-chinh",
        "document": {"number": "210/BC-STC", "date": "2022-11-24"},
        "tasks": [{"item": "2", "period": "2022", "status": "in_progress", "percent": 80}],
    }  # fmt: skip
    assert {"sheet", "cell", "message", "hint", "workbook"} == set(output["doubts"][0])


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")),
                 min_size=1, max_size=25)  # fmt: skip
_NOTE = st.none() | _WORDS.filter(lambda words: words.strip() and words[0] != "=")
_DAY = st.dates(date(2021, 1, 1), date(2022, 11, 24))
_TASK = st.fixed_dictionaries({
    "state": st.sampled_from([None, "chưa thực hiện", "đang thực hiện", "hoàn thành"]),
    "completed": _DAY, "quantity": st.none() | st.integers(0, 99_999),
    "number": st.none() | st.from_regex(r"[0-9]{1,4}/[A-ZĐ]{2,5}(-[A-Z]{2})?", fullmatch=True),
    "day": st.none() | _DAY, "subject": _NOTE, "note": _NOTE,
})  # fmt: skip
_STATES = {"chưa thực hiện": "not_started", "đang thực hiện": "in_progress", "hoàn thành": "done"}


@given(
    report=st.sampled_from(["đã gửi", "không phát sinh", "chưa gửi"]),
    tasks=st.tuples(_TASK, _TASK, _TASK),
    signer=_NOTE,
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_was_filled_in_is_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory,
    plan_text: PlanText,
    report: str,
    tasks: tuple[dict[str, Any], ...],
    signer: str | None,
) -> None:
    """There and back: each cell that an agency fills in is in its file, by the program's own reader."""
    root = tmp_path_factory.mktemp("kho") / "data"
    root.mkdir()
    head = 'policy: {reporting: "9"}'
    (root / "plan_07.yaml").write_text(plan_text(REPORT, TASK, GOING, FIELDS, head=head), "utf-8")
    (root / "agencies.yaml").write_text(
        "schema: kehoach/agencies@1\nagencies:\n"
        "  - {id: so-tai-chinh, name: Sở Tài chính, short: STC}\n"
        "groups: [{id: so-nganh, name: Các sở, members: [so-tai-chinh]}]\n",
        "utf-8",
    )
    desk = Desk(root)
    with desk.open() as pen:
        pen.head()
        pen.put("head signer", STATUS, signer)
        pen.put(ROWS[0], STATUS, report)
        for mark, told in zip(ROWS[1:], tasks, strict=True):
            _fill_in(pen, mark, told)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert desk.run().code == 0
    found = desk.written()[FILE]
    assert [each.nil for each in found.reports] == ([] if report == "chưa gửi" else
                                                    [report == "không phát sinh"])  # fmt: skip
    assert found.document.signer == _as_read(signer)
    assert [_of(each) for each in found.tasks] == [
        _expected(mark, told) for mark, told in zip(ROWS[1:], tasks, strict=True) if told["state"]
    ]


def _fill_in(pen: Pen, mark: str, told: dict[str, Any]) -> None:
    if told["state"] is None:
        return
    done = told["state"] == "hoàn thành"
    pen.put(mark, STATUS, told["state"])
    pen.put(mark, COMPLETED, told["completed"] if done else None)
    for letter, key in zip("IJKLM", ("quantity", "number", "day", "subject", "note"), strict=True):
        pen.put(mark, letter, told[key])


def _expected(mark: str, told: dict[str, Any]) -> tuple[object, ...]:
    done = told["state"] == "hoàn thành"
    return (mark.split(" ")[1], mark.split(" ")[2], _STATES[told["state"]],
            told["completed"] if done else None, told["quantity"], told["number"], told["day"],
            _as_read(told["subject"]), _as_read(told["note"]))  # fmt: skip


def _of(entry: Any) -> tuple[object, ...]:
    proof = entry.evidence[0] if entry.evidence else None
    said = (proof.number, proof.date, proof.title) if proof else (None, None, None)
    return (entry.item, entry.period, entry.status, entry.completed, entry.quantity, *said,
            entry.note)  # fmt: skip


def _as_read(words: str | None) -> str | None:
    """Return words as the importer keeps them: white space alike, NFC as every file is read."""
    import unicodedata  # noqa: PLC0415 - the oracle's own

    return words and unicodedata.normalize("NFC", " ".join(words.split()))
