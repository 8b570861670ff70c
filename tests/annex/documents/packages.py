"""Word and Excel files made of their bare XML, as small as they can be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADINGS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip of these parts, the same bytes whenever it is made: some name a test."""
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return file.getvalue()


def relations(**targets: str) -> str:
    """Return a part that points to others, by the last word of their type."""
    each = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{each}</Relationships>'


def word(body: str, before: str = "", **parts: str) -> bytes:
    """Return a Word document with this body; ``parts`` are further parts by their kind."""
    linked = {kind: f"{kind}.xml" for kind in parts}
    return packed({
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(**linked),
        "word/document.xml": f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {_W}>{xml}</w:{kind}>" for kind, xml in parts.items()},
    })  # fmt: skip


def table(*rows: tuple[str, ...]) -> str:
    """Return a table below the usual headings; a cell that begins with ``<`` is XML of its own."""
    return f"<w:tbl>{''.join(map(row, (HEADINGS, *rows)))}</w:tbl>"


def row(cells: tuple[str, ...]) -> str:
    """Return a row."""
    inside = (cell if cell.startswith("<") else paragraph(cell) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc>{each}</w:tc>' for each in inside)}</w:tr>"


def paragraph(words: str) -> str:
    """Return a paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
