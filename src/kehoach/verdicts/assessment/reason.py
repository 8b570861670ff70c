"""Why an obligation is in its status, in the wording of Vietnamese practice."""

from kehoach.words import Text
from kehoach.words.labelled import Labelled


class Reason(Labelled):
    """Why an obligation is in its status."""

    RECEIVED = "received", Text("đã nhận báo cáo", "the report was received")
    COMPLETED = (
        "completed",
        Text("đã hoàn thành, có văn bản chứng minh", "completed, proved by a document"),
    )
    COMPLETED_UNSTATED = (
        "completed_unstated",
        Text(
            "đã hoàn thành; không ghi ngày nên tính theo ngày nhận",
            "completed; the day is not given, the day of receipt is used",
        ),
    )
    TOLD_LATE = (
        "told_late",
        Text(
            "báo hoàn thành muộn nên tính theo ngày báo, không theo ngày tự khai",
            "told too late: the day of telling counts, not the day declared",
        ),
    )
    BEGUN = (
        "begun",
        Text("đã bắt đầu, có văn bản chứng minh", "begun, proved by a document"),
    )
    BEGUN_UNSTATED = (
        "begun_unstated",
        Text(
            "đã bắt đầu; không ghi ngày nên tính theo ngày nhận",
            "begun; the day is not given, the day of receipt is used",
        ),
    )
    BEGUN_BY_END = (
        "begun_by_end",
        Text(
            "đã xong nên đã bắt đầu; không ghi ngày bắt đầu nên tính muộn nhất là ngày hoàn thành",
            "finished, and so begun; the day of the beginning is not given, that of the end is used",
        ),
    )
    BEGUN_TOLD_LATE = (
        "begun_told_late",
        Text(
            "báo bắt đầu muộn nên tính theo ngày báo, không theo ngày tự khai",
            "the beginning was told too late: the day of telling counts, not the day declared",
        ),
    )
    NOT_BEGUN = "not_begun", Text("đã báo cáo nhưng chưa bắt đầu", "reported, but not begun yet")
    START_UNDATED = (
        "start_undated",
        Text(
            "đã báo đang thực hiện nhưng không ghi ngày bắt đầu",
            "said to be in progress, but the day of the beginning is not given",
        ),
    )
    BEGUN_UNPROVEN = (
        "begun_unproven",
        Text(
            "ghi là đã bắt đầu nhưng không có văn bản chứng minh",
            "said to be begun, but no document proves it",
        ),
    )
    NOT_BEGUN_YET = (
        "not_begun_yet",
        Text("ngày bắt đầu ghi trong tệp chưa tới", "the stated day of the beginning lies ahead"),
    )
    START_OPEN = (
        "start_open",
        Text(
            "được bắt đầu; văn bản không ấn định hạn phải bắt đầu",
            "it may begin; the document sets no day by which it must",
        ),
    )
    DONE_AGAIN = (
        "done_again",
        Text(
            "đã hoàn thành; bị trả lại nên tính theo ngày báo lại",
            "completed; it had been sent back, and the day on which it was told again counts",
        ),
    )
    RETURNED = "returned", Text("đã bị trả lại, chưa gửi lại", "sent back, and not sent again yet")
    NOTHING_CAME = "nothing_came", Text("chưa nhận được gì", "nothing has been received")
    NOT_DONE = "not_done", Text("đã báo cáo nhưng chưa hoàn thành", "reported, but not done yet")
    TOO_FEW = (
        "too_few",
        Text("chưa đủ số lượng tối thiểu", "the minimum quantity is not reached"),
    )
    UNPROVEN = (
        "unproven",
        Text(
            "ghi là đã xong nhưng không có văn bản chứng minh",
            "said to be done, but no document proves it",
        ),
    )
    NOT_COMPLETED_YET = (
        "not_completed_yet",
        Text("ngày hoàn thành ghi trong tệp chưa tới", "the stated day of completion lies ahead"),
    )
    AIM_ONLY = (
        "aim_only",
        Text(
            "mốc phấn đấu đã qua; không tính quá hạn", "an aspiration, past its day; never overdue"
        ),
    )
    REQUEST_ONLY = (
        "request_only",
        Text("kế hoạch chỉ đề nghị; không tính quá hạn", "only requested; never overdue"),
    )
    NO_DATE = (
        "no_date",
        Text("điều kiện đã có, văn bản không ấn định ngày", "the condition is met; no date is set"),
    )
    EVENT_AWAITED = (
        "event_awaited",
        Text(
            "chờ sự kiện được ghi nhận trong decisions.yaml",
            "waits for an event to be recorded in decisions.yaml",
        ),
    )
    BODY_UNVERIFIED = (
        "body_unverified",
        Text(
            "chưa kiểm chứng được cơ quan này còn tồn tại; không tính quá hạn",
            "it is not verified that this body still exists; never overdue",
        ),
    )
    COVER_NOT_DUE = (
        "cover_not_due",
        Text("chưa đến hạn báo cáo của kỳ", "the period's report is not due yet"),
    )
    COVERED = "covered", Text("báo cáo của kỳ có nêu", "the period's report speaks of it")
    COVERED_BY_NIL = (
        "covered_by_nil",
        Text("báo cáo của kỳ ghi không phát sinh", "the period's report says nothing arose"),
    )
    NOT_COVERED = (
        "not_covered",
        Text("báo cáo của kỳ không nêu mục này", "the period's report leaves it out"),
    )
    COVER_ON_PAPER = (
        "cover_on_paper",
        Text(
            "báo cáo giấy, nội dung chưa nhập vào tệp", "on paper; what it says has not been typed"
        ),
    )
    REPORT_MISSING = (
        "report_missing",
        Text(
            "chưa có báo cáo của kỳ (chỉ báo cáo bị tính quá hạn)",
            "the period's report is missing (only the report is overdue)",
        ),
    )
    NO_REPORT_DUTY = (
        "no_report_duty",
        Text(
            "kế hoạch không giao báo cáo kỳ này cho cơ quan", "the plan asks no such report of it"
        ),
    )
    PAUSED = "paused", Text("đang tạm dừng theo văn bản", "paused by a recorded decision")
    WAIVED = "waived", Text("được miễn theo văn bản", "excused by a recorded decision")
