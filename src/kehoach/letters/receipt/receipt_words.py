"""The words in which a confirmation tells what an entry says, when it came and how it counts."""

from collections.abc import Iterator

from kehoach.explanations.labels import progress_words, reason_words
from kehoach.filing.understood import UnderstoodEntry
from kehoach.model.documents import Document
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Reason, Status
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.captions import NOTHING_AROSE

_COMPLETED = Text("ngày hoàn thành {day}", "completed on {day}")
_PROOF = Text("minh chứng: {documents}", "evidence: {documents}")
_NOTE = Text("ghi chú: “{note}”", "note: “{note}”")
_UNNUMBERED = Text("không ghi số", "without a number")
_SIGNED = Text("người ký: {signer}", "signed by {signer}")
_CAME = Text("nhận ngày {day} ({source})", "received on {day} ({source})")
_UNDATED = Text("không biết ngày nhận nên chưa được tính",
                "nobody knows when it came: it does not count")  # fmt: skip
_AFTER = Text("nhận sau ngày xác nhận này nên chưa được tính",
              "it came after the day of this receipt: it does not count yet")  # fmt: skip
_ON_TIME = Text("đúng hạn", "on time")
_EARLY = Text("đúng hạn, sớm {days} ngày", "on time, {days} {days:day|days} early")
_LATE = Text("hoàn thành muộn {days} ngày", "{days} {days:day|days} late")
_PAST = Text("chưa hoàn thành, đã quá hạn {days} ngày", "not done, {days} {days:day|days} overdue")
_NOT_ITS = Text("kế hoạch không giao mục này cho Quý cơ quan trong kỳ này, hoặc kỳ chưa bắt đầu",
                "the plan does not lay this on you in that period, or it has not begun")  # fmt: skip
_ELSEWHERE = Text("đã tính theo tệp {file}", "counted by {file}")
_CONTINUOUS = Text("đã ghi nhận cho kỳ báo cáo", "taken up for the period's report")


def document_words(document: Document, lang: Lang) -> str:
    """Return how a document is cited; empty where nothing is said of it."""
    cited = []
    if document.number or document.date:
        number = document.number or _UNNUMBERED.to(lang)
        day = shown_day(document.date, lang) if document.date else ""
        cited.append(captions.OF_DAY.to(lang, number=number, day=day) if day else number)
    if document.title:
        cited.append(document.title)
    if document.signer:
        cited.append(_SIGNED.to(lang, signer=document.signer))
    return ", ".join(cited)


def content_words(entry: UnderstoodEntry, lang: Lang) -> Iterator[str]:
    """Yield what the entry itself says."""
    claim = entry.claim
    if claim.nil:
        yield NOTHING_AROSE.to(lang)
    if claim.kind == "task":
        yield from progress_words(claim, lang, _COMPLETED)
    if claim.quantity is not None:
        yield captions.QUANTITY_OF.to(lang, number=claim.quantity)
    if proofs := [words for each in claim.evidence if (words := document_words(each, lang))]:
        yield _PROOF.to(lang, documents=" | ".join(proofs))
    if claim.note:
        yield _NOTE.to(lang, note=claim.note)


def came_words(entry: UnderstoodEntry, lang: Lang) -> Iterator[str]:
    """Yield when it came and how that is known."""
    receipt = entry.claim.receipt
    if receipt is None:
        yield _UNDATED.to(lang)
    else:
        source = receipt.source.label.to(lang)
        yield _CAME.to(lang, day=shown_day(receipt.day, lang), source=source)
        if not entry.came:
            yield _AFTER.to(lang)


def standing_words(run: Run, entry: UnderstoodEntry, lang: Lang) -> Iterator[str]:
    """Yield the last day on time, and how the entry stands to it."""
    verdict = entry.verdict
    if verdict is None:
        yield _NOT_ITS.to(lang)
        return
    if entry.due:
        yield captions.DUE_BY.to(lang, due=shown_day(entry.due, lang))
    if entry.came:
        yield from _judged(run, entry, verdict, lang)


def _judged(run: Run, entry: UnderstoodEntry, verdict: Assessment, lang: Lang) -> Iterator[str]:
    """Yield the verdict in which an entry that came has a part."""
    if verdict.status is Status.WAIVED:
        yield Reason.WAIVED.label.to(lang)
    elif verdict.status is Status.ONGOING:
        yield _CONTINUOUS.to(lang)
    elif verdict.done:
        yield reason_words(verdict, lang) if entry.days is None else _timely(entry.days, lang)
        if verdict.reason is Reason.TOLD_LATE:
            yield reason_words(verdict, lang)
        if not entry.counts and verdict.claim:
            yield _ELSEWHERE.to(lang, file=run.shown_file(verdict.claim.file))
    else:
        yield reason_words(verdict, lang)
        if verdict.overdue:
            yield _PAST.to(lang, days=verdict.days)


def _timely(days: int, lang: Lang) -> str:
    """Return in words how many days late (positive) or early it was done."""
    if days > 0:
        return _LATE.to(lang, days=days)
    return _EARLY.to(lang, days=-days) if days else _ON_TIME.to(lang)
