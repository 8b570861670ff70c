"""The screen of every morning: it fits any terminal, adds up, and says what changed, judged once."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kehoach.pages.status_page import totals_table
from kehoach.reading.folder import DataFolder
from kehoach.run import Account, Question, Run, answer, reckon
from kehoach.terminal.bar import Bar, Share
from kehoach.terminal.screen import Screen
from kehoach.terminal.styled import Styled
from kehoach.verdicts.tables.changes_since import RecentChange
from kehoach.verdicts.tables.debts import count_of
from kehoach.words import LANGUAGES, Lang

MakeFolder = Callable[..., DataFolder]
SHIPPED = Path(__file__).parents[2] / "data"
DAY = date(2026, 3, 15)
LONG = "Ủy ban nhân dân xã có tên rất dài để không màn hình nào chứa hết được cả tên"


def plan(number: int, items: int, *, first: int = 2024) -> str:
    """Return a plan of so many yearly items, due on the last of January, of a hundred agencies."""
    rows = "".join(
        f'  - {{id: "II.{n}", kind: report, title: "Báo cáo số {n} về {LONG}", text: Gửi., '
        f"implement: [xa], deadline: {{every: year, by: 01-{n % 28 + 1:02}, from: {first}}}}}\n"
        for n in range(items)
    )
    return (
        f'schema: kehoach/plan@1\nid: "{number:02}"\ntitle: Kế hoạch số {number} {LONG}\n'
        f"period: {{from: {first}-01-01, to: 2030-12-31}}\npolicy: {{roll: none}}\nitems:\n{rows}"
    )


def registry(agencies: int) -> str:
    """Return so many agencies with long names; the first has ended and nobody took it over."""
    rows = "".join(
        f"  - {{id: xa-{n}, name: {LONG} {n}{', valid: {to: 2025-06-30}' if not n else ''}}}\n"
        for n in range(agencies)
    )
    ids = ", ".join(f"xa-{n}" for n in range(agencies))
    groups = f"groups: [{{id: xa, name: Xã, members: [{ids}]}}]\n"
    return f"schema: kehoach/agencies@1\nagencies:\n{rows}{groups}"


def report(agency: int, period: int, day: str) -> dict[str, str]:
    return {
        f"submissions/xa-{agency}/{period}.yaml": (
            f'schema: kehoach/submission@1\nplan: "01"\nagency: xa-{agency}\nsample: true\n'
            f"document: {{number: {agency}/BC, date: {day}}}\n"
            f'reports: [{{item: "II.1", period: {period}}}]\n'
        )
    }


SCENES = {
    "one plan": {"plan_01.yaml": plan(1, 3), "agencies.yaml": registry(3)},
    "three plans": {f"plan_0{n}.yaml": plan(n, 9) for n in (1, 2, 3)} | {"agencies.yaml": registry(9)},
    "fifty plans": {f"plan_{n:02}.yaml": plan(n, 4) for n in range(1, 51)}
    | {"agencies.yaml": registry(5)},
    "nothing due yet": {"plan_01.yaml": plan(1, 3, first=2027), "agencies.yaml": registry(3)},
    "all done": {"plan_01.yaml": plan(1, 2, first=2026), "agencies.yaml": registry(1).replace(
        ", valid: {to: 2025-06-30}", "")} | report(0, 2026, "2026-01-02") | {
        "submissions/xa-0/b.yaml": report(0, 2026, "2026-01-01")["submissions/xa-0/2026.yaml"].replace(
            "II.1", "II.0")},
    "twenty thousand debts": {"plan_01.yaml": plan(1, 67), "agencies.yaml": registry(100)},
    "all that can be wrong": {
        "plan_01.yaml": plan(1, 9), "agencies.yaml": registry(20),
        "decisions.yaml": "schema: kehoach/decisions@1\nevents: [{id: a, date: nay}]\n",
        "plan_02.yaml": plan(2, 1).replace("implement: [xa]", "implement: [khong-ai]"),
        **{f"submissions/xa-{n}/hong.yaml": "a: [" for n in range(9)},
        **report(1, 2026, "2026-03-10"), **report(2, 2026, "2026-01-10"),
    },
}  # fmt: skip


@pytest.fixture(name="scene", scope="module")
def _scene(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Account]:
    """Return a function: the account of a scene, with what changed in the last week."""

    @cache
    def account(name: str) -> Account:
        root = tmp_path_factory.mktemp("data")
        for file, text in SCENES[name].items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding="utf-8")
        return answer(DataFolder(root), "data/", Question(DAY, git=False, since=7))

    return account


@pytest.mark.parametrize("name", SCENES)
def test_it_fits_a_terminal_of_24_lines_whatever_the_data(
    scene: Callable[[str], Account], name: str
) -> None:
    run = scene(name)
    for lang in LANGUAGES:
        for width in (80, 160):
            shown = totals_table(run, Screen(width, lang=lang)).splitlines()
            assert len(shown) < 24, "\n".join(shown)
            assert max(map(cell_len, shown)) <= width
            assert shown[-1].startswith(("Cả trang", "Whole page"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_the_numbers_add_up(scene: Callable[[str], Account], name: str, lang: Lang) -> None:
    """Assigned is the sum; what is shown of the debts, and the rest by number, is what is overdue."""
    shown = totals_table(scene(name), Screen(lang=lang))
    point = "." if lang == "vi" else ","
    total = next(line for line in shown.splitlines() if line.startswith(("Giao ", "Assigned ")))
    whole, *parts = [
        int(number.replace(point, ""))
        for number in re.findall(rf"[\d{point}]+(?=\b)", _bare(total))
    ]
    assert whole == sum(parts)
    debts = shown.partition("QUÁ HẠN," if lang == "vi" else "OVERDUE,")[2]
    if parts[-1]:
        rows = re.findall(r" (\d[\d.,]*)/\d[\d.,]*: ", debts)
        rest = re.search(r"^(?:và|and) (.*)$", debts, re.MULTILINE)
        told = [*rows, *re.findall(r"(?:^|, )(\d[\d.,]*)", rest[1] if rest else "")]
        assert sum(int(number.replace(point, "")) for number in told) == parts[-1]
    else:
        assert debts == ""


def _bare(total: str) -> str:
    """Return the sum without the parts in brackets and the signs of the bar."""
    return re.sub(r"\([^)]*\)|[#*] |\. (?=[^\d])", "", total)


def test_what_cannot_be_read_stays_at_the_top(scene: Callable[[str], Account]) -> None:
    shown = totals_table(scene("all that can be wrong"), Screen(80)).splitlines()[:8]
    for words in ("Dữ liệu minh hoạ", "Bỏ qua 9 tệp", "trong tệp của cơ quan theo dõi"):
        assert any(words in line for line in shown), (words, shown)


def test_the_recent_come_first_and_what_is_old_or_nobodys_is_counted(
    scene: Callable[[str], Account],
) -> None:
    """Three reports a year since 2024 of three bodies, of which one ended in June 2025.

    Due on 1, 2 and 3 January of 2024, 2025 and 2026: for 2024 and 2025 the bodies owed it when it
    fell due, so that 3 × 2 × 3 = 18 were owed, and 3 × 2 = 6 in 2026 by the two that are left. Older than
    a year on 15 March 2026 are those of 2024 and 2025: 12 of living bodies, and 6 are the ended one's.
    """
    shown = totals_table(scene("one plan"), Screen())
    assert "quá hạn 24" in shown
    assert "QUÁ HẠN, CÒN GỠ ĐƯỢC: 6 (" in shown
    assert "và 12 việc quá hạn trên 1 năm, 6 việc không ai kế thừa" in shown
    days = [int(found) for found in re.findall(r"quá (\d+) ngày", shown)]
    assert days == [71, 72, 73]  # since 3, 2 and 1 January


def test_off_a_terminal_nothing_is_cut(scene: Callable[[str], Account]) -> None:
    shown = totals_table(scene("twenty thousand debts"), Screen())
    assert "…" not in shown
    for number in range(1, 100):
        assert f"{LONG} {number}" in shown


def test_the_same_by_parts(folder: MakeFolder) -> None:
    place = folder(SCENES["all that can be wrong"])
    question = Question(DAY, git=False, since=90)
    whole = answer(place, "data/", question)
    parts = reckon(place, "data/", question, jobs=1, few=1)
    assert not isinstance(parts, Run)
    assert whole.lately.keys() == parts.lately.keys()
    assert count_of(whole.lately[RecentChange.DONE]) == 2
    for screen in (Screen(80), Screen()):
        assert totals_table(parts, screen) == totals_table(whole, screen)


@pytest.mark.parametrize(
    ("whom", "next_day"),
    [("xa-1", "10/04/2026: II.2"), ("xa-1, xa-2", "20/04/2026: II.3")],
    ids=["others keep the plan's day", "extended for all"],
)
def test_the_next_day_is_that_of_the_extension(
    folder: MakeFolder, whom: str, next_day: str
) -> None:
    """II.2, due on 10 April, is extended to 30 June; II.3 is due on 20 April."""
    items = "".join(
        f'  - {{id: "II.{n}", kind: task, title: Việc, text: Làm., implement: [xa-1, xa-2], '
        f"deadline: {{by: 2026-04-{day}}}}}\n"
        for n, day in ((2, 10), (3, 20))
    )
    extension = (
        'schema: kehoach/decisions@1\nextensions:\n  - {item: "II.2", due: 2026-06-30, '
        f"agencies: [{whom}], document: {{number: 9/UBND, date: 2026-03-01}}}}\n"
    )
    files = {
        "plan_01.yaml": plan(1, 0).removesuffix("items:\n") + f"items:\n{items}",
        "plan_07.yaml": None,
        "agencies.yaml": registry(3),
        "decisions.yaml": extension,
    }
    place, question = folder(files), Question(DAY, git=False, since=7)
    parts = reckon(place, "data/", question, jobs=1, few=1)
    for account in (answer(place, "data/", question), parts):
        assert f"hạn gần nhất {next_day}\n" in totals_table(account, Screen()) + "\n"


@pytest.mark.parametrize("days", [1, 7, 30, 200, 700])
def test_what_changed_is_what_differs_from_the_verdicts_of_then(days: int) -> None:
    """On the shipped data: overdue now and not then, done now and not then, of the same files."""
    folder = DataFolder(SHIPPED)
    for as_of in (date(2021, 7, 31), date(2021, 12, 3), date(2022, 1, 5), date(2025, 12, 5)):
        then = as_of - timedelta(days)
        now = answer(folder, "data/", Question(as_of, since=then))
        before = answer(folder, "data/", Question(then))
        was = {
            each.obligation.key._replace(agency=each.agency): each for each in before.assessments
        }
        named = {each.obligation.key: each for each in before.assessments}
        expected: dict[RecentChange, set[object]] = {
            RecentChange.OVERDUE: set(),
            RecentChange.DONE: set(),
        }
        for each in now.assessments:
            key = each.obligation.key._replace(agency=each.agency)
            old = was.get(key) or named.get(each.obligation.key)
            if each.overdue and not (old and old.overdue):
                expected[RecentChange.OVERDUE].add(key)
            if each.done and not each.requested and not (old and old.done):
                expected[RecentChange.DONE].add(key)
        for change, keys in expected.items():
            found = [verdict for each in now.lately[change] for verdict in each.each()]
            assert {each.obligation.key._replace(agency=each.agency) for each in found} == keys, (
                as_of,
                change,
            )


@given(st.lists(st.integers(0, 10**7), min_size=4, max_size=4), st.integers(1, 300))
def test_a_bar_shows_whatever_there_is_any_of(numbers: list[int], room: int) -> None:
    shares = [Share(number, sign, "") for number, sign in zip(numbers, "#*.!", strict=True)]
    (line,) = Bar(shares, Styled("x")).lines(room)
    drawn = str(line).removeprefix("[").partition("]")[0]
    assert list(dict.fromkeys(drawn)) == [each.sign for each in shares if each.number]
    assert len(drawn) <= 40
    assert "".join(sorted(drawn, key="#*.!".index)) == drawn
