"""Which entry of a file came when: reused files, drafts, tasks, links; what commit clocks are worth."""

from datetime import date

import pytest

from builders import a_key
from run.histories import TODAY, Office, report
from run.received import SNV, STC

# What counts as held


def test_reused_file_dates_each_year_by_itself(office: Office) -> None:
    office.commit("2021-11-30", office.file(STC, 2021))
    office.commit("2022-11-29", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-29 git"}


def test_file_grown_year_by_year(office: Office) -> None:
    office.commit("2022-01-11", office.file(STC, 2021))
    office.commit("2022-11-29", office.file(STC, 2021, 2022))
    assert office.received() == {
        f"{STC} 2021": "2022-01-11 git",
        f"{STC} 2022": "2022-11-29 git",
    }


@pytest.mark.parametrize(
    "draft",
    [
        f"nhap/{STC}/bc.yaml",
        f"submissions/{STC}/bc.yaml.txt",
        f"submissions/{STC}/.bc.yaml",
        f"submissions/.nhap/{STC}/bc.yaml",
        "bc.yaml",
    ],
)
def test_drafts_do_not_count(office: Office, draft: str) -> None:
    """A report counts from the day it lies in a file that is read: below submissions/, .yaml."""
    office.commit("2022-11-20", {draft: report(STC, 2022)})
    office.commit("2022-11-30", {draft: None, **office.file(STC, 2022)})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


@pytest.mark.parametrize(
    "wrong",
    [
        report(STC, 2020),
        report(STC, 2022).replace('"1"', '"11"'),
        report(STC, 2022).replace('plan: "07"', 'plan: "08"'),
        report(STC, 2022).replace('reports:\n  - {item: "1"', 'reports:\n  - {itme: "1"'),
        report(STC, 2022) + "agency: so-tai-chinh\n",
        "reports: [\n",
        "",
    ],
    ids=["period", "item", "plan", "unknown key", "duplicate key", "broken", "empty"],
)
def test_a_report_counts_from_the_day_it_was_right(office: Office, wrong: str) -> None:
    """Typing errors mended later: the day of the mending counts."""
    office.commit("2022-11-30", {f"submissions/{STC}/bc.yaml": wrong})
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


@pytest.mark.parametrize("folder", [SNV, "khong-co", "."])
def test_report_in_anothers_folder_keeps_its_first_day(office: Office, folder: str) -> None:
    """It does not count until it is moved; then it has been there since the first day."""
    misplaced = f"submissions/{folder}/bc.yaml"
    office.commit("2022-11-30", {misplaced: report(STC, 2022)})
    assert office.received() == {}
    office.commit("2022-12-20", {misplaced: None, **office.file(STC, 2022)})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_task_is_received_when_first_said_to_be_done(office: Office) -> None:
    office.commit("2022-10-01", office.file(STC, task="in_progress"))
    assert office.received() == {}
    office.commit("2022-12-05", office.file(STC, task="done"))
    office.commit("2022-12-20", office.file(STC, task="done", name="khac"))
    assert office.received() == {f"{STC} việc": "2022-12-05 git"}


def test_task_done_on_a_branch_after_being_in_progress_there(office: Office) -> None:
    """The branch's day of a task, too, is that on which it was first said to be done."""
    office.branch("stc")
    office.commit("2022-10-01", office.file(STC, task="in_progress"))
    office.commit("2022-11-01", office.file(STC, task="done"))
    office.switch("main")
    office.merge("2022-12-05", "stc")
    found = office.history().on_branch(a_key("07", "2", STC, "once"), done=True)
    assert found is not None
    assert found.day == date(2022, 11, 1)


def test_first_of_two_files_counts(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-20", office.file(STC, 2022, name="lan-hai"))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_a_link_says_nothing(office: Office) -> None:
    """A symbolic link of that name held no report; the file that replaced it does."""
    path = office.data / f"submissions/{STC}/bc.yaml"
    path.parent.mkdir(parents=True)
    path.symlink_to("khong-co.yaml")
    office.commit("2022-11-30")
    path.unlink()
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


# Clocks


def test_five_in_the_afternoon_utc_is_the_next_day(office: Office) -> None:
    """17:00Z is midnight in Vietnam: 1 December, the last day on time, has just ended."""
    office.commit("2022-12-01T16:59:59+00:00", office.file(STC, 2022))
    office.commit("2022-12-01T17:00:00+00:00", office.file(SNV, 2022))
    assert office.received() == {
        f"{STC} 2022": "2022-12-01 git",
        f"{SNV} 2022": "2022-12-02 git",
    }


def test_the_committers_own_zone_does_not_matter(office: Office) -> None:
    office.commit("2022-12-01T23:30:00-08:00", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-02 git"}


def test_a_commit_is_never_received_before_its_ancestors(office: Office) -> None:
    office.commit("2022-12-05", office.file(SNV, 2022))
    skewed = office.commit("2022-11-01", office.file(STC, 2022))
    assert office.received()[f"{STC} 2022"] == "2022-12-05 git"
    assert [each.id for each, _ in office.history().timeline.clocks.behind] == [skewed]


def test_skew_is_measured_against_every_ancestor(office: Office) -> None:
    """Also those that a merge brings in from its other side."""
    office.branch("stc")
    office.commit("2022-12-05", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-11-01", "stc")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_a_future_commit_is_not_received_yet(office: Office) -> None:
    future = office.commit("2030-01-01", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2030-01-01 git"}
    run = office.run()
    assert [claim.came_by(TODAY) for claim in run.reports[0].claims] == [False]
    assert [each.id for each in office.history().timeline.clocks.future] == [future]


def test_dates_before_1970_and_far_ahead(office: Office) -> None:
    """What a date-handling library cannot hold is no reason to stop."""
    tree = office.git("write-tree")
    who = "Ai <ai@example.vn>"
    for seconds in ("99999999999999", ""):
        raw = f"tree {tree}\nauthor {who} {seconds} +0700\ncommitter {who} {seconds} +0700\n\nx\n"
        commit = office.git(
            "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw.encode()
        )
        office.git("update-ref", "refs/heads/la", commit)
        copy = office.git("rev-parse", "main")
        office.git("checkout", "-q", "la")
        office.write(office.file(STC, 2022))
        assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}
        office.git("checkout", "-q", copy)
