"""A data folder as it would be with one of the office's files written otherwise: nothing is written."""

from dataclasses import dataclass

from kehoach.reading.folder import DataFolder


@dataclass(frozen=True)
class AlteredFolder(DataFolder):
    """A folder on the disk in which ``altered``, a file of the folder itself, holds other bytes."""

    altered: str = ""
    content: bytes = b""

    def names(self) -> list[str]:
        """Return the names of what lies in the folder itself, in order."""
        return sorted({*super().names(), self.altered})

    def exists(self, name: str) -> bool:
        """Say whether there is anything of that name, readable or not."""
        return name == self.altered or super().exists(name)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            Refused: as a folder on the disk.
        """
        return self.content if name == self.altered else super().read(name)
