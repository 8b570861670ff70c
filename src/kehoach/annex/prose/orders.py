"""Orders in sentences: ``Giao Sở X chủ trì, phối hợp với Sở Y …``, ``Sở X tổ chức …``, ``Đề nghị …``.

Who is meant is only the stretch of words before the verb; which bodies they are, the registry says.
"""

import re
from typing import NamedTuple

from kehoach.annex.bodies.body_names import Word, words_of
from kehoach.annex.bodies.registry_names import Directory
from kehoach.wordings.finding import times_in

_ORDER = re.compile(
    r"(?P<verb>giao cho|giao|phân công|yêu cầu|chỉ đạo|đề nghị|ủy quyền cho|uỷ quyền cho|mời)\s*:?\s+"
    r"(?:trách nhiệm\s+)?(?:cho\s+)?(?:đồng chí\s+)?",
    re.IGNORECASE,
)
_ASKING = ("đề nghị", "mời")
_LEAD_IN = re.compile(
    r"(?:căn cứ|trên cơ sở|để|nhằm|đối với|thực hiện|ngoài ra|đồng thời|bên cạnh đó|trong đó|riêng|theo)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"(?:chủ trì|chủ động|chủ tịch phê duyệt|phối hợp|tiếp tục|tổ chức|tham mưu|tham gia|xây dựng|ban hành"
    r"|triển khai|thực hiện|rà soát|báo cáo|tổng hợp|hướng dẫn|theo dõi|đôn đốc|kiểm tra|giám sát|chỉ đạo"
    r"|căn cứ|có trách nhiệm|chịu trách nhiệm|phải|cần|tăng cường|nâng cao|đẩy mạnh|bố trí|cân đối"
    r"|bảo đảm|đảm bảo|cung cấp|gửi|hoàn thành|hoàn thiện|lập|trình|phê duyệt|thẩm định|tuyên truyền"
    r"|quán triệt|nghiên cứu|đề xuất|kịp thời|thường xuyên|định kỳ|khẩn trương|tập trung|nghiêm túc"
    r"|trực tiếp|giao|phân công|đề nghị|yêu cầu|quản lý|sử dụng|cập nhật|công khai|thông báo|hỗ trợ"
    r"|tiếp nhận|giải quyết|xử lý|quan tâm|lựa chọn|mở|giúp|làm|là|sẽ|có|đăng ký|khảo sát|thống kê"
    r"|đánh giá|kiện toàn|thành lập|ký|phát động|vận động|lồng ghép|xác định|tạo|đưa|chuẩn bị|duy trì"
    r"|xem xét|trong phạm vi|theo chức năng|theo nhiệm vụ|trên cơ sở|đồng thời|trước|chậm nhất|hằng|hàng"
    r"|hoàn tất|khởi công|bắt đầu|tích cực|tự|niêm yết|phân bổ|ưu tiên|sắp xếp|công bố|truyền thông"
    r"|đăng tải|phổ biến|đào tạo|bồi dưỡng|tập huấn|huy động|quy định|chấp hành|in|phát hành|mua|nộp"
    r"|số hóa|số hoá|xác nhận|thu|chi|vận hành|bảo vệ|điều tra|tuần tra|thay mặt|trong quá trình)\b"
)
_NAMING = ("ban", "tổ", "đoàn", "cục", "phòng", "đồng", "tâm", "đội", "viện", "quan")
_NAMED = re.compile(
    r"(?:quản lý|chỉ đạo|tổ chức|kiểm tra|phối hợp|giám sát|hướng dẫn|hỗ trợ|xử lý|vận động|thẩm định"
    r"|giải quyết|điều tra|bảo vệ|có|chủ trì|thực hiện)\b"
)
_EACH = ("các", "những", "mỗi")
_BODY = re.compile(
    r"(?:các|những|toàn thể|mỗi|từng|tất cả các|một số)\s+(?:sở|ban|cơ quan|đơn vị|địa phương|phòng|xã"
    r"|phường|thôn|tổ dân phố|tổ chức|huyện|trường|hội|đoàn thể|doanh nghiệp|chủ đầu tư|cấp ủy|ngành"
    r"|cán bộ|công chức|thành viên|bệnh viện|trạm|trung tâm|công ty|ngân hàng|thành phố|bộ phận|chi cục)"
    r"(?=[\s,;:.])"
    r"|sở, (?:ban|ngành)|(?:toàn thể )?cán bộ, công chức"
    r"|(?:UBND|HĐND|MTTQ|UBMTTQ|BHXH|VNPT|LĐLĐ|TAND|VKSND|BCH|BQL|CA)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(?:[Ss]ở|[Bb]an|[Bb]ộ|[Cc]hi cục|[Cc]ục|[Tt]rung tâm|[Tt]rường|[Pp]hòng|[Bb]áo|[Đđ]ài|[Hh]ội|[Tt]ổ"
    r"|[Vv]iện|[Cc]ông ty|[Nn]gân hàng|[Kk]ho bạc|[Hh]ạt|[Tt]rạm|[Bb]ệnh viện|[Đđ]oàn|[Ll]iên đoàn"
    r"|[Cc]ông chức|[Tt]hư viện|[Bb]ảo tàng|[Hh]ợp tác xã|[Xx]ã|[Pp]hường|[Hh]uyện|[Tt]hành phố"
    r"|[Đđ]ảng bộ) (?:[A-ZĐ]|công tác|dân phố|quản lý|chỉ đạo)"
    r"|(?:[Ủủ]y ban|[Uu]ỷ ban|[Hh]ội đồng|[Cc]ông an|[Tt]hanh tra tỉnh|[Vv]ăn phòng|[Tt]òa án"
    r"|[Mm]ặt trận|[Tt]ỉnh đoàn|[Tt]hủ trưởng|[Cc]hủ tịch|[Gg]iám đốc|[Nn]gười đứng đầu"
    r"|[Tt]rưởng (?:ban|phòng|công an|thôn)"
    r"|[Bb]í thư|[Đđ]ảng ủy|[Tt]ỉnh ủy|[Bb]ảo hiểm|[Bb]ưu điện|[Vv]iễn thông|[Đđ]iện lực|[Cc]hánh"
    r"|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Tt]oàn thể)(?= \w|,)"
)
_NO_BODY = re.compile(
    r"(?:báo cáo|tổ chức (?!chính trị)|ban hành|hội nghị|hội thảo|trường hợp|văn phòng phẩm)\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\s*,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+")
_LEADS = re.compile(
    r"\s*(?:có trách nhiệm\s+)?(?:là (?:cơ quan|đơn vị)\s+)?(?:chủ trì|làm đầu mối)\b"
)
_DUTY = re.compile(r"\s*(?:có|chịu) trách nhiệm\s*:?\s*")
_ADVISES = re.compile(r"[^.;]*\b(?:tham mưu|làm đầu mối)\b")
_LEVEL = re.compile(r"cấp \w+, ")
_MOST = 600
_MOST_LEAD_INS = 3


class Order(NamedTuple):
    """Who is told to do it, in the words of the sentence, as what, and who helps.

    ``start``: where these words begin; ``end``: where the task itself begins. ``bare``: no task
    follows. ``told``: by a word of ordering (*giao*). ``requested``: asked, not told.
    """

    who: str
    role: str
    helpers: str
    start: int
    end: int
    bare: bool
    told: bool
    requested: bool


class OrderReader:
    """Finds orders; knows the names of the registry, so that no verb in a name ends it."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory

    def at_start(self, words: str) -> Order | None:
        """Return the order with which words begin, behind what only leads to it."""
        place = 0
        for _ in range(_MOST_LEAD_INS):
            if order := self._at(words, place):
                return order
            if (after := _behind_lead_in(words, place)) is None:
                return None
            place = after
        return self._at(words, place)

    def led(self, words: str, above: Order) -> Order:
        """Return an order given in a heading, as words under it go on: *Chủ trì, phối hợp với …*."""
        told = above._replace(start=0, end=0, bare=False)
        leads, after = _LEADS.match(words.lower()), 0
        if leads:
            told, after = told._replace(role="lead"), leads.end()
        help_ = _HELP.match(words if leads else words[:1].lower() + words[1:], after)
        if help_ and (stop := self.body_end(words, help_.end())) is not None:
            return told._replace(helpers=words[help_.end() : stop].strip(" ,:"))
        return told

    def body_end(self, words: str, place: int) -> int | None:
        """Return where the bodies named at a place end; ``None`` where none begins there."""
        if not self._begins(words, place):
            return None
        return self._subject_end(words, place)

    def _at(self, words: str, place: int) -> Order | None:
        verb = _ORDER.match(words, place)
        start = verb.end() if verb else place
        if (end := self.body_end(words, start)) is None:
            return None
        if not verb and (handed := _ORDER.match(words, end)) and self._begins(words, handed.end()):
            return self._at(words, end)  # UBND tỉnh giao Sở X
        asking = verb is not None and verb["verb"].lower() in _ASKING
        return self._roles(words, start, end, told=verb is not None)._replace(requested=asking)

    def _roles(self, words: str, start: int, end: int, *, told: bool) -> Order:
        """Return the order of a subject: whether it leads, and with whom."""
        who = words[start:end].strip(" ,:")
        after, helpers, role = end, "", "implement"
        if leads := _LEADS.match(words, end):
            after, role = leads.end(), "lead"
        elif duty := _DUTY.match(words, end):
            after = duty.end()
        if (help_ := _HELP.match(words, after)) and (
            stop := self.body_end(words, help_.end())
        ) is not None:
            helpers, after = words[help_.end() : stop].strip(" ,:"), stop
        if role == "implement" and _ADVISES.match(words, after):
            role = "lead"
        rest = words[after:].strip(" ,:.;/")
        return Order(who, role, helpers, start, after, not rest, told, requested=False)

    def _begins(self, words: str, place: int) -> bool:
        """Say whether a body's name begins here."""
        if place >= len(words) or _NO_BODY.match(words, place):
            return False
        if _BODY.match(words, place) or _ONE.match(words, place):
            return True
        near = words_of(words[place : place + _MOST])
        return bool(near) and near[0].start == 0 and self.directory.longest(near, 0)[0] > 0

    def _subject_end(self, words: str, place: int) -> int:
        """Return where the subject ends: at a verb or sign that is in no name of the registry."""
        near = words_of(words[place : place + _MOST])
        at = 0
        while at < len(near):
            length, _ = self.directory.longest(near, at)
            if length:
                at += length
            elif at and _is_verb(words, place, near, at):
                return place + near[at].start
            else:
                at += 1
            if at and _stops(words[place + near[at - 1].end : place + _MOST]):
                return place + near[at - 1].end
        return min(len(words), place + _MOST)


def _is_verb(words: str, place: int, near: tuple[Word, ...], at: int) -> bool:
    """Say whether a word is the verb, and no part of a name as *Ban quản lý*."""
    if near[at].start == near[at - 1].start or not _VERBS.match(words, place + near[at].start):
        return False
    before = near[at - 1].word
    between = words[place + near[at - 1].end : place + near[at].start]
    if between.strip() or before not in (*_NAMING, *_EACH):
        return True
    return before in _NAMING and not _NAMED.match(words, place + near[at].start)


def _stops(after: str) -> bool:
    return re.match(r"\s*(?:[:;]|\.(?:\s|$)|$)", after) is not None


def _behind_lead_in(words: str, place: int) -> int | None:
    """Return the place behind what leads to the subject: a time, *căn cứ …,*, *đối với …,*."""
    times = [each for each in times_in(_sentence(words)) if each.end > place]
    if times and not words[place : times[0].start].strip(" ,"):
        return times[0].end + len(words[times[0].end :]) - len(words[times[0].end :].lstrip(" ,)"))
    comma = words.find(", ", place)
    if comma < 0 or not _LEAD_IN.match(words, place):
        return None
    while (level := _LEVEL.match(words, comma + 2)) is not None:  # đối với cấp huyện, cấp xã, …
        comma = level.end() - 2
    return comma + 2


def _sentence(words: str) -> str:
    match = re.match(r"(?:[^.;]|\.(?!\s))*", words)
    return match[0] if match else words
