"""``Containerfile``: pinned, small, an ordinary user, and a git that reads what another user owns."""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import _refuse

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8")
LINES = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", TEXT, flags=re.MULTILINE)).splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def said(word: str) -> list[str]:
    """Return what follows an instruction, each time it stands."""
    return [line.removeprefix(f"{word} ") for line in LINES if line.startswith(f"{word} ")]


def test_the_base_is_slim_pinned_and_one_that_the_program_is_tested_on() -> None:
    (python,) = re.findall(r"^PYTHON=(3\.\d+)$", "\n".join(said("ARG")), re.MULTILINE)
    assert f"Programming Language :: Python :: {python}" in PROJECT["classifiers"]
    bases = {each.split(" AS ")[0] for each in said("FROM")}
    assert bases == {"docker.io/library/python:${PYTHON}-slim-bookworm"}


def test_it_runs_as_an_ordinary_user_in_the_mounted_repository() -> None:
    last = TEXT.rindex("\nFROM ")
    assert re.findall(r"^USER (.+)$", TEXT[last:], re.MULTILINE) == ["1000"]
    assert said("WORKDIR")[-1] == "/data"
    assert said("ENTRYPOINT") == ['["kehoach"]']


def test_git_is_there_and_reads_what_another_user_owns() -> None:
    run = said("RUN")[-1]
    assert re.search(r"apt-get install --yes --no-install-recommends git\b", run)
    assert "git config --system --add safe.directory '*'" in run


def test_the_timezone_is_left_alone() -> None:
    assert not re.search(r"\bTZ\b", TEXT)


def test_what_is_installed_exists() -> None:
    (extras,) = re.findall(r'"\.\[([a-z,]+)\]"', TEXT)
    assert set(extras.split(",")) <= PROJECT["optional-dependencies"].keys()


def test_what_is_copied_exists_and_is_sent_to_the_build() -> None:
    ignored = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    kept = [line[1:] for line in ignored if line.startswith("!")]
    copied = [name for each in said("COPY") if "--from" not in each for name in each.split()[:-1]]
    assert "*" in ignored
    assert copied
    for name in copied:
        assert (ROOT / name).exists(), name
        assert any(fnmatch(name, pattern) for pattern in kept), name
    assert {PROJECT["readme"], *PROJECT["license-files"]} <= set(copied)


def test_docker_is_told_the_same_as_podman() -> None:
    podman, docker = (ROOT / name for name in (".containerignore", ".dockerignore"))
    assert podman.read_text(encoding="utf-8") == docker.read_text(encoding="utf-8")


def test_the_remedy_names_the_repository_and_not_the_data_folder() -> None:
    """As git does: an exception for the folder within would change nothing."""
    message = (
        "fatal: detected dubious ownership in repository at '/kho của/tôi'\n"
        "To add an exception for this directory, call:\n\n"
        "\tgit config --global --add safe.directory '/kho của/tôi'\n"
    )
    with pytest.raises(GitTrouble) as trouble:
        _refuse(Path("/kho của/tôi/data"), message)
    for words in trouble.value.text:
        assert "--add safe.directory '/kho của/tôi'”" in words
