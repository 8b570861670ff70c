"""Who writes to whom about what: the letters that are due to an agency, each in one body's name."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Literal, NamedTuple

from kehoach.grouping import group_by
from kehoach.letters.notices import successor, writer
from kehoach.letters.summary.overdue import AHEAD_DAYS, longest_first
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.model.reminders import Reminder
from kehoach.run import Account
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.reminded import in_order, times
from kehoach.verdicts.tables.trend import due_within

Kind = Literal["reminder", "notice", "report", "list"]


class Correspondence(NamedTuple):
    """What is written about to one agency, and by whom.

    A ``reminder`` asks for what is overdue, a ``notice`` tells what falls due soon; a ``report`` tells
    both to a body above the sender, and a ``list`` is the sender's own. ``sender`` is none where the
    plan names neither a consolidating office nor an issuer; ``superior`` is the issuer where it is
    neither of the two who correspond. ``earlier`` are the letters about what is still overdue.
    """

    agency: AgencyId
    kind: Kind
    sender: AgencyId | None
    superior: AgencyId | None
    plans: tuple[Plan, ...]
    overdue: tuple[Assessment, ...]
    soon: tuple[Assessment, ...]
    earlier: tuple[Reminder, ...]

    @property
    def time(self) -> int:
        """The how manieth reminder this is: letters of one day, also to forerunners, are one round."""
        return times(self.earlier) + 1

    def on(self, day: date) -> "Correspondence":
        """Return the same as written on a day: no letter follows up another of its own day."""
        known = (each for each in self.earlier if each.document.date and each.document.date < day)
        return self._replace(earlier=tuple(known))

    def cited(self, run: Account, each: Assessment) -> tuple[Reminder, ...]:
        """Return the earlier letters about one debt."""
        return tuple(letter for letter in run.reminded(each) if letter in self.earlier)


def correspondences(run: Account, agency: AgencyId) -> tuple[Correspondence, ...]:
    """Return what is to be written to an agency, a letter in the name of each body that follows a plan."""
    owed = run.debts.get(agency, ())
    senders = group_by(run.plans, lambda plan: writer(run, plan))
    letters = (_letter(run, agency, sender, plans, owed) for sender, plans in senders.items())
    return tuple(each for each in letters if each)


def _letter(
    run: Account,
    agency: AgencyId,
    sender: AgencyId | None,
    plans: list[Plan],
    owed: Iterable[Assessment],
) -> Correspondence | None:
    """Return what one body has to write; nothing where nothing is overdue or falls due soon."""
    mine = [*_under(plans, owed)]
    overdue = longest_first(each for each in mine if each.overdue)
    soon = due_within(mine, AHEAD_DAYS)
    concerned = tuple(plan for plan in plans if [*_under([plan], (*overdue, *soon))])
    if not concerned:
        return None
    issuer = successor(run, concerned[0].issuer)
    return Correspondence(
        agency,
        _kind(run, agency, sender, concerned, urgent=bool(overdue)),
        sender,
        None if issuer in {sender, agency} else issuer,
        concerned,
        tuple(overdue),
        tuple(soon),
        in_order(letter for each in overdue for letter in run.reminded(each)),
    )


def _under(plans: Iterable[Plan], owed: Iterable[Assessment]) -> Iterator[Assessment]:
    """Yield what is owed under some plans by a body that still exists."""
    ids = {plan.id for plan in plans}
    yield from (each for each in owed if each.obligation.key.plan in ids and not each.heirless)


def _kind(
    run: Account,
    agency: AgencyId,
    sender: AgencyId | None,
    plans: tuple[Plan, ...],
    *,
    urgent: bool,
) -> Kind:
    if agency == sender:
        return "list"
    if sender and agency in _above(run, sender, plans):
        return "report"
    return "reminder" if urgent else "notice"


def _above(run: Account, sender: AgencyId, plans: Iterable[Plan]) -> set[str]:
    """Return the bodies above the one that writes: issuers, its parents, and to whom it reports."""
    bodies = {*_parents(run, sender)}
    for plan in plans:
        named = (plan.issuer, *_receivers(run, sender, plan))
        bodies.update(filter(None, (successor(run, each) for each in named)))
    return bodies


def _parents(run: Account, id_: AgencyId) -> Iterator[str]:
    seen = {str(id_)}
    agency = run.registry.agency.get(id_)
    while agency and agency.parent and agency.parent not in seen:
        yield agency.parent
        seen.add(agency.parent)
        agency = run.registry.agency.get(agency.parent)


def _receivers(run: Account, sender: AgencyId, plan: Plan) -> Iterator[AgencyId]:
    """Yield the bodies to whom a body reports under a plan, by its own name or as one of a group."""
    within = run.registry.agencies_in
    for item in plan.items:
        receiver = run.registry.agency.get(item.to or "")
        named = (*item.lead, *item.implement)
        if (
            receiver
            and item.kind == "report"
            and any(sender in (id_, *within.get(id_, ())) for id_ in named)
        ):
            yield receiver.id


class Round(NamedTuple):
    """Whom to write to at a date: the letters, and those that are left for later.

    ``ended`` are bodies that ended, owing something overdue, and whom nobody succeeded.
    """

    letters: tuple[Correspondence, ...]
    later: tuple[Correspondence, ...]
    ended: tuple[AgencyId, ...]


def due_letters(run: Account, *, everybody: bool = False) -> Round:
    """Return the letters that are to be written now; ``everybody``: also before it is their turn."""
    all_ = (each for id_ in sorted(_pressing(run)) for each in correspondences(run, id_))
    turns = group_by(
        filter(_presses, all_), lambda each: not everybody and days_to_wait(run, each) > 0
    )
    ended = {each.agency for each in _owed(run) if each.overdue and each.heirless}
    return Round(tuple(turns.get(False, ())), tuple(turns.get(True, ())), tuple(sorted(ended)))


def _pressing(run: Account) -> set[AgencyId]:
    """Return who owes something overdue or due soon, where the body still exists."""
    return {
        each.agency
        for each in _owed(run)
        if not each.heirless and (each.overdue or _due_soon(each))
    }


def _owed(run: Account) -> Iterator[Assessment]:
    return chain.from_iterable(run.debts.values())


def _presses(of: Correspondence) -> bool:
    return bool(of.overdue) or any(map(_due_soon, of.soon))


def _due_soon(each: Assessment) -> bool:
    return each.due_soon and not each.requested


def days_to_wait(run: Account, of: Correspondence) -> int:
    """Return in how many days a reminder is due by the plans' policy; what is none is due at once."""
    if of.kind != "reminder":
        return 0
    return min(_wait(run, each) for each in of.overdue)


def _wait(run: Account, each: Assessment) -> int:
    """Return in how many days a debt is to be reminded of: never before so many days are overdue."""
    policy = each.obligation.demand.plan.policy.reminders
    days = policy.first - (each.days or 0)
    letters = run.reminded(each)
    if not letters or letters[-1].document.date is None:
        return days
    again = letters[-1].document.date + timedelta(days=policy.again)
    return max(days, (again - run.as_of).days)


def owing_plans(of: Correspondence) -> Iterator[tuple[Plan, list[Assessment]]]:
    """Yield the plans of a letter, each with what is overdue under it."""
    debts = group_by(of.overdue, lambda each: each.obligation.demand.plan.id)
    yield from ((plan, debts[plan.id]) for plan in of.plans if plan.id in debts)
