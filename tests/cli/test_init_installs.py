"""What init's jobs install is this very program, pinned; in either language."""

import re
import shutil
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import pytest

from cli.begun import SOURCE, YEAR, Told, readme_blocks, written
from editor_yaml import as_edited
from kehoach.cli.app import run as run_command
from kehoach.start.starter import FORGES, starter

pytestmark = pytest.mark.usefixtures("in_the_year")


# ── From where CI installs ──────────────────────────────────────────────────────────────────────

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def installs(place: Path) -> set[str]:
    """Return what the jobs of both forges install."""
    names = (
        ".github/workflows/kehoach.yml",
        ".github/workflows/kehoach-arrivals.yml",
        ".gitlab-ci.yml",
    )
    texts = ((place / name).read_text(encoding="utf-8") for name in names)
    return {found for text in texts for found in re.findall(r'pip install .*"(.*)"', text)}


def test_it_installs_the_very_program_that_runs(place: Path, tmp_path: Path) -> None:
    """Packed into the repository and known by its digest: no name that a stranger may hold is asked."""
    (wheel,) = (place / "vendor").iterdir()
    digest = sha256(wheel.read_bytes()).hexdigest()
    assert installs(place) == {f"kehoach @ file://$PWD/vendor/{wheel.name}#sha256={digest}"}
    assert f'pip install "vendor/{wheel.name}"' in (place / "README.md").read_text(encoding="utf-8")
    with ZipFile(wheel) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "there")
    source = files("kehoach")
    for name in (
        "cli/entry.py",
        "py.typed",
        "start/files/gitlab-ci.yml",
        "contract/key_words.json",
    ):
        there = (tmp_path / "there" / "kehoach" / name).read_bytes()
        assert there == source.joinpath(*name.split("/")).read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", "import kehoach.cli.entry as e; print(e.__file__)"],
        env={"PYTHONPATH": str(tmp_path / "there")}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(str(tmp_path / "there"))


