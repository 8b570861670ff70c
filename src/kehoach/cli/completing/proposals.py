"""What may come next in a command line that is being typed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from typer.core import TyperArgument, TyperOption

from kehoach.cli.app import Commands, load
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.completing.proposed_words import ProposedWord, ProposedWords, ahead, beginning
from kehoach.cli.completing.values import values
from kehoach.cli.frame.parameters import Parameter, parameters
from kehoach.words import Lang


class _Line(NamedTuple):
    """A command line as far as it has been typed; ``pending`` is an option without its value yet."""

    lang: Lang
    params: Sequence[Parameter]
    command: str | None = None
    given: Mapping[str, tuple[str, ...]] = {}
    pending: Parameter | None = None
    literal: bool = False

    def after(self, word: str) -> "_Line":
        """Return the line once the next whole word is there."""
        if self.pending is not None:
            return self._with(self.pending, word)._replace(pending=None)
        if word == "--":
            return self._replace(literal=True)
        if word.startswith("-") and not self.literal:
            return self._after_option(*word.partition("="))
        if self.command is None:
            params = parameters(load(word, self.lang).params) if word in COMMANDS else []
            return self._replace(command=word, params=params)
        argument = self.argument()
        return self if argument is None else self._with(argument, word)

    def option(self, name: str) -> TyperOption | None:
        """Return the option of this name."""
        return next((each for each in self.options() if name in each.opts), None)

    def options(self) -> list[TyperOption]:
        """Return the options of the command, or those before it."""
        return [each for each in self.params if isinstance(each, TyperOption)]

    def argument(self) -> TyperArgument | None:
        """Return the argument whose turn it is."""
        arguments = (each for each in self.params if isinstance(each, TyperArgument))
        return next(
            (each for each in arguments if each.nargs == -1 or each.name not in self.given), None
        )

    def _after_option(self, name: str, joined: str, value: str) -> "_Line":
        option = self.option(name)
        if option is None:
            return self
        if joined:
            return self._with(option, value)
        return self if option.is_flag else self._replace(pending=option)

    def _with(self, param: Parameter, value: str) -> "_Line":
        name = param.name or ""
        return self._replace(given={**self.given, name: (*self.given.get(name, ()), value)})


def proposals(typed: Sequence[str], word: str, lang: Lang) -> ProposedWords:
    """Return what may stand in the place of ``word`` after the words ``typed`` before it."""
    line = _Line(lang, parameters(Commands(lang).params))
    for each in typed:
        line = line.after(each)
    if line.pending is not None:
        return _values(line, line.pending, word)
    if word.startswith("-") and not line.literal:
        return _option(line, word)
    if line.command is None:
        return beginning(word, _commands(lang))
    if (argument := line.argument()) is not None:
        return _values(line, argument, word)
    return _options(line, word) if line.command in COMMANDS else []


def _commands(lang: Lang) -> list[ProposedWord]:
    return [ProposedWord(name, command.about.to(lang)) for name, command in COMMANDS.items()]


def _option(line: _Line, word: str) -> ProposedWords:
    """Return how an option goes on that is being typed, or its value after the sign ``=``."""
    name, joined, value = word.partition("=")
    option = line.option(name) if joined else None
    return ahead(f"{name}=", _values(line, option, value)) if option else _options(line, word)


def _values(line: _Line, param: Parameter, word: str) -> ProposedWords:
    return values(line.command, param, line.given, word, line.lang)


def _options(line: _Line, word: str) -> list[ProposedWord]:
    """Return the options that can still be given; ``--help`` comes last."""
    free = [
        ProposedWord(max(option.opts, key=len), option.help or "")
        for option in line.options()
        if option.multiple or option.name not in line.given
    ]
    return beginning(word, [*free, ProposedWord("--help")])
