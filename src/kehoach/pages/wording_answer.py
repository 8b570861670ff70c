"""A wording alone, without a plan: what it says, and the days on which it falls due."""

from dataclasses import dataclass
from datetime import date

from kehoach.calendar import vietnam
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.decisions import Decisions
from kehoach.model.ids import ItemId, PlanId
from kehoach.model.plan import Item, Lifetime, Plan, Policy
from kehoach.reading.clock import VIETNAM, today
from kehoach.verdicts.obligations import Demand, demands
from kehoach.wordings import Reading, read

_LAST_MONTH, _LAST_DAY = 12, 31


@dataclass(frozen=True)
class WordingAnswer:
    """A wording, the rules it was read as, and its due days from ``first`` to ``last`` (inclusive).

    What is due once is listed whenever it is due; what recurs, for its periods in these days. Of a wording
    that is not understood there are none: ``certain_dues`` are those of each rule that is certain.
    """

    reading: Reading
    first: date
    last: date
    policy: Policy
    dues: tuple[Demand, ...]
    certain_dues: tuple[tuple[Demand, ...], ...] = ()


def years_around(first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days asked about: where one end is missing, that of its year; else this year."""
    now = first or last or today(VIETNAM)
    return first or now.replace(month=1, day=1), last or now.replace(
        month=_LAST_MONTH, day=_LAST_DAY
    )


def worded(wording: str, first: date, last: date, policy: Policy) -> WordingAnswer:
    """Return what a wording says, and its due days by the Vietnamese calendar."""
    reading = read(wording)

    def due(*rules: DeadlineRule) -> tuple[Demand, ...]:
        item = Item.model_construct(
            id=ItemId("1"),
            kind="task",
            title=wording,
            deadlines=rules,  # type: ignore[arg-type]  # the kinds
        )
        plan = Plan.model_construct(
            schema_="kehoach/plan@1",
            id=PlanId("1"),
            title=wording,
            period=Lifetime.model_construct(first=first, last=last),
            policy=policy,
            items=(item,),
        )
        found = demands(plan, Decisions.model_construct(schema_="kehoach/decisions@1"), vietnam())
        return tuple(each for each in found if each.term.nominal is not None)

    dues = due(*reading.rules) if reading.understood else ()
    return WordingAnswer(reading, first, last, policy, dues, tuple(map(due, reading.certain)))
