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
    """Return ``{"so-tai-chinh 2022": "2022-11-30"}`` for all that HEAD's line has ever held.

    What lies in another's folder counts once a commit takes it from there and brings it home, and
    then from its first day.
    """
    found: dict[str, str] = {}
    astray: dict[tuple[str, str], str] = {}
    before: dict[str, frozenset[str]] = {}
    for commit in _git(top, "rev-list", "--first-parent", "--reverse", "HEAD").split():
        day, now = _day(top, commit), _files(top, commit, f"{folder}/submissions/")
        gone = {
            each: astray.pop(each) for each in list(astray) if each[0] not in now.get(each[1], ())
        }
        for path, says in now.items():
            for what in says:
                since = [old for (moved, _), old in gone.items() if moved == what]
                first = min([day, *(since if what not in before.get(path, ()) else [])])
                if path.startswith(f"{folder}/submissions/{what.split()[0]}/"):
                    found[what] = min(first, found.get(what, day))
                else:
                    astray[what, path] = min(first, astray.get((what, path), day))
        before = now
    return found


def held_now(top: Path, folder: str) -> set[str]:
    """Return what the files of the checked-out commit say, each in its agency's own folder."""
    return {
        what
        for path, says in _files(top, "HEAD", f"{folder}/submissions/").items()
        for what in says
        if path.startswith(f"{folder}/submissions/{what.split()[0]}/")
    }


def _day(top: Path, commit: str) -> str:
    """Return the latest day, in Vietnam, of a commit and all of its ancestors."""
    seconds = _git(top, "rev-list", "--no-commit-header", "--format=%ct", commit).split()
    return max(datetime.fromtimestamp(int(each), VIETNAM).date().isoformat() for each in seconds)


def _files(top: Path, commit: str, folder: str) -> dict[str, frozenset[str]]:
    """Return what each submission in a commit's tree says."""
    found = {}
    for entry in _git(top, "ls-tree", "-r", "-z", commit).split("\0"):
        about, _, path = entry.partition("\t")
        if path.startswith(folder) and path.endswith(".yaml"):
            found[path] = _says(_shown(top, about.split()[2]))
    return found


@cache
def _shown(top: Path, blob: str) -> str:
    return _git(top, "show", blob)


@cache
def _says(text: str) -> frozenset[str]:
    """Return the reports and the finished task that a file names, with whose they are."""
    nothing = frozenset[str]()
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
    return frozenset(found | ({f"{agency} việc"} if done else set()))


def _git(top: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=top, capture_output=True, check=True)  # noqa: S603, S607
    return done.stdout.decode()
