"""Who owes: groups as they stood on the due day, bodies named by themselves, and who came after them."""

from collections.abc import Iterable, Mapping
from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene, a_filing, a_plan, a_registry, an_item, done
from kehoach.model.agencies import Registry
from verdicts.laws.drawn import DAYS, laws

BODIES = "abcdef"
GROUP_IDS = ("g1", "g2", "g3")
FIRST, LAST = D("2021-01-01"), D("2022-12-31")


@st.composite
def bodies(draw: st.DrawFn, id_: str) -> dict[str, Any]:
    """Draw a body that may begin and end, with any successors."""
    begins, ends = (draw(st.one_of(st.none(), DAYS)) for _ in range(2))
    valid = {key: str(day) for key, day in (("from", begins), ("to", ends)) if day}
    heirs = draw(st.lists(st.sampled_from(BODIES), max_size=2, unique=True)) if ends else []
    parent = draw(st.one_of(st.none(), st.sampled_from(BODIES)))
    return {
        "id": id_, "name": id_, "valid": valid, "successors": [each for each in heirs if each != id_],
        **({"parent": parent} if parent and parent != id_ else {}),
    }  # fmt: skip


MEMBERS = st.lists(st.sampled_from([*BODIES, *GROUP_IDS]), max_size=5)
"""Groups may hold groups, one another and themselves."""


