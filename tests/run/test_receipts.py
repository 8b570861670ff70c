"""When the main line first held each report: one small history for every rule of docs/en/receipts.md.

Every history is judged with the machine's clock zone set to UTC, Vietnam's and California's. The
days expected are read off the history's own commits, by design's section "When was it received".
"""

import os
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from builders import a_key
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.run import Question, answer
from kehoach.verdicts.evidence.holdings import Version
from run.histories import PLAN, REGISTRY, TODAY, ZONES, Office, environment, report

STC, SNV, STP = "so-tai-chinh", "so-noi-vu", "so-tu-phap"
REPO = Path(__file__).resolve().parents[2]


# The main line


def test_commit(office: Office) -> None:
    """A report came on the day of the commit that brought it to the main line."""
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_merge_dates_what_it_brings(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_the_branch_day_of_a_late_merge_is_known(office: Office) -> None:
    """``explain`` shows it, and the office can enter the true arrival in the book."""
    office.branch("stc")
    sent = office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc")
    found = office.history().on_branch(a_key("07", "1", STC, "2022"), done=True)
    assert found is not None
    assert (found.day, found.commit) == (date(2022, 11, 30), sent)


def test_squash_is_judged_as_a_merge(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "--squash", "stc")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_rebase_is_judged_as_a_merge(office: Office) -> None:
    """A rebase keeps the author's day; the committer's is that of the rebase."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-12-01", office.file(SNV, 2022))
    office.switch("stc")
    office.git("rebase", "-q", "main", at="2022-12-05")
    office.switch("main")
    office.merge("2022-12-05", "stc", how="--ff-only")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-01 git",
    }


def test_fast_forward_keeps_the_commits_own_days(office: Office) -> None:
    """Without a merge commit the branch's commits are the main line's own."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-12-05", "stc", how="--ff-only")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_cherry_pick(office: Office) -> None:
    office.branch("stc")
    picked = office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("cherry-pick", picked, at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_cherry_pick_before_the_merge(office: Office) -> None:
    """The first day on the main line counts; the merge brings nothing new."""
    office.branch("stc")
    picked = office.commit("2022-11-28", office.file(STC, 2022))
    office.switch("main")
    office.git("cherry-pick", picked, at="2022-11-30")
    office.merge("2022-12-05", "stc")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_octopus_dates_all_that_it_brings(office: Office) -> None:
    for branch, agency, day in (("a", STC, "2022-11-28"), ("b", SNV, "2022-11-29")):
        office.branch(branch, "main")
        office.commit(day, office.file(agency, 2022))
    office.switch("main")
    office.merge("2022-12-05", "a", "b")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_evil_merge(office: Office) -> None:
    """What a merge commit adds by itself came with it."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "--no-ff", "--no-commit", "stc")
    office.commit("2022-12-05", office.file(SNV, 2022))
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_merge_that_drops_a_report_has_not_received_it(office: Office) -> None:
    """``-s ours`` merges the branch's history, not its files; filed again later it comes then."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git("merge", "-q", "-s", "ours", "--no-ff", "-m", "Nhập", "stc", at="2022-12-01")
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_merge_of_a_merge(office: Office) -> None:
    """A branch that pulled main before the office merged it is still dated by the office's merge."""
    office.branch("stc")
    office.commit("2022-11-29", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-11-30", office.file(SNV, 2022))
    office.switch("stc")
    office.merge("2022-12-01", "main", message="Merge branch 'main' into stc")
    office.switch("main")
    office.merge("2022-12-05", "stc")
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-11-30 git",
    }
    assert office.history().timeline.foxtrots == ()


# Foxtrots


def _foxtrot(office: Office, message: str) -> None:
    """Let the agency work on its own main line, pull the office's and push the result."""
    office.branch("cua-stc")
    office.commit("2022-11-29", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-11-30", office.file(SNV, 2022))
    office.branch("nhap", "main")
    office.commit("2022-11-20", office.file(STP, 2022))
    office.switch("main")
    office.merge("2022-12-01", "nhap")
    office.switch("cua-stc")
    office.merge("2022-12-05", "main", message=message)
    office.switch("main")
    office.merge("2022-12-05", "cua-stc", how="--ff-only")


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'main' of https://git.example.vn/du-lieu",
        "Merge branch 'main' into cua-stc",
        "Merge remote-tracking branch 'origin/main'",
        "Merge remote-tracking branch 'refs/remotes/origin/main' into cua-stc",
        "Merge branches 'main' and 'khac' into cua-stc",
    ],
)
def test_foxtrot_keeps_older_dates(office: Office, message: str) -> None:
    """The agency's own, and everybody else's; merges on the true main line date as ever."""
    _foxtrot(office, message)
    assert office.received() == {
        f"{STC} 2022": "2022-11-29 git",
        f"{SNV} 2022": "2022-11-30 git",
        f"{STP} 2022": "2022-12-01 git",
    }
    assert [each.subject for each in office.history().timeline.foxtrots] == [message]


