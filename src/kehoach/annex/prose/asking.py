"""What the places of a document ask for, each with its id; what asks for nothing is a section's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_names import key_of
from kehoach.annex.draft_plan import DraftSection
from kehoach.annex.prose.asked_for import AskedFor
from kehoach.annex.prose.clauses import ProseClause, clauses, units
from kehoach.annex.prose.duties import PlaceDuty
from kehoach.annex.prose.given_out import gives_out
from kehoach.annex.prose.labelled_lines import WHEN, WHO
from kehoach.annex.prose.orders import Order, OrderReader
from kehoach.annex.tables.place_numbers import letter

_AIMS = re.compile(
    r"(?:(?:mục đích|yêu cầu|quan điểm|mục tiêu|phạm vi|đối tượng|căn cứ|nguyên tắc|tình hình|thực trạng"
    r"|kết quả đạt được|tồn tại|hạn chế|sự cần thiết)\b[\s,;/-]*(?:và\s+)?)+(?:\w+\s*){0,4}[.:]?\s*",
    re.IGNORECASE,
)
_ENFORCING = re.compile(
    r"chịu trách nhiệm thi hành (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này", re.IGNORECASE
)
_OWING = ("lead", "implement", "agencies")
_ENDS = (".", ";", ":")


class Here(NamedTuple):
    """Where the walk is: the id, the number and the headings over it."""

    id: str = ""
    label: str = ""
    titles: tuple[str, ...] = ()

    def below(self, duty: PlaceDuty, letter_: str) -> "Here":
        """Return the place of one below; a number that repeats those above it stands for them."""
        label = duty.place.label or letter_
        own = label.removeprefix(f"{self.label}.") if self.label else label
        id_ = f"{self.id}.{own}" if self.id else own
        return Here(id_, label, (*self.titles, _title(duty)))

    @property
    def section(self) -> str:
        """The headings over this place, the highest first."""
        return " > ".join(filter(None, self.titles[:-1]))


@dataclass
class Asking:
    """Walks the places; ``unasked`` are the words that stand under no number and ask for nothing.

    ``idle`` are the ids of the sections with words that ask for nothing, ``given`` of those that only
    say who does other places.
    """

    reader: OrderReader
    found: list[AskedFor] = field(default_factory=list)
    sections: list[DraftSection] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)

    def whole(self, root: PlaceDuty) -> None:
        """Take the whole document."""
        self.unasked += root.own
        self.unasked += self._below(root, Here(), None)

    def _below(self, duty: PlaceDuty, here: Here, order: Order | None, made: int = 0) -> list[str]:
        """Take the places below; return the words of those that ask for nothing and have no number."""
        idle: list[str] = []
        for each in duty.below:
            asks = each.assigned or order is not None
            if each.is_bullet and not asks:
                idle += [*each.own, *each.all_below()]
                continue
            self._take(each, here.below(each, letter(made)), order)
            made += each.is_bullet
        return idle

    def _take(self, duty: PlaceDuty, here: Here, over: Order | None) -> None:
        """Take a place: what it asks for, or a section of the document."""
        if _is_aim(duty) or gives_out(duty):
            self.given += [] if _is_aim(duty) or duty.given else [here.id]
            self._idle(duty, here)
            return
        self._led(duty, over)
        heads = _heads(duty)
        if _asks(duty) and not heads:
            self._ask(duty, here)
        else:
            self._head(duty, here, duty.order if heads else None)

    def _led(self, duty: PlaceDuty, over: Order | None) -> None:
        """Give a place that names nobody the order of a heading over it."""
        if over is not None and not duty.has(_OWING) and not _overrides(duty.order, over):
            duty.order = self.reader.led(duty.words[0] if duty.words else "", over)

    def _head(self, duty: PlaceDuty, here: Here, order: Order | None) -> None:
        """Take a heading and what stands below it; ``order`` is one that it gives to all of that."""
        title, told = _split_title(duty.own)
        at = len(self.sections)
        words = [*told, *self._below(duty, here, order)]
        self.idle += [here.id] if words else []
        self._section(here, title, words, at)

    def _idle(self, duty: PlaceDuty, here: Here) -> None:
        """Take a place in which nothing is asked of anybody, and the numbered ones in it."""
        numbered = [each for each in duty.below if not each.is_bullet]
        bullets = [each for each in duty.below if each.is_bullet]
        listed = (words for each in bullets for words in (*each.own, *each.all_below()))
        title, told = _split_title(duty.own)
        words = [*told, *listed]
        self.idle += [here.id] if words else []
        self._section(here, title, words)
        for each in numbered:
            self._idle(each, here.below(each, ""))

    def _section(self, here: Here, title: str, told: Sequence[str], at: int | None = None) -> None:
        section = DraftSection(here.id, title, "\n\n".join(told))
        self.sections.insert(len(self.sections) if at is None else at, section)

    def _ask(self, duty: PlaceDuty, here: Here) -> None:
        """Take a place that asks for something: one item, or one for each clause."""
        heading, texts = _heading(duty)
        told = clauses("\n".join(texts), self.reader, duty.order) if not duty.lines else ()
        if len(told) > 1:
            self._clauses(duty, here, heading, told)
            self.unasked += self._below(duty, here, None, len(told))
        else:
            self._whole(duty, here, heading, texts)

    def _whole(self, duty: PlaceDuty, here: Here, heading: str, texts: list[str]) -> None:
        """Take a place as one item, with its bullets that ask for nothing of their own."""
        own, more = self._behind(duty, here)
        at = len(self.found)
        self.found += [self._asked(duty, here, "\n\n".join([*texts, *own]), heading), *more]
        rest = duty.all_below() if duty.shared else self._below(duty, here, None, len(more))
        self.found[at] = self.found[at]._replace(parts=(*duty.parts, *rest))

    def _asked(self, duty: PlaceDuty, here: Here, text: str, heading: str = "") -> AskedFor:
        return AskedFor(
            here.id,
            duty.place.mark.written if duty.place.mark and duty.place.label else "",
            here.section,
            text,
            heading,
            order=duty.order,
            lines=tuple(duty.lines),
            notes=tuple(dict.fromkeys(duty.notes)),
        )

    def _clauses(
        self, duty: PlaceDuty, here: Here, heading: str, told: tuple[ProseClause, ...]
    ) -> None:
        """Take the clauses of a place: those that name nobody are of whom the first one tells."""
        head = _head_of(duty, told)
        self._section(here, heading, [head] if head else [])
        notes = (*duty.notes, message("prose-clause", id=here.id))
        for index, each in enumerate(told):
            who = each.order or _after(duty.order, index)
            place = replace_id(here, f"{here.id}.{letter(index)}".lstrip("."))
            words = each.words if index else each.words[len(head) :].strip()
            self.found.append(self._asked(duty, place, words)._replace(order=who, notes=notes))

    def _behind(self, duty: PlaceDuty, here: Here) -> tuple[list[str], list[AskedFor]]:
        """Return the sentences behind a line about who: its own words, and what others are told in them."""
        own: list[str] = []
        more: list[AskedFor] = []
        whens = tuple(line for line in duty.lines if line.kind in WHEN)
        for sentence in (unit.strip() for words in duty.after for unit in units(words)):
            order = self.reader.at_start(sentence)
            if order is None or _is_led(duty, order):
                own.append(sentence)
                continue
            place = replace_id(here, f"{here.id}.{letter(len(more))}")
            asked = self._asked(duty, place, sentence)
            note = message("prose-behind", id=here.id)
            more.append(asked._replace(number="", order=order, lines=whens, notes=(note,)))
        return own, more


def replace_id(here: Here, id_: str) -> Here:
    """Return a place under another id, for one that stands in it."""
    return here._replace(id=id_, titles=(*here.titles, ""))


def _is_led(duty: PlaceDuty, order: Order) -> bool:
    """Say whether an order names those again whom a line names: *UBND* of *UBND các cấp*."""
    who = key_of(order.who)
    leads = (key_of(line.words) for line in duty.lines if line.kind in _OWING)
    return any(each[: len(who)] == who for each in leads)


def _after(order: Order | None, index: int) -> Order | None:
    """Return the order of a place for one of its clauses: who helps is said of the first."""
    return order._replace(helpers="") if order is not None and index else order


def _head_of(duty: PlaceDuty, told: tuple[ProseClause, ...]) -> str:
    """Return the words that give an order to several clauses, before the first of their tasks."""
    order = duty.order
    if order is None or all(each.order is not None for each in told):
        return ""
    words = next((each for each in duty.words if order.who in each), "")[: order.end].strip()
    return words if told[0].words.startswith(words) else ""


def _asks(duty: PlaceDuty) -> bool:
    """Say whether a place itself names who or when."""
    return duty.has((*WHO, *WHEN)) or duty.order is not None or duty.timed


def _overrides(own: Order | None, over: Order) -> bool:
    """Say whether a place names its own body: under a body's name *yêu cầu …* is that body's work.

    Who leads it by its own words does so under any heading.
    """
    return own is not None and (over.told or not own.told or own.role == "lead")


def _heads(duty: PlaceDuty) -> bool:
    """Say whether words only name who does what stands below them."""
    if not duty.below or duty.shared or duty.order is None or duty.lines:
        return False
    return duty.order.bare or duty.words[-1].rstrip().endswith(":")


def _is_aim(duty: PlaceDuty) -> bool:
    if not duty.words or duty.lines:
        return False
    return (_AIMS.fullmatch(duty.words[0]) or _ENFORCING.search(duty.words[0])) is not None


def _title(duty: PlaceDuty) -> str:
    written = duty.place.mark.written if duty.place.mark and duty.place.label else ""
    return f"{written} {duty.words[0]}".strip() if duty.words else written


def _split_title(words: list[str]) -> tuple[str, list[str]]:
    return (words[0], words[1:]) if words else ("", [])


def _heading(duty: PlaceDuty) -> tuple[str, list[str]]:
    """Return the heading of a place, and its text: a first line that is no sentence heads the rest."""
    more = len(duty.words) > 1 or duty.shared or duty.parts or duty.after
    if duty.words and more and not duty.words[0].rstrip().endswith(_ENDS):
        return duty.words[0], duty.words[1:]
    return "", duty.words
