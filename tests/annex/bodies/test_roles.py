"""Cells that say themselves who leads and who only helps, in the ways that annexes have."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_draft import registry_for
from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.cell_roles import by_role
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import DraftItem, DraftOptions
from kehoach.annex.items.drafting import draft

_DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Chủ trì: Sở A\nPhối hợp: Sở B, Sở C", "lead Sở A|coordinate Sở B, Sở C"),
        ("- Cơ quan chủ trì: Sở A; - Đơn vị phối hợp: Sở B", "lead Sở A|coordinate Sở B"),
        ("Chủ trì: Sở A, phối hợp: Sở B", "lead Sở A|coordinate Sở B"),
        ("Chủ trì Sở A; phối hợp với Sở B", "lead Sở A|coordinate Sở B"),
        ("Sở A\n(Phối hợp: Sở B, Sở C)", "implement Sở A|coordinate Sở B, Sở C"),
        ("Sở A chủ trì, phối hợp với Sở B", "lead Sở A|coordinate Sở B"),
        ("Sở A chủ trì phối hợp các sở, ngành", "lead Sở A|coordinate các sở, ngành"),
        ("Sở A phối hợp với Sở B; Sở C", "implement Sở A|coordinate Sở B; Sở C"),
        ("Sở A (chủ trì); Sở B (phối hợp)", "lead Sở A|coordinate Sở B"),
        ("Sở A (cơ quan chủ trì), Sở B, Sở C (phối hợp)", "lead Sở A|coordinate Sở B, Sở C"),
        ("Sở A chủ trì; Sở B phối hợp.", "lead Sở A|coordinate Sở B"),
        ("Sở A (chủ trì), Sở B, Sở C", "lead Sở A|implement Sở B, Sở C"),
        (
            "Sở A chủ trì, phối hợp với Sở B; Sở C chủ trì, phối hợp với Sở D",
            "lead Sở A|coordinate Sở B|lead Sở C|coordinate Sở D",
        ),
        ("Sở A", "implement Sở A"),
        ("Hội đồng phối hợp PBGDPL tỉnh", "implement Hội đồng phối hợp PBGDPL tỉnh"),
        ("Ban chỉ đạo (Sở A thường trực)", "implement Ban chỉ đạo (Sở A thường trực)"),
        ("chủ trì", "implement chủ trì"),
        ("(chủ trì); Sở A (phối hợp)", "implement (chủ trì); Sở A (phối hợp)"),
    ],
)  # fmt: skip
def test_each_way_of_saying_who_leads(words: str, parts: str) -> None:
    told = "|".join(f"{part.role} {part.words}" for part in by_role(words, "implement"))
    assert told == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Chủ trì: Sở Nội vụ. Phối hợp: các sở, ngành", "lead Sở Nội vụ|coordinate các sở, ngành"),
        ("Sở Nội vụ chủ trì; các sở, ngành phối hợp", "lead Sở Nội vụ|coordinate các sở, ngành"),
        (
            "Sở Nội vụ là cơ quan chủ trì, các sở, ngành phối hợp",
            "lead Sở Nội vụ|coordinate các sở, ngành",
        ),
        ("Sở Nội vụ (CT), Sở Y tế (PH)", "lead Sở Nội vụ|coordinate Sở Y tế"),
        ("CT: Sở Nội vụ; PH: Sở Y tế", "lead Sở Nội vụ|coordinate Sở Y tế"),
        (
            "Đơn vị chủ trì - Sở Nội vụ; Đơn vị phối hợp - Sở Y tế",
            "lead Sở Nội vụ|coordinate Sở Y tế",
        ),
        (
            "Sở Nội vụ chủ trì, phối hợp cùng các đơn vị liên quan thực hiện",
            "lead Sở Nội vụ|coordinate các đơn vị liên quan",
        ),
        (
            "Sở Nội vụ chủ trì thực hiện; Sở Y tế phối hợp thực hiện",
            "lead Sở Nội vụ|coordinate Sở Y tế",
        ),
        ("Sở Nội vụ phối hợp Sở Y tế", "implement Sở Nội vụ|coordinate Sở Y tế"),
        ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế", "lead Sở Nội vụ|coordinate Sở Y tế"),
        ("Do Sở Nội vụ chủ trì", "lead Sở Nội vụ"),
        (
            "Sở Nội vụ (chủ trì)\nSở Y tế (phối hợp)\nSở Tài chính (phối hợp)",
            "lead Sở Nội vụ|coordinate Sở Y tế|coordinate Sở Tài chính",
        ),
        (
            "- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Y tế;\nSở Tài chính",
            "lead Sở Nội vụ|coordinate Sở Y tế Sở Tài chính",
        ),
        ("Sở Nội vụ; phối hợp: Sở Y tế", "implement Sở Nội vụ|coordinate Sở Y tế"),
        ("Sở Nội vụ, phối hợp với Sở Y tế", "implement Sở Nội vụ|coordinate Sở Y tế"),
        ("Sở Nội vụ - chủ trì; Sở Y tế - phối hợp", "lead Sở Nội vụ|coordinate Sở Y tế"),
        (
            "Cơ quan chủ trì tham mưu: Sở Nội vụ; Cơ quan phối hợp: Sở Y tế",
            "lead Sở Nội vụ|coordinate Sở Y tế",
        ),
        ("Chủ trì: Sở Nội vụ; Thực hiện: UBND các xã", "lead Sở Nội vụ|implement UBND các xã"),
        (
            "Sở Nội vụ chủ trì, Sở Y tế, Sở Tài chính phối hợp",
            "lead Sở Nội vụ|coordinate Sở Y tế Sở Tài chính",
        ),
        (
            "Sở Nội vụ (đơn vị chủ trì) và các sở liên quan (đơn vị phối hợp)",
            "lead Sở Nội vụ|coordinate các sở liên quan",
        ),
        ("Đề nghị MTTQ tỉnh chủ trì, phối hợp với Sở Y tế", "lead MTTQ tỉnh|coordinate Sở Y tế"),
        (
            "Sở Nội vụ chủ trì hướng dẫn, các sở, ngành thực hiện",
            "lead Sở Nội vụ|implement các sở, ngành",
        ),
        (
            "Sở Nội vụ (cơ quan chủ trì), các sở, ngành, địa phương",
            "lead Sở Nội vụ|implement các sở, ngành, địa phương",
        ),
    ],
)
def test_who_does_what_in_which_role(words: str, parts: str) -> None:
    """Role by role, the bodies that the words name: never a word of the roles themselves."""
    nobody = Directory(None, None)
    told = [
        f"{part.role} {' '.join(n.words for n in read_mentions(part.words, nobody).named)}"
        for part in by_role(words, "implement")
    ]
    assert "|".join(told) == parts


def _item(words: str, heading: str) -> DraftItem:
    rows = (("TT", "Nhiệm vụ", heading, "Thời hạn"), ("1", "A", words, "2022"))
    table = AnnexTable(
        tuple(
            AnnexRow(str(at), tuple(AnnexCell(each) for each in row))
            for at, row in enumerate(rows, 1)
        )
    )
    annex = Annex((AnnexParagraph("Kế hoạch số 7/KH-UBND năm 2022"), table))
    return draft(annex, registry_for(_DATA, _DATA), DraftOptions(date(2022, 1, 1))).items[0]


_BOTH = "Cơ quan chủ trì, phối hợp"


@pytest.mark.parametrize(
    ("heading", "words", "lead", "implement", "coordinate", "doubts"),
    [
        ("Cơ quan thực hiện", "Sở Tư pháp (chủ trì); Sở Tài chính (phối hợp)",
         "so-tu-phap", "", "so-tai-chinh", 0),
        (_BOTH, "Sở Tư pháp (chủ trì); Sở Tài chính (phối hợp)", "so-tu-phap", "", "so-tai-chinh", 0),
        ("Cơ quan thực hiện", "Sở Tư pháp (chủ trì), Sở Tài chính",
         "so-tu-phap", "so-tai-chinh", "", 0),
        # Who is named beside the one that leads, in a column of both or of leads, only helps.
        (_BOTH, "Sở Tư pháp (chủ trì), Sở Tài chính", "so-tu-phap", "", "so-tai-chinh", 1),
        ("Cơ quan chủ trì", "Sở Tư pháp (chủ trì), Sở Tài chính", "so-tu-phap", "", "so-tai-chinh", 1),
        # Nobody is said to lead: all are taken to.
        (_BOTH, "Sở Tư pháp, Sở Tài chính", "so-tu-phap so-tai-chinh", "", "", 1),
        # The initials of a name are looked up where there are three of them.
        ("Cơ quan chủ trì", "STP", "so-tu-phap", "", "", 0),
        # Does one of them lead, or do both?
        ("Cơ quan thực hiện", "Sở Tư pháp, Sở Nội vụ (chủ trì); Sở Tài chính (phối hợp)",
         "so-tu-phap so-noi-vu", "", "so-tai-chinh", 1),
        ("Cơ quan chủ trì", "Sở Văn hóa, Thể thao và Du lịch (chủ trì)",
         "so-van-hoa-the-thao-du-lich", "", "", 0),
    ],
)  # fmt: skip
def test_who_leads_in_one_column_for_all(
    heading: str, words: str, lead: str, implement: str, coordinate: str, doubts: int
) -> None:
    item = _item(words, heading)
    told = [" ".join(n.id for n in x) for x in (item.owing, item.implementing, item.coordinating)]
    assert item.role == "lead"
    assert told == [lead, implement, coordinate]
    assert len(item.doubts) == doubts, [doubt.vi for doubt in item.doubts]
