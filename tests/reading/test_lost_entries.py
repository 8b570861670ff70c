"""One bad entry of the office's files loses one entry (design, *The office's own files*)."""

from collections.abc import Callable

import pytest

from builders import read_workspace
from kehoach.model.workspace import Workspace
from kehoach.reading.folder import DataFolder
from kehoach.reading.lost_routes import LostRoutes
from kehoach.reading.positions import Positions
from kehoach.reading.workspace_reading import Unusable

MakeFolder = Callable[..., DataFolder]
WritePlan = Callable[..., str]
PLAN = 'id: "1", lead: [so-tai-chinh], deadline: {within: 2021}'
SECOND = 'id: "2", lead: [so-tai-chinh], deadline: {within: 2021}'
_LETTER = "document: {number: 1/QĐ, date: 2021-02-03}"
_DECISIONS = f"""\
schema: kehoach/decisions@1
waivers:
  - {{item: "1", reason: Bão, document: {{number: 1/QĐ, date: 2021-02-30}}}}
  - {{item: "1", reason: Bão, {_LETTER}}}
extensions:
  - {{item: "1", due: 2022-01-31, {_LETTER}}}
  - {{item: "1", due: 2022-01-32, {_LETTER}}}
"""


@pytest.fixture
def read(folder: MakeFolder, plan_text: WritePlan) -> Callable[..., Workspace]:
    """Return a function that reads a folder with a plan of two items and some more files."""

    def of(**files: str) -> Workspace:
        named = {f"{name}.yaml": text for name, text in files.items()}
        return read_workspace(folder({"plan_07.yaml": plan_text(PLAN, SECOND)} | named))

    return of


def places(workspace: Workspace, texts: dict[str, str]) -> list[tuple[str, str, int]]:
    """Return the code, the file and the line of each finding."""
    at = Positions(lambda file: texts.get(file, ""), workspace.lost)
    return [
        (each.rule.code, each.place.file, at.mark(each.place)[0]) for each in workspace.findings
    ]


def test_good_entries_beside_bad_ones_count(read: Callable[..., Workspace]) -> None:
    """A bad one first, and a bad one last; every one is named at its own line."""
    found = read(decisions=_DECISIONS)
    assert [each.document.date and each.document.date.day for each in found.decisions.waivers] == [
        3
    ]
    assert [str(each.due) for each in found.decisions.extensions] == ["2022-01-31"]
    assert found.left_out == ()
    assert sorted(places(found, {"decisions.yaml": _DECISIONS})) == [
        ("KH203", "decisions.yaml", 3), ("KH203", "decisions.yaml", 7),
    ]  # fmt: skip


def test_what_is_found_later_stands_at_its_own_line(
    judge: Callable[..., object], plan_text: WritePlan
) -> None:
    """The second waiver is about an unknown item: it is the fourth line, not the third."""
    text = _DECISIONS.replace('item: "1", reason: Bão, document: {number: 1/QĐ, date: 2021-02-03}',
                              f'item: "9", reason: Bão, {_LETTER}')  # fmt: skip
    run = judge({"plan_07.yaml": plan_text(PLAN), "decisions.yaml": text}, "2021-12-31")
    lines = {
        (each.finding.rule.code, each.line)
        for each in run.located(run.wrong)  # type: ignore[attr-defined]
        if each.finding.place.file == "decisions.yaml"
    }
    assert {("KH203", 3), ("KH602", 4), ("KH203", 7)} <= lines


def test_a_key_said_twice_loses_its_entry(read: Callable[..., Workspace]) -> None:
    text = _DECISIONS.replace("date: 2021-02-30", "date: 2021-02-27, date: 2021-02-28")
    found = read(decisions=text)
    assert len(found.decisions.waivers) == 1
    assert places(found, {"decisions.yaml": text})[0] == ("KH104", "decisions.yaml", 3)


def test_a_misspelt_list_loses_that_list(read: Callable[..., Workspace]) -> None:
    found = read(decisions=_DECISIONS.replace("extensions:", "extension:"))
    assert (len(found.decisions.waivers), len(found.decisions.extensions)) == (1, 0)


@pytest.mark.parametrize("schema", ["kehoach/receipts@1", "kehoach/decisions@9"])
def test_a_file_of_another_kind_is_left_out_whole(
    read: Callable[..., Workspace], schema: str
) -> None:
    found = read(decisions=_DECISIONS.replace("kehoach/decisions@1", schema))
    assert found.left_out == ("decisions.yaml",)
    assert found.decisions.waivers == ()


def test_a_bad_agency_in_an_extension_never_makes_it_one_for_all(
    read: Callable[..., Workspace],
) -> None:
    """Without its agencies an extension is for everybody: the entry is lost, not the id in it."""
    text = _DECISIONS.replace("due: 2022-01-31", "due: 2022-01-31, agencies: [Sở Tài chính]")
    assert read(decisions=text).decisions.extensions == ()


def test_the_book_loses_one_arrival(read: Callable[..., Workspace]) -> None:
    found = read(receipts="schema: kehoach/receipts@1\nreceipts:\n"
                          "  - {agency: so-tai-chinh, received: 2021-11-31}\n"
                          "  - {agency: so-noi-vu, received: 2021-11-30}\n")  # fmt: skip
    assert [each.agency for each in found.book.receipts] == ["so-noi-vu"]