@st.composite
def registries(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Draw bodies and groups as they stand in a file."""
    groups = [{"id": id_, "name": id_, "members": draw(MEMBERS)} for id_ in GROUP_IDS]
    return [draw(bodies(id_)) for id_ in BODIES], groups


Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def _stands(body: Mapping[str, Any], day: date) -> bool:
    """Say, by its words, whether a body exists on a day; both ends are inclusive."""
    valid = body["valid"]
    return D(valid.get("from", "0001-01-01")) <= day <= D(valid.get("to", "9999-12-31"))


def _closed(start: Iterable[str], follow: Mapping[str, Iterable[str]]) -> set[str]:
    """Return everything that can be reached, by adding until nothing more is found."""
    found = set(start)
    while more := {other for each in found for other in follow.get(each, ())} - found:
        found |= more
    return found


def _members(drawn: Drawn, group: str, day: date) -> set[str]:
    """Return who stands in a group on a day, the groups in it opened."""
    known = {body["id"]: body for body in drawn[0]}
    within = _closed([group], {each["id"]: each["members"] for each in drawn[1]})
    return {id_ for id_ in within & known.keys() if _stands(known[id_], day)}


def _registry(drawn: Drawn) -> Registry:
    return a_registry(*drawn[0], groups=drawn[1])


def _duties(drawn: Drawn, **roles: Any) -> list[tuple[str, str]]:
    """Return who owes a task that is due at the end of 2021, each as often as it owes it, and as what."""
    plan = a_plan(an_item(deadline={"within": "2021"}, **roles), last=str(LAST))
    docket = Scene(plan, _registry(drawn)).docket(LAST)
    return [(each.agency, each.role) for each in docket.obligations]


def _owing(drawn: Drawn, **roles: Any) -> list[str]:
    """Return who owes it."""
    return [agency for agency, _ in _duties(drawn, **roles)]


DUE = D("2021-12-31")


@laws
@given(registries(), st.sampled_from(GROUP_IDS), DAYS)
def test_a_group_is_who_stands_in_it_on_the_day(drawn: Drawn, group: str, day: date) -> None:
    """Also through groups that hold one another; each body once, in the registry's order."""
    found = _registry(drawn).members_on(group, day)
    assert sorted(found) == sorted(_members(drawn, group, day))
    for body in BODIES:
        assert _registry(drawn).includes(group, body, day) == (body in found)


@laws
@given(registries(), st.sampled_from(GROUP_IDS))
def test_a_group_owes_as_it_stands_on_the_due_day(drawn: Drawn, group: str) -> None:
    """A member that has ended by then owes nothing, one that comes later neither."""
    assert sorted(_owing(drawn, implement=[group])) == sorted(_members(drawn, group, DUE))


@laws
@given(registries(), st.sampled_from(BODIES))
def test_a_body_that_is_named_itself_owes_from_its_birth_on(drawn: Drawn, body: str) -> None:
    """Also where it has ended: what was laid on it by name is not lost."""
    valid = next(each["valid"] for each in drawn[0] if each["id"] == body)
    born = D(valid.get("from", "0001-01-01")) <= DUE
    assert _owing(drawn, lead=[body]) == [body] * born


@laws
@given(registries(), MEMBERS.filter(bool), MEMBERS.filter(bool), MEMBERS)
def test_whoever_is_named_twice_owes_once(
    drawn: Drawn, lead: list[str], implement: list[str], coordinate: list[str]
) -> None:
    """As a leader before an implementer; who only coordinates owes nothing."""
    duties = _duties(drawn, lead=lead, implement=implement, coordinate=coordinate)
    both = [*_duties(drawn, lead=lead), *_duties(drawn, implement=implement)]
    first: dict[str, str] = {}
    for agency, role in both:
        first.setdefault(agency, role)
    assert sorted(duties) == sorted(first.items())


@laws
@given(registries(), MEMBERS.filter(bool), st.randoms())
def test_neither_order_nor_repetition_lays_more_on_anybody(
    drawn: Drawn, named: list[str], random: Random
) -> None:
    mixed = random.sample(named * 2, len(named) * 2)
    assert sorted(_owing(drawn, implement=mixed)) == sorted(_owing(drawn, implement=named))


@laws
@given(registries(), st.sampled_from(GROUP_IDS), DAYS)
def test_a_group_in_a_group_is_its_members(drawn: Drawn, group: str, day: date) -> None:
    """Written out one by one they are the same."""
    within = _closed([group], {each["id"]: each["members"] for each in drawn[1]}) & {*BODIES}
    flat = [{"id": "phang", "name": "?", "members": sorted(within)}]
    flat_members = a_registry(*drawn[0], groups=[*drawn[1], *flat]).members_on("phang", day)
    assert {*flat_members} == {*_registry(drawn).members_on(group, day)}


@laws
@given(registries(), st.sampled_from(BODIES), DAYS)
def test_in_a_body_s_place_stand_its_heirs_that_exist(drawn: Drawn, body: str, day: date) -> None:
    """Step by step through those that have ended; itself where it has not; nobody before its birth."""
    known = {each["id"]: each for each in drawn[0]}
    born = {id_ for id_, each in known.items() if D(each["valid"].get("from", "0001-01-01")) <= day}
    ended = {id_ for id_ in born if not _stands(known[id_], day)}
    follow = {id_: [heir for heir in known[id_]["successors"] if heir in born] for id_ in ended}
    wanted = _closed([body], follow) - ended if body in born else set()
    assert {*_registry(drawn).heirs_on(body, day)} == wanted


@laws
@given(registries(), st.sampled_from(BODIES))
def test_below_a_body_is_everybody_whose_parents_lead_to_it(drawn: Drawn, body: str) -> None:
    children: dict[str, list[str]] = {}
    for each in drawn[0]:
        children.setdefault(each.get("parent", ""), []).append(each["id"])
    assert {*_registry(drawn).below(body)} == _closed([body], children) - {body}


@laws
@given(registries(), st.sampled_from(GROUP_IDS), DAYS)
def test_no_debt_is_lost_with_a_body(drawn: Drawn, group: str, as_of: date) -> None:
    """Whoever owes it at the date stands in its place, or it is shown as nobody's."""
    plan = a_plan(an_item(deadline={"within": "2021-06"}, implement=[group]), last=str(LAST))
    registry = _registry(drawn)
    for each in Scene(plan, registry).verdicts(as_of):
        heirs = registry.heirs_on(each.obligation.agency, as_of)
        assert each.heirless or each.agency in heirs
        assert (each.agency == each.obligation.agency) == (each.inherited_from is None)


@laws
@given(registries(), st.sampled_from(GROUP_IDS), st.sampled_from(BODIES), DAYS)
def test_what_a_body_delivered_stays_its_own(
    drawn: Drawn, group: str, body: str, as_of: date
) -> None:
    """It was done while it existed: nobody inherits it."""
    plan = a_plan(an_item(deadline={"within": "2021-06"}, implement=[group]), last=str(LAST))
    told = a_filing(body, str(FIRST), tasks=[done()])
    verdicts = Scene(plan, _registry(drawn), filings=(told,)).verdicts(as_of)
    own = [each for each in verdicts if each.obligation.agency == body]
    assert all(each.done and each.agency == body for each in own)


@laws
@given(st.permutations(BODIES), st.integers(1, 5), st.integers(0, 5))
def test_each_body_has_the_day_of_the_deadline_that_names_it_nearest(
    order: list[str], named: int, alone: int
) -> None:
    """“Cấp xã trước 20/8; riêng xã A trước 25/8”: itself before its group, a group before all others."""
    group, one = order[:named], order[alone]
    rules: list[dict[str, Any]] = [
        {"by": "2021-08-20", "agencies": ["nhom"]},
        {"by": "2021-08-25", "agencies": [one]},
        {"by": "2021-08-31"},
    ]
    item = an_item(deadline=rules, implement=[*BODIES])
    registry = a_registry(*BODIES, groups=[{"id": "nhom", "name": "?", "members": group}])
    docket = Scene(a_plan(item, last=str(LAST)), registry).docket(LAST)
    found = {each.agency: str(each.due) for each in docket.obligations}
    assert len(docket.obligations) == len(BODIES)
    for body in BODIES:
        nearest = "2021-08-25" if body == one else "2021-08-20" if body in group else "2021-08-31"
        assert found[body] == nearest  # type: ignore[index]  # an id
