"""``kehoach diff``: what changed between two states (design, "Commands")."""

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builders import an_id
from kehoach.contract.schemas import schema_text
from kehoach.model.ids import ItemId, PlanId
from kehoach.periods import PeriodName
from kehoach.run import Question
from kehoach.run.changes import AlteredItem, Changes, MovedDeadline, changes
from kehoach.words import LANGUAGES
from run.repositories import PLAN, REGISTRY, SNV, STC, STP, Depot, decisions, edited, filed

EXTENSION = (
    'extensions item: "1", period: 2022, agencies: [so-noi-vu], due: 2022-12-20,'
    " document: {number: 5/CV, date: 2022-11-25}"
)
THIRD = '  - {id: "3", kind: task, title: Ba, text: Làm., lead: [so-tu-phap], deadline: {within: 2024}}\n'


def between(depot: Depot, first: str, second: str | None = None, on: date | None = None) -> Changes:
    """Return the changes between two revisions, or up to the folder as it is."""
    old = depot.ask(Question(on, rev=first, on_its_day=True))
    new = depot.ask(Question(on, rev=second, on_its_day=second is not None))
    return changes(old.reports, new.reports)


def named(verdicts: tuple[Any, ...]) -> list[str]:
    return sorted(
        f"{each.obligation.key.item} {each.agency} {each.obligation.key.period}"
        for each in verdicts
    )


def test_overdue_by_time_alone(depot: Depot) -> None:
    """1 December is past at the second commit; the first was made a day before it."""
    before = depot.commit("2022-11-30", filed(STC, 2022))
    after = depot.commit("2022-12-02")
    found = between(depot, before, after)
    assert named(found.newly_overdue) == [f"1 {SNV} 2022", f"1 {STP} 2022"]
    assert found._replace(newly_overdue=()) == Changes((), (), (), (), (), (), ())


def test_due_day_itself_is_not_overdue(depot: Depot) -> None:
    """The last day counts to 24:00."""
    before = depot.commit("2022-11-30")
    assert not between(depot, before, depot.commit("2022-12-01"))


def test_overdue_and_undone_by_a_withdrawn_report(depot: Depot) -> None:
    before = depot.commit("2022-12-05", filed(STC, 2022))
    after = depot.commit("2022-12-06", {f"submissions/{STC}/bc.yaml": None})
    found = between(depot, before, after)
    assert named(found.newly_overdue) == [f"1 {STC} 2022"]
    assert named(found.no_longer_delivered) == [f"1 {STC} 2022"]


def test_withdrawn_in_term_is_undone_but_not_overdue(depot: Depot) -> None:
    before = depot.commit("2022-11-05", filed(STC, 2022))
    after = depot.commit("2022-11-06", {f"submissions/{STC}/bc.yaml": None})
    found = between(depot, before, after)
    assert (found.newly_overdue, named(found.no_longer_delivered)) == ((), [f"1 {STC} 2022"])


def test_delivered_on_time_and_late(depot: Depot) -> None:
    before = depot.first
    depot.commit("2022-11-30", filed(STC, 2022, task="done"))
    found = between(depot, before, depot.commit("2022-12-05", filed(SNV, 2022)))
    assert named(found.newly_delivered) == [f"1 {SNV} 2022", f"1 {STC} 2022", f"2 {STC} once"]


def test_uncommitted_work_counts_against_the_folder_as_it_is(depot: Depot) -> None:
    depot.write(filed(STC, 2022))
    assert named(between(depot, "HEAD").newly_delivered) == [f"1 {STC} 2022"]


def test_both_states_at_one_day_where_it_is_given(depot: Depot) -> None:
    """``--as-of`` takes time out of the comparison."""
    before = depot.commit("2022-11-30")
    after = depot.commit("2022-12-02", filed(STC, 2022))
    found = between(depot, before, after, date(2022, 12, 5))
    assert found.newly_overdue == ()
    assert named(found.newly_delivered) == [f"1 {STC} 2022"]


