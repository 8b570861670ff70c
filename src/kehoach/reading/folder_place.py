"""Where the data folder lies, and how much of it is read: known before this program is loaded."""

from contextlib import suppress
from pathlib import Path

from kehoach.model import file_names

MAX_BYTES = 5_000_000
"""The size above which a file is not read."""
MOST_ASIDE = 2_000
"""How many files are looked through for reports that were put elsewhere."""


class NoDataFolder(Exception):  # noqa: N818 - it is the user's path that is wrong
    """There is no data folder where it was looked for."""


def folder_place(given: Path | None, here: Path) -> Path:
    """Return the folder given, or the nearest ``data/`` or folder of plans upward from ``here``.

    Raises:
        NoDataFolder: the folder given is none, or there is none upward.
        PermissionError: a ``data/`` on the way may not be looked into; one farther off is another's.
    """
    if given is not None:
        if not given.is_dir():
            raise NoDataFolder(str(given))
        below = given / "data"
        return below if not _has_plan(given) and _data_has_plan(below) else given
    for folder in (here, *here.parents):
        if _has_plan(folder):
            return folder
        if _data_has_plan(below := folder / "data"):
            return below
    raise NoDataFolder(str(here))


def _has_plan(folder: Path) -> bool:
    with suppress(OSError):
        return _data_has_plan(folder)
    return False


def _data_has_plan(folder: Path) -> bool:
    try:
        return any(file_names.is_plan(entry.name) for entry in folder.iterdir())
    except PermissionError:
        raise
    except OSError:
        return False
