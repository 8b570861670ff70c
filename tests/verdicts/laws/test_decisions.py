"""What the office decides: more time is never less, and a decision binds whom and what it names."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from builders import D
from kehoach.words.statuses import Status
from verdicts.laws.drawn import (
    AGENCIES,
    DAYS,
    DECIDED,
    FILES,
    ITEMS,
    Entry,
    Told,
    View,
    a_decision,
    entries,
    laws,
    letter,
    scene,
    seen,
)

DAY = timedelta(days=1)
Decisions = dict[str, list[Entry]]
S = Status
BINDING = [id_ for id_ in ITEMS if id_ not in ("dn", "aim", "tx", "cho")]
TIME_GIVEN = st.sampled_from(["extensions", "pauses"])
KINDS = ("extensions", "waivers", "returns", "pauses")
KIND = st.sampled_from(KINDS)


def _seen(
    told: Sequence[Told], decided: Decisions, as_of: date
) -> dict[tuple[str, str, str], View]:
    return seen(scene([*ITEMS], told, decided), as_of)


def _with(decided: Decisions, kind: str, one: Entry) -> Decisions:
    return {**decided, kind: [*decided.get(kind, []), one]}


def _about(said: Entry) -> Entry:
    """Return what makes a decision be of an entry, of whoever filed it."""
    return {key: said[key] for key in ("item", "period")} | {"agencies": []}


def _badness(view: View) -> int:
    """Return how much a status is held against somebody: late is worse than in time, overdue the worst."""
    return (
        [S.DONE_LATE, S.OVERDUE].index(view.status) + 1
        if view.status in (S.DONE_LATE, S.OVERDUE)
        else 0
    )


@laws
@given(FILES, DECIDED, DAYS, a_decision("extensions"))
def test_an_extension_more_is_held_against_nobody(
    told: list[Told], decided: Decisions, as_of: date, one: Entry
) -> None:
    """Whatever day it names: no due day comes earlier, and no verdict gets worse."""
    before, after = (
        _seen(told, decided, as_of),
        _seen(told, _with(decided, "extensions", one), as_of),
    )
    for at, was in before.items():
        now = after[at]
        assert (now.due is None) == (was.due is None)
        assert now.due is None or was.due is None or now.due >= was.due
        assert _badness(now) <= _badness(was)


@laws
@given(FILES, DAYS, a_decision("extensions"), st.integers(0, 300))
def test_more_time_extends_further(told: list[Told], as_of: date, one: Entry, more: int) -> None:
    """The same letter with a later day: no due day earlier than by the first."""
    later = {**one, "due": str(D(one["due"]) + more * DAY)}
    short, long = (_seen(told, {"extensions": [each]}, as_of) for each in (one, later))
    for at, was in short.items():
        due = long[at].due
        assert was.due is None or (due is not None and due >= was.due)


@laws
@given(FILES, DECIDED, DAYS, a_decision("pauses"))
def test_a_pause_more_makes_nobody_later(
    told: list[Told], decided: Decisions, as_of: date, one: Entry
) -> None:
    before, after = _seen(told, decided, as_of), _seen(told, _with(decided, "pauses", one), as_of)
    for at, was in before.items():
        now = after[at]
        assert _badness(now) <= _badness(was)
        if was.days is not None and now.days is not None and was.status is now.status:
            assert now.days <= was.days


@laws
@given(FILES, DECIDED, DAYS, KIND, st.data())
def test_a_decision_binds_only_whom_and_what_it_names(
    told: list[Told], decided: Decisions, as_of: date, kind: str, data: st.DataObject
) -> None:
    """Of the report that covers it, continuous work says whether it is covered: it may turn with it."""
    one = data.draw(a_decision(kind))
    named = {"tat-ca": "abc"}.get("".join(one["agencies"]), "".join(one["agencies"])) or "abcd"
    before, after = _seen(told, decided, as_of), _seen(told, _with(decided, kind, one), as_of)
    for (item, agency, period), was in before.items():
        meant = item == one["item"] and agency in named
        follows = agency in named and one["item"] == "bc"
        other = meant and one.get("period") not in (None, period)
        if other or not (meant or follows):
            assert after[item, agency, period] == was


@laws
@given(FILES, DAYS, KIND, st.data())
def test_a_group_is_its_members_and_all_is_everybody(
    told: list[Told], as_of: date, kind: str, data: st.DataObject
) -> None:
    """Decided for the group, for each of its members by name, or for nobody in particular."""
    one = data.draw(a_decision(kind))
    views = [
        _seen(told, {kind: [{**one, "agencies": whose}]}, as_of)
        for whose in (["tat-ca"], ["a", "b", "c"], [])
    ]
    assert views[0] == views[1] == views[2]


@laws
@given(FILES, DAYS, KIND, st.data())
def test_a_decision_may_be_one_letter_or_one_for_each(
    told: list[Told], as_of: date, kind: str, data: st.DataObject
) -> None:
    one = data.draw(a_decision(kind))
    each = [{**one, "agencies": [whose]} for whose in "abc"]
    at_once = {**one, "agencies": ["a", "b", "c"]}
    assert _seen(told, {kind: each}, as_of) == _seen(told, {kind: [at_once]}, as_of)


@laws
@given(FILES, DECIDED, DAYS, KIND, st.data())
def test_a_decision_told_twice_decides_nothing_more(
    told: list[Told], decided: Decisions, as_of: date, kind: str, data: st.DataObject
) -> None:
    one = data.draw(a_decision(kind))
    once = _with(decided, kind, one)
    assert _seen(told, _with(once, kind, one), as_of) == _seen(told, once, as_of)


@laws
@given(FILES, DECIDED, DAYS, st.fixed_dictionaries({kind: a_decision(kind) for kind in KINDS}))
def test_a_letter_of_tomorrow_decides_nothing_today(
    told: list[Told], decided: Decisions, as_of: date, each: dict[str, Entry]
) -> None:
    """Not of what was filed either, whoever filed it."""
    now = _seen(told, decided, as_of)
    for kind, drawn in each.items():
        for about in ({}, *(_about(said) for file in told for said in file.said[:1])):
            one = {**drawn, **about, **letter(str(as_of + DAY))}
            if "date" in one:  # what goes back goes back no sooner
                one["date"] = str(max(as_of + DAY, D(one["date"])))
            assert _seen(told, _with(decided, kind, one), as_of) == now


@laws
@given(FILES, DECIDED, DAYS, KIND, st.sampled_from(["number", "date"]), st.data())
def test_a_decision_without_its_document_never_counts(
    told: list[Told], decided: Decisions, as_of: date, kind: str, lacking: str, data: st.DataObject
) -> None:
    """Not without a number, and not without a day: anybody could write it."""
    one = data.draw(a_decision(kind))
    document = {key: value for key, value in one["document"].items() if key != lacking}
    bare = {**one, "document": document}
    assert _seen(told, _with(decided, kind, bare), as_of) == _seen(told, decided, as_of)


@laws
@given(FILES, DAYS, a_decision("waivers"), st.one_of(st.none(), DAYS))
def test_what_is_waived_is_waived_from_its_letter_to_its_end(
    told: list[Told], as_of: date, one: Entry, until: date | None
) -> None:
    """Also what was done: it is no longer asked. Before the letter and after its end it counts."""
    waiver = {**one, **({"until": str(until)} if until else {})}
    before, after = _seen(told, {}, as_of), _seen(told, {"waivers": [waiver]}, as_of)
    holds = D(one["document"]["date"]) <= as_of and (until is None or as_of <= until)
    whose = one["agencies"] or [*"abcd"]
    whose = [*"abc"] if whose == ["tat-ca"] else whose
    for (item, agency, period), was in before.items():
        meant = item == one["item"] and agency in whose and one.get("period", period) == period
        now = after[item, agency, period]
        assert (now.status is S.WAIVED) == (holds and meant)
        if not holds:
            assert now == was


@laws
@given(FILES, DECIDED, DAYS, a_decision("returns"))
def test_a_return_is_no_favour(
    told: list[Told], decided: Decisions, as_of: date, one: Entry
) -> None:
    """Sent back, nothing is better than it was: what was done is at best done again, later."""
    assume(one["item"] in BINDING and "pauses" not in decided)
    before, after = _seen(told, decided, as_of), _seen(told, _with(decided, "returns", one), as_of)
    for at, was in before.items():
        now = after[at]
        if was.status.done:
            assert not now.status.done or (now.days or 0) >= (was.days or 0)
        elif at[0] != "tx":
            assert not now.status.done


@laws
@given(
    AGENCIES, DAYS, st.integers(1, 200), st.integers(0, 200), st.integers(0, 20),
    entries(st.just("bc")),
)  # fmt: skip
def test_a_report_sent_back_counts_again_from_the_day_it_comes_again(
    agency: str, sent: date, back: int, again: int, ago: int, entry: Entry
) -> None:
    """Until then it has not come, nor before it went back was it gone, whenever the letter was written.

    The first day on which it came again is the one that counts.
    """
    returned, anew = sent + back * DAY, sent + (back + 1 + again) * DAY
    one = {"item": "bc", "period": entry["period"], "agencies": [agency], "reason": "thiếu",
           "date": str(returned), **letter(str(returned - ago * DAY))}  # fmt: skip
    files = [Told(agency, str(day), (entry,)) for day in (sent, anew)]
    at = ("bc", agency, entry["period"])
    counts = {returned - DAY: sent, returned: None, anew - DAY: None, anew: anew}
    for day, received in counts.items():
        found = seen(scene(["bc"], files, {"returns": [one]}), day).get(at)
        assert found is None or (found.status.done, found.received) == (bool(received), received)


@laws
@given(FILES, DAYS, a_decision("returns"))
def test_nothing_is_sent_back_that_had_not_come(told: list[Told], as_of: date, one: Entry) -> None:
    """A return of what nobody sent turns no verdict: it is a finding."""
    about = [each for each in told if not any(said["item"] == one["item"] for said in each.said)]
    assume(one["item"] not in ("tx", "bc"))
    statuses = [
        {at: (said.status, said.days) for at, said in _seen(about, decided, as_of).items()}
        for decided in ({}, {"returns": [one]})
    ]
    assert statuses[0] == statuses[1]


@laws
@given(FILES, DECIDED, DAYS, DAYS)
def test_an_event_starts_the_clock_on_its_own_day(
    told: list[Told], decided: Decisions, as_of: date, happened: date
) -> None:
    """“sau khi …”: it waits until the letter that tells of the event, and whose day the event has."""
    decided = {
        **decided,
        "events": [{"id": "su-kien", "date": str(happened), **letter(str(happened))}],
    }
    view = _seen(told, decided, as_of)["cho", "b", "once"]
    silent = _seen(told, {**decided, "events": []}, as_of)["cho", "b", "once"]
    if as_of < happened:
        assert view == silent
    assert view.status is not S.WAITING or as_of < happened
    assert silent.due is None
