"""Who writes to whom about what: the agencies to remind, and who signs the letter to each."""

from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.trend import due_within

_FEW_NEXT, _EVER = 5, 36500


class Correspondence(NamedTuple):
    """What is written about to one agency, and by whom.

    ``sender`` is none where the plan names neither a consolidating office nor an issuer;
    ``superior`` is the issuer where it is neither of the two who correspond.
    """

    agency: AgencyId
    sender: AgencyId | None
    superior: AgencyId | None
    plans: tuple[Plan, ...]
    overdue: tuple[Assessment, ...]
    soon: tuple[Assessment, ...]


class Addressees(NamedTuple):
    """Whom to remind; ``own`` are the offices that would be writing to themselves.

    ``ended`` are bodies that ended, owing something overdue, and whom nobody succeeded.
    """

    reminded: tuple[AgencyId, ...]
    own: tuple[AgencyId, ...]
    ended: tuple[AgencyId, ...]


def addressees(run: Run) -> Addressees:
    """Return who owes something overdue or due soon, where the body still exists."""
    pressing = [each for each in run.assessments if each.overdue or _due_soon(each)]
    urgent = group_by((each for each in pressing if not each.heirless), lambda each: each.agency)
    own = {id_ for id_, owed in urgent.items() if _signs_all(run, id_, owed)}
    ended = {each.agency for each in pressing if each.overdue and each.heirless}
    return Addressees(tuple(sorted(urgent.keys() - own)), tuple(sorted(own)), tuple(sorted(ended)))


def correspondence(run: Run, agency: AgencyId) -> Correspondence:
    """Return what is to be written to an agency: what is overdue, and what falls due next."""
    owed = [each for each in run.assessments if each.agency == agency]
    overdue = sorted((each for each in owed if each.overdue), key=lambda each: -(each.days or 0))
    soon = due_within(owed, AHEAD_DAYS)
    if not overdue and not soon:
        soon = due_within(owed, _EVER)[:_FEW_NEXT]
    concerned = {each.obligation.demand.plan.id for each in (*overdue, *soon)}
    plans = tuple(plan for plan in run.plans if plan.id in concerned) or run.plans
    sender, superior = _signer(run, plans, agency)
    return Correspondence(agency, sender, superior, plans, tuple(overdue), tuple(soon))


def writes_to_itself(run: Run, agency: AgencyId) -> bool:
    """Say whether nobody but the agency itself is there to sign a reminder to it."""
    return correspondence(run, agency).sender == agency


def _due_soon(each: Assessment) -> bool:
    return each.due_soon and not each.requested


def _signs_all(run: Run, agency: AgencyId, owed: list[Assessment]) -> bool:
    """Say whether all that an agency owes belongs to plans of which it writes the letters."""
    plans = {each.obligation.demand.plan.id for each in owed}
    return all(_writer(run, plan) == agency for plan in run.plans if plan.id in plans)


def _signer(
    run: Run, plans: tuple[Plan, ...], agency: AgencyId
) -> tuple[AgencyId | None, AgencyId | None]:
    """Return who signs, and the issuer above; the issuer itself reminds its own office."""
    plan = next((each for each in plans if _writer(run, each) != agency), plans[0])
    issuer, sender = _now(run, plan.issuer), _writer(run, plan)
    if sender == agency and issuer:
        sender = issuer
    return sender, None if issuer in {sender, agency} else issuer


def _writer(run: Run, plan: Plan) -> AgencyId | None:
    """Return who writes the letters of a plan: its consolidating office, else its issuer."""
    return _now(run, plan.policy.consolidator) or _now(run, plan.issuer)


def _now(run: Run, id_: AgencyId | None) -> AgencyId | None:
    """Return who stands in the place of a body at the date of the run."""
    heirs = run.registry.heirs_on(id_, run.as_of) if id_ else ()
    return heirs[0] if heirs else id_
