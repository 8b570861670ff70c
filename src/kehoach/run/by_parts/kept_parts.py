"""What parts of the data came to in an earlier run, taken again where nothing they rest on has changed.

A part rests on the question and the day, on the office's files, on its own files, on the commits that
touched them, and on two facts of all others: whether there are any, and whether anything filed anywhere
has to be dated by git. All of it is looked at each time; of the files every byte. Of a commit its id
says all that it is and all that it builds on; what else counts of it follows from what was pushed since,
and is said beside. So a report that somebody else pushed leaves the others' parts as they were.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kehoach.model import file_names
from kehoach.reading.cache.folder_state import zone_rules
from kehoach.reading.folder import everybody
from kehoach.reading.workspace_reading import each_filing
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.run.by_parts.part_result import PartResult
from kehoach.run.by_parts.parts import DataPart
from kehoach.run.by_parts.plain_values import NoPlainValue, plain, restored
from kehoach.run.inquiry import Inquiry
from kehoach.verdicts.evidence import Entries, Periods
from kehoach.verdicts.evidence.undated import undated

if TYPE_CHECKING:
    from kehoach.run.past import Past

KIND = "result"
_LENGTH = 32


class KeptParts:
    """The results of parts that are kept of earlier runs; none where nothing is kept of the folder."""

    def __init__(self, inquiry: Inquiry, past: "Past | None") -> None:
        kept = inquiry.folder.kept
        self._shelf = kept.shelf if kept and inquiry.around.trouble is None else None
        self._inquiry = inquiry
        self._past = past
        self._keys: dict[DataPart, tuple[str, dict[str, tuple[str, ...]]]] = {}

    def taken(self, part: DataPart) -> Any:
        """Return what a part came to, as plain data, once its files have been read; else ``None``."""
        if self._shelf is None:
            return None
        digest = hashlib.sha256(self._grounds)
        for said in self._files(part):
            digest.update(b"%d %s\n" % (len(said), said))
        for counted in self._past_of(part):
            digest.update(repr(counted).encode("utf-8", "surrogateescape"))
        key = digest.hexdigest()[:_LENGTH]
        self._keys[part] = key, self._blobs(part)
        raw = self._shelf.take(KIND, key)
        try:
            data = json.loads(raw) if raw else None
            return data if isinstance(restored(data), PartResult) else None
        except (ValueError, NoPlainValue, RecursionError):
            return None

    def keep(self, part: DataPart, data: Any) -> None:
        """Keep what a part came to, if it is of the same files that were looked at."""
        if self._shelf is not None and self._keys[part][1] == self._blobs(part):
            self._shelf.put(KIND, self._keys[part][0], json.dumps(data).encode())

    def _blobs(self, part: DataPart) -> dict[str, tuple[str, ...]]:
        return {name: ids for name, ids in self._inquiry.folder.blobs.items() if part.files(name)}

    def _files(self, part: DataPart) -> Iterator[bytes]:
        """Yield what stands in the folders of a part: every name, and the bytes of what is read."""
        folder = self._inquiry.folder
        yield repr((sorted(map(str, part.names)), part.others)).encode()
        yield b"%d" % any(not part.holds(owner) for owner in self._reporting)
        for name in folder.submissions(part.holds):
            if isinstance(name, Refused):
                yield _refusal(name)
                continue
            yield name.encode("utf-8", "surrogateescape")
            if file_names.is_read(name):
                try:
                    yield hashlib.sha256(folder.take(name)).digest()
                except Refused as refused:
                    yield _refusal(refused)

    def _past_of(self, part: DataPart) -> Iterator[object]:
        """Yield the commits that touched what a part rests on, in order, as each plan counts them."""
        past, registry = self._past, self._inquiry.office.registry
        if past is None:
            return
        changes = past.carried.changes(part.holds)
        for each in self._inquiry.office.plans:
            known = past.timeline(each.plan, registry)
            yield known.logged.required, known.logged.log is None
            future = {commit.id for commit in known.clocks.future}
            for id_ in sorted(changes.keys() & known.place.keys(), key=known.place.__getitem__):
                seen = id_ in known.line, id_ in known.trunk, id_ in future
                yield id_, known.days[id_], seen, changes[id_]

    @cached_property
    def _reporting(self) -> frozenset[str | None]:
        """The folders in which anything is read."""
        names = (name for name in self._inquiry.folder.submissions() if isinstance(name, str))
        return frozenset(file_names.owner(name) for name in names if file_names.is_read(name))

    @cached_property
    def _grounds(self) -> bytes:
        """What is the same for all parts."""
        inquiry = self._inquiry
        office = sorted(
            (name, ids) for name, ids in inquiry.folder.blobs.items() if "/" not in name
        )
        zones = [each.plan.timezone for each in inquiry.office.plans]
        repository = inquiry.around.repository
        return repr((
            str(inquiry.folder.root.resolve()), inquiry.shown_folder, inquiry.question, inquiry.asked,
            inquiry.as_of, inquiry.today, [(zone, zone_rules(zone)) for zone in zones],
            office, inquiry.office.left_out, plain(inquiry.office.unread),
            repository and (repository._replace(head=None), repository.head is None),
            inquiry.around.thorough, [*self._needing_git()],
        )).encode()  # fmt: skip

    def _needing_git(self) -> Iterator[bool]:
        """Yield of each plan whether git has to date anything that is filed, wherever it lies."""
        inquiry = self._inquiry
        for docket in inquiry.dockets:
            nothing = Entries(Periods(docket.plan, docket.demands), ())
            asks = undated(nothing, inquiry.office.book)
            yield any(map(asks, each_filing(inquiry.folder, everybody)))


def _refusal(refused: Refused) -> bytes:
    finding = refused.finding
    return repr((finding.rule.code, finding.place, sorted(finding.values.items()))).encode()
