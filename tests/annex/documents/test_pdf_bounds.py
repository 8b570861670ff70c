"""A PDF that asks for too much is refused before anything of it is kept: counted, not timed."""

import zlib
from typing import Any

import pytest

from kehoach.annex.documents import pdf_pages
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.pdf_pages import read_pdf

_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {} >> >>"
)


def _stream(drawn: bytes, head: str = "", layers: int = 1) -> bytes:
    for _ in range(layers):
        drawn = zlib.compress(drawn, 9)
    filters = "/FlateDecode " * layers
    return (
        f"<< {head} /Filter [{filters}] /Length {len(drawn)} >>\nstream\n".encode()
        + drawn
        + b"\nendstream"
    )


def _pdf(page: bytes, *more: bytes, resources: str = "/Font << /F 5 0 R >>") -> bytes:
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE.format(resources).encode(),
        page,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    told = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(told))
        told += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(told))
    return told + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _forms(deep: int) -> bytes:
    """Forms each of which draws the next one twenty times, and the last nothing."""
    numbers = range(6, 6 + deep)
    more = [
        _stream(
            b"/X Do " * 20 * (number < 5 + deep),
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            f" /Resources << /XObject << /X {number + 1} 0 R >> >>",
        )
        for number in numbers
    ]
    return _pdf(_stream(b"/X Do"), *more, resources="/XObject << /X 6 0 R >>")


_DRAWN, _SIGNS = "{} bytes", "20000 letters"
BOMBS = {
    "spaces": (_DRAWN, _pdf(_stream(b" " * 20_000_000))),
    "packed twice": (_DRAWN, _pdf(_stream(b" " * 20_000_000, layers=2))),
    "states": (_DRAWN, _pdf(_stream(b"q Q " * 1_000_000))),
    "letters": (_SIGNS, _pdf(_stream(b"BT /F 12 Tf (" + b"a" * 30_000 + b") Tj ET"))),
    "letters apart": (_SIGNS, _pdf(_stream(b"BT /F 12 Tf [" + b"(a) 9 " * 30_000 + b"] TJ ET"))),
    "lines": (_SIGNS, _pdf(_stream(b"0 0 m 9 9 l S " * 10_000))),
    "one long line": (_SIGNS, _pdf(_stream(b"0 0 m " + b"9 9 l " * 30_000 + b"S"))),
    "forms in forms": (_DRAWN, _forms(6)),
    "behind a small layer": (
        "150 MB",
        b"%PDF-1.4\n1 0 obj\n" + _stream(zlib.compress(b"a") + b"\0" * 160_000_000),
    ),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_before_a_page_is_laid_out(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound, raw = BOMBS[kind]
    assert len(raw) < 200_000
    monkeypatch.setattr(pdf_pages, "_page", _never)
    with pytest.raises(AnnexRefused) as refused:
        read_pdf(raw)
    assert bound.format(1_000_000 + 12 * len(raw)) in refused.value.text.en


def _never(page: Any) -> Any:
    raise AssertionError(page)


def test_a_full_page_is_read() -> None:
    """Ten thousand letters and as many ruled lines as the cells of a dense table have."""
    words = b"BT /F 6 Tf 1 0 0 1 9 9 Tm (" + b"word " * 2_000 + b") Tj ET "
    rules = b"0 0 m 9 0 l S " * 1_500
    assert read_pdf(_pdf(_stream(words + rules))).blocks
