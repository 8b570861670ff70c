"""``check --since`` names every verdict that a change would turn, whoever made it.

Random changes of one file of the demo's repository: an agency's, the book, the decisions, the plan,
the registry, a calendar. What differs in status or days between the two states is what some finding
names; nothing turns in silence.
"""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kehoach.cli.app import run as run_command
from kehoach.reading.folder import DataFolder
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import Question, Run, answer_since
from kehoach.run.since import TURNED

AS_OF = date(2025, 1, 15)
_OFFICE = ("plan_11.yaml", "agencies.yaml", "decisions.yaml", "receipts.yaml")
_CALENDAR = """\
schema: kehoach/calendar@1
years:
  - {{year: {year}, source: Thông báo, off: [{{date: {year}-{day}, name: Nghỉ}}]}}
"""


@pytest.fixture(scope="module", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "kho"
    assert run_command(["demo", str(folder)]) == 0
    return folder / "data"


def figures(run: Run) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """Return status, days, due day and cover of each obligation."""
    return {
        (each.agency, each.obligation.key.item, each.obligation.key.period): (
            each.status.value,
            each.days,
            each.obligation.due,
            each.covered,
        )
        for each in run.assessments
    }


def changes(text: str, random: Random) -> Iterator[str]:
    """Yield texts that differ from this one in a day, a state, a period or an entry."""
    days = [*re.finditer(r"\b20\d\d-\d\d-\d\d\b", text)]
    if days:
        day = random.choice(days)
        other = random.choice(("2021-06-10", "2022-12-20", "2023-11-03", "2024-12-30"))
        yield f"{text[: day.start()]}{other}{text[day.end() :]}"
    for old, new in (
        ("status: done", "status: in_progress"), ("period: 2022", "period: 2023"),
        ("before: 12-02", "before: 11-02"), ("quantity: 2", "quantity: 1"),
        ("quantity: 1", "quantity: 2"), ("plus: 30 days", "plus: 20 days"),
        ("at_least: 2", "at_least: 1"), ("roll: next", "roll: none"),
        ("{within: 2023}", "{within: 2022}"), ("so-van-hoa]", "so-van-hoa, so-y-te]"),
        ("tolerance_days: 10", "tolerance_days: 400"), (", reporting: II.1", ""),
    ):  # fmt: skip
        if old in text:
            yield text.replace(old, new, 1)
    lines = text.splitlines(keepends=True)
    entries = [number for number, line in enumerate(lines) if line.startswith("  - {")]
    if entries:
        gone = random.choice(entries)
        yield "".join(line for number, line in enumerate(lines) if number != gone)


def changed(data: Path, random: Random) -> None:
    """Change one file, or lay a new calendar."""
    files = sorted(path.relative_to(data).as_posix() for path in data.rglob("*.yaml"))
    name = random.choice((*_OFFICE, *random.sample(files, 4), "calendar.yaml"))
    path = data / name
    if name == "calendar.yaml":
        day = random.choice(("12-01", "12-31", "06-30", "11-30"))
        text = _CALENDAR.format(year=random.choice((2021, 2022, 2023)), day=day)
    elif random.randrange(5) == 0 and name not in _OFFICE:
        path.unlink()
        return
    else:
        text = random.choice([*changes(path.read_text(encoding="utf-8"), random), ""])
    path.write_text(text, encoding="utf-8")


@given(st.integers(0, 2**32))
@settings(max_examples=120 if os.environ.get("KEHOACH_EXPLORE") else 12, phases=[Phase.generate])
def test_what_turns_is_named(
    demo: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    place = tmp_path_factory.mktemp("kho") / "kho"
    shutil.copytree(demo.parent, place)
    changed(place / "data", random)
    try:
        run = answer_since(
            DataFolder(place / "data"), "data/", Question(AS_OF, history=True), "HEAD"
        )
    except Unusable:
        return  # nothing is judged at all: exit 2
    assert run.base is not None
    before, after = figures(run.base), figures(run)
    turned = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    named = {tuple(each.subject) for each in run.findings}
    assert {key for key in turned if key not in named and (None, *key[1:]) not in named} == set()
    assert {tuple(each.subject) for each in run.findings if each.rule is TURNED} <= turned


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "junit", "sarif", "jsonl"])
def test_what_turns_is_named_in_every_format(
    demo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    """One field is enough now: so-cong-thuong, which inspected one in 2022, is done in time."""
    shutil.copytree(demo.parent, tmp_path / "kho")
    data = tmp_path / "kho" / "data"
    plan = data / "plan_11.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("at_least: 2", "at_least: 1"), encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    words = ["--data", str(data), "--since", "HEAD", "--as-of", AS_OF.isoformat()]
    assert run_command(["check", *words, "--format", form]) in (0, 1)
    told = capsys.readouterr()
    summary = tmp_path / "summary.md"
    job = summary.read_text(encoding="utf-8") if form == "github" else told.out
    for page in (told.out, job):
        assert "so-cong-thuong" in page
        assert "KH518" in page
    assert "ngoài dự kiến" not in told.err
