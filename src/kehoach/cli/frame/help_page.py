"""``--help``: how a command is called, what it is for, and what it takes, in one language."""

from collections.abc import Iterator, Sequence

from typer.core import TyperArgument, TyperOption

from kehoach.cli.frame.parameters import Parameter, choices
from kehoach.cli.frame.settings import settings_options
from kehoach.grouping import group_by
from kehoach.terminal.screen import Screen, paint, pairs, title, words
from kehoach.terminal.styled import Part
from kehoach.words import Lang, Text

Row = tuple[str, str]
"""A name, and what it means."""

_USAGE = Text("Cách dùng: {usage}", "Usage: {usage}")
_ARGUMENTS, _OPTIONS = Text("Tham số", "Arguments"), Text("Tùy chọn", "Options")
_SHARED = Text("Tùy chọn của mọi lệnh", "Options of every command")
_COMMANDS = Text("Lệnh", "Commands")
_REQUIRED = Text("bắt buộc", "required")
_DEFAULT = Text("mặc định: {value}", "default: {value}")


def help_page(
    called: str, about: Text, params: Sequence[Parameter], commands: Sequence[Row], screen: Screen
) -> str:
    """Return the page: arguments, options and commands below each other, a row each.

    What every command takes stands apart: of some there would be more than a screen.
    """
    lang = screen.lang
    parts = tuple(_parts(params, commands, lang))
    placed = ["COMMAND [ARGS]..."] if commands else [name for name, _ in parts[0][1]]
    page: list[Part] = [
        words(
            _USAGE.to(lang, usage=" ".join([called, *_needed(params), "[OPTIONS]", *placed])),
            "bold",
        ),
        words(""),
        words(about.to(lang)),
    ]
    for heading, rows in parts:
        if rows:
            page.append(title(heading.to(lang)))
            page.append(pairs(rows))
    return paint(page, screen).rstrip("\n")


def _parts(
    params: Sequence[Parameter], commands: Sequence[Row], lang: Lang
) -> Iterator[tuple[Text, Sequence[Row]]]:
    """Yield the headings, each with its rows: arguments, options, commands."""
    yield _ARGUMENTS, [_argument(each) for each in params if isinstance(each, TyperArgument)]
    common = {"help", "watch", *(each.name for each in settings_options(lang))}
    options = [each for each in params if isinstance(each, TyperOption)]
    rows = group_by(options, lambda each: each.name in common)
    own = [_option(each, lang) for each in rows.get(False, ())]
    yield _OPTIONS, own
    yield (_SHARED if own else _OPTIONS), [_option(each, lang) for each in rows.get(True, ())]
    yield _COMMANDS, commands


def _argument(argument: TyperArgument) -> Row:
    """Return how an argument is called, and what it means, with what can be chosen."""
    metavar, means = argument.metavar or "", argument.help or ""
    if offered := choices(metavar):
        return (argument.name or "").upper(), f"{means}: {' | '.join(offered)}"
    return metavar, means


def _needed(params: Sequence[Parameter]) -> list[str]:
    """Return how the options that are needed are written: "--item ID"."""
    needed = (each for each in params if isinstance(each, TyperOption) and each.required)
    return [f"{each.opts[-1]} {each.metavar or ''}".rstrip() for each in needed]


def _option(option: TyperOption, lang: Lang) -> Row:
    """Return how an option is written, and what it means; what can be chosen stands with that."""
    names, metavar, means = ", ".join(option.opts), option.metavar or "", option.help or ""
    if offered := choices(metavar):
        metavar, means = "", f"{means}: {' | '.join(offered)}"
    if option.required:
        means += f" [{_REQUIRED.to(lang)}]"
    elif option.default not in (None, False):
        means += f" [{_DEFAULT.to(lang, value=option.default)}]"
    return f"{names} {metavar}".rstrip(), means
