"""Reports on what has not begun."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Rule, Severity
from kehoach.periods import ONCE
from kehoach.words import Text

TOO_EARLY = Rule(
    "KH417", Severity.WARNING,
    Text("Báo cáo cho kỳ chưa bắt đầu", "Report for a period that has not begun"),
    Text("mục {item}: kỳ {period} bắt đầu ngày {start}, báo cáo nhận ngày {day}",
         "item {item}: period {period} begins on {start}, but this came on {day}"),
    Text("sửa “period” cho đúng kỳ", "mend the period"),
    Text("Không thể báo cáo kết quả của một kỳ chưa đến; thường là ghi nhầm năm.",
         "Nobody can report on a period that has not begun; mostly the year is mistyped."),
    Example(DATED + "reports: [{item: III.1.c, period: 2022}]\n",
            DATED + "reports: [{item: III.1.c, period: 2021}]\n"),
)  # fmt: skip
RULES = (TOO_EARLY,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the entries received before the first day of their period; a one-off may be early."""
    for report in review.reports:
        starts = {
            (demand.item.id, demand.period): demand.term.start for demand in report.docket.demands
        }
        for claim in report.heard():
            key, receipt = claim.key, claim.receipt
            start = starts[key.item, key.period]
            once = key.period == ONCE or claim.of_start
            if receipt is None or once or receipt.day >= start:
                continue
            yield Finding(
                TOO_EARLY,
                claim.place(),
                {"item": key.item, "period": key.period, "start": start, "day": receipt.day},
                claim.subject,
            )
