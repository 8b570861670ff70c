"""What the benchmarks measure with: as large as asked for, the same each time, right where it says so."""

import subprocess
from pathlib import Path

import pytest

from builders import read_workspace
from kehoach.model.workspace import Workspace
from kehoach.reading.folder import DataFolder
from made.history import arrivals, make
from made.office import items_of
from made.reports import text_of
from made.shape import Shape

SMALL = Shape(submissions=60, years=1, commits=40)


def git(root: Path, *arguments: str) -> list[str]:
    done = subprocess.run(  # noqa: S603
        ["git", "-C", str(root), *arguments],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.splitlines()


def made(root: Path, shape: Shape) -> Workspace:
    make(root, shape)
    return read_workspace(DataFolder(root / "data"))


def test_the_same_numbers_give_the_same_commits(tmp_path: Path) -> None:
    for name in ("first", "second"):
        make(tmp_path / name, SMALL)
    assert git(tmp_path / "first", "rev-parse", "main") == git(
        tmp_path / "second", "rev-parse", "main"
    )
    assert git(tmp_path / "first", "status", "--short") == []


def test_a_province_is_as_large_as_asked_for(tmp_path: Path) -> None:
    shape = Shape(submissions=90, agencies=4, items=5, years=2, commits=30, plans=2)
    workspace = made(tmp_path / "kho", shape)
    assert workspace.findings == ()
    assert len(workspace.filings) == 90
    assert len(workspace.plans) == 2
    assert {len(each.plan.items) for each in workspace.plans} == {5}
    assert len(git(tmp_path / "kho", "rev-list", "main")) == 30
    assert len(git(tmp_path / "kho", "rev-list", "--merges", "main")) > 0
    assert git(tmp_path / "kho", "for-each-ref", "--format=%(refname:short)") == ["main"]


def test_three_files_of_ten_are_amended() -> None:
    shape = Shape(submissions=2_000)
    again = [each for each in arrivals(shape) if each.version == 2]
    assert 0.28 <= len(again) / 2_000 <= 0.32


def test_one_agency_of_twenty_is_succeeded_half_way() -> None:
    shape = Shape(submissions=40 * 12, years=1)
    assert shape.places == 40
    new = {shape.agency(place, 11) for place in range(40)}
    old = {shape.agency(place, 0) for place in range(40)}
    assert sorted(new - old) == ["co-quan-0007-moi", "co-quan-0027-moi"]


@pytest.mark.parametrize("percent", [0, 20])
def test_as_many_files_are_broken_as_asked_for(tmp_path: Path, percent: int) -> None:
    shape = Shape(submissions=60, years=1, commits=5, broken=percent)
    workspace = made(tmp_path / "kho", shape)
    wrong = sum(map(shape.is_broken, shape.slots()))
    assert len({each.place.file for each in workspace.findings}) == wrong
    assert (wrong > 0) == (percent > 0)


def test_one_file_of_three_is_written_less_plainly() -> None:
    shape = Shape(submissions=900)
    texts = [text_of(shape, each, items_of(shape), 1) for each in shape.slots()]
    for sign in ("note: |\n", 'note: "', "note:  # "):
        assert 80 <= sum(sign in each for each in texts) <= 120
