"""The page of the trend: month by month, each group of agencies."""

from htpy import Node

from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import TREND
from kehoach.site.charts.trend_chart import trend_chart
from kehoach.site.components import part
from kehoach.site.leaf import Leaf
from kehoach.verdicts.tables.trend import LONGEST
from kehoach.words import Text

_WHOLE = Text("Tất cả cơ quan", "All agencies")
_GROUPS = Text("Diễn biến của từng nhóm cơ quan", "Each group of agencies")
_HOW = Text(
    "Mỗi cột là tình hình như đã biết vào ngày cuối tháng ấy: những gì đã nhận, đã quyết định đến ngày ấy. "
    "Cột cuối là ngày tính của trang này.",
    "Each bar is what was known at the end of that month: what had come and had been decided by then. "
    "The last is the day of this page.",
)
_AT_MOST = Text("Nhiều nhất {years} năm gần nhất.", "It goes back {years} years at most.")


def whole_trend(leaf: Leaf) -> Node:
    """Return how everybody stood, with the way to each group."""
    more = h.a(href=f"{leaf.up}{TREND}")[_GROUPS.to(leaf.lang)]
    months = leaf.site.months_of()
    chart = trend_chart(leaf, "trend", _WHOLE.to(leaf.lang), months)
    cut = len(months) > LONGEST and " " + _AT_MOST.to(leaf.lang, years=LONGEST // 12)
    return h.p[_HOW.to(leaf.lang), cut], chart, h.p[more] if leaf.name != TREND else None


def trend_page(leaf: Leaf) -> str:
    """Return the page of the whole and of each group; the groups add up to the whole."""
    groups = (
        _group(leaf, id_, agencies)
        for id_, agencies in leaf.site.divided.items()
        if any(agency in end.by_agency for end in leaf.site.trend[-1:] for agency in agencies)
    )
    whole = part("whole", _WHOLE.to(leaf.lang), whole_trend(leaf))
    return leaf.page(headings.TREND.to(leaf.lang), whole, groups)


def _group(leaf: Leaf, id_: str, agencies: list[str]) -> Node:
    name = leaf.site.group_name(id_)
    chart = trend_chart(leaf, f"trend-{id_}", name, leaf.site.months_of(agencies))
    return part(f"g-{id_}", f"{name[:1].upper()}{name[1:]}", chart)
