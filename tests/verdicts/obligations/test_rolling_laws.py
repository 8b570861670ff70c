"""Where a due day comes to lie, of any kind of deadline: by days off looked up one by one."""

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from builders import a_plan, an_item, some_decisions
from kehoach.calendar import vietnam
from kehoach.verdicts.obligations import Demand, demands
from kehoach.verdicts.obligations.rolling import RolledBy
from model.laws.asked import DAYS, LENGTHS, MONTH_DAYS, laws
from model.laws.walked import DAY, off_in_vietnam, rolled

VIETNAM = vietnam()
END = 2027  # from then on nobody has decided which days are off
WAYS = st.sampled_from(["next", "previous", "none"])
FORWARD: st.SearchStrategy[dict[str, Any]] = st.one_of(
    DAYS.map(lambda day: {"by": str(day)}),
    DAYS.map(lambda day: {"before": str(day)}),
    DAYS.map(lambda day: {"within": f"{day:%Y-%m}"}),
    MONTH_DAYS.map(lambda day: {"every": "year", "by": day}),
    st.integers(1, 31).map(lambda day: {"every": "month", "by": {"day": str(day)}}),
    st.just({"every": "week"}),
    LENGTHS.map(lambda length: {"event": "hop", "plus": length}),
    st.just({"session": "2024-08"}),
)
BACK = LENGTHS.map(lambda length: {"event": "hop", "minus": length})


def _demands(rule: dict[str, Any], **policy: str) -> list[Demand]:
    plan = a_plan(an_item(deadline=rule), first="2022-03-01", last="2025-06-30", **policy)
    events = [{"id": "hop", "date": "2023-03-04", "time": "09:00"}]  # a Saturday
    asked = demands(plan, some_decisions(events=events), VIETNAM)
    return [each for each in asked if each.due and 2021 <= each.due.year <= 2026]


def _days(rule: dict[str, Any], **policy: str) -> list[date | None]:
    return [each.due for each in _demands(rule, **policy)]


@laws
@given(FORWARD, WAYS)
def test_a_day_off_gives_way_to_the_nearest_working_day(rule: dict[str, Any], way: str) -> None:
    """Art. 148.5 by the policy: that day itself where somebody works on it."""
    for each in _demands(rule, roll=way):
        assert each.term.nominal is not None
        assert each.due == rolled(each.term.nominal, way, off_in_vietnam)


@laws
@given(FORWARD)
def test_rolled_forth_is_never_earlier_and_rolled_back_never_later(rule: dict[str, Any]) -> None:
    """And the three ways agree where nobody is off; no working day lies between the outer two."""
    forth, none, back = (_demands(rule, roll=way) for way in ("next", "none", "previous"))
    for later, named, earlier in zip(forth, none, back, strict=True):
        assert later.due is not None
        assert named.due is not None
        assert earlier.due is not None
        assert earlier.due <= named.due <= later.due
        assert (earlier.due == later.due) == (not off_in_vietnam(named.due))
        between = range(1, (later.due - earlier.due).days)
        assert all(off_in_vietnam(earlier.due + n * DAY) for n in between)


@laws
@given(FORWARD, WAYS, WAYS)
def test_a_deadline_s_own_word_goes_before_the_plan_s(
    rule: dict[str, Any], policy: str, own: str
) -> None:
    assert _days({**rule, "roll": own}, roll=policy) == _days(rule, roll=own)


@laws
@given(BACK, WAYS)
def test_notice_is_never_shortened(rule: dict[str, Any], policy: str) -> None:
    """What is counted back rolls back under any policy that rolls at all."""
    for each in _demands(rule, roll=policy):
        assert each.term.nominal is not None
        assert each.due is not None
        assert each.due <= each.term.nominal
        way = "none" if policy == "none" else "previous"
        assert each.due == rolled(each.term.nominal, way, off_in_vietnam)


