"""A plain text as an annex: its lines, which a page may have broken, as paragraphs."""

import re

from kehoach.annex.annex_document import Annex
from kehoach.annex.documents.page_lines import PAGE, annex_of_lines

_TABLE_RULE = re.compile(r"^\s{0,3}\|?\s*:?-{2,}:?\s*\|[\s:|-]*$", re.MULTILINE)


def is_plain(text: str) -> bool:
    """Say whether a text has no table of Markdown."""
    return _TABLE_RULE.search(text) is None


def read_plain(text: str) -> Annex:
    """Return a plain text."""
    return annex_of_lines(
        [line for page in text.split("\f") for line in (*page.splitlines(), PAGE)][:-1]
    )
