"""Checks of what git knows, where a merge, a rename, a second letter or a day judged comes in."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from kehoach.diagnostics import Finding
from kehoach.run import Question
from run.repositories import (
    REGISTRY,
    SNV,
    STC,
    TODAY,
    Contents,
    Depot,
    codes,
    environment,
    filed,
    sent,
)  # fmt: skip

BC = f"submissions/{STC}/bc.yaml"
FIRST, SECOND = sent(STC, 2022, dated="2022-11-20"), sent(STC, 2022, dated="2022-11-21")
LISTED = {
    "agencies.yaml": REGISTRY.replace("Sở Tài chính", 'Sở Tài chính, committers: ["@stc.vn"]')
    .replace("Sở Nội vụ", 'Sở Nội vụ, committers: ["@snv.vn"]')
    .replace("Sở Tư pháp", 'Sở Tư pháp, committers: ["@stp.vn"]')
}


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path / "kho")


def _found(depot: Depot, *wanted: str, as_of: date = TODAY) -> list[Finding]:
    run = depot.ask(Question(as_of, history=True))
    return [each for each in run.wrong if each.rule.code in wanted]


# KH513: a merge's own changes


def _merging(depot: Depot, *, theirs: bool = True) -> None:
    """Begin to merge snv's branch, with its own report, into main, where stc's stands."""
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    depot.commit_as("2022-11-20", {BC: FIRST}, "a@stc.vn")
    depot.branch("snv")
    depot.commit_as("2022-11-21", filed(SNV, 2022), "a@snv.vn")
    depot.switch("main")
    depot.commit_as("2022-11-22", {"plan_07.yaml": None} if not theirs else {}, "tong-hop@stp.vn")
    depot.git("merge", "-q", "--no-commit", "--no-ff", "snv", at="2022-12-05")


def _merged_by(depot: Depot, maker: str, files: Contents) -> str:
    depot.write(files)
    depot.git("add", "-A")
    names = {"GIT_AUTHOR_EMAIL": maker, "GIT_COMMITTER_EMAIL": maker}
    subprocess.run(
        ["git", "commit", "-q", "-m", "Nhập"],  # noqa: S607 - the git under test
        cwd=depot.root, env={**environment("2022-12-05"), **names}, check=True,
    )  # fmt: skip
    return depot.git("rev-parse", "HEAD")


@pytest.mark.parametrize("text", [SECOND, None, FIRST + "note: x\n"])
@pytest.mark.parametrize("maker", ["a@snv.vn", "tong-hop@stp.vn", "an@gmail.com"])
def test_a_merge_that_edits_a_foreign_folder_is_seen(
    depot: Depot, maker: str, text: str | None
) -> None:
    """What neither side held was written by whoever merged."""
    _merging(depot)
    merge = _merged_by(depot, maker, {BC: text})
    (finding,) = _found(depot, "KH513")
    assert finding.values["commit"] == merge[:10]
    assert finding.values["address"] == maker
    assert finding.subject.agency == STC


def test_a_merge_that_only_brings_is_not_blamed(depot: Depot) -> None:
    _merging(depot)
    _merged_by(depot, "tong-hop@stp.vn", {})
    assert _found(depot, "KH513") == []


def test_a_merge_by_the_owner_may_edit_its_folder(depot: Depot) -> None:
    _merging(depot)
    _merged_by(depot, "a@stc.vn", {BC: SECOND})
    assert _found(depot, "KH513") == []


def test_what_a_merge_dropped_is_seen(depot: Depot) -> None:
    """``-s ours`` the other way round: the branch, which is older, takes the place of main."""
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    depot.branch("snv")
    depot.commit_as("2022-11-19", filed(SNV, 2022), "a@snv.vn")
    depot.switch("main")
    depot.commit_as("2022-11-20", {BC: FIRST}, "a@stc.vn")
    depot.git("merge", "-q", "--no-commit", "--no-ff", "snv", at="2022-12-05")
    _merged_by(depot, "a@snv.vn", {BC: None})
    (finding,) = _found(depot, "KH513")
    assert finding.subject.agency == STC


def test_what_each_of_several_merged_brought_is_its_own(depot: Depot) -> None:
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    for name, files, maker in (
        ("a", filed(STC, 2022), "a@stc.vn"),
        ("b", filed(SNV, 2022), "a@snv.vn"),
    ):
        depot.git("switch", "-q", "-c", name, "main")
        depot.commit_as("2022-11-20", files, maker)
    depot.switch("main")
    depot.merge_as("2022-12-05", "tong-hop@stp.vn", "a", "b")
    assert _found(depot, "KH513") == []


# KH508: what stood there at 24:00 of 1 December 2022


def test_renamed_and_mended_before_the_deadline_then_taken_back(depot: Depot) -> None:
    """The text under the old name had gone before the deadline; it is not what stood there."""
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-11-25", {BC: None, f"submissions/{STC}/moi.yaml": SECOND})
    depot.commit("2022-12-20", {f"submissions/{STC}/moi.yaml": FIRST})
    assert len(_found(depot, "KH508")) == 1


def test_renamed_before_the_deadline_and_left_alone(depot: Depot) -> None:
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-11-25", {BC: None, f"submissions/{STC}/moi.yaml": FIRST})
    assert _found(depot, "KH508") == []


def test_renamed_before_the_deadline_and_amended_after(depot: Depot) -> None:
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-11-25", {BC: None, f"submissions/{STC}/moi.yaml": FIRST})
    depot.commit("2022-12-20", {f"submissions/{STC}/moi.yaml": SECOND})
    assert len(_found(depot, "KH508")) == 1


@pytest.mark.parametrize(("text", "amended"), [(FIRST, 0), (SECOND, 1)])
def test_withdrawn_before_the_deadline_and_back_after(
    depot: Depot, text: str, amended: int
) -> None:
    """It keeps its first day, so what it says must be what it said then."""
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-11-25", {BC: None})
    depot.commit("2022-12-20", {BC: text})
    assert len(_found(depot, "KH508")) == amended


def test_renamed_after_the_deadline_is_no_amendment(depot: Depot) -> None:
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-12-20", {BC: None, f"submissions/{STC}/moi.yaml": FIRST})
    assert _found(depot, "KH508") == []


# KH503: a letter dated after its receipt


def test_a_second_letter_that_came_on_its_own_day(depot: Depot) -> None:
    """It supplements the first, which came in time: neither is dated after its receipt."""
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-12-20", filed(STC, 2022, name="bo-sung", dated="2022-12-19"))
    assert _found(depot, "KH503") == []


def test_a_second_letter_in_the_place_of_the_first(depot: Depot) -> None:
    """Amended after the deadline, which is said; but it came when it says."""
    depot.commit("2022-11-20", {BC: FIRST})
    depot.commit("2022-12-20", filed(STC, 2022, dated="2022-12-19"))
    assert [each.rule.code for each in _found(depot, "KH503", "KH508")] == ["KH508"]


@pytest.mark.parametrize("name", ["bc", "bo-sung"])
def test_a_letter_dated_after_its_own_day_is_found(depot: Depot, name: str) -> None:
    """Be it the first or a second one."""
    depot.commit(
        "2022-11-20", {BC: sent(STC, 2022, dated="2022-11-20" if name != "bc" else "2022-12-19")}
    )
    if name != "bc":
        depot.commit("2022-12-01", filed(STC, 2022, name=name, dated="2022-12-19"))
    assert len(_found(depot, "KH503")) == 1


# The day judged


def test_what_commits_of_later_days_do_is_not_known_yet(depot: Depot) -> None:
    """A foreign commit, a foxtrot and an amendment of February, judged in January."""
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    depot.commit_as("2022-11-20", {BC: FIRST}, "a@stc.vn")
    depot.branch("stc")
    depot.commit_as("2023-02-01", {BC: SECOND}, "a@stc.vn")
    depot.switch("main")
    depot.commit_as("2023-02-01", {f"submissions/{SNV}/bc.yaml": sent(SNV, 2023)}, "an@gmail.com")
    depot.switch("stc")
    depot.merge_as("2023-02-02", "a@stc.vn", "main")
    depot.switch("main")
    depot.merge("2023-02-02", "stc", how="--ff-only")
    wanted = "KH508", "KH511", "KH512", "KH513"
    assert _found(depot, *wanted, as_of=date(2023, 1, 31)) == []
    found = [each.rule.code for each in _found(depot, *wanted)]
    assert sorted(found) == ["KH508", "KH512", "KH513"]


def test_a_commit_dated_ahead_is_told_whenever_one_asks(depot: Depot) -> None:
    """Its day is no day on which it came."""
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    depot.commit_as("2099-01-01", {BC: FIRST}, "an@gmail.com")
    codes_ = [each.rule.code for each in _found(depot, "KH511", "KH513")]
    assert sorted(codes_) == ["KH511", "KH513"]


@pytest.mark.parametrize("booked", [True, False])
def test_status_tells_what_was_withdrawn_as_check_does(
    depot: Depot, capsys: pytest.CaptureFixture[str], *, booked: bool
) -> None:
    """Also where the book dates all that is left, and git need not be asked for a day."""
    depot.commit("2022-11-20", {BC: FIRST})
    entry = f'  - {{agency: {SNV}, item: "1", period: 2022, received: 2022-11-20}}\n'
    book = {"receipts.yaml": f"schema: kehoach/receipts@1\nreceipts:\n{entry}"} if booked else {}
    depot.commit("2022-11-25", {BC: None, **book})
    told = {}
    for command in ("status", "check"):
        _, told[command], _ = depot.command(
            capsys, command, "--as-of", "2023-06-15", "--format", "json"
        )
    assert told["status"].count('"KH507"') == told["check"].count('"KH507"') == 1


def test_as_codes_of_a_sound_repository(depot: Depot) -> None:
    """Nothing of all this is said of one that is in order."""
    depot.commit_as("2022-01-11", LISTED, "tong-hop@stp.vn")
    depot.commit_as("2022-11-20", {BC: FIRST}, "a@stc.vn")
    assert not {"KH503", "KH507", "KH508", "KH511", "KH512", "KH513"} & set(codes(depot.ask()))
