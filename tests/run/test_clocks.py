"""Clocks that run wrong: one is named, and makes nobody else late."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.run import Question
from run.repositories import PLAN, REGISTRY, SNV, STC, STP, Depot, edited, filed

OFFICE, FORGE = "tong-hop@stp.example.vn", "noreply@github.com"
AN, BINH = "an@stc.example.vn", "binh@snv.example.vn"
LISTED = edited(
    edited(
        edited(
            REGISTRY, "name: Sở Tài chính}", 'name: Sở Tài chính, committers: ["@stc.example.vn"]}'
        ),
        "name: Sở Nội vụ}",
        'name: Sở Nội vụ, committers: ["@snv.example.vn"]}',
    ),
    "name: Sở Tư pháp}",
    'name: Sở Tư pháp, committers: ["@stp.example.vn"]}',
)


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """Return a repository whose registry says who commits for whom."""
    found = Depot(tmp_path / "kho")
    found.commit_as("2022-01-11", {"agencies.yaml": LISTED, "plan_07.yaml": PLAN}, OFFICE)
    return found


def came(depot: Depot) -> dict[str, str]:
    """Return when the report of each agency on 2022 came."""
    (report,) = depot.ask().reports
    return {
        each.key.agency: each.receipt.day.isoformat()
        for each in report.claims
        if each.receipt and each.key.period == "2022"
    }


def clocks(depot: Depot) -> dict[str, str]:
    """Return the commits that KH511 names, and what is said of each."""
    found = depot.ask(Question(history=True)).wrong
    return {
        str(each.values["commit"]): each.message("en")
        for each in found
        if each.rule.code == "KH511"
    }


def test_one_clock_ahead_makes_nobody_else_late(depot: Depot) -> None:
    """Two weeks ahead: the forge merges another's report after it, in time."""
    ahead = depot.commit_as("2022-12-14", filed(STC, 2022), AN)
    seen = depot.commit_as("2022-11-30", filed(SNV, 2022), BINH, FORGE)
    after = depot.commit_as("2022-12-01", filed(STP, 2022), OFFICE)
    assert came(depot) == {STC: "2022-12-14", SNV: "2022-11-30", STP: "2022-12-01"}
    named = clocks(depot)
    assert named.keys() == {ahead[:10]}
    assert seen[:10] in named[ahead[:10]]
    assert after[:10] not in named


def test_without_a_witness_the_order_of_commits_holds(depot: Depot) -> None:
    """Nobody but the senders says whose clock is wrong: both are named, and neither gains."""
    one = depot.commit_as("2022-12-14", filed(STC, 2022), AN)
    two = depot.commit_as("2022-11-30", filed(SNV, 2022), BINH)
    assert came(depot) == {STC: "2022-12-14", SNV: "2022-12-14"}
    named = clocks(depot)
    assert named.keys() == {two[:10]}
    assert one[:10] in named[two[:10]]


def test_back_dated_commits_discredit_nobody(depot: Depot) -> None:
    honest = depot.commit_as("2022-12-05", filed(SNV, 2022), BINH)
    depot.commit_as("2022-11-20", {}, AN)
    depot.commit_as("2022-11-21", {}, AN)
    depot.commit_as("2022-11-22", filed(STC, 2022), AN)
    assert came(depot) == {SNV: "2022-12-05", STC: "2022-12-05"}
    assert len(clocks(depot)) == 3
    assert honest[:10] not in clocks(depot)


def test_a_clock_years_ahead_stops_nobody(depot: Depot) -> None:
    """It is not received yet; what follows is."""
    depot.commit_as("2099-01-01", filed(STC, 2022), AN)
    depot.commit_as("2022-11-30", filed(SNV, 2022), BINH)
    assert came(depot) == {STC: "2099-01-01", SNV: "2022-11-30"}


def test_a_day_says_which_rule_gave_it(depot: Depot) -> None:
    depot.commit_as("2022-11-30", filed(SNV, 2022), BINH, FORGE)
    depot.commit_as("2022-11-15", filed(STC, 2022), AN)
    (history,) = depot.ask().histories.values()
    known = history.timeline
    last, merged = (known.days[each.id] for each in known.commits[:2])
    assert (merged.day, merged.verified, merged.after) == (date(2022, 11, 30), True, None)
    assert (last.day, last.verified) == (date(2022, 11, 30), False)
    assert last.after == known.commits[1].id


def test_explain_says_which_rule_gave_the_day(
    depot: Depot, capsys: pytest.CaptureFixture[str]
) -> None:
    ahead = depot.commit_as("2022-12-14", filed(STC, 2022), AN)
    merged = depot.commit_as("2022-11-30", filed(SNV, 2022), BINH, FORGE)
    depot.commit_as("2022-11-15", filed(STP, 2022), BINH)

    def told(agency: str) -> str:
        words = ("explain", "1", "--agency", agency, "--period", "2022", "--lang", "en")
        code, out, _ = depot.command(capsys, *words)
        assert code == 0
        return " ".join(out.split())

    assert f"commit {ahead[:10]} before it is passed over" in told(SNV)
    assert "nobody else confirms" not in told(SNV)
    assert "nobody else confirms" in told(STC)
    assert "the commit itself says 2022-11-15" in told(STP)
    assert f"not received before commit {merged[:10]}" in told(STP)
    assert "git 1 (1 by the sender's own clock only)" in told(STP), "of whom is asked about"
