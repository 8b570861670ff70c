"""What was sent back, and what counts as sent again: by commits, by the book, by files' own words.

Days are worked out by hand: the report of 2022 in the plan of ``histories.py`` is due on Thursday 1
December 2022, and is sent back by a letter of 5 December; task 2 is due within 2022, on Saturday 31
December, rolled over New Year and the day off in its place to Tuesday 3 January 2023. Today is
15 June 2023.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from kehoach.explanations.decision_words import return_note
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.verdicts.assessment import Assessment
from run.histories import PLAN, Office

STC = "so-tai-chinh"
FILE = f"submissions/{STC}/bc.yaml"
NOT_AGAIN = ("overdue", "returned")
AGAIN = ("done_late", "received")


def sent(number: str = "1/BC", extra: str = "", head: str = "") -> str:
    """Return the file of the report of 2022."""
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {STC}\n'
        f"document: {{number: {number}, date: 2022-11-28{head}}}\n"
        f'reports:\n  - {{item: "1", period: 2022}}\n{extra}'
    )


def returned(
    *letters: str, item: str = "1", period: str = "period: 2022, ", date_: str = ""
) -> str:
    """Return the office's returns, by letters of these days."""
    lines = ["schema: kehoach/decisions@1\nreturns:\n"]
    lines += [
        f'  - {{item: "{item}", {period}agencies: [{STC}], {date_}reason: thiếu biểu số 2, '
        f"document: {{number: {day[8:]}/STP, date: {day}}}}}\n"
        for day in letters
    ]
    return "".join(lines)


def book(*entries: str) -> str:
    """Return the registry book."""
    return "schema: kehoach/receipts@1\nreceipts:\n" + "".join(
        f"  - {{agency: {STC}, {entry}}}\n" for entry in entries
    )


def run_of(office: Office, as_of: str, *, git: bool = True) -> Run:
    """Return what the program says on a day, with all that git knows."""
    question = Question(date.fromisoformat(as_of), git=git, history=git)
    return answer(DataFolder(office.data), "data/", question)


def verdict(run: Run, item: str = "1", period: str = "2022") -> Assessment:
    """Return the verdict on what the agency owes."""
    (found,) = (
        each
        for each in run.assessments
        if each.obligation.key[1:] == (item, STC, period)
    )  # fmt: skip
    return found


def codes(run: Run) -> set[str]:
    """Return what is found wrong, but for whose clock dates the commits."""
    return {each.rule.code for each in run.wrong} - {"KH529"}


