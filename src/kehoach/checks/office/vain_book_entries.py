"""Entries of the registry book that date nothing: no letter, report or evidence is theirs."""

from collections.abc import Iterator
from itertools import chain

from kehoach.checks.review import WholeReview
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model import file_names
from kehoach.model.documents import Document
from kehoach.model.receipts import BookEntry
from kehoach.model.workspace import NO_PLAN
from kehoach.words import Text, captions, day_words

_HEAD = "schema: kehoach/receipts@1\nreceipts:\n"
_LETTER = (
    "  - {agency: so-tai-chinh, received: 2021-11-30, document: {number: %s, date: 2021-11-29}}\n"
)
_ENTRY = "  - {agency: so-tai-chinh, received: %s, item: III.1.c, period: 2021}\n"
_SENT = (
    "submissions/so-tai-chinh/bao-cao.yaml",
    (
        'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
        "document: {number: 1/BC-STC, date: 2021-11-29}\nreports: [{item: III.1.c, period: 2021}]\n"
    ),
)

NO_LETTER = Rule(
    "KH612", Severity.WARNING,
    Text("Mục sổ không khớp văn bản nào", "An entry of the book that matches no letter"),
    Text("{agency} không có tệp nào mang văn bản {letter}, cũng không có minh chứng nào{meant}",
         "{agency} has no file with letter {letter}, nor any evidence of that number{meant}"),
    Text("ghi đúng số và ngày như trong tệp; bản giấy không có tệp thì thêm “item” (và “period”)",
         "write number and day as in the file; for a paper report without a file add “item” (and "
         "“period”)"),
    Text("Mục sổ ghi sai số thì báo cáo vẫn tính theo ngày khác, và không ai hay.",
         "With a wrong number the report is dated by something else, and nobody is told."),
    Example(_HEAD + _LETTER % "1/BC-STP", _HEAD + _LETTER % "1/BC-STC", "receipts.yaml",
            beside=_SENT),
    affair=Affair.OFFICE,
)  # fmt: skip
IDLE = Rule(
    "KH613", Severity.WARNING,
    Text("Mục sổ không có tác dụng", "An entry of the book without effect"),
    Text("mục sổ này không định ngày cho điều gì: {why}", "this entry of the book dates nothing: {why}"),
    Text("xoá mục thừa, hoặc sửa cơ quan, mục, kỳ, ngày",
         "delete it, or mend the agency, the item, the period or the day"),
    Text("Một văn bản chỉ đến một lần; hai mục về cùng một việc thì một mục là ghi nhầm.",
         "A letter comes once; of two entries on one thing one is mistaken."),
    Example(_HEAD + _ENTRY % "2021-11-30" + _ENTRY % "2021-12-14", _HEAD + _ENTRY % "2021-11-30",
            "receipts.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (NO_LETTER, IDLE)
_FIRST = Text("mục sổ khác ghi ngày sớm hơn hoặc bằng, là ngày được tính",
              "another entry has the same or an earlier day, which counts")  # fmt: skip
_BARE = Text(
    "không ghi số văn bản, cũng không ghi mục nào", "it names neither a letter nor an item"
)
_UNHEARD = Text("tệp mang văn bản này không có dòng nào được tính theo nó",
                "no entry of the file with that letter is dated by it")  # fmt: skip
_MEANT = Text("; có phải {letter} của {agency}?", "; did you mean {letter} of {agency}?")


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the entries that name a letter nobody sent, and those that another makes idle."""
    unmatched = chain.from_iterable(review.office.unmatched_in_book)
    told = review.crossing.dating.union(int(each.route[1]) for each in unmatched)
    for index, entry in enumerate(review.office.files.book.receipts):
        known = entry.agency in review.office.files.registry.agency
        if index in told or entry.plan == NO_PLAN or not known:
            continue
        place = Place(file_names.BOOK, ("receipts", index))
        subject = Subject(entry.agency, entry.item, entry.period)
        if entry.item is None and entry.document.number and index not in review.crossing.known:
            values: dict[str, Value] = {"agency": entry.agency, "letter": _words(entry.document)}
            values["meant"] = _nearest(review, entry)
            yield Finding(NO_LETTER, place, values, subject)
        else:
            yield Finding(IDLE, place, {"why": _why(review, entry)}, subject)


def _why(review: WholeReview, entry: BookEntry) -> Text:
    if entry.item is None and not entry.document.number:
        return _BARE
    others = (each for each in review.office.files.book.receipts if each is not entry)
    alike = any(_what(each) == _what(entry) for each in others)
    return _FIRST if alike or entry.item else _UNHEARD


def _what(entry: BookEntry) -> tuple[object, ...]:
    """Return what an entry says has come."""
    named = entry.document
    letter = () if entry.item else (named.number, named.date)
    return (entry.agency, entry.item, entry.period, *letter)


def _nearest(review: WholeReview, entry: BookEntry) -> Text | str:
    """Return the letter that was probably meant: of that agency before others, by number or day."""
    named = entry.document
    sent = [(agency, letter) for agency, letter in review.letters() if letter.number]
    ranked = sorted(sent, key=lambda each: _likeness(entry.agency, named, *each), reverse=True)
    if not ranked or _likeness(entry.agency, named, *ranked[0]) < _LEAST:
        return ""
    agency, letter = ranked[0]
    return _MEANT.filled(letter=_words(letter), agency=agency)


_LEAST = 0.75


def _likeness(agency: str, named: Document, theirs: str, letter: Document) -> float:
    """Return how alike two letters are, about from 0 to 2: by number, then day and sender."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - for a slip only

    numbers = SequenceMatcher(None, named.number or "", letter.number or "", autojunk=False)
    return numbers.ratio() + (0.3 if letter.date == named.date else 0) + (
        0.2 if theirs == agency else 0
    )  # fmt: skip


def _words(document: Document) -> Text:
    """Return a letter by number and day."""
    number = document.number or "—"
    if document.date is None:
        return Text(number, number)
    return captions.OF_DAY.filled(number=number, day=day_words(document.date))
