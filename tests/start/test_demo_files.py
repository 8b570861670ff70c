"""The chronicle of the sample repository: in order, whole, and nothing in it for nothing."""

import re

from kehoach.start.demo_history import Chronicle, history
from kehoach.start.templates import record, template

CHRONICLE = record(Chronicle, template("demo/history.yaml", {}))


def test_it_is_told_in_order_of_time() -> None:
    times = [each.when for each in history()]
    assert times == sorted(times)


def test_the_last_commit_of_each_year_bears_its_name() -> None:
    last = {each.when.year: each.tag for each in history()}
    assert last == {year: f"het-nam-{year}" for year in range(2021, 2025)}


def test_every_kind_and_part_is_used() -> None:
    commits, kinds = CHRONICLE.commits, CHRONICLE.kinds
    assert {each.kind for each in commits if each.kind} == kinds.keys()
    named = [each.parts or () for each in commits]
    named += [kind.parts for kind in kinds.values()]
    named += [parts for each in commits for parts in each.files.values()]
    assert {name for parts in named for name in parts if "." not in name} == CHRONICLE.parts.keys()


def test_every_branch_is_merged() -> None:
    branches = {each.branch for each in history()} - {"main"}
    assert branches == {each.merges for each in history() if each.merges}


def test_nothing_is_left_to_be_filled_in() -> None:
    for commit in history():
        for text in (commit.message, *commit.files, *filter(None, commit.files.values())):
            assert not re.search(r"@[a-z]+@", text)
