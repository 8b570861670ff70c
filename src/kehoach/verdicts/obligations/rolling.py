"""Which way a day rolls off days off, and by which rule: the plan's, its own, or none."""

from enum import StrEnum
from typing import NamedTuple

from kehoach.calendar.working import Roll
from kehoach.model.deadlines import Term
from kehoach.model.deadlines.steps import SessionHeld
from kehoach.model.plan import Plan


class RolledBy(StrEnum):
    """What says which way a day rolls."""

    POLICY = "policy"
    DEADLINE = "deadline"
    COUNTED_BACK = "counted_back"
    CLOCK = "clock"
    SESSION = "session"
    EXACT = "exact"


class Rolling(NamedTuple):
    """A way to roll, and what says so."""

    way: Roll
    by: RolledBy


def rolling_of(plan: Plan, term: Term) -> Rolling:
    """Return how the day of a term rolls.

    What is counted back rolls back, so that notice is never shortened (the plan's policy
    ``counted_back``); a session was held on its day; an hour stays where it is named; else the plan's
    policy. The deadline's own word comes before any of these but the session's.
    """
    if term.steps and isinstance(term.steps[-1], SessionHeld):
        return Rolling("none", RolledBy.SESSION)
    if term.roll:
        return Rolling(term.roll, RolledBy.DEADLINE)
    if term.by_clock and not term.assumed:
        return Rolling("none", RolledBy.CLOCK)
    if term.counted_back:
        return Rolling(plan.policy.roll_back, RolledBy.COUNTED_BACK)
    return Rolling(plan.policy.roll, RolledBy.POLICY)


def rolling_of_named(plan: Plan, term: Term, exact: bool) -> Rolling:
    """Return how a day rolls that a letter names instead: as the plan's own named days do.

    It is a named day whatever the deadline was counted from, so that nothing is rolled back that
    the letter gave.
    """
    if exact:
        return Rolling("none", RolledBy.EXACT)
    own = rolling_of(plan, term)
    if own.by is RolledBy.DEADLINE and not term.counted_back:
        return own
    return Rolling(plan.policy.roll, RolledBy.POLICY)
