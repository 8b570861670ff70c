"""The grammar of a whole wording: its phrases in order, and the tokens that belong to none.

A kind of phrase is a parser in ``_PHRASES`` and a value in ``phrases.py``.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kehoach.wordings.grammar.combinators import attempt, many, one_of
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.cutoffs import annexes_or_data, cut_off
from kehoach.wordings.grammar.limits import SIDES, begun_range, limit
from kehoach.wordings.grammar.numerals import at_year, numbered
from kehoach.wordings.grammar.occurrences.counted_behind import counted_behind
from kehoach.wordings.grammar.occurrences.eras import era, named_era
from kehoach.wordings.grammar.occurrences.happenings import (
    condition,
    counting,
    counting_back,
    since_event,
)
from kehoach.wordings.grammar.occurrences.meetings import meeting
from kehoach.wordings.grammar.occurrences.same_day import same_day
from kehoach.wordings.grammar.period_days import PLACES
from kehoach.wordings.grammar.phrases import Limit, Phrase, Piece, Rhythm, Sign, Unset
from kehoach.wordings.grammar.references import of_another
from kehoach.wordings.grammar.rhythms import further, labelled, quantity, rhythm
from kehoach.wordings.grammar.silence import pass_over
from kehoach.wordings.grammar.somebody import names_somebody, opens_for_somebody
from kehoach.wordings.grammar.starting_verbs import ending, finishes, speaks_of_beginnings, starting
from kehoach.wordings.grammar.titles import annexes, dated_title
from kehoach.wordings.language.lexicon import ROMAN, WORDS, Sym

_SIGNS = {
    Sym.COMMA: ",", Sym.SEMICOLON: ";", Sym.AND: "and", Sym.OR: "or", Sym.OPEN: "(", Sym.CLOSE: ")",
    Sym.CONTINUOUS: "continuous", Sym.REQUEST: "request", Sym.FOLLOWING: "following",
    Sym.SOFT: "soft", Sym.THAT_IS: "that is",
}  # fmt: skip
_FILLING = (Sym.FILLER, Sym.ON, Sym.OF, Sym.DOT, Sym.REPORT, Sym.ONWARD, Sym.MARK)
_REFERRED_TO = (
    *WORDS, Sym.FILLER, Sym.DOCUMENT, Sym.END_OF, Sym.EVERY, Sym.TERM, Sym.OF,
)  # fmt: skip
_BEHIND_A_REFERENCE = (
    Sym.END, Sym.SEMICOLON, Sym.BEFORE, Sym.BY, Sym.EVERY, Sym.PERIODIC,
)  # fmt: skip
_OPENING_A_SENTENCE = (
    Sym.EVERY, Sym.PERIODIC, Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.QUARTER, Sym.MONTH, Sym.YEAR, Sym.DAY,
    Sym.LENGTH_OF, Sym.SOFT, Sym.CONTINUOUS,
)  # fmt: skip
_OPENING_BRACKETS = (
    *_OPENING_A_SENTENCE, Sym.NUMBER, Sym.WORKDAY, Sym.FIRST, Sym.MIDDLE, Sym.LAST, Sym.FROM, Sym.TOWARD,
    Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER, Sym.REQUEST, Sym.SPAN, Sym.WEEKDAY, Sym.CLOCK, Sym.START,
)  # fmt: skip
_BROKEN_OFF = about(
    ": ngoặc mở mà không đóng, câu có thể bị cắt mất phần sau",
    ": the bracket is not closed, and the rest of the wording may be cut off",
)
_BRACKETS = {"(": ")", "[": "]"}
_JOINING = (Sym.COMMA, Sym.WITHIN, Sym.AND, Sym.OR)


class Parsed(NamedTuple):
    """Everything in a wording: its phrases, and the ranges of tokens that say nothing of time."""

    pieces: tuple[Piece, ...]
    unread: tuple[tuple[int, int], ...]


def parse(c: Cursor) -> Parsed:
    """Return the phrases of a whole wording.

    Raises:
        Doubtful: something that speaks of time, or changes it, is not understood.
    """
    parts: list[Parsed] = []
    begins = speaks_of_beginnings(c)
    while not c.at(Sym.END):
        parts.append(_part(c, begins=begins))
    pieces = tuple(piece for part in parts for piece in part.pieces)
    unread = tuple(words for part in parts for words in part.unread)
    _refuse_broken_off(c, unread)
    return Parsed(pieces, unread)


def _refuse_broken_off(c: Cursor, unread: Sequence[tuple[int, int]]) -> None:
    """Refuse words behind a bracket that nothing closes: "trước 31/3/2026 (cấp xã" may be of them alone.

    Raises:
        Doubtful: they are; who or what they name was to be said further on. Or one of another kind
            closes it.
    """
    opened: list[int] = []
    for place, token in enumerate(c.tokens):
        if token.sym is Sym.OPEN:
            opened.append(place)
        elif token.sym is Sym.CLOSE and opened:
            start = opened.pop()
            other = _BRACKETS[c.tokens[start].text] != token.text
            c.refuse(other, _BROKEN_OFF, start, place + 1)
    first = opened[0] if opened else len(c.tokens)
    c.refuse(any(end > first for _, end in unread), _BROKEN_OFF, first)


def _part(c: Cursor, *, begins: bool) -> Parsed:
    """Take the next phrase, or what is none; where a beginning is spoken of, words of an end are told."""
    first = c.place
    if _of_no_deadline(c):
        return Parsed((), ((first, c.place),))
    if begins and ending(c):
        return Parsed((Piece(Sign("end"), first, c.place),), ())
    phrase = _phrase(c)
    ended = begins and finishes(c.tokens[first]) and not _labels(c, first)
    ends = (Piece(Sign("end"), first, first),) if ended else ()
    found = _passed_over(c, first) if phrase is None else _told(c, phrase, first)
    return found._replace(pieces=(*ends, *found.pieces))


def _labels(c: Cursor, place: int) -> bool:
    """Say whether what is to come is only called an end: "Thời gian hoàn thành: quý I/2026 khởi công"."""
    begun = any(token.sym is Sym.START for token in c.tokens[:place])
    return c.tokens[place + 1].text == ":" and not begun


def _told(c: Cursor, phrase: Phrase, first: int) -> Parsed:
    """Return a phrase, the further rhythms of a list, and what of its words it leaves out."""
    lost = (phrase.lost,) if isinstance(phrase, Limit) and phrase.lost else ()
    here = Piece(phrase, first, c.place, part=c.tokens[first].sym in PLACES)
    others = many(_further, c) if isinstance(phrase, Rhythm) else []
    return Parsed((here, *(piece for other in others for piece in other)), lost)


def _passed_over(c: Cursor, first: int) -> Parsed:
    """Pass over a word of the task; a number that belongs to one divides as a semicolon does."""
    pass_over(c)
    divides = c.passed.sym is Sym.NUMBER or c.passed.text in ROMAN
    pieces = (Piece(Sign(";"), c.place, c.place),) if divides else ()
    return Parsed(pieces, ((first, c.place),) if c.tokens[first].sym not in _FILLING else ())


def _of_no_deadline(c: Cursor) -> bool:
    """Pass over names, annexes and data that have days or numbers of their own."""
    return bool(annexes(c)) or of_another(c) or dated_title(c) or named_era(c) or cut_off(c)


def _phrase(c: Cursor) -> Phrase | None:
    """Take a phrase; for speed, none is tried at a word that is no number: most are the task's own."""
    return _any_phrase(c) if not c.at(Sym.WORD) or numbered(c) else None


