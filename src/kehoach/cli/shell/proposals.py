"""What may come next in a command line that is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.cli.frame.app import COMMANDS, Commands, load
from kehoach.cli.shell.values import Proposal, Proposals, ahead, beginning, values


@dataclass
class _Line:
    """A command line as far as it has been typed."""

    command: str | None = None
    params: list[Any] = field(default_factory=lambda: Commands().params)
    given: dict[str, list[str]] = field(default_factory=dict)
    pending: Any = None
    literal: bool = False
    known: bool = True

    def take(self, word: str) -> None:
        """Take the next whole word."""
        if self.pending is not None:
            self._give(self.pending, word)
            self.pending = None
        elif word == "--":
            self.literal = True
        elif word.startswith("-") and not self.literal:
            name, joined, value = word.partition("=")
            option = self.option(name)
            if joined and option:
                self._give(option, value)
            elif option and not option.is_flag:
                self.pending = option
        elif self.command is None:
            self._enter(word)
        elif (argument := self.argument()) is not None:
            self._give(argument, word)

    def option(self, name: str) -> Any:
        """Return the option of this name."""
        return next((each for each in self.params if name in each.opts and not _placed(each)), None)

    def argument(self) -> Any:
        """Return the argument whose turn it is."""
        return next(
            (
                each
                for each in self.params
                if _placed(each) and (each.nargs == -1 or each.name not in self.given)
            ),
            None,
        )

    def _enter(self, word: str) -> None:
        self.known = word in COMMANDS
        self.command = word
        self.params = load(word).params if self.known else []

    def _give(self, param: Any, value: str) -> None:
        self.given.setdefault(param.name, []).append(value)


def proposals(typed: Sequence[str], word: str) -> Proposals:
    """Return what may stand in the place of ``word`` after the words ``typed`` before it."""
    line = _Line()
    for each in typed:
        line.take(each)
    if line.pending is not None:
        return _values(line, line.pending, word)
    if word.startswith("-") and not line.literal:
        name, joined, value = word.partition("=")
        option = line.option(name) if joined else None
        return ahead(f"{name}=", _values(line, option, value)) if option else _options(line, word)
    if line.command is None:
        return beginning(word, (Proposal(*each) for each in COMMANDS.items()))
    if (argument := line.argument()) is not None:
        return _values(line, argument, word)
    return _options(line, word) if line.known else []


def _values(line: _Line, param: Any, word: str) -> Proposals:
    return values(line.command, param, line.given, word)


def _placed(param: Any) -> bool:
    """Say whether a parameter is given by its place, without a name."""
    return bool(param.param_type_name == "argument")


def _options(line: _Line, word: str) -> list[Proposal]:
    """Return the options that can still be given; ``--help`` comes last."""
    free = [
        Proposal(max(option.opts, key=len), option.help or "")
        for option in line.params
        if not _placed(option) and (option.multiple or option.name not in line.given)
    ]
    return beginning(word, [*free, Proposal("--help")])
