"""What is overdue: by who owes it, by who waits for it, how old; and what falls due next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from kehoach.document import Block, Bullets, Prose, TableBlock, Title, columns
from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.figures import NONE, delay
from kehoach.explanations.reminder_words import reminded_words
from kehoach.grouping import group_by
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.reminded import in_order
from kehoach.verdicts.tables.trend import (
    Ageing,
    ageing,
    ageing_by_recipient,
    due_within,
    late_deliveries,
    overdue_so_far,
)
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY, ALL, DAYS_STILL_LEFT, DUE, ITEM, MATTER
from kehoach.words.official_periods import official_period
from kehoach.words.period_names import of_period
from kehoach.words.statuses import Remark, Status

_T = TypeVar("_T")
AHEAD_DAYS = 30
_FEW_AGENCIES, _FEW_ITEMS, _FEW_DATES, _FEW_NAMES = 15, 5, 15, 4
_BY_AGENCY = Text(
    "Quá hạn và chưa gửi báo cáo, theo cơ quan (nặng nhất trước)",
    "Overdue and missing, by agency (the worst first)",
)
_LONGEST = Text("Lâu nhất (ngày)", "Longest (days)")
_ITEMS = Text("Mục (số ngày quá hạn)", "Items (days overdue)")
_IN_PERIOD = Text("{item}, {period}", "{item}, {period}")
_WAITING = Text("Quá hạn, theo nơi nhận kết quả", "Overdue, by who waits for it")
_RECIPIENT = Text("Nơi nhận kết quả", "Who waits")
_NOBODY = Text("Kế hoạch không nêu nơi nhận", "The plan names nobody")
_LATE = Text("Hoàn thành quá hạn: {delay}.", "Delay of what is done late: {delay}.")
_SO_FAR = Text("Đang quá hạn: {delay}.", "Overdue so far: {delay}.")
_AHEAD = Text("Đến hạn trong {days} ngày tới", "Due in the next {days} {days:day|days}")
_NUMBER = Text("Số cơ quan", "Number")
_OVERDUE, _MISSING = Status.OVERDUE.counted, Remark.MISSING.counted
_AGES = (
    Text("≤ 30 ngày", "≤ 30 days"), Text("31–90 ngày", "31–90 days"),
    Text("trên 90 ngày", "over 90 days"),
)  # fmt: skip
_NUMBERS = (_OVERDUE, _MISSING, *_AGES, _LONGEST, DAYS_STILL_LEFT, _NUMBER)


def cut(values: Sequence[_T], few: int, more: Text, screen: Screen) -> tuple[Sequence[_T], str]:
    """Return as many values as are shown, and the words that tell how many are left out."""
    shown = values[: screen.most(few)]
    left = len(values) - len(shown)
    return shown, more.to(screen.lang, count=left) if left else ""


def overdue(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield what is overdue by agency, its age and delays, and who waits for it."""
    lang = screen.lang
    owed = [each for each in run.assessments if each.overdue]
    yield Title(_BY_AGENCY.to(lang))
    yield _by_agency(run, owed, screen) if owed else Prose(captions.NOTHING.to(lang))
    yield Bullets((
        _LATE.to(lang, delay=delay(*late_deliveries(run.assessments), lang)),
        _SO_FAR.to(lang, delay=delay(*overdue_so_far(run.assessments), lang)),
    ))  # fmt: skip
    if owed:
        yield Title(_WAITING.to(lang))
        yield _by_recipient(run, owed, lang)


def _by_agency(run: Run, owed: Sequence[Assessment], screen: Screen) -> TableBlock:
    debts = group_by(longest_first(owed), lambda each: each.agency)
    ordered = sorted(debts, key=lambda id_: (-len(debts[id_]), -(debts[id_][0].days or 0), id_))
    shown, rest = cut(ordered, _FEW_AGENCIES, captions.MORE_AGENCIES, screen)
    told = bool(run.workspace.reminders)
    names = (AGENCY, _OVERDUE, _MISSING, *_AGES, _LONGEST, *(captions.REMINDED,) * told, _ITEMS)
    rows = (
        (
            run.agency_name(id_),
            *_debts(debts[id_], screen.lang),
            *(_reminded(run, debts[id_], screen.lang),) * told,
            _listed(run, debts[id_], screen),
        )
        for id_ in shown
    )
    return TableBlock(columns(screen.lang, *names, numbers=_NUMBERS), tuple(rows), rest)


