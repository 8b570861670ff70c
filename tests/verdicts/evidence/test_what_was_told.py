"""What counts of tellings, by the quick ways too: as when every one of them is weighed."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import a_filing, done
from kehoach.verdicts.evidence import Receipt, Source
from kehoach.verdicts.evidence.meaning import Meaning
from kehoach.verdicts.evidence.telling import Telling, Told

FIRST = date(2022, 1, 1)
DAYS = st.integers(0, 4).map(lambda days: FIRST + timedelta(days))


@st.composite
def _tellings(draw: st.DrawFn) -> list[Telling]:
    """Return what was said of one thing, in the order of the days on which git held it."""
    found, place = [], 1
    for day in sorted(draw(st.lists(DAYS, min_size=1, max_size=4))):
        place += draw(st.integers(0, 1))
        status = draw(st.sampled_from(("done", "done", "in_progress")))
        named = draw(st.none() | DAYS)
        entry = done("viec", status=status, **({"completed": named.isoformat()} if named else {}))
        submission = a_filing(tasks=[entry]).submission
        source = draw(st.sampled_from((Source.GIT, Source.GIT, Source.GIT, Source.REGISTRY)))
        received = draw(DAYS) if source is Source.REGISTRY else day
        fulfils = status == "done" and draw(st.booleans())
        meaning = Meaning(submission.document, submission.tasks[0])
        until = draw(st.none() | DAYS)
        found.append(Telling(meaning, Receipt(received, source, "f"), place, "c", fulfils, until))
    return found


@st.composite
def _announced(draw: st.DrawFn) -> list[Telling]:
    """Return the same, of which the first named a day to come, was enough, and is no longer said."""
    first, *rest = draw(_tellings().filter(lambda each: each[0].meaning.done))
    day = max(first.receipt.day, first.until or FIRST)
    named = (day + timedelta(draw(st.integers(0, 2)))).isoformat()
    submission = a_filing(tasks=[done("viec", completed=named)]).submission
    meaning = Meaning(submission.document, submission.tasks[0])
    return [first._replace(meaning=meaning, fulfils=True, until=day), *rest]


def _weighed(tellings: Sequence[Telling]) -> Told:
    """Return what counts, with nothing left out: as it was worked out before there were quick ways."""
    real = [each for each in tellings if not each.withdrawn_announcement]
    said_done = [each for each in real if each.meaning.done]
    heard, first = _first(real), _first(said_done)
    enough = _first([each for each in real if each.fulfils])
    last = _when(enough[0]) if enough else None
    said = [each for each in said_done if last and _when(each) <= last] if enough else first
    day = max((each.said_day for each in said), default=None)
    stated = any(each.meaning.completed == day for each in said)
    since, fulfilled = (each[0].receipt if each else None for each in (heard, enough))
    return Told(since, fulfilled, day, stated, first[0] if first else None)


def _first(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the first by the order of git, or by the book, and what came with it."""
    booked = (each for each in tellings[1:] if each.receipt.source is Source.REGISTRY)
    first = min((_when(each) for each in (*tellings[:1], *booked)), default=None)
    return [each for each in tellings if _when(each) == first]


def _when(telling: Telling) -> tuple[date, int]:
    return telling.receipt.day, telling.place


@given(_tellings() | _announced())
def test_as_when_each_is_weighed(tellings: list[Telling]) -> None:
    assert Told.of(tellings) == _weighed(tellings)


def test_of_two_words_without_a_proof_the_first_stays() -> None:
    """Told on two days to be done on two others, and neither proven: the later word brings no other day."""
    tellings = []
    for place, (day, named) in enumerate(
        (("2022-01-02", "2022-01-01"), ("2022-01-05", "2022-01-04")), 1
    ):
        submission = a_filing(tasks=[done("viec", completed=named)]).submission
        meaning = Meaning(submission.document, submission.tasks[0])
        tellings.append(Telling(meaning, Receipt(date.fromisoformat(day), Source.GIT, "f"), place))
    told = Told.of(tellings)
    assert (told.declared, told.stated, told.fulfilled) == (FIRST, True, None)
    assert told.heard == tellings[0].receipt
    assert told.first == tellings[0]
