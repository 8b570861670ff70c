"""What parts of the data came to in an earlier run, taken again where nothing they rest on has changed.

A part rests on the question and the day, on the office's files, on its own files, on git's history (which
is the same for the same commits) and on two facts of all others: whether there are any, and whether
anything filed anywhere has to be dated by git. All of it is looked at each time; of the files every byte.
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
from kehoach.reading.yaml_text import Refused
from kehoach.run.inquiry import Inquiry
from kehoach.run.part_result import PartResult
from kehoach.run.parts import DataPart
from kehoach.run.plain_values import NoPlainValue, plain, restored
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
        return repr((
            str(inquiry.folder.root.resolve()), inquiry.shown_folder, inquiry.question, inquiry.asked,
            inquiry.as_of, inquiry.today, [(zone, zone_rules(zone)) for zone in zones],
            office, inquiry.office.left_out, plain(inquiry.office.unread),
            inquiry.around.repository, inquiry.around.thorough,
            self._past and self._past.logged, [*self._needing_git()],
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
