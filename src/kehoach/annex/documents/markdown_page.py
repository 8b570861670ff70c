"""A Markdown document as an annex: made a page by the grammar of GitHub's tables, then read as one."""

import re
from itertools import groupby

from kehoach.annex.annex_document import Annex
from kehoach.annex.documents.web_page import read_html

_RULE = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_MOST_BRACKETS = 300  # in a paragraph or table
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> Annex:
    """Return a Markdown document.

    Raises:
        AnnexRefused: a table in it is too large.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - rarely needed

    # The page is only read again, never shown: HTML in it (tables with merged cells) may stay.
    grammar = MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable(
        ["table", "strikethrough"]
    )
    return read_html(grammar.render("\n".join(_padded(_plain_brackets(text.splitlines())))))


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
    """Make every header as wide as the widest row below it: cells beyond it would be dropped."""
    for index in range(1, len(lines)):
        if not ("|" in lines[index - 1] and "-" in lines[index] and _RULE.fullmatch(lines[index])):
            continue
        end = next((i for i in range(index + 1, len(lines)) if not lines[i].strip()), len(lines))
        widest = max((_width(line) for line in lines[index + 1 : end]), default=0)
        lacking = widest - _width(lines[index])
        if lacking > 0 and _width(lines[index - 1]) == _width(lines[index]):
            lines[index - 1] = lines[index - 1].rstrip().removesuffix("|") + "|   " * lacking + "|"
            lines[index] = lines[index].rstrip().removesuffix("|") + "|---" * lacking + "|"
    return lines


def _width(line: str) -> int:
    """Return how many cells a row of a table has."""
    return len(_PIPE.split(line.strip().removeprefix("|"))) - line.rstrip().endswith("|")
