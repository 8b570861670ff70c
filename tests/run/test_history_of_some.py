"""What git knows of some agencies, with the others' files left alone, is what it knows of them in all."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from random import Random

import pytest

from builders import read_workspace
from kehoach.model.workspace import Workspace
from kehoach.reading.folder import DataFolder
from kehoach.run.carried import Holds
from kehoach.run.past import Past
from kehoach.run.surroundings import surroundings
from kehoach.run.versions import Versions
from kehoach.verdicts.evidence import Entries, Periods
from kehoach.verdicts.evidence.commit import Change
from kehoach.verdicts.evidence.history import History
from kehoach.verdicts.evidence.holdings import Version
from kehoach.verdicts.obligations import docket
from kehoach.verdicts.obligations.obligation import Key
from run.histories import TODAY, Office, report
from run.test_random_histories import AGENCIES, Writer

A, B, C = AGENCIES


@contextmanager
def _workspace(office: Office) -> Iterator[tuple[DataFolder, Workspace, Past]]:
    """Hand out what is asked for the history of some."""
    folder = DataFolder(office.data)
    around = surroundings(office.data, lambda _zone: TODAY, git=True)
    assert around.repository is not None
    with closing(Past(around, around.repository)) as past:
        yield folder, read_workspace(folder), past


def _history(
    folder: DataFolder, workspace: Workspace, past: Past, holds: Holds | None = None
) -> History:
    """Return what git knows of what some agencies filed."""
    plan = workspace.plans[0].plan
    owed = docket(plan, workspace.registry, workspace.decisions, workspace.calendar, TODAY)
    filings = [each for each in workspace.filings if holds is None or holds(each.folder)]
    entries = Entries(Periods(plan, owed.demands), filings)
    return Versions(past, folder, filings, holds).arrivals(entries, workspace, TODAY).history


Held = dict[Key, list[tuple[Version, object]]]


def _of(history: History, holds: Holds) -> tuple[Held, ...]:
    """Return all that a history knows of some agencies, and until when each of it stood."""
    kinds = (history.versions, history.branches, history.standing)
    return tuple(
        {
            key: [(each, history.until(each)) for each in found]
            for key, found in versions.items()
            if holds(key.agency)
        }
        for versions in kinds
    )


def _changes(history: History) -> set[tuple[str, Change]]:
    """Return every change, with its commit."""
    return {(id_, each) for id_, changes in history.changes.items() for each in changes}


def _agree(office: Office) -> None:
    """Assert that of each agency, each two, and nobody, the same is known alone as among all."""
    with _workspace(office) as (folder, workspace, past):
        whole = _history(folder, workspace, past)
        for names in ((A,), (B,), (C,), (A, C), (None,)):
            holds = names.__contains__
            some = _history(folder, workspace, past, holds)
            assert _of(some, holds) == _of(whole, holds)
            assert _changes(some) == {
                (id_, each) for id_, each in _changes(whole) if holds(each.folder)
            }
            assert all(holds(key.agency) for key in (*some.versions, *some.branches))


@pytest.mark.parametrize("seed", range(40))
def test_as_among_all(office: Office, seed: int) -> None:
    """Whatever was filed, moved, split, merged or broken."""
    Writer(office, Random(seed)).history()  # noqa: S311 - reproducible, not secret
    _agree(office)


def test_brought_home_by_way_of_another_folder(office: Office) -> None:
    """What lay in one folder, then in a second file there, then at home, dates from the first."""
    text = report(A, 2022)
    office.commit("2022-03-01", {f"submissions/{B}/x.yaml": text})
    office.commit("2022-04-01", {f"submissions/{B}/x.yaml": None, f"submissions/{B}/y.yaml": text})
    office.commit("2022-05-01", {f"submissions/{B}/y.yaml": None, f"submissions/{C}/z.yaml": text})
    office.commit("2022-06-01", {f"submissions/{C}/z.yaml": None, f"submissions/{A}/a.yaml": text})
    with _workspace(office) as (folder, workspace, past):
        (held,) = _history(folder, workspace, past, lambda name: name == A).versions.values()
    assert [each.path.removeprefix("data/submissions/") for each in held] == [
        f"{B}/x.yaml",
        f"{B}/y.yaml",
        f"{C}/z.yaml",
        f"{A}/a.yaml",
    ]
    _agree(office)


@pytest.mark.parametrize("spelled", ['"agency": {0}', "agency: {0} # ta", 'agency: "\\x73{1}"'])
def test_however_the_agency_is_spelled(office: Office, spelled: str) -> None:
    """A file astray may name its agency in any words of YAML."""
    text = report(A, 2022).replace(f"agency: {A}", spelled.format(A, A[1:]))
    assert spelled.format(A, A[1:]) in text
    office.commit("2022-03-01", {f"submissions/{B}/x.yaml": text})
    office.commit("2022-06-01", {f"submissions/{B}/x.yaml": None, f"submissions/{A}/a.yaml": text})
    with _workspace(office) as (folder, workspace, past):
        (held,) = _history(folder, workspace, past, lambda name: name == A).versions.values()
    assert [each.path.removeprefix("data/submissions/") for each in held] == [
        f"{B}/x.yaml",
        f"{A}/a.yaml",
    ]
    _agree(office)


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("", ""),
        ("reports:", 'note: "Gọi là \\"báo cáo\\""\nreports:'),
        ("agency: {0}", 'agency: "{0}"'),
        ("agency: {0}", "agency: {0}  # agency"),
        ("agency: {0}", '"\\x61gency": {0}'),
    ],
)
def test_files_of_others_are_left_alone(office: Office, plain: str, written: str) -> None:
    """Of what one commit altered for several, each its own, nothing is asked of the others."""
    for year in (2021, 2022):
        text = report(B, year)
        others = text.replace(plain.format(B), written.format(B))
        assert not plain or others != text
        office.commit(f"{year}-12-01", {**office.file(A, year), f"submissions/{B}/bc.yaml": others})
    with _workspace(office) as (folder, workspace, past):
        asked = Versions(past, folder, workspace.filings, lambda name: name == A)
        touched = {each.path for changes in asked.changes.values() for each in changes}
    assert touched == {f"data/submissions/{A}/bc.yaml"}
    _agree(office)


def test_a_file_in_no_folder_may_speak_of_anybody(office: Office) -> None:
    """What one commit altered there, beside a file of an agency, is looked at as if it were its."""
    for year in (2021, 2022):
        office.commit(
            f"{year}-12-01", {**office.file(A, year), "submissions/x.yaml": report(A, year)}
        )
    _agree(office)
