"""The manual page (``man kehoach``) in one language, from the commands themselves."""

import re
from collections.abc import Iterable, Iterator

from typer.core import TyperArgument

from kehoach.cli.app import ABOUT, Commands, load
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.frame.parameters import Parameter, choices, parameters
from kehoach.words import Lang, Text

_NAME, _SYNOPSIS = Text("TÊN", "NAME"), Text("CÁCH DÙNG", "SYNOPSIS")
_OPTIONS, _COMMANDS = (
    Text("TÙY CHỌN CỦA MỌI LỆNH", "OPTIONS OF EVERY COMMAND"),
    Text("LỆNH", "COMMANDS"),
)
_EXIT, _SEE = Text("MÃ THOÁT", "EXIT STATUS"), Text("XEM THÊM", "SEE ALSO")
_CODES = (
    ("0", Text("bình thường", "fine")),
    ("1", Text("có điều mà --fail-on nêu", "there is something that --fail-on names")),
    ("2", Text("dùng sai; không đọc được kế hoạch hay danh sách cơ quan; tệp cơ quan theo dõi còn lỗi",
               "wrong use; the plan or the registry cannot be read; refused for errors of the office")),
    ("3", Text("lỗi ngoài dự kiến; --debug để xem chi tiết", "an unexpected error; --debug shows it")),
    ("130, 143, 129", Text("bị dừng giữa chừng: Ctrl-C, SIGTERM, terminal bị đóng",
                           "stopped before it was done: Ctrl-C, SIGTERM, a terminal that was closed")),
)  # fmt: skip
_PAGES = Text("kehoach explain KHnnn nói một mã phát hiện nghĩa là gì; kehoach help LỆNH.",
              "kehoach explain KHnnn says what a finding means; kehoach help COMMAND.")  # fmt: skip


def manual_page(lang: Lang) -> str:
    """Return the page in the language of troff; generated, without a date of its own."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    yield '.\\" scripts/generate_docs.py'
    yield '.TH KEHOACH 1 "" "kehoach"'
    yield from (f".SH {_NAME.to(lang)}", f"kehoach \\- {_words(ABOUT.to(lang).rstrip('.'))}")
    yield from (f".SH {_SYNOPSIS.to(lang)}", ".B kehoach", "[OPTIONS] COMMAND [ARGS]...")
    yield f".SH {_OPTIONS.to(lang)}"
    shared = parameters(Commands(lang).params)
    yield from _entries((_called(each), each.help or "") for each in shared)
    yield f".SH {_COMMANDS.to(lang)}"
    known = {name for each in shared for name in each.opts}
    for name, command in COMMANDS.items():
        yield from (f'.SS "kehoach {name}"', _words(command.about.to(lang)) + ".")
        own = (each for each in parameters(load(name, lang).params) if known.isdisjoint(each.opts))
        yield from _entries((_called(each), _meaning(each)) for each in own)
    yield f".SH {_EXIT.to(lang)}"
    yield from _entries((code, means.to(lang)) for code, means in _CODES)
    yield from (f".SH {_SEE.to(lang)}", _words(_PAGES.to(lang)))


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, means in entries:
        yield from (".TP", f".B {_words(name)}", _words(means))


def _called(of: Parameter) -> str:
    """Return how a parameter is written."""
    metavar = of.metavar or ""
    if isinstance(of, TyperArgument):
        return metavar
    return f"{', '.join(of.opts)} {'' if choices(metavar) else metavar}".rstrip()


def _meaning(of: Parameter) -> str:
    offered = choices(of.metavar or "")
    return f"{of.help}: {' | '.join(offered)}" if offered else of.help or ""


def _words(words: str) -> str:
    """Return words that troff shows as they are."""
    plain = words.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)
