"""What was wrong before the checks began is passed over, and told apart wherever it is shown."""

import json
import re
from collections.abc import Callable

import pytest

from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run
from kehoach.review import check_sarif
from kehoach.review.check_text import check_text
from kehoach.run import Run
from kehoach.terminal.screen import Screen

DAY = ("--as-of", "2021-12-05", "--lang", "en")
# Done, and on no day that is said (KH410).
WRONG = {
    "submissions/so-noi-vu/a.yaml": 'schema: kehoach/submission@1\nplan: "06"\nagency: so-noi-vu\n'
    "document: {number: 1/SNV, date: 2021-07-20}\ntasks: [{item: II.1.b, status: done}]\n"
}
BEFORE = "there before the checks began (baseline)"


@pytest.fixture
def begun(small: MakeFolder, capsys: Capture) -> None:
    """Go to a folder with a wrong file, whose mistakes of today are passed over."""
    small(WRONG)
    assert run(["check", "--baseline", *DAY]) == 0
    capsys.readouterr()


@pytest.mark.usefixtures("begun")
def test_the_page_shows_it_where_it_is_asked_for(capsys: Capture) -> None:
    assert run(["check", "--show-ignored", *DAY]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"PASSED OVER BY checks.yaml \([1-9]", shown)
    assert BEFORE in shown


@pytest.mark.usefixtures("begun")
def test_a_scanner_is_told_that_it_is_accepted_and_has_it_last(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind everything that counts, so that a forge with a limit drops it first."""
    monkeypatch.setattr(check_sarif, "FIRST", 0)
    assert run(["check", "--format", "sarif", *DAY]) == 0
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    accepted = [bool(each.get("suppressions")) for each in results]
    assert 0 < sum(accepted) < len(accepted)
    assert accepted == sorted(accepted)
    (said,) = results[-1]["suppressions"]
    assert said["justification"] == BEFORE


def test_where_nothing_is_wrong_there_are_no_statistics(small: MakeFolder, capsys: Capture) -> None:
    """Before anything was due: no table without rows."""
    small()
    assert run(["check", "--statistics", "--as-of", "2021-06-15", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "Nothing is wrong." in shown
    assert "Found" not in shown


def test_a_rule_is_explained_to_programs(capsys: Capture) -> None:
    """Its bad and its good example too, as on its page."""
    assert run(["explain", "KH104", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["code"], told["severity"]) == ("kehoach/rule@1", "KH104", "error")
    assert told["bad"]["text"] != told["good"]["text"]


def test_a_terminal_gets_a_screenful_of_delays(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Twenty of twenty-five lines, and how many more there are; all of them where all are asked for."""
    tasks = (f'id: "{n}", lead: [so-noi-vu], deadline: {{by: 2021-08-10}}' for n in range(101, 126))
    found = judge({"plan_07.yaml": plan_text(*tasks)}, "2021-12-05", git=False)
    short, whole = (
        check_text(found, Screen(200, lang="en", everything=all_)) for all_ in (False, True)
    )
    shown = [len({*re.findall(r"item (1\d\d)\b", page)}) for page in (short, whole)]
    assert shown == [20, 25]
    assert "… and 5 more (--all)" in short
    assert "more (--all)" not in whole
