"""The gallery of mistakes: one small broken file for each, where it is told, what is said, what to type.

``tests/gallery/examples.tsv`` says where the wrong example of each finding is told,
``tests/reading/office_slips.tsv`` what the office mistypes in its own files; in both ⟦ ⟧ stand around what
is marked. The page is what the program says of them.
"""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kehoach.contract.editor_schema import MODELS
from kehoach.diagnostics import Example, Rule
from kehoach.reading.file_reading import read_file
from kehoach.reading.folder import DataFolder
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.reading.positions import Located, Positions
from kehoach.reading.slips.slip_findings import with_slips
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import Question, answer
from kehoach.run.rulebook import all_rules
from kehoach.words import Lang, Text
from kehoach.words.escapes import in_markdown
from kehoach.words.safety import printable

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2021, 12, 15)
"""The day on which the examples are judged, in the folder of the shipped plan."""
SUBJECTS = ("III.1.c", "II.1.b")
"""What a verdict on an agency's examples is about."""
_OPEN, _CLOSE = "⟦", "⟧"
_REPORT, _FILE = (f"submissions/so-tai-chinh/{name}.yaml" for name in ("bao-cao", "a"))
# A verdict stands at what it judges, and a day that comes too late at the letter that tells it.
_ELSEWHERE = {"KH502": "plan_06.yaml", "KH504": _REPORT, "KH410": _REPORT, "KH515": _REPORT}
_HEAD = b'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
_KEYS = b"".join(b"k%d: x\n" % number for number in range(101))
_LINES = 6
_WIDTH = 100

Files = Mapping[str, bytes | None]


class Marked(NamedTuple):
    """A place: line and column, from 1, and the words that are marked; none where no line is quoted."""

    line: int
    column: int
    words: str | None = None


class Mistake(NamedTuple):
    """Files with one mistake in ``file``, and as what it must be told.

    With a ``kind`` it is a file of the office that is read alone; ``cure`` is what it is told to type.
    """

    code: str
    file: str
    at: Marked
    files: Files
    kind: str = ""
    cure: str = ""

    @property
    def text(self) -> str:
        """The text of the file, as far as it is one."""
        return (self.files.get(self.file) or b"").decode(errors="replace")

    def told(self) -> Located | None:
        """Return what tells it at its place."""
        return next((each for each in self.found() if self._here(each)), None)

    def found(self) -> list[Located]:
        """Return all that is told of the file."""
        every = _alone(self) if self.kind else _beside_the_plan(tuple(self.files.items()))
        return [each for each in every if each.finding.place.file == self.file]

    def _here(self, located: Located) -> bool:
        finding, line, column, quoted = located
        words = quoted and quoted.line[column - 1 : quoted.end - 1]
        place = Marked(line, column, words)
        return (finding.rule.code, place) == (self.code, self.at)


# What can be shown by bytes, by many lines or by what is not there alone, and where it must be told.
_MADE = (
    Mistake("KH101", _FILE, Marked(1, 1), {_FILE: b"#" * (MAX_BYTES + 1)}),
    Mistake("KH102", _FILE, Marked(3, 10), {_FILE: _HEAD[:-13] + b"S\xed\n"}),
    Mistake("KH110", "agencies.yaml", Marked(1, 1), {"agencies.yaml": None}),
    Mistake("KH135", _FILE, Marked(1, 1, "a"), {_FILE: b"a: [" + b"x, " * 100_000 + b"x]\n"}),
    Mistake(
        "KH138",
        _FILE,
        Marked(5, 1, "II.1.b\t50\tđang làm"),
        {_FILE: _HEAD + "tasks:\nII.1.b\t50\tđang làm\n".encode()},
    ),
    Mistake("KH136", _FILE, Marked(104, 7, "x"), {_FILE: _HEAD + _KEYS}),
)
_OF_COMMITS = Text(
    "nói về các commit của git, một tệp không thể hiện được",
    "it is about commits of git, which no file shows",
)
_OF_CHANGES = Text(
    "so hai trạng thái của kho git",
    "it compares two states of a repository of git",
)
_OF_LOG = Text(
    "so nhật ký tiếp nhận với các commit thật của git",
    "it compares the arrival log with the real commits of git",
)
_OF_LISTS = Text(
    "nói về danh sách các kho (portfolio), không nằm trong thư mục dữ liệu",
    "it is about a list of repositories (portfolio), which lies in no data folder",
)
WITHOUT: Mapping[str, Text] = {
    **dict.fromkeys(("KH505", "KH506", "KH518", "KH567"), _OF_CHANGES),
    **dict.fromkeys(("KH525", "KH526", "KH527", "KH528", "KH529"), _OF_LOG),
    **dict.fromkeys(("KH530", "KH531"), _OF_LISTS),
    **dict.fromkeys(
        ("KH422", "KH423", "KH507", "KH508", "KH509", "KH510", "KH511", "KH512", "KH513", "KH514",
         "KH516", "KH517"),
        _OF_COMMITS,
    ),
}  # fmt: skip
"""Codes that a file alone cannot cause, and why."""


def gallery() -> list[Mistake]:
    """Return every mistake, by its code."""
    every = (*_of_examples(), *_MADE, *_of_the_office())
    return sorted(every, key=lambda mistake: mistake.code)


def _of_examples() -> Iterator[Mistake]:
    examples = {rule.code: rule.example for rule in all_rules() if rule.example}
    for code, line, marked in _rows("tests/gallery/examples.tsv"):
        example = examples[code]
        file = _ELSEWHERE.get(code, example.file)
        files = _files(example)
        whole = files.get(file) or (ROOT / "data" / file).read_bytes()
        yield Mistake(code, file, _mark(whole.decode(), int(line), marked), files)


