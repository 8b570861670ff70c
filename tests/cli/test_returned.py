"""A workbook that came back filled in becomes a file, or is told cell by cell what is wrong."""

import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from cli.returned_sheets import (
    AS_OF,
    COMPLETED,
    DAY,
    FILE,
    NOTE,
    NUMBER,
    QUANTITY,
    ROWS,
    STATUS,
    SUBJECT,
    Desk,
    Pen,
)
from kehoach.diagnostics import Severity
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer


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
