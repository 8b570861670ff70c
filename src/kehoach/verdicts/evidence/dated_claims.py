"""What is said of an obligation, dated: by the registry book, by git, or by the word of a file.

The book comes first; inside a repository git knows the rest, and what its commit does not hold has
been received today and changes nothing that came before; the day that a file declares counts only
where there is no repository.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.holdings import BEYOND_ALL, Version
from kehoach.verdicts.evidence.meaning import Meaning, Saying
from kehoach.verdicts.evidence.receipt import Book, Receipt, Source
from kehoach.verdicts.evidence.telling import Telling, Told
from kehoach.verdicts.obligations.obligation import Key

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import Arrivals, History


class Dates:
    """The sources that date what is said of each obligation, strongest first.

    ``since`` passes over all that had come by the end of a day: what stood then and has stood since
    counts only where the book, which is then of later days alone, has it again; and what cites a letter
    that had come by then (``before``) is that very letter, whenever its file was typed.
    """

    def __init__(
        self,
        book: Book,
        arrivals: "Arrivals | None" = None,
        since: date | None = None,
        before: Book | None = None,
    ) -> None:
        self.book = book
        self._arrivals = arrivals
        self._since = since
        self._before = before or book

    @property
    def by_word(self) -> bool:
        """Whether only the book and the files' own dates are known."""
        return self._history is None

    @property
    def _history(self) -> "History | None":
        return self._arrivals.history if self._arrivals else None

    def of(self, key: Key, said: Sequence[Saying], files: Mapping[str, Filing]) -> Sequence[Claim]:
        """Return the claims on one obligation; ``said`` is what the files say now."""
        if (history := self._history) is None:
            return self._by_word(key, said)
        return self._by_git(key, said, history, files)

    def tellings(self, key: Key, said: Sequence[Saying]) -> list[Telling]:
        """Return each time that something was said of an obligation, today and ever."""
        if (history := self._history) is None:
            return [each for _, each in self._worded(key, said) if each is not None]
        return self._told_by_git(key, said, history)

    def claims(
        self, here: Mapping[Key, Sequence[Saying]], files: Mapping[str, Filing]
    ) -> dict[Key, Sequence[Claim]]:
        """Return the claims on each obligation; ``here`` is what the files say now.

        What the commit holds and a file says otherwise since still counts: what is not committed
        changes nothing that was received. A file that is not there any more says nothing.
        """
        if (history := self._history) is None:
            return {key: self._by_word(key, said) for key, said in here.items()}
        dated = {key: self._by_git(key, said, history, files) for key, said in here.items()}
        for key in history.standing:
            if key not in here and (claims := self._by_git(key, (), history, files)):
                dated[key] = claims
        return dated

    def _by_word(self, key: Key, said: Sequence[Saying]) -> list[Claim]:
        """Return the claims where only the book and the files' own dates are known."""
        dated = self._worded(key, said)
        known = [telling for _, telling in dated if telling is not None]
        told = self._told(key, sorted(known, key=lambda each: each.receipt.day))
        return [
            _claim(key, each, told, telling, telling and telling.receipt) for each, telling in dated
        ]

    def _worded(self, key: Key, said: Sequence[Saying]) -> list[tuple[Saying, Telling | None]]:
        """Return what is said, and when it was told as far as that is known; or what is new."""
        dated = [(each, self._undated_by_git(key, each)) for each in said]
        since = self._since
        if since is None:
            return dated
        return [each for each in dated if each[1] is not None and each[1].receipt.day > since]

    def _undated_by_git(self, key: Key, said: Saying) -> Telling | None:
        booked = self._booked(key, said.meaning, fulfils=said.fulfils)
        day = said.meaning.document.date
        receipt = booked or (day and Receipt(day, Source.DECLARED, said.file))
        return Telling(said.meaning, receipt, fulfils=said.fulfils) if receipt else None

    def _by_git(
        self, key: Key, said: Sequence[Saying], history: "History", files: Mapping[str, Filing]
    ) -> Sequence[Claim]:
        """Return the claims of what is committed, of what is not, and of what that replaced."""
        standing, versions = history.standing.get(key, ()), history.versions.get(key, ())
        if self._since is None and _settled(standing, said):
            return (self._of_settled(key, said[0], versions, history),)
        tellings = self._told_by_git(key, said, history)
        held = {each.meaning for each in standing}
        told = self._told(key, tellings)
        of = {each.meaning: each for each in reversed(tellings)}
        of |= {each.meaning: each for each in tellings if each.place == BEYOND_ALL}
        return [
            self._dated(key, each, told, of[each.meaning], held=each.meaning in held)
            for each in (*said, *_replaced(standing, said, history, files))
            if each.meaning in of
        ]

    def _told_by_git(self, key: Key, said: Sequence[Saying], history: "History") -> list[Telling]:
        """Return what commits told and, after it, what none of them holds; or what of it is new."""
        held = {each.meaning for each in history.standing.get(key, ())}
        told = [*self._committed(key, history)]
        told += [self._new(key, each) for each in said if each.meaning not in held]
        since = self._since
        return [each for each in told if since is None or self._sent_since(key, each, since)]

    def _committed(self, key: Key, history: "History") -> Iterator[Telling]:
        """Yield what commits told of an obligation; since a day, what was sent again or is booked."""
        since = self._since
        again = () if since is None else tuple(history.sent_again(key, since))
        for version in history.versions.get(key, ()):
            told = self._past(key, version, history)
            if since is None or version in again or told.receipt.source is Source.REGISTRY:
                yield told

    def _sent_since(self, key: Key, told: Telling, since: date) -> bool:
        """Say whether something came after a day, and is not what the book has of before it."""
        if told.receipt.source is Source.REGISTRY:
            return True
        if told.receipt.day <= since:
            return False
        letter = self._by_letter(self._before, key, told.meaning, told.receipt.day)
        return letter is None or letter.day > since

    def _of_settled(
        self, key: Key, said: Saying, versions: Sequence[Version], history: "History"
    ) -> Claim:
        """Return the claim of what stands in the commit and nothing else speaks of, as most things are.

        Nothing need be looked up by its meaning, nor weighed where it was told once.
        """
        if len(versions) == 1 and not self._knows(key, said.meaning):
            return _once(key, said, versions[0], history)
        past = [self._past(key, each, history) for each in versions]
        came = next(each for each in past if each.meaning == said.meaning)
        return self._dated(key, said, self._told(key, past), came, held=True)

    def _dated(self, key: Key, said: Saying, told: Told, telling: Telling, *, held: bool) -> Claim:
        """Return the claim of an entry; what the commit ``held`` has been received since it was told."""
        receipt = telling.receipt
        if held:
            receipt = (told.fulfilled if said.fulfils else told.heard) or receipt
        passed_over = None
        if receipt.source is not Source.REGISTRY and self.book.names(said.meaning):
            passed_over = self.book.of_letters(said.meaning.letters(key.agency))
        return _claim(key, said, told, telling, receipt, passed_over)

    def _knows(self, key: Key, meaning: Meaning) -> bool:
        """Say whether the book may date an entry, by its obligation or by a letter."""
        return key in self.book.by_key or self.book.names(meaning)

    def _past(self, key: Key, version: Version, history: "History") -> Telling:
        """Return what a commit told, dated by the book where that dates it."""
        booked = None
        if self._knows(key, version.meaning):
            booked = self._booked(key, version.meaning, fulfils=version.done, day=version.day)
        return _telling(version, booked or history.receipt(version), history)

    def _new(self, key: Key, said: Saying) -> Telling:
        """Return what no commit holds: received today, unless the book knows of it."""
        assert self._arrivals is not None  # noqa: S101 - for the type checker
        today = self._arrivals.today
        booked = self._booked(key, said.meaning, fulfils=said.fulfils, day=today)
        receipt = booked or Receipt(today, Source.UNCOMMITTED, "")
        return Telling(said.meaning, receipt, BEYOND_ALL, fulfils=said.fulfils)

    def _booked(
        self, key: Key, meaning: Meaning, *, fulfils: bool, day: date | None = None
    ) -> Receipt | None:
        """Return the arrival that the book has of it: of the item, else of a letter that it cites.

        An entry on a task dates what fulfils it, not what was reported on the way. A letter dates
        what stood there when git (``day``) first held anything that cites it: what is typed into its
        file afterwards was no part of it.
        """
        if fulfils and key in self.book.by_key:
            return self.book.by_key[key]
        return self._by_letter(self.book, key, meaning, day)

    def _by_letter(
        self, book: Book, key: Key, meaning: Meaning, day: date | None
    ) -> Receipt | None:
        """Return the arrival that a book has of a letter which something cites."""
        cited = self._history.cited if self._history else {}
        return book.of_letters(
            each
            for each in meaning.letters(key.agency)
            if day is None or day <= cited.get(each, day)
        )

    def _told(self, key: Key, tellings: Sequence[Telling]) -> Told:
        """Return what counts of the tellings; the office's own word on the day of the work is first."""
        told = Told.of(tellings)
        day = self.book.completed.get(key)
        return told if day is None else told._replace(declared=day, stated=True)


