"""Ids follow the document's numbers, whatever their form."""

import pytest

from kehoach.annex.tables.place_numbers import leading_number
from kehoach.annex.tables.row_places import Outline


@pytest.mark.parametrize(
    ("numbers", "ids"),
    [
        ("1 2 3", "1 2 3"),
        ("#I 1 2 #II 1", "(I) I.1 I.2 (II) II.1"),
        ("#I 1 a) b) 2 a) b)", "(I) I.1 I.1.a I.1.b I.2 I.2.a I.2.b"),
        ("#II 3 a) #III 1 a)", "(II) II.3 II.3.a (III) III.1 III.1.a"),
        ("1.1 1.2 2 2.1", "1.1 1.2 2 2.1"),
        ("#I 1.1 1.2 2 #II 1.1", "(I) I.1.1 I.1.2 I.2 (II) II.1.1"),
        ("NV-1 NV-2 a) NV-3", "NV-1 NV-2 NV-2.a NV-3"),
        ("1.1 NV-7 2", "1.1 1.1.NV-7 2"),
        ("1 2* 3¹ 4(*)", "1 2 3 4"),
        ("1 2 #I 3 #II 1", "1 2 (I) I.3 (II) II.1"),
        ("#A #I 1 #II 1 #B #I 1", "(A) (A.I) A.I.1 (A.II) A.II.1 (B) (B.I) B.I.1"),
        ("#A 1 #B 1 #C 1 #D 1", "(A) A.1 (B) B.1 (C) C.1 (D) D.1"),
        ("1 1.1 1.2 2 2.1", "1 1.1 1.2 2 2.1"),
        ("#I 1 1.1 1.2 a) 2", "(I) I.1 I.1.1 I.1.2 I.1.2.a I.2"),
        ("#1 1.1 1.2 #2 2.1", "(1) 1.1 1.2 (2) 2.1"),
        ("#1 1 2 #2 1", "(1) 1.1 1.2 (2) 2.1"),
        ("#II II.1 II.2", "(II) II.1 II.2"),
        ("1 _ _ 2 _", "1 1.a 1.b 2 2.a"),
        ("1 - - 2", "1 1.a 1.b 2"),
        ("(1) 2/ 3. 04", "1 2 3 04"),
        ("#PHẦN_I 1 #Mục_2 1", "(I) I.1 (I.2) I.2.1"),
        ("1a 1b 2", "1a 1b 2"),
    ],
)
def test_each_place_has_the_id_of_its_place(numbers: str, ids: str) -> None:
    """``#`` is a heading, ``_`` a blank; an id in brackets is a heading's."""
    outline = Outline()
    told = []
    for each in numbers.split():
        words = each.lstrip("#").replace("_", " ").strip()
        if each.startswith("#"):
            told.append(f"({outline.section(words, words)})")
        else:
            told.append(outline.item(words))
    assert " ".join(told) == ids


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("I. Công tác", ("I.", "Công tác")),
        ("a) Xây dựng", ("a)", "Xây dựng")),
        ("1.2 Rà soát", ("1.2", "Rà soát")),
        ("Phần II: Nhiệm vụ", ("Phần II", "Nhiệm vụ")),
        ("K. Nhóm khác", ("K.", "Nhóm khác")),
        ("P. Nội vụ chủ trì", None),
        ("5 mô hình", None),
        ("Vận động nhân dân", None),
        ("I", None),
    ],
)
def test_a_number_at_the_head_of_words(words: str, split: tuple[str, str] | None) -> None:
    assert leading_number(words) == split
