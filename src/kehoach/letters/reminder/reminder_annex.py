"""The annex of a reminder: what is overdue and what comes next, each with its sentence and file."""

from collections.abc import Iterator, Sequence

from kehoach.document import Block, TableBlock, Title, columns
from kehoach.explanations.compiled import come_words
from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.labels import TAKEN_OVER
from kehoach.filing.new_submission import file_name
from kehoach.letters.summary.overdue import DAYS_LEFT, plan_and_item
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.words import Lang, Text, fold, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.captions import DUE, ITEM, PERIOD
from kehoach.words.period_names import period_words
from kehoach.words.safety import one_line

_OVERDUE = Text("Phụ lục: nội dung quá hạn", "Annex: what is overdue")
_AHEAD = Text("Phụ lục: nội dung sắp đến hạn", "Annex: what falls due next")
_NO = Text("STT", "No.")
_SENTENCE = Text("Nội dung (câu của kế hoạch)", "Matter (the plan's sentence)")
_LATE = Text("Quá hạn (ngày)", "Days overdue")
_SEND = Text("Cần gửi, và ghi vào tệp nào", "What to send, and in which file")
_WORDED = Text("{day} (“{wording}”)", "{day} (“{wording}”)")
_REPORT, _TASK = Text("Báo cáo", "The report"), Text("Kết quả, kèm văn bản chứng minh",
                                                   "The result, proved by a document")  # fmt: skip
_NAMED = Text("{what}: {deliverable}", "{what}: {deliverable}")
_AT_LEAST = Text("ít nhất {number} {unit}", "at least {number} {unit}")
_WRITE = Text("{what}. Tệp {file}, {entry}", "{what}. File {file}, {entry}")
_UNDER = Text("dưới {key}: “- {{{fields}}}”", "under {key}: “- {{{fields}}}”")
_PROVED = Text(
    "kèm completed (ngày hoàn thành) và evidence (số, ngày văn bản)",
    "with completed (its day) and evidence (number and date of the document)",
)
_BEGUN = Text(
    "kèm started (ngày bắt đầu) và evidence (số, ngày văn bản)",
    "with started (the day it began) and evidence (number and date of the document)",
)
_START = Text("Việc bắt đầu, kèm văn bản chứng minh", "The beginning, proved by a document")
_SO_FAR = Text("Hiện nay: {reason}. ", "So far: {reason}. ")
_LONGEST, _LONGEST_WORDING = 400, 60


def annex(
    run: Run, overdue: Sequence[Assessment], soon: Sequence[Assessment], screen: Screen
) -> Iterator[Block]:
    """Yield the tables; the second where something falls due."""
    for title, verdicts, days in ((_OVERDUE, overdue, _LATE), (_AHEAD, soon, DAYS_LEFT)):
        if verdicts:
            names = (_NO, ITEM, _SENTENCE, PERIOD, DUE, days, _SEND)
            rows = (_row(run, number, each, screen) for number, each in enumerate(verdicts, 1))
            yield Title(title.to(screen.lang))
            yield TableBlock(columns(screen.lang, *names, numbers=(_NO, days)), tuple(rows))


def _row(run: Run, number: int, each: Assessment, screen: Screen) -> tuple[str, ...]:
    lang = screen.lang
    return (
        str(number),
        plan_and_item(run, each),
        _sentence(run, each, screen),
        period_words(each.obligation.demand.period, lang),
        _due(each, lang),
        grouped(abs(each.days or 0), lang),
        _to_send(run, each, lang),
    )


def _sentence(run: Run, each: Assessment, screen: Screen) -> str:
    """Return the plan's words; a page of them is cut where not everything is asked for."""
    words = one_line(each.obligation.demand.item.sentence)
    if len(words) > _LONGEST and not screen.everything:
        words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} … (kehoach item {each.obligation.key.item})"
    if each.inherited_from:
        from_whom = run.agency_name(each.inherited_from)
        words += TAKEN_OVER.to(screen.lang, agency=from_whom)
    return words


def _due(each: Assessment, lang: Lang) -> str:
    due, wording = each.obligation.due, each.obligation.demand.item.wording
    day = shown_day(due, lang) if due else ""
    day += in_brackets(due_note(each.obligation, lang))
    if not wording:
        return day
    if len(wording) > _LONGEST_WORDING:
        wording = f"{wording[:_LONGEST_WORDING].rsplit(' ', 1)[0]} …"
    return _WORDED.to(lang, day=day, wording=wording)


def _to_send(run: Run, each: Assessment, lang: Lang) -> str:
    """Return what is missing, and the file and entry in which it is written down."""
    what, quota = _what(each, lang), each.obligation.quota
    if quota:
        unit = quota.unit or ""
        what += f"; {_AT_LEAST.to(lang, number=quota.at_least, unit=unit).strip()}"
    so_far = "" if each.reason is Reason.NOTHING_CAME else _SO_FAR.to(
        lang, reason=each.reason.label.to(lang)
    )  # fmt: skip
    come = "".join(f"{words}. " for words in come_words(run, each, lang))
    entry = _entry(each, lang)
    return so_far + come + _WRITE.to(lang, what=what, file=_file(run, each), entry=entry)


def _what(each: Assessment, lang: Lang) -> str:
    """Return what is asked for: "Báo cáo" is not said again where its name begins so."""
    item = each.obligation.demand.item
    if each.obligation.demand.term.beginning:
        return _START.to(lang)
    what = (_REPORT if item.kind == "report" else _TASK).to(lang)
    if not item.deliverable:
        return what
    if fold(item.deliverable).startswith(fold(_REPORT.vi)) and item.kind == "report":
        return item.deliverable[0].upper() + item.deliverable[1:].rstrip(".")
    return _NAMED.to(lang, what=what, deliverable=item.deliverable.rstrip("."))


def _file(run: Run, each: Assessment) -> str:
    """Return the path of the file that ``kehoach new`` makes for it."""
    demand = each.obligation.demand
    name = file_name(demand.plan.id, demand.period, len(run.plans))
    return run.shown_file(f"submissions/{each.agency}/{name}")


def _entry(each: Assessment, lang: Lang) -> str:
    """Return the entry to write."""
    demand = each.obligation.demand
    fields = [f"item: {demand.item.id}"]
    if demand.period != ONCE:
        fields.append(f"period: {demand.period}")
    if demand.item.kind == "report":
        return _UNDER.to(lang, key="reports", fields=", ".join(fields))
    if quota := each.obligation.quota:
        fields.append(f"quantity: {quota.at_least}")
    start = demand.term.beginning
    fields.append("status: in_progress" if start else "status: done")
    entry = _UNDER.to(lang, key="tasks", fields=", ".join(fields))
    return f"{entry}, {(_BEGUN if start else _PROVED).to(lang)}"
