"""The forms as pages: who has one, what it asks, and where a forge takes new files."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from form_office import OFFICE, STC, TODAY
from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from kehoach.site.form.forges import UnknownForgeError, forge_at
from pages_read import site_files

Judge = Callable[..., Run]
FOLDER = "data/submissions/so-y-te"


def pages(run: Run) -> dict[str, str]:
    """Return the pages of a run by name."""
    return site_files(run, "vi")


def asked(page: str) -> Any:
    """Return what the script of a form goes by."""
    found = re.search(r'<script type="application/json" id="form-data">(.*?)</script>', page)
    assert found is not None
    return json.loads(found[1])


def test_who_exists_has_a_form_and_its_page_leads_there(judge: Judge) -> None:
    made = pages(judge(OFFICE, TODAY, git=False))
    assert {name for name in made if name.startswith("form/")} == {
        "form/no.html", "form/so-noi-vu.html", f"form/{STC}.html", "form/so-tu-phap.html"
    }  # fmt: skip
    assert f'href="../form/{STC}.html"' in made[f"agency/{STC}.html"]


def test_the_period_whose_report_is_due_next_is_chosen(judge: Judge) -> None:
    """In January 2022 the report of 2021 is overdue, and that of 2022 is due next."""
    before = asked(pages(judge(OFFICE, TODAY, git=False))[f"form/{STC}.html"])
    assert [each["name"] for each in before["periods"]] == ["2021"]
    after = asked(pages(judge(OFFICE, "2022-01-10", git=False))[f"form/{STC}.html"])
    assert [(each["name"], each["words"]) for each in after["periods"]] == [
        ("2022", "năm 2022 (trong hạn)"), ("2021", "năm 2021 (quá hạn, chưa gửi báo cáo)")
    ]  # fmt: skip


def test_half_years_and_the_year_are_asked_each_in_its_turn(
    judge: Judge, plan_text: Callable[..., str]
) -> None:
    """In May the first half-year's report, in November the year's; a half's task stands in both."""
    plan = plan_text(
        'id: "1", kind: report, lead: [so-noi-vu],'
        " deadline: [{every: first-half, before: 06-15}, {every: year, before: 12-15}]",
        'id: "2", lead: [so-noi-vu], deadline: {every: half-year, by: [06-30, 12-31]}',
    )
    may, november = (
        asked(pages(judge({"plan_07.yaml": plan}, day, git=False))["form/so-noi-vu.html"])
        for day in ("2021-05-10", "2021-11-10")
    )
    assert (may["chosen"], november["chosen"]) == ("2021-H1", "2021")
    year = next(each for each in may["periods"] if each["name"] == "2021")
    assert [line["id"] for line in year["lines"]] == ["1@2021", "2@2021-H1"]


def test_of_whom_nothing_is_asked_the_page_says_so(
    judge: Judge, plan_text: Callable[..., str]
) -> None:
    plan = plan_text(
        'id: "1", lead: [so-noi-vu], coordinate: [so-tu-phap], deadline: {within: 2021}'
    )
    page = pages(judge({"plan_07.yaml": plan}, "2021-05-10", git=False))["form/so-tu-phap.html"]
    assert "Sở Tư pháp không còn gì phải báo cáo" in page
    assert "form-data" not in page


def test_several_plans_have_a_form_each(judge: Judge, plan_text: Callable[..., str]) -> None:
    """The file's name has the plan's id then, as that of ``kehoach new``."""
    plan = plan_text('id: "1", lead: [so-noi-vu], deadline: {within: 2021}')
    other = plan.replace('id: "07"', 'id: "08"')
    made = pages(judge({"plan_07.yaml": plan, "plan_08.yaml": other}, "2021-05-10", git=False))
    assert {name for name in made if name.startswith("form/")} == {
        "form/so-noi-vu-07.html", "form/so-noi-vu-08.html"
    }  # fmt: skip
    (period,) = asked(made["form/so-noi-vu-08.html"])["periods"]
    assert period["file"] == "bao-cao-08-once.yaml"
    assert "../form/so-noi-vu-08.html" in made["agency/so-noi-vu.html"]


def test_a_file_that_cannot_be_read_or_is_a_draft_is_not_overwritten(judge: Judge) -> None:
    for text in ("a: [", f'schema: kehoach/submission@1\nplan: "06"\nagency: {STC}\ndraft: true\n'):
        run = judge({**OFFICE, f"submissions/{STC}/Bao-Cao-2021.yaml": text}, TODAY, git=False)
        (period,) = asked(pages(run)[f"form/{STC}.html"])["periods"]
        assert period["file"] == "bao-cao-2021-2.yaml"


