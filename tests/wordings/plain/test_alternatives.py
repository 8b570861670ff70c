"""Words that say the same are read as the same: ``alternatives.txt``; its head explains the columns."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings import inline_all, read

TABLE = Path(__file__).parent / "alternatives.txt"
_RULES: TypeAdapter[tuple[DeadlineRule, ...]] = TypeAdapter(Deadlines)
_LINES = TABLE.read_text(encoding="utf-8").splitlines()
LINES = [line.split("\t") for line in _LINES if line and not line.startswith("#")]


def wordings(alternatives: str) -> list[str]:
    """Return each wording that a line stands for."""
    parts = re.split("<([^>]*)>", alternatives)
    chosen = (part.split("|") if place % 2 else [part] for place, part in enumerate(parts))
    return [" ".join("".join(words).split()) for words in product(*chosen)]


ROWS = [
    (re.sub("[{}]", "", marked), deadline, " … ".join(re.findall("{([^}]*)}", marked)))
    for alternatives, deadline in LINES
    for marked in wordings(alternatives)
]


@pytest.mark.parametrize(("wording", "deadline", "unread"), ROWS, ids=[row[0] for row in ROWS])
def test_alternatives_read_the_same(wording: str, deadline: str, unread: str) -> None:
    reading = read(wording)
    rules = _RULES.validate_python(yaml.load(deadline, yaml.BaseLoader))  # noqa: S506
    assert reading.rules == rules, (inline_all(reading.forms), reading.doubts)
    assert (reading.unread, reading.doubts) == (unread, ())
    assert reading.wording == wording


def test_each_wording_stands_once() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
