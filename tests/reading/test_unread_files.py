"""What cannot be read is found where it lies, and never keeps the other files from being read."""

import os
from pathlib import Path

import pytest

from kehoach.reading.folder_place import MAX_BYTES
from reading.small_folders import HEAD, MINE, PLAN, Found, MakeFolder, WritePlan, read


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
