"""Data folders that move, are archived and begun anew, or dissolve next door."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from kehoach.run import Question
from run.repositories import PLAN, REGISTRY, SNV, STC, STP, Depot, codes, filed, sent, state

EARLY, MOVED, LATE = "2022-11-20", "2022-12-05", "2022-12-20"
OFFICE = {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY}


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path / "kho")


def _received(depot: Depot) -> dict[str, str]:
    return {
        each.key.agency: str(each.receipt.day)
        for each in depot.ask().reports[0].claims
        if each.receipt is not None
    }


def _archived(depot: Depot, anew: dict[str, str]) -> None:
    """Carry the folder into an archive and begin it anew, in one commit."""
    depot.commit(EARLY, {**filed(STC, 2022), **filed(SNV, 2022)})
    depot.data.rename(depot.root / "luu-tru")
    depot.data.mkdir()
    depot.commit(MOVED, anew)


@pytest.mark.parametrize(
    "anew",
    [OFFICE, {**OFFICE, "plan_07.yaml": f"# mới\n{PLAN}"}, {**OFFICE, **filed(STP, 2022)}],
    ids=["as it was", "another plan", "with a report"],
)
def test_what_was_archived_does_not_date_the_folder_begun_anew(
    depot: Depot, anew: dict[str, str]
) -> None:
    _archived(depot, anew)
    depot.commit(LATE, filed(STC, 2022))
    assert _received(depot)[STC] == LATE
    assert "KH507" not in codes(depot.ask()), "the archive holds it; it has not gone"


def test_the_archive_keeps_its_days(depot: Depot) -> None:
    _archived(depot, OFFICE)
    depot.data = depot.root / "luu-tru"
    assert _received(depot) == {STC: EARLY, SNV: EARLY}


def test_what_is_no_report_or_was_withdrawn_before_does_not_hold_the_folder(depot: Depot) -> None:
    """Every report went into the archive: a document that stays behind is none, nor is what had gone."""
    paper = {f"submissions/{STC}/bang.pdf": "x"}
    depot.commit("2022-11-18", {**filed(STP, 2022), **paper})
    depot.commit("2022-11-19", {f"submissions/{STP}/bc.yaml": None})
    _archived(depot, {**OFFICE, **paper})
    depot.data = depot.root / "luu-tru"
    assert _received(depot) == {STC: EARLY, SNV: EARLY}


def test_an_archive_that_is_taken_back_was_none(depot: Depot) -> None:
    """Whoever carries the folder away makes nobody late, once that is mended."""
    _archived(depot, OFFICE)
    depot.git("revert", "--no-edit", "HEAD", at=MOVED)
    assert _received(depot) == {STC: EARLY, SNV: EARLY}


def test_a_folder_that_gives_some_agencies_to_a_new_one_stays_itself(depot: Depot) -> None:
    """Split off with a copy of plan and registry; what remains keeps its days, and so does a return."""
    depot.commit(EARLY, {**filed(STC, 2022), **filed(SNV, 2022), **filed(STP, 2022)})
    depot.write(OFFICE, folder=depot.root / "rieng")
    (depot.root / "rieng/submissions").mkdir()
    depot.git("mv", f"data/submissions/{STC}", f"rieng/submissions/{STC}")
    depot.commit(MOVED)
    assert _received(depot) == {SNV: EARLY, STP: EARLY}
    depot.commit(LATE, filed(STC, 2022))
    assert _received(depot)[STC] == EARLY


@pytest.mark.parametrize("moved", [True, False])
def test_a_neighbour_that_dissolves_is_not_ours(depot: Depot, *, moved: bool) -> None:
    """Its files are deleted, or moved to us, in the commit that brings us a plan of the same name."""
    near = depot.root / "huyen"
    depot.write({**OFFICE, "plan_08.yaml": PLAN.replace('"07"', '"08"')}, folder=near)
    depot.write(filed(STC, 2022), folder=near)
    depot.commit(EARLY)
    if moved:
        shutil.copytree(near / "submissions", depot.data / "submissions")
    shutil.copy(near / "plan_08.yaml", depot.data)
    shutil.rmtree(near)
    depot.commit(MOVED)
    depot.commit(LATE, filed(STC, 2022, name="khac"))
    assert _received(depot)[STC] == (MOVED if moved else LATE)


def test_a_neighbour_dissolves_as_our_folder_moves(depot: Depot) -> None:
    """We came from where our files came unaltered, not from next door."""
    near = depot.root / "huyen"
    depot.write({**OFFICE, "agencies.yaml": f"# huyện\n{REGISTRY}"}, folder=near)
    depot.write(filed(STC, 2022), folder=near)
    depot.commit(EARLY, filed(SNV, 2022))
    depot.data.rename(depot.root / "moi")
    shutil.rmtree(near)
    depot.data = depot.root / "moi"
    depot.commit(MOVED)
    depot.commit(LATE, filed(STC, 2022))
    assert _received(depot) == {SNV: EARLY, STC: LATE}


def test_a_folder_of_one_agency_archived_and_begun_anew(depot: Depot) -> None:
    """The same report in the same agency's folder keeps its first day; what changed is a finding."""
    depot.commit(EARLY, filed(STC, 2022))
    (depot.root / "luu").mkdir()
    depot.git("mv", f"data/submissions/{STC}", "luu/2022")
    depot.commit(LATE, filed(STC, 2022, dated="2022-11-02"))
    assert _received(depot) == {STC: EARLY}
    assert "KH508" in codes(depot.ask())


