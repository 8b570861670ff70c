"""Declared days against the history: each source, tolerance, and what has gone."""

from datetime import date

import pytest

from checks.histories_checked import BC, DATES, found, said
from kehoach.run import answering as pipeline_run
from run.repositories import PLAN, SNV, STC, STP, Depot, edited, filed, sent

pytestmark = pytest.mark.usefixtures("nothing_of_this_machine")


# KH503 dated after its receipt, KH504 back-dated: calendar days, 10 by default


@pytest.mark.parametrize(
    ("dated", "code"),
    [
        ("2022-11-30", None),
        ("2022-11-20", None),  # exactly ten days are allowed
        ("2022-11-19", "KH504"),
        ("2022-12-01", "KH503"),
    ],
)
@pytest.mark.parametrize("source", ["git", "registry", "letter", "uncommitted"])
def test_declared_date_against_each_source(
    depot: Depot,
    monkeypatch: pytest.MonkeyPatch,
    dated: str,
    code: str | None,
    source: str,
) -> None:
    """The report is received on 30 November, however that is known."""
    monkeypatch.setattr(pipeline_run, "today", lambda _zone: date(2022, 11, 30))
    entry = {
        "registry": 'item: "1", period: 2022',
        "letter": f"document: {{number: 1/BC, date: {dated}}}",
    }
    if source in entry:
        line = f"  - {{agency: {STC}, received: 2022-11-30, {entry[source]}}}\n"
        depot.write({"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{line}"})
    depot.write(filed(STC, 2022, dated=dated))
    if source != "uncommitted":
        depot.commit("2022-11-30" if source == "git" else "2022-11-10")
    told = found(depot, *DATES, as_of=date(2022, 12, 1))
    assert [each.rule.code for each in told] == ([code] if code else [])
    assert {each.place.route for each in told} <= {("document", "date")}
    assert {each.place.file for each in told} <= {BC}


def test_tolerance_is_the_plans(depot: Depot) -> None:
    plan = edited(PLAN, "roll: none,", "roll: none, tolerance_days: 2,")
    depot.commit("2022-11-30", {"plan_07.yaml": plan, **filed(STC, 2022, dated="2022-11-28")})
    assert found(depot, *DATES) == []
    depot.commit("2022-11-30", filed(SNV, 2022, dated="2022-11-27"))
    assert said(found(depot, *DATES)) == [f"KH504 {SNV} 1 2022"]


def test_back_dated_is_said_once_a_file_and_not_before_it_came(depot: Depot) -> None:
    depot.commit("2022-11-30", filed(STC, 2021 + 1, 2023, dated="2022-11-01", task="done"))
    assert len(found(depot, *DATES)) == 1
    assert found(depot, *DATES, as_of=date(2022, 11, 29)) == []


# KH507 received earlier, no longer present


def test_deleted(depot: Depot) -> None:
    """The hint restores it; nothing of the agency is left, so the registry is pointed at."""
    held = depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", {BC: None})
    (gone,) = found(depot, "KH507")
    assert said([gone]) == [f"KH507 {STC} 1 2022"]
    assert gone.place.file == "agencies.yaml"
    assert "2022-11-20" in gone.message("en")
    restored = f"{held[:10]}:data/{BC}"
    assert restored in gone.hint("vi")
    assert depot.git("show", restored) == sent(STC, 2022).strip()


def test_overwritten_by_the_next_year(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2023-05-25", filed(STC, 2023))
    (gone,) = found(depot, "KH507")
    assert said([gone]) == [f"KH507 {STC} 1 2022"]
    assert gone.place.file == f"submissions/{STC}"


def test_period_changed_by_mistake_and_restored(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", filed(STC, 2024))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2022"]
    depot.commit("2022-11-26", filed(STC, 2022))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2024"]


def test_deleted_in_the_work_tree_only(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.write({BC: None})
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 1 2022"]


def test_task_done_no_more(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, task="done"))
    depot.commit("2022-11-25", filed(STC, task="in_progress"))
    assert said(found(depot, "KH507")) == [f"KH507 {STC} 2 once"]


def test_task_that_was_never_done_cannot_go(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, task="in_progress"))
    depot.commit("2022-11-25", {BC: None})
    assert found(depot, "KH507") == []


def test_restored_moved_joined_or_on_paper_is_not_gone(depot: Depot) -> None:
    """What is still said anywhere, be it in the registry book, has not gone."""
    depot.commit("2022-11-20", filed(STC, 2022) | filed(SNV, 2022) | filed(STP, 2022))
    depot.commit("2022-11-21", {BC: None})
    depot.commit("2022-11-22", filed(STC, 2022, name="khac"))
    depot.git("mv", f"data/submissions/{SNV}", f"data/submissions/{SNV}-cu")
    depot.git("commit", "-q", "-m", "Dời")
    entry = f'  - {{agency: {STP}, item: "1", period: 2022, received: 2022-11-20}}\n'
    book = {"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{entry}"}
    depot.commit("2022-11-23", {**book, f"submissions/{STP}/bc.yaml": None})
    assert found(depot, "KH507") == []


def test_in_anothers_folder_it_has_not_gone(depot: Depot) -> None:
    """It only does not count there, which an error of its own says."""
    depot.commit("2022-11-20", {f"submissions/{SNV}/nham.yaml": sent(STC, 2022)})
    assert [each.rule.code for each in found(depot, "KH112", "KH507")] == ["KH112"]


def test_what_came_after_the_day_judged_cannot_have_gone(depot: Depot) -> None:
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.commit("2022-11-25", {BC: None})
    assert found(depot, "KH507", as_of=date(2022, 11, 19)) == []
    assert found(depot, "KH507", as_of=date(2022, 11, 24)) == [], "it was deleted on the next day"
    assert len(found(depot, "KH507", as_of=date(2022, 11, 25))) == 1
