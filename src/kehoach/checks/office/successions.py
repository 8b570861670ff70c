"""Bodies whose debts would fall to nobody, or to somebody who is not there."""

from collections.abc import Iterator
from datetime import timedelta

from kehoach.checks.review import OfficeReview, WholeReview, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.grouping import group_by
from kehoach.model import file_names
from kehoach.model.agencies import Agency, Registry
from kehoach.verdicts.obligations import Docket
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text, day_words

_ENDED = "  - {id: so-a, name: Sở A, valid: {to: 2021-06-30}%s}\n"
_HEIR = REGISTRY + _ENDED % ", successors: [so-b]" + "  - {id: so-b, name: Sở B, valid: {%s}%s}\n"
_PLAN = PLAN + (
    'items:\n  - {id: "1", kind: task, title: Một, text: Làm., lead: [%s],'
    " deadline: {within: 2021}}\n"
)

RING = Rule(
    "KH320", Severity.ERROR,
    Text("Kế thừa vòng tròn", "Successors in a ring"),
    Text("các cơ quan kế thừa lẫn nhau: {ring}", "these bodies succeed each other: {ring}"),
    Text("sửa “successors” cho đi đến cơ quan đang hoạt động",
         "mend “successors” so that they lead to a body that is there"),
    Text("Nghĩa vụ chuyển vòng quanh rồi không còn ai phải làm.",
         "What is owed would go round and end with nobody."),
    Example(_HEIR % ("to: 2021-09-30", ", successors: [so-a]"), _HEIR % ("from: 2021-07-01", ""),
            "agencies.yaml"),
)  # fmt: skip
GAP = Rule(
    "KH321", Severity.ERROR,
    Text("Cơ quan kế thừa không có mặt", "An heir that is not there"),
    Text("{agency} chấm dứt ngày {end}, mà {heir} {when} nên chưa thể nhận việc",
         "{agency} ended on {end}, but {heir} {when} and cannot take over"),
    Text("sửa “valid” của một trong hai: cơ quan kế thừa có mặt từ ngày liền sau",
         "mend the “valid” of one of them: an heir is there from the next day on"),
    Text("Trong quãng trống không ai phải làm; việc sáp nhập có hiệu lực ngay ngày hôm sau.",
         "In the gap nobody owes anything; a merger takes effect on the very next day."),
    Example(_HEIR % ("from: 2021-09-01", ""), _HEIR % ("from: 2021-07-01", ""), "agencies.yaml"),
)  # fmt: skip
ENDLESS = Rule(
    "KH322", Severity.ERROR,
    Text("Có kế thừa nhưng không chấm dứt", "Successors of a body that never ends"),
    Text("{agency} có “successors” nhưng không có ngày chấm dứt “valid.to”",
         "{agency} has “successors”, but no last day “valid.to”"),
    Text("thêm “valid: {{to: NĂM-THÁNG-NGÀY}}”, hoặc xoá “successors”",
         "add “valid: {{to: YEAR-MONTH-DAY}}”, or delete “successors”"),
    Text("Không có ngày chấm dứt thì cơ quan kế thừa không bao giờ nhận việc.",
         "Without a last day the successors never take over."),
    Example(REGISTRY + "  - {id: so-a, name: Sở A, successors: [so-tai-chinh]}\n",
            REGISTRY + _ENDED % ", successors: [so-tai-chinh]", "agencies.yaml"),
)  # fmt: skip
OWED_BY_NOBODY = Rule(
    "KH323", Severity.WARNING,
    Text("Nghĩa vụ không còn ai nhận", "Owed by nobody any more"),
    Text("mục {item}: {count} nghĩa vụ của {agencies}, đã chấm dứt, không có cơ quan nào nhận",
         "item {item}: {count} obligations of {agencies}, which ended, have passed to nobody"),
    Text("ghi “successors” trong agencies.yaml, hoặc ghi quyết định miễn vào decisions.yaml",
         "write “successors” into agencies.yaml, or record a waiver in decisions.yaml"),
    Text("Cơ quan đã chấm dứt không thể làm nốt; phải có cơ quan nhận hoặc quyết định miễn.",
         "A body that ended cannot finish it: somebody has to take over, or it has to be waived."),
    Example(_PLAN % "so-a, so-tai-chinh", _PLAN % "so-tai-chinh", "plan_07.yaml",
            beside=("agencies.yaml", REGISTRY + _ENDED % "")),
)  # fmt: skip
RULES = (RING, GAP, ENDLESS, OWED_BY_NOBODY)
_LATER = Text("từ ngày {day} mới thành lập", "was set up only on {day}")
_EARLIER = Text("đã chấm dứt ngày {day}", "had ended on {day}")
_DAY = timedelta(days=1)
_FEW = 3


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong with successors."""
    registry = review.files.registry
    turning: set[str] = set()
    for index, agency in enumerate(registry.agencies):
        route = ("agencies", index, "successors")
        place = Place(file_names.REGISTRY, route)
        ring = () if agency.id in turning else _ring(registry, agency)
        turning.update(ring)
        if ring:
            yield Finding(RING, place, {"ring": " → ".join((*ring, ring[0]))})
        elif agency.successors and agency.valid.last is None:
            yield Finding(ENDLESS, place, {"agency": agency.id})
        elif agency.id not in turning:
            yield from _gaps(registry, agency, place)


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the items of which a debt fell to nobody."""
    for number, docket in enumerate(review.office.dockets):
        heirless = {key for plan, key in review.crossing.heirless if plan == number}
        for item, debts in group_by(_in_order(docket, heirless), lambda key: key.item).items():
            plan = docket.plan
            ids = list(dict.fromkeys(key.agency for key in debts))
            named = ", ".join(ids[:_FEW]) + (" …" if len(ids) > _FEW else "")
            yield Finding(
                OWED_BY_NOBODY,
                Place(
                    plan_file(review.office.files, plan.id),
                    ("items", plan.items.index(plan.item[item])),
                ),
                {"item": item, "count": len(debts), "agencies": named},
                Subject(ids[0] if len(ids) == 1 else None, item),
            )


