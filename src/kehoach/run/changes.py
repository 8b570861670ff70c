"""What changed between two states of the data: verdicts, deadlines, the plan itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from kehoach.grouping import group_by
from kehoach.model.ids import AgencyId, ItemId, PlanId
from kehoach.model.plan import Item
from kehoach.periods import PeriodName
from kehoach.run.selection import EVERYTHING, Selection
from kehoach.verdicts.assessment import Assessment, Report, Status
from kehoach.verdicts.obligations.obligation import Key

K = TypeVar("K")
_Asked = tuple[PlanId, ItemId, PeriodName]


class MovedDeadline(NamedTuple):
    """A last day (inclusive) that is another now, for all agencies or for one.

    Without ``after`` there is none any more: the item no longer asks for that period.
    """

    plan: PlanId
    item: ItemId
    period: PeriodName
    agency: AgencyId | None
    before: date | None
    after: date | None


class AlteredItem(NamedTuple):
    """An item of which something is worded or laid differently: the names of what is."""

    plan: PlanId
    item: ItemId
    fields: tuple[str, ...]


class Turned(NamedTuple):
    """A verdict that is another now, by whom it concerns; ``None`` where nothing was or is owed."""

    key: Key
    before: Assessment | None
    after: Assessment | None


class Redeclared(NamedTuple):
    """A finished task of which the files name another day of completion now."""

    key: Key
    before: date | None
    after: date | None


class Changes(NamedTuple):
    """What is different in the second state; items are (plan, item).

    ``turned`` are the verdicts on what is delivered in both states, ``redeclared`` the days of the
    work that were rewritten, whether or not that turns a verdict.
    """

    newly_overdue: tuple[Assessment, ...]
    newly_delivered: tuple[Assessment, ...]
    no_longer_delivered: tuple[Assessment, ...]
    moved_deadlines: tuple[MovedDeadline, ...]
    items_added: tuple[tuple[PlanId, ItemId], ...]
    items_altered: tuple[AlteredItem, ...]
    items_removed: tuple[tuple[PlanId, ItemId], ...]
    turned: tuple[Turned, ...] = ()
    redeclared: tuple[Redeclared, ...] = ()
    newly_paused: tuple[Assessment, ...] = ()
    no_longer_paused: tuple[Assessment, ...] = ()

    def __bool__(self) -> bool:
        return any(self[:])


def changes(
    old: tuple[Report, ...], new: tuple[Report, ...], asked: Selection = EVERYTHING
) -> Changes:
    """Return what changed from one state to another, of what is asked for."""
    found = _changes(old, new)
    return found if asked == EVERYTHING else _among(found, asked, {**_items(old), **_items(new)})


def _among(
    found: Changes, asked: Selection, items: Mapping[tuple[PlanId, ItemId], Item]
) -> Changes:
    """Return the changes that are asked for."""

    def verdict(each: Assessment | None) -> bool:
        return each is not None and asked.of(each.agency) and asked.holds(each)

    def place(plan: PlanId, item: ItemId, period: PeriodName, agency: AgencyId | None) -> bool:
        mine = agency is None or asked.of(agency)
        return mine and asked.asks(plan, items[plan, item], period)

    def whole(named: AlteredItem | tuple[PlanId, ItemId]) -> bool:
        plan, item, *_ = named
        return asked.asks(plan, items[plan, item])

    def declared(each: Redeclared) -> bool:
        key = each.key
        return place(key.plan, key.item, key.period, key.agency)

    return Changes(
        tuple(filter(verdict, found.newly_overdue)),
        tuple(filter(verdict, found.newly_delivered)),
        tuple(filter(verdict, found.no_longer_delivered)),
        tuple(filter(lambda each: place(*each[:4]), found.moved_deadlines)),
        tuple(filter(whole, found.items_added)),
        tuple(filter(whole, found.items_altered)),
        tuple(filter(whole, found.items_removed)),
        tuple(filter(lambda each: any(map(verdict, each[1:])), found.turned)),
        tuple(filter(declared, found.redeclared)),
        tuple(filter(verdict, found.newly_paused)),
        tuple(filter(verdict, found.no_longer_paused)),
    )


def _changes(old: tuple[Report, ...], new: tuple[Report, ...]) -> Changes:
    before, after = _verdicts(old), _verdicts(new)
    items_before, items_after = _items(old), _items(new)
    pairs = [(each, _Past.of(_then(before, key, each))) for key, each in after.items()]
    became = {change: _those(pairs, holds) for change, holds in _BECAME.items()}
    return Changes(
        became["newly_overdue"],
        became["newly_delivered"],
        became["no_longer_delivered"],
        tuple(_moved(old, new, before, after)),
        _gone(items_after, items_before),
        tuple(_altered(items_before, items_after)),
        _gone(items_before, items_after),
        _turned_while_done(old, new),
        tuple(_redeclared(old, new)),
        became["newly_paused"],
        became["no_longer_paused"],
    )


def _those(
    pairs: Iterable[tuple[Assessment, "_Past"]], holds: Callable[[Assessment, "_Past"], bool]
) -> tuple[Assessment, ...]:
    """Return the verdicts of which something holds beside how they stood before."""
    return tuple(now for now, was in pairs if holds(now, was))


def _paused(each: Assessment) -> bool:
    return each.status is Status.PAUSED


def turned(old: tuple[Report, ...], new: tuple[Report, ...]) -> Iterator[Turned]:
    """Yield every verdict that is another now: its status, its days, its due day or its cover."""
    before, after = _verdicts(old), _verdicts(new)
    for key in {**before, **after}:
        was, is_ = before.get(key), after.get(key)
        if _verdict(was) != _verdict(is_):
            yield Turned(key, was, is_)


def _verdict(each: Assessment | None) -> object:
    """Return what of a verdict may turn."""
    return each and (each.status, each.days, each.obligation.due, each.covered)


def _turned_while_done(old: tuple[Report, ...], new: tuple[Report, ...]) -> tuple[Turned, ...]:
    """Return the verdicts that turned on what is delivered in both states."""
    return tuple(each for each in turned(old, new) if _both_done(each))


def _both_done(each: Turned) -> bool:
    return (
        each.before is not None and each.after is not None and each.before.done and each.after.done
    )


def _redeclared(old: tuple[Report, ...], new: tuple[Report, ...]) -> Iterator[Redeclared]:
    """Yield the finished tasks of which the files name another day, or none, now."""
    before, after = _declared(old), _declared(new)
    for key, day in after.items():
        if key in before and before[key] != day:
            yield Redeclared(key, before[key], day)


def _declared(reports: tuple[Report, ...]) -> dict[Key, date | None]:
    """Return the day of each finished task as the files, not what was received, have it."""
    return {
        claim.key: claim.completed
        for report in reports
        for claim in report.claims
        if claim.kind == "task" and claim.progress == "done" and not claim.overwritten
        if claim.started or not claim.of_start
    }


class _Past(NamedTuple):
    """How an obligation stood before; one that was not there was neither overdue nor done."""

    overdue: bool = False
    done: bool = False
    paused: bool = False

    @classmethod
    def of(cls, then: Assessment | None) -> "_Past":
        return cls(then.overdue, then.done, _paused(then)) if then else cls()


_BECAME: Mapping[str, Callable[[Assessment, _Past], bool]] = {
    "newly_overdue": lambda now, was: now.overdue and not was.overdue,
    "newly_delivered": lambda now, was: now.done and not was.done,
    "no_longer_delivered": lambda now, was: was.done and not now.done,
    "newly_paused": lambda now, was: _paused(now) and not was.paused,
    "no_longer_paused": lambda now, was: was.paused and not (_paused(now) or now.done),
}


def _gone(here: Mapping[K, Item], there: Mapping[K, Item]) -> tuple[K, ...]:
    """Return what stands here and not there."""
    return tuple(key for key in here if key not in there)


def _verdicts(reports: tuple[Report, ...]) -> dict[Key, Assessment]:
    """Return the verdicts by whom they now concern."""
    return {
        each.obligation.key._replace(agency=each.agency): each
        for report in reports
        for each in report.assessments
    }


def _then(before: Mapping[Key, Assessment], key: Key, now: Assessment) -> Assessment | None:
    """Return the verdict before: on whom it concerns now, or on the body that was named.

    A debt that was overdue when its body ended is not newly overdue with the successor.
    """
    return before.get(key) or before.get(now.obligation.key)


def _items(reports: tuple[Report, ...]) -> dict[tuple[PlanId, ItemId], Item]:
    return {
        (report.docket.plan.id, item.id): item
        for report in reports
        for item in report.docket.plan.items
    }


def _altered(
    before: Mapping[tuple[PlanId, ItemId], Item], after: Mapping[tuple[PlanId, ItemId], Item]
) -> Iterator[AlteredItem]:
    """Yield the items that stand in both states and differ."""
    for (plan, id_), item in after.items():
        old = before.get((plan, id_))
        if old is not None and old != item:
            fields = type(item).model_fields
            names = (name for name in fields if getattr(old, name) != getattr(item, name))
            yield AlteredItem(plan, id_, tuple(fields[name].alias or name for name in names))


def _moved(
    old: tuple[Report, ...],
    new: tuple[Report, ...],
    before: Mapping[Key, Assessment],
    after: Mapping[Key, Assessment],
) -> Iterator[MovedDeadline]:
    """Yield the due days that are others now: those of all, then those of single agencies."""
    was, is_ = _due_days(old), _due_days(new)
    stand = _items(new)
    for asked, dues in was.items():
        now = is_.get(asked, (None,))
        if asked[:2] in stand and _told_of_all(dues, now):
            yield MovedDeadline(*asked, None, dues[0], now[0])
    for key, each in after.items():
        then = before.get(key)
        common = (key.plan, key.item, key.period)
        if then is None or then.obligation.due == each.obligation.due:
            continue
        if not _told_of_all(was.get(common, (None,)), is_.get(common, (None,))):
            due = each.obligation.due
            yield MovedDeadline(*common, key.agency, then.obligation.due, due)


def _told_of_all(dues: Sequence[date | None], now: Sequence[date | None]) -> bool:
    """Say whether a due day that all had is another that all have."""
    return dues != now and len(dues) == len(now) == 1


def _due_days(reports: tuple[Report, ...]) -> dict[_Asked, tuple[date | None, ...]]:
    """Return by item and period the due days: several, where bodies have days of their own."""
    asked = ((report.docket.plan.id, each) for report in reports for each in report.docket.demands)
    days = group_by(asked, lambda each: (each[0], each[1].item.id, each[1].period))
    return {key: tuple(each.due for _, each in those) for key, those in days.items()}
