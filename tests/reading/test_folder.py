"""The data folder: which one is found, what in it is read, and that nothing is lost in silence.

A report that is not read would count as not sent: whatever lies where a report should, and cannot
be used, is a finding, and never keeps the other files from being read.
"""

import unicodedata
from pathlib import Path

import pytest

from builders import read_workspace
from kehoach.reading.folder import DataFolder
from kehoach.reading.positions import Positions
from kehoach.reading.workspace_reading import Unusable
from reading.small_folders import HEAD, MINE, PLAN, Found, MakeFolder, WritePlan, read


@pytest.mark.parametrize(
    ("folder_named", "hint"),
    [
        ("so-noi-vu", "move it to submissions/so-tai-chinh/, or write “agency: so-noi-vu”"),
        ("so-tai-chin", "move it to submissions/so-tai-chinh/"),
        ("so-nganh", "move it to submissions/so-tai-chinh/"),
        ("$(touch y) z", "move it to submissions/so-tai-chinh/"),
        ("", "move it to submissions/so-tai-chinh/"),
    ],
)
def test_only_an_agency_is_offered_as_the_one_that_reports(
    small: MakeFolder, folder_named: str, hint: str
) -> None:
    """A folder by another name than an agency's is a slip of the folder's name: the file is moved."""
    data = small({f"submissions/{folder_named}/a.yaml".replace("//", "/"): HEAD})
    (finding,) = read_workspace(data).findings
    assert finding.hint("en") == hint


# ── What is read ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name",
    [
        f"{MINE}/a.yaml",
        f"{MINE}/a.yml",
        f"{MINE}/a.YAML",
        f"{MINE}/2021/quy-3/a.yaml",
        f"{MINE}/báo cáo năm.yaml",
        unicodedata.normalize("NFD", f"{MINE}/báo cáo năm.yaml"),
        f"{MINE}/x.yaml/a.yaml",
        f'{MINE}/a "b" [c] %d.yaml',
    ],
)
def test_every_report_below_the_agencys_folder_is_read(small: MakeFolder, name: str) -> None:
    """Whatever its name: decomposed letters (macOS), spaces, folders within."""
    data = small()
    path = data.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD, encoding="utf-8")
    names, found = read(data)
    assert (len(names), found) == (2, [])


@pytest.mark.parametrize(
    "name",
    [f"{MINE}/.cu/a.yaml", f"{MINE}/.gitkeep", f"{MINE}/README", "ghi-chu.txt"],
)
def test_hidden_files_and_other_papers_are_left_alone(small: MakeFolder, name: str) -> None:
    assert read(small({name: "a: ["})) == ([f"{MINE}/good.yaml"], [])


@pytest.mark.parametrize(
    "name",
    [
        f"{MINE}/a.yaml.txt", f"{MINE}/a.YML.TXT", f"{MINE}/a.yaml.bak",
        "plan_08.yaml.txt", "decisions.yml", "receipts.yaml.txt", "calendar.YAML", "agencies.yml",
    ],
)  # fmt: skip
def test_an_ending_that_an_editor_added_loses_nothing_in_silence(
    small: MakeFolder, name: str
) -> None:
    """Windows hides ``.txt``: the officer sees the right name, and the report would be lost."""
    assert read(small({name: HEAD})) == ([f"{MINE}/good.yaml"], [("KH111", name)])


@pytest.mark.parametrize(
    ("name", "folder_named"),
    [
        ("submissions/so-noi-vu/a.yaml", "so-noi-vu"),
        ("submissions/so-noi-vu/so-tai-chinh/a.yaml", "so-noi-vu"),
        ("submissions/a.yaml", "submissions"),
    ],
)
def test_a_report_in_another_folder_is_found_where_it_names_its_agency(
    small: MakeFolder, name: str, folder_named: str
) -> None:
    data = small({name: HEAD})
    assert read(data)[1] == [("KH112", name)]
    (finding,) = read_workspace(data).findings
    named = f"the file of “so-tai-chinh” lies in the folder “{folder_named}”"
    assert finding.message("en") == named
    located = Positions(data.text).locate(finding)
    assert (located.line, located.column) == (3, 9)


def test_files_are_read_in_the_order_of_their_names(small: MakeFolder) -> None:
    """Whatever order the file system gives: two machines print the same."""
    names = [f"{MINE}/{letter}.yaml" for letter in "dacb"]
    assert read(small(dict.fromkeys(names, HEAD)))[0] == [*sorted(names), f"{MINE}/good.yaml"]


def unusable(data: DataFolder) -> Found:
    """Return the findings with which a folder is refused."""
    with pytest.raises(Unusable) as raised:
        read_workspace(data)
    return [(each.rule.code, each.place.file) for each in raised.value.findings]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"plan_07.yaml": None}, [("KH110", "plan_*.yaml")]),
        ({"agencies.yaml": None}, [("KH110", "agencies.yaml")]),
        ({"plan_07.yaml": None, "agencies.yaml": None},
         [("KH110", "plan_*.yaml"), ("KH110", "agencies.yaml")]),
        ({"plan_07.yaml": "a: ["}, [("KH124", "plan_07.yaml")]),
        ({"plan_08.yaml": "a: ["}, [("KH124", "plan_08.yaml")]),
        ({"agencies.yaml": "a: ["}, [("KH124", "agencies.yaml")]),
        ({"agencies.yaml": ""}, [("KH108", "agencies.yaml")]),
        ({"plan_07.yaml": None, "plan_07.yaml.txt": "x"},
         [("KH111", "plan_07.yaml.txt"), ("KH110", "plan_*.yaml")]),
        ({"agencies.yaml": None, "agencies.yml": "x"},
         [("KH111", "agencies.yml"), ("KH110", "agencies.yaml")]),
    ],
)  # fmt: skip
def test_a_plan_or_registry_that_is_missing_or_bad_stops_the_run(
    folder: MakeFolder,
    plan_text: WritePlan,
    files: dict[str, str | None],
    found: Found,
) -> None:
    """Also one bad plan of two: its agencies would otherwise be left out in silence."""
    assert unusable(folder({"plan_07.yaml": plan_text(PLAN)} | files)) == found


def test_all_mistakes_of_all_files_are_told_at_once(
    folder: MakeFolder, plan_text: WritePlan
) -> None:
    """Nobody mends one file to be told of the next."""
    bad_plan = plan_text('id: "1", deadline: {within: x}', 'id: "2", deadline: {by: y}, bad: z')
    files = {
        "plan_07.yaml": bad_plan,
        "agencies.yaml": "schema: kehoach/agencies@1\nagencies: [{id: A}]\n",
        "decisions.yaml": "a: [",
        f"{MINE}/a.yaml": HEAD + "nota: x\nsample: yes\n",
    }
    assert sorted(unusable(folder(files))) == sorted(
        [("KH203", "plan_07.yaml")] * 2
        + [("KH201", "plan_07.yaml")]
        + [("KH203", "agencies.yaml"), ("KH202", "agencies.yaml"), ("KH124", "decisions.yaml")]
        + [("KH201", f"{MINE}/a.yaml"), ("KH203", f"{MINE}/a.yaml")]
    )


@pytest.mark.parametrize("name", ["agencies.yaml", "plan_07.yaml"])
def test_a_folder_or_broken_link_in_their_place_stops_the_run_too(
    folder: MakeFolder, plan_text: WritePlan, name: str
) -> None:
    for make in (Path.mkdir, lambda path: path.symlink_to("nowhere")):
        data = folder({"plan_07.yaml": plan_text(PLAN)})
        (data.root / name).unlink()
        make(data.root / name)
        assert unusable(data) == [("KH101", name)]
