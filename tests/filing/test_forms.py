"""What an agency has to tell of a period: nothing is left out, nothing already told is asked again."""

from collections.abc import Callable

import pytest

from kehoach.filing.forms import Form, Forms, reporting_period, unbegun
from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]

REPORT = 'id: "9", kind: report, lead: [so-nganh], deadline: {every: year, before: 12-02}'
GOING = 'id: "1", lead: [so-nganh], deadline: {continuous: "true"}'
YEARLY = 'id: "2", lead: [so-nganh], deadline: {every: year}'
ONCE = 'id: "3", lead: [so-nganh], deadline: {by: 2022-06-30}'
QUARTER = 'id: "4", lead: [so-nganh], deadline: {every: quarter}'
LETTER = 'id: "5", kind: report, lead: [so-nganh], deadline: {by: 2022-03-31}'
POLICY = 'policy: {reporting: "9"}'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'


def dated(number: str, day: str) -> str:
    return f"{HEAD}document: {{number: {number}, date: {day}}}\n"


@pytest.fixture
def form(judge: Judge, plan_text: PlanText) -> Callable[..., Form]:
    """Return a function that makes the form of Sở Tài chính from its files, by name."""

    def make(period: str, as_of: str, *items: str, **files: str) -> Form:
        plan = plan_text(*(items or (REPORT, GOING, YEARLY, ONCE, QUARTER, LETTER)), head=POLICY)
        named = {f"submissions/so-tai-chinh/{name}.yaml": text for name, text in files.items()}
        run = judge({"plan_07.yaml": plan, **named}, as_of)
        return Forms(run.reports[0]).form("so-tai-chinh", period)

    return make


def told(form: Form) -> list[tuple[str, str]]:
    return [(line.demand.item.id, line.demand.period) for line in form.lines]


def test_a_year_holds_its_report_its_tasks_and_open_one_offs(form: Callable[..., Form]) -> None:
    """The quarters are tasks of shorter periods within it; the one-off report is another letter."""
    assert told(form("2022", "2022-11-20")) == [
        ("9", "2022"), ("1", "2022"), ("2", "2022"), ("3", "once"),
        ("4", "2022-Q1"), ("4", "2022-Q2"), ("4", "2022-Q3"), ("4", "2022-Q4"),
    ]  # fmt: skip
    owed = {(e.obligation.demand.item.id, e.obligation.demand.period)
            for e in form("2022", "2022-11-20").elsewhere}  # fmt: skip
    assert {("5", "once"), ("9", "2021"), ("2", "2021")} <= owed


def test_a_quarter_holds_neither_the_year_nor_its_report(form: Callable[..., Form]) -> None:
    """Nor the one-off that begins with the plan: it is open, and may be told of in any file."""
    assert told(form("2022-Q3", "2022-11-20")) == [("3", "once"), ("4", "2022-Q3")]


def test_what_came_is_not_asked_again(form: Callable[..., Form]) -> None:
    """The yearly task and the one-off are done, and the report has not been sent yet."""
    done = (
        dated("1/STC", "2022-06-20")
        + 'tasks:\n  - {item: "3", status: done, completed: 2022-06-20}\n'
        + '  - {item: "2", period: 2022, status: done, completed: 2022-06-01}\n'
    )
    made = form("2022", "2022-11-20", REPORT, GOING, YEARLY, ONCE, a=done)
    assert told(made) == [("9", "2022"), ("1", "2022")]
    assert [each.obligation.demand.item.id for each in made.settled] == ["2"]


def test_after_the_report_only_what_it_left_out_is_asked(form: Callable[..., Form]) -> None:
    """Before it is due already, when no verdict on continuous work has been reached."""
    other = 'id: "6", lead: [so-nganh], deadline: {continuous: "true"}'
    sent = dated("1/STC", "2022-11-10") + (
        'reports: [{item: "9", period: 2022}]\ntasks: [{item: "1", status: in_progress}]\n'
    )
    for day in ("2022-11-20", "2022-12-20"):
        assert told(form("2022", day, REPORT, GOING, other, a=sent)) == [("6", "2022")]


def test_a_nil_report_speaks_of_everything(form: Callable[..., Form]) -> None:
    nil = dated("1/STC", "2022-11-10") + 'reports: [{item: "9", period: 2022, nil: true}]\n'
    for day in ("2022-11-20", "2022-12-20"):
        assert not form("2022", day, REPORT, GOING, a=nil)


def test_the_last_word_is_the_one_received_last(form: Callable[..., Form]) -> None:
    """Of whatever period; and what is said of this very period is where the form begins."""
    old = dated("1/STC", "2021-11-10") + (
        'tasks: [{item: "1", period: 2021, status: in_progress, note: cũ}]\n'
    )
    new = dated("2/STC", "2022-05-10") + (
        'tasks: [{item: "2", period: 2022, status: in_progress, note: mới}]\n'
    )
    lines = {
        str(line.demand.item.id): line for line in form("2022", "2022-11-20", a=old, b=new).lines
    }
    assert (lines["1"].last and lines["1"].last.note, lines["1"].progress) == ("cũ", "not_started")
    assert (lines["2"].last and lines["2"].last.note, lines["2"].progress) == ("mới", "in_progress")
    assert lines["3"].last is None


def test_what_comes_after_the_day_is_not_known_yet(form: Callable[..., Form]) -> None:
    late = dated("1/STC", "2022-11-25") + 'reports: [{item: "9", period: 2022}]\n'
    assert ("9", "2022") in told(form("2022", "2022-11-20", a=late))


def test_an_unknown_period_makes_an_empty_form(form: Callable[..., Form]) -> None:
    assert not form("2099", "2022-11-20")
    assert not form("không phải kỳ", "2022-11-20")


def test_an_heir_has_one_form_with_what_it_inherited(judge: Judge) -> None:
    """Sở KH&ĐT became part of Sở Tài chính on 2025-03-01; each yearly report is asked for once."""
    run = judge({}, "2026-11-20", shipped=True)
    forms = Forms(run.reports[0])
    lines = told(forms.form("so-tai-chinh", "2026"))
    assert len(lines) == len(set(lines)) > 10
    assert not forms.form("so-ke-hoach-dau-tu", "2026")


def test_the_running_period_of_the_report(judge: Judge, plan_text: PlanText) -> None:
    run = judge({"plan_07.yaml": plan_text(REPORT, GOING, head=POLICY)}, "2022-11-20")
    assert reporting_period(run.reports[0]) == "2022"
    assert unbegun(run.reports[0], "2023")
    assert not unbegun(run.reports[0], "2022")
    without = judge({"plan_07.yaml": plan_text(GOING)}, "2022-11-20")
    assert reporting_period(without.reports[0]) is None
