"""The data folder: which one is found, what in it is read, and that nothing is lost in silence.

A report that is not read would count as not sent: whatever lies where a report should, and cannot
be used, is a finding, and never keeps the other files from being read.
"""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import read_workspace
from kehoach.reading.folder import DataFolder, find_data_folder
from kehoach.reading.folder_place import MAX_BYTES, NoDataFolder
from kehoach.reading.positions import Positions
from kehoach.reading.workspace_reading import Unusable

PLAN = 'id: "1", lead: [so-nganh], deadline: {within: 2021}'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
MINE = "submissions/so-tai-chinh"

MakeFolder = Callable[..., DataFolder]
WritePlan = Callable[..., str]
Found = list[tuple[str, str]]


@pytest.fixture
def small(folder: MakeFolder, plan_text: WritePlan) -> MakeFolder:
    """Return a function that writes a folder with a small plan and one good report."""

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        return folder({"plan_07.yaml": plan_text(PLAN), f"{MINE}/good.yaml": HEAD} | (files or {}))

    return make


def read(data: DataFolder) -> tuple[list[str], Found]:
    """Return the reports read, and code and file of every finding met on the way."""
    workspace = read_workspace(data)
    found = [(each.rule.code, each.place.file) for each in workspace.findings]
    misplaced = {file for code, file in found if code == "KH112"}
    assert sorted(workspace.left_out) == sorted(file for _, file in found if file not in misplaced)
    for finding in workspace.findings:
        for lang in ("vi", "en"):
            assert finding.message(lang)
            assert finding.hint(lang)
    return [each.file for each in workspace.filings], found


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


# ── Which folder ────────────────────────────────────────────────────────────────────────────────


def write_plan(place: Path, name: str = "plan_07.yaml") -> Path:
    """Make a folder that holds a plan."""
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text("schema: kehoach/plan@1\n", encoding="utf-8")
    return place


