"""Words that name who owes something: a body, or a level of the administration."""

import re

from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.language.lexicon import Sym
from kehoach.words import plain_letters

SEVERAL = ("các", "những", "cac", "nhung")
_FILLING = (Sym.FILLER, Sym.REPORT, Sym.ON)  # cấp tỉnh hoàn thành trước …
_SIGNS = (Sym.COMMA, Sym.AND, Sym.OPEN)
_TIMES = (
    Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.FROM, Sym.SINCE, Sym.AFTER, Sym.ONCE_DONE, Sym.TOWARD,
    Sym.LENGTH_OF,
    Sym.DAY, Sym.WORKDAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.NUMBER, Sym.WEEKDAY, Sym.CLOCK, Sym.FIRST,
    Sym.MIDDLE, Sym.LAST, Sym.EVERY, Sym.PERIODIC, Sym.CONTINUOUS, Sym.REQUEST, Sym.SOFT, Sym.SPAN,
    Sym.REFERENCE, Sym.BLANK, Sym.START, Sym.SESSION,
)  # fmt: skip
_WHO = re.compile(
    r"(sở|ubnd|hđnd|xã|phường|huyện|tỉnh|bộ|ngành|cấp (xã|tỉnh|huyện|cơ|trên|trung|i{1,3}|iv)|cơ quan|"
    r"đơn vị|địa phương|công an|ủy ban|thành phố|ban (quản|chỉ|tổ|dân)|khối(?! lượng)|trường(?! hợp)|"
    r"doanh nghiệp|hợp tác|thôn|tổ dân|bệnh viện|khu vực|vùng|miền|nông thôn|đô thị|trung tâm|đảng bộ|"
    r"chi bộ|đảng ủy|mặt trận)\b"
)
_BARE_WHO = re.compile(plain_letters(_WHO.pattern))


def opens_for_somebody(c: Cursor) -> bool:
    """Say whether the time of somebody begins here, behind a sign, or brackets hold a name alone.

    ", cấp tỉnh ngày 10/9/2026", " (cấp tỉnh)", but not the second name of "Sở Tài chính, Sở Nội vụ".
    """
    if not c.at(*_SIGNS) or not names_somebody(c, c.place + 1):
        return False
    place = c.place + 1
    while c.tokens[place].sym in (Sym.WORD, *_FILLING):
        place += 1
    behind = c.tokens[place]
    return behind.sym is Sym.CLOSE if c.at(Sym.OPEN) else behind.sym in _TIMES or behind.text == ":"


def names_somebody(c: Cursor, place: int) -> bool:
    """Say whether a body or a level is named here, be it behind "các"."""
    place += c.tokens[place].text in SEVERAL
    who = _BARE_WHO if c.bare else _WHO
    return bool(who.match(" ".join(token.text for token in c.tokens[place : place + 2])))
