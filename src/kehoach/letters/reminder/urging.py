"""What a reminder asks for, and what a notice tells before anything is overdue."""

from collections.abc import Iterator
from datetime import date

from kehoach.document import Prose
from kehoach.letters.reminder.correspondence import Correspondence
from kehoach.letters.reminder.parties import Parties, cited, earlier_letters
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.run import Account
from kehoach.words import Text

_BASIS = Text("Căn cứ {plan};", "In accordance with {plan};")
_FOLLOWING = Text("Tiếp theo {letter};", "Further to {letter};")
_TASKED = Text(
    "Theo {plan} nêu trên, {agency} được giao thực hiện các nội dung có thời hạn sớm nhất là "
    "{first}. Tuy nhiên, đến hết {day}, {sender} chưa nhận được báo cáo hoặc kết quả thực hiện đối "
    "với {count} nội dung đã quá hạn{missing}{again}{told}; quá hạn lâu nhất là {longest} ngày (chi tiết "
    "tại Phụ lục).",
    "Under {plan} {agency} has been assigned matters of which the first was due on {first}. "
    "However, as of the end of {day}, {sender} has not received the report or result of {count} "
    "overdue {count:matter|matters}{missing}{again}{told}; the longest is {longest} "
    "{longest:day|days} overdue (see the annex).",
)
_PLAN, _PLANS = Text("Kế hoạch", "this plan"), Text("các Kế hoạch", "these plans")
_MISSING = Text(
    ", trong đó có {count} báo cáo chưa gửi",
    ", of which {count} {count:is a missing report|are missing reports}",
)
_AGAIN = Text(", {count} nội dung đã được đôn đốc trước đây", ", {count} reminded of before")
_TOLD = Text(
    ", {count} nội dung đã báo cáo lý do hoặc ngày dự kiến xong",
    ", {count} of which {agency} told the reason or the expected day",
)
_REQUEST = Text(
    "Để bảo đảm tiến độ thực hiện Kế hoạch{superior}, {sender} trân trọng đề nghị {agency} khẩn "
    "trương hoàn thành các nội dung nêu tại Phụ lục và gửi kết quả chậm nhất {reply}.",
    "So that the plan is carried out in time{superior}, {sender} respectfully asks {agency} to "
    "complete the matters listed in the annex and to send the results by {reply}.",
)
_NO_DAY = Text("ngày … tháng … năm …", "… … …")
_SUPERIOR = Text(" và kịp thời tổng hợp, báo cáo {issuer}", " and reported to {issuer}")
_BY_FILE = Text(
    "Kết quả đề nghị ghi vào tệp nêu ở cột cuối của Phụ lục, trong thư mục {folder} của kho dữ liệu; "
    "nếu chưa có tệp, lập bằng lệnh “kehoach new --agency {id} --period KỲ”.",
    "Please record the results in the file that the last column of the annex names, in the folder "
    "{folder} of the data repository; where there is none yet, “kehoach new --agency {id} --period P” "
    "makes it.",
)
_BY_SHEET = Text(
    "Kết quả đề nghị điền vào biểu mẫu (bảng tính) gửi kèm Công văn này và gửi lại {sender}.",
    "Please fill in the results in the attached form (spreadsheet) and return it to {sender}.",
)
_BY_LETTER = Text(
    "Kết quả đề nghị gửi bằng văn bản về {sender} để tổng hợp.",
    "Please send the results to {sender} as a document.",
)
_ALREADY = Text(
    "Trường hợp đã gửi, đề nghị cho biết số, ngày của văn bản để {sender} cập nhật.",
    "If they have been sent already, please tell {sender} the number and date of the document.",
)
_ALSO = Text(
    "Trong {days} ngày tới, {agency} còn {count} nội dung đến hạn; đề nghị quan tâm thực hiện đúng "
    "thời hạn.",
    "In the next {days} {days:day|days} {count} more {count:matter|matters} of {agency} "
    "{count:falls|fall} due; please see that {count:it is|they are} in time.",
)
_AHEAD = Text(
    "Theo {plan} nêu trên, trong {days} ngày tới {agency} có {count} nội dung đến hạn, sớm nhất là "
    "{first} (chi tiết tại Phụ lục).",
    "Under {plan} {count} {count:matter|matters} of {agency} {count:falls|fall} due in the next "
    "{days} {days:day|days}, the first on {first} (see the annex).",
)
_IN_TIME = Text(
    "{sender} thông báo để {agency} chủ động thực hiện và gửi kết quả đúng thời hạn.",
    "{sender} tells {agency} so that the results may be sent in time.",
)
_THANKS = Text("{sender} trân trọng cảm ơn sự quan tâm, phối hợp của {agency}./.",
               "{sender} thanks {agency} for its kind attention./.")  # fmt: skip


