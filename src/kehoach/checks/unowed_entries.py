"""Entries about what the agency does not owe."""

from collections.abc import Iterator

from kehoach.checks.review import Review
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.words import Text

NOT_OWED = Rule(
    "KH407", Severity.WARNING,
    Text("Mục không giao cho cơ quan này", "Item is not laid on this agency"),
    Text("mục {item} kỳ {period} không giao cho {agency}",
         "item {item}, period {period}, is not laid on {agency}"),
    Text("kiểm tra số mục và mã cơ quan; nếu chỉ phối hợp thì xoá dòng này",
         "check the item and the agency; delete the entry if it only coordinates"),
    Text("Cơ quan không chủ trì, không thực hiện mục này ở kỳ đó (kể cả do sắp xếp tổ chức).",
         "The agency neither leads nor implements the item in that period (also after mergers)."),
    Example(DATED + "tasks: [{item: II.3.5, status: done, completed: 2021-09-20}]\n",
            DATED + "tasks: [{item: II.7.b, period: 2021, status: done, completed: 2021-09-20}]\n"),
)  # fmt: skip
RULES = (NOT_OWED,)


def find(review: Review) -> Iterator[Finding]:
    """Yield the entries on items that the agency does not owe, by itself or as a successor.

    An item whose period has not begun is not listed yet, and so is not judged here; nor is an entry
    that had not come by then.
    """
    for report in review.reports:
        said = list(report.claims)
        if not said:
            continue
        owed = {obligation.key for obligation in report.docket.obligations}
        owed |= {
            each.obligation.key._replace(agency=each.agency)
            for each in report.assessments
            if each.inherited_from
        }
        begun = {
            (demand.item.id, demand.period)
            for demand in report.docket.demands
            if demand.term.start <= report.as_of
        }
        for claim in said:
            key = claim.key
            if claim.receipt and claim.receipt.day > report.as_of:
                continue
            if key not in owed and (key.item, key.period) in begun:
                yield Finding(
                    NOT_OWED,
                    Place(claim.file, claim.route),
                    {"item": key.item, "period": key.period, "agency": key.agency},
                    Subject(key.agency, key.item, key.period),
                )
