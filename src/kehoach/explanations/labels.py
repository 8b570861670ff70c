"""Verdicts in the wording of Vietnamese practice: the state, and the reason with what qualifies it."""

from kehoach.model.plan import Role
from kehoach.model.submissions import Progress
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.statuses import Remark, Shown

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
    """Return the state in the words of practice."""
    return marked(each).label.to(lang)


def marked(each: Assessment) -> Shown:
    """Return by which word and sign one verdict is shown among others."""
    if each.missing:
        return Remark.MISSING
    return Remark.DUE_SOON if each.due_soon else each.status


def reason_words(each: Assessment, lang: Lang) -> str:
    """Return why the verdict is what it is."""
    reporting = each.obligation.demand.plan.policy.reporting
    unnamed = each.reason is Reason.NO_REPORT_DUTY and reporting is None
    words = [(NO_REPORTING if unnamed else each.reason.label).to(lang)]
    if each.heirless:
        words.append(HEIRLESS.to(lang))
    if (lapsed := each.obligation.lapsed) and lapsed.until:
        words.append(LAPSED.to(lang, day=shown_day(lapsed.until, lang)))
    return "; ".join(words)