@pytest.mark.parametrize(
    "message",
    [
        "Merge branch 'stc'",
        "Merge branch 'stc' into main",
        "Merge branch 'so-tai-chinh/main'",
        "Merge remote-tracking branch 'so-tai-chinh/main'",
        "Merge pull request #7 from so-tai-chinh/main",
        "Merge branch 'main-2022' of https://git.example.vn/stc",
        "Merge commit 'main'",
        "Nhập nhánh 'main'",
    ],
)
def test_a_merge_into_the_main_line_is_no_foxtrot(office: Office, message: str) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.commit("2022-12-01", office.file(SNV, 2022))
    office.merge("2022-12-05", "stc", message=message)
    assert office.received()[f"{STC} 2022"] == "2022-12-05 git"
    assert office.history().timeline.foxtrots == ()


def test_a_real_pull_is_known_as_a_foxtrot(office: Office) -> None:
    """Git's own message of ``git pull``, not one that the test wrote."""
    agency = office.clone("stc")
    agency.commit("2022-11-29", agency.file(STC, 2022))
    office.commit("2022-11-30", office.file(SNV, 2022))
    agency.git("pull", "-q", "--no-rebase", at="2022-12-05")
    assert len(agency.history().timeline.foxtrots) == 1
    assert agency.received() == {
        f"{STC} 2022": "2022-11-29 git",
        f"{SNV} 2022": "2022-11-30 git",
    }


def test_a_foxtrot_of_a_main_branch_with_another_name(office: Office) -> None:
    """Pulling a branch into itself says so, whatever its name and even with HEAD detached."""
    office.git("branch", "-m", "main", "chinh")
    agency = office.clone("stc")
    agency.commit("2022-11-29", agency.file(STC, 2022))
    office.commit("2022-11-30", office.file(SNV, 2022))
    agency.git("pull", "-q", "--no-rebase", at="2022-12-05")
    agency.git("checkout", "-q", "--detach")
    assert agency.received()[f"{SNV} 2022"] == "2022-11-30 git"


# Roots and rewriting


def test_orphan_root_merged_later(office: Office) -> None:
    """A branch without ancestors in common came with the merge that joined it."""
    office.git("checkout", "-q", "--orphan", "moi")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.git(
        "merge",
        "-q",
        "--no-ff",
        "--allow-unrelated-histories",
        "-m",
        "Nhập",
        "moi",
        at="2022-12-05",
    )
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_orphan_root_as_main_line(office: Office) -> None:
    """A main line that began anew dates all by its own root: the old one is no ancestor."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("checkout", "-q", "--orphan", "moi")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_unrelated_history_brought_in(office: Office, tmp_path: Path) -> None:
    agency = Office(tmp_path / "khac")
    agency.commit("2022-11-30", agency.file(SNV, 2022))
    office.commit("2022-12-01", office.file(STC, 2022))
    office.git("fetch", "-q", agency.root.as_uri(), "main")
    office.git(
        "merge", "-q", "--allow-unrelated-histories", "-m", "Nhập", "FETCH_HEAD", at="2022-12-05"
    )
    assert office.received() == {
        f"{STC} 2022": "2022-12-01 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_report_in_the_root_commit(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_reverted_report_is_missing(office: Office) -> None:
    """What came and is gone counts as missing; the history still knows it."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("revert", "--no-edit", "HEAD", at="2022-12-01")
    assert office.received() == {}
    assert office.history().first(a_key("07", "1", STC, "2022"), done=True) is not None


