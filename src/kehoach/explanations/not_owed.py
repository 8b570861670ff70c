"""Why an agency owes nothing of an item: passed on, no such period, ended, not begun, not laid on it."""

from collections.abc import Sequence
from datetime import date

from kehoach.explanations.bodies import names_of
from kehoach.run import Run
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, day_words

_ENDED = Text(
    "{agency} đã chấm dứt sau ngày {day}; nghĩa vụ nay thuộc: {heirs}",
    "{agency} ended after {day}; what it owed has passed to: {heirs}",
)
_NOBODY = Text("không cơ quan nào", "nobody")
_PASSED_ON = Text(
    "nghĩa vụ của {agency} ở mục {item} nay thuộc {heirs}: xem --agency {first}",
    "what {agency} owed in item {item} has passed to {heirs}: see --agency {first}",
)
_NO_TERM = Text(
    "mục {item} chưa có kỳ nào: kế hoạch không ấn định thời hạn, hoặc chưa ghi yêu cầu nào",
    "item {item} has no period yet: the plan sets no time, or no request is recorded",
)
_NO_SUCH_PERIOD = Text("mục {item} không có kỳ {asked}; các kỳ của mục: {periods}",
                       "item {item} has no period {asked}; it has: {periods}")  # fmt: skip
_NOT_BEGUN = Text(
    "mục {item} giao cho {agency}, nhưng kỳ {period} chưa bắt đầu (bắt đầu ngày {start}); xem trước "
    "bằng --as-of NGÀY trong kỳ đó",
    "item {item} is laid on {agency}, but period {period} has not begun (it begins on {start}); look "
    "ahead by --as-of with a day of it",
)
_BESIDE = Text("ở mục {item}, {agency} chỉ phối hợp; giao cho: {owners}",
               "in item {item}, {agency} only coordinates; it is laid on: {owners}")  # fmt: skip
_NOT_LAID = Text("mục {item} không giao cho {agency}; giao cho: {owners}",
                 "item {item} is not laid on {agency}; it is laid on: {owners}")  # fmt: skip


def ended(run: Run, agency: str, last: date, day: date) -> Text:
    """Return that an agency ended after its ``last`` day, and to whom, on a day, its duties passed."""
    heirs = ", ".join(run.registry.heirs_on(agency, day)) or _NOBODY
    return _ENDED.filled(agency=agency, day=day_words(last), heirs=heirs)


def why_none(run: Run, item: str) -> Text:
    """Return why nothing of an item is laid on the agency asked about."""
    agency = run.asked.agencies[0]
    if heirs := _heirs(run, agency, item):
        names = ", ".join(heirs)
        return _PASSED_ON.filled(agency=agency, item=item, heirs=names, first=heirs[0])
    demands = _of_item(run, item)
    if not demands:
        return _NO_TERM.filled(item=item)
    asked = [each for each in demands if each.period in (run.asked.periods or (each.period,))]
    if not asked:
        named, known = run.asked.periods, dict.fromkeys(each.period for each in demands)
        return _NO_SUCH_PERIOD.filled(item=item, asked=", ".join(named), periods=", ".join(known))
    return _after_its_end(run, agency, asked) or _not_owed(run, agency, asked)


def _of_item(run: Run, item: str) -> list[Demand]:
    """Return every period in which an item is asked for."""
    demands = (each for report in run.reports for each in report.docket.demands)
    return [each for each in demands if each.item.id == item]


def _heirs(run: Run, agency: str, item: str) -> list[str]:
    """Return who owes now what the agency owed of the item, by id."""
    owed = (
        each
        for report in run.reports
        for each in report.assessments
        if each.obligation.demand.item.id == item
        and each.obligation.demand.period in (run.asked.periods or (each.obligation.demand.period,))
    )
    return sorted({
        each.agency for each in owed if each.inherited_from == agency or agency in each.merged
    })  # fmt: skip


def _after_its_end(run: Run, agency: str, asked: Sequence[Demand]) -> Text | None:
    """Return that the agency had ended before it was asked; nothing where it had not."""
    last = run.registry.agency[agency].valid.last
    after = max(run.as_of, *(each.resolved for each in asked))
    if last and last < after and _named(run, agency, last, _owners(asked)):
        return ended(run, agency, last, after)
    return None


def _not_owed(run: Run, agency: str, asked: Sequence[Demand]) -> Text:
    """Return that a period has not begun, or that the item is laid on others."""
    owners, item = _owners(asked), asked[0].item.id
    ahead = [
        each
        for each in asked
        if _named(run, agency, each.resolved, owners) and each.term.start > run.as_of
    ]
    if ahead:
        first = min(ahead, key=lambda each: each.term.start)
        start = day_words(first.term.start)
        return _NOT_BEGUN.filled(item=item, agency=agency, period=first.period, start=start)
    beside = any(_named(run, agency, each.resolved, each.item.coordinate) for each in asked)
    words = _BESIDE if beside else _NOT_LAID
    return words.filled(item=item, agency=agency, owners=names_of(run, owners) or "—")


def _owners(asked: Sequence[Demand]) -> tuple[str, ...]:
    return (*asked[0].item.lead, *asked[0].item.implement)


def _named(run: Run, agency: str, day: date, ids: tuple[str, ...]) -> bool:
    """Say whether an agency is one of those named, or in a group of theirs, on a day."""
    return any(run.registry.includes(id_, agency, day) for id_ in ids)
