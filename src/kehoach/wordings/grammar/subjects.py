"""Years, quarters and months that a report or a conference is about: no deadline of the work."""

from kehoach.wordings.grammar.combinators import attempt, peek
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import WORDS, Sym
from kehoach.words import plain_letters

_SUBJECTS = ("phuong huong", "nhiem vu", "tinh hinh", "muc tieu", "ket qua")
_STRESSED = ("trong tam", "chu yeu", "cong tac", "thuc hien", "dat duoc")  # nhiệm vụ trọng tâm
_REPORTED = (
    "tinh hinh",
    "ket qua",
    "thuc hien",
    "cong tac",
)  # báo cáo tình hình (kinh tế - xã hội)
_AHEAD = ("phuong huong", "nhiem vu", "ke hoach", "du toan", "muc tieu", "chuong trinh")
_ABOUT = (*WORDS, Sym.FILLER, Sym.DASH, Sym.COMMA, Sym.AND, Sym.REPORT)
_NAMING = (*WORDS, Sym.FILLER, Sym.DASH)
_TIMES = (Sym.NUMBER, Sym.QUARTER, Sym.MONTH, Sym.YEAR, Sym.SPAN, Sym.HALF)


@attempt
def subject_of_a_report(c: Cursor) -> bool:
    """Pass over "năm 2026" behind "phương hướng", or behind "tổng kết" with a plan's year after it."""
    if not c.at(*_TIMES):
        return False
    first = c.place
    found = stretches(c)
    if not found or any(each.year is None for each in found):
        return False
    return _names_a_subject(c, first) or (
        c.tokens[first - 1].sym is Sym.REPORT and _goes_on_to_a_plan(c)
    )


def _names_a_subject(c: Cursor, first: int) -> bool:
    """Say whether the words before a time end with what is reported, or what is to be done in it."""
    begin = first
    while c.tokens[begin - 1].sym in _NAMING:
        begin -= 1
    said = _plain(c, begin, first)
    for stressed in _STRESSED:
        said = said.removesuffix(stressed).rstrip()
    before = c.tokens[begin - 1]
    reported = before.sym is Sym.REPORT and plain_letters(before.text).endswith(_REPORTED)
    return reported or said.endswith(_SUBJECTS)


@peek
def _goes_on_to_a_plan(c: Cursor) -> bool:
    """Say whether the time of what comes next follows: "và phương hướng, nhiệm vụ năm 2026"."""
    if not c.take(Sym.COMMA, Sym.AND):
        return False
    begin = c.place
    c.skip(*_ABOUT)
    return _plain(c, begin, c.place).endswith(_AHEAD) and bool(stretches(c))


def _plain(c: Cursor, first: int, end: int) -> str:
    return plain_letters(" ".join(token.text for token in c.tokens[first:end]))
