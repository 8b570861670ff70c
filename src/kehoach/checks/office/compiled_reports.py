"""Reports compiled from other reports: the others must be there, and due before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from kehoach.checks.review import OfficeReview, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.grouping import group_by
from kehoach.model.ids import ItemId
from kehoach.model.plan import Item, Plan
from kehoach.verdicts.obligations import Docket
from kehoach.verdicts.obligations.compiling import compiled_from
from kehoach.verdicts.obligations.demand import Demand
from kehoach.words import Text, captions, day_words
from kehoach.words.period_names import of_period

_PLAN = PLAN + (
    "items:\n"
    '  - {id: "1", kind: report, title: Một, text: Gửi., lead: [so-tai-chinh],'
    " deadline: {by: 2021-06-20}}\n"
    '  - {id: "2", kind: report, title: Hai, text: Gửi., lead: [so-tai-chinh], after: "1",'
    " deadline: {by: 2021-06-%s}}\n"
)

ORDER = Rule(
    "KH548", Severity.WARNING,
    Text("Báo cáo tổng hợp không theo thứ tự", "A compiled report out of order"),
    captions.ITEM_SAID,
    Text("sửa “after”, hoặc thời hạn của một trong hai mục", "mend “after”, or one of the deadlines"),
    Text("Báo cáo tổng hợp từ báo cáo khác phải có hạn sau: trước đó chưa có gì để tổng hợp.",
         "What is compiled from other reports must be due after them: before there is nothing to compile."),
    Example(_PLAN % "20", _PLAN % "25", "plan_07.yaml", beside=("agencies.yaml", REGISTRY)),
)  # fmt: skip
RULES = (ORDER,)
_FEW = 10
_UNKNOWN = Text("kế hoạch không có mục {after}", "the plan has no item {after}")
_ITSELF = Text("không thể tổng hợp từ chính mình", "it cannot be compiled from itself")
_RING = Text(
    "các mục tổng hợp lẫn nhau: {ring}", "these items are compiled from each other: {ring}"
)
_NOT_LATER = Text(
    "hạn {due}{of} không sau hạn {before} của mục {after}, là mục được tổng hợp",
    "it is due on {due}{of}, not after item {after}, from which it is compiled, on {before}",
)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong with each ``after``, once an item."""
    for docket in review.dockets:
        plan = docket.plan
        order = _Order(docket)
        for index, item in enumerate(plan.items):
            if item.after is not None and (why := order.wrong(item, item.after)):
                place = Place(plan_file(review.files, plan.id), ("items", index, "after"))
                yield Finding(ORDER, place, {"item": item.id, "why": why}, Subject(item=item.id))


class _Order:
    """What is compiled from what in one plan, and what each item asks for, by when its periods begin."""

    def __init__(self, docket: Docket) -> None:
        self._known = docket.plan.item
        self._rings = _rings(docket.plan)
        self._asked = {
            id_: sorted(asked, key=_begins)
            for id_, asked in group_by(docket.demands, lambda each: each.item.id).items()
        }

    def wrong(self, item: Item, after: ItemId) -> Text | None:
        """Return what is wrong with what an item is compiled from."""
        if after == item.id:
            return _ITSELF
        if after not in self._known:
            return _UNKNOWN.filled(after=after)
        if item.id in self._rings:
            return _RING.filled(ring=" → ".join(_shown(*self._rings[item.id])))
        return self._not_later(item, after)

    def _not_later(self, item: Item, after: ItemId) -> Text | None:
        """Return which due day of an item is not after one of what it is compiled from, the first."""
        for demand in self._asked.get(item.id, ()):
            if demand.item is not item or demand.due is None:
                continue
            for each in compiled_from(demand, self._beside(demand, after)):
                if each.due is not None and demand.due <= each.due:
                    of = of_period(demand.period)
                    return _NOT_LATER.filled(
                        due=day_words(demand.due), before=day_words(each.due), after=each.item.id,
                        of=Text(*(f" ({words})" if words else "" for words in of)),
                    )  # fmt: skip
        return None

    def _beside(self, demand: Demand, after: ItemId) -> Sequence[Demand]:
        """Return what of an item may fall into a demand's period: of what recurs, what begins in it."""
        theirs, own = self._asked.get(after, []), demand.term.period
        if not own.recurs:
            return theirs
        first, end = (
            bisect_left(theirs, day, key=_begins) for day in (own.span.first, own.span.end)
        )
        return theirs[first:end]


def _begins(demand: Demand) -> date:
    return demand.term.period.span.first


def _rings(plan: Plan) -> dict[ItemId, tuple[list[ItemId], int]]:
    """Return the items that lead back to themselves: each with its ring, and its place in it."""
    rings: dict[ItemId, tuple[list[ItemId], int]] = {}
    met: dict[ItemId, ItemId] = {}
    for item in plan.items:
        way: list[ItemId] = []
        here: Item | None = item
        while here is not None and here.id not in met:
            met[here.id] = item.id
            way.append(here.id)
            here = plan.item.get(here.after) if here.after else None
        if here is not None and met[here.id] == item.id and here.id in way:
            ring = way[way.index(here.id) :]
            rings |= {id_: (ring, place) for place, id_ in enumerate(ring)}
    return rings


def _shown(ring: list[ItemId], place: int) -> list[str]:
    """Return the way from an item back to itself, of a long one its beginning."""
    way = [ring[(place + each) % len(ring)] for each in range(min(len(ring), _FEW))]
    return [*way, *("…" for _ in ring[_FEW:][:1]), ring[place]]
