"""Deadlines that differ by who owes them: "cấp xã trước 20/8, cấp tỉnh trước 30/8/2026"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.gathering import clauses
from kehoach.wordings.clauses.siding import is_of_time, sided_alike
from kehoach.wordings.grammar.cursor import Cursor, Doubtful, about
from kehoach.wordings.grammar.parsing import Parsed
from kehoach.wordings.grammar.phrases import Piece, Rhythm
from kehoach.wordings.grammar.somebody import SEVERAL, names_somebody
from kehoach.wordings.language.lexicon import WORDS, Sym, Token
from kehoach.words import plain_letters

_LEVELS = ("cấp", "cap")
_DIVIDERS = (Sym.SEMICOLON, Sym.COMMA, Sym.AND)
_OPENERS = (*_DIVIDERS, Sym.END, Sym.OPEN, Sym.FOR, Sym.MARK, Sym.DASH)
_SILENT = (Sym.WORD, Sym.MARK, Sym.FILLER, Sym.REPORT, Sym.OF)
_WHOLE = ("sở", "ubnd", "hđnd", "cấp", "công", "ủy", "so", "hdnd", "cap", "cong", "uy")
_WITH = ("với", "voi")
_LEADING_AWAY = (
    "gửi", "gửi về", "trình", "nộp", "về", "báo cáo", "gui", "gui ve", "trinh", "nop", "ve", "bao cao",
)  # fmt: skip
_DOING = (
    "tổng hợp", "tham mưu", "xây dựng", "rà soát", "chủ trì", "phối hợp", "phê duyệt", "thẩm định",
    "đăng ký", "cung cấp", "hoàn thiện", "có trách",
)  # fmt: skip
_REACHING = ("đạt", "dat")  # "cấp xã, đạt trên 95%"
_VERBS = {*_DOING, *map(plain_letters, _DOING)}
_OWN = about(
    " có thời hạn riêng, mà thời hạn còn lại là của ai thì không rõ; ghi rõ từng bên, hoặc tách mục",
    " has a deadline of its own, and whose the other is is not clear: name each, or make two items",
)


class Addressed(NamedTuple):
    """What is said to one addressee: the tokens that name it (none: to all), and its own phrases."""

    first: int
    end: int
    pieces: tuple[Piece, ...]


class _Mention(NamedTuple):
    """Tokens from ``first`` up to ``end`` that name somebody; ``led``: "đối với" stands before."""

    first: int
    end: int
    led: bool
    behind: bool


def addressed(c: Cursor, parsed: Parsed) -> list[Addressed]:
    """Return the phrases of each addressee, in the words' order; one for all where none is told apart.

    Raises:
        Doubtful: one has a time of its own, and another time is nobody's.
    """
    mentions = list(_mentions(c, parsed))
    if len(mentions) > 1 or any(mention.led for mention in mentions):
        starts = _starts(c, parsed, mentions)
        if starts:
            return _divided(c, parsed.pieces, mentions, starts)
    gathered = clauses(parsed.pieces)
    several = len(mentions) > 1 and _each_behind_its_time(mentions, _before(parsed, mentions[-1]))
    for mention in mentions:
        apart = mention.behind and _has_a_time_behind(parsed, mention)
        if mention.led or several or apart or _between_two(c, mention, gathered):
            raise Doubtful(mention.first, mention.end, _OWN)
    return [Addressed(0, 0, parsed.pieces)]


def _starts(c: Cursor, parsed: Parsed, mentions: Sequence[_Mention]) -> list[int]:
    """Return where the part of each begins: with its name, or behind the name before; else nothing."""
    times = [piece for piece in parsed.pieces if is_of_time(piece.phrase)]
    timed = [piece.first for piece in times]
    everybodys = times and isinstance(times[-1].phrase, Rhythm)
    own = timed[:-1] if everybodys else timed
    if _each_before_its_time(c, mentions, timed):
        return [mention.first for mention in mentions]
    behind = _each_behind_its_time(mentions, own) and not _inside_with_a_time(c, mentions, timed)
    return [-1, *(each.end for each in mentions[:-1])] if behind else []


def _before(parsed: Parsed, mention: _Mention) -> list[int]:
    """Return where the times stand before a name."""
    times = (piece.first for piece in parsed.pieces if is_of_time(piece.phrase))
    return [place for place in times if place < mention.first]


def _has_a_time_behind(parsed: Parsed, mention: _Mention) -> bool:
    """Say whether a name in brackets has a time before it, and one that is no rhythm behind it."""
    behind = (piece.phrase for piece in parsed.pieces if piece.first >= mention.end)
    times = (each for each in behind if is_of_time(each) and not isinstance(each, Rhythm))
    return bool(_before(parsed, mention)) and any(times)


def _mentions(c: Cursor, parsed: Parsed) -> Iterator[_Mention]:
    """Yield who is named where a part of the wording begins, and to whom nothing is sent."""
    place = 0
    for first, _ in parsed.unread:
        if first < place or not names_somebody(c, first):
            continue
        place = _run(c, first)
        before = c.tokens[_article(c, first) - 1]
        led = before.sym is Sym.FOR or _behind_with(c, first)
        if led or before.sym in _OPENERS or _is_level(c, first, before):
            yield _Mention(_article(c, first), place, led, led or before.sym is Sym.OPEN)


def _behind_with(c: Cursor, first: int) -> bool:
    """Say whether "với" stands behind a day: "trước 20/8 với các xã", and not "phối hợp với các xã"."""
    place = _article(c, first) - 1
    return c.tokens[place].text in _WITH and c.tokens[place - 1].sym not in WORDS


def _is_level(c: Cursor, first: int, before: Token) -> bool:
    """Say whether a level is named, to which nothing is sent: "tổng kết cấp xã"."""
    return c.tokens[first].text in _LEVELS and before.text not in _LEADING_AWAY


def _article(c: Cursor, place: int) -> int:
    """Return where "các sở" begins."""
    return place - (c.tokens[place - 1].text in SEVERAL)


def _run(c: Cursor, place: int) -> int:
    """Return where a name, or a list of them, ends: "UBND các xã, phường"."""
    while _in_a_name(c, place) or (
        c.tokens[place].sym in _DIVIDERS[1:] and _in_a_name(c, place + 1)
    ):
        place += 1
    return place


def _in_a_name(c: Cursor, place: int) -> bool:
    token = c.tokens[place]
    doing = token.sym is not Sym.END and f"{token.text} {c.tokens[place + 1].text}" in _VERBS
    doing |= token.text in _REACHING
    return (token.sym is Sym.WORD and not doing) or token.text in SEVERAL


def _between_two(c: Cursor, mention: _Mention, gathered: Sequence[Clause]) -> bool:
    """Say whether a rule stands before it, and another straight behind it."""
    place = mention.end
    while c.tokens[place].sym in _SILENT or _in_a_list(c, place):
        place += 1
    behind = any(clause.end <= mention.first for clause in gathered)
    return behind and any(clause.first == place for clause in gathered)


def _in_a_list(c: Cursor, place: int) -> bool:
    """Say whether a comma or "và" stands between names."""
    divided = c.tokens[place].sym in (Sym.COMMA, Sym.AND)
    return divided and c.tokens[place + 1].sym in (Sym.WORD, Sym.FILLER)


def _each_before_its_time(c: Cursor, mentions: Sequence[_Mention], timed: Sequence[int]) -> bool:
    """Say whether each is named, and then its time, and no time stands before the first."""
    starts = [mention.end for mention in mentions]
    ends = [*(mention.first for mention in mentions[1:]), len(c.tokens)]
    enclosed = [_is_enclosed(c, each) for each in mentions]
    if any(enclosed) and not enclosed[0]:
        return False  # "Sở Tư pháp … trước ngày 05/12 (UBND cấp xã), …"
    return _times_in_each(timed, starts, ends) and not any(
        place < mentions[0].first for place in timed
    )


def _is_enclosed(c: Cursor, mention: _Mention) -> bool:
    """Say whether brackets hold a name and nothing else."""
    around = (c.tokens[mention.first - 1].sym, c.tokens[mention.end].sym)
    return around == (Sym.OPEN, Sym.CLOSE)


def _each_behind_its_time(mentions: Sequence[_Mention], timed: Sequence[int]) -> bool:
    """Say whether each stands in brackets or behind "đối với", behind its time; none has none."""
    starts = [0, *(mention.end for mention in mentions[:-1])]
    ends = [mention.first for mention in mentions]
    follows = all(mention.behind for mention in mentions) and _times_in_each(timed, starts, ends)
    return follows and not any(place >= mentions[-1].end for place in timed)


def _times_in_each(timed: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Say whether a time stands between each of these places and its end."""

    def has_one(start: int, end: int) -> bool:
        return any(start <= place < end for place in timed)

    return all(map(has_one, starts, ends))


