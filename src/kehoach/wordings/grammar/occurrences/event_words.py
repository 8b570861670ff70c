"""The words of an event: up to what speaks of the deadline again."""

import re

from kehoach.wordings.grammar.combinators import peek
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.cutoffs import annexes_or_data
from kehoach.wordings.grammar.numerals import UNITS, at_year, numbered
from kehoach.wordings.grammar.occurrences.lengths import GOING_ON, the_length
from kehoach.wordings.grammar.somebody import names_somebody, opens_for_somebody
from kehoach.wordings.language.lexicon import WORDS, Sym
from kehoach.words.vietnamese import plain_letters

# What opens the deadline again behind a comma, "trước", "trong".
_OPENING = {
    Sym.BEFORE: (Sym.DAY, Sym.MONTH, Sym.NUMBER, Sym.QUARTER, Sym.YEAR, Sym.CLOCK),
    Sym.WITHIN: (Sym.DAY, Sym.MONTH, Sym.NUMBER),
    Sym.AND: (Sym.SOFT,),
    Sym.COMMA: (
        Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.CONTINUOUS,
        Sym.SOFT, Sym.TOWARD, Sym.REQUEST, Sym.FILLER, Sym.QUARTER, Sym.MONTH, Sym.NUMBER, Sym.REPORT,
        Sym.YEAR, Sym.UNDERTAKE, Sym.START, Sym.FROM, Sym.SINCE, Sym.NOT_BEFORE,
        Sym.THAT_IS,
    ),
    Sym.OPEN: (Sym.THAT_IS, Sym.BY, Sym.BEFORE, Sym.SOFT),
}  # fmt: skip
_STOPS = (Sym.END, Sym.SEMICOLON, Sym.BY, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.REQUEST)
_OF_DATA = (Sym.DANGER, Sym.TOWARD, Sym.FROM, Sym.SINCE)  # "ký, số liệu tính đến 14/12"
_TELLING = (
    Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.NUMBER, Sym.SOFT, Sym.CONTINUOUS, Sym.ONCE_DONE,
)  # fmt: skip
# What is a time of its own, where "và" or a comma joins it to an event: its first token, and the next.
_JOINED = (
    dict.fromkeys((Sym.FIRST, Sym.MIDDLE, Sym.LAST), (Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.EVERY))
    | dict.fromkeys((Sym.FROM, Sym.TOWARD), (Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.NUMBER))
    | {
        Sym.NUMBER: (Sym.WORKDAY, Sym.SLASH, *UNITS),
        Sym.WORKDAY: (Sym.FIRST, Sym.LAST),
        Sym.FILLER: (Sym.SESSION,),
    }
)
_NUMBERED = (Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR)
_BEGUN = (Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.FROM, Sym.TOWARD, *_NUMBERED)
_JOINED_ALONE = (Sym.CONTINUOUS, Sym.ONCE_DONE)
_EXCEPTING = ("nhưng", "trừ", "ngoại trừ", "riêng", "nhung", "tru", "ngoai tru", "rieng")
_WHOLE_YEAR = ("cả năm", "ca nam")
_SHORT = ("tp", "tx", "tt", "ts", "ths", "q", "p", "h")
_ITS_DAY = re.compile(
    r"\A(?:ngày|ngay)\s+(?=(?:kết|ket)\s+(?:thúc|thuc)|(?:hội|hoi)\s+(?:nghị|thảo|đồng|đàm|nghi|thao|dong|dam))",
    re.IGNORECASE,
)
"""What only leads on to an event where it makes one word with the event's first: "ngày kết thúc đợt 1"."""

_WHOSE = about(
    ": tính từ sự kiện, hay nói về chính sự kiện, không rõ",
    ": counted from the event, or said of it, is not clear",
)
_NO_EVENT = about(": không nêu sự kiện", " names no event")
_TOLD = about(": sự kiện mà lại nêu ngày", ": an event, and yet its day is named")
_WORD = re.compile(r"\w+")
_OF_TIME = {
    "ngay", "thang", "quy", "nam", "tuan", "gio", "phut", "i", "ii", "iii", "iv", "thu", "hai", "ba", "tu",
    "sau", "bay", "chu", "nhat", "sang", "trua", "chieu", "mong", "mung", "dau", "giua", "cuoi", "tien",
    "cung", "cua", "het", "nay", "mai", "hom", "toi", "truoc", "moc", "thoi", "diem", "den", "va",
    "gian", "luc", "do", "ay", "tren", "neu", "noi", "han", "dinh", "tiep", "theo", "ke", "lien", "nua",
    "duong", "am", "lich", "moi",
}  # fmt: skip
"""In plain letters; what is called by these and by figures alone has no day on which it happens."""
_TURNING = re.compile(
    r"\A(?:(?:ngay|khi|luc)\s+)?(?:ket thuc|bat dau|khoi dau|mo dau|khep lai|chuyen sang|buoc sang|"
    r"buoc vao|bat sang|troi qua|qua di|qua|sang|vao|tron)\s+(?=\w)"
)
"""In plain letters, what a time does by itself: "kết thúc quý sau" is a time, "kết thúc" an event."""
_NOTHING_ADDED = re.compile(
    r"\b(?:giai doan|thoi ky)(?= (?:tu )?(?:nam )?[12]\d{3}\b)|(?<=\bquy) bao cao\b|(?<=\bnam) bao cao\b|"
    r"(?<=\btuan) bao cao\b|(?<=\bthang) bao cao\b"
)
"""In plain letters, what leads on to years or says whose a period is: not the "giai đoạn 2" of a work."""
_BESIDE = re.compile(r" (?:de |\()")  # what a time is for, or by what way: "cuối năm để tổng hợp"
_EXPIRING = "het han"  # of a permit: it happens
_A_TIME = about(
    ": là một thời điểm, không phải sự kiện; không rõ ngày nào, năm nào",
    " is a time and no event; which day of which year is not clear",
)


