"""An entry as it is asked for on the command line, and the keys and values that it comes to."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from kehoach.cli.commands.recording.entry_options import EntryLetter
from kehoach.cli.commands.recording.named_things import NamedThings
from kehoach.cli.frame.usage import WrongUse
from kehoach.filing.yaml_insertion import Addition, Plain, Value
from kehoach.run import Run
from kehoach.words import Text

Said = Mapping[str, Any]
"""Keys and their values; an entry lacks those without a value."""
_LACKING = Text("thiếu {names}; ví dụ: {example}", "{names} needed, as in: {example}")
_BY_PERIOD = ("receipts", "sessions", "extensions", "returns")


class Needed(NamedTuple):
    """Something without which there is no entry: how it is typed, an example, and what was given."""

    name: str
    example: str
    given: object

    @property
    def lacks(self) -> bool:
        """Whether it was not given."""
        return self.given is None or self.given in ((), [])

    def typed(self) -> Iterator[str]:
        """Yield the words by which it is given, or an example of them."""
        if self.lacks:
            yield f"{self.name} {shlex.quote(self.example)}" if self.is_option else self.example
            return
        for value in self.given if isinstance(self.given, list | tuple) else (self.given,):
            yield f"{self.name} {shlex.quote(str(value))}" if self.is_option else shlex.quote(value)

    @property
    def is_option(self) -> bool:
        """Whether its name is typed before it."""
        return self.name.startswith("-")


def refuse_lacking(command: str, *needed: Needed) -> None:
    """Pass a command line that names all that an entry needs.

    Raises:
        WrongUse: something lacks: all of it is named, with the whole line as an example.
    """
    if lacking := [each.name for each in needed if each.lacks]:
        example = " ".join(("kehoach", command, *(w for each in needed for w in each.typed())))
        raise WrongUse(_LACKING.filled(names=", ".join(lacking), example=example))


@dataclass(frozen=True)
class Wanted:
    """What is to be entered in the list ``kind``; names are looked up when the files are read.

    ``about`` are items, or of an event its id; for each of them and each period there is an entry, in
    the book also for each agency.
    """

    kind: str
    about: Sequence[str]
    said: Said
    letter: EntryLetter
    agencies: Sequence[str] | None = None

    def additions(self, run: Run) -> tuple[Addition, ...]:
        """Return the entries, as they are written.

        Raises:
            WrongQuestion: something named does not exist, or which one is meant is not known.
        """
        last = {"document": _written(self.letter.document), "note": self.letter.note}
        named = self._named(NamedThings(run, self.letter.plan))
        entries = (_written({**each, **self.said, **last}) for each in named)
        return (Addition((self.kind,), tuple(entries)),)

    def _named(self, things: NamedThings) -> Iterator[Said]:
        """Yield what each entry is about."""
        plan, periods = {"plan": self.letter.plan}, self.letter.period or ()
        if self.kind == "events":
            yield from ({"id": things.event(each), **plan} for each in self.about)
            return
        book, needed = self.kind == "receipts", self.kind in _BY_PERIOD
        bodies = tuple(map(things.agency if book else things.body, self.agencies or ()))
        for item in map(things.item, self.about):
            for period in things.periods(item, periods, needed=needed):
                of = {**plan, "item": item, "period": period and Plain(period)}
                yield from self._of_bodies(bodies, of)
        if not self.about:  # a letter, of which the files say what it is about
            yield from self._of_bodies(bodies, plan)

    def _of_bodies(self, bodies: tuple[str, ...], of: Said) -> Iterator[Said]:
        """Yield what is said of all bodies at once; in the book, of each."""
        if self.kind == "receipts":
            yield from ({"agency": each, **of} for each in bodies)
        else:
            yield {**of, "agencies": bodies}


def _written(said: Said) -> dict[str, Value]:
    """Return keys and values as a file has them; what was not said has no key."""
    return {
        key: value if isinstance(value, str | tuple | dict) else _plain(value)
        for key, value in said.items()
        if value
    }


def _plain(value: date | int) -> Plain:
    """Return a day, a number or a flag in the files' own grammar."""
    return Plain(str(value).lower())
