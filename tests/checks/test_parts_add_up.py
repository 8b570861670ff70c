"""What the checks find a part at a time, added up, is what they find in everything at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random

import pytest

from kehoach.checks import (
    OfficeReview,
    PartReview,
    WholeReview,
    crossing,
    joined,
    late_in,
    letters,
    wrong_across,
    wrong_in_office,
    wrong_in_part,
)
from kehoach.diagnostics import Finding
from kehoach.model.agencies import Registry
from kehoach.run import Run
from kehoach.run.by_parts.parts import DataPart, part_of
from kehoach.verdicts.assessment import Case, Report, assess

Judge = Callable[..., Run]
AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A, valid: {to: 2021-06-30}, successors: [so-b]}
  - {id: so-b, name: Sở B}
  - {id: so-c, name: Sở C}
  - {id: so-d, name: Sở D, valid: {to: 2021-08-31}}
  - {id: so-e, name: Sở E}
"""
ALL = "lead: [so-a, so-b, so-c, so-d, so-e]"
LETTER = "document: {number: 9/QĐ, date: 2021-05-04}"
DECISIONS = f"""\
schema: kehoach/decisions@1
extensions:
  - {{item: "1", due: 2021-08-31, agencies: [so-b], {LETTER}}}
  - {{item: "1", due: 2021-06-01, agencies: [so-c], {LETTER}}}
waivers:
  - {{item: "2", agencies: [so-e], reason: bão, {LETTER}}}
  - {{item: "1", agencies: [so-khac], reason: bão, {LETTER}}}
"""
BOOK = """\
schema: kehoach/receipts@1
receipts:
  - {agency: so-e, received: 2021-09-20, document: {number: 1/BC-E, date: 2021-07-01}, item: "2"}
  - {agency: so-c, received: 2021-09-10, document: {number: 1/BC-C, date: 2021-07-01}, item: "2"}
  - {agency: so-b, received: 2021-07-05, document: {number: 1/BC-B, date: 2021-07-01}}
  - {agency: so-b, received: 2021-07-05, document: {number: 1/BC-BB, date: 2021-07-01}}
  - {agency: so-khac, received: 2021-07-05, document: {number: 1/BC-K, date: 2021-07-01}}
  - {agency: so-c, received: 2021-07-05, item: "9"}
"""


def _file(agency: str, item: str, day: str, number: str) -> str:
    head = f'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
    letter = f"document: {{number: {number}, date: {day}}}\n"
    return head + letter + f'tasks: [{{item: "{item}", status: done, completed: {day}}}]\n'


@pytest.fixture
def run(judge: Judge, plan_text: Callable[..., str]) -> Run:
    """Return a run in which agencies bear upon each other: heirs, the book, decisions for several."""
    rules = ("by: 2021-06-30", "by: 2021-07-31")
    items = [
        f'id: "{n}", {ALL}, deadline: {{{rule}}}, kind: {kind}'
        for n, (rule, kind) in enumerate(zip(rules, ("task", "report"), strict=True), 1)
    ]
    files = {
        "plan_07.yaml": plan_text(*items), "agencies.yaml": AGENCIES, "decisions.yaml": DECISIONS,
        "receipts.yaml": BOOK,
        "submissions/so-b/a.yaml": _file("so-b", "1", "2021-07-01", "1/BC-B"),
        "submissions/so-c/a.yaml": _file("so-c", "3", "2021-07-01", "2/BC-C"),
        "submissions/so-e/a.yaml": _file("so-c", "1", "2021-07-01", "3/BC-C"),
        "submissions/so-khac/a.yaml": _file("so-khac", "1", "2021-07-01", "1/BC-K"),
    }  # fmt: skip
    return judge(files, "2021-12-01")


def _parts(registry: Registry, chosen: Random) -> Iterator[DataPart]:
    """Yield parts that make up everything: some agencies each, and all that is nobody's."""
    ids = [*registry.agency]
    chosen.shuffle(ids)
    seen: set[str | None] = set()
    for number in range(0, len(ids), 2):
        part = part_of(registry, (each for each in ids[number : number + 2] if each not in seen))
        seen |= part.names
        yield part
    yield DataPart(frozenset(seen), others=True)


def _review(run: Run, part: DataPart) -> PartReview:
    """Return what of a run belongs to one part, judged by itself."""
    filings = tuple(each for each in run.workspace.filings if part.holds(each.folder))
    reports = tuple(_judged(run, report, part) for report in run.reports)
    return PartReview(replace(run.workspace, filings=filings), reports)


def _judged(run: Run, report: Report, part: DataPart) -> Report:
    said = {key: each for key, each in report.claims.by_key.items() if part.holds(key.agency)}
    unmatched = tuple(each for each in report.claims.unmatched if part.holds(each.agency))
    docket = report.docket.of(part.agencies(run.registry))
    claims = replace(report.claims, by_key=said, unmatched=unmatched)
    return assess(Case(docket, claims, run.registry, run.as_of))


def _found(run: Run, reviews: Iterable[PartReview]) -> Counter[tuple[object, ...]]:
    """Return what is found in parts, and what they tell together."""
    parts = tuple(reviews)
    office = OfficeReview(run.workspace, run.dockets, run.as_of)
    whole = WholeReview(
        office, joined(map(crossing, parts)), lambda: letters(run.workspace.filings)
    )
    told = [*wrong_in_office(office), *wrong_across(whole)]
    for each in parts:
        told += [*wrong_in_part(each), *late_in(each)]
    return Counter(map(_plain, told))


def _plain(found: Finding) -> tuple[object, ...]:
    return found.rule.code, found.place, tuple(found.values.items()), found.subject


@pytest.mark.parametrize("seed", range(6))
def test_the_parts_add_up_to_the_whole(run: Run, seed: int) -> None:
    at_once = _found(run, [PartReview(run.workspace, run.reports)])
    parts = [_review(run, part) for part in _parts(run.registry, Random(seed))]  # noqa: S311 - to divide, not to hide
    assert _found(run, parts) == at_once


def test_what_crosses_is_there_to_be_found(run: Run) -> None:
    """The made data holds each of the findings for which a part has to tell something."""
    codes = {each[0] for each in _found(run, [PartReview(run.workspace, run.reports)])}
    assert {"KH323", "KH504", "KH604", "KH612"} <= codes
