"""Bodies that a deadline names ("cấp xã trước 20/8"): those of the registry, or no deadline, in doubt."""

from collections.abc import Mapping
from dataclasses import replace

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.items.item_times import Time
from kehoach.wordings import BoundBody, Form, inline_all
from kehoach.words.yaml_words import scalar

_KEY = "agencies"


def with_bodies(time: Time, directory: Directory) -> Time:
    """Return a time whose rules bind bodies by their ids in the registry.

    Where one is not there, no deadline is written: its other rules would bind the wrong ones alone.
    """
    ids = {each.id: _known(each, directory) for each in time.bodies}
    lost = "; ".join(each.text for each in time.bodies if ids[each.id] is None)
    if lost:
        forms = inline_all(time.forms, scalar)
        told = message("bound-unknown", words=lost, certain=forms)
        not_set = time.wording
        return replace(time, forms=(), rules=(), not_set=not_set, doubts=(*time.doubts, told))
    known = {made: id_ for made, id_ in ids.items() if id_ is not None}
    return replace(time, forms=tuple(_renamed(form, known) for form in time.forms))


def _known(bound: BoundBody, directory: Directory) -> str | None:
    named = read_mentions(bound.text, directory).named
    return named[0].id if len(named) == 1 and named[0].known else None


def _renamed(form: Form, known: Mapping[str, str]) -> Form:
    """Return a rule with the registry's ids of those whom it binds."""
    ids = form.get(_KEY)
    if not isinstance(ids, list | tuple):
        return form
    return {**form, _KEY: [known.get(each, each) for each in ids]}
