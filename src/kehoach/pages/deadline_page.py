"""``kehoach deadline``: a wording, what it was read as, and when it falls due."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from kehoach import __version__
from kehoach.contract.deadline_contract import DatedPeriod, DeadlineOutput
from kehoach.contract.json_text import dump
from kehoach.explanations.due_notes import ASSUMED, aim_note
from kehoach.explanations.rolling_words import weekday
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.pages.wording_answer import WordingAnswer
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import policy_words
from kehoach.terminal.screen import Screen, grid, paint, pairs, title, words
from kehoach.terminal.styled import Part
from kehoach.verdicts.obligations import Demand
from kehoach.wordings import Form, Reading, Unwordable, inline, write
from kehoach.words import Lang, Text, shown_day
from kehoach.words.captions import DUE, PERIOD
from kehoach.words.period_names import period_words

_READ_AS = Text("HIỂU LÀ", "READ AS")
_NOT_UNDERSTOOD = Text("KHÔNG HIỂU", "NOT UNDERSTOOD")
_HALF_UNDERSTOOD = Text("CHƯA HIỂU HẾT", "NOT WHOLLY UNDERSTOOD")
_CERTAIN = Text("CHẮC CHẮN", "CERTAIN")
_NO_DEADLINE = Text(
    "chưa phải thời hạn của mục: phải rõ những chữ trên rồi mới ghi được",
    "not yet the deadline of an item: the words above have to be settled first",
)
_EVENTS = Text("Chờ sự kiện", "Waits for")
_QUANTITY = Text("Số tối thiểu", "At least")
_UNREAD = Text("Lời không nói về thời hạn", "Words that speak of no deadline")
_DUES = Text("ĐẾN HẠN", "DUE")
_CERTAIN_DUES = Text("NGÀY CHẮC CHẮN", "CERTAIN DAYS")
_WITHIN = Text(", từ {first} đến {last}", ", {first} to {last}")
_NO_DUES = Text("không có ngày đến hạn trong khoảng này", "no due day in these days")
_ESTIMATED = Text("dự kiến: lịch nghỉ chưa quyết định", "expected: holidays not decided")
_SOFT = Text("phấn đấu: không bị tính quá hạn", "aspirational: never overdue")
_TIME = Text("{time} ngày đó", "at {time} that day")
_ONLY = Text("chỉ của: {ids}", "only: {ids}")
_FEW = 24


class DeadlinePage(Protocol):
    """What was understood of a wording."""

    def __call__(self, worded: WordingAnswer, screen: Screen) -> str:
        """Return the page."""


def deadline_text(worded: WordingAnswer, screen: Screen) -> str:
    """Return what was understood of a wording."""
    return paint([words(f"“{worded.reading.wording}”", "bold"), *_parts(worded, screen)], screen)


def _parts(worded: WordingAnswer, screen: Screen) -> Iterator[Part]:
    lang, reading = screen.lang, worded.reading
    if not reading.understood:
        yield title((_HALF_UNDERSTOOD if reading.certain else _NOT_UNDERSTOOD).to(lang))
        for doubt in reading.doubts:
            yield words(f"✗ {doubt.why.to(lang)}", "red")
        yield from _certain(worded, screen)
        return
    yield title(_READ_AS.to(lang))
    yield _rules(reading, reading.rules, reading.forms, lang)
    about = [(_EVENTS.to(lang), f"{each.text} ({each.id})") for each in reading.events]
    if reading.quantity:
        about.append((_QUANTITY.to(lang), " ".join(map(str, reading.quantity))))
    if reading.unread:
        about.append((_UNREAD.to(lang), f"“{reading.unread}”"))
    if about:
        yield words("")
        yield pairs(about)
    yield from _dues(worded, _DUES, worded.dues, screen)


def _certain(worded: WordingAnswer, screen: Screen) -> Iterator[Part]:
    """Yield what is certain of a wording that is not understood, and that it is no deadline."""
    reading = worded.reading
    if reading.certain:
        yield title(_CERTAIN.to(screen.lang))
        yield _rules(reading, reading.certain, reading.certain_forms, screen.lang)
        yield words(_NO_DEADLINE.to(screen.lang), "dim")
        dues = sum(worded.certain_dues, ())
        yield from _dues(worded, _CERTAIN_DUES, dues, screen)


def _rules(
    reading: Reading, rules: Sequence[DeadlineRule], forms: Sequence[Form], lang: Lang
) -> Part:
    told = zip(rules, forms, strict=True)
    return pairs([row for rule, form in told for row in _rule(reading, rule, form, lang)])


def _rule(
    reading: Reading, rule: DeadlineRule, form: Form, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Yield a rule as a plan writes it, and as it would be worded: two ways to see a misreading."""
    yield rule.kind.label.to(lang), inline(form)
    try:
        said = write(rule, dict((*reading.events, *reading.bodies)))
    except Unwordable:
        return
    if said != reading.wording:
        yield "", f"“{said}”"


