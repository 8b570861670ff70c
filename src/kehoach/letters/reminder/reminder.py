"""A letter to one agency of what it owes, ready to be sent: a reminder, a notice, a report or a list.

Decree 30/2020/NĐ-CP: head, "Kính gửi", the basis first, "./." at the end, the recipients, the annex.
"""

from collections.abc import Iterator

from kehoach.document import Addressee, Block, Message, NewSheet, Prose, Title
from kehoach.explanations.provenance import revision
from kehoach.letters.notices import letter_notices
from kehoach.letters.reminder.correspondence import Correspondence, Kind
from kehoach.letters.reminder.parties import Parties, parties
from kehoach.letters.reminder.reminder_annex import annex
from kehoach.letters.reminder.upward import NAME, reporting
from kehoach.letters.reminder.urging import announcing, urging
from kehoach.letters.stationery import (
    NONE_GIVEN,
    Particulars,
    Stationery,
    foot,
    head,
    report_form,
    stationery,
)
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.words import Text, captions
from kehoach.words.administrative import administrative_day

_ABOUT_DEBTS = Text("V/v đôn đốc thực hiện {plans}", "Re: reminder of {plans}")
_TIME = Text("(lần {time})", "(No. {time})")
_ABOUT_AHEAD = Text(
    "V/v nội dung sắp đến hạn theo {plans}", "Re: what falls due next under {plans}"
)
_ABOUT_ABOVE = Text("Tình hình các nội dung thuộc trách nhiệm của {agency} theo {plans}",
                    "Where the matters of {agency} under {plans} stand")  # fmt: skip
_LIST = Text("Danh mục nội dung {agency} còn phải thực hiện theo {plans}, tính đến hết {day}",
             "What {agency} still owes under {plans}, as of the end of {day}")  # fmt: skip
_ABOUT: dict[Kind, Text] = {
    "reminder": _ABOUT_DEBTS, "notice": _ABOUT_AHEAD, "report": _ABOUT_ABOVE, "list": _LIST,
}  # fmt: skip
_ANNEX = Text("PHỤ LỤC", "ANNEX")
_BOTH = Text("NỘI DUNG QUÁ HẠN VÀ SẮP ĐẾN HẠN", "WHAT IS OVERDUE AND WHAT FALLS DUE NEXT")
_ALL_OVERDUE = Text("NỘI DUNG QUÁ HẠN", "WHAT IS OVERDUE")
_ALL_AHEAD = Text("NỘI DUNG SẮP ĐẾN HẠN", "WHAT FALLS DUE NEXT")
_WITH = Text("(Kèm theo {what} số {number} {day} của {issuer})",
             "(Attached to {what} No. {number} of {day} by {issuer})")  # fmt: skip
_A_LETTER, _A_REPORT = Text("Công văn", "letter"), Text("Báo cáo", "report")


def reminder(
    run: Account, screen: Screen, of: Correspondence, given: Particulars = NONE_GIVEN
) -> Message:
    """Return the letter; one that stands in the book of reminders already does not cite itself."""
    paper, of = letter_paper(run, screen, of, given), of.on(given.dated or run.as_of)
    say = parties(run, of, screen.lang)
    about, time = _about(of, say), ""
    if of.kind == "reminder" and of.time > 1:
        time = _TIME.to(say.lang, time=of.time)
    if of.kind == "list":
        blocks: tuple[Block, ...] = (
            *letter_notices(run, of.agency, screen.lang),
            Title(about, 1),
            *annex(run, of, screen),
        )
        data = revision(run, screen.lang)
        return Message(about, blocks, screen.lang, run.as_of, revision=data, wide=True)
    blocks = (
        *letter_notices(run, of.agency, screen.lang),
        head(paper, *(() if of.kind == "report" else (about, time))),
        *(_named(about, say) if of.kind == "report" else ()),
        Prose(say.say(captions.ADDRESSED_TO), "centred"),
        *_body(run, of, say, given),
        foot(paper),
        NewSheet(wide=True),
        *_annex_head(of, paper, say),
        *annex(run, of, screen),
    )
    subject = f"{about}{f' {time}' if time else ''} – {say.agency}"
    return Message(
        subject, blocks, screen.lang, run.as_of, formal=True, to=addressee(run, of),
        revision=revision(run, screen.lang),
    )  # fmt: skip


def letter_paper(
    run: Account, screen: Screen, of: Correspondence, given: Particulars = NONE_GIVEN
) -> Stationery:
    """Return the head and foot of a letter; a report bears a sign of its own kind."""
    say, plan = parties(run, of, screen.lang), of.plans[0]
    if of.kind == "report":
        plan = report_form(run, plan, of.sender)
    above = say.superior or (say.agency if of.kind == "report" else "")
    paper = stationery(plan, say.sender, above, run.as_of, given, screen.lang)
    return paper._replace(copy_to=say.superior)


def addressee(run: Account, of: Correspondence) -> Addressee | None:
    """Return to whom the letter goes by e-mail, where the registry says so."""
    contact = run.registry.agency[of.agency].contact
    return Addressee(contact.email, contact.name or run.agency_name(of.agency)) if contact else None


def _about(of: Correspondence, say: Parties) -> str:
    plans = "; ".join(plan.name for plan in of.plans)
    return say.say(_ABOUT[of.kind], plans=plans)


def _named(about: str, say: Parties) -> Iterator[Block]:
    """Yield the kind of document, and its matter below."""
    yield Title(NAME.to(say.lang), 1)
    yield Prose(about, "title")


def _body(run: Account, of: Correspondence, say: Parties, given: Particulars) -> Iterator[Prose]:
    if of.kind == "report":
        return reporting(run, of, say)
    if of.kind == "notice":
        return announcing(run, of, say)
    return urging(run, of, say, given.reply_by)


def _annex_head(of: Correspondence, paper: Stationery, say: Parties) -> Iterator[Prose]:
    """Yield the name of the annex, its title, and to which letter it belongs."""
    title = _BOTH if of.overdue and of.soon else _ALL_OVERDUE if of.overdue else _ALL_AHEAD
    yield Prose(_ANNEX.to(say.lang), "headed")
    yield Prose(title.to(say.lang), "headed")
    what = _A_REPORT if of.kind == "report" else _A_LETTER
    day = administrative_day(paper.day, say.lang) if paper.day else "…"
    yield Prose(
        _WITH.to(
            say.lang, what=what.to(say.lang), number=paper.number, day=day, issuer=paper.issuer
        ),
        "attached",
    )
