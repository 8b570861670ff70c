"""A data repository that init made, as the tests ask of it."""

import re
from pathlib import Path

import pytest

from kehoach.start.package_source import PackageSource
from kehoach.words import Text

Told = pytest.CaptureFixture[str]
YEAR = 2026
SOURCE = PackageSource("kehoach==0.0", "kehoach==0.0", {}, Text("", ""))


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".whl"
    }


# ── The README ──────────────────────────────────────────────────────────────────────────────────


def readme_blocks(place: Path) -> tuple[str, str]:
    """Return the example of a report and that of an error."""
    text = (place / "README.md").read_text(encoding="utf-8")
    report = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    error = re.search(r"```\n(data/.*?)```", text, re.DOTALL)
    assert report is not None
    assert error is not None
    return report[1], error[1]
