"""A repository as if another revision were checked out."""

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kehoach.model import file_names
from kehoach.reading.repositories.git import GitTrouble, ask, call, fault, run
from kehoach.reading.repositories.repository import Repository
from kehoach.words import Text

_LOOK = ("-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", "--end-of-options")
_SEVERAL = re.compile(r"^warning: refname '(.+)' is ambiguous\.$", re.MULTILINE)
_WHOLE_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_KINDS = ("refs/", "refs/tags/", "refs/heads/", "refs/remotes/")
_AMBIGUOUS = Text(
    "“{name}” trong kho git này chỉ tới nhiều thứ ({refs}); ghi tên đầy đủ (như refs/heads/main, "
    "refs/remotes/origin/main) hoặc mã commit đầy đủ",
    "“{name}” names more than one thing in this git repository ({refs}); give the whole name (such as "
    "refs/heads/main, refs/remotes/origin/main) or the whole id of the commit",
)


def at(repository: Repository, revision: str) -> Repository | None:
    """Return the repository with ``revision`` as its head, if there is such a one.

    Where the folder lay elsewhere then it is looked for there: in the only place that held a plan
    and a registry and holds them no more.

    Raises:
        GitTrouble: git fails, or knows several of that name.
    """
    if revision.startswith("-"):
        return None
    head = _commit(repository.top, revision)
    if head is None or not head.isalnum():  # "^main" names what it leaves out
        return None
    return _where_it_lay(repository._replace(head=head), repository.head)


def _commit(top: Path, revision: str) -> str | None:
    """Return the commit of a revision, or ``None`` where there is none.

    Git prefers a tag to a branch and either to a short id: whoever may push a tag could else choose what
    a change is compared with.

    Raises:
        GitTrouble: git was killed, or a name in it stands for several.
    """
    asked = call(top, *_LOOK, f"{revision}^{{commit}}")
    if asked.returncode < 0:
        raise fault(asked.returncode, asked.stderr)
    for name in _SEVERAL.findall(asked.stderr.decode("utf-8", "surrogateescape")):
        # A whole id, HEAD and a whole name of a ref go before all others.
        if not _WHOLE_ID.fullmatch(name) and not ask(top, "show-ref", "--verify", "--", name):
            raise ambiguous(top, name)
    told = asked.stdout.decode("utf-8", "surrogateescape").strip()
    return told or None if not asked.returncode else None


def ambiguous(top: Path, name: str) -> GitTrouble:
    """Return the trouble that a name stands for several things in a repository."""
    places = (f"{kind}{name}" for kind in _KINDS)
    refs = (ask(top, "for-each-ref", "--format=%(refname)", *places) or "").split()
    return GitTrouble(_AMBIGUOUS.filled(name=name, refs=", ".join(refs)))


def shared_with(repository: Repository, other: Repository) -> Repository | None:
    """Return the repository at the last commit that its head shares with that of another revision."""
    heads = (each.head or "HEAD" for each in (repository, other))
    base = ask(repository.top, "merge-base", *heads)
    return at(repository, base) if base else None


def day_of(repository: Repository, timezone: str) -> date | None:
    """Return the committer's day of the head, in ``timezone``."""
    seconds = ask(repository.top, "show", "-s", "--format=%ct", repository.head or "HEAD")
    with suppress(ValueError, OverflowError, OSError):  # a commit without a readable date
        return datetime.fromtimestamp(int(seconds or ""), ZoneInfo(timezone)).date()
    return None


def files_at(repository: Repository) -> dict[str, tuple[str, str]]:
    """Return mode and blob of each file in the folder at the head, by name relative to it.

    Raises:
        GitTrouble: git fails.
    """
    found = {}
    for line in _tree(repository.top, repository.head):
        about, _, path = line.partition("\t")
        mode, kind, blob = about.split(" ")
        if kind == "blob" and path.startswith(repository.prefix):
            found[path.removeprefix(repository.prefix)] = (mode, blob)
    return found


def _tree(top: Path, commit: str | None) -> list[str]:
    """Return a line for each file of a commit."""
    if commit is None:
        return []
    raw = run(top, "ls-tree", "-r", "-z", "--full-tree", commit)
    return raw.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _where_it_lay(repository: Repository, now: str | None) -> Repository:
    """Return the repository with the place at which the folder lay at its head.

    A folder that stands at ``now`` beside this one is another one, and not where this one lay.
    """
    then = _places(repository.top, repository.head)
    if repository.prefix in then:
        return repository
    gone = then - _places(repository.top, now)
    return repository._replace(prefix=gone.pop()) if len(gone) == 1 else repository


def _places(top: Path, commit: str | None) -> set[str]:
    """Return the folders of a commit that hold a plan and a registry: empty, or ending in ``/``."""
    files = [line.partition("\t")[2].rpartition("/") for line in _tree(top, commit)]
    plans = {folder + slash for folder, slash, name in files if name.startswith("plan_")}
    return plans & {folder + slash for folder, slash, name in files if name == file_names.REGISTRY}