def test_pip_takes_the_wheel_and_refuses_another_in_its_place(place: Path, tmp_path: Path) -> None:
    (wanted,) = installs(place)
    whole = wanted.replace("$PWD", str(place))

    def downloaded(to: str) -> subprocess.CompletedProcess[str]:
        words = [
            "pip",
            "--isolated",
            "--disable-pip-version-check",
            "download",
            "--no-deps",
            "--no-index",
            "-q",
            "-d",
        ]
        return subprocess.run(  # noqa: S603 - pip
            [sys.executable, "-I", "-m", *words, str(tmp_path / to), whole],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert downloaded("a").returncode == 0
    (wheel,) = (place / "vendor").iterdir()
    wheel.write_bytes(wheel.read_bytes() + b" ")
    refused = downloaded("b")
    assert refused.returncode == 1
    assert "DO NOT MATCH THE HASHES" in refused.stderr


@pytest.mark.parametrize(
    "spec",
    [
        f"git+https://git.example.vn/kehoach.git@{COMMIT}",
        f"git+ssh://git@git.example.vn/kehoach.git@{COMMIT}",
        f"https://git.example.vn/kehoach-0.1.0-py3-none-any.whl#sha256={COMMIT}{COMMIT[:24]}",
        "kehoach==0.1.0",
    ],
)
def test_another_source_can_be_said(tmp_path: Path, capsys: Told, spec: str) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--package", spec]) == 0
    assert installs(tmp_path / "kho") == {spec}
    assert not (tmp_path / "kho" / "vendor").exists()
    told = capsys.readouterr().out
    assert f"CI cài {'' if '==' in spec else 'từ '}{spec}" in told
    assert ("pip download" in told) == (
        "==" in spec
    )  # what nobody can know here is to be looked up


def test_a_wheel_that_is_given_is_kept(place: Path, tmp_path: Path, capsys: Told) -> None:
    (wheel,) = (place / "vendor").iterdir()
    assert run_command(["init", str(tmp_path / "b"), "--package", str(wheel), "--lang", "en"]) == 0
    assert (tmp_path / "b" / "vendor" / wheel.name).read_bytes() == wheel.read_bytes()
    assert "the file given" in capsys.readouterr().out


@pytest.mark.parametrize(
    "spec",
    [
        "", "a\nb", 'x"; rm -rf', "$(x)", "-r x", "kehoach", "kehoach>=0.1", "kehoach==0.*",
        "git+https://git.example.vn/kehoach.git", "git+https://git.example.vn/kehoach.git@v0.1.0",
        f"git+http://git.example.vn/kehoach.git@{COMMIT}",
        "https://git.example.vn/kehoach-0.1.0-py3-none-any.whl", "khong-co.whl", "README.md",
        "kehoach==1;$(x)", f"git+https://a/$(x)@{COMMIT}",
    ],
)  # fmt: skip
def test_what_can_be_moved_or_is_none_is_refused(tmp_path: Path, capsys: Told, spec: str) -> None:
    """A branch, a tag, a name without a version, words for a shell, a file that is not there."""
    assert run_command(["init", str(tmp_path / "kho"), "--package", spec]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "kho").exists()


def test_a_wheel_of_something_else_is_refused(tmp_path: Path, capsys: Told) -> None:
    for name, make in (("a.whl", lambda p: p.write_bytes(b"PK")), ("b.whl", _other_wheel)):
        make(tmp_path / name)
        assert run_command(["init", str(tmp_path / "kho"), "--package", str(tmp_path / name)]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def _other_wheel(path: Path) -> None:
    with ZipFile(path, "w") as wheel:
        wheel.writestr("other/__init__.py", "")


# ── In English ──────────────────────────────────────────────────────────────────────────────────

VIETNAMESE = re.compile(
    "[àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.mark.parametrize("forge", FORGES)
def test_in_english_only_what_the_documents_say_is_vietnamese(tmp_path: Path, forge: str) -> None:
    """Remarks, jobs and pages; names of agencies and the plan's own words are nobody's to translate."""
    assert run_command(["init", str(tmp_path / "kho"), "--lang", "en", "--forge", forge]) == 0
    for name, text in written(tmp_path / "kho").items():
        if name.startswith("schemas/"):
            continue
        remarks = [
            line.partition("#")[2]
            for line in text.splitlines()
            if name.endswith((".yaml", ".yml", "ignore", "attributes"))
            and not re.match(r"#\s+- \{", line)  # a sample of what a document says
        ]
        assert [each for each in remarks if VIETNAMESE.search(each)] == [], name
        if name.endswith(".yml") or name.startswith(".pre-commit"):
            assert not VIETNAMESE.search(text), name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_in_either_language_the_data_say_the_same(tmp_path: Path, lang: str) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--lang", lang]) == 0
    for name in ("plan_01", "agencies", "decisions", "receipts", "checks"):
        text = (tmp_path / "kho" / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        vi = starter("Kho", YEAR, SOURCE)[f"data/{name}.yaml"]
        assert as_edited(text) == as_edited(vi)


def test_the_example_of_an_error_is_true_in_english_too(
    tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--lang", "en"]) == 0
    report, error = readme_blocks(tmp_path / "kho")
    path = tmp_path / "kho" / "data" / "submissions" / "so-tai-chinh" / f"bao-cao-{YEAR}.yaml"
    path.parent.mkdir()
    path.write_text(report.replace("status: done", "status: xong"), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "kho")
    assert run_command(["check", "--lang", "en", "--as-of", f"{YEAR}-12-01"]) == 1
    assert error in capsys.readouterr().out


# ── Judged by the tools of others, where they are there ─────────────────────────────────────────


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("tool", ["zizmor", "actionlint"])
def test_the_linters_of_workflows_find_nothing(tmp_path: Path, tool: str, lang: str) -> None:
    if (found := shutil.which(tool)) is None:
        pytest.skip(f"{tool} is not installed here")
    assert run_command(["init", str(tmp_path / "kho"), "--lang", lang]) == 0
    workflows = sorted((tmp_path / "kho" / ".github" / "workflows").iterdir())
    offline = ["--offline", "--no-progress"] if tool == "zizmor" else []
    done = subprocess.run(  # noqa: S603 - the tool, on our own files
        [found, *offline, *map(str, workflows)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("forge", ["github", "forgejo"])
def test_every_action_is_pinned_by_its_whole_commit(forge: str) -> None:
    found = starter("Kho", YEAR, SOURCE, "github" if forge == "github" else "forgejo")
    jobs = [text for name, text in found.items() if name.endswith((".yml",))]
    used = [line for text in jobs for line in text.splitlines() if "uses:" in line]
    assert bool(used) == (forge == "github")
    assert [e for e in used if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", e)] == []
