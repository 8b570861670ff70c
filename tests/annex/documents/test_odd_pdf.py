"""PDFs drawn by hand: raised numbers that stand by themselves, and what is more than a document has."""

import logging

import pytest

from kehoach.annex.annex_document import AnnexParagraph
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused

pdf_pages = pytest.importorskip("kehoach.annex.documents.pdf_pages")


def _pdf(drawn: str, pages: int = 1) -> bytes:
    """Return a PDF in whose pages the same is drawn; its table of places is left to be found again."""
    kids = " ".join(f"{5 + n} 0 R" for n in range(pages))
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>"
    )
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        *[page] * pages,
    )
    told = "".join(f"{n} 0 obj\n{each}\nendobj\n" for n, each in enumerate(objects, start=1))
    return f"%PDF-1.4\n{told}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def _words(*placed: tuple[str, int, int, int]) -> str:
    """Draw words at their place from the left and from the foot of the page, in a size."""
    return "\n".join(f"BT /F {size} Tf {x} {y} Td ({each}) Tj ET" for each, x, y, size in placed)


_GRID = "50 600 m 350 600 l 350 700 l 50 700 l h S 150 600 m 150 700 l S 50 650 m 350 650 l S"


@pytest.mark.parametrize(
    ("raised", "told"), [(706, ["Ke hoach.³", "Viec hai."]), (716, ["3", "Ke hoach.", "Viec hai."])]
)
def test_a_raised_number_is_a_mark_of_the_line_in_whose_height_it_stands(
    raised: int, told: list[str]
) -> None:
    """Another, right above the end of a word but higher than its line, is a line of its own."""
    drawn = _words(("Ke hoach.", 50, 700, 12), ("3", 107, raised, 6), ("Viec hai.", 50, 660, 12))
    blocks = annex_in(_pdf(drawn), "").blocks
    assert sorted(each.text for each in blocks if isinstance(each, AnnexParagraph)) == sorted(told)


def test_of_words_that_crowd_in_a_corner_each_is_told() -> None:
    """Six of one point within three: more ends than a place remembers, to look for raised numbers."""
    drawn = _words(*(("i", x, y, 1) for y in (706, 702) for x in (52, 53, 54)))
    blocks = annex_in(_pdf(drawn), "").blocks
    told = " ".join(each.text for each in blocks if isinstance(each, AnnexParagraph))
    assert told.split() == ["i"] * 6


@pytest.mark.parametrize(
    ("raw", "limit", "words"),
    [
        (
            _pdf(_words(*((words, 50, 700 - 20 * at, 12) for at, words in enumerate("ABCDE"))), 3),
            "_MOST_PAGES",
            "hơn 2 trang",
        ),
        (_pdf(_GRID), "MOST_CELLS", "bảng quá lớn"),
    ],
)
def test_more_than_a_document_has_is_refused(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, limit: str, words: str
) -> None:
    assert annex_in(raw, "").blocks
    monkeypatch.setattr(pdf_pages, limit, 2)
    with pytest.raises(AnnexRefused) as refused:
        annex_in(raw, "")
    assert words in refused.value.text.vi


@pytest.mark.parametrize("box", ["[(a)(b)(c)(d)]", "[/a /b /c /d]", "[0 0 1e99999 3]", "[0 0 595]"])
@pytest.mark.parametrize("name", ["MediaBox", "CropBox"])
def test_a_page_whose_box_is_none_is_refused(
    name: str, box: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reason is told, and nothing of what the libraries log."""
    monkeypatch.setattr(logging.root, "handlers", [])  # as in a program that asks for no log
    raw = _pdf(_words(("Ke hoach.", 50, 700, 12)))
    raw = raw.replace(b"/MediaBox[0 0 595 842]", f"/{name}{box}".encode())
    with pytest.raises(AnnexRefused, match="broken"):
        annex_in(raw, "")
    assert capsys.readouterr().err == ""
