"""Ids that stand for two things."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Value
from kehoach.diagnostics.finding import Route
from kehoach.model import file_names
from kehoach.words import Text

_PLAN = (
    PLAN
    + """\
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh], deadline: {within: 2021}}
"""
)
_SECOND = (
    '  - {id: "%s", kind: task, title: Hai, text: Làm., lead: [so-tai-chinh],'
    " deadline: {within: 2021}}\n"
)

DUPLICATE_ID = Rule(
    "KH301", Severity.ERROR,
    Text("Trùng mã", "Duplicate id"),
    Text("mã “{id}” đã dùng trước đó {where}", "the id “{id}” is used before {where}"),
    Text("đặt mã khác cho một trong hai", "give one of the two another id"),
    Text("Hai mục (hoặc cơ quan) cùng mã thì không biết báo cáo nói về mục nào; mục đầu được dùng.",
         "With two things of one id nobody knows which a report means; the first is used."),
    Example(_PLAN + _SECOND % "1", _PLAN + _SECOND % "2", "plan_07.yaml"),
)  # fmt: skip
RULES = (DUPLICATE_ID,)
_HERE = Text("trong tệp này", "in this file")


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield the second and later uses of an id."""
    for each in review.files.plans:
        items = ((("items", i, "id"), item.id) for i, item in enumerate(each.plan.items))
        yield from _repeated(each.file, items)
    registry = review.files.registry
    agencies = ((("agencies", i, "id"), each.id) for i, each in enumerate(registry.agencies))
    groups = ((("groups", i, "id"), each.id) for i, each in enumerate(registry.groups))
    yield from _repeated(file_names.REGISTRY, chain(agencies, groups))
    files: dict[str, str] = {}
    for each in review.files.plans:
        first = files.setdefault(each.plan.id, each.file)
        if first != each.file:
            where = Text(f"ở tệp {first}", f"in {first}")
            values: dict[str, Value] = {"id": each.plan.id, "where": where}
            yield Finding(DUPLICATE_ID, Place(each.file, ("id",)), values)


def _repeated(file: str, ids: Iterable[tuple[Route, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for route, id_ in ids:
        if id_ in seen:
            yield Finding(DUPLICATE_ID, Place(file, route), {"id": id_, "where": _HERE})
        seen.add(id_)
