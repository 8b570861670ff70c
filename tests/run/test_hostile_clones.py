"""A clone that comes from a stranger, ``.git`` and all: nothing that it names is ever run."""

import os
import subprocess
from pathlib import Path

import pytest

import planted
from run.histories import Office, report

STC = "so-tai-chinh"
DAY = ("--as-of", "2023-06-15")
# Every kind of command that asks git anything.
COMMANDS = (
    ("status", *DAY), ("check", *DAY), ("check", "--since", "HEAD~1", *DAY), ("diff", "HEAD~1", *DAY),
    ("status", "--rev", "HEAD~1", *DAY), ("explain", "1", "--agency", STC, *DAY),
    ("summary", "--agency", STC, "-o", "-", *DAY), ("codeowners", "-o", "-"),
    ("portfolio", ".", *DAY, "--jobs", "1"),
)  # fmt: skip
SETTINGS = """
[core]
	fsmonitor = {program}
	pager = {program}
	editor = {program}
	sshCommand = {program}
	gitProxy = {program}
	askPass = {program}
	hooksPath = {hooks}
	alternateRefsCommand = {program}
[sequence]
	editor = {program}
[diff]
	external = {program}
[diff "canary"]
	textconv = {program}
	command = {program}
[merge "canary"]
	driver = {program}
[filter "canary"]
	clean = {program}
	smudge = {program}
	process = {program}
[gpg]
	program = {program}
[gpg "ssh"]
	program = {program}
[log]
	showSignature = true
[credential]
	helper = {program}
[pager]
	log = {program}
	config = {program}
	show = {program}
[interactive]
	diffFilter = {program}
[uploadpack]
	packObjectsHook = {program}
[protocol "ext"]
	allow = always
[alias]
	log = !{program}
	rev-parse = !{program}
	ls-files = !{program}
	cat-file = !{program}
	config = !{program}
[trace2]
	eventTarget = {told}
[maintenance]
	auto = true
[gc]
	auto = 1
[trailer "x"]
	command = {program}
	ifmissing = add
[tar "x"]
	command = {program}
[remote "origin"]
	url = ext::{program}
	uploadpack = {program}
	receivepack = {program}
	vcs = canary
"""
HOOKS = (
    "post-checkout", "post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction",
    "post-rewrite", "pre-auto-gc", "proc-receive", "pre-push",
)  # fmt: skip


SIGNATURE = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"


def sign_and_log(office: Office) -> None:
    """Sign the last commit, so that git could look into that, and put a log of arrivals beside it."""
    raw = office.git("cat-file", "commit", "HEAD").encode()
    signed = raw.replace(b"\n\n", b"\n" + SIGNATURE, 1)
    commit = office.git("hash-object", "-t", "commit", "-w", "--stdin", given=signed)
    office.git("update-ref", "HEAD", commit)
    log = f"kehoach/arrivals@1 since {commit} 2022-12-22 2022-12-22T03:00:00Z an\n".encode()
    blob = office.git("hash-object", "-w", "--stdin", given=log)
    tree = office.git("mktree", given=f"100644 blob {blob}\tarrivals.txt\n".encode())
    office.git("branch", "kehoach-arrivals", office.git("commit-tree", tree, "-m", "x"))


@pytest.fixture(name="hostile", scope="module")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return a repository in which everything that git could be told to run tells of itself."""
    office = Office(tmp_path_factory.mktemp("hostile") / "kho")
    told = office.root.parent / "told"
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    office.commit("2022-12-21", {f"submissions/{STC}/them.yaml": report(STC, 2021)})
    sign_and_log(office)
    planted.plant(office.root, told)
    planted.plant(office.data, told)
    (office.root / ".gitattributes").write_text(planted.ATTRIBUTES, encoding="utf-8")
    words = {
        "program": office.root / "canary.sh",
        "told": told,
        "hooks": office.root / ".git" / "hooks",
    }
    with (office.root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(SETTINGS.format(**words))
    (office.root / ".git" / "hooks").mkdir(exist_ok=True)
    for name in HOOKS:
        (office.root / ".git" / "hooks" / name).write_bytes(
            (office.root / "canary.sh").read_bytes()
        )
        (office.root / ".git" / "hooks" / name).chmod(0o755)
    return office


def called(folder: Path, *words: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run the installed program in a folder, with folders before all others on the PATH."""
    program = planted.command(folder.parents[1] / "bin")
    known = {
        "PATH": f"{path}{os.environ['PATH']}",
        "HOME": str(folder.parents[1]),
        "KEHOACH_CACHE": "off",
    }
    return subprocess.run(  # noqa: S603 - our own program
        [program, *words], cwd=folder, env=known, capture_output=True, text=True, check=False
    )


def ran(office: Office) -> str:
    """Return what was run that should not have been."""
    told = office.root.parent / "told"
    return told.read_text(encoding="utf-8") if told.exists() else ""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_setting_hook_or_module_is_run(hostile: Office, words: tuple[str, ...]) -> None:
    done = called(hostile.data, *words)
    assert (done.returncode in (0, 1), ran(hostile)) == (True, ""), done.stderr


def test_nor_is_any_where_a_remote_would_be_reached(hostile: Office) -> None:
    """Recording arrivals is refused there (``test_recording_in_clones.py``)."""
    done = called(hostile.data, "arrivals", "record", "--dry-run")
    assert (done.returncode, ran(hostile)) == (2, ""), done.stderr


def test_the_canaries_sing(hostile: Office) -> None:
    """Git itself, left to itself, runs what is planted there: the tests here would see it."""
    hostile.try_git("status")
    assert "canary" in ran(hostile)
    (hostile.root.parent / "told").unlink()


@pytest.mark.parametrize("path", [".:", ":", "..:"])
@pytest.mark.parametrize("words", [COMMANDS[0]], ids=" ".join)
def test_git_is_looked_for_in_whole_folders_alone(
    hostile: Office, path: str, words: tuple[str, ...]
) -> None:
    """A PATH may name the folder one stands in: there anybody may have put a ``git``."""
    done = called(hostile.data, *words, path=path)
    assert (done.returncode in (0, 1), ran(hostile)) == (True, ""), done.stderr


def test_what_a_clone_lacks_is_not_fetched_in_its_own_way(office: Office, tmp_path: Path) -> None:
    """A partial clone fetches what it lacks, by any program that its configuration names."""
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": report(STC, 2022)})
    blob = office.git("rev-parse", f"HEAD:data/submissions/{STC}/bc.yaml")
    (office.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    planted.runnable(tmp_path / "canary", f"#!/bin/sh\necho canary >> {tmp_path / 'told'}\n")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{tmp_path / 'canary'}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
    }.items():
        office.git("config", name, value)
    for words in (*COMMANDS[:2], ("status", "--rev", "HEAD", *DAY)):
        done = called(office.data, *words)
        assert (done.returncode, ran(office)) == (2, ""), done.stderr
    office.try_git("cat-file", "blob", blob)
    assert ran(office)
