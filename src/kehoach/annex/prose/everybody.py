"""*Các cơ quan, đơn vị, địa phương*: all whom the document tells elsewhere, as far as it names groups.

In doubt, and never where *có liên quan* stands with them: that set is open.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import DraftItem, NamedBody
from kehoach.annex.prose.asked_for import AskedFor
from kehoach.words import fold

_EVERYBODY = re.compile(
    r"(?:(?:người đứng đầu|thủ trưởng|lãnh đạo) )?(?:tất cả )?(?:các )?(?:sở, ban, ngành, )?"
    r"(?:cơ quan, )?(?:đơn vị, |tổ chức, |ban, ngành, |đơn vị và |đoàn thể và )?địa phương"
)


def everybody(
    items: Sequence[DraftItem], asked: Sequence[AskedFor], directory: Directory
) -> tuple[DraftItem, ...]:
    """Return the items; those that name nobody but everybody with the groups told elsewhere."""
    groups = _told(items, directory)
    return tuple(
        _of_everybody(item, each, groups) if groups else item
        for item, each in zip(items, asked, strict=True)
    )


def _told(items: Sequence[DraftItem], directory: Directory) -> tuple[str, ...]:
    """Return the groups that are told to do something; of two that overlap the one told more often."""
    told = (item.owing for item in items if not item.requested)
    named = (name.id for name in chain.from_iterable(told) if name.known)
    often = Counter(filter(directory.members, named))
    return tuple(each for each in often if not _outdone(each, often, directory))


def _outdone(one: str, often: Counter[str], directory: Directory) -> bool:
    more = (other for other in often if often[other] > often[one])
    return any(_nested(one, other, directory) for other in more)


def _nested(one: str, other: str, directory: Directory) -> bool:
    return one in directory.members(other) or other in directory.members(one)


def _of_everybody(item: DraftItem, asked: AskedFor, groups: tuple[str, ...]) -> DraftItem:
    who = asked.order.who if asked.order else ""
    if any(each.known for each in item.owing) or not _EVERYBODY.fullmatch(fold(who)):
        return item
    doubt = message("prose-everybody", words=who, ids=", ".join(groups))
    owing = tuple(NamedBody(who, each) for each in groups)
    return replace(item, role="implement", owing=owing, doubts=(*item.doubts, doubt))
