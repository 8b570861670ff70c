"""Each number leads to the rows that it counts; each table lies beside its page; filters choose rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.site.page_of_state import LISTED, MOST
from kehoach.words.statuses import ASSIGNED, Remark, Shown, Status
from pages_read import site_files

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def run() -> Run:
    return answer(DataFolder(DATA), "data/", Question(date(2021, 12, 15), git=False))


@pytest.fixture(scope="module")
def files(run: Run) -> dict[str, str]:
    return site_files(run, "vi")


def _rows(text: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO(text.removeprefix("\ufeff")))]


def _states(page: str) -> Counter[str]:
    """Return how many rows of a page are counted under which state."""
    return Counter(
        state for told in re.findall(r'data-state="([^"]*)"', page) for state in told.split()
    )


def test_every_tile_leads_to_as_many_rows_as_it_says(run: Run, files: dict[str, str]) -> None:
    """Also without the script: the page of a state holds nothing else."""
    tiles = re.findall(
        r'href="([\w-]+\.html)#state=(\w+)">[^<]*?(?:<strong>)?([\d.]+)<', files["index.html"]
    )
    told = {state: (page, int(number.replace(".", ""))) for page, state, number in tiles}
    # 593 = 23 + 4 + 284 + 282 was worked out by hand (tests/data/test_verdicts.py)
    expected = {"done_on_time": 23, "done_late": 4, "in_term": 284, "overdue": 282}
    assert {state: told[state][1] for state in expected} == expected
    assert told["missing_reports"] == ("overdue.html", 49)
    for state, (page, number) in told.items():
        parts = (
            text for name, text in files.items() if re.fullmatch(rf"{page[:-5]}(-\d+)?\.html", name)
        )
        assert sum(_states(text)[state] for text in parts) == number == run.counts[_shown(state)]


def _shown(state: str) -> Shown:
    named: dict[str, Shown] = {each.value: each for each in LISTED}
    return named.get(state) or next(each for each in Remark if each.value == state)


def test_a_long_list_is_parted_and_each_part_says_which_rows_it_holds() -> None:
    more = answer(DataFolder(DATA), "data/", Question(date(2026, 11, 28), git=False))
    pages = {
        name: text for name, text in site_files(more, "vi").items() if name.startswith("ongoing")
    }
    parts = [_states(pages[f"ongoing{end}.html"])["ongoing"] for end in ("", "-2", "-3")]
    assert parts == [MOST, MOST, more.counts[Status.ONGOING] - 2 * MOST]
    assert "Dòng 2.501 đến 5.000" in pages["ongoing.html"]
    assert all(len(text.encode()) < 2_000_000 for text in pages.values())


def test_numbers_of_an_agency_lead_to_its_own_list(run: Run, files: dict[str, str]) -> None:
    """In the table of agencies each number of a state is a link to as many entries."""
    for row in run.responsibilities:
        page = f"agency/{row.agency}.html"
        for status in ASSIGNED:
            number = row.counts[status]
            link = f'<a href="{page}#state={status.value}">{number}</a>'
            assert (link in files["index.html"]) == bool(number)
            assert _states(files[page])[status.value] == number


# ── Tables as files ─────────────────────────────────────────────────────────────────────────────


def test_every_table_has_its_file_with_the_same_heads_and_as_many_rows(
    files: dict[str, str],
) -> None:
    found = 0
    for name, page in files.items():
        tables = (
            re.findall(r"<table\b.*?</table>", page, re.DOTALL) if name.endswith(".html") else []
        )
        links = re.findall(r'<a class="csv" href="([^"]+)" download>', page)
        assert len(links) == len(tables), name
        for table, link in zip(tables, links, strict=True):
            heads, *rows = _rows(files[f"{name.rpartition('/')[0]}/{link}".lstrip("/")])
            shown = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table)
            assert heads == [unescape(re.sub("<[^>]*>", "", head)) for head in shown]
            assert len(rows) == table.count("<tr") - 1
            assert {len(row) for row in rows} <= {len(heads)}
            found += 1
    assert found > 100


def test_a_file_has_days_numbers_and_words_as_programs_read_them(files: dict[str, str]) -> None:
    """III.1.a was due on 29/6/2021 (plan, III.1.a: trước ngày 30/6/2021): 169 days before 15/12."""
    heads, *rows = _rows(files["overdue.list.csv"])
    assert heads[:5] == ["Cơ quan", "Mục", "Kỳ", "Hạn", "So với hạn"]
    (row,) = [r for r in rows if r[0] == "Sở Nội vụ" and r[1].startswith("III.1.a ")]
    assert row[2:] == ["", "2021-06-29", "169", "", "Quá hạn, chưa gửi báo cáo"]
    assert files["overdue.list.csv"].startswith("\ufeff")


def test_no_cell_of_a_file_is_a_formula(example: Run) -> None:
    """The example holds formulas, escapes and marks of direction in every text."""
    for name, text in site_files(example, "vi").items():
        if name.endswith(".csv"):
            for cell in (cell for row in _rows(text) for cell in row):
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), (name, cell)
                assert not cell.startswith("-") or re.fullmatch(r"-\d+", cell), (name, cell)


# ── The trend ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("day", [date(2021, 6, 30), date(2021, 9, 30), date(2021, 11, 30)])
def test_the_trend_says_of_a_months_end_what_status_says_of_that_day(
    files: dict[str, str], day: date
) -> None:
    """Told apart by a run of its own; each agency's as well."""
    then = answer(DataFolder(DATA), "data/", Question(day, git=False))
    shown = (Status.DONE_ON_TIME, Status.DONE_LATE, Status.OVERDUE)
    assert _month(files["index.trend.csv"], day) == [str(then.counts[each]) for each in shown]
    for row in then.responsibilities:
        file = files.get(f"agency/{row.agency}.trend.csv")
        expected = [str(row.counts[each]) for each in shown]
        assert (_month(file, day) if file else ["0", "0", "0"]) == expected


