"""The words that speak of time in Vietnamese administrative wording, and what each is."""

from enum import StrEnum

from kehoach.words import fold, plain_letters


class Sym(StrEnum):
    """What a token is to the grammar."""

    NUMBER = "number"
    CLOCK = "clock"  # 16 giờ 30, 17:00; its value is minutes
    DOCUMENT = "document"  # 34/2014/NĐ-CP: a name, whatever numbers it holds
    ODD = "odd"  # what is surely a slip of the keyboard
    WORD = "word"
    SLASH = "/"
    DASH = "-"
    DOT = "."
    COMMA = ","
    SEMICOLON = ";"
    OPEN = "("
    CLOSE = ")"
    PERCENT = "%"
    MARK = "mark"  # any other sign
    END = "end"
    # units
    DAY = "ngày"
    WORKDAY = "ngày làm việc"
    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    YEAR = "năm"
    TERM = "kỳ"
    HALF = "nửa"
    HALF_YEARLY = "bán niên"
    HOUR = "giờ"
    WEEKDAY = "thứ"
    # limits
    BEFORE = "trước"
    BY = "chậm nhất"
    WITHIN = "trong"
    TOWARD = "đến"
    FROM = "từ"
    SINCE = "kể từ"
    AFTER = "sau"
    ONCE_DONE = "sau khi"
    LENGTH_OF = "trong thời hạn"
    # places in a period
    FIRST = "đầu"
    MIDDLE = "giữa"
    LAST = "cuối"
    NEXT = "tiếp theo"
    PAST = "trước đó"
    OF = "của"
    AND = "và"
    OR = "hoặc"
    ON = "vào"
    # rhythm
    EVERY = "hàng"
    PERIODIC = "định kỳ"
    ONCE_A = "một lần"
    TIMES = "lần"
    REPORT = "báo cáo"
    FOR = "đối với"
    THIS = "này"
    FOLLOWING = "những năm tiếp theo"
    ONWARD = "trở đi"
    # other kinds
    SESSION = "kỳ họp"
    CONTINUOUS = "thường xuyên"
    REQUEST = "khi có yêu cầu"
    BLANK = "chưa xác định"
    REFERENCE = "theo"
    SOFT = "phấn đấu"
    AT_LEAST = "ít nhất"
    INCLUSIVE = "kể cả ngày đó"
    END_OF = "kết thúc"
    SPAN = "giai đoạn"
    NEAREST = "gần nhất"
    # words around a deadline that say nothing of it, and words that would change it
    FILLER = "thực hiện"
    DANGER = "trừ"