# A past verdict never changes by a later commit that moves files


class _Mover:
    """Someone who files reports and moves files and folders about, at random."""

    def __init__(self, depot: Depot, random: Random) -> None:
        self.depot = depot
        self.random = random
        self.day = date(2022, 11, 20)
        self.moments: list[tuple[date, str, Path]] = []

    def work(self) -> None:
        for _ in range(7):
            self.random.choice(
                (self.file, self.file, self.stray, self.rename, self.home, self.move)
            )()
            self.day += timedelta(days=self.random.randrange(1, 5))

    def commit(self) -> None:
        commit = self.depot.commit(self.day.isoformat())
        self.moments.append((self.day, commit, self.depot.data))

    def file(self) -> None:
        agency, year = self.random.choice((STC, SNV, STP)), self.random.choice((2022, 2023))
        self.depot.write(filed(agency, year, name=f"bc-{len(self.moments)}"))
        self.commit()

    def stray(self) -> None:
        name = f"submissions/{SNV}/nham-{len(self.moments)}.yaml"
        self.depot.write({name: sent(STC, self.random.choice((2022, 2023)))})
        self.commit()

    def rename(self) -> None:
        if files := sorted((self.depot.data / "submissions").rglob("*.yaml")):
            old = self.random.choice(files)
            old.rename(old.with_name(f"ten-{len(self.moments)}.yaml"))
            self.commit()

    def home(self) -> None:
        if files := sorted(self.depot.data.glob(f"submissions/{SNV}/nham-*.yaml")):
            home = self.depot.data / "submissions" / STC
            home.mkdir(exist_ok=True)
            old = self.random.choice(files)
            old.rename(home / old.name)
            self.commit()

    def move(self) -> None:
        new = self.depot.root / f"kho-{len(self.moments)}"
        self.depot.data = self.depot.data.rename(new)
        self.commit()


@pytest.mark.parametrize("seed", range(12))
def test_no_later_move_changes_a_past_verdict(depot: Depot, seed: int) -> None:
    """At each commit: the files as they were then, and today's files judged at that day, agree.

    Reports that came later are not due yet or overdue in both; nothing was withdrawn.
    """
    mover = _Mover(depot, Random(seed))  # noqa: S311 - reproducible, not secret
    mover.work()
    for day, commit, _ in mover.moments:
        then = depot.ask(Question(day, rev=commit))
        now = depot.ask(Question(day))
        for agency in (STC, SNV, STP):
            for year in ("2022",):
                told = state(then, "1", agency, year), state(now, "1", agency, year)
                assert told[0] == told[1], (day, agency)
