"""The shipped registry of agencies says what its sources say.

The sources are copies in ``tests/sources``; the registry is read as plain YAML with every scalar as
text, so that these tests hold whatever the package does with the file.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
REGISTRY = ROOT / "data" / "agencies.yaml"
SOURCES = ROOT / "tests" / "sources"

MID_2021 = date(2021, 7, 1)
MARCH_2025 = date(2025, 3, 1)
JANUARY_2025 = date(2025, 1, 1)
JULY_2025 = date(2025, 7, 1)

Record = dict[str, Any]


def load(path: Path) -> Record:
    """Read one YAML file, every scalar as text."""
    with path.open(encoding="utf-8") as stream:
        loaded: Record = yaml.load(stream, Loader=yaml.BaseLoader)  # noqa: S506 - text only, safe
    return loaded


def load_communes() -> list[dict[str, str]]:
    """Read the table of the 209 communes of 2021."""
    with (SOURCES / "communes-bac-giang.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


DATA = load(REGISTRY)
SOURCE = load(SOURCES / "agencies-bac-giang.yaml")
COMMUNES = load_communes()
AGENCIES: dict[str, Record] = {agency["id"]: agency for agency in DATA["agencies"]}
GROUPS: dict[str, Record] = {group["id"]: group for group in DATA["groups"]}
BY_CODE: dict[str, Record] = {
    agency["codes"]["2021"]: agency
    for agency in DATA["agencies"]
    if "parent" in agency and "2021" in agency.get("codes", {})
}
SOURCE_AGENCIES: list[Record] = [
    *SOURCE["province_agencies_2021"],
    *SOURCE["province_agencies_new_2025_03_01"],
    *SOURCE["other_bodies_of_the_province"],
    *SOURCE["bodies_outside_the_provincial_administration"],
    *SOURCE["district_units_2021"]["items"],
    *SOURCE["district_units_new"],
]


def begins(agency: Record) -> date:
    """Return the first day of the body, or the earliest date where it is open."""
    text = agency.get("valid", {}).get("from")
    return date.fromisoformat(text) if text else date.min


def ends(agency: Record) -> date:
    """Return the last day of the body, or the latest date where it is open."""
    text = agency.get("valid", {}).get("to")
    return date.fromisoformat(text) if text else date.max


def exists(agency: Record, day: date) -> bool:
    """Say whether the body existed on that day."""
    return begins(agency) <= day <= ends(agency)


def name_on(agency: Record, day: date) -> str:
    """Return the name that the body bore on that day."""
    name: str = agency["name"]
    for later in agency.get("names", []):
        if date.fromisoformat(later["from"]) <= day:
            name = later["name"]
    return name


def members(group: str, day: date) -> list[Record]:
    """Resolve a group, and the groups in it, on that day."""
    found: list[Record] = []
    for member in GROUPS[group]["members"]:
        if member in GROUPS:
            found += members(member, day)
        elif exists(AGENCIES[member], day):
            found.append(AGENCIES[member])
    return found


def heir(agency: Record, day: date) -> Record:
    """Follow the successors, one at each step, to the body that existed on that day."""
    while not exists(agency, day):
        (successor,) = agency["successors"]
        agency = AGENCIES[successor]
    return agency


def kinds(communes: list[Record], day: date) -> Counter[str]:
    """Count communes by kind: xã, phường, thị trấn."""
    pattern = re.compile(r"UBND (xã|phường|thị trấn) ")
    matches = [pattern.match(name_on(commune, day)) for commune in communes]
    return Counter(match.group(1) for match in matches if match)


def committee(unit: str) -> str:
    """Return the name of a unit's committee: ``Xã Tân Hiệp`` gives ``UBND xã Tân Hiệp``."""
    return f"UBND {unit[0].lower()}{unit[1:]}"


def plain(text: str) -> str:
    """Lower the case, drop the marks, join the words with hyphens."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(kept.split())


def district_word(unit: str) -> str:
    """Return the district's name without its type word."""
    return re.sub(r"^(Huyện|Thành phố) ", "", unit)


def is_unverified(entry: Record) -> bool:
    """Say whether the source marks something of this entry as not verified."""
    text = " ".join(str(value) for value in entry.values())
    return re.search(r"\bBG\b|UNVERIFIED|not seen", text) is not None


def mapping_keys(node: yaml.Node) -> list[list[str]]:
    """List the keys of every mapping below a node."""
    if isinstance(node, yaml.MappingNode):
        below = [keys for _, value in node.value for keys in mapping_keys(value)]
        return [[key.value for key, _ in node.value], *below]
    if isinstance(node, yaml.SequenceNode):
        return [keys for value in node.value for keys in mapping_keys(value)]
    return []


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


# Districts


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (MID_2021, 10),
        (date(2024, 1, 31), 10),
        (date(2024, 2, 1), 10),
        (date(2024, 12, 31), 10),
        (JANUARY_2025, 10),
        (date(2025, 6, 30), 10),
        (JULY_2025, 0),
    ],
)
def test_districts_at_a_date(day: date, expected: int) -> None:
    """Ten districts throughout, none from July 2025."""
    assert len(members("ubnd-cap-huyen", day)) == expected


