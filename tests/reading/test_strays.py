"""Files that are not read: each that may be a report is told with where it belongs.

Expected by the design, “Nothing is overlooked”: a file under ``submissions/`` or in the data folder
that is not read (another ending, another folder, another spelling) is a finding that says what to do.
"""

import os
import subprocess
from collections.abc import Callable
from datetime import date

import pytest

from builders import read_workspace
from kehoach.diagnostics import Finding
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer

MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]

PLAN = 'id: "1", lead: [so-nganh], deadline: {within: 2021}'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
MINE = "submissions/so-tai-chinh"


def found(folder: MakeFolder, plan_text: PlanText, **files: str) -> list[Finding]:
    """Return what is found in a folder with a plan, a good report of so-noi-vu, and these files."""
    good = {"submissions/so-noi-vu/good.yaml": HEAD.replace("so-tai-chinh", "so-noi-vu")}
    data = folder({"plan_07.yaml": plan_text(PLAN), **good, **files})
    return list(read_workspace(data).findings)


@pytest.mark.parametrize(
    ("name", "text", "code", "better"),
    [
        (f"{MINE}/a.yaml.txt", HEAD, "KH111", f"{MINE}/a.yaml"),
        (f"{MINE}/a.yml~", HEAD, "KH111", f"{MINE}/a.yaml"),
        (f"{MINE}/a.yaml.orig", HEAD, "KH111", f"{MINE}/a.yaml"),
        (f"{MINE}/a.txt", HEAD, "KH111", f"{MINE}/a.yaml"),
        (f"{MINE}/a.json", "{}", "KH111", f"{MINE}/a.yaml"),
        ("receipts.yml", "x", "KH111", "receipts.yaml"),
        ("plan_08.yaml.bak", "x", "KH111", "plan_08.yaml"),
        (f"{MINE}/.a.yaml", HEAD, "KH116", f"{MINE}/a.yaml"),
        ("so-tai-chinh.yaml", HEAD, "KH116", f"{MINE}/so-tai-chinh.yaml"),
        ("so-tai-chinh.yaml", "a: [", "KH116", f"{MINE}/so-tai-chinh.yaml"),
        ("bao-cao.yaml", HEAD, "KH116", f"{MINE}/bao-cao.yaml"),
        ("bao-cao.yaml", "tasks: []\n", "KH116", "submissions/…/bao-cao.yaml"),
        ("decision.yaml", "x", "KH116", "decisions.yaml"),
        ("Receipt.yaml", "x", "KH116", "receipts.yaml"),
        ("agency.yaml", "x", "KH116", "agencies.yaml"),
        ("so-van-ban.yaml", "schema: kehoach/receipts@1\n", "KH116", "receipts.yaml"),
        ("plan-08.yaml", "x", "KH116", "plan_08.yaml"),
        ("Plan_08.yaml", "x", "KH116", "plan_08.yaml"),
        ("ke-hoach-15.yaml", "schema: kehoach/plan@1\n", "KH116", "plan_15.yaml"),
        ("submission/so-tai-chinh/a.yaml", HEAD, "KH116", f"{MINE}/a.yaml"),
        ("Submissions/so-tai-chinh/a.yaml", "x", "KH116", f"{MINE}/a.yaml"),
        ("submisions/so-tai-chinh/a.yaml", HEAD, "KH116", f"{MINE}/a.yaml"),
        ("so-tai-chinh/a.yaml", HEAD, "KH116", f"{MINE}/a.yaml"),
        ("bao-cao/2021/a.yaml", HEAD, "KH116", f"{MINE}/a.yaml"),
        ("cu/plan_05.yaml", "schema: kehoach/plan@1\n", "KH116", "plan_05.yaml"),
    ],
)
def test_what_is_not_read_is_told_with_where_it_belongs(
    folder: MakeFolder, plan_text: PlanText, name: str, text: str, code: str, better: str
) -> None:
    (finding,) = found(folder, plan_text, **{name: text})
    assert (finding.rule.code, finding.place.file) == (code, name)
    assert finding.values["better"] == better
    assert better in finding.hint("vi")


