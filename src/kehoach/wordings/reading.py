"""What was understood of a wording: its rules, and every word that was not."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import Rule
from kehoach.wordings.addressees import refuse_several
from kehoach.wordings.clauses import clauses
from kehoach.wordings.cursor import Cursor
from kehoach.wordings.lexicon import Sym
from kehoach.wordings.moments import Conditional, Counted, Doubtful, Form, Session
from kehoach.wordings.phrases import Phrases, phrases
from kehoach.wordings.rules import forms, lend
from kehoach.wordings.sharing import share
from kehoach.wordings.slugs import event_id
from kehoach.wordings.tokens import composed, tokens_of
from kehoach.words import Text

_NOTHING = Text("không có thời hạn nào trong câu", "there is no deadline in the wording")
_NO_RHYTHM = Text("“{words}”: không rõ bao lâu một lần", "“{words}”: how often is not clear")
_IMPOSSIBLE = Text("“{words}” không phải là một thời hạn", "“{words}” makes no deadline")


_MARKS = re.compile(r"\s*[-–—…._/\s]*[-–—…._/]\s*")  # what stands in a cell that is left blank


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
    rules: tuple[Rule, ...] = ()
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
    lent = _read(wording, year)
    return replace(lent, of_year=year) if lent.understood else found


def _read(wording: str, year: int | None) -> Reading:
    text = composed(wording)
    if _MARKS.fullmatch(text):
        blank = {"not_set": text.strip()}
        return Reading(wording, _deadlines().validate_python([blank]), (blank,))
    c = Cursor(text, tokens_of(text))
    try:
        taken = phrases(c)
        gathered, quantity = clauses(taken.pieces)
        refuse_several(c, taken, gathered)
        share(gathered)
        if year is not None:
            lend(gathered, year)
        found = [{k: v for k, v in form.items() if v != ""} for form in forms(gathered)]
        _check_periodic(c, taken, found)
    except Doubtful as doubt:
        words = c.words(doubt.first, doubt.end)
        return Reading(
            wording, unread=words or text, doubts=(Doubt(words, doubt.why.filled(words=words)),)
        )
    unread = _unread(c, taken)
    if not found:
        return Reading(wording, unread=unread or text, doubts=(Doubt(text, _NOTHING),))
    try:
        rules = _deadlines().validate_python(found)
    except ValidationError:
        why = _IMPOSSIBLE.filled(words=text)
        return Reading(wording, unread=text, doubts=(Doubt(text, why),))
    return Reading(
        wording,
        rules,
        tuple(found),
        _events(taken),
        (quantity.number, quantity.unit) if quantity else None,
        unread,
    )


def _check_periodic(c: Cursor, taken: Phrases, found: list[dict[str, object]]) -> None:
    """Refuse "định kỳ" of which no rhythm was found.

    Raises:
        Doubtful: nothing found recurs.
    """
    for first, end in taken.unread:
        if c.tokens[first].sym is Sym.PERIODIC and not any("every" in form for form in found):
            raise Doubtful(first, end, _NO_RHYTHM)


@lru_cache(maxsize=1)
def _deadlines() -> TypeAdapter[tuple[Rule, ...]]:
    return TypeAdapter(Deadlines)


def _events(taken: Phrases) -> tuple[Awaited, ...]:
    """Return the events that the wording names."""
    words: list[str] = []
    for piece in taken.pieces:
        match piece.phrase:
            case Conditional(events=events):
                words += events
            case Counted(event=str() as event):
                words.append(event)
            case Session(month=None, words=name):
                words.append(name)
    return tuple(dict.fromkeys(Awaited(event_id(each), each) for each in words))


def _unread(c: Cursor, taken: Phrases) -> str:
    """Return the words that speak of no time, those that stand together in one piece."""
    runs: list[list[int]] = []
    for first, end in taken.unread:
        gap = runs and all(
            token.sym in (Sym.FILLER, Sym.REPORT, Sym.ON, Sym.OF, Sym.COMMA, Sym.AND)
            for token in c.tokens[runs[-1][1] : first]
        )
        if gap:
            runs[-1][1] = end
        else:
            runs.append([first, end])
    return " … ".join(c.words(first, end) for first, end in runs)
