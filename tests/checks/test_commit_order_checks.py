"""Merged late, dated before what it rests on, from the future: told of commits."""

from datetime import date

import pytest

from checks.histories_checked import BC, found, listing, said
from run.repositories import PLAN, SNV, STC, TODAY, Depot, edited, filed

pytestmark = pytest.mark.usefixtures("nothing_of_this_machine")


# KH509 merged late, KH510 not committed


def test_merged_late(depot: Depot) -> None:
    """The true arrival in the registry book ends the matter."""
    depot.branch("nhanh")
    sent_on = depot.commit("2022-11-30", filed(STC, 2022, dated="2022-11-30"))
    depot.switch("main")
    depot.merge("2022-12-05", "nhanh")
    (late,) = found(depot, "KH509")
    assert (late.place.file, said([late])) == (BC, [f"KH509 {STC} 1 2022"])
    assert (late.values["commit"], late.values["branch"]) == (sent_on[:10], date(2022, 11, 30))
    entry = f'  - {{agency: {STC}, item: "1", period: 2022, received: 2022-11-30}}\n'
    depot.write({"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{entry}"})
    assert found(depot, "KH509") == []


@pytest.mark.parametrize(
    ("made", "merged"), [("2022-12-02", "2022-12-05"), ("2022-11-20", "2022-12-01")]
)
def test_late_on_the_branch_already_or_merged_in_time(depot: Depot, made: str, merged: str) -> None:
    depot.branch("nhanh")
    depot.commit(made, filed(STC, 2022))
    depot.switch("main")
    depot.merge(merged, "nhanh")
    assert found(depot, "KH509") == []


def test_not_committed(depot: Depot) -> None:
    """Once a file; what the main line holds, or the book dates, is not it."""
    depot.commit("2022-11-30", filed(SNV, 2022))
    depot.write(filed(STC, 2022, 2023, task="done"))
    (only,) = found(depot, "KH510")
    assert (only.place.file, only.values["day"]) == (BC, TODAY)
    depot.git("add", "-A")
    assert len(found(depot, "KH510")) == 1
    depot.commit("2022-12-01")
    assert found(depot, "KH510") == []


# KH511 clocks, KH512 foxtrots


def test_commit_dated_before_one_it_rests_on(depot: Depot) -> None:
    depot.commit("2022-11-30")
    skewed = depot.commit("2022-10-30", filed(STC, 2022))
    (only,) = found(depot, "KH511")
    assert (only.values["commit"], only.values["day"]) == (skewed[:10], date(2022, 10, 30))
    assert only.place.file == BC
    assert "rests on" in only.message("en")


def test_commit_from_the_future(depot: Depot) -> None:
    """One that touched no submission too: what rests on it is not received before it."""
    ahead = depot.commit("2023-06-16")
    (only,) = found(depot, "KH511")
    assert only.values["commit"] == ahead[:10]
    assert only.place.file == "agencies.yaml"


def test_the_day_of_the_run_itself_is_not_the_future(depot: Depot) -> None:
    depot.commit("2023-06-15T23:59:59+07:00", filed(STC, 2022))
    assert found(depot, "KH511") == []


def test_file_that_the_commit_touched_may_be_gone(depot: Depot) -> None:
    depot.commit("2022-11-30", filed(STC, 2022, name="khac"))
    depot.commit("2022-10-30", filed(STC, 2023))
    depot.commit("2022-12-01", {BC: None})
    (only,) = found(depot, "KH511")
    assert only.place.file == f"submissions/{STC}"


def test_foxtrot(depot: Depot) -> None:
    """The agency pulled the main line into its own, and pushed."""
    depot.branch("stc")
    depot.commit("2022-11-20", filed(STC, 2022))
    depot.switch("main")
    depot.commit("2022-11-25", filed(SNV, 2022))
    depot.switch("stc")
    merge = depot.merge("2022-12-05", "main", message="Merge branch 'main' into stc")
    depot.switch("main")
    depot.git("merge", "-q", "--ff-only", "stc")
    (only,) = found(depot, "KH512")
    assert only.values["commit"] == merge[:10]
    assert only.place.file == f"submissions/{SNV}/bc.yaml"


def test_said_once_where_there_are_two_plans(depot: Depot) -> None:
    """A commit is one, however many plans its folder holds."""
    second = edited(PLAN, 'id: "07"', 'id: "08"')
    depot.commit("2022-02-01", {"plan_08.yaml": second, "agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-01-20", filed(STC, 2022), "x@la.vn")
    assert said(found(depot, "KH511", "KH513")) == ["KH511 - - -", f"KH513 {STC} - -"]
