"""A Markdown document as an annex: made a page by the grammar of GitHub's tables, then read as one."""

import re
from itertools import groupby

from kehoach.annex.annex_document import Annex
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.documents.web_page import read_html

_RULE = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_MOST_BRACKETS = 300  # in a paragraph or table
_MARKS, _MOST_MARKS = "*_~`[]", 30_000
"""Signs each of which the grammar looks for a partner of, and keeps as a piece of its own."""
_MOST_CELLS = 60_000  # of all tables: a country has ten thousand communes
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> Annex:
    """Return a Markdown document.

    Raises:
        AnnexRefused: a table in it is too large, or too many signs may be marks.
    """
    _refuse_over(sum(map(text.count, _MARKS)), _MOST_MARKS)
    from markdown_it import MarkdownIt  # noqa: PLC0415 - rarely needed

    # The page is only read again, never shown: HTML in it (tables with merged cells) may stay.
    grammar = MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable(
        ["table", "strikethrough"]
    )
    return read_html(grammar.render("\n".join(_padded(_plain_brackets(text.splitlines())))))


def _refuse_over(number: int, most: int) -> None:
    if number > most:
        raise AnnexRefused("marks", marks=_MOST_MARKS, table_cells=_MOST_CELLS)


def _plain_brackets(lines: list[str]) -> list[str]:
    """Return lines in which so many brackets stand together that they are no links: as mere signs.

    Each is looked for its partner up to the end of its paragraph, which grows with their square.
    """
    found: list[str] = []
    for blank, those in groupby(lines, lambda line: not line.strip()):
        block = list(those)
        if not blank and sum(line.count("[") for line in block) > _MOST_BRACKETS:
            block = [line.replace("[", "&#91;") for line in block]
        found += block
    return found


def _padded(lines: list[str]) -> list[str]:
    """Make every header as wide as the widest row below it: cells beyond it would be dropped.

    The grammar makes every row as wide as its header, so all of them are counted so wide.
    """
    found: list[str] = []
    cells = 0
    for blank, those in groupby(lines, lambda line: not line.strip()):
        block = list(those)
        if not blank and any("|" in line for line in block):
            widths = [*map(_width, block)]
            _widen_headers(block, widths)
            cells += max(widths) * len(block)
            _refuse_over(cells, _MOST_CELLS)
        found += block
    return found


def _widen_headers(lines: list[str], widths: list[int]) -> None:
    """Widen each header of a block, which has no blank line, from its foot to its top."""
    widest = 0  # of the rows below
    for index in reversed(range(1, len(lines))):
        lacking = widest - widths[index]
        widest = max(widest, widths[index])
        if not ("|" in lines[index - 1] and "-" in lines[index] and _RULE.fullmatch(lines[index])):
            continue
        if lacking > 0 and widths[index - 1] == widths[index]:
            lines[index - 1] = lines[index - 1].rstrip().removesuffix("|") + "|   " * lacking + "|"
            lines[index] = lines[index].rstrip().removesuffix("|") + "|---" * lacking + "|"
            widths[index - 1 : index + 1] = [widest] * 2


def _width(line: str) -> int:
    """Return how many cells a row of a table has."""
    return len(_PIPE.split(line.strip().removeprefix("|"))) - line.rstrip().endswith("|")
