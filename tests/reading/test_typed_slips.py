"""A hundred ways to mistype a report: each is told at its place, with the exact text to type instead.

The table was written before anything was run: what an officer has to type follows from the form of the
files, not from what the program says.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from kehoach.diagnostics import Finding
from kehoach.grouping import group_by
from kehoach.reading.folder import DataFolder
from kehoach.reading.positions import Located
from kehoach.run import Question, answer
from kehoach.words import LANGUAGES, Lang

SHIPPED = Path(__file__).parents[2] / "data"
_TABLE = Path(__file__).with_name("typed_slips.tsv").read_text("utf-8")
_ESCAPE = re.compile(r"\\(n|t|\\|u[0-9a-f]{4})")
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}
_HEAD = (
    'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
    "document: {number: 1/BC, date: 2026-11-20}\n"
)
_FILE = "submissions/so-tai-chinh/{}.yaml"
_EXAMPLES = re.compile(r"(?:ví dụ|e\.g\.).*|not_started \| in_progress \| done")
"""What a hint says of any such value: it is no answer to the one at hand."""


def signs(words: str) -> str:
    """Return words with the signs that the table writes as escapes."""
    return _ESCAPE.sub(lambda each: _SIGNS.get(each[1]) or chr(int(each[1][1:], 16)), words)


ROWS = [
    (signs(text), int(line), int(column), signs(cure))
    for text, line, column, cure in (
        row.split("\t") for row in _TABLE.splitlines() if not row.startswith("# ")
    )
]


def says(finding: Finding, cure: str, lang: Lang) -> bool:
    """Say whether a finding tells what to type."""
    return cure in _EXAMPLES.sub("", finding.hint(lang))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Located]]:
    """Return what is told of each row, all of them filed by one agency at once."""
    root = tmp_path_factory.mktemp("typed") / "data"
    (root / "submissions" / "so-tai-chinh").mkdir(parents=True)
    for name in ("plan_06.yaml", "agencies.yaml"):
        shutil.copy(SHIPPED / name, root / name)
    for number, (text, *_) in enumerate(ROWS):
        whole = text if text.startswith("schema") else _HEAD + text
        (root / _FILE.format(number)).write_bytes(whole.encode())
    run = answer(DataFolder(root), "data/", Question(date(2026, 12, 15), git=False))
    return group_by(run.located(run.wrong), lambda each: each.finding.place.file)


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[ascii(row[0])[:60] for row in ROWS])
def test_what_is_mistyped_is_told_at_its_place_with_what_to_type(
    found: dict[str, list[Located]], number: int
) -> None:
    _, line, column, cure = ROWS[number]
    here = found.get(_FILE.format(number), [])
    at_place = [each.finding for each in here if (each.line, each.column) == (line, column)]
    for lang in LANGUAGES:
        assert [each for each in at_place if says(each, cure, lang)], [
            (each.line, each.column, each.finding.message(lang), each.finding.hint(lang))
            for each in here
        ]


def test_nothing_is_told_in_the_words_of_libyaml(found: dict[str, list[Located]]) -> None:
    """As "did not find expected key", which helps nobody."""
    told = (each.finding for located in found.values() for each in located)
    words = "".join(each.message("vi") + each.hint("vi") for each in told)
    assert not re.search(r"did not find|could not|while |not allowed|found un", words)