_PHRASES: dict[Sym, str] = {
    Sym.DAY: "ngày|mùng|mồng",
    Sym.WORKDAY: "ngày làm việc",
    Sym.WEEK: "tuần",
    Sym.MONTH: "tháng",
    Sym.QUARTER: "quý|quí|q",
    Sym.YEAR: "năm",
    Sym.TERM: "kỳ|kì|kỳ báo cáo|kì báo cáo|kỳ hạn",
    Sym.HALF: "nửa",
    Sym.HALF_YEARLY: "bán niên|nửa năm",
    Sym.HOUR: "giờ|phút",
    Sym.BEFORE: "trước|xong trước|hoàn thành trước|trước thời điểm|trước thời hạn",
    Sym.BY: "chậm nhất|muộn nhất|trễ nhất|không muộn hơn|không chậm hơn|không trễ hơn|không quá|không sau|"
    "chậm nhất là|muộn nhất là|trễ nhất là|chậm nhất vào|muộn nhất vào|chậm nhất đến|"
    "muộn nhất đến|chậm nhất trong|muộn nhất trong|chậm nhất là vào|chậm nhất là đến|"
    "chậm nhất đến hết|chậm nhất là hết|chậm nhất hết|không quá hết|hạn cuối|hạn chót|hạn cuối là|"
    "thời hạn cuối cùng là|không để quá",
    Sym.WITHIN: "trong|ngay trong|nội trong|trong khoảng thời gian|xong trong|hoàn thành trong",
    Sym.TOWARD: "đến|tới|đến hết|cho đến|cho đến hết|cho tới|hết|đến cuối ngày|đến thời điểm|"
    "tới hết|đến hạn",
    Sym.FROM: "từ|bắt đầu từ|bắt đầu",
    Sym.SINCE: "kể từ|tính từ|kể từ khi|tính từ khi|từ khi|kể từ lúc|kể từ thời điểm|"
    "tính từ thời điểm",
    Sym.AFTER: "sau|sau thời điểm",
    Sym.ONCE_DONE: "sau khi|ngay sau khi|khi|ngay khi|ngay sau|kể từ sau khi",
    Sym.LENGTH_OF: "trong thời hạn|trong vòng|trong thời gian|tối đa|thời hạn không quá|"
    "trong thời hạn không quá|trong vòng không quá|trong thời gian không quá|trong thời hạn tối đa|"
    "thời gian không quá|chậm nhất sau|không quá thời hạn|chậm nhất trong thời hạn|"
    "chậm nhất trong vòng|chậm nhất không quá|muộn nhất sau",
    Sym.FIRST: "đầu|đầu tiên",
    Sym.MIDDLE: "giữa",
    Sym.LAST: "cuối|cuối cùng",
    Sym.NEXT: "tiếp theo|kế tiếp|liền kề|sau liền kề|liền sau|liền kề sau|kế sau|kế tiếp theo|"
    "tiếp theo liền kề|liền kề tiếp theo|liền kề kế tiếp|sau kế tiếp|tiếp sau|sau tiếp theo",
    Sym.PAST: "trước đó|trước liền kề|liền trước|liền kề trước|liền kề trước đó|trước kế tiếp",
    Sym.OF: "của|thuộc về",
    Sym.AND: "và|&|đồng thời|sau đó|tiếp đó",
    Sym.OR: "hoặc|hay|hoặc là",
    Sym.ON: "vào|là|vào lúc|lúc|tại thời điểm|được vào",
    Sym.EVERY: "hàng|mỗi|từng|hàng mỗi",
    Sym.PERIODIC: "định kỳ|định kì|theo định kì|theo định kỳ|chế độ định kỳ",
    Sym.ONCE_A: "một lần",
    Sym.TIMES: "lần",
    Sym.REPORT: "báo cáo|báo cáo định kỳ|chế độ báo cáo|báo cáo sơ kết|báo cáo tổng kết|sơ kết|"
    "tổng kết|báo cáo kết quả|báo cáo kết quả thực hiện|báo cáo tình hình|báo cáo công tác",
    Sym.FOR: "đối với",
    Sym.THIS: "này|đó|báo cáo của|hiện tại|cùng",
    Sym.FOLLOWING: "trong những năm tiếp theo|trong các năm tiếp theo|những năm tiếp theo|"
    "các năm tiếp theo|những năm sau|các năm sau|trong các năm sau|trong những năm sau|"
    "năm tiếp theo và các năm sau|các năm kế tiếp",
    Sym.ONWARD: "trở đi",
    Sym.SESSION: "phiên họp|kỳ họp|kì họp|phiên họp thường kỳ|phiên họp thường lệ|kỳ họp thường lệ|"
    "kỳ họp chuyên đề|kỳ họp thường kỳ",
    Sym.CONTINUOUS: "thường xuyên|liên tục|duy trì|duy trì thường xuyên|thường xuyên liên tục|"
    "quanh năm|cả năm thường xuyên|thực hiện thường xuyên|suốt năm|hàng ngày thường xuyên|suốt|"
    "trong suốt|xuyên suốt",
    Sym.REQUEST: "khi có yêu cầu|theo yêu cầu|đột xuất|đột xuất khi có yêu cầu|khi được yêu cầu|"
    "đột xuất theo yêu cầu|theo yêu cầu đột xuất|khi cần|khi cần thiết|khi phát sinh|"
    "khi có phát sinh|báo cáo đột xuất|khi có chỉ đạo|báo cáo đột xuất khi có yêu cầu|"
    "báo cáo đột xuất theo yêu cầu|đột xuất khi được yêu cầu|khi có đề nghị",
    Sym.BLANK: "chưa xác định|chưa đề xuất|chưa có|chưa rõ|chưa ấn định|chưa quy định|để trống|"
    "không xác định|không thời hạn|chưa có thời hạn|chưa xác định thời hạn|chưa xác định thời gian|"
    "sẽ thông báo sau|có thông báo sau|thông báo sau|đang xác định|chưa cập nhật|"
    "không quy định|không xác định thời hạn|chưa đăng ký|chưa bố trí",
    Sym.REFERENCE: "theo|theo hướng dẫn",
    Sym.SOFT: "phấn đấu|dự kiến|cố gắng|thường|thông thường|dự kiến trong|thường vào|"
    "phấn đấu đến|dự kiến vào",
    Sym.AT_LEAST: "ít nhất|tối thiểu|không ít hơn|ít nhất là|không dưới",
    Sym.INCLUSIVE: "kể cả ngày đó|kể cả ngày này|tính cả ngày đó|tính cả ngày này|bao gồm cả ngày đó",
    Sym.END_OF: "kết thúc|ngày kết thúc|hết hạn",
    Sym.SPAN: "giai đoạn|thời kỳ|các năm|trong các năm|giai đoạn từ",
    Sym.NEAREST: "gần nhất|gần đây nhất",
    Sym.FILLER: "thực hiện|hoàn thành|xong|thời gian|thời hạn|thời gian thực hiện|tiến độ|hạn|"
    "thời gian hoàn thành|thời hạn hoàn thành|thời hạn báo cáo|gửi|trình|việc|công việc|được|phải|"
    "cần|để|tại|về|thì|thời điểm|tiến độ thực hiện|tiến độ hoàn thành|gửi về|tổ chức|ban hành|"
    "thời hạn gửi|thời hạn thực hiện|thời gian báo cáo|thời hạn gửi báo cáo|nộp|các|những|kể cả",
    Sym.DANGER: "trừ|ngoại trừ|khoảng|vào khoảng|ước|trong khoảng|riêng|nếu|trường hợp|không|chưa|"
    "gia hạn|kéo dài|lùi|chậm|muộn|sớm|sớm nhất|tùy|hơn|xen kẽ|luân phiên|nhưng|thay vì|đã|"
    "chốt số liệu|kỳ số liệu|số liệu|tính đến|tính tới|tính đến hết|tính đến ngày|phát sinh|"
    # a deadline moved, ended or excused
    "dời|hoãn|chuyển sang|tạm dừng|tạm hoãn|được miễn|miễn báo cáo|quá hạn|trễ hạn|bỏ thời hạn|"
    "bãi bỏ thời hạn|hủy thời hạn|hủy bỏ thời hạn|thay cho thời hạn|thay thế thời hạn|"
    "đến khi|cho đến khi|tới khi|cho tới khi|đến lúc|gộp|lồng ghép báo cáo|lồng ghép vào báo cáo|"
    "lồng ghép trong báo cáo|cách ngày|cách tuần|cách tháng|cách quý|cách năm|"
    # what the work is about, and not when it is due
    "ban hành từ|tiếp nhận từ|tiếp nhận trước|văn bản ban hành trước|văn bản được ban hành trước|"
    # spans that the calendar does not have, and hours that the clock is not told of
    "năm học|niên khóa|năm tài chính|năm ngân sách|cả năm|âm lịch|lịch âm|tầm nhìn|nhiệm kỳ|"
    "niên vụ|mùa|vụ mùa|vụ đông|vụ xuân|vụ hè|vụ thu|vụ chiêm|tết|sáng ngày|chiều ngày|trưa ngày|tối ngày|"
    "sáng thứ|chiều thứ|buổi sáng|buổi chiều|buổi tối",
    # Words that only look like words of time.
    Sym.WORD: "đầu tư|đầu mối|đầu ra|đầu vào|đi đầu|đứng đầu|người đứng đầu|bước đầu|từng bước|"
    "từ chối|quý báu|trước mắt|trước đây|trước hết|ngày càng|theo dõi|theo đó|theo hướng|"
    "hàng hóa|ngân hàng|hàng không|khách hàng|mặt hàng|hàng đầu|hết sức|tuần tra|tháng tuổi|"
    "thường vụ|quy định|quy chế|quy hoạch|quy trình|quy mô|thường trực|bình thường|"
    "thông báo|khoảng cách|trong đó|sau này|cuối kỳ họp|thường kỳ|thường kì|thường lệ|"
    "thứ tự|đến nay|đến cùng|không ngừng|chưa thành niên|không gian|không dùng|"
    "trường hợp cần thiết|giữa các|giữa tỉnh|trước pháp luật|kỳ thi|quý vị|trong nước|"
    "trong tỉnh|trên địa bàn|từ thiện|ngày hội|ngày pháp luật|tuần lễ|tháng hành động|hàng rào",
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_WORDS = (
    "thứ hai|thứ 2", "thứ ba|thứ 3", "thứ tư|thứ 4", "thứ năm|thứ 5", "thứ sáu|thứ 6",
    "thứ bảy|thứ bẩy|thứ 7", "chủ nhật|chúa nhật",
)  # fmt: skip
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    "tư": 4, "bẩy": 7, "lăm": 5, "nhăm": 5, "mốt": 1, "mươi": 10,
}  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def _entries() -> dict[tuple[str, ...], tuple[Sym, int]]:
    found = {
        tuple(fold(phrase).split()): (sym, 0)
        for sym, phrases in _PHRASES.items()
        for phrase in phrases.split("|")
    }
    for number, phrases in enumerate(_WEEKDAY_WORDS):
        for phrase in phrases.split("|"):
            found[tuple(fold(phrase).split())] = (Sym.WEEKDAY, number)
    return found


LEXICON = _entries()
# Where two words look alike without their diacritics, the one listed first is meant.
BARE_LEXICON = {
    tuple(map(plain_letters, words)): entry for words, entry in reversed(LEXICON.items())
}
BARE_NUMBER_WORDS = {plain_letters(word): value for word, value in reversed(NUMBER_WORDS.items())}
LONGEST = max(map(len, LEXICON))
# Words that even among others with diacritics stand for units where a number follows them.
BARE_UNITS = {
    plain_letters(unit): unit for unit in ("ngày", "tháng", "quý", "năm", "tuần", "trước")
}
