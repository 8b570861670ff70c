"""A document from a file, read by what it is, not by what its name ends with."""

import os
import stat
from pathlib import Path

from kehoach.annex.documents.annex_docx import read_docx
from kehoach.annex.documents.annex_html import decoded, read_html
from kehoach.annex.documents.annex_markdown import read_markdown
from kehoach.annex.documents.annex_package import Package
from kehoach.annex.documents.annex_refusal import BROKEN, MOST_BYTES, TOO_LARGE, AnnexRefused
from kehoach.annex.drafts.table import Annex
from kehoach.words import Text

_MOST_TEXT = 5_000_000
_OLD = Text(
    "định dạng cũ (.doc, .xls) hoặc tệp có mật khẩu; mở bằng Word, Excel rồi lưu lại thành .docx, .xlsx",
    "an old format (.doc, .xls) or a file with a password; save it as .docx or .xlsx",
)
_PDF = Text(
    "tệp PDF không giữ bảng; dùng bản Word hoặc Excel của phụ lục",
    "a PDF keeps no tables; use the annex in Word or Excel",
)
_OPEN_DOCUMENT = Text(
    "tệp OpenDocument; lưu lại thành .docx hoặc .xlsx",
    "an OpenDocument file; save it as .docx or .xlsx",
)
_OTHER = Text(
    "không phải tệp Word (.docx), Excel (.xlsx), HTML hay Markdown",
    "no Word (.docx), Excel (.xlsx), HTML or Markdown file",
)
_LACKING = Text(
    "đọc tệp Excel cần thêm thư viện: pip install 'kehoach[import]'",
    "a workbook needs a further library: pip install 'kehoach[import]'",
)
_NO_FILE = Text("không phải là tệp", "it is no file")
_EMPTY = Text("tệp rỗng", "the file is empty")
_STARTS = (
    (b"%PDF", _PDF),
    (b"\xd0\xcf\x11\xe0", _OLD),
    (b"{\\rtf", _OTHER),
)
_PAGE = (
    b"<!doctype html",
    b"<html",
    b"<table",
    b"<body",
    b"<div",
    b"<p",
    b"<meta",
    b"<?xml",
    b"<!--",
    b"<head",
)
_MARKDOWN = (".md", ".markdown", ".txt")
_PAGES = (".html", ".htm", ".xhtml")


def read_annex(path: Path) -> Annex:
    """Return the document in a file.

    Raises:
        AnnexRefused: it cannot be read.
    """
    raw = _content(path)
    if not raw.strip():
        raise AnnexRefused(_EMPTY)
    for start, why in _STARTS:
        if raw.startswith(start):
            raise AnnexRefused(why)
    if raw.startswith(b"PK"):
        return _office(raw)
    return _text(raw, path.suffix.lower())


def _content(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise AnnexRefused(_NO_FILE)
        if about.st_size > MOST_BYTES:
            raise AnnexRefused(TOO_LARGE)
        return path.read_bytes()
    except OSError as trouble:
        why = trouble.strerror or os.strerror(trouble.errno or 0)
        raise AnnexRefused(Text(why, why)) from None


def _office(raw: bytes) -> Annex:
    """Return a Word document or a workbook."""
    package = Package(raw)
    main = package.main()
    if main is None:
        raise AnnexRefused(_OPEN_DOCUMENT if "mimetype" in package.names else _OTHER)
    root = package.part(main)
    if root is None:
        raise AnnexRefused(BROKEN)
    if root.tag == "w_document":
        return read_docx(package, main)
    if root.tag == "x_workbook":
        return _workbook(raw)
    raise AnnexRefused(_OTHER)


def _workbook(raw: bytes) -> Annex:
    try:
        from kehoach.annex.documents.annex_xlsx import read_xlsx  # noqa: PLC0415 - an extra's library
    except ModuleNotFoundError:
        raise AnnexRefused(_LACKING) from None
    return read_xlsx(raw)


def _text(raw: bytes, suffix: str) -> Annex:
    """Return a page or a Markdown document."""
    if len(raw) > _MOST_TEXT:
        raise AnnexRefused(TOO_LARGE)
    if (page_within := _saved_page(raw)) is not None:
        return read_html(decoded(page_within))
    head = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    page = suffix in _PAGES or (suffix not in _MARKDOWN and head.startswith(_PAGE))
    if not page and suffix not in _MARKDOWN and b"|" not in raw:
        raise AnnexRefused(_OTHER)
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise AnnexRefused(_OTHER)
    text = decoded(raw)
    return read_html(text) if page else read_markdown(text)


def _saved_page(raw: bytes) -> bytes | None:
    """Return the page within a message, as Word saves a “single file web page”."""
    if not raw[:400].lstrip().lower().startswith((b"mime-version:", b"from:")):
        return None
    from email import message_from_bytes  # noqa: PLC0415 - rarely needed

    parts = message_from_bytes(raw).walk()
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    return content if isinstance(content, bytes) else None
