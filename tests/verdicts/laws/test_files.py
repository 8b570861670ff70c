"""What is filed counts by what it says: not by how many files say it, by their names, or their order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import D, Scene, a_book, a_filing, a_plan, a_registry, an_item
from kehoach.verdicts.assessment import Reason
from kehoach.words.statuses import Status
from verdicts.laws.drawn import (
    AGENCIES,
    DAYS,
    DECIDED,
    FILES,
    GROUPS,
    ITEMS,
    RECORDED,
    REPORTS,
    SCENES,
    TOLD,
    Entry,
    Told,
    entries,
    filed,
    filings,
    laws,
    scene,
    seen,
)


def _shuffled(random: Random, of: Any) -> list[Any]:
    return random.sample(list(of), len(of))


@laws
@given(FILES, DECIDED, DAYS, st.randoms())
def test_the_order_of_entries_in_a_file_means_nothing(
    told: list[Told], decided: dict[str, list[Entry]], as_of: date, random: Random
) -> None:
    mixed = [each._replace(said=tuple(_shuffled(random, each.said))) for each in told]
    assert seen(scene([*ITEMS], mixed, decided), as_of) == seen(
        scene([*ITEMS], told, decided), as_of
    )


@laws
@given(FILES, DECIDED, DAYS, st.randoms())
def test_the_order_and_the_names_of_files_mean_nothing(
    told: list[Told], decided: dict[str, list[Entry]], as_of: date, random: Random
) -> None:
    """They are numbered in another order, so that each bears another's name."""
    mixed = scene([*ITEMS], _shuffled(random, told), decided)
    assert seen(mixed, as_of) == seen(scene([*ITEMS], told, decided), as_of)


@laws
@given(FILES, DECIDED, RECORDED, DAYS)
def test_a_file_that_is_there_twice_says_nothing_more(
    told: list[Told], decided: dict[str, list[Entry]], recorded: list[Entry], as_of: date
) -> None:
    once, twice = (scene([*ITEMS], files, decided, recorded) for files in (told, told * 2))
    assert seen(twice, as_of) == seen(once, as_of)


@laws
@given(FILES, DECIDED, DAYS)
def test_an_entry_that_is_there_twice_says_nothing_more(
    told: list[Told], decided: dict[str, list[Entry]], as_of: date
) -> None:
    twice = [each._replace(said=each.said * 2) for each in told]
    assert seen(scene([*ITEMS], twice, decided), as_of) == seen(
        scene([*ITEMS], told, decided), as_of
    )


@laws
@given(FILES, DECIDED, DAYS)
def test_a_file_may_be_split_into_one_for_each_entry(
    told: list[Told], decided: dict[str, list[Entry]], as_of: date
) -> None:
    """And several of one letter joined: a receipt belongs to the report, not to the file."""
    parts = [each._replace(said=(entry,)) for each in told for entry in each.said]
    assert seen(scene([*ITEMS], parts, decided), as_of) == seen(
        scene([*ITEMS], told, decided), as_of
    )


@laws
@given(SCENES, DAYS, st.randoms())
def test_the_order_of_decisions_and_of_the_book_means_nothing(
    scene: Scene, as_of: date, random: Random
) -> None:
    told = scene.decisions
    kinds = ("extensions", "waivers", "returns", "pauses")
    mixed = {kind: tuple(_shuffled(random, getattr(told, kind))) for kind in kinds}
    receipts = tuple(_shuffled(random, scene.book.receipts))
    other = replace(
        scene,
        decisions=told.model_copy(update=mixed),
        book=scene.book.model_copy(update={"receipts": receipts}),
    )
    assert seen(other, as_of) == seen(scene, as_of)


@laws
@given(SCENES, DAYS, st.randoms())
def test_the_order_of_items_agencies_and_members_means_nothing(
    scene: Scene, as_of: date, random: Random
) -> None:
    """Only the order in which they are shown."""
    items = (ITEMS[each.id] for each in _shuffled(random, scene.plan.items))
    mixed_plan = a_plan(*items, last="2022-12-31", reporting="bc")
    members = [{**GROUPS[0], "members": _shuffled(random, "abc")}]
    registry = a_registry(*_shuffled(random, "abcd"), groups=members)
    assert seen(replace(scene, plan=mixed_plan, registry=registry), as_of) == seen(scene, as_of)


@laws
@given(SCENES, DAYS, TOLD)
def test_what_another_agency_files_changes_nothing_of_others(
    scene: Scene, as_of: date, told: Told
) -> None:
    more = replace(scene, filings=(*scene.filings, filed(told.agency, told.day, 99, told.said)))
    before, after = seen(scene, as_of), seen(more, as_of)
    assert before.keys() == after.keys()
    assert all(after[at] == said for at, said in before.items() if at[1] != told.agency)


@laws
@given(SCENES, DAYS, TOLD)
def test_an_agency_that_owes_nothing_changes_nothing(scene: Scene, as_of: date, told: Told) -> None:
    """A body more in the registry, with files of its own, in no group."""
    registry = a_registry(*"abcde", groups=GROUPS)
    theirs = filed("e", told.day, 99, told.said)
    more = replace(scene, registry=registry, filings=(*scene.filings, theirs))
    assert seen(more, as_of) == seen(scene, as_of)


