"""Slips of the office in its own files: each is told at its place, with the exact text to type."""

from pathlib import Path

import pytest

from kehoach.contract.editor_schema import MODELS
from kehoach.reading.file_reading import read_file
from kehoach.reading.positions import Positions
from kehoach.reading.slips.slip_findings import with_slips
from kehoach.reading.value_rules import BAD_VALUE_UNGUESSED
from kehoach.words import LANGUAGES

_TABLE = Path(__file__).with_name("office_slips.tsv").read_text("utf-8")
ROWS = [row.split("\t") for row in _TABLE.splitlines() if not row.startswith("#")]


@pytest.mark.parametrize(("kind", "text", "line", "column", "cure"), ROWS)
def test_a_slip_of_the_office_is_told_with_what_to_type(
    kind: str, text: str, line: str, column: str, cure: str
) -> None:
    typed = f"schema: kehoach/{kind}@1\n" + text.replace("\\n", "\n")
    raw, file = typed.encode(), f"{kind}.yaml"
    findings = with_slips(raw, MODELS[kind], read_file(raw, file, MODELS[kind], kind).findings)
    located = Positions(lambda _: typed).located(findings)
    here = [
        each.finding
        for each in located
        if (each.line, each.column) == (int(line), int(column))
        and each.finding.rule is not BAD_VALUE_UNGUESSED  # what may stand there is no answer
    ]
    for lang in LANGUAGES:
        assert [each for each in here if cure in each.hint(lang)], [
            (each.line, each.column, each.finding.message("vi"), each.finding.hint("vi"))
            for each in located
        ]