def _in_order(docket: Docket, debts: set[Key]) -> Iterator[Key]:
    """Yield debts in the order of the docket; who owes what is looked up for their items only."""
    items = {key.item for key in debts}
    asked = (demand for demand in docket.demands if demand.item.id in items)
    for key in dict.fromkeys(owed.key for demand in asked for owed in docket.laid(demand)):
        if key in debts:
            yield key


def _ring(registry: Registry, agency: Agency) -> tuple[str, ...]:
    """Return the way from a body back to itself, by the first successors that lead there."""
    if agency.id not in registry.succession(agency.id):
        return ()
    way = [agency.id]
    while (here := way[-1]) != agency.id or len(way) == 1:
        heirs = registry.agency[here].successors
        way.append(next(
            heir for heir in heirs
            if heir == agency.id or (heir not in way and agency.id in registry.succession(heir))
        ))  # fmt: skip
    return tuple(way[:-1])


def _gaps(registry: Registry, agency: Agency, place: Place) -> Iterator[Finding]:
    """Yield the successors that are not there on the day after a body's last."""
    end = agency.valid.last
    for number, id_ in enumerate(agency.successors):
        heir = registry.agency.get(id_)
        if end is None or heir is None or heir.valid.holds(end + _DAY):
            continue
        born, last = heir.valid.first, heir.valid.last
        later = born is not None and born > end
        day = day_words((born if later else last) or end)
        when = (_LATER if later else _EARLIER).filled(day=day)
        values: dict[str, Value] = {"agency": agency.id, "end": end, "heir": id_, "when": when}
        yield Finding(GAP, place._replace(route=(*place.route, number)), values)
