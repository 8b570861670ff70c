"""Entries of which nobody knows when they came."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Example, Finding, Rule, Severity
from kehoach.words import Text

_REPORT = "reports: [{item: III.1.c, period: 2021}]\n"

UNDATED = Rule(
    "KH408", Severity.ERROR,
    Text("Không biết ngày nhận", "Day of receipt unknown"),
    Text("không có ngày văn bản và không có trong sổ văn bản đến nên chưa được tính",
         "neither a document date nor an entry in the registry book: it does not count"),
    Text("thêm “document: {{number: …, date: NĂM-THÁNG-NGÀY}}” vào tệp",
         "add “document: {{number: …, date: YEAR-MONTH-DAY}}” to the file"),
    Text("Không có ngày thì không thể nói là đúng hạn hay quá hạn.",
         "Without a day nobody can say whether it came in time."),
    Example(HEAD + _REPORT, HEAD + "document: {number: 1/BC, date: 2021-11-29}\n" + _REPORT),
)  # fmt: skip
RULES = (UNDATED,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield, once a file, that nothing dates it."""
    for report in review.reports:
        seen: set[str] = set()
        for claim in report.claims:
            if claim.receipt is None and claim.file not in seen:
                seen.add(claim.file)
                yield Finding(UNDATED, claim.place(), {}, claim.subject)
