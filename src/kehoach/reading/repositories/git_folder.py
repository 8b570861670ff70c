"""The data folder as it stood at a git revision, read without touching the work tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.diagnostics import Finding, Place
from kehoach.model import file_names
from kehoach.reading.folder import Folder, Owners, everybody
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.reading.repositories.repository import Repository
from kehoach.reading.repositories.revisions import files_at
from kehoach.reading.yaml_files.yaml_rules import UNREADABLE
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.words import Text

_LINK = "120000"
_FILED = f"{file_names.SUBMISSIONS}/"
_REASON = Text(
    "là liên kết, quá lớn, hoặc không có ở bản này", "a link, too large, or not in this revision"
)


@dataclass(frozen=True)
class GitFolder(Folder):
    """A folder at a revision: the names of all its files, and the contents of those to be read."""

    root: Path
    files: frozenset[str]
    texts: Mapping[str, bytes]
    blobs: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def names(self) -> list[str]:
        """Return the names of the files that lie in the folder itself, in order."""
        return sorted(name for name in self.files if "/" not in name)

    def submissions(self, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the names of the files below ``submissions/``, in order; hidden folders are not."""
        for name in sorted(self.files, key=lambda name: name.split("/")):
            filed = name.startswith(_FILED) and "/." not in name.rpartition("/")[0]
            if filed and owners(file_names.owner(name)):
                yield name

    def aside(self) -> Iterator[str]:
        """Yield the names of files in folders beside ``submissions/``."""
        for name in sorted(self.files):
            if "/" in name and not name.startswith((_FILED, ".")) and "/." not in name:
                yield name

    def exists(self, name: str) -> bool:
        """Say whether there was a file of that name."""
        return name in self.files

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: it was a link, is too large, or was not there.
        """
        if name not in self.texts or len(self.texts[name]) > MAX_BYTES:
            raise Refused(Finding(UNREADABLE, Place.whole(name), {"reason": _REASON}))
        return self.texts[name]


def folder_at(repository: Repository, root: Path) -> GitFolder:
    """Return the data folder as it stood at the repository's head.

    Raises:
        GitTrouble: git fails.
    """
    tree = files_at(repository)
    wanted = {name: blob for name, (mode, blob) in tree.items() if mode != _LINK and _ours(name)}
    blobs = dict(repository.blobs(sorted(set(wanted.values()))))
    texts = {name: blobs[blob] for name, blob in wanted.items()}
    return GitFolder(root, frozenset(tree), texts)


def _ours(name: str) -> bool:
    """Say whether a file may be read: attachments, and hidden folders, are not."""
    return file_names.is_yaml(name) and not name.startswith(".") and "/." not in name
