"""The due days of a calendar: what has been judged, and what the plan asks for later on."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

from kehoach.grouping import group_by
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.verdicts.obligations import Demand, docket

_MOST_SHOWN = 120
_MOST_DIGEST = 32


class Duty(NamedTuple):
    """Who owes what on which day, and whether it has still to come.

    ``verdict`` is ``None`` where the period has not begun.
    """

    demand: Demand
    agency: str
    due: date
    open: bool
    verdict: Assessment | None


class DueEvent(NamedTuple):
    """What makes one event: an item in a period, whoever owes it, under an id that never changes."""

    uid: str
    duties: Sequence[Duty]

    @property
    def demand(self) -> Demand:
        """What the plan asks for."""
        return self.duties[0].demand

    @property
    def day(self) -> date:
        """The day of the event: of several days of one agency the first."""
        return min(duty.due for duty in self.duties)

    @property
    def open(self) -> Sequence[Duty]:
        """What has still to come."""
        return [duty for duty in self.duties if duty.open]


def due_events(run: Run) -> Sequence[DueEvent]:
    """Return the events in order of day.

    An extension makes an event of its own; for agencies asked for by name each has its own.
    """
    origins = {plan.id: _origin(run, plan) for plan in run.plans}

    def uid(duty: Duty) -> str:
        demand = duty.demand
        own = [duty.agency] if run.asked.agencies or duty.due != demand.shared.due else []
        # Groups of one period have days of their own, and so events of their own.
        place = (demand.plan.id, demand.item.id, demand.period, *demand.term.bound)
        return _uid(origins[demand.plan.id], *place, *own)

    groups = group_by(_duties(run), uid)
    events = (DueEvent(name, group) for name, group in groups.items())
    return sorted(events, key=lambda each: (each.day, each.uid))


def _origin(run: Run, plan: Plan) -> str:
    """Return what tells a plan from every other in the world, and the question from others about it.

    Ids of plans are small numbers in every province: the issuer, by name and id, the document's
    number and its day. What was asked for is a part: a calendar of one agency, imported beside that
    of all, must not overwrite it.
    """
    chosen = run.asked
    # Of these even an empty one is a part of the ids that calendars keep; of what came later none is.
    names = chosen.agencies, chosen.items, chosen.periods, chosen.only
    further = chosen[len(names) :]
    asked = [*map(sorted, names), *(str(each) for each in further if each)]
    issued = str(plan.issued.first) if plan.issued else ""
    issuer = run.agency_name(plan.issuer) if plan.issuer else ""
    about = [issuer, plan.issuer, plan.number, issued]
    return json.dumps([about, asked if any(asked) else []])


def _uid(origin: str, *place: str) -> str:
    """Return an id that is unique in the world (RFC 5545, 3.8.4.7; RFC 7986, 5.3), the same each time.

    What people may look for stands before the digest that makes it unique; 255 octets at most.
    """
    digest = sha256("\n".join((origin, *place)).encode("utf-8", "surrogateescape")).hexdigest()
    shown = "/".join(quote(part, safe="") for part in place)[:_MOST_SHOWN]
    return f"{shown}/{digest[:_MOST_DIGEST]}@kehoach"


def _duties(run: Run) -> Iterator[Duty]:
    """Yield every duty with a due day: judged ones first, then those that lie ahead."""
    for each in run.assessments:
        if each.obligation.due is not None:
            still = not each.status.closed
            yield Duty(each.obligation.demand, each.agency, each.obligation.due, still, each)
    if not run.asked.only:  # what has not begun is in none of the states
        for report in run.reports:
            yield from _ahead(run, report)


def _ahead(run: Run, report: Report) -> Iterator[Duty]:
    """Yield the duties of periods that begin after the date, as far as is known at the date."""
    plan, registry = report.docket.plan, run.registry
    starts = [demand.term.start for demand in report.docket.demands]
    known = run.workspace.decisions.known(plan.id, run.as_of)
    last = max([run.as_of, *starts])
    later = docket(plan, registry, known, run.workspace.calendar, last)
    seen = set()
    for each in later.obligations:
        demand, due = each.demand, each.due
        if demand.term.start <= run.as_of or due is None:
            continue
        for agency in registry.heirs_on(each.agency, due) or (each.agency,):
            key = demand.item.id, demand.period, agency
            if key not in seen and run.asked.concerns(demand, agency, due):
                seen.add(key)
                yield Duty(demand, agency, due, each.waiver is None, None)