@laws
@given(SCENES, DAYS, st.sampled_from(["task", "report"]))
def test_an_item_more_changes_nothing_of_the_others(scene: Scene, as_of: date, kind: str) -> None:
    new = an_item("khac", {"every": "year"}, kind, implement=["tat-ca"])
    items = [ITEMS[each.id] for each in scene.plan.items]
    more = replace(scene, plan=a_plan(new, *items, last="2022-12-31", reporting="bc"))
    after = seen(more, as_of)
    assert {at: said for at, said in after.items() if at[0] != "khac"} == seen(scene, as_of)


SILENT: dict[str, Callable[[Told], dict[str, Any]]] = {
    "draft": lambda _: {"draft": "true"},
    "of another plan": lambda _: {"plan": "08"},
    "in another's folder": lambda told: {"folder": "b" if told.agency == "a" else "a"},
}


@laws
@given(SCENES, DAYS, TOLD, st.sampled_from(sorted(SILENT)))
def test_what_is_not_sent_here_says_nothing(
    scene: Scene, as_of: date, told: Told, why: str
) -> None:
    """A draft, a file of another plan, a file in another agency's folder: until it is moved."""
    one = filed(told.agency, told.day, 99, told.said)
    other = SILENT[why](told)
    folder = other.pop("folder", one.folder)
    submission = one.submission.model_copy(
        update={key: value == "true" or value for key, value in other.items()}
    )
    silent = one._replace(folder=folder, submission=submission)
    assert seen(replace(scene, filings=(*scene.filings, silent)), as_of) == seen(scene, as_of)


@laws
@given(SCENES, DAYS, AGENCIES, st.sampled_from([{"item": "la"}, {"item": "bc", "period": "1999"}]))
def test_an_entry_that_names_nothing_of_the_plan_fulfils_nothing(
    scene: Scene, as_of: date, agency: str, entry: Entry
) -> None:
    """Nobody guesses what was meant; it is a finding, and no verdict."""
    vain = a_filing(agency, "2021-03-01", reports=[entry], file="submissions/x.yaml")
    assert seen(replace(scene, filings=(*scene.filings, vain)), as_of) == seen(scene, as_of)


NEAR = st.integers(-2, 2).map(lambda days: D("2021-05-30") + timedelta(days))
"""Days about a due day, on which a day more or less decides."""


@laws
@given(st.lists(st.tuples(AGENCIES, DAYS | NEAR), max_size=8), DAYS | NEAR)
def test_a_report_is_judged_by_the_first_day_on_which_it_came(
    sent: list[tuple[str, date]], as_of: date
) -> None:
    """By a second judge, of one report that is due on 30 May 2021: nothing else of it matters."""
    entry = {"item": "bc", "period": "2021-H1"}
    files = [Told(agency, str(day), (entry,)) for agency, day in sent]
    found = seen(scene(["bc"], files), as_of)
    due = D("2021-05-30")
    for agency in "abc":
        came = [day for whose, day in sent if whose == agency and day <= as_of]
        verdict = found["bc", agency, "2021-H1"]
        day = min(came, default=as_of)
        late = (day - due).days
        words = ("done_late", "done_on_time") if came else ("overdue", "in_term")
        assert (verdict.status.value, verdict.days) == (words[late <= 0], late)
        assert verdict.reason is (Reason.RECEIVED if came else Reason.NOTHING_CAME)


@laws
@given(st.lists(st.tuples(DAYS, DAYS), max_size=4), st.lists(DAYS, max_size=3), DAYS)
def test_the_book_dates_what_it_names_and_the_file_only_the_rest(
    declared: list[tuple[date, date]], received: list[date], as_of: date
) -> None:
    """It wins both ways, by its first entry; and counts without any file."""
    entry = {"item": "bc", "period": "2021-H1"}
    files = [Told("a", str(day), (entry,)) for day, _ in declared]
    book = [{"agency": "a", "received": str(day), **entry} for day in received]
    found = seen(scene(["bc"], files, None, book), as_of)["bc", "a", "2021-H1"]
    days = received or [day for day, _ in declared]
    came = min(days, default=None)
    if came is None or came > as_of:
        assert found.status in (Status.IN_TERM, Status.OVERDUE)
    else:
        assert (found.received, found.days) == (came, (came - D("2021-05-30")).days)


@laws
@given(FILES, DAYS, DAYS)
def test_a_letter_the_book_knows_is_as_old_as_the_book_says(
    told: list[Told], received: date, as_of: date
) -> None:
    """An entry that names no item dates all that the agency's letter of that number says."""
    files = filings(told)
    letters = [
        {"agency": each.submission.agency, "received": str(received),
         "document": {"number": each.submission.document.number, "date": told[number].day}}
        for number, each in enumerate(files)
    ]  # fmt: skip
    there = replace(scene([*ITEMS]), book=a_book(*letters), filings=files)
    moved = [each._replace(day=str(received)) for each in told]
    wanted = seen(scene([*ITEMS], moved), as_of)
    found = seen(there, as_of)
    assert found == wanted


@laws
@given(SCENES, DAYS, entries(st.sampled_from(REPORTS)), DAYS)
def test_one_report_more_of_one_agency_is_never_held_against_it(
    scene: Scene, as_of: date, entry: Entry, day: date
) -> None:
    """A report that came once more was received no later for that, and nothing of it is undone."""
    more = replace(scene, filings=(*scene.filings, filed("a", str(day), 99, [entry])))
    at = (entry["item"], "a", entry["period"])
    before, after = seen(scene, as_of).get(at), seen(more, as_of).get(at)
    if before and after and before.status.done:
        assert after.status.done
        assert (after.days or 0) <= (before.days or 0)
