"""What stands beside a due day: an aim that is later, a reckoning that differs, an hour on a day off."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.calendar import WorkCalendar
from kehoach.calendar.working import WEEKEND
from kehoach.checks.review import OfficeReview, of_period, plan_file
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model.deadlines.term import Term
from kehoach.periods import PeriodKind
from kehoach.verdicts.obligations import Demand, reckoned_alike
from kehoach.verdicts.obligations.rolling import RolledBy
from kehoach.words import Text

_PLAN = (
    PLAN
    + """\
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh], deadline: {%s}}
"""
)
_WEEKEND = Text("ngày nghỉ cuối tuần", "a weekend")

LATE_AIM = Rule(
    "KH540", Severity.WARNING,
    Text("Ngày phấn đấu muộn hơn hạn", "An aim later than the last day"),
    Text("mục {item}{of}: ngày phấn đấu {aim} muộn hơn hạn {due}",
         "item {item}{of}: the day aimed at, {aim}, is later than the last day, {due}"),
    Text("đối chiếu văn bản: có thể hai ngày bị đổi chỗ, thì ghi ngày muộn làm hạn, ngày sớm vào aim",
         "compare with the document: if the two were swapped, write the later as the deadline, the earlier "
         "as its aim"),
    Text("“Phấn đấu xong trước …” là xong sớm hơn hạn; muộn hơn thì một trong hai ngày nhập nhầm.",
         "Striving means to be done before the last day; a later aim means that one of the two is a slip."),
    Example(_PLAN % "before: 2021-06-12, aim: {before: 2021-07-05}",
            _PLAN % "before: 2021-06-12, aim: {before: 2021-06-05}", "plan_07.yaml"),
)  # fmt: skip
DIFFERENT = Rule(
    "KH541", Severity.WARNING,
    Text("Hai cách nêu thời hạn không khớp", "Two sayings of one deadline differ"),
    Text("mục {item}{of}: thời hạn là {due} ({steps}), còn văn bản tự tính ra {other} ({reckoned})",
         "item {item}{of}: the deadline is {due} ({steps}), but the document's own reckoning comes to "
         "{other} ({reckoned})"),
    Text("hỏi cơ quan ban hành ngày nào đúng; sửa deadline hoặc check cho khớp",
         "ask the issuer which day is right; mend deadline or check so that they agree"),
    Text("“10/12/2025 (95 ngày trước ngày bầu cử)” nói một ngày hai lần; lệch nhau thì có người bị tính "
         "sai hạn. Thời hạn ghi ở deadline vẫn được dùng.",
         "“10/12/2025 (95 days before the election)” says one day twice; where they differ somebody is "
         "judged by a wrong one. The deadline itself is what counts."),
    Example(_PLAN % "by: 2021-06-10, check: {after: 2021-05-31, plus: 5 days}",
            _PLAN % "by: 2021-06-10, check: {after: 2021-05-31, plus: 10 days}", "plan_07.yaml"),
)  # fmt: skip
HOUR_OFF = Rule(
    "KH544", Severity.NOTICE,
    Text("Hạn có giờ rơi vào ngày nghỉ", "An hour on a day off"),
    Text("mục {item}{of}: {time} ngày {day} là {why}; hạn có giờ không dời{more}",
         "item {item}{of}: {time} on {day} is {why}; an hour stays where it is{more}"),
    Text("nếu được dời thì ghi thêm “roll: next” vào thời hạn này; nếu đúng là giờ đó thì ghi “roll: none”",
         "where it may be put off, add “roll: next” to this deadline; where that very hour is meant, "
         "“roll: none”"),
    Text("“Trước 9 giờ ngày 07/3/2026” hẹn đúng giờ đó, dù là thứ Bảy: dời sang thứ Hai có thể quá muộn.",
         "“Before 9 a.m. on 7 March 2026” means that hour, though a Saturday: Monday may be too late."),
    Example(_PLAN % 'by: 2021-03-06, time: "09:00"', _PLAN % 'by: 2021-03-06, time: "09:00", roll: next',
            "plan_07.yaml"),
)  # fmt: skip
RULES = (LATE_AIM, DIFFERENT, HOUR_OFF)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield, of each item, the first period in which something beside its due day is amiss."""
    calendar = review.files.calendar
    for docket in review.dockets:
        for _, those in groupby(docket.demands, key=lambda each: id(each.item)):
            demands = [*those]
            yield from _late_aims(review, demands)
            yield from _different(review, demands, calendar)
            yield from _hours_off(review, demands, calendar)


def _late_aims(review: OfficeReview, demands: Sequence[Demand]) -> Iterator[Finding]:
    for each in demands:
        aim, due = each.term.aim, each.term.nominal
        if aim is not None and due is not None and aim > due:
            yield _found(review, LATE_AIM, each, {"aim": aim, "due": due})
            return


def _different(
    review: OfficeReview, demands: Sequence[Demand], calendar: WorkCalendar
) -> Iterator[Finding]:
    for each in demands:
        check, due = each.term.check, each.term.nominal
        if check and check.nominal and due and reckoned_alike(each, calendar) is False:
            values: dict[str, Value] = {
                "due": due, "steps": _steps(each.term),
                "other": check.nominal, "reckoned": _steps(check),
            }  # fmt: skip
            yield _found(review, DIFFERENT, each, values)
            return


def _hours_off(
    review: OfficeReview, demands: Sequence[Demand], calendar: WorkCalendar
) -> Iterator[Finding]:
    """Yield the first hour on a day off, and how many more there are."""
    off = [
        (each, day, why)
        for each in demands
        if _at_an_hour(each)
        if (day := each.term.nominal) is not None and (why := calendar.why_off(day)) is not None
    ]
    if not off:
        return
    demand, day, why = off[0]
    more = Text(f" (và {len(off) - 1} kỳ khác)", f" (and in {len(off) - 1} more periods)")
    values: dict[str, Value] = {
        "time": demand.term.time or "", "day": day, "why": _WEEKEND if why == WEEKEND else why,
        "more": more if len(off) > 1 else Text("", ""),
    }  # fmt: skip
    yield _found(review, HOUR_OFF, demand, values)


def _at_an_hour(demand: Demand) -> bool:
    """Say whether an hour is named that stays on its day without the deadline's own word.

    A rhythm of working days names a day off only where it is worked by somebody's own calendar.
    """
    term = demand.term
    named = demand.rolling.by is RolledBy.CLOCK and not term.in_hours
    return named and term.period.kind is not PeriodKind.WORKING_DAY


def _steps(term: Term) -> Text:
    said = [step.said() for step in term.steps]
    return Text("; ".join(each.vi for each in said), "; ".join(each.en for each in said))


def _found(review: OfficeReview, rule: Rule, demand: Demand, values: dict[str, Value]) -> Finding:
    item = demand.item
    route = ("items", demand.plan.items.index(item), "deadline")
    told: dict[str, Value] = {"item": item.id, "of": of_period(demand.period), **values}
    place = Place(plan_file(review.files, demand.plan.id), route)
    return Finding(rule, place, told, Subject(item=item.id, period=demand.period))
