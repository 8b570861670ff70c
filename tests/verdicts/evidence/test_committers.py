"""Whose address a commit bears."""

import pytest

from kehoach.model.agencies import Registry
from kehoach.verdicts.evidence.committers import Capacity, Committers

REGISTRY = Registry.model_validate(
    {
        "schema": "kehoach/agencies@1",
        "services": ["bot@forge.vn", "@dich-vu.vn"],
        "agencies": [
            {"id": "stp", "name": "STP", "committers": ["@stp.vn", "VT@tinh.vn", "@tinh.vn"]},
            {"id": "stc", "name": "STC", "committers": ["@stc.vn", "An@tinh.vn", "@tinh.vn"]},
            {"id": "snv", "name": "SNV", "committers": ["@snv.vn", "@chung.vn"]},
            {"id": "sxd", "name": "SXD", "committers": ["@chung.vn"]},
            {"id": "skh", "name": "SKH"},
        ],
    }
)
KNOWN = Committers(REGISTRY, ("stp", None))


@pytest.mark.parametrize(
    ("address", "capacity", "agencies"),
    [
        ("tong-hop@stp.vn", Capacity.OFFICE, {"stp"}),
        ("TONG-HOP@STP.VN", Capacity.OFFICE, {"stp"}),
        ("bot@forge.vn", Capacity.SERVICE, set()),
        ("ai@dich-vu.vn", Capacity.SERVICE, set()),
        ("noreply@github.com", Capacity.SERVICE, set()),
        ("noreply@GitLab.com", Capacity.SERVICE, set()),
        ("an@users.noreply.github.com", Capacity.UNKNOWN, set()),
        ("x@github.com", Capacity.UNKNOWN, set()),
        ("a@stc.vn", Capacity.AGENCY, {"stc"}),
        ("a@chung.vn", Capacity.AGENCY, {"snv", "sxd"}),
        ("a@stc.vn.xau.vn", Capacity.UNKNOWN, set()),
        ("a@con.stc.vn", Capacity.UNKNOWN, set()),
        ("stc.vn", Capacity.UNKNOWN, set()),
        ("@stc.vn", Capacity.AGENCY, {"stc"}),
        ("", Capacity.UNKNOWN, set()),
        # One listed itself goes before the domain that everybody shares; the domain alone tells nothing.
        ("vt@tinh.vn", Capacity.OFFICE, {"stp"}),
        ("an@tinh.vn", Capacity.AGENCY, {"stc"}),
        ("ai@tinh.vn", Capacity.UNKNOWN, {"stp", "stc"}),
    ],
)
def test_who_an_address_is(address: str, capacity: Capacity, agencies: set[str]) -> None:
    found = KNOWN.of(address)
    assert found.capacity is capacity
    assert set(found.agencies) == agencies
    assert found.merges_for_all == (capacity in (Capacity.OFFICE, Capacity.SERVICE))


def test_a_forges_address_that_an_agency_lists_is_the_agencys() -> None:
    agencies = [{"id": "stc", "name": "STC", "committers": ["noreply@github.com"]}]
    registry = Registry.model_validate({"schema": "kehoach/agencies@1", "agencies": agencies})
    assert Committers(registry, ()).of("noreply@github.com").capacity is Capacity.AGENCY


def test_filing_and_merging() -> None:
    assert KNOWN.lists("stc")
    assert not KNOWN.lists("skh")
    assert not KNOWN.lists("khong-co")
    assert KNOWN.may_file("ai@tinh.vn", "stc")
    assert not KNOWN.may_file("a@snv.vn", "stc")
    assert not KNOWN.may_file("a@snv.vn", "khong-co")
    assert KNOWN.may_merge("a@stp.vn")
    assert KNOWN.may_merge("bot@forge.vn")
    assert not KNOWN.may_merge("noreply@github.com"), "a forge files for nobody unless it is listed"
    assert not KNOWN.may_merge("a@stc.vn")
