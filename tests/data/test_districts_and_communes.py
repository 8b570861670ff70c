"""Districts and communes of the registry, at any day: how many, which, and what became of each."""

from collections import Counter
from datetime import date

import pytest

from data.agencies_and_sources import (
    AGENCIES,
    BY_CODE,
    COMMUNES,
    GROUPS,
    JANUARY_2025,
    JULY_2025,
    MID_2021,
    SOURCE,
    begins,
    committee,
    district_word,
    ends,
    heir,
    kinds,
    members,
    name_on,
    plain,
)

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
