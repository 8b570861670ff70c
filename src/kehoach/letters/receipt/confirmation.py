"""``kehoach receipt``: the confirmation to send back to an agency, as plain text for an e-mail.

Words that the agency wrote stand within lines of ours, and are marked up by no mail program: what
would be a link, an image, code, a mention or a tag in Markdown or HTML is broken by a space.
"""

from collections.abc import Iterable, Iterator

from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import takes_every_day
from kehoach.filing.understood import UnderstoodEntry, UnderstoodFile
from kehoach.letters.notices import DECLARED_DAYS, SOMEBODY, writer
from kehoach.letters.receipt.receipt_words import (
    came_words,
    content_words,
    document_words,
    standing_words,
)
from kehoach.model.documents import Document
from kehoach.run import Run
from kehoach.terminal.findings import severity_words
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Source
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import administrative_day
from kehoach.words.escapes import in_plain_mail
from kehoach.words.official_periods import named_period
from kehoach.words.safety import no_command

_RECEIVED = Text("XÁC NHẬN ĐÃ NHẬN BÁO CÁO", "RECEIPT OF A REPORT")
_NOT_RECEIVED = Text("CHƯA GHI NHẬN BÁO CÁO", "REPORT NOT TAKEN UP")
_SOMEBODY = Text("Quý cơ quan", "your office")
_THANKS_FOR = Text(
    "{sender} xác nhận đã nhận tệp {file} của Quý cơ quan và ghi nhận như sau (tính đến hết {day}):",
    "{sender} confirms that your file {file} was received, and was understood as follows (as of the "
    "end of {day}):",
)
_SEEN = Text(
    "{sender} đã thấy tệp {file} của Quý cơ quan nhưng chưa ghi nhận được nội dung nào (tính đến "
    "hết {day}).",
    "{sender} has seen your file {file}, but could take up nothing in it (as of the end of {day}).",
)
_DRAFT = Text(
    "Tệp còn dòng “draft: true” (bản nháp) nên chưa được tính là đã gửi; đề nghị Quý cơ quan điền đủ "
    "rồi xoá dòng này.",
    "The file still has the line “draft: true”, and does not count as sent; please fill it in and "
    "delete that line.",
)
_UNREADABLE = Text(
    "Tệp có lỗi nên toàn bộ nội dung chưa đọc được; đề nghị Quý cơ quan sửa các lỗi dưới đây và gửi "
    "lại.",
    "The file has errors, so that nothing in it could be read; please mend the errors below and send "
    "it again.",
)
_PLAN = Text("Kế hoạch: {id}, {name}", "Plan: {id}, {name}")
_DOCUMENT = Text("Văn bản: {document}", "Document: {document}")
_NO_DOCUMENT = Text("không ghi số, ngày", "neither number nor date is given")
_REPORTS = Text("BÁO CÁO ({count})", "REPORTS ({count})")
_TASKS = Text("NHIỆM VỤ ({count})", "TASKS ({count})")
_FINDINGS = Text("NỘI DUNG ĐỀ NGHỊ KIỂM TRA, SỬA ({count})", "TO BE CHECKED OR MENDED ({count})")
_OWED = Text("NỘI DUNG QUÝ CƠ QUAN CÒN PHẢI THỰC HIỆN ({count})", "STILL OWED BY YOU ({count})")
_NONE_OWED = Text("Quý cơ quan không còn nội dung nào chưa thực hiện trong các kỳ đang theo dõi.",
                  "Nothing else is owed by you in the periods that have begun.")  # fmt: skip
_ABOUT = Text("Mục {item}{of}: {title}", "Item {item}{of}: {title}")
_LINE = Text(
    "Dòng {line}, {severity} {code}: {message}", "Line {line}, {severity} {code}: {message}"
)
_CURE = Text("Cách sửa: {hint}", "To mend it: {hint}")
_UNCOUNTED = Text("{count} mục ghi trong tệp không được tính, vì các lỗi dưới đây.",
                  "{count} {count:entry|entries} of the file {count:does|do} not count, for the "
                  "errors below.")  # fmt: skip
_LEFT_OUT = Text("báo cáo của kỳ chưa nêu", "left out of the period's report")
_OVERDUE = Text("hạn {due}, đã quá hạn {days} ngày", "due {due}, {days} {days:day|days} overdue")
_DECLARED = Text(
    "Ngày nhận ở trên là ngày ghi trên văn bản, chưa được kiểm chứng.",
    "The day of receipt above is the one the document bears; it has not been verified.",
)
_CLOSING = Text(
    "Nếu có nội dung chưa đúng, đề nghị Quý cơ quan phản hồi để kịp thời điều chỉnh. Trân trọng cảm "
    "ơn./.",
    "Should anything be wrong, please tell us so that it can be set right. Thank you./.",
)


