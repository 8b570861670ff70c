"""Rows that were sorted, moved, added, deleted or merged in a workbook that came back."""

import pytest

from cli.returned_sheets import FILE, NOTE, ROWS, STATUS, Desk


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
