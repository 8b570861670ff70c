"""Data folders at random, with every kind of file and any words in them, written as JSON: YAML reads it."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from shared_example import DECOMPOSED
from verdicts.laws.drawn import (
    DECIDED,
    FILES,
    GROUPS,
    ITEMS,
    RECORDED,
    REPORTS,
    Entry,
    Told,
    letter,
)

Files = dict[str, str]
_PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20)
WORDS = _PLAIN | st.sampled_from(
    [
        "[/nope]",
        "::error::x",
        "a|b",
        "<script>x</script>",
        "=1+1",
        "@all",
        "a\nb",
        "NO",
        "06",
        DECOMPOSED,
    ]
)


def _written(kind: str, **keys: Any) -> str:
    return json.dumps({"schema": f"kehoach/{kind}@1", **keys}, ensure_ascii=False)


def _submission(told: Told, number: int, words: str) -> str:
    parts = {
        part: [each for each in told.said if (each["item"] in REPORTS) == (part == "reports")]
        for part in ("reports", "tasks")
    }
    document = {"number": f"{number}/BC", "date": told.day, "title": words, "signer": words}
    return _written(
        "submission", plan="06", agency=told.agency, document=document, note=words, **parts
    )


@st.composite
def folders(draw: st.DrawFn) -> Files:
    """Draw the files of a data folder, by name."""
    said = draw(WORDS)
    items = [{**each, "title": draw(WORDS), "tags": ["chung"]} for each in ITEMS.values()]
    plan = _written(
        "plan", id="06", title=said, period={"from": "2021-01-01", "to": "2022-12-31"},
        policy={"reporting": "bc", "consolidator": "d"}, items=items,
    )  # fmt: skip
    agencies = [{"id": id_, "name": draw(WORDS)} for id_ in "abcd"]
    told, decided, recorded = draw(FILES), draw(DECIDED), draw(RECORDED)
    about = [{"item": "bc", "period": "2021-H1"}]
    reminders = [{"agency": "a", "about": about, "note": said, **letter("2021-07-01")}]
    return {
        "plan_06.yaml": plan,
        "agencies.yaml": _written("agencies", agencies=agencies, groups=GROUPS),
        "decisions.yaml": _written("decisions", **decided),
        "receipts.yaml": _written("receipts", receipts=_noted(recorded, said)),
        "reminders.yaml": _written("reminders", reminders=reminders),
        "calendar.yaml": _written("calendar", also_off=[{"date": "2021-05-31", "name": said}]),
        "checks.yaml": _written("checks", severity={"KH410": "error"}),
        **{
            f"submissions/{each.agency}/{number}.yaml": _submission(each, number, said)
            for number, each in enumerate(told)
        },
    }


def _noted(recorded: Sequence[Entry], words: str) -> list[Entry]:
    return [{**each, "note": words} for each in recorded]


@contextmanager
def on_disk(files: Files) -> Iterator[DataFolder]:
    """Yield the folder that holds these files."""
    with TemporaryDirectory() as place:
        for name, text in files.items():
            path = Path(place, "data", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        yield DataFolder(Path(place, "data"))


def judged(folder: DataFolder, as_of: date, **asked: Any) -> Run:
    """Return the answer to a question about a folder, by declared dates."""
    return answer(folder, "data/", Question(as_of, git=False, **asked))
