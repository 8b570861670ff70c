"""Every kind of deadline has a name in outputs and a wording."""

from typing import get_args

from kehoach.model.deadlines import Deadline
from kehoach.model.deadlines.term import Kind
from kehoach.wordings import writing

ALL = {get_args(each)[0] for each in get_args(get_args(Deadline)[0])}


def test_every_kind_has_a_name() -> None:
    assert len(ALL) > 10
    assert {each.kind for each in ALL} == set(Kind)


def test_every_kind_can_be_written() -> None:
    assert set(writing.worded.registry) - {object} == ALL
