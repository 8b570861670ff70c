"""What every command is told beside its own options: where, in which language, how."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from typer.core import TyperOption

from kehoach.cli.frame.language import VARIABLE
from kehoach.cli.frame.lines_told import tell_line
from kehoach.cli.frame.usage import WrongUse, refuse_other
from kehoach.cli.frame.waiting import waited
from kehoach.reading.repositories.git_time import DEFAULT, MOST, TIMEOUT, seconds_in
from kehoach.words import LANGUAGES, Lang, Text
from kehoach.words.safety import one_line

if TYPE_CHECKING:
    from kehoach.cli.frame.trace import Trace

Color = Literal["auto", "always", "never"]
_COLORS: tuple[Color, ...] = ("auto", "always", "never")
_DATA_MEANS = Text(
    "Thư mục dữ liệu; mặc định là thư mục data/ gần nhất từ đây trở lên, hoặc biến KEHOACH_DATA",
    "The data folder; by default the nearest data/ from here upward, or the variable KEHOACH_DATA",
)
_LANG_MEANS = Text(
    "Ngôn ngữ: tiếng Việt (mặc định) hoặc tiếng Anh; cũng đặt được bằng biến KEHOACH_LANG",
    "The language: Vietnamese (the default) or English; the variable KEHOACH_LANG sets it too",
)
_COLOR_MEANS = Text(
    "Màu: tự nhận biết (mặc định), luôn có hoặc không bao giờ có",
    "Colours: where they can be shown (the default), always or never",
)
_NO_CACHE_MEANS = Text(
    "Không dùng kết quả đã lưu của lần chạy trước, cũng không lưu",
    "Neither use nor keep answers of earlier runs",
)
_QUIET_MEANS = Text(
    "Không in lời nhắn kèm theo, chỉ in kết quả và lỗi", "No remarks: only results and errors"
)
_VERBOSE_MEANS = Text(
    "In thêm đã đọc thư mục nào, bản git nào", "Say which folder and revision were read"
)
_WATCH_MEANS = Text("Tính lại mỗi khi dữ liệu thay đổi; Ctrl-C để dừng",
                    "Answer again whenever the data change; Ctrl-C ends it")  # fmt: skip
_GIT_TIMEOUT_MEANS = Text(
    f"Dừng một lệnh git chưa xong sau ngần ấy giây (mặc định {DEFAULT}); cũng đặt được bằng biến {TIMEOUT}",
    f"Stop a call of git that is not done after so many seconds (by default {DEFAULT}); the variable "
    f"{TIMEOUT} sets it too",
)
_NO_SECONDS = Text(
    f"{{text}}: số giây lớn hơn 0, nhiều nhất {MOST}",
    f"{{text}}: seconds, more than 0 and at most {MOST}",
)
_DEBUG_MEANS = Text(
    "Khi có lỗi ngoài dự kiến thì hiện mọi chi tiết", "Show all details of an unexpected error"
)


@dataclass(frozen=True)
class Settings:
    """What a command was told beside its own options; ``trace`` is where it notes what it looks at."""

    data: Path | None
    lang: Lang
    color: Color
    trace: "Trace | None" = None
    quiet: bool = False
    verbose: bool = False

    def note(self, text: Text) -> None:
        """Print a remark beside a result, unless none are wanted."""
        if not self.quiet:
            self.say(text)

    def say(self, text: Text) -> None:
        """Print a line for people to standard error."""
        waited()
        tell_line(f"kehoach: {one_line(text.to(self.lang))}")

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


def settings_options(lang: Lang, *, variables: bool = False) -> list[TyperOption]:
    """Return the options that every command takes, before or after its name.

    They are made anew each time: a command may not share them with another. Only ``kehoach`` itself
    looks at ``variables`` of the environment, so that they never outweigh what was written.
    """
    return [
        TyperOption(
            param_decls=["--data"], metavar="DIR", help=_DATA_MEANS.to(lang),
            envvar="KEHOACH_DATA" if variables else None,
        ),
        TyperOption(
            param_decls=["--lang"], metavar="|".join(LANGUAGES), help=_LANG_MEANS.to(lang),
            envvar=VARIABLE if variables else None, callback=refuse_other(LANGUAGES),
        ),
        TyperOption(
            param_decls=["--color"], metavar="|".join(_COLORS), help=_COLOR_MEANS.to(lang),
            callback=refuse_other(_COLORS),
        ),
        TyperOption(
            param_decls=["--no-cache"], is_flag=True, default=False, help=_NO_CACHE_MEANS.to(lang)
        ),
        TyperOption(
            param_decls=["-q", "--quiet"], is_flag=True, default=False, help=_QUIET_MEANS.to(lang)
        ),
        TyperOption(
            param_decls=["-v", "--verbose"], is_flag=True, default=False, help=_VERBOSE_MEANS.to(lang)
        ),
        TyperOption(
            param_decls=["--git-timeout"], metavar="SECONDS", help=_GIT_TIMEOUT_MEANS.to(lang),
            envvar=TIMEOUT if variables else None, callback=_refuse_no_seconds,
        ),
        TyperOption(
            param_decls=["--debug"], is_flag=True, default=False, help=_DEBUG_MEANS.to(lang)
        ),
    ]  # fmt: skip


def _refuse_no_seconds(ctx: Any, param: Any, text: str | None) -> None:
    """Refuse what is no time for git; that which is one has been taken before anything else."""
    if text is None:
        return
    try:
        seconds_in(text)
    except ValueError:
        source = ctx.get_parameter_source(param.name)
        where = param.envvar if source.name == "ENVIRONMENT" else ""
        raise WrongUse(_NO_SECONDS.filled(text=repr(text)), where) from None


def watch_option(lang: Lang) -> TyperOption:
    """Return the option of a command that only answers, to answer again and again."""
    return TyperOption(
        param_decls=["--watch"], is_flag=True, default=False, help=_WATCH_MEANS.to(lang)
    )
