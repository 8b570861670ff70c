"""Whether the work tree shows what is checked out: nothing hidden, nothing put in other words."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.reading.folder import Folder
from kehoach.reading.repositories.git import GitTrouble, as_told, call, run
from kehoach.reading.repositories.git_output import Running, tokens
from kehoach.reading.repositories.repository import Repository
from kehoach.words import Text

_FILES = ("100644", "100755")
_ATTRIBUTES = ("filter", "ident", "working-tree-encoding")
_HIDDEN = Text(
    "bản đang mở không có “{file}” vì git được dặn bỏ qua tệp ấy (sparse checkout, skip-worktree hoặc "
    "assume-unchanged); chạy “git sparse-checkout disable” (hoặc “git update-index --no-skip-worktree "
    "--no-assume-unchanged”), hoặc dùng --rev HEAD để đọc từ commit",
    "the work tree lacks “{file}” because git was told to leave it out (sparse checkout, skip-worktree or "
    "assume-unchanged); run “git sparse-checkout disable” (or “git update-index --no-skip-worktree "
    "--no-assume-unchanged”), or use --rev HEAD to read from the commit",
)
_FILTERED = Text(
    "“{file}” trên đĩa không phải là nội dung trong commit vì .gitattributes đặt {attribute} cho tệp ấy; "
    "dùng --rev HEAD để đọc từ commit, hoặc bỏ thuộc tính này",
    "“{file}” on the disk is not what the commit holds, because .gitattributes sets {attribute} for it; "
    "use --rev HEAD to read from the commit, or remove that attribute",
)


class _Indexed(NamedTuple):
    """A file of the index, named relative to the data folder; ``skipped``: git looks away from it."""

    name: str
    blob: str
    skipped: bool


class WorkTree:
    """What git has checked out in a data folder; it lists its index while the files are read."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        prefix = repository.prefix
        at = f":(top,literal){prefix}" if prefix else ":(top)"
        self._git = Running(repository.top, "ls-files", "-s", "-v", "-z", "--", at)

    def close(self) -> None:
        """Stop git where nobody has asked."""
        self._git.close()

    def check(self, folder: Folder, asked: Callable[[str], bool] = lambda _: True) -> None:
        """Pass a data folder that shows what is checked out, altered or not, in the files ``asked`` for.

        Line ends may differ. What a filter made of a file says something else than the commit, and would
        look as if it had not been committed.

        Raises:
            GitTrouble: a file is hidden, or stands there in other words; or git fails.
        """
        differing = []
        for entry in self._entries:
            if not asked(entry.name) or entry.blob in folder.ids(entry.name, entry.blob):
                continue
            if not _read(entry.name):
                continue
            if folder.exists(entry.name):
                differing.append(entry.name)
            elif entry.skipped:
                raise GitTrouble(_HIDDEN.filled(file=entry.name))
        for name, attribute in _attributes(self._repository, differing):
            if attribute != "ident" or _has_ident(folder, name):
                raise GitTrouble(_FILTERED.filled(file=name, attribute=attribute))

    @cached_property
    def _entries(self) -> tuple[_Indexed, ...]:
        """The files of the index that lie in the data folder; listed once for all parts of it."""
        with as_told():
            return tuple(self._listed())

    def _listed(self) -> Iterator[_Indexed]:
        prefix = self._repository.prefix
        for line in tokens(self._git.printed()):
            about, _, path = line.partition("\t")
            tag, mode, blob, _ = about.split(" ")
            if mode in _FILES and path.startswith(prefix):
                yield _Indexed(path[len(prefix) :], blob, tag == "S" or tag.islower())


def _read(name: str) -> bool:
    """Say whether a file of the data folder is one that is read."""
    filed = name.startswith(f"{file_names.SUBMISSIONS}/") and "/." not in name
    return file_names.is_yaml(name) and (filed or "/" not in name)


def _has_ident(folder: Folder, name: str) -> bool:
    """Say whether git may have put an id in a file; of one that was not read nobody knows."""
    return name not in folder.blobs or b"$Id" in folder.again(name)


def _attributes(repository: Repository, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the files for which an attribute makes other words of what is committed, and which."""
    paths = "".join(f"{repository.prefix}{name}\0" for name in names)
    if not paths:
        return
    given = paths.encode("utf-8", "surrogateescape")
    filters = _filters(repository)
    raw = run(repository.top, "check-attr", "-z", "--stdin", *_ATTRIBUTES, given=given)
    told = raw.decode("utf-8", "surrogateescape").split("\0")[:-1]
    with as_told():
        rows = [*zip(told[::3], told[1::3], told[2::3], strict=True)]
    for path, attribute, value in rows:
        name = path.removeprefix(repository.prefix)
        if value in ("unspecified", "unset") or (attribute == "filter" and value not in filters):
            continue
        yield name, attribute if value == "set" else f"{attribute}={value}"


def _filters(repository: Repository) -> frozenset[str]:
    """Return the names of the filters that are set up here; git passes others by."""
    told = call(repository.top, "config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.")
    names = told.stdout.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(name.removeprefix("filter.").rpartition(".")[0] for name in names)