def _once(key: Key, said: Saying, version: Version, history: "History") -> Claim:
    """Return the claim of what one commit brought and no other touched."""
    receipt = history.receipt(version)
    telling = _telling(version, receipt, history)
    return _claim(key, said, Told.once(telling), telling, receipt)


def _telling(version: Version, receipt: Receipt, history: "History") -> Telling:
    """Return a version as it was told; until when it stood is asked only of announcements."""
    _, commit, _, done, meaning, place = version
    day = meaning.completed
    until = history.until(version) if day is not None and day > receipt.day else None
    return Telling(meaning, receipt, place, commit, done, until)


def _settled(standing: Sequence[Version], said: Sequence[Saying]) -> bool:
    """Say whether one thing stands in the commit, and is what the only file says of it now."""
    return len(standing) == len(said) == 1 and standing[0].meaning == said[0].meaning


def _replaced(
    standing: Sequence[Version],
    said: Sequence[Saying],
    history: "History",
    files: Mapping[str, Filing],
) -> Iterator[Saying]:
    """Yield what the commit holds and a file says otherwise now, at the place of the new text."""
    held, here = {each.meaning for each in standing}, {each.meaning for each in said}
    gone = {each.meaning: each for each in standing if each.meaning not in here}
    for version in gone.values():
        file = history.file_of(version)
        place = _instead(file, said, held)
        if place or file in files:
            yield _overwritten(version, place, file, files.get(file))


def _instead(file: str, said: Sequence[Saying], held: Collection[Meaning]) -> Saying | None:
    """Return what a file says now, else the first that is not committed."""
    here = next((each for each in said if each.file == file), None)
    return here or next((each for each in said if each.meaning not in held), None)


def _overwritten(
    version: Version, place: Saying | None, file: str, filing: Filing | None
) -> Saying:
    """Return what the commit holds, at the place of what stands there now, else at its file."""
    sample = filing.submission.sample if filing else False
    at, route = (place.file, place.route) if place else (file, ())
    return Saying(at, route, version.meaning, version.done, sample, overwritten=True)


def _claim(
    key: Key,
    said: Saying,
    told: Told,
    telling: Telling | None,
    receipt: Receipt | None,
    passed_over: Receipt | None = None,
) -> Claim:
    """Return the claim that an entry makes, with what was told first of its obligation."""
    kind: Literal["report", "task"] = "report" if said.meaning.is_report else "task"
    if telling is None:
        return Claim(key, kind, said, receipt, told, None)
    return Claim(key, kind, said, receipt, told, telling.receipt, telling.place, passed_over)
