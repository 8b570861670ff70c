"""Where the data folder may lie: worktrees, submodules, subfolders, branches of any name."""

import hashlib
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from run.histories import PLAN, REGISTRY, Office
from run.received import SNV, STC

# Where git stands


def test_detached_head(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("checkout", "-q", "--detach")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_an_older_commit_checked_out(office: Office) -> None:
    """The main line is that of the checked-out commit; what came later is not there."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-05", office.file(SNV, 2022))
    office.git("checkout", "-q", "HEAD~1")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_worktree(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("worktree", "add", "-q", "../khac", "-b", "khac")
    office.data = office.root.parent / "khac/data"
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_worktree_whose_repository_has_gone(office: Office) -> None:
    """Git calls that "not a git repository: …"; it is no reason to go by declared dates."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("worktree", "add", "-q", "../khac", "-b", "khac")
    office.root.rename(office.root.parent / "mat")
    office.data = office.root.parent / "khac/data"
    with pytest.raises(GitTrouble, match="--no-git"):
        office.run()


def test_submodule(office: Office, tmp_path: Path) -> None:
    """A data folder in a submodule has the submodule's history."""
    office.commit("2022-11-30", office.file(STC, 2022))
    above = Office(tmp_path / "tren")
    above.git("submodule", "add", "-q", office.root.as_uri(), "con")
    above.commit("2022-12-20")
    above.data = above.root / "con/data"
    assert above.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_submodule_among_the_submissions(office: Office, tmp_path: Path) -> None:
    """A submodule's entry in the log is no file, and does not disturb the others."""
    other = Office(tmp_path / "khac")
    office.git("submodule", "add", "-q", other.root.as_uri(), "data/submissions/khac.yaml")
    office.commit("2022-11-29")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_subfolder_of_a_larger_repository(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", data="phong/ke hoach/data")
    (office.root / "src.py").write_text("print()\n")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_at_the_top(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", data=".")
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_second_data_folder_next_door(office: Office) -> None:
    """Another folder's reports date nothing here, even where its name begins alike."""
    beside = office.root / "data-2"
    office.write(
        {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)}, folder=beside
    )
    office.commit("2022-11-30")
    office.commit("2022-12-05", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_report_moved_from_the_folder_next_door(office: Office) -> None:
    """One report that changes folders does not make the two folders one."""
    beside = office.root / "cu"
    office.write(
        {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, **office.file(STC, 2022)}, folder=beside
    )
    office.commit("2022-11-30")
    (office.data / f"submissions/{STC}").mkdir(parents=True)
    office.git("mv", f"cu/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/bc.yaml")
    office.commit("2022-12-05")
    assert office.received() == {f"{STC} 2022": "2022-12-05 git"}


def test_a_link_to_the_data_folder(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    link = office.root.parent / "loi-tat"
    link.symlink_to(office.data)
    office.data = link
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_named_from_where_one_stands(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    monkeypatch.chdir(office.root)
    office.data = Path("data")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_branches_with_hostile_names(office: Office) -> None:
    """Git is asked for a commit by its id, so that no name can be mistaken for another thing."""
    office.commit("2022-11-30", office.file(STC, 2022))
    head = office.git("rev-parse", "HEAD")
    old = office.git("rev-parse", "HEAD~1")
    for name in ("HEAD", "-x", "data", "data/submissions"[:4] + "-2", head, "origin/main"):
        office.git("update-ref", f"refs/heads/{name}", old)
    office.git("update-ref", "refs/tags/HEAD", old)
    (office.root / head).write_text("một tệp tên như commit\n")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_on_a_branch_called_head(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("update-ref", "refs/heads/-x", "HEAD")
    office.git("symbolic-ref", "HEAD", "refs/heads/-x")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_sha256(tmp_path: Path) -> None:
    office = Office(tmp_path / "kho", init=("--object-format=sha256",))
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-05", office.file(STC, 2022, 2023))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2022-12-05 git",
    }


@pytest.mark.parametrize("setting", ["true", "false"])
def test_replaced_and_grafted_commits(office: Office, setting: str) -> None:
    """What git would show instead of a commit is not what was committed, whatever the clone sets."""
    office.git("config", "core.useReplaceRefs", setting)
    office.commit("2022-11-20", office.file(SNV, 2022))
    true = office.commit("2022-12-05", office.file(STC, 2022))
    tree = office.git("rev-parse", "HEAD^{tree}")
    forged = office.git("commit-tree", tree, "-m", "Giả", at="2022-01-11")
    office.git("replace", true, forged)
    assert office.received() == {
        f"{STC} 2022": "2022-12-05 git",
        f"{SNV} 2022": "2022-11-20 git",
    }
    office.git("replace", "-d", true)
    (office.root / ".git/info/grafts").write_text(f"{true}\n")
    assert office.received()[f"{SNV} 2022"] == "2022-11-20 git"


def forge_graph(graph: Path, commit: str, parent: str) -> None:
    """Write into git's notes of commits that one has another parent than it says itself."""
    raw = bytearray(graph.read_bytes())
    rows = (raw[start : start + 12] for start in range(8, 8 + 12 * raw[6], 12))
    places = {bytes(row[:4]): int.from_bytes(row[4:]) for row in rows}
    ids = [*range(places[b"OIDL"], places[b"CDAT"], 20)]
    known = [raw[start : start + 20].hex() for start in ids]
    told = places[b"CDAT"] + 36 * known.index(commit) + 20  # behind the id of its tree
    raw[told : told + 4] = known.index(parent).to_bytes(4)
    raw[-20:] = hashlib.sha1(raw[:-20], usedforsecurity=False).digest()
    graph.chmod(0o644)
    graph.write_bytes(raw)


def test_a_forged_commit_graph(office: Office) -> None:
    """What git keeps of commits beside them, to be faster, is no commit: it may leave any of them out."""
    first = office.git("rev-parse", "HEAD")
    middle = office.commit("2022-11-20", office.file(STC, 2022))
    last = office.commit("2022-12-05", office.file(SNV, 2022))
    office.git("commit-graph", "write", "--reachable")
    forge_graph(office.root / ".git/objects/info/commit-graph", last, first)
    assert middle not in office.git("log", "--format=%H")  # git itself believes it
    assert office.received() == {f"{STC} 2022": "2022-11-20 git", f"{SNV} 2022": "2022-12-05 git"}
