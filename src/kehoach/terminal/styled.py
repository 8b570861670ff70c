"""What a page is made of before it meets a screen: lines of words, each stretch in a style."""

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

_BEFORE = re.compile(r" *(?:[→↷] )?")


class Styled(NamedTuple):
    """Words and the style in which they are shown where there are colours."""

    plain: str
    style: str = ""

    def lines(self, room: int) -> Iterator["Line"]:
        """Yield each of their lines; a narrow screen may break them at spaces."""
        del room
        for line in self.plain.split("\n"):
            yield Line((Styled(line, self.style),))


class Line(NamedTuple):
    """A line of stretches of words; whether a narrow screen may break it at spaces."""

    stretches: tuple[Styled, ...]
    breakable: bool = True

    def __str__(self) -> str:
        return "".join(each.plain for each in self.stretches)

    def lines(self, room: int) -> Iterator["Line"]:
        """Yield the line itself."""
        del room
        yield self


def indent_of(line: str) -> int:
    """Return before which column the words of a line begin, after its spaces and its arrow."""
    begun = _BEFORE.match(line)
    return begun.end() if begun else 0


class Part(Protocol):
    """A part of a page."""

    def lines(self, room: int) -> Iterator[Line]:
        """Yield its lines, laid out for a screen of ``room`` columns."""
