"""What a due day rests on, and what stands beside it, is shown wherever the day is shown.

In 2026, 31 January is a Saturday, and 2 February a Monday.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from kehoach.explanations.chain import chain
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import STATUS_FORMATS
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang

ASSUMED = {"vi": "tạm tính: chưa ghi nhận ngày họp", "en": "the session's day is not recorded"}
HELD = """\
schema: kehoach/decisions@1
sessions:
  - {item: "1", period: 2026, date: 2026-02-10, document: {number: 5/GM, date: %s}}
"""
MET = """\
schema: kehoach/decisions@1
events:
  - {id: hop, date: 2026-06-24, time: "14:30", document: {number: 1, date: 2026-01-02}}
"""
OWN = '[{by: 2026-06-10, time: "09:00", agencies: [so-noi-vu]}, {by: 2026-06-18}]'
Judge = Callable[..., Run]
PlanText = Callable[..., str]


def _json(pages: Any, run: Run, *more: Any) -> Any:
    return json.loads("".join(pages["json"](run, Screen(lang="vi"), *more)))


@pytest.fixture
def session(judge: Judge, plan_text: PlanText) -> Callable[..., Run]:
    """Return a function: the run over a report that is due at January's session of 2026."""

    def run(as_of: str, invited: str = "") -> Run:
        rule = "{every: year, session: 1, from: 2026}"
        item = f'id: "1", kind: report, lead: [so-tai-chinh], deadline: {rule}'
        files = {"plan_07.yaml": plan_text(item)}
        if invited:
            files["decisions.yaml"] = HELD % invited
        return judge(files, as_of, git=False)

    return run


@pytest.mark.parametrize(
    ("as_of", "invited", "status", "days", "due"),
    [
        ("2026-01-20", "", "in_term", -13, "2026-02-02"),
        ("2026-01-31", "", "in_term", -2, "2026-02-02"),
        ("2026-02-02", "", "in_term", 0, "2026-02-02"),  # the month has not passed with its roll
        ("2026-02-03", "", "overdue", 1, "2026-02-02"),
        # Recorded for 10 February by a letter of the 5th: unknown before it, and then in term again.
        ("2026-02-04", "2026-02-05", "overdue", 2, "2026-02-02"),
        ("2026-02-05", "2026-02-05", "in_term", -5, "2026-02-10"),
        ("2026-02-11", "2026-02-05", "overdue", 1, "2026-02-10"),
    ],
)
def test_an_assumed_session_is_not_overdue_before_its_month_has_passed(
    session: Callable[..., Run], as_of: str, invited: str, status: str, days: int, due: str
) -> None:
    (one,) = _json(STATUS_FORMATS, session(as_of, invited))["obligations"]
    assert (one["status"], one["days"], one["due"]) == (status, days, due)
    assert one["due_assumed"] is (due == "2026-02-02")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_assumed_day_says_so_wherever_it_stands(session: Callable[..., Run], lang: Lang) -> None:
    run, screen = session("2026-01-25"), Screen(lang=lang)
    (each,) = run.assessments
    pages = {
        "status": STATUS_FORMATS["table"](run, screen),
        "listed": STATUS_FORMATS["table"](run, screen, listed=True),
        "upcoming": UPCOMING_FORMATS["table"](run, screen, 30),
        "explain": "\n".join(words for _, words in chain(run, each, lang)),
    }
    missing = [name for name, page in pages.items() if ASSUMED[lang] not in "".join(page)]
    explained = {"vi": "ngày họp chưa ghi nhận: tạm tính", "en": "is not recorded: assumed by"}
    assert [name for name in missing if explained[lang] not in "".join(pages[name])] == []
    held = session("2026-02-06", "2026-02-05")
    assert ASSUMED[lang] not in "".join(STATUS_FORMATS["table"](held, screen))


@pytest.fixture
def beside(judge: Judge, plan_text: PlanText) -> Run:
    """Return the run over an item with an aim, one with a check, one with hours and one of groups."""
    items = (
        'id: "1", lead: [so-tai-chinh], deadline: {before: 2026-06-12, aim: {before: 2026-06-05}}',
        'id: "2", lead: [so-tai-chinh], deadline: {by: 2026-06-15, check: {event: hop, minus: 10 days}}',
        'id: "3", lead: [so-tai-chinh], deadline: {event: hop, plus: 24 hours}',
        f'id: "4", implement: [so-nganh], deadline: {OWN}',
    )
    plan = plan_text(*items, head="events: [{id: hop, text: Họp}]")
    return judge({"plan_07.yaml": plan, "decisions.yaml": MET}, "2026-06-01", git=False)


def _chain(run: Run, item: str, agency: str, lang: Lang) -> str:
    each = next(
        each
        for each in run.assessments
        if (each.obligation.demand.item.id, each.agency) == (item, agency)
    )
    return "\n".join(words for _, words in chain(run, each, lang))


