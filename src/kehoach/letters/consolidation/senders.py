"""Part I of a consolidated report: who reported, who did not, who was late."""

from collections.abc import Iterator, Sequence

from kehoach.document import Block, Bullets, Prose, TableBlock, TableColumn, Title
from kehoach.explanations.bodies import names_of
from kehoach.explanations.decision_words import return_note
from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.letters.consolidation.agency_words import AGENCY, joined, named, numbered_document
from kehoach.letters.consolidation.gathered_reports import Consolidation
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Claim, Source
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import administrative_number
from kehoach.words.captions import NOTHING_AROSE
from kehoach.words.statuses import Status

_TITLE = Text("I. TÌNH HÌNH BÁO CÁO", "I. WHO REPORTED")
_TERM = Text("Thời hạn báo cáo: “{wording}”", "Reports were asked for: “{wording}”")
_LAST = Text("; ngày cuối cùng còn đúng hạn: {day}", "; the last day on time was {day}")
_SENTENCE = Text(
    "Đến hết ngày {day}, {sent}/{asked} cơ quan, đơn vị đã gửi báo cáo ({on_time} đúng hạn, {late} "
    "quá hạn; trong đó {nil} báo cáo không phát sinh); {unsent} cơ quan, đơn vị chưa gửi.",
    "By the end of {day}, {sent}/{asked} {asked:agency|agencies} had reported ({on_time} on time, "
    "{late} late; "
    "{nil} of them that nothing arose); {unsent} had not.",
)
_WAIVED = Text(" Được miễn, không tính: {waived}.", " Excused and not counted: {waived}.")
_SENT = Text("1. Đã gửi báo cáo", "1. Reported")
_UNSENT = Text("2. Chưa gửi báo cáo", "2. Not reported")
_LATE = Text("3. Gửi quá hạn", "3. Reported late")
_NIL = Text("Báo cáo không phát sinh", "Reported that nothing arose")
_EXCUSED = Text("Được miễn báo cáo", "Excused from reporting")
_BESIDE = Text("Gửi báo cáo dù không thuộc diện phải báo cáo", "Reported though not asked to")
_UNHEARD = Text(
    "Có báo cáo nhưng chưa tính, vì đến sau ngày này hoặc không rõ ngày nhận",
    "Reports not counted: they came after this day, or nobody knows when",
)
_REMARKS = Text("Ghi chú chung của đơn vị", "General remarks of agencies")
_COLUMNS = (
    (Text("STT", "No"), 14, True),
    (AGENCY, 50, False),
    (Text("Số, ngày văn bản", "Document and its day"), 46, False),
    (captions.RECEIVED, 27, False),
    (Text("Đúng hạn/Quá hạn", "On time or late"), 32, False),
)
_DAYS_LATE = Text("Gửi muộn {days} ngày", "{days} {days:day|days} late")
_DAYS_OVER = Text("Quá hạn {days} ngày", "{days} {days:day|days} overdue")
_OPEN = Text("còn {days} ngày", "{days} {days:day|days} left")
_DOUBTFUL = (Source.DECLARED, Source.UNCOMMITTED)


