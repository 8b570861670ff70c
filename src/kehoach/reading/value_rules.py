"""What can be wrong with a key or a value, and the words for what was expected."""

from kehoach.diagnostics import Example, Rule, Severity
from kehoach.words import Text

_HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'

UNKNOWN_KEY = Rule(
    "KH201", Severity.ERROR,
    Text("Khoá lạ", "Unknown key"),
    Text("không có khoá “{key}” ở đây{meant}", "there is no key “{key}” here{meant}"),
    Text("{write}các khoá dùng được: {keys}", "{write}the keys that may stand here: {keys}"),
    Text("Khoá viết sai chính tả sẽ làm mất thông tin một cách âm thầm nên bị báo lỗi.",
         "A misspelt key would silently lose what it says."),
    Example(_HEAD + "tassk: []\n", _HEAD + "tasks: []\n"),
)  # fmt: skip
MISSING_KEY = Rule(
    "KH202", Severity.ERROR,
    Text("Thiếu khoá", "Missing key"),
    Text("thiếu khoá “{key}”", "key “{key}” is missing"),
    Text("thêm dòng “{key}: {value}”", "add a line “{key}: {value}”"),
    Text("Không có khoá này thì không biết tệp nói về cái gì.",
         "Without this key nobody knows what the file speaks of."),
    Example('schema: kehoach/submission@1\nplan: "06"\n', _HEAD),
)  # fmt: skip
BAD_VALUE = Rule(
    "KH203", Severity.ERROR,
    Text("Giá trị không hợp lệ", "Value does not fit"),
    Text("“{key}” là “{value}”, cần {expected}", "“{key}” is “{value}”, expected {expected}"),
    Text("sửa thành {better}", "write {better}"),
    Text("Giá trị được đọc đúng như viết, không đoán: ngày 30/02, số 1_000 hay “yes” không thành "
         "giá trị khác.",
         "Values are read as written and never guessed: 30 February, 1_000 or “yes” become nothing "
         "else."),
    Example(_HEAD + "document: {date: 2021-02-30}\n", _HEAD + "document: {date: 2021-02-28}\n"),
)  # fmt: skip
# Where nobody can tell what was meant, what is expected is no value to put in its place.
BAD_VALUE_UNGUESSED = BAD_VALUE._replace(hint=Text("ghi {better}", "write {better}"))
WRONG_SCHEMA = Rule(
    "KH204", Severity.ERROR,
    Text("Sai dòng schema", "Wrong schema line"),
    Text("dòng “schema” là “{value}”, cần “{expected}”",
         "the line “schema” is “{value}”, expected “{expected}”"),
    Text("viết “schema: {expected}” ở đầu tệp", "write “schema: {expected}” at the top of the file"),
    Text("Dòng schema nói tệp thuộc loại nào và phiên bản nào của định dạng.",
         "The schema line says what kind of file it is, and in which version of the format."),
    Example(_HEAD.replace("@1", "@9"), _HEAD),
)  # fmt: skip

VALUE_RULES = (UNKNOWN_KEY, MISSING_KEY, BAD_VALUE, WRONG_SCHEMA)

