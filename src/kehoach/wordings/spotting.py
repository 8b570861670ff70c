"""Where a sentence of running text speaks of a time: the words of it, and nothing beside them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.wordings.grammar.cursor import Cursor, Doubtful
from kehoach.wordings.grammar.parsing import parse
from kehoach.wordings.grammar.phrases import (
    Condition,
    Counting,
    LeastNumber,
    Limit,
    Phrase,
    Piece,
    Rhythm,
    Sign,
    Unset,
)
from kehoach.wordings.language.lexicon import Sym
from kehoach.wordings.language.tokens import composed, tokens_of

_SPEAKING = ("continuous", "request", "following")
_BETWEEN = (
    Sym.COMMA, Sym.AND, Sym.OR, Sym.OF, Sym.ON, Sym.FILLER, Sym.DOT, Sym.OPEN, Sym.CLOSE, Sym.MARK,
    Sym.WITHIN, Sym.AT_LEAST,
)  # fmt: skip
_LOOSE = (LeastNumber, Rhythm, Sign, Unset)
_TIME = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|(?:ngày|tháng|quý|năm)\s+(?:\d+|[IVX]+\b)"
    r"|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|chậm nhất|\d+\s+(?:ngày|tháng|giờ|tuần)",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\d+(?:/\d{4})?[-/][A-ZĐ]{2,}\S*(?:\s+ngày\s+\d{1,2}(?:[/.-]|\s+tháng\s+)\d{1,2}(?:[/.-]|\s+năm\s+)\d{4})?"
)
_LONGEST = 2_000


class TimeWords(NamedTuple):
    """Words of time from ``start`` to ``end`` of the text in NFC.

    ``firm``: they name a day, a span, an event or a session, and not only a rhythm or *theo quy định*.
    ``dated``: a day or a span, and no event. ``bare``: a span that no word makes a limit, and that may be
    the year of what is spoken of (*ngân sách nhà nước năm 2026*). ``unset``: they stand for a time that
    is said elsewhere.
    """

    start: int
    end: int
    words: str
    firm: bool
    dated: bool
    bare: bool = False
    unset: bool = False


@lru_cache(maxsize=4096)
def times_in(sentence: str) -> tuple[TimeWords, ...]:
    """Return the times of which a sentence speaks, in order.

    Where it cannot be read without guessing, all of it stands for its time, to be told as a doubt.
    """
    text = composed(sentence)
    if len(text) > _LONGEST:
        return _whole(text)
    c = Cursor(text, tokens_of(text))
    try:
        pieces = parse(c).pieces
    except Doubtful:
        return _whole(text)
    return tuple(_found(c, run) for run in _runs(c, pieces))


def said_of_time(text: str) -> str:
    """Return where words name a day, a month, a length or a rhythm, documents that are cited apart."""
    return "; ".join(match[0] for match in _TIME.finditer(_CITED.sub("", composed(text))))


def _whole(text: str) -> tuple[TimeWords, ...]:
    return (TimeWords(0, len(text), text, firm=True, dated=True),) if said_of_time(text) else ()


def _runs(c: Cursor, pieces: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """Yield the pieces that stand together, without the signs around them."""
    run: list[Piece] = []
    for piece in pieces:
        if not _speaks(piece.phrase):
            continue
        if run and any(token.sym not in _BETWEEN for token in c.tokens[run[-1].end : piece.first]):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _speaks(phrase: Phrase) -> bool:
    if isinstance(phrase, Sign):
        return phrase.name in _SPEAKING
    return not isinstance(phrase, LeastNumber)


def _found(c: Cursor, run: list[Piece]) -> TimeWords:
    start, end = c.tokens[run[0].first].start, c.tokens[run[-1].end - 1].end
    firm = any(not isinstance(piece.phrase, _LOOSE) for piece in run)
    dated = any(_is_dated(piece.phrase) for piece in run)
    unset = all(isinstance(piece.phrase, Unset) for piece in run)
    said = [piece.phrase for piece in run if not isinstance(piece.phrase, Unset)]
    bare = dated and all(isinstance(each, Limit) and each.side is None for each in said)
    words = _balanced(c.wording[start:end])
    return TimeWords(start, end, words, firm, dated, bare, unset)


def _balanced(words: str) -> str:
    return f"{words})" if words.count("(") > words.count(")") else words


def _is_dated(phrase: Phrase) -> bool:
    if isinstance(phrase, Counting):
        return not phrase.event
    return not isinstance(phrase, (*_LOOSE, Condition))
