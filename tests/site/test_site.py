"""The pages tell every verdict, in order, with totals that add up."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kehoach.run import Run
from kehoach.words.statuses import Status
from pages_read import PLAN, Seen, site


def test_periods_stand_in_the_order_of_their_ends(judge: Callable[..., Run]) -> None:
    """The half-year's report comes before the year's, and each is called as in letters."""
    plan = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\nperiod: {from: 2021-01-01, to: 2022-12-31}\n'
        "items:\n  - {id: '1', kind: report, title: Báo cáo, text: Báo cáo., lead: [so-noi-vu],\n"
        "     deadline: [{every: year, before: 12-15}, {every: first-half, before: 06-15}]}\n"
    )
    pages = site(judge({"plan_07.yaml": plan}, "2022-12-20", git=False), "vi")
    (page,) = [text for name, text in pages.items() if name.startswith("item/")]
    days = page[page.index('id="days"') :]
    names = re.findall(r'<th scope="row"[^>]*>([^<]*)<', days[: days.index("</table>")])
    assert names == [
        "6 tháng đầu năm 2021", "năm 2021", "6 tháng đầu năm 2022", "năm 2022",
    ]  # fmt: skip


# ── Nobody is left out ──────────────────────────────────────────────────────────────────────────


def test_every_agency_and_every_item_has_a_page_that_the_first_page_leads_to(
    december: Run, pages: Mapping[str, str], seen: Mapping[str, Seen]
) -> None:
    first = set(seen["index.html"].links)
    for row in december.responsibilities:
        assert f"agency/{row.agency}.html" in pages
        assert f"agency/{row.agency}.html" in first
    for item in december.plans[0].items:
        assert f"item/{item.id}.html" in pages
        assert f"item/{item.id}.html" in first


def test_every_verdict_has_its_place_on_its_agencys_page(
    december: Run, seen: Mapping[str, Seen]
) -> None:
    """What is judged one by one is unfolded there, and nothing is there twice."""
    judged = [each for each in december.assessments if each.status.value != "ongoing"]
    for agency in {each.agency for each in december.assessments}:
        mine = [each for each in judged if each.agency == agency]
        ids = [id_ for id_ in seen[f"agency/{agency}.html"].ids if id_.startswith("o_")]
        assert len(ids) == len(mine)


def test_every_overdue_obligation_is_listed(december: Run, seen: Mapping[str, Seen]) -> None:
    """282 overdue, 49 of them missing reports (tests/data/test_verdicts.py)."""
    listed = [link for link in seen["overdue.html"].links if "#o_" in link]
    assert len(listed) == len(set(listed)) == 282
    assert "Quá hạn, chưa gửi báo cáo (49)" in seen["overdue.html"].words
    assert december.counts[Status.OVERDUE] == 282


def test_the_heat_map_has_a_row_for_every_agency(december: Run, pages: Mapping[str, str]) -> None:
    heat = pages["index.html"].split('id="heat"')[1].split("</section>")[0]
    for row in december.responsibilities:
        assert f'href="agency/{row.agency}.html"' in heat


def test_the_totals_add_up_and_stand_with_both_their_numbers(pages: Mapping[str, str]) -> None:
    """593 = 23 + 4 + 284 + 282 was worked out by hand (tests/data/test_verdicts.py)."""
    boxes = re.findall(r'class="box"[^>]*>[^<]*<strong>(\d+)</strong>', pages["index.html"])
    assert boxes == ["593", "23", "4", "284", "282"]
    assert "27/309 (8,7 %)" in pages["index.html"]
    assert "23/309 (7,4 %)" in pages["index.html"]


def test_each_reason_is_told(pages: Mapping[str, str]) -> None:
    """The sentence with its place in the plan's file, and what has come: as ``explain`` has it."""
    page = pages["agency/so-noi-vu.html"]
    assert "Câu của kế hoạch" in page
    assert "data/plan_06.yaml:" in page
    assert "chưa nhận được gì" in page


# ── What each page says of itself ───────────────────────────────────────────────────────────────


def test_every_page_names_plan_day_revision_and_that_the_data_are_invented(
    pages: Mapping[str, str],
) -> None:
    for page in pages.values():
        top = page.split("<main")[0]
        assert "Dữ liệu minh hoạ" in top
        assert "Kế hoạch 06" in top
        assert "15/12/2021" in top
        assert "Bản dữ liệu: " in top


def test_without_invented_data_no_page_says_so(judge: Callable[..., Run]) -> None:
    run = judge({"plan_07.yaml": PLAN}, "2021-12-15", git=False)
    assert not any("Dữ liệu minh hoạ" in page for page in site(run, "vi").values())


def test_it_is_written_where_git_cannot_tell(december: Run) -> None:
    """Outside git, or where git refuses the folder, a run has no repository: the pages say so."""
    page = site(replace(december, repository=None), "vi")["index.html"]
    assert "Bản dữ liệu: không lấy từ git" in page


def test_a_file_left_out_is_named(judge: Callable[..., Run]) -> None:
    files = {"plan_07.yaml": PLAN, "submissions/so-noi-vu/<b>.yaml": "a: [", "x": None}
    run = judge(files, "2021-12-15", git=False)
    assert run.workspace.left_out
    assert "&lt;b&gt;.yaml" in site(run, "vi")["index.html"].split("<main")[0]