def test_a_year_loses_one_day(read: Callable[..., Workspace]) -> None:
    found = read(calendar="schema: kehoach/calendar@1\nyears:\n  - year: 2021\n    source: TB\n"
                          "    off:\n      - {date: 2021-02-30, name: A}\n"
                          "      - {date: 2021-03-01, name: B}\n"
                          "calendars:\n  Đảo: {name: Đảo}\n  dao: {name: Đảo}\n")  # fmt: skip
    assert found.holidays is not None
    assert [day.name for day in found.holidays.years[0].off] == ["B"]
    assert list(found.holidays.calendars) == ["dao"]


_AGENCY = "  - {id: so-tai-chinh, name: Sở Tài chính}\n"
_REGISTRY = f"schema: kehoach/agencies@1\nagencies:\n  - {{id: Sở Y tế, name: Y tế}}\n{_AGENCY}"


def test_the_registry_loses_one_agency_and_a_group_one_member(
    read: Callable[..., Workspace],
) -> None:
    groups = "groups:\n  - {id: so, name: Các sở, members: [Sở Y tế, so-tai-chinh]}\n"
    found = read(agencies=_REGISTRY + groups)
    assert [each.id for each in found.registry.agencies] == ["so-tai-chinh"]
    assert found.registry.groups[0].members == ("so-tai-chinh",)


def test_the_plan_loses_one_item(folder: MakeFolder, plan_text: WritePlan) -> None:
    bad = PLAN.replace("2021", "2021-13")
    found = read_workspace(folder({"plan_07.yaml": plan_text(bad, SECOND)}))
    assert [each.id for each in found.plans[0].plan.items] == ["2"]


@pytest.mark.parametrize(
    "files",
    [
        {"plan_07.yaml": {PLAN: PLAN.replace("2021", "2021-13")}},
        {"plan_07.yaml": {"from: 2021-01-01": "from: 2021-01-32"}},
        {"plan_07.yaml": {"title: Kế hoạch thử": "titel: Kế hoạch thử"}},
        {"agencies.yaml": {_AGENCY: ""}},
        {"agencies.yaml": {"agencies:": "agency:"}},
    ],
    ids=["no item left", "no period", "no title", "no agency left", "no agencies"],
)
def test_a_plan_or_registry_of_which_too_little_is_left_stops_the_run(
    folder: MakeFolder, plan_text: WritePlan, files: dict[str, dict[str, str]]
) -> None:
    texts = {"plan_07.yaml": plan_text(PLAN), "agencies.yaml": _REGISTRY}
    for name, changes in files.items():
        for old, new in changes.items():
            assert old in texts[name]
            texts[name] = texts[name].replace(old, new)
    with pytest.raises(Unusable):
        read_workspace(folder(texts))


def test_of_what_an_agency_sends_nothing_counts_until_all_can_be_read(
    folder: MakeFolder, plan_text: WritePlan
) -> None:
    name = "submissions/so-tai-chinh/a.yaml"
    text = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
        'tasks:\n  - {item: "1", status: dun}\n  - {item: "2", status: done}\n'
    )
    found = read_workspace(folder({"plan_07.yaml": plan_text(PLAN, SECOND), name: text}))
    assert (found.left_out, found.filings) == ((name,), ())


@pytest.mark.parametrize(
    ("read_as", "typed"), [(0, 1), (1, 3), (2, 4)]
)  # of five the first and the third are lost
def test_places_are_counted_with_what_was_lost(read_as: int, typed: int) -> None:
    lost = (("waivers", 2), ("waivers", 0))
    assert LostRoutes(lost).as_typed(("waivers", read_as, "item")) == ("waivers", typed, "item")
    assert LostRoutes(lost).as_typed(("events", read_as)) == ("events", read_as)


def test_whoever_names_what_was_lost_is_not_wrong_for_that(
    judge: Callable[..., object], plan_text: WritePlan
) -> None:
    """One slip of the office is one finding: not one in every file that names the agency or item."""
    registry = (
        "schema: kehoach/agencies@1\nagencies:\n  - {id: so-tai-chinh, nam: Sở Tài chính}\n"
        "  - {id: so-noi-vu, name: Sở Nội vụ}\n"
    )
    head = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-%s\n'
    head += (
        "document: {number: 1/BC, date: 2021-06-01}\ntasks: [{item: '%s', status: in_progress}]\n"
    )
    files = {
        "agencies.yaml": registry,
        "plan_07.yaml": plan_text(PLAN, SECOND.replace("2021", "2021-13").replace("tai-chinh", "noi-vu")),
        "decisions.yaml": "schema: kehoach/decisions@1\nwaivers:\n"
                          f"  - {{item: '2', agencies: [so-tai-chinh], reason: Bão, {_LETTER}}}\n",
        "submissions/so-tai-chinh/a.yaml": head % ("tai-chinh", "1"),
        "submissions/so-noi-vu/a.yaml": head % ("noi-vu", "2"),
    }  # fmt: skip
    run = judge(files, "2021-12-31")
    errors = {
        (each.rule.code, each.place.file)
        for each in run.wrong  # type: ignore[attr-defined]
        if each.rule.severity == "error"
    }
    assert errors == {
        ("KH201", "agencies.yaml"), ("KH202", "agencies.yaml"), ("KH203", "plan_07.yaml"),
    }  # fmt: skip
