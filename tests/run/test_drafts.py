"""A draft says nothing: a prepared file, committed as it is, never becomes a report that was sent."""

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from run.histories import TODAY, Office

STC = "so-tai-chinh"
NAME = f"submissions/{STC}/bc.yaml"


def drafted(office: Office) -> str:
    """Return the report and the finished task of 2022, as a draft."""
    text = office.file(STC, 2022, task="done")[NAME]
    assert isinstance(text, str)
    return text.replace("document:", "draft: true\ndocument:")


def codes(run: Run) -> set[str]:
    return {each.rule.code for each in run.wrong}


def test_a_draft_is_not_received(office: Office) -> None:
    """Not its report, and not the task that it says is done."""
    office.commit("2022-11-20", {NAME: drafted(office)})
    assert office.received() == {}
    assert "KH419" in codes(office.run())


def test_it_is_received_on_the_day_the_draft_line_goes(office: Office) -> None:
    """Due on 2022-12-01: a draft in November does not make December's report punctual."""
    office.commit("2022-11-20", {NAME: drafted(office)})
    office.commit("2022-12-05", office.file(STC, 2022, task="done"))
    assert office.received() == {f"{STC} 2022": "2022-12-05 git", f"{STC} việc": "2022-12-05 git"}
    assert "KH419" not in codes(office.run())


def test_a_report_turned_back_into_a_draft_is_no_longer_there(office: Office) -> None:
    """What was received and then withdrawn is told as for any other report."""
    office.commit("2022-11-20", office.file(STC, 2022))
    office.commit("2022-11-25", {NAME: drafted(office)})
    assert office.received() == {}
    run = answer(DataFolder(office.data), "data/", Question(TODAY, history=True))
    assert codes(run) >= {"KH419", "KH507"}