def senders(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the first part; the lists that are always asked for stand there even when empty."""
    yield Title(_TITLE.to(lang))
    yield Prose(_term(run, of, lang))
    yield Prose(_sentence(of, lang))
    yield Title(_counted(_SENT, of.sent, lang), 3)
    if of.sent:
        yield _table(run, of, lang)
    for title, verdicts in ((_UNSENT, of.unsent), (_LATE, of.late)):
        lines = tuple(_with_days(run, each, lang) for each in verdicts)
        yield Title(_counted(title, verdicts, lang), 3)
        yield Bullets(lines or (captions.NONE.to(lang),))
    yield from _further(run, of, lang)


def _further(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the lists that stand there only where they hold anything."""
    lists = (
        (_NIL, [named(run, each, lang) for each in of.nil]),
        (_EXCUSED, [named(run, each, lang) for each in of.waived]),
        (_BESIDE, [_claim(run, claim, lang) for claim in of.beside]),
        (_UNHEARD, [_claim(run, claim, lang) for claim in of.unheard]),
    )
    for title, lines in lists:
        if lines:
            yield Prose(f"{_counted(title, lines, lang)}:")
            yield Bullets(tuple(lines))
    if of.remarks:
        yield Prose(f"{_REMARKS.to(lang)}:")
        yield Bullets(tuple(f"{run.agency_name(agency)}: {note}" for agency, note in of.remarks))


def _counted(title: Text, of: Sequence[object], lang: Lang) -> str:
    return f"{title.to(lang)} ({administrative_number(len(of), lang)})"


def _term(run: Run, of: Consolidation, lang: Lang) -> str:
    """Return the deadline as the plan words it, and the day that it came to, or that of each group."""
    item = of.demand.item
    worded = _TERM.to(lang, wording=item.wording or item.title)
    owed = dict.fromkeys(each.obligation.demand.shared for each in of.reports)
    last = [
        shown_day(each.due, lang) + in_brackets(names_of(run, each.term.bound))
        for each in owed or (of.demand,)
        if each.due
    ]
    return worded + (_LAST.to(lang, day="; ".join(last)) if last else "") + "."


def _sentence(of: Consolidation, lang: Lang) -> str:
    """Return the figures of the part in a sentence; sent and not sent add up."""
    late, sent = len(of.late), len(of.sent)
    figures = {
        "sent": sent, "on_time": sent - late, "late": late, "nil": len(of.nil),
        "asked": of.asked, "unsent": len(of.unsent),
    }  # fmt: skip
    told = {name: administrative_number(count, lang) for name, count in figures.items()}
    excused = administrative_number(len(of.waived), lang)
    waived = _WAIVED.to(lang, waived=excused) if of.waived else ""
    return _SENTENCE.to(lang, day=shown_day(of.as_of, lang), **told) + waived


def _table(run: Run, of: Consolidation, lang: Lang) -> TableBlock:
    columns = tuple(TableColumn(name.to(lang), right, width) for name, width, right in _COLUMNS)
    rows = (
        (str(index), named(run, each, lang), *_sent(each, each.claim, lang))
        for index, each in enumerate(of.sent, start=1)
        if each.claim
    )
    return TableBlock(columns, tuple(rows))


def _sent(verdict: Assessment, claim: Claim, lang: Lang) -> tuple[str, str, str]:
    """Return the document, when it came and whether in time."""
    late = verdict.status is Status.DONE_LATE
    judged = (
        _DAYS_LATE.to(lang, days=verdict.days) if late else Status.DONE_ON_TIME.counted.to(lang)
    )
    note = due_note(verdict.obligation, lang)
    nil = NOTHING_AROSE.to(lang) if claim.nil else ""
    return (
        numbered_document(claim.document, lang),
        _received(claim, lang),
        joined((judged, note, nil)),
    )


def _received(claim: Claim, lang: Lang) -> str:
    """Return the day of receipt, with a warning where nobody but the sender vouches for it."""
    receipt = claim.receipt
    if receipt is None:
        return "—"
    doubt = f" ({receipt.source.label.to(lang)})" if receipt.source in _DOUBTFUL else ""
    return shown_day(receipt.day, lang) + doubt


def _with_days(run: Run, verdict: Assessment, lang: Lang) -> str:
    """Return who owes the report, and how late it is or how long is left."""
    name, days = named(run, verdict, lang), verdict.days
    notes = due_note(verdict.obligation, lang), return_note(verdict, lang)
    name += in_brackets("; ".join(filter(None, notes)))
    if days is None:
        return name
    words = _OPEN if days <= 0 else _DAYS_LATE if verdict.done else _DAYS_OVER
    return f"{name}: {words.to(lang, days=abs(days)).lower()}"


def _claim(run: Run, claim: Claim, lang: Lang) -> str:
    cited, came = numbered_document(claim.document, lang), _received(claim, lang)
    return f"{run.agency_name(claim.key.agency)}: {cited} ({came})"
