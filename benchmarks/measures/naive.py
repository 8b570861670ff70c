"""What a user would write instead: read every file with PyYAML, count who is late, print a table.

``python naive.py DATA safe|c``. No git, no holidays, no proof: days are the papers' own.
"""

import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

AS_OF = date(2026, 1, 31)


def main() -> None:
    """Read, count and print."""
    folder = Path(sys.argv[1])
    loader = yaml.CSafeLoader if sys.argv[2] == "c" else yaml.SafeLoader
    agencies = _read(folder / "agencies.yaml", loader)["agencies"]
    names = {each["id"]: each["name"] for each in agencies}
    items = {
        each["id"]
        for plan in sorted(folder.glob("plan_*.yaml"))
        for each in _read(plan, loader)["items"]
    }
    counts: dict[str, Counter[str]] = {}
    for path in sorted((folder / "submissions").glob("*/*.yaml")):
        try:
            filed = _read(path, loader)
        except yaml.YAMLError as error:
            print(f"{path}: {error}")
            continue
        of_agency = counts.setdefault(filed["agency"], Counter())
        for entry in filed.get("tasks", ()):
            if entry["item"] in items:
                of_agency[_state(entry)] += 1
    for agency, of_agency in sorted(counts.items()):
        print(names[agency], *(f"{state} {count}" for state, count in sorted(of_agency.items())))


def _read(path: Path, loader: Any) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml.load(file, Loader=loader)  # noqa: S506 - both are safe loaders
    return read


def _state(entry: dict[str, Any]) -> str:
    if entry["status"] == "done":
        return "late" if entry["completed"] > _end(entry["period"]) else "on time"
    return "overdue" if "period" in entry and _end(entry["period"]) < AS_OF else "open"


def _end(period: str) -> date:
    year, month = map(int, period.split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


if __name__ == "__main__":
    main()
