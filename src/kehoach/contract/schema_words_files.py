"""Words for the keys of the registry, submissions, decisions, the book and the calendar."""

from collections.abc import Mapping

from kehoach.contract.schema_meaning import Keys, Meaning
from kehoach.words import Text

_SCHEMA = Meaning("Loại tệp và phiên bản; dòng đầu của tệp.",
    "Kind of file and its version; the first line.")  # fmt: skip
_ITEM = Meaning("Số mục của kế hoạch: II.1.b, III.1.c.", "The plan's item: II.1.b, III.1.c.")
_PERIODS = (2026, "2026-H1", "2026-Q1", "2026-01", "once")
_PERIOD = Meaning("Kỳ: 2026, 2026-H1, 2026-Q3, 2026-06; việc một lần: once. Bỏ được khi tệp chỉ "
    "báo cáo một kỳ mà mục đó có, hoặc mục làm một lần.",
    "Period: 2026, 2026-H1, 2026-Q3, 2026-06; once for a one-off. May be left out where the file "
    "reports on one period that the item has, or for a one-off.", _PERIODS)  # fmt: skip
_WHICH_PERIOD = Meaning(
    "Kỳ nào; bỏ trống là mọi kỳ.", "Which period; left out: all of them.", _PERIODS
)
_WHO = Meaning("Mã các cơ quan; bỏ trống là mọi cơ quan phải làm.",
    "Ids of agencies; left out: all that owe it.")  # fmt: skip
_SAMPLE = Meaning(
    "true: dữ liệu minh hoạ, mọi kết quả đều nói rõ.", "true: invented data; every output says so."
)
_NOTE = Meaning("Ghi chú.", "A remark.")
_UNVERIFIED = Meaning("Điều chưa kiểm chứng được.", "What could not be verified.")
_SOURCE = Meaning(
    "Nguồn của thông tin (tên ở sources).", "Where it is known from (names of sources)."
)
_VARIANTS = Meaning(
    "Cách viết khác của tên trong các văn bản.", "Other spellings of the name in documents."
)

