"""How a data folder and its repository stand, and what day it is: what answers rest on.

The same state means the same answer: it is taken whole, over all that any command looks at
(docs/en/cache.md lists it).
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import TZPATH

from kehoach.reading.cache.folder_survey import survey
from kehoach.reading.cache.git_state import GitState, commit_named, repository_is_chosen
from kehoach.reading.clock import day_in
from kehoach.reading.folder_place import NoDataFolder, folder_place


class FolderState(NamedTuple):
    """What a data folder and its repository hold, as a digest; and when they were last touched."""

    content: str
    moment: int


def data_folder(given: str | None) -> Path | None:
    """Return the data folder that a command line means, if there is one."""
    try:
        return folder_place(Path(given) if given else None, Path.cwd())
    except (NoDataFolder, OSError):
        return None


def folder_state(root: Path) -> FolderState | None:
    """Return the state of a data folder; ``None`` where not all that matters can be seen."""
    if repository_is_chosen():
        return None
    git = GitState(root)  # at work while the files are read
    seen = survey(str(root))
    told = git.digest()
    if seen is None:
        return None
    return FolderState(hashlib.sha256(seen.content + told).hexdigest(), seen.moment)


def named_commits(root: Path, revisions: Iterable[str]) -> dict[str, str]:
    """Return which commits revisions name now."""
    return {each: commit_named(root, each) for each in revisions}


def days_in(timezones: Iterable[str], moment: datetime) -> dict[str, str]:
    """Return which day it is in timezones at a moment, with what the machine knows of each.

    The days of commits are told by the same rules.
    """
    return {zone: f"{day_in(zone, moment)} {zone_rules(zone)}" for zone in timezones}


def zone_rules(timezone: str) -> str:
    """Return the digest of a timezone's rules; of a package that brings them the version is known."""
    for place in TZPATH:
        try:
            return hashlib.sha256(Path(place, timezone).read_bytes()).hexdigest()
        except OSError:
            continue
    return ""
