"""What was understood of a wording: its rules, and every word that was not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings.certainty import beside, sure_forms
from kehoach.wordings.clauses.addressees import Addressed, addressed, bodies_of
from kehoach.wordings.clauses.among_groups import (
    among_groups,
    refuse_a_bare_day,
    refuse_a_year_apart,
    refuse_two_each,
)
from kehoach.wordings.clauses.clause import CONTINUOUS, REQUEST, Clause
from kehoach.wordings.clauses.gathering import clauses, least_number
from kehoach.wordings.clauses.lending import lent
from kehoach.wordings.clauses.pairing import paired
from kehoach.wordings.clauses.rule_forms import rule_forms
from kehoach.wordings.clauses.sharing import shared
from kehoach.wordings.clauses.siding import refuse_bare_parts
from kehoach.wordings.file_forms import Form, event_id
from kehoach.wordings.grammar.cursor import Cursor, Doubtful, about
from kehoach.wordings.grammar.parsing import Parsed, parse
from kehoach.wordings.grammar.phrases import Condition, Counting, Limit, Meeting, Phrase
from kehoach.wordings.language.lexicon import Sym
from kehoach.wordings.language.tokens import composed, tokens_of
from kehoach.words import Text

_NOTHING = Text("không có thời hạn nào trong câu", "there is no deadline in the wording")
_NO_RHYTHM = about(": không rõ bao lâu một lần", ": how often is not clear")
_IMPOSSIBLE = about(" không phải là một thời hạn", " makes no deadline")
_ASKED = about(
    ": chỉ khi có yêu cầu, hay cả khi không có, không rõ",
    ": due when it is asked for alone, or unasked too, is not clear",
)
_NO_SIGN = (" ", " (", ") ", ") (")  # a slash, a dash or a new line tells two apart
_SUDDEN = ("đột xuất", "dot xuat")
_LONGEST, _SHOWN = 2_000, 40  # characters: the longest wording met had 500
_TOO_LONG = Text(
    "câu dài hơn 2.000 ký tự: chỉ ghi những chữ nói về thời hạn",
    "the wording has more than 2,000 characters: give only the words that speak of the deadline",
)
_MARKS = re.compile(r"\s*[-–—…._/\s]*[-–—…._/]\s*")  # what stands in a cell that is left blank
_BETWEEN = (Sym.FILLER, Sym.REPORT, Sym.ON, Sym.OF, Sym.COMMA, Sym.AND)


class Doubt(NamedTuple):
    """Why something was not understood; ``words`` are those of the wording that it is about."""

    words: str
    why: Text


class BoundBody(NamedTuple):
    """Those whom a rule binds alone: the id made for them, and the wording's words."""

    id: str
    text: str


class Awaited(NamedTuple):
    """An event on which a rule hangs: the id made for it, and the wording's words."""

    id: str
    text: str


@dataclass(frozen=True)
class Reading:
    """A wording as rules of the deadline model.

    ``understood`` only where everything that speaks of time was; ``unread`` are the words that were
    not read, in order: where they speak of time, the wording is not understood; where they do not
    ("giao Sở Tư pháp có ý kiến"), they are the task's own. ``forms`` are the rules as a plan file
    writes them; ``events`` and ``bodies`` are those that they name. ``of_year`` is the year that was
    lent to a wording which names none.

    Where it is not understood, ``certain`` are the rules of which there is no doubt all the same, and
    ``certain_forms`` these as a plan file writes them. They are to be shown, and are no deadline.
    """

    wording: str
    rules: tuple[DeadlineRule, ...] = ()
    forms: tuple[Form, ...] = ()
    events: tuple[Awaited, ...] = ()
    bodies: tuple[BoundBody, ...] = ()
    quantity: tuple[int, str] | None = None
    unread: str = ""
    doubts: tuple[Doubt, ...] = ()
    of_year: int | None = None
    certain: tuple[DeadlineRule, ...] = ()
    certain_forms: tuple[Form, ...] = ()

    @property
    def understood(self) -> bool:
        """Say whether it has rules and nothing about it is in doubt."""
        return bool(self.rules) and not self.doubts


@lru_cache(maxsize=1024)
def read(wording: str, year: int | None = None) -> Reading:
    """Return what a wording says; what cannot be read without guessing is a doubt, and no rule.

    ``year`` is that of a plan of one year: "Quý II" in it can mean no other, and is read so only
    where the wording cannot be understood without.
    """
    found = _read(wording, None)
    if found.understood or year is None:
        return found
    with_year = _read(wording, year)
    return replace(with_year, of_year=year) if with_year.understood else found


def _read(wording: str, year: int | None) -> Reading:
    text = composed(wording)
    if len(text) > _LONGEST:
        return Reading(wording, unread=text, doubts=(Doubt(text[:_SHOWN] + "…", _TOO_LONG),))
    c = Cursor(text, tokens_of(text))
    try:
        if _MARKS.fullmatch(text):
            return _reading(wording, text, [{"not_set": text.strip()}], Parsed((), ()), c, ())
        parsed = parse(c)
        groups = addressed(c, parsed)
        forms = _forms(c, parsed, groups, year)
        return _reading(wording, text, forms, parsed, c, groups)
    except Doubtful as doubt:
        return _half_understood(wording, c, doubt, year)


