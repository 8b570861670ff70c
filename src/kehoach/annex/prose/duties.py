"""A place of the document as it asks for something."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kehoach.annex.prose.labelled_lines import WHEN, WHO, LabelledLine
from kehoach.annex.prose.marked_places import MarkedPlace
from kehoach.annex.prose.orders import Order
from kehoach.words import Text


@dataclass(eq=False)
class PlaceDuty:
    """A place as it asks for something: its words, its labelled lines, who is told in them.

    ``after`` are words that stand behind a line about who does it, and divide it. ``shared``: its bullets
    have one assignment together. ``loose`` are lines below its bullets, without a mark. The first
    ``labelled`` lines stand in its own paragraphs. ``given``: what it says of others was handed to them.
    ``astray``: lines that stand here, each with the place before it, and name places by their way.
    """

    place: MarkedPlace
    words: list[str] = field(default_factory=list)
    lines: list[LabelledLine] = field(default_factory=list)
    loose: list[LabelledLine] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    below: list["PlaceDuty"] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    order: Order | None = None
    timed: bool = False
    labelled: int = 0
    shared: bool = False
    given: bool = False
    astray: list[tuple[LabelledLine, "PlaceDuty"]] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    @property
    def is_bullet(self) -> bool:
        """Say whether it has no number of its own."""
        return not self.place.label

    @property
    def is_title(self) -> bool:
        """Say whether it is a line in capitals without a mark: another part begins."""
        return self.place.mark is None and all(map(str.isupper, self.place.words[:1]))

    @property
    def assigned(self) -> bool:
        """Say whether it, or anything in it, names who or when."""
        own = self.has((*WHO, *WHEN)) or self.loose or self.order or self.timed
        return bool(own) or any(each.assigned for each in self.below)

    @property
    def own(self) -> list[str]:
        """All words of the place itself."""
        lines = (line.written for line in (*self.lines, *self.loose))
        return [*self.words, *self.parts, *lines, *self.after]

    def all_below(self) -> Iterator[str]:
        """Yield all that stands below the place, with its numbers."""
        for each in self.below:
            mark = each.place.mark.written if each.place.mark and each.place.label else ""
            first, *rest = each.own or [""]
            yield f"{mark} {first}".strip()
            yield from rest
            yield from each.all_below()

    def has(self, kinds: Iterable[str]) -> bool:
        """Say whether a line of these kinds is its own."""
        return any(line.kind in kinds for line in self.lines)
