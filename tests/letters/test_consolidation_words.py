"""Words of strangers stay words in a consolidated report."""

import io
import unicodedata

import pytest
from docx import Document

from kehoach.document.paper import plain
from kehoach.words import LANGUAGES, Lang
from letters.consolidated import (
    DAY,
    Judge,
    consolidation_docx,
    consolidation_markdown,
    files,
    gathered,
    paragraphs,
    parsed,
    words_of,
    xml_of,
)

# ── Untrusted text ─────────────────────────────────────────────────────────────────────────────

HOSTILE = {
    "table": "một | hai || ba \\| bốn \\",
    "html": "<script>alert(1)</script><img src=x onerror=y><!-- &lt;b&gt; -->",
    "link": "[bấm](http://xau.example) ![ảnh](x.png) http://xau.example www.xau.example",
    "mention": "@all @so-tu-phap #12",
    "emphasis": "**đậm** _nghiêng_ `mã` ~~gạch~~ $x$",
    "lines": "một\n\n# hai\n- ba\n| a | b |\n|---|---|",
    "begins": "# tiêu đề",
    "number": "1. đầu",
    "formula": "=HYPERLINK(x)",
    "marks": "trái\u202ephải \u2066ẩn\u2069 \u200f",
    "runner": "::error::x ##[error]y",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_stay_words(judge: Judge, name: str, lang: Lang) -> None:
    """A note is somebody else's: it may neither mark up nor break its cell (traps.md)."""
    run, plain_run = judge(files(HOSTILE[name]), DAY), judge(files("x"), DAY)
    of, plain_of = gathered(run), gathered(plain_run)
    tokens = parsed(consolidation_markdown(run, of, lang))
    usual = parsed(consolidation_markdown(plain_run, plain_of, lang))
    assert [token.type for token in tokens] == [token.type for token in usual]
    kinds = {each.type for token in tokens for each in token.children or ()}
    assert kinds <= {"text", "strong_open", "strong_close"}
    document = Document(io.BytesIO(consolidation_docx(run, of, lang)))
    expected = plain(HOSTILE[name])
    assert any(each.text == expected for each in paragraphs(document))
    text = consolidation_markdown(run, of, lang)
    assert not any(sign in text for sign in ("@all", "http://x", "www.x", "\u202e", "\u2066"))


def test_what_xml_forbids_is_replaced() -> None:
    """XML 1.0, 2.2: controls, half characters and U+FFFE/FFFF can stand in no file of Word."""
    for char in ("\x00", "\x0b", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"):
        assert char not in plain(f"a{char}b")
    assert plain("a\x1b[31mb") == "a\N{REPLACEMENT CHARACTER}[31mb"


def test_letters_are_put_together(judge: Judge) -> None:
    """NFD, as macOS writes it, is drawn badly by fonts: both formats print NFC."""
    spread = unicodedata.normalize("NFD", "Đã tổ chức hội nghị")
    run = judge(files(spread), DAY)
    told = words_of(consolidation_docx(run, gathered(run), "vi"))
    assert "Đã tổ chức hội nghị" in told
    assert "Đã tổ chức hội nghị" in consolidation_markdown(run, gathered(run), "vi")


def test_a_long_note_is_neither_cut_nor_kept_on_one_page(judge: Judge) -> None:
    """100 KB: whole in both, and its row may be broken over pages."""
    note = "dài " * 25_000
    run = judge(files(note), DAY)
    document = Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))
    (row,) = [
        row
        for table in document.tables
        for row in table.rows
        if any(cell.text == note.strip() for cell in row.cells)
    ]
    assert "w:cantSplit" not in xml_of(row)
    assert note.strip() in consolidation_markdown(run, gathered(run), "vi")
