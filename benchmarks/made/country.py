"""A made-up country: one set of data, and the same divided into a folder for each province.

As of the end of 2026 each agency owes eleven things a month since 2021: 792. 34 provinces with 3,321
communes are 3,355 agencies and 2.66 million obligations; the 63 of before July 2025 had 11,063.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from made.shape import FIRST_YEAR, filed_on, month_name
from made.shape import Slot as Filed

MONTHS = 72
ITEMS = 11
DAY = "2026-12-31"
LIST = "provinces.yaml"
_AUTHOR = ("-c", "user.name=Văn phòng", "-c", "user.email=van-phong@tinh.example")


@dataclass(frozen=True)
class Country:
    """Its measures: ``reports`` is for how many months each agency has filed."""

    provinces: int = 34
    agencies: int = 3_355
    reports: int = 0

    def agencies_of(self, province: int) -> list[str]:
        """Return the ids of a province's agencies: some provinces have twice as many as others."""
        shares = [2 + number % 3 for number in range(self.provinces)]
        before = self.agencies * sum(shares[:province]) // sum(shares)
        behind = self.agencies * sum(shares[: province + 1]) // sum(shares)
        return [f"{name(province)}-{number:03}" for number in range(1, behind - before + 1)]


def name(province: int) -> str:
    """Return the id of a province."""
    return f"tinh-{province + 1:02}"


def make_country(root: Path, country: Country, *, git: bool = False) -> None:
    """Write the country into new folders: ``one``, ``provinces``, and a list of the latter."""
    agencies = [country.agencies_of(each) for each in range(country.provinces)]
    _repository(root / "one", [id_ for some in agencies for id_ in some], country.reports, git=git)
    for number, some in enumerate(agencies):
        _repository(root / "provinces" / name(number), some, country.reports, git=git)
    rows = "".join(
        f"  - {{id: {each}, name: Tỉnh {each[-2:]}, path: provinces/{each}}}\n"
        for each in map(name, range(country.provinces))
    )
    listed = f"schema: kehoach/portfolio@1\nname: Cả nước, dựng để đo\nrepositories:\n{rows}"
    (root / LIST).write_text(listed, encoding="utf-8")


def _repository(place: Path, agencies: list[str], reports: int, *, git: bool) -> None:
    """Write one data repository."""
    for file, text in _files(agencies, reports):
        path = place / "data" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if git:
        for words in (
            ("init", "-q"),
            ("add", "."),
            (*_AUTHOR, "commit", "-qm", "Dữ liệu dựng để đo"),
        ):
            subprocess.run(["git", "-C", str(place), *words], check=True)


def _files(agencies: list[str], reports: int) -> Iterator[tuple[str, str]]:
    """Yield the files of a data folder."""
    bodies = "".join(f"  - {{id: {id_}, name: Cơ quan {id_}}}\n" for id_ in agencies)
    groups = f"groups:\n  - {{id: tat-ca, name: Mọi cơ quan, members: [{', '.join(agencies)}]}}\n"
    yield "agencies.yaml", f"schema: kehoach/agencies@1\nagencies:\n{bodies}{groups}"
    yield "plan_07.yaml", _plan()
    for place, id_ in enumerate(agencies):
        for month in range(reports):
            path = f"submissions/{id_}/bao-cao-{month_name(month)}.yaml"
            yield path, _report(id_, Filed(place * MONTHS + month, 0, place, month, 0))


def _plan() -> str:
    tasks = "".join(
        f'  - {{id: "II.{number}", kind: task, title: Việc {number}, text: Làm việc {number}., '
        "implement: [tat-ca], deadline: {every: month}}\n"
        for number in range(1, ITEMS)
    )
    return (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Kế hoạch dựng để đo\n'
        f"period: {{from: {FIRST_YEAR}-01-01, to: {DAY}}}\npolicy: {{roll: next, reporting: BC}}\n"
        "items:\n  - {id: BC, kind: report, title: Báo cáo tháng, text: Báo cáo., "
        f"implement: [tat-ca], deadline: {{every: month}}}}\n{tasks}"
    )


def _report(agency: str, slot: Filed) -> str:
    """Return a month's report, in which every task is done."""
    day, month = filed_on(slot), month_name(slot.month)
    tasks = "".join(
        f"  - {{item: II.{number}, period: {month}, status: done, completed: {month}-15}}\n"
        for number in range(1, ITEMS)
    )
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
        f"document: {{number: {slot.index + 1}/BC, date: {day}}}\n"
        f"reports:\n  - {{item: BC, period: {month}}}\ntasks:\n{tasks}"
    )