def test_what_was_said_of_the_period_stands_there(judge: Judge) -> None:
    """Of what is done nothing is asked again, and the new file has a name of its own."""
    text = (
        f'schema: kehoach/submission@1\nplan: "06"\nagency: {STC}\n'
        "document: {number: 7/BC, date: 2021-07-01}\ntasks:\n"
        '  - {item: "1", status: done, completed: 2021-06-18}\n'
        '  - {item: "2", period: 2021, status: in_progress, quantity: 1, note: còn một}\n'
        '  - {item: "3", period: 2021, status: done}\n'
    )
    run = judge({**OFFICE, f"submissions/{STC}/bao-cao-2021.yaml": text}, TODAY, git=False)
    (period,) = asked(pages(run)[f"form/{STC}.html"])["periods"]
    assert period["file"] == "bao-cao-2021-2.yaml"
    lines = {each["id"]: each for each in period["lines"]}
    assert "1@once" not in lines
    assert lines["2@2021"]["said"] == {"status": "in_progress", "quantity": "1", "note": "còn một"}
    assert lines["3@2021"]["said"] == {"status": "in_progress"}  # continuous work is never finished


def test_every_run_writes_the_same_page(judge: Judge, plan_text: Callable[..., str]) -> None:
    """The items of a form stand in the order in which it asks of them."""
    plan = plan_text(
        *(f'id: "{n}", lead: [so-noi-vu], deadline: {{by: 2021-12-15}}' for n in range(1, 13))
    )
    made = pages(judge({"plan_07.yaml": plan}, "2021-05-10", git=False))
    data = asked(made["form/so-noi-vu.html"])
    lines = [each["item"] for period in data["periods"] for each in period["lines"]]
    assert list(data["items"]) == list(dict.fromkeys(lines)) == [str(n) for n in range(1, 13)]


def test_nothing_in_the_data_ends_the_block_of_data(judge: Judge) -> None:
    plan = str(OFFICE["plan_06.yaml"]).replace("Ban hành quy chế", "</script><b>&amp;\\u202e")
    page = pages(judge({**OFFICE, "plan_06.yaml": plan}, TODAY, git=False))[f"form/{STC}.html"]
    title = asked(page)["items"]["1"]["title"]
    assert title.startswith("</script><b>")


# ── The forge ───────────────────────────────────────────────────────────────────────────────────


_LIKE_GITHUB, _LIKE_GITLAB = "filename value", "file_name content"


@pytest.mark.parametrize(
    ("url", "new", "names"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/new/main/", _LIKE_GITHUB),
        ("https://github.com/a/b.git", "https://github.com/a/b/new/main/", _LIKE_GITHUB),
        ("https://github.com/a/b/tree/x/", "https://github.com/a/b/new/x/", _LIKE_GITHUB),
        ("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/new/main/", _LIKE_GITLAB),
        ("https://git.vn/a/b/-/tree/main", "https://git.vn/a/b/-/new/main/", _LIKE_GITLAB),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_new/main/", _LIKE_GITHUB),
        ("http://git.vn/a/b/src/branch/x/y", "http://git.vn/a/b/_new/x/y/", _LIKE_GITHUB),
        ("https://git.vn/a/b/tree/main", "https://git.vn/a/b/new/main/", _LIKE_GITHUB),
        ("https://github.com/a/b?tab=readme#top", "https://github.com/a/b/new/main/", _LIKE_GITHUB),
        (
            "https://github.com/a/b/tree/n%C4%83m",
            "https://github.com/a/b/new/n%C4%83m/",
            _LIKE_GITHUB,
        ),
    ],
)
def test_a_forge_is_known_by_its_address(url: str, new: str, names: str) -> None:
    """As GitHub, GitLab, Gitea and Forgejo have it; a machine of an own name by its branch's page."""
    found = forge_at(url).page(FOLDER)
    assert found["page"] == new + FOLDER
    assert f"{found['name']} {found['text']}" == names


@pytest.mark.parametrize(
    "url",
    ["", "github.com/a/b", "https://github.com", "https://github.com/a", "https://git.tinh.vn/stp/a",
     "javascript:alert(1)//github.com/a/b", "https://a:b@github.com/a/b", "ssh://git@github.com/a/b",
     "https://[", "https://[::1/a/b", "https://gith\u2100ub.com/a/b", "https://github.com:x/a/b",
     'https://github.com/a/b"><script>', "https://github.com/a\n/b", "https://github.com/a\u202e/b",
     "https://github.com/a/b/tree/\udcff"],
)  # fmt: skip
def test_what_is_no_address_of_a_forge_is_refused(url: str) -> None:
    with pytest.raises(UnknownForgeError):
        forge_at(url)


def test_the_command_refuses_an_unknown_forge_in_one_line(
    folder: Callable[..., DataFolder],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder(OFFICE).root.parent)
    assert app.run(["site", "-o", "trang", "--forge", "https://git.tinh.vn/a/b", "--no-git"]) == 2
    assert "…/-/tree/main" in capsys.readouterr().err
