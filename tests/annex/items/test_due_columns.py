"""Two columns of time: what was imposed is the deadline; what was proposed never is."""

import pytest

from annex.grids import a_draft
from kehoach.annex.draft_plan import DraftItem
from kehoach.annex.tables.column_kinds import column_of, kind_of


def _item(header: str, *cells: str) -> DraftItem:
    times = "|".join(cells)
    (item,) = a_draft(f"TT|Nhiệm vụ|Cơ quan chủ trì|{header}", f"1|Rà soát|Sở Y tế|{times}").items
    return item


_IMPOSED = (
    "Thời gian UBND tỉnh giao|Thời gian Sở đề xuất",
    "Thời hạn giao|Đề xuất thời hạn",
    "Thời hạn được giao|Thời hạn đơn vị đăng ký",
    "Thời hạn theo luật|Thời hạn nội bộ",
    "Thời gian hoàn thành|Thời gian phấn đấu hoàn thành",
    "Hạn xử lý|Ngày hoàn thành",
    "Thời hạn|Thời gian trình",
    "Thời gian Chính phủ yêu cầu|Thời gian thực hiện",
    "Hạn hoàn thành|Thời gian xin gia hạn",
)


@pytest.mark.parametrize("header", _IMPOSED)
def test_what_binds_most_is_the_deadline(header: str) -> None:
    item = _item(header, "30/6/2026", "15/7/2026")
    assert item.deadline == ({"by": "2026-06-30"},)
    assert item.wording == "30/6/2026"
    assert f"{header.split('|')[1]}: 15/7/2026" in item.note


@pytest.mark.parametrize("header", _IMPOSED)
def test_where_nothing_is_imposed_the_proposal_is_shown_and_no_day_is_set(header: str) -> None:
    item = _item(header, "", "15/7/2026")
    assert (item.nominal_due, item.wording) == (None, "")
    assert "not_set" in item.deadline[0]
    assert "15/7/2026" in item.note
    (doubt,) = item.doubts
    assert "15/7/2026" in doubt.vi


@pytest.mark.parametrize("header", _IMPOSED)
def test_the_order_of_the_columns_does_not_matter(header: str) -> None:
    swapped = "|".join(reversed(header.split("|")))
    assert _item(swapped, "15/7/2026", "30/6/2026").deadline == ({"by": "2026-06-30"},)
    assert _item(swapped, "15/7/2026", "").nominal_due is None


@pytest.mark.parametrize(
    "header",
    [
        "Thời gian hoàn thành|Thời gian hoàn thành (điều chỉnh)",
        "Thời hạn giao|Thời hạn gia hạn",
        "Hạn hoàn thành|Hạn mới",
        "Thời hạn UBND tỉnh giao|Thời hạn sau điều chỉnh",
    ],
)
def test_an_adjusted_deadline_counts_where_there_is_one(header: str) -> None:
    item = _item(header, "30/6/2026", "30/9/2026")
    assert item.deadline == ({"by": "2026-09-30"},)
    assert "30/6/2026" in item.note
    assert len(item.doubts) == 1
    plain = _item(header, "30/6/2026", "")
    assert (plain.deadline, plain.doubts) == (({"by": "2026-06-30"},), ())


@pytest.mark.parametrize(
    "header",
    [
        "Thời hạn Chính phủ giao|Thời hạn UBND tỉnh giao",
        "Thời gian Sở Y tế|Thời gian Sở Nội vụ",
        "Thời gian trình|Thời gian ban hành",
        "Thời gian trình UBND tỉnh|Thời gian trình HĐND tỉnh",
    ],
)
def test_where_two_days_differ_and_nothing_decides_none_is_written(header: str) -> None:
    item = _item(header, "30/6/2026", "15/7/2026")
    assert (item.nominal_due, item.wording) == (None, "")
    assert all(day in item.note for day in ("30/6/2026", "15/7/2026"))
    assert len(item.doubts) == 1
    same = _item(header, "30/6/2026", "30/6/2026")
    assert (same.deadline, same.doubts) == (({"by": "2026-06-30"},), ())


@pytest.mark.parametrize(
    "header", ["Thời gian đề xuất", "Đơn vị đề xuất thời hạn", "Ngày phấn đấu"]
)
def test_a_proposal_alone_is_no_deadline(header: str) -> None:
    item = _item(header, "30/6/2026")
    assert item.nominal_due is None
    assert any("30/6/2026" in doubt.vi for doubt in item.doubts)


@pytest.mark.parametrize(
    "heading",
    [
        "Ngày giao",
        "Thời gian giao nhiệm vụ",
        "Ngày hoàn thành thực tế",
        "Thời gian thực tế hoàn thành",
        "Số, ngày văn bản",
        "Số ngày quá hạn",
        "Thời gian đã hoàn thành",
    ],
)
def test_a_day_that_only_tells_what_happened_is_a_note(heading: str) -> None:
    assert kind_of(heading) == "record"
    item = _item(f"Hạn xử lý|{heading}", "30/6/2026", "15/5/2026")
    assert (item.deadline, item.note) == (({"by": "2026-06-30"},), f"{heading}: 15/5/2026")


def test_headings_below_a_merged_one_say_whose_time_it_is() -> None:
    told = [
        (("Thời gian hoàn thành", "UBND tỉnh giao"), "due", "imposed"),
        (("Thời gian hoàn thành", "Sở đề xuất"), "proposed", "plain"),
        (("Thời gian hoàn thành", "Kế hoạch"), "due", "plain"),
        (("Thời gian hoàn thành", "Thực tế"), "record", "plain"),
        (("Thời hạn", "Phấn đấu"), "aim", "plain"),
        (("Thời hạn", "Điều chỉnh"), "due", "adjusted"),
    ]
    for parts, kind, standing in told:
        column = column_of(3, parts)
        assert (column.kind, column.standing) == (kind, standing), parts


@pytest.mark.parametrize(
    ("due", "aim", "forms"),
    [
        ("30/6/2026", "15/6/2026", ({"by": "2026-06-30", "aim": {"by": "2026-06-15"}},)),
        ("Quý II/2026", "Tháng 5/2026", ({"within": "2026-Q2", "aim": {"within": "2026-05"}},)),
        ("30/6/2026", "30/6/2026", ({"by": "2026-06-30"},)),
        ("30/6/2026", "khi có thể", ({"by": "2026-06-30"},)),
    ],
)
def test_what_is_aimed_at_is_an_aim_beside_the_deadline(
    due: str, aim: str, forms: tuple[object, ...]
) -> None:
    item = _item("Thời hạn|Phấn đấu hoàn thành", due, aim)
    assert item.deadline == forms
    assert f"Phấn đấu hoàn thành: {aim}" in item.note


def test_a_beginning_alone_is_a_start_and_no_end_in_doubt() -> None:
    item = _item("Bắt đầu|Hoàn thành", "Tháng 3/2026", "")
    assert (item.deadline, item.nominal_due) == (({"start": {"from": "2026-03"}},), None)
    (doubt,) = item.doubts
    assert "Tháng 3/2026" in doubt.vi
