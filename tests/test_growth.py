"""What is made for each agency or item looks at its own verdicts, not at everybody's.

Operations are counted, not time: how often all verdicts are gone through may not grow with the
number of agencies that owe them, or the work of a province would grow with its square.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kehoach.letters.reminder.correspondence import due_letters
from kehoach.letters.reminder.reminder import reminder
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment
from pages_read import site_files

Judge = Callable[..., Run]


class Walked(tuple[Assessment, ...]):
    """Verdicts that count how often somebody goes through all of them."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[Assessment]:
        Walked.times += 1
        return super().__iter__()


def _agencies(number: int) -> str:
    bodies = "".join(f"  - {{id: so-{n:03}, name: Sở {n}}}\n" for n in range(number))
    members = ", ".join(f"so-{n:03}" for n in range(number))
    return (
        f"schema: kehoach/agencies@1\nagencies:\n  - {{id: ubnd, name: UBND}}\n{bodies}"
        f"groups:\n  - {{id: so-nganh, name: Các sở, members: [{members}]}}\n"
    )


def _letters(run: Run) -> object:
    return [reminder(run, Screen(), of) for of in due_letters(run).letters]


def _pages(run: Run) -> object:
    return list(site_files(run, "vi").values())


@pytest.mark.parametrize("make", [_letters, _pages])
def test_all_verdicts_are_not_gone_through_for_each_agency(
    judge: Judge, plan_text: Callable[..., str], make: Callable[[Run], object]
) -> None:
    """Forty agencies that owe the same take no more walks over all verdicts than four."""
    head = "issuer: ubnd"
    items = [
        f'id: "{n}", lead: [so-nganh], deadline: {{within: 2021}}, kind: {kind}'
        for n, kind in enumerate(("task", "report", "task"), 1)
    ]

    def walks(number: int) -> int:
        files = {"plan_07.yaml": plan_text(*items, head=head), "agencies.yaml": _agencies(number)}
        found = judge(files, "2023-06-01")
        assert len(found.assessments) == 3 * number
        report = replace(found.reports[0])
        counted = replace(found, reports=(report,))
        for each in (report, counted):  # written out once, and kept there
            vars(each)["assessments"] = Walked(each.assessments)
        Walked.times = 0
        make(counted)
        return Walked.times

    assert walks(40) == walks(4)
