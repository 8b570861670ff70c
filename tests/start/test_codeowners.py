"""CODEOWNERS: the office owns everything, an agency its folder, and nobody is invented."""

from pathlib import Path
from typing import Any

import pytest

from builders import a_registry
from kehoach.cli.app import run as run_command
from kehoach.start.code_owners import codeowners

Told = pytest.CaptureFixture[str]
OFFICE: dict[str, Any] = {
    "id": "so-tu-phap",
    "committers": ["tong-hop@stp.example.vn", "@stp.example.vn"],
}


def owners(*agencies: dict[str, Any], prefix: str = "data/") -> dict[str, list[str]]:
    """Return who owns each pattern; a line left to be filled in is not one."""
    text = codeowners(a_registry(*agencies), ("so-tu-phap",), prefix)
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.split(" ")[0]: line.split(" ")[1:] for line in lines}


def left(*agencies: dict[str, Any]) -> list[str]:
    """Return the lines left to be filled in."""
    text = codeowners(a_registry(*agencies), ("so-tu-phap",), "data/")
    return [line for line in text.splitlines() if line.startswith("# /")]


def test_the_office_owns_the_plan_the_registry_and_all_else() -> None:
    found = owners(OFFICE)
    for pattern in ("*", "/data/plan_*.yaml", "/data/agencies.yaml", "/data/receipts.yaml"):
        assert found[pattern] == ["tong-hop@stp.example.vn"]
    assert found["/data/submissions/so-tu-phap/"] == ["tong-hop@stp.example.vn"]


def test_an_agency_owns_its_folder_beside_the_office() -> None:
    """Nobody can approve their own request: the only officer of an agency needs somebody else."""
    stc = {"id": "so-tai-chinh", "committers": ["a@stc.example.vn", "b@stc.example.vn"]}
    assert owners(OFFICE, stc)["/data/submissions/so-tai-chinh/"] == [
        "a@stc.example.vn",
        "b@stc.example.vn",
        "tong-hop@stp.example.vn",
    ]


@pytest.mark.parametrize("committers", [[], ["@stc.example.vn"]])
def test_without_a_plain_address_the_line_is_left_to_be_filled_in(committers: list[str]) -> None:
    stc = {"id": "so-tai-chinh", "name": "Sở Tài chính", "committers": committers}
    assert "/data/submissions/so-tai-chinh/" not in owners(OFFICE, stc)
    (line,) = left(OFFICE, stc)
    assert line == "# /data/submissions/so-tai-chinh/ @… tong-hop@stp.example.vn  # Sở Tài chính"


def test_without_an_office_nobody_owns_everything() -> None:
    assert owners({"id": "so-tu-phap"}) == {}


def test_a_body_that_has_ended_is_asked_nothing() -> None:
    gone = {"id": "so-cu", "valid": {"to": "2025-02-28"}}
    assert left(OFFICE, gone) == []
    assert "/data/submissions/so-cu/" not in owners(OFFICE, gone)


@pytest.mark.parametrize(
    "address",
    ["a b@x.vn", "a@x.vn # *", "a@x.vn\n* @ke-xau", "@nhom", "[a]@x.vn", "a@@x.vn", "\x1b@x.vn"],
)
def test_what_is_no_address_is_no_owner(address: str) -> None:
    """A line of its own, or a pattern, could give anybody everything."""
    stc = {"id": "so-tai-chinh", "name": "Sở\n* @ke-xau", "committers": [address]}
    text = codeowners(a_registry(OFFICE, stc), ("so-tu-phap",), "data/")
    assert "\n* @ke-xau" not in text
    assert "/data/submissions/so-tai-chinh/" not in owners(OFFICE, stc)


@pytest.mark.parametrize(
    ("prefix", "pattern"),
    [
        ("", "/submissions/so-tu-phap/"),
        ("a/b/", "/a/b/submissions/so-tu-phap/"),
        ("kho [1]*/", r"/kho\ \[1\]\*/submissions/so-tu-phap/"),
    ],
)
def test_where_the_folder_lies(prefix: str, pattern: str) -> None:
    text = codeowners(a_registry(OFFICE), ("so-tu-phap",), prefix)
    assert f"\n{pattern} tong-hop@stp.example.vn\n" in text


@pytest.fixture(name="place")
def _place(tmp_path: Path, capsys: Told) -> Path:
    assert run_command(["init", str(tmp_path / "kho")]) == 0
    capsys.readouterr()
    return tmp_path / "kho"


def test_it_is_made_again_as_the_registry_changes(
    place: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert run_command(["codeowners"]) == 0
    assert capsys.readouterr().out == (place / "CODEOWNERS").read_text(encoding="utf-8")
    registry = place / "data" / "agencies.yaml"
    text = registry.read_text(encoding="utf-8")
    assert "short: SNV}" in text
    registry.write_text(
        text.replace("short: SNV}", "short: SNV, committers: [a@snv.example.vn]}"), encoding="utf-8"
    )
    assert run_command(["codeowners", "-o", "CODEOWNERS"]) == 2  # not unasked
    assert run_command(["codeowners", "-o", "CODEOWNERS", "--force"]) == 0
    line = "/data/submissions/so-noi-vu/ a@snv.example.vn tong-hop@stp.example.vn\n"
    assert line in (place / "CODEOWNERS").read_text(encoding="utf-8")
