"""Deadlines that differ by who owes them: "Cấp tỉnh: 30/6/2026; cấp xã: 15/6/2026"."""

import re
from collections.abc import Sequence

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.grammar.cursor import Cursor, Doubtful, about
from kehoach.wordings.grammar.parsing import Parsed
from kehoach.wordings.language.lexicon import Sym
from kehoach.words import plain_letters

_WHO = re.compile(
    r"(sở|ubnd|hđnd|xã|phường|huyện|tỉnh|bộ|ngành|cấp (xã|tỉnh|huyện|cơ)|cơ quan|đơn vị|địa phương|"
    r"công an|ủy ban|thành phố|ban (quản|chỉ|tổ|dân))\b"
)
_BARE_WHO = re.compile(plain_letters(_WHO.pattern))
_DIVIDERS = (Sym.SEMICOLON, Sym.COMMA, Sym.AND)
_SILENT = (Sym.WORD, Sym.MARK, Sym.FILLER, Sym.REPORT, Sym.OF)
_SEVERAL = ("các", "những", "cac", "nhung")
_OWN = about(
    " có thời hạn riêng; tách thành mục riêng",
    " has a deadline of its own: it needs an item of its own",
)


def refuse_several(c: Cursor, parsed: Parsed, clauses: Sequence[Clause]) -> None:
    """Refuse a wording in which a second addressee has a time of its own.

    Raises:
        Doubtful: one has.
    """
    for first, end in parsed.unread:
        behind = any(clause.end <= first for clause in clauses)
        ahead = any(clause.first == _spoken(c, end) for clause in clauses)
        if behind and ahead and _names_somebody(c, first) and _opens(c, first):
            raise Doubtful(first, _spoken(c, end), _OWN)


def _names_somebody(c: Cursor, place: int) -> bool:
    who = _BARE_WHO if c.bare else _WHO
    return bool(who.match(f"{c.tokens[place].text} {c.tokens[place + 1].text}"))


def _opens(c: Cursor, place: int) -> bool:
    """Say whether a part of the wording begins here."""
    while c.tokens[place - 1].text in _SEVERAL:
        place -= 1
    return c.tokens[place - 1].sym in _DIVIDERS


def _spoken(c: Cursor, place: int) -> int:
    """Return the next place that speaks of time."""
    while c.tokens[place].sym in _SILENT or _in_a_list(c, place):
        place += 1
    return place


def _in_a_list(c: Cursor, place: int) -> bool:
    """Say whether a comma or "và" stands between names."""
    divided = c.tokens[place].sym in (Sym.COMMA, Sym.AND)
    return divided and c.tokens[place + 1].sym in (Sym.WORD, Sym.FILLER)
