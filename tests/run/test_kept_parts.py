"""What a part came to before is taken again only where it would come to the same."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

import pytest

from kehoach.reading.cache.kept_contents import KeptContents
from kehoach.reading.cache.shelf import Shelf, kept_in
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer, reckon
from kehoach.run.by_parts.kept_parts import KIND, KeptParts
from kehoach.run.by_parts.ledger import Ledger
from kehoach.run.by_parts.parts import DataPart
from run.histories import Office, report
from run.test_parts import BOOK, HEIRS
from run.test_random_histories import AGENCIES, Writer
from run.test_reckoning import CHECK, DECISIONS, STATUS, checks, pages

DATED = """\
schema: kehoach/receipts@1
receipts:
"""
Taken = list[tuple[DataPart, bool]]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty shelf."""
    return Shelf(tmp_path / "cache", "0123456789abcdef")


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Taken:
    """Return where it is put down which parts are asked for, and whether they are kept."""
    asked: Taken = []
    plain = KeptParts.taken

    def noted(self: KeptParts, part: DataPart) -> object:
        found = plain(self, part)
        asked.append((part, found is not None))
        return found

    monkeypatch.setattr(KeptParts, "taken", noted)
    return asked


def reckoned(office: Office, shelf: Shelf, question: Question, jobs: int = 1) -> Ledger:
    """Return the account by parts of a file or two, with what is kept."""
    kept = KeptContents(shelf, str(office.data))
    folder = DataFolder(office.data, kept=kept)
    found = reckon(folder, "data/", question, jobs, 0)
    assert isinstance(found, Ledger)
    return found


def prove(office: Office, shelf: Shelf, jobs: int = 1) -> None:
    """Pass what is kept if it gives the same bytes as everything judged anew, at once."""
    data = DataFolder(office.data)
    assert pages(reckoned(office, shelf, STATUS, jobs)) == pages(answer(data, "data/", STATUS))
    assert checks(reckoned(office, shelf, CHECK, jobs)) == checks(answer(data, "data/", CHECK))


class Hand:
    """Somebody who alters one thing after another in the work tree, at random."""

    def __init__(self, office: Office, random: Random) -> None:
        self.office, self.random = office, random
        self.did: tuple[Callable[[], None], ...] = (
            self.file, self.file, self.amend, self.delete, self.move, self.beside, self.book,
            self.registry, self.decide, self.commit, self.again, self.again,
        )  # fmt: skip

    def alter(self) -> None:
        """Alter something."""
        self.random.choice(self.did)()

    def file(self) -> None:
        """File something, perhaps in another's folder."""
        agency, folder = self.random.choice(AGENCIES), self.random.choice(AGENCIES)
        name = f"submissions/{folder}/{self.random.choice('abc')}.yaml"
        years = self.random.sample((2020, 2021, 2022, 2023), self.random.randrange(3))
        self.office.write({name: report(agency, *years, number=f"{self.random.randrange(5)}/BC")})

    def amend(self) -> None:
        """Amend a file."""
        if files := self._files():
            path = self.random.choice(files)
            path.write_bytes(path.read_bytes().replace(b"2022", b"2021", 1))

    def delete(self) -> None:
        """Delete a file."""
        if len(files := self._files()) > 1:
            self.random.choice(files).unlink()

    def move(self) -> None:
        """Move a file, perhaps into another's folder."""
        if files := self._files():
            agency = self.random.choice(AGENCIES)
            place = self.office.data / "submissions" / agency / f"{self.random.choice('xyz')}.yaml"
            place.parent.mkdir(parents=True, exist_ok=True)
            self.random.choice(files).rename(place)

    def beside(self) -> None:
        """Put something there that is not read."""
        agency = self.random.choice(AGENCIES)
        name = self.random.choice(("la.txt", f"{agency}/thu.docx", f"{agency}/a.yaml.txt"))
        self.office.write({f"submissions/{name}": self.random.choice(("x", "y"))})

    def book(self) -> None:
        """Keep another book."""
        self.office.write({"receipts.yaml": self.random.choice((BOOK, DATED + "  []\n"))})

    def registry(self) -> None:
        """Let agencies pass into others."""
        self.office.write({"agencies.yaml": HEIRS})

    def decide(self) -> None:
        """Decide something."""
        self.office.write({"decisions.yaml": DECISIONS})

    def commit(self) -> None:
        """Commit everything."""
        self.office.commit(f"2022-12-{self.random.randrange(10, 28)}")

    def again(self) -> None:
        """Do nothing."""

    def _files(self) -> list[Path]:
        return sorted(self.office.data.glob("submissions/*/*.yaml"))


