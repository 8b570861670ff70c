"""A file read as a model, with what is wrong in it and where."""

from typing import Any

from pydantic import BaseModel

from kehoach.model.submissions import Submission
from kehoach.reading.model_values import validate
from kehoach.reading.positions import Positions
from kehoach.reading.yaml_files.yaml_text import read_mapping

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
items:
  - id: "1"
    kind: task
    title: Một
    text: Làm.
    lead: [so-tai-chinh]
"""
FILE = "a.yaml"
HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
Found = list[tuple[str, int, int, str]]


def read(model: type[BaseModel], text: str) -> tuple[Any, Found]:
    """Return a model, or code, line, column and English message of every mistake."""
    data, wrong = read_mapping(text, FILE, "submission")
    assert wrong == []
    content, findings = validate(model, data, FILE)
    located = sorted(
        map(Positions({FILE: text}.__getitem__).locate, findings), key=lambda each: each[1:]
    )
    return content, [
        (each.finding.rule.code, each.line, each.column, each.finding.message("en"))
        for each in located
    ]


def submission(lines: str) -> Submission:
    """Return a submission in which nothing is wrong."""
    content, found = read(Submission, HEAD + lines)
    assert found == []
    assert isinstance(content, Submission)
    return content


def wrong(lines: str, model: type[BaseModel] = Submission, head: str = HEAD) -> Found:
    """Return what is wrong in a file, the lines of its head not counted."""
    content, found = read(model, head + lines)
    assert content is None
    skipped = head.count("\n")
    return [(code, line - skipped, column, words) for code, line, column, words in found]
