"""The generated documentation says what the code does, and drifting from it is noticed."""

import json
import re
import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from kehoach.cli.command_list import COMMANDS
from kehoach.cli.commands.schema_command import SCHEMAS
from kehoach.run.rulebook import all_rules
from kehoach.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", name="docs")
def _docs() -> ModuleType:
    """Return the script as a module: it lies in no package."""
    spec = spec_from_file_location("generate_docs", ROOT / "scripts" / "generate_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Path:
    """Return a copy of all that the generated files come from and are."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("README.md", "README.vi.md"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_the_generated_documentation_is_that_of_the_code(
    docs: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    code = docs.main(["--check"])
    assert capsys.readouterr().err == ""
    assert code == 0


def test_what_drifted_is_named_with_the_command_that_mends_it(
    docs: ModuleType, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs.main([], copy)
    (copy / "docs" / "en" / "rules.md").write_text("# by hand\n", encoding="utf-8")
    (copy / "docs" / "schemas" / "plan.json").unlink()
    (copy / "docs" / "schemas" / "gone.json").write_text("{}\n", encoding="utf-8")
    assert docs.main(["--check"], copy) == 1
    lines = capsys.readouterr().err.splitlines()
    assert {line.partition(":")[0] for line in lines} == {
        "docs/en/rules.md",
        "docs/schemas/plan.json",
        "docs/schemas/gone.json",
    }
    assert all(line.endswith("run: python scripts/generate_docs.py") for line in lines)
    assert docs.main([], copy) == 0
    assert docs.main(["--check"], copy) == 0
    assert not (copy / "docs" / "schemas" / "gone.json").exists()


@pytest.mark.parametrize("columns", ["20", "80", "300"])
def test_the_width_of_the_terminal_changes_nothing(
    docs: ModuleType, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    before = docs.documents(ROOT)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERMINAL_WIDTH", columns)
    assert docs.documents(ROOT) == before


def test_every_command_rule_and_schema_is_documented(docs: ModuleType) -> None:
    pages = docs.documents(ROOT)
    for lang in LANGUAGES:
        for name in COMMANDS:
            assert f"\n## `kehoach {name}`\n" in pages[f"docs/{lang}/commands.md"]
        for rule in all_rules():
            after = pages[f"docs/{lang}/rules.md"].partition(f"\n## {rule.code}\n")[2]
            section = after.partition("\n## ")[0]
            assert rule.title.to(lang) in section
            assert rule.why.to(lang) in section
    for kind in SCHEMAS:
        assert json.loads(pages[f"docs/schemas/{kind}.json"])["$id"] == f"kehoach/{kind}@1"


def test_a_page_of_commands_speaks_one_language(docs: ModuleType) -> None:
    """Vietnamese has letters that English never needs; what both call alike stands in neither."""
    vi, en = docs.commands_page("vi"), docs.commands_page("en")
    assert "| Tính đến hết ngày này; mặc định là hôm nay |" in vi
    assert "| Judge as of the end of this day; by default today |" in en
    assert not re.search("[ăâđêôơưạ-ỹ]", re.sub(r"\(= `.*?`\)", "", en))
    assert " the " not in vi
