"""Extensions in words: from which day to which, by which letter, and why one is not applied."""

from collections.abc import Iterator

from kehoach.calendar import WorkCalendar
from kehoach.explanations.decision_words import cited
from kehoach.explanations.rolling_words import rolled_words
from kehoach.verdicts.obligations import Obligation
from kehoach.verdicts.obligations.extending import Extended, Refusal
from kehoach.words import Lang, Text, shown_day

_GRANTED = Text("đến {due} ({letter})", "to {due} ({letter})")
_NOTE = Text("gia hạn từ {since} {granted}", "extended from {since} {granted}")
_LINK = Text("hạn {since} → {due} (văn bản {letter})", "due {since} → {due} ({letter})")
_REFUSED = Text("không áp dụng {letter}, nêu ngày {named}: {why}",
                "{letter}, which names {named}, is not applied: {why}")  # fmt: skip
_WHY = {
    Refusal.UNDATED: Text("nghĩa vụ này không có hạn để gia", "nothing is due that could be put off"),
    Refusal.BEFORE_LETTER: Text("ngày đó trước ngày của chính văn bản",
                                "that is before the letter's own day"),
    Refusal.SHORTER: Text("sớm hơn hạn đang có {since}; gia hạn không rút ngắn",
                          "it is earlier than {since}, which stands; an extension never shortens"),
    Refusal.EQUAL: Text("trùng với hạn đang có {since}", "it is the day that stands, {since}"),
}  # fmt: skip


def extension_note(owed: Obligation, lang: Lang) -> str:
    """Return from which day a due day was put off, each time to which and by which letter.

    Empty where it was not.
    """
    if not (granted := owed.granted) or owed.demand.due is None:
        return ""
    told = ", ".join(
        _GRANTED.to(
            lang, due=shown_day(each.due, lang), letter=cited(each.extension.document, lang)
        )
        for each in granted
    )
    return _NOTE.to(lang, since=shown_day(owed.demand.due, lang), granted=told)


def in_brackets(note: str) -> str:
    """Return a note as it stands behind what it is of; nothing where there is none."""
    return f" ({note})" if note else ""


def extension_links(owed: Obligation, calendar: WorkCalendar, lang: Lang) -> Iterator[str]:
    """Yield, in the order decided, what each extension did to the due day, and by which rule."""
    local = calendar.of(owed.demand.calendar)
    for each in owed.extensions:
        yield _link(each, lang)
        if each.refusal is None:
            yield from rolled_words(each.extension.due, each.rolled, each.rolling, local, lang)


def _link(each: Extended, lang: Lang) -> str:
    since = shown_day(each.since, lang) if each.since else "—"
    letter, named = cited(each.extension.document, lang), shown_day(each.extension.due, lang)
    if each.refusal is None:
        return _LINK.to(lang, since=since, due=shown_day(each.due, lang), letter=letter)
    why = _WHY[each.refusal].to(lang, since=since)
    return _REFUSED.to(lang, letter=letter, named=named, why=why)
