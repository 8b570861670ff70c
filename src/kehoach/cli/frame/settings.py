"""Options that every command takes, before or after its name: where, in which language, how."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import typer
from typer.core import TyperCommand, TyperOption

from kehoach.words import LANGUAGES, Lang, Text
from kehoach.words.safety import one_line

Color = Literal["auto", "always", "never"]
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLORS: tuple[Color, ...] = ("auto", "always", "never")


@dataclass(frozen=True)
class Settings:
    """What a command was told beside its own options."""

    data: Path | None
    lang: Lang
    color: Color

    def say(self, text: Text) -> None:
        """Print a line for people to standard error."""
        sys.stderr.write(f"kehoach: {one_line(text.to(self.lang))}\n")

    def colored(self) -> bool:
        """Say whether standard output gets colours."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()

    def width(self) -> int | None:
        """Return the columns to fill; ``None`` off a terminal, where nothing is broken."""
        if os.environ.get("COLUMNS", "").isdigit() or sys.stdout.isatty():
            return shutil.get_terminal_size().columns
        return None


def _choice(known: tuple[str, ...]) -> Callable[[Any, Any, str | None], str | None]:
    """Return a callback that refuses what is not one of ``known``."""

    def chosen(_ctx: Any, _param: Any, value: str | None) -> str | None:
        if value is not None and value not in known:
            raise typer.BadParameter(f"{value!r}: {' | '.join(known)}")
        return value

    return chosen


def _options() -> list[TyperOption]:
    """Return the options anew: a command may not share them with another."""
    return [
        TyperOption(
            param_decls=["--data"], envvar="KEHOACH_DATA", metavar="DIR",
            help="Thư mục dữ liệu; mặc định là thư mục data/ gần nhất · The data folder",
        ),
        TyperOption(
            param_decls=["--lang"], envvar="KEHOACH_LANG", metavar="vi|en",
            callback=_choice(LANGUAGES), help="Ngôn ngữ · Language",
        ),
        TyperOption(
            param_decls=["--color"], metavar="auto|always|never", callback=_choice(_COLORS),
            help="Màu · Colour",
        ),
        TyperOption(
            param_decls=["--debug"], is_flag=True, default=False,
            help="Hiện chi tiết khi có lỗi ngoài dự kiến · Show the details of unexpected errors",
        ),
    ]  # fmt: skip


_NAMES = ("data", "lang", "color", "debug")


def add_settings(params: list[Any]) -> None:
    """Add the options to a command's or group's own."""
    params.extend(_options())


class SettledCommand(TyperCommand):
    """A command that takes the settings too, and hands them on as ``ctx.obj``."""

    def __init__(self, *args: Any, **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        add_settings(self.params)

    def invoke(self, ctx: Any) -> Any:
        """Run the command with the settings given to it or to ``kehoach`` itself."""
        above = ctx.parent.params if ctx.parent else {}
        given = {name: ctx.params.pop(name) or above.get(name) for name in _NAMES}
        ctx.obj = Settings(
            Path(given["data"]) if given["data"] else None,
            given["lang"] or "vi",
            given["color"] or "auto",
        )
        return super().invoke(ctx)


def as_day(text: str) -> date:
    """Read ``2021-11-29`` or ``29/11/2021``.

    Raises:
        typer.BadParameter: it is no real day.
    """
    day, slash, rest = text.partition("/")
    month, _, year = rest.partition("/")
    iso = f"{year:0>4}-{month:0>2}-{day:0>2}" if slash else text
    try:
        if _ISO_DAY.fullmatch(iso):  # Python reads 2021-W48-1 too, and some releases 20211129
            return date.fromisoformat(iso)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r}: ngày dạng / a day as 2021-11-29")
