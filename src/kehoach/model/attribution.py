"""Of which plan a record of the office is that names none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from kehoach.model.decisions import KINDS, Decision, Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import BookEntry, RegistryBook
from kehoach.model.workspace import NO_PLAN

R = TypeVar("R", Decision, BookEntry)


def attributed(
    plans: Sequence[Plan], decisions: Decisions, book: RegistryBook
) -> tuple[Decisions, RegistryBook]:
    """Return both with each record that names no plan given to the one it is of.

    Of several plans that have its item it is of none (``NO_PLAN``) until it says which.
    """
    if len(plans) == 1:
        return decisions, book
    owners: dict[str, list[str]] = defaultdict(list)
    for plan in plans:
        for id_ in {*plan.item, *(event.id for event in plan.events)}:
            owners[id_].append(plan.id)

    def of(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(_attributed(record, owners) for record in records)

    kinds = {kind: of(getattr(decisions, kind)) for kind in KINDS}
    receipts = of(book.receipts)
    return decisions.model_copy(update=kinds), book.model_copy(update={"receipts": receipts})


def _attributed(record: R, owners: Mapping[str, list[str]]) -> R:
    """Return a record with the plan it is of."""
    about: str | None = getattr(record, "item", None) or getattr(record, "id", None)
    if record.plan is not None or about is None or not owners.get(about):
        return record
    only = owners[about][0] if len(owners[about]) == 1 else NO_PLAN
    return record.model_copy(update={"plan": only})
