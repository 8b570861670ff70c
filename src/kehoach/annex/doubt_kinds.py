"""Doubts of one kind are told once, with the items that they concern."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach.annex.annex_messages import AnnexMessage, message, messages
from kehoach.annex.draft_plan import Draft
from kehoach.grouping import group_by
from kehoach.words import LANGUAGES, Text

_DIFFERS = "…"
_MOST = 60  # of the items that a line names; each has its own mark


class DoubtKind(NamedTuple):
    """Doubts of one kind, what they say together, and where.

    ``place`` is the id of the only item, empty where there are several or none; ``items`` are all.
    """

    words: Text
    place: str = ""
    items: tuple[str, ...] = ()
    doubts: tuple[Text, ...] = ()


_Doubt = tuple[str, Text]


def doubt_kinds(draft: Draft) -> tuple[DoubtKind, ...]:
    """Return every doubt of a draft, those about no single item first, in the order of the items."""
    of_items = [(item.id, doubt) for item in draft.items for doubt in item.doubts]
    kinds = group_by(
        of_items, lambda each: each[1].name if isinstance(each[1], AnnexMessage) else each[1]
    )
    return (
        *(DoubtKind(doubt) for doubt in draft.doubts),
        *(kind for some in kinds.values() for kind in _kinds(some)),
    )


def _kinds(some: Sequence[_Doubt]) -> Iterator[DoubtKind]:
    """Yield doubts of one kind as one; those of a single item by themselves."""
    ids = tuple(dict.fromkeys(id_ for id_, _ in some))
    if len(ids) == 1:
        yield from (DoubtKind(doubt, id_, ids, (doubt,)) for id_, doubt in some)
        return
    common, places = _told_apart(some)
    words = message("told-kind", words=common, count=len(ids), places=places)
    yield DoubtKind(words, "", ids, tuple(doubt for _, doubt in some))


def _told_apart(some: Sequence[_Doubt]) -> tuple[Text, Text]:
    """Return what all doubts say, … where they differ, and the places with what each says there."""
    first = some[0][1]
    if not isinstance(first, AnnexMessage) or len({doubt for _, doubt in some}) == 1:
        return first, _ids(some)
    alike = dict(set.intersection(*(set(_shown(doubt).items()) for _, doubt in some)))
    unlike = {name: alike.get(name, _DIFFERS) for name in first.values}
    groups = group_by(some, lambda each: each[1]).values()
    parts = [(_own(group[0][1], alike), _ids(group)) for group in groups]
    places = Text(*(
        "; ".join(message("told-part").to(lang, words=w.to(lang), ids=i.vi) for w, i in parts)
        for lang in LANGUAGES
    ))  # fmt: skip
    return messages()[first.name].filled(**unlike), places


def _shown(doubt: Text) -> Mapping[str, object]:
    """Return the values of a doubt as they are compared and shown."""
    values = doubt.values if isinstance(doubt, AnnexMessage) else {}
    return {name: v if isinstance(v, Text) else str(v) for name, v in values.items()}


def _own(doubt: Text, alike: Mapping[str, object]) -> Text:
    """Return the values of a doubt that are not those of all."""
    own = [value for name, value in _shown(doubt).items() if name not in alike]
    return Text(*(
        " · ".join(each.to(lang) if isinstance(each, Text) else str(each) for each in own)
        for lang in LANGUAGES
    ))  # fmt: skip


def _ids(some: Sequence[_Doubt]) -> Text:
    ids = list(dict.fromkeys(id_ for id_, _ in some))
    words = ", ".join(ids[:_MOST]) + f" … {ids[-1]}" * (len(ids) > _MOST)
    return Text(words, words)
