"""Wrong use is told in one line, in Vietnamese first, and ends with 2."""

import pytest

from kehoach.cli import app


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
