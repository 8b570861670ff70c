"""What the files of a data folder say, in the work tree and in every commit, each version read once."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from kehoach.model.submissions import Submission
from kehoach.model.workspace import Filing, Workspace
from kehoach.reading.cache.kept_contents import Contents
from kehoach.reading.folder import Folder
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.reading.repositories.repository import Repository
from kehoach.run.arrivals import GitArrivals
from kehoach.run.carried import Holds
from kehoach.run.past import Past
from kehoach.verdicts.evidence.entries import Entries, cited_in, said_in
from kehoach.verdicts.evidence.history import Changes
from kehoach.verdicts.evidence.holdings import VersionReading
from kehoach.verdicts.evidence.meaning import Letter


class Versions:
    """The versions of the submissions in some folders, by git's id for each.

    ``holds`` says which folders, and so which agencies, are asked about (default: all); ``filings`` are
    what lies there now. Of other folders only that is read on which the history of these rests, and
    nothing is known that others said.
    """

    def __init__(
        self,
        past: Past,
        folder: Folder,
        filings: Sequence[Filing],
        holds: Holds | None = None,
    ) -> None:
        self._past = past
        self._folder = folder
        self._filings = filings
        self._holds = holds

    def arrivals(self, entries: Entries, office: Workspace, as_of: date) -> GitArrivals:
        """Return who knows when something of a plan came; ``office`` has the registry and the book."""
        return GitArrivals(self._past, self, entries, office, as_of)

    def reading(self, entries: Entries, letters: Collection[Letter]) -> VersionReading:
        """Return what each version says of a plan, and which of these letters it names."""
        said = {blob: entries.said[filing.file] for blob, filing in self._here.items()}
        said |= {blob: said_in(old, entries.periods) for blob, old in self._old.items()}
        if (holds := self._holds) is not None:
            said = {
                blob: tuple(each for each in of_blob if holds(each.key.agency))
                for blob, of_blob in said.items()
            }
        return VersionReading(said, dict(self._cited(letters)) if letters else {})

    @cached_property
    def changes(self) -> Changes:
        """What commits did to the files, and to those elsewhere on which their history rests."""
        past, holds = self._past, self._holds
        if holds is None:
            return past.filed.changes
        return past.carried.changes(holds)

    @cached_property
    def own_changes(self) -> Changes:
        """What commits did to the files in the folders that are asked about, and to no others."""
        if (holds := self._holds) is None:
            return self.changes
        own = {
            id_: tuple(each for each in changes if holds(each.folder))
            for id_, changes in self.changes.items()
        }
        return {id_: changes for id_, changes in own.items() if changes}

    def _cited(self, letters: Collection[Letter]) -> Iterator[tuple[str, tuple[Letter, ...]]]:
        filed = {blob: filing.submission for blob, filing in self._here.items()}
        for blob, submission in (filed | self._old).items():
            if named := tuple(cited_in(submission, letters)):
                yield blob, named

    @cached_property
    def _here(self) -> dict[str, Filing]:
        """What the work tree says, which has been read already, by git's ids for it.

        Git may keep a file with other line ends than it checks out; the sense is the same.
        """
        head = self._past.repository.head or ""
        return {
            blob: filing for filing in self._filings for blob in self._folder.ids(filing.file, head)
        }

    @cached_property
    def _old(self) -> dict[str, Submission]:
        """What else has ever been filed; a version that cannot be read says nothing."""
        changes = chain.from_iterable(self.changes.values())
        old = {
            each.blob: each.folder for each in changes if each.blob and each.blob not in self._here
        }
        repository = self._past.repository
        if not old:
            return {}
        folders = sorted({folder or "" for folder in old.values()}) if self._holds else ()
        with self._folder.contents("", *folders) as contents:
            return dict(_read(repository, sorted(old), contents))


def _read(
    repository: Repository, blobs: Sequence[str], contents: Contents
) -> Iterator[tuple[str, Submission]]:
    """Yield what old versions of files say; one that cannot be read says nothing."""
    for blob, raw in repository.blobs(blobs):
        if len(raw) <= MAX_BYTES and (submission := contents.reading(raw).content):
            yield blob, submission
