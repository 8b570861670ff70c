"""Who coordinates: groups as they stood on the due day, heirs in the place of who ended, each once."""

import pytest

from builders import Mapping, Scene, a_plan, a_registry, an_id, an_item, some_decisions

REGISTRY = a_registry(
    "a",
    {"id": "cu", "valid": {"to": "2021-06-30"}, "successors": ["moi"]},
    {"id": "moi", "valid": {"from": "2021-07-01"}},
    {"id": "het", "valid": {"to": "2021-06-30"}},
    groups=[{"id": "so", "members": ["cu", "moi"]}],
)


def _scene(day: str, *ids: str) -> Scene:
    return Scene(a_plan(an_item("1", {"by": day}, lead=["a"], coordinate=[*ids])), REGISTRY)


@pytest.mark.parametrize(
    ("day", "ids", "beside"),
    [
        ("2021-06-30", ("so",), ["cu"]),
        ("2021-07-01", ("so",), ["moi"]),
        ("2021-06-30", ("cu",), ["cu"]),
        ("2021-07-01", ("cu",), ["moi"]),
        ("2021-07-01", ("cu", "moi", "so"), ["moi"]),  # each once
        ("2021-07-01", ("het",), ["het"]),  # named itself, and nobody stands in its place
        ("2021-06-30", ("moi",), []),  # not founded yet
    ],
)
def test_who_coordinates(day: str, ids: tuple[str, ...], beside: list[str]) -> None:
    docket = _scene(day, *ids).docket("2021-12-31")
    assert [agency for _, agency in docket.coordinators] == beside


def test_of_some_agencies_only() -> None:
    docket = _scene("2021-06-30", "cu", "a").docket("2021-12-31")
    assert [each for _, each in docket.coordinators] == ["cu", "a"]
    for mine in ("cu", "a"):
        found = docket.of(frozenset({an_id(mine)})).coordinators
        assert [each for _, each in found] == [mine]


def test_of_a_request_those_alone_of_whom_it_is_made() -> None:
    """Also among who coordinates; each request by itself."""
    plan = a_plan(an_item("1", {"on_request": "true"}, lead=["a"], coordinate=["cu", "het"]))
    asked: list[Mapping] = [
        {"item": "1", "due": "2021-05-31"},
        {"item": "1", "due": "2021-06-15", "agencies": ["a", "het"]},
        {"item": "1", "due": "2021-06-20", "agencies": ["so"]},
    ]
    docket = Scene(plan, REGISTRY, some_decisions(requests=asked)).docket("2021-12-31")
    found = [(demand.period, agency) for demand, agency in docket.coordinators]
    assert found == [
        ("2021-05-31", "cu"),
        ("2021-05-31", "het"),
        ("2021-06-15", "het"),
        ("2021-06-20", "cu"),
    ]
    owed = [(each.key.period, each.agency) for each in docket.obligations]
    assert owed == [("2021-05-31", "a"), ("2021-06-15", "a")]