def _dues(
    worded: WordingAnswer, heading: Text, dues: Sequence[Demand], screen: Screen
) -> Iterator[Part]:
    lang = screen.lang
    first, last = shown_day(worded.first, lang), shown_day(worded.last, lang)
    # What comes once is told whenever it is: only what recurs is looked for from one day to another.
    sought = not dues or any(each.term.period.recurs for each in dues)
    within = _WITHIN.to(lang, first=first, last=last) if sought else ""
    yield title(heading.to(lang) + within)
    if not dues:
        yield words(_NO_DUES.to(lang), "dim")
        return
    yield words(policy_words(worded.policy, lang), "dim")
    most = screen.most(_FEW) if screen.width else None
    shown = dues[:most]
    columns = (
        Column(PERIOD.to(lang)), Column(Text("Theo lời văn", "As worded").to(lang)),
        Column(DUE.to(lang)), Column("", flexible=True),
    )  # fmt: skip
    yield grid(columns, [_row(each, lang) for each in shown])
    if len(shown) < len(dues):
        yield words(f"… +{len(dues) - len(shown)} (--all)", "dim")


def _row(demand: Demand, lang: Lang) -> list[str]:
    term, rolled = demand.term, demand.rolled
    said = [
        _TIME.to(lang, time=term.time) if term.time else "",
        _SOFT.to(lang) if term.aspirational else "",
        ASSUMED.to(lang) if term.assumed else "",
        aim_note(term, lang),
        _ONLY.to(lang, ids=", ".join(term.bound)) if term.bound else "",
        _ESTIMATED.to(lang) if rolled and rolled.estimated else "",
    ]
    days = [_day(term.nominal, lang), _day(demand.due, lang)]
    return [period_words(demand.period, lang), *days, "; ".join(filter(None, said))]


def _day(day: date | None, lang: Lang) -> str:
    return f"{shown_day(day, lang)} {weekday(day, lang)}" if day else ""


def deadline_json(worded: WordingAnswer, screen: Screen) -> str:
    """Return a wording's rules, due days and doubts."""
    reading = worded.reading
    number = reading.quantity
    output: DeadlineOutput = {
        "schema": "kehoach/deadline@1",
        "tool": {"name": "kehoach", "version": __version__},
        "wording": reading.wording,
        "understood": reading.understood,
        "from": worded.first.isoformat(),
        "to": worded.last.isoformat(),
        "before": worded.policy.before,
        "roll": worded.policy.roll,
        "rules": _told(reading.rules, reading.forms),
        "dues": [_due(each) for each in worded.dues],
        "events": [{"id": each.id, "text": each.text} for each in reading.events],
        "bodies": [{"id": each.id, "text": each.text} for each in reading.bodies],
        "quantity": {"at_least": number[0], "unit": number[1]} if number else None,
        "unread": reading.unread,
        "doubts": [
            {"words": each.words, "why": each.why.to(screen.lang)} for each in reading.doubts
        ],
        "certain": [
            {**rule, "dues": [_due(each) for each in dues]}
            for rule, dues in zip(
                _told(reading.certain, reading.certain_forms), worded.certain_dues, strict=True
            )
        ],
    }
    return dump({**output})


def _told(rules: Sequence[DeadlineRule], forms: Sequence[Form]) -> list[dict[str, object]]:
    """Return rules as their kind and their keys."""
    return [{"kind": rule.kind, **form} for rule, form in zip(rules, forms, strict=True)]


def _due(demand: Demand) -> DatedPeriod:
    term, rolled = demand.term, demand.rolled
    assert term.nominal is not None  # noqa: S101 - only dated terms are listed
    assert demand.due is not None  # noqa: S101 - the same
    return {
        "period": demand.period,
        "nominal_due": term.nominal.isoformat(),
        "due": demand.due.isoformat(),
        "time": term.time,
        "assumed": term.assumed,
        "aim": term.aim.isoformat() if term.aim else None,
        "agencies": list(term.bound),
        "estimated": bool(rolled and rolled.estimated),
        "aspirational": term.aspirational,
    }


DEADLINE_FORMATS: Mapping[str, DeadlinePage] = {"text": deadline_text, "json": deadline_json}
