"""The phrases of a wording, in order, and the tokens that belong to none."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.edges import UNITS
from kehoach.wordings.events import before_event, conditional, counted, session
from kehoach.wordings.lexicon import NUMBER_WORDS, ROMAN, Sym
from kehoach.wordings.limits import SIDES, limit
from kehoach.wordings.moments import Blank, Phrase, Rhythm, Sign
from kehoach.wordings.names import dated_name
from kehoach.wordings.rhythms import further, labels, quantity, rhythm
from kehoach.words import Text

_SIGNS = {
    Sym.COMMA: ",", Sym.SEMICOLON: ";", Sym.AND: "and", Sym.OR: "or", Sym.OPEN: "(", Sym.CLOSE: ")",
    Sym.CONTINUOUS: "continuous", Sym.REQUEST: "request", Sym.FOLLOWING: "following",
    Sym.SOFT: "soft",
}  # fmt: skip
# What says nothing of time where no phrase took it.
_SILENT = (
    Sym.WORD, Sym.DOCUMENT, Sym.MARK, Sym.FILLER, Sym.OF, Sym.ON, Sym.WITHIN, Sym.FIRST, Sym.MIDDLE,
    Sym.LAST, Sym.THIS, Sym.DOT, Sym.REPORT, Sym.AT_LEAST, Sym.FROM, Sym.TOWARD, Sym.ONWARD, Sym.SLASH,
    Sym.DASH, Sym.TERM, Sym.AFTER, Sym.REFERENCE, Sym.END_OF, Sym.PERIODIC,
)  # fmt: skip
_FILLING = (Sym.FILLER, Sym.ON, Sym.OF, Sym.DOT, Sym.REPORT, Sym.ONWARD, Sym.MARK)
_ENDS = (Sym.END, Sym.COMMA, Sym.SEMICOLON, Sym.OPEN, Sym.CLOSE)
_PARTS = (
    "đợt", "lần", "bước", "giai đoạn", "vòng", "mục", "điểm", "khoản", "điều", "phần", "phụ lục", "lục",
    "chương", "số", "nội dung", "nhiệm vụ", "biểu", "mẫu", "dot", "lan", "buoc", "giai doan", "muc",
)  # fmt: skip
_FEW = 6
_NOT_READ = Text("không hiểu “{words}”", "“{words}” was not understood")
_ODD = Text("“{words}” có lẽ gõ nhầm", "“{words}” looks like a typing error")
_CHANGES = Text(
    "“{words}” làm thay đổi ý nghĩa của thời hạn mà chưa hiểu được",
    "“{words}” changes what the deadline means in a way that is not understood",
)


class Piece(NamedTuple):
    """A phrase and the tokens it took, from ``first`` up to ``end``."""

    phrase: Phrase
    first: int
    end: int


class Phrases(NamedTuple):
    """Everything in a wording: its phrases, and the ranges of tokens that say nothing of time."""

    pieces: tuple[Piece, ...]
    unread: tuple[tuple[int, int], ...]


def phrases(c: Cursor) -> Phrases:
    """Return the phrases of a whole wording.

    Raises:
        Doubtful: something that speaks of time, or changes it, is not understood.
    """
    pieces: list[Piece] = []
    unread: list[tuple[int, int]] = []
    while not c.at(Sym.END):
        first = c.place
        if dated_name(c):
            unread.append((first, c.place))
            continue
        phrase = _phrase(c)
        if phrase is not None:
            pieces.append(Piece(phrase, first, c.place))
            pieces += _list(c) if isinstance(phrase, Rhythm) else ()
        else:
            _pass_over(c)
            if c.tokens[first].sym not in _FILLING:
                unread.append((first, c.place))
            if c.tokens[c.place - 1].sym is Sym.NUMBER or c.tokens[c.place - 1].text in ROMAN:
                pieces.append(Piece(Sign(";"), c.place, c.place))
    return Phrases(tuple(pieces), tuple(unread))


def _list(c: Cursor) -> Iterator[Piece]:
    """Yield the other rhythms of a list."""
    first = c.place
    while (other := further(c)) is not None:
        yield Piece(Sign("and"), first, first)
        yield Piece(other, first, c.place)
        first = c.place


def _phrase(c: Cursor) -> Phrase | None:
    """Take one phrase, trying those first that take more."""
    for take in _TAKERS:
        if (found := take(c)) is not None:
            return found
    return None


def _pass_over(c: Cursor) -> None:
    """Pass over a word that says nothing of time.

    Raises:
        Doubtful: it does, or it may change what is meant.
    """
    sym, first = c.sym, c.place
    c.place += 1
    if sym is Sym.ODD:
        raise c.doubt(_ODD, max(c.place - 2, 0), min(c.place + 1, len(c.tokens) - 1))
    if sym in (Sym.DANGER, Sym.FOR, Sym.PAST, Sym.OR):
        while c.at(Sym.WORD, Sym.FILLER):
            c.place += 1
        raise c.doubt(_CHANGES, first)
    if sym is Sym.NUMBER and c.at(Sym.PERCENT):
        c.place += 1
    elif _names_the_year(c, first) or _numbers_a_part(c, first) or _opens_with_an_event(c, first):
        return
    elif sym not in _SILENT or _leads_to_time(c, sym) or _counts_quarters(c, first):
        while sym in SIDES and not c.at(*_ENDS) and c.place < first + _FEW:
            c.place += 1
        raise c.doubt(_NOT_READ, first)


def _names_the_year(c: Cursor, place: int) -> bool:
    """Say whether "năm" only belongs to a name: "báo cáo công tác năm thực hiện Kế hoạch"."""
    before, after = c.tokens[place - 1], c.tokens[place + 1].sym
    return (
        c.tokens[place].sym is Sym.YEAR
        and place > 0
        and before.sym in (Sym.WORD, Sym.REPORT)
        and before.text not in NUMBER_WORDS
        and after in (Sym.WORD, Sym.FILLER, Sym.CLOSE, Sym.COMMA, Sym.END, Sym.AND)
    )


def _numbers_a_part(c: Cursor, place: int) -> bool:
    """Say whether a number only tells parts apart: "đợt 1", "giai đoạn 2:", "mục 3"."""
    number = place + (c.tokens[place].sym in (Sym.TIMES, Sym.SPAN))
    roman = c.tokens[number].text in ROMAN
    figure = c.tokens[number].sym is Sym.NUMBER and not c.at_year(number - c.place)
    if not number or not (figure or roman):
        return False
    if c.tokens[number + 1].sym in (Sym.SLASH, Sym.DASH, Sym.DOT, Sym.PERCENT, *UNITS):
        return False
    if c.tokens[number - 1].text in _PARTS:
        c.place = number + 1
        return True
    return False


def _opens_with_an_event(c: Cursor, place: int) -> bool:
    """Pass over a beginning that is no day of the calendar: "từ ngày ký đến 31/12/2026"."""
    step = place + 1
    if c.tokens[place].sym not in (Sym.FROM, Sym.SINCE):
        return False
    while c.tokens[step].sym in (Sym.WORD, Sym.FILLER, Sym.DAY, Sym.DOCUMENT, Sym.THIS):
        step += 1
    if c.tokens[step].sym is not Sym.TOWARD:
        return False
    c.place = step
    return True


def _counts_quarters(c: Cursor, place: int) -> bool:
    """Say whether a Roman figure stands in a list: "quý (I, II, III)"."""
    listed = c.tokens[place - 1].sym in (Sym.OPEN, Sym.COMMA, Sym.AND, Sym.QUARTER)
    return bool(place) and listed and c.tokens[place].text in ROMAN


def _leads_to_time(c: Cursor, sym: Sym) -> bool:
    """Say whether a word that is silent alone belongs to what speaks of time behind it."""
    if sym is Sym.AFTER:  # "kiểm tra sau thông quan" tells of a kind, "sau hội nghị" of a time
        return c.tokens[max(c.place - 2, 0)].sym is not Sym.WORD or not c.at(Sym.WORD)
    if sym is Sym.SLASH:
        return Sym.NUMBER in (c.sym, c.tokens[c.place - 2].sym)
    if sym is Sym.END_OF:  # "hằng năm, kết thúc năm 2030"
        return c.at(*UNITS)
    if sym is Sym.TERM:  # the time that a report covers, no deadline
        return c.at(Sym.FROM) or (c.token.text == ":" and c.ahead() is Sym.FROM)
    return sym in (Sym.FIRST, Sym.MIDDLE, Sym.LAST) and c.at(*UNITS, Sym.EVERY)


def _blank(c: Cursor) -> Blank | None:
    """Take "chưa xác định", "theo lộ trình", "theo Kế hoạch số 15/KH-UBND ngày 20/01/2026"."""
    start = c.place
    if c.take(Sym.BLANK):
        return Blank(c.words(start, c.place))
    if not c.take(Sym.REFERENCE) or not c.at(
        Sym.WORD, Sym.FILLER, Sym.DOCUMENT, Sym.END_OF, Sym.EVERY, Sym.TERM, Sym.OF):  # fmt: skip
        c.place = start
        return None
    depth = 0
    while not c.at(Sym.END, Sym.SEMICOLON, Sym.BEFORE, Sym.BY, Sym.EVERY, Sym.PERIODIC):
        if c.at(Sym.COMMA) and c.ahead() is not Sym.WORD:
            break
        if c.at(Sym.WITHIN, Sym.AND, Sym.OR) and c.ahead() is not Sym.WORD:
            break
        depth += (c.at(Sym.OPEN)) - (c.at(Sym.CLOSE))
        if depth < 0:
            break
        c.place += 1
    end = c.place
    while end > start and c.tokens[end - 1].sym in (Sym.DOT, Sym.COMMA):
        end -= 1
    c.place = end
    return Blank(c.words(start, end))


def _sign(c: Cursor) -> Sign | None:
    name = _SIGNS.get(c.sym)
    if name is None or (name == "or" and not _before_request(c)):
        return None
    if name == "soft" and c.token.text in ("thường", "thuong") and c.ahead() not in SIDES:
        return None
    c.place += 1
    return Sign(name)


def _before_request(c: Cursor) -> bool:
    """Say whether "hoặc" leads on to "khi có yêu cầu" or the like, with whatever words between."""
    step = 1
    while c.ahead(step) in (Sym.REPORT, Sym.COMMA, Sym.FILLER):
        step += 1
    return c.ahead(step) in (Sym.REQUEST, Sym.BLANK)


_TAKERS: tuple[Callable[[Cursor], Phrase | None], ...] = (
    labels, rhythm, quantity, session, counted, before_event, limit, conditional, _blank, _sign,
)  # fmt: skip
