"""Words that say nothing of time where no phrase took them, and those that do and are not understood."""

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.limits import SIDES
from kehoach.wordings.grammar.numerals import PARTS, STAGES, at_year, numbered
from kehoach.wordings.grammar.period_days import PERIODS
from kehoach.wordings.grammar.ranges import NOT_READ
from kehoach.wordings.grammar.somebody import names_somebody
from kehoach.wordings.language.lexicon import NUMBER_WORDS, ROMAN, WORDS, Sym

_SILENT = (
    *WORDS, Sym.DOCUMENT, Sym.MARK, Sym.FILLER, Sym.OF, Sym.ON, Sym.WITHIN, Sym.FIRST, Sym.MIDDLE,
    Sym.LAST, Sym.THIS, Sym.DOT, Sym.REPORT, Sym.AT_LEAST, Sym.FROM, Sym.TOWARD, Sym.ONWARD, Sym.SLASH,
    Sym.DASH, Sym.TERM, Sym.AFTER, Sym.REFERENCE, Sym.END_OF, Sym.PERIODIC,
    Sym.COMPARED,
)  # fmt: skip
_CHANGING = (
    Sym.DANGER,
    Sym.UNDOING,
    Sym.DAYPART,
    Sym.DATA,
    Sym.BETWEEN,
    Sym.ERA,
    Sym.FOR,
    Sym.PAST,
    Sym.OR,
)
_ENDS = (Sym.END, Sym.COMMA, Sym.SEMICOLON, Sym.OPEN, Sym.CLOSE)
_BEHIND_A_YEAR = (*WORDS, Sym.FILLER, Sym.CLOSE, Sym.COMMA, Sym.END, Sym.AND)
_COUNTED = (Sym.SLASH, Sym.DASH, Sym.DOT, Sym.PERCENT, *PERIODS)
_NUMBERED = (Sym.DAY, Sym.MONTH, Sym.QUARTER)
_LISTING = (Sym.OPEN, Sym.COMMA, Sym.AND, Sym.QUARTER)
_IN_AN_EVENT = (*WORDS, Sym.FILLER, Sym.DAY, Sym.DOCUMENT, Sym.THIS)
# "cung cấp số liệu trước ngày …": the data are what is sent
_SENDING = ("gửi", "nộp", "cấp", "nhật", "báo cáo", "gui", "nop", "cap", "nhat", "bao cao")
# "hằng năm, kết thúc năm 2030", "đầu mỗi quý"
_BEHIND = {
    Sym.END_OF: tuple(PERIODS), Sym.FIRST: (*PERIODS, Sym.EVERY), Sym.MIDDLE: (*PERIODS, Sym.EVERY),
    Sym.LAST: (*PERIODS, Sym.EVERY),
}  # fmt: skip
_FEW = 6
_ODD = about(" có lẽ gõ nhầm", " looks like a typing error")
_CHANGES = about(
    " làm thay đổi ý nghĩa của thời hạn mà chưa hiểu được",
    " changes what the deadline means in a way that is not understood",
)


def pass_over(c: Cursor) -> None:
    """Pass over a word that says nothing of time, or a number that belongs to one.

    Raises:
        Doubtful: it does, or it may change what is meant.
    """
    first, sym = c.place, c.next().sym
    if sym is Sym.ODD:
        raise c.doubt(_ODD, max(first - 1, 0), min(c.place + 1, len(c.tokens) - 1))
    if _is_the_tasks(c):
        return
    if sym in _CHANGING:
        c.skip(*WORDS, Sym.FILLER)
        raise c.doubt(_CHANGES, first)
    if not _belongs_to_a_word(c) and (sym not in _SILENT or _leads_to_time(c)):
        while sym in SIDES and not c.at(*_ENDS) and c.place < first + _FEW:
            c.next()
        raise c.doubt(NOT_READ, first)


def _is_the_tasks(c: Cursor) -> bool:
    """Say whether it names whom the time binds (see ``addressees.py``), or the data that are sent."""
    sent = c.tokens[c.place - 2].text in _SENDING and not c.at(*_ENDS)
    return (c.passed.sym is Sym.FOR and names_somebody(c, c.place)) or (
        c.passed.sym is Sym.DATA and sent
    )


def _belongs_to_a_word(c: Cursor) -> bool:
    """Pass over a number or a unit that tells things apart, or a beginning that is no day."""
    percent = c.passed.sym is Sym.NUMBER and c.take(Sym.PERCENT)
    return percent or _names_the_year(c) or _numbers_a_part(c) or _opens_with_an_event(c)


def _names_the_year(c: Cursor) -> bool:
    """Say whether "năm" only belongs to a name: "báo cáo công tác năm thực hiện Kế hoạch"."""
    before = c.tokens[c.place - 2]
    if c.passed.sym is not Sym.YEAR or before.sym not in (*WORDS, Sym.REPORT):
        return False
    return before.text not in NUMBER_WORDS and c.at(*_BEHIND_A_YEAR)


@attempt
def _numbers_a_part(c: Cursor) -> bool:
    """Say whether a number only tells parts apart: "đợt 1", "giai đoạn 2:", "mục 3"."""
    if c.passed.sym in (Sym.TIMES, Sym.SPAN):
        c.next()
    figure = c.passed.sym is Sym.NUMBER and not at_year(c, -1)
    if not figure and c.passed.text not in ROMAN:
        return False
    part = c.tokens[c.place - 2].text
    dated = part in STAGES and c.at(*_NUMBERED) and numbered(c, 1)  # "đợt 2 ngày 15/12"
    return (dated or not c.at(*_COUNTED)) and part in PARTS


@attempt
def _opens_with_an_event(c: Cursor) -> bool:
    """Pass over a beginning that is no day of the calendar: "từ ngày ký đến 31/12/2026"."""
    if c.passed.sym not in (Sym.FROM, Sym.SINCE):
        return False
    c.skip(*_IN_AN_EVENT)
    return c.at(Sym.TOWARD)


def _heads(c: Cursor) -> bool:
    """Say whether a time stands behind a colon: "kỳ báo cáo: quý II", "kỳ đánh giá: năm 2026"."""
    step = 0
    while c.ahead(step) in WORDS:
        step += 1
    colon = c.tokens[min(c.place + step, len(c.tokens) - 1)].text == ":"
    return colon and c.ahead(step + 1) not in (Sym.EVERY, Sym.PERIODIC)


def _leads_to_time(c: Cursor) -> bool:
    """Say whether a word that is silent alone belongs to what speaks of time beside it."""
    sym, before = c.passed.sym, c.tokens[c.place - 2].sym
    if sym is Sym.AFTER:  # "kiểm tra sau thông quan" tells of a kind, "sau hội nghị" of a time
        return before not in WORDS or not c.at(*WORDS)
    if sym is Sym.SLASH:
        return Sym.NUMBER in (c.sym, before)
    if sym is Sym.TERM:  # the time that a report covers, no deadline
        return c.at(Sym.FROM) or _heads(c)
    if sym is Sym.WORD:  # "quý (I, II, III)"
        return before in _LISTING and c.passed.text in ROMAN
    return c.ahead(c.at(Sym.OF)) in _BEHIND.get(sym, ())
