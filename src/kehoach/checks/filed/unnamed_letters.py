"""Reports whose covering letter is not named."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.model.documents import Document
from kehoach.words import Text

_REPORT = "reports: [{item: III.1.c, period: 2021}]\n"
_NAMES = {
    "number": Text("số, ký hiệu", "its number"),
    "date": Text("ngày", "its date"),
}

UNNAMED = Rule(
    "KH421", Severity.NOTICE,
    Text("Báo cáo không ghi số, ngày văn bản", "A report without its letter's number and date"),
    Text("báo cáo không ghi {what} của văn bản gửi kèm",
         "the report does not give {what} of its covering letter"),
    Text("thêm vào “document: {{number: …, date: NĂM-THÁNG-NGÀY}}”",
         "add it to “document: {{number: …, date: YEAR-MONTH-DAY}}”"),
    Text("Báo cáo vẫn được tính theo ngày nhận, nhưng không đối chiếu được với văn bản nào.",
         "The report counts by its day of receipt, but can be compared with no document."),
    Example(HEAD + "document: {date: 2021-11-29}\n" + _REPORT,
            HEAD + "document: {number: 1/BC, date: 2021-11-29}\n" + _REPORT),
)  # fmt: skip
RULES = (UNNAMED,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the reports, sent and no draft, of which the letter is not known."""
    for filing in review.workspace.filings:
        submission = filing.submission
        left = _left(submission.document)
        if submission.reports and left and not submission.draft:
            place = Place(filing.file, ("reports",), key=True)
            yield Finding(UNNAMED, place, {"what": left}, Subject(submission.agency))


def _left(document: Document) -> Text | None:
    """Return what a letter lacks."""
    left = [words for name, words in _NAMES.items() if getattr(document, name) is None]
    if not left:
        return None
    return Text(" và ".join(each.vi for each in left), " and ".join(each.en for each in left))
