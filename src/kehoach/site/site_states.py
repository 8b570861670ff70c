"""The states as a page shows them: each has its letter beside its colour, the worst first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kehoach.explanations.labels import state_words
from kehoach.site.site_html import Html, element, joined, unseen
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import Remark, Shown, Status


class State(NamedTuple):
    """What a mark says: its class in the style, its letter, its name."""

    css: str
    letter: Text
    name: Text


_COVERED = Text("Thường xuyên, không bị bỏ sót", "Ongoing, not left out")


def _state(shown: Shown) -> State:
    name = _COVERED if shown is Status.ONGOING else shown.label
    return State(shown.look.css, shown.look.letter, name)


AHEAD = State("f", Text("", ""), Text("Kỳ chưa bắt đầu", "Period not begun"))
_STATE = {
    shown: _state(shown)
    for shown in sorted((*Status, *Remark), key=lambda shown: shown.badness)
    if shown is not Remark.MISSING  # marked as overdue
}
STATES = tuple(_STATE.values())
_RANK = {state: rank for rank, state in enumerate((*STATES, AHEAD))}
_DAY_OF = Text("đúng ngày cuối", "on the last day")
_LATE_BY = Text("muộn {count} ngày", "{count} days late")
_PAST = Text("sau mốc {count} ngày", "{count} days after the day named")
_EARLY = Text("sớm {count} ngày", "{count} days early")
_LEFT = Text("còn {count} ngày", "{count} days left")


def state_of(each: Assessment) -> State:
    """Return the state by which a verdict is marked; what is only requested stands apart."""
    return _STATE[each.shown]


def worst(states: Iterable[State]) -> State:
    """Return the worst of some states: a mark for several never hides it."""
    return min(states, key=_RANK.__getitem__)


def told(states: Counter[State], lang: Lang) -> str:
    """Return how many are in which state, the worst first."""
    return ", ".join(
        f"{grouped(states[state], lang)} {state.name.to(lang).lower()}"
        for state in sorted(states, key=_RANK.__getitem__)
    )


def mark(states: Counter[State], lang: Lang) -> Html:
    """Return a cell for several verdicts: the worst one's letter, and how many there are of it."""
    if not states:
        return element("td")
    shown = worst(states)
    number = str(states[shown]) if states.total() > 1 else ""
    letter = element("span", f"{shown.letter.to(lang)}{number}", aria_hidden="true")
    return element("td", letter, unseen(told(states, lang)), class_=shown.css)


def badge(each: Assessment, lang: Lang) -> Html:
    """Return the state of one verdict, lettered and in words."""
    state = state_of(each)
    words = state.name.to(lang) if each.requested or each.uncovered else state_words(each, lang)
    return _labelled(state, words, lang)


def legend(lang: Lang) -> Html:
    """Return what each letter and colour means."""
    return element(
        "ul",
        *(element("li", _labelled(each, each.name.to(lang), lang)) for each in STATES),
        class_="legend",
    )


def _labelled(state: State, words: str, lang: Lang) -> Html:
    letter = element("b", state.letter.to(lang), aria_hidden="true")
    return element("span", joined((letter, words), " "), class_=f"b {state.css}")


def days_words(each: Assessment, lang: Lang) -> str:
    """Return how many days late, early or left; nothing is late that cannot be overdue."""
    if each.days is None:
        return ""
    count = grouped(abs(each.days), lang)
    if each.days == 0:
        return _DAY_OF.to(lang)
    if each.days > 0:
        return (_LATE_BY if each.obligation.binding else _PAST).to(lang, count=count)
    return (_EARLY if each.done else _LEFT).to(lang, count=count)
