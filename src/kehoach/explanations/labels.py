"""The words for states, roles, sources and reasons, in the wording of Vietnamese practice."""

from kehoach.model.plan import Role
from kehoach.model.submissions import Progress
from kehoach.verdicts.assessment import Assessment, Reason, Status
from kehoach.verdicts.evidence import Source
from kehoach.words import Lang, Text, shown_day

STATUS = {
    Status.DONE_ON_TIME: Text("Hoàn thành đúng hạn", "Done on time"),
    Status.DONE_LATE: Text("Hoàn thành quá hạn", "Done late"),
    Status.IN_TERM: Text("Trong hạn", "In term"),
    Status.OVERDUE: Text("Quá hạn", "Overdue"),
    Status.WAITING: Text("Chờ điều kiện", "Waiting"),
    Status.ONGOING: Text("Thường xuyên", "Ongoing"),
    Status.WAIVED: Text("Miễn", "Waived"),
}
DUE_SOON = Text("Sắp đến hạn", "Due soon")
NOT_SENT = Text("Quá hạn, chưa gửi báo cáo", "Overdue, report not sent")

# Colour never stands alone: each state has its sign.
SIGN = {
    Status.DONE_ON_TIME: ("✓", "green"),
    Status.DONE_LATE: ("✓!", "yellow"),
    Status.IN_TERM: ("·", ""),
    Status.OVERDUE: ("✗", "bold red"),
    Status.WAITING: ("…", "cyan"),
    Status.ONGOING: ("∞", ""),
    Status.WAIVED: ("–", "dim"),
}
DUE_SOON_SIGN = ("!", "bold yellow")

ROLE: dict[Role, Text] = {
    "lead": Text("chủ trì", "lead"),
    "implement": Text("thực hiện", "implement"),
    "coordinate": Text("phối hợp", "coordinate"),
}
PROGRESS: dict[Progress, Text] = {
    "not_started": Text("chưa làm", "not started"),
    "in_progress": Text("đang làm", "in progress"),
    "done": Text("đã xong", "done"),
}
SOURCE = {
    Source.REGISTRY: Text("sổ văn bản đến", "registry book"),
    Source.GIT: Text("git", "git"),
    Source.UNCOMMITTED: Text("chưa commit", "uncommitted"),
    Source.DECLARED: Text("ngày ghi trên văn bản, chưa kiểm chứng", "declared date, unverified"),
}
REASON = {
    Reason.RECEIVED: Text("đã nhận báo cáo", "the report was received"),
    Reason.COMPLETED: Text(
        "đã hoàn thành, có văn bản chứng minh", "completed, proved by a document"
    ),
    Reason.COMPLETED_UNSTATED: Text(
        "đã hoàn thành; không ghi ngày nên tính theo ngày nhận",
        "completed; the day is not given, the day of receipt is used",
    ),
    Reason.NOTHING_CAME: Text("chưa nhận được gì", "nothing has been received"),
    Reason.NOT_DONE: Text("đã báo cáo nhưng chưa hoàn thành", "reported, but not done yet"),
    Reason.TOO_FEW: Text("chưa đủ số lượng tối thiểu", "the minimum quantity is not reached"),
    Reason.UNPROVEN: Text(
        "ghi là đã xong nhưng không có văn bản chứng minh",
        "said to be done, but no document proves it",
    ),
    Reason.NOT_COMPLETED_YET: Text(
        "ngày hoàn thành ghi trong tệp chưa tới", "the stated day of completion lies ahead"
    ),
    Reason.AIM_ONLY: Text(
        "mốc phấn đấu đã qua; không tính quá hạn", "an aspiration, past its day; never overdue"
    ),
    Reason.REQUEST_ONLY: Text(
        "kế hoạch chỉ đề nghị; không tính quá hạn", "only requested; never overdue"
    ),
    Reason.NO_DATE: Text(
        "điều kiện đã có, văn bản không ấn định ngày", "the condition is met; no date is set"
    ),
    Reason.EVENT_AWAITED: Text(
        "chờ sự kiện được ghi nhận trong decisions.yaml",
        "waits for an event to be recorded in decisions.yaml",
    ),
    Reason.COVER_NOT_DUE: Text("chưa đến hạn báo cáo của kỳ", "the period's report is not due yet"),
    Reason.COVERED: Text("báo cáo của kỳ có nêu", "the period's report speaks of it"),
    Reason.COVERED_BY_NIL: Text(
        "báo cáo của kỳ ghi không phát sinh", "the period's report says nothing arose"
    ),
    Reason.NOT_COVERED: Text(
        "báo cáo của kỳ không nêu mục này", "the period's report leaves it out"
    ),
    Reason.COVER_ON_PAPER: Text(
        "báo cáo giấy, nội dung chưa nhập vào tệp", "on paper; what it says has not been typed"
    ),
    Reason.REPORT_MISSING: Text(
        "chưa có báo cáo của kỳ (chỉ báo cáo bị tính quá hạn)",
        "the period's report is missing (only the report is overdue)",
    ),
    Reason.NO_REPORT_DUTY: Text(
        "kế hoạch không giao báo cáo kỳ này cho cơ quan", "the plan asks no such report of it"
    ),
    Reason.WAIVED: Text("được miễn theo văn bản", "excused by a recorded decision"),
}
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
    if each.missing:
        return NOT_SENT.to(lang)
    return (DUE_SOON if each.due_soon else STATUS[each.status]).to(lang)


def reason_words(each: Assessment, lang: Lang) -> str:
    """Return why the verdict is what it is."""
    reporting = each.obligation.demand.plan.policy.reporting
    unnamed = each.reason is Reason.NO_REPORT_DUTY and reporting is None
    words = [(NO_REPORTING if unnamed else REASON[each.reason]).to(lang)]
    if each.heirless:
        words.append(HEIRLESS.to(lang))
    if (lapsed := each.obligation.lapsed) and lapsed.until:
        words.append(LAPSED.to(lang, day=shown_day(lapsed.until, lang)))
    return "; ".join(words)
