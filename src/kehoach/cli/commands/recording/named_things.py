"""What an entry names, looked up: ids, or the one line that says what was probably meant."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.periods import PeriodName
from kehoach.run import Run, WrongQuestion
from kehoach.run.question import agency_id, known_id, names_of
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, captions, fold

_FEW = 8
_WHICH_PLAN = Text(
    "“{id}” có trong nhiều kế hoạch; cần --plan: {plans}",
    "several plans have “{id}”; --plan is needed: {plans}",
)
_WHICH_PERIOD = Text(
    "mục {item} có nhiều kỳ; cần --period: {periods}",
    "item {item} has several periods; --period is needed: {periods}",
)
_NO_PERIOD = Text(
    "mục {item} không có kỳ “{period}”; các kỳ: {periods}",
    "item {item} has no period “{period}”; it has: {periods}",
)
_ITEMS, _EVENTS = "kehoach status --by item --all", file_names.PLANS
_SENDER_OR_ITEM = Text("cơ quan hay mục", "agency or item")
_AN_EVENT = Text("sự kiện", "event")


class NamedThings(NamedTuple):
    """The plans, bodies and demands of a run, of one ``plan`` alone where one was named."""

    run: Run
    plan: str | None

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that may be meant.

        Raises:
            WrongQuestion: there is none of the id given.
        """
        found = tuple(each for each in self.run.plans if self.plan in (None, each.id))
        if not found:
            known = ", ".join(each.id for each in self.run.plans)
            raise WrongQuestion(captions.NO_SUCH_PLAN.filled(plan=self.plan, plans=known))
        return found

    def divided(self, words: Sequence[str]) -> tuple[tuple[str, ...], tuple[AgencyId, ...]]:
        """Return which of some words are items, and the agencies that the others are.

        Raises:
            WrongQuestion: one is neither; the nearest of both are offered.
        """
        each_alone = [part for word in words for part in self._apart(word)]
        items = tuple(each for each in each_alone if each in self._items)
        return items, tuple(self._agency(each) for each in each_alone if each not in items)

    def _apart(self, word: str) -> list[str]:
        """Return the ids that a word divides by commas; one that is no list of ids, by itself."""
        parts = [part.strip() for part in word.split(",")]
        known = all(each in self._items or each in self.run.registry.agency for each in parts)
        return parts if known else [word]

    def _agency(self, asked: str) -> AgencyId:
        agencies = {each.id: names_of(each) for each in self.run.registry.agencies}
        wanted = fold(asked)
        if any(wanted in (id_, *map(fold, names)) for id_, names in agencies.items()):
            return self.agency(asked)
        where = _ITEMS.replace("item", "agency|item")
        return AgencyId(known_id(asked, {**agencies, **self._items}, _SENDER_OR_ITEM, where))

    @property
    def _items(self) -> dict[str, tuple[str, ...]]:
        return {each.id: (each.title,) for plan in self.plans for each in plan.items}

    def item(self, asked: str) -> str:
        """Return the id of an item.

        Raises:
            WrongQuestion: there is none, or it stands in several plans.
        """
        found = known_id(asked, self._items, captions.AN_ITEM, _ITEMS)
        return self._of_one(found, (plan for plan in self.plans if found in plan.item))

    def include_task(self, items: Sequence[str]) -> bool:
        """Say whether one of some items is a task."""
        found = (plan.item[id_] for plan in self.plans for id_ in items if id_ in plan.item)
        return any(each.kind == "task" for each in found)

    def are_events(self, asked: Sequence[str]) -> bool:
        """Say whether events are meant: all are called so, or are no items either."""
        return all(each in self._events or each not in self._items for each in asked)

    def event(self, asked: str) -> str:
        """Return the id of an event.

        Raises:
            WrongQuestion: as ``item``.
        """
        found = known_id(asked, self._events, _AN_EVENT, _EVENTS)
        having = (p for p in self.plans if any(found == each.id for each in p.events))
        return self._of_one(found, having)

    @property
    def _events(self) -> dict[str, tuple[str, ...]]:
        return {each.id: (each.text,) for plan in self.plans for each in plan.events}

    def _of_one(self, found: str, having: Iterable[Plan]) -> str:
        plans = [plan.id for plan in having]
        if len(plans) > 1:
            raise WrongQuestion(_WHICH_PLAN.filled(id=found, plans=", ".join(plans)))
        return found

    def agency(self, asked: str) -> AgencyId:
        """Return the id of an agency, by id or name.

        Raises:
            WrongQuestion: there is none, or several are called so.
        """
        return agency_id(asked, self.run.registry, self.run.shown_folder)

    def body(self, asked: str) -> str:
        """Return the id of an agency or of a group, by id or name.

        Raises:
            WrongQuestion: as ``agency``.
        """
        groups = self.run.registry.groups
        wanted = fold(asked)
        called = (g for g in groups if wanted in (g.id, *map(fold, names_of(g))))
        group = next(called, None)
        return group.id if group else self.agency(asked)

    def periods(
        self, item: str, asked: Sequence[str], *, needed: bool
    ) -> tuple[PeriodName | None, ...]:
        """Return the periods asked for; of an item that has one, or where none is ``needed``, no name.

        Raises:
            WrongQuestion: the item is not asked for in one of them, or it has several and none is named.
        """
        known = {each.period for each in self._demands(item)}
        told = ", ".join(self._likely(item))
        if unknown := [each for each in asked if each not in known]:
            raise WrongQuestion(_NO_PERIOD.filled(item=item, period=unknown[0], periods=told))
        if needed and not asked and len(known) > 1:
            raise WrongQuestion(_WHICH_PERIOD.filled(item=item, periods=told))
        return tuple(map(PeriodName, asked)) or (None,)

    def _likely(self, item: str) -> Iterator[str]:
        """Yield the periods that have begun, the latest first."""
        begun = [each for each in self._demands(item) if each.term.start <= self.run.as_of]
        latest = dict.fromkeys(each.period for each in reversed(begun))
        yield from [*latest][:_FEW]
        if len(latest) > _FEW:
            yield "…"

    def _demands(self, item: str) -> Iterator[Demand]:
        for docket in self.run.dockets:
            if self.plan in (None, docket.plan.id):
                yield from (each for each in docket.demands if each.item.id == item)
