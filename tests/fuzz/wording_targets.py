"""Wordings of deadlines: read or doubted, never half of it passed over, and written as they are read."""

from collections.abc import Iterator
from datetime import date

from kehoach.model.plan import Policy
from kehoach.pages.deadline_page import DEADLINE_FORMATS
from kehoach.pages.wording_answer import worded
from kehoach.terminal.screen import Screen
from kehoach.wordings import Unwordable, read, write
from wordings.test_no_time_unread import WORDINGS, lost_times

_FIRST, _LAST = date(2021, 1, 1), date(2026, 12, 31)
_LONGEST = 2_000


def a_wording(raw: bytes) -> None:
    """Read a wording: wholly, or a doubt says why; what is understood is written, and read the same."""
    text = raw.decode("utf-8", "replace")
    reading = read(text)
    assert reading.understood or all(doubt.why.vi and doubt.why.en for doubt in reading.doubts)
    assert reading.understood or reading.doubts
    if not reading.understood:
        return
    assert lost_times(text) == []
    assert len(reading.rules) == len(reading.forms)
    named = dict((*reading.events, *reading.bodies))
    for rule in reading.rules:
        try:
            again = write(rule, named)
        except Unwordable:
            continue
        assert read(again).rules == (rule,), again


def a_question(raw: bytes) -> None:
    """Ask ``kehoach deadline``: its page and its JSON are made of whatever was understood."""
    text = raw.decode("utf-8", "replace")
    found = worded(text, _FIRST, _LAST, Policy.model_validate({"before": "exclusive"}))
    for each in found.dues:
        assert each.due is None or each.term.nominal is not None
    for page in DEADLINE_FORMATS.values():
        assert page(found, Screen())
        assert page(found, Screen(80, color=True, lang="en"))


def wordings() -> Iterator[bytes]:
    """Yield each wording of the tables."""
    yield from (each.encode() for each in sorted(WORDINGS) if len(each) <= _LONGEST)


def _lexicon() -> tuple[str, ...]:
    words = {word for each in WORDINGS for word in each.replace("(", " ").replace(")", " ").split()}
    return tuple(sorted(word for word in words if len(word) < len("nghị quyết")))


WORDS = (
    *_lexicon(),
    *(", ", "; ", " và ", " (", ")", "/", "-", " – ", ".", ":", "29/02", "31/4", "00", "99999"),
)
