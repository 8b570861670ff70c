"""Files that say of themselves that they are still being filled in."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model.documents import Document
from kehoach.words import Text

_REST = (
    "document: {number: 1/BC, date: 2021-11-29}\n"
    "reports: [{item: III.1.c, period: 2021, nil: true}]\n"
)

DRAFT = Rule(
    "KH419", Severity.WARNING,
    Text("Bản nháp, chưa được tính", "A draft, which does not count"),
    Text("tệp còn là bản nháp nên chưa được tính là đã gửi{empty}",
         "the file is still a draft and does not count as sent{empty}"),
    Text("điền xong và đã ký văn bản thì xoá dòng “draft: true”",
         "once it is filled in and the document is signed, delete the line “draft: true”"),
    Text("Tệp lập sẵn (kehoach new) chưa nói điều gì cho đến khi cơ quan điền xong và xoá dòng này; "
         "không thì một tệp trống sẽ thành báo cáo đã gửi.",
         "A prepared file (kehoach new) says nothing until the agency has filled it in and deletes "
         "this line; otherwise an empty file would become a report that was sent."),
    Example(HEAD + "draft: true\n" + _REST, HEAD + _REST),
)  # fmt: skip
RULES = (DRAFT,)
_EMPTY = Text("; còn trống: {what}", "; still empty: {what}")
_NAMES = {
    "number": Text("số, ký hiệu văn bản (document.number)", "its number (document.number)"),
    "date": Text("ngày văn bản (document.date)", "its date (document.date)"),
}


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the drafts, with what is still empty at their heads."""
    for filing in review.workspace.filings:
        if filing.submission.draft:
            values: dict[str, Value] = {"empty": _empty(filing.submission.document)}
            place = Place(filing.file, ("draft",), key=True)
            yield Finding(DRAFT, place, values, Subject(filing.submission.agency))


def _empty(document: Document) -> Text:
    """Return which of number and date are still to be filled in."""
    left = [words for name, words in _NAMES.items() if getattr(document, name) is None]
    if not left:
        return Text("", "")
    what = Text(", ".join(words.vi for words in left), ", ".join(words.en for words in left))
    return _EMPTY.filled(what=what)