def test_deadline_moved_in_the_plan_for_all(depot: Depot) -> None:
    """Before 02/12 is due on 1 December, before 11/12 on the 10th, in every year of the plan."""
    altered = {"plan_07.yaml": edited(PLAN, "before: 12-02", "before: 12-11")}
    found = between(depot, depot.first, depot.commit("2022-02-01", altered))
    assert found.moved_deadlines == tuple(
        MovedDeadline(
            PlanId("07"),
            ItemId("1"),
            PeriodName(str(year)),
            None,
            date(year, 12, 1),
            date(year, 12, 10),
        )
        for year in (2022, 2023, 2024)
    )
    assert found.items_altered == (AlteredItem(PlanId("07"), ItemId("1"), ("deadline",)),)


def test_deadline_moved_by_an_extension_for_one_agency(depot: Depot) -> None:
    after = depot.commit("2022-11-28", decisions(EXTENSION))
    found = between(depot, depot.first, after)
    moved = MovedDeadline(
        PlanId("07"),
        ItemId("1"),
        PeriodName("2022"),
        an_id(SNV),
        date(2022, 12, 1),
        date(2022, 12, 20),
    )
    assert found.moved_deadlines == (moved,)
    assert found.items_altered == ()


def test_extension_not_yet_decided_moves_nothing(depot: Depot) -> None:
    """Its document is of 25 November: judged at the 20th it is not known."""
    after = depot.commit("2022-11-20", decisions(EXTENSION))
    assert not between(depot, depot.first, after)


def test_periods_no_longer_asked_for(depot: Depot) -> None:
    """A yearly report made one of 2022 alone: two years' deadlines are no more."""
    altered = {"plan_07.yaml": edited(PLAN, "{every: year, before: 12-02}", "{by: 2022-12-01}")}
    found = between(depot, depot.first, depot.commit("2022-02-01", altered))
    gone = {str(each.period): each.after for each in found.moved_deadlines}
    assert {"2023", "2024"} <= set(gone)
    assert {gone["2023"], gone["2024"]} == {None}


def test_items_added_altered_and_removed(depot: Depot) -> None:
    two = PLAN[PLAN.index('  - id: "2"') :]
    altered = edited(PLAN, two, THIRD)
    altered = edited(altered, "text: Hằng năm báo cáo.", "text: Mỗi năm báo cáo.")
    found = between(depot, depot.first, depot.commit("2022-02-01", {"plan_07.yaml": altered}))
    assert found.items_added == (("07", "3"),)
    assert found.items_altered == (AlteredItem(PlanId("07"), ItemId("1"), ("text",)),)
    assert found.items_removed == (("07", "2"),)
    assert found.moved_deadlines == ()


