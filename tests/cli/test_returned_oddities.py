"""Workbooks that come back with a column gone, rows without end, odd values or a letter of long ago."""

from datetime import date, time
from io import BytesIO
from zipfile import ZipFile

import pytest

from cli.returned_sheets import COMPLETED, FILE, NOTE, NUMBER, QUANTITY, ROWS, STATUS, Desk
from kehoach.sheets.form_layout import COLUMNS_MARK, MARK
from kehoach.sheets.returned import form_sheet


def test_without_a_column_nothing_of_the_sheet_is_read(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "hoàn thành")
        pen.put(COLUMNS_MARK, STATUS, None)
    told = desk.run()
    assert (told.code, "cột “status” của mẫu không còn" in told.out, desk.written()) == (
        1,
        True,
        {},
    )


def test_a_sheet_with_rows_without_end_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_sheet, "_MOST_ROWS", 3)
    told = desk.run()
    assert (told.code, "tờ có quá nhiều hàng" in told.out, desk.written()) == (1, True, {})


@pytest.mark.parametrize(
    ("mark", "column", "value", "form"),
    [
        (ROWS[1], COMPLETED, time(7, 30), "h:mm"),
        (ROWS[3], QUANTITY, 0.5, "0%"),
        (ROWS[1], NUMBER, True, "General"),
        (ROWS[1], NOTE, date(2022, 11, 1), "dd/mm/yyyy"),
    ],
)
def test_a_value_of_another_kind_is_told_at_its_cell(
    desk: Desk, mark: str, column: str, value: object, form: str
) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(mark, STATUS, "hoàn thành")
        place = pen.put(mark, column, value)
        pen.sheet[place].number_format = form
    told = desk.run()
    assert (told.code, f"ô {place}: lỗi" in told.out) == (1, True), told.out


def test_a_number_too_large_for_any_is_told_at_its_cell(desk: Desk) -> None:
    """Excel never writes it; other programs do."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[3], STATUS, "hoàn thành")
        place = pen.put(ROWS[3], QUANTITY, 86_420_123)
    whole = BytesIO()
    with ZipFile(desk.file) as old, ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>86420123</v>", b"<v>1e999</v>"))
    desk.file.write_bytes(whole.getvalue())
    told = desk.run()
    assert (told.code, f"ô {place}: lỗi" in told.out) == (1, True), told.out


def test_a_sheet_whose_mark_is_cut_short_is_not_read(desk: Desk) -> None:
    """It is passed over: nobody can tell whose it is."""
    with desk.open() as pen:
        pen.head()
        (mark,) = (
            cell for row in pen.sheet["A1:C3"] for cell in row if str(cell.value).startswith(MARK)
        )
        mark.value = MARK
    assert desk.run().code in (0, 1)
    assert desk.written() == {}


def test_a_report_that_was_not_sent_makes_no_entry(desk: Desk) -> None:
    """It has its state, and says no more than a report that is not in the file."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[0], STATUS, "chưa gửi")
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    told = desk.run()
    assert (told.code, "9 (2022)" in told.out) == (0, False), told.out
    (written,) = desk.written().values()
    assert (written.reports, [each.item for each in written.tasks]) == ((), ["1"])


def test_a_note_on_a_report_that_was_not_sent_is_a_doubt(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[0], STATUS, "chưa gửi")
        pen.put(ROWS[0], NOTE, "đang chờ ký")
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    told = desk.run()
    assert "có ghi chú nhưng báo cáo chưa gửi" in told.out


def test_a_letter_of_long_ago_is_a_doubt_and_taken(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head(day=date(2021, 11, 24))
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    told = desk.run()
    assert (told.code, "trước hôm nay 366 ngày" in told.out) == (0, True), told.out
    assert [each.item for each in desk.written()[FILE].tasks] == ["1"]


def test_a_row_without_its_mark_and_without_words_is_passed_over(desk: Desk) -> None:
    """A format alone, below the last row, is nothing that anybody said."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[1], STATUS, "đang thực hiện")
        pen.sheet[f"Z{pen.sheet.max_row + 1}"] = "ngoài mẫu"
    told = desk.run()
    assert (told.code, "ngoài mẫu" in told.out) == (0, True), told.out
