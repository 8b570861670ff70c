"""``kehoach check --baseline``: what is wrong already, written down so that only what is new fails.

The list is made once; after that it can only shrink.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from kehoach.filing.office_files import with_added
from kehoach.filing.yaml_insertion import Addition, Plain, Value
from kehoach.filing.yaml_removal import removed
from kehoach.run import Account
from kehoach.run.doubtful_settings import MENDED
from kehoach.run.sifting import Known, known_as

_SCHEMA, _LIST = "kehoach/checks@1", "baseline"
_TORN = re.compile("[\ud800-\udfff]")  # a file's name that is no UTF-8: no other file can name it


class NewBaseline(NamedTuple):
    """What ``checks.yaml`` holds now; how many findings were written down, or taken out."""

    content: bytes
    added: int = 0
    taken: int = 0


def new_baseline(raw: bytes | None, run: Account) -> NewBaseline:
    """Return the file with its baseline begun, or without what is no longer found.

    Raises:
        CannotInsert: it is written in a way in which this cannot be done.
    """
    settings = run.workspace.settings
    if raw is None or settings is None or settings.baseline is None:
        known = _adjustable(run)
        return NewBaseline(_with_rows(raw, known), added=known.total())
    lacking = _lacking(run)
    if not lacking:
        return NewBaseline(raw)
    left: Counter[Known] = Counter()
    for index, number in lacking.items():
        row = settings.baseline[index]
        left[row.rule, row.file, row.mark] = row.count - number
    text = removed(raw.decode(), _LIST, lacking.keys())
    content = text.encode() if not +left else _with_rows(text.encode(), +left)
    return NewBaseline(content, taken=sum(lacking.values()))


def _adjustable(run: Account) -> Counter[Known]:
    """Return what may be passed over, as far as the file can name where it was found."""
    found = (known_as(each) for each in run.wrong if each.rule.adjustable)
    return Counter(each for each in found if not _TORN.search(each[1]))


def _lacking(run: Account) -> Mapping[int, int]:
    """Return how many findings of each row there are no more, by the row's place."""
    mended = (each for each in run.wrong if each.rule.code == MENDED.code)
    return {int(each.place.route[1]): int(str(each.values["count"])) for each in mended}


def _with_rows(raw: bytes | None, known: Counter[Known]) -> bytes:
    rows = tuple(_row(each, count) for each, count in sorted(known.items()))
    return with_added(raw, _SCHEMA, [Addition((_LIST,), rows)])


def _row(known: Known, count: int) -> Value:
    row = dict(zip(("rule", "file", "mark"), known, strict=True))
    return row | ({"count": Plain(count)} if count > 1 else {})
