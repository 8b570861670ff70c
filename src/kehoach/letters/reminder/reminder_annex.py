"""The annex of a letter: what is overdue and what comes next, each with its sentence."""

import re
from collections.abc import Iterator, Sequence

from kehoach.document import Block, TableBlock, TableColumn, Title
from kehoach.explanations.compiled import come_words
from kehoach.explanations.decision_words import cited, debt_note
from kehoach.explanations.due_notes import ASSUMED, due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.labels import TAKEN_OVER
from kehoach.explanations.reminder_words import reminded_words
from kehoach.filing.new_submission import file_name
from kehoach.grouping import group_by
from kehoach.letters.reminder.correspondence import Correspondence
from kehoach.periods import ONCE
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.words import Lang, Text, fold, shown_day
from kehoach.words.administrative import administrative_number, grouped
from kehoach.words.captions import AT_LEAST, DAYS_STILL_LEFT, DUE, ITEM, NOTE, PERIOD
from kehoach.words.official_periods import official_period
from kehoach.words.safety import one_line

_OVERDUE = Text("Nội dung quá hạn", "What is overdue")
_AHEAD = Text("Nội dung sắp đến hạn", "What falls due next")
_NO = Text("TT", "No.")
_SENTENCE = Text("Nội dung nhiệm vụ", "Matter")
_LATE = Text("Quá hạn (ngày)", "Days overdue")
_SEND = Text("Kết quả cần gửi", "What to send")
_WRITE = Text("Ghi vào tệp", "In which file")
_WORDED = Text("{day} (“{wording}”)", "{day} (“{wording}”)")
_EXTENDED = Text("gia hạn đến {due} theo văn bản số {letter}", "extended to {due} by {letter}")
_REPORT, _TASK = Text("Báo cáo", "The report"), Text("Kết quả, kèm văn bản chứng minh",
                                                   "The result, proved by a document")  # fmt: skip
_NAMED = Text("{what}: {deliverable}", "{what}: {deliverable}")
_ENTRY = Text("{file}, dưới {key}: “- {{{fields}}}”", "{file}, under {key}: “- {{{fields}}}”")
_PROVED = Text(
    "kèm completed (ngày hoàn thành) và evidence (số, ngày văn bản)",
    "with completed (its day) and evidence (number and date of the document)",
)
_BEGUN = Text(
    "kèm started (ngày bắt đầu) và evidence (số, ngày văn bản)",
    "with started (the day it began) and evidence (number and date of the document)",
)
_START = Text("Việc bắt đầu, kèm văn bản chứng minh", "The beginning, proved by a document")
_LONGEST, _LONGEST_WORDING = 600, 80
_PAUSE = re.compile(r"[.;,:](?= )")
_WIDTHS = {_NO: 10, ITEM: 17, _SENTENCE: 50, PERIOD: 25, DUE: 33, _LATE: 17, DAYS_STILL_LEFT: 17, _SEND: 32,
           NOTE: 30, _WRITE: 40}  # fmt: skip
_NUMBERS = (_NO, _LATE, DAYS_STILL_LEFT)


def annex(run: Account, of: Correspondence, screen: Screen) -> Iterator[Block]:
    """Yield the tables, a plan each where there are several: what is overdue, what falls due."""
    for title, verdicts, days in (
        (_OVERDUE, of.overdue, _LATE),
        (_AHEAD, of.soon, DAYS_STILL_LEFT),
    ):
        by_plan = group_by(verdicts, lambda each: each.obligation.demand.plan.name)
        for plan, mine in by_plan.items():
            named = f": {plan}" if len(of.plans) > 1 else ""
            yield Title(f"{title.to(screen.lang)}{named}")
            yield _table(run, of, mine, days, screen)


def _table(
    run: Account, of: Correspondence, verdicts: Sequence[Assessment], days: Text, screen: Screen
) -> TableBlock:
    """Return a row for each verdict; into which file it goes is told to who files by git.

    Where nothing recurs, and where there is nothing to remark, no column is kept for it.
    """
    lang = screen.lang
    rows: list[dict[Text, str]] = [
        {
            _NO: str(number),
            ITEM: each.obligation.key.item,
            _SENTENCE: _sentence(run, each, screen),
            PERIOD: official_period(each.obligation.demand.period, lang),
            DUE: _due(each, lang),
            days: grouped(abs(each.days or 0), lang),
            _SEND: _what(each, lang),
            NOTE: _remarks(run, of, each, lang),
            _WRITE: _written(run, each, lang),
        }
        for number, each in enumerate(verdicts, 1)
    ]
    needed = {
        PERIOD: any(each.obligation.demand.period != ONCE for each in verdicts),
        NOTE: any(row[NOTE] for row in rows),
        _WRITE: run.registry.agency[of.agency].files == "git",
    }
    names = [name for name in rows[0] if needed.get(name, True)]
    columns = (TableColumn(name.to(lang), name in _NUMBERS, _WIDTHS[name]) for name in names)
    return TableBlock(tuple(columns), tuple(tuple(row[name] for name in names) for row in rows))


