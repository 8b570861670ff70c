"""A data folder as it would be with one file written otherwise: nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.model import file_names
from kehoach.reading.folder import DataFolder, Owners, everybody
from kehoach.reading.yaml_files.yaml_text import Refused


@dataclass(frozen=True)
class AlteredFolder(DataFolder):
    """A folder on the disk in which ``altered``, a file of its own or a submission, holds other bytes."""

    altered: str = ""
    content: bytes = b""

    def names(self) -> list[str]:
        """Return the names of what lies in the folder itself, in order."""
        return sorted({*super().names(), self.altered.partition("/")[0]})

    def submissions(self, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the names of the files below ``submissions/``, the altered one among them."""
        there = set()
        for name in super().submissions(owners) if super().exists(file_names.SUBMISSIONS) else ():
            there.add(name)
            yield name
        if (
            "/" in self.altered
            and self.altered not in there
            and owners(file_names.owner(self.altered))
        ):
            yield self.altered

    def exists(self, name: str) -> bool:
        """Say whether there is anything of that name, readable or not."""
        return name == self.altered or super().exists(name)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: as a folder on the disk.
        """
        return self.content if name == self.altered else super().read(name)
