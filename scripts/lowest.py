"""Print the lowest releases that pyproject.toml allows, as constraints for pip.

    python scripts/lowest.py >lowest.txt && pip install -c lowest.txt -e '.[test]'

What other packages bring is left to pip; nothing but the standard library is needed.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^]]*\])?>=(?P<release>[\w.]+)")


def lowest(project: Path) -> dict[str, str]:
    """Return the least release of each package that is asked for with one, in every extra."""
    releases = (_REQUIREMENT.match(each) for each in _requirements(project))
    return {each["name"]: each["release"] for each in releases if each}


def _requirements(project: Path) -> Iterator[str]:
    asked = tomllib.loads(project.read_text("utf-8"))["project"]
    yield from asked["dependencies"]
    for extra in asked["optional-dependencies"].values():
        yield from extra


if __name__ == "__main__":
    for name, release in sorted(lowest(_PROJECT).items()):
        print(f"{name}=={release}")
