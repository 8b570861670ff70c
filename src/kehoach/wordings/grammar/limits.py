"""Limits: on which side of which days or spans a deadline lies."""

from collections.abc import Sequence

from kehoach.wordings.grammar.clocks import clock_time
from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.phrases import Days, Limit, Stretch, When, rolls
from kehoach.wordings.grammar.ranges import first_after, ranged
from kehoach.wordings.grammar.rough import refuse_a_rough_day
from kehoach.wordings.grammar.whens import listed
from kehoach.wordings.language.lexicon import WORD_LISTS, WORDS, Sym

SIDES = {
    Sym.BEFORE: "before", Sym.BY: "by", Sym.WITHIN: "within", Sym.TOWARD: "until", Sym.ON: "on",
    Sym.FROM: "from", Sym.SINCE: "from", Sym.NOT_BEFORE: "from", Sym.AFTER: "after",
    Sym.LENGTH_OF: "within",
}  # fmt: skip
_FEW = 6  # "chậm nhất là đến hết …"
_STRONGEST_FIRST = ("before", "by", "until", "from", "after", "within", "on")
_BOTH_SIDES = about(
    ": vừa “chậm nhất” (kể cả ngày đó) vừa “trước” (không kể ngày đó)",
    " says both “by” (the day included) and “before” (the day excluded)",
)
_ABOUT = about(
    " làm thay đổi ý nghĩa của thời hạn mà chưa hiểu được",
    " changes what the deadline means in a way that is not understood",
)
_BEFORE_WHICH = about(
    ": trước tất cả, hay chỉ trước khoảng đầu, không rõ",
    ": before each, or before the first alone, is not clear",
)
BEFORE_A_WORKDAY = about(
    ": trước ngày ấy là ngày nào, không rõ", ": which day is the one before is not clear"
)
_OF_A_FEAST = about(
    ": ngày lễ được nhắc đến, hay hạn của việc, không rõ",
    ": a day that is honoured, or the deadline, is not clear",
)
_OF_A_PAPER = about(
    ": ngày của văn bản, hay hạn của việc, không rõ",
    ": the day of a paper, or the deadline, is not clear",
)
_BEGIN = ("bắt đầu", "bat dau")


@behind(Sym.START)
def begun_range(c: Cursor) -> Limit | None:
    """Take "bắt đầu: 01/3/2026; kết thúc: 30/6/2026": a range, and no beginning alone."""
    found = limit(c, "from") if c.passed.text in _BEGIN else None
    return found if found and (found.opening or found.side == "within") else None


@attempt
def limit(c: Cursor, told: str | None = None) -> Limit | None:
    """Take a limit: on which side of which days or spans, with a clock time where there is one.

    ``told`` is a side that was named before.

    Raises:
        Doubtful: it says two sides, only a beginning, or a clock time before a day.
    """
    start = c.place
    between = c.take(Sym.BETWEEN)
    sides = _sides(c, {told} if told else set())
    clock = clock_time(c)
    found = listed(c, before="before" in sides)
    if not found and clock is None:
        return None
    refuse_a_rough_day(c, start)
    if "before" in sides:
        _refuse_before(c, found, start, clocked=clock is not None)
    honoured = not sides and c.tokens[start - 1].text in WORD_LISTS["honouring"]
    c.refuse(honoured, _OF_A_FEAST, start - 1)
    papers = not sides and c.tokens[start - 1].sym is Sym.DOCUMENT
    c.refuse(papers, _OF_A_PAPER, start - 1)
    side = _strongest(c, sides, start)
    if side == "after":
        side, found = "from", tuple(first_after(c, each, start) for each in found)
    said = ranged(c, Limit(side, found, clock), start)
    c.refuse(between and not _has_two_ends(said), _ABOUT, start)
    if said.clock is None and said.side != "before":
        said = said._replace(clock=_clock_behind(c))
    return said._replace(inclusive=_inclusive(c) or None)


def _refuse_before(c: Cursor, found: Sequence[When], start: int, *, clocked: bool) -> None:
    """Refuse what nothing is certainly before: several spans, a working day that only a roll finds.

    Raises:
        Doubtful: there are such; a roll would move the day before to the very day.
    """
    spans = [each for each in found if isinstance(each, Stretch)]
    c.refuse(len(spans) > 1, _BEFORE_WHICH, start)
    c.refuse(not clocked and any(map(rolls, found)), BEFORE_A_WORKDAY, start)


def _strongest(c: Cursor, sides: set[str], start: int) -> str | None:
    """Return the side that decides of those that were named.

    Raises:
        Doubtful: a day is both included and excluded.
    """
    c.refuse("before" in sides and sides & {"by", "until"}, _BOTH_SIDES, start)
    return next((side for side in _STRONGEST_FIRST if side in sides), None)


def _has_two_ends(said: Limit) -> bool:
    """Say whether "trong khoảng" stands before a range, and not before what it is about."""
    return said.opening is not None or any(
        isinstance(each, Days) or (isinstance(each, Stretch) and each.is_range)
        for each in said.when
    )


def _sides(c: Cursor, sides: set[str]) -> set[str]:
    first = c.place
    while c.place < first + _FEW and (c.sym in SIDES or (sides and c.token.text == ":")):
        side = SIDES.get(c.next().sym)
        sides |= {side} if side else set()
        _of_what(c)
    return sides


@attempt
def _of_what(c: Cursor) -> bool:
    """Pass over what a last day is for, up to its colon: "hạn cuối nhận hồ sơ: 30/9/2026"."""
    last_day = c.passed.text.startswith(("hạn", "han"))
    c.skip(*WORDS, Sym.FILLER)
    return last_day and c.token.text == ":"


@attempt
def _clock_behind(c: Cursor) -> int | None:
    """Take a clock time behind the day; after "trước ngày" it means two things, neither sure."""
    c.skip(Sym.COMMA, Sym.ON)
    return c.next().value if c.at(Sym.CLOCK) else None


@attempt
def _inclusive(c: Cursor) -> bool:
    """Take "(kể cả ngày đó)"."""
    c.take(Sym.OPEN, Sym.COMMA)
    if not c.take(Sym.INCLUSIVE):
        return False
    c.take(Sym.CLOSE)
    return True
