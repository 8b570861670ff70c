"""The day of each commit, against a checker that looks at every path of a small graph."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.commit_days import Clock, commit_days

TODAY = date(2022, 12, 20)
OFFICE, AGENCY = "tong-hop@stp.vn", "van-thu@stc.vn"
DAY = timedelta(days=1)


def commit(id_: str, day: date, *parents: str, by: str = AGENCY) -> Commit:
    return Commit(id_, parents, day, by, by, "")


def by_office(commit: Commit) -> bool:
    return commit.committer == OFFICE


def december(day: int) -> date:
    return date(2022, 12, day)


def days(*commits: Commit, logged: dict[str, date] | None = None) -> dict[str, int]:
    """Return the day of December of each commit, told oldest first."""
    found = commit_days(commits[::-1], TODAY, by_office, logged)
    return {id_: each.day.day for id_, each in found.items()}


class Graph:
    """A random history: commits oldest first, and the days on which a log saw some of them."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)  # noqa: S311 - reproducible, not secret
        self.commits: list[Commit] = []
        for number in range(random.randrange(2, 9)):
            parents = random.sample(range(number), min(number, random.choice((1, 1, 1, 2))))
            day = december(1) + DAY * random.randrange(30)
            by = random.choice((OFFICE, AGENCY, AGENCY))
            self.commits.append(commit(str(number), day, *map(str, parents), by=by))
        self.by_id = {each.id: each for each in self.commits}
        seen = [each for each in self.commits if random.random() < random.choice((0, 0.4))]
        self.logged = {each.id: december(random.randrange(1, 20)) for each in seen}

    def days(self, number: int | None = None) -> dict[str, date]:
        """Return what the program says of the first commits."""
        found = commit_days(self.commits[:number][::-1], TODAY, by_office, self.logged)
        return {id_: each.day for id_, each in found.items()}

    def rank(self, each: Commit) -> Clock:
        """Return whose clock dates a commit."""
        if each.id in self.logged:
            return Clock.LOG
        return Clock.WITNESS if by_office(each) else Clock.OWN

    def said(self, each: Commit) -> date:
        """Return what that clock says."""
        return self.logged.get(each.id, each.committed)

    def slow_day(self, each: Commit) -> date:
        """Return the day by the rule's own words, path by path."""
        binding = [
            self.said(path[-1])
            for path in self.paths(each)
            if self.said(path[-1]) <= TODAY
            and self.rank(path[-1]) >= self.rank(each)
            and not any(
                self.rank(between) > self.rank(path[-1]) and self.said(between) <= TODAY
                for between in path[:-1]
            )
        ]
        return max([each.committed, self.said(each), *binding])

    def paths(self, each: Commit) -> Iterator[list[Commit]]:
        """Yield every path to an ancestor, without where it starts."""
        for parent in map(self.by_id.__getitem__, each.parents):
            yield [parent]
            for rest in self.paths(parent):
                yield [parent, *rest]


@pytest.mark.parametrize("seed", range(400))
def test_as_the_rule_says_path_by_path(seed: int) -> None:
    graph = Graph(seed)
    assert graph.days() == {each.id: graph.slow_day(each) for each in graph.commits}


@pytest.mark.parametrize("seed", range(100))
def test_nothing_pushed_later_changes_a_day(seed: int) -> None:
    graph = Graph(seed)
    whole = graph.days()
    for number in range(1, len(graph.commits)):
        assert graph.days(number).items() <= whole.items()


@pytest.mark.parametrize("seed", range(100))
def test_a_sender_cannot_buy_a_day(seed: int) -> None:
    """Whatever he commits before it, an agency's commit counts no earlier than it did at once."""
    graph = Graph(seed)
    tip, wanted = graph.commits[-1], december(1)
    at_once = commit("gui", wanted, tip.id)
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    before = graph.commits[:]
    for number in range(3):
        parents = {before[-1].id, random.choice(before).id}
        before.append(commit(f"x{number}", december(random.randrange(1, 32)), *parents))
    bought = commit("gui", wanted, before[-1].id)
    plain = commit_days([at_once, *graph.commits[::-1]], TODAY, by_office, graph.logged)
    after = commit_days([bought, *before[::-1]], TODAY, by_office, graph.logged)
    assert after["gui"].day >= plain["gui"].day


def test_a_clock_ahead_ends_at_the_next_witness() -> None:
    """The sender's own clock ran ahead; what the office merged after it keeps its own day."""
    ahead = commit("ahead", december(15), "root")
    told = days(
        commit("root", december(1), by=OFFICE), ahead,
        commit("next", december(2), "ahead"),
        commit("merge", december(3), "next", by=OFFICE),
        commit("after", december(4), "merge"),
    )  # fmt: skip
    assert told == {"root": 1, "ahead": 15, "next": 15, "merge": 3, "after": 4}


def test_back_dated_commits_do_not_make_an_honest_one_the_odd_one_out() -> None:
    told = days(
        commit("root", december(1), by=OFFICE), commit("honest", december(12), "root"),
        commit("one", december(1), "honest"), commit("two", december(2), "one"),
        commit("three", december(3), "two"),
    )  # fmt: skip
    assert told == {"root": 1, "honest": 12, "one": 12, "two": 12, "three": 12}


def test_nor_does_a_witness_dated_before_another() -> None:
    """Nobody goes behind the last witness, not even one."""
    told = days(
        commit("merge", december(12), by=OFFICE), commit("forged", december(1), "merge", by=OFFICE),
        commit("late", december(2), "forged"),
    )  # fmt: skip
    assert told == {"merge": 12, "forged": 12, "late": 12}


def test_a_date_in_the_future_binds_nobody() -> None:
    far = date(2030, 1, 1)
    found = commit_days(
        [commit("after", december(2), "far"), commit("far", far, "root"), commit("root", december(1))],
        TODAY,
    )  # fmt: skip
    assert (found["far"].day, found["after"].day) == (far, december(2))


def test_the_log_makes_later_and_never_earlier() -> None:
    logged = {"back": december(9), "ahead": december(10), "next": december(11)}
    told = days(
        commit("back", december(1)), commit("ahead", december(15), "back"),
        commit("next", december(11), "ahead"), logged=logged,
    )  # fmt: skip
    assert told == {"back": 9, "ahead": 15, "next": 11}


def test_whose_clock_it_was() -> None:
    found = commit_days(
        [
            commit("bound", december(3), "office"),
            commit("office", december(8), "ahead", by=OFFICE),
            commit("ahead", december(15), "logged"),
            commit("logged", december(1)),
        ],
        TODAY, by_office, {"logged": december(2), "ahead": december(5)},
    )  # fmt: skip
    assert found["logged"][1:] == (Clock.LOG, None)
    assert found["ahead"][1:] == (Clock.OWN, None)
    assert found["office"][1:] == (Clock.WITNESS, None)
    assert found["bound"][1:] == (Clock.OWN, "office")
    assert [id_ for id_, each in found.items() if each.verified] == ["logged", "office"]
