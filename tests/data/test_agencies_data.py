"""The shipped registry of agencies says what its sources say.

The sources are copies in ``tests/sources``; the registry is read as plain YAML with every scalar as
text, so that these tests hold whatever the package does with the file.
"""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta

import pytest
import yaml

from data.agencies_and_sources import (
    AGENCIES,
    DATA,
    GROUPS,
    JANUARY_2025,
    JULY_2025,
    MARCH_2025,
    MID_2021,
    REGISTRY,
    SOURCE,
    SOURCE_AGENCIES,
    Record,
    begins,
    ends,
    heir,
    is_unverified,
    mapping_keys,
    members,
)

# The form of the file


def test_schema_and_keys() -> None:
    """The file names its schema and holds only known keys."""
    agency_keys = {"id", "name", "short", "variants", "valid", "successors", "names", "parent"}
    agency_keys |= {"codes", "source", "unverified", "unverified_from", "note"}
    group_keys = {"id", "name", "variants", "members", "open", "source", "unverified", "note"}
    assert DATA["schema"] == "kehoach/agencies@1"
    assert set(DATA) == {"schema", "sources", "agencies", "groups"}
    for agency in DATA["agencies"]:
        assert set(agency) <= agency_keys, agency["id"]
        assert set(agency.get("valid", {})) <= {"from", "to"}, agency["id"]
    for group in DATA["groups"]:
        assert set(group) <= group_keys, group["id"]


