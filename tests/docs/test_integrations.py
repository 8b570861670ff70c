"""``ci.md`` names, in every language, the hooks, inputs and commands that there are, and no others."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from editor_yaml import as_edited
from kehoach.cli.shell.scripts import SCRIPTS
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.start.templates import template
from kehoach.words import LANGUAGES, Lang

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = as_edited((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = as_edited((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| `([a-z-]+)` \|([^|]*)\|", re.MULTILINE)


FORMATS = {"vi": "Định dạng nào cho đâu", "en": "Which format for what"}
pytestmark = pytest.mark.parametrize("lang", LANGUAGES)


def section(lang: Lang, title: str) -> str:
    """Return the text of one section of the page."""
    page = (ROOT / "docs" / lang / "ci.md").read_text(encoding="utf-8")
    found = re.search(
        rf"^## [^\n]*{re.escape(title)}[^\n]*\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE
    )
    assert found is not None
    return found[1]


def test_the_inputs_of_the_action_and_their_defaults(lang: Lang) -> None:
    rows = dict(_ROW.findall(section(lang, "GitHub Actions")))
    assert rows.keys() == ACTION["inputs"].keys()
    for name, default in rows.items():
        if (known := ACTION["inputs"][name]["default"]) != "":
            assert default.strip() == f"`{known}`"


def test_the_outputs_of_the_action(lang: Lang) -> None:
    assert set(re.findall(r"`(exit-code)`", section(lang, "GitHub Actions"))) == set(
        ACTION["outputs"]
    )


def test_the_example_uses_the_action_with_the_whole_history(lang: Lang) -> None:
    example = as_edited(_BLOCK.findall(section(lang, "GitHub Actions"))[0][1])
    checkout, action = example["jobs"]["check"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert re.fullmatch("<.+>/kehoach@<commit>", action["uses"])


def test_the_hooks(lang: Lang) -> None:
    ids = {hook["id"] for hook in HOOKS}
    assert dict(_ROW.findall(section(lang, "pre-commit"))).keys() == ids
    (repo,) = as_edited(_BLOCK.findall(section(lang, "pre-commit"))[0][1])["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == ids
    assert re.fullmatch("<.*kehoach.*>", repo["repo"])


def test_the_starter_has_the_same_hooks(lang: Lang) -> None:
    """Its own take the installed program instead of installing one: the rest is as in the example."""
    (local,) = as_edited(template("pre-commit-config.yaml", {}, lang))["repos"]
    (shown,) = as_edited(_BLOCK.findall(section(lang, "pre-commit"))[0][1])["repos"]
    entries = {hook["id"]: shlex.split(hook["entry"]) for hook in HOOKS}
    for mine, theirs in zip(local["hooks"], shown["hooks"], strict=True):
        assert mine["id"] == theirs["id"]
        assert shlex.split(mine["entry"]) == [*entries[mine["id"]], *theirs.get("args", [])]


def test_the_container_is_built_and_run_by_the_same_lines(lang: Lang) -> None:
    own = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = re.findall(r"^# .*?(podman .+)|^# +(podman .+)", own, re.MULTILINE)
    named = [first or second for first, second in lines]
    assert len(named) == 2
    assert all(line in section(lang, "Container").splitlines() for line in named)


def test_every_shell_that_has_a_script(lang: Lang) -> None:
    assert set(re.findall(r"kehoach completion (\w+)", section(lang, "TAB"))) == set(SCRIPTS)


def test_every_format_of_check(lang: Lang) -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", section(lang, FORMATS[lang]), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(CHECK_FORMATS)


@pytest.mark.parametrize("file", ["action.yml", ".pre-commit-hooks.yaml", "Containerfile"])
def test_the_files_lead_to_the_page(lang: Lang, file: str) -> None:
    assert f"docs/{lang}/ci.md" in (ROOT / file).read_text(encoding="utf-8")


def test_no_address_is_invented(lang: Lang) -> None:
    """The page names no place that the program can be had from but the package index."""
    page = (ROOT / "docs" / lang / "ci.md").read_text(encoding="utf-8")
    assert not re.search(r"github\.com/(?!codeql)[\w-]+/kehoach|ghcr\.io|pypi\.org", page)
