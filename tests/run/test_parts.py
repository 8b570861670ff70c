"""A question about some agencies reads their part only, and answers as if everything had been read."""

from datetime import date
from random import Random

import pytest

from kehoach.contract.json_parts import obligations
from kehoach.explanations.chain import chain
from kehoach.filing.understood import understood
from kehoach.model.agencies import Registry
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.run.by_parts.parts import WHOLE, DataPart, part_of, shared_out
from run.histories import TODAY, Office, report
from run.test_random_histories import AGENCIES, Writer

HEIRS = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-noi-vu, name: Sở Nội vụ, valid: {to: 2022-12-15}, successors: [so-tu-phap, so-moi]}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: so-moi, name: Sở mới, valid: {from: 2022-12-16}}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tai-chinh, so-noi-vu, so-tu-phap]}
"""
BOOK = """\
schema: kehoach/receipts@1
receipts:
  - {agency: so-tai-chinh, item: "1", period: 2021, received: 2021-12-03, document: {number: 1/BC}}
  - {agency: so-noi-vu, item: "1", period: 2022, received: 2022-11-03, document: {number: 2/BC}}
  - {agency: so-tu-phap, received: 2022-11-05, document: {number: 3/BC, date: 2022-11-01}}
"""


def asked(office: Office, *agencies: str, whole: bool = False, file: str | None = None) -> Run:
    """Return the answer about some agencies, or about the one of a file."""
    question = Question(TODAY, agencies, history=True, whole=whole, file=file)
    return answer(DataFolder(office.data), "data/", question)


def rows(run: Run) -> list[object]:
    """Return every verdict asked for with its whole chain, and the figures."""
    chains = [[*chain(run, each, "en")] for each in run.assessments]
    return [
        obligations(run, run.assessments, "vi"),
        chains,
        run.responsibilities,
        [*run.by_demand.values()],
    ]


def found_in(run: Run, agency: str) -> list[object]:
    """Return what is wrong in the files of an agency."""
    here = f"submissions/{agency}/"
    found = [each for each in run.located(run.wrong) if each.finding.place.file.startswith(here)]
    return [(each.finding.message("en"), *each[1:]) for each in found]


def receipt_of(run: Run, file: str) -> list[object]:
    """Return what the receipt of a file says."""
    read = understood(run, file)
    entries = [(repr(each.claim), each.due, each.days, each.counts) for each in read.entries]
    found = [(each.finding.message("en"), *each[1:]) for each in read.findings]
    return [entries, found, read.kept_back, obligations(run, read.owed, "en")]


@pytest.mark.parametrize("seed", range(12))
def test_narrow_is_as_whole(office: Office, seed: int) -> None:
    """Of each agency a narrow answer tells what the whole one does; so does a receipt of each file."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    Writer(office, random).history()
    more = random.choice(({}, {"agencies.yaml": HEIRS}, {"receipts.yaml": BOOK}))
    office.write(more)
    for agency in AGENCIES:
        narrow, whole = asked(office, agency), asked(office, agency, whole=True)
        assert narrow.part != WHOLE == whole.part
        assert rows(narrow) == rows(whole)
        assert found_in(narrow, agency) == found_in(whole, agency)
    everything = asked(office)
    for filing in everything.workspace.filings:
        alone = asked(office, file=filing.file)
        assert receipt_of(alone, filing.file) == receipt_of(everything, filing.file)


def test_what_was_brought_home_is_known(office: Office) -> None:
    """A report filed in another's folder and moved home by one commit keeps its day."""
    office.commit("2022-11-20", {"submissions/so-noi-vu/lac.yaml": report("so-tai-chinh", 2022)})
    office.commit("2022-11-25", {"submissions/so-tu-phap/bc.yaml": report("so-tu-phap", 2022)})
    home = {"submissions/so-tai-chinh/bc.yaml": report("so-tai-chinh", 2022)}
    office.commit("2023-01-05", {"submissions/so-noi-vu/lac.yaml": None, **home})
    (claim,) = [
        each.claim
        for each in asked(office, "so-tai-chinh").assessments
        if each.claim and each.obligation.demand.period == "2022"
    ]
    assert claim.receipt is not None
    assert claim.receipt.day == date(2022, 11, 20)


def test_others_decide_whether_git_is_asked(office: Office) -> None:
    """Where the book dates all that an agency sent, git counts as soon as anybody needs it."""
    office.commit("2022-11-20", office.file("so-tai-chinh", 2021))
    office.write({"receipts.yaml": BOOK})
    office.write(office.file("so-tai-chinh", 2021, 2022))
    office.commit("2022-11-25", office.file("so-noi-vu", 2022, task=None))
    alone, whole = asked(office, "so-tai-chinh"), asked(office, "so-tai-chinh", whole=True)
    assert rows(alone) == rows(whole)
    office.write({"submissions/so-tu-phap/bc.yaml": report("so-tu-phap", 2022)})
    alone, whole = asked(office, "so-tai-chinh"), asked(office, "so-tai-chinh", whole=True)
    assert rows(alone) == rows(whole)


def test_what_was_withdrawn_is_told_unless_it_lies_astray(office: Office) -> None:
    """That a report has gone is told of its agency alone too; that it lies elsewhere excuses it."""
    office.commit("2022-11-20", office.file("so-tai-chinh", 2022))
    office.commit("2022-11-25", office.file("so-noi-vu", 2022))
    office.commit("2023-02-01", {"submissions/so-tai-chinh/bc.yaml": None})
    (gone,) = [each for each in asked(office, "so-tai-chinh").wrong if each.rule.code == "KH507"]
    assert gone.place.file == "submissions"
    office.write({"submissions/so-noi-vu/lac.yaml": report("so-tai-chinh", 2022)})
    assert not [each for each in asked(office, "so-tai-chinh").wrong if each.rule.code == "KH507"]


def test_a_part_is_closed_under_succession() -> None:
    """Whoever may owe what another owed stands in one part with it, however far."""
    agencies = [
        {"id": "a", "name": "A", "valid": {"to": "2020-01-01"}, "successors": ["b", "c"]},
        {"id": "b", "name": "B", "valid": {"to": "2021-01-01"}, "successors": ["d"]},
        *({"id": id_, "name": id_} for id_ in "cde"),
    ]
    registry = Registry.model_validate({"schema": "kehoach/agencies@1", "agencies": agencies})
    assert part_of(registry, ["d"]) == DataPart(frozenset("abcd"))
    assert part_of(registry, ["e", None]) == DataPart(frozenset({"e", None}))
    assert WHOLE.holds("z")
    assert WHOLE.holds(None)
    assert part_of(registry, ["d"]).reads("agencies.yaml")
    assert not part_of(registry, ["d"]).reads("submissions/e/x.yaml")


def test_of_several_shares_the_smallest_is_done_here() -> None:
    """Whoever shares out does the first, and has more to do beside it."""
    large, small, other = (DataPart(frozenset({name})) for name in ("a", "b", "c"))
    assert shared_out({large: 5, small: 1, other: 1}, 2) == [[small, other], [large]]
    assert shared_out({large: 5, small: 1}, 3) == [[small], [large]]
