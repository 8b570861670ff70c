"""The page of quality: what was measured, and what is told of fifty mistakes in a report."""

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kehoach.reading.folder import DataFolder
from kehoach.reading.positions import Located
from kehoach.run import Question, answer
from kehoach.words import Lang, Text
from kehoach.words.escapes import in_markdown

PLACE = Path(__file__).resolve().parent.parent / "tests" / "reading" / "mistyped"
"""A data folder with one report, and the table of mistakes."""
MEASURED = Path(__file__).resolve().parent.parent / "docs" / "measured.toml"
"""What longer runs gave than those that make the documentation."""
COUNTED = 50
AS_OF = date(2026, 1, 15)
_FILE = "submissions/so-y-te/bao-cao-2025.yaml"
_ESCAPE = re.compile(r"\\(n|t|\\|u[0-9a-f]{4})")
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}


class Mistake(NamedTuple):
    """Words of the report and what is typed instead; any of ``offered`` is right at ``line``.

    Without words ``before``, the file bears another name.
    """

    name: str
    before: str | None
    after: str
    line: int | None
    offered: tuple[str, ...]

    def told(self, found: list[Located]) -> Located | None:
        """Return what tells it: at its line, with what to type."""
        here = [each for each in found if self.line in (None, each.line)]
        return next((each for each in here if self._offered(each, "vi")), None)

    def _offered(self, located: Located, lang: Lang) -> bool:
        words = f"{located.finding.message(lang)} {located.finding.hint(lang)}"
        return any(each in words for each in self.offered)


def mistakes() -> list[Mistake]:
    """Return the table."""
    rows = (PLACE / "mistakes.tsv").read_text("utf-8").splitlines()
    return [_mistake(*row.split("\t")) for row in rows if not row.startswith("#")]


def _mistake(name: str, before: str, after: str, line: str, offered: str) -> Mistake:
    words = None if before == "-" else _signs(before)
    place = None if line == "-" else int(line)
    return Mistake(name, words, _signs(after), place, tuple(map(_signs, offered.split(" ¦ "))))


def _signs(words: str) -> str:
    return _ESCAPE.sub(lambda each: _SIGNS.get(each[1]) or chr(int(each[1][1:], 16)), words)


def found(mistake: Mistake) -> list[Located]:
    """Return what is told of a report with a mistake, verdicts aside."""
    with TemporaryDirectory() as place:
        root = Path(place) / "data"
        shutil.copytree(PLACE, root, ignore=shutil.ignore_patterns("*.tsv"))
        report = root / _FILE
        if mistake.before is None:
            moved = root / mistake.after
            moved.parent.mkdir(exist_ok=True)
            report.rename(moved)
        else:
            text = report.read_text("utf-8").replace(mistake.before, mistake.after, 1)
            report.write_text(text, "utf-8", newline="\n")
        run = answer(DataFolder(root), "", Question(AS_OF, git=False, listing=True))
        return [each for each in run.located(run.wrong) if "submissions" in each.finding.place.file]


def quality_page(lang: Lang) -> str:
    """Return the page in one language."""
    every = [(each, each.told(found(each))) for each in mistakes()]
    good = sum(told is not None for _, told in every[:COUNTED])
    rows = (_row(mistake, told, lang) for mistake, told in every)
    head = _HEAD.to(lang, good=good, of=COUNTED, more=len(every) - COUNTED)
    return _MEASURED.to(lang) + "".join(_measures(lang)) + head + "".join(rows)


def _measures(lang: Lang) -> list[str]:
    measured = tomllib.loads(MEASURED.read_text("utf-8"))["measure"]
    return [_measure(each[lang], each[f"figure_{lang}"], each["command"]) for each in measured]


def _measure(what: str, figure: str, command: str) -> str:
    return f"| {in_markdown(what)} | {in_markdown(figure)} | {_code(command)} |\n"


def _row(mistake: Mistake, told: Located | None, lang: Lang) -> str:
    after = mistake.after or f"− {(mistake.before or '').strip()}"
    typed = " ⏎ ".join(after.strip("\n").replace("\t", "⇥").split("\n"))
    typed = re.sub("\u00a0", "␣", typed)
    if told is None:
        return f"| {_code(typed)} | – | – |\n"
    finding = told.finding
    said = (
        f"{finding.rule.code}: {in_markdown(finding.message(lang))} → {_code(finding.hint(lang))}"
    )
    return f"| {_code(typed)} | {told.line}:{told.column} | {said} |\n"


def _code(words: str) -> str:
    """Return words in a cell of a table as they are typed."""
    return in_markdown(words) if "`" in words else f"`{words.replace('|', chr(92) + '|')}`"


_MEASURED = Text(
    """\
# Chất lượng

## Đã đo được gì

| Đã đo | Kết quả | Lệnh |
|---|---|---|
""",
    """\
# Quality

## What was measured

| Measured | Figure | Command |
|---|---|---|
""",
)
_HEAD = Text(
    """
## Năm mươi lỗi gõ

Năm mươi lỗi mà cán bộ hay gõ trong báo cáo, do người không viết chương trình chọn trước khi thử, kèm chữ
đúng phải gõ. Lần thử đầu tiên 47 trong 50 được báo đúng chỗ kèm chữ phải gõ (trước đó chương trình đạt
28); nay là {good} trong {of}, cộng {more} lỗi thêm ở cuối bảng. Không lỗi nào lọt qua im lặng. Bảng này do
`kehoach check` viết ra mỗi lần tạo tài liệu; hơn hai trăm lỗi khác nằm trong
tests/reading/typed_slips.tsv.

| Gõ thế này | Chỗ | Được báo thế này |
|---|---|---|
""",
    """
## Fifty mistakes

Fifty mistakes that officers make in a report, chosen with what has to be typed instead by somebody who did
not write the program, before it was tried. At first sight 47 of 50 were told at their place with the text
to type (28 before this was built); now {good} of {of} are, and {more} more stand at the end of the table.
None is silent. The table is what `kehoach check` says whenever the documentation is made; over two hundred
more mistakes stand in tests/reading/typed_slips.tsv.

| Typed | Place | Told |
|---|---|---|
""",
)
