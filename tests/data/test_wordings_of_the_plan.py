"""The shipped plan read twice: every wording is understood, and says what its deadline says."""

from datetime import date
from pathlib import Path

import yaml

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.wordings import read

DATA = Path(__file__).parents[2] / "data"


def test_every_wording_is_understood() -> None:
    items = yaml.safe_load((DATA / "plan_06.yaml").read_text(encoding="utf-8"))["items"]
    wordings = [item["wording"] for item in items if item.get("wording")]
    assert len(wordings) > 25
    assert [words for words in wordings if not read(words).understood] == []


def test_every_wording_says_what_its_deadline_says() -> None:
    question = Question(date(2021, 12, 15), git=False, wordings=True)
    found = answer(DataFolder(DATA), "data/", question).wrong
    assert [each for each in found if each.rule.code in ("KH306", "KH307", "KH308")] == []
