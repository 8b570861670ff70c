"""What a page is: an answer drawn for people, or written for programs."""

from typing import Protocol

from kehoach.run import Run
from kehoach.terminal.screen import Screen


class Page(Protocol):
    """The answer to a question in one format."""

    def __call__(self, run: Run, screen: Screen) -> str:
        """Return the page; ``screen`` gives width, colour, language, and how many rows to show."""
