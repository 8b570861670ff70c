"""Of which plan a record of the office is that names none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kehoach.model.decisions import KINDS, Decision, Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.workspace import NO_PLAN

if TYPE_CHECKING:  # few offices keep such a book
    from kehoach.model.reminders import Reminder

R = TypeVar("R", "Decision", "BookEntry", "Reminder")


class Records(NamedTuple):
    """What the office wrote down of plans."""

    decisions: Decisions
    book: RegistryBook
    reminders: "tuple[Reminder, ...]" = ()


def attributed(plans: Sequence[Plan], records: Records) -> Records:
    """Return all with each record that names no plan given to the one it is of.

    Of several plans that have its item it is of none (``NO_PLAN``) until it says which.
    """
    if len(plans) == 1:
        return records
    owners: dict[str, list[str]] = defaultdict(list)
    for plan in plans:
        for id_ in {*plan.item, *(event.id for event in plan.events)}:
            owners[id_].append(plan.id)

    def of(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(_attributed(record, owners) for record in records)

    decisions, book, reminders = records
    kinds = {kind: of(getattr(decisions, kind)) for kind in KINDS}
    receipts = of(book.receipts)
    return Records(
        decisions.model_copy(update=kinds),
        book.model_copy(update={"receipts": receipts}),
        of(reminders),
    )


def _attributed(record: R, owners: Mapping[str, list[str]]) -> R:
    """Return a record with the plan it is of."""
    if record.plan is not None:
        return record
    named = [each.item for each in getattr(record, "about", ())] or [
        getattr(record, "item", None) or getattr(record, "id", None)
    ]
    having = [set(owners[id_]) for id_ in named if id_ in owners]
    if not having:
        return record
    shared = set.intersection(*having)
    return record.model_copy(update={"plan": shared.pop() if len(shared) == 1 else NO_PLAN})
