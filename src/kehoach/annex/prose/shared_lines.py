"""Which places a labelled line is said of: its own, those it names, or the group that it closes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from kehoach.annex.annex_messages import message
from kehoach.annex.prose.duties import PlaceDuty
from kehoach.annex.prose.labelled_lines import WHEN, WHO, LabelledLine, Scope
from kehoach.words.shortening import cut


@dataclass(eq=False)
class LineGroup:
    """Lines that follow a run of places at one level."""

    run: list[PlaceDuty]
    lines: list[LabelledLine] = field(default_factory=list)


def scoped(lines: list[LabelledLine]) -> list[LabelledLine]:
    """Return lines; one without places of its own is said of those of the line before it."""
    told: list[LabelledLine] = []
    for line in lines:
        before = told[-1].scope if told else None
        told.append(line if line.scope or before is None else line._replace(scope=before))
    return told


def hand_over(duty: PlaceDuty) -> None:
    """Give lines that name places to these places, where they stand here."""
    for index, each in enumerate(duty.below):
        kept: list[LabelledLine] = []
        for line in each.lines:
            targets = _targets(line.scope, duty, index) if line.scope else []
            for target in targets:
                target.notes += (
                    [] if target is each else [message("prose-shared", words=line.written)]
                )
                (kept if target is each else target.lines).append(line._replace(scope=None))
            if line.scope and line.scope.inside and not targets:
                each.astray.append((line, each))
            else:
                kept += [] if targets else [line]
        each.lines = kept


def send_home(root: PlaceDuty) -> None:
    """Give lines that name places by their way (*điểm a mục 1*) to these, the nearest that have it.

    Where there are none the line stays with the place before it, a doubt.
    """
    for duty, above in [*_with_all_above(root, ())]:
        for line, near in duty.astray:
            scope = line.scope or Scope()
            found = next(filter(None, (_by_way(scope, each) for each in above)), [])
            for each in found or [near]:
                each.lines.append(line._replace(scope=None))
            if not found:
                near.notes.append(message("prose-which-place", words=cut(line.written, 160)))


def _with_all_above(
    duty: PlaceDuty, above: tuple[PlaceDuty, ...]
) -> Iterator[tuple[PlaceDuty, tuple[PlaceDuty, ...]]]:
    """Yield each place with itself and those that it stands in, the nearest first."""
    around = (duty, *above)
    yield duty, around
    for each in duty.below:
        yield from _with_all_above(each, around)


def _by_way(scope: Scope, holder: PlaceDuty) -> list[PlaceDuty]:
    """Return the places that a scope names in a place, whose own number may begin their way."""
    own = scope.inside[:1] == (holder.place.label,)
    rest = scope._replace(inside=scope.inside[1:])
    return named_among(scope, holder.below) or (named_among(rest, holder.below) if own else [])


def _targets(scope: Scope, duty: PlaceDuty, at: int) -> list[PlaceDuty]:
    """Return the places that a scope names among those in a place, or among those below one of them."""
    brothers = duty.below
    if scope.inside:
        return _by_way(scope, duty) if len(scope.inside) == 1 else []
    if here := _named(scope, brothers, at):
        return here
    below = (_named(scope, each.below, len(each.below)) for each in brothers if scope != Scope())
    return next(filter(None, below), [])


def named_among(scope: Scope, brothers: list[PlaceDuty]) -> list[PlaceDuty]:
    """Return the places that a scope names by their numbers, where all of them are brothers."""
    for number in scope.inside:
        held = [each for each in brothers if each.place.label == number]
        brothers = held[0].below if len(held) == 1 else []
    return _named(scope, brothers, 0)


def _named(scope: Scope, brothers: list[PlaceDuty], at: int) -> list[PlaceDuty]:
    """Return the places that a scope names among brothers; none where it is not all of them."""
    labels = [each.place.label for each in brothers]
    if scope.first:
        if not {scope.first, scope.last} <= set(labels):
            return []
        return brothers[labels.index(scope.first) : labels.index(scope.last) + 1]
    if scope.some:
        return [brothers[labels.index(n)] for n in scope.some] if {*scope.some} <= {*labels} else []
    return brothers[: at + 1]


def share(duty: PlaceDuty, groups: list[LineGroup]) -> None:
    """Give each group of lines to the places that it closes."""
    for group in groups:
        _close(duty, group.run, scoped(group.lines))
    for each in list(duty.below):
        if before := _before(duty, each):
            lines, each.lines = each.lines, []
            _give(duty, [*before, each], lines)
    for each in duty.below[:-1]:
        each.lines, each.loose = [*each.lines, *each.loose], []
    if duty.below and (lines := duty.below[-1].loose):
        duty.below[-1].loose = []
        _close_loosely(duty, lines)


def _before(duty: PlaceDuty, each: PlaceDuty) -> list[PlaceDuty]:
    """Return the places before one that its lines are said of too: they name nobody, nor does it."""
    if not each.lines or each.order or each.is_title or each not in duty.below:
        return []
    above = reversed(duty.below[: duty.below.index(each)])
    return list(takewhile(lambda x: not (x.assigned or x.is_title), above))[::-1]


def _close(duty: PlaceDuty, run: list[PlaceDuty], lines: list[LabelledLine]) -> None:
    """Give lines that stand behind a run of places to those that they name, or to those that have none."""
    rest = [line for line in lines if not _gave_by_number(duty, run, line)]
    if rest and rest[0].scope == Scope() and run:
        for each in run:
            each.lines += [line._replace(scope=None) for line in rest]
        return
    if not run:
        duty.lines += rest
        return
    bare = list(takewhile(lambda each: not each.assigned, reversed(run)))
    if rest:
        _give(duty, [*reversed(bare)] or run[-1:], rest)


def _gave_by_number(duty: PlaceDuty, run: list[PlaceDuty], line: LabelledLine) -> bool:
    """Give a line to the places that it numbers; where several have the number, to all, in doubt."""
    scope = line.scope
    if scope and scope.inside and not named_among(scope, run):
        duty.astray.append((line, (run or [duty])[-1]))
        return True
    if scope is None or not (scope.first or scope.some) or not run:
        return False
    inside = [named for each in run if (named := named_among(scope, each.below))]
    for each in (places := named_among(scope, run) or [each for named in inside for each in named]):
        each.lines.append(line._replace(scope=None))
    for each in [] if len(inside) == 1 or named_among(scope, run) else places or run[-1:]:
        each.notes.append(message("prose-which-place", words=cut(line.written, 160)))
    return bool(places)


def _close_loosely(duty: PlaceDuty, lines: list[LabelledLine]) -> None:
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


def _give(duty: PlaceDuty, run: list[PlaceDuty], lines: list[LabelledLine]) -> None:
    """Give lines to a run of places: to all bullets of a place as its parts, else to each."""
    bullets = all(each.is_bullet for each in run)
    if len(run) == 1:
        run[0].lines += lines
    elif bullets and run == duty.below:
        duty.lines += lines
        duty.shared = True
    elif bullets:
        _merge(duty, run, lines)
    else:
        for each in run:
            each.lines += lines
            each.notes.append(message("prose-perhaps-shared", words=_told(lines)))


def _merge(duty: PlaceDuty, run: list[PlaceDuty], lines: list[LabelledLine]) -> None:
    """Make one place of some bullets, in doubt."""
    first = run[0]
    first.lines += lines
    first.parts = [words for each in run for words in each.words]
    first.words = []
    first.notes.append(message("prose-run", words=_told(lines)))
    others = set(map(id, run[1:]))
    duty.below = [each for each in duty.below if id(each) not in others]


def _told(lines: list[LabelledLine]) -> str:
    return cut("; ".join(line.written for line in lines), 160)
