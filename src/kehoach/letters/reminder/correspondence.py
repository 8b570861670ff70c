"""Who writes to whom about what: the agencies to remind, and who signs the letter to each."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.letters.notices import successor, writer
from kehoach.letters.summary.overdue import AHEAD_DAYS, longest_first
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

    ``ended`` are bodies to whom nobody can write any more.
    """

    reminded: tuple[AgencyId, ...]
    own: tuple[AgencyId, ...]
    ended: tuple[AgencyId, ...]


def addressees(run: Run) -> Addressees:
    """Return who owes something overdue or due soon, where the body still exists."""
    there = (each for each in run.assessments if not each.heirless)
    pressing = (each for each in there if each.overdue or _due_soon(each))
    urgent = group_by(pressing, lambda each: each.agency)
    own = {id_ for id_, owed in urgent.items() if _signs_all(run, id_, owed)}
    reminded = urgent.keys() - own
    return Addressees(tuple(sorted(reminded)), tuple(sorted(own)), _ended(run))


def _ended(run: Run) -> tuple[AgencyId, ...]:
    """Return the bodies that ended, owing something overdue, and whom nobody succeeded."""
    return tuple(
        sorted({each.agency for each in run.assessments if each.overdue and each.heirless})
    )


def correspondence(run: Run, agency: AgencyId) -> Correspondence:
    """Return what is to be written to an agency: what is overdue, and what falls due next."""
    owed = run.owed_by.get(agency, [])
    overdue = longest_first(each for each in owed if each.overdue)
    soon = due_within(owed, AHEAD_DAYS)
    if not (overdue or soon):
        soon = due_within(owed, _EVER)[:_FEW_NEXT]
    plans = _concerned(run, (*overdue, *soon)) or run.plans
    sender, superior = _signer(run, plans, agency)
    return Correspondence(agency, sender, superior, plans, tuple(overdue), tuple(soon))


def _concerned(run: Run, verdicts: Iterable[Assessment]) -> tuple[Plan, ...]:
    ids = {each.obligation.demand.plan.id for each in verdicts}
    return tuple(plan for plan in run.plans if plan.id in ids)


def writes_to_itself(run: Run, agency: AgencyId) -> bool:
    """Say whether nobody but the agency itself is there to sign a reminder to it."""
    return correspondence(run, agency).sender == agency


def _due_soon(each: Assessment) -> bool:
    return each.due_soon and not each.requested


def _signs_all(run: Run, agency: AgencyId, owed: list[Assessment]) -> bool:
    """Say whether all that an agency owes belongs to plans of which it writes the letters."""
    return all(writer(run, plan) == agency for plan in _concerned(run, owed))


def _signer(
    run: Run, plans: tuple[Plan, ...], agency: AgencyId
) -> tuple[AgencyId | None, AgencyId | None]:
    """Return who signs, and the issuer above; the issuer itself reminds its own office."""
    plan = next((each for each in plans if writer(run, each) != agency), plans[0])
    issuer, sender = successor(run, plan.issuer), writer(run, plan)
    if sender == agency and issuer:
        sender = issuer
    return sender, None if issuer in {sender, agency} else issuer
