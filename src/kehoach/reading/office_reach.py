"""How far the files of the office may reach: a few lines of them can ask for years of reckoning.

What reaches further is no office's: it is refused, and named with its bound, before anything is judged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from kehoach.diagnostics import Example, Finding, Place, Rule, Severity
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.deadlines.open_ended import Continuous
from kehoach.model.deadlines.recurring import Recurrence
from kehoach.model.decisions import Decisions
from kehoach.model.plan import Item, Plan
from kehoach.model.workspace import PlanFile
from kehoach.periods import DAY, Every
from kehoach.words import Text, captions

if TYPE_CHECKING:
    from kehoach.model.check_settings import CheckSettings

_LONG = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: %s-01-01, to: %s-12-31}
items:
  - {id: D.1, kind: task, title: Trực, text: Trực hằng ngày., lead: [so-tai-chinh], deadline: {every: day}}
"""
REACH = Rule(
    "KH137", Severity.ERROR,
    Text("Vượt giới hạn tính toán", "Reaches over a bound"),
    captions.REASON,
    Text("sửa lại: không văn bản thật nào cần nhiều đến thế",
         "mend it: no real document needs as many"),
    Text("Vài dòng có thể đòi hỏi tính hàng năm trời: nhóm lồng nhau, cơ quan kế thừa nối tiếp nhau, việc "
         "hằng ngày trong ba trăm năm. Quá giới hạn thì không tính gì, và nói rõ giới hạn.",
         "A few lines can ask for years of reckoning: groups in groups, successors of successors, a daily "
         "duty for three hundred years. Over a bound nothing is judged, and the bound is named."),
    Example(_LONG % ("1900", "2199"), _LONG % ("2021", "2025"), "plan_07.yaml"),
)  # fmt: skip
MOST_HEIRS = 100
MOST_MEMBERS = 1_000_000
MOST_PERIODS = 30_000
MOST_OBLIGATIONS = 10_000_000
MOST_DECISIONS = 50
MOST_IGNORED = 500
_HEIRS = Text(
    "“{id}” có hơn {most} cơ quan kế thừa, trực tiếp và qua nhau",
    "“{id}” has over {most} successors, by itself and through each other",
)
_MEMBERS = Text(
    "các nhóm, tính cả nhóm trong nhóm, có hơn {most} thành viên",
    "the groups, with those in them, have over {most} members",
)
_PERIODS = Text(
    "đến mục “{id}”, kế hoạch có hơn {most} kỳ phải tính",
    "up to item “{id}”, the plan has over {most} periods to reckon with",
)
_OBLIGATIONS = Text(
    "đến mục “{id}”, kế hoạch có hơn {most} nghĩa vụ phải tính",
    "up to item “{id}”, the plan has over {most} obligations to reckon with",
)
_DECISIONS = Text(
    "hơn {most} quyết định cùng loại về mục “{id}” cho cùng một cơ quan và kỳ",
    "over {most} decisions of one kind on item “{id}” for one body and period",
)
_IGNORED = Text("hơn {most} dòng “ignore”", "over {most} lines of “ignore”")
_DAYS = {"day": 1, "working day": 1, "week": 7}
_DAYS_OF_A_MONTH = 30


def over_reaching(
    plans: Iterable[PlanFile],
    registry: Registry | None,
    decisions: Decisions,
    settings: "CheckSettings | None",
) -> Iterator[Finding]:
    """Yield what in the files of the office reaches over a bound."""
    wrong = [] if registry is None else list(_over_registry(registry))
    yield from wrong
    for each in plans:
        yield from _over_plan(each, None if wrong else registry)
    yield from _over_decisions(decisions)
    if settings is not None and len(settings.ignore) > MOST_IGNORED:
        place = Place(file_names.CHECKS, ("ignore", MOST_IGNORED))
        yield _over(place, _IGNORED, MOST_IGNORED)


def _over_plan(file: PlanFile, registry: Registry | None) -> Iterator[Finding]:
    """Yield that a plan asks for too many periods, or of too many: at the item by which it does."""
    number = owed = 0
    for index, item in enumerate(file.plan.items):
        number += (mine := _periods(file.plan, item))
        owed += mine * _owing(item, registry) if registry else 0
        place = Place(file.file, ("items", index, "id"))
        if number > MOST_PERIODS:
            yield _over(place, _PERIODS, MOST_PERIODS, item.id)
            return
        if owed > MOST_OBLIGATIONS:
            yield _over(place, _OBLIGATIONS, MOST_OBLIGATIONS, item.id)
            return


def _owing(item: Item, registry: Registry) -> int:
    """Return about how many agencies owe an item."""
    return sum(len(registry.agencies_in.get(id_, (id_,))) for id_ in (*item.lead, *item.implement))


def _over_registry(registry: Registry) -> Iterator[Finding]:
    """Yield the agency whose successors are too many, and that all groups have too many members."""
    for index, each in enumerate(registry.agencies):
        if each.successors and len(registry.succession(each.id, MOST_HEIRS)) > MOST_HEIRS:
            place = Place(file_names.REGISTRY, ("agencies", index, "successors"))
            yield _over(place, _HEIRS, MOST_HEIRS, each.id)
            break
    members = chain.from_iterable(map(registry.within, registry.group))
    if next(islice(members, MOST_MEMBERS, None), None) is not None:
        yield _over(Place(file_names.REGISTRY, ("groups",)), _MEMBERS, MOST_MEMBERS)


def _over_decisions(decisions: Decisions) -> Iterator[Finding]:
    """Yield the first decision of one too many on the same."""
    met: Counter[tuple[str, str, str | None, str | None]] = Counter()
    for kind, index, each in decisions.each():
        item, period = getattr(each, "item", None), getattr(each, "period", None)
        for id_ in dict.fromkeys(getattr(each, "agencies", ())) or (None,):
            met[about := (kind, str(item), period, id_)] += 1
            if item is not None and met[about] > MOST_DECISIONS:
                place = Place(file_names.DECISIONS, (kind, index))
                yield _over(place, _DECISIONS, MOST_DECISIONS, item)
                return


def _periods(plan: Plan, item: Item) -> int:
    """Return about how many periods the deadlines of an item have."""
    return sum(
        _times(plan, rule) for rule in item.rules if isinstance(rule, Recurrence | Continuous)
    )


def _times(plan: Plan, rule: Recurrence | Continuous) -> int:
    whole = plan.period.span
    first = rule.since.first if rule.since else whole.first
    last = rule.until.last if rule.until else whole.last
    days = (max(last, first) + DAY - first).days
    return days // _length(rule.every if isinstance(rule, Recurrence) else _reporting(plan)) + 1


def _reporting(plan: Plan) -> Every:
    """Return the shortest rhythm of the report by which continuous work is judged; else a year."""
    report = plan.item.get(plan.policy.reporting or "")
    rules = report.rules if report else ()
    return min(
        (rule.every for rule in rules if isinstance(rule, Recurrence)),
        key=_length,
        default=Every("year"),
    )


def _length(every: Every) -> int:
    """Return about how many days a rhythm has."""
    days = _DAYS.get(every.unit)
    return _DAYS_OF_A_MONTH * every.months if days is None else days * every.number


def _over(place: Place, reason: Text, most: int, id_: str = "") -> Finding:
    return Finding(REACH, place, {"reason": reason.filled(most=f"{most}", id=id_)})
