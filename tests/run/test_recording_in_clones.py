"""``arrivals record`` in a stranger's clone: it reaches a remote, and runs nothing of the clone's."""

from pathlib import Path

import pytest

import planted
from kehoach.cli.app import run
from kehoach.reading.repositories import arrival_writing
from run.arrival_repositories import Hub

Capture = pytest.CaptureFixture[str]
# By each of these git runs a program, or writes a file, when it reaches a remote.
PROGRAMS = (
    "core.sshCommand", "core.gitProxy", "core.askPass", "core.alternateRefsCommand",
    "credential.helper", "credential.https://Git.example.vn/kho.helper",
    "remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.vcs",
    "hook.x.command", "http.saveCookies", "http.https://git.example.vn.saveCookies",
)  # fmt: skip
# What reaches a remote runs hooks, and takes the chance to sign and to tidy up.
HOOKS = ("reference-transaction", "pre-push", "pre-auto-gc", "post-index-change")
CHANCES = {
    "push.gpgSign": "true",
    "gpg.program": "{canary}",
    "gc.auto": "1",
    "gc.autoDetach": "false",
    "maintenance.auto": "true",
    "gc.recentObjectsHook": "{canary}",
}


@pytest.fixture(name="hub")
def _hub(tmp_path: Path) -> Hub:
    planted.runnable(tmp_path / "canary", f"#!/bin/sh\necho canary >> '{tmp_path}/told'\nexit 99\n")
    return Hub(tmp_path)


def recorded(hub: Hub, capsys: Capture, *more: str) -> tuple[int, str]:
    """Return how it ended, and what it said."""
    code = run(["arrivals", "record", "--data", str(hub.depot.data), "--lang", "en", *more])
    return code, " ".join(capsys.readouterr().err.split())


def ran(hub: Hub) -> bool:
    """Say whether anything of the clone's was run."""
    return (hub.place / "told").exists()


@pytest.mark.parametrize("key", PROGRAMS)
def test_a_program_that_the_clone_names_is_not_run(hub: Hub, capsys: Capture, key: str) -> None:
    """The reason names the setting, and the line by which the user makes it his own."""
    hub.depot.git("config", key, str(hub.place / "canary"))
    code, told = recorded(hub, capsys)
    assert (code, ran(hub), told.count("kehoach: ")) == (2, False, 1)
    section, *named, variable = key.split(".")
    shown = ".".join((section.lower(), *named, variable.lower()))
    assert f'git config --global --add {shown} "$(git config {shown})"' in told


def test_what_the_clone_calls_its_settings_is_nothing_to_run(hub: Hub, capsys: Capture) -> None:
    """The line to paste holds a name that a stranger has chosen."""
    named = "remote.$(touch canary); `x`.uploadpack"
    hub.depot.git("config", named, str(hub.place / "canary"))
    told = recorded(hub, capsys)[1]
    assert "git config remote" not in told
    assert told.count(f"git config '{named}'") == 2
    assert f"git config --global --add '{named}'" in told


