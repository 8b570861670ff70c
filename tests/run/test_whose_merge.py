"""Which side of a merge is the main line, in repositories: by who made it, then by its subject."""

from pathlib import Path

import pytest

from run.repositories import REGISTRY, SNV, STC, STP, Depot, filed

OFFICE, FORGE, A_STC, A_SNV = "a@stp.vn", "noreply@github.com", "a@stc.vn", "a@snv.vn"
PULL, REQUEST = "Merge branch 'main' into stc", "Merge pull request #1 from stc/main"
EARLY, MERGED = "2022-11-29", "2022-12-05"
LISTED = {
    "agencies.yaml": REGISTRY.replace("Sở Tài chính", 'Sở Tài chính, committers: ["@stc.vn"]')
    .replace("Sở Nội vụ", 'Sở Nội vụ, committers: ["@snv.vn"]')
    .replace("Sở Tư pháp", 'Sở Tư pháp, committers: ["@stp.vn"]')
}


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path / "kho")


def _received(depot: Depot) -> dict[str, str]:
    return {
        each.key.agency: str(each.receipt.day)
        for each in depot.ask().reports[0].claims
        if each.receipt is not None
    }


def _pulled(depot: Depot, by: str, subject: str) -> None:
    """Let ``by`` merge main, with snv's report, into stc's branch, and make that the main branch."""
    depot.branch("stc")
    depot.commit_as(EARLY, filed(STC, 2022), A_STC)
    depot.switch("main")
    depot.commit_as(EARLY, filed(SNV, 2022), A_SNV, OFFICE)
    depot.switch("stc")
    depot.merge_as(MERGED, by, "main", message=subject)
    depot.switch("main")
    depot.merge(MERGED, "stc", how="--ff-only")


def _merged(depot: Depot, by: str, subject: str) -> None:
    """Let ``by`` merge stc's branch into main, where snv's report came last."""
    depot.branch("stc")
    depot.commit_as(EARLY, filed(STC, 2022), A_STC)
    depot.switch("main")
    depot.commit_as(EARLY, filed(SNV, 2022), A_SNV, OFFICE)
    depot.merge_as(MERGED, by, "stc", message=subject)


@pytest.mark.parametrize("subject", [PULL, REQUEST, "Nhập nhánh", "Merged PR 1: Báo cáo"])
def test_an_agency_that_pulls_keeps_everybodys_days(depot: Depot, subject: str) -> None:
    depot.commit("2022-01-11", LISTED)
    _pulled(depot, A_STC, subject)
    assert _received(depot) == {STC: EARLY, SNV: EARLY}
    assert len(depot.history().timeline.foxtrots) == 1


@pytest.mark.parametrize("by", [OFFICE, FORGE])
@pytest.mark.parametrize("subject", [PULL, REQUEST, "Merge branch 'main' of https://git.vn/kho"])
def test_the_office_and_a_forge_date_what_they_merge(depot: Depot, by: str, subject: str) -> None:
    depot.commit("2022-01-11", LISTED)
    _merged(depot, by, subject)
    assert _received(depot) == {STC: MERGED, SNV: EARLY}
    assert depot.history().timeline.foxtrots == ()


@pytest.mark.parametrize("subject", [PULL, REQUEST])
def test_an_agency_cannot_buy_its_branchs_days_by_a_subject(depot: Depot, subject: str) -> None:
    """It merged into the main line, be it under the words of a pull."""
    depot.commit("2022-01-11", LISTED)
    _merged(depot, A_STC, subject)
    assert _received(depot) == {STC: MERGED, SNV: EARLY}


@pytest.mark.parametrize(
    "subject",
    [
        "Merge branch 'main' into 'main'",
        "Merge pull request #1 from so-tai-chinh/main",
        "Merge pull request 'Báo cáo' (#1) from so-tai-chinh:main into main",
        "Merged in main (pull request #1)",
        "Merged PR 1: main into stc",
    ],
)
def test_without_a_list_a_forges_words_are_known(depot: Depot, subject: str) -> None:
    _merged(depot, "ai@vn", subject)
    assert _received(depot) == {STC: MERGED, SNV: EARLY}


@pytest.mark.parametrize(
    "subject", ["Merge branch 'main' into 'stc'", "Merged main into stc", PULL]
)
def test_without_a_list_the_words_of_a_pull_are_known(depot: Depot, subject: str) -> None:
    _pulled(depot, "ai@vn", subject)
    assert _received(depot) == {STC: EARLY, SNV: EARLY}


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize("subject", [PULL, REQUEST, "Merge branch 'chinh' into stc", "Nhập"])
@pytest.mark.parametrize("tell", [_pulled, _merged])
def test_one_commit_has_one_verdict(
    depot: Depot, tell: object, subject: str, *, listed: bool
) -> None:
    """On a branch of any name, detached, with any remotes and whatever they call their own."""
    assert callable(tell)
    if listed:
        depot.commit("2022-01-11", LISTED)
    tell(depot, A_STC, subject)
    known = _received(depot), [each.id for each in depot.history().timeline.foxtrots]
    depot.git("branch", "-D", "stc")
    for name in ("chinh", "stc", "main-cu"):
        depot.git("branch", "-m", name)
        assert (_received(depot), [each.id for each in depot.history().timeline.foxtrots]) == known
    depot.git("remote", "add", "origin", "https://git.example.vn/kho")
    depot.git("update-ref", "refs/remotes/origin/chinh", "HEAD")
    depot.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/chinh")
    assert (_received(depot), [each.id for each in depot.history().timeline.foxtrots]) == known
    depot.git("checkout", "-q", "--detach")
    assert (_received(depot), [each.id for each in depot.history().timeline.foxtrots]) == known


def test_a_pull_on_top_of_a_pull(depot: Depot) -> None:
    """The second one's first parent is the first: the agency's own work still."""
    depot.commit("2022-01-11", LISTED)
    _pulled(depot, A_STC, "Nhập")
    depot.branch("stp", "HEAD~1")
    depot.commit_as("2022-12-06", filed(STP, 2022), OFFICE)
    depot.switch("main")
    depot.merge_as("2022-12-20", A_STC, "stp", message="Nhập")
    assert _received(depot) == {STC: EARLY, SNV: EARLY, STP: "2022-12-06"}
