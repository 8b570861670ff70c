"""A reminder (công văn đôn đốc) to one agency, ready for its number, its date and a signature.

Decree 30/2020/NĐ-CP: the head, "Kính gửi", the basis first, "./." at the end, the recipients.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.explanations.labels import HEIRLESS
from kehoach.explanations.provenance import revision
from kehoach.letters.summary_annex import annex
from kehoach.letters.summary_message import Block, Message, Paragraph, Sides
from kehoach.letters.summary_overdue import AHEAD_DAYS
from kehoach.letters.summary_standing import warnings
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.trend import due_within
from kehoach.words import Lang, Text
from kehoach.words.administrative import (
    administrative_day,
    administrative_month,
    administrative_number,
)

_COUNTRY = (
    Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
)
_NUMBER = Text("Số: …/…", "No.: …/…")
_PLACE = Text("…, {day}", "…, {day}")
_ABOUT_DEBTS = Text("V/v đôn đốc thực hiện {plans}", "Re: reminder of {plans}")
_ABOUT_AHEAD = Text("V/v thực hiện {plans}", "Re: carrying out {plans}")
_TO = Text("Kính gửi: {agency}", "To: {agency}")
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
    "overdue matters{missing}; the longest is {longest} days overdue (see the annex).",
)
_MISSING = Text(", trong đó có {count} báo cáo chưa gửi", ", of which {count} are missing reports")
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
    "In the next {days} days {count} more matters of {agency} fall due; please see that they are in "
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
_SIGNER = (Text("CHỨC VỤ CỦA NGƯỜI KÝ", "POSITION OF THE SIGNER"),
           Text("(ký, ghi rõ họ tên)", "(signature, full name)"))  # fmt: skip
_REVISION = Text("Số liệu đến hết {day}; bản dữ liệu: {revision}.",
                 "Figures as of the end of {day}; data revision: {revision}.")  # fmt: skip
_SOMEBODY = Text("Cơ quan theo dõi", "The office that follows the plan")
_FEW_NEXT = 5


class _Letter(NamedTuple):
    """Who writes to whom, of what."""

    agency: str
    sender_id: str | None
    sender: str
    superior: str
    plans: tuple[Plan, ...]
    overdue: tuple[Assessment, ...]
    soon: tuple[Assessment, ...]


def reminder(run: Run, screen: Screen, agency: str) -> Message:
    """Return the letter to an agency; where nothing is overdue, a short note of what comes next."""
    lang = screen.lang
    letter = _letter(run, agency, lang)
    about = _ABOUT_DEBTS if letter.overdue else _ABOUT_AHEAD
    words = about.to(lang, plans="; ".join(plan.name for plan in letter.plans))
    # Who has sent nothing is judged by what the same files say of all: invented ones are told here.
    sample = any(each.sample for report in run.reports for each in report.assessments)
    blocks = (
        *warnings(run, lang, sample),
        *_ended(letter, lang),
        _head(run, letter, words, lang),
        Paragraph(_TO.to(lang, agency=letter.agency), "centred"),
        *(Paragraph(_BASIS.to(lang, plan=_cited(run, each, lang))) for each in letter.plans),
        *_body(run, letter, agency, lang),
        Paragraph(_THANKS.to(lang, sender=letter.sender, agency=letter.agency)),
        _foot(letter, lang),
        *annex(run, letter.overdue, letter.soon, screen),
        Paragraph(
            _REVISION.to(
                lang, day=administrative_day(run.as_of, lang), revision=revision(run, lang)
            ),
            "small",
        ),
    )
    return Message(f"{words} – {letter.agency}", blocks, lang, formal=True)


class Addressees(NamedTuple):
    """Whom to remind; ``own`` are the offices that would be writing to themselves."""

    reminded: tuple[str, ...]
    own: tuple[str, ...]


def addressees(run: Run) -> Addressees:
    """Return who owes something overdue or due soon, where the body still exists."""
    urgent: dict[str, set[str]] = defaultdict(set)
    for each in run.assessments:
        if (each.overdue or (each.due_soon and not each.requested)) and not each.heirless:
            urgent[each.agency].add(each.obligation.demand.plan.id)
    own = {
        id_
        for id_, plans in urgent.items()
        if all(_writer(run, plan) == id_ for plan in run.plans if plan.id in plans)
    }
    return Addressees(tuple(sorted(urgent.keys() - own)), tuple(sorted(own)))


def writes_to_itself(run: Run, agency: str) -> bool:
    """Say whether nobody but the agency itself is there to sign a reminder to it."""
    return _letter(run, agency, "vi").sender_id == agency


def unaddressed(run: Run) -> list[str]:
    """Return the bodies that ended, owing something overdue, and whom nobody succeeded."""
    return sorted({each.agency for each in run.assessments if each.overdue and each.heirless})


def _letter(run: Run, agency: str, lang: Lang) -> _Letter:
    owed = [each for each in run.assessments if each.agency == agency]
    overdue = sorted((each for each in owed if each.overdue), key=lambda each: -(each.days or 0))
    soon = due_within(owed, AHEAD_DAYS) or ([] if overdue else due_within(owed, 36500)[:_FEW_NEXT])
    concerned = {each.obligation.demand.plan.id for each in (*overdue, *soon)}
    plans = tuple(plan for plan in run.plans if plan.id in concerned) or run.plans
    plan = next((each for each in plans if _writer(run, each) != agency), plans[0])
    issuer = _now(run, plan.issuer)
    sender = _writer(run, plan)
    if sender == agency and issuer:  # the issuer reminds its own office
        sender = issuer
    return _Letter(
        run.agency_name(agency),
        sender,
        run.agency_name(sender) if sender else _SOMEBODY.to(lang),
        run.agency_name(issuer) if issuer and issuer not in {sender, agency} else "",
        plans,
        tuple(overdue),
        tuple(soon),
    )


def _ended(letter: _Letter, lang: Lang) -> Iterator[Block]:
    """Yield a warning where the body to write to is no more."""
    if any(each.heirless for each in letter.overdue):
        yield Paragraph(f"{letter.agency}: {HEIRLESS.to(lang)}", "notice")


def _writer(run: Run, plan: Plan) -> str | None:
    """Return who writes the letters of a plan: its consolidating office, else its issuer."""
    return _now(run, plan.policy.consolidator) or _now(run, plan.issuer)


def _now(run: Run, id_: str | None) -> str | None:
    """Return who stands in the place of a body at the date of the run."""
    if id_ is None:
        return None
    heirs = run.registry.heirs_on(id_, run.as_of)
    return heirs[0] if heirs else id_


def _head(run: Run, letter: _Letter, about: str, lang: Lang) -> Sides:
    above = (letter.superior.upper(),) if letter.superior else ()
    day = _PLACE.to(lang, day=administrative_day(run.as_of, lang))
    country = tuple(words.to(lang) for words in _COUNTRY)
    return Sides((*above, letter.sender.upper(), _NUMBER.to(lang), about), (*country, day))


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


def _body(run: Run, letter: _Letter, id_: str, lang: Lang) -> Iterator[Block]:
    agency, sender = letter.agency, letter.sender
    day = administrative_day(run.as_of, lang)
    if not letter.overdue:
        yield Paragraph(_NONE_OVERDUE.to(lang, day=day, agency=agency))
        yield Paragraph((_NEXT if letter.soon else _NO_NEXT).to(lang))
        return
    yield Paragraph(_found(letter, day, lang))
    superior = _SUPERIOR.to(lang, issuer=letter.superior) if letter.superior else ""
    yield Paragraph(_REQUEST.to(lang, superior=superior, sender=sender, agency=agency))
    folder = run.shown_file(f"submissions/{id_}/")
    yield Paragraph(_FILE.to(lang, id=id_, folder=folder, sender=sender))
    if letter.soon:
        number = administrative_number(len(letter.soon), lang)
        yield Paragraph(_ALSO.to(lang, days=AHEAD_DAYS, agency=agency, count=number))


def _found(letter: _Letter, day: str, lang: Lang) -> str:
    """Return the sentence of what should have come by when, and has not."""
    reports = sum(each.missing for each in letter.overdue)
    days = [each.obligation.due for each in letter.overdue if each.obligation.due]
    return _TASKED.to(
        lang,
        agency=letter.agency,
        sender=letter.sender,
        day=day,
        first=administrative_day(min(days), lang),
        count=administrative_number(len(letter.overdue), lang),
        missing=_MISSING.to(lang, count=administrative_number(reports, lang)) if reports else "",
        longest=administrative_number(_longest(letter.overdue), lang),
    )


def _longest(overdue: Sequence[Assessment]) -> int:
    return max(each.days or 0 for each in overdue)


def _foot(letter: _Letter, lang: Lang) -> Sides:
    superior = (f"- {letter.superior};",) if letter.superior else ()
    left = (_RECIPIENTS.to(lang), _AS_ABOVE.to(lang), *superior, _FILED.to(lang))
    return Sides(left, tuple(words.to(lang) for words in _SIGNER), centred=False)
