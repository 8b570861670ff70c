"""Bodies of a wording get the ids that the registry has, and nobody's where it has none."""

import pytest

from kehoach.model.agencies import Registry
from kehoach.wordings import read
from kehoach.wordings.bound_ids import with_own_ids

_REGISTRY = Registry.model_validate(
    {
        "schema": "kehoach/agencies@1",
        "agencies": [
            {"id": "stc", "name": "Sở Tài chính", "variants": ["STC"]},
            {"id": "snv", "name": "Sở Nội vụ"},
            {"id": "xa-a", "name": "UBND xã A"},
        ],
        "groups": [
            {"id": "xa", "name": "UBND cấp xã", "variants": ["cấp xã"], "members": ["xa-a"]}
        ],
    }
)


@pytest.mark.parametrize(
    ("wording", "ids", "unknown"),
    [
        ("Sở Tài chính trước ngày 20/8/2026, Sở Nội vụ trước ngày 30/8/2026", [["stc"], ["snv"]], ""),
        ("SỞ TÀI CHÍNH trước ngày 20/8/2026, Sở nội vụ trước ngày 30/8/2026", [["stc"], ["snv"]], ""),
        ("cấp xã trước ngày 20/8/2026, Sở Tài chính trước ngày 30/8/2026", [["xa"], ["stc"]], ""),
        ("Sở Y tế trước ngày 20/8/2026, Sở Nội vụ trước ngày 30/8/2026", [["so-y-te"], ["snv"]], "Sở Y tế"),
        ("trước ngày 20/8/2026", [None], ""),
    ],
)  # fmt: skip
def test_the_registry_names_them(wording: str, ids: list[object], unknown: str) -> None:
    reading = read(wording)
    forms, words = with_own_ids(reading.forms, reading.bodies, _REGISTRY)
    assert [form.get("agencies") for form in forms] == ids
    assert bool(unknown) is bool(words.en)
    assert unknown in words.en
    assert all(
        form[key] == own[key]
        for form, own in zip(forms, reading.forms, strict=True)
        for key in own
        if key != "agencies"
    )
