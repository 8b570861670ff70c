"""``kehoach import agencies`` as a user runs it."""

import io
import json
from pathlib import Path

import pytest

from kehoach.cli.app import run

Capture = pytest.CaptureFixture[str]
_LIST = "Các sở:\nSở Nội vụ\nSở Y tế\n"
DAY = ("--as-of", "2026-01-01")


@pytest.fixture(name="listed")
def _listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "co-quan.txt"
    file.write_text(_LIST, encoding="utf-8")
    return file


def test_a_list_makes_a_registry_where_there_is_none(listed: Path, capsys: Capture) -> None:
    assert run(["import", "agencies", str(listed), *DAY]) == 0
    told = capsys.readouterr()
    assert told.out.endswith(
        "agencies:\n  - id: so-noi-vu\n    name: Sở Nội vụ\n  - id: so-y-te\n    name: Sở Y tế\n"
        "groups:\n  - id: cac-so\n    name: Các sở\n    members: [so-noi-vu, so-y-te]\n"
    )
    assert told.err == "kehoach: 2 tên: 0 đã có, 2 mới, 1 nhóm mới\n"


def test_what_is_made_is_read_and_a_second_time_changes_nothing(
    listed: Path, capsys: Capture
) -> None:
    data = listed.parent / "data"
    data.mkdir()
    out = data / "agencies.yaml"
    assert run(["import", "agencies", str(listed), "-o", str(out), *DAY]) == 0
    first = out.read_bytes()
    assert run(["import", "agencies", str(listed), "-o", str(out), *DAY]) == 2
    assert run(["import", "agencies", str(listed), "-o", str(out), "--force", *DAY]) == 0
    assert out.read_bytes() == first
    assert "2 tên: 2 đã có, 0 mới, 0 nhóm mới" in capsys.readouterr().err


def test_the_shipped_registry_with_a_list_merged_into_it_passes_check(
    shipped: object, capsys: Capture, tmp_path: Path
) -> None:
    assert callable(shipped)
    root = shipped().root
    file = tmp_path / "a.txt"
    file.write_text("Hội:\nHội Người mù tỉnh (HNM)\nThanh tra tỉnh\n", encoding="utf-8")
    registry = root / "agencies.yaml"
    at = ("--data", str(root), *DAY)
    before = _errors(at, capsys)
    assert run(["import", "agencies", str(file), "-o", str(registry), "--force", *at]) == 0
    assert _errors(at, capsys) == before


def _errors(at: tuple[str, ...], capsys: Capture) -> list[str]:
    capsys.readouterr()
    run(["check", "--no-git", "--format", "json", *at])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [each["message"] for each in found if each["severity"] in ("error", "warning")]


def test_a_list_may_be_piped_in(
    listed: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(_LIST.encode())))
    assert run(["import", "agencies", "-", *DAY]) == 0
    piped = capsys.readouterr().out
    assert run(["import", "agencies", str(listed), *DAY]) == 0
    assert capsys.readouterr().out == piped


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "rỗng"),
        ("a.csv", b"STT;A;B\n1;x;y\n", "không có danh sách cơ quan nào"),
        ("a.txt", "Sở Y tế\nSở Y tế\n".encode(), "đứng hai lần (dòng 1, dòng 2)"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".doc"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 50, "hỏng"),
        ("a.pdf", b"%PDF-1.4\n", "pdf"),
        ("a.txt", "".join(f"Sở {n}x\n" for n in range(50_000)).encode(), "quá 20000 tên"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(
    name: str, content: bytes, told: str, listed: Path, capsys: Capture
) -> None:
    file = listed.parent / name
    file.write_bytes(content)
    assert run(["import", "agencies", str(file), *DAY]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told.casefold() in said.err.casefold()
    assert len(said.err.splitlines()) == 1


def test_a_registry_that_is_broken_is_not_written_on(listed: Path, capsys: Capture) -> None:
    (listed.parent / "data").mkdir()
    (listed.parent / "data" / "agencies.yaml").write_text("agencies: [\n", encoding="utf-8")
    assert run(["import", "agencies", str(listed), *DAY]) == 2
    assert capsys.readouterr().out == ""


def test_columns_are_named_by_hand(listed: Path, capsys: Capture) -> None:
    file = listed.parent / "b.csv"
    file.write_text("Mã;Cột lạ\n07210;Phường Bắc Giang\n07228;Phường Đa Mai\n", encoding="utf-8")
    for name in ("Cột lạ=name", "2=tên"):
        assert run(["import", "agencies", str(file), "--column", name, *DAY]) == 0
        assert capsys.readouterr().out.count("name: UBND phường") == 2
    assert run(["import", "agencies", str(file), "--column", "Cột khác=name", *DAY]) == 2
    assert "Cột lạ" in capsys.readouterr().err
    assert run(["import", "agencies", str(file), "--column", "Cột lạ=tuổi", *DAY]) == 2
    assert len(capsys.readouterr().err.splitlines()) <= 2


def test_a_plan_offers_whom_the_registry_lacks(
    shipped: object, capsys: Capture, tmp_path: Path
) -> None:
    assert callable(shipped)
    root = shipped().root
    file = tmp_path / "ke-hoach.md"
    file.write_text(
        "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n"
        "| 1 | Làm A | Sở Nội vụ | VNPT; các hội quần chúng | 30/6/2026 |\n"
        "| 2 | Làm B | Hội Người mù tỉnh | các trường liên quan | 30/6/2026 |\n",
        encoding="utf-8",
    )
    out = tmp_path / "agencies.yaml"
    args = ("import", "plan", str(file), "-o", str(tmp_path / "p.yaml"), "--agencies-out", str(out))
    assert run([*args, "--data", str(root), *DAY]) == 0
    before = (root / "agencies.yaml").read_text(encoding="utf-8").splitlines()
    made = out.read_text(encoding="utf-8").splitlines()
    added = [line.strip() for line in made if line not in before]
    assert [line for line in before if line not in made] == []
    assert added == [
        "- {id: vnpt, name: VNPT}",
        "- {id: hoi-nguoi-mu-tinh, name: Hội Người mù tỉnh}",
        "- id: cac-hoi-quan-chung", "name: các hội quần chúng", "members: []",
        "- id: cac-truong-lien-quan", "name: các trường liên quan",
    ]  # fmt: skip
    capsys.readouterr()
    assert run([*args, "--data", str(root), *DAY]) == 2
