"""The head and foot of an official letter by Decree 30/2020/NĐ-CP, and what is filled in there.

What is given on the command line comes first, then the plan's ``letterhead``; what is known from
neither stays a dotted blank.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.document import SideLine, Sides
from kehoach.letters.notices import MOTTO, STATE
from kehoach.model.ids import BodyId
from kehoach.model.plan import Plan
from kehoach.run import Account
from kehoach.words import Lang, Text
from kehoach.words.administrative import administrative_day

_BLANK = "…"
_DOTS = "………………"
_NUMBER = Text("Số: {number}", "No.: {number}")
_DATED = Text("{place}, {day}", "{place}, {day}")
_OPEN_DAY = Text("ngày … tháng … năm {year}", "… … {year}")
_RECIPIENTS, _AS_ABOVE = Text("Nơi nhận:", "Recipients:"), Text("- Như trên;", "- As above;")
_TO_SUPERIOR = Text("- {superior} (để b/c);", "- {superior} (to report);")
_FILED = Text("- Lưu: {filed}.", "- File: {filed}.")
_FILED_WHERE = Text("VT, …", "…")
_REPORT_SIGN = "{number}/BC-"
_GAP = 4  # empty lines for the signature
_LEADING = re.compile(r"\d+")


class Particulars(NamedTuple):
    """What was asked for on the command line; ``reply_by`` is the last day (inclusive) to answer.

    Without ``dated`` a letter is of the day whose state it tells.
    """

    number: str | None = None
    dated: date | None = None
    reply_by: date | None = None
    place: str | None = None
    position: str | None = None
    signer: str | None = None

    def further(self, steps: int) -> "Particulars":
        """Return the same for a letter that is so many numbers further on."""
        if self.number is None:
            return self
        counted = _LEADING.sub(
            lambda found: str(int(found[0]) + steps).zfill(len(found[0])), self.number, count=1
        )
        return self._replace(number=counted)


NONE_GIVEN = Particulars()


class Stationery(NamedTuple):
    """Who writes under whose name, as the head and the foot of a letter say it.

    ``day`` is none where it is left to be filled in; ``copy_to`` is who above is told of the letter.
    """

    issuer: str
    superior: str
    number: str
    place: str
    day: date | None
    year: int
    position: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    filed: str
    lang: Lang
    copy_to: str = ""


def stationery(
    plan: Plan, issuer: str, superior: str, day: date, given: Particulars, lang: Lang
) -> Stationery:
    """Return what stands on the letters of a body under a plan."""
    form = plan.letterhead
    position = _known(given.position, form.position, _DOTS)
    return Stationery(
        issuer,
        _known(form.superior, superior),
        number(form.number, given.number),
        _known(given.place, form.place, plan.place, _BLANK),
        given.dated or day,
        day.year,
        tuple(map(str.strip, position.split("/"))),
        _known(given.signer, form.signer, _DOTS),
        form.recipients,
        _known(form.filed, _FILED_WHERE.to(lang)).removesuffix("."),
        lang,
    )


def _known(*words: str | None) -> str:
    """Return the first of some words that are known."""
    return next(filter(None, words), "")


def report_form(run: Account, plan: Plan, sender: BodyId | None) -> Plan:
    """Return a plan whose letters are reports: they bear a sign of their own kind."""
    agency = run.registry.agency.get(sender or "")
    sign = _REPORT_SIGN + ((agency and agency.short) or _BLANK)
    form = plan.letterhead.model_copy(update={"number": sign})
    return plan.model_copy(update={"letterhead": form})


def number(form: str | None, given: str | None) -> str:
    """Return a number with its sign: "05/STP-PBGDPL"; one that is given with its sign stays so."""
    written = _LEADING.sub(lambda found: found[0].zfill(2), given or _BLANK, count=1)
    if "/" in written:
        return written
    return form.replace("{number}", written) if form else f"{written}/{_BLANK}"


def head(of: Stationery, *about: str) -> Sides:
    """Return who issues it and the name of the State; below, number and matter, place and day."""
    left = (
        *((SideLine(of.superior.upper(), "superior"),) if of.superior else ()),
        SideLine(of.issuer.upper(), "issuer"),
    )
    right = (SideLine(STATE.to(of.lang), "state"), SideLine(MOTTO.to(of.lang), "motto"))
    number_line = SideLine(_NUMBER.to(of.lang, number=of.number), "number")
    below = (number_line, *(SideLine(line, "about") for line in about if line))
    day = administrative_day(of.day, of.lang) if of.day else _OPEN_DAY.to(of.lang, year=of.year)
    dated = SideLine(_DATED.to(of.lang, place=of.place, day=day), "dated")
    return Sides(((left, right), (below, (dated,))))


def foot(of: Stationery) -> Sides:
    """Return the recipients, and who signs."""
    lang = of.lang
    left = (
        SideLine(_RECIPIENTS.to(lang), "recipients"),
        SideLine(_AS_ABOVE.to(lang), "recipient"),
        *(SideLine(line, "recipient") for line in _others(of)),
        SideLine(_FILED.to(lang, filed=of.filed), "recipient"),
    )
    authority, *post = (line.upper() for line in of.position)
    right = (
        SideLine(authority, "signer"),
        *(SideLine(line, "name") for line in post),
        *(SideLine("", "space") for _ in range(_GAP)),
        SideLine(of.signer, "name"),
    )
    return Sides(((left, right),), foot=True)


def _others(of: Stationery) -> Iterator[str]:
    if of.copy_to:
        yield _TO_SUPERIOR.to(of.lang, superior=of.copy_to)
    yield from (f"- {each.strip().removeprefix('- ').rstrip(';.')};" for each in of.recipients)
