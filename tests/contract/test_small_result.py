"""The small result of a repository: it says of the whole what the full answer says, and adds up."""

import json
from typing import Any

import pytest

from contract.test_contract import COUNTS, DAYS, output, run_on, valid
from kehoach.cli.app import run
from kehoach.pages.status_page import STATUS_FORMATS, summary_json
from kehoach.run import Run

SINGLE = {"obligations", "findings", "suppressed"}


@pytest.fixture(scope="module", name="judged", params=DAYS)
def _judged(request: pytest.FixtureRequest) -> Run:
    return run_on(request.param)


@pytest.fixture(scope="module", name="small")
def _small(judged: Run) -> Any:
    return json.loads(summary_json(judged, "vi"))


def test_it_agrees_with_its_schema(small: Any) -> None:
    valid("summary", small)
    assert small["schema"] == "kehoach/summary@1"


def test_it_says_what_the_full_answer_says(judged: Run, small: Any) -> None:
    """All but single obligations and findings, of which it has the numbers."""
    full = output(STATUS_FORMATS, judged)
    for name in full.keys() - SINGLE - {"schema"}:
        assert small[name] == full[name], name
    severities = [each["severity"] for each in full["findings"]]
    for name, number in small["findings"].items():
        assert number == severities.count(name.removesuffix("s"))


def test_the_years_add_up_and_are_those_of_the_due_days(judged: Run, small: Any) -> None:
    full = output(STATUS_FORMATS, judged)
    for name in COUNTS - {"completion", "on_time"}:
        assert small["summary"][name] == sum(row[name] for row in small["years"]), name
    binding = [each for each in full["obligations"] if each["binding"] == "required"]
    for row in small["years"]:
        wanted = row["year"] and str(row["year"])
        overdue = [
            each
            for each in binding
            if each["status"] == "overdue" and (each["due"] and each["due"][:4]) == wanted
        ]
        assert row["overdue"] == len(overdue)


@pytest.mark.parametrize(
    "beside",
    [
        (),
        ("--format", "json", "--agency", "so-tai-chinh"),
        ("--format", "json", "--only", "overdue"),
        ("--format", "json", "--by", "agency"),
    ],
)
def test_of_less_than_the_whole_there_is_none(
    beside: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Merged with others it would be taken for the whole."""
    assert run(["status", "--summary-only", "--as-of", "2021-12-15", *beside]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--summary-only" in told.err
    assert told.err.count("\n") == 1