def _reminded(run: Run, debts: Sequence[Assessment], lang: Lang) -> str:
    """Return how often an agency was reminded of what it still owes, and when last."""
    letters = in_order(letter for each in debts for letter in run.reminded(each))
    return next(reminded_words(letters, lang), NONE)


def longest_first(owed: Iterable[Assessment]) -> list[Assessment]:
    """Return verdicts in order of their days, the longest overdue first."""
    return sorted(owed, key=lambda each: -(each.days or 0))


def _debts(debts: Sequence[Assessment], lang: Lang) -> Iterator[str]:
    """Yield how many an agency owes, of which reports, how old, and the age of the oldest."""
    missing = sum(each.missing for each in debts)
    for number in (len(debts), missing, *ageing(debts), debts[0].days or 0):
        yield grouped(number, lang)


def _listed(run: Run, debts: Sequence[Assessment], screen: Screen) -> str:
    """Return the items that an agency owes, each with its days, the oldest first.

    Who took over from several bodies may owe the same several times: told once, with the number.
    """
    alike = Counter((_extended_place(run, each, screen.lang), each.days or 0) for each in debts)
    shown = list(alike.items())[: screen.most(_FEW_ITEMS)]
    left = len(debts) - sum(number for _, number in shown)
    words = (
        f"{name} ({grouped(days, screen.lang)}{f' × {number}' if number > 1 else ''})"
        for (name, days), number in shown
    )
    return "; ".join(words) + (f" (+{left})" if left else "")


def _extended_place(run: Run, each: Assessment, lang: Lang) -> str:
    """Return the item and period, and by which letters its day had been put off."""
    return _place(run, each, lang) + in_brackets(due_note(each.obligation, lang))


def _place(run: Run, each: Assessment, lang: Lang) -> str:
    """Return the item, its period where it recurs, and its plan where there are several."""
    demand = each.obligation.demand
    item = plan_and_item(run, each)
    if demand.term.beginning or demand.period == ONCE:
        return f"{item} {of_period(demand.period).to(lang)}".strip()
    return _IN_PERIOD.to(lang, item=item, period=official_period(demand.period, lang))


def plan_and_item(run: Run, each: Assessment) -> str:
    """Return the item, before it its plan where there are several."""
    demand = each.obligation.demand
    return f"{demand.plan.id}: {demand.item.id}" if len(run.plans) > 1 else demand.item.id


def _by_recipient(run: Run, owed: Sequence[Assessment], lang: Lang) -> TableBlock:
    rows = [
        (run.agency_name(id_) if id_ else _NOBODY.to(lang), ages)
        for id_, ages in ageing_by_recipient(owed).items()
    ]
    rows.append((ALL.to(lang), ageing(owed)))
    return TableBlock(
        columns(lang, _RECIPIENT, _OVERDUE, *_AGES, numbers=_NUMBERS),
        tuple((name, *_ages(ages, lang)) for name, ages in rows),
    )


def _ages(ages: Ageing, lang: Lang) -> Iterator[str]:
    return (grouped(number, lang) for number in (ages.total, *ages))


def ahead(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield what falls due in the next days, an item and due day a row."""
    lang = screen.lang
    soon = due_within(run.assessments, AHEAD_DAYS)
    groups = group_by(soon, lambda each: (each.obligation.demand, each.obligation.due))
    yield Title(_AHEAD.to(lang, days=AHEAD_DAYS))
    if not groups:
        yield Prose(captions.NOTHING.to(lang))
        return
    shown, rest = cut(list(groups.values()), _FEW_DATES, captions.MORE_ROWS, screen)
    names = (DUE, DAYS_STILL_LEFT, ITEM, MATTER, _NUMBER, captions.AGENCIES)
    rows = tuple(_ahead_row(run, group, screen) for group in shown)
    yield TableBlock(columns(lang, *names, numbers=_NUMBERS), rows, rest)


def _ahead_row(run: Run, group: Sequence[Assessment], screen: Screen) -> tuple[str, ...]:
    first = group[0]
    due = first.obligation.due
    names = [
        run.agency_name(each.agency) + in_brackets(due_note(each.obligation, screen.lang))
        for each in group
    ]
    few = names[: screen.most(_FEW_NAMES)]
    rest = f" (+{len(names) - len(few)})" if len(few) < len(names) else ""
    return (
        shown_day(due, screen.lang) if due else "",
        str(-(first.days or 0)),
        _place(run, first, screen.lang),
        first.obligation.demand.item.title,
        grouped(len(names), screen.lang),
        "; ".join(few) + rest,
    )