@laws
@given(BACK, WAYS, WAYS)
def test_counting_back_has_a_policy_of_its_own(
    rule: dict[str, Any], policy: str, counted_back: str
) -> None:
    """It says which way what is counted back rolls, and nothing of what is counted forth."""
    for each in _demands(rule, roll=policy, counted_back=counted_back):
        assert each.term.nominal is not None
        assert each.due == rolled(each.term.nominal, counted_back, off_in_vietnam)
    forth = {"event": "hop", "plus": rule["minus"]}
    assert _days(forth, roll=policy, counted_back=counted_back) == _days(forth, roll=policy)


@laws
@given(FORWARD, WAYS, st.sampled_from(["00:00", "09:00", "23:59"]))
def test_an_hour_stays_on_its_day(rule: dict[str, Any], policy: str, time: str) -> None:
    """“trước 16 giờ ngày …”: rolled it might come too late; a session that is assumed still rolls."""
    for each in _demands({**rule, "time": time}, roll=policy):
        if not each.term.assumed:
            assert each.due == each.term.nominal


@laws
@given(DAYS, WAYS, st.one_of(st.none(), WAYS))
def test_a_session_stays_on_the_day_it_was_held(day: date, policy: str, own: str | None) -> None:
    """Also on a Sunday, and whatever else is said: it was held on it."""
    rule = {"session": "2024", **({"roll": own} if own else {})}
    plan = a_plan(an_item(deadline=rule), first="2022-03-01", roll=policy)
    held = [{"item": "1", "period": "once", "date": str(day)}]
    (asked,) = demands(plan, some_decisions(sessions=held), VIETNAM)
    assert (asked.due, asked.rolling.by) == (day, RolledBy.SESSION)


@laws
@given(FORWARD, DAYS, st.booleans(), st.integers(0, 20))
def test_one_day_off_more_moves_only_what_is_due_on_it(
    rule: dict[str, Any], day: date, back: bool, number: int
) -> None:
    """A storm closes one day: what is due on it moves on, and nothing else."""
    assume("working" not in str(rule))
    way = "previous" if back else "next"
    plan = a_plan(an_item(deadline=rule), first="2022-03-01", last="2025-06-30", roll=way)
    events = some_decisions(events=[{"id": "hop", "date": "2023-03-04"}])
    before = demands(plan, events, VIETNAM)
    dues = sorted({each.due for each in before if each.due and each.due.year < END})
    if number and dues:  # a day at random is hardly ever one on which something is due
        day = dues[number % len(dues)]
    assume(not off_in_vietnam(day))
    after = demands(plan, events, VIETNAM.beside({day: "Bão"}, {}))
    for calm, stormy in zip(before, after, strict=True):
        if calm.due != day or not calm.rolled or calm.rolling.way == "none":
            assert stormy.due == calm.due
        else:
            assert stormy.due == rolled(day, way, lambda each: each == day or off_in_vietnam(each))


@laws
@given(FORWARD, st.permutations(["by", "every", "event"]))
def test_rules_of_one_item_are_asked_each_for_itself(
    rule: dict[str, Any], order: list[str]
) -> None:
    """Several deadlines come to the days that each comes to alone, in any order."""
    rules: dict[str, dict[str, Any]] = {
        "by": {"by": "2024-03-31"}, "every": {"every": "year", "by": "10-31"}, "event": rule,
    }  # fmt: skip
    several = _demands_of([rules[name] for name in order])
    alone = [due for each in rules.values() for due in _demands_of([each])]
    assert sorted(several) == sorted(alone)


def _demands_of(rules: list[dict[str, Any]]) -> list[date]:
    plan = a_plan(an_item(deadline=rules), first="2022-03-01", last="2025-06-30", roll="next")
    events = some_decisions(events=[{"id": "hop", "date": "2023-03-04"}])
    return [each.due for each in demands(plan, events, VIETNAM) if each.due]
