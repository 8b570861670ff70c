"""Reports that lay in another agency's folder: they date nothing until one commit brings them home."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.run import Question
from run.repositories import SNV, STC, STP, Depot, codes, filed, sent, state

EARLY, LATE, DUE = "2022-11-20", "2022-12-20", date(2022, 12, 1)
ASTRAY = f"submissions/{SNV}/nham.yaml"
HOME = f"submissions/{STC}/bc.yaml"


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path / "kho")


def _received(depot: Depot, agency: str = STC, as_of: date | None = None) -> list[str]:
    run = depot.ask(Question(as_of, history=True))
    return [
        str(each.receipt.day)
        for each in run.reports[0].claims
        if each.key.agency == agency and each.receipt is not None
    ]


def test_a_deleted_stray_file_does_not_buy_the_late_report_its_day(depot: Depot) -> None:
    """And stc is not blamed for a day that it never claimed."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit("2022-11-21", {ASTRAY: None})
    depot.commit(LATE, {HOME: sent(STC, 2022, dated="2022-12-19")})
    run = depot.ask()
    assert _received(depot) == [LATE]
    assert state(run, "1", STC, "2022") == "done_late"
    assert "KH503" not in codes(run)
    assert "KH507" not in codes(run)


def test_a_stray_file_that_stands_dates_nothing_either(depot: Depot) -> None:
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {HOME: sent(STC, 2022, dated="2022-12-19")})
    assert _received(depot) == [LATE]


def test_a_copy_deleted_later_is_no_move(depot: Depot) -> None:
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {HOME: sent(STC, 2022)})
    depot.commit("2022-12-21", {ASTRAY: None})
    assert _received(depot) == [LATE]


def test_a_touch_of_the_copy_makes_it_no_move_either(depot: Depot) -> None:
    """What stood at home already was not brought by the commit that deletes the stray file."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {HOME: sent(STC, 2022)})
    depot.commit("2022-12-21", {ASTRAY: None, HOME: f"# sửa\n{sent(STC, 2022)}"})
    assert _received(depot) == [LATE]


def test_deleted_first_and_brought_later_is_no_move(depot: Depot) -> None:
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit("2022-11-25", {ASTRAY: None})
    depot.commit(LATE, {HOME: sent(STC, 2022)})
    depot.commit("2022-12-21", {ASTRAY: sent(STC, 2022)})
    depot.commit("2022-12-22", {ASTRAY: None})
    assert _received(depot) == [LATE]


@pytest.mark.parametrize("text", [sent(STC, 2022), sent(STC, 2022, dated="2022-11-19")])
def test_one_commit_that_brings_it_home_keeps_its_first_day(depot: Depot, text: str) -> None:
    """Be it edited on the way."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {ASTRAY: None, HOME: text})
    assert _received(depot) == [EARLY]


def test_by_way_of_other_wrong_folders_and_names(depot: Depot) -> None:
    """Each commit took it away and brought it further."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit("2022-11-22", {ASTRAY: None, f"submissions/{SNV}/khac.yaml": sent(STC, 2022)})
    depot.commit("2022-11-24", {
        f"submissions/{SNV}/khac.yaml": None, "submissions/bc.yaml": sent(STC, 2022),
    })  # fmt: skip
    depot.commit(LATE, {"submissions/bc.yaml": None, HOME: sent(STC, 2022)})
    assert _received(depot) == [EARLY]


def test_the_agency_that_a_file_names_was_wrong(depot: Depot) -> None:
    """Right folder, wrong name inside: it counts from the day it named the right agency."""
    depot.commit(EARLY, {HOME: sent(SNV, 2022)})
    depot.commit(LATE, {HOME: sent(STC, 2022)})
    assert _received(depot) == [LATE]
    assert _received(depot, SNV) == []


def test_a_file_of_several_reports_loses_one_of_them(depot: Depot) -> None:
    """The one whose year is taken out of it and brought home; the other stays astray."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022, 2023)})
    depot.commit(LATE, {ASTRAY: sent(STC, 2023), HOME: sent(STC, 2022)})
    depot.commit("2022-12-22", filed(STC, 2023, name="khac"))
    assert sorted(_received(depot)) == [EARLY, "2022-12-22"]


def test_what_another_file_held_astray_is_not_brought_along(depot: Depot) -> None:
    """Only the file that one commit takes away: an older one that was deleted dates nothing."""
    depot.commit("2022-11-01", {f"submissions/{STP}/cu.yaml": sent(STC, 2022)})
    depot.commit("2022-11-02", {f"submissions/{STP}/cu.yaml": None})
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {ASTRAY: None, HOME: sent(STC, 2022)})
    assert _received(depot) == [EARLY]


def test_the_owner_of_the_folder_keeps_its_own(depot: Depot) -> None:
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022), f"submissions/{SNV}/bc.yaml": sent(SNV, 2022)})
    depot.commit(LATE, {ASTRAY: None})
    assert _received(depot, SNV) == [EARLY]
    assert _received(depot) == []


def test_brought_home_by_a_merge(depot: Depot) -> None:
    """The merge takes it away and brings it home, seen from the main line."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.branch("sua")
    depot.commit("2022-12-01", {ASTRAY: None})
    depot.commit("2022-12-02", {HOME: sent(STC, 2022)})
    depot.switch("main")
    depot.merge(LATE, "sua")
    assert _received(depot) == [EARLY]


def test_merged_after_it_was_brought_home_on_a_branch(depot: Depot) -> None:
    """The main line never held it astray: it has it since the merge; the branch since its first day."""
    depot.branch("stc")
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit("2022-12-10", {ASTRAY: None, HOME: sent(STC, 2022)})
    depot.switch("main")
    depot.merge(LATE, "stc")
    assert _received(depot) == [LATE]
    assert "KH509" in codes(depot.ask())


def test_judged_before_it_was_brought_home_it_had_not_come(depot: Depot) -> None:
    """A later commit that moves files changes no past verdict."""
    astray = depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.commit(LATE, {ASTRAY: None, HOME: sent(STC, 2022)})
    then = depot.ask(Question(date(2022, 12, 5), rev=astray))
    now = depot.ask(Question(date(2022, 12, 5)))
    assert state(then, "1", STC, "2022") == state(now, "1", STC, "2022") == "overdue"
    assert state(depot.ask(Question(date(2022, 12, 20))), "1", STC, "2022") == "done_on_time"


def test_moved_home_but_not_committed(depot: Depot) -> None:
    """Uncommitted text changes nothing that was received."""
    depot.commit(EARLY, {ASTRAY: sent(STC, 2022)})
    depot.write({ASTRAY: None, HOME: sent(STC, 2022)})
    run = depot.ask()
    (claim,) = run.reports[0].claims
    assert claim.receipt is not None
    assert claim.receipt.source.value == "uncommitted"
    assert state(run, "1", STC, "2022") == "done_late"