def _half_understood(wording: str, c: Cursor, doubt: Doubtful, year: int | None) -> Reading:
    """Return why a wording is in doubt, and what is certain of it."""
    words = c.words(doubt.first, doubt.end)
    why = Doubt(words, doubt.why.filled(words=words))
    found = Reading(wording, unread=words or c.wording, doubts=(why,))
    if doubt.sure:
        return _with_certain(found, doubt.sure)
    rest = beside(c, doubt.first, doubt.end)
    if not rest.words:
        return found
    other = _read(rest.words, year)
    sure = rest.sure(other.certain_forms or other.forms)
    # Where the rest was put together of several parts, a doubt may be about no words of the wording.
    doubts = (why, *(each for each in other.doubts if each.words in c.wording))
    if len(doubts) > 1:
        found = replace(found, unread=" … ".join(each.words for each in doubts), doubts=doubts)
    return _with_certain(replace(found, events=other.events), sure) if sure else found


def _with_certain(found: Reading, sure: tuple[Form, ...]) -> Reading:
    try:
        return replace(found, certain=_rules(sure), certain_forms=sure)
    except ValidationError:
        return found


def _forms(c: Cursor, parsed: Parsed, groups: Sequence[Addressed], year: int | None) -> list[Form]:
    """Return the rules as a plan file writes them.

    Raises:
        Doubtful: the wording cannot be read without guessing.
    """
    gathered = among_groups([clause for group in groups for clause in _clauses(c, group)])
    gathered = paired(gathered if year is None else lent(gathered, year), parsed.unread)
    refuse_two_each(gathered)
    refuse_a_bare_day(gathered)
    refuse_a_year_apart(gathered)
    refuse_bare_parts(c, gathered)
    _refuse_a_time_on_request(c, gathered)
    try:
        forms = rule_forms(gathered)
    except Doubtful as doubt:
        doubt.sure = sure_forms(gathered)
        raise
    recurs = any("every" in form for form in forms)
    for first, end in parsed.unread:
        periodic = c.tokens[first].sym is Sym.PERIODIC
        c.refuse(periodic and not recurs, _NO_RHYTHM, first, end)
    return forms


def _refuse_a_time_on_request(c: Cursor, gathered: Sequence[Clause]) -> None:
    """Refuse "trước ngày 30/6/2026 (khi có yêu cầu)": no sign or word says that these are two.

    Raises:
        Doubtful: it may be due only when it is asked for.
    """
    for before, clause in pairwise(gathered):
        between = c.wording[c.tokens[before.end - 1].end : c.tokens[clause.first].start]
        beside = clause.says(REQUEST) and not clause.opening and between in _NO_SIGN
        sudden = any(word in c.tokens[clause.first].text for word in _SUDDEN)
        due = not before.says(REQUEST, CONTINUOUS)
        c.refuse(beside and due and not sudden, _ASKED, before.first, clause.end)


def _clauses(c: Cursor, group: Addressed) -> Iterator[Clause]:
    """Yield the clauses of an addressee, or of all; beside another, what is on request is everybody's."""
    ids = tuple(map(event_id, bodies_of(c, group)))
    gathered = shared(clauses(group.pieces))
    for clause in gathered:
        bound = len(gathered) == 1 or not clause.says(REQUEST)
        yield clause._replace(agencies=ids) if bound else clause


def _reading(
    wording: str,
    text: str,
    forms: list[Form],
    parsed: Parsed,
    c: Cursor,
    groups: Sequence[Addressed],
) -> Reading:
    """Return the forms as rules; without any, a doubt."""
    unread = _unread(c, parsed._replace(unread=_left_out(parsed, forms)), groups)
    if not forms:
        return Reading(wording, unread=unread or text, doubts=(Doubt(text, _NOTHING),))
    try:
        rules = _rules(forms)
    except ValidationError:
        why = Doubt(text, _IMPOSSIBLE.filled(words=text))
        return Reading(wording, unread=text, doubts=(why,))
    least = least_number(parsed.pieces)
    quantity = (least.number, least.unit) if least else None
    events = _events(piece.phrase for piece in parsed.pieces)
    named = [words for group in groups for words in bodies_of(c, group)]
    bodies = tuple(dict.fromkeys(BoundBody(event_id(words), words) for words in named))
    return Reading(wording, rules, tuple(forms), events, bodies, quantity, unread)


def _rules(forms: Sequence[Form]) -> tuple[DeadlineRule, ...]:
    """Return forms as rules.

    Raises:
        ValidationError: one makes no deadline.
    """
    return _deadlines().validate_python(list(forms))


@lru_cache(maxsize=1)
def _deadlines() -> TypeAdapter[tuple[DeadlineRule, ...]]:
    return TypeAdapter(Deadlines)


def _events(phrases: Iterator[Phrase]) -> tuple[Awaited, ...]:
    """Return the events that the wording names."""
    words = (each for phrase in phrases for each in _named(phrase))
    return tuple(dict.fromkeys(Awaited(event_id(each), each) for each in words))


def _named(phrase: Phrase) -> tuple[str, ...]:
    match phrase:
        case Condition(events=events):
            return events
        case Counting(event=event) if event:
            return (event,)
        case Meeting(month=None, words=name):
            return (name,)
    return ()


def _left_out(parsed: Parsed, forms: Sequence[Form]) -> tuple[tuple[int, int], ...]:
    """Return the words that no rule says: a beginning is said by what is due once, in one span."""
    if any("every" in form for form in forms):
        return parsed.unread
    said = [piece.phrase.lost for piece in parsed.pieces if isinstance(piece.phrase, Limit)]
    return tuple(each for each in parsed.unread if each not in said)


def _unread(c: Cursor, parsed: Parsed, groups: Sequence[Addressed]) -> str:
    """Return the words that speak of no time, those that stand together in one piece."""
    runs: list[tuple[int, int]] = []
    for first, end in parsed.unread:
        led = c.tokens[first].sym is Sym.FOR
        if any(group.first <= first + led < group.end for group in groups):
            continue
        if runs and all(token.sym in _BETWEEN for token in c.tokens[runs[-1][1] : first]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((first, end))
    return " … ".join(c.words(first, end) for first, end in runs)
