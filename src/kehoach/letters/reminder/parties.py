"""What the sentences of a letter call those who correspond, and how a plan and a letter are cited."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.letters.notices import SOMEBODY
from kehoach.letters.reminder.correspondence import Correspondence
from kehoach.model.plan import Plan
from kehoach.model.reminders import Reminder
from kehoach.run import Account
from kehoach.words import Lang, Text
from kehoach.words.administrative import (
    administrative_day,
    administrative_month,
    administrative_number,
)

_NUMBERED = Text("{title} (Kế hoạch số {number}{issued}{issuer})",
                 "{title} (Plan No. {number}{issued}{issuer})")  # fmt: skip
_ISSUED, _BY = Text(" {day}", " of {day}"), Text(" của {issuer}", " by {issuer}")
_LETTER = Text("Công văn số {number} {day}{to}{reply}", "Letter No. {number} of {day}{to}{reply}")
_LETTER_TO = Text(" gửi {agency}", " to {agency}")
_REPLY = Text(" (đề nghị trả lời chậm nhất {day})", " (reply asked for by {day})")
_OLDER = Text("{count} văn bản đôn đốc trước đó", "{count} earlier {count:reminder|reminders}")
_FEW_CITED = 3


class Parties(NamedTuple):
    """What the sentences call those who correspond, and the day whose state they tell."""

    agency: str
    sender: str
    superior: str
    day: str
    lang: Lang

    def say(self, words: Text, **values: object) -> str:
        """Return a sentence in which the names, and further values, are filled in."""
        return words.to(self.lang, agency=self.agency, sender=self.sender, day=self.day, **values)

    def number(self, number: int) -> str:
        """Return a number as official letters write it."""
        return administrative_number(number, self.lang)

    def of_day(self, day: date) -> str:
        """Return a day as official letters write it."""
        return administrative_day(day, self.lang)


def parties(run: Account, of: Correspondence, lang: Lang) -> Parties:
    """Return the names that those of a letter bear at its date."""
    return Parties(
        run.agency_name(of.agency),
        run.agency_name(of.sender) if of.sender else SOMEBODY.to(lang),
        run.agency_name(of.superior) if of.superior else "",
        administrative_day(run.as_of, lang),
        lang,
    )


def cited(run: Account, plan: Plan, lang: Lang) -> str:
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


def earlier_letters(run: Account, of: Correspondence, say: Parties) -> Iterator[str]:
    """Yield the letters that went before, the last ones by number, day, and by when they asked."""
    older, recent = of.earlier[:-_FEW_CITED], of.earlier[-_FEW_CITED:]
    if older:
        yield say.say(_OLDER, count=say.number(len(older)))
    for each in recent:
        yield _cited_letter(run, each, of, say)


def _cited_letter(run: Account, letter: Reminder, of: Correspondence, say: Parties) -> str:
    to = "" if letter.agency == of.agency else _LETTER_TO.to(
        say.lang, agency=run.agency_name(letter.agency)
    )  # fmt: skip
    reply = _REPLY.to(say.lang, day=say.of_day(letter.reply_by)) if letter.reply_by else ""
    day = say.of_day(letter.document.date) if letter.document.date else ""
    return _LETTER.to(say.lang, number=letter.document.number or "", day=day, to=to, reply=reply)
