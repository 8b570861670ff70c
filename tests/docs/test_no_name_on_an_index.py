"""A stranger may hold this program's name on a package index: nothing here takes it from there."""

import re
import tomllib
from pathlib import Path

import pytest

from kehoach.cli.frame.delivery import LIBRARIES
from kehoach.start.package_source import package_source
from kehoach.start.starter import FORGES, Forge, starter

ROOT = Path(__file__).resolve().parents[2]
PLACES = (
    "*",
    ".*",
    *(f"{each}/**/*" for each in ("docs", "man", "src", "scripts", ".ci", "benchmarks")),
)
# A name by itself, with extras or a version; not a path, a file with its digest, or a commit.
TAKEN = re.compile(
    r"\b(?:pip3?|pipx|uv|uvx|conda|poetry)\b[^\n`|#]*?[\s'\"]kehoach(?:\[[\w,]*\])?(?:[=<>~!]=[\w.]+)?(?=['\"\s`]|$)"
    r"(?! *@)"
)
HELD = (
    "pip install kehoach",
    "pip install -q 'kehoach[all]'",
    'pip3 install "kehoach==0.1.0"',
    "uvx kehoach status",
)
OURS = (
    'pip install "kehoach @ file://$PWD/vendor/kehoach-0.1.0-py3-none-any.whl#sha256=0"',
    "pip install '.[all]'  # in the folder of kehoach itself",
    'pip install "git+https://x.example/kehoach@0"',
    ".venv/bin/pip install -q . && .venv/bin/kehoach status",
    "pip install vendor/kehoach-0.1.0-py3-none-any.whl",
)  # fmt: skip


def _taken(text: str) -> list[str]:
    """Return the lines that install this program by its name."""
    parts = (part for line in text.splitlines() for part in re.split(r"&&|;", line))
    return [part.strip() for part in parts if TAKEN.search(part)]


def _handed_out() -> dict[str, str]:
    """Return our own files by name, but for tests."""
    paths = (path for each in PLACES for path in ROOT.glob(each))
    return {
        str(path.relative_to(ROOT)): path.read_bytes().decode("utf-8", "replace")
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_no_page_message_or_script_installs_it_by_name() -> None:
    handed_out = _handed_out()
    assert len(handed_out) > 500
    assert {name: lines for name, text in handed_out.items() if (lines := _taken(text))} == {}


@pytest.mark.parametrize("forge", FORGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_file_of_a_new_repository_does(forge: Forge, lang: str) -> None:
    made = starter("Kho", 2026, package_source(None), forge, "en" if lang == "en" else "vi")
    assert {name: lines for name, text in made.items() if (lines := _taken(text))} == {}


@pytest.mark.parametrize("line", HELD)
def test_it_would_be_seen(line: str) -> None:
    assert _taken(line)


@pytest.mark.parametrize("line", OURS)
def test_what_is_pinned_is_not_meant(line: str) -> None:
    assert _taken(line) == []


def test_the_libraries_of_each_extra_are_named_as_the_project_names_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for extra, libraries in LIBRARIES.items():
        assert [re.split(r"[<>=]", each)[0] for each in extras[extra]] == libraries.split()
