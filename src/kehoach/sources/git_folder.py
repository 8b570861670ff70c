"""The data folder as it stood at a git revision, read without touching the work tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.diagnostics import Finding, Place
from kehoach.sources.folder import MAX_BYTES, Folder
from kehoach.sources.git import Repository
from kehoach.sources.revisions import files_at
from kehoach.sources.yaml_rules import UNREADABLE
from kehoach.sources.yaml_text import Refused
from kehoach.texts import Text

_LINK = "120000"
_REASON = Text(
    "là liên kết, quá lớn, hoặc không có ở bản này", "a link, too large, or not in this revision"
)


@dataclass(frozen=True)
class GitFolder(Folder):
    """A folder at a revision; ``files`` are the contents of its files by name."""

    root: Path
    files: Mapping[str, bytes]
    refused: frozenset[str]
    texts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def names(self) -> list[str]:
        """Return the names of the files that lie in the folder itself, in order."""
        return sorted(name for name in self._all() if "/" not in name)

    def submissions(self) -> Iterator[str | Refused]:
        """Yield the names of all files below ``submissions/``, in order; hidden ones are not."""
        for name in sorted(self._all()):
            if name.startswith("submissions/") and "/." not in name:
                yield name

    def exists(self, name: str) -> bool:
        """Say whether there was a file of that name."""
        return name in self._all()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: it was a link, is too large, or was not there.
        """
        if name not in self.files or len(self.files[name]) > MAX_BYTES:
            raise Refused(Finding(UNREADABLE, Place(name, (), (1, 1)), {"reason": _REASON}))
        return self.files[name]

    def _all(self) -> set[str]:
        return {*self.files, *self.refused}


def folder_at(repository: Repository, root: Path) -> GitFolder:
    """Return the data folder as it stood at the repository's head.

    Raises:
        GitTrouble: git fails.
    """
    tree = files_at(repository)
    blobs = repository.blobs(sorted({blob for mode, blob in tree.values() if mode != _LINK}))
    links = frozenset(name for name, (mode, _) in tree.items() if mode == _LINK)
    files = {name: blobs[blob] for name, (mode, blob) in tree.items() if mode != _LINK}
    return GitFolder(root, files, links)