def urging(
    run: Account, of: Correspondence, say: Parties, reply_by: date | None
) -> Iterator[Prose]:
    """Yield on what a reminder rests, what has not come, what is asked for and how it is to be sent."""
    yield from _basis(run, of, say)
    yield Prose(_found(run, of, say))
    superior = _SUPERIOR.to(say.lang, issuer=say.superior) if say.superior else ""
    reply = say.of_day(reply_by) if reply_by else _NO_DAY.to(say.lang)
    yield Prose(say.say(_REQUEST, superior=superior, reply=reply))
    yield Prose(f"{_way(run, of, say)} {say.say(_ALREADY)}")
    if of.soon:
        yield Prose(say.say(_ALSO, days=AHEAD_DAYS, count=say.number(len(of.soon))))
    yield Prose(say.say(_THANKS))


def announcing(run: Account, of: Correspondence, say: Parties) -> Iterator[Prose]:
    """Yield what falls due soon, and how it is to be sent: nothing is overdue."""
    yield from _basis(run, of, say)
    first = min(each.obligation.due for each in of.soon if each.obligation.due)
    count = say.number(len(of.soon))
    plan = (_PLANS if len(of.plans) > 1 else _PLAN).to(say.lang)
    yield Prose(say.say(_AHEAD, plan=plan, days=AHEAD_DAYS, count=count, first=say.of_day(first)))
    yield Prose(f"{say.say(_IN_TIME)} {_way(run, of, say)}")
    yield Prose(say.say(_THANKS))


def _basis(run: Account, of: Correspondence, say: Parties) -> Iterator[Prose]:
    for plan in of.plans:
        yield Prose(_BASIS.to(say.lang, plan=cited(run, plan, say.lang)))
    for letter in earlier_letters(run, of, say):
        yield Prose(_FOLLOWING.to(say.lang, letter=letter))


def _found(run: Account, of: Correspondence, say: Parties) -> str:
    """Return the sentence of what should have come by when, and has not."""
    first = min(each.obligation.due for each in of.overdue if each.obligation.due)
    return say.say(
        _TASKED,
        plan=(_PLANS if len(of.plans) > 1 else _PLAN).to(say.lang),
        first=say.of_day(first),
        count=say.number(len(of.overdue)),
        missing=_counted(say, _MISSING, sum(each.missing for each in of.overdue)),
        again=_counted(say, _AGAIN, sum(bool(of.cited(run, each)) for each in of.overdue)),
        told=_counted(say, _TOLD, sum(each.explained for each in of.overdue)),
        longest=say.number(max(each.days or 0 for each in of.overdue)),
    )


def _counted(say: Parties, words: Text, number: int) -> str:
    """Return how many of the debts something is true of; nothing where it is of none."""
    return say.say(words, count=say.number(number)) if number else ""


def _way(run: Account, of: Correspondence, say: Parties) -> str:
    """Return how the results are to be sent: by what the agency is known to report."""
    files = run.registry.agency[of.agency].files
    if files == "git":
        folder = run.shown_file(f"submissions/{of.agency}/")
        return say.say(_BY_FILE, id=of.agency, folder=folder)
    return say.say(_BY_SHEET if files == "xlsx" else _BY_LETTER)
