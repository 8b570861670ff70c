"""Deadlines of single bodies: nobody is left out, nobody named in vain, nobody bound by two at once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kehoach.checks.review import OfficeReview, of_period, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.deadlines.steps import RequestMade
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Item
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.words import Text, day_words

_PLAN = (
    PLAN
    + """\
items:
  - id: "1"
    kind: task
    title: Một
    text: Làm.
    implement: [xa, tinh]
    deadline:
      - {before: 2021-08-20, agencies: [xa]}
      - {before: 2021-08-30, agencies: [%s]}
"""
)
_REGISTRY = (
    REGISTRY
    + """\
  - {id: xa-a, name: Xã A}
  - {id: xa-b, name: Xã B}
groups:
  - {id: xa, name: Các xã, members: [xa-a, xa-b]}
  - {id: tinh, name: Cấp tỉnh, members: [so-tai-chinh]}
  - {id: vung-cao, name: Vùng cao, members: [xa-b, so-tai-chinh]}
"""
)
_FEW = 5  # names that are shown
_NO_DAY = Text("—", "—")
_LEFT_OUT = Text(
    "{names} được giao mà không thời hạn nào nêu", "{names} owes it, and no deadline names it"
)
_IN_VAIN = Text("thời hạn nêu {names}, không có ai được giao mục này",
                "a deadline names {names}, on whom the item lays nothing")  # fmt: skip

OTHER_BODIES = Rule(
    "KH542", Severity.ERROR,
    Text("Thời hạn không phủ hết cơ quan được giao", "Deadlines for other bodies than owe it"),
    Text("mục {item}: {what}", "item {item}: {what}"),
    Text("sửa agencies của thời hạn, hoặc lead / implement của mục",
         "mend the agencies of the deadline, or lead and implement of the item"),
    Text("Ai không được thời hạn nào nêu thì không có hạn, và không bao giờ quá hạn mà không ai hay.",
         "Whom no deadline names has none, and is never late: nobody would be told."),
    Example(_PLAN % "so-tu-phap", _PLAN % "tinh", "plan_07.yaml",
            beside=("agencies.yaml", _REGISTRY.replace("groups:", "  - {id: so-tu-phap, name: Sở Tư pháp}\n"
                                                       "groups:"))),
)  # fmt: skip
BOUND_TWICE = Rule(
    "KH543", Severity.ERROR,
    Text("Hai thời hạn cùng một kỳ cho một cơ quan", "Two deadlines of one period for one body"),
    Text("mục {item}{of}: {names} có {count} thời hạn ({days}), không phân biệt được",
         "item {item}{of}: {names} has {count} deadlines ({days}), which cannot be told apart"),
    Text("để mỗi cơ quan chỉ thuộc agencies của một thời hạn (nêu đích danh thì thay cho nhóm); hai việc "
         "khác nhau thì tách thành hai mục",
         "let each body be among the agencies of one deadline (named itself, its group's does not bind "
         "it); two different duties belong into two items"),
    Text("Một báo cáo không thể vừa đúng hạn này vừa quá hạn kia. Của hai nhóm thì tạm tính ngày muộn "
         "hơn; hai thời hạn cùng chờ sự kiện thì một lần báo sẽ bị tính cho cả hai.",
         "One report cannot be in time by one and late by the other. Of two groups the later day is used "
         "meanwhile; where two wait for their events, what is told once would count for both."),
    Example(_PLAN % "vung-cao", _PLAN % "tinh", "plan_07.yaml",
            beside=("agencies.yaml", _REGISTRY)),
)  # fmt: skip
RULES = (OTHER_BODIES, BOUND_TWICE)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield the items whose deadlines bind others than the item asks, or some body twice."""
    for docket in review.dockets:
        for _, those in groupby(docket.demands, key=lambda each: id(each.item)):
            demands = [*those]
            yield from _others(review, docket, demands)
            yield from _twice(review, docket, demands)


def _others(review: OfficeReview, docket: Docket, demands: Sequence[Demand]) -> Iterator[Finding]:
    """Yield whom the deadlines of an item leave out, and whom they name in vain."""
    rules = demands[0].item.deadlines
    named = dict.fromkeys(id_ for rule in rules for id_ in rule.agencies)
    if not named:
        return
    asked: set[AgencyId] = set().union(*map(docket.assignment.laid, demands))
    left = asked.difference(*map(docket.roles, demands))
    if left and all(rule.agencies for rule in rules):
        yield _found(review, demands[0], OTHER_BODIES, {"what": _named(_LEFT_OUT, sorted(left))})
    if vain := [id_ for id_ in named if _in_vain(review.files.registry, id_, asked, demands)]:
        yield _found(review, demands[0], OTHER_BODIES, {"what": _named(_IN_VAIN, vain)})


def _in_vain(registry: Registry, id_: str, asked: set[AgencyId], demands: Sequence[Demand]) -> bool:
    """Say whether an id stands for none of those asked, on none of the days that count."""
    stands = (registry.members_on(id_, each.resolved) for each in demands)
    return registry.knows(id_) and not any(asked.intersection(those) for those in stands)


def _twice(review: OfficeReview, docket: Docket, demands: Sequence[Demand]) -> Iterator[Finding]:
    """Yield the first period of an item in which some body has two deadlines at once."""
    for those in group_by(filter(_planned, demands), lambda each: each.period).values():
        twice = _bound_twice(docket, those)
        if twice:
            days = [
                day_words(each.due) if each.due else _NO_DAY for each in next(iter(twice.values()))
            ]
            values: dict[str, Value] = {
                "names": _listed([*twice]), "count": len(days),
                "days": Text(*map(", ".join, zip(*days, strict=True))),
            }  # fmt: skip
            yield _found(review, those[0], BOUND_TWICE, values)
            return


def _bound_twice(docket: Docket, those: Sequence[Demand]) -> Mapping[AgencyId, Sequence[Demand]]:
    """Return by agency the demands of one period that bind it equally, where there are several."""
    assignment = docket.assignment
    asked = (agency for each in those for agency in assignment.laid(each)) if len(those) > 1 else ()
    nearest = {agency: assignment.sharing.nearest(those, agency) for agency in dict.fromkeys(asked)}
    return {agency: binding for agency, binding in nearest.items() if len(binding) > 1}


def _planned(demand: Demand) -> bool:
    """Say whether the plan itself asks for it: requests of one day are each of whom they are made."""
    return not isinstance(demand.term.steps[-1], RequestMade)


def _named(said: Text, ids: Sequence[str]) -> Text:
    return said.filled(names=_listed(ids))


def _listed(ids: Sequence[str]) -> str:
    """Return the first of some ids, and how many more there are."""
    more = f" (+{len(ids) - _FEW})" if len(ids) > _FEW else ""
    return ", ".join(ids[:_FEW]) + more


def _found(review: OfficeReview, demand: Demand, rule: Rule, values: dict[str, Value]) -> Finding:
    item: Item = demand.item
    route = ("items", demand.plan.items.index(item), "deadline")
    told: dict[str, Value] = {"item": item.id, "of": of_period(demand.period), **values}
    place = Place(plan_file(review.files, demand.plan.id), route)
    return Finding(rule, place, told, Subject(item=item.id))
