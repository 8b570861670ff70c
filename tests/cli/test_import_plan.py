"""``kehoach import plan`` as a user runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from annex.items.word_annex import word_annex
from kehoach.cli.app import run
from kehoach.contract.schemas import schema_text
from kehoach.reading.folder import DataFolder

DAY = ("--as-of", "2026-01-01")
MakeFolder = Callable[..., DataFolder]


@pytest.fixture(name="annex")
def _annex(tmp_path: Path) -> Path:
    file = tmp_path / "phu-luc.docx"
    file.write_bytes(word_annex())
    return file


def test_the_draft_can_be_checked_up_to_what_is_in_doubt(
    annex: Path, folder: MakeFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `check` calls an error is what the draft itself says is not in the registry."""
    root = folder({}, shipped=True).root
    (root / "plan_06.yaml").unlink()
    at = ("--data", str(root))
    assert run(["import", "plan", str(annex), "-o", str(root / "plan_12.yaml"), *at, *DAY]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "8 mục, 12 điều cần xem lại:" in told.err
    assert "Cơ quan chủ trì → chủ trì" in told.err
    assert run(["check", "--no-git", "--format", "json", *at, *DAY]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    errors = [each["message"] for each in found if each["severity"] == "error"]
    assert [words.split("”")[0] for words in errors] == ["“cac-so-lien-quan", "“so-quang-minh"]
    assert {each["code"] for each in found if each["severity"] != "error"} == {"KH304", "KH309"}


def test_a_file_that_is_there_is_not_overwritten_unasked(
    annex: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "plan_12.yaml"
    there.write_text("mine", encoding="utf-8")
    assert run(["import", "plan", str(annex), "-o", str(there), *DAY]) == 2
    assert there.read_text(encoding="utf-8") == "mine"
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(["import", "plan", str(annex), "-o", str(there), "--force", *DAY]) == 0
    assert there.read_text(encoding="utf-8").startswith("#")


def test_every_doubt_stands_at_its_item_as_a_comment(
    annex: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "plan", str(annex), *DAY]) == 0
    told = capsys.readouterr()
    comments = [line.split("# ? ")[1] for line in told.out.splitlines() if "# ? " in line]
    listed = [line.strip().split(None, 1)[1] for line in told.err.splitlines() if line[:2] == "  "]
    assert set(listed) <= set(comments)


def test_json_for_programs(
    annex: Path, folder: MakeFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder({}, shipped=True).root
    args = ["import", "plan", str(annex), "--format", "json", "--data", str(root), *DAY]
    assert run(args) == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, json.loads(schema_text("draft")))
    first = told["items"][0]
    assert {key: first[key] for key in ("number", "section", "lead", "coordinate", "wording")} == {
        "number": "1",
        "section": "I. CÔNG TÁC TUYÊN TRUYỀN",
        "lead": ["so-tu-phap"],
        "coordinate": ["so-van-hoa-the-thao-du-lich", "cong-an-tinh", "các sở liên quan"],
        "wording": "Trước ngày 30/6/2026",
    }
    assert (first["nominal_due"], first["product"]) == ("2026-06-29", "Kế hoạch")
    assert told["items"][-1]["nominal_due"] is None
    for item in told["items"]:
        assert all(f"{item['id']}: {doubt}" in told["doubts"] for doubt in item["doubts"])


def test_what_the_user_says_is_no_doubt(annex: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["--id", "cds", "--from", "2026-02-05", "--to", "31/12/2026", "--lang", "en"]
    assert run(["import", "plan", str(annex), *args, *DAY]) == 0
    told = capsys.readouterr()
    assert "id: cds\n" in told.out
    assert "period: {from: 2026-02-05, to: 2026-12-31}" in told.out
    assert "--id" not in told.err
    assert "--from" not in told.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),
        ("a.pdf", b"%PDF-1.7", "hỏng"),
        ("a.md", "| Họ tên | Quê |\n|---|---|\n| A | B |\n".encode(), "không có bảng nhiệm vụ"),
        ("a.md", "| TT | Nhiệm vụ | Thời hạn |\n|---|---|---|\n".encode(), "không có nhiệm vụ nào"),
        ("{x}.md", b"", "rỗng"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    name: str, content: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["import", "plan", str(tmp_path / name), *DAY]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert len(told.err.splitlines()) == 1


def test_headings_found_are_named_where_none_is_a_plan_s(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.html"
    file.write_text("<table>" + "<tr><td>Họ tên<td>Quê<td>Tuổi</tr>" * 3 + "</table>", "utf-8")
    assert run(["import", "plan", str(file), *DAY]) == 2
    assert "“Họ tên”, “Quê”, “Tuổi”" in capsys.readouterr().err


def test_a_broken_registry_is_told_and_not_passed_over(
    annex: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agencies.yaml").write_text("schema: kehoach/agencies@1\n", encoding="utf-8")
    assert run(["import", "plan", str(annex), "--data", str(tmp_path), *DAY]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "agencies.yaml:1:1" in told.err


def test_another_kind_or_order_of_days_is_wrong_use(annex: Path) -> None:
    assert run(["import", "plans", str(annex)]) == 2
    assert run(["import", "plan", str(annex), "--format", "csv"]) == 2
    assert run(["import", "plan", str(annex), "--from", "2026-12-31", "--to", "2026-01-01"]) == 2


def test_words_of_the_document_command_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = "<td>\x1b[31m1<td>::error::x\n# {a: *b} <td>[/nope] | `x`<td>{0} %s"
    header = "<tr><td>TT<td>Nhiệm vụ<td>Cơ quan chủ trì<td>Thời hạn</tr>"
    (tmp_path / "a.html").write_text(f"<table>{header}<tr>{cells}</tr></table>", "utf-8")
    assert run(["import", "plan", str(tmp_path / "a.html"), *DAY]) == 0
    told = capsys.readouterr()
    for text in (told.out, told.err):
        assert "\x1b" not in text
        assert not any(line.startswith("::") for line in text.splitlines())


_REGISTER = (
    "| Mã | Việc đã phân | Ai lo | Bao giờ |\n|---|---|---|---|\n"
    "| 1 | Rà soát toàn bộ hồ sơ | Sở Y tế | 30/6/2026 |\n"
)


def _register(tmp_path: Path) -> str:
    file = tmp_path / "so.md"
    file.write_text(_REGISTER, encoding="utf-8")
    return str(file)


def test_a_column_is_said_to_hold_something_in_either_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for who, when in (("lead", "deadline"), ("chủ trì", "thời hạn"), ("chu-tri", "Thoi han")):
        named = ("--column", f"Ai lo={who}", "--column", f"bao gio={when}")
        assert run(["import", "plan", _register(tmp_path), *named, *DAY]) == 0
        made = capsys.readouterr().out
        assert "deadline: {by: 2026-06-30}" in made
        assert "lead: [so-y-te]" in made


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Ai lo=led", "lead"),
        ("Ai lo", "deadline"),
        ("Bao=deadline", "“Bao giờ”"),
        ("=deadline", "--column"),
    ],
)
def test_a_wrong_column_or_role_is_one_line_with_what_is_near(
    given: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "plan", _register(tmp_path), "--column", given, *DAY]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert len(told.err.splitlines()) == 1


def test_off_a_terminal_nobody_is_asked_and_the_line_to_type_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "plan", _register(tmp_path), *DAY]) == 0
    assert '--column "Ai lo=lead" --column "Bao giờ=deadline"' in capsys.readouterr().err


def test_on_a_terminal_what_nobody_knows_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(("ai đó", "chủ trì", ""))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    file = tmp_path / "plan.yaml"
    assert run(["import", "plan", _register(tmp_path), "-o", str(file), *DAY]) == 0
    told = capsys.readouterr().err
    assert "“Ai lo” (ví dụ: “Sở Y tế”)" in told
    assert "“ai đó” không phải một trong: số thứ tự, nội dung" in told
    made = file.read_text(encoding="utf-8")
    assert "lead: [so-y-te]" in made
    assert "Bao giờ: 30/6/2026" in made
    assert "by: 2026-06-30" not in made
