"""Everything that git can tell of the repository that a folder lies in, as one digest.

Commits and their files never change under their ids. What can change is which of them are named (HEAD
and all refs, the index with its flags), how much of the history is there, how git is set up, and what
attributes say of files. git itself is asked where it could know better than a file shows.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kehoach.reading.repositories.git import Begun, NoGit, ask, begin
from kehoach.reading.repositories.git_program import git_program

_PLACE = (
    "rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository",
    "--show-cdup", "--show-prefix", "--absolute-git-dir", "--git-common-dir",
)  # fmt: skip
_CONFIG = ("config", "-z", "--list")
_REFS = ("show-ref", "--head")
_OWN = ("HEAD", "index")  # of a work tree, which may share the rest of its repository with others
_SHARED = ("shallow", "info/attributes")
_CHOSEN = ("GIT_DIR", "GIT_WORK_TREE")


class GitState:
    """What git is asked of a folder, while something else is done.

    Where there is no git command, a folder that lies in a repository is still told from one that does not.
    """

    def __init__(self, root: Path) -> None:
        self._above = dict.fromkeys(
            above
            for place in (root.absolute(), root.resolve())
            for above in (place, *place.parents)
        )
        self._asked: list[Begun] = []
        with suppress(NoGit):
            self._asked = [begin(root, *words) for words in (_PLACE, _CONFIG, _REFS)]

    def digest(self) -> bytes:
        """Return the digest, once git has told everything."""
        digest = hashlib.sha256()
        for part in self._parts():
            digest.update(b"%d %s" % (len(part), part))
        return digest.digest()

    def _parts(self) -> Iterator[bytes]:
        for above in self._above:
            yield b"%d" % os.path.lexists(above / ".git")
        told = [each() for each in self._asked]
        for each in told:
            yield from (b"%d" % each.returncode, each.stdout, each.stderr)
        if told and told[0].returncode == 0:
            place, config, _ = (each.stdout.decode("utf-8", "surrogateescape") for each in told)
            for file in self._files(place, config):
                yield os.fsencode(file)
                yield _content(file)

    def _files(self, place: str, config: str) -> Iterator[str]:
        """Yield the files that no call shows whole."""
        own, shared = place.removesuffix("\n").rsplit("\n", 2)[1:]
        shared = os.path.join(next(iter(self._above)), shared)  # noqa: PTH118 - many follow
        yield from (f"{own}/{name}" for name in _OWN)
        yield from (f"{shared}/{name}" for name in _SHARED)
        yield from (f"{above}/.gitattributes" for above in self._above)
        yield from _attributes(config)


def repository_is_chosen() -> bool:
    """Say whether the environment names a repository, as git does for its hooks."""
    return any(os.environ.get(name) for name in _CHOSEN)


def commit_named(root: Path, revision: str) -> str:
    """Return the commit that a revision now names; empty where it names none."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return ask(root, *words) or ""


def _attributes(config: str) -> Iterator[str]:
    """Yield where the user and the machine may have attributes for all repositories."""
    for setting in config.split("\0"):
        name, _, value = setting.partition("\n")
        if name == "core.attributesfile":
            yield os.path.expanduser(value)  # noqa: PTH111 - it may be no path at all
    for base in (os.environ.get("XDG_CONFIG_HOME"), os.path.expanduser("~/.config")):  # noqa: PTH111
        if base:
            yield f"{base}/git/attributes"
    yield "/etc/gitattributes"
    with suppress(FileNotFoundError):
        git = Path(git_program()).resolve()
        yield from (f"{above}/etc/gitattributes" for above in git.parents[1:4])


def _content(file: str) -> bytes:
    """Return a file's bytes, or why there are none."""
    try:
        with open(file, "rb") as found:  # noqa: PTH123 - no path of pathlib's
            return b"=" + found.read()
    except OSError as error:
        return b"? %d" % (error.errno or 0)
