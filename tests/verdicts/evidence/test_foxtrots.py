"""Whose merge it was, for each pair of who made it and who made its first parent."""

from datetime import date
from itertools import product

import pytest

from kehoach.model.agencies import Registry
from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.main_line import main_line

OFFICE, SERVICE, FORGE = "a@stp.vn", "bot@forge.vn", "noreply@github.com"
STC, SNV, NOBODY = "a@stc.vn", "a@snv.vn", "an@gmail.com"
EVERYBODY = (OFFICE, SERVICE, FORGE, STC, SNV, NOBODY)
PULL, MERGE = "Merge branch 'main' of https://git.vn/du-lieu", "Merge pull request #1 from stc/stc"
LISTED = Committers(
    Registry.model_validate(
        {
            "schema": "kehoach/agencies@1",
            "services": [SERVICE],
            "agencies": [
                {"id": "stp", "name": "STP", "committers": ["@stp.vn"]},
                {"id": "stc", "name": "STC", "committers": ["@stc.vn"]},
                {"id": "snv", "name": "SNV", "committers": ["@snv.vn"]},
            ],
        }
    ),
    ("stp",),
)
UNLISTED = Committers(
    Registry.model_validate(
        {
            "schema": "kehoach/agencies@1",
            "agencies": [{"id": each, "name": each} for each in ("stp", "stc", "snv")],
        }
    ),
    ("stp",),
)


def _foxtrots(maker: str, before: str, subject: str, known: Committers) -> int:
    """Return how many foxtrots there are where ``maker`` merged b into a, which ``before`` made."""
    day = date(2022, 11, 30)

    def commit(id_: str, *parents: str, by: str = NOBODY, said: str = "Gửi") -> Commit:
        return Commit(id_, parents, day, by, by, said)

    commits = [
        commit("m", "a", "b", by=maker, said=subject),
        commit("a", "r", by=before),
        commit("b", "r"),
        commit("r"),
    ]
    line, foxtrots = main_line(commits, known)
    assert ("b" in line) == bool(foxtrots)
    assert line >= {"m", "a", "r"}
    return len(foxtrots)


@pytest.mark.parametrize("subject", [PULL, MERGE, "Nhập"])
@pytest.mark.parametrize(("maker", "before"), [*product((OFFICE, SERVICE, FORGE), EVERYBODY)])
def test_the_offices_and_a_forges_merge_dates_what_it_brings(
    maker: str, before: str, subject: str
) -> None:
    assert not _foxtrots(maker, before, subject, LISTED)


@pytest.mark.parametrize("subject", [PULL, MERGE, "Nhập"])
@pytest.mark.parametrize("agency", [STC, SNV])
def test_an_agencys_merge_into_its_own_work_is_a_foxtrot(agency: str, subject: str) -> None:
    assert _foxtrots(agency, agency, subject, LISTED)


@pytest.mark.parametrize("subject", [PULL, MERGE, "Nhập"])
@pytest.mark.parametrize(
    ("agency", "before"), [(STC, SNV), (SNV, STC), (STC, OFFICE), (SNV, OFFICE)]
)
def test_an_agencys_merge_into_anothers_work_dates_what_it_brings(
    agency: str, before: str, subject: str
) -> None:
    assert not _foxtrots(agency, before, subject, LISTED)


@pytest.mark.parametrize(
    ("maker", "before"),
    [*product((NOBODY,), EVERYBODY), *product((STC, SNV), (SERVICE, FORGE, NOBODY))],
)
def test_where_a_maker_is_not_known_the_subject_decides(maker: str, before: str) -> None:
    """A forge's commit below may be a report written in the browser, or the main line itself."""
    assert _foxtrots(maker, before, PULL, LISTED)
    assert not _foxtrots(maker, before, MERGE, LISTED)
    assert not _foxtrots(maker, before, "Nhập", LISTED)


@pytest.mark.parametrize(("maker", "before"), [*product((OFFICE, STC, NOBODY), EVERYBODY)])
def test_where_nobody_is_listed_the_subject_decides(maker: str, before: str) -> None:
    assert _foxtrots(maker, before, PULL, UNLISTED)
    assert not _foxtrots(maker, before, MERGE, UNLISTED)
