"""The words of the form: over its fields, on its buttons, and for what it finds wrong."""

from collections.abc import Mapping

from kehoach.reading import value_rules
from kehoach.words import Text, captions

TITLE = Text("Điền báo cáo: {agency}", "Fill in the report: {agency}")
FILL_IN = Text("Điền báo cáo", "Fill in the report")
HOW = (
    Text("Điền văn bản gửi kèm, rồi những gì báo cáo lần này; việc nào chưa báo thì để “Chưa báo lần này”.",
         "Fill in the covering letter, then what is reported now; leave the rest at “Not this time”."),
    Text("Bấm “Lập tệp”: chỗ nào chưa đúng được chỉ ra ngay cạnh ô.",
         "Press “Make the file”: what is not right is shown beside its field."),
    Text("Tải tệp về và gửi cho cơ quan tổng hợp cùng văn bản đã ký; cơ quan tổng hợp đưa vào kho dữ liệu.",
         "Download the file and send it to the consolidating office with the signed letter; it goes into "
         "the data there."),
)  # fmt: skip
PRIVATE = Text(
    "Trang này không gửi gì đi đâu: những gì điền chỉ nằm trong trình duyệt này.",
    "This page sends nothing anywhere: what is typed stays in this browser.",
)
NO_SCRIPT = Text(
    "Biểu mẫu cần JavaScript, trình duyệt này đang tắt. Hãy bật lên, hoặc xin cơ quan tổng hợp bảng Excel "
    "mẫu để điền và gửi lại, hoặc gửi văn bản giấy như thường lệ.",
    "The form needs JavaScript, which is off in this browser. Turn it on, or ask the consolidating office "
    "for the workbook to fill in and send back, or send the letter on paper as ever.",
)
NOTHING_OWED = Text(
    "Đến hết ngày {day}, {agency} không còn gì phải báo cáo theo kế hoạch này.",
    "As of the end of {day}, {agency} has nothing to report under this plan.",
)
SETTLED = Text(
    "Kỳ này đã nhận hoặc được miễn: {items}.", "Received or waived in this period: {items}."
)
SENT_BACK = Text("trả lại {how}", "sent back {how}")

NOTHING_SAID = Text("chưa chọn báo cáo hay nhiệm vụ nào", "no report and no task has been chosen")
NOT_COME_YET = Text(
    "ngày {day} chưa đến: hôm nay là {today}", "{day} has not come: today is {today}"
)
_A_DAY = Text("ngày có thật, ví dụ 29/11/2021", "a real day, such as 2021-11-29 or 29/11/2021")

EXPECTED: Mapping[str, Text] = {
    **dict.fromkeys(("date", "started", "completed", "expected"), _A_DAY),
    "quantity": value_rules.EXPECTED["count"],
}
"""What a field takes, by its key: days, and a number."""

FIELDS: Mapping[str, Text] = {
    "number": Text("Số, ký hiệu", "Number"),
    "date": Text("Ngày ký", "Date"),
    "signer": captions.SIGNER,
    "started": Text("Ngày bắt đầu", "Begun on"),
    "completed": captions.DAY_COMPLETED,
    "quantity": Text("Số lượng đạt được, luỹ kế", "Number reached, cumulative"),
    "evidence": Text("Văn bản chứng minh", "Document that proves it"),
    "reason": captions.WHY_UNDONE,
    "expected": captions.EXPECTED_ON,
    "note": Text("Kết quả, khó khăn, kiến nghị", "Results, difficulties, proposals"),
}
PROOFS: Mapping[str, Text] = {
    "number": Text("Số, ký hiệu văn bản chứng minh", "Number of the document that proves it"),
    "date": Text("Ngày ký văn bản chứng minh", "Date of that document"),
    "title": Text("Trích yếu", "Title"),
}
WORDS: Mapping[str, Text] = {
    "period": Text("Báo cáo kỳ", "Report for"),
    "letter": Text("Văn bản gửi kèm", "The covering letter"),
    "reports": Text("Báo cáo gửi lần này", "Reports sent this time"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "due": captions.DUE,
    "needed": Text("Cần", "Needed"),
    "last": Text("Lần trước", "Last time"),
    "sentence": captions.SENTENCE,
    "unsaid": Text("Chưa báo lần này", "Not this time"),
    "sent": Text("Gửi báo cáo", "Sent"),
    "nil": Text("Gửi, kỳ này không phát sinh", "Sent, nothing arose"),
    "day_hint": Text("ngày/tháng/năm", "YYYY-MM-DD or DD/MM/YYYY"),
    "steady": Text(
        "Việc thường xuyên, nêu trong báo cáo ({count})", "Continuous work, told in the report ({count})"
    ),
    "silent": Text(
        "báo cáo chưa nói gì về {count} việc thường xuyên",
        "the report says nothing of {count} matters of continuous work",
    ),
    "rest": Text("Đặt mọi việc chưa chọn là “Đang làm”", "Set all that is not told of to “In progress”"),
    "more": Text("Thêm văn bản", "Add a document"),
    "make": Text("Lập tệp", "Make the file"),
    "clear": Text("Xoá những gì đã điền", "Clear what was typed"),
    "sure": Text("Xoá mọi điều đã điền ở kỳ này?", "Clear everything typed for this period?"),
    "wrong": Text("Chưa lập được tệp, còn {count} chỗ cần sửa", "No file yet: {count} to be mended"),
    "doubtful": Text("Tệp đã lập; xin xem lại", "The file is made; please look again at"),
    "ready": Text("Tệp đã sẵn sàng", "The file is ready"),
    "download": Text("Tải tệp về", "Download the file"),
    "copy": Text("Chép nội dung", "Copy its text"),
    "copied": Text("Đã chép.", "Copied."),
    "selected": Text("Đã chọn hết nội dung: bấm Ctrl+C để chép.", "All is selected: press Ctrl+C."),
    "open": Text("Mở trang tạo tệp, đã điền sẵn", "Open the page for a new file, filled in"),
    "long": Text(
        "Nội dung quá dài để điền sẵn vào trang tạo tệp: chép nội dung rồi dán vào đó, hoặc tải tệp về.",
        "The text is too long to be filled in there: copy it and paste it there, or download the file.",
    ),
    "then": Text(
        "Gửi tệp này cho cơ quan tổng hợp cùng văn bản đã ký; cơ quan tổng hợp đặt tệp vào {folder}.",
        "Send this file to the consolidating office with the signed letter; it belongs into {folder}.",
    ),
    "then_forge": Text(
        "Tệp nằm ở {folder}/{name}: tạo ở trang của kho dữ liệu, hoặc gửi cho cơ quan tổng hợp.",
        "It belongs at {folder}/{name}: make it on the repository's page, or send it to the office.",
    ),
}  # fmt: skip
