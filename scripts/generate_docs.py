"""Write the documentation that the code itself knows, or check that it has not drifted.

``python scripts/generate_docs.py`` writes ``commands.md``, ``rules.md``, ``reference.md``,
``quality.md`` and ``errors.md`` of each language, the manual pages, ``docs/schemas/*.json`` and the
excerpt of ``kehoach status`` in the READMEs; with ``--check`` it writes nothing and names each file that
differs. Nothing here depends on the terminal's width, the language of the machine or the day.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from typer.core import TyperArgument

from errors_page import errors_page
from file_reference import reference_page
from kehoach.cli.app import Commands, load
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.commands.schema_command import SCHEMAS
from kehoach.cli.frame.parameters import Parameter, parameters
from kehoach.contract.schemas import schema_text
from kehoach.diagnostics import Rule
from kehoach.pages.status_page import status_table
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.run.rulebook import all_rules
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang, Text
from kehoach.words.safety import printable
from manual_page import manual_page
from quality_page import quality_page

ROOT = Path(__file__).resolve().parent.parent
COMMAND = "python scripts/generate_docs.py"
EXCERPT_DAY = date(2021, 12, 15)
EXCERPT_WIDTH = 110
EXCERPT_LINES = 23
READMES: dict[Lang, str] = {"vi": "README.vi.md", "en": "README.md"}
MANUALS: dict[Lang, str] = {"vi": "man/kehoach.vi.1", "en": "man/kehoach.1"}
_BEGIN, _END = "<!-- status: begin -->", "<!-- status: end -->"
_GENERATED = f"<!-- {COMMAND} -->\n\n"


def documents(root: Path) -> dict[str, str]:
    """Return every generated file by its name relative to ``root``, as it should be."""
    pages = {
        "commands": commands_page,
        "rules": rules_page,
        "reference": reference_page,
        "quality": quality_page,
        "errors": errors_page,
    }
    files = {
        f"docs/{lang}/{name}.md": _GENERATED + page(lang)
        for lang in LANGUAGES
        for name, page in pages.items()
    }
    files |= {name: manual_page(lang) for lang, name in MANUALS.items()}
    files |= {f"docs/schemas/{kind}.json": schema_text(kind) for kind in SCHEMAS}
    return files | {name: readme(root, name, lang) for lang, name in READMES.items()}


def differences(root: Path) -> list[str]:
    """Return the names of the files that are not as they should be, left-over schemas included."""
    files = documents(root)
    wrong = [
        name
        for name, text in files.items()
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text
    ]
    return wrong + _left_over(root, files)


def write(root: Path) -> None:
    """Write every generated file, and delete schemas of kinds there are no more."""
    files = documents(root)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in _left_over(root, files):
        (root / name).unlink()


def _left_over(root: Path, files: dict[str, str]) -> list[str]:
    schemas = (path.relative_to(root).as_posix() for path in root.glob("docs/schemas/*.json"))
    return sorted(name for name in schemas if name not in files)


def commands_page(lang: Lang) -> str:
    """Return the page of all commands in one language, from the commands themselves."""
    params = parameters(Commands(lang).params)
    shared = {name for option in params for name in option.opts}
    sections = (_command(name, shared - {"--help"}, lang) for name in COMMANDS)
    return _COMMANDS_HEAD.to(lang) + _options(params, lang) + "".join(sections)


_COMMANDS_HEAD = Text(
    """\
# Các lệnh

Chạy `kehoach LỆNH --help` để xem ngay trên máy. Kết quả in ra stdout, mọi thứ khác ra stderr.

| Mã thoát | Nghĩa |
|---|---|
| 0 | bình thường |
| 1 | có điều mà `--fail-on` nêu |
| 2 | dùng sai; không đọc được kế hoạch hay danh sách cơ quan; tệp cơ quan theo dõi còn lỗi (`--anyway`) |
| 2 | git hoặc hệ thống từ chối: đĩa đầy, không có quyền, hết bộ nhớ |
| 3 | lỗi ngoài dự kiến (`--debug` để xem chi tiết) |
| 130, 143, 129 | bị dừng giữa chừng: Ctrl-C, SIGTERM, terminal bị đóng |

Mỗi lần từ chối là một dòng “kehoach: …” nêu lý do của hệ thống hoặc của git:

| Khi thấy | Nghĩa là |
|---|---|
| “git chưa xong sau …” | ổ đĩa, mạng hay chương trình khác giữ git lại; cho lâu hơn: `--git-timeout` |
| “git báo lỗi: …” | lời của chính git; sửa kho, hoặc dùng `--no-git` để tính theo ngày ghi trên văn bản |
| “không ghi được kết quả: …” | đĩa đầy, hết hạn mức; chưa có gì được ghi vào tệp đích |
| “hệ thống không cho chạy tiếp: …” | hết bộ nhớ hoặc số tệp được mở (`ulimit -a`) |
| “đã dừng giữa chừng” | đã nhận lệnh dừng; tệp đích là bản cũ hoặc bản mới, nguyên vẹn |

## Tùy chọn của mọi lệnh

Đứng trước hoặc sau tên lệnh.

""",
    """\
# Commands

Run `kehoach COMMAND --help --lang en` to see this in place. Results go to stdout, all else to stderr.

| Exit code | Meaning |
|---|---|
| 0 | fine |
| 1 | there is something that `--fail-on` names |
| 2 | wrong use; the plan or registry cannot be read; refused for errors of the office (`--anyway`) |
| 2 | git or the system refuses: a full disk, no rights, no memory |
| 3 | an unexpected error (`--debug` shows its details) |
| 130, 143, 129 | stopped before it was done: Ctrl-C, SIGTERM, a terminal that was closed |

