"""A report that is amended after its due day is told, and formatting is no amendment."""

from datetime import date

import pytest

from checks.histories_checked import BC, ENTRY, FIRST, found, said
from run.repositories import STC, TODAY, Depot, edited, filed

pytestmark = pytest.mark.usefixtures("nothing_of_this_machine")


def amended(depot: Depot, *texts: tuple[str, str], as_of: date = TODAY) -> list[str]:
    """Return what is said of the yearly report after these versions of its file."""
    depot.commit("2022-11-25", {BC: FIRST})
    for day, text in texts:
        depot.commit(day, {BC: text})
    findings = found(depot, "KH508", as_of=as_of)
    assert {each.place.file for each in findings} <= {BC}
    return [each for each in said(findings) if each.split()[2] == "1"]


AFTER = "2022-12-02T00:00:00+07:00"
BEFORE = "2022-12-01T23:59:59+07:00"
HEADER = edited(FIRST, "1/BC", "2/BC")
NIL = edited(FIRST, "period: 2022}", "period: 2022, nil: true}")


@pytest.mark.parametrize("text", [HEADER, ENTRY, NIL])
def test_header_or_own_entry_amended(depot: Depot, text: str) -> None:
    assert amended(depot, (AFTER, text)) == [f"KH508 {STC} 1 2022"]


@pytest.mark.parametrize("text", [HEADER, ENTRY, NIL])
def test_amended_to_the_last_second_of_the_due_day(depot: Depot, text: str) -> None:
    assert amended(depot, (BEFORE, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"# ghi chú\n{FIRST}",
        FIRST.replace("\n", "\r\n"),
        edited(FIRST, "document: {number: 1/BC, date: 2022-11-25}",
               'document:\n  date: "2022-11-25"\n  number: 1/BC'),
        edited(FIRST, '{item: "1", period: 2022}', '{period: "2022", item: "1"}'),
        edited(FIRST, "status: done}", "status: done, note: Việc khác}"),
        edited(FIRST, "reports:\n", 'reports:\n  - {item: "1", period: 2023}\n'),
    ],
)  # fmt: skip
def test_formatting_order_and_other_entries_do_not_matter(depot: Depot, text: str) -> None:
    assert amended(depot, (AFTER, text)) == []


def test_change_and_back_does_not_matter(depot: Depot) -> None:
    assert amended(depot, (AFTER, ENTRY), ("2022-12-05", FIRST)) == []


def test_not_amended_yet_at_the_day_judged(depot: Depot) -> None:
    assert amended(depot, ("2022-12-20", ENTRY), as_of=date(2022, 12, 19)) == []


def test_first_come_after_the_due_day_is_late_and_not_amended(depot: Depot) -> None:
    depot.commit("2022-12-05", {BC: FIRST})
    depot.commit("2022-12-06", {BC: ENTRY})
    assert said(found(depot, "KH508")) == []


def test_moved_file_is_not_amended_unless_it_is(depot: Depot) -> None:
    depot.commit("2022-11-25", {BC: FIRST})
    other = f"submissions/{STC}/khac.yaml"
    depot.commit("2022-12-05", {BC: None, other: FIRST})
    assert found(depot, "KH508") == []
    after = depot.commit("2022-12-06", {other: ENTRY})
    depot.commit("2022-12-07", {other: f"# ghi chú\n{ENTRY}"})
    (only,) = found(depot, "KH508")
    assert only.place.file == other
    assert only.values["after"] == after[:10]


def test_two_files_that_say_it_differently_are_not_an_amendment(depot: Depot) -> None:
    """Both stood there when it was due; reformatting the one changes neither."""
    depot.commit("2022-11-24", {BC: FIRST})
    depot.commit("2022-11-25", filed(STC, 2022, name="khac", number="7/BC"))
    depot.commit("2022-12-06", {BC: f"# ghi chú\n{FIRST}"})
    assert found(depot, "KH508") == []


def test_hint_shows_the_difference(depot: Depot) -> None:
    before = depot.commit("2022-11-25", {BC: FIRST})
    after = depot.commit("2022-12-05", {BC: ENTRY})
    depot.commit("2022-12-06", {BC: f"# ghi chú\n{ENTRY}"})
    (only,) = found(depot, "KH508")
    assert f"git diff {before[:10]} {after[:10]} -- data/{BC}" in only.hint("en")
    assert (only.place.file, only.place.route) == (BC, ("reports", 0))


def test_a_hint_runs_nothing_of_a_files_name(depot: Depot) -> None:
    odd = BC.replace("bc", "a;touch OWNED;b")
    before = depot.commit("2022-11-25", {odd: FIRST})
    after = depot.commit("2022-12-05", {odd: ENTRY})
    (amended,) = found(depot, "KH508")
    assert f"git diff {before[:10]} {after[:10]} -- 'data/{odd}'" in amended.hint("en")
    depot.commit("2022-12-06", {odd: None})
    gone = found(depot, "KH507")
    assert gone
    assert all(f":'data/{odd}'" in each.hint("en") for each in gone)