def test_from_its_day_on_it_is_not_delivered_until_it_comes_anew(office: Office) -> None:
    office.commit("2022-11-28", {FILE: sent()})
    office.commit("2022-12-05", {"decisions.yaml": returned("2022-12-05")})
    office.commit("2022-12-12", {FILE: sent("2/BC")})
    told = {}
    for day in ("2022-12-04", "2022-12-05", "2022-12-11", "2022-12-12"):
        each = verdict(run_of(office, day))
        told[day] = each.status, each.days, each.returned, return_note(each, "vi")
    back = date(2022, 12, 5)
    assert told == {
        "2022-12-04": ("done_on_time", -3, None, ""),
        "2022-12-05": ("overdue", 4, back, "trả lại ngày 05/12/2022"),
        "2022-12-11": ("overdue", 10, back, "trả lại ngày 05/12/2022"),
        "2022-12-12": ("done_late", 11, back, "trả lại ngày 05/12/2022, gửi lại ngày 12/12/2022"),
    }
    assert codes(run_of(office, "2022-12-20")) == set()  # it was to be rewritten


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        pytest.param([("12-12", {FILE: sent() + "# thêm chú thích\n"})], NOT_AGAIN, id="formatting"),
        pytest.param(
            [("12-12", {FILE: None, f"submissions/{STC}/x.yaml": sent()})], NOT_AGAIN, id="renamed"
        ),
        pytest.param(
            [("12-08", {f"submissions/{STC}/x.yaml": sent()}), ("12-12", {FILE: None})],
            NOT_AGAIN, id="moved in two steps",
        ),
        pytest.param(
            [("12-12", {FILE: sent(extra='tasks:\n  - {item: "2", status: in_progress}\n')})],
            NOT_AGAIN, id="another entry",
        ),
        pytest.param([("12-05", {FILE: sent("2/BC")})], NOT_AGAIN, id="on the very day"),
        pytest.param([("12-12", {FILE: sent(head=", signer: An")})], AGAIN, id="its head"),
        pytest.param(
            [("12-12", {FILE: sent().replace("2022}", "2022, nil: true}")})], AGAIN, id="its entry"
        ),
        pytest.param([("12-08", {FILE: None}), ("12-12", {FILE: sent()})], AGAIN, id="taken out"),
        pytest.param(
            [("12-12", {FILE: sent("2/BC")}), ("12-20", {FILE: sent()})], AGAIN, id="and changed back"
        ),
        pytest.param(
            [("12-12", {f"submissions/{STC}/x.yaml": sent("2/BC")})], AGAIN, id="another file"
        ),
    ],
)  # fmt: skip
def test_what_counts_as_sent_again(
    office: Office, after: Sequence[tuple[str, dict[str, str | None]]], wanted: tuple[str, str]
) -> None:
    office.commit("2022-11-28", {FILE: sent()})
    office.commit("2022-12-05", {"decisions.yaml": returned("2022-12-05")})
    for day, files in after:
        office.commit(f"2022-{day}", files)
    each = verdict(run_of(office, "2022-12-31"))
    assert (each.status, each.reason) == wanted
    if wanted == AGAIN:
        assert each.claim is not None
        assert each.claim.receipt is not None
        assert (each.days, each.claim.receipt.day) == (11, date(2022, 12, 12))


def test_the_book_tells_of_the_second_arrival(office: Office) -> None:
    first = 'received: 2022-11-28, item: "1", period: 2022'
    second = 'received: 2022-12-09, item: "1", period: 2022'
    office.commit("2022-11-28", {FILE: sent(), "receipts.yaml": book(first)})
    office.commit("2022-12-05", {"decisions.yaml": returned("2022-12-05")})
    assert verdict(run_of(office, "2022-12-31")).reason == "returned"
    office.commit("2022-12-10", {"receipts.yaml": book(first, second)})
    run = run_of(office, "2022-12-31")
    each = verdict(run)
    assert (each.status, each.days) == ("done_late", 8)
    assert codes(run) == set()  # neither entry is idle


def test_on_paper_alone(office: Office) -> None:
    first = 'received: 2022-11-28, item: "1", period: 2022'
    second = 'received: 2022-12-09, item: "1", period: 2022'
    office.commit(
        "2022-12-05", {"receipts.yaml": book(first), "decisions.yaml": returned("2022-12-05")}
    )
    each = verdict(run_of(office, "2022-12-31"))
    assert (each.status, each.reason, each.returned) == (*NOT_AGAIN, date(2022, 12, 5))
    office.commit("2022-12-10", {"receipts.yaml": book(first, second)})
    assert verdict(run_of(office, "2022-12-31")).days == 8


def test_a_letter_that_had_come_is_no_new_one_whenever_its_file_is_typed(office: Office) -> None:
    letter = "received: 2022-11-28, document: {number: 1/BC, date: 2022-11-28}"
    decided = {"receipts.yaml": book(letter), "decisions.yaml": returned("2022-12-05")}
    office.write({FILE: sent(), **decided})
    assert verdict(run_of(office, "2023-06-15")).reason == "returned"
    office.commit("2022-12-20")
    assert verdict(run_of(office, "2023-06-15")).reason == "returned"
    office.commit("2022-12-21", {FILE: sent(head=", signer: An")})  # the same number, other words
    assert verdict(run_of(office, "2023-06-15")).days == 20


def test_what_is_not_committed_came_today(office: Office) -> None:
    office.commit("2022-11-28", {FILE: sent(), "decisions.yaml": returned("2022-12-05")})
    office.write({FILE: sent("2/BC")})
    assert verdict(run_of(office, "2023-06-14")).reason == "returned"
    each = verdict(run_of(office, "2023-06-15"))
    assert (each.status, each.days) == ("done_late", (date(2023, 6, 15) - date(2022, 12, 1)).days)


