"""Headings as annexes have them, with and without tones, in one row and two."""

import unicodedata

import pytest

from kehoach.annex.annex_document import AnnexCell, AnnexRow, AnnexTable
from kehoach.annex.tables.column_kinds import kind_of
from kehoach.annex.tables.table_headings import find_header, is_counting, is_repeated


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("number", "TT|STT|Số TT|Số thứ tự|so thu tu|Stt.|Mã nhiệm vụ|T T|S TT|ST T"),
        (
            "text",
            (
                "Nhiệm vụ|Nội dung công việc|Nội dung nhiệm vụ|Nội dung|Giải pháp|Noi dung|Tên việc|"
                "Nhiệm vụ được giao|Nội dung được giao|Nội dung báo cáo|Tên báo cáo"
            ),
        ),
        (
            "lead",
            "Cơ quan chủ trì|Đơn vị chủ trì|CQ chủ trì|Chủ trì|Đơn vị chủ trì thực hiện|Đầu mối",
        ),
        (
            "implement",
            (
                "Cơ quan thực hiện|Đơn vị thực hiện|Đơn vị, địa phương thực hiện|Phân công thực hiện|"
                "Cơ quan|Cơ quan thực hiện chính|Cấp thực hiện|Tên đơn vị|Đơn vị được phân công|"
                "Đơn vị gửi báo cáo|Chủ đầu tư"
            ),
        ),
        (
            "coordinate",
            "Cơ quan phối hợp|Cơ quan, đơn vị phối hợp|Phối hợp thực hiện|CO QUAN PHOI HOP",
        ),
        ("agencies", "Cơ quan chủ trì, phối hợp|Chủ trì/Phối hợp"),
        (
            "due",
            (
                "Thời gian|Thời hạn|Thời gian thực hiện|Thời gian hoàn thành|Thời hạn hoàn thành|Tiến độ|"
                "Hạn|Kế hoạch hoàn thành|Dự kiến hoàn thành|Hạn xử lý|Kỳ báo cáo|Thời hạn gửi báo cáo|"
                "Ngày đến hạn|Yêu cầu hoàn thành|Hoàn thành trước|Thời gian trình|Mốc hoàn thành"
            ),
        ),
        ("start", "Bắt đầu|Thời gian bắt đầu|Từ ngày"),
        (
            "product",
            "Sản phẩm|Kết quả/Sản phẩm|Kết quả đầu ra|Sản phẩm, kết quả thực hiện|Dự kiến sản phẩm",
        ),
        ("note", "Ghi chú|Ghi chu"),
        (
            "other",
            (
                "Kinh phí|Căn cứ|Đơn vị tính|Lãnh đạo chỉ đạo||Văn bản giao nhiệm vụ|Cơ quan giao nhiệm vụ|"
                "Kinh phí thực hiện nhiệm vụ|Tình hình thực hiện nhiệm vụ|Tỷ lệ hoàn thành|Nơi thực hiện|"
                "Cơ quan nhận báo cáo|Cơ quan giao|Lãnh đạo phụ trách"
            ),
        ),
    ],
)
def test_each_heading_is_known_in_every_spelling(kind: str, headings: str) -> None:
    for heading in headings.split("|"):
        for spelling in (heading, heading.upper(), unicodedata.normalize("NFD", heading)):
            assert kind_of(spelling) == kind, spelling


def _table(*rows: str) -> AnnexTable:
    return AnnexTable(
        tuple(
            AnnexRow(str(number), tuple(AnnexCell(words.strip()) for words in row.split("|")))
            for number, row in enumerate(rows, start=1)
        )
    )


def test_a_header_stands_below_titles_and_is_found_again_after_a_page_break() -> None:
    table = _table(
        "PHỤ LỤC||",
        "TT|Nhiệm vụ|Thời hạn",
        "1|2|3",
        "1|Rà soát nhiệm vụ|2026",
        "TT|NHIỆM VỤ|Thoi han",
    )
    header = find_header(table)
    assert header is not None
    assert (header.first, header.end) == (1, 2)
    assert is_counting(table, 2)
    assert not is_repeated(header, table, 3)
    assert is_repeated(header, table, 4)


_LONG = "ghi rõ ngày, tháng, năm; công việc định kỳ thì ghi rõ kỳ và hạn của từng kỳ theo quy định hiện nay"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [(f"Thời gian hoàn thành ({_LONG})", "due"), (f"Thời gian hoàn thành {_LONG}", "other")],
)
def test_a_heading_longer_than_a_sentence_hides_no_table(heading: str, kind: str) -> None:
    header = find_header(_table(f"TT|Nhiệm vụ|Cơ quan chủ trì|{heading}", "1|Rà soát|Sở Y tế|2026"))
    assert header is not None
    assert [column.kind for column in header.columns] == ["number", "text", "lead", kind]
    assert header.columns[3].heading == heading


