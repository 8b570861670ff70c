"""What was understood of a wording: its rules, and every word that was not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings.clauses.addressees import refuse_several
from kehoach.wordings.clauses.gathering import clauses, least_number
from kehoach.wordings.clauses.rule_forms import lent, rule_forms
from kehoach.wordings.clauses.sharing import shared
from kehoach.wordings.file_forms import Form, event_id
from kehoach.wordings.grammar.cursor import Cursor, Doubtful, about
from kehoach.wordings.grammar.parsing import Parsed, parse
from kehoach.wordings.grammar.phrases import Condition, Counting, Meeting, Phrase
from kehoach.wordings.language.lexicon import Sym
from kehoach.wordings.language.tokens import composed, tokens_of
from kehoach.words import Text

_NOTHING = Text("không có thời hạn nào trong câu", "there is no deadline in the wording")
_NO_RHYTHM = about(": không rõ bao lâu một lần", ": how often is not clear")
_IMPOSSIBLE = about(" không phải là một thời hạn", " makes no deadline")
_MARKS = re.compile(r"\s*[-–—…._/\s]*[-–—…._/]\s*")  # what stands in a cell that is left blank
_BETWEEN = (Sym.FILLER, Sym.REPORT, Sym.ON, Sym.OF, Sym.COMMA, Sym.AND)


class Doubt(NamedTuple):
    """Why something was not understood; ``words`` are those of the wording that it is about."""

    words: str
    why: Text


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
    writes them. ``of_year`` is the year that was lent to a wording which names none.
    """

    wording: str
    rules: tuple[DeadlineRule, ...] = ()
    forms: tuple[Form, ...] = ()
    events: tuple[Awaited, ...] = ()
    quantity: tuple[int, str] | None = None
    unread: str = ""
    doubts: tuple[Doubt, ...] = ()
    of_year: int | None = None

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
    c = Cursor(text, tokens_of(text))
    try:
        if _MARKS.fullmatch(text):
            return _reading(wording, text, [{"not_set": text.strip()}], Parsed((), ()), c)
        parsed = parse(c)
        return _reading(wording, text, _forms(c, parsed, year), parsed, c)
    except Doubtful as doubt:
        words = c.words(doubt.first, doubt.end)
        why = Doubt(words, doubt.why.filled(words=words))
        return Reading(wording, unread=words or text, doubts=(why,))


def _forms(c: Cursor, parsed: Parsed, year: int | None) -> list[Form]:
    """Return the rules as a plan file writes them.

    Raises:
        Doubtful: the wording cannot be read without guessing.
    """
    gathered = clauses(parsed.pieces)
    refuse_several(c, parsed, gathered)
    gathered = shared(gathered)
    forms = rule_forms(gathered if year is None else lent(gathered, year))
    recurs = any("every" in form for form in forms)
    for first, end in parsed.unread:
        periodic = c.tokens[first].sym is Sym.PERIODIC
        c.refuse(periodic and not recurs, _NO_RHYTHM, first, end)
    return forms


def _reading(wording: str, text: str, forms: list[Form], parsed: Parsed, c: Cursor) -> Reading:
    """Return the forms as rules; without any, a doubt."""
    unread = _unread(c, parsed)
    if not forms:
        return Reading(wording, unread=unread or text, doubts=(Doubt(text, _NOTHING),))
    try:
        rules = _deadlines().validate_python(forms)
    except ValidationError:
        why = Doubt(text, _IMPOSSIBLE.filled(words=text))
        return Reading(wording, unread=text, doubts=(why,))
    least = least_number(parsed.pieces)
    quantity = (least.number, least.unit) if least else None
    events = _events(piece.phrase for piece in parsed.pieces)
    return Reading(wording, rules, tuple(forms), events, quantity, unread)


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
        case Counting(event=str(event)):
            return (event,)
        case Meeting(month=None, words=name):
            return (name,)
    return ()


def _unread(c: Cursor, parsed: Parsed) -> str:
    """Return the words that speak of no time, those that stand together in one piece."""
    runs: list[tuple[int, int]] = []
    for first, end in parsed.unread:
        before = runs[-1] if runs else (0, 0)
        if runs and all(token.sym in _BETWEEN for token in c.tokens[before[1] : first]):
            runs[-1] = (before[0], end)
        else:
            runs.append((first, end))
    return " … ".join(c.words(first, end) for first, end in runs)
