"""Wrong use is told in one line, in Vietnamese first, and ends with 2."""

from pathlib import Path

import pytest

from kehoach.cli import app

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["new", "--period", "2026"], "thiếu --agency"),
        (["deadline"], "thiếu WORDING"),
        (["import", "plan"], "thiếu FILE"),
        (["nw"], "không có lệnh “nw”; có phải new?"),
        (["xyzzy"], "không có lệnh “xyzzy”"),
        (["status", "--xyz"], "không có tùy chọn --xyz"),
        (
            ["deadline", "Quý", "III/2026"],
            "thừa “III/2026”; cụm từ có dấu cách thì đặt trong ngoặc kép",
        ),
        (["status", "--as-of"], "sau --as-of còn thiếu giá trị"),
        (["upcoming", "--days", "abc"], "--days: “abc” không hợp lệ"),
        (["upcoming", "--days", "-3"], "--days: -3 ngoài khoảng cho phép"),
        (["status", "--format", "xml"], "--format 'xml': table | json"),
        (["status", "--all=1"], "--all không nhận giá trị"),
        (["status", "--lang", "fr"], "--lang 'fr': vi | en"),
        (["explain", "{x}", "--agency"], "sau --agency còn thiếu giá trị"),
        (["{nw}"], "không có lệnh “{nw}”"),
    ],
)
def test_it_is_one_line_that_says_what_to_mend(
    capsys: pytest.CaptureFixture[str], line: list[str], told: str
) -> None:
    assert app.run(line) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"kehoach: {told}")
    assert "Invalid value" not in err or " · " in err
    assert err.endswith("--help)\n")


def test_a_wrong_variable_is_told_by_its_own_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody who typed no --lang can mend one."""
    monkeypatch.setenv("KEHOACH_LANG", "fr")
    assert app.run(["status"]) == 2
    assert capsys.readouterr().err.startswith("kehoach: KEHOACH_LANG 'fr': vi | en")


@pytest.mark.parametrize("command", [["status"], ["export"], ["summary"], ["check"]])
def test_a_revision_is_read_from_git_or_not_at_all(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """That there is no repository would be untrue: it was said not to ask it."""
    assert app.run([*command, "--data", str(DATA), "--no-git", "--rev", "HEAD"]) == 2
    told = "kehoach: --rev đọc tệp từ git, nên không đi cùng --no-git\n"
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize(
    ("lang", "told"),
    [("vi", "không có kế hoạch “99”; các kế hoạch: 06"),
     ("en", "there is no plan “99”; the plans: 06")],
)  # fmt: skip
def test_a_plan_that_is_none_is_told_as_such(
    capsys: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    words = ["consolidate", "--item", "III.1.c", "--period", "2021", "--plan", "99"]
    assert app.run([*words, "--data", str(DATA), "--no-git", "--lang", lang]) == 2
    assert capsys.readouterr() == ("", f"kehoach: {told}\n")


@pytest.mark.parametrize(
    "words",
    [["import", "plan", "{}"], ["import", "submissions", "{}"], ["summary", "-o", "{}/a.md"]],
)
def test_the_system_s_reason_is_told_in_the_language_that_is_spoken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str]
) -> None:
    """A file in the place of a folder, or none at all."""
    missing = tmp_path / "không-có"
    (tmp_path / "tệp").write_text("")
    where = tmp_path / "tệp" if "-o" in words else missing
    line = [each.format(where) for each in words]
    assert app.run([*line, "--data", str(DATA)]) == 2
    told = capsys.readouterr().err
    assert (
        "không phải là thư mục" in told
        or "không có tệp hoặc thư mục này" in told
        or "đã có" in told
    )
    assert app.run([*line, "--data", str(DATA), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "Not a directory" in told or "No such file or directory" in told or "File exists" in told


def test_what_a_command_cannot_do_without_stands_in_its_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert app.run(["new", "--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage: kehoach new --agency ID --period P [OPTIONS]")
