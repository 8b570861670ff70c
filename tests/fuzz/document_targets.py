"""Documents that come from others: each is read, doubted or refused, and what is made of it can be read."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from annex.documents.packages import table, word
from fuzz.held_folder import FILES, HeldFolder
from fuzz.mutators import packed, unpacked
from kehoach.annex.annex_draft import StandingRegistry
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused, refuse_long
from kehoach.annex.draft_doubts import draft_doubts
from kehoach.annex.draft_formats import DRAFT_FORMATS
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.roster.registry_merge import SameNames
from kehoach.annex.roster.registry_writing import registry_draft, with_proposals
from kehoach.annex.roster.roster_files import read_text
from kehoach.annex.roster.roster_lines import NoNames
from kehoach.annex.tables.plan_tables import NoPlanTable
from kehoach.filing.forms import Forms
from kehoach.filing.submission_yaml import submission_yaml
from kehoach.model.agencies import Registry
from kehoach.reading.file_reading import read_file, submission_in
from kehoach.reading.yaml_files.yaml_text import decode, read_mapping
from kehoach.run import Question, Run, answer
from kehoach.sheets.returned.returned_forms import known_of, returned
from kehoach.sheets.returned.returned_xlsx import NotOurs, read_returned
from kehoach.sheets.template_xlsx import template_xlsx

_TESTS = Path(__file__).parents[1]
_PAPERS = _TESTS / "annex" / "second_reader"
_TODAY = date(2026, 3, 1)
_OPTIONS = DraftOptions(_TODAY)
_REGISTRY = FILES["agencies.yaml"]
_ROWS = (
    ("1", "Rà soát văn bản", "Sở Tư pháp", "Trước ngày 15/6/2026"),
    ("2", "Báo cáo kết quả", "Các sở, ngành", "Hằng quý"),
)
_LINES = "DANH SÁCH\nI. CÁC SỞ\n1. Sở Y tế (SYT)\n - Chi cục Dân số\n2. Sở Công Thương: sct@x.vn\n"
_SHEET = "STT;Tên;Viết tắt;Email;Cơ quan chủ quản\n1;Sở Y tế;SYT;syt@x.vn;\n2;Chi cục A;;;Sở Y tế\n"


def a_document(suffix: str) -> Callable[[bytes], None]:
    """Return what imports a plan from a file whose name ends so."""

    def tried(raw: bytes) -> None:
        try:
            refuse_long(annex := annex_in(raw, suffix))
            drafted = draft(annex, _standing().registry, _OPTIONS)
        except (AnnexRefused, NoPlanTable):
            return
        text = DRAFT_FORMATS["yaml"](drafted, "vi")
        said, wrong = read_mapping(decode(text.encode(), "plan.yaml"), "plan.yaml", "plan")
        assert not wrong
        assert len(said["items"]) == len(drafted.items)
        assert json.loads(DRAFT_FORMATS["json"](drafted, "en"))
        assert draft_doubts(drafted, "en", in_full=True)
        _check_registry(with_proposals(drafted.proposals, _standing(), "vi"))

    return tried


def a_list(raw: bytes) -> None:
    """Import a list of bodies, into no registry and into one that stands."""
    try:
        roster = read_text(raw, {})
        _check_registry(registry_draft(roster, None, _TODAY, "vi").text)
        _check_registry(registry_draft(roster, _standing(), _TODAY, "vi").text)
    except (AnnexRefused, NoNames, SameNames):
        return


def a_returned_workbook(raw: bytes) -> None:
    """Import a workbook that came back: each sheet that is taken becomes a submission without a mistake."""
    try:
        book = read_returned(raw)
    except NotOurs:
        return
    for each in returned({"a.xlsx": book}, known_of(_run()))["a.xlsx"].filled:
        read = submission_in(submission_yaml(each.submission).encode(), "a.yaml")
        assert read.content == each.submission, [found.message("en") for found in read.findings]


def _check_registry(text: str) -> None:
    read = read_file(text.encode(), "agencies.yaml", Registry, "agencies")
    assert read.content is not None, text
    assert not read.findings, ([each.message("en") for each in read.findings], text)


@lru_cache(maxsize=1)
def _standing() -> StandingRegistry:
    read = read_file(_REGISTRY.encode(), "agencies.yaml", Registry, "agencies")
    assert read.content is not None
    return StandingRegistry(read.content, _REGISTRY, Path("agencies.yaml"))


@lru_cache(maxsize=1)
def _run() -> Run:
    folder = HeldFolder({name: text.encode() for name, text in FILES.items()})
    return answer(folder, "data/", Question(date(2022, 1, 15), git=False))


def word_files() -> Iterator[bytes]:
    """Yield Word documents, their parts not compressed."""
    yield word(table(*_ROWS))
    yield word(table(*_ROWS), styles='<w:style w:styleId="a"/>', numbering="<w:num/>", comments="")
    yield from (_loose(path) for path in sorted(_PAPERS.glob("*.docx")))


def workbooks() -> Iterator[bytes]:
    """Yield workbooks with annexes, their parts not compressed."""
    yield from (_loose(path) for path in sorted(_PAPERS.glob("*.xlsx")))
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"])
    sheet.append([1, "Rà soát", "Sở Tư pháp", date(2026, 6, 15)])
    sheet.append([2, "Báo cáo", "Sở Nội vụ", '="Quý "&"II"'])
    sheet.merge_cells("A4:D4")
    file = BytesIO()
    book.save(file)
    yield packed(unpacked(file.getvalue()))


def _loose(path: Path) -> bytes:
    return packed(unpacked(path.read_bytes()))


def pages() -> Iterator[bytes]:
    """Yield pages of HTML."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _ROWS)
    head = (
        "<tr><th>TT</th><th>Nhiệm vụ</th><th colspan=1>Cơ quan chủ trì</th><th>Thời hạn</th></tr>"
    )
    yield f"<html><meta charset=utf-8><table>{head}{rows}</table></html>".encode()
    yield f"<table><tr><td rowspan=2>TT<td>Nhiệm vụ<td><p>Cơ<br>quan<td>Thời hạn{rows}".encode()
    yield b"<!DOCTYPE html><html><body><!-- x --><script>a</script><ol><li>Giao S&#7903; Y"


