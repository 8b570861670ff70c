"""The states as a page shows them: each has its letter beside its colour, the worst first."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.labels import state_text, state_words
from kehoach.site import elements as h
from kehoach.site.components import unseen
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.statuses import Remark, Shown, Status

States = Counter[Shown]
"""How many verdicts are in which state."""

AHEAD, AHEAD_CSS = Text("Kỳ chưa bắt đầu", "Period not begun"), "f"
"""What is said of a period that has not begun, in which nobody has a state yet."""

_COVERED = Text("Thường xuyên, không bị bỏ sót", "Ongoing, not left out")
_MARKED = sorted(
    {*Status, *Remark} - {Remark.MISSING, Remark.EXPLAINED},  # marked as overdue
    key=lambda shown: shown.badness,
)
_SIGN = h.span(aria_hidden="true")
_DAY_OF = Text("đúng ngày cuối", "on the last day")


def states_of(owed: Iterable[Assessment]) -> States:
    """Return how many verdicts are in which state; what is only requested stands apart."""
    return Counter(each.shown for each in owed)


def worst(states: States) -> Shown:
    """Return the worst of some states: a mark for several never hides it."""
    return min(states, key=lambda shown: shown.badness)


def told(states: States, lang: Lang) -> str:
    """Return how many are in which state, the worst first."""
    return ", ".join(
        f"{grouped(states[shown], lang)} {_name(shown).to(lang).lower()}"
        for shown in sorted(states, key=lambda shown: shown.badness)
    )


def mark(states: States | None, lang: Lang) -> Markup:
    """Return a cell for several verdicts: the worst one's letter, and how many there are of it."""
    if not states:
        return h.td[None]
    shown = worst(states).look
    number = str(states[worst(states)]) if states.total() > 1 else ""
    letter = _SIGN[f"{shown.letter.to(lang)}{number}"]
    return h.td(class_=shown.css)[letter, unseen(told(states, lang))]


def badge(each: Assessment, lang: Lang) -> Markup:
    """Return the state of one verdict, lettered and in words."""
    apart = each.requested or each.uncovered
    words = state_text(each, each.shown).to(lang) if apart else state_words(each, lang)
    return _labelled(each.shown, words, lang)


def legend(lang: Lang) -> Markup:
    """Return what each letter and colour means."""
    meant = [h.li[_labelled(shown, _name(shown).to(lang), lang)] for shown in _MARKED]
    return h.ul(class_="legend")[meant]


def days_words(each: Assessment, lang: Lang) -> str:
    """Return how many days late, early or left; nothing is late that cannot be overdue."""
    if each.days is None:
        return ""
    count = grouped(abs(each.days), lang)
    if each.days == 0:
        return _DAY_OF.to(lang)
    if each.days > 0:
        return (captions.LATE_BY if each.obligation.binding else captions.PAST_BY).to(
            lang, count=count
        )
    return (captions.EARLY_BY if each.done else captions.LEFT_BY).to(lang, count=count)


def _name(shown: Shown) -> Text:
    return _COVERED if shown is Status.ONGOING else shown.label


@lru_cache(maxsize=256)
def _labelled(shown: Shown, words: str, lang: Lang) -> Markup:
    letter: Node = h.b(aria_hidden="true")[shown.look.letter.to(lang)]
    return h.span(class_=f"b {shown.look.css}")[h.divided((letter, words), " ")]
