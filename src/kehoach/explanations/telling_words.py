"""When a finished task was told, in words: the day declared, the day told, and by when it had to be."""

from collections.abc import Iterator

from kehoach.explanations.claim_words import source_words
from kehoach.explanations.provenance import EVERY_DAY
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.assessment.timing import Timing
from kehoach.words import Lang, Text, shown_day

_DECLARED = Text("ngày hoàn thành tự khai: {day}", "day declared: {day}")
_BEGUN = Text("ngày bắt đầu tự khai: {day}", "day of the beginning declared: {day}")
_UNBEGUN = Text("lần đầu báo không ghi ngày bắt đầu", "told first without the day of the beginning")
_UNSTATED = Text("lần đầu báo không ghi ngày hoàn thành", "told first without a day of completion")
_TOLD = Text("báo ngày {day} ({source})", "told on {day} ({source})")
_BY_REPORT = Text("phải báo chậm nhất {day}: hạn của báo cáo tiếp theo, {item} kỳ {period}",
                  "to be told by {day}: the next report, {item} {period}, is due then")  # fmt: skip
_BY_TOLERANCE = Text(
    "phải báo chậm nhất {day}: hạn {due} và {days} ngày (không có báo cáo nào phải gửi từ đó)",
    "to be told by {day}: due {due} and {days} days (no report is owed from then on)",
)


def telling_words(run: Run, each: Assessment, lang: Lang) -> Iterator[str]:
    """Yield the days of a finished task; nothing where it is no task, or is not finished."""
    timing, claim = each.timing, each.claim
    if timing is None or claim is None or claim.receipt is None:
        return
    stated = timing.declared if claim.told.stated else None
    start = claim.of_start and each.reason is not Reason.BEGUN_BY_END
    declared, unstated = (_BEGUN, _UNBEGUN) if start else (_DECLARED, _UNSTATED)
    yield declared.to(lang, day=shown_day(stated, lang)) if stated else unstated.to(lang)
    source = source_words(run, claim.receipt, lang)
    yield _TOLD.to(lang, day=shown_day(timing.told, lang), source=source)
    yield from _by(each, timing, lang)


def _by(each: Assessment, timing: Timing, lang: Lang) -> Iterator[str]:
    """Yield by when it had to be told, and by which rule."""
    policy, due = each.obligation.demand.plan.policy, each.obligation.due
    if policy.telling == "declared":
        yield EVERY_DAY.to(lang)
    elif timing.by is not None and due is not None:
        day = shown_day(timing.by, lang)
        if report := timing.report:
            yield _BY_REPORT.to(
                lang, day=day, item=report.demand.item.id, period=report.demand.period
            )
        else:
            yield _BY_TOLERANCE.to(
                lang, day=day, due=shown_day(due, lang), days=policy.tolerance_days
            )
