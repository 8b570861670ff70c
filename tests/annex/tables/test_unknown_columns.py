"""Headings that nobody knows: the tasks are read, the rest is kept as notes, and the user is asked."""

from datetime import date

import pytest

from annex.grids import REGISTRY, a_table
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.tables.column_kinds import NamedColumns
from kehoach.annex.tables.plan_tables import NoPlanTable, NoSuchColumn

_REGISTER = (
    "SỔ THEO DÕI NĂM 2026|<|<|<|<",
    "Mã|Đã phân ra|Ai lo|Bao giờ|Đến đâu rồi",
    *(
        f"{n}|Rà soát hồ sơ tồn đọng của đợt {n}|Sở Y tế|{n % 28 + 1}/6/2026|đang làm"
        for n in range(1, 117)
    ),
)
_ALL = (("Đã phân ra", "text"), ("Ai lo", "lead"), ("Bao giờ", "due"))


def _draft(*rows: str, named: tuple[tuple[str, str], ...] = ()) -> Draft:
    annex = Annex((AnnexParagraph("Kế hoạch năm 2026"), a_table(*rows)))
    return draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1), columns=NamedColumns(named)))


def test_a_register_of_116_rows_gives_its_tasks_and_no_deadline_or_debtor() -> None:
    drafted = _draft(*_REGISTER)
    assert len(drafted.items) == 116
    first = drafted.items[0]
    assert (first.id, first.text) == ("1", "Rà soát hồ sơ tồn đọng của đợt 1")
    assert first.note == "Ai lo: Sở Y tế\nBao giờ: 2/6/2026\nĐến đâu rồi: đang làm"
    assert not first.owing
    assert all("not_set" in item.deadline[0] and not item.owing for item in drafted.items)


def test_the_row_taken_for_the_header_and_the_words_to_type_are_told() -> None:
    told = [doubt.vi for doubt in _draft(*_REGISTER).doubts]
    (unknown,) = (words for words in told if "--column" in words)
    assert "dòng 2" in unknown
    assert "“Mã”, “Đã phân ra”, “Ai lo”, “Bao giờ”, “Đến đâu rồi”" in unknown
    assert '--column "Ai lo=lead" --column "Bao giờ=deadline"' in unknown
    assert any("“Đã phân ra”" in words and "nội dung" in words for words in told)
    assert [each.column.name for each in _draft(*_REGISTER).asks][:2] == ["Ai lo", "Bao giờ"]


def test_named_columns_are_read_as_what_they_were_said_to_be() -> None:
    drafted = _draft(*_REGISTER, named=_ALL)
    first = drafted.items[0]
    assert ([each.id for each in first.owing], first.deadline) == (
        ["so-y-te"],
        ({"by": "2026-06-02"},),
    )
    assert first.note == "Đến đâu rồi: đang làm"
    assert not drafted.asks


@pytest.mark.parametrize("name", ["bao gio", "BAO GIỜ", "4"])
def test_a_column_is_named_in_any_spelling_or_by_its_number(name: str) -> None:
    drafted = _draft(*_REGISTER, named=((name, "due"),))
    assert str(drafted.items[0].nominal_due) == "2026-06-02"
    assert not drafted.items[0].owing


def test_a_column_that_is_known_may_be_said_to_hold_something_else() -> None:
    rows = ("TT|Nhiệm vụ|Đơn vị|Thời gian", "1|Rà soát|Sở Y tế|2026")
    named = _draft(*rows, named=(("Đơn vị", "coordinate"),)).items[0]
    assert (named.owing, [each.id for each in named.coordinating]) == ((), ["so-y-te"])


def test_what_the_user_names_outweighs_the_standing_of_other_columns() -> None:
    rows = ("TT|Nhiệm vụ|Thời hạn giao|Sở hẹn", "1|Rà soát|30/6/2026|15/7/2026")
    assert _draft(*rows, named=(("Sở hẹn", "due"),)).items[0].deadline == ({"by": "2026-07-15"},)


def test_a_name_that_no_column_bears_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchColumn) as refused:
        _draft(*_REGISTER, named=(("Khi nào", "due"),))
    assert refused.value.name == "Khi nào"
    assert "Bao giờ" in refused.value.headings


def test_a_table_without_any_header_is_read_by_its_sentences() -> None:
    drafted = _draft(
        "1|Rà soát toàn bộ hồ sơ tồn đọng|Sở Y tế|30/6/2026",
        "2|Báo cáo kết quả rà soát|Sở Nội vụ|15/7/2026",
    )
    assert [item.id for item in drafted.items] == ["1", "2"]
    assert all(not item.owing and item.nominal_due is None for item in drafted.items)
    named = (("2", "text"), ("3", "lead"), ("4", "due"))
    drafted = _draft(
        "1|Rà soát toàn bộ hồ sơ tồn đọng|Sở Y tế|30/6/2026",
        "2|Báo cáo kết quả rà soát|Sở Nội vụ|15/7/2026",
        named=named,
    )
    assert [str(item.nominal_due) for item in drafted.items] == ["2026-06-30", "2026-07-15"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Họ tên|Quê|Tuổi", "An|Bắc Giang|30", "Bình|Bắc Ninh|40"),
        ("TT|Đơn vị|Điện thoại", "1|Sở Y tế|0204", "2|Sở Nội vụ|0205"),
        ("Chức danh|Họ và tên|Ký", "Giám đốc|Nguyễn Văn A|", "Kế toán|Trần Thị B|"),
    ],
)
def test_a_table_of_something_else_is_no_plan(rows: tuple[str, ...]) -> None:
    with pytest.raises(NoPlanTable) as refused:
        _draft(*rows)
    assert refused.value.row == "1"
    assert refused.value.headings == tuple(rows[0].split("|"))


@pytest.mark.parametrize(
    "heading",
    [
        "Văn bản cần ban hành",
        "Văn bản phải trình",
        "Đề án, chương trình",
        "Chỉ tiêu",
        "Hạng mục",
        "Tên văn bản",
        "Văn bản",
        "Việc cần làm",
        "Ý kiến chỉ đạo",
    ],
)
def test_what_is_listed_in_place_of_tasks_is_the_text(heading: str) -> None:
    drafted = _draft(
        f"TT|{heading}|Cơ quan chủ trì|Thời gian trình", "1|Quy chế|Sở Y tế|Quý II/2026"
    )
    (item,) = drafted.items
    assert (item.text, item.deadline) == ("Quy chế", ({"within": "2026-Q2"},))


def test_beside_tasks_a_document_to_be_issued_is_their_product() -> None:
    drafted = _draft(
        "TT|Nhiệm vụ|Văn bản cần ban hành|Cơ quan chủ trì|Ngày hoàn thành dự kiến",
        "1|Sửa quy chế|Quyết định|Sở Y tế|30/6/2026",
    )
    (item,) = drafted.items
    assert (item.text, item.product) == ("Sửa quy chế", "Quyết định")
    assert item.deadline == ({"by": "2026-06-30"},)