FILE_WORDS: Mapping[str, Keys] = {
    "Registry": {
        "": Meaning("Mọi cơ quan và nhóm cơ quan; mã không trùng nhau.",
            "All agencies and groups; ids are unique.", title=Text("Danh sách cơ quan", "Registry")),
        "schema": _SCHEMA,
        "sources": Meaning("Các nguồn đã tra cứu: mã nguồn và tên.",
            "What was consulted: a name and what it is."),
        "agencies": Meaning("Các cơ quan, đơn vị, địa phương.", "The agencies."),
        "groups": Meaning("Các nhóm như kế hoạch gọi.", "Groups as the plan names them."),
        "services": Meaning("Địa chỉ mà máy chủ git dùng khi hợp nhất thay mọi người.",
            "Addresses by which a forge merges for everybody.", ("noreply@github.com",)),
    },
    "Agency": {
        "": Meaning("Một cơ quan, đơn vị, địa phương.", "A registered body.",
            title=Text("Cơ quan", "Agency")),
        "id": Meaning("Mã không dấu (so-tai-chinh), cũng là tên thư mục nộp báo cáo.",
            "The id (so-tai-chinh), and the name of its folder."),
        "name": Meaning("Tên đầy đủ.", "Full name."),
        "short": Meaning("Tên tắt, dùng trong số hiệu văn bản: STC.", "Abbreviation: STC."),
        "variants": _VARIANTS,
        "valid": Meaning("Những ngày cơ quan tồn tại; bỏ trống là không rõ giới hạn.",
            "The days on which it existed; open where left out."),
        "successors": Meaning("Mã các cơ quan nhận lại việc chưa xong khi cơ quan này chấm dứt.",
            "Ids of those who take over what it still owed."),
        "names": Meaning("Các tên mà chính cơ quan này đổi về sau.", "Later names of the same body."),
        "parent": Meaning("Mã cơ quan cấp trên.", "Id of the superior body."),
        "codes": Meaning("Mã hành chính theo năm số liệu; chỉ để đối chiếu.",
            "Administrative codes by data version, for cross-checking only."),
        "committers": Meaning("Ai được ghi vào thư mục: địa chỉ thư hoặc @tên-miền; bỏ trống thì "
            "không kiểm tra.",
            "Who may commit to its folder: an address or @domain; no list, no check.",
            ("@stc.example.vn",)),
        "source": _SOURCE,
        "unverified": _UNVERIFIED,
        "note": _NOTE,
    },
    "Validity": {
        "": Meaning("Ngày đầu và ngày cuối, kể cả hai đầu.", "First and last day, both inclusive.",
            title=Text("Thời gian tồn tại", "Validity")),
        "from": Meaning("Ngày đầu cơ quan tồn tại (kể cả).", "First day (inclusive).", ("2025-03-01",)),
        "to": Meaning("Ngày cuối cơ quan tồn tại (kể cả).", "Last day (inclusive).", ("2025-02-28",)),
    },
    "LaterName": {
        "": Meaning("Tên mà cơ quan đổi về sau.", "A name that the body took later.",
            title=Text("Tên mới", "Later name")),
        "name": Meaning("Tên mới.", "The new name."),
        "from": Meaning("Từ ngày nào (kể cả).", "From which day on (inclusive).", ("2025-03-01",)),
    },
    "Group": {
        "": Meaning("Một nhóm cơ quan, tính tại ngày đến hạn.",
            "A named set of agencies, resolved at the due date.",
            title=Text("Nhóm cơ quan", "Group")),
        "id": Meaning("Mã nhóm, không trùng với mã cơ quan.", "The group's id."),
        "name": Meaning("Tên nhóm như kế hoạch gọi.", "Its name in the plan's words."),
        "variants": _VARIANTS,
        "members": Meaning("Mã các cơ quan hoặc nhóm khác.", "Ids of agencies or of other groups."),
        "open": Meaning("true: nhóm mở (“các cơ quan có liên quan”), chỉ in lời, không bao giờ khai "
            "triển.",
            "true: an open set, shown in words and never expanded."),
        "source": _SOURCE,
        "unverified": _UNVERIFIED,
        "note": _NOTE,
    },
    "Document": {
        "": Meaning("Một văn bản: số và ngày để tra được.", "A document as it is cited.",
            title=Text("Văn bản", "Document")),
        "number": Meaning("Số, ký hiệu: 125/BC-STC.", "Number: 125/BC-STC.", ("125/BC-STC",)),
        "date": Meaning("Ngày ký: 2026-11-27.", "Day of signing: 2026-11-27.", ("2026-11-27",)),
        "title": Meaning("Tên hoặc trích yếu.", "Title."),
        "signer": Meaning("Người ký.", "Who signed it."),
    },
    "Submission": {
        "": Meaning("Báo cáo của một cơ quan, một tệp mỗi lần gửi.",
            "What one agency says it has reported and done.",
            title=Text("Báo cáo của cơ quan", "Submission")),
        "schema": _SCHEMA,
        "plan": Meaning("Mã kế hoạch (id trong plan_*.yaml), trong ngoặc kép.",
            "The plan's id, in quotes.", ("06",)),
        "agency": Meaning("Mã cơ quan; phải trùng tên thư mục.",
            "The agency's id; must be the folder's name."),
        "sample": _SAMPLE,
        "draft": Meaning("true: bản nháp đang điền, chưa gửi gì; bỏ dòng này khi gửi.",
            "true: still being filled in and says nothing yet; take the line out to send it."),
        "document": Meaning("Công văn gửi kèm báo cáo: số, ngày, người ký.", "The covering letter."),
        "reports": Meaning("Các báo cáo được gửi bằng tệp này.", "The reports that this file delivers."),
        "tasks": Meaning("Tình hình từng nhiệm vụ.", "What is said of tasks."),
        "note": _NOTE,
    },
    "ReportEntry": {
        "": Meaning("Một báo cáo định kỳ hoặc một lần.", "A periodic or one-off report.",
            title=Text("Báo cáo", "Report")),
        "item": _ITEM,
        "period": _PERIOD,
        "nil": Meaning("true: kỳ này không phát sinh; vẫn tính là đã báo cáo.",
            "true: nothing arose; it counts as a report."),
        "note": Meaning("Nội dung hoặc ghi chú.", "Content, or a remark."),
    },
    "TaskEntry": {
        "": Meaning("Tình hình một nhiệm vụ.", "What is said of one task.",
            title=Text("Nhiệm vụ", "Task")),
        "item": _ITEM,
        "period": _PERIOD,
        "status": Meaning("Tình hình thực hiện.", "How far it has come.", values={
            "not_started": Text("chưa làm", "not started"),
            "in_progress": Text("đang làm", "in progress"),
            "done": Text("đã xong; cần số văn bản (evidence hoặc document.number)",
                "done; needs a document's number (evidence or document.number)")}),
        "completed": Meaning("Ngày hoàn thành; thiếu thì tính theo ngày nhận.",
            "Day of completion (inclusive); else the day of receipt.", ("2026-06-15",)),
        "percent": Meaning("Khoảng bao nhiêu phần trăm.", "About how many per cent."),
        "quantity": Meaning("Số đạt được trong kỳ, ghi số luỹ kế.",
            "The number reached in the period, cumulative."),
        "evidence": Meaning("Văn bản chứng minh: số, ngày, tên.", "Documents that prove it."),
        "note": Meaning("Kết quả, khó khăn, kiến nghị.", "Results, difficulties, proposals."),
    },
    "Decisions": {
        "": Meaning("Những gì được quyết định sau khi ban hành kế hoạch, mỗi điều kèm số và ngày "
            "văn bản.",
            "What was decided after the plan was issued, each with its document.",
            title=Text("Quyết định về sau", "Later decisions")),
        "schema": _SCHEMA,
        "events": Meaning("Sự kiện đã xảy ra.", "Events that have happened."),
        "sessions": Meaning("Ngày phiên họp thật.", "The days on which sessions were held."),
        "requests": Meaning("Yêu cầu báo cáo đột xuất.", "Reports asked for by a letter."),
        "extensions": Meaning("Gia hạn; hạn gốc vẫn được in.",
            "Extensions; the original day is still shown."),
        "waivers": Meaning("Miễn, kèm lý do.", "Waivers, with the reason."),
    },
    "Decision": {
        "plan": Meaning("Mã kế hoạch, khi có nhiều kế hoạch.", "The plan's id, where there are several."),
        "document": Meaning("Văn bản quyết định; không có số và ngày thì không áp dụng, và có hiệu "
            "lực từ ngày đó.",
            "The document; without number and day it does not count, and it counts from that day on."),
        "note": _NOTE,
    },
    "Event": {
        "": Meaning("Một sự kiện mà thời hạn chờ đã xảy ra.",
            "An event on which a deadline hangs has happened.",
            title=Text("Sự kiện đã xảy ra", "Event")),
        "id": Meaning("Mã sự kiện trong kế hoạch.", "The event's id in the plan."),
        "date": Meaning("Ngày xảy ra.", "The day on which it happened.", ("2026-03-15",)),
    },
    "Session": {
        "": Meaning("Ngày họp thật của một kỳ.", "The day of the session at which an item is due.",
            title=Text("Phiên họp", "Session")),
        "item": _ITEM,
        "period": Meaning("Kỳ của mục.", "The item's period.", _PERIODS),
        "date": Meaning("Ngày họp.", "The day of the session.", ("2026-12-10",)),
    },
    "Request": {
        "": Meaning("Một yêu cầu báo cáo; kỳ của nó là ngày hạn.",
            "A report asked for; its due day names its period.",
            title=Text("Yêu cầu", "Request")),
        "item": _ITEM,
        "due": Meaning("Ngày cuối phải gửi (kể cả).", "The last day (inclusive).", ("2026-08-20",)),
        "agencies": _WHO,
    },
    "Extension": {
        "": Meaning("Gia hạn cho một số hoặc mọi cơ quan.",
            "A new last day for some agencies, or for all.",
            title=Text("Gia hạn", "Extension")),
        "item": _ITEM,
        "period": _WHICH_PERIOD,
        "agencies": _WHO,
        "due": Meaning("Ngày cuối mới (kể cả).", "The new last day (inclusive).", ("2026-12-15",)),
    },
    "Waiver": {
        "": Meaning("Miễn cho một số hoặc mọi cơ quan.", "An obligation excused.",
            title=Text("Miễn", "Waiver")),
        "item": _ITEM,
        "period": _WHICH_PERIOD,
        "agencies": _WHO,
        "reason": Meaning("Lý do.", "Why."),
        "until": Meaning("Miễn đến hết ngày nào; sau đó lại tính.",
            "It counts again after this day (inclusive).",
            ("2026-12-31",)),
    },
    "RegistryBook": {
        "": Meaning("Sổ văn bản đến: ngày nhận ghi tay, thắng mọi ngày khác.",
            "The registry book: arrivals recorded by hand win over every other day.",
            title=Text("Sổ văn bản đến", "Registry book")),
        "schema": _SCHEMA,
        "receipts": Meaning("Các lần văn bản đến.", "The arrivals."),
    },
    "BookEntry": {
        "": Meaning("Một lần đến. Có item: ghi ngày của báo cáo đó, kể cả khi không có tệp. Không có "
            "item: ghi ngày cho mọi điều tệp mang số văn bản đó nói.",
            "One arrival. With item it dates that report, also without a file; without, it dates all "
            "that the file of that document's number says.", title=Text("Văn bản đến", "Arrival")),
        "agency": Meaning("Mã cơ quan gửi.", "Id of the sender."),
        "received": Meaning("Ngày vào sổ.", "The day on which it was entered.", ("2026-11-27",)),
        "plan": Meaning("Mã kế hoạch, khi có nhiều kế hoạch.", "The plan's id, where there are several."),
        "item": Meaning("Số mục, khi chỉ ghi ngày của mục đó.", "The item, where only that is dated."),
        "period": Meaning("Kỳ của mục.", "The item's period.", _PERIODS),
        "document": Meaning("Văn bản đã đến: số, ngày.", "The document that came: number, day."),
        "completed": Meaning("Ngày hoàn thành nhiệm vụ: việc đó đã xong.",
            "Day of completion: the task is done."),
        "quantity": Meaning("Số đạt được trong kỳ.", "The number reached in the period."),
        "sample": _SAMPLE,
        "by": Meaning("Đến bằng đường nào: bưu điện, thư điện tử, trục liên thông.", "How it came.",
            ("bưu điện", "thư điện tử", "trục liên thông")),
        "note": _NOTE,
    },
    "Holidays": {
        "": Meaning("Ngày nghỉ và ngày làm bù, thay bảng có sẵn.",
            "Days off and worked days, instead of the built-in table.", title=Text("Lịch", "Calendar")),
        "schema": _SCHEMA,
        "years": Meaning("Các năm; một năm ghi ở đây thay cả bảng có sẵn của năm đó.",
            "The years; one written here replaces the built-in table of that year."),
    },
    "HolidayYear": {
        "": Meaning("Một năm.", "One year.", title=Text("Năm", "Year")),
        "year": Meaning("Năm.", "The year.", (2027,)),
        "source": Meaning("Văn bản công bố.", "The document that says so."),
        "confirmed": Meaning("false: dự kiến, hạn in là “dự kiến”.",
            "false: expected only, and due days say so."),
        "off": Meaning("Ngày nghỉ ngoài thứ Bảy, Chủ nhật.", "Days off besides weekends."),
        "worked": Meaning("Thứ Bảy, Chủ nhật phải làm việc.", "Weekend days that are worked."),
    },
    "NamedDay": {
        "": Meaning("Một ngày và lý do.", "A day and why.", title=Text("Ngày", "Day")),
        "date": Meaning("Ngày.", "The day.", ("2027-01-01",)),
        "name": Meaning("Lý do: Tết Dương lịch, làm bù…", "Why it is off, or worked."),
    },
}  # fmt: skip
