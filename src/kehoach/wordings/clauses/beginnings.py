"""Clauses that speak of a beginning turned into rules, and these in words again."""

from collections.abc import Iterable, Iterator

from kehoach.model.deadlines.one_off import Within
from kehoach.model.deadlines.start import NotBeforeDay, Start
from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.dated import time_of
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Day, Limit, Stretch
from kehoach.wordings.time_words import is_day, is_range, refuse, span_words
from kehoach.wordings.writing import Events, clock_words, worded

_NO_YEAR = about(": bắt đầu từ khi nào, không rõ", ": from when on is not clear")
_RECURS = about(": việc bắt đầu mà lại định kỳ", " is a beginning, and yet recurs")
_BEGUN_OR_DONE = about(
    ": phải bắt đầu hay phải xong vào lúc đó, không rõ", ": to be begun or to be done, is not clear"
)
_ENDING = {"before", "by", "until"}
_RUNNING = {"every", "continuous", "on_request"}


def not_before(clause: Clause, limit: Limit) -> Form:
    """Return what a beginning holds for "từ tháng 3/2027", "sớm nhất ngày 30/6/2026": nothing is due by it.

    Raises:
        Doubtful: a year is missing, or there are several days.
    """
    match limit.when:
        case (Day(year=int()) as day,):
            return {"from": day.iso, **time_of(limit.clock or None)}
        case (Stretch(year=int()) as span,) if limit.clock is None:
            return {"from": span.name.partition("..")[0]}
    raise clause.doubt(_NO_YEAR)


def begun(clause: Clause, forms: Iterable[Form]) -> Iterator[Form]:
    """Yield the rules of a clause as those of a beginning where its words say so.

    Raises:
        Doubtful: it recurs, or may be a beginning or an end.
    """
    told = list(forms)
    sides = {limit.side for limit in clause.limits}
    clause.refuse(clause.start == "undertake" and sides & _ENDING, _BEGUN_OR_DONE)
    opened = any(
        "start" in form for form in told
    )  # "bắt đầu … từ tháng 3/2026 và kết thúc trước …"
    for form in told:
        yield from [form] if opened else _as_begun(clause, form)


def _as_begun(clause: Clause, form: Form) -> Iterator[Form]:
    """Yield a rule as that of a beginning, where its verb or its "từ" says so; of both with its end."""
    if "from" in form and not _RUNNING & {*form}:
        yield {"start": form}
        return
    ranged = ".." in str(form.get("within"))
    spans = clause.start == "begin" and ranged  # "bắt đầu … từ 01/4, kết thúc 30/4/2026"
    begins = clause.start in ("start", "begin", "both") and "not_set" not in form and not spans
    if begins:
        clause.refuse(_RUNNING & {*form}, _RECURS)
        clause.refuse(ranged, _BEGUN_OR_DONE)
        yield {"start": form}
    if not begins or clause.start == "both":
        yield form


@worded.register
def _said_start(rule: Start, events: Events) -> str:
    inner = rule.start
    if not isinstance(inner, NotBeforeDay):
        refuse(isinstance(inner, Within) and is_range(inner.within), "a beginning within a range")
        return f"bắt đầu {worded(inner, events)}"
    refuse(is_range(inner.since), "from a range on")
    refuse(inner.time and not is_day(inner.since), "a time of a span")
    return f"từ {clock_words(inner).removeprefix('trước ')}{span_words(inner.since)}"