def test_revert_of_the_revert_keeps_the_first_day(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("revert", "--no-edit", "HEAD", at="2022-12-01")
    office.git("revert", "--no-edit", "HEAD", at="2022-12-20")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_reverted_merge_and_its_revert_keep_the_first_day(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-20", office.file(STC, 2022))
    office.switch("main")
    office.merge("2022-11-30", "stc")
    office.git("revert", "--no-edit", "-m", "1", "HEAD", at="2022-12-01")
    office.git("revert", "--no-edit", "HEAD", at="2022-12-20")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_amended_commit_is_dated_by_the_amendment(office: Office) -> None:
    """``commit --amend`` makes another commit; the one it replaced is on no line."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("commit", "-q", "--amend", "--no-edit", at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_author_dates_prove_nothing(office: Office) -> None:
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    office.git("commit", "-q", "-m", "Lùi ngày", "--date", "2022-01-01T10:00:00", at="2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


# A receipt belongs to the report, not to the file


def _then_move(office: Office, old: str, new: str, folder: Path | None = None) -> None:
    """File a report on 30 November and move something in December."""
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / new).parent.mkdir(parents=True, exist_ok=True)
    office.git("mv", old, new)
    office.commit("2022-12-20")
    office.data = folder or office.data
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_renamed_file(office: Office) -> None:
    _then_move(
        office, f"data/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/bao-cao-2022.yaml"
    )


def test_file_moved_to_a_subfolder(office: Office) -> None:
    _then_move(office, f"data/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/2022/bc.yaml")


def test_moved_data_folder(office: Office) -> None:
    _then_move(office, "data", "kho/du-lieu", office.root / "kho/du-lieu")


def test_data_folder_moved_to_the_top(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    for name in ("plan_07.yaml", "agencies.yaml", "submissions"):
        office.git("mv", f"data/{name}", name)
    office.commit("2022-12-20")
    office.data = office.root
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_twice(office: Office) -> None:
    _then_move(office, "data", "a", office.root / "a")
    office.commit("2022-12-21", office.file(SNV, 2022))
    office.git("mv", "a", "b")
    office.commit("2022-12-22")
    office.data = office.root / "b"
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-21 git",
    }


def test_data_folder_moved_there_and_back(office: Office) -> None:
    _then_move(office, "data", "a", office.root / "a")
    office.git("mv", "a", "data")
    office.commit("2022-12-22")
    office.data = office.root / "data"
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_and_edited_at_once(office: Office) -> None:
    """The plan, the registry and the report change in the very commit that moves them."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("mv", "data", "moi")
    office.data = office.root / "moi"
    office.commit(
        "2022-12-20",
        {
            "plan_07.yaml": PLAN + "# sửa\n",
            "agencies.yaml": REGISTRY + "# sửa\n",
            f"submissions/{STC}/bc.yaml": report(STC, 2022, number="2/BC"),
        },
    )
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_on_a_branch(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.branch("don-dep")
    office.git("mv", "data", "moi")
    office.commit("2022-12-10")
    office.switch("main")
    office.commit("2022-12-11", office.file(SNV, 2022))
    office.git("merge", "-q", "--no-ff", "--no-commit", "don-dep")
    office.git("mv", f"data/submissions/{SNV}", f"moi/submissions/{SNV}")
    office.data = office.root / "moi"
    office.commit("2022-12-20")
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-11 git",
    }


def test_a_new_folder_at_the_old_place_is_another(office: Office) -> None:
    """After the move, what is filed where the folder used to lie is not the folder's."""
    _then_move(office, "data", "moi", office.root / "moi")
    office.write(office.file(SNV, 2022), folder=office.root / "data")
    office.commit("2022-12-21")
    office.write({f"submissions/{SNV}/bc.yaml": report(SNV, 2022)})
    office.commit("2022-12-28")
    assert office.received()[f"{SNV} 2022"] == "2022-12-28 git"


def test_split_file(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2021, 2022))
    office.commit("2022-12-20", {**office.file(STC, 2021), **office.file(STC, 2022, name="rieng")})
    assert office.received() == {
        f"{STC} 2021": "2022-11-30 git",
        f"{STC} 2022": "2022-11-30 git",
    }


def test_joined_files(office: Office) -> None:
    office.commit("2022-11-29", office.file(STC, 2021, name="a"))
    office.commit("2022-11-30", office.file(STC, 2022, name="b"))
    office.commit(
        "2022-12-20",
        {f"submissions/{STC}/b.yaml": None, **office.file(STC, 2021, 2022, name="a")},
    )
    assert office.received() == {
        f"{STC} 2021": "2022-11-29 git",
        f"{STC} 2022": "2022-11-30 git",
    }


@pytest.mark.parametrize(
    "rewritten",
    [
        report(STC, 2022).replace("\n", "\r\n"),
        "\ufeff" + report(STC, 2022),
        report(STC, 2022).replace('  - {item: "1", period: 2022}', '- item: "1"\n  period: "2022"'),
        "# chú thích\n" + report(STC, 2022),
        unicodedata.normalize("NFD", report(STC, 2022) + "note: Đã rà soát ở tỉnh\n"),
    ],
    ids=["crlf", "bom", "reformatted", "comment", "nfd"],
)
def test_rewriting_the_file_changes_nothing(office: Office, rewritten: str) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": rewritten})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_line_ends_converted_at_checkout(office: Office) -> None:
    """As on Windows: git keeps LF and checks out CRLF."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("config", "core.autocrlf", "true")
    path = office.data / f"submissions/{STC}/bc.yaml"
    path.unlink()
    office.git("checkout", "-q", "--", ".")
    assert b"\r\n" in path.read_bytes()
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


NFD = unicodedata.normalize("NFD", "báo cáo Sở Tài chính")


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFC", NFD),
        NFD,
        "có dấu cách",
        "\"ngoặc kép\" và 'đơn'",
        "[*]?",
        "-x",
        "--help",
        "tab\tở giữa",
        "xuống\ndòng",
        ":(top)",
        "\x01hai\x02ba",
        "$(HOME)`id`",
        "a" * 200,
    ],
)
def test_file_names(office: Office, name: str) -> None:
    """Git is asked with -z and never given a name: whatever stands in one is read as it is."""
    office.commit("2022-11-30", office.file(STC, 2022, name=name))
    office.commit("2022-12-20", office.file(STC, 2022, 2023, name=name))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2022-12-20 git",
    }


def test_nfc_and_nfd_names_are_one_report(office: Office) -> None:
    nfc = unicodedata.normalize("NFC", NFD)
    office.commit("2022-11-30", office.file(STC, 2022, name=nfc))
    old = {f"submissions/{STC}/{nfc}.yaml": None}
    office.commit("2022-12-20", {**old, **office.file(STC, 2022, name=NFD)})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


@pytest.mark.parametrize("name", ["dữ liệu", "a b", "-d", "[*]", "dòng\nmới", '"'])
def test_names_of_the_data_folder(tmp_path: Path, name: str) -> None:
    office = Office(tmp_path / "kho", data=name)
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_mail_map_changes_nothing(office: Office) -> None:
    """Committers are known by the addresses in the commits themselves."""
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / ".mailmap").write_text("Ai đó <khac@example.vn> <van-thu@stc.example.vn>\n")
    office.commit("2022-12-01")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}
    made = [(each.author, each.committer) for each in office.history().timeline.commits]
    assert set(made) == {("van-thu@stc.example.vn", "van-thu@stc.example.vn")}


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


# Where git stands


def test_detached_head(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("checkout", "-q", "--detach")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_an_older_commit_checked_out(office: Office) -> None:
    """The main line is that of the checked-out commit; what came later is not there."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-05", office.file(SNV, 2022))
    office.git("checkout", "-q", "HEAD~1")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_worktree(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("worktree", "add", "-q", "../khac", "-b", "khac")
    office.data = office.root.parent / "khac/data"
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_worktree_whose_repository_has_gone(office: Office) -> None:
    """Git calls that "not a git repository: …"; it is no reason to go by declared dates."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("worktree", "add", "-q", "../khac", "-b", "khac")
    office.root.rename(office.root.parent / "mat")
    office.data = office.root.parent / "khac/data"
    with pytest.raises(GitTrouble, match="--no-git"):
        office.run()


def test_submodule(office: Office, tmp_path: Path) -> None:
    """A data folder in a submodule has the submodule's history."""
    office.commit("2022-11-30", office.file(STC, 2022))
    above = Office(tmp_path / "tren")
    above.git("submodule", "add", "-q", office.root.as_uri(), "con")
    above.commit("2022-12-20")
    above.data = above.root / "con/data"
    assert above.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_submodule_among_the_submissions(office: Office, tmp_path: Path) -> None:
    """A submodule's entry in the log is no file, and does not disturb the others."""
    other = Office(tmp_path / "khac")
    office.git("submodule", "add", "-q", other.root.as_uri(), "data/submissions/khac.yaml")
    office.commit("2022-11-29")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_subfolder_of_a_larger_repository(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", data="phong/ke hoach/data")
    (office.root / "src.py").write_text("print()\n")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_at_the_top(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", data=".")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_second_data_folder_next_door(office: Office) -> None:
    """Another folder's reports date nothing here, even where its name begins alike."""
    beside = office.root / "data-2"
    office.write(
        {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)}, folder=beside
    )
    office.commit("2022-11-30")
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_report_moved_from_the_folder_next_door(office: Office) -> None:
    """One report that changes folders does not make the two folders one."""
    beside = office.root / "cu"
    office.write(
        {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)}, folder=beside
    )
    office.commit("2022-11-30")
    (office.data / f"submissions/{STC}").mkdir(parents=True)
    office.git("mv", f"cu/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/bc.yaml")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_a_link_to_the_data_folder(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    link = office.root.parent / "loi-tat"
    link.symlink_to(office.data)
    office.data = link
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_named_from_where_one_stands(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    monkeypatch.chdir(office.root)
    office.data = Path("data")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_branches_with_hostile_names(office: Office) -> None:
    """Git is asked for a commit by its id, so that no name can be mistaken for another thing."""
    office.commit("2022-11-30", office.file(STC, 2022))
    head = office.git("rev-parse", "HEAD")
    old = office.git("rev-parse", "HEAD~1")
    for name in ("HEAD", "-x", "data", "data/submissions"[:4] + "-2", head, "origin/main"):
        office.git("update-ref", f"refs/heads/{name}", old)
    office.git("update-ref", "refs/tags/HEAD", old)
    (office.root / head).write_text("một tệp tên như commit\n")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_on_a_branch_called_head(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("update-ref", "refs/heads/-x", "HEAD")
    office.git("symbolic-ref", "HEAD", "refs/heads/-x")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_sha256(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", init=("--object-format=sha256",))
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-05", office.file(STC, 2022, 2023))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2022-12-05 git",
    }


def test_replaced_and_grafted_commits(office: Office) -> None:
    """What git would show instead of a commit is not what was committed."""
    office.commit("2022-11-20", office.file(SNV, 2022))
    true = office.commit("2022-12-05", office.file(STC, 2022))
    tree = office.git("rev-parse", "HEAD^{tree}")
    forged = office.git("commit-tree", tree, "-m", "Giả", at="2022-01-11")
    office.git("replace", true, forged)
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-11-20 git",
    }
    office.git("replace", "-d", true)
    (office.root / ".git/info/grafts").write_text(f"{true}\n")
    assert office.received()[f"{SNV} 2022"] == "2022-11-20 git"


# Not committed


def test_no_commits_yet(tmp_path: Path) -> None:
    """Not committed is received on the real day of the run."""
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_untracked_file(office: Office) -> None:
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_uncommitted_is_dated_by_the_run_and_never_by_as_of(office: Office) -> None:
    office.write(office.file(STC, 2022))
    run = office.run(as_of=date(2022, 12, 31))
    days = [claim.receipt.day for claim in run.reports[0].claims if claim.receipt]
    assert days == [TODAY]


def test_staged_file(office: Office) -> None:
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_modified_file(office: Office) -> None:
    """What it said before keeps its day; what it says anew is not committed."""
    office.commit("2022-11-30", office.file(STC, 2022, task="in_progress"))
    office.write(office.file(STC, 2022, 2023, task="done"))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2023-06-15 uncommitted",
        f"{STC} việc": "2023-06-15 uncommitted",
    }


def test_moved_but_not_committed(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    old = office.data / f"submissions/{STC}/bc.yaml"
    old.rename(old.with_name("moi.yaml"))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_ignored_file(office: Office) -> None:
    (office.root / ".gitignore").write_text("data/submissions/\n")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


def test_a_commit_on_another_branch_is_not_held(office: Office) -> None:
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022))
    office.switch("main")
    office.write(office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2023-06-15 uncommitted"}


# No git, or not enough of it


def test_no_repository(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    (office.root / ".git").rename(tmp_path / "cat-di")
    assert office.received() == {f"{STC} 2022": "2022-11-01 declared"}


def test_no_git_is_asked_for(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_a_repository_but_no_git_command(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    monkeypatch.chdir(office.root)
    monkeypatch.setenv("PATH", str(tmp_path / "trong"))
    for place in (office.root / "data", Path("data")):
        office.data = place
        with pytest.raises(GitTrouble, match="install git"):
            office.run()
    assert office.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_neither_repository_nor_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path / "kho", empty=True)
    office.write(office.file(STC, 2022))
    (office.root / ".git").rename(tmp_path / "cat-di")
    monkeypatch.setenv("PATH", str(tmp_path / "trong"))
    assert office.received() == {f"{STC} 2022": "2022-11-01 declared"}


def test_damaged_repository(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / ".git/HEAD").write_text("hỏng\n")
    with pytest.raises(GitTrouble, match="--no-git"):
        office.run()


def test_lost_object(office: Office) -> None:
    """A version that cannot be read for want of its object is not passed over."""
    office.commit("2022-11-30", office.file(STC, 2022))
    blob = office.git("rev-parse", f"HEAD:data/submissions/{STC}/bc.yaml")
    office.commit("2022-12-05", office.file(STC, 2022, 2023))
    (office.root / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    with pytest.raises(GitTrouble, match="missing"):
        office.run()


def _command(office: Office, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``kehoach status`` as a user does, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(REPO / "src"), "KEHOACH_LANG": "en", **more}
    words = [sys.executable, "-m", "kehoach", "status", "--as-of", "2023-06-15", "--data"]
    return subprocess.run(  # noqa: S603 - our own program
        [*words, str(office.data), *options],
        env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_shallow_clone_is_refused_with_its_remedy(office: Office) -> None:
    """Depth 1 would give every file the same wrong day, with exit code 0 (traps.md, Git)."""
    office.commit("2022-11-30", office.file(STC, 2022))
    copy = office.clone("nong", "--depth=1")
    done = _command(copy)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    assert done.stdout == ""
    assert _command(copy, "--no-git").returncode == 0
    copy.git("fetch", "-q", "--unshallow")
    assert copy.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_shallow_is_fine_where_the_book_dates_everything(office: Office) -> None:
    office.commit(
        "2022-11-30",
        {
            **office.file(STC, 2022),
            "receipts.yaml": "schema: kehoach/receipts@1\nreceipts:\n"
            f'  - {{agency: {STC}, item: "1", period: 2022, received: 2022-11-15}}\n',
        },
    )
    copy = office.clone("nong", "--depth=1")
    assert copy.received() == {f"{STC} 2022": "2022-11-15 registry"}
    # But what was withdrawn or amended nobody can see there: check says so, in words that mend it.
    seen, whole = (
        [each for each in answer(DataFolder(each.data), "data/", Question(history=True)).wrong
         if each.rule.code == "KH514"]
        for each in (copy, office)
    )  # fmt: skip
    assert [("git fetch --unshallow" in each.message("vi")) for each in seen] == [True]
    assert whole == []


def test_depth_beyond_the_history_is_no_shallow_clone(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.clone("sau", "--depth=50").received() == {f"{STC} 2022": "2022-11-30 git"}


@pytest.mark.parametrize("lacking", ["blob:none", "tree:0"])
def test_partial_clone_is_refused(office: Office, lacking: str) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("config", "uploadpack.allowFilter", "true")
    copy = office.clone("thieu", f"--filter={lacking}")
    with pytest.raises(GitTrouble, match="partial"):
        copy.run()
    assert copy.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}


def test_bare_repository_is_refused(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    bare = office.clone("tran", "--bare")
    bare.data = bare.root / "data"
    bare.write({"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)})
    with pytest.raises(GitTrouble, match="bare"):
        bare.run()


def test_another_users_repository_is_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git that believes the folder to be somebody else's, as in a CI container."""
    office.commit("2022-11-30", office.file(STC, 2022))
    real = environment("2022-01-10")["PATH"]
    fake = tmp_path / "bin/git"
    fake.parent.mkdir()
    fake.write_text(
        "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER\n"
        f'PATH={real}\nexec git "$@"\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:{real}")
    with pytest.raises(GitTrouble, match=r"safe\.directory"):
        office.run()


# Whatever surrounds it


@pytest.mark.parametrize("index", ["", "khong-co"])
def test_environment_of_a_hook(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str
) -> None:
    """A hook of another repository has set its own places, and a user odd options."""
    office.commit("2022-11-30", office.file(STC, 2022))
    other = Office(tmp_path / "khac")
    for name, value in {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": index,
        "GIT_OBJECT_DIRECTORY": "/khong-co",
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "khac/",
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_DIFF_OPTS": "-u0",
        "GIT_TRACE": "1",
        "GIT_PAGER": "false",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG_PARAMETERS": "'log.showRoot=false'",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "true",
    }.items():
        monkeypatch.setenv(name, value)
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


CONFIG = """\
[color]
    ui = always
    diff = always
[log]
    showSignature = true
    follow = true
    mailmap = true
    showRoot = false
    diffMerges = off
    decorate = full
    abbrevCommit = true
    date = relative
[diff]
    noprefix = true
    renames = copies
    orderFile = /khong/co
    external = false
    relative = true
    submodule = log
    ignoreSubmodules = none
    mnemonicPrefix = true
[core]
    quotePath = true
    abbrev = 4
    pager = false
    fsmonitor = false
[format]
    pretty = oneline
    notes = *
[alias]
    log = !false
    rev-parse = !false
[i18n]
    logOutputEncoding = UTF-16
[notes]
    displayRef = *
[merge]
    renames = false
[pager]
    log = false
"""


def test_a_users_configuration(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that a user may set for reading logs changes what the program reads."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022, name="báo cáo"))
    office.switch("main")
    office.merge("2022-12-05", "stc", message="Nhập nhánh của Sở")
    office.commit("2022-12-06", office.file(SNV, 2022))
    office.git("notes", "add", "-m", "ghi chú", "HEAD")
    expected = {f"{STC} 2022": "2022-12-05 git", f"{SNV} 2022": "2022-12-06 git"}
    before = office.history()
    config = tmp_path / "cau-hinh"
    config.write_text(CONFIG)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert office.received() == expected
    assert office.history().timeline.commits == before.timeline.commits


def test_a_message_in_another_encoding(office: Office) -> None:
    office.git("config", "i18n.commitEncoding", "ISO-8859-1")
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    office.git("commit", "-q", "-F", "-", given=b"N\xe2ng c\xe2p\n", at="2022-11-30")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_a_message_that_looks_like_the_log(office: Office) -> None:
    """Neither signs nor lines in a message can pass for a commit or a file."""
    forged = "\x01" + "0" * 40 + "\x02\x020\x02a\x02b\x02\n:000000 100644 0 0 A\tdata"
    office.commit("2022-11-30", office.file(STC, 2022), message=forged)
    office.commit("2022-12-05", office.file(SNV, 2022), message=":" + forged)
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_in_processes_of_every_zone(office: Office) -> None:
    """The whole program, started anew in each zone, prints the same."""
    office.commit("2022-12-01T17:00:00+00:00", office.file(STC, 2022))
    printed = {_command(office, "--format", "json", TZ=zone).stdout for zone in ZONES}
    assert len(printed) == 1
    assert '"2022-12-02"' in printed.pop()


# What later checks stand on


def test_versions_tell_what_was_said_and_when(office: Office) -> None:
    """In order, with day, commit and file; equal in meaning where only the form differs."""
    first = office.commit("2022-11-30", office.file(STC, 2022))
    second = office.commit(
        "2022-12-20", {f"submissions/{STC}/bc.yaml": "# sửa\n" + report(STC, 2022)}
    )
    third = office.commit(
        "2022-12-21", {f"submissions/{STC}/bc.yaml": report(STC, 2022, number="2/BC")}
    )
    versions = office.history().versions[a_key("07", "1", STC, "2022")]
    path = f"data/submissions/{STC}/bc.yaml"
    assert [_plain(each) for each in versions] == [
        (date(2022, 11, 30), first, path),
        (date(2022, 12, 20), second, path),
        (date(2022, 12, 21), third, path),
    ]
    assert versions[0].meaning == versions[1].meaning != versions[2].meaning


def _plain(version: Version) -> tuple[date, str, str]:
    return version.day, version.commit, version.path
