"""What is merged adds up, whatever the repositories are, and nothing is lost on the way."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kehoach.contract.json_parts import counts
from kehoach.contract.summary_contract import SummaryOutput
from kehoach.model.portfolio_list import PortfolioList
from kehoach.portfolio.members import Member, listed_members
from kehoach.portfolio.merging import merged
from kehoach.portfolio.outcome import Outcome
from kehoach.portfolio.portfolio_json import merged_output
from kehoach.verdicts.tables import Counts, total
from kehoach.words import Text
from kehoach.words.statuses import Remark, Status

AS_OF = date(2026, 11, 28)
WHY = Text("hỏng", "broken")
NAMES = [*Status, *Remark]

numbers = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 40)).map(Counts)
rows = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), numbers, max_size=4)


def small(agencies: Mapping[str, Counts], day: date = AS_OF) -> SummaryOutput:
    """Return the small result of these agencies; everything falls due in the year they begin with."""
    whole: Any = {
        "schema": "kehoach/summary@1", "tool": {"name": "kehoach", "version": "1"},
        "as_of": day.isoformat(), "timezone": "Asia/Ho_Chi_Minh", "git": None, "plans": [],
        "sample": False, "left_out": [], "not_counted": [],
        "summary": {
            **counts(total(agencies.values())),
            "agencies": [
                {
                    "agency": id_, "name": id_.upper(),
                    "led": 1, "implemented": 2, "coordinated": 3, **counts(of),
                }
                for id_, of in agencies.items()
            ],
        },
        "years": [{"year": 2020 + ord(id_) % 3 or None, **counts(of)} for id_, of in agencies.items()],
        "findings": {"errors": 0, "warnings": 0, "notices": 0},
    }  # fmt: skip
    result: SummaryOutput = whole
    return result


def member(id_: str) -> Member:
    return Member(id_, id_.upper(), f"/{id_}", id_)


@given(st.lists(st.one_of(st.none(), rows), max_size=6))
def test_every_number_is_the_sum_of_the_repositories(
    given_: list[dict[str, Counts] | None],
) -> None:
    members = [member(f"kho-{index}") for index in range(len(given_))]
    outcomes = [Outcome(why=WHY) if each is None else Outcome(small(each)) for each in given_]
    whole = merged(None, AS_OF, members, outcomes)
    there = [each for each in given_ if each is not None]

    wanted = total(of for each in there for of in each.values())
    assert whole.counts == wanted
    assert total(whole.years.values()) == wanted
    assert total(each.row.counts for each in whole.agencies) == wanted
    assert len(whole.agencies) == sum(map(len, there))
    assert len(whole.counted) == len(there)
    assert len(whole.counted) + len(whole.failed) == len(members)
    assert [each.member for each in whole.members] == members

    output = merged_output(whole, "vi")
    for name in (each.value for each in NAMES if each is not Remark.EXPLAINED):
        total_: int = output["summary"][name]  # type: ignore[literal-required]
        assert total_ == sum(
            each["summary"][name]  # type: ignore[literal-required]
            for each in output["repositories"]
            if each["summary"]
        )
        assert total_ == sum(row[name] for row in output["years"])  # type: ignore[literal-required]
        assert total_ == sum(row[name] for row in output["agencies"])  # type: ignore[literal-required]
    explained, years = output["summary"]["explained"], output["years"]
    assert explained["explained"] == sum(row["explained"]["explained"] for row in years)


def test_the_worst_agencies_come_first_wherever_they_are() -> None:
    """Most overdue, then most late, then the lowest rate: as in one repository."""
    one = small({"a": Counts({Status.OVERDUE: 2}), "b": Counts({Status.OVERDUE: 1})})
    other = small({"a": Counts({Status.OVERDUE: 9}), "c": Counts({Status.DONE_LATE: 4})})
    whole = merged(None, AS_OF, [member("x"), member("y")], [Outcome(one), Outcome(other)])
    assert [(each.member.id, each.row.agency) for each in whole.agencies] == [
        ("y", "a"), ("x", "a"), ("x", "b"), ("y", "c"),
    ]  # fmt: skip


def test_an_older_result_is_counted_and_marked_the_oldest_first() -> None:
    days = [AS_OF, date(2026, 11, 20), date(2026, 10, 1)]
    outcomes = [Outcome(small({"a": Counts({Status.OVERDUE: 1})}, day)) for day in days]
    whole = merged(None, AS_OF, map(member, "xyz"), outcomes)
    assert [each.member.id for each in whole.outdated] == ["z", "y"]
    assert whole.counts[Status.OVERDUE] == 3
    marked = {each["id"]: each["outdated"] for each in merged_output(whole, "vi")["repositories"]}
    assert marked == {"x": False, "y": True, "z": True}


def test_a_result_of_a_later_day_is_not_counted() -> None:
    """It knows what nobody could know on the day asked about."""
    later = Outcome(small({"a": Counts({Status.OVERDUE: 1})}, date(2026, 11, 29)))
    whole = merged(None, AS_OF, [member("x")], [later])
    assert whole.counts == Counts()
    assert [(each.why and each.why.en) for each in whole.failed] == [
        "its result is of 2026-11-29, after the day asked about"
    ]


def test_members_of_a_list_are_found_from_where_it_lies(tmp_path: Path) -> None:
    listed = PortfolioList.model_validate({
        "schema": "kehoach/portfolio@1",
        "repositories": [
            {"id": "a", "path": "here"},
            {"id": "b", "name": "Bê", "path": "https://name:secret@git.example.vn/b.git", "rev": "v1"},
            {"id": "c", "path": "c.json", "rev": "v1"},
        ],
    })  # fmt: skip
    here, there, result = listed_members(listed, "main", tmp_path)
    assert here == Member("a", "a", str(tmp_path / "here"), "here", "main")
    assert (there.name, there.shown, there.revision) == ("Bê", "https://git.example.vn/b.git", "v1")
    assert there.source == "https://name:secret@git.example.vn/b.git"
    assert result.judged
    assert result.revision is None
