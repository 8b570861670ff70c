"""Several annexes in a Word file; a letter on a terminal; signs and marks put together everywhere."""

import io
import unicodedata

import docx
import pytest
from docx.oxml.ns import qn

from document.test_writers import DAY, EVERYTHING, SAID, everywhere
from kehoach.document import Message, NewSheet, Prose, TableBlock, TableColumn
from kehoach.document.blocks import composed
from kehoach.document.on_terminal import on_screen
from kehoach.document.word import docx as word
from kehoach.terminal.screen import Screen

TABLE = TableBlock((TableColumn("Tỷ lệ", number=True),), (("97 %",),))


@pytest.mark.parametrize("width", [None, 200])
def test_every_part_of_a_letter_is_said_on_a_terminal(width: int | None) -> None:
    letter = EVERYTHING._replace(blocks=(*EVERYTHING.blocks, TABLE))
    shown = on_screen(letter, Screen(width)).casefold()
    assert [said for said in (*SAID, "97 %") if said.casefold() not in shown] == []


def test_each_annex_counts_its_own_pages() -> None:
    """Decree 30/2020/NĐ-CP; what Word begins behind another annex would count on from it."""
    parts = (Prose("Thư"), NewSheet(wide=True), TABLE, NewSheet(), TABLE)
    sections = docx.Document(io.BytesIO(word(Message("Thư", parts, "vi", DAY)))).sections
    begun = [
        [each.get(qn("w:start")) for each in section._sectPr.findall(qn("w:pgNumType"))]  # noqa: SLF001
        for section in sections
    ]
    assert begun == [[], ["1"], ["1"]]


def test_signs_and_marks_are_put_together_in_every_part() -> None:
    whole = "Uỷ ban nhân dân"
    assert composed(everywhere(unicodedata.normalize("NFD", whole))) == everywhere(whole)