def _files(example: Example) -> dict[str, bytes | None]:
    beside = [example.beside] if example.beside else []
    return {name: text.encode() for name, text in [(example.file, example.bad), *beside]}


def _mark(text: str, line: int, marked: str) -> Marked:
    """Return the place that a piece of a line with ⟦ ⟧ names."""
    before, _, rest = marked.partition(_OPEN)
    words, closed, after = rest.partition(_CLOSE)
    whole = text.split("\n")[line - 1] if closed or before or rest else ""
    at = whole.index(before + words + after)
    return Marked(line, at + len(before) + 1, words if closed else None)


def _of_the_office() -> Iterator[Mistake]:
    for kind, code, marked, cure in _rows("tests/reading/office_slips.tsv"):
        before, _, rest = f"schema: kehoach/{kind}@1\n{marked}".partition(_OPEN)
        words, _, after = rest.partition(_CLOSE)
        lines = before.split("\n")
        at = Marked(len(lines), len(lines[-1]) + 1, words)
        files = {f"{kind}.yaml": (before + words + after).encode()}
        yield Mistake(code, f"{kind}.yaml", at, files, kind, cure)


def _rows(table: str) -> list[list[str]]:
    lines = (ROOT / table).read_text("utf-8").splitlines()
    signs = (line.replace("\\n", "\n") for line in lines if not line.startswith("#"))
    return [[cell.replace("\\t", "\t") for cell in line.split("\t")] for line in signs]


def _alone(mistake: Mistake) -> list[Located]:
    """Return what reading the one file tells."""
    raw, kind = mistake.text.encode(), mistake.kind
    found = read_file(raw, mistake.file, MODELS[kind], kind).findings
    text = mistake.text
    return Positions(lambda _: text).located(with_slips(raw, MODELS[kind], found))


@cache
def _beside_the_plan(files: tuple[tuple[str, bytes | None], ...]) -> list[Located]:
    """Return what is told of files beside the shipped plan."""
    with TemporaryDirectory() as place:
        root = Path(place) / "data"
        root.mkdir()
        for name in ("plan_06.yaml", "agencies.yaml"):
            shutil.copy(ROOT / "data" / name, root / name)
        for name, content in files:
            _put(root / name, content)
        folder = DataFolder(root)
        try:
            return answer(folder, "", Question(AS_OF, git=False, wordings=True)).located()
        except Unusable as unusable:
            return Positions(folder.text).located(unusable.findings)


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def errors_page(lang: Lang) -> str:
    """Return the page in one language."""
    every = gallery()
    rules = {rule.code: rule for rule in all_rules()}
    shown = (
        _section(rules[code], list(mistakes), lang)
        for code, mistakes in groupby(every, key=lambda mistake: mistake.code)
    )
    left = (f"| {code} | {in_markdown(rules[code].title.to(lang))} | {why.to(lang)} |\n"
            for code, why in sorted(WITHOUT.items()))  # fmt: skip
    head = _PAGE_HEAD.to(lang, count=len(every), codes=len({each.code for each in every}))
    return head + "".join(shown) + _LEFT_HEAD.to(lang) + "".join(left)


def _section(rule: Rule, mistakes: list[Mistake], lang: Lang) -> str:
    shown = "".join(_shown(mistake, lang) for mistake in mistakes)
    return f"\n## {rule.code}: {in_markdown(rule.title.to(lang))}\n{shown}"


def _shown(mistake: Mistake, lang: Lang) -> str:
    """Return the broken lines with the mark below, what is said and what to type."""
    told = mistake.told()
    said = "–" if told is None else in_markdown(told.finding.message(lang))
    cure = "–" if told is None else in_markdown(told.finding.hint(lang))
    place = f"`{mistake.file}` {mistake.at.line}:{mistake.at.column}"
    return f"\n{place}\n\n```\n{_broken(mistake)}\n```\n\n{said}  \n→ {cure}\n"


def _broken(mistake: Mistake) -> str:
    line, column, words = mistake.at
    lines = mistake.text.splitlines()
    if words is None:
        return "\n".join(printable(each[:_WIDTH]) for each in lines[:_LINES]) or "–"
    if line > len(lines):
        return "–"
    whole = lines[line - 1].replace("\t", "⇥")[: column + len(words) + _WIDTH]
    return f"{printable(whole)}\n{' ' * (column - 1)}{'^' * max(1, len(words))}"


_PAGE_HEAD = Text(
    """\
# Bộ sưu tập lỗi

{count} tệp nhỏ bị sai, đủ {codes} mã phát hiện mà một tệp có thể gây ra: dòng sai (dấu ^ chỉ chỗ sai), điều
`kehoach check` nói, và điều phải gõ (→). Mỗi tệp là một bài kiểm thử (tests/gallery); trang này do chính
lần chạy đó viết ra. Lỗi gõ trong báo cáo còn ở [quality.md](quality.md); ví dụ sai và đúng của từng mã ở
[rules.md](rules.md).
""",
    """\
# Gallery of mistakes

{count} small broken files, for all of the {codes} codes that a file can cause: the broken line (^ below
what is wrong), what `kehoach check` says, and what to type (→). Each is a test (tests/gallery), made by
the same run as this page. More slips in reports stand in [quality.md](quality.md), the wrong and right
example of each code in [rules.md](rules.md).
""",
)
_LEFT_HEAD = Text(
    """
## Những mã mà một tệp không gây ra

| Mã | Phát hiện | Vì sao |
|---|---|---|
""",
    """
## Codes that no file alone causes

| Code | Finding | Why |
|---|---|---|
""",
)
