"""Extensions that would shorten, and those that do not say of which period they are."""

from collections.abc import Iterator, Sequence
from datetime import date

from kehoach.checks.office.decided_duties import Decided, decided
from kehoach.checks.review import WholeReview
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Value
from kehoach.model.decisions import Extension
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.obligations.extending import Extended, Refusal
from kehoach.words import Text, day_words
from kehoach.words.slips import other_year

_HEAD = "schema: kehoach/decisions@1\nextensions:\n"
_ENTRY = "  - {item: III.1.c, %sdue: %s, document: {number: 12/QĐ-UBND, date: 2021-11-20}}\n"

SHORTENS = Rule(
    "KH604", Severity.ERROR,
    Text("Gia hạn rút ngắn thời hạn", "An extension that shortens"),
    Text("gia hạn mục {item} đến {day} không được áp dụng: {why}{meant}",
         "the extension of item {item} to {day} is not applied: {why}{meant}"),
    Text("ghi ngày muộn hơn hạn đang có; hay gặp nhất là ghi nhầm năm",
         "write a day later than the one that stands; mostly the year is mistyped"),
    Text("Gia hạn là cho thêm thời gian; một ngày sớm hơn hạn đang có sẽ làm cơ quan bị coi là quá hạn "
         "oan.",
         "An extension is more time; a day before the one that stands would make an agency late that is "
         "not."),
    Example(_HEAD + _ENTRY % ("period: 2021, ", "2021-11-30"),
            _HEAD + _ENTRY % ("period: 2021, ", "2021-12-31"), "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
NO_PERIOD = Rule(
    "KH605", Severity.WARNING,
    Text("Gia hạn mục định kỳ không ghi kỳ", "An extension of a recurring item without its period"),
    Text("gia hạn mục định kỳ {item} không ghi kỳ nên kéo dài mọi kỳ có hạn sớm hơn: {periods}",
         "the extension of the recurring item {item} names no period, and lengthens each that is due "
         "earlier: {periods}"),
    Text("thêm “period: {first}”, đúng kỳ mà văn bản gia hạn",
         "add “period: {first}”, or whichever period the letter extends"),
    Text("Một văn bản thường gia hạn một kỳ; không ghi kỳ thì các kỳ trước đó cũng được tính là còn hạn.",
         "A letter mostly extends one period; without it earlier ones count as in time as well."),
    Example(_HEAD + _ENTRY % ("", "2021-12-31"), _HEAD + _ENTRY % ("period: 2021, ", "2021-12-31"),
            "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (SHORTENS, NO_PERIOD)
_AN_ERROR = (Refusal.SHORTER, Refusal.BEFORE_LETTER)
_EARLIER = Text("sớm hơn hạn đang có {since}", "it is earlier than {since}, which stands")
_BEFORE = Text(
    "trước ngày {letter} của chính văn bản", "it is before the letter's own day, {letter}"
)


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the extensions that no obligation takes, and those that take more than one period."""
    for each in decided(review):
        if isinstance(each.decision, Extension) and each.item is not None:
            yield from _of(each, each.decision)


def _of(each: Decided, extension: Extension) -> Iterator[Finding]:
    taken = [demand for demand, one in each.weighed if one.refusal is None]
    refused = [one for _, one in each.weighed if one.refusal in _AN_ERROR]
    if refused and not taken:
        place = Place(each.place.file, (*each.place.route, "due"))
        yield Finding(SHORTENS, place, _why(extension, refused), each.subject)
    elif extension.period is None:
        yield from _many(each, taken)


def _many(each: Decided, taken: Sequence[Demand]) -> Iterator[Finding]:
    """Yield that an extension without a period is taken by each of a recurring item."""
    if any(demand.term.period.recurs for demand in taken):
        periods = dict.fromkeys(demand.period for demand in taken)
        values = {"item": taken[0].item.id, "periods": ", ".join(periods)}
        values["first"] = next(reversed(periods))
        yield Finding(NO_PERIOD, each.place, values, each.subject)


def _why(extension: Extension, refused: Sequence[Extended]) -> dict[str, Value]:
    """Return what is wrong with its day, and the day of another year that would be right."""
    standing = [one.since for one in refused if one.since and extension.due < one.since]
    told = [_EARLIER.filled(since=day_words(min(standing)))] if standing else []
    letter = extension.document.date or date.min
    if extension.due < letter:
        told.append(_BEFORE.filled(letter=day_words(letter)))
    return {
        "item": extension.item,
        "day": extension.due,
        "why": Text(*map("; ".join, zip(*told, strict=True))),
        "meant": other_year(extension.due, max([*standing, letter])),
    }
