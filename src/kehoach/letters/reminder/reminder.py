"""A reminder (công văn đôn đốc) to one agency, ready for its number, its date and a signature.

Decree 30/2020/NĐ-CP: the head, "Kính gửi", the basis first, "./." at the end, the recipients.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.document import Block, Message, Prose, SideLine, Sides
from kehoach.explanations.labels import HEIRLESS
from kehoach.explanations.provenance import revision
from kehoach.letters.notices import MOTTO, SOMEBODY, STATE, notices, telling
from kehoach.letters.reminder.correspondence import Correspondence, correspondence
from kehoach.letters.reminder.reminder_annex import annex
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.model.ids import AgencyId
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import (
    administrative_day,
    administrative_month,
    administrative_number,
)

_NUMBER = Text("Số: …/…", "No.: …/…")
_PLACE = Text("…, {day}", "…, {day}")
_ABOUT_DEBTS = Text("V/v đôn đốc thực hiện {plans}", "Re: reminder of {plans}")
_ABOUT_AHEAD = Text("V/v thực hiện {plans}", "Re: carrying out {plans}")
_BASIS = Text("Căn cứ {plan};", "In accordance with {plan};")
_NUMBERED = Text("{title} (Kế hoạch số {number}{issued}{issuer})",
                 "{title} (Plan No. {number}{issued}{issuer})")  # fmt: skip
_ISSUED, _BY = Text(" {day}", " of {day}"), Text(" của {issuer}", " by {issuer}")
_TASKED = Text(
    "Theo Kế hoạch nêu trên, {agency} được giao thực hiện các nội dung có thời hạn sớm nhất là "
    "{first}. Tuy nhiên, đến hết {day}, {sender} chưa nhận được báo cáo hoặc kết quả thực hiện đối "
    "với {count} nội dung đã quá hạn{missing}; quá hạn lâu nhất là {longest} ngày (chi tiết tại "
    "Phụ lục).",
    "Under this plan {agency} has been assigned matters of which the first was due on {first}. "
    "However, as of the end of {day}, {sender} has not received the report or result of {count} "
    "overdue {count:matter|matters}{missing}; the longest is {longest} {longest:day|days} overdue "
    "(see the annex).",
)
_MISSING = Text(
    ", trong đó có {count} báo cáo chưa gửi",
    ", of which {count} {count:is a missing report|are missing reports}",
)
_REQUEST = Text(
    "Để bảo đảm tiến độ thực hiện Kế hoạch{superior}, {sender} trân trọng đề nghị {agency} khẩn "
    "trương hoàn thành các nội dung nêu tại Phụ lục và gửi kết quả trước ngày … tháng … năm ….",
    "So that the plan is carried out in time{superior}, {sender} respectfully asks {agency} to "
    "complete the matters listed in the annex and to send the results before … … ….",
)
_SUPERIOR = Text(" và kịp thời tổng hợp, báo cáo {issuer}", " and reported to {issuer}")
_FILE = Text(
    "Kết quả đề nghị ghi vào tệp nêu ở cột cuối của Phụ lục, trong thư mục {folder} của kho dữ liệu; "
    "nếu chưa có tệp, lập bằng lệnh “kehoach new --agency {id} --period KỲ” (KỲ ghi như cột “Kỳ” của "
    "Phụ lục; việc một lần ghi once). Cơ quan không dùng git thì điền vào bảng tính (.xlsx) do "
    "{sender} cung cấp và gửi lại. Trường hợp đã gửi, đề nghị cho biết số, ngày của văn bản để "
    "{sender} cập nhật sổ theo dõi.",
    "Please record the results in the file that the last column of the annex names, in the folder "
    "{folder} of the data repository; where there is none yet, “kehoach new --agency {id} --period P” "
    "makes it (P as in the annex; once for what is done once). Who does not use git fills in the "
    "spreadsheet (.xlsx) that {sender} provides, and returns it. If they have been sent already, "
    "please tell {sender} number and date of the document so that the register can be brought up to "
    "date.",
)
_ALSO = Text(
    "Trong {days} ngày tới, {agency} còn {count} nội dung đến hạn; đề nghị quan tâm thực hiện đúng "
    "thời hạn.",
    "In the next {days} {days:day|days} {count} more {count:matter|matters} of {agency} "
    "{count:falls|fall} due; please see that {count:it is|they are} in "
    "time.",
)
_NONE_OVERDUE = Text(
    "Đến hết {day}, {agency} không có nội dung nào quá hạn theo Kế hoạch nêu trên.",
    "As of the end of {day} nothing of {agency} is overdue under this plan.",
)
_NEXT = Text("Các thời hạn tiếp theo nêu tại Phụ lục.", "The next due days are in the annex.")
_NO_NEXT = Text("Hiện không còn thời hạn nào khác trong các kỳ đang thực hiện.",
                "Nothing else is to be delivered in the periods that are running.")  # fmt: skip
_THANKS = Text("{sender} trân trọng cảm ơn sự quan tâm, phối hợp của {agency}./.",
               "{sender} thanks {agency} for its kind attention./.")  # fmt: skip
_RECIPIENTS, _AS_ABOVE = Text("Nơi nhận:", "Recipients:"), Text("- Như trên;", "- As above;")
_FILED = Text("- Lưu: VT, ….", "- File: ….")
_SIGNER = Text("CHỨC VỤ CỦA NGƯỜI KÝ", "POSITION OF THE SIGNER")
_SIGNED = Text("(ký, ghi rõ họ tên)", "(signature, full name)")
_REVISION = Text("Số liệu đến hết {day}; bản dữ liệu: {revision}.",
                 "Figures as of the end of {day}; data revision: {revision}.")  # fmt: skip


class _Parties(NamedTuple):
    """What the sentences of the letter call those who correspond, and the day."""

    agency: str
    sender: str
    superior: str
    day: str
    lang: Lang

    def say(self, words: Text, **values: object) -> str:
        """Return a sentence in which the names, and further values, are filled in."""
        return words.to(self.lang, agency=self.agency, sender=self.sender, day=self.day, **values)


def reminder(run: Run, screen: Screen, agency: AgencyId) -> Message:
    """Return the letter to an agency; where nothing is overdue, a short note of what comes next."""
    lang, of = screen.lang, correspondence(run, agency)
    parties = _Parties(
        run.agency_name(agency),
        run.agency_name(of.sender) if of.sender else SOMEBODY.to(lang),
        run.agency_name(of.superior) if of.superior else "",
        administrative_day(run.as_of, lang),
        lang,
    )
    about = parties.say(
        _ABOUT_DEBTS if of.overdue else _ABOUT_AHEAD,
        plans="; ".join(plan.name for plan in of.plans),
    )
    # Who has sent nothing is judged by what the same files say of all: invented ones are told here.
    blocks = (
        *notices(run, lang, run.invented),
        *telling(run, lang),
        *_ended(of, parties),
        _head(parties, about),
        Prose(parties.say(captions.ADDRESSED_TO), "centred"),
        *(Prose(_BASIS.to(lang, plan=_cited(run, each, lang))) for each in of.plans),
        *(_request(run, of, parties) if of.overdue else _note(of, parties)),
        Prose(parties.say(_THANKS)),
        _foot(parties),
        *annex(run, of.overdue, of.soon, screen),
        Prose(parties.say(_REVISION, revision=revision(run, lang)), "small"),
    )
    return Message(f"{about} – {parties.agency}", blocks, lang, run.as_of, formal=True)


def _ended(of: Correspondence, parties: _Parties) -> Iterator[Block]:
    """Yield a warning where the body to write to is no more."""
    if any(each.heirless for each in of.overdue):
        yield Prose(f"{parties.agency}: {HEIRLESS.to(parties.lang)}", "notice")


def _head(parties: _Parties, about: str) -> Sides:
    left = (
        *((SideLine(parties.superior.upper(), "superior"),) if parties.superior else ()),
        SideLine(parties.sender.upper(), "issuer"),
        SideLine(parties.say(_NUMBER), "number"),
        SideLine(about, "about"),
    )
    right = (
        SideLine(STATE.to(parties.lang), "state"),
        SideLine(MOTTO.to(parties.lang), "motto"),
        SideLine(parties.say(_PLACE), "dated"),
    )
    return Sides(((left, right),))


def _cited(run: Run, plan: Plan, lang: Lang) -> str:
    """Return the plan as a letter cites it; what the document leaves blank stays "…"."""
    number = plan.number or f"…{plan.number_form or ''}"
    issued = ""
    if plan.issued:
        one_day = plan.issued.first == plan.issued.last
        write = administrative_day if one_day else administrative_month
        issued = _ISSUED.to(lang, day=write(plan.issued.first, lang))
    issuer = ""
    if plan.issuer and (body := run.registry.agency.get(plan.issuer)):
        issuer = _BY.to(lang, issuer=body.name_on(plan.issued.first if plan.issued else run.as_of))
    return _NUMBERED.to(lang, title=plan.title, number=number, issued=issued, issuer=issuer)


def _note(of: Correspondence, parties: _Parties) -> Iterator[Block]:
    """Yield what is said where nothing is overdue."""
    yield Prose(parties.say(_NONE_OVERDUE))
    yield Prose(parties.say(_NEXT if of.soon else _NO_NEXT))


def _request(run: Run, of: Correspondence, parties: _Parties) -> Iterator[Block]:
    """Yield what should have come and has not, what is asked for, and how it is to be sent."""
    yield Prose(_found(of, parties))
    superior = _SUPERIOR.to(parties.lang, issuer=parties.superior) if parties.superior else ""
    yield Prose(parties.say(_REQUEST, superior=superior))
    yield Prose(
        parties.say(_FILE, id=of.agency, folder=run.shown_file(f"submissions/{of.agency}/"))
    )
    if of.soon:
        count = administrative_number(len(of.soon), parties.lang)
        yield Prose(parties.say(_ALSO, days=AHEAD_DAYS, count=count))


def _found(of: Correspondence, parties: _Parties) -> str:
    """Return the sentence of what should have come by when, and has not."""
    lang = parties.lang
    reports = sum(each.missing for each in of.overdue)
    first = min(each.obligation.due for each in of.overdue if each.obligation.due)
    longest = max(each.days or 0 for each in of.overdue)
    return parties.say(
        _TASKED,
        first=administrative_day(first, lang),
        count=administrative_number(len(of.overdue), lang),
        missing=_MISSING.to(lang, count=administrative_number(reports, lang)) if reports else "",
        longest=administrative_number(longest, lang),
    )


def _foot(parties: _Parties) -> Sides:
    left = (
        SideLine(parties.say(_RECIPIENTS), "recipients"),
        SideLine(parties.say(_AS_ABOVE), "recipient"),
        *((SideLine(f"- {parties.superior};", "recipient"),) if parties.superior else ()),
        SideLine(parties.say(_FILED), "recipient"),
    )
    right = (SideLine(parties.say(_SIGNER), "signer"), SideLine(parties.say(_SIGNED), "name"))
    return Sides(((left, right),), foot=True)
