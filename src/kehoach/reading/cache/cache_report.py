"""What the cache of this machine holds, and whether it is used at all."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from kehoach.reading.cache.cache_place import cache_folder, is_in_repository, is_private
from kehoach.reading.cache.shelf import Kept, kept_in

Unused = Literal["off", "in_repository", "not_private"]


class CacheReport(NamedTuple):
    """The folder (``None``: none is to be used), why it is not used, and what is kept in it."""

    folder: Path | None
    unused: Unused | None
    kept: tuple[Kept, ...]


def cache_report(environment: Mapping[str, str]) -> CacheReport:
    """Return where things are kept in such an environment, and what is."""
    folder = cache_folder(environment)
    if folder is None:
        return CacheReport(None, "off", ())
    return CacheReport(folder, _unused(folder), tuple(kept_in(folder)))


def _unused(folder: Path) -> Unused | None:
    if is_in_repository(folder):
        return "in_repository"
    return "not_private" if folder.exists() and not is_private(folder) else None
