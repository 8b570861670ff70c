"""Doubts of one kind are told once with their places; what nothing was made of is listed whole."""

from datetime import date

from annex.grids import REGISTRY, a_draft, a_table
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.doubt_kinds import doubt_kinds
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.draft_yaml import draft_yaml
from kehoach.annex.items.drafting import draft

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"


def _drafted(*rows: str) -> list[tuple[str, str]]:
    """Return what is told of the items: the place of one, else that of none."""
    kinds = doubt_kinds(a_draft(_HEADER, *rows))
    return [(each.place, each.words.vi) for each in kinds if each.items]


def test_doubts_that_say_the_same_are_one_line_with_their_items() -> None:
    told = _drafted("1|A|Sở Y tế|", "2|B||2026", "3|C|Sở Y tế|", "4|D|Sở Y tế|")
    assert told == [
        ("", "ô thời hạn để trống (3 mục): 1, 3, 4"),
        ("2", "không ghi cơ quan chủ trì, thực hiện"),
    ]


def test_what_each_says_of_its_own_stands_with_the_items_that_say_it() -> None:
    told = _drafted("1|A|Hội X|2026", "2|B|Hội Y; Hội Z|2026", "3|C|Hội X|2026")
    assert told == [
        (
            "",
            "chưa có trong danh sách cơ quan: “…” (3 mục): Hội X (1, 3); Hội Y (2); Hội Z (2)",
        )
    ]


def test_two_doubts_of_one_item_are_told_as_they_are() -> None:
    told = _drafted("1|A|Hội X; Hội Y|2026")
    assert [place for place, _ in told] == ["1", "1"]


def test_a_long_doubt_is_told_in_full_above_and_marked_at_its_items() -> None:
    long = "Hội " + "những người làm vườn " * 6
    words = draft_yaml(a_draft(_HEADER, f"1|A|{long}|2026", f"2|B|{long}|2026"), "vi")
    marks = [line for line in words.splitlines() if line.startswith("  # ?")]
    assert len(marks) == 2
    assert all(mark.endswith("…") for mark in marks)
    assert f"“{long.strip()}” (2 mục): 1, 2" in words


def test_every_paragraph_and_row_without_use_stands_at_the_end_word_for_word() -> None:
    long = "Căn cứ Luật Tổ chức chính quyền địa phương và " * 5
    other = a_table("Họ tên|Quê|Tuổi", "An|Bắc Giang|30", "Bình|Bắc Ninh|40")
    table = a_table(_HEADER, "1|A|Sở Y tế|2026")
    annex = Annex((AnnexParagraph("Kế hoạch 2026"), AnnexParagraph(long), table, other))
    drafted = draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))
    assert drafted.left == (
        long.strip(),
        "Họ tên | Quê | Tuổi",
        "An | Bắc Giang | 30",
        "Bình | Bắc Ninh | 40",
    )
    assert draft_yaml(drafted, "vi").endswith("# - Bình | Bắc Ninh | 40\n")


def test_of_very_many_items_the_first_and_the_last_are_named() -> None:
    told = _drafted(*(f"{number}|A{number}|Sở Y tế|" for number in range(1, 100)))
    ((place, words),) = told
    assert place == ""
    assert words.startswith("ô thời hạn để trống (99 mục): 1, 2, 3")
    assert words.endswith("59, 60 … 99")
