"""Places with their labelled lines: each line goes to its bullet, or to the group that it closes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.cell_roles import by_role
from kehoach.annex.leading_marks import BULLETS
from kehoach.annex.prose.clauses import dated, units
from kehoach.annex.prose.labelled_lines import WHEN, WHO, LabelledLine, Scope, divided, names_places
from kehoach.annex.prose.orders import Order, OrderReader
from kehoach.annex.prose.places import Place
from kehoach.annex.prose.text_times import text_time
from kehoach.words import Text
from kehoach.words.shortening import cut

_TAIL = re.compile(r"\(([^()]*)\)\s*[.;/]*$")
_SECTIONS = 1  # the rank of Roman numerals and capitals


@dataclass(eq=False)
class Duty:
    """A place as it asks for something: its words, its labelled lines, who is told in them.

    ``after`` are words that stand behind a line about who does it, and divide it. ``shared``: its bullets
    have one assignment together. ``loose`` are lines below its bullets, without a mark. The first
    ``labelled`` lines stand in its own paragraphs.
    """

    place: Place
    words: list[str] = field(default_factory=list)
    lines: list[LabelledLine] = field(default_factory=list)
    loose: list[LabelledLine] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    below: list["Duty"] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    order: Order | None = None
    timed: bool = False
    labelled: int = 0
    shared: bool = False
    notes: list[Text] = field(default_factory=list)

    @property
    def is_bullet(self) -> bool:
        """Say whether it has no number of its own."""
        return not self.place.label

    @property
    def assigned(self) -> bool:
        """Say whether it, or anything in it, names who or when."""
        own = self.has((*WHO, *WHEN)) or self.loose or self.order or self.timed
        return bool(own) or any(each.assigned for each in self.below)

    @property
    def own(self) -> list[str]:
        """All words of the place itself."""
        lines = (line.written for line in (*self.lines, *self.loose))
        return [*self.words, *self.parts, *lines, *self.after]

    def all_below(self) -> Iterator[str]:
        """Yield all that stands below the place, with its numbers."""
        for each in self.below:
            mark = each.place.mark.written if each.place.mark and each.place.label else ""
            first, *rest = each.own or [""]
            yield f"{mark} {first}".strip()
            yield from rest
            yield from each.all_below()

    def has(self, kinds: Iterable[str]) -> bool:
        """Say whether a line of these kinds is its own."""
        return any(line.kind in kinds for line in self.lines)


@dataclass(eq=False)
class _Group:
    """Lines that follow a run of places at one level."""

    run: list[Duty]
    lines: list[LabelledLine] = field(default_factory=list)


def assembled(place: Place, reader: OrderReader) -> Duty:
    """Return a place and all in it, every line where it belongs."""
    duty = Duty(place)
    for index, words in enumerate(place.words):
        content, lines = divided(words)
        if index and (said := _said_of_places(content, reader)):
            duty.lines += said
            continue
        if content:
            (duty.after if duty.has(WHO) else duty.words).append(content)
        loose = index > 0 and place.mark is not None and place.mark.rank == BULLETS
        (duty.loose if loose else duty.lines).extend(lines)
    duty.labelled = len(duty.lines)
    duty.order = next(filter(None, (_order(words, reader) for words in duty.words)), None)
    duty.timed = any(map(dated, duty.words))
    groups = list(_groups(duty, [assembled(each, reader) for each in place.below]))
    duty.lines = _scoped(duty.lines)
    _hand_over(duty)
    _share(duty, groups)
    return duty


def _order(words: str, reader: OrderReader) -> Order | None:
    """Return the order with which words begin; else one that follows what is to be done: “…; giao Sở X”."""
    if order := reader.at_start(words):
        return order
    if (tail := _TAIL.search(words)) and (shared := _shared(tail[1])):
        return shared
    later = [(unit, reader.at_start(unit)) for unit in units(words)[1:]]
    told = (each for unit, each in later if each and _is_told(each, unit))
    return next((each._replace(start=0, end=0, bare=False) for each in told), None)


def _is_told(order: Order, unit: str) -> bool:
    """Say whether a later sentence tells who does what stands before it: *Sở X thực hiện*."""
    alone = unit[order.end :].strip(" .;/") in ("thực hiện", "phụ trách", "triển khai")
    return order.told or order.role == "lead" or alone


def _shared(tail: str) -> Order | None:
    """Return who leads and helps by a bracket: *(Sở X chủ trì, các sở, ngành phối hợp)*."""
    parts = by_role(tail.partition(";")[0], "")
    who = ", ".join(part.words for part in parts if part.role == "lead")
    helpers = ", ".join(part.words for part in parts if part.role == "coordinate")
    told = Order(who, "lead", helpers, 0, 0, bare=False, told=False, requested=False)
    return told if who else None


def _said_of_places(words: str, reader: OrderReader) -> list[LabelledLine]:
    """Return a sentence that gives out places by their numbers as lines about them."""
    named, order = names_places(words), reader.at_start(words)
    if named is None or order is None:
        return []
    scope, rest = named
    due = text_time(rest, reader).within
    told = ((order.role, order.who), ("coordinate", order.helpers), ("due", due))
    return [LabelledLine(kind, "", said, words, scope) for kind, said in told if said]


def _groups(duty: Duty, below: list[Duty]) -> Iterator[_Group]:
    """Take the places below; yield each group of lines with the run of places that it closes."""
    run: list[Duty] = []
    group: _Group | None = None
    for each in below:
        if not each.words and each.lines and not _may_be_a_line(each):
            each.words, each.lines = list(each.place.words), each.lines[each.labelled :]
        if each.words or not each.lines:
            if group is not None:
                yield group
                group, run = None, []
            run.append(each)
            duty.below.append(each)
            continue
        group = group or _Group(list(run))
        group.lines += _with_entries(each)
        (duty.loose if duty.is_bullet else group.lines).extend(each.loose)
        duty.after += each.after
    if group is not None:
        yield group


def _may_be_a_line(duty: Duty) -> bool:
    """Say whether a place may only tell who or when: no section, and no number about money."""
    mark = duty.place.mark
    about = duty.has((*WHO, *WHEN, "product"))
    return mark is None or mark.rank == BULLETS or (mark.rank > _SECTIONS and about)


def _with_entries(label: Duty) -> list[LabelledLine]:
    """Return the lines of a label; what is listed under it belongs to the last."""
    *first, last = label.lines
    listed = list(label.all_below())
    words = "\n".join(filter(None, (last.words, *listed)))
    written = "\n".join((last.written, *listed))
    return [*first, last._replace(words=words, written=written)]


def _scoped(lines: list[LabelledLine]) -> list[LabelledLine]:
    """Return lines; one without places of its own is said of those of the line before it."""
    told: list[LabelledLine] = []
    for line in lines:
        before = told[-1].scope if told else None
        told.append(line if line.scope or before is None else line._replace(scope=before))
    return told


def _hand_over(duty: Duty) -> None:
    """Give lines that name places to these places, where they stand here."""
    for index, each in enumerate(duty.below):
        kept: list[LabelledLine] = []
        for line in each.lines:
            targets = _targets(line.scope, duty.below, index) if line.scope else []
            for target in targets:
                target.notes += (
                    [] if target is each else [message("prose-shared", words=line.written)]
                )
                (kept if target is each else target.lines).append(line._replace(scope=None))
            kept += [] if targets else [line]
        each.lines = kept


def _targets(scope: Scope, brothers: list[Duty], at: int) -> list[Duty]:
    """Return the places that a scope names among brothers, or among those below one of them."""
    if here := _named(scope, brothers, at):
        return here
    below = (_named(scope, each.below, len(each.below)) for each in brothers if scope != Scope())
    return next(filter(None, below), [])


def _named(scope: Scope, brothers: list[Duty], at: int) -> list[Duty]:
    """Return the places that a scope names among brothers; none where it is not all of them."""
    labels = [each.place.label for each in brothers]
    if scope.first:
        if not {scope.first, scope.last} <= set(labels):
            return []
        return brothers[labels.index(scope.first) : labels.index(scope.last) + 1]
    if scope.some:
        return [brothers[labels.index(n)] for n in scope.some] if {*scope.some} <= {*labels} else []
    return brothers[: at + 1]


def _share(duty: Duty, groups: list[_Group]) -> None:
    """Give each group of lines to the places that it closes."""
    for group in groups:
        _close(duty, group.run, _scoped(group.lines))
    for each in list(duty.below):
        if not each.lines or each not in duty.below:
            continue
        above = reversed(duty.below[: duty.below.index(each)])
        if before := list(takewhile(lambda x: not x.assigned, above)):
            lines, each.lines = each.lines, []
            _give(duty, [*reversed(before), each], lines)
    for each in duty.below[:-1]:
        each.lines, each.loose = [*each.lines, *each.loose], []
    if duty.below and (lines := duty.below[-1].loose):
        duty.below[-1].loose = []
        _close_loosely(duty, lines)


def _close(duty: Duty, run: list[Duty], lines: list[LabelledLine]) -> None:
    """Give lines that stand behind a run of places to those of it that have none."""
    if lines and lines[0].scope is not None and (named := _named(lines[0].scope, run, len(run))):
        for each in named:
            each.lines += [line._replace(scope=None) for line in lines]
        return
    if not run:
        duty.lines += lines
        return
    bare = list(takewhile(lambda each: not each.assigned, reversed(run)))
    _give(duty, [*reversed(bare)] or run[-1:], lines)


def _close_loosely(duty: Duty, lines: list[LabelledLine]) -> None:
    """Give lines without a mark below bullets to all of them that say nothing of the kind."""
    if not any(each.assigned for each in duty.below):
        _give(duty, duty.below, lines)
        return
    for line in lines:
        kinds = WHEN if line.kind in WHEN else WHO if line.kind in WHO else (line.kind,)
        lacking = [each for each in duty.below if not each.has(kinds)] or duty.below[-1:]
        for each in lacking:
            each.lines.append(line)
            each.notes += [message("prose-shared", words=line.written)] * (len(lacking) > 1)


def _give(duty: Duty, run: list[Duty], lines: list[LabelledLine]) -> None:
    """Give lines to a run of places: to all bullets of a place as its parts, else to each."""
    if len(run) == 1:
        run[0].lines += lines
    elif all(each.is_bullet for each in run) and run == duty.below:
        duty.lines += lines
        duty.shared = True
    elif all(each.is_bullet for each in run):
        first, *others = run
        first.lines += lines
        first.parts = [words for each in run for words in each.words]
        first.words = []
        first.notes.append(message("prose-run", words=_told(lines)))
        duty.below = [each for each in duty.below if each not in others]
    else:
        for each in run:
            each.lines += lines
            each.notes.append(message("prose-perhaps-shared", words=_told(lines)))


def _told(lines: list[LabelledLine]) -> str:
    return cut("; ".join(line.written for line in lines), 160)