@peek
def _behind_a_length(c: Cursor) -> Sym | None:
    """Return what stands behind a length that stands here: "sau khi họp 05 ngày"."""
    return None if the_length(c) is None else c.sym


def _dated(c: Cursor, *, counted: bool) -> bool:
    """Say whether a day or span begins here that would be lost in an event's name.

    ``counted``: a length is counted from the event, which then opens no span up to a day.
    """
    figures = (
        c.ahead() is Sym.NUMBER and c.ahead(2) is Sym.SLASH and counted and not c.at(Sym.COMMA)
    )
    named = c.ahead() is Sym.DAY and c.ahead(2) is Sym.NUMBER
    sided = c.at(Sym.FROM, Sym.TOWARD, Sym.COMMA) and (named or figures)
    whole = c.token.text in _WHOLE_YEAR
    return sided or whole or (c.at(Sym.WITHIN) and c.ahead() in (Sym.QUARTER, Sym.YEAR))


def _is_one_of_several(c: Cursor) -> bool:
    """Say whether "đối với cấp xã" stands here, and another addressee elsewhere."""
    if not c.at(Sym.FOR) or not names_somebody(c, c.place + 1):
        return False
    return sum(token.sym is Sym.FOR for token in c.tokens) > 1


def _joins_a_time(c: Cursor) -> bool:
    """Say whether "và" or a comma joins a time that is no event's: "ký và cuối tháng 11/2026"."""
    first, then = c.ahead(), c.ahead(2)
    if c.at(Sym.AND, Sym.OPEN) and first in (Sym.START, Sym.UNDERTAKE):
        return then in _BEGUN
    if not c.at(Sym.AND, Sym.COMMA):
        return False
    spans = first is Sym.SPAN and at_year(c, 2)
    numbers = first in _NUMBERED and numbered(c, 2)
    return numbers or spans or first in _JOINED_ALONE or then in _JOINED.get(first, ())


def is_a_time(words: str) -> bool:
    """Say whether an event is called by nothing but a time: "15/6", "cuối năm", "kết thúc quý sau"."""
    plain = _BESIDE.split(" ".join(plain_letters(words.casefold()).split()))[0]
    told = _WORD.findall(_NOTHING_ADDED.sub("", _TURNING.sub("", plain)))
    expiring = " ".join(told[:2]) == _EXPIRING
    return not expiring and all(word in _OF_TIME or not word.isalpha() for word in told)


def _ends_a_sentence(c: Cursor) -> bool:
    """Say whether a full stop stands here that shortens no word: "UBND Tp. Huế ban hành"."""
    ended = c.at(Sym.DOT) and c.passed.text not in _SHORT
    return ended and c.wording[c.token.end : c.token.end + 1].isspace()


def _opens_again(c: Cursor) -> bool:
    """Say whether the deadline is spoken of again here, or the sentence ends."""
    opens = c.at(*_STOPS) or c.ahead() in _OPENING.get(c.sym, ())
    data = c.at(Sym.COMMA) and c.ahead() is Sym.DATA and c.ahead(2) in _OF_DATA
    if opens or data or _ends_a_sentence(c) or opens_for_somebody(c):
        return True
    return c.at(Sym.OPEN) and annexes_or_data(c)


def the_event(c: Cursor, start: int) -> str:
    """Take an event's words: up to what speaks of the deadline again.

    Raises:
        Doubtful: there are none, a day or an exception is among them, or they name a time alone: that
            would never come to happen, so that nothing would ever be due.
    """
    words = named_event(c, start)
    refuse_a_time(c, words, start)
    return words


def refuse_a_time(c: Cursor, words: str, start: int) -> None:
    """Refuse words that would never come to happen: "trước hạn 10 ngày", "sau cuối năm".

    Raises:
        Doubtful: they name a time alone.
    """
    c.refuse(is_a_time(words), _A_TIME, start)


def named_event(c: Cursor, start: int) -> str:
    """Take an event's words, which may be those of a time alone.

    Raises:
        Doubtful: there are none, or a day or an exception is among them.
    """

    def stops(c: Cursor, depth: int) -> bool:
        behind_it = _behind_a_length(c)
        ended = behind_it is not None and behind_it not in GOING_ON
        unclear = behind_it in (*WORDS, Sym.BEFORE, Sym.AFTER, Sym.ONCE_DONE)
        c.refuse(unclear, _WHOSE, start, c.place + 2)
        counted = any(token.sym is Sym.NUMBER for token in c.tokens[start:first])
        told = _dated(c, counted=counted) or _joins_a_time(c) or (depth and c.at(*_TELLING))
        told = told or c.token.text in _EXCEPTING or _is_one_of_several(c)
        stop = ended or _opens_again(c)
        c.refuse(told and not stop, _TOLD, start, c.place + 1)
        return stop

    first = c.place
    c.until(stops, Sym.DOT, Sym.COMMA, Sym.OR, Sym.AND)
    c.refuse(c.place == first or c.tokens[first].sym is Sym.CLOCK, _NO_EVENT, start)
    return _ITS_DAY.sub("", c.words(first))