EXPECTED = {
    "words": Text("chữ", "words"),
    "list": Text("một danh sách, ví dụ [a, b]", "a list, e.g. [a, b]"),
    "mapping": Text("một bảng “khoá: giá trị”", "a “key: value” mapping"),
    "day": Text("ngày có thật, dạng NĂM-THÁNG-NGÀY, ví dụ 2021-11-29",
                "a real day as YEAR-MONTH-DAY, e.g. 2021-11-29"),
    "id": Text("mã gồm chữ thường không dấu, số và gạch nối, ví dụ so-tai-chinh",
               "an id of lower-case letters, digits and hyphens, e.g. so-tai-chinh"),
    "item": Text("số mục của kế hoạch, ví dụ III.1.c", "an item of the plan, e.g. III.1.c"),
    "rule": Text("mã phát hiện, ví dụ KH410", "the code of a finding, e.g. KH410"),
    "span": Text("khoảng thời gian, ví dụ 2021, 2021-09, 2022-Q2, 2021-06-30, 2026-Q3..2026-Q4",
                 "a span of days, e.g. 2021, 2021-09, 2022-Q2, 2021-06-30, 2026-Q3..2026-Q4"),
    "period": Text("kỳ báo cáo, ví dụ 2021, 2021-H1, 2021-Q3, 2021-06, once",
                   "a period, e.g. 2021, 2021-H1, 2021-Q3, 2021-06, once"),
    "rhythm": Text("nhịp: day, week, month, quarter, half-year, first-half, nine-months, year, "
                   "“working day” hoặc “5 years”",
                   "a rhythm: day, week, month, quarter, half-year, first-half, nine-months, year, "
                   "“working day” or “5 years”"),
    "length": Text("độ dài, ví dụ 5 working days, 20 days, 6 months, 1 year 6 months, 48 hours",
                   "a length, e.g. 5 working days, 20 days, 6 months, 1 year 6 months, 48 hours"),
    "time": Text("giờ dạng GIỜ:PHÚT, ví dụ 16:00", "a time as HOUR:MINUTE, e.g. 16:00"),
    "email": Text("một địa chỉ thư điện tử, ví dụ vanthu@stc.example.vn",
                  "one e-mail address, e.g. vanthu@stc.example.vn"),
    "percent": Text("số từ 0 đến 100, ví dụ 60", "a number from 0 to 100, such as 60"),
    "count": Text("số nguyên không âm viết bằng chữ số, ví dụ 2",
                  "a whole number in digits, e.g. 2"),
    "flag": Text("true hoặc false", "true or false"),
    "month_day": Text("tháng-ngày, ví dụ 12-02", "month-day, e.g. 12-02"),
    "month_in": Text("tháng thứ mấy trong kỳ: một số của kỳ đó, first hoặc last",
                     "a month of the period: a number it has, first or last"),
    "day_in": Text("ngày 1–31 hoặc last", "a day 1–31, or last"),
    "points": Text("một ngày, hoặc mỗi kỳ trong năm một ngày: half-year hai ngày, quarter bốn",
                   "one day, or one for each period of the year: half-year two, quarter four"),
    "nth": Text("lần thứ 1–4 trong tháng, first hoặc last", "a number 1–4, first or last"),
    "weekday": Text("thứ trong tuần (weekday) khi every: week; kỳ dài hơn thì cùng với nth, không cùng "
                    "date hay day",
                    "a weekday where it is every: week; in longer periods with nth, and without date "
                    "or day"),
    "one_day": Text("chỉ một cách nói ngày (before, by, plus hoặc minus)",
                    "one way of saying the day (before, by, plus or minus)"),
    "deadline": Text("một thời hạn: within, before, by, every, event, when, start, continuous, "
                     "on_request, not_set",
                     "a deadline: within, before, by, every, event, when, start, continuous, "
                     "on_request, not_set"),
    "inside_start": Text("mọi điều về việc bắt đầu (time, roll …) ghi bên trong start: {…}",
                         "all that holds of a beginning (time, roll …) inside start: {…}"),
    "starting": Text("starting (ngày bắt đầu của năm) chỉ đi với every: year, half-year hoặc quarter",
                     "starting (on which years begin) only with every: year, half-year or quarter"),
    "of_day": Text("với every: day hay working day chỉ ghi {of: next}",
                   "{of: next} alone, where it is every: day or working day"),
    "beside": Text("một thời hạn có ngày, cùng nhịp (every), không kèm aim, check hay agencies riêng",
                   "a deadline with a day, of the same rhythm (every), without an aim, check or "
                   "agencies of its own"),
    "bodies": Text("ít nhất một mã cơ quan hoặc nhóm; của mọi cơ quan thì bỏ khoá này",
                   "at least one id of an agency or group; without the key it is for all"),
    "clock": Text("hoặc time, hoặc một độ dài tính bằng giờ",
                  "either a time, or a length in hours"),
    "timezone": Text("múi giờ, ví dụ Asia/Ho_Chi_Minh", "a time zone, e.g. Asia/Ho_Chi_Minh"),
    "sentence": Text("ít nhất một trong heading, text, parts: lời của văn bản",
                     "at least one of heading, text, parts: the document's words"),
}  # fmt: skip
