"""What the files of a data folder are called."""

REGISTRY = "agencies.yaml"
DECISIONS = "decisions.yaml"
BOOK = "receipts.yaml"
CALENDAR = "calendar.yaml"
REMINDERS = "reminders.yaml"
CHECKS = "checks.yaml"
OFFICE_FILES = (REGISTRY, DECISIONS, BOOK, CALENDAR, REMINDERS, CHECKS)
"""What the office keeps beside its plans."""

SUBMISSIONS = "submissions"
"""The folder below which each agency has one of its own."""

PLANS = "plan_*.yaml"
"""How plans are called, as people write it."""

SUFFIXES = (".yaml", ".yml")


def is_plan(name: str) -> bool:
    """Say whether a file of this name, in the data folder itself, is a plan."""
    return name.startswith("plan_") and "/" not in name and is_yaml(name)


def is_yaml(name: str) -> bool:
    """Say whether a file is read at all: by its ending, in capitals or not."""
    return name.lower().endswith(SUFFIXES)


def is_read(name: str) -> bool:
    """Say whether a file among the submissions is read: by its ending, and not if it is hidden."""
    return is_yaml(name) and not name.rpartition("/")[2].startswith(".")


def owner(name: str) -> str | None:
    """Return the folder below ``submissions/`` in which a file there lies; ``None``: in none."""
    _, folder, *below = name.split("/", 2)
    return folder if below else None