def test_no_key_twice() -> None:
    """No mapping repeats a key: YAML would silently drop the first."""
    root = yaml.compose(REGISTRY.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert root is not None
    for keys in mapping_keys(root):
        assert len(keys) == len(set(keys)), keys


def test_text_is_nfc_and_tidy() -> None:
    """The file is NFC, without tabs, no-break spaces, the look-alike Ð or trailing blanks."""
    text = REGISTRY.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[\t\r\u00a0\u00d0]| $", text, re.MULTILINE)


def test_ids_are_unique_and_plain() -> None:
    """Agencies and groups share one set of ids."""
    ids = [entry["id"] for entry in DATA["agencies"] + DATA["groups"]]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert [name for name in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_references_exist() -> None:
    """Every successor, parent, member and source named is there, and named once."""
    for agency in DATA["agencies"]:
        successors = agency.get("successors", [])
        assert set(successors) <= set(AGENCIES), agency["id"]
        assert len(successors) == len(set(successors)), agency["id"]
        assert agency.get("parent", "ubnd-tinh") in AGENCIES, agency["id"]
    for group in DATA["groups"]:
        listed = group.get("members", [])
        assert set(listed) <= set(AGENCIES) | set(GROUPS), group["id"]
        assert len(listed) == len(set(listed)), group["id"]
    for entry in DATA["agencies"] + DATA["groups"]:
        assert entry["source"], entry["id"]
        assert set(entry["source"]) <= set(DATA["sources"]), entry["id"]


def test_dates() -> None:
    """Dates are ISO days, in order; later names fall within the body's life, in order."""
    for agency in DATA["agencies"]:
        assert begins(agency) <= ends(agency), agency["id"]
        days = [date.fromisoformat(later["from"]) for later in agency.get("names", [])]
        assert days == sorted(set(days)), agency["id"]
        assert all(begins(agency) < day <= ends(agency) for day in days), agency["id"]


def test_successor_follows_without_a_gap() -> None:
    """A body with successors has an end; each exists on the next day, and chains have no loop."""
    for agency in DATA["agencies"]:
        for successor in agency.get("successors", []):
            assert ends(agency) < date.max, agency["id"]
            next_day = ends(agency) + timedelta(days=1)
            assert begins(AGENCIES[successor]) <= next_day, (agency["id"], successor)
            assert ends(AGENCIES[successor]) > ends(agency), (agency["id"], successor)


# The sources


def test_sources_are_word_for_word() -> None:
    """The list of sources is the given one."""
    assert DATA["sources"] == SOURCE["meta"]["sources"]


@pytest.mark.parametrize("entry", SOURCE_AGENCIES, ids=lambda entry: entry["id"])
def test_source_entry(entry: Record) -> None:
    """Every entry of the source is there, with its name, short name, validity and successor."""
    found = AGENCIES.get(entry["id"]) or GROUPS[entry["id"]]
    written = [found["name"], *found.get("variants", [])]
    assert entry["name"].removesuffix(" (10)") in written
    assert found.get("short") == entry.get("short")
    assert found.get("valid", {}).get("from") == entry.get("valid_from")
    assert found.get("valid", {}).get("to") == entry.get("valid_to")
    successor = entry.get("successor", "null")
    assert found.get("successors", []) == ([] if successor == "null" else [successor])
    for predecessor in entry.get("predecessors", []):
        assert AGENCIES[predecessor]["successors"] == [entry["id"]]
    if "gso_code" in entry:
        assert found["codes"] == {"2021": entry["gso_code"]}
    for key in re.findall(r"\b(?:S\d+|BG)\b", entry.get("source", "")):
        assert key in found["source"]


@pytest.mark.parametrize(
    "entry", [entry for entry in SOURCE_AGENCIES if is_unverified(entry)], ids=lambda e: e["id"]
)
def test_unverified_stays_marked(entry: Record) -> None:
    """What the source marks as background or unverified is still marked."""
    found = AGENCIES.get(entry["id"]) or GROUPS[entry["id"]]
    assert found["unverified"]


def test_the_unverified_are_found() -> None:
    """The search for marks in the source finds those known to be there."""
    marked = {entry["id"] for entry in SOURCE_AGENCIES if is_unverified(entry)}
    known = {"so-noi-vu", "so-lao-dong-tbxh", "ban-dan-toc", "so-ngoai-vu", "bql-cac-kcn"}
    assert marked == known | {"to-chuc-ct-xh", "co-quan-tw"}


def test_background_is_always_marked() -> None:
    """An entry that rests on background knowledge says what in it is unverified."""
    for entry in DATA["agencies"] + DATA["groups"]:
        if "BG" in entry["source"]:
            assert "(BG)" in entry["unverified"], entry["id"]


def test_members_known_from_background_are_marked() -> None:
    """Members of the requested groups are those of the source, marked one by one."""
    sources = {entry["id"]: entry for entry in SOURCE_AGENCIES}
    for group in ("to-chuc-ct-xh", "co-quan-tw"):
        listed = [AGENCIES[member] for member in GROUPS[group]["members"]]
        names = [{agency["name"], *agency.get("variants", [])} for agency in listed]
        expected = sources[group]["members"]
        assert len(listed) == len(expected)
        assert all(name in written for name, written in zip(expected, names, strict=True))
        for agency in listed:
            verified = agency["id"] == "hoi-nong-dan-tinh"
            assert agency["source"] == (["S13"] if verified else ["BG"])
            assert ("unverified" in agency) is not verified


def test_merger_of_the_province() -> None:
    """The province goes on under one id; the number of the resolution is not verified."""
    assert "valid" not in AGENCIES["ubnd-tinh"]
    assert "202/2025/QH15" in AGENCIES["ubnd-tinh"]["unverified"]


# Provincial agencies


def test_nineteen_provincial_agencies_in_2021() -> None:
    """The specialised agencies of mid-2021 are the 19 of the source, in its order."""
    expected = [entry["id"] for entry in SOURCE["province_agencies_2021"]]
    assert len(expected) == 19
    assert [agency["id"] for agency in members("so-chuyen-mon", MID_2021)] == expected


def test_wider_group_adds_the_zones_authority() -> None:
    """Group so-nganh is so-chuyen-mon and the management board of industrial zones."""
    for day in (MID_2021, MARCH_2025, JULY_2025):
        narrow = {agency["id"] for agency in members("so-chuyen-mon", day)}
        wide = {agency["id"] for agency in members("so-nganh", day)}
        assert "bql-cac-kcn" not in narrow
        assert wide == narrow | {"bql-cac-kcn"}


def test_departments_merged_in_march_2025() -> None:
    """Seven ended on 28 February 2025, two were set up, and each heir is in the group."""
    before = {agency["id"] for agency in members("so-chuyen-mon", MARCH_2025 - timedelta(days=1))}
    after = {agency["id"] for agency in members("so-chuyen-mon", MARCH_2025)}
    assert after - before == {"so-nong-nghiep-moi-truong", "so-dan-toc-ton-giao"}
    assert {ended: heir(AGENCIES[ended], MARCH_2025)["id"] for ended in before - after} == {
        "so-ke-hoach-dau-tu": "so-tai-chinh",
        "so-nong-nghiep-ptnt": "so-nong-nghiep-moi-truong",
        "so-giao-thong-van-tai": "so-xay-dung",
        "so-tai-nguyen-moi-truong": "so-nong-nghiep-moi-truong",
        "so-thong-tin-truyen-thong": "so-khoa-hoc-cong-nghe",
        "so-lao-dong-tbxh": "so-noi-vu",
        "ban-dan-toc": "so-dan-toc-ton-giao",
    }
    assert len(after) == 14
    assert {agency["id"] for agency in members("so-chuyen-mon", JULY_2025)} == after


# Groups


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("so-nganh", "các sở, cơ quan thuộc UBND tỉnh"),
        ("so-chuyen-mon", "các sở, cơ quan chuyên môn thuộc UBND tỉnh"),
        ("ubnd-cap-huyen", "UBND cấp huyện"),
        ("ubnd-cap-xa", "UBND cấp xã"),
        ("ubnd-cac-cap", "UBND các cấp"),
        ("to-chuc-ct-xh", "các tổ chức chính trị - xã hội"),
        ("co-quan-tw", "các cơ quan Trung ương đóng trên địa bàn tỉnh"),
        ("co-quan-lien-quan", "các cơ quan, đơn vị, địa phương có liên quan"),
    ],
)
def test_groups_bear_the_names_of_the_plan(group: str, name: str) -> None:
    """Groups are named as in the plan."""
    assert GROUPS[group]["name"] == name


def test_open_group_is_never_expanded() -> None:
    """The agencies concerned are an open set; every other group has members."""
    for group in DATA["groups"]:
        is_open = group["id"] == "co-quan-lien-quan"
        assert group.get("open") == ("true" if is_open else None), group["id"]
        assert bool(group.get("members")) is not is_open, group["id"]


def test_report_duty_is_of_agencies_and_districts_only() -> None:
    """No commune, court, procuracy, police, front or central agency is in a reporting group."""
    reporting = {
        agency["id"]
        for day in (MID_2021, JANUARY_2025, MARCH_2025, JULY_2025)
        for group in ("so-nganh", "ubnd-cap-huyen")
        for agency in members(group, day)
    }
    others = {"ubnd-tinh", "ban-thuong-vu-tinh-uy", "vks-tinh", "ta-tinh", "cong-an-tinh"}
    others |= {"ubmttq-tinh", "bo-tu-phap", "ban-noi-chinh"}
    others |= {"hoi-dong-pbgdpl-tinh", "hoi-dong-pbgdpl-huyen"}
    for group in ("ubnd-cap-xa", "to-chuc-ct-xh", "co-quan-tw"):
        others |= set(GROUPS[group]["members"])
    assert others <= set(AGENCIES)
    assert reporting & others == set()