Every refusal is one line, “kehoach: …”, with the reason of the system or of git:

| What you see | What it means |
|---|---|
| “git was not done after …” | a disk, network or program holds git up; give it longer: `--git-timeout` |
| “git failed: …” | git's own words; mend the repository, or go by declared dates with `--no-git` |
| “cannot write the result: …” | the disk or a quota is full; the file that was named is as it was |
| “the system lets it go no further: …” | no more memory, or no more open files (`ulimit -a`) |
| “stopped before it was done” | it was told to stop; a file that was named is the old or the new, whole |

## Options of every command

They stand before or after the command's name.

""",
)
_OPTIONS_HEAD = Text("| Tùy chọn | Nghĩa |", "| Option | Meaning |")


def _command(name: str, shared: set[str], lang: Lang) -> str:
    """Return the section of one command: how it is called, and its own options."""
    own = [each for each in parameters(load(name, lang).params) if not shared & set(each.opts)]
    arguments = [each.metavar or "" for each in own if isinstance(each, TyperArgument)]
    usage = " ".join(["kehoach", name, "[OPTIONS]", *arguments])
    head = f"\n## `kehoach {name}`\n\n{COMMANDS[name].about.to(lang)}.\n\n```\n{usage}\n```\n"
    return head + (f"\n{_options(own, lang)}" if own else "")


def _options(params: list[Parameter], lang: Lang) -> str:
    """Return a table of options and arguments."""
    return f"{_OPTIONS_HEAD.to(lang)}\n|---|---|\n" + "".join(map(_row, params))


def _row(param: Parameter) -> str:
    """Return the row of one option or argument."""
    metavar = param.metavar or ""
    if isinstance(param, TyperArgument):
        return f"| {_cell(f'`{metavar}`')} | {_cell(param.help or '')} |\n"
    name = f"{', '.join(param.opts)} {metavar}".rstrip()
    default = "" if param.default in (None, False) else f" (= `{param.default}`)"
    return f"| {_cell(f'`{name}`')}{default} | {_cell(param.help or '')} |\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


_RULES_HEAD = Text(
    """\
# Các phát hiện

Xem một mã ngay trên máy: `kehoach explain KH104`. Các ví dụ “Sai” và “Đúng” cũng là bài kiểm thử.

`error`: tệp hoặc dòng không được tính; `warning`: được tính nhưng đáng ngờ; `notice`: không phải lỗi
trong tệp.

| Mã | Mức | Phát hiện |
|---|---|---|
""",
    """\
# Findings

To see one on the spot: `kehoach explain KH104 --lang en`. The wrong and right examples are tests too.

`error`: the file or the line does not count; `warning`: it counts, but is doubtful; `notice`: no mistake
in a file.

| Code | Severity | Finding |
|---|---|---|
""",
)
_BESIDE, _WRONG, _RIGHT = Text("Bên cạnh", "Beside it"), Text("Sai", "Wrong"), Text("Đúng", "Right")


def rules_page(lang: Lang) -> str:
    """Return the gallery of everything the program finds wrong, each with its cure."""
    rules = all_rules()
    rows = "".join(
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {_cell(rule.title.to(lang))} |\n"
        for rule in rules
    )
    sections = (part for rule in rules for part in _rule(rule, lang))
    return _RULES_HEAD.to(lang) + rows + "".join(sections)


def _rule(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the section of one rule."""
    yield f"\n## {rule.code}\n\n**{rule.title.to(lang)}** (`{rule.severity}`)\n\n"
    yield f"{rule.why.to(lang)}  \n→ {rule.cure(lang)}\n"
    if example := rule.example:
        if example.beside:
            name, text = example.beside
            yield f"\n{_BESIDE.to(lang)}: `{name}`\n\n{_fenced(text)}"
        yield f"\n{_WRONG.to(lang)}: `{example.file}`\n\n{_fenced(example.bad)}"
        yield f"\n{_RIGHT.to(lang)}: `{example.mended or example.file}`\n\n{_fenced(example.good)}"


def _fenced(text: str) -> str:
    lines = "\n".join(printable(line) for line in text.splitlines())
    return f"```yaml\n{lines}\n```\n"


def readme(root: Path, name: str, lang: Lang) -> str:
    """Return a README with its excerpt of ``kehoach status`` made anew.

    Raises:
        ValueError: the README has no place for the excerpt.
    """
    before, begin, rest = (root / name).read_text(encoding="utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError(f"{name} needs {_BEGIN} and {_END}")
    return f"{before}{begin}\n{_excerpt(root, lang)}{end}{after}"


def _excerpt(root: Path, lang: Lang) -> str:
    """Return the first lines of ``kehoach status`` on the shipped data."""
    run = answer(DataFolder(root / "data"), "data/", Question(EXCERPT_DAY, git=False, since=7))
    screen = Screen(EXCERPT_WIDTH, lang=lang)
    lines = status_table(run, screen).splitlines()
    shown = lines[:EXCERPT_LINES] + ["…"] * (len(lines) > EXCERPT_LINES)
    spoken = "" if lang == LANGUAGES[0] else f" --lang {lang}"
    command = f"$ kehoach status --as-of {EXCERPT_DAY}{spoken}"
    return "```\n" + "\n".join([command, *shown]) + "\n```\n"


def main(args: list[str] | None = None, root: Path = ROOT) -> int:
    """Write or check, and return the exit code."""
    parser = argparse.ArgumentParser(description="Generated documentation")
    parser.add_argument("--check", action="store_true", help="write nothing; name what differs")
    if not parser.parse_args(args).check:
        write(root)
        return 0
    wrong = differences(root)
    for name in wrong:
        print(f"{name}: differs from the code; run: {COMMAND}", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
