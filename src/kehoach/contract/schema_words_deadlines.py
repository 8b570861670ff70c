"""Words for the kinds of deadline and their keys."""

from collections.abc import Mapping

from kehoach.contract.schema_meaning import Keys, Meaning
from kehoach.words import Text

_WEEKDAYS = {
    "monday": Text("thứ Hai", "Monday"), "tuesday": Text("thứ Ba", "Tuesday"),
    "wednesday": Text("thứ Tư", "Wednesday"), "thursday": Text("thứ Năm", "Thursday"),
    "friday": Text("thứ Sáu", "Friday"), "saturday": Text("thứ Bảy", "Saturday"),
    "sunday": Text("Chủ nhật", "Sunday"),
}  # fmt: skip

DEADLINE_WORDS: Mapping[str, Keys] = {
    "Rule": {
        "roll": Meaning("Hạn này gặp ngày nghỉ thì sao; thay policy.roll của kế hoạch.",
            "What this due day does on a day off; instead of the plan's policy.roll.", values={
                "next": Text("sang ngày làm việc tiếp theo", "to the next working day"),
                "none": Text("giữ nguyên", "stays"),
                "previous": Text("lùi về ngày làm việc trước", "back to the working day before")}),
        "time": Meaning("Giờ của ngày cuối: “trước 16 giờ”.", "Clock time on the last day.", ("16:00",)),
        "aspirational": Meaning("“Phấn đấu”: được hiện, không bao giờ quá hạn.",
            "“Strive to”: shown, never overdue."),
    },
    "ByDay": {
        "": Meaning("“Đến ngày”, “chậm nhất ngày”, “không muộn hơn”: chính ngày đó là ngày cuối.",
            "By a day: that day is the last.", title=Text("Đến ngày", "By a day")),
        "by": Meaning("Ngày cuối; tháng, quý hoặc năm thì là ngày cuối của nó.",
            "The last day; of a month, quarter or year its last day.", ("2026-06-30",)),
    },
    "BeforeDay": {
        "": Meaning("“Trước ngày”, “trước tháng”, “trước năm”.", "Before a day, month or year.",
            title=Text("Trước ngày", "Before a day")),
        "before": Meaning("Ngày, tháng hoặc năm mà việc phải xong trước; ngày cuối là ngày liền trước.",
            "The day, month or year before which it is due; the last day is the one before.",
            ("2026-06-30", "2026-10", 2030)),
        "inclusive": Meaning("true: kể cả ngày đó (thay policy.before).",
            "true: the day itself counts (instead of policy.before)."),
    },
    "Within": {
        "": Meaning("“Trong tháng”, “Quý II”, “năm 2026”: ngày cuối của khoảng đó; chưa mở trước "
            "khi khoảng bắt đầu.",
            "Within a month, quarter, year: its last day; not open before it begins.",
            title=Text("Trong khoảng", "Within a span")),
        "within": Meaning("Khoảng thời gian: tháng 2026-07, quý 2026-Q2, nửa năm 2026-H1, năm 2026, "
            "hoặc từ … đến …",
            "The span: a month, quarter, half-year, year, or from … to …",
            ("2026-07", "2026-Q2", "2026-H1", 2026, "2026-Q3..2026-Q4")),
    },
    "AfterDay": {
        "": Meaning("“30 ngày kể từ ngày 01/7/2026”: tính từ một ngày đã biết.",
            "Counted from a known day.",
            title=Text("Kể từ ngày", "Counted from a day")),
        "after": Meaning("Ngày bắt đầu tính; chính ngày này không tính.",
            "The day from which it counts; that day itself is not counted.", ("2026-07-01",)),
        "plus": Meaning("Bao lâu sau đó: 5 working days, 20 days, 6 months.",
            "How long after: 5 working days, 20 days, 6 months.",
            ("30 days", "5 working days", "6 months")),
    },
    "AtOneSession": {
        "": Meaning("“Kỳ họp chuyên đề tháng 5/2026”: một lần, tại phiên họp trong khoảng này; ngày họp "
            "ghi trong decisions.yaml, chưa ghi thì tạm tính ngày cuối của khoảng.",
            "Once, at a session in this span: its day as recorded in decisions.yaml, until then the "
            "span's last day.", title=Text("Tại một phiên họp", "At one session")),
        "session": Meaning("Tháng, quý hoặc năm có phiên họp.",
            "The month, quarter or year of the session.",
            ("2026-05",)),
    },
    "Recurrence": {
        "every": Meaning("Bao lâu một lần: hằng năm, 6 tháng, quý, tháng, tuần, ngày; chỉ 6 "
            "tháng đầu năm; 9 tháng; 5 năm.",
            "How often: a year, half-year, quarter, month, week, day; only the first half of the year; "
            "nine months; 5 years.",
            ("year", "half-year", "quarter", "month", "week", "day", "first-half", "nine-months",
                "5 years")),
        "from": Meaning("Bắt đầu từ (ngày, tháng, năm); bỏ trống là từ đầu kế hoạch.",
            "From when on; left out: from the plan's beginning.", (2026,)),
        "until": Meaning("Đến hết (ngày, tháng, năm): “đến 2030”; bỏ trống là đến hết kế hoạch.",
            "Until the end of; left out: to the plan's end.", (2030,)),
    },
    "Recurring": {
        "": Meaning("Định kỳ: “hằng năm, trước ngày 02/12”. Không ghi ngày thì là ngày cuối của kỳ.",
            "Recurring: due once a period; without a day, on the period's last.",
            title=Text("Định kỳ", "Recurring")),
        "before": Meaning("“Trước ngày …” của kỳ: tháng-ngày (12-02), hoặc {month, day, weekday, of}; "
            "nhiều ngày thì mỗi kỳ một ngày, theo thứ tự.",
            "Before a day of the period: month-day (12-02), or {month, day, weekday, of}; several stand "
            "one for each period of the year, in order.", ("12-02",)),
        "by": Meaning("“Chậm nhất ngày …” của kỳ, viết như before; chính ngày đó là ngày cuối.",
            "By a day of the period, written like before; that day is the last.", ("12-31",)),
        "plus": Meaning("Kể từ ngày kết thúc kỳ: 20 days, 5 working days (ngày kết thúc không tính).",
            "Counted from the period's last day, which is not counted: 20 days, 5 working days.",
            ("20 days", "5 working days", "1 month")),
        "inclusive": Meaning("true: “trước ngày X” kể cả ngày X (thay policy.before).",
            "true: “before X” includes X (instead of policy.before)."),
    },
    "Point": {
        "": Meaning("Một ngày trong kỳ; 12-02 viết tắt cho {date: 12-02}.",
            "A day of the period; 12-02 is short for {date: 12-02}.",
            title=Text("Ngày trong kỳ", "Day of a period")),
        "date": Meaning("Tháng-ngày của năm bắt đầu kỳ: 02-15.",
            "Month and day of the year in which the period begins: 02-15.", ("02-15",)),
        "month": Meaning("Tháng thứ mấy của kỳ: 1, 2, … hoặc first (tháng đầu), last (tháng cuối).",
            "Which month of the period: 1, 2, … or first, last.", ("first", "last")),
        "day": Meaning("Ngày của tháng: 1–31, hoặc last (ngày cuối tháng, mặc định).",
            "Day of the month: 1–31, or last (the default).", ("last",)),
        "weekday": Meaning("Thứ trong tuần, cho kỳ một tuần.", "Day of the week, for weekly periods.",
            values=_WEEKDAYS),
        "of": Meaning("Kỳ này hay kỳ sau (“15/02 năm sau”, “tháng đầu quý sau”).",
            "This period or the one after.", values={
                "this": Text("kỳ này (mặc định)", "this one (default)"),
                "next": Text("kỳ sau", "the one after")}),
    },
    "AtSession": {
        "": Meaning("“Tại phiên họp tháng 12 hằng năm”: ngày họp ghi trong decisions.yaml; chưa ghi thì "
            "tạm tính ngày cuối tháng.",
            "At a session: its day as recorded in decisions.yaml, until then the month's last day.",
            title=Text("Tại phiên họp", "At a session")),
        "session": Meaning("Tháng có phiên họp: tháng thứ mấy của kỳ, hoặc first, last.",
            "The month of the session within the period, or first, last.", (12,)),
    },
    "Counted": {
        "": Meaning("“05 ngày làm việc kể từ ngày …”: tính từ một sự kiện; chờ đến khi sự kiện được ghi.",
            "Counted from one event; waiting until it is recorded.",
            title=Text("Kể từ sự kiện", "Counted from an event")),
        "event": Meaning("Mã sự kiện (khai ở events của kế hoạch).",
            "Id of the event (of the plan's events)."),
    },
    "AfterEvents": {
        "": Meaning("“Sau khi … và …”: chờ đến khi mọi sự kiện được ghi trong decisions.yaml.",
            "After events: waiting until all of them are recorded in decisions.yaml.",
            title=Text("Sau các sự kiện", "After events")),
        "when": Meaning("Mã các sự kiện (khai ở events của kế hoạch).",
            "Ids of the events (of the plan's events)."),
        "plus": Meaning("Bao lâu sau đó: 5 working days, 20 days, 6 months (ngày đầu không tính).",
            "How long after: 5 working days, 20 days, 6 months (the first day is not counted).",
            ("5 working days", "20 days", "6 months")),
        "minus": Meaning("Bao lâu trước đó: “chậm nhất 10 ngày trước ngày …”.",
            "How long before: “at the latest 10 days before”.", ("10 days",)),
        "by": Meaning("Hoặc một ngày cuối cố định.", "Or a fixed last day.", ("2026-12-31",)),
        "before": Meaning("Hoặc trước một ngày, tháng, năm cố định.",
            "Or before a fixed day, month or year.",
            ("2026-12-31",)),
    },
    "Continuous": {
        "": Meaning("“Thường xuyên”: không có ngày hạn; báo cáo mỗi kỳ phải phản ánh.",
            "Continuous: no due day; each period's report must speak of it.",
            title=Text("Thường xuyên", "Continuous")),
        "continuous": Meaning("Ghi true: việc làm thường xuyên.", "Write true: continuous work."),
        "from": Meaning("Bắt đầu từ: “trong những năm tiếp theo”.", "From when on.", (2027,)),
        "until": Meaning("Duy trì đến hết: “đến 2030”.", "Until the end of.", (2030,)),
    },
    "OnRequest": {
        "": Meaning("“Khi có yêu cầu”, “đột xuất”: chưa phải làm gì cho đến khi ghi yêu cầu trong "
            "decisions.yaml.",
            "On request: nothing until a request is recorded in decisions.yaml.",
            title=Text("Khi có yêu cầu", "On request")),
        "on_request": Meaning("Ghi true: chỉ khi có yêu cầu.", "Write true: only when asked for."),
    },
    "NotSet": {
        "": Meaning("“Theo lộ trình”, “chưa xác định”: kế hoạch không nêu thời hạn; kehoach check nhắc.",
            "Not set: the plan gives no time; kehoach check lists it.",
            title=Text("Chưa xác định", "Not set")),
        "not_set": Meaning("Lời của văn bản thay cho thời hạn.",
            "The document's words in place of a deadline.",
            ("theo lộ trình",)),
    },
}  # fmt: skip
