"""Wordings as a second reader of the documents understands them: ``second_reader.tsv``.

The table was written from the texts, the Civil Code and the calendar before the program had read any of
them; its head explains the columns. A row that is not read yet says so itself, with the reason.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach.model.deadlines.start import NotBeforeDay, Start
from kehoach.model.deadlines.term import DeadlineRule, Term
from kehoach.model.fields import Length
from kehoach.model.plan import Policy
from kehoach.pages.wording_answer import worded
from kehoach.wordings import Reading, read
from wordings.test_table import FRAME, agree

TABLE = Path(__file__).parent / "second_reader.tsv"
_ALWAYS = ("time", "aim", "check", "agencies", "aspirational")


class Row(NamedTuple):
    """One line of the table; ``dues`` are the days of each right reading."""

    wording: str
    kinds: tuple[str, ...]
    dues: tuple[list[str], ...]
    understood: str
    remark: str
    settings: list[str]
    unread: str


def _row(line: str) -> Row:
    wording, kinds, dues, understood, remark, settings, unread = line.split("\t")
    return Row(
        wording.replace("\\n", "\n").replace("\\u00a0", "\u00a0"),
        tuple(kinds.split("|")),
        tuple([due for due in each.split(";") if due] for each in dues.split("|")),
        understood,
        remark,
        [each for each in settings.split(",") if each],
        unread,
    )


ROWS = [
    _row(line)
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.wording)


def _terms(rules: Sequence[DeadlineRule]) -> list[Term]:
    return [term for rule in rules for term in rule.terms(FRAME)]


def _days(rules: Sequence[DeadlineRule]) -> list[str]:
    """Return ``period=nominal day`` of each term; a beginning's period is ``start``."""
    dated = [term for term in _terms(rules) if term.nominal]
    return [f"{'start' if term.beginning else term.period.name}={term.nominal}" for term in dated]


def _said(reading: Reading) -> list[str]:
    """Return what the rules say beside their kinds and days, as the table writes it."""
    rules = reading.rules
    inside = [rule.start if isinstance(rule, Start) else rule for rule in rules]
    groups = ["+".join(map(str, rule.agencies)) for rule in rules if rule.agencies]
    aims = list(dict.fromkeys(str(term.aim) for term in _terms(rules) if term.aim))
    return [
        *(f"time={rule.time}" for rule in inside if rule.time),
        *(["aspirational"] if any(rule.aspirational for rule in rules) else []),
        *([f"aim={'/'.join(aims)}"] if aims else []),
        *(f"check={length}" for rule in rules if rule.check for length in _lengths(rule.check)),
        *([f"agencies={'/'.join(groups)}"] if groups else []),
        *(f"from={rule.since.first}" for rule in inside if isinstance(rule, NotBeforeDay)),
        *(f"{way}={x}" for way in ("plus", "minus") for r in inside for x in _lengths(r, way)),
    ]


def _due(reading: Reading) -> list[str]:
    """Return where the days come to lie when days off are counted."""
    answer = worded(reading.wording, FRAME.span.first, FRAME.span.last, Policy.model_construct())
    return [f"due={each.due}" for each in answer.dues]


def _lengths(rule: DeadlineRule, *ways: str) -> list[str]:
    """Return the length that a rule counts, as a plan file writes it."""
    counted = [getattr(rule, way, None) for way in ways or ("plus", "minus")]
    return [_written(each) for each in counted if isinstance(each, Length)]


def _written(length: Length) -> str:
    named = {unit.replace("_", " "): count for unit, count in length._asdict().items() if count}
    return " ".join(f"{count} {unit}" for unit, count in named.items())


def _misread(row: Row, reading: Reading) -> list[str]:
    """Return what was read that the words do not say."""
    if not reading.understood:
        return [day for day in _days(reading.certain) if not _allows(row, day.split("=")[1])]
    kinds, days = ",".join(rule.kind for rule in reading.rules), _days(reading.rules)
    asked = {each.split("=")[0] for each in row.settings}
    said = [*_said(reading), *(_due(reading) if "due" in asked else ())]
    beside = [each for each in said if each.split("=")[0] in {*asked, *_ALWAYS}]
    expected = beside if "time?" in row.settings else row.settings
    return [
        *(["understood"] if row.understood == "no" else []),
        *([kinds] if kinds not in row.kinds else []),
        *(days if not any(agree(each, days) for each in row.dues) else []),
        *(beside if sorted(beside) != sorted(expected) else []),
    ]


def _allows(row: Row, day: str) -> bool:
    named = [due for each in row.dues for due in each]
    return "…" in named or any(due.endswith(f"={day}") for due in named)


@each_row
def test_nothing_is_read_that_the_words_do_not_say(
    row: Row, request: pytest.FixtureRequest
) -> None:
    if row.unread and row.understood != "yes":
        request.applymarker(pytest.mark.xfail(reason=row.unread, strict=True))
    assert not _misread(row, read(row.wording)), row.remark


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.understood == "yes"], ids=lambda row: row.wording
)
def test_what_is_plain_is_read(row: Row, request: pytest.FixtureRequest) -> None:
    if row.unread:
        request.applymarker(pytest.mark.xfail(reason=row.unread, strict=True))
    reading = read(row.wording)
    assert reading.understood, (row.remark, reading.doubts)


def test_each_wording_stands_once() -> None:
    assert len({row.wording for row in ROWS}) == len(ROWS)
