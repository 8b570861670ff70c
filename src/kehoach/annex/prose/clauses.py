"""A sentence that asks for several things: each with its own body or its own time is a clause."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kehoach.annex.items.item_times import nominal_due
from kehoach.annex.prose.orders import Order, OrderReader
from kehoach.wordings import read
from kehoach.wordings.spotting import TimeWords, times_in

_UNITS = re.compile(r"(?:\([^()]*\)|[^.;()]|\.(?!\s|$)|[()])+(?:[.;/…]+\s*|$)|[.;]\s*")
_NO_TASK = re.compile(
    r"(?:và\s+)?(?:hoàn thành|xong|thời gian|thời hạn|chậm nhất|trước|giao|do)\b", re.IGNORECASE
)
_REPORT = re.compile(
    r"(?<=[\s,;])(?:và|đồng thời|định kỳ)\s+(?:(?:tổng hợp|đánh giá),?\s+)?"
    r"(?:báo cáo|gửi báo cáo)\s+(?=[A-ZĐỦ])"
)
_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà)\b", re.IGNORECASE)
_LONGEST = 20_000
"""Letters: a longer text is not divided."""
_FEW = 12
_PARTS = ("tháng", "quý", "tuần")
_JOIN = re.compile(r"(?:\s*\([^()]*\)|\))?\s*[,;]?\s*")
_AND = re.compile(r"(?:và|còn|đồng thời)\s+", re.IGNORECASE)


class ProseClause(NamedTuple):
    """One thing asked for: its words, who is told (if it says so), and its times."""

    words: str
    order: Order | None
    times: tuple[TimeWords, ...]


def dated(words: str) -> bool:
    """Say whether words set a day, a span or a session as a limit."""
    return any(time.dated and not time.bare for unit in units(words) for time in times_in(unit))


def limits(unit: str) -> list[TimeWords]:
    """Return the firm times of a part; a bare year counts only at its beginning, a month at its end too."""
    return [
        time for time in times_in(unit)
        if time.firm and (not time.bare or _placed(unit, time))
    ]  # fmt: skip


def _placed(unit: str, time: TimeWords) -> bool:
    ends = not unit[time.end :].strip(" .;,/…")
    return not unit[: time.start].strip() or (ends and time.words.lower().startswith(_PARTS))


def units(words: str) -> list[str]:
    """Return the sentences of a text and their parts between semicolons, with all their signs."""
    return [unit for line in words.splitlines(keepends=True) for unit in _UNITS.findall(line)] or [
        words
    ]


def clauses(words: str, reader: OrderReader, order: Order | None) -> tuple[ProseClause, ...]:
    """Return the things that a text asks for, in order; one where it does not divide surely."""
    if len(words) > _LONGEST:
        return (ProseClause(words, order, ()),)
    groups = _grouped(units(words), reader, order)
    found = [each for group, who in groups for each in _told("".join(group), who, reader)]
    if len(found) > 1:
        found = [(each, who) for piece, who in found for each in _report_apart(piece)]
    return tuple(
        ProseClause(piece.strip(), who, _times(piece)) for piece, who in _with_signs(found)
    )


def _times(piece: str) -> tuple[TimeWords, ...]:
    return tuple(time for unit in units(piece) for time in times_in(unit))


def _grouped(
    parts: list[str], reader: OrderReader, order: Order | None
) -> list[tuple[list[str], Order | None]]:
    """Return the parts of a text by what they ask for, each group with its order."""
    groups: list[tuple[list[str], Order | None]] = []
    for index, unit in enumerate(parts):
        own = reader.at_start(unit)
        told = own if index else order or own
        if groups and not _opens(groups[-1], unit, own, reader):
            group, before = groups[-1]
            groups[-1] = ([*group, unit], before or told)
        else:
            groups.append(([unit], told))
    return groups


def _opens(
    last: tuple[list[str], Order | None], unit: str, own: Order | None, reader: OrderReader
) -> bool:
    """Say whether a part begins another thing than the group before it."""
    group, before = last
    only = reader.at_start("".join(group)) if len(group) < _FEW else None
    if only is not None and only.bare:  # bodies alone: they are told what follows
        return False
    person = own is not None and _PERSON.match(own.who)
    return _begins(group, unit, before, None if person else own)


def _with_signs(found: list[tuple[str, Order | None]]) -> list[tuple[str, Order | None]]:
    """Return pieces; one of signs only ends what is before it."""
    told: list[tuple[str, Order | None]] = []
    for piece, who in found:
        if told and not any(map(str.isalpha, piece)):
            told[-1] = (told[-1][0] + piece, told[-1][1])
        else:
            told.append((piece, who))
    return told


def _begins(group: list[str], unit: str, before: Order | None, told: Order | None) -> bool:
    """Say whether a part asks for something else than those before it: another body, another time."""
    if told is not None and before is not None and told.who != before.who:
        return True
    if _NO_TASK.match(unit):
        return False
    timed = _own_times(unit)
    return bool(timed) and any(_own_times(each) or _reports_unset(each) for each in group)


def _own_times(unit: str) -> list[TimeWords]:
    """Return the firm times of a part, and a rhythm with which it begins."""
    rhythms = [t for t in times_in(unit) if not (t.firm or t.unset or unit[: t.start].strip())]
    return [*limits(unit), *(t for t in rhythms if t.words.lower() != "thường xuyên")]


def _reports_unset(unit: str) -> bool:
    return any(time.unset for time in times_in(unit)) and "báo cáo" in unit.lower()


def _told(words: str, who: Order | None, reader: OrderReader) -> Iterator[tuple[str, Order | None]]:
    """Yield the parts of a sentence, each with whom it names, or else with whom the sentence told."""
    for index, piece in enumerate(_divided(words)):
        own = reader.at_start(piece[lead.end() :] if (lead := _AND.match(piece)) else piece)
        yield piece, (own if index and own else who)


def _cuts(words: str) -> list[int]:
    """Return where a sentence with several firm times is divided; an aim stands with its day."""
    times = limits(words) if len(units(words)) == 1 else []
    if len(times) <= 1:
        return []
    aims = [_aims(words[one.start : two.end]) for one, two in pairwise(times)]
    if not words[: times[0].start].strip():  # each time stands before its task
        return [t.start for t, aimed in zip(times[1:], aims, strict=True) if not aimed]
    told = zip(times, [*aims, False], strict=True)
    return [_after(words, time.end) for time, aimed in told if not aimed]


def _divided(words: str) -> Iterator[str]:
    """Yield the parts of one sentence with several firm times, each with its own and its brackets."""
    first = 0
    for place in _cuts(words):
        if place > first:  # and not of a time in the brackets of the one before
            yield words[first:place]
            first = place
    if words[first:].strip(" .;/,"):
        yield words[first:]


def _aims(words: str) -> bool:
    """Say whether two times are one: a day, and an earlier one that is aimed at."""
    reading = read(words)
    due = nominal_due(reading.rules)
    aim = reading.rules[0].aim if due and reading.understood else None
    earlier = nominal_due((aim,)) if aim else None
    return bool(due and earlier and earlier < due)


def _after(words: str, place: int) -> int:
    """Return where the next part begins behind a time: past the bracket that it stands in."""
    if words.count("(", 0, place) > words.count(")", 0, place):
        place = max(place, words.find(")", place))
    match = _JOIN.match(words, place)
    return match.end() if match else place


def _report_apart(words: str) -> Iterator[str]:
    """Yield a task and the report that the same clause asks for."""
    match = _REPORT.search(words)
    if match and words[: match.start()].strip(" ,;") and times_in(words[match.start() :]):
        yield words[: match.start()]
        yield words[match.start() :]
    else:
        yield words
