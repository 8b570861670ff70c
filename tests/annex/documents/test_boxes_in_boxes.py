"""Text boxes within text boxes: each is read once, so that no depth of them doubles the work."""

from annex.documents.packages import paragraph, table, word
from kehoach.annex.annex_document import AnnexParagraph
from kehoach.annex.documents.annex_files import annex_in


def _box(inside: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"


def test_each_box_is_read_once_however_deep_it_lies() -> None:
    """Twelve deep every word stands once; read from each box around it, there would be thousands."""
    body = paragraph("12")
    for depth in range(11, -1, -1):
        body = f"<w:p><w:r><w:t>{depth}</w:t></w:r>{_box(body)}</w:p>"
    (block,) = annex_in(word(body), ".docx").blocks
    assert block == AnnexParagraph("\n".join(map(str, range(13))))


def test_a_table_in_a_box_is_read_paragraph_by_paragraph() -> None:
    body = f"<w:p>{_box(table(('1', 'Việc', 'Sở Y tế', '')))}</w:p>"
    (block,) = annex_in(word(body), ".docx").blocks
    assert isinstance(block, AnnexParagraph)
    assert block.text.endswith("\n1\nViệc\nSở Y tế")