def _month(file: str, day: date) -> list[str]:
    (row,) = [row for row in _rows(file) if row[0] == day.isoformat()]
    return row[1:4]


def test_the_groups_add_up_to_the_whole(files: dict[str, str]) -> None:
    groups = [text for name, text in files.items() if re.fullmatch(r"trend\.trend-.*\.csv", name)]
    whole = _rows(files["trend.trend.csv"])[1:]
    for place, row in enumerate(whole, 1):
        parts = [_rows(text)[place] for text in groups]
        assert {part[0] for part in parts} == {row[0]}
        assert [sum(int(part[at]) for part in parts) for at in (1, 2, 3)] == [*map(int, row[1:4])]


def test_a_letter_counts_in_the_trend_from_its_own_day(judge: Callable[..., Run]) -> None:
    """Extended by a letter of 10/7, it was overdue at the end of June and is not in July.

    Due 30/6: not overdue on 30/6, the last day; on 31/7 the new day, 31/8, stands.
    """
    plan = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\nperiod: {from: 2021-05-01, to: 2022-12-31}\n'
        "items:\n  - {id: '1', kind: task, title: Một, text: Làm., lead: [so-noi-vu],\n"
        "     deadline: {by: 2021-05-31}}\n"
    )
    decisions = (
        "schema: kehoach/decisions@1\nextensions:\n  - {item: '1', due: 2021-08-31, "
        "document: {number: 5/UBND, date: 2021-07-10}}\n"
    )
    run = judge({"plan_07.yaml": plan, "decisions.yaml": decisions}, "2021-09-15", git=False)
    file = site_files(run, "vi")["index.trend.csv"]
    overdue = {day: late for day, _, _, late, _ in _rows(file)[1:]}
    assert overdue == {
        "2021-05-31": "0", "2021-06-30": "1", "2021-07-31": "0", "2021-08-31": "0", "2021-09-15": "1",
    }  # fmt: skip


