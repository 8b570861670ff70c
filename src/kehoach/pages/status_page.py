"""``kehoach status``: one page that an officer reads at a glance, the worst first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.grouping import group_by
from kehoach.pages.first_screen import first_screen
from kehoach.pages.obligations_table import first_obligations
from kehoach.pages.place_columns import cells_of, place_cells, place_columns
from kehoach.pages.responsibility_grid import count_cells, count_columns, responsibility_grid
from kehoach.run import Account, Run
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading, problems, totals
from kehoach.terminal.screen import Screen, counted, grid, paint, title, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Alike
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables import Counts, total
from kehoach.verdicts.tables.debts import count_of
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY, DUE, MATTER, PERIOD

_FEW_ITEMS, _FEW_AGENCIES, _FEW_ROWS, _FEW_NAMES = 5, 10, 40, 4
_LATE = Text("Ngày quá", "Days over")
_MANY = Text("{part}/{whole}: {names}", "{part}/{whole}: {names}")

_OVERDUE = Text("NHIỆM VỤ QUÁ HẠN, nặng nhất trước", "OVERDUE TASKS, the worst first")
_MISSING = Text("CHƯA GỬI BÁO CÁO, lâu nhất trước", "MISSING REPORTS, the oldest first")
_SOON = Text("SẮP ĐẾN HẠN", "DUE SOON")
_TABLE = Text("THEO CƠ QUAN, nặng nhất trước", "BY AGENCY, the worst first")
_BY_ITEM, _BY_PERIOD = Text("THEO MỤC", "BY ITEM"), Text("THEO KỲ", "BY PERIOD")

GROUPINGS = ("agency", "item", "period")


class StatusPage(Protocol):
    """Where the plan stands."""

    def __call__(
        self,
        run: Run,
        screen: Screen,
        *,
        by: str | None = None,
        listed: bool = False,
        full: bool = False,
    ) -> str | Iterator[str]:
        """Return the page, or yield it as it is made.

        ``by`` asks for one grouping in full, ``listed`` for each obligation, ``full`` for everything.
        """


def status_table(
    run: Run, screen: Screen, *, by: str | None = None, listed: bool = False, full: bool = False
) -> str:
    """Return the page; ``by`` shows one grouping in full, ``listed`` each obligation as a row."""
    if not listed:
        return totals_table(run, screen, by=by, full=full)
    return _page(run, screen, _list(run, screen))


def totals_table(run: Account, screen: Screen, *, by: str | None = None, full: bool = False) -> str:
    """Return the page of what was added up, without each verdict: the first screen, or it ``full``."""
    match by:
        case "agency":
            return _page(run, screen, _responsibility(run, screen, few=None))
        case "item":
            return _page(run, screen, _by_item(run, screen))
        case "period":
            return _page(run, screen, _by_period(run, screen))
        case _ if full:
            return _page(run, screen, _overview(run, screen))
        case _:
            return paint(first_screen(run, screen), screen)


def _page(run: Account, screen: Screen, shown: Iterable[Part]) -> str:
    """Return what is shown below the totals, and how many things are wrong in the files."""
    lang = screen.lang
    top = (*heading(run, screen), Styled(""), *totals(run.counts, lang))
    wrong = (part for said in problems(run, lang) for part in (Styled(""), said))
    return paint([*top, *shown, *wrong], screen)


def _overview(run: Account, screen: Screen) -> Iterator[Part]:
    """Yield the parts of the page that is shown when nothing special is asked for."""
    overdue = (each for each in run.pressing if each.verdict.overdue)
    late = group_by(overdue, lambda each: each.verdict.missing)
    soon = [each for each in run.pressing if each.verdict.due_soon]
    yield from _by_demand(run, screen, _OVERDUE, late.get(False, []), _LATE)
    yield from _by_demand(run, screen, _MISSING, late.get(True, []), _LATE)
    if soon:
        yield from _by_demand(run, screen, _SOON, soon, captions.DAYS_LEFT)
    yield from _responsibility(run, screen, screen.most(_FEW_AGENCIES))


def _by_demand(
    run: Account, screen: Screen, name: Text, verdicts: Sequence[Alike], days: Text
) -> Iterator[Part]:
    """Yield a table with a row for each item and period: how many of those who owe it, and who."""
    lang = screen.lang
    yield counted(name, count_of(verdicts), lang)
    if not verdicts:
        yield words(captions.NONE.to(lang), "dim")
        return
    groups = group_by(verdicts, lambda each: each.verdict.obligation.demand)
    ordered = sorted(groups.values(), key=lambda group: -max(map(_days, group)))
    shown = ordered[: screen.most(_FEW_ITEMS)]
    columns = (
        *place_columns(run, lang), Column(DUE.to(lang)),
        Column(days.to(lang), number=True), Column(MATTER.to(lang), flexible=True),
        Column(AGENCY.to(lang), flexible=True),
    )  # fmt: skip
    rows = (_demand_row(run, screen, group) for group in shown)
    yield grid(columns, rows)
    if len(shown) < len(ordered):
        yield words(
            captions.MORE_ROWS.to(lang, count=grouped(len(ordered) - len(shown), lang)), "dim"
        )


def _days(of: Alike) -> int:
    return of.verdict.days or 0


def _demand_row(run: Account, screen: Screen, group: list[Alike]) -> tuple[Styled, ...]:
    """Return the row of one item and period."""
    first = max(group, key=_days).verdict
    demand, lang, number = first.obligation.demand, screen.lang, count_of(group)
    names = (
        run.agency_name(agency) + in_brackets(due_note(each.verdict.obligation, lang))
        for each in group
        for agency in each.agencies
    )
    most = _FEW_NAMES if number <= _FEW_NAMES else 2
    few = list(names if screen.everything else islice(names, most))
    listed = "; ".join(few) + (" …" if len(few) < number else "")
    due = first.obligation.due
    style = "red" if first.overdue else "yellow"
    return (
        *place_cells(run, demand, lang),
        words(shown_day(due, lang) if due else ""),
        words(grouped(abs(first.days or 0), lang), style),
        words(demand.item.title),
        words(
            _MANY.to(
                lang,
                part=grouped(number, lang),
                whole=grouped(run.owing[demand], lang),
                names=listed,
            )
        ),
    )


def _responsibility(run: Account, screen: Screen, few: int | None) -> Iterator[Part]:
    """Yield the responsibility table, an agency a row."""
    lang, rows = screen.lang, run.responsibilities
    shown = rows[:few]
    yield counted(_TABLE, len(rows), lang)
    yield responsibility_grid(run, shown, lang)
    if len(shown) < len(rows):
        count = grouped(len(rows) - len(shown), lang)
        yield words(captions.MORE_AGENCIES.to(lang, count=count), "dim")


def _by_item(run: Account, screen: Screen) -> Iterator[Part]:
    """Yield the counts of each item, in the order of the plans."""
    lang = screen.lang
    groups = group_by(run.by_demand, lambda demand: (demand.plan.id, demand.item.id))
    titles = {(plan.id, item.id): item.title for plan in run.plans for item in plan.items}
    yield title(_BY_ITEM.to(lang))
    places = place_columns(run, lang, period=False)
    columns = (*places, Column(MATTER.to(lang), flexible=True), *count_columns(lang))
    yield grid(columns, (
        (*cells_of(run, *id_, None, lang), words(titles[id_]), *count_cells(_of(run, mine), lang))
        for id_, mine in groups.items()
    ))  # fmt: skip


def _by_period(run: Account, screen: Screen) -> Iterator[Part]:
    """Yield the counts of each period, by name."""
    lang = screen.lang
    groups = group_by(run.by_demand, lambda demand: str(demand.period))
    yield title(_BY_PERIOD.to(lang))
    yield grid((Column(PERIOD.to(lang)), *count_columns(lang)), (
        (words(name, "bold"), *count_cells(_of(run, groups[name]), lang)) for name in sorted(groups)
    ))  # fmt: skip


def _of(run: Account, demands: Iterable[Demand]) -> Counts:
    """Return the counts over some demands."""
    return total(run.by_demand[each] for each in demands)


def _list(run: Run, screen: Screen) -> Iterator[Part]:
    """Yield each obligation as a row, the most days late first."""
    ordered = sorted(
        run.assessments, key=lambda each: -(each.days if each.days is not None else -9999)
    )
    yield Styled("")
    yield from first_obligations(run, ordered, screen, _FEW_ROWS)


def status_json(
    run: Run, screen: Screen, *, by: str | None = None, listed: bool = False, full: bool = False
) -> Iterator[str]:
    """Yield the whole answer; grouping is for people, the JSON always holds all."""
    from kehoach.contract.json_parts import status_output  # noqa: PLC0415 - read every day as text
    from kehoach.contract.json_text import dumped  # noqa: PLC0415 - read every day as text

    del by, listed, full
    return dumped({**status_output(run, screen.lang)})


def summary_json(run: Account, lang: Lang) -> str:
    """Return the small result: what is merged with those of other repositories."""
    from kehoach.contract.json_text import dump  # noqa: PLC0415 - as above
    from kehoach.contract.summary_parts import summary_output  # noqa: PLC0415 - as above

    return dump({**summary_output(run, lang)})


STATUS_FORMATS: Mapping[str, StatusPage] = {"table": status_table, "json": status_json}
