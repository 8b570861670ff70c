"""The time of an item: what its cells say, read as rules; what is not understood is a doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import without_marks
from kehoach.annex.items.due_columns import ChosenTime
from kehoach.calendar import vietnam
from kehoach.model.deadlines import Frame
from kehoach.model.deadlines.start import Start
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.periods import Span
from kehoach.wordings import Awaited, BoundBody, Form, Reading, inline_all, read
from kehoach.words import Text, fold
from kehoach.words.shortening import flat
from kehoach.words.yaml_words import scalar

_BLANK = "(để trống)"
_TIME = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hết|xong|hoàn thành|hoàn thiện|báo cáo)"
    r"[^.;\n]{0,40}?(?:ngày|tháng|quý|năm)\s*(?:\d|[IVX]+\b)[\d./\- ]*(?:(?:tháng|năm|quý)\s*\d+\s*)*"
    r"|(?:trước|chậm nhất|đến|xong|trong)[^.;\n]{0,15}?\d{1,2}[/.-](?:\d{4}|\d{1,2})(?!\d)(?:[/.-]\d{4})?"
    r"|(?:định kỳ|hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm|6 tháng|06 tháng)"
    r"|trong\s+(?:quý|tháng|năm)\s+[\dIVX/ ]+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Time:
    """When an item is due, in the document's words, as rules, and as a plan file writes them."""

    wording: str = ""
    rules: tuple[DeadlineRule, ...] = ()
    forms: tuple[Form, ...] = ()
    events: tuple[Awaited, ...] = ()
    quantity: tuple[int, str] | None = None
    not_set: str = ""
    note: str = ""
    doubts: tuple[Text, ...] = ()
    bodies: tuple[BoundBody, ...] = ()


def read_time(start: str, due: ChosenTime, *, asked: bool = False, year: int | None = None) -> Time:
    """Return what words of time say; ``asked``: the document has a place for them.

    ``year`` is that of a plan of one year, for words that name none.
    """
    if due.words:
        time = _with_start(start, due.words, year) if start else _read(due.words, year)
        time = _with_aim(time, due.aim, year)
    else:
        time = _undated(flat(start), year, asked=asked and not due.doubts)
    note = "\n".join(filter(None, (time.note, due.beside)))
    return replace(time, note=note, doubts=(*time.doubts, *due.doubts))


def _undated(start: str, year: int | None, *, asked: bool) -> Time:
    """Return the time of an item without a deadline, which may have a beginning."""
    if not start:
        return Time(not_set=_BLANK, doubts=(message("due-blank"),) if asked else ())
    told = message("start-only", words=start)
    begun = _read(start if fold(start).startswith("từ") else f"từ {_lower(start)}", year)
    if begun.doubts or not all("start" in form for form in begun.forms):
        return Time(start, not_set=start, doubts=(told,))
    return replace(begun, wording=start, doubts=(told,))


def _with_aim(time: Time, aim: str, year: int | None) -> Time:
    """Return a time with what is aimed at, where that is one day before the deadline's only one."""
    aimed = _read(aim, year) if aim else Time()
    due, earlier = nominal_due(time.rules), nominal_due(aimed.rules)
    if len(time.forms) != 1 or not due or not earlier or earlier >= due:
        return time
    return replace(time, forms=({**time.forms[0], "aim": aimed.forms[0]},))


def _with_start(start: str, due: str, year: int | None) -> Time:
    """Return the time from a beginning to an end, as one wording where that is understood."""
    head = "" if fold(start).startswith("từ") else "từ "
    middle = "" if fold(due).startswith(("đến", "trước", "hết", "chậm nhất")) else "đến "
    both = _read(f"{head}{_lower(flat(start))} {middle}{_lower(flat(due))}", year)
    alone = _read(due, year)
    ends, begins = nominal_due(alone.rules), nominal_due(_read(start, year).rules)
    doubts = alone.doubts
    if ends and begins and ends < begins:
        doubts = (*doubts, message("due-before-start", due=flat(due), start=flat(start)))
    elif both.rules and not both.doubts and nominal_due(both.rules) == ends:
        return both
    else:
        doubts = (*doubts, message("start-left", words=flat(start)))
    return replace(alone, note=f"Bắt đầu: {flat(start)}", doubts=doubts)


def _lower(words: str) -> str:
    """Return words as they stand within a sentence."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _read(words: str, year: int | None) -> Time:
    """Return the rules that words say, or why not."""
    wording = flat(words)
    reading = _understood(without_marks(words), year)
    if not reading.understood:
        return Time(wording, not_set=wording, doubts=tuple(_unread(reading, wording)))
    return Time(
        wording,
        reading.rules,
        reading.forms,
        reading.events,
        reading.quantity,
        doubts=_doubts(reading, wording),
        bodies=reading.bodies,
    )


def _unread(reading: Reading, wording: str) -> Iterator[Text]:
    """Yield why words of time are not understood, and what of them is certain all the same."""
    for doubt in reading.doubts:
        yield message("due-unread-why", words=wording, why=doubt.why)
    if reading.certain_forms:
        certain = inline_all(reading.certain_forms, scalar)
        yield message("due-certain", words=wording, certain=certain)


def _understood(words: str, year: int | None) -> Reading:
    """Return the reading of a cell: as one sentence, else with its lines as several rules."""
    reading = read(flat(words), year)
    if reading.understood or "\n" not in words:
        return reading
    lines = read("; ".join(line.strip(" -+;") for line in words.split("\n")), year)
    return lines if lines.understood else reading


def _doubts(reading: Reading, wording: str) -> tuple[Text, ...]:
    told: tuple[Text, ...] = ()
    if any("not_set" in form for form in reading.forms):
        told = (*told, message("due-open", words=wording))
    if reading.of_year is not None:
        told = (*told, message("due-year-lent", words=wording, year=reading.of_year))
    rest = flat(reading.unread)
    return (*told, message("due-rest", words=rest)) if rest else told


def nominal_due(rules: tuple[DeadlineRule, ...]) -> date | None:
    """Return the only last day, before any rolling; ``None`` where there is none or several."""
    span = Span(date(1900, 1, 1), date(2199, 12, 31))
    frame = Frame(span, "exclusive", vietnam(), {}, {}, (), {})
    days: set[date] = set()
    for rule in rules:
        if isinstance(rule, Start):
            continue
        if "every" in type(rule).model_fields:
            return None
        days |= {term.nominal for term in rule.terms(frame) if term.nominal is not None}
    return days.pop() if len(days) == 1 else None


def times_in_text(text: str, wording: str) -> tuple[Text, ...]:
    """Return a doubt where the task's own words speak of a time that its cell does not."""
    told = fold(wording)
    found = [flat(match[0]) for match in _TIME.finditer(text)]
    new = [
        words for words in dict.fromkeys(found) if not _numbers(words) <= _numbers(told) or not told
    ]
    return (message("time-in-text", words="; ".join(new)),) if new else ()


def _numbers(words: str) -> set[str]:
    return {digits.lstrip("0") for digits in re.findall(r"\d+", words)}
