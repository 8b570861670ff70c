"""The measures of the house: what a tool cannot check for us is counted here."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.grouping import group_by

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kehoach"
MODULES = sorted(SOURCE.rglob("*.py"))
_CLOCK = re.compile(r"(?:date|datetime)\.(?:today|now|utcnow)\(|time\.time\(")


def functions(module: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_no_module_is_longer_than_300_lines() -> None:
    long = [m.name for m in MODULES if len(m.read_text(encoding="utf-8").splitlines()) > 300]
    assert long == []


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        f"{module.stem}.{each.name}"
        for module in MODULES
        for each in functions(module)
        # A command has one parameter an option, and each option its help.
        if (each.body[0].lineno if module.parent.name == "commands" else each.lineno) + 40
        < (each.end_lineno or 0)
    ]
    assert long == []


def test_nine_functions_of_ten_are_shorter_than_20_lines() -> None:
    lengths = sorted(
        (each.end_lineno or 0) - each.lineno + 1 for module in MODULES for each in functions(module)
    )
    assert lengths[len(lengths) * 9 // 10] <= 20


def test_the_clock_is_read_in_one_place() -> None:
    reading = [m.name for m in MODULES if _CLOCK.search(m.read_text(encoding="utf-8"))]
    assert reading == ["clock.py"]


def test_git_is_called_in_one_place() -> None:
    calling = [m.name for m in MODULES if "import subprocess" in m.read_text(encoding="utf-8")]
    assert calling == ["git.py"]


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc"])
def test_every_module_has_a_name_of_its_own(word: str) -> None:
    assert not [m for m in MODULES if m.stem == word or m.stem == word.rstrip("s")]


def test_every_check_stands_in_the_contract_that_keeps_them_apart() -> None:
    """A check left out of the list could import another without anybody noticing."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    apart = next(each for each in contracts if each["type"] == "independence")["modules"]
    material = ("review", "sources", "crossing", "told_across", "sample_files", "decided_duties")
    checks = {
        ".".join(module.relative_to(SOURCE.parent).with_suffix("").parts)
        for module in (SOURCE / "checks").rglob("*.py")
        if module.stem not in ("__init__", *material)
    }
    assert set(apart) == checks


def texts(module: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of each ``Text`` that is written out in both languages."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Name(id="Text"),
                args=[ast.Constant(value=str(vi)), ast.Constant(value=str(en))],
            ) if vi or en:
                yield vi, en


def test_no_words_are_written_twice() -> None:
    """What stands in two rooms is a caption, so that a label is changed in one place."""
    places = group_by(((pair, m.stem) for m in MODULES for pair in texts(m)), lambda each: each[0])
    assert len(places) > 1000
    assert [found for found in places.values() if len(found) > 1] == []
