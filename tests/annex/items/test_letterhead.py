"""The head of a document: who issued it, its number, the place and the day."""

import pytest

from kehoach.annex.items.letterhead import read_letterhead

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
_DAY = "Bắc Giang, ngày 05 tháng 02 năm 2026"


@pytest.mark.parametrize(
    ("paragraphs", "issuer", "number", "issued", "place"),
    [
        (
            ("UBND TỈNH BẮC GIANG", _MOTTO, "Số: 12/KH-UBND", _DAY),
            "UBND TỈNH BẮC GIANG", "12/KH-UBND", "2026-02-05", "Bắc Giang",
        ),
        (
            ("UỶ BAN NHÂN DÂN\nTỈNH BẮC GIANG\nSố: 12/KH-UBND", f"{_MOTTO}\n{_DAY}"),
            "UỶ BAN NHÂN DÂN TỈNH BẮC GIANG", "12/KH-UBND", "2026-02-05", "Bắc Giang",
        ),
        (
            ("UBND TỈNH BẮC GIANG\nSỞ TƯ PHÁP", _MOTTO, "Số: 7/KH-STP", _DAY),
            "SỞ TƯ PHÁP", "7/KH-STP", "2026-02-05", "Bắc Giang",
        ),
        (
            ("UBND XÃ ĐỒNG KỲ", _MOTTO, "Số:      /KH-UBND", "Đồng Kỳ, ngày   tháng 7 năm 2025"),
            "UBND XÃ ĐỒNG KỲ", "", "2025-07", "Đồng Kỳ",
        ),
        (
            ("(Kèm theo Kế hoạch số 34/KH-UBND ngày 10/02/2026 của UBND tỉnh)",),
            "UBND tỉnh", "34/KH-UBND", "2026-02-10", "",
        ),
        (
            ("SỞ NỘI VỤ", "Căn cứ Kế hoạch số 99/KH-UBND ngày 01/02/2026 của UBND tỉnh;"),
            "SỞ NỘI VỤ", "", "", "",
        ),
        (
            ("UỶ BAN NHÂN DÂN", "TỈNH BẮC GIANG", "Số: 5/KH-UBND", _MOTTO, _DAY),
            "UỶ BAN NHÂN DÂN TỈNH BẮC GIANG", "5/KH-UBND", "2026-02-05", "Bắc Giang",
        ),
        (
            ("UBND TỈNH BẮC GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ TƯ PHÁP", "Số: 5/KH-STP"),
            "SỞ TƯ PHÁP", "5/KH-STP", "", "",
        ),
        (
            ("TỈNH ỦY BẮC GIANG", "Số: 5-KH/TU", _DAY),
            "TỈNH ỦY BẮC GIANG", "5-KH/TU", "2026-02-05", "Bắc Giang",
        ),
        (
            (
                "UỶ BAN NHÂN DÂN\nTỈNH BẮC NINH", "PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ NĂM 2026",
                "(Kèm theo Kế hoạch số 34/KH-UBND ngày 10/02/2026)",
            ),
            "UỶ BAN NHÂN DÂN TỈNH BẮC NINH", "34/KH-UBND", "2026-02-10", "",
        ),
        (
            ("BAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP", "DANH MỤC VĂN BẢN CẦN BAN HÀNH", "Số: 5/KH-BQL"),
            "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "5/KH-BQL", "", "",
        ),
        (("Kế hoạch năm 2026",), "", "", "", ""),
    ],
)  # fmt: skip
def test_what_a_head_says(
    paragraphs: tuple[str, ...], issuer: str, number: str, issued: str, place: str
) -> None:
    head = read_letterhead(paragraphs)
    assert (head.issuer, head.number, head.issued, head.place) == (issuer, number, issued, place)


def test_only_what_is_wholly_read_is_not_listed_as_left_out() -> None:
    duty = "Thực hiện Kế hoạch số 9/KH-UBND, các sở báo cáo trước ngày 15/12/2026."
    head = read_letterhead(("UBND TỈNH BẮC GIANG", _MOTTO, "Số: 12/KH-UBND", _DAY, duty))
    assert head.used == {0, 2, 3}


def test_who_stands_above_the_issuer_is_listed_as_left_out() -> None:
    head = read_letterhead(("UBND TỈNH BẮC GIANG", "SỞ TƯ PHÁP", "Số: 7/KH-STP"))
    assert head.issuer == "SỞ TƯ PHÁP"
    assert head.used == {1, 2}
