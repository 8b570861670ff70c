"""From the numbers of sections and items to ids: ``II`` over ``3`` over ``a)`` is ``II.3.a``."""

from typing import NamedTuple

from kehoach.annex.tables.place_numbers import TOPS, Label, label_of, letter

PATH = " > "


class _OutlineLevel(NamedTuple):
    """A place that those below it belong to; ``rank`` is shared by its brothers."""

    rank: tuple[str, str, int]
    label: str
    title: str
    item: bool


def _closed(above: tuple[str, str, int], rank: tuple[str, str, int]) -> bool:
    """Say whether a number ends the item above: 2 that of 1.1, any digits that of a code."""
    if (above[0], rank[0], rank[1]) != ("item", "item", "decimal"):
        return False
    return above[1] == "other" or (above[1] == "decimal" and above[2] > rank[2])


class Outline:
    """Walks down a document and says where it is."""

    def __init__(self) -> None:
        self._levels: list[_OutlineLevel] = []
        self._last: dict[str, str] = {}
        self._unnumbered: dict[str, int] = {}

    def section(self, number: str, title: str, made: str = "") -> str:
        """Enter a heading and return its id; ``made`` stands for the number that it lacks."""
        self._enter("section", self._label(number) or Label("made", 1, made), title)
        return self._id()

    def item(self, number: str, title: str = "") -> str:
        """Enter an item and return its id; ``title`` where those below it belong under its words.

        Without a number it takes a letter under the last one that has one.
        """
        label = self._label(number)
        if label is None:
            return self.part()
        self._enter("item", label, title)
        return self._id()

    def part(self) -> str:
        """Return the id of the next place under this one that has no number of its own."""
        above = self._id()
        index = self._unnumbered.get(above, 0)
        self._unnumbered[above] = index + 1
        return f"{above}.{letter(index)}".lstrip(".")

    @property
    def path(self) -> str:
        """The headings over this place, the highest first."""
        return PATH.join(level.title for level in self._levels if level.title)

    def _label(self, number: str) -> Label | None:
        first = label_of(number)
        return label_of(number, self._last.get("capital")) if first else None

    def _enter(self, level: str, label: Label, title: str) -> None:
        rank = (level if label.kind not in TOPS else "top", label.kind, label.depth)
        self._climb(rank, label)
        if level == "section":  # no heading lies within an item
            self._levels = [each for each in self._levels if not each.item]
        self._levels.append(_OutlineLevel(rank, label.text, title, level == "item"))
        if label.kind in TOPS:
            self._last[label.kind] = label.text

    def _climb(self, rank: tuple[str, str, int], label: Label) -> None:
        """Leave every place that the new one does not lie in."""
        parent = label.text.rpartition(".")[0] if label.depth > 1 else None
        for index, each in reversed(list(enumerate(self._levels))):
            if parent is not None and each.label == parent:
                del self._levels[index + 1 :]
                return
        for index, each in enumerate(self._levels):
            over = parent is not None and each.rank[0] == "item"
            if each.rank == rank or over or _closed(each.rank, rank):
                del self._levels[index:]
                return

    def _id(self) -> str:
        """Return the labels from the top; a number that repeats those above it stands for them."""
        parts: list[str] = []
        for level in self._levels:
            while parts and level.label.startswith(f"{parts[-1]}."):
                parts.pop()
            parts += [level.label] if level.label else []
        return ".".join(parts)