def test_debt_of_a_body_that_ended_is_not_newly_overdue(depot: Depot) -> None:
    """so-noi-vu ends on 28 February 2023 with a debt of 2022; its successor takes the old debt."""
    ended = edited(
        REGISTRY,
        "name: Sở Nội vụ}",
        "name: Sở Nội vụ, valid: {to: 2023-02-28}, successors: [so-moi]}\n"
        "  - {id: so-moi, name: Sở mới, valid: {from: 2023-03-01}}",
    )
    before = depot.commit("2023-02-01", {"agencies.yaml": ended})
    after = depot.commit("2023-03-05")
    (debt,) = (
        each
        for each in depot.ask(Question(date(2023, 3, 5))).assessments
        if each.agency == "so-moi" and each.overdue
    )
    assert debt.inherited_from == SNV
    assert between(depot, before, after).newly_overdue == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_changed_is_said(
    depot: Depot, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    code, out, _ = depot.command(capsys, "diff", "HEAD", "HEAD", "--lang", lang)
    assert code == 0
    assert out.endswith({"vi": "Không có gì thay đổi.\n", "en": "Nothing has changed.\n"}[lang])


def _everything(depot: Depot) -> tuple[str, str]:
    """Return two commits between which there is something of every kind."""
    before = depot.commit("2022-11-20", filed(STC, 2022, task="done"))
    plan = edited(PLAN, "before: 12-02", "before: 12-03")
    plan = edited(plan, "title: Một việc", "title: Một việc khác") + THIRD
    files = {"plan_07.yaml": plan, **decisions(EXTENSION), **filed(SNV, 2022)}
    after = depot.commit("2023-01-20", {**files, f"submissions/{STC}/bc.yaml": None})
    return before, after


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["MỚI QUÁ HẠN (3)", "MỚI HOÀN THÀNH (1)", "KHÔNG CÒN HOÀN THÀNH (2)",
                "THỜI HẠN THAY ĐỔI (3)", "MỤC CỦA KẾ HOẠCH (3)", "01/12/2022", "02/12/2022",
                "+ 3 (thêm)", "~ 1 (sửa: deadline)", "~ 2 (sửa: title)", "Sở Tài chính"]),
        ("en", ["NEWLY OVERDUE (3)", "NEWLY DELIVERED (1)", "NO LONGER DELIVERED (2)",
                "MOVED DEADLINES (3)", "ITEMS OF THE PLAN (3)", "2022-12-01", "2022-12-02",
                "+ 3 (added)", "~ 1 (altered: deadline)", "~ 2 (altered: title)", "Sở Tài chính"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", ["", "80"])
def test_text(
    depot: Depot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    words: list[str],
    columns: str,
) -> None:
    """Headings with numbers that add up, both days, both commits; no word is cut off."""
    monkeypatch.setenv("COLUMNS", columns)
    before, after = _everything(depot)
    code, out, err = depot.command(capsys, "diff", before, after, "--lang", lang)
    assert (code, err) == (0, "")
    for each in (*words, before[:10], after[:10]):
        assert each in out
    assert "…" not in out
    if columns:
        assert max(map(len, out.splitlines())) <= int(columns)


def test_there_and_back_mirror_each_other(depot: Depot) -> None:
    """What is added one way is removed the other way."""
    before, after = _everything(depot)
    there, back = between(depot, before, after), between(depot, after, before)
    assert there.items_added == back.items_removed
    assert named(there.newly_delivered) == [f"1 {SNV} 2022"]
    assert named(there.no_longer_delivered) == named(back.newly_delivered)


def test_json_keeps_its_contract(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = _everything(depot)
    code, out, _ = depot.command(capsys, "diff", before, after, "--format", "json")
    told = json.loads(out)
    Draft202012Validator(json.loads(schema_text("diff"))).validate(told)
    assert code == 0
    assert (told["schema"], told["as_of"]) == ("kehoach/diff@1", "2023-01-20")
    assert (told["git"]["head"], told["from"]["git"]["head"]) == (after, before)
    assert told["from"]["as_of"] == "2022-11-20"
    assert {each["agency"] for each in told["newly_overdue"]} == {STC, STP}
    assert told["moved_deadlines"][0] == {
        "plan": "07", "item": "1", "period": "2022", "agency": None,
        "before": "2022-12-01", "after": "2022-12-02",
    }  # fmt: skip
    assert told["items_altered"][0] == {"plan": "07", "item": "1", "fields": ["deadline"]}


def test_json_where_a_period_has_gone(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    """A day that is no more is null."""
    short = {"plan_07.yaml": edited(PLAN, "to: 2024-12-31", "to: 2023-12-31")}
    depot.commit("2022-02-01", short)
    _, out, _ = depot.command(capsys, "diff", depot.first, "--format", "json")
    told = json.loads(out)
    Draft202012Validator(json.loads(schema_text("diff"))).validate(told)
    (moved,) = told["moved_deadlines"]
    assert (moved["period"], moved["before"], moved["after"]) == ("2024", "2024-12-01", None)


@pytest.mark.parametrize("words", [["khong-co"], ["HEAD", "khong-co"], ["HEAD", ""]])
def test_unknown_revisions(
    depot: Depot, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, out, err = depot.command(capsys, "diff", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_unknown_format(depot: Depot, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = depot.command(capsys, "diff", "HEAD", "--format", "yaml")
    assert (code, out) == (2, "")
