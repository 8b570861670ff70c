"""A document from a file, read by what it is, not by what its name ends with."""

import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kehoach.annex.annex_document import Annex
from kehoach.annex.documents.document_limits import (
    MOST_BYTES,
    MOST_LINES,
    MOST_TEXT,
    AnnexRefused,
)
from kehoach.annex.documents.markdown_page import read_markdown
from kehoach.annex.documents.page_encoding import decoded
from kehoach.annex.documents.passed_over import passed_over
from kehoach.annex.documents.plain_text import is_plain, read_plain
from kehoach.annex.documents.web_page import read_html
from kehoach.annex.documents.word.office_package import Package
from kehoach.annex.documents.word.word_document import read_docx
from kehoach.words.system_reasons import system_reason

_MOST_NESTED = 200
_WITHIN = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PAGE_STARTS = (
    b"<!doctype html", b"<html", b"<table", b"<body", b"<div", b"<p", b"<meta", b"<?xml", b"<!--",
    b"<head",
)  # fmt: skip
_FLAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<office:document\b")  # .fodt, .fods
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_POINTERS = (b"version https://git-lfs.github.com/", b"version https://hawser.github.com/")
_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".text")
_PAGES = (".html", ".htm", ".xhtml")
_MESSAGES = (b"mime-version:", b"from:")


class DocumentReader(Protocol):
    """Reads one kind of document.

    What it passes over (hidden rows, words struck out, comments) it says in the notes of the
    document, its tables and its cells.
    """

    def __call__(self, raw: bytes, suffix: str, /) -> Annex | None:
        """Return the document, or ``None`` where the content is of another kind.

        ``suffix`` is what the file's name ends with, in small letters; only text is known by it.

        Raises:
            AnnexRefused: it is of this kind and cannot be read.
        """


def read_annex(path: Path) -> Annex:
    """Return the document in a file.

    Raises:
        AnnexRefused: it cannot be read.
    """
    return annex_in(content(path), path.suffix.lower())


def annex_in(raw: bytes, suffix: str) -> Annex:
    """Return the document that bytes are; ``suffix`` is what their file's name ends with, in small letters.

    Raises:
        AnnexRefused: it cannot be read.
    """
    if not raw.strip():
        raise AnnexRefused("empty-file")
    for reader in READERS:
        if (document := reader(raw, suffix)) is not None:
            return document
    raise AnnexRefused("no-annex")


def content(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        AnnexRefused: it cannot be read, or is too large.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise AnnexRefused("no-file")
        if about.st_size > MOST_BYTES:
            raise AnnexRefused("file-large")
        return path.read_bytes()
    except OSError as trouble:
        raise AnnexRefused("system", why=system_reason(trouble)) from None


def _foreign(raw: bytes, _: str) -> None:
    """Refuse what is known and never read, each kind with what to do about it."""
    if raw.startswith(_PICTURES):
        raise AnnexRefused("picture-file")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise AnnexRefused("old-format")
    if raw.startswith(_POINTERS):
        raise AnnexRefused("pointer")
    if raw.startswith(b"{\\rtf") or _FLAT.match(raw):
        raise AnnexRefused("open-document")


def _office(raw: bytes, _: str) -> Annex | None:
    """Return a Word document or a workbook."""
    if not raw.startswith(b"PK"):
        return None
    package = Package(raw)
    main = package.main()
    if main is None:
        raise AnnexRefused("open-document" if "mimetype" in package.names else "no-annex")
    root = package.part(main)
    if root is None:
        raise AnnexRefused("broken")
    if root.tag not in ("w_document", "x_workbook"):
        raise AnnexRefused("no-annex")
    document = read_docx(package, main, root) if root.tag == "w_document" else _workbook(raw)
    return replace(document, notes=(*document.notes, *passed_over(raw)))


def _workbook(raw: bytes) -> Annex:
    try:
        from kehoach.annex.documents.workbook_sheets import read_xlsx  # noqa: PLC0415 - an extra's
    except ModuleNotFoundError:
        raise AnnexRefused("library-lacks") from None
    return read_xlsx(raw)


def _pdf(raw: bytes, _: str) -> Annex | None:
    if not raw.startswith(b"%PDF"):
        return None
    try:
        from kehoach.annex.documents.pdf_pages import read_pdf  # noqa: PLC0415 - an extra's
    except ModuleNotFoundError:
        raise AnnexRefused("pdf-library") from None
    return read_pdf(raw)


def _saved_page(raw: bytes, _: str) -> Annex | None:
    """Return the page within a message, as Word saves a “single file web page”."""
    if len(raw) > MOST_TEXT:
        raise AnnexRefused("text-large")
    if not raw[:400].lstrip().lower().startswith(_MESSAGES):
        return None
    from email import message_from_bytes  # noqa: PLC0415 - rarely needed

    if (
        len(_WITHIN.findall(raw)) > _MOST_NESTED
    ):  # each is read by a call inside that of the one around it
        raise AnnexRefused("parts-in-parts", parts=_MOST_NESTED)
    parts = message_from_bytes(raw).walk()
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    return read_html(decoded(content)) if isinstance(content, bytes) else None


def _page(raw: bytes, suffix: str) -> Annex | None:
    head = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if suffix not in _PAGES and (
        suffix in (*_MARKDOWN, *_PLAIN) or not head.startswith(_PAGE_STARTS)
    ):
        return None
    return read_html(plain_text(raw))


def _plain(raw: bytes, suffix: str) -> Annex | None:
    if suffix not in _PLAIN or not is_plain(text := plain_text(raw)):
        return None
    return read_plain(_of_few_lines(text))


def _markdown(raw: bytes, suffix: str) -> Annex | None:
    known = suffix in (*_MARKDOWN, *_PLAIN)
    return read_markdown(_of_few_lines(plain_text(raw))) if known or b"|" in raw else None


def _of_few_lines(text: str) -> str:
    if len(text.splitlines()) > MOST_LINES:
        raise AnnexRefused("lines")
    return text


def plain_text(raw: bytes) -> str:
    """Return what a text file says.

    Raises:
        AnnexRefused: it is no text.
    """
    if b"\0" in raw and not raw.startswith(_UTF_16):
        raise AnnexRefused("no-annex")
    return decoded(raw)


READERS: tuple[DocumentReader, ...] = (
    _foreign,
    _office,
    _pdf,
    _saved_page,
    _page,
    _plain,
    _markdown,
)
"""Asked in this order; the first that knows the content reads it. A new kind is a line here."""