def test_what_git_by_itself_would_run_there(
    hub: Hub, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without being looked at first the clone's program is run: the tests here would see it."""
    monkeypatch.setattr(arrival_writing, "check_remote", lambda *_given: None)
    hub.depot.git("config", "remote.origin.uploadpack", str(hub.place / "canary"))
    assert recorded(hub, capsys)[0] == 2
    assert ran(hub)


@pytest.mark.parametrize("how", ["included", "of a work tree"])
def test_where_the_setting_stands_makes_no_difference(hub: Hub, capsys: Capture, how: str) -> None:
    said = ("remote.origin.uploadpack", str(hub.place / "canary"))
    if how == "included":
        hub.depot.git("config", "--file", str(hub.place / "more"), *said)
        hub.depot.git("config", "include.path", str(hub.place / "more"))
    else:
        hub.depot.git("config", "extensions.worktreeConfig", "true")
        hub.depot.git("config", "--worktree", *said)
    code, told = recorded(hub, capsys)
    assert (code, ran(hub), said[0] in told) == (2, False, True)


def test_what_the_users_own_settings_name_too_is_run(
    hub: Hub, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very same: another program under the same name is the clone's all the same."""
    mine = hub.place / "mine"
    planted.runnable(mine, '#!/bin/sh\nexec git-upload-pack "$@"\n')
    settings = hub.place / "gitconfig"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    hub.depot.git("config", "remote.origin.uploadpack", str(mine))
    assert recorded(hub, capsys)[0] == 2
    hub.depot.git("config", "--file", str(settings), "remote.origin.uploadpack", str(mine))
    assert recorded(hub, capsys)[0] == 0
    hub.depot.git("config", "remote.origin.uploadpack", str(hub.place / "canary"))
    assert (recorded(hub, capsys)[0], ran(hub)) == (2, False)


def test_a_setting_that_names_nothing_is_none(hub: Hub, capsys: Capture) -> None:
    """An empty helper is how one says that no other counts."""
    hub.depot.git("config", "credential.helper", "")
    assert recorded(hub, capsys)[0] == 0


def test_no_hook_runs_and_nothing_is_signed_or_tidied(hub: Hub, capsys: Capture) -> None:
    for name in HOOKS:
        (hub.depot.root / ".git" / "hooks").mkdir(exist_ok=True)
        hook = hub.depot.root / ".git" / "hooks" / name
        planted.runnable(hook, (hub.place / "canary").read_text(encoding="utf-8"))
    for key, value in CHANCES.items():
        hub.depot.git("config", key, value.format(canary=hub.place / "canary"))
    for number in range(9):  # by these git reckons how many objects lie loose
        (hub.depot.root / ".git" / "objects" / "17").mkdir(exist_ok=True)
        (hub.depot.root / ".git" / "objects" / "17" / f"{number:038}").touch()
    assert (recorded(hub, capsys)[0], ran(hub)) == (0, False)
    assert not list((hub.depot.root / ".git" / "objects" / "pack").glob("*.pack"))
    hub.depot.try_git("fetch", "-q", "origin", "+main:refs/heads/khac")
    assert ran(hub)  # git, left to itself


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("remote.origin.url", "."),
        ("remote.origin.url", "data/kho"),
        ("remote.origin.pushurl", "../kho-goc"),
        ("url.kho/.insteadOf", "https://"),
        ("url..pushInsteadOf", "https://"),
    ],
)
def test_a_folder_beside_the_clone_is_no_remote(
    hub: Hub, capsys: Capture, key: str, value: str
) -> None:
    """Git runs the hooks of what it pushes into, and these came with the clone."""
    hub.depot.git("config", key, value)
    code, told = recorded(hub, capsys)
    assert code == 2
    assert "git remote set-url origin" in told


def test_a_folder_that_somebody_committed_is_no_remote(hub: Hub, capsys: Capture) -> None:
    """Where there is no remote of a name, git looks for a folder that is called so."""
    place = hub.depot.root / "origin"
    hub.depot.git("clone", "-q", "--bare", str(hub.place / "hub"), str(place))
    canary = (hub.place / "canary").read_text(encoding="utf-8")
    for name in ("pre-receive", "post-receive", "update", "reference-transaction"):
        planted.runnable(place / "hooks" / name, canary)
    hub.depot.git("remote", "remove", "origin")
    code, told = recorded(hub, capsys)
    assert (code, ran(hub), "no remote called “origin”" in told) == (2, False, True)
    hub.depot.try_git("push", "-q", "origin", "HEAD:refs/heads/khac")
    assert ran(hub)  # git, left to itself


def test_a_whole_path_is_a_remote_as_good_as_a_name(hub: Hub, capsys: Capture) -> None:
    hub.depot.git("remote", "remove", "origin")
    assert recorded(hub, capsys, "--remote", str(hub.place / "hub"))[0] == 0
    assert recorded(hub, capsys, "--remote", (hub.place / "hub").as_uri())[0] == 0


def test_settings_that_git_does_not_take_are_told_in_its_words(
    hub: Hub, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "x")
    code, told = recorded(hub, capsys)
    assert (code, told.count("kehoach: "), "GIT_CONFIG_COUNT" in told) == (2, 1, True)


def test_an_odd_name_of_a_setting_is_words(hub: Hub, capsys: Capture) -> None:
    hub.depot.git("config", "credential.{x}\x1b[31m##vso[task].helper", "x{}")
    code, told = recorded(hub, capsys)
    assert (code, told.count("kehoach: "), "credential.{x}" in told) == (2, 1, True)
    assert "\x1b" not in told
    assert "##vso[" not in told


@pytest.mark.parametrize("way", ["only", "check", "on-demand"])
def test_repositories_within_it_are_let_alone(hub: Hub, capsys: Capture, way: str) -> None:
    """A setting would have git push those in its place, and say that all went well."""
    hub.depot.git("config", "push.recurseSubmodules", way)
    assert recorded(hub, capsys)[0] == 0
    hub.depot.git("fetch", "-q", "origin")
    assert hub.depot.git("rev-parse", "HEAD") in hub.log()
