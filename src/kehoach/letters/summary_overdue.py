"""What is overdue: by who owes it, by who waits for it, how old; and what falls due next."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kehoach.explanations.figures import delay
from kehoach.letters.summary_message import Block, Bullets, Column, Heading, Paragraph, Table
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.trend import (
    Ageing,
    ageing,
    ageing_by_debtor,
    ageing_by_recipient,
    due_within,
    late_deliveries,
    overdue_so_far,
)
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped

AHEAD_DAYS = 30
_FEW_AGENCIES, _FEW_ITEMS, _FEW_DATES, _FEW_NAMES = 15, 5, 15, 4
_BY_AGENCY = Text(
    "Quá hạn và chưa gửi báo cáo, theo cơ quan (nặng nhất trước)",
    "Overdue and missing, by agency (the worst first)",
)
_ITEMS = Text("Mục (số ngày quá hạn)", "Items (days overdue)")
_MORE_AGENCIES = Text("… và {count} cơ quan khác (--all)", "… and {count} more agencies (--all)")
_MORE_DATES = Text("… và {count} dòng khác (--all)", "… and {count} more rows (--all)")
_NOTHING = Text("Không có.", "None.")
_IN_PERIOD = Text("{item} kỳ {period}", "{item} of {period}")
_WAITING = Text("Quá hạn, theo nơi nhận kết quả", "Overdue, by who waits for it")
_NOBODY = Text("Kế hoạch không nêu nơi nhận", "The plan names nobody")
_ALL = Text("Tất cả", "All")
_DELAYS = (
    Text("Hoàn thành quá hạn: {delay}.", "Delay of what is done late: {delay}."),
    Text("Đang quá hạn: {delay}.", "Overdue so far: {delay}."),
)
_AHEAD = Text("Đến hạn trong {days} ngày tới", "Due in the next {days} days")
_OVERDUE = Text("Quá hạn", "Overdue")
_AGES = (
    Text("≤ 30 ngày", "≤ 30 days"), Text("31–90 ngày", "31–90 days"),
    Text("trên 90 ngày", "over 90 days"),
)  # fmt: skip


def overdue(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield what is overdue by agency, its age and delays, and who waits for it."""
    lang = screen.lang
    owed = [each for each in run.assessments if each.overdue]
    yield Heading(_BY_AGENCY.to(lang))
    if not owed:
        yield Paragraph(_NOTHING.to(lang))
    else:
        yield _by_agency(run, owed, screen)
    figures = (late_deliveries(run.assessments), overdue_so_far(run.assessments))
    lines = (
        name.to(lang, delay=delay(*of, lang)) for name, of in zip(_DELAYS, figures, strict=True)
    )
    yield Bullets(tuple(lines))
    if owed:
        yield Heading(_WAITING.to(lang))
        yield _by_recipient(run, owed, lang)


def _by_agency(run: Run, owed: Sequence[Assessment], screen: Screen) -> Table:
    lang = screen.lang
    ages = ageing_by_debtor(owed)
    debts: dict[str, list[Assessment]] = defaultdict(list)
    for each in sorted(owed, key=lambda each: -(each.days or 0)):
        debts[each.agency].append(each)
    ordered = sorted(ages, key=lambda id_: (-len(debts[id_]), -(debts[id_][0].days or 0), id_))
    shown = ordered[: screen.most(_FEW_AGENCIES)]
    columns = (
        Column(Text("Cơ quan", "Agency").to(lang)), Column(_OVERDUE.to(lang), number=True),
        Column(Text("Chưa gửi báo cáo", "Missing reports").to(lang), number=True),
        *_age_columns(lang),
        Column(Text("Lâu nhất (ngày)", "Longest (days)").to(lang), number=True),
        Column(_ITEMS.to(lang)),
    )  # fmt: skip
    rows = tuple(
        (
            run.agency_name(id_),
            grouped(len(debts[id_]), lang),
            grouped(sum(each.missing for each in debts[id_]), lang),
            *_age_cells(ages[id_], lang),
            grouped(debts[id_][0].days or 0, lang),
            _listed(run, debts[id_], screen),
        )
        for id_ in shown
    )
    left = len(ordered) - len(shown)
    return Table(columns, rows, _MORE_AGENCIES.to(lang, count=left) if left else "")


