"""The commands by name; each module is imported only when its command is called."""

import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kehoach import __version__
from kehoach.cli.frame.settings import SettledCommand, add_settings

# name: what `kehoach --help` says of it. One line here and one file `cli/<name>.py` a command.
COMMANDS = {
    "status": "Tình hình thực hiện kế hoạch · Where the plan stands",
    "check": "Kiểm tra tệp và thời hạn · Check files and deadlines",
    "agency": "Mọi điều về một cơ quan · Everything about one agency",
    "item": "Mọi điều về một mục · Everything about one item",
    "explain": "Vì sao có kết luận này; một phát hiện nghĩa là gì · Why this verdict, this finding",
    "upcoming": "Các hạn sắp tới · The next due dates",
    "summary": "Thông báo tình hình, văn bản đôn đốc · A message to send, reminders",
    "consolidate": "Tổng hợp báo cáo của một kỳ theo mục · The reports of a period, item by item",
    "new": "Tệp báo cáo lập sẵn để điền · A submission file to fill in",
    "receipt": "Xác nhận đã nhận một tệp, để gửi lại · What was understood from a file",
    "import": "Phụ lục Word, Excel thành dự thảo kế hoạch; bảng tính nhận lại · From Word or Excel",
    "export": "Xuất ra bảng tính, lịch, dữ liệu · To a spreadsheet, a calendar, data",
    "site": "Trang để xem, không cần mạng · Pages to look at, offline",
    "deadline": "Câu chữ về thời hạn được hiểu ra sao · What a wording says, and when it is due",
    "diff": "Điều gì thay đổi giữa hai bản git · What changed between two states",
    "schema": "JSON Schema của các tệp · JSON Schemas of the files",
    "init": "Kho dữ liệu mới, sẵn sàng để dùng · A new data repository, ready to work",
    "demo": "Kho git minh hoạ, để xem thử mọi chức năng · A sample repository, to try everything",
    "codeowners": "Ai duyệt thay đổi nào, lập từ danh sách cơ quan · CODEOWNERS from the registry",
    "completion": "Phím TAB gợi ý lệnh, mã cơ quan, mục, kỳ · The TAB key completes commands and ids",
}
_ABOUT = """Ai phải làm gì, trước ngày nào theo kế hoạch, và đã làm chưa.

Who owes what by when under an administrative plan, and who has delivered."""

# Typer carries a click of its own and names of its errors only this one.
_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


class Commands(TyperGroup):
    """A group whose commands are stubs, good for lists and help, until one is called."""

    def __init__(self) -> None:
        super().__init__(name="kehoach", help=_ABOUT, no_args_is_help=True)
        add_settings(self.params)
        self.params.append(_version_option())
        for name, words in COMMANDS.items():
            self.add_command(TyperCommand(name, help=words))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the real command in the place of its stub."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, (load(name) if name and stub else stub), rest


def load(name: str) -> Any:
    """Return a command, importing its module now."""
    function = f"{name}_" if iskeyword(name) else name
    module = import_module(f"kehoach.cli.commands.{function}")
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=SettledCommand, help=COMMANDS[name])(getattr(module, function))
    return typer.main.get_command(alone)


def _version_option() -> Any:
    def shown(_ctx: Any, _param: Any, value: bool) -> None:
        if value:
            sys.stdout.write(f"kehoach {__version__}\n")
            raise typer.Exit

    return typer.core.TyperOption(
        param_decls=["--version"], is_flag=True, default=False, is_eager=True, expose_value=False,
        callback=shown, help="Phiên bản · Version",
    )  # fmt: skip


def run(args: list[str]) -> int:
    """Run a command line and return its exit code; wrong use is told in one line."""
    try:
        code = Commands().main(args, prog_name="kehoach", standalone_mode=False)
    except typer.Abort:
        return 130
    except _USAGE_ERROR as error:
        from kehoach.cli.frame.usage import wrong_use  # noqa: PLC0415 - rarely needed

        sys.stderr.write(wrong_use(error))
        return 2
    return code if isinstance(code, int) else 0