def markdown_pages() -> Iterator[bytes]:
    """Yield pages of Markdown."""
    rows = "".join(f"| {' | '.join(row)} |\n" for row in _ROWS)
    yield f"# Kế hoạch\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|-|:-:|-|-|\n{rows}".encode()
    yield "1. Giao **Sở Nội vụ** báo cáo trước 30/6/2026.".encode()


def plain_texts() -> Iterator[bytes]:
    """Yield plans as they are pasted."""
    yield from (path.read_bytes() for path in sorted(_PAPERS.glob("*.txt")))
    yield from (
        path.read_bytes()[:4000] for path in sorted((_TESTS / "annex").rglob("plans/*.txt"))
    )


def messages() -> Iterator[bytes]:
    """Yield pages as Word saves them, within a message, and messages with a page."""
    for page in pages():
        mail = EmailMessage()
        mail["Subject"] = "Kế hoạch"
        mail["From"] = "a@x.vn"
        mail.set_content("x")
        mail.add_alternative(page.decode("utf-8", "replace"), subtype="html")
        yield b"MIME-Version: 1.0\n" + mail.as_bytes()


def printed_pages() -> Iterator[bytes]:
    """Yield PDF files: those of the tests, and one whose streams are plain words."""
    yield from (
        path.read_bytes() for path in sorted((_TESTS / "annex" / "documents").glob("*.pdf"))
        if path.stat().st_size < 2_000
    )  # fmt: skip
    yield _plain_pdf()


def _plain_pdf() -> bytes:
    """Return a PDF of one page with a ruled table of two rows and columns."""
    lines = "".join(
        f"{x} {y} m {x + 200} {y} l S {x} {y} m {x} {y - 20} l S "
        for x in (50, 250)
        for y in (700, 680)
    )
    words = "".join(
        f"BT /F1 10 Tf {x} {y} Td ({word}) Tj ET "
        for x, y, word in (
            (55, 685, "Nhiem vu"), (255, 685, "Thoi han"), (55, 665, "Ra soat"), (255, 665, "30/6/2026"),
        )
    )  # fmt: skip
    stream = (lines + words).encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    body = b"%PDF-1.4\n" + b"".join(
        b"%d 0 obj%b endobj\n" % (number, each) for number, each in enumerate(objects, 1)
    )
    return body + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF"


def lists() -> Iterator[bytes]:
    """Yield lists of bodies."""
    yield _LINES.encode()
    yield _SHEET.encode()
    yield _SHEET.replace(";", "\t").encode("utf-16")


def returned_workbooks() -> Iterator[bytes]:
    """Yield forms as they are sent out, one of them filled in."""
    forms = Forms(_run().reports[0]).all(["so-tai-chinh", "so-noi-vu"], "2021")
    parts = unpacked(template_xlsx(_run(), forms, "vi"))
    yield packed(parts)
    yield packed({name: _filled(part) for name, part in parts.items()})


def _filled(part: bytes) -> bytes:
    """Return a part of a form in which blank cells to be filled in say something."""
    number = iter(range(10_000))
    said = (b"1/BC", b"2021-11-29", b"x", b"1")
    return re.sub(
        rb'<c r="([A-Z]+\d+)" s="(\d+)"/>',
        lambda cell: (
            b'<c r="%b" s="%b" t="inlineStr"><is><t>%b</t></is></c>'
            % (cell[1], cell[2], said[next(number) % len(said)])
        ),
        part,
    )
