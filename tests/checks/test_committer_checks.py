"""Whose addresses commit in an agency's folder; and all of it in JSON and text."""

import json

import pytest
from jsonschema import Draft202012Validator

from checks.histories_checked import BC, DATES, ENTRY, FIRST, found, listing, said
from kehoach.checks import rules
from kehoach.contract.schemas import schema_text
from kehoach.words import LANGUAGES
from run.repositories import PLAN, SNV, STC, STP, Depot, edited, filed, sent

pytestmark = pytest.mark.usefixtures("nothing_of_this_machine")


OF_HISTORY = {f"KH{number}" for number in range(507, 514)}


@pytest.mark.parametrize(
    ("listed", "author", "right"),
    [
        ("van-thu@stc.vn", "van-thu@stc.vn", True),
        ("van-thu@stc.vn", "Van-Thu@STC.vn", True),
        ("Van-Thu@STC.vn", "van-thu@stc.vn", True),
        ("van-thu@stc.vn", "xvan-thu@stc.vn", False),
        ("van-thu@stc.vn", "van-thu@stc.vn.la.vn", False),
        ("@stc.vn", "ai-cung-duoc@stc.vn", True),
        ("@stc.vn", "ai-cung-duoc@STC.VN", True),
        ("@stc.vn", "a@xstc.vn", False),
        ("@stc.vn", "a@con.stc.vn", False),
        ("@stc.vn", "@stc.vn@la.vn", False),
        ("stc.vn", "a@stc.vn", False),
        ("@stc.vn", "", False),
    ],
)
def test_addresses_are_compared_whole_and_without_case(
    depot: Depot, listed: str, author: str, right: bool
) -> None:
    """Neither the end of an address nor a domain below the listed one will do."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, listed)})
    commit = depot.commit_as("2022-11-20", filed(STC, 2022), author)
    told = found(depot, "KH513")
    assert said(told) == ([] if right else [f"KH513 {STC} - -"])
    assert [(each.values["commit"], each.place.file) for each in told] == (
        [] if right else [(commit[:10], BC)]
    )


def test_no_list_no_check(depot: Depot) -> None:
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-11-20", filed(SNV, 2022), "ai@do.vn")
    depot.commit_as("2022-11-21", {"plan_07.yaml": PLAN + "\n"}, "ai@do.vn")
    assert found(depot, "KH513") == []


@pytest.mark.parametrize(
    ("committer", "stranger"),
    [
        ("b@stc.vn", None),
        ("office@stp.vn", None),  # so-tu-phap consolidates
        ("noreply@forge.vn", None),  # a listed service
        ("b@snv.vn", "b@snv.vn"),
    ],
)
def test_committer_may_be_the_office_or_a_service(
    depot: Depot, committer: str, stranger: str | None
) -> None:
    """As where the office rebases or a forge squashes: the author stays the agency's."""
    registry = listing(STC, "@stc.vn", more='services: ["noreply@forge.vn"]\n')
    registry = edited(registry, f"id: {STP},", f'id: {STP}, committers: ["@stp.vn"],')
    registry = edited(registry, f"id: {SNV},", f'id: {SNV}, committers: ["@snv.vn"],')
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    depot.commit_as("2022-11-20", filed(STC, 2022), "a@stc.vn", committer)
    told = found(depot, "KH513")
    assert [each.values["address"] for each in told] == ([stranger] if stranger else [])


def test_author_must_be_the_agencys_whoever_commits(depot: Depot) -> None:
    registry = listing(STC, "@stc.vn", more='services: ["noreply@forge.vn"]\n')
    registry = edited(registry, f"id: {STP},", f'id: {STP}, committers: ["@stp.vn"],')
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    depot.commit_as("2022-11-20", filed(STC, 2022), "office@stp.vn", "a@stc.vn")
    depot.commit_as("2022-11-21", {BC: None}, "noreply@forge.vn", "a@stc.vn")
    told = found(depot, "KH513")
    assert {each.values["address"] for each in told} == {"office@stp.vn", "noreply@forge.vn"}


