"""What a merge changed by itself, beside what it brought from the branches that it merged."""

import pytest

from builders import Scene, a_filing, a_plan, a_registry, an_item
from kehoach.verdicts.evidence.merged_changes import MergedChanges
from verdicts.evidence.commits_in_memory import Told

SCENE = Scene(a_plan(an_item("1", {"every": "year"}, "report")), a_registry("a", "b"))
ONE, TWO, OWN = (a_filing(note=note) for note in ("một", "hai", "ba"))


def _line() -> Told:
    """Return m1 ← m2, and a branch b1 ← b2 on m1 that writes a/1 twice and a/2 once."""
    told = Told(SCENE).commit("m1", "2021-11-01", {"b/0.yaml": ONE})
    told.commit("b1", "2021-11-02", {"a/1.yaml": ONE}, onto=("m1",))
    told.commit("b2", "2021-11-03", {"a/1.yaml": TWO, "a/2.yaml": ONE}, onto=("b1",))
    return told.commit("m2", "2021-11-04", {"b/0.yaml": TWO}, onto=("m1",))


def _own(told: Told, id_: str) -> list[str]:
    """Return the files that a commit changed by itself."""
    known = told.timeline
    merged = MergedChanges(known, told.known("2021-12-31").changes)
    return [each.path for each in merged.own(known.commit[id_])]


def test_a_commit_that_is_no_merge_changed_all_that_it_touched() -> None:
    assert _own(_line(), "b2") == ["a/1.yaml", "a/2.yaml"]


def test_a_merge_that_brings_changed_nothing_itself() -> None:
    assert _own(_line().commit("m3", "2021-11-05", onto=("m2", "b2")), "m3") == []


def test_what_a_merge_writes_is_its_own() -> None:
    """A file of its own, another text in a file that it brings, and one that it drops from its own side."""
    files = {"a/1.yaml": OWN, "b/neu.yaml": OWN, "b/0.yaml": None}
    told = _line().commit("m3", "2021-11-05", files, onto=("m2", "b2"))
    assert _own(told, "m3") == ["a/1.yaml", "b/0.yaml", "b/neu.yaml"]


def test_what_any_commit_of_the_branch_held_was_brought() -> None:
    """The merge took the branch's earlier wording: somebody else wrote it."""
    told = _line().commit("m3", "2021-11-05", {"a/1.yaml": ONE}, onto=("m2", "b2"))
    assert _own(told, "m3") == []


def test_what_the_main_line_itself_held_before_is_the_merges_own_again() -> None:
    """Taking back what m2 had written: it was in m1, of which the merge brought nothing."""
    told = _line().commit("m3", "2021-11-05", {"b/0.yaml": ONE}, onto=("m2", "b2"))
    assert _own(told, "m3") == ["b/0.yaml"]


def test_a_merge_of_merges() -> None:
    """Brought by way of a branch that pulled the main line before."""
    told = _line().commit("b3", "2021-11-05", onto=("b2", "m2"))
    told.commit("m4", "2021-11-06", {"b/1.yaml": ONE}, onto=("m2",))
    told.commit("m5", "2021-11-07", {"b/eigen.yaml": OWN}, onto=("m4", "b3"))
    assert _own(told, "m5") == ["b/eigen.yaml"]


@pytest.mark.parametrize("others", [("b2", "c1"), ("c1", "b2")])
def test_an_octopus(others: tuple[str, str]) -> None:
    told = _line().commit("c1", "2021-11-04", {"b/c.yaml": ONE}, onto=("m1",))
    told.commit("m3", "2021-11-05", {"b/eigen.yaml": OWN}, onto=("m2", *others))
    assert _own(told, "m3") == ["b/eigen.yaml"]


def test_what_touched_nothing_brought_nothing() -> None:
    """A commit of a branch may have changed the plan, or nothing at all."""
    told = _line().commit("b3", "2021-11-05", onto=("b2",))
    told.commit("m3", "2021-11-06", {"b/eigen.yaml": OWN}, onto=("m2", "b3"))
    assert _own(told, "m3") == ["b/eigen.yaml"]


def test_in_a_history_cut_short_what_is_not_there_brought_nothing() -> None:
    told = _line().commit("m3", "2021-11-05", {"b/eigen.yaml": OWN}, onto=("m2", "b2"))
    told.forget("m1")
    assert _own(told, "m3") == ["b/eigen.yaml"]