@pytest.mark.parametrize(
    "name",
    [
        f"{MINE}/.gitkeep", f"{MINE}/~$bao-cao.docx", f"{MINE}/.a.yaml.swp", f"{MINE}/._a.yaml",
        f"{MINE}/.DS_Store", f"{MINE}/Thumbs.db", "submissions/README.md", "README.md", "LICENSE",
        "mkdocs.yml", "action.yml", "docs/vi-du.yaml", "schemas/plan.json", "plan_07.docx",
        ".github/workflows/x.yml", "package.json", ".sửa.yaml",
    ],
)  # fmt: skip
def test_what_says_nothing_is_left_in_peace(
    folder: MakeFolder, plan_text: PlanText, name: str
) -> None:
    """Also where the data folder is the root of a repository with files of other programs."""
    assert found(folder, plan_text, **{name: "site_name: x\n"}) == []


def test_documents_beside_a_report_are_named_once_a_folder(
    folder: MakeFolder, plan_text: PlanText
) -> None:
    beside = {f"submissions/so-noi-vu/{name}": "x" for name in ("a.pdf", "b.docx", "2021/c.JPG")}
    (finding,) = found(folder, plan_text, **beside)
    assert finding.rule.code == "KH117"
    assert finding.rule.severity == "notice"
    assert {"a.pdf", "b.docx", "c.JPG"} == set(str(finding.values["names"]).split(", "))


@pytest.mark.parametrize("name", ["bao-cao.docx", "bao-cao.pdf", "2021/bao-cao.xlsx"])
def test_documents_without_a_report_are_no_report(
    folder: MakeFolder, plan_text: PlanText, name: str
) -> None:
    """Whoever sent a Word file believes to have reported."""
    (finding,) = found(folder, plan_text, **{f"{MINE}/{name}": "x"})
    assert (finding.rule.code, finding.place.file) == ("KH118", f"{MINE}/{name}")
    assert finding.rule.severity == "warning"


def test_documents_in_the_data_folder_are_named(folder: MakeFolder, plan_text: PlanText) -> None:
    (finding,) = found(folder, plan_text, **{"so-tai-chinh.xlsx": "x", "b.docx": "x"})
    assert (finding.rule.code, finding.values["folder"]) == ("KH117", ".")


@pytest.mark.parametrize(
    "name", ["good (1).yaml", "good(2).yaml", "good - Copy.yaml", "Copy of good.yaml",
             "good - Bản sao.yaml"],
)  # fmt: skip
def test_a_copy_made_by_windows_is_named(
    folder: MakeFolder, plan_text: PlanText, name: str
) -> None:
    text = HEAD.replace("so-tai-chinh", "so-noi-vu")
    (finding,) = found(folder, plan_text, **{f"submissions/so-noi-vu/{name}": text})
    assert finding.rule.code == "KH119"
    assert finding.values["of"] == "submissions/so-noi-vu/good.yaml"


def test_two_reports_of_two_quarters_are_no_copies(folder: MakeFolder, plan_text: PlanText) -> None:
    text = HEAD.replace("so-tai-chinh", "so-noi-vu")
    names = ("quy (1).yaml", "quy (2).yaml", "good-2.yaml")
    assert found(folder, plan_text, **{f"submissions/so-noi-vu/{n}": text for n in names}) == []


def test_a_revision_is_looked_through_as_the_disk_is(
    folder: MakeFolder, plan_text: PlanText
) -> None:
    files = {
        "plan_07.yaml": plan_text(PLAN), f"{MINE}/a.docx": "x", "submission/so-noi-vu/b.yaml": HEAD,
        "decision.yaml": "x", f"{MINE}/.c.yaml": HEAD, "so-noi-vu.yaml": HEAD,
    }  # fmt: skip
    place = folder(files)
    root = str(place.root)
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A",
           "GIT_COMMITTER_EMAIL": "a@b", "PATH": os.environ["PATH"], "HOME": root}  # fmt: skip
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        subprocess.run(["git", "-C", root, *words], check=True, env=who)  # noqa: S603, S607 - git's own
    told = [
        {(each.rule.code, each.place.file) for each in answer(place, "", asked).workspace.findings}
        for asked in (Question(date(2021, 12, 1)), Question(date(2021, 12, 1), rev="HEAD"))
    ]
    assert told[0] == told[1]
    assert {code for code, _ in told[0]} == {"KH116", "KH118"}
