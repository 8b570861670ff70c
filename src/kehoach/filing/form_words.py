"""What a form says of each thing to be told: the deadline, the sentence, the agency's last word."""

from kehoach.explanations.due_notes import aim_note, due_note
from kehoach.explanations.labels import progress_words
from kehoach.explanations.rolling_words import weekday
from kehoach.filing.forms import FormLine
from kehoach.verdicts.assessment import Status
from kehoach.verdicts.evidence import Claim
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.captions import NOTHING_AROSE
from kehoach.words.period_names import ONCE, ONE_OFF, of_period
from kehoach.words.safety import one_line

_DAY = Text("{day} ({weekday})", "{day} ({weekday})")
_BY_TIME = Text("trước {time}, {day}", "before {time}, {day}")
_LATE = Text("đã quá hạn {days} ngày", "{days} {days:day|days} overdue")
_ESTIMATED = Text("dự kiến theo lịch nghỉ chưa quyết định", "expected: holidays not decided yet")
_CONTINUOUS = Text("thường xuyên, nêu trong báo cáo kỳ {period}",
                   "continuous, told in the report of {period}")  # fmt: skip
_BEGIN_BY = Text("bắt đầu chậm nhất {day}", "begin by {day}")
_WAITING = Text("chờ điều kiện", "waits for an event")
_REQUESTED = Text("kế hoạch chỉ đề nghị", "only requested by the plan")
_AIM = Text("phấn đấu", "an aspiration")
_DONE_ON = Text("xong {day}", "done on {day}")
_SENT = Text("đã gửi báo cáo", "report sent")


def due_words(line: FormLine, lang: Lang) -> str:
    """Return the last day on time with its weekday, or why there is none, and what bears on it."""
    owed, term = line.assessment.obligation, line.demand.term
    told = [_last_day(line, lang)]
    if line.assessment.status is Status.OVERDUE:
        told.append(_LATE.to(lang, days=line.assessment.days))
    told += filter(None, (due_note(owed, lang), aim_note(term, lang)))
    if line.demand.rolled and line.demand.rolled.estimated:
        told.append(_ESTIMATED.to(lang))
    if line.assessment.requested:
        told.append(_REQUESTED.to(lang))
    if term.aspirational:
        told.append(_AIM.to(lang))
    return "; ".join(told)


def _last_day(line: FormLine, lang: Lang) -> str:
    due, term = line.assessment.obligation.due, line.demand.term
    if due is None:
        if term.state == "continuous":
            return _CONTINUOUS.to(lang, period=line.demand.period)
        if term.state == "open" and term.beginning:
            return term.steps[-1].said().to(lang)
        return (_WAITING if term.state == "waiting" else captions.NO_DAY_SET).to(lang)
    day = _DAY.to(lang, day=shown_day(due, lang), weekday=weekday(due, lang))
    day = _BY_TIME.to(lang, time=term.time, day=day) if term.time else day
    return _BEGIN_BY.to(lang, day=day) if term.beginning else day


def least_words(line: FormLine, lang: Lang) -> str:
    """Return the least number that fulfils it; empty where the plan sets none."""
    quota = line.assessment.obligation.quota
    if quota is None:
        return ""
    return captions.AT_LEAST.to(lang, least=f"{quota.at_least:02d}", unit=quota.unit or "").strip()


def last_words(claim: Claim, lang: Lang, file: str = "") -> str:
    """Return what was said the last time, of which period, and in which file."""
    told = [
        _of(claim.key.period, lang),
        *_content(claim, lang),
    ]
    if claim.document.number:
        told.append(claim.document.number)
    if claim.note:
        told.append(f"“{claim.note}”")
    return one_line(", ".join(told) + (f" ({file})" if file else ""))


def _of(period: str, lang: Lang) -> str:
    """Return which period it was of, that of a one-off too."""
    words = of_period(period) if period != ONCE else captions.OF_PERIOD.filled(period=ONE_OFF)
    return words.to(lang)


def _content(claim: Claim, lang: Lang) -> list[str]:
    """Return how far it was, by when, and how many."""
    if claim.kind == "report":
        return [(NOTHING_AROSE if claim.nil else _SENT).to(lang)]
    told = [*progress_words(claim, lang, _DONE_ON)]
    if claim.quantity is not None:
        told.append(captions.QUANTITY_OF.to(lang, number=claim.quantity))
    return told
