"""The screen of every morning: where the plans stand, what changed, what comes, what can still be mended.

On a terminal it has no more lines than any terminal shows, whatever the data: a row is cut rather than
broken, and what can be spared is left out, where it is counted all the same. Off a terminal it says the
same with nothing cut.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from kehoach.explanations.figures import rate
from kehoach.grouping import group_by
from kehoach.pages.debt_rows import AHEAD, OVER, coming, debt_rows, lines, names
from kehoach.pages.place_columns import place_words
from kehoach.run import Account
from kehoach.terminal.bar import Bar, Share
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import BESIDE, data_words, explained, plans_words, warnings
from kehoach.terminal.screen import Screen, clipped, words, wrapped
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Alike
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables.changes_since import RecentChange
from kehoach.verdicts.tables.debts import count_of, debts
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, Status

LINES = 23
"""So many lines, and that of the prompt below, are seen on a terminal of 24."""

_WORST, _SOON = 5, 3
_FIRST = (RecentChange.OVERDUE, RecentChange.DONE, RecentChange.RECEIVED)
_SIGNS = dict(zip(ASSIGNED, "#*.!", strict=True))
_RATES = Text("Hoàn thành {done} · Đúng hạn {on_time}", "Completed {done} · On time {on_time}")
_CHANGED = Text("THAY ĐỔI SAU NGÀY {day}", "CHANGED AFTER {day}")
_UNCHANGED = Text("Sau ngày {day} không có gì thay đổi.", "After {day} nothing has changed.")
_DECIDED = Text("Mới quyết định", "Newly decided")
_SOONEST = Text("SẮP ĐẾN HẠN{within}: {number}", "DUE SOON{within}: {number}")
_WITHIN = Text(" (trong {days} ngày)", " (within {days} {days:day|days})")
_NOTHING_SOON = Text("Không có việc nào sắp đến hạn{within}", "Nothing is due soon{within}")
_NEXT = Text("; hạn gần nhất {day}: {items}", "; the next day is {day}: {items}")
_NO_DEBT = Text("Không có việc nào quá hạn.", "Nothing is overdue.")
_DEBTS = Text(
    "QUÁ HẠN, CÒN GỠ ĐƯỢC: {number} (không quá 1 năm, cơ quan còn đó; mới nhất trước)",
    "OVERDUE, CAN BE MENDED: {number} (a year at most, with an owner; latest first)",
)
_REST = Text("và {rest}", "and {rest}")
_MORE = Text("{number} việc khác", "{number} more")
_OLD = Text("{number} việc quá hạn trên 1 năm", "{number} overdue for more than a year")
_OWNERLESS = Text("{number} việc không ai kế thừa", "{number} with nobody to succeed")
_FOOT = Text(
    "Cả trang, cách tính hạn: kehoach status --full · từng việc: --only overdue · vì sao: kehoach "
    "explain MỤC",
    "Whole page, how days are read: kehoach status --full · one by one: --only overdue · why: kehoach "
    "explain ITEM",
)


class _Piece(NamedTuple):
    """A part of the screen; ``spare``: the higher, the sooner it is left out where there is no room."""

    part: Part
    spare: int = 0


_SPACE = _Piece(Styled(""), 9)


def first_screen(run: Account, screen: Screen) -> list[Part]:
    """Return the parts of the screen, as many as there is room for."""
    pieces = [
        *map(_Piece, _head(run, screen.lang)),
        _SPACE,
        *_totals(run, screen.lang),
        _SPACE,
        *_changes(run, screen),
        _SPACE,
        *_coming(run, screen),
        _SPACE,
        *_overdue(run, screen),
        _Piece(clipped(_FOOT.to(screen.lang), "dim", " · ")),
    ]
    return [each.part for each in _fitting(pieces, screen.width)]


def _fitting(pieces: list[_Piece], width: int | None) -> list[_Piece]:
    """Return the pieces for which there is room: what is spared most easily goes first, from below."""
    if width is None:
        return pieces
    heights = [sum(1 for _ in each.part.lines(width)) for each in pieces]
    for at in sorted(range(len(pieces)), key=lambda at: (-pieces[at].spare, -at)):
        if sum(heights) > LINES and pieces[at].spare:
            heights[at] = 0
    return [each for each, height in zip(pieces, heights, strict=True) if height]


def _head(run: Account, lang: Lang) -> Iterator[Part]:
    """Yield which plans are judged, as of when, on what; and whatever is wrong with the data."""
    yield clipped(plans_words(run, lang), "bold")
    yield clipped(data_words(run, lang))
    for said in warnings(run, lang):
        yield clipped(said.plain, said.style)


def _totals(run: Account, lang: Lang) -> Iterator[_Piece]:
    """Yield the bar with the rates, the sum that must add up, and what is counted apart."""
    counts = run.counts
    shares = [Share(counts[each], _SIGNS[each], each.look.style) for each in ASSIGNED]
    done, on_time = rate(counts.completion, lang), rate(counts.on_time, lang)
    yield _Piece(Bar(shares, words(_RATES.to(lang, done=done, on_time=on_time), "bold")))

    def figure(shown: Shown) -> str:
        return f"{shown.counted.to(lang).lower()} {grouped(counts[shown], lang)}"

    parts = {
        each.part_of: f" ({figure(each)})"
        for each in (Remark.DUE_SOON, Remark.MISSING)
        if counts[each]
    }
    told = (f"{_SIGNS[each]} {figure(each)}{parts.get(each, '')}" for each in ASSIGNED)
    given = f"{captions.GIVEN.to(lang)} {grouped(counts.assigned, lang)}"
    yield _Piece(wrapped(f"{given} = {' + '.join(told)}"))
    others: tuple[Shown, ...] = (*APART, Remark.REQUESTED)
    if apart := [figure(each) for each in others if counts[each]]:
        yield _Piece(clipped(BESIDE.to(lang, apart=" · ".join(apart)), "dim", " · "), 7)


def _changes(run: Account, screen: Screen) -> Iterator[_Piece]:
    """Yield what became of obligations since the day asked about, a row for each kind of change."""
    lang, lately = screen.lang, run.lately
    if run.since is None:
        return
    day = shown_day(run.since, lang)
    if not any(lately.values()):
        yield _Piece(words(_UNCHANGED.to(lang, day=day)))
        return
    yield _Piece(words(_CHANGED.to(lang, day=day), "bold"))
    rows = [*_change_rows(run, screen)]
    columns = (Column(""), Column("", number=True), Column("", flexible=True, cut="; "))
    cells = [
        (words(name.to(lang)), words(grouped(number, lang), "bold"), words("; ".join(told)))
        for name, number, told in rows
    ]
    for line, (_, number, _) in zip(lines(columns, cells, screen), rows, strict=True):
        yield _Piece(line, 0 if number else 8)


def _change_rows(run: Account, screen: Screen) -> Iterator[tuple[Text, int, Iterable[str]]]:
    """Yield each kind of change, how many obligations it concerns, and where; decisions as one."""
    for each in _FIRST:
        those = run.lately.get(each, ())
        yield each.label, count_of(those), _places(run, those, screen)
    decided = {each: those for each, those in run.lately.items() if those and each not in _FIRST}
    if decided:
        number = count_of(chain.from_iterable(decided.values()))
        yield _DECIDED, number, _decisions(run, decided, screen)


def _decisions(
    run: Account, decided: Mapping[RecentChange, Sequence[Alike]], screen: Screen
) -> Iterator[str]:
    """Yield what was decided, of each kind how often, and where."""
    for change, those in decided.items():
        name, number = change.label.to(screen.lang).lower(), grouped(count_of(those), screen.lang)
        first, *others = _places(run, those, screen)
        yield f"{name} {number}: {first}"
        yield from others


def _places(run: Account, those: Iterable[Alike], screen: Screen) -> Iterator[str]:
    """Yield of each item in its period what it is called and whom it concerns."""
    for demand, mine in group_by(those, lambda each: each.verdict.obligation.demand).items():
        yield f"{place_words(run, demand, screen.lang)}: {', '.join(names(run, mine, screen))}"


def _coming(run: Account, screen: Screen) -> Iterator[_Piece]:
    """Yield what is due soon, the nearest first; where nothing is, the next day."""
    lang = screen.lang
    soon = [each for each in run.pressing if each.verdict.due_soon and not each.verdict.requested]
    ahead = {plan.policy.warning_days for plan in run.plans}
    within = _WITHIN.to(lang, days=max(ahead)) if len(ahead) == 1 else ""
    if not soon:
        yield _Piece(clipped(_NOTHING_SOON.to(lang, within=within) + _next_words(run, lang)))
        return
    number = grouped(count_of(soon), lang)
    yield _Piece(words(_SOONEST.to(lang, within=within, number=number), "bold"))
    few = coming(soon, run.as_of)[: _SOON if screen.width else None]
    for at, line in enumerate(debt_rows(run, screen, few, AHEAD)):
        yield _Piece(line, 5 if at else 0)


def _next_words(run: Account, lang: Lang) -> str:
    """Return the next day on which something is due, and what; nothing where there is none."""
    ahead = [(due, each) for due, each in _days_ahead(run) if due and due >= run.as_of]
    if not ahead:
        return "."
    day = min(due for due, _ in ahead)
    there = dict.fromkeys(each for due, each in ahead if due == day)
    items = (place_words(run, each, lang) for each in there)
    return _NEXT.to(lang, day=shown_day(day, lang), items=", ".join(items))


def _days_ahead(run: Account) -> Iterator[tuple[date | None, Demand]]:
    """Yield the due days of what is in term: those of decisions, and the plan's for whom none moved."""
    moved: Counter[Demand] = Counter()
    for each in run.pressing:
        owed = each.verdict.obligation
        if each.verdict.status is Status.IN_TERM and owed.moved:
            moved[owed.demand] += len(each.agencies)
            yield owed.due, owed.demand
    for demand, counts in run.by_demand.items():
        if counts[Status.IN_TERM] > moved[demand]:
            yield demand.due, demand


def _overdue(run: Account, screen: Screen) -> Iterator[_Piece]:
    """Yield the debts that can best be mended, and of all others how many there are."""
    lang, found = screen.lang, debts(run.pressing)
    if not run.counts[Status.OVERDUE]:
        yield _Piece(words(_NO_DEBT.to(lang), "green"))
        return
    recent = sum(each.number for each in found.mendable)
    yield _Piece(clipped(_DEBTS.to(lang, number=grouped(recent, lang)), "bold"))
    worst = found.mendable[:_WORST]
    yield from map(_Piece, debt_rows(run, screen, worst, OVER))
    rest = recent - sum(each.number for each in worst)
    told = [
        name.to(lang, number=grouped(number, lang))
        for name, number in ((_MORE, rest), (_OLD, found.old), (_OWNERLESS, found.ownerless))
        if number
    ]
    if told:
        yield _Piece(wrapped(_REST.to(lang, rest=", ".join(told)), "red"))
    yield from (_Piece(said, 6) for said in explained(run.counts, lang))