def confirmation(run: Run, file: UnderstoodFile, lang: Lang) -> str:
    """Return the whole confirmation."""
    parts = [
        _head(run, file, lang),
        *_numbered(
            [
                (_REPORTS, [_entry(run, each, lang) for each in file.reports]),
                (_TASKS, [_entry(run, each, lang) for each in file.tasks]),
                (_FINDINGS, list(_findings(file, lang))),
                (_OWED, [_debt(each, lang) for each in file.owed]),
            ],
            lang,
        ),
        *_foot(file, lang),
    ]
    lines = "\n\n".join("\n".join(part) for part in parts).split("\n")
    return "".join(f"{no_command(line)}\n" for line in lines)


def _head(run: Run, file: UnderstoodFile, lang: Lang) -> list[str]:
    """Return the title, whom it is for, and which file and document it is about."""
    title = _RECEIVED if file.acknowledged else _NOT_RECEIVED
    agency = run.agency_name(file.agency) if file.agency else _SOMEBODY.to(lang)
    sentence = _THANKS_FOR if file.acknowledged else _SEEN
    name, day = in_plain_mail(run.shown_file(file.file)), administrative_day(run.as_of, lang)
    lines = [title.to(lang), "", captions.ADDRESSED_TO.to(lang, agency=in_plain_mail(agency)), ""]
    if any(each.claim.sample for each in file.entries):
        lines += [SAMPLE.to(lang), ""]
    if takes_every_day(run):
        lines += [DECLARED_DAYS.to(lang), ""]
    office = writer(run, file.plan or run.plans[0])
    sender = in_plain_mail(run.agency_name(office) if office else SOMEBODY.to(lang))
    return [*lines, sentence.to(lang, sender=sender, file=name, day=day), *_about_file(file, lang)]


def _about_file(file: UnderstoodFile, lang: Lang) -> Iterator[str]:
    """Yield what is to be said of the file as a whole."""
    if file.submission is None:
        yield _UNREADABLE.to(lang)
        return
    if file.submission.draft:
        yield _DRAFT.to(lang)
    if file.plan:
        yield f"- {_PLAN.to(lang, id=file.plan.id, name=in_plain_mail(file.plan.name))}"
    yield f"- {_DOCUMENT.to(lang, document=_document(file.submission.document, lang))}"
    if file.uncounted and not file.submission.draft:
        yield f"- {_UNCOUNTED.to(lang, count=file.uncounted)}"


def _document(document: Document, lang: Lang) -> str:
    return in_plain_mail(document_words(document, lang)) or _NO_DOCUMENT.to(lang)


def _numbered(parts: Iterable[tuple[Text, list[list[str]]]], lang: Lang) -> Iterator[list[str]]:
    """Yield the parts that hold anything, numbered, each of their entries begun by a dash."""
    number = 0
    for name, entries in parts:
        if entries:
            number += 1
            lines = [f"{number}. {name.to(lang, count=len(entries))}"]
            for first, *rest in entries:
                lines += [f"- {first}", *(f"  {line}" for line in rest)]
            yield lines


def _entry(run: Run, entry: UnderstoodEntry, lang: Lang) -> list[str]:
    """Return one entry: what it is about, what it says, when it came, and how it counts."""
    about = _about(entry.item.id, entry.demand.period, entry.item.title, lang)
    said = content_words(entry, lang)
    counted = (*came_words(entry, lang), *standing_words(run, entry, lang))
    return [about, *map(_sentence, filter(None, ("; ".join(said), "; ".join(counted))))]


def _sentence(words: str) -> str:
    return in_plain_mail(f"{words[0].upper()}{words[1:]}.")


def _about(item: str, period: str, title: str, lang: Lang) -> str:
    name = named_period(period, lang)
    of = f", {name}" if name else ""
    return in_plain_mail(_ABOUT.to(lang, item=item, of=of, title=title))


def _findings(file: UnderstoodFile, lang: Lang) -> Iterator[list[str]]:
    """Yield what the agency can mend: what is wrong, where, and how."""
    for located in file.mendable:
        finding = located.finding
        severity, message = severity_words(located, lang), finding.message(lang)
        where = _LINE.to(lang, line=located.line, severity=severity, code=finding.rule.code,
                         message=message)  # fmt: skip
        cure = _CURE.to(lang, hint=finding.hint(lang))
        yield [in_plain_mail(where), in_plain_mail(cure)]


def _debt(each: Assessment, lang: Lang) -> list[str]:
    """Return something still owed, on one line."""
    demand, due = each.obligation.demand, each.obligation.due
    about = _about(demand.item.id, demand.period, demand.item.title, lang)
    if each.uncovered or due is None:  # whatever else is still owed has a day
        return [f"{about}: {_LEFT_OUT.to(lang)}"]
    when = _OVERDUE if each.overdue else captions.DUE_BY
    return [f"{about}: {when.to(lang, due=shown_day(due, lang), days=each.days)}"]


def _foot(file: UnderstoodFile, lang: Lang) -> Iterator[list[str]]:
    """Yield what bears on the whole, and the closing words."""
    if file.agency and not file.owed:
        yield [_NONE_OWED.to(lang)]
    receipts = [each.claim.receipt for each in file.entries]
    if any(receipt and receipt.source is Source.DECLARED for receipt in receipts):
        yield [_DECLARED.to(lang)]
    yield [_CLOSING.to(lang)]
