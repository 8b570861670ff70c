"""A ``.git`` that is there and cannot be read: exit 2 with the reason, never declared dates.

The report's letter is dated 1 November 2022, in time; it came on 20 December, late. Whatever is done to
the ``.git``, no answer may go by the letter. What does git no harm is read as ever.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from run.histories import Office, report

STC = "so-tai-chinh"
LATE = {f"{STC} 2022": "2022-12-20 git"}
Damage = Callable[[Path], None]


def written(name: str, text: str | bytes) -> Damage:
    """Return what writes a file in the ``.git``."""

    def do(git: Path) -> None:
        (git / name).parent.mkdir(parents=True, exist_ok=True)
        (git / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return do


def gone(name: str) -> Damage:
    """Return what takes a file or folder out of the ``.git``."""

    def do(git: Path) -> None:
        shutil.rmtree(git / name) if (git / name).is_dir() else (git / name).unlink()

    return do


def added(text: str) -> Damage:
    """Return what adds to the configuration."""

    def do(git: Path) -> None:
        with (git / "config").open("a", encoding="utf-8") as config:
            config.write(text)

    return do


def instead(put: Damage) -> Damage:
    """Return what puts something else in the place of the ``.git``; it lies beside, as ``.kept``."""

    def do(git: Path) -> None:
        git.rename(git.with_name(".kept"))
        put(git)

    return do


def a_folder(name: str) -> Damage:
    """Return what makes a folder of a file."""

    def do(git: Path) -> None:
        (git / name).unlink()
        (git / name).mkdir()

    return do


def torn_objects(git: Path) -> None:
    """Cut every object in two."""
    for path in (git / "objects").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty_objects(git: Path) -> None:
    """Leave every object there, and nothing in it: what a power cut leaves."""
    for path in (git / "objects").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(b"")


def first_commit_lost(git: Path) -> None:
    """Lose the commit on which the history rests."""
    root = _said(git, "rev-list", "--max-parents=0", "HEAD")
    (git / "objects" / root[:2] / root[2:]).unlink()


def tree_lost(git: Path) -> None:
    """Lose the tree of the checked-out commit."""
    tree = _said(git, "rev-parse", "HEAD^{tree}")
    (git / "objects" / tree[:2] / tree[2:]).unlink()


def packed_and_torn(git: Path) -> None:
    """Cut the pack that holds all objects."""
    _said(git, "repack", "-adq")
    for pack in (git / "objects" / "pack").glob("*.pack"):
        pack.chmod(0o644)
        pack.write_bytes(pack.read_bytes()[:100])


def pack_index_lost(git: Path) -> None:
    """Lose the index of the pack."""
    _said(git, "repack", "-adq")
    for index in (git / "objects" / "pack").glob("*.idx"):
        index.unlink()


def packed_refs_torn(git: Path) -> None:
    """Cut the file of the packed refs."""
    _said(git, "pack-refs", "--all")
    (git / "packed-refs").write_text("# pack-refs with: peeled\n12345", encoding="ascii")


def shallow_forged(git: Path) -> None:
    """Cut the history by hand, as a shallow clone has it."""
    (git / "shallow").write_text(_said(git, "rev-parse", "HEAD") + "\n", encoding="ascii")


def a_file(text: str) -> Damage:
    """Return what makes a file where the ``.git`` was."""

    def do(git: Path) -> None:
        git.write_text(text, encoding="ascii")

    return do


def packed(git: Path) -> None:
    """Put everything into packs, as git does by itself."""
    _said(git, "gc", "-q")


def bare_of_all_else(git: Path) -> None:
    """Take away what git can do without."""
    for name in ("hooks", "info", "logs"):
        shutil.rmtree(git / name, ignore_errors=True)


def grafted(git: Path) -> None:
    """Say of the last commit that it had no parents."""
    written("info/grafts", _said(git, "rev-parse", "HEAD") + "\n")(git)


def a_loop(git: Path) -> None:
    """Make a link that leads to itself."""
    git.symlink_to(git.name)


def _said(git: Path, *words: str) -> str:
    office = Office.__new__(Office)
    office.root = git.parent
    return office.git(*words)


REFUSED: dict[str, Damage] = {
    "no HEAD": gone("HEAD"),
    "empty HEAD": written("HEAD", ""),
    "HEAD to nowhere": written("HEAD", "ref: \n"),
    "HEAD outside": written("HEAD", "ref: ../../x\n"),
    "HEAD of zeros": written("HEAD", b"\0" * 41),
    "HEAD garbage": written("HEAD", bytes(range(128, 168))),
    "HEAD to a lost commit": written("HEAD", "1" * 40 + "\n"),
    "HEAD a short id": written("HEAD", "abc\n"),
    "HEAD a folder": a_folder("HEAD"),
    "HEAD to a tag": written("HEAD", "ref: refs/tags/x\n"),
    "no objects": gone("objects"),
    "no refs": gone("refs"),
    "branch empty": written("refs/heads/main", ""),
    "branch of zeros": written("refs/heads/main", "\0" * 41),
    "branch lost": written("refs/heads/main", "1" * 40),
    "branch to itself": written("refs/heads/main", "ref: refs/heads/main\n"),
    "packed refs torn": packed_refs_torn,
    "config torn": written("config", "[core\n\tbare"),
    "config binary": written("config", b"\x00\xff\xfe"),
    "config of another version": added("[core]\n\trepositoryformatversion = 99\n"),
    "config bare": added("[core]\n\tbare = true\n"),
    "config includes itself": added("[include]\n\tpath = config\n"),
    "config of an unknown extension": added(
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tnobody = true\n"
    ),
    "config of other objects": added(
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n"
    ),
    "config of other refs": added(
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefstorage = nowhere\n"
    ),
    "config of a work tree elsewhere": added("[core]\n\tworktree = /\n"),
    "config of a work tree that is not there": added("[core]\n\tworktree = /nowhere\n"),
    "common folder elsewhere": written("commondir", "/nowhere\n"),
    "common folder empty": written("commondir", ""),
    "objects torn": torn_objects,
    "objects empty": empty_objects,
    "first commit lost": first_commit_lost,
    "tree lost": tree_lost,
    "pack torn": packed_and_torn,
    "pack without index": pack_index_lost,
    "shallow forged": shallow_forged,
    "shallow garbage": written("shallow", "x\n"),
    "index garbage": written("index", "no index"),
    "a file without words": instead(a_file("")),
    "a file of other words": instead(a_file("see elsewhere\n")),
    "a file to nowhere": instead(a_file("gitdir: /nowhere\n")),
    "a file to itself": instead(a_file("gitdir: .git\n")),
    "a binary file": instead(a_file("gitdir: \0\x7f")),
    "an empty folder": instead(Path.mkdir),
    "a link to nowhere": instead(lambda git: git.symlink_to("nowhere")),
    "a link to itself": instead(a_loop),
    "a link to a file": instead(lambda git: git.symlink_to("data/plan_07.yaml")),
    "a pipe": instead(os.mkfifo),
}
HARMLESS: dict[str, Damage] = {
    "a link": instead(lambda git: git.symlink_to(".kept")),
    "a file that leads there": instead(a_file("gitdir: .kept\n")),
    "packed": packed,
    "no hooks, no info": bare_of_all_else,
    "grafted": grafted,
    "alternates to nowhere": written("objects/info/alternates", "/nowhere\n"),
    "a broken branch beside": written("refs/heads/other", ""),
    "a broken remote beside": written("refs/remotes/origin/x", "garbage"),
    "a branch that nobody has used": written("refs/heads/.lock", ""),
    "a lock that was left": written("index.lock", ""),
    "a merge that was left": written("MERGE_HEAD", "x\n"),
    "a pipe that nobody reads": lambda git: os.mkfifo(git / "own.pipe"),
    "attributes of nobody": written("info/attributes", "* -text\n"),
}


@pytest.fixture(name="late")
def _late(office: Office) -> Office:
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    return office


@pytest.mark.parametrize("way", REFUSED)
def test_it_is_told(late: Office, way: str) -> None:
    REFUSED[way](late.root / ".git")
    with pytest.raises(GitTrouble) as trouble:
        late.run()
    assert all(len(words) > 20 for words in trouble.value.text)


@pytest.mark.parametrize("way", HARMLESS)
def test_what_does_no_harm_is_read(late: Office, way: str) -> None:
    HARMLESS[way](late.root / ".git")
    assert late.received() == LATE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads whatever there is")
@pytest.mark.parametrize("name", ["", "HEAD", "config", "objects", "refs"])
def test_what_one_may_not_read_is_told(late: Office, name: str) -> None:
    (late.root / ".git" / name).chmod(0)
    try:
        with pytest.raises(GitTrouble):
            late.run()
    finally:
        (late.root / ".git" / name).chmod(0o755)
