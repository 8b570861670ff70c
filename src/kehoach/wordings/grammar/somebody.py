"""Words that name who owes something: a body, or a level of the administration."""

import re

from kehoach.wordings.grammar.cursor import Cursor
from kehoach.words import plain_letters

SEVERAL = ("các", "những", "cac", "nhung")
_WHO = re.compile(
    r"(sở|ubnd|hđnd|xã|phường|huyện|tỉnh|bộ|ngành|cấp (xã|tỉnh|huyện|cơ|trên|trung|i{1,3}|iv)|cơ quan|"
    r"đơn vị|địa phương|công an|ủy ban|thành phố|ban (quản|chỉ|tổ|dân)|khối(?! lượng)|trường(?! hợp)|"
    r"doanh nghiệp|hợp tác|thôn|tổ dân|bệnh viện|khu vực|vùng|miền|nông thôn|đô thị|trung tâm|đảng bộ|"
    r"chi bộ|đảng ủy|mặt trận)\b"
)
_BARE_WHO = re.compile(plain_letters(_WHO.pattern))


def names_somebody(c: Cursor, place: int) -> bool:
    """Say whether a body or a level is named here, be it behind "các"."""
    place += c.tokens[place].text in SEVERAL
    who = _BARE_WHO if c.bare else _WHO
    return bool(who.match(" ".join(token.text for token in c.tokens[place : place + 2])))
