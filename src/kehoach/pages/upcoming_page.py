"""``kehoach upcoming``: the next due days, and who has not delivered."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Protocol

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import head, obligations
from kehoach.contract.json_text import dump
from kehoach.explanations.due_notes import aim_note, due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.rolling_words import weekday
from kehoach.grouping import group_by
from kehoach.pages.place_columns import place_cells, place_columns, place_words
from kehoach.run import Run
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, grid, paint, title, words, wrapped
from kehoach.terminal.styled import Part
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.captions import DUE, MATTER

_FEW = 4
_NEXT = Text(
    "ĐẾN HẠN TRONG {days} NGÀY TỚI, chưa hoàn thành", "DUE IN THE NEXT {days} DAYS, not done"
)


_LATER = Text(
    "Cũng đến hạn trong những ngày ấy, thuộc kỳ chưa bắt đầu: {items}",
    "Due within these days too, of periods that have not begun: {items}",
)


class UpcomingPage(Protocol):
    """What falls due within some days, the last included."""

    def __call__(self, run: Run, screen: Screen, days: int) -> str:
        """Return the page."""


def upcoming(run: Run, days: int) -> list[Assessment]:
    """Return what is not done and falls due from the date of the run to ``days`` after it."""
    open_ = run.those(
        lambda each: (
            each.status is Status.IN_TERM and each.days is not None and -days <= each.days <= 0
        )
    )
    return sorted(open_, key=lambda each: -(each.days or 0))


def upcoming_table(run: Run, screen: Screen, days: int) -> str:
    """Return a row for each item and due day."""
    lang = screen.lang
    groups = group_by(
        upcoming(run, days), lambda each: (each.obligation.demand, each.obligation.due)
    )
    parts: list[Part] = [*heading(run, screen), title(_NEXT.to(lang, days=days))]
    later = [wrapped(said, "dim") for said in _later(run, days, lang)]
    if not groups:
        return paint([*parts, words(captions.NONE.to(lang), "dim"), *later], screen)
    rows = []
    for group in groups.values():
        demand, due = group[0].obligation.demand, group[0].obligation.due
        names = [run.agency_name(each.agency) for each in group]
        few = names[: screen.most(_FEW)]
        rest = f" (+{len(names) - len(few)})" if len(few) < len(names) else ""
        notes = "; ".join(
            filter(None, (due_note(group[0].obligation, lang), aim_note(demand.term, lang)))
        )
        rows.append((
            words(_day(demand, due, lang), "bold"),
            words(grouped(-(group[0].days or 0), lang)),
            *place_cells(run, demand, lang),
            words(demand.item.title + in_brackets(notes)),
            words(f"{grouped(len(names), lang)}: {'; '.join(few)}{rest}"),
        ))  # fmt: skip
    columns = (
        Column(DUE.to(lang)), Column(captions.DAYS_LEFT.to(lang), number=True),
        *place_columns(run, lang),
        Column(MATTER.to(lang), flexible=True),
        Column(captions.AGENCIES.to(lang), flexible=True),
    )  # fmt: skip
    return paint([*parts, grid(columns, rows), *later], screen)


def _later(run: Run, days: int, lang: Lang) -> Iterator[str]:
    """Yield, if there is any, what falls due within the days though its period begins only later."""
    last = run.as_of + timedelta(min(days, (date.max - run.as_of).days))
    due = sorted(
        (demand.due, place_words(run, demand, lang))
        for report in run.reports
        for demand in report.docket.demands
        if demand.due
        and demand.due <= last
        and demand.term.start > run.as_of
        and _asked(run, demand)
    )
    if due:
        told = dict.fromkeys(f"{place} ({shown_day(day, lang)})" for day, place in due)
        yield _LATER.to(lang, items="; ".join(told))


def _asked(run: Run, demand: Demand) -> bool:
    """Say whether the question is about a demand that nobody owes yet, and about somebody who will."""
    item, asked = demand.item, run.asked
    return asked.asks(demand.plan.id, item, demand.period) and (
        not asked.agencies
        or any(
            run.registry.includes(named, agency, demand.resolved)
            for named in (*item.lead, *item.implement)
            for agency in asked.agencies
        )
    )


def _day(demand: Demand, due: date | None, lang: Lang) -> str:
    """Return a due day with its weekday, and its clock time where the plan names one."""
    time = demand.term.time or ""
    return f"{shown_day(due, lang)} {weekday(due, lang)} {time}".strip() if due else ""


def upcoming_json(run: Run, screen: Screen, days: int) -> str:
    """Return what falls due, the nearest first."""
    output: contract.UpcomingOutput = {
        **head(run, "upcoming", screen.lang),
        "days": days,
        "obligations": obligations(run, upcoming(run, days), screen.lang),
    }
    return dump({**output})


UPCOMING_FORMATS: Mapping[str, UpcomingPage] = {"table": upcoming_table, "json": upcoming_json}
