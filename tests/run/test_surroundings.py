"""A user's configuration, environment, encoding and time zone change no day of receipt."""

from datetime import date
from pathlib import Path

import pytest

from builders import a_key
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import open_repository
from kehoach.reading.repositories.revisions import day_of
from kehoach.run import past
from kehoach.verdicts.evidence.holdings import Version
from kehoach.words import Text
from run.histories import ZONES, Office, report
from run.received import SNV, STC, command

# Whatever surrounds it


@pytest.mark.parametrize("index", ["", "khong-co"])
def test_environment_of_a_hook(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str
) -> None:
    """A hook of another repository has set its own places, and a user odd options."""
    office.commit("2022-11-30", office.file(STC, 2022))
    other = Office(tmp_path / "khac")
    for name, value in {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": index,
        "GIT_OBJECT_DIRECTORY": "/khong-co",
        "GIT_NAMESPACE": "x",
        "GIT_PREFIX": "khac/",
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_DIFF_OPTS": "-u0",
        "GIT_TRACE": "1",
        "GIT_PAGER": "false",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG_PARAMETERS": "'log.showRoot=false'",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "true",
    }.items():
        monkeypatch.setenv(name, value)
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_a_repository_that_is_named_by_a_hook_elsewhere_is_not_ours(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From above both the hook's ``GIT_DIR`` says nothing of a folder that has a repository of its own."""
    office.commit("2022-11-30", office.file(STC, 2022))
    other = Office(tmp_path / "khac")
    monkeypatch.chdir(office.root.parent)
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_a_git_that_cannot_say_whether_there_is_a_log_is_told_only_where_it_is_asked(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its refs cannot be listed; without git the declared days count as ever."""
    office.commit("2022-11-30", office.file(STC, 2022))

    def refused(_repository: object) -> None:
        raise GitTrouble(Text("hỏng", "broken"))

    monkeypatch.setattr(past, "log_ref", refused)
    assert office.received(git=False) == {f"{STC} 2022": "2022-11-01 declared"}
    with pytest.raises(GitTrouble, match="broken"):
        office.run()


CONFIG = """\
[color]
    ui = always
    diff = always
[log]
    showSignature = true
    follow = true
    mailmap = true
    showRoot = false
    diffMerges = off
    decorate = full
    abbrevCommit = true
    date = relative
[diff]
    noprefix = true
    renames = copies
    orderFile = /khong/co
    external = false
    relative = true
    submodule = log
    ignoreSubmodules = none
    mnemonicPrefix = true
[core]
    quotePath = true
    abbrev = 4
    pager = false
    fsmonitor = false
[format]
    pretty = oneline
    notes = *
[alias]
    log = !false
    rev-parse = !false
[i18n]
    logOutputEncoding = UTF-16
[notes]
    displayRef = *
[merge]
    renames = false
[pager]
    log = false
"""


def test_a_users_configuration(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that a user may set for reading logs changes what the program reads."""
    office.branch("stc")
    office.commit("2022-11-30", office.file(STC, 2022, name="báo cáo"))
    office.switch("main")
    office.merge("2022-12-05", "stc", message="Nhập nhánh của Sở")
    office.commit("2022-12-06", office.file(SNV, 2022))
    office.git("notes", "add", "-m", "ghi chú", "HEAD")
    expected = {f"{STC} 2022": "2022-12-05 git", f"{SNV} 2022": "2022-12-06 git"}
    before = office.history()
    config = tmp_path / "cau-hinh"
    config.write_text(CONFIG)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert office.received() == expected
    assert office.history().timeline.commits == before.timeline.commits


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32", "IBM037"])
def test_what_is_told_in_another_encoding(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """A revision has the day of its commit, however a user wants logs to be written."""
    head = office.commit("2022-11-30", office.file(STC, 2022))
    config = tmp_path / "cau-hinh"
    config.write_text(f"[i18n]\n    logOutputEncoding = {encoding}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    found = open_repository(office.data)
    assert found is not None
    assert found.head == head
    assert day_of(found, "Asia/Ho_Chi_Minh") == date(2022, 11, 30)


def test_a_message_in_another_encoding(office: Office) -> None:
    office.git("config", "i18n.commitEncoding", "ISO-8859-1")
    office.write(office.file(STC, 2022))
    office.git("add", "-A")
    office.git("commit", "-q", "-F", "-", given=b"N\xe2ng c\xe2p\n", at="2022-11-30")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_a_message_that_looks_like_the_log(office: Office) -> None:
    """Neither signs nor lines in a message can pass for a commit or a file."""
    forged = "\x01" + "0" * 40 + "\x02\x020\x02a\x02b\x02\n:000000 100644 0 0 A\tdata"
    office.commit("2022-11-30", office.file(STC, 2022), message=forged)
    office.commit("2022-12-05", office.file(SNV, 2022), message=":" + forged)
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-05 git",
    }


def test_in_processes_of_every_zone(office: Office) -> None:
    """The whole program, started anew in each zone, prints the same."""
    office.commit("2022-12-01T17:00:00+00:00", office.file(STC, 2022))
    printed = {command(office, "--format", "json", TZ=zone).stdout for zone in ZONES}
    assert len(printed) == 1
    assert '"2022-12-02"' in printed.pop()


# What later checks stand on


def test_versions_tell_what_was_said_and_when(office: Office) -> None:
    """In order, with day, commit and file; equal in meaning where only the form differs."""
    first = office.commit("2022-11-30", office.file(STC, 2022))
    second = office.commit(
        "2022-12-20", {f"submissions/{STC}/bc.yaml": "# sửa\n" + report(STC, 2022)}
    )
    third = office.commit(
        "2022-12-21", {f"submissions/{STC}/bc.yaml": report(STC, 2022, number="2/BC")}
    )
    versions = office.history().versions[a_key("07", "1", STC, "2022")]
    path = f"data/submissions/{STC}/bc.yaml"
    assert [_plain(each) for each in versions] == [
        (date(2022, 11, 30), first, path),
        (date(2022, 12, 20), second, path),
        (date(2022, 12, 21), third, path),
    ]
    assert versions[0].meaning == versions[1].meaning != versions[2].meaning


def _plain(version: Version) -> tuple[date, str, str]:
    return version.day, version.commit, version.path
