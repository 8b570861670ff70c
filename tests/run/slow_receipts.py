"""Days of receipt worked out the slow way, to be compared with the program's.

Nothing of the program is used: the whole tree is read at every commit of the first-parent line,
with plain YAML, and the first commit that holds a report dates it. It knows the tiny plan "07" of
``histories.py`` only, and neither foxtrots nor moved data folders.
"""

import subprocess
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import yaml

VIETNAM = timezone(timedelta(hours=7))
AGENCIES = {"so-tai-chinh", "so-noi-vu", "so-tu-phap"}
YEARS = {str(year) for year in range(2021, 2027)}
KEYS = {"schema", "plan", "agency", "document", "reports", "tasks", "note"}


def first_days(top: Path, folder: str) -> dict[str, str]:
    """Return ``{"so-tai-chinh 2022": "2022-11-30"}`` for all that HEAD's line has ever held."""
    found: dict[str, str] = {}
    for commit in _git(top, "rev-list", "--first-parent", "--reverse", "HEAD").split():
        day = _day(top, commit)
        for what in _held(top, commit, f"{folder}/submissions/"):
            found.setdefault(what, day)
    return found


def held_now(top: Path, folder: str) -> set[str]:
    """Return what the files of the checked-out commit say, each in its agency's own folder."""
    return _held(top, "HEAD", f"{folder}/submissions/", own=True)


def _day(top: Path, commit: str) -> str:
    """Return the latest day, in Vietnam, of a commit and all of its ancestors."""
    seconds = _git(top, "rev-list", "--no-commit-header", "--format=%ct", commit).split()
    return max(datetime.fromtimestamp(int(each), VIETNAM).date().isoformat() for each in seconds)


def _held(top: Path, commit: str, folder: str, *, own: bool = False) -> set[str]:
    """Return what the submissions in a commit's tree say."""
    found: set[str] = set()
    for entry in _git(top, "ls-tree", "-r", "-z", commit).split("\0"):
        about, _, path = entry.partition("\t")
        if path.startswith(folder) and path.endswith(".yaml"):
            agency, says = _says(_shown(top, about.split()[2]))
            if not own or path.removeprefix(folder).startswith(f"{agency}/"):
                found |= says
    return found


@cache
def _shown(top: Path, blob: str) -> str:
    return _git(top, "show", blob)


@cache
def _says(text: str) -> tuple[str, frozenset[str]]:
    """Return whose file it is and the reports and the finished task that it names."""
    nothing = ("", frozenset[str]())
    try:
        data: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    except yaml.YAMLError:
        return nothing
    if not isinstance(data, dict) or not data.keys() <= KEYS or data.get("plan") != "07":
        return nothing
    agency = data["agency"]
    found = {
        f"{agency} {entry['period']}"
        for entry in data.get("reports", [])
        if entry["item"] == "1" and entry["period"] in YEARS and agency in AGENCIES
    }
    done = [entry for entry in data.get("tasks", []) if entry["status"] == "done"]
    return agency, frozenset(found | ({f"{agency} việc"} if done else set()))


def _git(top: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=top, capture_output=True, check=True)  # noqa: S603, S607
    return done.stdout.decode()