def _sentence(run: Account, each: Assessment, screen: Screen) -> str:
    """Return the plan's words, and from whom the debt was taken over."""
    item = each.obligation.demand.item
    words = one_line(item.sentence)
    if item.heading and (rest := words.removeprefix(heading := one_line(item.heading))):
        words = f"{heading.rstrip(':.')}:{rest}"
    if not screen.everything:
        words = cut(words, _LONGEST)
    if each.inherited_from:
        from_whom = run.agency_name(each.inherited_from)
        words += TAKEN_OVER.to(screen.lang, agency=from_whom)
    return words


def cut(words: str, longest: int) -> str:
    """Return words that are not too long, cut where they make a pause if there is one."""
    if len(words) <= longest:
        return words
    head = words[:longest]
    pauses = [found.start() for found in _PAUSE.finditer(head)]
    end = pauses[-1] if pauses and pauses[-1] > longest // 2 else head.rfind(" ")
    return f"{head[:end]} …"


def _due(each: Assessment, lang: Lang) -> str:
    """Return the plan's day and its words, then to which day it was put off and by which letters."""
    owed, wording = each.obligation, each.obligation.demand.item.wording
    paused = owed.moved is not None and owed.moved.days
    due = owed.due if paused else owed.demand.due or owed.due
    day = shown_day(due, lang) if due else ""
    if wording:
        day = _WORDED.to(lang, day=day, wording=cut(wording, _LONGEST_WORDING))
    if paused:
        return day + in_brackets(due_note(owed, lang))
    granted = (
        _EXTENDED.to(lang, due=shown_day(one.due, lang), letter=cited(one.extension.document, lang))
        for one in owed.granted
    )
    return "; ".join((day, *granted)) + in_brackets(ASSUMED.to(lang) if owed.assumed else "")


def _what(each: Assessment, lang: Lang) -> str:
    """Return what is asked for: "Báo cáo" is not said again where its name begins so."""
    item, quota = each.obligation.demand.item, each.obligation.quota
    if each.obligation.demand.term.beginning:
        return _START.to(lang)
    what = (_REPORT if item.kind == "report" else _TASK).to(lang)
    named = (item.deliverable or "").rstrip(".")
    if named and item.kind == "report" and fold(named).startswith(fold(_REPORT.vi)):
        what = named[0].upper() + named[1:]
    elif named:
        what = _NAMED.to(lang, what=what, deliverable=named)
    if not quota:
        return what
    least = administrative_number(quota.at_least, lang)
    return f"{what}; {AT_LEAST.to(lang, least=least, unit=quota.unit or '').strip()}"


def _remarks(run: Account, of: Correspondence, each: Assessment, lang: Lang) -> str:
    """Return how often it was reminded of, and what is known of it so far."""
    said = [*reminded_words(of.cited(run, each), lang)]
    if each.reason is not Reason.NOTHING_CAME and not each.returned:
        said.append(each.reason.label.to(lang))
    said += filter(None, (debt_note(each, lang), *come_words(run, each, lang)))
    return "; ".join(said)


def _written(run: Account, each: Assessment, lang: Lang) -> str:
    """Return the file that ``kehoach new`` makes for it, and the entry to write."""
    demand = each.obligation.demand
    name = file_name(demand.plan.id, demand.period, len(run.plans))
    file = run.shown_file(f"submissions/{each.agency}/{name}")
    fields = [f"item: {demand.item.id}"]
    if demand.period != ONCE:
        fields.append(f"period: {demand.period}")
    if demand.item.kind == "report":
        return _ENTRY.to(lang, file=file, key="reports", fields=", ".join(fields))
    if quota := each.obligation.quota:
        fields.append(f"quantity: {quota.at_least}")
    start = demand.term.beginning
    fields.append("status: in_progress" if start else "status: done")
    entry = _ENTRY.to(lang, file=file, key="tasks", fields=", ".join(fields))
    return f"{entry}, {(_BEGUN if start else _PROVED).to(lang)}"