@pytest.mark.parametrize(
    ("item", "agency", "lang", "words"),
    [
        ("1", "so-tai-chinh", "vi", "phấn đấu xong chậm nhất 04/06/2026 (không tính quá hạn)"),
        ("1", "so-tai-chinh", "en", "to strive for: by 2026-06-04 (never overdue)"),
        ("2", "so-tai-chinh", "vi", "10 ngày trước 24/06/2026 → 14/06/2026; KHÁC thời hạn này"),
        ("2", "so-tai-chinh", "en", "10 days before 2026-06-24 → 2026-06-14; NOT this day"),
        ("3", "so-tai-chinh", "vi", "24 giờ kể từ 14:30 ngày 24/06/2026 → 14:30 ngày 25/06/2026"),
        ("3", "so-tai-chinh", "en", "24 hours from 14:30 on 2026-06-24 → 14:30 on 2026-06-25"),
        ("4", "so-noi-vu", "vi", "thời hạn này chỉ của: Sở Nội vụ"),
        ("4", "so-noi-vu", "vi", "hạn đến 09:00 ngày đó"),
        ("4", "so-noi-vu", "en", "this deadline binds only: Sở Nội vụ"),
    ],
)
def test_explain_tells_what_stands_beside_a_day(
    beside: Run, item: str, agency: str, lang: Lang, words: str
) -> None:
    assert words in _chain(beside, item, agency, lang)


def test_the_hour_before_which_nothing_may_begin_is_no_deadline(
    judge: Judge, plan_text: PlanText
) -> None:
    item = 'id: "1", lead: [so-tai-chinh], deadline: {start: {from: 2026-06-10, time: "08:00"}}'
    run = judge({"plan_07.yaml": plan_text(item)}, "2026-06-12", git=False)
    said = _chain(run, "1", "so-tai-chinh", "vi")
    assert "được bắt đầu từ 08:00 ngày 10/06/2026; văn bản không ấn định hạn phải bắt đầu" in said
    assert "hạn đến" not in said


def test_the_json_has_the_aim_and_the_hour(beside: Run) -> None:
    told = {
        (each["item"], each["agency"]): (each["due"], each["due_time"], each["aim"])
        for each in _json(STATUS_FORMATS, beside)["obligations"]
    }
    assert told == {
        ("1", "so-tai-chinh"): ("2026-06-11", None, "2026-06-04"),
        ("2", "so-tai-chinh"): ("2026-06-15", None, None),
        ("3", "so-tai-chinh"): ("2026-06-25", "14:30", None),
        ("4", "so-tai-chinh"): ("2026-06-18", None, None),
        ("4", "so-noi-vu"): ("2026-06-10", "09:00", None),
        ("4", "so-tu-phap"): ("2026-06-18", None, None),
    }


def test_upcoming_shows_aim_and_hour(beside: Run) -> None:
    page = UPCOMING_FORMATS["table"](beside, Screen(lang="vi"), 30)
    assert "Một (phấn đấu xong chậm nhất 04/06/2026)" in page
    assert "10/06/2026 thứ Tư 09:00" in page


def test_an_item_tells_whom_each_day_binds(judge: Judge, plan_text: PlanText) -> None:
    item = f'id: "4", implement: [so-nganh], deadline: {OWN}'
    run = judge({"plan_07.yaml": plan_text(item)}, "2026-06-01", git=False, items=("4",))
    days = _json(ITEM_FORMATS, run)["item"]["due_days"]
    assert [(each["period"], each["due"], each["agencies"]) for each in days] == [
        ("once", "2026-06-10", ["so-noi-vu"]), ("once", "2026-06-18", []),
    ]  # fmt: skip


def test_the_session_of_a_beginning_is_recorded_for_its_own_period(
    judge: Judge, plan_text: PlanText
) -> None:
    """Of a start in May and an end in December; only the start's session is recorded, for 12 May."""
    rules = "[{start: {session: 2026-05}}, {session: 2026-12}]"
    held = (
        HELD.replace("period: 2026, date: 2026-02-10", "period: start, date: 2026-05-12")
        % "2026-04-01"
    )
    files = {
        "plan_07.yaml": plan_text(f'id: "1", lead: [so-tai-chinh], deadline: {rules}'),
        "decisions.yaml": held,
    }
    run = judge(files, "2026-05-01", git=False)
    found = {each["period"]: each for each in _json(STATUS_FORMATS, run)["obligations"]}
    told = {name: (each["due"], each["due_assumed"]) for name, each in found.items()}
    assert told == {"start": ("2026-05-12", False), "once": ("2026-12-31", True)}
    assert not [each for each in run.wrong if each.rule.code.startswith("KH6")]


def test_continuous_work_names_no_day_that_is_anothers(judge: Judge, plan_text: PlanText) -> None:
    """The report that covers it is due by groups: no one day is told as everybody's."""
    report = (
        'id: "2", kind: report, implement: [so-nganh], deadline: [{every: year, by: 11-20, '
        "agencies: [so-noi-vu], from: 2026}, {every: year, by: 11-30, from: 2026}]"
    )
    work = 'id: "1", implement: [so-nganh], deadline: {continuous: true, from: 2026}'
    plan = plan_text(work, report, head='policy: {reporting: "2"}')
    told = _chain(judge({"plan_07.yaml": plan}, "2026-06-01", git=False), "1", "so-noi-vu", "vi")
    assert "hạn theo từng nhóm cơ quan, muộn nhất 30/11/2026" in told