def test_what_changed_in_a_week_and_in_a_month(judge: Callable[..., Run]) -> None:
    """Due 31/5 and 14/6, judged on 15/6: both overdue since a month, the second since a week."""
    items = "".join(
        f"  - {{id: '{id_}', kind: task, title: Mục {id_}, text: Làm., lead: [so-noi-vu], "
        f"deadline: {{by: {day}}}}}\n"
        for id_, day in (("1", "2021-05-31"), ("2", "2021-06-14"), ("3", "2021-05-04"))
    )
    plan = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\nperiod: {from: 2021-05-01, to: 2022-12-31}\n'
        f"items:\n{items}"
    )
    files = site_files(judge({"plan_07.yaml": plan}, "2021-06-15", git=False), "vi")
    assert "7 ngày qua: mới quá hạn 1, mới hoàn thành 0." in files["index.html"]
    assert "30 ngày qua: mới quá hạn 2, mới hoàn thành 0." in files["index.html"]
    rows = {row[0]: row[2:] for row in _rows(files["index.changed.csv"])[1:]}
    assert rows == {
        "1 Mục 1": ["Mới quá hạn", "Sở Nội vụ", "0", "1"],
        "2 Mục 2": ["Mới quá hạn", "Sở Nội vụ", "1", "1"],
    }


def test_a_month_before_the_first_of_all_days_is_shorter(judge: Callable[..., Run]) -> None:
    """Pages are of any day: before the first there is none, and nothing became of anybody then."""
    plan = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\nperiod: {from: 2021-05-01, to: 2022-12-31}\n'
        "items:\n  - {id: '1', kind: task, title: Mục 1, text: Làm., lead: [so-noi-vu], "
        "deadline: {by: 2021-05-31}}\n"
    )
    files = site_files(judge({"plan_07.yaml": plan}, "0001-01-01", git=False), "en")
    assert "The last 30 days: none." in files["index.html"]


@pytest.mark.parametrize(
    ("day", "told"), [("2051-04-15", False), ("2051-05-15", True), ("9999-12-31", True)]
)
def test_a_trend_says_that_it_goes_back_no_further(
    judge: Callable[..., Run], plan_text: Callable[..., str], day: str, told: bool
) -> None:
    """The plan begins in May 2021: in May 2051 thirty years of months have ended, and more come."""
    plan = plan_text("id: '1', lead: [so-noi-vu], deadline: {by: 2021-05-31}")
    run = judge({"plan_07.yaml": plan.replace("2021-01-01", "2021-05-01")}, day, git=False)
    assert ("It goes back 30 years at most." in site_files(run, "en")["trend.html"]) is told


# ── Several plans ───────────────────────────────────────────────────────────────────────────────


def test_each_of_several_plans_has_a_page_and_they_add_up(judge: Callable[..., Run]) -> None:
    plans = {
        f"plan_{id_}.yaml": (
            f'schema: kehoach/plan@1\nid: "{id_}"\ntitle: Kế hoạch {id_}\n'
            "period: {from: 2021-01-01, to: 2022-12-31}\nitems:\n"
            f"  - {{id: '1', kind: task, title: Một, text: Làm., lead: [{lead}],\n"
            "     deadline: {by: 2021-05-31}}\n"
        )
        for id_, lead in (("07", "so-noi-vu"), ("08", "so-tai-chinh"))
    }
    files = site_files(judge(plans, "2021-09-15", git=False), "vi")
    first, second = files["plan/07.html"], files["plan/08.html"]
    assert 'href="../overdue.html#state=overdue&amp;plan=07"' in first
    assert "Kế hoạch 08: " not in first.split("<nav")[0]
    assert "so-tai-chinh" not in first.split('id="heat"')[1].split("</section>")[0]
    trends = [files[f"{name}.trend.csv"] for name in ("index", "plan/07", "plan/08")]
    assert [_month(each, date(2021, 9, 15))[2] for each in trends] == ["2", "1", "1"]
    assert "so-noi-vu" not in second.split('id="agencies"')[1].split("</section>")[0]


def test_one_plan_has_no_page_beside_the_first(files: dict[str, str]) -> None:
    assert not [name for name in files if name.startswith("plan/")]
