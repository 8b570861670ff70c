"""Verdicts in the wording of Vietnamese practice: the state, and the reason with what qualifies it."""

from collections.abc import Iterator

from kehoach.explanations.decision_words import debt_note
from kehoach.model.plan import Role
from kehoach.model.submissions import Progress
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.evidence import Claim
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.statuses import Remark, Shown, Status

ROLE: dict[Role, Text] = {
    "lead": captions.LEAD,
    "implement": captions.IMPLEMENT,
    "coordinate": captions.COORDINATE,
}
PROGRESS: dict[Progress, Text] = {
    "not_started": Text("chưa làm", "not started"),
    "in_progress": Text("đang làm", "in progress"),
    "done": captions.DONE,
}
PROGRESS_OF_START: dict[Progress, Text] = {
    "not_started": Text("chưa bắt đầu", "not begun"),
    "in_progress": Text("đang làm, không ghi ngày bắt đầu", "in progress, begun on no day given"),
    "done": Text("đã bắt đầu", "begun"),
}
_STARTED_ON = Text("bắt đầu {day}", "begun {day}")
_STARTS: dict[Shown, Text] = {
    Status.OVERDUE: Text("Quá hạn bắt đầu", "Start overdue"),
    Status.DONE_LATE: Text("Bắt đầu quá hạn", "Started late"),
    Status.DONE_ON_TIME: Text("Bắt đầu đúng hạn", "Started on time"),
    Remark.DUE_SOON: Text("Sắp đến hạn bắt đầu", "Start due soon"),
}
KIND = {"task": captions.A_TASK, "report": captions.A_REPORT}
BINDING = {"required": captions.REQUIRED, "requested": captions.REQUESTED}
NO_REPORTING = Text(
    "kế hoạch không nêu báo cáo nào phản ánh việc thường xuyên",
    "the plan names no report that covers continuous work",
)
HEIRLESS = Text(
    "cơ quan đã chấm dứt, không có cơ quan kế thừa", "the body has ended without a successor"
)
LAPSED = Text("quyết định miễn đã hết hiệu lực sau ngày {day}", "its waiver expired after {day}")
SAMPLE = Text(
    "Dữ liệu minh hoạ: có báo cáo mẫu được tính, không phải kết quả thật của cơ quan nào",
    "Dữ liệu minh hoạ (illustrative data): invented reports are counted; no real agency's results",
)

TAKEN_OVER = Text(" (nhận bàn giao từ {agency})", " (taken over from {agency})")


def state_words(each: Assessment, lang: Lang) -> str:
    """Return the state in the words of practice; that of a beginning in its own."""
    return state_text(each, marked(each)).to(lang)


def state_text(each: Assessment, shown: Shown) -> Text:
    """Return what one verdict is called under the word by which it is shown."""
    starts = _STARTS if each.obligation.demand.term.beginning else {}
    return starts.get(shown, shown.label)


def marked(each: Assessment) -> Shown:
    """Return by which word and sign one verdict is shown among others."""
    if each.missing:
        return Remark.MISSING
    return Remark.DUE_SOON if each.due_soon else each.status


def progress_words(
    claim: Claim, lang: Lang, completed: Text = captions.COMPLETED_ON
) -> Iterator[str]:
    """Yield how far an entry says that its task is, or that it has begun, and since or on which day."""
    percent = f" {claim.percent}%" if claim.percent is not None else ""
    said = (PROGRESS_OF_START if claim.of_start else PROGRESS)[claim.progress].to(lang) + percent
    if claim.of_start and claim.started and claim.progress == "done":
        yield f"{said} {shown_day(claim.started, lang)}"
        return
    yield said
    if claim.started:
        yield _STARTED_ON.to(lang, day=shown_day(claim.started, lang))
    if end := claim.told_end:
        yield completed.to(lang, day=shown_day(end, lang))


def reason_words(each: Assessment, lang: Lang) -> str:
    """Return why the verdict is what it is."""
    reporting = each.obligation.demand.plan.policy.reporting
    unnamed = each.reason is Reason.NO_REPORT_DUTY and reporting is None
    words = [(NO_REPORTING if unnamed else each.reason.label).to(lang)]
    if each.heirless:
        words.append(HEIRLESS.to(lang))
    if (lapsed := each.obligation.lapsed) and lapsed.until:
        words.append(LAPSED.to(lang, day=shown_day(lapsed.until, lang)))
    if note := debt_note(each, lang):
        words.append(note)
    return "; ".join(words)
