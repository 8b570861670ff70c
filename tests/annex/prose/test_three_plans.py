"""Plans in prose of three kinds of office; what is expected of each was written down by hand first."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.documents.plain_text import read_plain
from kehoach.annex.draft_plan import Draft, DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft

_PLANS = Path(__file__).parent / "plans"
_COMMUNE = a_registry(
    {"id": "vh-xh", "name": "Phòng Văn hóa - Xã hội"},
    {"id": "kinh-te", "name": "Phòng Kinh tế"},
    {"id": "hcc", "name": "Trung tâm Phục vụ hành chính công xã"},
    {"id": "cong-an-xa", "name": "Công an xã"},
    {"id": "mttq-xa", "name": "Ủy ban MTTQ Việt Nam xã"},
    {"id": "so-khcn", "name": "Sở Khoa học và Công nghệ"},
    {"id": "ubnd-xa", "name": "UBND xã"},
)
_DEPARTMENT = a_registry(
    {"id": "pbgdpl", "name": "Phòng Phổ biến, giáo dục pháp luật"},
    {"id": "van-phong", "name": "Văn phòng Sở"},
    groups=[
        {"id": "phong", "name": "các phòng, đơn vị thuộc Sở", "members": ["pbgdpl", "van-phong"],
         "variants": ["Trưởng các phòng, đơn vị thuộc Sở"]},
    ],
)  # fmt: skip
_PROVINCE = a_registry(
    {"id": "so-y-te", "name": "Sở Y tế", "variants": ["Giám đốc Sở Y tế"]},
    {"id": "so-tai-chinh", "name": "Sở Tài chính"},
    {"id": "so-gddt", "name": "Sở Giáo dục và Đào tạo"},
    {"id": "bao-bac-ninh", "name": "Báo Bắc Ninh"},
    {"id": "ubnd-tinh", "name": "UBND tỉnh"},
    groups=[{"id": "cap-xa", "name": "UBND cấp xã", "members": []}],
)
_CONTINUOUS = [{"continuous": "true"}]


class _Expected(NamedTuple):
    """What an item must say: who owes and who helps (ids), the rules, its kind, to whom it goes."""

    owing: list[str]
    rules: Sequence[Mapping[str, object]]
    helping: list[str] = []  # noqa: RUF012 - never changed
    kind: str = "task"
    to: str | None = None
    via: str | None = None


def _said(item: DraftItem) -> _Expected:
    return _Expected(
        [each.id for each in item.owing],
        [dict(rule) for rule in item.deadline],
        [each.id for each in item.coordinating],
        item.kind,
        item.to.id if item.to else None,
        item.via.id if item.via else None,
    )


def _all_said(drafted: Draft) -> dict[str, _Expected]:
    return {item.id: _said(item) for item in drafted.items}


def _text(name: str) -> str:
    return (_PLANS / f"{name}.txt").read_text(encoding="utf-8")


def _options() -> DraftOptions:
    return DraftOptions(date(2026, 1, 20))


def test_a_plan_of_a_commune() -> None:
    drafted = draft(read_plain(_text("commune")), _COMMUNE, _options())
    assert _all_said(drafted) == {
        "III.1.a": _Expected(["vh-xh"], [{"before": "2026-06-30"}], ["kinh-te", "hcc"]),
        "III.1.b": _Expected(["kinh-te"], [{"within": "2026-Q3"}], ["cong-an-xa"]),
        "III.2.a": _Expected(["hcc"], _CONTINUOUS),
        "III.2.b": _Expected(["cong-an-xa"], [{"within": "2026-Q2"}], ["vh-xh"]),
        "IV.1.a": _Expected(["vh-xh"], _CONTINUOUS, ["cong-an-xa"]),
        "IV.1.b": _Expected(["vh-xh"], [{"before": "2026-12-05"}], kind="report", to="so-khcn"),
        "IV.2": _Expected(["kinh-te"], [{"before": "2026-01-31"}]),
        "IV.3": _Expected(["mttq-xa"], _CONTINUOUS),
    }
    items = {item.id: item for item in drafted.items}
    assert items["III.1.a"].text == "Rà soát, nâng cấp mạng nội bộ của UBND xã."
    assert items["III.1.a"].product == "Báo cáo kết quả rà soát."
    assert items["III.1.b"].text == "Lắp đặt wifi công cộng tại nhà văn hóa các thôn"
    assert items["IV.3"].requested
    assert not items["IV.2"].requested
    sections = {each.id: f"{each.title} {each.text}" for each in drafted.sections}
    assert "Tuyên truyền về dịch vụ công" in sections["III.2.c"]  # nobody is told: no item
    assert "100% hồ sơ được số hóa" in sections["II"]
    assert any(words.startswith("Trên đây là") for words in drafted.left)
    assert (drafted.cover.number, drafted.cover.issued) == ("45/KH-UBND", "2026-01-12")


def test_a_plan_of_a_department_with_a_table_at_its_end() -> None:
    cells = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), (
        "1", "Cập nhật tủ sách pháp luật", "Văn phòng Sở", "trước ngày 15/8/2026",
    )  # fmt: skip
    rows = tuple(
        AnnexRow(str(i), tuple(AnnexCell(words) for words in row)) for i, row in enumerate(cells)
    )
    text = tuple(AnnexParagraph(words) for words in _text("department").split("\n\n"))
    drafted = draft(Annex((*text, AnnexTable(rows))), _DEPARTMENT, _options())
    november = [{"within": "2026-11"}]
    first_quarter = [{"within": "2026-Q1"}]
    assert _all_said(drafted) == {
        "II.1.1": _Expected(["pbgdpl"], first_quarter),
        "II.1.2": _Expected(["pbgdpl"], first_quarter),
        "II.2": _Expected(["van-phong"], [{"before": "2026-03-31"}], ["phong"]),
        "II.3.a": _Expected(["van-phong"], november),
        "II.3.b": _Expected(["pbgdpl"], [{"within": "2026-10-01..2026-11-09"}]),
        "III.1.a": _Expected(["phong"], [{"before": "2026-11-20"}], kind="report", to="van-phong"),
        "III.1.b": _Expected(["van-phong"], [{"before": "2026-11-30"}], kind="report"),
        "1": _Expected(["van-phong"], [{"before": "2026-08-15"}]),
    }
    second = next(item for item in drafted.items if item.id == "II.2")
    assert second.heading == "Tổ chức hội nghị"
    assert second.parts == (
        "Hội nghị triển khai công tác năm 2026.",
        "Hội nghị tập huấn báo cáo viên pháp luật.",
    )


def test_a_directive_of_a_province() -> None:
    drafted = draft(read_plain(_text("directive")), _PROVINCE, _options())
    monthly = [{"every": "month", "before": {"day": "20"}}]
    said = _all_said(drafted)
    assert said == {
        "1.a": _Expected(["so-y-te"], _CONTINUOUS),
        "1.b": _Expected(["so-y-te"], [{"before": "2026-05-15"}]),
        "2": _Expected(["so-tai-chinh"], [{"within": "2026-05"}], ["so-y-te"]),
        "3.a": _Expected(["so-gddt"], _CONTINUOUS),
        "3.b": _Expected(["bao-bac-ninh"], _CONTINUOUS),
        "4": _Expected(["cap-xa"], monthly, kind="report", to="ubnd-tinh", via="so-y-te"),
        "5": _Expected(["cac-co-quan-don-vi"], _CONTINUOUS),
        "a": _Expected(["so-y-te"], _CONTINUOUS),
    }
    items = {item.id: item for item in drafted.items}
    assert items["2"].role == "lead"
    assert items["a"].text == "Giao Sở Y tế theo dõi, đôn đốc việc thực hiện Chỉ thị này./."
    assert items["5"].doubts  # a set that nobody can count
