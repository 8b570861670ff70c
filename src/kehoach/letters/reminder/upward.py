"""What is reported to a body above the sender: what it is asked to decide, without urging it."""

from collections.abc import Iterator

from kehoach.document import Prose
from kehoach.letters.reminder.correspondence import Correspondence
from kehoach.letters.reminder.parties import Parties, cited
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.run import Account
from kehoach.words import Text

NAME = Text("BÁO CÁO", "REPORT")
_CARRYING_OUT = Text(
    "Thực hiện {plans}, {sender} báo cáo {agency} tình hình các nội dung thuộc trách nhiệm của "
    "{agency} đến hết {day} như sau:",
    "Carrying out {plans}, {sender} reports to {agency} where the matters in its own hands stand as of "
    "the end of {day}:",
)
_OVERDUE = Text(
    "- Có {count} nội dung đã qua thời hạn nêu tại Kế hoạch mà {sender} chưa ghi nhận được kết quả "
    "(chi tiết tại Phụ lục).",
    "- {count} {count:matter is|matters are} past the plan's day, and {sender} has recorded no result "
    "(see the annex).",
)
_SOON = Text(
    "- Trong {days} ngày tới có {count} nội dung đến hạn (chi tiết tại Phụ lục).",
    "- {count} {count:matter falls|matters fall} due in the next {days} {days:day|days} (see the annex).",
)
_END = Text(
    "Kính đề nghị {agency} xem xét, cho ý kiến chỉ đạo; trường hợp đã có văn bản, kết quả, kính đề nghị "
    "thông tin để {sender} cập nhật, tổng hợp./.",
    "{agency} is asked to consider this and to give its directions; where a document or result exists "
    "already, {sender} asks to be told so that it can be recorded./.",
)


def reporting(run: Account, of: Correspondence, say: Parties) -> Iterator[Prose]:
    """Yield what is told to the body above, and what it is asked to do."""
    plans = "; ".join(cited(run, plan, say.lang) for plan in of.plans)
    yield Prose(say.say(_CARRYING_OUT, plans=plans))
    if of.overdue:
        yield Prose(say.say(_OVERDUE, count=say.number(len(of.overdue))))
    if of.soon:
        yield Prose(say.say(_SOON, days=AHEAD_DAYS, count=say.number(len(of.soon))))
    yield Prose(say.say(_END))
