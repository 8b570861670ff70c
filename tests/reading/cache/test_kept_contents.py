"""What files said is taken from what is kept of them, and is the same as what stands in them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json

from kehoach.model.submissions import Submission
from kehoach.reading.cache import kept_contents
from kehoach.reading.cache.kept_contents import KeptContents
from kehoach.reading.cache.shelf import Shelf, kept_in
from kehoach.reading.file_reading import FileReading, submission_from, submission_in

STAMP = "0123456789abcdef"
FULL = """\
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
sample: true
draft: false
document: {number: 1/BC-STC, date: 2022-11-01, title: "A\\tB\\u2028\\u200b", signer: NO}
reports:
  - {item: III.1.c, period: 2021, nil: true, note: "x\\ny\\\\n"}
tasks:
  - {item: II.1.b, period: 2021-06..2021-08, status: done, completed: 2021-11-01, percent: 50,
     quantity: 007, evidence: [{number: 2/QĐ, date: 2021-10-01, title: "  t "}, {number: "3"}]}
  - item: II.3.5
    status: in_progress
    note: |
      một
        hai
note: "ghi chú \\U0001F600 \\x85"
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty shelf."""
    return Shelf(tmp_path / "cache", STAMP)


def asked(
    shelf: Shelf, *files: bytes, folder: str = "so-tai-chinh"
) -> list[FileReading[Submission]]:
    """Return what files say, as a run does that ends afterwards."""
    with KeptContents(shelf, "/data").of(folder) as contents:
        return [contents.reading(raw, "a.yaml") for raw in files]


def lines(shelf: Shelf) -> list[bytes]:
    """Return the contents that are kept of the one folder."""
    (kept,) = kept_in(shelf.folder)
    return (shelf.take("contents", Path(kept.path).stem.partition("-")[2]) or b"").split(b"\n")[:-1]


@pytest.fixture
def only_kept(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function after which no file is read any more but what is kept of it."""

    def stop() -> None:
        def refused(*_: Any) -> Any:
            raise AssertionError("read anew")

        monkeypatch.setattr(kept_contents, "submission_in", refused)

    return stop


def test_a_file_says_the_same_again(shelf: Shelf, only_kept: Callable[[], None]) -> None:
    raw = FULL.encode()
    expected = submission_in(raw).content
    assert expected is not None
    asked(shelf, raw)
    only_kept()
    (read,) = asked(shelf, raw)
    assert (read.content, read.findings) == (expected, [])
    assert repr(read.content) == repr(expected)


words = st.text(st.characters(codec="utf-8"), max_size=20)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6})?", fullmatch=True)
documents = st.fixed_dictionaries(
    {}, optional={"number": words, "date": st.dates().map(str), "signer": words}
)
tasks = st.fixed_dictionaries(
    {"item": ids, "status": st.sampled_from(["done", "in_progress", "not_started"])},
    optional={
        "period": st.sampled_from(["2021", "2022-H1", "once", "2021-Q3"]), "note": words,
        "percent": st.integers(0, 100).map(str), "quantity": st.integers(0, 9_999).map(str),
        "evidence": st.lists(documents, max_size=2),
    },
)  # fmt: skip
submissions = st.fixed_dictionaries(
    {"schema": st.just("kehoach/submission@1"), "plan": ids, "agency": ids},
    optional={"sample": st.sampled_from(["true", "false"]), "document": documents, "note": words,
              "tasks": st.lists(tasks, max_size=3)},
)  # fmt: skip


@given(submissions)
def test_text_says_as_json_what_it_says_as_values(data: dict[str, object]) -> None:
    """The content is validated as JSON where it is kept, and as values where a file is read."""
    try:
        expected = Submission.model_validate(data)
    except ValueError:
        return
    assert submission_from(to_json(data)) == expected


def test_files_with_mistakes_are_read_each_time(shelf: Shelf) -> None:
    broken = [
        b"schema: kehoach/submission@1\n",
        b"\xff",
        b"",
        FULL.replace("done", "gone").encode(),
    ]
    lost = (FULL.rpartition("note:")[0] + "note: Đã xong #2 việc còn lại\n").encode()
    first = asked(shelf, *broken, lost)
    assert [*kept_in(shelf.folder)] == []
    assert [each.findings for each in asked(shelf, *broken, lost)] == [
        each.findings for each in first
    ]
    assert all(each.findings for each in first)


def test_one_byte_makes_another_file(shelf: Shelf) -> None:
    asked(shelf, FULL.encode())
    (read,) = asked(shelf, FULL.replace("percent: 50", "percent: 51").encode())
    assert read.content is not None
    assert read.content.tasks[0].percent == 51


def test_only_what_is_new_is_written(shelf: Shelf) -> None:
    files = [FULL.replace("50", str(number)).encode() for number in range(10)]
    asked(shelf, *files[:9])
    (kept,) = kept_in(shelf.folder)
    before = Path(kept.path).stat().st_mtime_ns, Path(kept.path).read_bytes()
    asked(shelf, *files[:9])
    assert Path(kept.path).read_bytes() == before[1]
    asked(shelf, *files)
    assert len(lines(shelf)) == 10


def test_what_is_used_no_more_goes(shelf: Shelf) -> None:
    files = [FULL.replace("50", str(number)).encode() for number in range(40)]
    for number in range(0, 40, 2):
        asked(shelf, *files[number : number + 2])
    assert len(lines(shelf)) == 4


FORGED = (
    b"",
    b"\n",
    b"x",
    b"%s\n",
    b"%s {}\n",
    b"%s null\n",
    b"%s [1]\n",
    b"%s \xff\n",
    b"%s " + b"[" * 99_999,
)


@pytest.mark.parametrize("forged", FORGED)
def test_what_is_no_content_is_not_taken(forged: bytes, shelf: Shelf) -> None:
    raw = FULL.encode()
    asked(shelf, raw)
    (kept,) = kept_in(shelf.folder)
    text = Path(kept.path).read_bytes()[32:]
    key = Path(kept.path).stem.partition("-")[2]
    shelf.put("contents", key, forged.replace(b"%s", text.split(b" ")[0]))
    (read,) = asked(shelf, raw)
    assert read.content == submission_in(raw).content


def test_a_run_keeps_only_as_much_as_there_is_room_for(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_contents, "_MOST", 2_000)
    kept = KeptContents(shelf, "/data")
    for number in range(10):
        with kept.of(str(number)) as contents:
            assert contents.reading(FULL.encode(), "").content is not None
    assert 1 <= len([*kept_in(shelf.folder)]) <= 3