def test_by_the_words_of_files_alone(office: Office) -> None:
    office.write({FILE: sent(), "decisions.yaml": returned("2022-12-05")})
    assert verdict(run_of(office, "2022-12-31", git=False)).reason == "returned"
    office.write({FILE: sent("2/BC").replace("2022-11-28", "2022-12-12")})
    run = run_of(office, "2022-12-31", git=False)
    each = verdict(run)
    assert (each.status, each.days, each.returned) == ("done_late", 11, date(2022, 12, 5))
    assert "KH551" not in codes(run)  # nobody knows what stood there before


def test_twice(office: Office) -> None:
    office.commit("2022-11-28", {FILE: sent()})
    office.commit("2022-12-05", {"decisions.yaml": returned("2022-12-05")})
    office.commit("2022-12-12", {FILE: sent("2/BC")})
    office.commit("2022-12-20", {"decisions.yaml": returned("2022-12-05", "2022-12-20")})
    told = {day: verdict(run_of(office, f"2022-12-{day}")) for day in ("19", "20", "31")}
    assert [(each.status, each.days) for each in told.values()] == [
        ("done_late", 11), ("overdue", 19), ("overdue", 30),
    ]  # fmt: skip
    assert told["31"].returned == date(2022, 12, 20)


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        (returned("2022-11-20"), "KH551"),  # before it was sent
        (returned("2022-12-05", "2022-12-07"), "KH551"),  # nothing came in between
        (returned("2022-12-05").replace(STC, "so-noi-vu"), "KH551"),  # who never sent it
        (returned("2022-12-05").replace(STC, "ubnd"), "KH602"),
        (returned("2022-12-05", item="2", period=""), "KH551"),
        (returned("2022-12-05", period=""), "KH552"),
        (returned("2022-12-05", date_="date: 2022-12-01, "), "KH610"),
        (returned("2022-12-05").replace("number: 05/STP, ", ""), "KH601"),
    ],
)
def test_a_return_without_effect_is_found(office: Office, decided: str, code: str) -> None:
    office.commit("2022-11-28", {FILE: sent()})
    office.commit("2022-12-05", {"decisions.yaml": decided})
    run = run_of(office, "2022-12-31")
    assert {code} <= codes(run) <= {code, "KH607"}
    each = verdict(run)
    sent_back = decided.count("STP") > 1
    assert (each.status == "overdue") is sent_back


def a_task(completed: str, number: str = "9/CV") -> str:
    """Return a file that says of the task that it is done."""
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {STC}\n'
        f"document: {{number: {number}, date: 2022-06-30}}\n"
        f'tasks:\n  - {{item: "2", status: done, completed: {completed}}}\n'
    )


@pytest.mark.parametrize(
    ("completed", "counted", "reason"),
    [
        ("2022-06-10", date(2022, 10, 3), "done_again"),  # the very day that was sent back
        ("2022-09-20", date(2022, 9, 20), "completed"),  # worked on since, and told in time
    ],
)
def test_a_task_is_not_done_until_it_is_told_again(
    office: Office, completed: str, counted: date, reason: str
) -> None:
    plan = PLAN.replace("period: {", 'policy: {reporting: "1"}\nperiod: {')
    office.commit("2022-01-11", {"plan_07.yaml": plan})
    office.commit("2022-07-01", {FILE: a_task("2022-06-10")})
    back = returned("2022-09-01", item="2", period="")
    office.commit("2022-09-01", {"decisions.yaml": back})
    each = verdict(run_of(office, "2022-10-02"), "2", "once")
    assert (each.status, each.reason, each.completed) == ("in_term", "returned", None)
    office.commit("2022-10-03", {FILE: a_task(completed, "10/CV")})
    each = verdict(run_of(office, "2022-12-31"), "2", "once")
    assert (each.status, each.reason, each.completed) == ("done_on_time", reason, counted)
    assert codes(run_of(office, "2022-12-31")) == set()
