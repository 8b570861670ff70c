"""Where a demand stands, as the first columns of a table: plan (of several), item, period."""

from collections.abc import Iterator

from kehoach.model.ids import ItemId, PlanId
from kehoach.periods import PeriodName
from kehoach.run import Account
from kehoach.terminal.grid import Column
from kehoach.terminal.screen import words
from kehoach.terminal.styled import Styled
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text
from kehoach.words.captions import ITEM, PERIOD
from kehoach.words.period_names import period_text

_PLAN = Text("KH", "Plan")


def place_columns(run: Account, lang: Lang, *, period: bool = True) -> list[Column]:
    """Return the columns that say of what a row is."""
    several = [Column(_PLAN.to(lang))] if len(run.plans) > 1 else []
    return [*several, Column(ITEM.to(lang)), *([Column(PERIOD.to(lang))] if period else [])]


def place_cells(run: Account, demand: Demand, lang: Lang) -> tuple[Styled, ...]:
    """Return the cells of these columns."""
    return cells_of(run, demand.plan.id, demand.item.id, demand.period, lang)


def cells_of(
    run: Account, plan: PlanId, item: ItemId, period: PeriodName | None, lang: Lang
) -> tuple[Styled, ...]:
    """Return the same by names; without a period where the table has none."""
    return tuple(_cells(run, plan, item, period, lang))


def _cells(
    run: Account, plan: PlanId, item: ItemId, period: PeriodName | None, lang: Lang
) -> Iterator[Styled]:
    if len(run.plans) > 1:
        yield words(plan)
    yield words(item, "bold")
    if period is not None:
        yield words(period_text(period).to(lang))


def place_words(run: Account, demand: Demand, lang: Lang) -> str:
    """Return the same within a line of words."""
    return " ".join(cell.plain for cell in place_cells(run, demand, lang) if cell.plain)
