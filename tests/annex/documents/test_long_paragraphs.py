"""Signs that mean nothing are read in time that grows with their number, not with its square."""

from kehoach.annex.annex_document import AnnexParagraph
from kehoach.annex.documents import markdown_page
from kehoach.annex.documents.markdown_page import read_markdown


def test_brackets_without_a_partner_are_mere_signs() -> None:
    """Markdown looks for the partner of each up to the end of the paragraph: of so many, of none."""
    words = "![" * 20_000
    assert read_markdown(words).blocks == (AnnexParagraph(words),)


def test_links_of_real_paragraphs_stay_links() -> None:
    (block,) = read_markdown("Xem [Kế hoạch](https://example.vn) và [Phụ lục](b.html).").blocks
    assert block == AnnexParagraph("Xem Kế hoạch và Phụ lục.")


def test_each_paragraph_has_its_own_number_of_brackets() -> None:
    links = "[a](b) " * 300
    assert "[" not in str(read_markdown(f"{links}\n\n{links}").blocks)
    assert markdown_page._MOST_BRACKETS == 300  # noqa: SLF001 - what the lines above rest on
