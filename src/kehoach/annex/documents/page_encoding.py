"""The encoding of a page or a text: by its mark, by what it declares, else UTF-8; never guessed."""

import codecs
import re

from kehoach.annex.documents.document_limits import AnnexRefused

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(raw: bytes) -> str:
    """Return the text of a page: by its mark, what it declares, else UTF-8.

    Raises:
        AnnexRefused: it is in none of these.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw, name)
    declared = _CHARSET.search(raw[:4096])
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return _decoded(raw, declared[1].decode() if declared else "utf-8")


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise AnnexRefused("no-encoding") from None
