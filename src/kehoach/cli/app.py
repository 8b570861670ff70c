"""The program's commands as typer runs them, in one language."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from kehoach import __version__
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.frame.command import Command
from kehoach.cli.frame.language import spoken
from kehoach.cli.frame.lines_told import tell_line
from kehoach.cli.frame.parameters import meanings, opened, parameters
from kehoach.cli.frame.settings import Settings, settings_options, watch_option
from kehoach.cli.frame.usage import USAGE_ERROR, wrong_use
from kehoach.cli.frame.waiting import waiting
from kehoach.stopping import SIGNALS, Stopped
from kehoach.words import LANGUAGES, Lang, Text

if TYPE_CHECKING:
    from kehoach.cli.frame.trace import Trace

ABOUT = Text(
    "Ai phải làm gì, trước ngày nào theo kế hoạch, và đã làm chưa.",
    "Who owes what by when under an administrative plan, and who has delivered.",
)
HELP = Text("Hiện trang này rồi thoát", "Show this page and exit")
_VERSION = Text("Hiện phiên bản rồi thoát", "Show the version and exit")
_NAMES = {"help_option_names": ["-h", "--help"]}
_SETTINGS = ("data", "lang", "color", "no_cache", "quiet", "verbose", "git_timeout", "debug")
_HELP_COMMAND = "help"  # "kehoach help check" is "kehoach check --help"


class SettledCommand(TyperCommand):
    """A command that takes the settings too, and hands them on as ``ctx.obj``."""

    about: Text
    lang: Lang

    def explain(self, about: Text, means: dict[str, Text], lang: Lang) -> None:
        """Take what the command and its parameters mean, in the language that is spoken."""
        self.about, self.lang, self.help = about, lang, about.to(lang)
        for each in parameters(self.params):
            each.help = means[each.name or ""].to(lang)
        self.params.extend(settings_options(lang))
        if COMMANDS[self.name or ""].answers:
            self.params.append(watch_option(lang))

    def get_help(self, ctx: Any) -> str:
        """Return the page of help."""
        return _help(self, ctx, self.about, self.lang)

    def get_help_option(self, ctx: Any) -> TyperOption:
        """Return ``--help`` itself."""
        return _explained(super().get_help_option(ctx), self.lang)

    def invoke(self, ctx: Any) -> Any:
        """Run the command with the settings given to it or to ``kehoach`` itself."""
        watch = ctx.params.pop("watch", False)
        trace: Trace | None = None if watch else ctx.obj
        if trace is not None and COMMANDS[ctx.info_name or ""].answers:
            trace.answers()
        ctx.obj = self._settings(ctx, trace)
        if not watch:
            return self._run(ctx)
        from kehoach.cli.frame.watching import watched  # noqa: PLC0415 - rarely asked for

        return watched(ctx.obj, lambda: self._run(ctx))

    def _settings(self, ctx: Any, trace: "Trace | None") -> Settings:
        """Return what was said to the command, or else to ``kehoach`` before its name."""
        above = ctx.parent.params if ctx.parent else {}
        given = {name: ctx.params.pop(name) or above.get(name) for name in _SETTINGS}
        return Settings(
            Path(given["data"]) if given["data"] else None, self.lang, given["color"] or "auto",
            trace, quiet=bool(given["quiet"]), verbose=bool(given["verbose"]),
        )  # fmt: skip

    def _run(self, ctx: Any) -> int:
        with waiting(self.lang):
            code: int = super().invoke(ctx)
            return code


class Commands(TyperGroup):
    """A group whose commands are stubs, good for lists and help, until one is called."""

    def __init__(self, lang: Lang = LANGUAGES[0]) -> None:
        super().__init__(name="kehoach", help=ABOUT.to(lang), context_settings=_NAMES)
        self.lang = lang
        self.params.extend([*settings_options(lang, variables=True), _version_option(lang)])
        for name, command in COMMANDS.items():
            self.add_command(TyperCommand(name, help=command.about.to(lang)))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the line; where it is empty, show the help and leave with 2."""
        if not args:
            sys.stdout.write(f"{self.get_help(ctx)}\n")
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the real command in the place of its stub; *help* asks for the page of the next one."""
        if args[0] == _HELP_COMMAND:
            args = [*args[1:2], "--help"]
            if len(args) == 1:
                sys.stdout.write(f"{self.get_help(ctx)}\n")
                raise typer.Exit
        name, stub, rest = super().resolve_command(ctx, args)
        return name, (load(name, self.lang) if name and stub else stub), rest

    def get_help(self, ctx: Any) -> str:
        """Return the page of help."""
        rows = [(name, command.about.to(self.lang)) for name, command in COMMANDS.items()]
        return _help(self, ctx, ABOUT, self.lang, rows)

    def get_help_option(self, ctx: Any) -> TyperOption:
        """Return ``--help`` itself."""
        return _explained(super().get_help_option(ctx), self.lang)


def load(name: str, lang: Lang = LANGUAGES[0]) -> SettledCommand:
    """Return a command, importing its module now."""
    command: Command = COMMANDS[name]
    action = opened(command.action())
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=SettledCommand, context_settings=_NAMES)(action)
    settled = typer.main.get_command(alone)
    assert isinstance(settled, SettledCommand)  # noqa: S101 - asked for above
    settled.explain(command.about, meanings(action), lang)
    return settled


def _help(
    command: TyperCommand | TyperGroup,
    ctx: Any,
    about: Text,
    lang: Lang,
    commands: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the page of help of a command or of them all."""
    from kehoach.cli.frame.help_page import help_page  # noqa: PLC0415 - rich, when it is asked for
    from kehoach.terminal.screen import Screen  # noqa: PLC0415 - the same

    settings = Settings(None, lang, "auto")
    screen = Screen(settings.width(), settings.colored(), lang)
    return help_page(ctx.command_path, about, parameters(command.get_params(ctx)), commands, screen)


def _explained(option: TyperOption | None, lang: Lang) -> TyperOption:
    """Return ``--help`` with what it means."""
    assert option is not None  # noqa: S101 - each of our commands has it
    option.help = HELP.to(lang)
    return option


def _version_option(lang: Lang) -> TyperOption:
    def shown(_ctx: Any, _param: Any, value: bool) -> None:
        if value:
            sys.stdout.write(f"kehoach {__version__}\n")
            raise typer.Exit

    return TyperOption(
        param_decls=["--version"], is_flag=True, default=False, is_eager=True, expose_value=False,
        callback=shown, help=_VERSION.to(lang),
    )  # fmt: skip


def run(args: list[str], trace: "Trace | None" = None) -> int:
    """Run a command line and return its exit code; wrong use is told in one line.

    What it looks at is noted in ``trace``.

    Raises:
        BrokenPipeError: nobody reads what is printed any more.
        Stopped: a question was answered by the end of input.
    """
    lang = spoken(args, os.environ)
    try:
        code = Commands(lang).main(args, prog_name="kehoach", standalone_mode=False, obj=trace)
    except typer.Abort:  # nobody answers any more
        raise Stopped(SIGNALS[0]) from None
    except SystemExit:  # what the library makes of a reader who has gone
        raise BrokenPipeError from None
    except USAGE_ERROR as error:
        tell_line(wrong_use(error, lang))
        return 2
    return code if isinstance(code, int) else 0
