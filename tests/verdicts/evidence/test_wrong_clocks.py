"""Clocks that cannot have been right, each told with the commit that shows it; who may say so."""

from datetime import datetime, timezone

from builders import Scene, a_plan, a_registry
from kehoach.verdicts.evidence.arrival_log import Arrival, ArrivalLog, LogCommit, Logged, counted
from kehoach.verdicts.evidence.committers import Committers
from verdicts.evidence.commits_in_memory import OFFICE, SENDER, Told

REGISTRY = a_registry(
    {"id": "a", "committers": [SENDER]}, {"id": "stp", "committers": [OFFICE]}, "b"
)
SCENE = Scene(a_plan(consolidator="stp"), REGISTRY)


def _wrong(told: Told) -> dict[str, list[object]]:
    clocks = told.timeline.clocks
    return {
        "ahead": [(each.id, by) for each, by in clocks.ahead],
        "behind": [(each.id, by) for each, by in clocks.behind],
        "future": [each.id for each in clocks.future],
    }


def test_what_the_office_built_upon_was_there_before() -> None:
    """Dated 20/11, and the office's commit of 10/11 rests on it: the sender's clock ran ahead."""
    told = Told(SCENE).commit("m1", "2021-11-01", by=OFFICE).commit("c1", "2021-11-20")
    told.commit("m2", "2021-11-10", by=OFFICE).commit("c2", "2021-11-12")
    assert _wrong(told) == {"ahead": [("c1", "m2")], "behind": [], "future": []}


def test_of_several_witnesses_the_first_shows_it() -> None:
    told = Told(SCENE).commit("c1", "2021-11-20").commit("m2", "2021-11-10", by=OFFICE)
    told.commit("m3", "2021-11-15", by=OFFICE)
    assert _wrong(told)["ahead"] == [("c1", "m2")]


def test_the_same_day_shows_nothing() -> None:
    told = Told(SCENE).commit("c1", "2021-11-10").commit("m2", "2021-11-10", by=OFFICE)
    assert _wrong(told) == {"ahead": [], "behind": [], "future": []}


def test_a_senders_commit_is_no_witness() -> None:
    """It may be its own clock that is wrong: what rests on a later day is behind."""
    told = Told(SCENE).commit("c1", "2021-11-20").commit("c2", "2021-11-10")
    assert _wrong(told) == {"ahead": [], "behind": [("c2", "c1")], "future": []}


def test_the_latest_of_what_it_rests_on_shows_it() -> None:
    told = (
        Told(SCENE).commit("c1", "2021-11-20").commit("c2", "2021-11-25").commit("c3", "2021-11-10")
    )
    assert _wrong(told)["behind"] == [("c3", "c2")]
    told.commit("c4", "2021-11-25")
    assert _wrong(told)["behind"] == [("c3", "c2")], "of the same day it is not behind"


def test_a_commit_after_the_day_of_the_run_makes_nobody_wrong_but_itself() -> None:
    told = Told(SCENE, today="2021-12-31").commit("c1", "2022-01-01").commit("c2", "2021-12-31")
    assert _wrong(told) == {"ahead": [], "behind": [], "future": ["c1"]}


def test_the_log_is_a_witness() -> None:
    """It saw on 10/11 what is dated 20/11."""
    seen = Arrival("c1", datetime(2021, 11, 10, tzinfo=timezone.utc), "web")
    log = ArrivalLog("origin/kehoach-arrivals", None, (seen,))
    told = Told(SCENE, logged=Logged(log, log.days("UTC"))).commit("c1", "2021-11-20")
    assert _wrong(told)["ahead"] == [("c1", "c1")]


def test_of_the_log_counts_what_the_service_added() -> None:
    writers = ("may@tinh.vn", "may@tinh.vn")
    commits = [LogCommit(id_, writers, (f"{id_}1", f"{id_}2"), appended=True) for id_ in "xyz"]
    assert counted(commits, ()) == ["x1", "x2", "y1", "y2", "z1", "z2"]
    assert counted(commits, {"y"}) == ["x1", "x2", "z1", "z2"]


def test_who_may_write_the_log() -> None:
    """Listed services alone: neither the office, nor a forge that nobody listed."""
    assert not Committers(REGISTRY, ("stp",)).services
    served = REGISTRY.model_copy(update={"services": ("Máy-Chủ@tinh.vn", "@dich-vu.vn")})
    committers = Committers(served, ("stp",))
    assert committers.services
    others = (OFFICE, SENDER, "noreply@github.com", "x@tinh.vn")
    assert all(map(committers.writes_log, ("máy-chủ@TINH.vn", "x@dich-vu.vn")))
    assert not any(map(committers.writes_log, others))
    assert (committers.lists("a"), committers.lists("b")) == (True, False)


def test_what_the_log_saw_was_held_wherever_it_lies_now() -> None:
    """A commit that the log lists and a later merge put aside is part of what the main line held."""
    seen = Arrival("b1", datetime(2021, 11, 5, tzinfo=timezone.utc), "web")
    log = ArrivalLog("origin/kehoach-arrivals", None, (seen,))
    told = Told(SCENE, logged=Logged(log, log.days("UTC"))).commit("m1", "2021-11-01", by=OFFICE)
    told.commit("b1", "2021-11-05", onto=("m1",)).commit("b2", "2021-11-06", onto=("b1",))
    told.commit("m2", "2021-11-07", onto=("m1", "b2"), by=OFFICE)
    line = told.timeline
    assert [each.id for each in line.aside] == ["b1"]
    assert line.line == {"m2", "m1", "b1"}
    assert line.trunk == {"m2", "m1"}
    assert line.committers.lists("a")
