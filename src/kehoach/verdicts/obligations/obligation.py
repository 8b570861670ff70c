"""Obligations: a demand laid on an agency, with what was decided about it."""

from datetime import date
from typing import NamedTuple

from kehoach.model.decisions import Return, Waiver
from kehoach.model.ids import AgencyId, ItemId, PlanId
from kehoach.model.plan import Quota, Role
from kehoach.periods import PeriodName
from kehoach.verdicts.obligations.demand import Demand
from kehoach.verdicts.obligations.extending import Extended
from kehoach.verdicts.obligations.pausing import NO_STANDSTILL, Moved, Standstill


class Key(NamedTuple):
    """What identifies an obligation, a report and a receipt alike."""

    plan: PlanId
    item: ItemId
    agency: AgencyId
    period: PeriodName


class Obligation(NamedTuple):
    """A demand that one agency owes, as the plan and the decisions known so far have it.

    ``extensions`` are all that concern it, in the order decided, those not applied too; ``lapsed``
    is a waiver that has expired, so that the obligation counts again. ``returns`` are those that have
    taken effect, the latest last; ``still`` tells when the clock stands still, and ``moved`` where the due
    day came to lie by extensions and pauses, if there are any.
    """

    demand: Demand
    agency: AgencyId
    role: Role
    key: Key
    quota: Quota | None = None
    extensions: tuple[Extended, ...] = ()
    waiver: Waiver | None = None
    lapsed: Waiver | None = None
    returns: tuple[Return, ...] = ()
    still: Standstill = NO_STANDSTILL
    moved: Moved | None = None

    @property
    def granted(self) -> tuple[Extended, ...]:
        """The extensions that moved its due day, each later than the one before."""
        return tuple(each for each in self.extensions if each.refusal is None)

    @property
    def returned(self) -> date | None:
        """The day on which what was delivered was last sent back."""
        return self.returns[-1].day if self.returns else None

    @property
    def due(self) -> date | None:
        """The last day on which delivery is on time (inclusive), with extensions and pauses."""
        return self.moved.day if self.moved else self.demand.due

    @property
    def assumed(self) -> bool:
        """Whether its due day is that of a session which is not recorded, and of no letter."""
        return self.demand.term.assumed and not self.granted

    @property
    def binding(self) -> bool:
        """Whether it can be overdue at all: neither a mere request nor an aspiration."""
        return self.demand.item.binding == "required" and not self.demand.term.aspirational