def _listed(run: Run, debts: Sequence[Assessment], screen: Screen) -> str:
    """Return the items that an agency owes, each with its days, the oldest first.

    Who took over from several bodies may owe the same several times: told once, with the number.
    """
    alike = Counter((place(run, each, screen.lang), each.days or 0) for each in debts)
    shown = list(alike.items())[: screen.most(_FEW_ITEMS)]
    left = len(debts) - sum(number for _, number in shown)
    words = (
        f"{name} ({grouped(days, screen.lang)}{f' × {number}' if number > 1 else ''})"
        for (name, days), number in shown
    )
    return "; ".join(words) + (f" (+{left})" if left else "")


def place(run: Run, each: Assessment, lang: Lang) -> str:
    """Return the item, its period where it recurs, and its plan where there are several."""
    demand = each.obligation.demand
    plan = f"{demand.plan.id}: " if len(run.plans) > 1 else ""
    if demand.period == "once":
        return f"{plan}{demand.item.id}"
    return _IN_PERIOD.to(lang, item=f"{plan}{demand.item.id}", period=demand.period)


def _by_recipient(run: Run, owed: Sequence[Assessment], lang: Lang) -> Table:
    columns = (
        Column(Text("Nơi nhận kết quả", "Who waits").to(lang)),
        Column(_OVERDUE.to(lang), number=True), *_age_columns(lang),
    )  # fmt: skip
    rows = [
        (run.agency_name(id_) if id_ else _NOBODY.to(lang), grouped(ages.total, lang),
         *_age_cells(ages, lang))
        for id_, ages in ageing_by_recipient(owed).items()
    ]  # fmt: skip
    whole = ageing(owed)
    rows.append((_ALL.to(lang), grouped(whole.total, lang), *_age_cells(whole, lang)))
    return Table(columns, tuple(rows))


def _age_columns(lang: Lang) -> tuple[Column, ...]:
    return tuple(Column(name.to(lang), number=True) for name in _AGES)


def _age_cells(ages: Ageing, lang: Lang) -> tuple[str, ...]:
    return tuple(grouped(number, lang) for number in ages)


def ahead(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield what falls due in the next days, an item and due day a row."""
    lang = screen.lang
    groups: dict[tuple[object, object], list[Assessment]] = defaultdict(list)
    for each in due_within(run.assessments, AHEAD_DAYS):
        groups[each.obligation.demand, each.obligation.due].append(each)
    yield Heading(_AHEAD.to(lang, days=AHEAD_DAYS))
    if not groups:
        yield Paragraph(_NOTHING.to(lang))
        return
    rows = list(groups.values())
    shown = rows[: screen.most(_FEW_DATES)]
    columns = (
        Column(Text("Hạn", "Due").to(lang)),
        Column(Text("Còn (ngày)", "Days left").to(lang), number=True),
        Column(Text("Mục", "Item").to(lang)), Column(Text("Nội dung", "Matter").to(lang)),
        Column(Text("Số cơ quan", "Number").to(lang), number=True),
        Column(Text("Cơ quan", "Agencies").to(lang)),
    )  # fmt: skip
    left = len(rows) - len(shown)
    rest = _MORE_DATES.to(lang, count=left) if left else ""
    yield Table(columns, tuple(_ahead_row(run, group, screen) for group in shown), rest)


def _ahead_row(run: Run, group: Sequence[Assessment], screen: Screen) -> tuple[str, ...]:
    first = group[0]
    due = first.obligation.due
    names = [run.agency_name(each.agency) for each in group]
    few = names[: screen.most(_FEW_NAMES)]
    rest = f" (+{len(names) - len(few)})" if len(few) < len(names) else ""
    return (
        shown_day(due, screen.lang) if due else "",
        str(-(first.days or 0)),
        place(run, first, screen.lang),
        first.obligation.demand.item.title,
        grouped(len(names), screen.lang),
        "; ".join(few) + rest,
    )
