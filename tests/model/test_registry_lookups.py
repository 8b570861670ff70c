"""Names over time, and groups however they are nested."""

from datetime import date

import pytest

from builders import a_registry


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 1, 31), "UBND huyện Việt Yên"),
        (date(2024, 2, 1), "UBND thị xã Việt Yên"),
        (date(2025, 7, 1), "UBND phường Việt Yên"),
    ],
)
def test_the_name_taken_last_counts_however_they_are_listed(day: date, name: str) -> None:
    """Names are given in no order; each is borne from its own day on."""
    later = [
        {"name": "UBND phường Việt Yên", "from": "2025-07-01"},
        {"name": "UBND thị xã Việt Yên", "from": "2024-02-01"},
    ]
    agency = {"id": "viet-yen", "name": "UBND huyện Việt Yên", "names": later}
    assert a_registry(agency).agency["viet-yen"].name_on(day) == name


def test_groups_that_name_each_other_twice_are_resolved_at_once() -> None:
    """Fifty groups, each naming the next one twice, would be 2**50 ways to the one agency."""
    groups = [{"id": f"g{n}", "members": [f"g{n + 1}", f"g{n + 1}"]} for n in range(50)]
    registry = a_registry("a", groups=[*groups, {"id": "g50", "members": ["g0", "a"]}])
    assert registry.members_on("g0", date(2021, 6, 1)) == ("a",)


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2022, 6, 1), date(2025, 1, 1)])
def test_one_asked_for_is_a_member_as_the_list_of_members_has_it(day: date) -> None:
    """Bodies named by themselves, in a group, in a group of groups, ended, unborn and unknown."""
    registry = a_registry(
        "a",
        {"id": "old", "name": "Cũ", "valid": {"to": "2021-12-31"}, "successors": ["a"]},
        {"id": "new", "name": "Mới", "valid": {"from": "2023-01-01"}},
        groups=[{"id": "g", "members": ["old", "h"]}, {"id": "h", "members": ["new", "a"]}],
    )
    names = ("a", "old", "new", "g", "h", "nobody")
    for named in names:
        for asked in names:
            member = asked in registry.members_on(named, day)
            assert registry.includes(named, asked, day) is member
