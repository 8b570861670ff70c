"""Lists of bodies as offices keep them: what each line says, written by hand before it was run."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.roster.roster_files import read_roster, read_text
from kehoach.annex.roster.roster_lines import NoNames, Roster


def _told(roster: Roster) -> list[str]:
    """Return each line: name | short | parent | group | addresses | code, without empty ends."""
    return [
        "|".join((
            line.name, line.short, line.parent, line.group, " ".join(line.addresses), line.code
        )).rstrip("|")
        for line in roster.lines
    ]  # fmt: skip


_PLAIN = """\
DANH SÁCH CƠ QUAN

I. CÁC SỞ, CƠ QUAN CHUYÊN MÔN
1. Sở Nội vụ (SNV)
2. Sở Văn hóa, Thể thao và Du lịch; svhttdl@bacninh.gov.vn
3. Sở Y tế (viết tắt: SYT)
   - Chi cục Dân số
   - Trung tâm Kiểm soát bệnh tật
II. UBND CÁC XÃ, PHƯỜNG
1. Xã Hương Mai
2. Phường Nếnh
3. UBND xã Tự Lạn
"""


def test_a_plain_list_with_headings_numbers_and_indents() -> None:
    roster = read_text(_PLAIN.encode(), {})
    assert _told(roster) == [
        "Sở Nội vụ|SNV||CÁC SỞ, CƠ QUAN CHUYÊN MÔN",
        "Sở Văn hóa, Thể thao và Du lịch|||CÁC SỞ, CƠ QUAN CHUYÊN MÔN|svhttdl@bacninh.gov.vn",
        "Sở Y tế|SYT||CÁC SỞ, CƠ QUAN CHUYÊN MÔN",
        "Chi cục Dân số||Sở Y tế|CÁC SỞ, CƠ QUAN CHUYÊN MÔN",
        "Trung tâm Kiểm soát bệnh tật||Sở Y tế|CÁC SỞ, CƠ QUAN CHUYÊN MÔN",
        "UBND xã Hương Mai|||UBND CÁC XÃ, PHƯỜNG",
        "UBND phường Nếnh|||UBND CÁC XÃ, PHƯỜNG",
        "UBND xã Tự Lạn|||UBND CÁC XÃ, PHƯỜNG",
    ]
    assert ["DANH SÁCH CƠ QUAN" in told.vi for told in roster.left] == [True]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sở Nội vụ\nSở Y tế\n", ["Sở Nội vụ", "Sở Y tế"]),
        ("- Sở Nội vụ\n- Sở Y tế\n", ["Sở Nội vụ", "Sở Y tế"]),
        ("* Sở Nội vụ;\n* Sở Y tế.", ["Sở Nội vụ", "Sở Y tế"]),
        ("# Các sở\n\nSở Nội vụ\n\n## Các xã\nXã A Lưới\n",
         ["Sở Nội vụ|||Các sở", "UBND xã A Lưới|||Các xã"]),
        ("Các sở:\nSở Nội vụ\nCác hội:\nHội Nông dân", ["Sở Nội vụ|||Các sở", "Hội Nông dân|||Các hội"]),
        ("Sở Y tế\n\tChi cục Dân số\n\t\tPhòng Tổ chức\n\tBệnh viện Phổi\nSở Nội vụ",
         ["Sở Y tế", "Chi cục Dân số||Sở Y tế", "Phòng Tổ chức||Chi cục Dân số",
          "Bệnh viện Phổi||Sở Y tế", "Sở Nội vụ"]),
        ("Chi cục Kiểm lâm (thuộc Sở Nông nghiệp và Môi trường)\nSở Nông nghiệp và Môi trường",
         ["Chi cục Kiểm lâm||Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường"]),
        ("Chi cục Kiểm lâm trực thuộc Sở X", ["Chi cục Kiểm lâm||Sở X"]),
        ("Xã Phúc Sơn, huyện Tân Yên\nXã Phúc Sơn (huyện Sơn Động)",
         ["UBND xã Phúc Sơn||huyện Tân Yên", "UBND xã Phúc Sơn||huyện Sơn Động"]),
        ("Sở Nội vụ <snv@x.gov.vn>, <vp.snv@x.gov.vn>\nSở Y tế",
         ["Sở Nội vụ||||snv@x.gov.vn vp.snv@x.gov.vn", "Sở Y tế"]),
        ("\ufeffSở Nội vụ\r\nSở Y tế\r\n", ["Sở Nội vụ", "Sở Y tế"]),
        ("a) Sở Nội vụ\nb) Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
        ("Sở Nội vụ – SNV\nSở Y tế: syt@x.vn", ["Sở Nội vụ|SNV", "Sở Y tế||||syt@x.vn"]),
        ("Sở Nội vụ (đầu mối)\nSở Y tế (mới)", ["Sở Nội vụ", "Sở Y tế"]),
        ("Sở Nội vụ; Sở Văn hóa, Thể thao và Du lịch; VNPT\nSở Y tế;",
         ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "VNPT", "Sở Y tế"]),
        ("Phường Bắc Giang (07210)\n07228 Phường Đa Mai",
         ["UBND phường Bắc Giang|||||07210", "UBND phường Đa Mai|||||07228"]),
        ("Sở Nội vụ\nsnv@x.vn\nSở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
        ("Trường Tiểu học và THCS Hương Mai\nTrường Mầm non A",
         ["Trường Tiểu học và THCS Hương Mai", "Trường Mầm non A"]),
    ],
)  # fmt: skip
def test_lists_in_the_ways_people_type_them(text: str, lines: list[str]) -> None:
    assert _told(read_text(text.encode(), {})) == lines


@pytest.mark.parametrize(
    ("text", "named", "lines"),
    [
        ("STT;Tên cơ quan;Viết tắt;Email\n1;Sở Nội vụ;SNV;snv@x.gov.vn\n2;Sở Y tế;;\n", {},
         ["Sở Nội vụ|SNV|||snv@x.gov.vn", "Sở Y tế"]),
        ("TT,Đơn vị,Cơ quan chủ quản\n1,Chi cục Dân số,Sở Y tế\n2,Sở Y tế,\n", {},
         ["Chi cục Dân số||Sở Y tế", "Sở Y tế"]),
        ('Tên,Nhóm\n"Sở Văn hóa, Thể thao và Du lịch",Các sở\nXã Hương Mai,Các xã\n', {},
         ["Sở Văn hóa, Thể thao và Du lịch|||Các sở", "UBND xã Hương Mai|||Các xã"]),
        ("code\tname_2025\tx\n07210\tPhường Bắc Giang\t1\n07228\tPhường Đa Mai\t2\n",
         {"name_2025": "name"}, ["UBND phường Bắc Giang|||||07210", "UBND phường Đa Mai|||||07228"]),
        ("A;B\n1;Sở Nội vụ\n2;Sở Y tế\n", {}, ["Sở Nội vụ", "Sở Y tế"]),
        ("TT;Tên\nI;Khối các sở\n1;Sở Nội vụ\n2;Sở Y tế\nII;Khối các hội\n1;Hội Nông dân\n", {},
         ["Sở Nội vụ|||Khối các sở", "Sở Y tế|||Khối các sở", "Hội Nông dân|||Khối các hội"]),
        ("TT;Huyện;Xã\n1;Huyện Tân Yên;Xã Phúc Sơn\n2;Huyện Sơn Động;Xã Phúc Sơn\n", {},
         ["UBND xã Phúc Sơn||Huyện Tân Yên", "UBND xã Phúc Sơn||Huyện Sơn Động"]),
        ("TT;Huyện\n1;Huyện Tân Yên\n2;Huyện Sơn Động\n", {},
         ["UBND huyện Tân Yên", "UBND huyện Sơn Động"]),
        ("Tên xã, phường;Huyện (cũ);Ghi chú\nXã Phúc Sơn;Tân Yên;x\nXã Hương Mai;Việt Yên;\n", {},
         ["UBND xã Phúc Sơn||Tân Yên", "UBND xã Hương Mai||Việt Yên"]),
        ("TT;Tên\n1;Sở Y tế\n1.1;Chi cục Dân số\n1.2;Bệnh viện Phổi\n2;Sở Nội vụ\n", {},
         ["Sở Y tế", "Chi cục Dân số||Sở Y tế", "Bệnh viện Phổi||Sở Y tế", "Sở Nội vụ"]),
    ],
)  # fmt: skip
def test_columns_by_their_headings(text: str, named: dict[str, str], lines: list[str]) -> None:
    assert _told(read_text(text.encode(), named)) == lines


def test_a_workbook_with_a_title_merged_headings_and_an_unknown_column(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ",), (),
        ("STT", "Tên cơ quan, đơn vị", "Tên viết tắt", "Điện thoại"),
        ("I", "Các sở"), (1, "Sở Nội vụ", "SNV", "0204 3"), (2, "Sở Y tế", "SYT", "0204 4"),
        ("II", "Các xã"), (1, "Xã Hương Mai", None, None),
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A4:D4")
    sheet["A4"] = "Các sở"
    book.save(tmp_path / "a.xlsx")
    roster = read_roster(tmp_path / "a.xlsx", {})
    assert _told(roster) == [
        "Sở Nội vụ|SNV||Các sở",
        "Sở Y tế|SYT||Các sở",
        "UBND xã Hương Mai|||Các xã",
    ]
    assert any("Điện thoại" in told.vi for told in roster.left)


@pytest.mark.parametrize(
    "text", ["xin chào\nhôm nay trời đẹp\n", "1\n2\n3\n", "A;B\n1;2\n3;4\n", "...\n---\n"]
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(NoNames):
        read_text(text.encode(), {})


@pytest.mark.parametrize("raw", [b"", b" \n\n", b"So\0\0\0", b"\xff\xd8\xff\xe0"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(AnnexRefused):
        read_text(raw, {})


def test_a_list_without_end_is_refused() -> None:
    with pytest.raises(AnnexRefused, match="roster-long"):
        read_text("".join(f"Sở {number}a\n" for number in range(50_000)).encode(), {})


@pytest.mark.parametrize(
    ("text", "words"),
    [("Sở Nội vụ (đầu mối)\nSở Y tế", "(đầu mối)"), ("Sở Nội vụ\nsnv@x.vn\nSở Y tế", "snv@x.vn")],
)
def test_what_is_not_used_is_told(text: str, words: str) -> None:
    assert words in " ".join(told.vi for told in read_text(text.encode(), {}).left)