def _inside_with_a_time(c: Cursor, mentions: Sequence[_Mention], timed: Sequence[int]) -> bool:
    """Say whether one is named in brackets with a time of its own: "(phấn đấu 20/3 đối với cấp xã)"."""
    return any(
        _opened(c, mention.first) <= place < mention.first and _opened(c, mention.first)
        for mention in mentions
        for place in timed
    )


def _opened(c: Cursor, place: int) -> int:
    """Return where the bracket opens that stands around a place; 0 where none does."""
    depth = 0
    for at in range(place - 1, 0, -1):
        depth += (c.tokens[at].sym is Sym.CLOSE) - (c.tokens[at].sym is Sym.OPEN)
        if depth < 0:
            return at
    return 0


def bodies_of(c: Cursor, group: Addressed) -> tuple[str, ...]:
    """Return the words of each body that is named: "Sở Tài chính, Sở Nội vụ" are two."""
    starts = [
        place + 1
        for place in range(group.first, group.end - 1)
        if c.tokens[place].sym in (Sym.COMMA, Sym.AND) and c.tokens[place + 1].text in _WHOLE
    ]
    first = [group.first, *starts] if group.first < group.end else []
    ends = [*(start - 1 for start in starts), group.end]
    return tuple(map(c.words, first, ends))


def _divided(
    c: Cursor, pieces: Sequence[Piece], mentions: Sequence[_Mention], starts: Sequence[int]
) -> list[Addressed]:
    """Return the phrases from each of these places up to the next, as those of the addressees."""
    ends = [*starts[1:], len(c.tokens)]
    found: list[Addressed] = []
    for at, mention in enumerate(mentions):
        start, end = starts[at], ends[at]
        own = tuple(piece for piece in pieces if start <= piece.first < end)
        if found:
            named = mention.first == start
            place = mention.end if named else start
            own = sided_alike(c, found[-1].pieces, own, place, named=named)
        found.append(Addressed(mention.first, mention.end, own))
    return found