def test_district_changes() -> None:
    """Việt Yên became a town, Yên Dũng joined the city, Chũ was cut from Lục Ngạn."""
    at = {
        day: {agency["id"] for agency in members("ubnd-cap-huyen", day)}
        for day in (MID_2021, date(2024, 2, 1), JANUARY_2025)
    }
    first, second, third = at.values()
    assert first == {entry["id"] for entry in SOURCE["district_units_2021"]["items"]}
    assert (first - second, second - first) == ({"ubnd-viet-yen"}, {"ubnd-thi-xa-viet-yen"})
    assert (second - third, third - second) == ({"ubnd-yen-dung"}, {"ubnd-thi-xa-chu"})
    assert heir(AGENCIES["ubnd-yen-dung"], JANUARY_2025)["id"] == "ubnd-thanh-pho-bac-giang"


def test_districts_end_without_successor() -> None:
    """A district that ended with the district level has no successor, and a note says why."""
    last = [AGENCIES[member] for member in GROUPS["ubnd-cap-huyen"]["members"]]
    last = [agency for agency in last if ends(agency) == date(2025, 6, 30)]
    assert len(last) == 10
    for agency in last:
        assert "successors" not in agency, agency["id"]
        assert "không có cơ quan kế thừa" in agency["note"], agency["id"]


# Communes


@pytest.mark.parametrize(
    ("day", "total", "by_kind"),
    [
        (MID_2021, 209, {"xã": 184, "phường": 10, "thị trấn": 15}),
        (date(2024, 12, 31), 209, None),
        (JANUARY_2025, 192, None),
        (date(2025, 6, 30), 192, None),
        (JULY_2025, 58, {"xã": 45, "phường": 13}),
    ],
)
def test_communes_at_a_date(day: date, total: int, by_kind: dict[str, int] | None) -> None:
    """The counts are those of the sources."""
    communes = members("ubnd-cap-xa", day)
    counted = kinds(communes, day)
    assert len(communes) == total
    assert counted.total() == total
    if by_kind is not None:
        assert counted == by_kind


def test_communes_of_each_district() -> None:
    """Each district of 2021 has as many communes as the source says."""
    parents = Counter(agency["parent"] for agency in BY_CODE.values())
    expected = {
        entry["id"]: int(entry["communes_2021"]) for entry in SOURCE["district_units_2021"]["items"]
    }
    assert parents == expected


def test_commune_table_and_registry_hold_the_same() -> None:
    """Communes, rows of the table and members of the group are one set, in the table's order."""
    new = [code for code in AGENCIES if "2025-07-01" in AGENCIES[code].get("codes", {})]
    assert [row["code2021"] for row in COMMUNES] == list(BY_CODE)
    assert GROUPS["ubnd-cap-xa"]["members"] == [agency["id"] for agency in BY_CODE.values()] + new
    assert {AGENCIES[name]["codes"]["2025-07-01"] for name in new} == {
        row["code_2025_07_01"] for row in COMMUNES
    }


@pytest.mark.parametrize("row", COMMUNES, ids=lambda row: row["code2021"])
def test_commune_row(row: dict[str, str]) -> None:
    """Each row is there, and its chain leads to the right body in January and July 2025."""
    commune = BY_CODE[row["code2021"]]
    district = AGENCIES[commune["parent"]]
    assert commune["id"] == (
        f"ubnd-{plain(row['name2021'])}-{plain(district_word(row['district2021']))}"
    )
    assert commune["name"] == committee(row["name2021"])
    assert commune["name"].startswith(f"UBND {row['kind']} ")
    assert district["name"] == committee(row["district2021"])
    assert begins(commune) == date.min

    january = heir(commune, JANUARY_2025)
    assert january["codes"]["2021"] == row["code_2025_01_01"]
    assert name_on(january, JANUARY_2025) == committee(row["name_2025_01_01"])
    assert (january is commune) == (row["code_2025_01_01"] == row["code2021"])
    assert ends(january) == date(2025, 6, 30)
    if january is not commune:
        assert ends(commune) == date(2024, 12, 31)
        assert commune["successors"] == [january["id"]]

    july = heir(commune, JULY_2025)
    assert july["codes"] == {"2025-07-01": row["code_2025_07_01"]}
    assert july["name"] == committee(row["name_2025_07_01"])
    assert july["id"] == f"ubnd-{plain(row['name_2025_07_01'])}"
    assert (begins(july), ends(july)) == (JULY_2025, date.max)
    assert january["successors"] == [july["id"]]


def test_ten_communes_of_the_town_of_chu() -> None:
    """The ten communes cut from Lục Ngạn say that they belonged to the town of Chũ."""
    moved = [row["code2021"] for row in COMMUNES if row["district_2025_01_01"] == "Thị xã Chũ"]
    noted = [code for code, commune in BY_CODE.items() if "thị xã Chũ" in commune.get("note", "")]
    assert len(moved) == 10
    assert noted == moved


def test_names_that_deceive() -> None:
    """A name is no key: Tân Hiệp of 2025 is Tam Hiệp of 2021, and there are two Phúc Sơn."""
    merged = AGENCIES["ubnd-xa-tan-hiep-yen-the"]
    taker = AGENCIES["ubnd-xa-tam-hiep-yen-the"]
    assert merged["name"] == name_on(taker, JANUARY_2025) == "UBND xã Tân Hiệp"
    assert name_on(taker, MID_2021) == "UBND xã Tam Hiệp"
    assert heir(merged, JANUARY_2025) is taker
    phuc_son = [c["id"] for c in BY_CODE.values() if c["name"] == "UBND xã Phúc Sơn"]
    assert phuc_son == ["ubnd-xa-phuc-son-tan-yen", "ubnd-xa-phuc-son-son-dong"]


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
