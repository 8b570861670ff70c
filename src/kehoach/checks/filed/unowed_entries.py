"""Entries about what the agency does not owe."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview, inset_period
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.grouping import group_by
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text

NOT_OWED = Rule(
    "KH407", Severity.WARNING,
    Text("Mục không giao cho cơ quan này", "Item is not laid on this agency"),
    Text("mục {item}{of} không giao cho {agency}",
         "item {item}{of} is not laid on {agency}"),
    Text("kiểm tra số mục và mã cơ quan; nếu chỉ phối hợp thì xoá dòng này",
         "check the item and the agency; delete the entry if it only coordinates"),
    Text("Cơ quan không chủ trì, không thực hiện mục này ở kỳ đó (kể cả do sắp xếp tổ chức).",
         "The agency neither leads nor implements the item in that period (also after mergers)."),
    Example(DATED + "tasks: [{item: II.3.5, status: done, completed: 2021-09-20}]\n",
            DATED + "tasks: [{item: II.7.b, period: 2021, status: done, completed: 2021-09-20}]\n"),
)  # fmt: skip
RULES = (NOT_OWED,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the entries on items that the agency does not owe, by itself or as a successor.

    An item whose period has not begun is not listed yet, and so is not judged here; nor is an entry
    that had not come by then.
    """
    for report in review.reports:
        docket = report.docket
        begun = group_by(docket.begun, lambda each: (each.item.id, each.period))
        taken_over = _taken_over(report)
        for claim in report.claims:
            if claim.beside or (claim.receipt and claim.receipt.day > report.as_of):
                continue
            key = claim.key
            asked = begun.get((key.item, key.period), ())
            owed = any(key.agency in docket.roles(each) for each in asked) or key in taken_over
            if asked and not owed:
                values: dict[str, Value] = {
                    "item": key.item,
                    "period": key.period,
                    "agency": key.agency,
                    "of": inset_period(key.period),
                }
                yield Finding(NOT_OWED, claim.place(), values, claim.subject)


def _taken_over(report: Report) -> set[Key]:
    """Return what agencies took over from others."""
    inherited = (each.verdict for each in report.alike if each.verdict.inherited_from)
    return {each.obligation.key._replace(agency=each.agency) for each in inherited}
