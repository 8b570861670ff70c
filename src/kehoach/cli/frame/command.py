"""What a command is: what it is for, and how to get at what it does."""

from collections.abc import Callable
from typing import NamedTuple

from kehoach.words import Text

Action = Callable[..., int]
"""What a command does. Typer reads off its signature what it takes; it returns the exit code."""


class Command(NamedTuple):
    """A command as lists show it, and how to get at what it does.

    One that ``answers`` does nothing but print what the data folder says: its answer may be kept.
    """

    action: Callable[[], Action]
    about: Text
    answers: bool = False