@pytest.mark.parametrize("seed", [*range(4), 14])
def test_whatever_is_altered_it_is_as_judged_anew(
    office: Office, shelf: Shelf, taken: Taken, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    Writer(office, random).history()
    hand = Hand(office, random)
    for _ in range(14):
        hand.alter()
        prove(office, shelf)
    kept = [was for _, was in taken]
    assert any(kept)
    assert not all(kept)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pushed_it_is_as_judged_anew(
    office: Office, shelf: Shelf, taken: Taken, seed: int
) -> None:
    """Merges, foxtrots, rebases, reverts, other branches, wrong clocks: the same as with nothing kept."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    writer = Writer(office, random)
    writer.file()
    writer.begin()
    actions: tuple[Callable[[], None], ...] = (*writer.actions, partial(rewound, office))
    for _ in range(12):
        random.choice(actions)()
        if writer.files():
            prove(office, shelf)
    assert any(was for _, was in taken)
    assert not all(was for _, was in taken)


def rewound(office: Office) -> None:
    """Take the last commit of a branch away, as if it had never been made."""
    if office.try_git("rev-parse", "HEAD~1").returncode == 0:
        office.git("reset", "-q", "--hard", "HEAD~1")


def test_what_one_agency_pushes_costs_its_own_part(
    office: Office, shelf: Shelf, taken: Taken
) -> None:
    for agency in AGENCIES:
        office.commit("2022-11-20", office.file(agency, 2021, 2022))
    prove(office, shelf)
    taken.clear()
    office.commit("2022-11-25", office.file("so-noi-vu", 2022))
    prove(office, shelf)
    anew = [part for part, was in taken if not was]
    assert anew
    assert all(part.holds("so-noi-vu") for part in anew)
    assert len(anew) < len(taken)


def test_a_merge_that_dates_anew_what_is_not_touched_is_judged_anew(
    office: Office, shelf: Shelf
) -> None:
    """The agency's commit stands; a merge by the office takes it off the main line, and dates it."""
    office.commit("2022-11-20", office.file("so-noi-vu", 2021))
    office.branch("nhanh")
    office.commit("2022-11-21", office.file("so-tai-chinh", 2021))
    prove(office, shelf)
    office.switch("main")
    office.commit("2022-11-22", office.file("so-noi-vu", 2022))
    office.merge("2022-12-09", "nhanh")
    prove(office, shelf)


def test_one_amended_file_costs_its_own_part(office: Office, shelf: Shelf, taken: Taken) -> None:
    for agency in AGENCIES:
        office.commit("2022-11-20", office.file(agency, 2021, 2022))
    prove(office, shelf)
    taken.clear()
    office.write(office.file("so-noi-vu", 2022))
    prove(office, shelf)
    anew = [part for part, was in taken if not was]
    assert anew
    assert all(part.holds("so-noi-vu") for part in anew)
    assert len(anew) < len(taken)


def test_several_processes_take_what_one_has_kept(office: Office, shelf: Shelf) -> None:
    for agency in AGENCIES:
        office.commit("2022-11-20", office.file(agency, 2021, 2022))
    for jobs in (1, 3, 2):
        prove(office, shelf, jobs)


def test_whether_git_dates_anything_is_a_matter_of_all_parts(office: Office, shelf: Shelf) -> None:
    """The book dates the one report for good; then another agency files what it does not date."""
    entry = '  - {agency: so-tai-chinh, item: "1", period: 2021, received: 2021-12-03}\n'
    office.commit("2022-11-20", {"receipts.yaml": DATED + entry})
    office.commit("2022-11-21", office.file("so-tai-chinh", 2021))
    prove(office, shelf)
    office.commit("2022-11-22", office.file("so-tai-chinh", 2021, name="b"))
    office.write(office.file("so-noi-vu", 2022))
    prove(office, shelf)
    office.write({"submissions/so-noi-vu/bc.yaml": None})
    prove(office, shelf)


@pytest.mark.parametrize("change", [
    {"as_of": date(2022, 12, 20)}, {"git": False, "history": False}, {"items": ("1",)},
    {"only": ("overdue",)},
])  # fmt: skip
def test_another_question_is_another_result(
    office: Office, shelf: Shelf, taken: Taken, change: dict[str, object]
) -> None:
    office.commit("2022-11-20", office.file("so-noi-vu", 2021))
    office.commit("2022-11-20", office.file("so-tai-chinh", 2021))
    reckoned(office, shelf, STATUS)
    taken.clear()
    other = replace(STATUS, **change)  # type: ignore[arg-type]
    found = pages(reckoned(office, shelf, other))
    assert not any(was for _, was in taken)
    assert found == pages(answer(DataFolder(office.data), "data/", other))


def test_what_git_refuses_is_refused_with_everything_kept(office: Office, shelf: Shelf) -> None:
    """A file that git looks away from is told, though all that is read is the same as before."""
    for agency in AGENCIES:
        office.commit("2022-11-20", office.file(agency, 2021))
    reckoned(office, shelf, STATUS)
    office.git("update-index", "--skip-worktree", "data/submissions/so-noi-vu/bc.yaml")
    (office.data / "submissions/so-noi-vu/bc.yaml").unlink()
    folder = DataFolder(office.data, kept=KeptContents(shelf, str(office.data)))
    with pytest.raises(Exception, match="skip-worktree"):
        reckon(folder, "data/", STATUS, 1, 0)


def forgeries(found: bytes) -> Iterator[bytes]:
    """Yield what is no result, or only nearly; ``found`` is one that counts something."""
    yield from (b"", b"null", b"[]", b"1", b'["PartResult"]', b"\xff", b"[" * 99_999)
    told = found.decode()
    assert "PartResult" in told
    assert '"Counts"' in told
    yield told.replace("PartResult", "Verdict").encode()
    yield told.replace('"Counts"', '"os"').encode()
    yield told[:-3].encode()


def test_what_is_no_result_is_judged_anew(office: Office, shelf: Shelf, taken: Taken) -> None:
    for agency in AGENCIES:
        office.commit("2022-11-20", office.file(agency, 2021, 2022))
    expected = pages(reckoned(office, shelf, STATUS))
    kept = [each for each in kept_in(shelf.folder) if each.kind == KIND]
    keys = [Path(each.path).stem.partition("-")[2] for each in kept]
    fullest = max((shelf.take(KIND, key) or b"" for key in keys), key=len)
    for forged in forgeries(fullest):
        for key in keys:
            shelf.put(KIND, key, forged)
        taken.clear()
        assert pages(reckoned(office, shelf, STATUS)) == expected
        assert not any(was for _, was in taken)