def test_the_nearest_data_folder_upward_is_found(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    deep = data / "submissions" / "so-tai-chinh"
    deep.mkdir(parents=True)
    beside = tmp_path / "docs" / "x"
    beside.mkdir(parents=True)
    for here in (tmp_path, data, deep, beside):
        assert find_data_folder(None, here).root == data


def test_a_nearer_folder_of_plans_wins(tmp_path: Path) -> None:
    write_plan(tmp_path / "data")
    inner = write_plan(tmp_path / "khac" / "ke-hoach")
    assert find_data_folder(None, inner).root == inner
    assert find_data_folder(None, tmp_path / "khac").root == tmp_path / "data"


def test_a_data_folder_without_a_plan_is_passed_over(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    (tmp_path / "app" / "data").mkdir(parents=True)
    assert find_data_folder(None, tmp_path / "app").root == data


@pytest.mark.parametrize(
    "name", ["plan_07.yaml", "plan_07.yml", "plan_07.YAML", "plan_Kế hoạch.Yml"]
)
def test_a_plan_is_known_by_its_name_in_every_spelling(tmp_path: Path, name: str) -> None:
    data = write_plan(tmp_path / "data", name)
    assert find_data_folder(None, tmp_path).root == data
    assert find_data_folder(tmp_path, Path("/")).root == data
    assert DataFolder(data).plans() == (name,)


@pytest.mark.parametrize("name", ["plan.yaml", "plan_07.txt", "plan_07.yaml.txt", "Plan_07.yaml"])
def test_other_names_are_no_plan(tmp_path: Path, name: str) -> None:
    write_plan(tmp_path / "data", name)
    with pytest.raises(NoDataFolder):
        find_data_folder(None, tmp_path / "data")


def test_the_folder_given_is_taken_or_its_data_folder(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert find_data_folder(data, Path("/")).root == data
    assert find_data_folder(tmp_path, Path("/")).root == data
    assert find_data_folder(empty, tmp_path).root == empty


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_given_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    """Never does the program fall back to another folder than the one that was named."""
    write_plan(tmp_path / "data")
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    with pytest.raises(NoDataFolder):
        find_data_folder(tmp_path / name, tmp_path)


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


# ── What cannot be read ─────────────────────────────────────────────────────────────────────────


def test_a_link_within_the_folder_is_followed_and_one_out_of_it_is_not(small: MakeFolder) -> None:
    """A submission that links to ``/etc/passwd`` or another agency's secret shows nothing of it."""
    data = small()
    outside = data.root.parent / "secret.yaml"
    outside.write_text(HEAD, encoding="utf-8")
    (data.root / MINE / "inside.yaml").symlink_to("good.yaml")
    (data.root / MINE / "outside.yaml").symlink_to(outside)
    (data.root / MINE / "up.yaml").symlink_to("../../../secret.yaml")
    names, found = read(data)
    assert names == [f"{MINE}/good.yaml", f"{MINE}/inside.yaml"]
    assert found == [("KH101", f"{MINE}/outside.yaml"), ("KH101", f"{MINE}/up.yaml")]


@pytest.mark.parametrize("name", [f"{MINE}/a.yaml", "decisions.yaml", "calendar.yaml"])
@pytest.mark.parametrize("target", ["nowhere.yaml", "a.yaml", ".", "/dev/zero", "/dev/null"])
def test_links_that_lead_nowhere_are_found(small: MakeFolder, name: str, target: str) -> None:
    """Dangling, to itself, to a folder, to a device that never ends."""
    data = small()
    path = data.root / name
    path.symlink_to(path if target == "a.yaml" else target)
    expected = "submissions/so-tai-chinh/a.yaml" if name.startswith("sub") else name
    assert read(data) == ([f"{MINE}/good.yaml"], [("KH101", expected)])


@pytest.mark.parametrize("inside", [True, False])
def test_a_folder_that_is_a_link_is_not_looked_into_and_that_is_said(
    small: MakeFolder, inside: bool
) -> None:
    data = small({"submissions/so-noi-vu/a.yaml": HEAD.replace("so-tai-chinh", "so-noi-vu")})
    outside = data.root.parent / "elsewhere"
    outside.mkdir()
    (outside / "b.yaml").write_text(HEAD, encoding="utf-8")
    link = data.root / "submissions" / "so-tu-phap"
    link.symlink_to(data.root / "submissions" / "so-noi-vu" if inside else outside)
    names, found = read(data)
    assert names == ["submissions/so-noi-vu/a.yaml", f"{MINE}/good.yaml"]
    assert found == [("KH101", "submissions/so-tu-phap")]


def test_submissions_itself_may_not_be_a_link(small: MakeFolder, tmp_path: Path) -> None:
    data = small()
    (data.root / "submissions").rename(tmp_path / "elsewhere")
    (data.root / "submissions").symlink_to(tmp_path / "elsewhere")
    assert read(data) == ([], [("KH101", "submissions")])


def test_submissions_may_be_missing_but_not_be_a_file(
    folder: MakeFolder, plan_text: WritePlan
) -> None:
    assert read(folder({"plan_07.yaml": plan_text(PLAN)})) == ([], [])
    data = folder({"plan_07.yaml": plan_text(PLAN), "submissions": "x"})
    assert read(data) == ([], [("KH101", "submissions")])


def test_a_pipe_is_never_opened(small: MakeFolder) -> None:
    """Reading a FIFO would wait for ever."""
    data = small()
    os.mkfifo(data.root / MINE / "a.yaml")
    assert read(data) == ([f"{MINE}/good.yaml"], [("KH101", f"{MINE}/a.yaml")])


@pytest.mark.parametrize("name", ["decisions.yaml", "receipts.yaml", "calendar.yaml"])
def test_a_folder_in_the_place_of_a_file_is_found(small: MakeFolder, name: str) -> None:
    data = small()
    (data.root / name).mkdir()
    assert read(data) == ([f"{MINE}/good.yaml"], [("KH101", name)])


def test_folders_without_end_are_found(small: MakeFolder) -> None:
    data = small()
    deep = data.root / MINE / "/".join("a" * 60)
    deep.mkdir(parents=True)
    (deep / "a.yaml").write_text(HEAD, encoding="utf-8")
    names, found = read(data)
    assert (names, len(found), found[0][0]) == ([f"{MINE}/good.yaml"], 1, "KH101")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_found(small: MakeFolder) -> None:
    data = small({f"{MINE}/a.yaml": HEAD, "submissions/so-noi-vu/a.yaml": HEAD})
    (data.root / MINE / "a.yaml").chmod(0)
    closed = data.root / "submissions" / "so-noi-vu"
    closed.chmod(0)
    try:
        names, found = read(data)
    finally:
        closed.chmod(0o700)
    assert names == [f"{MINE}/good.yaml"]
    assert found == [("KH101", "submissions/so-noi-vu"), ("KH101", f"{MINE}/a.yaml")]


def test_what_the_system_will_not_read_is_found(
    small: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same without permissions, so that it is proved for root too."""
    data = small({f"{MINE}/a.yaml": HEAD, "submissions/so-noi-vu/a.yaml": HEAD})
    open_, scandir = os.open, os.scandir

    def refuse(path: str, flags: int) -> int:
        if path.endswith("/a.yaml"):
            raise PermissionError(13, "Permission denied")
        return open_(path, flags)

    def closed(path: str | Path) -> "os._ScandirIterator[str]":
        if Path(path).name == "so-noi-vu":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "scandir", closed)
    assert read(data) == (
        [f"{MINE}/good.yaml"],
        [("KH101", "submissions/so-noi-vu"), ("KH101", f"{MINE}/a.yaml")],
    )


@pytest.mark.parametrize(("over", "found"), [(0, []), (1, [("KH101", f"{MINE}/a.yaml")])])
def test_a_file_has_a_size_beyond_which_it_is_not_read(
    small: MakeFolder, over: int, found: Found
) -> None:
    """A submission of 200 MB costs no memory: its size is asked before it is opened."""
    text = HEAD + "#" * (MAX_BYTES - len(HEAD) + over)
    assert read(small({f"{MINE}/a.yaml": text}))[1] == found


def test_a_huge_file_with_holes_is_not_read(small: MakeFolder) -> None:
    data = small()
    with (data.root / MINE / "a.yaml").open("wb") as file:
        file.truncate(2 * 10**9)
    assert read(data)[1] == [("KH101", f"{MINE}/a.yaml")]


BAD = {
    "empty.yaml": b"",
    "wide.yaml": HEAD.encode("utf-16"),
    "tcvn3.yaml": HEAD.encode() + b"note: B\xbec Giang\n",
    "syntax.yaml": HEAD.encode() + b"\tnote: x\n",
    "twice.yaml": HEAD.encode() + b"note: a\nnote: b\n",
    "alias.yaml": HEAD.encode() + b"note: &a b\n",
    "two.yaml": HEAD.encode() + b"---\nb: 1\n",
    "list.yaml": b"- a\n",
    "nul.yaml": HEAD.encode() + b"note: \x00\n",
    "deep.yaml": HEAD.encode() + b"note: " + b"[" * 2000,
    "date.yaml": HEAD.encode() + b"document: {date: 2021-02-30}\n",
    "key.yaml": HEAD.encode() + b"nota: x\n",
    "schema.yaml": HEAD.replace("@1", "@9").encode(),
}


def test_one_bad_file_never_hides_the_others(small: MakeFolder) -> None:
    """Every bad one is named, and the good ones before, between and after them are read."""
    good = {f"{MINE}/{name}": HEAD for name in ("a.yaml", "m.yaml", "z.yaml")}
    names, found = read(small(good | {f"{MINE}/{name}": text for name, text in BAD.items()}))
    assert sorted(names) == sorted([*good, f"{MINE}/good.yaml"])
    assert sorted({file for _, file in found}) == sorted(f"{MINE}/{name}" for name in BAD)


@pytest.mark.parametrize("name", ["decisions.yaml", "receipts.yaml", "calendar.yaml"])
@pytest.mark.parametrize("text", ["a: [", "", "schema: kehoach/plan@1\n"])
def test_a_bad_file_of_the_office_leaves_the_rest_usable(
    small: MakeFolder, name: str, text: str
) -> None:
    names, found = read(small({name: text}))
    assert names == [f"{MINE}/good.yaml"]
    assert {file for _, file in found} == {name}


# ── Without a plan or the registry nothing can be judged ────────────────────────────────────────


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
