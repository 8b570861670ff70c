"""The entries of ``reminders.yaml`` for letters that are sent: printed to be pasted, or written."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kehoach.filing.office_files import with_added
from kehoach.filing.yaml_insertion import Addition, Value
from kehoach.letters.reminder.correspondence import Correspondence, owing_plans
from kehoach.model.ids import AgencyId, ItemId, PlanId
from kehoach.periods import ONCE, PeriodName
from kehoach.run import Account
from kehoach.verdicts.assessment import Assessment

_SCHEMA = "kehoach/reminders@1"
_ROUTE = "reminders"


class Sent(NamedTuple):
    """A letter with its number and day, and by when (inclusive) it asks for an answer."""

    of: Correspondence
    number: str
    day: date
    reply_by: date | None

    @property
    def numbered(self) -> bool:
        """Say whether its whole number is known: without it an entry would not count."""
        return "…" not in self.number


def book_with(run: Account, raw: bytes | None, sent: Iterable[Sent]) -> bytes | None:
    """Return the file with an entry for each reminder that it lacks; ``None``: it lacks none.

    Raises:
        CannotInsert: nothing can be added to the file as it stands.
    """
    entries = tuple(entry for each in sent for entry in _entries(run, each))
    return with_added(raw, _SCHEMA, [Addition((_ROUTE,), entries)]) if entries else None


def proposed(run: Account, sent: Iterable[Sent]) -> str:
    """Return the entries as they are written in the file; empty where there is none to add."""
    made = book_with(run, None, sent)
    return made.decode().partition(f"{_ROUTE}:\n")[2] if made else ""


def _entries(run: Account, sent: Sent) -> Iterator[Value]:
    """Yield the entry of a reminder under each plan; what stands in the book already is left out."""
    if sent.of.kind != "reminder":
        return
    standing = {
        (each.plan, each.agency, each.document.number, each.document.date)
        for each in run.workspace.reminders
    }
    for plan, debts in owing_plans(sent.of):
        of: set[tuple[PlanId | None, AgencyId, str | None, date | None]] = {
            (named, sent.of.agency, sent.number, sent.day) for named in (plan.id, None)
        }
        if not of & standing:
            yield _entry(plan.id, debts, sent)


def _entry(plan: PlanId, debts: Iterable[Assessment], sent: Sent) -> Value:
    document = {"number": sent.number} if sent.numbered else {}
    reply = {"reply_by": sent.reply_by.isoformat()} if sent.reply_by else {}
    return {
        "plan": plan,
        "agency": sent.of.agency,
        "document": {**document, "date": sent.day.isoformat()},
        **reply,
        "about": tuple(map(_debt, dict.fromkeys(map(_named, debts)))),
    }


def _named(each: Assessment) -> tuple[ItemId, PeriodName]:
    """Return what a letter names: who took over from several bodies owes the same several times."""
    return each.obligation.key.item, each.obligation.key.period


def _debt(named: tuple[ItemId, PeriodName]) -> Value:
    item, period = named
    return {"item": item} if period == ONCE else {"item": item, "period": period}