def _further(c: Cursor) -> tuple[Piece, Piece] | None:
    """Take the next rhythm of a list as if "và" stood before it."""
    first = c.place
    other = further(c)
    while c.tokens[first].sym in (Sym.COMMA, Sym.AND):
        first += 1
    return other and (Piece(Sign("and"), first, first), Piece(other, first, c.place))


@attempt
def _unset(c: Cursor) -> Unset | None:
    """Take "chưa xác định", "theo lộ trình", "theo Kế hoạch số 15/KH-UBND ngày 20/01/2026"."""
    start = c.place
    if not c.take(Sym.BLANK):
        if not c.take(Sym.REFERENCE) or not c.at(*_REFERRED_TO):
            return None
        c.until(_ends_a_reference, Sym.DOT)
    return Unset(c.words(start))


def _ends_a_reference(c: Cursor, _depth: int) -> bool:
    if annexes_or_data(c) or _of_its_own(c) or opens_for_somebody(c):
        return True
    if c.at(Sym.FOR) and names_somebody(c, c.place + 1):
        return True
    goes_on = c.ahead() in WORDS and c.ahead() is not Sym.START
    return c.at(*_BEHIND_A_REFERENCE) or (c.at(*_JOINING) and not goes_on)


def _of_its_own(c: Cursor) -> bool:
    """Say whether brackets hold a time, which is no document's day: "theo lộ trình (quý III/2026)".

    A year in them may be that of a law: "theo Luật Đất đai (năm 2024)".
    """
    if not c.at(Sym.OPEN) or c.ahead() not in _OPENING_BRACKETS:
        return False
    led = [place for place, each in enumerate(c.tokens[: c.place]) if each.sym is Sym.REFERENCE]
    document = any(token.sym is Sym.DOCUMENT for token in c.tokens[max(led, default=0) : c.place])
    of_a_law = c.ahead() is Sym.YEAR or at_year(c, 1)
    return not document and not of_a_law


def _sign(c: Cursor) -> Sign | None:
    """Take a word that is a phrase by itself."""
    name = ";" if _ends_a_sentence(c) else _SIGNS.get(c.sym)
    if name is None or (name == "or" and not _before_request(c)):
        return None
    if name == "soft" and c.token.text in ("thường", "thuong") and c.ahead() not in SIDES:
        return None
    c.next()
    # "… (phấn đấu)" is said of what stands before it, all else of what follows
    return Sign("softened" if name == "soft" and c.at(Sym.CLOSE, Sym.END, Sym.DOT) else name)


def _ends_a_sentence(c: Cursor) -> bool:
    """Say whether a full stop divides what speaks of time: "… hằng tháng. Hằng năm …", not "Tp. Huế"."""
    if not c.at(Sym.DOT) or not c.wording[c.token.end : c.token.end + 1].isspace():
        return False
    timely = c.passed.sym not in (*WORDS, Sym.END) and c.ahead() is not Sym.END
    return timely or c.ahead() in _OPENING_A_SENTENCE


def _before_request(c: Cursor) -> bool:
    """Say whether "hoặc" leads on to "khi có yêu cầu" or the like, with whatever words between."""
    step = 1
    while c.ahead(step) in (Sym.REPORT, Sym.COMMA, Sym.FILLER):
        step += 1
    return c.ahead(step) in (Sym.REQUEST, Sym.BLANK)


_AnyPhrase = Callable[[Cursor], Phrase | None]
# Those first that take more; a sign begins nothing else.
_any_phrase: _AnyPhrase = one_of(
    _sign,
    begun_range,
    starting,
    labelled,
    rhythm,
    quantity,
    meeting,
    era,
    same_day,
    counting,
    counting_back,
    counted_behind,
    limit,
    condition,
    since_event,
    _unset,
)