def test_each_folder_once_a_commit(depot: Depot) -> None:
    registry = edited(
        listing(STC, "@stc.vn"), f"id: {SNV},", f'id: {SNV}, committers: ["@snv.vn"],'
    )
    depot.commit("2022-02-01", {"agencies.yaml": registry})
    many = filed(STC, 2022) | filed(STC, 2023, name="hai") | filed(SNV, 2022)
    depot.commit_as("2022-11-20", many, "a@stc.vn")
    assert said(found(depot, "KH513")) == [f"KH513 {SNV} - -"]


def test_folder_within_a_folder_is_still_the_agencys(depot: Depot) -> None:
    """A path that says ``submissions`` twice does not hide whose folder it is in."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "@stc.vn")})
    name = f"submissions/{STC}/submissions/bc.yaml"
    depot.commit_as("2022-11-20", {name: sent(STC, 2022)}, "a@la.vn")
    (only,) = found(depot, "KH513")
    assert only.place.file == name


def test_mailmap_is_ignored(depot: Depot) -> None:
    """Else whoever writes it could make anybody's commits his own."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit_as("2022-11-20", filed(STC, 2022), "x@la.vn")
    depot.write({".mailmap": "A <a@stc.vn> <x@la.vn>\n"}, folder=depot.root)
    depot.git("config", "log.mailmap", "true")
    depot.commit("2022-11-21")
    (only,) = found(depot, "KH513")
    assert only.values["address"] == "x@la.vn"


def test_merges_are_not_blamed(depot: Depot) -> None:
    """The commits that they bring are judged by themselves."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.branch("nhanh")
    depot.commit_as("2022-11-20", filed(STC, 2022), "a@stc.vn")
    depot.switch("main")
    depot.merge("2022-11-25", "nhanh")
    assert found(depot, "KH513") == []


# All of them


def _everything(depot: Depot) -> None:
    """Make a history with each of these findings in it."""
    depot.commit("2022-02-01", {"agencies.yaml": listing(STC, "a@stc.vn")})
    depot.commit("2022-11-25", {BC: FIRST, **filed(SNV, 2022, dated="2022-12-20")})
    depot.branch("stp")
    depot.commit("2022-11-30", filed(STP, 2022))
    depot.switch("main")
    depot.merge("2022-12-05", "stp")
    depot.branch("stc")
    depot.commit("2022-12-06", {BC: ENTRY, f"submissions/{SNV}/bc.yaml": None})
    depot.switch("main")
    depot.commit("2022-12-07", filed(SNV, 2023, name="nam", dated="2022-12-20"))
    depot.switch("stc")
    depot.merge("2022-12-08", "main", message="Merge branch 'main' into stc")
    depot.switch("main")
    depot.git("merge", "-q", "--ff-only", "stc")
    depot.commit("2022-12-01", filed(STP, 2023, name="nam", dated="2022-10-01"))
    depot.write(filed(STC, 2024, name="nam", dated="2023-06-15"))


def test_json_keeps_its_contract(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    _everything(depot)
    found(depot)
    code, out, _ = depot.command(capsys, "check", "--format", "json")
    told = json.loads(out)
    Draft202012Validator(json.loads(schema_text("check"))).validate(told)
    assert code == 0  # not one of them is an error
    assert {each["code"] for each in told["findings"]} >= {*OF_HISTORY, *DATES}
    assert {rule.code for rule in rules()} >= OF_HISTORY


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_shows_them_all(depot: Depot, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    _everything(depot)
    _, out, _ = depot.command(capsys, "check", "--all", "--lang", lang)
    assert not [code for code in (*OF_HISTORY, *DATES) if code not in out]


def test_none_without_git(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    """What only git knows is not guessed at; declared dates contradict no receipt of their own."""
    _everything(depot)
    _, out, _ = depot.command(capsys, "check", "--no-git", "--format", "json")
    assert not {each["code"] for each in json.loads(out)["findings"]} & {*OF_HISTORY, *DATES}


def test_none_where_there_is_no_repository(depot: Depot) -> None:
    _everything(depot)
    (depot.root / ".git").rename(depot.root / "git-cu")
    assert found(depot, *OF_HISTORY, *DATES) == []