def test_a_row_of_long_tasks_is_no_header() -> None:
    task = f"Nhiệm vụ trọng tâm {_LONG} {_LONG}"
    assert find_header(_table(f"1|{task}|Cơ quan chủ trì|2026", f"2|{task}|Sở Y tế|2026")) is None


def test_two_rows_of_header_are_read_as_one() -> None:
    number, text, time = AnnexCell("TT"), AnnexCell("Nhiệm vụ"), AnnexCell("Thời gian")
    table = AnnexTable((
        AnnexRow("1", (number, text, time, time)),
        AnnexRow("2", (number, text, AnnexCell("Bắt đầu"), AnnexCell("Hoàn thành"))),
    ))  # fmt: skip
    header = find_header(table)
    assert header is not None
    assert [column.kind for column in header.columns] == ["number", "text", "start", "due"]
    assert header.columns[3].heading == "Thời gian – Hoàn thành"


@pytest.mark.parametrize(
    "row",
    ["(1)|(2)|(3)|(4)", "A|B|1|2", "1|2|3|4"],
)
def test_a_row_that_counts_the_columns_is_no_item(row: str) -> None:
    assert is_counting(_table(row), 0)


@pytest.mark.parametrize("row", ["1|2|3|5", "(1)|2|A|3", "1|Một|2|3", "1|2"])
def test_other_rows_of_numbers_are(row: str) -> None:
    assert not is_counting(_table(row), 0)


def test_a_layout_of_letterheads_is_no_header() -> None:
    assert find_header(_table("UBND TỈNH|CỘNG HÒA", "Số: 12/KH-UBND|Bắc Giang")) is None


def test_a_first_column_without_a_heading_is_that_of_numbers() -> None:
    header = find_header(_table("|Nhiệm vụ|Thời hạn"))
    assert header is not None
    assert header.columns[0].kind == "number"


def test_headings_below_a_merged_one_are_the_header_whatever_they_say() -> None:
    """The first column's heading is merged down over the second row: no task is there yet."""
    number, text, time, money = (AnnexCell(x) for x in ("TT", "Nhiệm vụ", "Thời gian", "Kinh phí"))
    table = AnnexTable((
        AnnexRow("1", (number, text, time, time, money, money)),
        AnnexRow("2", (number, text, *map(AnnexCell, ("Quý I", "Quý II", "NSTW", "NSĐP")))),
        AnnexRow("3", tuple(map(AnnexCell, ("1", "Rà soát", "x", "", "5", "")))),
    ))  # fmt: skip
    header = find_header(table)
    assert header is not None
    assert (header.first, header.end) == (0, 2)
    assert [column.kind for column in header.columns] == [
        "number", "text", "due", "due", "other", "other",
    ]  # fmt: skip
    assert header.columns[5].heading == "Kinh phí – NSĐP"


def test_a_header_may_fill_three_rows() -> None:
    number, text, money, year = (AnnexCell(x) for x in ("TT", "Nhiệm vụ", "Kinh phí", "Năm 2022"))
    lead = AnnexCell("Chủ trì")
    table = AnnexTable((
        AnnexRow("1", (number, text, lead, money, money, money)),
        AnnexRow("2", (number, text, lead, year, year, AnnexCell("Năm 2023"))),
        AnnexRow("3", (number, text, lead, AnnexCell("TW"), AnnexCell("ĐP"), AnnexCell("ĐP"))),
        AnnexRow("4", tuple(map(AnnexCell, ("1", "Rà soát", "Sở Y tế", "", "5", "")))),
    ))  # fmt: skip
    header = find_header(table)
    assert header is not None
    assert (header.first, header.end) == (0, 3)
    assert header.columns[4].heading == "Kinh phí – Năm 2022 – ĐP"


def test_a_column_of_reports_is_that_of_tasks_only_where_there_is_no_other() -> None:
    for row, kinds in (
        ("Báo cáo|Thời hạn gửi", "text due"),
        ("Loại báo cáo|Thời hạn gửi", "text due"),
        ("Nhiệm vụ|Báo cáo|Thời hạn", "text other due"),
    ):
        header = find_header(_table(row))
        assert header is not None
        assert " ".join(column.kind for column in header.columns) == kinds
