"""What check writes looks as it did, whatever the data hold."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.review.job_markdown import job_summary
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from review.checked import (
    LANGUAGES,
    MakeFolder,
    output,
)

# ── All formats ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_the_example_looks_as_it_did(
    example: Run, golden: Callable[[str, str], None], name: str, lang: Lang
) -> None:
    """The rules that SARIF lists are told apart below: a new one changes no golden file."""
    text = output(name, example, lang)
    golden(f"check.{name}.{lang}", _without_unused_rules(text) if name == "sarif" else text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_job_summary_looks_as_it_did(
    example: Run, golden: Callable[[str, str], None], lang: Lang
) -> None:
    golden(f"check.summary.{lang}.md", job_summary(example, Screen(lang=lang)))


def _without_unused_rules(text: str) -> str:
    log = json.loads(text)
    (scan,) = log["runs"]
    used = {result["ruleId"] for result in scan["results"]}
    rules = scan["tool"]["driver"]["rules"]
    scan["tool"]["driver"]["rules"] = [rule for rule in rules if rule["id"] in used]
    for result in scan["results"]:
        assert rules[result.pop("ruleIndex")]["id"] == result["ruleId"]
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", [*CHECK_FORMATS, "summary"])
def test_no_format_steers_a_terminal_or_turns_the_reading_direction(
    example: Run, name: str
) -> None:
    text = job_summary(example, Screen()) if name == "summary" else output(name, example)
    assert {each for each in text if unicodedata.category(each) in ("Cc", "Zl", "Zp")} == {"\n"}
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit", "summary"])
def test_a_message_of_100_kb_is_shortened_where_people_read_it(
    folder: MakeFolder, plan_text: Callable[..., str], name: str
) -> None:
    """The number of a document is quoted when it is younger than what it proves (KH413)."""
    sent = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-noi-vu\n'
        "document: {number: 1/BC, date: 2021-05-04}\n"
        'tasks:\n  - {item: "1", status: done, completed: 2021-03-01, '
        f"evidence: [{{number: {'ạ' * 33_334}, date: 2021-04-20}}]}}\n"
    )
    plan = plan_text('id: "1", lead: [so-noi-vu], deadline: {within: 2021-06}')
    place = folder({"plan_07.yaml": plan, "submissions/so-noi-vu/a.yaml": sent})
    run = answer(place, "data/", Question(date(2021, 12, 15), git=False))
    text = job_summary(run, Screen()) if name == "summary" else output(name, run)
    assert "KH413" in text
    assert max(len(line) for line in text.splitlines()) < 5_000
    assert len(output("json", run)) > 33_334


@pytest.mark.parametrize("name", [*CHECK_FORMATS, "summary"])
def test_a_repository_that_cannot_be_used_and_is_not_needed_breaks_no_format(
    folder: MakeFolder, name: str
) -> None:
    """Here it is bare, and nothing was sent that it would have to date."""
    place = folder(shipped=True)
    git = ("git", "-C", str(place.root.parent))
    subprocess.run([*git, "init", "-q"], check=True)  # noqa: S603 - our own folder
    subprocess.run([*git, "config", "core.bare", "true"], check=True)  # noqa: S603 - the same
    run = answer(place, "data/", Question(date(2021, 12, 15)))
    text = job_summary(run, Screen()) if name == "summary" else output(name, run)
    assert "III.1.c" in text
